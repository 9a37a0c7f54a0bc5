//! One short row for each finished opening, and for each count of its drawer, from which the calendar and the figures are
//! read.

use chrono::{DateTime, Utc};
use kaizhang_core::checklist::{Item, Kind};
use kaizhang_core::figures::{Cash, Counted, Fixed, Morning};
use kaizhang_core::incident::Details;
use kaizhang_core::money::Fen;
use kaizhang_core::time::{Day, rfc3339};
use kaizhang_core::value::Value;
use kaizhang_core::verdict::{LaneState, Outcome};
use rusqlite::{Connection, OptionalExtension, params};

use crate::StoreError;
use crate::log::LogError;
use crate::reminders::{instant, json};
use crate::view::{View, parse_day, settled_from};

/// Writes the row of a finished opening anew, from the opening and its marks as they stand.
pub(crate) fn refresh(connection: &Connection, till: &str, day: &str) -> Result<(), LogError> {
    let opening = connection
        .prepare_cached(
            "SELECT outcome, late_min, checklist_version FROM opening
             WHERE day = ?1 AND till = ?2 AND finished_at IS NOT NULL",
        )?
        .query_row([day, till], |row| {
            let outcome: Outcome = json(row, 0)?;
            Ok((outcome, row.get::<_, u32>(1)?, row.get::<_, u32>(2)?))
        })
        .optional()?;
    let Some((outcome, late_min, version)) = opening else {
        return Ok(());
    };
    connection
        .prepare_cached(
            "INSERT INTO morning (day, till, worst, late_min, failed, version) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (day, till) DO UPDATE SET worst = ?3, late_min = ?4, failed = ?5, version = ?6",
        )?
        .execute(params![
            day,
            till,
            worst_text(outcome.verdict.worst()),
            late_min,
            outcome.failed.join(" "),
            version,
        ])?;
    count_drawers(connection, till, day, version)
}

/// Writes anew what was counted, by the mark of each item that stands: one that was marked anew without a count, or taken
/// back, has counted nothing.
fn count_drawers(
    connection: &Connection,
    till: &str,
    day: &str,
    version: u32,
) -> Result<(), LogError> {
    connection
        .prepare_cached("DELETE FROM drawer WHERE day = ?1 AND till = ?2")?
        .execute([day, till])?;
    let mut standing = connection.prepare_cached(
        "SELECT item, value FROM (
             SELECT item, value, row_number() OVER (PARTITION BY item ORDER BY epoch DESC, seq DESC) AS newest
             FROM mark WHERE till = ?1 AND day = ?2 AND NOT withdrawn)
         WHERE newest = 1 AND value LIKE '{\"cash\":%' ORDER BY item",
    )?;
    let counts = standing
        .query_map([till, day], |row| {
            Ok((row.get::<_, String>(0)?, json::<Value>(row, 1)?))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    for (item, value) in counts {
        let Value::Cash(count) = value else { continue };
        connection
            .prepare_cached(
                "INSERT INTO drawer (day, till, item, version, fen) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![day, till, item, version, count.total_fen.0])?;
    }
    Ok(())
}

/// Writes the rows of all openings that were finished before there were such rows.
pub(crate) fn fill(connection: &Connection) -> Result<(), LogError> {
    let mut statement =
        connection.prepare("SELECT till, day FROM opening WHERE finished_at IS NOT NULL")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        refresh(
            connection,
            &row.get::<_, String>(0)?,
            &row.get::<_, String>(1)?,
        )?;
    }
    Ok(())
}

fn worst_text(state: LaneState) -> &'static str {
    match state {
        LaneState::Ready => "ready",
        LaneState::Workaround => "workaround",
        LaneState::Unknown => "unknown",
        LaneState::NotReady => "not_ready",
    }
}

fn worst_from(text: &str) -> LaneState {
    match text {
        "ready" => LaneState::Ready,
        "workaround" => LaneState::Workaround,
        "not_ready" => LaneState::NotReady,
        // The table admits only these four.
        _ => LaneState::Unknown,
    }
}

