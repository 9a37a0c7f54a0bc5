//! How long there is to answer, and when to remind.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::{Dispute, State, kinds};
use crate::time::Day;

/// How pressing an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ReplyUrgency")]
pub enum Urgency {
    /// The last day is over, and nothing was sent.
    Overdue,
    /// Today is the last day.
    Today,
    /// The last day is near.
    Soon,
    /// There is time.
    Later,
    /// The notice's last day is not written down.
    NoDay,
    /// The shop has nothing to do: sent, or over.
    Done,
}

/// How long there is to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReplyClock")]
pub struct Clock {
    /// How pressing it is.
    pub urgency: Urgency,
    /// Days until the last one, today being 0; negative when it is over; null without one.
    #[ts(type = "number | null")]
    pub days_left: Option<i64>,
}

impl Clock {
    /// The clock of a case on a date of the calendar, by which banks and platforms count.
    pub fn of(state: State, reply_by: Option<Day>, today: Day) -> Clock {
        let days_left = reply_by.map(|day| (day - today).num_days());
        let near = i64::from(kinds().remind_days);
        let urgency = match (state, days_left) {
            (State::Submitted | State::Won | State::Lost | State::Withdrawn, _) => Urgency::Done,
            (State::Open, None) => Urgency::NoDay,
            (State::Open, Some(days)) if days < 0 => Urgency::Overdue,
            (State::Open, Some(0)) => Urgency::Today,
            (State::Open, Some(days)) if days <= near => Urgency::Soon,
            (State::Open, Some(_)) => Urgency::Later,
        };
        Clock { urgency, days_left }
    }

    /// Whether the shop is reminded of it each day.
    pub fn presses(self) -> bool {
        matches!(
            self.urgency,
            Urgency::Overdue | Urgency::Today | Urgency::Soon
        )
    }

    /// Whether today is the last time that somebody is there to answer: the door stays shut until the last day is over.
    /// `opens` tells of a day so many days from now.
    pub fn is_last_chance(self, mut opens: impl FnMut(i64) -> bool) -> bool {
        match (self.urgency, self.days_left) {
            (Urgency::Later, Some(left)) => !(1..=left).any(&mut opens),
            _ => false,
        }
    }
}

impl Dispute {
    /// How long there is to answer, on a date of the calendar.
    pub fn clock(&self, today: Day) -> Clock {
        Clock::of(self.state, self.details.reply_by, today)
    }
}

/// Whether today's reminder of answers that are due is to come now: once a business day, from the time at which the
/// check is due or would be if the door opened, as long as any answer presses.
pub fn reply_due(presses: bool, due: DateTime<Utc>, now: DateTime<Utc>, came: bool) -> bool {
    presses && !came && now >= due
}
