//! What the shop has on record beside its openings: providers, terminals, staff, texts of codes. And the
//! place where each of the remaining facts finds its shadow.

use kaizhang_core::Fact;
use kaizhang_core::codes::{OwnFrom, OwnText};
use kaizhang_core::contact::{Provider, Staff, Terminal};
use rusqlite::{Connection, params};
use serde::Serialize;

use crate::log::LogError;
use crate::projection::Head;
use crate::reminders::json;
use crate::view::View;
use crate::{StoreError, disputes, incidents, packs, receipts};

/// Brings the shadows up to date with one fact about incidents, sales, receipts or equipment.
pub(crate) fn apply(connection: &Connection, head: &Head<'_>, fact: &Fact) -> Result<(), LogError> {
    match fact {
        Fact::ProviderPut(one) => put(connection, PUT_PROVIDER, &one.id, one.retired, one),
        Fact::TerminalPut(one) => put(connection, PUT_TERMINAL, &one.id, one.retired, one),
        Fact::StaffPut(one) => put(connection, PUT_STAFF, &one.id, one.retired, one),
        Fact::CodeTextPut(text) => put_text(connection, text),
        Fact::ReceiptAdded(added) => receipts::add(connection, head, added),
        Fact::ReceiptAmended(amended) => receipts::amend(connection, amended),
        Fact::DisputeOpened(_)
        | Fact::DisputeAmended(_)
        | Fact::DisputeLinked(_)
        | Fact::DisputeUnlinked(_)
        | Fact::DisputeSubmitted(_)
        | Fact::DisputeClosed(_)
        | Fact::DisputeReopened(_)
        | Fact::ReplyReminded(_) => disputes::apply(connection, head, fact),
        Fact::PackMade(made) => packs::add(connection, head, made),
        other => incidents::apply(connection, head, other),
    }
}

const PUT_PROVIDER: &str = "INSERT INTO provider (id, retired, json) VALUES (?1, ?2, ?3)
    ON CONFLICT (id) DO UPDATE SET retired = ?2, json = ?3";
const PUT_TERMINAL: &str = "INSERT INTO terminal (id, retired, json) VALUES (?1, ?2, ?3)
    ON CONFLICT (id) DO UPDATE SET retired = ?2, json = ?3";
const PUT_STAFF: &str = "INSERT INTO staff (id, retired, json) VALUES (?1, ?2, ?3)
    ON CONFLICT (id) DO UPDATE SET retired = ?2, json = ?3";

fn put(
    connection: &Connection,
    sql: &str,
    id: &str,
    retired: bool,
    one: &impl Serialize,
) -> Result<(), LogError> {
    let json = serde_json::to_string(one)?;
    connection
        .prepare_cached(sql)?
        .execute(params![id, retired, json])?;
    Ok(())
}

fn put_text(connection: &Connection, text: &OwnText) -> Result<(), LogError> {
    let origin = match text.from {
        OwnFrom::Owner => "owner",
        OwnFrom::Acquirer => "acquirer",
    };
    let provider = text.provider.as_deref().unwrap_or_default();
    connection
        .prepare_cached("DELETE FROM code_text WHERE code = ?1 AND origin = ?2 AND provider = ?3")?
        .execute([text.code.as_str(), origin, provider])?;
    if text.meaning.is_empty() && text.advice.is_empty() {
        return Ok(());
    }
    connection
        .prepare_cached(
            "INSERT INTO code_text (code, origin, provider, json) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            text.code,
            origin,
            provider,
            serde_json::to_string(text)?
        ])?;
    Ok(())
}

impl View<'_> {
    /// Every provider, those retired last.
    pub fn providers(&self) -> Result<Vec<Provider>, StoreError> {
        let sql = "SELECT json FROM provider ORDER BY retired, id";
        self.all("read the providers", sql, &[], |row| json(row, 0))
    }

    /// Every terminal, those retired last.
    pub fn terminals(&self) -> Result<Vec<Terminal>, StoreError> {
        let sql = "SELECT json FROM terminal ORDER BY retired, id";
        self.all("read the terminals", sql, &[], |row| json(row, 0))
    }

    /// Everybody who works or worked here, the latter last.
    pub fn staff(&self) -> Result<Vec<Staff>, StoreError> {
        let sql = "SELECT json FROM staff ORDER BY retired, id";
        self.all("read the staff", sql, &[], |row| json(row, 0))
    }

    /// The shop's own texts for response codes.
    pub fn code_texts(&self) -> Result<Vec<OwnText>, StoreError> {
        let sql = "SELECT json FROM code_text ORDER BY code, origin DESC, provider";
        self.all("read the texts of codes", sql, &[], |row| json(row, 0))
    }
}
