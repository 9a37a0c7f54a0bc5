//! What each file belongs to: the record to open for it.
//!
//! A file is brought first and named by a record afterwards, so a file alone does not know. What was taken back is
//! forgotten here, for it leads nowhere any more; the mark of a photo that was taken back still stands on its day.

use kaizhang_core::Fact;
use kaizhang_core::dispute::Link;
use kaizhang_core::incident::Note;
use kaizhang_core::time::Day;
use rusqlite::{Connection, OptionalExtension, params};

use crate::incidents;
use crate::log::LogError;
use crate::projection::Head;
use crate::view::{View, parse_day};

/// Which kind of record a file belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BelongsTo {
    /// A mark of an opening.
    Mark,
    /// An incident or a sale that it left in doubt.
    Incident,
    /// A receipt.
    Receipt,
    /// A case.
    Dispute,
}

impl BelongsTo {
    fn word(self) -> &'static str {
        match self {
            BelongsTo::Mark => "mark",
            BelongsTo::Incident => "incident",
            BelongsTo::Receipt => "receipt",
            BelongsTo::Dispute => "dispute",
        }
    }

    fn from_word(word: &str) -> BelongsTo {
        match word {
            "incident" => BelongsTo::Incident,
            "receipt" => BelongsTo::Receipt,
            "dispute" => BelongsTo::Dispute,
            // The table admits only these four.
            _ => BelongsTo::Mark,
        }
    }
}

/// What a file belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belonging {
    /// The kind of record.
    pub kind: BelongsTo,
    /// Its id.
    pub record: String,
    /// The number of the incident, receipt or case.
    pub no: Option<u32>,
    /// The business day of a mark.
    pub day: Option<Day>,
    /// The till of a mark; empty for the other kinds.
    pub till: String,
}

/// A record as it names a file.
#[derive(Default)]
struct Naming<'a> {
    kind: &'static str,
    record: &'a str,
    part: String,
    day: String,
    till: &'a str,
}

/// Brings what files belong to up to date with one fact.
pub(crate) fn apply(connection: &Connection, head: &Head<'_>, fact: &Fact) -> Result<(), LogError> {
    let belong = |files: &[String], naming: &Naming<'_>| {
        let mut files = files.iter();
        files.try_for_each(|file| insert(connection, head, file, naming))
    };
    let incident = |record: &str, files: &[String]| belong(files, &of(BelongsTo::Incident, record));
    match fact {
        Fact::ItemMarked(mark) => belong(
            &mark.attachments,
            &Naming {
                day: mark.day.to_string(),
                till: &mark.till,
                ..of(BelongsTo::Mark, head.id)
            },
        ),
        Fact::IncidentOpened(opened) => incident(head.id, &opened.attachments),
        Fact::IncidentNoted(noted) => match &noted.note {
            Note::Attached { attachments } => incident(&noted.incident, attachments),
            _ => Ok(()),
        },
        Fact::IncidentResolved(one) => incident(&one.incident, &one.resolution.proof),
        Fact::SaleSettled(settled) => incident(
            &incidents::incident_of(connection, &settled.sale)?,
            &settled.attachments,
        ),
        Fact::ReceiptAdded(added) => {
            belong(&added.receipt.attachments, &of(BelongsTo::Receipt, head.id))
        }
        Fact::ReceiptAmended(one) => {
            keep_only(connection, &one.id, &one.receipt.attachments)?;
            belong(&one.receipt.attachments, &of(BelongsTo::Receipt, &one.id))
        }
        Fact::DisputeOpened(opened) => belong(&opened.notice, &of(BelongsTo::Dispute, head.id)),
        Fact::DisputeAmended(one) => {
            keep_only(connection, &one.dispute, &one.notice)?;
            belong(&one.notice, &of(BelongsTo::Dispute, &one.dispute))
        }
        Fact::DisputeLinked(one) => match &one.link {
            Link::File { id, .. } => {
                let naming = Naming {
                    part: one.link.key(),
                    ..of(BelongsTo::Dispute, &one.dispute)
                };
                insert(connection, head, id, &naming)
            }
            _ => Ok(()),
        },
        Fact::DisputeUnlinked(one) => {
            connection
                .prepare_cached("DELETE FROM belonging WHERE record = ?1 AND part = ?2")?
                .execute([&one.dispute, &one.link.key()])?;
            Ok(())
        }
        _ => Ok(()),
    }
}

fn of(kind: BelongsTo, record: &str) -> Naming<'_> {
    Naming {
        kind: kind.word(),
        record,
        ..Naming::default()
    }
}

fn insert(
    connection: &Connection,
    head: &Head<'_>,
    file: &str,
    naming: &Naming<'_>,
) -> Result<(), LogError> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO belonging (file, kind, record, part, epoch, seq, day, till)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            file,
            naming.kind,
            naming.record,
            naming.part,
            head.epoch,
            head.seq as i64,
            naming.day,
            naming.till,
        ])?;
    Ok(())
}

/// Forgets the files that a record written anew does not name any more; what was linked to it stays.
fn keep_only(connection: &Connection, record: &str, files: &[String]) -> Result<(), LogError> {
    let files = serde_json::Value::from(files).to_string();
    connection
        .prepare_cached(
            "DELETE FROM belonging
             WHERE record = ?1 AND part = '' AND file NOT IN (SELECT value FROM json_each(?2))",
        )?
        .execute([record, &files])?;
    Ok(())
}

impl View<'_> {
    /// What a file was brought for: of all that it belongs to the first.
    pub(crate) fn belonging(&self, file: &str) -> Result<Option<Belonging>, LogError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, record,
                    coalesce((SELECT no FROM incident WHERE incident.id = record),
                             (SELECT no FROM receipt WHERE receipt.id = record),
                             (SELECT no FROM dispute WHERE dispute.id = record)),
                    day, till
             FROM belonging WHERE file = ?1 ORDER BY epoch, seq, kind, record LIMIT 1",
        )?;
        let found = statement.query_row([file], |row| {
            let day: String = row.get(3)?;
            Ok(Belonging {
                kind: BelongsTo::from_word(&row.get::<_, String>(0)?),
                record: row.get(1)?,
                no: row.get(2)?,
                day: (!day.is_empty()).then(|| parse_day(&day)).transpose()?,
                till: row.get(4)?,
            })
        });
        Ok(found.optional()?)
    }
}
