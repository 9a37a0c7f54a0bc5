//! Reading: what `core` needs to decide, and what screens show.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use kaizhang_core::checklist::Checklist;
use kaizhang_core::opening::{Finish, Mark, MarkRecord, Opening};
use kaizhang_core::settling::Settled;
use kaizhang_core::shop::Shop;
use kaizhang_core::time::{Day, rfc3339};
use kaizhang_core::verdict::Outcome;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::StoreError;
use crate::attach::Attachment;
use crate::lists::span;
use crate::log::{self, Identity, LogError};
use crate::store::Reading;

/// The database at one instant.
#[derive(Clone, Copy)]
pub struct View<'c> {
    pub(crate) connection: &'c Connection,
    pub(crate) reading: &'c Reading,
}

/// An opening with the version of the checklist that it keeps, and its verdict once finished.
#[derive(Debug, Clone, PartialEq)]
pub struct OpeningRow {
    /// The opening with all its marks.
    pub opening: Opening,
    /// Its checklist.
    pub checklist: Arc<Checklist>,
    /// RFC 3339 UTC of its first mark.
    pub started_at: String,
    /// Minutes past the late time when it was finished.
    pub late_min: u32,
}

/// One line of history.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryRow {
    /// The business day.
    pub day: Day,
    /// The till.
    pub till: String,
    /// How it was closed; `None` while it is in progress.
    pub finish: Option<Finish>,
    /// The verdict; `None` while it is in progress.
    pub outcome: Option<Outcome>,
    /// Minutes past the late time when it was finished.
    pub late_min: u32,
    /// Somebody marked something.
    pub begun: bool,
    /// What the day was put on record as when it ended without a finished opening.
    pub settled: Option<Settled>,
    /// Reminders that came on that day.
    pub reminded: u32,
}

/// Which part of history is wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct HistoryWish {
    /// What was put on record by a clock that ran ahead of this does not count.
    pub now: DateTime<Utc>,
    /// Not before this day.
    pub from: Option<Day>,
    /// Not after this day.
    pub to: Option<Day>,
    /// At most so many openings, the newest.
    pub limit: u32,
}

