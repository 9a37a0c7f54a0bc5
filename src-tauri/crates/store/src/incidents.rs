//! Incidents and pending sales on disk.

use chrono::{DateTime, Utc};
use kaizhang_core::Fact;
use kaizhang_core::fact::{IncidentOpened, SaleSettled, Span};
use kaizhang_core::figures::Outage;
use kaizhang_core::guide::LaneEffect;
use kaizhang_core::incident::{Details, Incident, State};
use kaizhang_core::sale::{PendingSale, Settled};
use kaizhang_core::time::{Day, rfc3339};
use kaizhang_core::verdict::Trouble;
use rusqlite::{Connection, Row, params};

use crate::StoreError;
use crate::lists::{IS_MEANT, RecordEvent, happened, span};
use crate::log::LogError;
use crate::projection::Head;
use crate::reminders::{instant, json};
use crate::view::{View, parse_day};

/// Which incidents are wanted, newest first.
#[derive(Debug, Clone, Default)]
pub struct IncidentWish {
    /// Only those that are not resolved.
    pub open: bool,
    /// Not before this business day.
    pub from: Option<Day>,
    /// Not after this business day.
    pub to: Option<Day>,
    /// Of this terminal.
    pub terminal: Option<String>,
    /// At this till.
    pub till: Option<String>,
    /// Of this item of the opening.
    pub item: Option<String>,
    /// Older than this number.
    pub before: Option<u32>,
    /// At most so many.
    pub limit: u32,
}

/// Brings the shadows up to date with one fact about an incident or a pending sale.
pub(crate) fn apply(connection: &Connection, head: &Head<'_>, fact: &Fact) -> Result<(), LogError> {
    let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| -> Result<(), LogError> {
        connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    };
    let event = |incident: &str| {
        let insert = "INSERT INTO incident_event (incident, epoch, seq, id, at, actor, kind, json)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        happened(connection, insert, head, incident, fact)
    };
    match fact {
        Fact::IncidentOpened(opened) => {
            open(connection, head, opened)?;
            event(head.id)
        }
        Fact::IncidentNoted(noted) => event(&noted.incident),
        Fact::IncidentAmended(amended) => {
            let details = &amended.details;
            run(
                "UPDATE incident SET till = ?2, terminal = ?3, fault = ?4, details = ?5, cause = ?6 WHERE id = ?1",
                &[
                    &amended.incident,
                    &details.till,
                    &details.terminal,
                    &details.fault().unwrap_or_default(),
                    &serde_json::to_string(details)?,
                    &cause(details)?,
                ],
            )?;
            event(&amended.incident)
        }
        Fact::IncidentAssigned(assigned) => {
            let state = if assigned.waiting { "waiting" } else { "open" };
            let due = assigned.due.map(|day| day.to_string());
            run(
                "UPDATE incident SET owner = ?2, due = ?3, state = ?4 WHERE id = ?1",
                &[&assigned.incident, &assigned.owner, &due, &state],
            )?;
            event(&assigned.incident)
        }
        Fact::IncidentResolved(resolved) => {
            let resolution = serde_json::to_string(&resolved.resolution)?;
            run(
                "UPDATE incident SET state = 'resolved', resolved_at = ?2, resolution = ?3 WHERE id = ?1",
                &[&resolved.incident, &head.at, &resolution],
            )?;
            event(&resolved.incident)
        }
        Fact::IncidentReopened(reopened) => {
            run(
                "UPDATE incident SET state = 'open', resolved_at = NULL, resolution = NULL WHERE id = ?1",
                &[&reopened.incident],
            )?;
            event(&reopened.incident)
        }
        Fact::SaleLeftPending(left) => {
            run(
                "INSERT INTO pending_sale (id, incident, day, till, noted_at, noted_by, json, settled_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '')",
                &[
                    &head.id,
                    &left.incident,
                    &left.day.to_string(),
                    &left.till,
                    &head.at,
                    &head.actor,
                    &serde_json::to_string(left)?,
                ],
            )?;
            event(&left.incident)
        }
        Fact::SaleAmended(amended) => {
            let json = serde_json::to_string(&amended.sale)?;
            run(
                "UPDATE pending_sale SET json = ?2 WHERE id = ?1",
                &[&amended.id, &json],
            )?;
            event(&amended.sale.incident)
        }
        Fact::SaleSettled(settled) => {
            settle(connection, head, settled)?;
            event(&incident_of(connection, &settled.sale)?)
        }
        Fact::SaleReopened(reopened) => {
            run(
                "UPDATE pending_sale SET settled_at = NULL, settled_by = '', settled = NULL WHERE id = ?1",
                &[&reopened.sale],
            )?;
            event(&incident_of(connection, &reopened.sale)?)
        }
        Fact::FollowUpReminded(reminded) => run(
            "INSERT OR IGNORE INTO follow_up (day, at, sales) VALUES (?1, ?2, ?3)",
            &[&reminded.day.to_string(), &head.at, &reminded.sales],
        ),
        // The other kinds cast their shadows elsewhere.
        _ => Ok(()),
    }
}

