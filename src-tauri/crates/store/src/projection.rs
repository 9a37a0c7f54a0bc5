//! The shadows of the ledger: what each fact changes in the tables that screens are read from.
//!
//! The same function runs when a fact is written and when the ledger is replayed, so the two cannot
//! come to differ.

use kaizhang_core::Fact;
use kaizhang_core::fact::{ItemMarked, MarkWithdrawn, OpeningFinished, OpeningStarted};
use kaizhang_core::time::Day;
use kaizhang_core::verdict::Outcome;
use rusqlite::{Connection, params};

use crate::log::{self, LogError, RawEntry};
use crate::migrations::PROJECTIONS;
use crate::{belongings, mornings, passages};

/// What of an entry's head the shadows keep.
pub(crate) struct Head<'a> {
    pub(crate) id: &'a str,
    pub(crate) epoch: u32,
    pub(crate) seq: u64,
    pub(crate) at: &'a str,
    /// The business day on which it was written.
    pub(crate) day: &'a str,
    pub(crate) actor: &'a str,
}

impl<'a> Head<'a> {
    pub(crate) fn of(entry: &'a RawEntry) -> Head<'a> {
        Head {
            id: &entry.id,
            epoch: entry.epoch,
            seq: entry.seq,
            at: &entry.at,
            day: &entry.day,
            actor: &entry.actor,
        }
    }
}

/// Brings the shadows up to date with one fact.
pub(crate) fn apply(connection: &Connection, head: &Head<'_>, fact: &Fact) -> Result<(), LogError> {
    match fact {
        // A later epoch belongs to the same shop.
        Fact::EpochBegun(begun) if begun.before.is_some() => {}
        Fact::EpochBegun(begun) => {
            connection
                .prepare_cached(
                    "INSERT INTO shop (one, json, demo) VALUES (1, '', ?1) ON CONFLICT (one) DO UPDATE SET demo = ?1",
                )?
                .execute([begun.demo.is_some()])?;
        }
        Fact::ShopSetUp(shop) => {
            connection
                .prepare_cached("UPDATE shop SET json = ?1")?
                .execute([serde_json::to_string(shop)?])?;
            for till in shop.tills.iter().filter(|_| !shop.by_default) {
                connection
                    .prepare_cached("INSERT OR IGNORE INTO till_since (till, at) VALUES (?1, ?2)")?
                    .execute([till.id.as_str(), head.at])?;
            }
        }
        Fact::ChecklistPublished(list) => {
            connection
                .prepare_cached("INSERT INTO checklist (version, items) VALUES (?1, ?2)")?
                .execute(params![list.version, serde_json::to_string(&list.items)?])?;
        }
        Fact::OpeningStarted(started) => start(connection, head, started)?,
        Fact::ItemMarked(mark) => insert_mark(connection, head, mark)?,
        Fact::MarkWithdrawn(withdrawn) => withdraw(connection, withdrawn)?,
        Fact::OpeningFinished(finished) => finish(connection, head, finished)?,
        Fact::FileAttached(file) => {
            connection
                .prepare_cached(
                    "INSERT INTO attachment (id, sha256, name, bytes, mime, at, actor, source, redacts)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                )?
                .execute(params![
                    head.id,
                    file.sha256,
                    file.name,
                    file.bytes as i64,
                    file.mime,
                    head.at,
                    head.actor,
                    file.source.map(crate::attach::source_text),
                    file.redacts,
                ])?;
        }
        Fact::KeyBackedUp(_) | Fact::AnchorGiven(_) | Fact::AnchorStamped(_) => {
            crate::anchors::apply(connection, head, fact)?;
        }
        other => crate::reminders::apply(connection, head, other)?,
    }
    note(connection, head, fact)
}

/// Notes the words of a fact and what its files belong to.
fn note(connection: &Connection, head: &Head<'_>, fact: &Fact) -> Result<(), LogError> {
    passages::apply(connection, head, fact)?;
    belongings::apply(connection, head, fact)
}

/// Notes the words and files of all that was written before they were noted as they are now.
pub(crate) fn look_back(connection: &Connection) -> Result<(), LogError> {
    each_fact(connection, |head, fact| note(connection, head, fact))?;
    Ok(())
}

/// Pages that a replay keeps at hand, in KiB as SQLite reads a negative number: enough for the shadows of ten years, which
/// it would otherwise write and read again while it goes on.
const REPLAY_CACHE: i64 = -64 * 1024;

/// Empties the shadows and refills them from the ledger; returns how many entries were read. Entries
/// of a kind that this version does not know cast no shadow.
pub(crate) fn replay(connection: &Connection) -> Result<u64, LogError> {
    let usual: i64 = connection.pragma_query_value(None, "cache_size", |row| row.get(0))?;
    connection.pragma_update(None, "cache_size", REPLAY_CACHE)?;
    let entries = empty_and_fill(connection);
    connection.pragma_update(None, "cache_size", usual)?;
    entries
}

fn empty_and_fill(connection: &Connection) -> Result<u64, LogError> {
    for table in PROJECTIONS {
        // The names are this program's own constants.
        connection.execute(&format!("DELETE FROM {table}"), [])?;
    }
    passages::empty(connection)?;
    replay_into(connection, connection)
}

/// Fills the empty shadows of `into` from the ledger of `from`.
pub(crate) fn replay_into(from: &Connection, into: &Connection) -> Result<u64, LogError> {
    each_fact(from, |head, fact| apply(into, head, fact))
}

/// Reads every fact of a ledger in order; returns how many entries there are.
fn each_fact(
    from: &Connection,
    mut look: impl FnMut(&Head<'_>, &Fact) -> Result<(), LogError>,
) -> Result<u64, LogError> {
    let mut entries = 0;
    log::each_entry(from, |_, _, text| {
        entries += 1;
        let entry = RawEntry::read(text)?;
        match Fact::read(&entry.kind, &entry.body)? {
            Some(fact) => look(&Head::of(&entry), &fact),
            None => Ok(()),
        }
    })?;
    Ok(entries)
}

fn start(
    connection: &Connection,
    head: &Head<'_>,
    started: &OpeningStarted,
) -> Result<(), LogError> {
    connection
        .prepare_cached(
            "INSERT INTO opening (day, till, checklist_version, due, started_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            day(started.day),
            started.till,
            started.checklist_version,
            serde_json::to_string(&started.due)?,
            head.at,
        ])?;
    Ok(())
}

fn insert_mark(
    connection: &Connection,
    head: &Head<'_>,
    mark: &ItemMarked,
) -> Result<(), LogError> {
    let value = mark.value.as_ref().map(serde_json::to_string).transpose()?;
    let day = day(mark.day);
    connection
        .prepare_cached(
            "INSERT INTO mark (till, day, epoch, seq, id, item, result, value, note, attachments, at, actor, withdrawn)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0)",
        )?
        .execute(params![
            mark.till,
            day,
            head.epoch,
            head.seq as i64,
            head.id,
            mark.item,
            crate::view::result_text(mark.result),
            value,
            mark.note,
            serde_json::to_string(&mark.attachments)?,
            head.at,
            head.actor,
        ])?;
    connection
        .prepare_cached(
            "INSERT INTO standing (till, item, day, result) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET result = excluded.result",
        )?
        .execute(params![
            mark.till,
            mark.item,
            day,
            crate::view::result_text(mark.result)
        ])?;
    amend(connection, &mark.till, &day, mark.outcome.as_ref())
}

fn withdraw(connection: &Connection, withdrawn: &MarkWithdrawn) -> Result<(), LogError> {
    let day = day(withdrawn.day);
    connection
        .prepare_cached("UPDATE mark SET withdrawn = 1 WHERE till = ?1 AND day = ?2 AND id = ?3")?
        .execute(params![withdrawn.till, day, withdrawn.mark])?;
    let key = params![withdrawn.till, withdrawn.item, day];
    connection
        .prepare_cached("DELETE FROM standing WHERE till = ?1 AND item = ?2 AND day = ?3")?
        .execute(key)?;
    connection
        .prepare_cached(
            "INSERT INTO standing (till, item, day, result)
             SELECT till, item, day, result FROM mark
             WHERE till = ?1 AND item = ?2 AND day = ?3 AND withdrawn = 0
             ORDER BY epoch DESC, seq DESC LIMIT 1",
        )?
        .execute(key)?;
    amend(
        connection,
        &withdrawn.till,
        &day,
        withdrawn.outcome.as_ref(),
    )
}

fn finish(
    connection: &Connection,
    head: &Head<'_>,
    finished: &OpeningFinished,
) -> Result<(), LogError> {
    connection
        .prepare_cached(
            "UPDATE opening SET finished_at = ?3, finished_by = ?4, note = ?5, outcome = ?6, late_min = ?7
             WHERE till = ?1 AND day = ?2",
        )?
        .execute(params![
            finished.till,
            day(finished.day),
            head.at,
            head.actor,
            finished.note,
            serde_json::to_string(&finished.outcome)?,
            finished.late_min,
        ])?;
    mornings::refresh(connection, &finished.till, &day(finished.day))
}

/// A mark after the finish brings its new verdict along.
fn amend(
    connection: &Connection,
    till: &str,
    day: &str,
    outcome: Option<&Outcome>,
) -> Result<(), LogError> {
    if let Some(outcome) = outcome {
        connection
            .prepare_cached("UPDATE opening SET outcome = ?3 WHERE till = ?1 AND day = ?2")?
            .execute(params![till, day, serde_json::to_string(outcome)?])?;
        mornings::refresh(connection, till, day)?;
    }
    Ok(())
}

/// Days are text in the database, so that they sort and read as themselves.
fn day(day: Day) -> String {
    day.to_string()
}
