//! What the tray shows.

use chrono::{DateTime, Utc};
use kaizhang_core::firing::PutOff;
use kaizhang_core::schedule::DayPlan;
use kaizhang_core::settling::DayState;
use kaizhang_core::shop::{Shop, Till};
use kaizhang_core::time::Day;
use kaizhang_core::verdict::Headline;
use kaizhang_store::View;

use super::tick;
use crate::app::{App, Caller};
use crate::{Refusal, keeping, loaded, reminders, shops, this_pc};

/// One till in the tray.
#[derive(Debug, Clone, PartialEq)]
pub struct TillStatus {
    /// The till.
    pub till: Till,
    /// What became of its day so far.
    pub state: DayState,
    /// Its verdict in a line.
    pub headline: Headline,
    /// Items without a mark.
    pub left: u32,
}

/// The shop's day in the tray.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    /// The business day.
    pub day: Day,
    /// Every till.
    pub tills: Vec<TillStatus>,
    /// The shop's name; may be empty.
    pub shop: String,
    /// The shop's zone.
    pub zone: chrono_tz::Tz,
    /// The door stays shut today.
    pub closed: bool,
    /// A reminder stands: it is time, somebody is not finished, and nobody asked for quiet.
    pub waiting: bool,
    /// The door is open and somebody is not finished.
    pub late: bool,
    /// The next reminder if nobody does anything.
    pub next_at: Option<DateTime<Utc>>,
    /// The language that was chosen in the window.
    pub language: Option<String>,
    /// Whether the owner wants the agent on this PC; `None` until somebody was asked.
    pub agent_wanted: Option<bool>,
    /// This process reminds.
    pub on_duty: bool,
}

pub(super) fn status(app: &App, on_duty: bool) -> Result<Status, Refusal> {
    app.begin(&app.desk(&Caller::default())?)?;
    let now = app.outside.now();
    app.store.read(|view| look(&view, now, on_duty))
}

fn look(view: &View<'_>, now: DateTime<Utc>, on_duty: bool) -> Result<Status, Refusal> {
    let (shop, demo) = shops::shop_and_demo(view)?;
    let day = shop.moment(now).day;
    let plan = reminders::day_plan(view, &shop, day)?;
    let mut tills = Vec::new();
    for till in &shop.tills {
        let loaded = loaded::load(view, Some(&till.id), now, |_| day)?;
        tills.push(TillStatus {
            till: till.clone(),
            state: loaded.state(),
            headline: loaded.rules().outcome(&loaded.opening).headline,
            left: loaded.left(),
        });
    }
    let quiet = demo || shop.by_default;
    let open = match &plan {
        Some(plan) if !quiet => !tick::unfinished(view, &shop, plan)?.is_empty(),
        _ => false,
    };
    let within = |from: fn(&DayPlan) -> DateTime<Utc>| {
        let plan = plan.as_ref();
        open && plan.is_some_and(|plan| from(plan) <= now && now < plan.closes())
    };
    let put_off = view.put_off(day)?.filter(|put_off| put_off.until > now);
    Ok(Status {
        day,
        tills,
        closed: plan.is_none(),
        waiting: put_off.is_none() && within(|plan| plan.due),
        late: within(|plan| plan.late),
        next_at: next_reminder(view, &shop, plan.filter(|_| open), put_off, now, quiet)?,
        zone: shop.zone,
        shop: shop.name,
        language: keeping::language(view)?,
        agent_wanted: this_pc::this_pc(view)?.agent,
        on_duty,
    })
}

/// The next reminder of today, else the first of the next days on which the door opens.
fn next_reminder(
    view: &View<'_>,
    shop: &Shop,
    today: Option<DayPlan>,
    put_off: Option<PutOff>,
    now: DateTime<Utc>,
    quiet: bool,
) -> Result<Option<DateTime<Utc>>, Refusal> {
    if quiet {
        return Ok(None);
    }
    if let Some(put_off) = put_off.filter(|_| today.is_some()) {
        return Ok(Some(put_off.until));
    }
    let later = today.and_then(|plan| plan.reminders().find(|one| one.at > now));
    if let Some(later) = later {
        return Ok(Some(later.at));
    }
    for day in shop.moment(now).day.iter_days().skip(1).take(14) {
        if let Some(plan) = reminders::day_plan(view, shop, day)? {
            return Ok(Some(plan.due));
        }
    }
    Ok(None)
}
