//! Disputes on disk.

use kaizhang_core::Fact;
use kaizhang_core::dispute::{self, Details, Dispute, Kind, Link, State};
use kaizhang_core::fact::{DisputeAmended, DisputeLinked, DisputeOpened};
use kaizhang_core::incident::Incident;
use kaizhang_core::sale::PendingSale;
use kaizhang_core::time::Day;
use rusqlite::{Connection, Row, params};

use crate::lists::{self, HOLDS_WORDS, IS_MEANT, RecordEvent, happened, span};
use crate::log::LogError;
use crate::projection::Head;
use crate::receipts::ReceiptRow;
use crate::reminders::json;
use crate::view::View;
use crate::{StoreError, incidents, receipts};

/// Something that belongs to a case.
#[derive(Debug, Clone, PartialEq)]
pub struct DisputeLinkRow {
    /// What.
    pub link: Link,
    /// RFC 3339 UTC: since when.
    pub at: String,
    /// Who said so.
    pub actor: String,
}

/// Which cases are wanted, newest first.
#[derive(Debug, Clone, Default)]
pub struct DisputeWish {
    /// Only those that are neither won, lost nor withdrawn.
    pub going_on: bool,
    /// Only those in this state.
    pub state: Option<State>,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Words that must all be found in it, in lower case.
    pub words: Vec<String>,
    /// Notice not before this day.
    pub from: Option<Day>,
    /// Notice not after this day.
    pub to: Option<Day>,
    /// Older than this number.
    pub before: Option<u32>,
    /// At most so many.
    pub limit: u32,
}

/// What on record may belong to a case, before the rules have looked.
#[derive(Debug, Clone, Default)]
pub struct DisputeCandidates {
    /// Slips.
    pub receipts: Vec<ReceiptRow>,
    /// Sales that are or were in doubt.
    pub sales: Vec<PendingSale>,
    /// What did not work.
    pub incidents: Vec<Incident>,
}

/// Most candidates of one kind that are looked at.
const MOST_CANDIDATES: u32 = 200;

/// Brings the shadows up to date with one fact about a case.
pub(crate) fn apply(connection: &Connection, head: &Head<'_>, fact: &Fact) -> Result<(), LogError> {
    let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| -> Result<(), LogError> {
        connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    };
    let event = |dispute: &str| {
        let insert = "INSERT INTO dispute_event (dispute, epoch, seq, id, at, actor, kind, json)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        happened(connection, insert, head, dispute, fact)
    };
    match fact {
        Fact::DisputeOpened(opened) => {
            open(connection, head, opened)?;
            event(head.id)
        }
        Fact::DisputeAmended(amended) => {
            amend(connection, amended)?;
            event(&amended.dispute)
        }
        Fact::DisputeLinked(linked) => {
            link(connection, head, linked)?;
            event(&linked.dispute)
        }
        Fact::DisputeUnlinked(unlinked) => {
            run(
                "DELETE FROM dispute_link WHERE dispute = ?1 AND key = ?2",
                &[&unlinked.dispute, &unlinked.link.key()],
            )?;
            event(&unlinked.dispute)
        }
        Fact::DisputeSubmitted(submitted) => {
            run(
                "UPDATE dispute SET state = 'submitted', submission = ?2 WHERE id = ?1",
                &[
                    &submitted.dispute,
                    &serde_json::to_string(&submitted.submission)?,
                ],
            )?;
            event(&submitted.dispute)
        }
        Fact::DisputeClosed(closed) => {
            run(
                "UPDATE dispute SET state = ?2, ending = ?3 WHERE id = ?1",
                &[
                    &closed.dispute,
                    &closed.ending.outcome.state().name(),
                    &serde_json::to_string(&closed.ending)?,
                ],
            )?;
            event(&closed.dispute)
        }
        Fact::DisputeReopened(reopened) => {
            run(
                "UPDATE dispute SET state = 'open', submission = NULL, ending = NULL WHERE id = ?1",
                &[&reopened.dispute],
            )?;
            event(&reopened.dispute)
        }
        Fact::ReplyReminded(reminded) => run(
            "INSERT OR IGNORE INTO reply_reminder (day, at, cases, overdue) VALUES (?1, ?2, ?3, ?4)",
            &[
                &reminded.day.to_string(),
                &head.at,
                &reminded.cases,
                &reminded.overdue,
            ],
        ),
        // The other kinds cast their shadows elsewhere.
        _ => Ok(()),
    }
}

