//! What became of a day: its state, and how a day that ended without a finished opening is put on record.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::opening;
use crate::schedule::DayPlan;

/// What became of a business day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayState {
    /// Nothing marked yet.
    Due,
    /// Something marked.
    InProgress,
    /// Finished in time.
    Finished,
    /// Finished, but after the door was open for longer than the owner allows.
    Late,
    /// Not finished before the cut-off, though somebody could have.
    Missed,
    /// The door stayed shut.
    Closed,
    /// The program did not run at any time at which it would have reminded.
    PcOff,
}

impl DayState {
    /// The state of a day: how far its opening got, by how much it was late, what the day was settled as,
    /// and whether the door opens at all.
    pub fn of(
        progress: opening::State,
        late_min: u32,
        settled: Option<Settled>,
        door_opens: bool,
    ) -> DayState {
        match (progress, settled) {
            (opening::State::Finished, _) if late_min > 0 => DayState::Late,
            (opening::State::Finished, _) => DayState::Finished,
            (_, Some(Settled::Missed)) => DayState::Missed,
            (opening::State::InProgress, _) => DayState::InProgress,
            (opening::State::Due, Some(Settled::Closed)) => DayState::Closed,
            (opening::State::Due, Some(Settled::PcOff)) => DayState::PcOff,
            (opening::State::Due, None) if !door_opens => DayState::Closed,
            (opening::State::Due, None) => DayState::Due,
        }
    }
}

/// How a day without a finished opening was put on record, once it was over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// Not finished, though the program ran while it was time.
    Missed,
    /// The door stayed shut, and nobody checked.
    Closed,
    /// The program did not run while it was time.
    PcOff,
}

/// From one instant to another.
pub type Stretch = (DateTime<Utc>, DateTime<Utc>);

/// What is known of a day that is over and has no finished opening.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// Somebody marked something.
    pub begun: bool,
    /// A reminder fired.
    pub reminded: bool,
    /// From when to when the program ran, as far as it may touch this day.
    pub ran: &'a [Stretch],
}

/// What a day that is over is put on record as. A missed day needs proof that somebody could have done
/// it: a mark, a reminder, or the program running between the time to check and the closing of the door.
pub fn settle(plan: Option<&DayPlan>, evidence: &Evidence<'_>) -> Settled {
    let Some(plan) = plan else {
        return if evidence.begun {
            Settled::Missed
        } else {
            Settled::Closed
        };
    };
    let (from, to) = (plan.due, plan.closes());
    let ran = evidence
        .ran
        .iter()
        .any(|(begin, end)| *begin < to && *end > from);
    if evidence.begun || evidence.reminded || ran {
        Settled::Missed
    } else {
        Settled::PcOff
    }
}

#[cfg(test)]
#[path = "settling_tests.rs"]
mod tests;