impl View<'_> {
    /// Who writes here; `None` in an empty folder.
    pub fn identity(&self) -> Result<Option<Identity>, StoreError> {
        self.done(
            "read the device",
            log::identity(self.connection).map_err(LogError::from),
        )
    }

    /// Entries in the current epoch.
    pub fn size(&self) -> Result<u64, StoreError> {
        let epoch = self.identity()?.map_or(0, |identity| identity.epoch);
        self.done(
            "count entries",
            log::size(self.connection, epoch).map_err(LogError::from),
        )
    }

    /// The root over all entries of the current epoch.
    pub fn root(&self) -> Result<String, StoreError> {
        let epoch = self.identity()?.map_or(0, |identity| identity.epoch);
        let nodes = log::StoredNodes {
            connection: self.connection,
            epoch,
        };
        let root = kaizhang_ledger::tree::root(&nodes, self.size()?);
        Ok(self.done("read the tree", root)?.to_string())
    }

    /// The shop's settings and whether it is a demo; `None` in an empty folder.
    pub fn shop(&self) -> Result<Option<(Shop, bool)>, StoreError> {
        let query = || -> Result<_, LogError> {
            let row = self
                .connection
                .prepare_cached("SELECT json, demo FROM shop WHERE json <> ''")?
                .query_row([], |row| {
                    Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?))
                })
                .optional()?;
            row.map(|(json, demo)| Ok((serde_json::from_str(&json)?, demo)))
                .transpose()
        };
        self.done("read the shop", query())
    }

    /// The newest published checklist; `None` in an empty folder.
    pub fn checklist(&self) -> Result<Option<Arc<Checklist>>, StoreError> {
        let newest = "SELECT version, items FROM checklist ORDER BY version DESC LIMIT 1";
        self.done("read the checklist", self.load_checklist(newest, []))
    }

    fn load_checklist(
        &self,
        sql: &str,
        with: impl rusqlite::Params,
    ) -> Result<Option<Arc<Checklist>>, LogError> {
        let row = self
            .connection
            .prepare_cached(sql)?
            .query_row(with, |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))
            .optional()?;
        row.map(|(version, items)| Ok(self.reading.checklist(version, items)?))
            .transpose()
    }

    /// One opening; `None` before its first mark.
    pub fn opening(&self, till: &str, day: Day) -> Result<Option<OpeningRow>, StoreError> {
        self.done("read an opening", self.load_opening(till, day))
    }

    fn load_opening(&self, till: &str, day: Day) -> Result<Option<OpeningRow>, LogError> {
        let row = self
            .connection
            .prepare_cached(
                "SELECT checklist_version, due, started_at, finished_at, finished_by, note, late_min
                 FROM opening WHERE day = ?1 AND till = ?2",
            )?
            .query_row(params![day.to_string(), till], |row| {
                let version: u32 = row.get(0)?;
                let due: String = row.get(1)?;
                let late_min: u32 = row.get(6)?;
                Ok((version, due, row.get::<_, String>(2)?, finish(row, 3)?, late_min))
            })
            .optional()?;
        let Some((version, due, started_at, finish, late_min)) = row else {
            return Ok(None);
        };
        let by_version = "SELECT version, items FROM checklist WHERE version = ?1";
        let checklist = self.load_checklist(by_version, [version])?;
        let missing = || rusqlite::Error::QueryReturnedNoRows;
        Ok(Some(OpeningRow {
            checklist: checklist.ok_or_else(missing)?,
            started_at,
            late_min,
            opening: Opening {
                day,
                till: till.to_owned(),
                due: serde_json::from_str(&due)?,
                marks: self.marks(till, day)?,
                finish,
            },
        }))
    }

    fn marks(&self, till: &str, day: Day) -> Result<Vec<MarkRecord>, LogError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, item, result, value, note, attachments, at, actor, withdrawn
             FROM mark WHERE till = ?1 AND day = ?2 ORDER BY epoch, seq",
        )?;
        let mut rows = statement.query(params![till, day.to_string()])?;
        let mut marks = Vec::new();
        while let Some(row) = rows.next()? {
            let value: Option<String> = row.get(3)?;
            let attachments: String = row.get(5)?;
            marks.push(MarkRecord {
                id: row.get(0)?,
                item: row.get(1)?,
                result: result_from(&row.get::<_, String>(2)?),
                value: value.map(|json| serde_json::from_str(&json)).transpose()?,
                note: row.get(4)?,
                attachments: serde_json::from_str(&attachments)?,
                at: row.get(6)?,
                actor: row.get(7)?,
                withdrawn: row.get(8)?,
            });
        }
        Ok(marks)
    }

    /// The day before `day` on which an item of a till was last looked at and in order; `None` when it
    /// never was, or when the last look found it out of order.
    pub fn last_good(&self, till: &str, item: &str, day: Day) -> Result<Option<Day>, StoreError> {
        let query = || -> Result<Option<Day>, LogError> {
            let last = self
                .connection
                .prepare_cached(
                    "SELECT day, result FROM standing WHERE till = ?1 AND item = ?2 AND day < ?3
                     ORDER BY day DESC LIMIT 1",
                )?
                .query_row(params![till, item, day.to_string()], |row| {
                    Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
                })
                .optional()?;
            let good = last.filter(|(_, result)| result_from(result) != Mark::Fail);
            good.map(|(day, _)| parse_day(&day))
                .transpose()
                .map_err(LogError::from)
        };
        self.done("read what is due", query())
    }

    /// Openings and days put on record without one, newest first.
    pub fn history(&self, wish: &HistoryWish) -> Result<Vec<HistoryRow>, StoreError> {
        self.done("read the history", self.load_history(wish, None))
    }

    /// The same of one till.
    pub fn till_history(
        &self,
        till: &str,
        wish: &HistoryWish,
    ) -> Result<Vec<HistoryRow>, StoreError> {
        self.done("read the history", self.load_history(wish, Some(till)))
    }

    fn load_history(
        &self,
        wish: &HistoryWish,
        till: Option<&str>,
    ) -> Result<Vec<HistoryRow>, LogError> {
        let sql = history_sql(till.is_some());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let ((from, to), now) = (span(wish.from, wish.to), rfc3339(wish.now));
        let mut values: Vec<&dyn rusqlite::ToSql> = vec![&from, &to, &wish.limit, &now];
        values.extend(till.as_ref().map(|till| till as &dyn rusqlite::ToSql));
        let mut rows = statement.query(values.as_slice())?;
        let mut days = Vec::new();
        while let Some(row) = rows.next()? {
            let outcome: Option<String> = row.get(5)?;
            let settled: Option<String> = row.get(8)?;
            days.push(HistoryRow {
                day: parse_day(&row.get::<_, String>(0)?)?,
                till: row.get(1)?,
                finish: finish(row, 2)?,
                outcome: outcome
                    .map(|json| serde_json::from_str(&json))
                    .transpose()?,
                late_min: row.get(6)?,
                begun: row.get(7)?,
                settled: settled.map(|name| settled_from(&name)),
                reminded: row.get(9)?,
            });
        }
        Ok(days)
    }

    /// One attachment.
    pub fn attachment(&self, id: &str) -> Result<Option<Attachment>, StoreError> {
        let sql = "SELECT id, name, bytes, mime, sha256, at, actor, source, redacts FROM attachment WHERE id = ?1";
        self.one("read an attachment", sql, &[&id], attachment)
    }

    /// Copies of an attachment with parts blacked out, oldest first.
    pub fn redacted(&self, id: &str) -> Result<Vec<Attachment>, StoreError> {
        let sql = "SELECT id, name, bytes, mime, sha256, at, actor, source, redacts FROM attachment
                   WHERE redacts = ?1 ORDER BY at, id";
        self.all("read the copies", sql, &[&id], attachment)
    }

    /// Where the window was left, as JSON.
    pub fn place(&self) -> Result<Option<String>, StoreError> {
        let query = || -> Result<_, LogError> {
            let found = self
                .connection
                .prepare_cached("SELECT json FROM place")?
                .query_row([], |row| row.get(0));
            Ok(found.optional()?)
        };
        self.done("read the place", query())
    }

    pub(crate) fn done<T>(
        &self,
        operation: &str,
        result: Result<T, LogError>,
    ) -> Result<T, StoreError> {
        result.map_err(|error| {
            self.reading
                .failed(error.at(operation, &self.reading.database()))
        })
    }
}

