//! Packs that were made, on disk.

use kaizhang_core::pack::{PackMade, PackSubject};
use rusqlite::{Connection, params};

use crate::StoreError;
use crate::log::LogError;
use crate::projection::Head;
use crate::reminders::json;
use crate::view::View;

/// A pack that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct PackRow {
    /// The id of its entry.
    pub id: String,
    /// RFC 3339 UTC.
    pub at: String,
    /// Who made it.
    pub actor: String,
    /// What it is.
    pub made: PackMade,
}

pub(crate) fn add(
    connection: &Connection,
    head: &Head<'_>,
    made: &PackMade,
) -> Result<(), LogError> {
    let subject = match &made.subject {
        PackSubject::Incident { incident } => incident,
        PackSubject::Dispute { dispute } => dispute,
        PackSubject::Range { .. } => "",
    };
    connection
        .prepare_cached(
            "INSERT INTO pack (epoch, seq, id, at, actor, subject, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            head.epoch,
            head.seq as i64,
            head.id,
            head.at,
            head.actor,
            subject,
            serde_json::to_string(made)?,
        ])?;
    Ok(())
}

impl View<'_> {
    /// Packs that were made, newest first; of one incident or case where it is named.
    pub fn packs(&self, subject: Option<&str>, limit: u32) -> Result<Vec<PackRow>, StoreError> {
        let of = if subject.is_some() {
            "WHERE subject <> '' AND subject = ?1"
        } else {
            "WHERE ?1 = ''"
        };
        let sql = format!(
            "SELECT id, at, actor, json FROM pack {of} ORDER BY epoch DESC, seq DESC LIMIT ?2"
        );
        let subject = subject.unwrap_or_default();
        self.all("read the packs", &sql, &[&subject, &limit], |row| {
            Ok(PackRow {
                id: row.get(0)?,
                at: row.get(1)?,
                actor: row.get(2)?,
                made: json(row, 3)?,
            })
        })
    }
}
