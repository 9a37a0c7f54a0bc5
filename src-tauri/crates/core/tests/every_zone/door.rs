//! What a plan must say, from the oracle's calendar. A business day is a row of minutes from its cut-off on; which
//! calendar date a time falls on is never asked.

use chrono::{Datelike, NaiveDate};
use kaizhang_core::schedule::{Planned, Reminders};
use kaizhang_core::shop::{Hours, Shop};
use kaizhang_core::time::{ClockTime, Day};

use crate::wall::{DAY, Wall};

/// The door on one business day.
#[derive(Debug, Clone, PartialEq)]
pub struct Door {
    pub shifts: Vec<(i64, i64)>,
    pub due: i64,
    pub late: i64,
    pub closes: i64,
    before: i64,
    every: i64,
}

/// One business day, and its door if it opens.
#[derive(Debug, Clone)]
pub struct Frame {
    pub begins: i64,
    pub ends: i64,
    pub door: Option<Door>,
}

pub fn number(day: Day) -> i64 {
    i64::from(day.num_days_from_ce()) - 719_163
}

pub fn day(number: i64) -> Day {
    NaiveDate::from_num_days_from_ce_opt((number + 719_163) as i32).unwrap()
}

fn minutes(clock: ClockTime) -> i64 {
    i64::from(clock.minutes_since(ClockTime::new(0, 0).unwrap()))
}

/// The business day of an instant.
pub fn day_of(wall: &Wall, shop: &Shop, at: i64) -> Day {
    let cut_off = minutes(shop.cut_off) * 60;
    let guess = (wall.shows(at) - cut_off).div_euclid(DAY);
    let begun = |number: &i64| wall.reaches(number * DAY + cut_off) <= at;
    day((guess - 2..=guess + 2).rev().find(begun).unwrap())
}

pub fn frame(
    wall: &Wall,
    shop: &Shop,
    rules: Reminders,
    planned: Option<&Planned>,
    day: Day,
) -> Frame {
    let cut_off = minutes(shop.cut_off);
    let at = |minute: i64| wall.reaches(number(day) * DAY + (cut_off + minute) * 60);
    let weekday = day.weekday().num_days_from_monday() as usize;
    let hours = match planned {
        Some(Planned::Closed) => &[][..],
        Some(Planned::Open { shifts }) => shifts,
        Some(Planned::Usual) | None => &shop.opens[weekday].0,
    };
    let shift = |hours: &Hours| {
        let open = (minutes(hours.open) - cut_off).rem_euclid(1440);
        let close = (minutes(hours.close) - cut_off).rem_euclid(1440);
        (at(open), at(if close <= open { 1440 } else { close }))
    };
    let mut shifts: Vec<_> = hours.iter().map(shift).collect();
    shifts.retain(|(open, close)| open != close);
    shifts.sort();
    let begins = at(0);
    let door = shifts.first().map(|first| {
        let closes = shifts.iter().map(|shift| shift.1).max().unwrap();
        let before = i64::from(rules.before_min) * 60;
        Door {
            due: begins.max(first.0 - before),
            late: closes.min(first.0 + i64::from(rules.late_after_min) * 60),
            closes,
            before,
            every: i64::from(rules.nag_every_min) * 60,
            shifts: shifts.clone(),
        }
    });
    let ends = at(1440);
    Frame { begins, ends, door }
}

impl Door {
    pub fn is_time(&self, now: i64) -> bool {
        self.due <= now && now < self.closes
    }

    /// Whether a repetition is planned for this instant.
    pub fn repeats_at(&self, at: i64) -> bool {
        let expected = |shift: &(i64, i64)| shift.0 - self.before <= at && at < shift.1;
        at > self.late && (at - self.late) % self.every == 0 && self.shifts.iter().any(expected)
    }

    /// The first repetition from an instant on.
    pub fn repeats_from(&self, from: i64) -> Option<i64> {
        let steps = (from - self.late + self.every - 1).div_euclid(self.every);
        (steps.max(1)..)
            .map(|n| self.late + n * self.every)
            .take_while(|at| *at < self.closes)
            .find(|at| self.repeats_at(*at))
    }

    pub fn every(&self) -> i64 {
        self.every
    }
}