fn open(connection: &Connection, head: &Head<'_>, opened: &IncidentOpened) -> Result<(), LogError> {
    let details = &opened.details;
    connection
        .prepare_cached(
            "INSERT INTO incident (id, no, day, till, terminal, fault, opened_at, opened_by, details, state, owner, cause)
             VALUES (?1, (SELECT coalesce(max(no), 0) + 1 FROM incident), ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'open', '', ?9)",
        )?
        .execute(params![
            head.id,
            opened.day.to_string(),
            details.till,
            details.terminal,
            details.fault().unwrap_or_default(),
            head.at,
            head.actor,
            serde_json::to_string(details)?,
            cause(details)?,
        ])?;
    Ok(())
}

/// The cause in its own word; empty where it is not known.
fn cause(details: &Details) -> Result<String, LogError> {
    let word = serde_json::to_value(details.cause)?;
    Ok(word.as_str().unwrap_or_default().to_owned())
}

fn settle(connection: &Connection, head: &Head<'_>, settled: &SaleSettled) -> Result<(), LogError> {
    connection
        .prepare_cached(
            "UPDATE pending_sale SET settled_at = ?2, settled_by = ?3, settled = ?4 WHERE id = ?1",
        )?
        .execute(params![
            settled.sale,
            head.at,
            head.actor,
            serde_json::to_string(settled)?
        ])?;
    Ok(())
}

pub(crate) fn incident_of(connection: &Connection, sale: &str) -> Result<String, LogError> {
    let sql = "SELECT incident FROM pending_sale WHERE id = ?1";
    Ok(connection
        .prepare_cached(sql)?
        .query_row([sale], |row| row.get(0))?)
}

pub(crate) const INCIDENT: &str = "SELECT id, no, day, opened_at, opened_by, details, state, owner, due, resolution FROM incident";

pub(crate) fn incident(row: &Row<'_>) -> rusqlite::Result<Incident> {
    let due: Option<String> = row.get(8)?;
    let resolution: Option<String> = row.get(9)?;
    Ok(Incident {
        id: row.get(0)?,
        no: row.get(1)?,
        day: parse_day(&row.get::<_, String>(2)?)?,
        opened_at: instant(row, 3)?,
        opened_by: row.get(4)?,
        details: json(row, 5)?,
        state: match row.get::<_, String>(6)?.as_str() {
            "waiting" => State::Waiting,
            "resolved" => State::Resolved,
            // The table admits only these three.
            _ => State::Open,
        },
        owner: row.get(7)?,
        due: due.map(|day| parse_day(&day)).transpose()?,
        resolution: resolution.map(|_| json(row, 9)).transpose()?,
    })
}

pub(crate) const SALE: &str =
    "SELECT id, json, noted_at, noted_by, settled, settled_at, settled_by FROM pending_sale";

