//! History: a line for each opening, and one opening with everything that happened in it.

use chrono::{DateTime, Utc};
use kaizhang_core::Fen;
use kaizhang_core::checklist::{KindName, SECTIONS};
use kaizhang_core::dispute::{self, Dispute};
use kaizhang_core::firing::TARDY;
use kaizhang_core::incident::Incident;
use kaizhang_core::opening::{self, Mark, Opening, Rules};
use kaizhang_core::schedule::Kind;
use kaizhang_core::settling::DayState;
use kaizhang_core::shop::{Shop, Till};
use kaizhang_core::time;
use kaizhang_core::verdict::{Headline, Outcome, Verdict};
use kaizhang_store::{Attachment, DisputeWish, HistoryRow, HistoryWish, ReceiptRow, View};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::incident_page::{self, IncidentLine};
use crate::receipts::{self, ReceiptLine};
use crate::sales::{self, SaleLine};
use crate::today::{self, Value};
use crate::{Refusal, loaded, shops};

/// Input of `list_history`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ListHistory {
    /// Not before this business day.
    pub from: Option<String>,
    /// Not after this business day.
    pub to: Option<String>,
    /// Before this business day: the oldest of the page at hand.
    pub before: Option<String>,
    /// At most about so many openings, whole days; all of them when left out.
    pub limit: Option<u32>,
    /// Of this till, which may be gone; of all of them when left out.
    pub till: Option<String>,
}

/// One opening in a line.
#[derive(Debug, Serialize, TS)]
pub struct HistoryDay {
    #[ts(type = "string")]
    day: time::Day,
    till: Till,
    state: DayState,
    verdict: Verdict,
    headline: Headline,
    /// Items marked as failed.
    failures: u32,
    failed_items: Vec<String>,
    finished_at: Option<String>,
    finished_by: String,
    note: String,
    /// Minutes past the late time when it was finished.
    late_min: u32,
    /// Reminders that came, where the day was put on record without a finished opening.
    reminded: u32,
    /// Why the day differs from the week, as the owner noted it.
    day_note: String,
}

/// Part of the history, newest last.
#[derive(Debug, Serialize, TS)]
pub struct HistoryPage {
    days: Vec<HistoryDay>,
    /// Older openings are there.
    more: bool,
}

/// Input of `show_day`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ShowDay {
    /// The first till when left out.
    pub till: Option<String>,
    /// The business day.
    pub day: String,
}

/// One mark of a day.
#[derive(Debug, Serialize, TS)]
pub struct DayMark {
    mark_id: String,
    result: Mark,
    value: Option<Value>,
    note: String,
    attachments: Vec<Attachment>,
    at: String,
    actor: String,
    withdrawn: bool,
}

/// One item of a day with its marks, oldest first.
#[derive(Debug, Serialize, TS)]
pub struct DayItem {
    item: String,
    kind: KindName,
    marks: Vec<DayMark>,
}

/// One section of a day.
#[derive(Debug, Serialize, TS)]
pub struct DaySection {
    id: String,
    items: Vec<DayItem>,
}

/// How a day's opening was closed.
#[derive(Debug, Serialize, TS)]
pub struct DayFinish {
    at: String,
    actor: String,
    note: String,
}

/// One opening with everything that happened in it.
#[derive(Debug, Serialize, TS)]
pub struct Day {
    #[ts(type = "string")]
    day: time::Day,
    till: Till,
    state: DayState,
    verdict: Verdict,
    headline: Headline,
    sections: Vec<DaySection>,
    finish: Option<DayFinish>,
    late_min: u32,
    /// Reminders that came.
    reminders: Vec<DayReminder>,
    /// When and which way the owner was told.
    owner_told: Vec<DayTold>,
    /// When the PC's clock was set, by the clock as it was set.
    clock_jumps: Vec<DayClockJump>,
    /// Why the day differs from the week, as the owner noted it.
    day_note: String,
    /// Incidents that began, oldest first.
    incidents: Vec<DayIncident>,
    /// Sales that were left in doubt, oldest first.
    sales: Vec<SaleLine>,
    /// Slips of that day from the till's terminals and from those that are none's, oldest first.
    receipts: Vec<ReceiptLine>,
    /// Cases of which the notice came.
    disputes: Vec<DayDispute>,
}

/// One case whose notice is of the day.
#[derive(Debug, Serialize, TS)]
pub struct DayDispute {
    id: String,
    no: u32,
    kind: dispute::Kind,
    state: dispute::State,
    amount_fen: Option<Fen>,
}

/// One incident that began on the day.
#[derive(Debug, Serialize, TS)]
pub struct DayIncident {
    #[serde(flatten)]
    line: IncidentLine,
    /// Null while it has not ended.
    resolved_at: Option<String>,
    /// What was done.
    how: String,
}