impl View<'_> {
    /// What became of each till's day from `from` to `to`, in order of days and tills: those finished, those begun,
    /// and those put on record without either. What was put on record by a clock that ran ahead of `now` does not
    /// count. `till` empty means all of them.
    pub fn mornings(
        &self,
        from: Day,
        to: Day,
        till: &str,
        now: DateTime<Utc>,
    ) -> Result<Vec<Morning>, StoreError> {
        self.all(
            "read the calendar",
            "SELECT day, till, worst, late_min, failed, NULL, 0 FROM morning
             WHERE day BETWEEN ?1 AND ?2 AND (?3 = '' OR till = ?3)
             UNION ALL
             SELECT opening.day, opening.till, NULL, 0, '', state,
                    EXISTS (SELECT 1 FROM mark WHERE mark.till = opening.till AND mark.day = opening.day AND NOT withdrawn)
             FROM opening LEFT JOIN settled
               ON settled.day = opening.day AND settled.till = opening.till AND settled.at <= ?4
             WHERE finished_at IS NULL AND opening.day BETWEEN ?1 AND ?2 AND (?3 = '' OR opening.till = ?3)
             UNION ALL
             SELECT day, till, NULL, 0, '', state, 0 FROM settled
             WHERE day BETWEEN ?1 AND ?2 AND (?3 = '' OR till = ?3) AND at <= ?4
               AND NOT EXISTS (SELECT 1 FROM opening WHERE opening.day = settled.day AND opening.till = settled.till)
             ORDER BY 1, 2",
            &[&from.to_string(), &to.to_string(), &till, &rfc3339(now)],
            |row| {
                let worst: Option<String> = row.get(2)?;
                let failed: String = row.get(4)?;
                let settled: Option<String> = row.get(5)?;
                Ok(Morning {
                    day: parse_day(&row.get::<_, String>(0)?)?,
                    till: row.get(1)?,
                    worst: worst.map(|worst| worst_from(&worst)),
                    late_min: row.get(3)?,
                    failed: failed.split_whitespace().map(str::to_owned).collect(),
                    begun: row.get(6)?,
                    settled: settled.map(|state| settled_from(&state)),
                })
            },
        )
    }

    /// How many incidents began on each till's day from `from` to `to`.
    pub fn incident_days(
        &self,
        from: Day,
        to: Day,
        till: &str,
    ) -> Result<Vec<(Day, String, u32)>, StoreError> {
        self.all(
            "count the incidents",
            "SELECT day, till, count(*) FROM incident
             WHERE day BETWEEN ?1 AND ?2 AND (?3 = '' OR till = ?3) GROUP BY day, till",
            &[&from.to_string(), &to.to_string(), &till],
            |row| {
                let day = parse_day(&row.get::<_, String>(0)?)?;
                Ok((day, row.get(1)?, row.get(2)?))
            },
        )
    }

    /// The first business day of which anything is known.
    pub fn first_day(&self) -> Result<Option<Day>, StoreError> {
        let sql = "SELECT min(day) FROM (SELECT min(day) AS day FROM opening UNION ALL SELECT min(day) FROM settled
                                         UNION ALL SELECT min(day) FROM incident UNION ALL SELECT min(day) FROM receipt)";
        let first = self.one("read the first day", sql, &[], |row| {
            row.get::<_, Option<String>>(0)
        })?;
        let parsed = first.flatten().map(|day| parse_day(&day)).transpose();
        self.done("read the first day", parsed.map_err(LogError::from))
    }

    /// What was counted in the drawers on finished mornings from `from` to `to`, beside what each should have held.
    pub fn cash_counts(&self, from: Day, to: Day, till: &str) -> Result<Vec<Counted>, StoreError> {
        let targets = self.all(
            "read the targets",
            "SELECT version, items FROM checklist",
            &[],
            |row| Ok((row.get::<_, u32>(0)?, json::<Vec<Item>>(row, 1)?)),
        )?;
        let float = |version: u32, item: &str| {
            let items = &targets.iter().find(|(known, _)| *known == version)?.1;
            match &items.iter().find(|one| one.id == item)?.kind {
                Kind::Cash { float } => Some(*float),
                _ => None,
            }
        };
        let counted = self.all(
            "read the counts",
            "SELECT day, till, version, item, fen FROM drawer
             WHERE day BETWEEN ?1 AND ?2 AND (?3 = '' OR till = ?3) ORDER BY day, till, item",
            &[&from.to_string(), &to.to_string(), &till],
            |row| {
                let item: String = row.get(3)?;
                Ok(Counted {
                    day: parse_day(&row.get::<_, String>(0)?)?,
                    till: row.get(1)?,
                    cash: float(row.get(2)?, &item).map(|float| Cash {
                        counted_fen: Fen(row.get(4).unwrap_or_default()),
                        float,
                    }),
                })
            },
        )?;
        Ok(counted)
    }

    /// The incidents that began from `from` to `to`, as far as figures are made of them.
    pub fn fixes(&self, from: Day, to: Day, till: &str) -> Result<Vec<Fixed>, StoreError> {
        self.all(
            "read the incidents",
            "SELECT opened_at, resolved_at, details, resolution ->> '$.loss_fen' FROM incident
             WHERE day BETWEEN ?1 AND ?2 AND (?3 = '' OR till = ?3) ORDER BY day, no",
            &[&from.to_string(), &to.to_string(), &till],
            |row| {
                let resolved: Option<String> = row.get(1)?;
                let details: Details = json(row, 2)?;
                Ok(Fixed {
                    opened_at: instant(row, 0)?,
                    resolved_at: resolved.map(|_| instant(row, 1)).transpose()?,
                    cause: details.cause,
                    loss_fen: row.get::<_, Option<i64>>(3)?.map(Fen),
                })
            },
        )
    }
}

#[cfg(test)]
#[path = "mornings_tests.rs"]
mod tests;
