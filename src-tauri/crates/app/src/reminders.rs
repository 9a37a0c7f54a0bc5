//! Reminders as the owner sees them: the next days, the rules, single days, this PC.

use chrono::{Days, TimeDelta};
use kaizhang_core::Fact;
use kaizhang_core::fact::ReminderPutOff;
use kaizhang_core::schedule::{DayPlan, Kind, Planned, Reminders};
use kaizhang_core::settling::DayState;
use kaizhang_core::shop::{Hours, Shop};
use kaizhang_core::time::{self, Day};
use kaizhang_store::View;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::duty::letters;
use crate::this_pc::{self, ThisPc};
use crate::{Refusal, loaded, shops};

/// Input of `show_reminders`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ShowReminders {
    /// How many days from today on; seven when left out, at most 62.
    pub days: Option<u32>,
}

/// One reminder of a day.
#[derive(Debug, Serialize, TS)]
pub struct PlannedReminder {
    kind: Kind,
    at: String,
}

/// One of the days to come.
#[derive(Debug, Serialize, TS)]
pub struct ReminderDay {
    #[ts(type = "string")]
    day: Day,
    /// Hours of the door; empty when it stays shut.
    shifts: Vec<Hours>,
    /// The owner decided this day against the week.
    planned: bool,
    note: String,
    /// Due and late; empty when the door stays shut.
    reminders: Vec<PlannedReminder>,
    /// The repetitions while nobody has checked.
    nags: u32,
    /// RFC 3339 UTC; null when there are none.
    last_nag_at: Option<String>,
    /// Every till is finished already.
    done: bool,
}

/// Everything about reminders.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Reminders")]
pub struct RemindersPage {
    now: String,
    zone: String,
    rules: Reminders,
    /// The usual hours from Monday to Sunday; empty when the door stays shut.
    week: Vec<Vec<Hours>>,
    days: Vec<ReminderDay>,
    /// The days from today on that differ from the week.
    planned: Vec<PlannedDay>,
    this_pc: ThisPc,
    /// Some process on this PC is reminding right now.
    on_duty: bool,
}

/// A day that differs from the week.
#[derive(Debug, Serialize, TS)]
pub struct PlannedDay {
    #[ts(type = "string")]
    day: Day,
    #[serde(flatten)]
    planned: Planned,
    note: String,
}

/// Input of `set_reminders`. What is left out stays as it is.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct SetReminders {
    before_min: Option<u16>,
    late_after_min: Option<u16>,
    nag_every_min: Option<u16>,
}

/// Input of `put_off_reminder`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct PutOffReminder {
    /// Ten when left out.
    minutes: Option<u16>,
}

/// Until when it is quiet.
#[derive(Debug, Serialize, TS)]
pub struct PutOffUntil {
    until: String,
}

/// Days of one look ahead.
const MOST_DAYS: u32 = 62;
/// The longest "in … minutes".
const MOST_PUT_OFF_MIN: u16 = 60;
/// Decisions shown are those of the coming year.
const SHOWN_AHEAD: Days = Days::new(366);

/// The plan of one day.
pub(crate) fn day_plan(view: &View<'_>, shop: &Shop, day: Day) -> Result<Option<DayPlan>, Refusal> {
    let own = view.planned(day, day)?.into_iter().next();
    let planned = own.as_ref().map(|own| &own.planned);
    Ok(DayPlan::of(shop, view.reminders()?, planned, day))
}

pub(crate) fn show_reminders(
    app: &App,
    caller: &Caller,
    input: ShowReminders,
) -> Result<RemindersPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let days = input.days.unwrap_or(7).clamp(1, MOST_DAYS);
    let now = app.outside.now();
    // Whoever can take duty shows that nobody has it; it is given back at once.
    let on_duty = app.store.take_duty()?.is_none();
    app.store.read(|view| page(&view, now, days, on_duty))
}

fn page(
    view: &View<'_>,
    now: chrono::DateTime<chrono::Utc>,
    days: u32,
    on_duty: bool,
) -> Result<RemindersPage, Refusal> {
    let shop = shops::shop(view)?;
    let today = shop.moment(now).day;
    let rules = view.reminders()?;
    let planned = view.planned(today, today + SHOWN_AHEAD)?;
    let coming = today.iter_days().take(days as usize);
    let days = coming
        .map(|day| {
            let own = planned.iter().find(|one| one.day == day);
            let plan = DayPlan::of(&shop, rules, own.map(|one| &one.planned), day);
            let done = day == today && loaded::all_finished(view, &shop, day)?;
            Ok(reminder_day(&shop, day, plan, own, done))
        })
        .collect::<Result<_, Refusal>>()?;
    Ok(RemindersPage {
        now: time::rfc3339(now),
        zone: shop.zone.name().to_owned(),
        rules,
        week: shop.opens.iter().map(|shifts| shifts.0.clone()).collect(),
        days,
        planned: planned
            .into_iter()
            .map(|one| PlannedDay {
                day: one.day,
                planned: one.planned,
                note: one.note,
            })
            .collect(),
        this_pc: this_pc::this_pc(view)?,
        on_duty,
    })
}

