//! What is to fire now. It follows from the day's plan and from what has fired already, so the loop
//! that asks needs no memory of its own, and neither sleep nor a clock that was set can lose or double
//! a reminder.

use chrono::{DateTime, TimeDelta, Utc};

use crate::schedule::{DayPlan, Kind, Reminders};

/// A reminder that comes this much after its time says so. The loop looks twice a minute.
pub const TARDY: TimeDelta = TimeDelta::minutes(2);

/// The shortest pause before a repetition: what the owner may choose at the shortest, less what the
/// reminder before it may have come late.
const PAUSE: TimeDelta = TimeDelta::minutes(Reminders::LEAST_NAG_MIN as i64 - TARDY.num_minutes());

/// A reminder that has fired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fired {
    /// What kind.
    pub kind: Kind,
    /// For when it was meant.
    pub planned_at: DateTime<Utc>,
    /// When it came.
    pub fired_at: DateTime<Utc>,
}

/// "In ten minutes": who asked for quiet gets it, from when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PutOff {
    /// When somebody asked.
    pub asked_at: DateTime<Utc>,
    /// Quiet until here.
    pub until: DateTime<Utc>,
}

/// A reminder to fire now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Firing {
    /// What kind.
    pub kind: Kind,
    /// For when it was meant.
    pub planned_at: DateTime<Utc>,
    /// It comes noticeably after its time: the PC slept, was off, or its clock was set.
    pub tardy: bool,
}

/// What is to fire now, in order, for a day that is neither finished nor closed.
///
/// Due and late fire once a day each, however late; of the repetitions that were slept through only
/// the last one fires. A repetition is measured against what fired before it by the clock of that time,
/// so a clock that was set back brings silence until it has caught up, and never the same reminder twice.
/// One that would follow on the heels of a reminder that came late is left out.
pub fn to_fire(
    plan: &DayPlan,
    fired: &[Fired],
    put_off: Option<PutOff>,
    now: DateTime<Utc>,
) -> Vec<Firing> {
    if now < plan.due || now >= plan.closes() {
        return Vec::new();
    }
    let quiet = put_off.is_some_and(|put_off| put_off.asked_at <= now && now < put_off.until);
    if quiet {
        return Vec::new();
    }
    let firing = |kind, planned_at| Firing {
        kind,
        planned_at,
        tardy: now - planned_at > TARDY,
    };
    let mut firings = Vec::new();
    for (kind, at) in [(Kind::Due, plan.due), (Kind::Late, plan.late)] {
        if at <= now && !fired.iter().any(|fired| fired.kind == kind) {
            firings.push(firing(kind, at));
        }
    }
    let last = fired
        .iter()
        .map(|fired| fired.fired_at.max(fired.planned_at))
        .max();
    if let (true, Some(last)) = (firings.is_empty(), last) {
        let asked = put_off.map(|put_off| put_off.until).filter(|until| {
            // A clock that was set back a little after the answer must not ask for another one.
            let answers = |fired: &Fired| {
                fired.planned_at == *until || (*until..=now + PAUSE).contains(&fired.fired_at)
            };
            *until <= now && !fired.iter().any(answers)
        });
        let repeats = plan.nags().take_while(|at| *at <= now).last();
        let next = asked.or(repeats.filter(|at| *at >= last + PAUSE));
        firings.extend(next.map(|at| firing(Kind::Nag, at)));
    }
    firings
}

#[cfg(test)]
#[path = "firing_tests.rs"]
mod tests;
