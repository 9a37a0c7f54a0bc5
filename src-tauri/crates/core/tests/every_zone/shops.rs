//! Shops and decisions of all kinds, as their owners would be let to enter them.

use chrono_tz::Tz;
use kaizhang_core::schedule::{Planned, Reminders};
use kaizhang_core::shop::{Hours, Shifts, Shop};
use kaizhang_core::time::ClockTime;

use crate::chance::Chance;

/// Cut-off and hours: mornings, two shifts, bars, around the clock, and what only a night of changed clocks minds.
const HOURS: [(&str, &str); 24] = [
    ("04:00", "09:00-21:00"),
    ("04:00", "06:30-13:00"),
    ("04:00", "10:00-14:00 17:00-22:00"),
    ("04:00", "18:00-02:00"),
    ("06:00", "20:00-05:30"),
    ("04:00", "08:00-08:00"),
    ("00:00", "00:00-00:00"),
    ("00:00", "07:00-00:00"),
    ("00:00", "00:30-02:10 06:00-12:00"),
    ("00:30", "00:30-08:00"),
    ("01:00", "02:00-03:00"),
    ("01:00", "02:15-02:45 09:00-18:00"),
    ("01:30", "01:45-01:15"),
    ("02:00", "02:00-02:00"),
    ("02:00", "03:00-22:00"),
    ("02:30", "02:45-01:30"),
    ("02:30", "02:30-10:00 11:00-02:30"),
    ("03:00", "22:00-02:30"),
    ("03:00", "03:00-11:00 23:00-02:00"),
    ("12:00", "19:00-11:00"),
    ("12:00", "13:00-15:00 01:30-02:30 03:00-04:00 10:00-11:59"),
    ("23:30", "23:45-08:00"),
    ("23:45", "23:45-23:45"),
    ("17:17", "17:17-01:01 02:02-17:16"),
];

fn shifts(typed: &str) -> Vec<Hours> {
    let clock = |text: &str| text.parse().unwrap();
    let pair = |pair: &str| {
        let (open, close) = pair.split_once('-').unwrap();
        Hours {
            open: clock(open),
            close: clock(close),
        }
    };
    typed.split_whitespace().map(pair).collect()
}

/// Hours that nobody thought of, to the minute.
fn any_shifts(chance: &mut Chance, cut_off: ClockTime) -> Option<Vec<Hours>> {
    let any = |chance: &mut Chance| {
        let minute = chance.below(1440) as u16;
        ClockTime::new(minute / 60, minute % 60).unwrap()
    };
    let any = (0..chance.between(1, 3))
        .map(|_| Hours {
            open: any(chance),
            close: any(chance),
        })
        .collect();
    Some(Shifts(any).checked(cut_off).ok()?.0)
}

fn hours(chance: &mut Chance, cut_off: ClockTime) -> Vec<Hours> {
    let of_this_day: Vec<_> = HOURS
        .iter()
        .filter(|row| row.0 == cut_off.to_string())
        .collect();
    let known = |chance: &mut Chance| {
        let row = (!of_this_day.is_empty()).then(|| chance.one_of(&of_this_day))?;
        Some(shifts(row.1))
    };
    let found = if chance.one_in(3) {
        any_shifts(chance, cut_off)
    } else {
        known(chance)
    };
    found.unwrap_or_default()
}

/// A shop with its week; `zone` may be another one than before.
pub fn shop(chance: &mut Chance, zone: Tz) -> Shop {
    let mut shop = Shop::by_default(zone);
    shop.name = "Test".to_owned();
    let (cut_off, typed) = chance.one_of(&HOURS);
    shop.cut_off = cut_off.parse().unwrap();
    let week = shifts(typed);
    for i in 0..7 {
        shop.opens[i] = Shifts(match chance.below(12) {
            0 => Vec::new(),
            1 => hours(chance, shop.cut_off),
            _ => week.clone(),
        });
    }
    shop.checked().unwrap()
}

pub fn reminders(chance: &mut Chance) -> Reminders {
    let rules = Reminders {
        before_min: chance.one_of(&[30, 30, 0, 1, 10, 60, 240]),
        late_after_min: chance.one_of(&[0, 0, 1, 10, 45, 240]),
        nag_every_min: chance.one_of(&[15, 15, 5, 7, 30, 60, 240]),
    };
    rules.checked().unwrap()
}

pub fn planned(chance: &mut Chance, cut_off: ClockTime) -> Planned {
    let shifts = hours(chance, cut_off);
    match chance.below(3) {
        0 if !shifts.is_empty() => Planned::Open { shifts },
        1 => Planned::Usual,
        _ => Planned::Closed,
    }
}