/// One reminder that came.
#[derive(Debug, Serialize, TS)]
pub struct DayReminder {
    kind: Kind,
    planned_at: String,
    at: String,
    /// Noticeably after its time.
    tardy: bool,
}

/// One message to the owner.
#[derive(Debug, Serialize, TS)]
pub struct DayTold {
    at: String,
    channel: String,
}

/// One time the PC's clock was set.
#[derive(Debug, Serialize, TS)]
pub struct DayClockJump {
    at: String,
    /// What it would have shown.
    from: String,
}

/// Taken for "all": more than a shop's lifetime of mornings.
const ALL: u32 = 1_000_000;
/// More notices than this do not come on one day.
const MOST_DISPUTES: u32 = 50;

pub(crate) fn list_history(
    app: &App,
    caller: &Caller,
    input: ListHistory,
) -> Result<HistoryPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let before =
        shops::given_day(input.before.as_deref())?.map(|day| day.pred_opt().unwrap_or(day));
    let to = shops::given_day(input.to.as_deref())?;
    let limit = input.limit.unwrap_or(ALL).clamp(1, ALL);
    let now = app.outside.now();
    let wish = HistoryWish {
        now,
        from: shops::given_day(input.from.as_deref())?,
        to: match (before, to) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        },
        limit: limit + 1,
    };
    app.store.read(|view| {
        let shop = shops::shop(&view)?;
        let mut rows = match &input.till {
            Some(till) => view.till_history(till, &wish)?,
            None => view.history(&wish)?,
        };
        let more = rows.len() > limit as usize;
        if more {
            // A day is never torn between two pages, however many tills it has.
            let cut = rows.last().map(|row| row.day);
            let whole = rows.iter().filter(|row| Some(row.day) != cut).count();
            rows.truncate(if whole == 0 { rows.len() } else { whole });
        }
        rows.reverse();
        let mut days = rows
            .into_iter()
            .map(|row| line(&view, &shop, row, now))
            .collect::<Result<Vec<_>, Refusal>>()?;
        note_planned(&view, &mut days)?;
        Ok(HistoryPage { days, more })
    })
}

fn line(
    view: &View<'_>,
    shop: &Shop,
    row: HistoryRow,
    now: DateTime<Utc>,
) -> Result<HistoryDay, Refusal> {
    let (state, outcome) = match row.outcome {
        Some(outcome) => {
            let progress = opening::State::Finished;
            let state = DayState::of(progress, row.late_min, row.settled, true);
            (state, outcome)
        }
        None if row.begun => {
            let loaded = loaded::load(view, Some(&row.till), now, |_| row.day)?;
            (loaded.state(), loaded.rules().outcome(&loaded.opening))
        }
        None => {
            let state = DayState::of(opening::State::Due, 0, row.settled, true);
            (state, nothing_known(view, shop, &row)?)
        }
    };
    let Outcome {
        verdict,
        headline,
        failed,
    } = outcome;
    let finish = row.finish;
    Ok(HistoryDay {
        day: row.day,
        till: shops::till_named(shop, &row.till),
        state,
        verdict,
        headline,
        failures: failed.len() as u32,
        failed_items: failed,
        finished_at: finish.as_ref().map(|finish| finish.at.clone()),
        finished_by: finish
            .as_ref()
            .map(|finish| finish.actor.clone())
            .unwrap_or_default(),
        note: finish.map(|finish| finish.note).unwrap_or_default(),
        late_min: row.late_min,
        reminded: row.reminded,
        day_note: String::new(),
    })
}

/// Writes beside each day why it differs from the week.
fn note_planned(view: &View<'_>, days: &mut [HistoryDay]) -> Result<(), Refusal> {
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Ok(());
    };
    // Both stand in the order of days, so a long history costs no more than its length.
    let planned = view.planned(first.day, last.day)?;
    for row in days {
        if let Ok(place) = planned.binary_search_by_key(&row.day, |own| own.day) {
            row.day_note = planned[place].note.clone();
        }
    }
    Ok(())
}

/// The verdict of a day on which nobody marked anything.
fn nothing_known(view: &View<'_>, shop: &Shop, row: &HistoryRow) -> Result<Outcome, Refusal> {
    let checklist = shops::checklist(view)?;
    let rules = Rules {
        lanes: &shop.lanes,
        checklist: &checklist,
        troubles: &[],
    };
    Ok(rules.outcome(&Opening {
        day: row.day,
        till: row.till.clone(),
        due: Vec::new(),
        marks: Vec::new(),
        finish: None,
    }))
}

