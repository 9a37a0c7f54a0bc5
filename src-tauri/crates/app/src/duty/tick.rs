//! One look at the clock: days that are over are put on record, and what is due fires. Both are decided
//! inside the writing transaction, so that two processes can never do the same thing.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, TimeDelta, Utc};
use kaizhang_core::dispute::{self, Urgency};
use kaizhang_core::fact::{DaySettled, FollowUpReminded, ReminderFired, ReplyReminded, Span};
use kaizhang_core::firing::{self, Firing};
use kaizhang_core::sale;
use kaizhang_core::schedule::{DayPlan, Kind, Planned};
use kaizhang_core::settling::{self, Evidence, Settled};
use kaizhang_core::shop::{Shop, Till};
use kaizhang_core::time::{Day, Moment};
use kaizhang_store::View;

use super::letters::{self, Replies};
use crate::app::{App, Caller};
use crate::{Refusal, reminders, shops};

/// Days further back are not put on record any more: a clock that once showed a wrong century must not
/// fill the ledger with it.
const FURTHEST: Days = Days::new(1_100);
/// A door that stays shut for longer than these days is looked at anew every day all the same.
const SHUT_AT_MOST: u32 = 60;
/// Stretches of running that an entry names as evidence; more would say no more.
const MOST_SPANS: usize = 4;

/// Looks, and writes only when there is something to write.
pub(super) fn tick(app: &App) -> Result<(), Refusal> {
    let desk = app.desk(&Caller::default())?;
    app.begin(&desk)?;
    let now = app.outside.now();
    let work = app.store.read(|view| work_at(&view, now))?;
    if work.is_none() {
        return Ok(());
    }
    app.store.write(move |tx| -> Result<(), Refusal> {
        // Looked at again under the lock: another process may have finished the opening meanwhile.
        let now = desk.outside.now();
        let Some(work) = work_at(tx, now)? else {
            return Ok(());
        };
        for settled in work.settled {
            tx.append(&desk.stamp(work.moment), settled.into())?;
        }
        for fired in &work.fired {
            tx.append(&desk.stamp(work.moment), fired.clone().into())?;
        }
        let sales = work.follow_up.as_ref().map_or(0, |one| one.sales);
        let replies = work.replies.as_ref().map(|(_, replies)| *replies);
        letters::post_reminder(tx, &desk, work.moment, &work.fired, sales, replies)?;
        // Where the check is due in the same moment, its own toast says the rest as well: there is one at a time.
        if work.fired.is_empty() {
            letters::post_rest(tx, &desk, work.moment, sales, replies)?;
        }
        if let Some(reminded) = work.follow_up {
            tx.append(&desk.stamp(work.moment), reminded.into())?;
        }
        if let Some((reminded, _)) = work.replies {
            tx.append(&desk.stamp(work.moment), reminded.into())?;
        }
        letters::post_to_owner(tx, &desk, work.moment)?;
        letters::drop_stale(tx, work.moment.day)
    })
}

struct Work {
    moment: Moment,
    settled: Vec<DaySettled>,
    fired: Vec<ReminderFired>,
    follow_up: Option<FollowUpReminded>,
    replies: Option<(ReplyReminded, Replies)>,
}

fn work_at(view: &View<'_>, now: DateTime<Utc>) -> Result<Option<Work>, Refusal> {
    let (shop, demo) = shops::shop_and_demo(view)?;
    // A demo is a story that ends; a shop that nobody has set up expects nothing of anybody.
    if demo || shop.by_default {
        return Ok(None);
    }
    let moment = shop.moment(now);
    let work = Work {
        settled: to_settle(view, &shop, moment)?,
        fired: to_fire(view, &shop, moment)?,
        follow_up: to_follow_up(view, &shop, moment)?,
        replies: to_reply(view, &shop, moment)?,
        moment,
    };
    let owner = letters::owner_waits(view, &shop, moment)?;
    let stale = letters::has_stale(view, moment.day)?;
    let idle = work.settled.is_empty()
        && work.fired.is_empty()
        && work.follow_up.is_none()
        && work.replies.is_none()
        && !owner
        && !stale;
    Ok((!idle).then_some(work))
}

/// The tills whose check of this day is expected and not finished.
pub(super) fn unfinished(
    view: &View<'_>,
    shop: &Shop,
    plan: &DayPlan,
) -> Result<Vec<Till>, Refusal> {
    let mut tills = Vec::new();
    for till in &shop.tills {
        if reminders::is_expected(view, plan, &till.id)? && !view.is_finished(&till.id, plan.day)? {
            tills.push(till.clone());
        }
    }
    Ok(tills)
}

fn to_fire(view: &View<'_>, shop: &Shop, moment: Moment) -> Result<Vec<ReminderFired>, Refusal> {
    let Some(plan) = reminders::day_plan(view, shop, moment.day)? else {
        return Ok(Vec::new());
    };
    if moment.at < plan.due {
        return Ok(Vec::new());
    }
    let put_off = view.put_off(moment.day)?;
    let mut all = Vec::new();
    for till in unfinished(view, shop, &plan)? {
        let fired = view.fired(&till.id, moment.day)?;
        let nags = fired.iter().filter(|one| one.kind == Kind::Nag).count() as u32;
        let firings = firing::to_fire(&plan, &fired, put_off, moment.at);
        all.extend(firings.into_iter().map(
            |Firing {
                 kind, planned_at, ..
             }| ReminderFired {
                till: till.id.clone(),
                day: moment.day,
                kind,
                n: if kind == Kind::Nag { nags + 1 } else { 0 },
                planned_at,
            },
        ));
    }
    Ok(all)
}