fn open(connection: &Connection, head: &Head<'_>, opened: &DisputeOpened) -> Result<(), LogError> {
    let details = &opened.details;
    connection
        .prepare_cached(
            "INSERT INTO dispute (id, no, kind, state, notice_on, reply_by, words, opened_at, opened_by, details, notice)
             VALUES (?1, (SELECT coalesce(max(no), 0) + 1 FROM dispute), ?2, 'open', ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            head.id,
            details.kind.name(),
            details.notice_on.to_string(),
            details.reply_by.map(|day| day.to_string()),
            words(details),
            head.at,
            head.actor,
            serde_json::to_string(details)?,
            serde_json::to_string(&opened.notice)?,
        ])?;
    Ok(())
}

fn amend(connection: &Connection, amended: &DisputeAmended) -> Result<(), LogError> {
    let details = &amended.details;
    connection
        .prepare_cached(
            "UPDATE dispute SET kind = ?2, notice_on = ?3, reply_by = ?4, words = ?5, details = ?6, notice = ?7
             WHERE id = ?1",
        )?
        .execute(params![
            amended.dispute,
            details.kind.name(),
            details.notice_on.to_string(),
            details.reply_by.map(|day| day.to_string()),
            words(details),
            serde_json::to_string(details)?,
            serde_json::to_string(&amended.notice)?,
        ])?;
    Ok(())
}

fn link(connection: &Connection, head: &Head<'_>, linked: &DisputeLinked) -> Result<(), LogError> {
    connection
        .prepare_cached(
            "INSERT INTO dispute_link (dispute, key, epoch, seq, at, actor, json)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            linked.dispute,
            linked.link.key(),
            head.epoch,
            head.seq as i64,
            head.at,
            head.actor,
            serde_json::to_string(&linked.link)?,
        ])?;
    Ok(())
}

/// Everything of a case that a person could look for, in lower case.
fn words(details: &Details) -> String {
    let amount = details
        .amount_fen
        .map(|fen| fen.to_major())
        .unwrap_or_default();
    let card = details.card.as_ref().map_or("", |card| card.as_str());
    let parts = [
        &amount,
        card,
        &details.channel,
        &details.notice_no,
        &details.said,
        &details.reference,
        &details.trace,
        &details.story,
    ];
    let said = parts.into_iter().filter(|part| !part.is_empty());
    said.collect::<Vec<_>>().join("\n").to_lowercase()
}

const DISPUTE: &str =
    "SELECT id, no, opened_at, opened_by, details, notice, state, submission, ending FROM dispute";

fn dispute(row: &Row<'_>) -> rusqlite::Result<Dispute> {
    let given = |column: usize| -> rusqlite::Result<bool> {
        Ok(row.get::<_, Option<String>>(column)?.is_some())
    };
    Ok(Dispute {
        id: row.get(0)?,
        no: row.get(1)?,
        opened_at: row.get(2)?,
        opened_by: row.get(3)?,
        details: json(row, 4)?,
        notice: json(row, 5)?,
        state: match row.get::<_, String>(6)?.as_str() {
            "submitted" => State::Submitted,
            "won" => State::Won,
            "lost" => State::Lost,
            "withdrawn" => State::Withdrawn,
            // The table admits only these five.
            _ => State::Open,
        },
        submission: given(7)?.then(|| json(row, 7)).transpose()?,
        ending: given(8)?.then(|| json(row, 8)).transpose()?,
    })
}

/// Cases of which the notice came from one day to another, which need not be in the order of their numbers.
pub(crate) fn list_sql() -> String {
    format!(
        "{DISPUTE} INDEXED BY dispute_notice
         WHERE no < ?2 AND notice_on >= ?3 AND notice_on <= ?4 AND (?5 = '' OR state = ?5) AND (?6 = '' OR kind = ?6)
           AND (NOT ?7 OR state IN ('open', 'submitted')) AND {HOLDS_WORDS}
         ORDER BY no DESC LIMIT ?8"
    )
}