pub(crate) fn show_day(app: &App, caller: &Caller, input: ShowDay) -> Result<Day, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let day = shops::parse_day(&input.day)?;
    let now = app.outside.now();
    app.store.read(|view| {
        let loaded = loaded::load(&view, input.till.as_deref(), now, |_| day)?;
        let opening = &loaded.opening;
        let outcome = loaded.rules().outcome(opening);
        // A day on which nobody began has nothing to list, unless it is still going on.
        let expected = loaded.started_at.is_some() || loaded.settled.is_none();
        let mut sections = Vec::new();
        for id in SECTIONS {
            let mut items = Vec::new();
            for item in loaded
                .checklist
                .items
                .iter()
                .filter(|item| item.section == id)
            {
                let mut marks = Vec::new();
                for mark in opening.marks.iter().filter(|mark| mark.item == item.id) {
                    marks.push(DayMark {
                        mark_id: mark.id.clone(),
                        result: mark.result,
                        value: mark.value.as_ref().map(Value::from),
                        note: mark.note.clone(),
                        attachments: today::attachments(&view, &mark.attachments)?,
                        at: mark.at.clone(),
                        actor: mark.actor.clone(),
                        withdrawn: mark.withdrawn,
                    });
                }
                if !marks.is_empty() || (expected && opening.due.contains(&item.id)) {
                    items.push(DayItem {
                        item: item.id.clone(),
                        kind: item.kind.name(),
                        marks,
                    });
                }
            }
            if !items.is_empty() {
                sections.push(DaySection {
                    id: id.to_owned(),
                    items,
                });
            }
        }
        Ok(Day {
            day,
            till: loaded.till.clone(),
            state: loaded.state(),
            late_min: loaded.late_min,
            reminders: reminders_of(&view, &loaded.till.id, day)?,
            owner_told: view
                .owner_told(day)?
                .into_iter()
                .map(|(at, channel)| DayTold { at, channel })
                .collect(),
            clock_jumps: view
                .clock_jumps(day)?
                .into_iter()
                .map(|(at, from)| DayClockJump { at, from })
                .collect(),
            day_note: loaded
                .own
                .as_ref()
                .map(|own| own.note.clone())
                .unwrap_or_default(),
            incidents: incidents_of(&view, &loaded.till.id, day)?,
            sales: sales::lines(&view, view.sales_on(day, &loaded.till.id)?)?,
            receipts: receipts_of(&view, &loaded.till.id, day)?,
            disputes: disputes_of(&view, day)?,
            verdict: outcome.verdict,
            headline: outcome.headline,
            sections,
            finish: opening.finish.as_ref().map(|finish| DayFinish {
                at: finish.at.clone(),
                actor: finish.actor.clone(),
                note: finish.note.clone(),
            }),
        })
    })
}

fn incidents_of(view: &View<'_>, till: &str, day: time::Day) -> Result<Vec<DayIncident>, Refusal> {
    let began = view.incidents_on(day, till)?;
    let shown = |(incident, resolved_at): (Incident, Option<String>)| {
        Ok(DayIncident {
            line: incident_page::line(view, &incident)?,
            resolved_at,
            how: incident.resolution.map(|end| end.how).unwrap_or_default(),
        })
    };
    began.into_iter().map(shown).collect()
}

fn receipts_of(view: &View<'_>, till: &str, day: time::Day) -> Result<Vec<ReceiptLine>, Refusal> {
    let rows = receipts_at(view, till, day)?.into_iter();
    rows.map(|row| receipts::line(view, row)).collect()
}

/// The slips of a day from a till's terminals and from those that are none's, oldest first.
pub(crate) fn receipts_at(
    view: &View<'_>,
    till: &str,
    day: time::Day,
) -> Result<Vec<ReceiptRow>, Refusal> {
    let mut rows = view.receipts_on(day)?;
    let terminals = view.terminals()?;
    let of_another = |id: &str| {
        let terminal = terminals.iter().find(|one| one.id == id);
        terminal.is_some_and(|one| !one.till.is_empty() && one.till != till)
    };
    rows.retain(|row| !of_another(&row.receipt.terminal));
    Ok(rows)
}

fn disputes_of(view: &View<'_>, day: time::Day) -> Result<Vec<DayDispute>, Refusal> {
    let wish = DisputeWish {
        from: Some(day),
        to: Some(day),
        limit: MOST_DISPUTES,
        ..DisputeWish::default()
    };
    let shown = |one: Dispute| DayDispute {
        id: one.id,
        no: one.no,
        kind: one.details.kind,
        state: one.state,
        amount_fen: one.details.amount_fen,
    };
    let mut found = view.disputes(&wish)?;
    found.reverse();
    Ok(found.into_iter().map(shown).collect())
}

fn reminders_of(view: &View<'_>, till: &str, day: time::Day) -> Result<Vec<DayReminder>, Refusal> {
    let fired = view.fired(till, day)?;
    Ok(fired
        .iter()
        .map(|one| DayReminder {
            kind: one.kind,
            planned_at: time::rfc3339(one.planned_at),
            at: time::rfc3339(one.fired_at),
            tardy: one.fired_at - one.planned_at > TARDY,
        })
        .collect())
}