/// The reminder of sales that earlier days left in doubt, on the next day that the door opens.
fn to_follow_up(
    view: &View<'_>,
    shop: &Shop,
    moment: Moment,
) -> Result<Option<FollowUpReminded>, Refusal> {
    let pending = view.pending_sales()?;
    let Some(oldest) = pending.first().map(|sale| sale.sale.day) else {
        return Ok(None);
    };
    let Some(plan) = reminders::day_plan(view, shop, moment.day)? else {
        return Ok(None);
    };
    let came = view.followed_up(moment.day)?;
    let due = sale::follow_up_due(Some(oldest), moment.day, plan.due, moment.at, came);
    let earlier = pending.iter().filter(|sale| sale.sale.day < moment.day);
    Ok(due.then(|| FollowUpReminded {
        day: moment.day,
        sales: earlier.count() as u32,
    }))
}

/// The reminder of cases that wait for an answer, on each day while one presses: a bank counts on when the door stays
/// shut, and whoever is at the PC then still can answer. Before the door stays shut until the last day is over, it comes
/// earlier.
fn to_reply(
    view: &View<'_>,
    shop: &Shop,
    moment: Moment,
) -> Result<Option<(ReplyReminded, Replies)>, Refusal> {
    let open = view.open_disputes()?;
    if open.is_empty() {
        return Ok(None);
    }
    let last = moment.day + Days::new(SHUT_AT_MOST.into());
    let planned = view.planned(moment.day, last)?;
    let rules = view.reminders()?;
    let plan_of = |day: Day| {
        let own = planned.iter().find(|own| own.day == day);
        DayPlan::of(shop, rules, own.map(|own| &own.planned), day)
    };
    let opens = |ahead: i64| {
        ahead > i64::from(SHUT_AT_MOST) || plan_of(moment.day + TimeDelta::days(ahead)).is_some()
    };
    let clocks = open.iter().map(|one| one.clock(moment.date()));
    let pressing: Vec<_> = clocks
        .filter(|clock| clock.presses() || clock.is_last_chance(opens))
        .collect();
    if pressing.is_empty() {
        return Ok(None);
    }
    let after_all = || {
        let planned = Planned::open_after_all(shop, moment.day);
        DayPlan::of(shop, rules, Some(&planned), moment.day)
    };
    let Some(plan) = plan_of(moment.day).or_else(after_all) else {
        return Ok(None);
    };
    let came = view.reply_reminded(moment.day)?;
    if !dispute::reply_due(true, plan.due, moment.at, came) {
        return Ok(None);
    }
    let overdue = |clock: &&dispute::Clock| clock.urgency == Urgency::Overdue;
    let replies = Replies {
        cases: pressing.len() as u32,
        overdue: pressing.iter().filter(overdue).count() as u32,
        days_left: pressing
            .iter()
            .filter(|clock| !overdue(clock))
            .filter_map(|clock| clock.days_left)
            .min(),
    };
    let reminded = ReplyReminded {
        day: moment.day,
        cases: replies.cases,
        overdue: replies.overdue,
    };
    Ok(Some((reminded, replies)))
}

fn to_settle(view: &View<'_>, shop: &Shop, moment: Moment) -> Result<Vec<DaySettled>, Refusal> {
    let today = moment.day;
    let mut since = Vec::new();
    for till in &shop.tills {
        if let Some(at) = view.till_since(&till.id)? {
            since.push((till, at));
        }
    }
    let Some(first) = since.iter().map(|(_, at)| shop.moment(*at).day).min() else {
        return Ok(Vec::new());
    };
    let (Some(last), Some(furthest)) = (today.pred_opt(), today.checked_sub_days(FURTHEST)) else {
        return Ok(Vec::new());
    };
    let first = first.max(furthest);
    let over = view.over_and_done(first, last, moment.at)?;
    let over: BTreeSet<(Day, &str)> = over
        .iter()
        .map(|(day, till)| (*day, till.as_str()))
        .collect();
    let rules = view.reminders()?;
    let mut planned = view.planned(first, last)?.into_iter().peekable();
    let mut settled = Vec::new();
    for day in first.iter_days().take_while(|day| *day <= last) {
        let own = planned.next_if(|own| own.day == day);
        if since
            .iter()
            .all(|(till, _)| over.contains(&(day, till.id.as_str())))
        {
            continue;
        }
        let plan = DayPlan::of(shop, rules, own.as_ref().map(|own| &own.planned), day);
        for (till, since) in &since {
            let expected = match &plan {
                Some(plan) => *since <= plan.due,
                None => shop.moment(*since).day < day,
            };
            if expected && !over.contains(&(day, till.id.as_str())) {
                settled.push(settle(view, till, day, plan.as_ref())?);
            }
        }
    }
    Ok(settled)
}

fn settle(
    view: &View<'_>,
    till: &Till,
    day: Day,
    plan: Option<&DayPlan>,
) -> Result<DaySettled, Refusal> {
    let reminded = view.fired(&till.id, day)?.len() as u32;
    let ran = match plan {
        Some(plan) => view.ran(plan.due, plan.closes())?,
        None => Vec::new(),
    };
    let begun = view.is_begun(&till.id, day)?;
    let evidence = Evidence {
        begun,
        reminded: reminded > 0,
        ran: &ran,
    };
    let state = settling::settle(plan, &evidence);
    let spans = ran.iter().take(MOST_SPANS).map(|(from, to)| Span {
        from: *from,
        to: *to,
    });
    Ok(DaySettled {
        till: till.id.clone(),
        day,
        state,
        reminded,
        ran: if state == Settled::Missed {
            spans.collect()
        } else {
            Vec::new()
        },
    })
}