fn reminder_day(
    shop: &Shop,
    day: Day,
    plan: Option<DayPlan>,
    own: Option<&kaizhang_store::PlannedDay>,
    done: bool,
) -> ReminderDay {
    let reminders: Vec<_> = plan.iter().flat_map(DayPlan::reminders).collect();
    let mut nags = reminders.iter().filter(|one| one.kind == Kind::Nag);
    let shifts = match (&plan, own.map(|one| &one.planned)) {
        (None, _) => Vec::new(),
        (_, Some(Planned::Open { shifts })) => shifts.clone(),
        _ => shop.usual(day).to_vec(),
    };
    ReminderDay {
        day,
        shifts,
        planned: own.is_some(),
        note: own.map(|one| one.note.clone()).unwrap_or_default(),
        nags: nags.clone().count() as u32,
        last_nag_at: nags.next_back().map(|one| time::rfc3339(one.at)),
        reminders: reminders
            .iter()
            .filter(|one| one.kind != Kind::Nag)
            .map(|one| PlannedReminder {
                kind: one.kind,
                at: time::rfc3339(one.at),
            })
            .collect(),
        done,
    }
}

pub(crate) fn set_reminders(
    app: &App,
    caller: &Caller,
    input: SetReminders,
) -> Result<RemindersPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(move |tx| -> Result<(), Refusal> {
        let old = tx.reminders()?;
        let rules = Reminders {
            before_min: input.before_min.unwrap_or(old.before_min),
            late_after_min: input.late_after_min.unwrap_or(old.late_after_min),
            nag_every_min: input.nag_every_min.unwrap_or(old.nag_every_min),
        }
        .checked()?;
        if rules != old {
            let moment = desk.moment(&shops::shop(tx)?);
            tx.append(&desk.stamp(moment), rules.into())?;
        }
        Ok(())
    })?;
    show_reminders(app, caller, ShowReminders::default())
}

pub(crate) fn put_off_reminder(
    app: &App,
    caller: &Caller,
    input: PutOffReminder,
) -> Result<PutOffUntil, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    let minutes = input.minutes.unwrap_or(10);
    if !(1..=MOST_PUT_OFF_MIN).contains(&minutes) {
        let (min, max) = (1, MOST_PUT_OFF_MIN);
        return Err(kaizhang_core::Refusal::PutOffOutOfRange { min, max }.into());
    }
    app.store.write(move |tx| {
        let moment = desk.moment(&shops::shop(tx)?);
        let until = moment.at + TimeDelta::minutes(i64::from(minutes));
        let put_off = ReminderPutOff {
            day: moment.day,
            until,
        };
        tx.append(&desk.stamp(moment), Fact::ReminderPutOff(put_off))?;
        letters::drop_reminders_of(tx, moment.day)?;
        Ok(PutOffUntil {
            until: time::rfc3339(until),
        })
    })
}

/// Whether a day's check is expected of a till: a person had set it up before the check was due.
pub(crate) fn is_expected(view: &View<'_>, plan: &DayPlan, till: &str) -> Result<bool, Refusal> {
    let since = view.till_since(till)?;
    Ok(since.is_some_and(|since| since <= plan.due))
}

/// A reminder that stands: it is time, and the opening is not finished.
#[derive(Debug, Serialize, TS)]
pub struct Standing {
    kind: Kind,
    /// Since when it is time, or late.
    since: String,
    /// Minutes past the late time; 0 before.
    late_min: u32,
    /// Somebody asked to be reminded later.
    put_off_until: Option<String>,
}

/// The reminder that stands for an opening, as the window shows it above everything else.
pub(crate) fn standing(
    view: &View<'_>,
    plan: Option<&DayPlan>,
    state: DayState,
    till: &str,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Option<Standing>, Refusal> {
    let Some(plan) = plan else { return Ok(None) };
    let unfinished = matches!(state, DayState::Due | DayState::InProgress);
    if !unfinished || now < plan.due || now >= plan.closes() {
        return Ok(None);
    }
    if !is_expected(view, plan, till)? {
        return Ok(None);
    }
    let (kind, since) = if now >= plan.late {
        (Kind::Late, plan.late)
    } else {
        (Kind::Due, plan.due)
    };
    let put_off = view.put_off(plan.day)?;
    let quiet = put_off.filter(|quiet| quiet.asked_at <= now && now < quiet.until);
    Ok(Some(Standing {
        kind,
        since: time::rfc3339(since),
        late_min: plan.minutes_late(now),
        put_off_until: quiet.map(|quiet| time::rfc3339(quiet.until)),
    }))
}