/// Openings and days put on record without one. Each half is read in the order of its key, or of the days of the till that
/// `?5` names, and only as far as the limit asks.
pub(crate) fn history_sql(of_a_till: bool) -> String {
    let (opening, settled) = if of_a_till {
        ("AND opening.till = ?5", "AND settled.till = ?5")
    } else {
        ("", "")
    };
    format!(
        "SELECT opening.day, opening.till, finished_at, finished_by, note, outcome, late_min, 1,
                state, coalesce(reminded, 0)
         FROM opening LEFT JOIN settled
           ON settled.day = opening.day AND settled.till = opening.till AND settled.at <= ?4
         WHERE opening.day >= ?1 AND opening.day <= ?2 {opening}
         UNION ALL
         SELECT day, till, NULL, '', '', NULL, 0, 0, state, reminded FROM settled
         WHERE day >= ?1 AND day <= ?2 AND at <= ?4 {settled}
           AND NOT EXISTS (SELECT 1 FROM opening WHERE opening.day = settled.day AND opening.till = settled.till)
         ORDER BY 1 DESC, 2 DESC LIMIT ?3"
    )
}

fn attachment(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    Ok(Attachment {
        id: row.get(0)?,
        name: row.get(1)?,
        bytes: row.get::<_, i64>(2)? as u64,
        mime: row.get(3)?,
        sha256: row.get(4)?,
        at: row.get(5)?,
        actor: row.get(6)?,
        source: row
            .get::<_, Option<String>>(7)?
            .and_then(|source| crate::attach::source_from(&source)),
        redacts: row.get(8)?,
    })
}

fn finish(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<Finish>> {
    let at: Option<String> = row.get(first)?;
    at.map(|at| {
        Ok(Finish {
            at,
            actor: row.get(first + 1)?,
            note: row.get(first + 2)?,
        })
    })
    .transpose()
}

pub(crate) fn result_text(result: Mark) -> &'static str {
    match result {
        Mark::Pass => "pass",
        Mark::Fail => "fail",
        Mark::Na => "na",
    }
}

pub(crate) fn settled_from(text: &str) -> Settled {
    match text {
        "closed" => Settled::Closed,
        "pc_off" => Settled::PcOff,
        // The table admits only these three.
        _ => Settled::Missed,
    }
}

fn result_from(text: &str) -> Mark {
    match text {
        "pass" => Mark::Pass,
        "na" => Mark::Na,
        // The table admits only these three.
        _ => Mark::Fail,
    }
}

pub(crate) fn parse_day(text: &str) -> rusqlite::Result<Day> {
    text.parse().map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
    })
}