pub(crate) fn sale(row: &Row<'_>) -> rusqlite::Result<PendingSale> {
    let settled: Option<String> = row.get(4)?;
    let settled = settled.map(|_| json::<SaleSettled>(row, 4)).transpose()?;
    Ok(PendingSale {
        id: row.get(0)?,
        sale: json(row, 1)?,
        noted_at: row.get(2)?,
        noted_by: row.get(3)?,
        settled: match settled {
            None => None,
            Some(settled) => Some(Settled {
                how: settled.how,
                note: settled.note,
                receipt: settled.receipt,
                attachments: settled.attachments,
                at: row.get(5)?,
                actor: row.get(6)?,
            }),
        },
    })
}

/// Incidents from a day on, before a day and a number. Those that are open are few, however long the history is; all
/// others are read in the order of their days, from where the span or the page before ends, and only as far as the limit
/// asks.
pub(crate) fn list_sql(open: bool) -> String {
    let (by, open) = if open {
        ("incident_open", "AND state <> 'resolved'")
    } else {
        ("incident_day", "")
    };
    format!(
        "{INCIDENT} INDEXED BY {by} WHERE day >= ?1 AND (day, no) < (?2, ?3) AND (?4 = '' OR terminal = ?4)
           AND (?5 = '' OR till = ?5) AND (?6 = '' OR details ->> 'item' = ?6) {open}
         ORDER BY day DESC, no DESC LIMIT ?7"
    )
}

/// Read from the index alone, by the end of each; one without an end comes last.
pub(crate) const OUTAGES: &str =
    "SELECT opened_at, resolved_at FROM incident INDEXED BY incident_outage
    WHERE cause = 'network' AND max(coalesce(resolved_at, '~'), opened_at) >= ?1 AND opened_at < ?2
      AND (?3 = '' OR till = ?3)";

