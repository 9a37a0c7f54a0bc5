//! What must hold of each plan, as a table of names and predicates.

use chrono::{DateTime, Utc};
use kaizhang_core::schedule::{DayPlan, Kind};
use kaizhang_core::time::Day;

use crate::door::{Door, Frame};
use crate::record::{Table, first};
use crate::wall::DAY;

/// The plan of a day beside the oracle's.
pub struct PlanCase<'a> {
    pub day: Day,
    pub plan: Option<&'a DayPlan>,
    /// Its reminders: when, and what kind.
    pub reminders: &'a [(i64, Kind)],
    pub frame: &'a Frame,
    /// Of the day after.
    pub next: &'a Frame,
    /// In which day the rules see an instant.
    pub day_of: &'a dyn Fn(i64) -> Day,
}

impl PlanCase<'_> {
    pub fn broken(&self, only: Option<&str>) -> Option<&'static str> {
        let rows = OF_EACH_PLAN.iter();
        first(only, rows.map(|(name, holds)| (*name, holds(self))))
    }
}

const OF_EACH_PLAN: &Table<fn(&PlanCase<'_>) -> bool> = &[
    ("the door opens when the oracle's does", |case| {
        case.plan.is_some() == case.frame.door.is_some()
    }),
    ("shifts are the oracle's", |case| {
        both(case).is_none_or(|(plan, door)| {
            let seconds =
                |shift: &(DateTime<Utc>, DateTime<Utc>)| (shift.0.timestamp(), shift.1.timestamp());
            plan.shifts
                .iter()
                .map(seconds)
                .eq(door.shifts.iter().copied())
        })
    }),
    ("due, late and close are the oracle's", |case| {
        both(case).is_none_or(|(plan, door)| {
            let ours = [plan.due, plan.late, plan.closes()].map(|at| at.timestamp());
            ours == [door.due, door.late, door.closes]
        })
    }),
    ("due ≤ late ≤ close ≤ ends", |case| {
        case.plan.is_none_or(|plan| {
            plan.due <= plan.late && plan.late <= plan.closes() && plan.closes() <= plan.ends
        })
    }),
    ("a day ends where the next one begins", |case| {
        case.frame.ends == case.next.begins
            && case
                .plan
                .is_none_or(|plan| plan.ends.timestamp() == case.next.begins)
    }),
    (
        "every planned instant lies in its own business day",
        |case| {
            let usual = case.frame.ends - case.frame.begins == DAY;
            let own = |i: usize, at: i64| {
                // Between two instants of a day of 24 hours nothing can lie outside.
                let between = usual && 0 < i && i < case.reminders.len() - 1;
                between || (case.day_of)(at) == case.day
            };
            let mut all = case.reminders.iter().enumerate();
            all.all(|(i, one)| own(i, one.0))
                && case
                    .plan
                    .is_none_or(|plan| own(0, plan.opens().timestamp()))
        },
    ),
    (
        "reminders are the oracle's, from due to before close",
        |case| {
            let Some(door) = &case.frame.door else {
                return case.reminders.is_empty();
            };
            let once = [(door.due, Kind::Due), (door.late, Kind::Late)];
            let mut from = door.late + 1;
            let nags = std::iter::from_fn(|| {
                let at = door.repeats_from(from)?;
                from = at + 1;
                Some((at, Kind::Nag))
            });
            let open = once.into_iter().filter(|one| one.0 < door.closes);
            open.chain(nags).eq(case.reminders.iter().copied())
        },
    ),
];

fn both<'a>(case: &PlanCase<'a>) -> Option<(&'a DayPlan, &'a Door)> {
    case.plan.zip(case.frame.door.as_ref())
}
