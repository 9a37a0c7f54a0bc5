//! Reminders on disk: the shadows of what was planned, fired and settled.

use chrono::{DateTime, Utc};
use kaizhang_core::Fact;
use kaizhang_core::fact::DaysPlanned;
use kaizhang_core::firing::{Fired, PutOff};
use kaizhang_core::schedule::{Kind, Planned, Reminders};
use kaizhang_core::settling::Settled;
use kaizhang_core::time::{Day, rfc3339};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::StoreError;
use crate::log::LogError;
use crate::projection::Head;
use crate::view::{View, parse_day, settled_from};

/// A day that differs from the week.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedDay {
    /// The business day.
    pub day: Day,
    /// What the owner decided.
    pub planned: Planned,
    /// Why.
    pub note: String,
}

/// Brings the shadows up to date with one fact about reminders.
pub(crate) fn apply(connection: &Connection, head: &Head<'_>, fact: &Fact) -> Result<(), LogError> {
    let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| -> Result<(), LogError> {
        connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    };
    match fact {
        Fact::RemindersSet(rules) => run(
            "INSERT INTO reminder_rules (one, json) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET json = ?1",
            &[&serde_json::to_string(rules)?],
        ),
        Fact::DaysPlanned(planned) => plan(connection, planned),
        Fact::ReminderFired(fired) => run(
            "INSERT INTO reminder (day, till, kind, n, planned_at, fired_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &[
                &fired.day.to_string(),
                &fired.till,
                &fired.kind.name(),
                &fired.n,
                &rfc3339(fired.planned_at),
                &head.at,
            ],
        ),
        Fact::ReminderPutOff(put_off) => run(
            "INSERT INTO put_off (day, asked_at, until_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (day) DO UPDATE SET asked_at = ?2, until_at = ?3",
            &[&put_off.day.to_string(), &head.at, &rfc3339(put_off.until)],
        ),
        Fact::DaySettled(settled) => run(
            "INSERT INTO settled (day, till, state, reminded, at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (day, till) DO UPDATE SET state = ?3, reminded = ?4, at = ?5",
            &[
                &settled.day.to_string(),
                &settled.till,
                &settled_text(settled.state),
                &settled.reminded,
                &head.at,
            ],
        ),
        Fact::OwnerTold(told) => run(
            "INSERT OR IGNORE INTO owner_told (day, at, channel) VALUES (?1, ?2, ?3)",
            &[&told.day.to_string(), &head.at, &told.channel],
        ),
        Fact::ClockJumped(jump) => run(
            "INSERT OR IGNORE INTO clock_jump (day, at, from_at) VALUES (?1, ?2, ?3)",
            &[
                &jump.day.to_string(),
                &rfc3339(jump.to),
                &rfc3339(jump.from),
            ],
        ),
        other => crate::records::apply(connection, head, other),
    }
}

fn plan(connection: &Connection, planned: &DaysPlanned) -> Result<(), LogError> {
    let days = planned
        .from
        .iter_days()
        .take_while(|day| *day <= planned.to);
    let json = serde_json::to_string(&planned.planned)?;
    let mut forget = connection.prepare_cached("DELETE FROM planned_day WHERE day = ?1")?;
    let mut keep = connection
        .prepare_cached("INSERT INTO planned_day (day, plan, note) VALUES (?1, ?2, ?3)")?;
    for day in days {
        forget.execute([day.to_string()])?;
        if planned.planned != Planned::Usual {
            keep.execute(params![day.to_string(), json, planned.note])?;
        }
    }
    Ok(())
}

