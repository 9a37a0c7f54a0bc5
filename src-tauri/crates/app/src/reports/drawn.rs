//! The kinds of morning that a month's calendar and chart tell apart.

use kaizhang_core::settling::DayState;
use kaizhang_core::verdict::LaneState;
use kaizhang_report::Tone;
use kaizhang_store::HistoryRow;

use super::lists;
use super::said::{Said, day_tone, id};

/// What a morning is drawn as: when it was finished, and whether the shop could take money then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawn {
    /// Every way of paying could take money, or nobody finished it.
    Plain(DayState),
    /// Some way of paying could not take money.
    NotReady(DayState),
    /// Of some way of paying nobody knew.
    Unknown(DayState),
}

impl Drawn {
    /// From the best to the worst, as the chart has them.
    pub(super) const ALL: [Drawn; 9] = [
        Drawn::Plain(DayState::Finished),
        Drawn::Unknown(DayState::Finished),
        Drawn::NotReady(DayState::Finished),
        Drawn::Plain(DayState::Late),
        Drawn::Unknown(DayState::Late),
        Drawn::NotReady(DayState::Late),
        Drawn::Plain(DayState::Missed),
        Drawn::Plain(DayState::Closed),
        Drawn::Plain(DayState::PcOff),
    ];

    pub(super) fn of(row: &HistoryRow) -> Drawn {
        let state = lists::state_of(row);
        let worst = row.outcome.as_ref().map(|outcome| outcome.verdict.worst());
        match (state, worst) {
            (DayState::Finished | DayState::Late, Some(LaneState::NotReady)) => {
                Drawn::NotReady(state)
            }
            (DayState::Finished | DayState::Late, Some(LaneState::Unknown)) => {
                Drawn::Unknown(state)
            }
            _ => Drawn::Plain(state),
        }
    }

    pub(super) fn tone(self) -> Tone {
        match self {
            Drawn::Plain(state) => day_tone(state),
            Drawn::NotReady(_) => Tone::Bad,
            Drawn::Unknown(_) => Tone::Warn,
        }
    }

    pub(super) fn word(self, said: &Said<'_>) -> String {
        match self {
            Drawn::Plain(state) => said.day_is(state),
            Drawn::NotReady(state) => {
                let id = id(&state);
                said.words
                    .say_or(&format!("report-day-not-ready-{id}"), &id)
            }
            Drawn::Unknown(state) => {
                let id = id(&state);
                said.words.say_or(&format!("report-day-unknown-{id}"), &id)
            }
        }
    }

    /// Without any the chart leaves it out: most months have none.
    pub(super) fn is_told_when_none(self) -> bool {
        matches!(self, Drawn::Plain(_))
    }
}