impl View<'_> {
    /// One incident, by its id or its number.
    pub fn incident(&self, which: &str) -> Result<Option<Incident>, StoreError> {
        let sql = format!("{INCIDENT} WHERE {IS_MEANT}");
        self.one("read an incident", &sql, &[&which], incident)
    }

    /// Incidents, newest first.
    pub fn incidents(&self, wish: &IncidentWish) -> Result<Vec<Incident>, StoreError> {
        let (from, to) = span(wish.from, wish.to);
        // The page goes on where the one before it ended, unless that lies after the last day wanted.
        let (day, before) = match wish.before {
            None => (to, u32::MAX),
            Some(0) => return Ok(Vec::new()),
            Some(no) => match self.incident_day(no)?.filter(|day| *day <= to) {
                Some(day) => (day, no),
                None => (to, u32::MAX),
            },
        };
        let [terminal, till, item] =
            [&wish.terminal, &wish.till, &wish.item].map(|one| one.as_deref().unwrap_or_default());
        self.all(
            "read the incidents",
            &list_sql(wish.open),
            &[&from, &day, &before, &terminal, &till, &item, &wish.limit],
            incident,
        )
    }

    /// The day of the incident with a number, as text; `None` where there is none.
    fn incident_day(&self, no: u32) -> Result<Option<String>, StoreError> {
        let sql = "SELECT day FROM incident WHERE no = ?1";
        self.one("read the incidents", sql, &[&no], |row| row.get(0))
    }

    /// The outages of a till that reach into a span of time; of all tills when it is empty.
    pub fn outages(&self, span: Span, till: &str) -> Result<Vec<Outage>, StoreError> {
        self.all(
            "read the outages",
            OUTAGES,
            &[&rfc3339(span.from), &rfc3339(span.to), &till],
            |row| {
                let ended = row.get_ref(1)? != rusqlite::types::ValueRef::Null;
                Ok(Outage {
                    from: instant(row, 0)?,
                    to: ended.then(|| instant(row, 1)).transpose()?,
                })
            },
        )
    }

    /// The incidents that began on a till's day, oldest first, each with RFC 3339 UTC of its end if it has ended.
    pub fn incidents_on(
        &self,
        day: Day,
        till: &str,
    ) -> Result<Vec<(Incident, Option<String>)>, StoreError> {
        let sql = INCIDENT.replace(" FROM", ", resolved_at FROM")
            + " WHERE day = ?1 AND till = ?2 ORDER BY no";
        self.all(
            "read the incidents",
            &sql,
            &[&day.to_string(), &till],
            |row| Ok((incident(row)?, row.get(10)?)),
        )
    }

    /// The sales that were left in doubt on a till's day, oldest first, settled ones included.
    pub fn sales_on(&self, day: Day, till: &str) -> Result<Vec<PendingSale>, StoreError> {
        let sql = format!("{SALE} WHERE day = ?1 AND till = ?2 ORDER BY noted_at, id");
        self.all("read the sales", &sql, &[&day.to_string(), &till], sale)
    }

    /// What happened in an incident, oldest first.
    pub fn incident_events(&self, id: &str) -> Result<Vec<RecordEvent>, StoreError> {
        let sql = "SELECT id, at, actor, kind, json FROM incident_event WHERE incident = ?1 ORDER BY epoch, seq";
        self.events("read an incident", sql, id)
    }

    /// How many incidents with the same fault on the same terminal began from `since` on, the one at hand
    /// and those before it.
    pub fn same_fault(&self, incident: &Incident, since: Day) -> Result<u32, StoreError> {
        let fault = incident.details.fault().unwrap_or_default();
        if fault.is_empty() {
            return Ok(1);
        }
        let sql = "SELECT count(*) FROM incident
                   WHERE till = ?1 AND terminal = ?2 AND fault = ?3 AND day BETWEEN ?4 AND ?5 AND no <= ?6";
        let details = &incident.details;
        let count = self.one(
            "count the incidents",
            sql,
            &[
                &details.till,
                &details.terminal,
                &fault,
                &since.to_string(),
                &incident.day.to_string(),
                &incident.no,
            ],
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(1))
    }

    /// What the incidents of a till that were not resolved at an instant do to its lanes.
    pub fn troubles(&self, till: &str, at: DateTime<Utc>) -> Result<Vec<Trouble>, StoreError> {
        let read = |row: &Row<'_>| Ok((row.get::<_, u32>(0)?, json::<Details>(row, 1)?));
        let found = self.all(
            "read the incidents",
            "SELECT no, details FROM incident WHERE state <> 'resolved' AND till = ?1 AND opened_at <= ?2
             UNION ALL
             SELECT no, details FROM incident
             WHERE state = 'resolved' AND resolved_at > ?2 AND till = ?1 AND opened_at <= ?2
             ORDER BY no",
            &[&till, &rfc3339(at)],
            read,
        )?;
        let trouble = |(incident, details): (u32, Details)| {
            let harms = details.lane_effect != LaneEffect::None;
            details.lane.filter(|_| harms).map(|lane| Trouble {
                incident,
                lane,
                effect: details.lane_effect,
            })
        };
        Ok(found.into_iter().filter_map(trouble).collect())
    }

    /// How many incidents are not resolved.
    pub fn open_incidents(&self) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM incident WHERE state <> 'resolved'";
        let count = self.one("count the incidents", sql, &[], |row| row.get(0))?;
        Ok(count.unwrap_or(0))
    }

    /// One pending sale, settled or not.
    pub fn sale(&self, id: &str) -> Result<Option<PendingSale>, StoreError> {
        self.one(
            "read a sale",
            &format!("{SALE} WHERE id = ?1"),
            &[&id],
            sale,
        )
    }

    /// The sales that are still pending, oldest first.
    pub fn pending_sales(&self) -> Result<Vec<PendingSale>, StoreError> {
        let sql = format!("{SALE} WHERE settled IS NULL ORDER BY day, id");
        self.all("read the pending sales", &sql, &[], sale)
    }

    /// The sales that an incident left in doubt, oldest first, settled ones included.
    pub fn sales_of(&self, incident: &str) -> Result<Vec<PendingSale>, StoreError> {
        let sql = format!("{SALE} WHERE incident = ?1 ORDER BY noted_at, id");
        self.all("read the sales", &sql, &[&incident], sale)
    }

    /// Whether the shop was reminded of its pending sales on a day.
    pub fn followed_up(&self, day: Day) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM follow_up WHERE day = ?1";
        let found = self.one("read the follow-up", sql, &[&day.to_string()], |_| Ok(()))?;
        Ok(found.is_some())
    }
}