impl View<'_> {
    /// Since when a till is there and set up by a person; `None` when it is not.
    pub fn till_since(&self, till: &str) -> Result<Option<DateTime<Utc>>, StoreError> {
        let sql = "SELECT at FROM till_since WHERE till = ?1";
        self.one("read since when", sql, &[&till], |row| instant(row, 0))
    }

    /// How the owner wants to be reminded.
    pub fn reminders(&self) -> Result<Reminders, StoreError> {
        let sql = "SELECT json FROM reminder_rules";
        let rules = self.one("read the reminders", sql, &[], |row| json(row, 0))?;
        Ok(rules.unwrap_or_default())
    }

    /// The days from `from` to `to` that differ from the week, in order.
    pub fn planned(&self, from: Day, to: Day) -> Result<Vec<PlannedDay>, StoreError> {
        self.all(
            "read the planned days",
            "SELECT day, plan, note FROM planned_day WHERE day BETWEEN ?1 AND ?2 ORDER BY day",
            &[&from.to_string(), &to.to_string()],
            |row| {
                Ok(PlannedDay {
                    day: parse_day(&row.get::<_, String>(0)?)?,
                    planned: json(row, 1)?,
                    note: row.get(2)?,
                })
            },
        )
    }

    /// What fired for a till on a day.
    pub fn fired(&self, till: &str, day: Day) -> Result<Vec<Fired>, StoreError> {
        self.all(
            "read what fired",
            "SELECT kind, planned_at, fired_at FROM reminder WHERE day = ?1 AND till = ?2
             ORDER BY CASE kind WHEN 'due' THEN 0 WHEN 'late' THEN 1 ELSE 2 END, n",
            &[&day.to_string(), &till],
            |row| {
                Ok(Fired {
                    kind: kind_from(&row.get::<_, String>(0)?),
                    planned_at: instant(row, 1)?,
                    fired_at: instant(row, 2)?,
                })
            },
        )
    }

    /// The last "in ten minutes" of a day.
    pub fn put_off(&self, day: Day) -> Result<Option<PutOff>, StoreError> {
        let sql = "SELECT asked_at, until_at FROM put_off WHERE day = ?1";
        self.one("read the quiet", sql, &[&day.to_string()], |row| {
            Ok(PutOff {
                asked_at: instant(row, 0)?,
                until: instant(row, 1)?,
            })
        })
    }

    /// What a till's day was put on record as. What was written by a clock that ran ahead does not count.
    pub fn settled(
        &self,
        till: &str,
        day: Day,
        now: DateTime<Utc>,
    ) -> Result<Option<Settled>, StoreError> {
        let sql = "SELECT state FROM settled WHERE day = ?1 AND till = ?2 AND at <= ?3";
        let values: [&dyn rusqlite::ToSql; 3] = [&day.to_string(), &till, &rfc3339(now)];
        self.one("read a day", sql, &values, |row| {
            Ok(settled_from(&row.get::<_, String>(0)?))
        })
    }

    /// Whether the opening of a till's day is finished.
    pub fn is_finished(&self, till: &str, day: Day) -> Result<bool, StoreError> {
        let sql = "SELECT finished_at IS NOT NULL FROM opening WHERE day = ?1 AND till = ?2";
        let found = self.one("read an opening", sql, &[&day.to_string(), &till], |row| {
            row.get(0)
        })?;
        Ok(found.unwrap_or(false))
    }

    /// Whether anything that still stands was marked on a till's day.
    pub fn is_begun(&self, till: &str, day: Day) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM mark WHERE till = ?2 AND day = ?1 AND NOT withdrawn LIMIT 1";
        let found = self.one("read an opening", sql, &[&day.to_string(), &till], |_| {
            Ok(())
        })?;
        Ok(found.is_some())
    }

    /// When and which way the owner was told about a day.
    pub fn owner_told(&self, day: Day) -> Result<Vec<(String, String)>, StoreError> {
        let sql = "SELECT at, channel FROM owner_told WHERE day = ?1 ORDER BY at, channel";
        self.all("read who was told", sql, &[&day.to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    /// When on a day the PC's clock was set, and what it would have shown.
    pub fn clock_jumps(&self, day: Day) -> Result<Vec<(String, String)>, StoreError> {
        let sql = "SELECT at, from_at FROM clock_jump WHERE day = ?1 ORDER BY at";
        self.all("read the clock", sql, &[&day.to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    /// The tills and days from `from` to `to` that need no settling: finished, or put on record by a clock
    /// that did not run ahead of `now`.
    pub fn over_and_done(
        &self,
        from: Day,
        to: Day,
        now: DateTime<Utc>,
    ) -> Result<Vec<(Day, String)>, StoreError> {
        self.all(
            "read the days",
            "SELECT day, till FROM opening WHERE day BETWEEN ?1 AND ?2 AND finished_at IS NOT NULL
             UNION ALL SELECT day, till FROM settled WHERE day BETWEEN ?1 AND ?2 AND at <= ?3",
            &[&from.to_string(), &to.to_string(), &rfc3339(now)],
            |row| Ok((parse_day(&row.get::<_, String>(0)?)?, row.get(1)?)),
        )
    }

    pub(crate) fn one<T>(
        &self,
        operation: &str,
        sql: &str,
        values: &[&dyn rusqlite::ToSql],
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let query = || -> Result<Option<T>, LogError> {
            let mut statement = self.connection.prepare_cached(sql)?;
            Ok(statement.query_row(values, read).optional()?)
        };
        self.done(operation, query())
    }

    pub(crate) fn all<T>(
        &self,
        operation: &str,
        sql: &str,
        values: &[&dyn rusqlite::ToSql],
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let query = || -> Result<Vec<T>, LogError> {
            let mut statement = self.connection.prepare_cached(sql)?;
            let rows = statement.query_map(values, read)?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        self.done(operation, query())
    }
}

fn settled_text(settled: Settled) -> &'static str {
    match settled {
        Settled::Missed => "missed",
        Settled::Closed => "closed",
        Settled::PcOff => "pc_off",
    }
}

fn kind_from(text: &str) -> Kind {
    match text {
        "due" => Kind::Due,
        "late" => Kind::Late,
        // The table admits only these three.
        _ => Kind::Nag,
    }
}

/// A column that does not read as what it must be is damage, which SQLite's own error for a wrong type says.
pub(crate) fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<DateTime<Utc>> {
    let text: String = row.get(column)?;
    text.parse().map_err(|error| unreadable(column, error))
}

pub(crate) fn json<T: serde::de::DeserializeOwned>(
    row: &Row<'_>,
    column: usize,
) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| unreadable(column, error))
}

fn unreadable(
    column: usize,
    error: impl std::error::Error + Send + Sync + 'static,
) -> rusqlite::Error {
    let kind = rusqlite::types::Type::Text;
    rusqlite::Error::FromSqlConversionFailure(column, kind, Box::new(error))
}
