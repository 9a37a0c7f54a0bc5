//! Planning: days off, other hours, and the list of every reminder.

use kaizhang_core::opening;
use kaizhang_core::schedule::{self, DayPlan, Kind, Planned};
use kaizhang_core::shop::{Hours, Shop};
use kaizhang_core::time::{self, Day};
use kaizhang_store::Tx;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Refusal;
use crate::app::{App, Caller};
use crate::duty::letters;
use crate::reminders::{RemindersPage, ShowReminders, show_reminders};
use crate::shops::{self, TypedHours};

/// What is decided for single days.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayPlanName {
    /// The door stays shut.
    Closed,
    /// The door opens at the hours given.
    Open,
    /// As in every week.
    Usual,
}

/// Input of `plan_days`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlanDays {
    /// Today when left out.
    from: Option<String>,
    /// The same day when left out.
    to: Option<String>,
    plan: DayPlanName,
    /// Hours of days that are open; those that people expect when left out.
    #[ts(as = "Option<Vec<Hours>>")]
    shifts: Option<Vec<TypedHours>>,
    note: Option<String>,
}

/// Input of `plan_reminders`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanReminders {
    /// The first business day.
    from: String,
    /// The last one; at most ten years later.
    to: String,
}

/// One reminder that would fire if nobody did anything.
#[derive(Debug, Serialize, TS)]
pub struct DueReminder {
    #[ts(type = "string")]
    day: Day,
    at: String,
    kind: Kind,
}

/// Days of a plan for scripts: ten years with their leap days.
const MOST_PLANNED_DAYS: i64 = 3_653;
pub(crate) fn plan_days(
    app: &App,
    caller: &Caller,
    input: PlanDays,
) -> Result<RemindersPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    let (from, to) = (
        shops::given_day(input.from.as_deref())?,
        shops::given_day(input.to.as_deref())?,
    );
    let shifts = input.shifts.map(shops::read_shifts).transpose()?;
    let note = input.note.unwrap_or_default();
    app.store.write(move |tx| -> Result<(), Refusal> {
        let shop = shops::shop(tx)?;
        let moment = desk.moment(&shop);
        let from = from.unwrap_or(moment.day);
        let days = (from, to.unwrap_or(from));
        let planned = match (input.plan, shifts) {
            (DayPlanName::Closed, _) => Planned::Closed,
            (DayPlanName::Usual, _) => Planned::Usual,
            (DayPlanName::Open, Some(shifts)) => Planned::Open { shifts },
            (DayPlanName::Open, None) => Planned::open_after_all(&shop, from),
        };
        let closes_today = planned == Planned::Closed && from == moment.day;
        let planned = schedule::plan_days(moment.day, days, planned, &note, shop.cut_off)?;
        if closes_today {
            refuse_if_begun(tx, &shop, moment.day)?;
        }
        tx.append(&desk.stamp(moment), planned.into())?;
        if closes_today {
            letters::drop_reminders_of(tx, moment.day)?;
        }
        Ok(())
    })?;
    show_reminders(app, caller, ShowReminders::default())
}

/// A day on which somebody has marked something is not a day on which the door stayed shut.
fn refuse_if_begun(tx: &Tx<'_>, shop: &Shop, day: Day) -> Result<(), Refusal> {
    for till in &shop.tills {
        let row = tx.opening(&till.id, day)?;
        if row.is_some_and(|row| row.opening.state() != opening::State::Due) {
            let day = day.to_string();
            return Err(kaizhang_core::Refusal::DayHasBegun { day }.into());
        }
    }
    Ok(())
}

pub(crate) fn plan_reminders(
    app: &App,
    caller: &Caller,
    input: PlanReminders,
) -> Result<Vec<DueReminder>, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let (from, to) = (shops::parse_day(&input.from)?, shops::parse_day(&input.to)?);
    let days = (to - from).num_days();
    if !(0..MOST_PLANNED_DAYS).contains(&days) {
        return Err(kaizhang_core::Refusal::DaysOutOfRange {
            from: input.from,
            to: input.to,
            max: MOST_PLANNED_DAYS as u32,
        }
        .into());
    }
    app.store.read(|view| {
        let shop = shops::shop(&view)?;
        let rules = view.reminders()?;
        let mut planned = view.planned(from, to)?.into_iter().peekable();
        let mut due = Vec::new();
        for day in from.iter_days().take_while(|day| *day <= to) {
            let own = planned.next_if(|one| one.day == day);
            let plan = DayPlan::of(&shop, rules, own.as_ref().map(|one| &one.planned), day);
            due.extend(
                plan.iter()
                    .flat_map(DayPlan::reminders)
                    .map(|one| DueReminder {
                        day,
                        at: time::rfc3339(one.at),
                        kind: one.kind,
                    }),
            );
        }
        Ok(due)
    })
}
