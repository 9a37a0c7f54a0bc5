//! Receipts on disk.

use chrono::{DateTime, Utc};
use kaizhang_core::card::CardMask;
use kaizhang_core::fact::{ReceiptAdded, ReceiptAmended};
use kaizhang_core::receipt::Receipt;
use kaizhang_core::time::{Day, rfc3339};
use rusqlite::{Connection, Row, params};

use crate::StoreError;
use crate::lists::{self, HOLDS_WORDS, IS_MEANT, span};
use crate::log::LogError;
use crate::projection::Head;
use crate::reminders::json;
use crate::view::{View, parse_day};

/// A receipt on the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ReceiptRow {
    /// The id of its first entry.
    pub id: String,
    /// Its number in the shop, from 1.
    pub no: u32,
    /// The business day of the slip.
    pub day: Day,
    /// What it says.
    pub receipt: Receipt,
    /// RFC 3339 UTC: when it was written down.
    pub added_at: String,
    /// Who wrote it down.
    pub added_by: String,
    /// How often it was written anew.
    pub amended: u32,
}

/// Which receipts are wanted, newest first.
#[derive(Debug, Clone, Default)]
pub struct ReceiptWish {
    /// Words that must all be found in it, in lower case.
    pub words: Vec<String>,
    /// Not before this business day.
    pub from: Option<Day>,
    /// Not after this business day.
    pub to: Option<Day>,
    /// Of this terminal.
    pub terminal: Option<String>,
    /// Older than this one: its day, time and number.
    pub before: Option<(Day, DateTime<Utc>, u32)>,
    /// At most so many.
    pub limit: u32,
}

/// Everything of a receipt that a person could look for, in lower case.
fn words(receipt: &Receipt) -> String {
    let amount = receipt.amount_fen.to_major();
    let card = receipt.card.as_ref().map_or("", CardMask::as_str);
    let parts = [
        &amount,
        card,
        &receipt.merchant_name,
        &receipt.merchant_no,
        &receipt.terminal_no,
        &receipt.operator,
        &receipt.issuer,
        &receipt.acquirer,
        &receipt.batch,
        &receipt.trace,
        &receipt.auth,
        &receipt.reference,
        &receipt.note,
    ];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
        .to_lowercase()
}

pub(crate) fn add(
    connection: &Connection,
    head: &Head<'_>,
    added: &ReceiptAdded,
) -> Result<(), LogError> {
    connection
        .prepare_cached(
            "INSERT INTO receipt (id, no, day, at, amount_fen, terminal, trace, reference, last_four, words, json,
                                  added_at, added_by, amended)
             VALUES (?1, (SELECT coalesce(max(no), 0) + 1 FROM receipt), '', '', 0, '', '', '', '', '', '', ?2, ?3, 0)",
        )?
        .execute([head.id, head.at, head.actor])?;
    write(connection, head.id, added.day, &added.receipt)
}

pub(crate) fn amend(connection: &Connection, amended: &ReceiptAmended) -> Result<(), LogError> {
    connection
        .prepare_cached("UPDATE receipt SET amended = amended + 1 WHERE id = ?1")?
        .execute([&amended.id])?;
    write(connection, &amended.id, amended.day, &amended.receipt)
}

fn write(connection: &Connection, id: &str, day: Day, receipt: &Receipt) -> Result<(), LogError> {
    connection
        .prepare_cached(
            "UPDATE receipt SET day = ?2, at = ?3, amount_fen = ?4, terminal = ?5, trace = ?6, reference = ?7,
                                last_four = ?8, words = ?9, json = ?10 WHERE id = ?1",
        )?
        .execute(params![
            id,
            day.to_string(),
            rfc3339(receipt.at),
            receipt.amount_fen.0,
            receipt.terminal,
            receipt.trace,
            receipt.reference,
            receipt.card.as_ref().map_or("", |card| card.last_four()),
            words(receipt),
            serde_json::to_string(receipt)?,
        ])?;
    Ok(())
}

pub(crate) const COLUMNS: &str =
    "SELECT id, no, day, json, added_at, added_by, amended FROM receipt";

pub(crate) fn row(row: &Row<'_>) -> rusqlite::Result<ReceiptRow> {
    Ok(ReceiptRow {
        id: row.get(0)?,
        no: row.get(1)?,
        day: parse_day(&row.get::<_, String>(2)?)?,
        receipt: json(row, 3)?,
        added_at: row.get(4)?,
        added_by: row.get(5)?,
        amended: row.get(6)?,
    })
}

/// Receipts from a day on, before a day, time and number: read in the order of days, from there on and only as far as the
/// limit asks.
pub(crate) fn list_sql() -> String {
    format!(
        "{COLUMNS} INDEXED BY receipt_day
         WHERE day >= ?2 AND (day, at, no) < (?3, ?4, ?5) AND (?6 = '' OR terminal = ?6) AND {HOLDS_WORDS}
         ORDER BY day DESC, at DESC, no DESC LIMIT ?7"
    )
}

impl View<'_> {
    /// One receipt, by its id or its number.
    pub fn receipt(&self, which: &str) -> Result<Option<ReceiptRow>, StoreError> {
        let sql = format!("{COLUMNS} WHERE {IS_MEANT}");
        self.one("read a receipt", &sql, &[&which], row)
    }

    /// Receipts, newest first.
    pub fn receipts(&self, wish: &ReceiptWish) -> Result<Vec<ReceiptRow>, StoreError> {
        let words = lists::words(&wish.words);
        let (from, to) = span(wish.from, wish.to);
        // The page goes on where the one before it ended, unless that lies after the last day wanted.
        let older = wish
            .before
            .map(|(day, at, no)| (day.to_string(), rfc3339(at), no));
        let (day, at, no) = older
            .filter(|(day, ..)| *day <= to)
            .unwrap_or((to, "~".to_owned(), 0));
        let terminal = wish.terminal.as_deref().unwrap_or_default();
        self.all(
            "read the receipts",
            &list_sql(),
            &[&words, &from, &day, &at, &no, &terminal, &wish.limit],
            row,
        )
    }

    /// The receipts of a business day, oldest first.
    pub fn receipts_on(&self, day: Day) -> Result<Vec<ReceiptRow>, StoreError> {
        let sql = format!("{COLUMNS} WHERE day = ?1 ORDER BY at, no");
        self.all("read the receipts", &sql, &[&day.to_string()], row)
    }

    /// Numbers of earlier receipts that look like the same slip: the same reference, or the same trace
    /// number and amount on the same day.
    pub fn same_slip(&self, row: &ReceiptRow) -> Result<Vec<u32>, StoreError> {
        let receipt = &row.receipt;
        self.all(
            "read the receipts",
            "SELECT no FROM receipt WHERE reference <> '' AND reference = ?1 AND no < ?2
             UNION
             SELECT no FROM receipt WHERE trace <> '' AND trace = ?3 AND amount_fen = ?4 AND day = ?5 AND no < ?2
             ORDER BY 1",
            &[
                &receipt.reference,
                &row.no,
                &receipt.trace,
                &receipt.amount_fen.0,
                &row.day.to_string(),
            ],
            |row| row.get(0),
        )
    }
}