impl View<'_> {
    /// One case, by its id or its number.
    pub fn dispute(&self, which: &str) -> Result<Option<Dispute>, StoreError> {
        let sql = format!("{DISPUTE} WHERE {IS_MEANT}");
        self.one("read a case", &sql, &[&which], dispute)
    }

    /// Cases, newest first.
    pub fn disputes(&self, wish: &DisputeWish) -> Result<Vec<Dispute>, StoreError> {
        let words = lists::words(&wish.words);
        let (from, to) = span(wish.from, wish.to);
        let before = wish.before.unwrap_or(u32::MAX);
        let state = wish.state.map_or("", State::name);
        let kind = wish.kind.map_or("", Kind::name);
        self.all(
            "read the cases",
            &list_sql(),
            &[
                &words,
                &before,
                &from,
                &to,
                &state,
                &kind,
                &wish.going_on,
                &wish.limit,
            ],
            dispute,
        )
    }

    /// The cases that wait for the shop's answer, the most pressing first; those without a day last.
    pub fn open_disputes(&self) -> Result<Vec<Dispute>, StoreError> {
        let sql = format!("{DISPUTE} WHERE state = 'open' ORDER BY reply_by IS NULL, reply_by, no");
        self.all("read the cases", &sql, &[], dispute)
    }

    /// What belongs to a case, in the order in which it was linked.
    pub fn dispute_links(&self, id: &str) -> Result<Vec<DisputeLinkRow>, StoreError> {
        let sql = "SELECT json, at, actor FROM dispute_link WHERE dispute = ?1 ORDER BY epoch, seq";
        self.all("read a case", sql, &[&id], |row| {
            Ok(DisputeLinkRow {
                link: json(row, 0)?,
                at: row.get(1)?,
                actor: row.get(2)?,
            })
        })
    }

    /// What happened in a case, oldest first.
    pub fn dispute_events(&self, id: &str) -> Result<Vec<RecordEvent>, StoreError> {
        let sql = "SELECT id, at, actor, kind, json FROM dispute_event WHERE dispute = ?1 ORDER BY epoch, seq";
        self.events("read a case", sql, id)
    }

    /// What on record may belong to a case: the rules in `core` decide what does.
    pub fn dispute_candidates(&self, details: &Details) -> Result<DisputeCandidates, StoreError> {
        let (first, last) = dispute::days_to_search(details);
        let (first, last) = (first.to_string(), last.to_string());
        let amount = details.amount_fen.map(|fen| fen.0);
        let receipts = format!(
            "{} WHERE id IN (
                SELECT id FROM receipt WHERE reference <> '' AND reference = ?1
                UNION SELECT id FROM receipt WHERE trace <> '' AND trace = ?2 AND day BETWEEN ?3 AND ?4
                UNION SELECT id FROM receipt WHERE amount_fen = ?5 AND day BETWEEN ?3 AND ?4)
             ORDER BY at DESC, no DESC LIMIT ?6",
            receipts::COLUMNS
        );
        let sales = format!(
            "{} WHERE day BETWEEN ?1 AND ?2 ORDER BY day DESC, id DESC LIMIT ?3",
            incidents::SALE
        );
        let incidents = format!(
            "{} WHERE day BETWEEN ?1 AND ?2 ORDER BY day DESC, no DESC LIMIT ?3",
            incidents::INCIDENT
        );
        Ok(DisputeCandidates {
            receipts: self.all(
                "read the receipts",
                &receipts,
                &[
                    &details.reference,
                    &details.trace,
                    &first,
                    &last,
                    &amount,
                    &MOST_CANDIDATES,
                ],
                receipts::row,
            )?,
            sales: self.all(
                "read the sales",
                &sales,
                &[&first, &last, &MOST_CANDIDATES],
                incidents::sale,
            )?,
            incidents: self.all(
                "read the incidents",
                &incidents,
                &[&first, &last, &MOST_CANDIDATES],
                incidents::incident,
            )?,
        })
    }

    /// Whether the shop was reminded on a day of the answers that are due.
    pub fn reply_reminded(&self, day: Day) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM reply_reminder WHERE day = ?1";
        let found = self.one(
            "read the reminders of answers",
            sql,
            &[&day.to_string()],
            |_| Ok(()),
        )?;
        Ok(found.is_some())
    }
}
