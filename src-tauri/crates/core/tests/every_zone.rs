//! The reminder of the morning in every zone of the IANA database, over ten years, in a PC to which everything happens
//! that can happen to one. The rules are walked together with an oracle that shares no line with them; broken rules are
//! walked, too, and must be caught by the same checks.
//!
//! `REMIND_SEED=7 cargo test -p kaizhang-core --test every_zone` walks other weeks than usual.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

#[path = "every_zone/broken_calendar.rs"]
mod broken_calendar;
#[path = "every_zone/broken_firing.rs"]
mod broken_firing;
#[path = "every_zone/chance.rs"]
mod chance;
#[path = "every_zone/door.rs"]
mod door;
#[path = "every_zone/happenings.rs"]
mod happenings;
#[path = "every_zone/look.rs"]
mod look;
#[path = "every_zone/look_checks.rs"]
mod look_checks;
#[path = "every_zone/plan_checks.rs"]
mod plan_checks;
#[path = "every_zone/record.rs"]
mod record;
#[path = "every_zone/rules.rs"]
mod rules;
#[path = "every_zone/shops.rs"]
mod shops;
#[path = "every_zone/wall.rs"]
mod wall;
#[path = "every_zone/world.rs"]
mod world;

use chrono::NaiveDate;
use chrono_tz::{TZ_VARIANTS, Tz};

use chance::Chance;
use rules::Rules;
use wall::{Atlas, DAY};
use world::{Broken, Tally, Trial, World};

const SEED: u64 = 20_261_122;

fn seed() -> u64 {
    let text = std::env::var("REMIND_SEED").ok();
    text.map_or(SEED, |text| text.parse().unwrap())
}

/// From the first day of one year to the first day of another.
fn years(from: i32, to: i32) -> (i64, i64) {
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    (
        door::number(first(from)) * DAY,
        door::number(first(to)) * DAY,
    )
}

/// Some weeks of each year, and the days around each change of the clocks.
fn stretches(
    seed: u64,
    atlas: &Atlas,
    zone: usize,
    (from, to): (i64, i64),
    days_a_year: i64,
) -> Vec<(i64, i64)> {
    let mut chance = Chance::of(seed, zone, 0);
    let year = 365 * DAY;
    let whole = (from..to - 360 * DAY).step_by(year as usize).map(|begin| {
        let begin = begin + chance.below(year - days_a_year * DAY);
        (begin, begin + days_a_year * DAY)
    });
    let changes = atlas
        .wall(zone)
        .changes()
        .filter(|at| (from..to).contains(at));
    let around = changes.map(|at| (at - 2 * DAY - DAY / 2, at + 2 * DAY));
    whole.chain(around).collect()
}

fn walk(
    trial: Trial<'_>,
    zones: &[Tz],
    years: (i64, i64),
    days_a_year: i64,
) -> Result<Tally, (Broken, Tally)> {
    let atlas = Atlas::new(zones, years);
    let mut tally = Tally::default();
    for zone in 0..atlas.len() {
        for (begin, end) in stretches(trial.seed, &atlas, zone, years, days_a_year) {
            let world = World::new(trial, &atlas, (zone, begin), &mut tally);
            world.walk(end).map_err(|broken| (broken, tally))?;
        }
    }
    Ok(tally)
}

#[track_caller]
fn must_hold(zones: &[Tz], years: (i64, i64), days_a_year: i64) -> Tally {
    let trial = Trial {
        rules: &rules::Real,
        seed: seed(),
        calm: false,
        only: None,
    };
    match walk(trial, zones, years, days_a_year) {
        Ok(tally) => tally,
        Err((broken, tally)) => panic!("REMIND_SEED={} after {tally:?}\n{broken:?}", seed()),
    }
}

#[test]
fn every_due_day_of_every_zone_is_reminded_exactly_once() {
    let tally = must_hold(&TZ_VARIANTS, years(2021, 2031), 35);
    println!("seed {}, {} zones: {tally:?}", seed(), TZ_VARIANTS.len());
    assert!(tally.days >= 200_000, "{tally:?}");
    assert!(tally.open_days >= 150_000, "{tally:?}");
    assert!(tally.fired >= 400_000, "{tally:?}");
}

#[test]
fn dates_that_were_skipped_and_years_at_the_edge() {
    use chrono_tz::{Antarctica, Asia, Australia, Europe, Pacific};
    let skipped = [
        (Pacific::Apia, 2011),
        (Pacific::Fakaofo, 2011),
        (Pacific::Kwajalein, 1993),
        (Pacific::Kiritimati, 1994),
        (Asia::Pyongyang, 2018),
        (Antarctica::Casey, 2018),
        (Europe::Volgograd, 2020),
        (Australia::Lord_Howe, 1981),
    ];
    for (zone, year) in skipped {
        for days_a_year in [5, 10, 30, 60, 200] {
            must_hold(&[zone], years(year, year + 2), days_a_year);
        }
    }
    must_hold(&TZ_VARIANTS, years(1970, 1971), 3);
    must_hold(&TZ_VARIANTS, years(9999, 10_000), 3);
}

/// Each check in turn, alone, must catch the broken rule.
#[track_caller]
fn must_fail(rules: &dyn Rules, calm: bool, checks: &[&str]) {
    for check in checks {
        let trial = Trial {
            rules,
            // Whether a check can catch something is no question of chance.
            seed: SEED,
            calm,
            only: Some(*check),
        };
        if let Ok(tally) = walk(trial, &TZ_VARIANTS, years(2021, 2031), 5) {
            panic!("not caught by: {check}, in {tally:?}");
        }
    }
}

const DUE_ONCE: &str = "due comes exactly once when it is owed";
const LATE_ONCE: &str = "late comes exactly once when it is owed";

#[test]
fn broken_rules_are_caught_where_the_clock_is_set() {
    must_fail(&broken_firing::Forgets, false, &[DUE_ONCE, LATE_ONCE]);
    must_fail(&broken_firing::KeyedByTime, false, &[DUE_ONCE, LATE_ONCE]);
    let twice = "no repetition comes twice";
    must_fail(&broken_firing::ForgetsRepetitions, false, &[twice]);
    must_fail(
        &broken_firing::AsksAgain,
        false,
        &["what was asked for comes once"],
    );
}

#[test]
fn broken_rules_are_caught_on_calm_days() {
    must_fail(&broken_firing::OnTheWall, true, &[DUE_ONCE, LATE_ONCE]);
    let shifts = "shifts are the oracle's";
    let due_late_close = "due, late and close are the oracle's";
    let reminders = "reminders are the oracle's, from due to before close";
    let touch = "a day ends where the next one begins";
    let own_day = "every planned instant lies in its own business day";
    let oracles_day = "an instant lies in the oracle's business day";
    let plan = [shifts, due_late_close, reminders, touch, own_day];
    must_fail(&broken_calendar::FixedOffset, true, &plan);
    must_fail(
        &broken_calendar::YesterdayComesBack,
        true,
        &[own_day, oracles_day],
    );
    let door = "the door opens when the oracle's does";
    let closed = "nothing comes on a closed day";
    must_fail(&broken_calendar::EveryDayIsOpen, true, &[door, closed]);
    let first_look = "due and late come at the first look";
    must_fail(
        &broken_firing::GivesUp,
        true,
        &[first_look, DUE_ONCE, LATE_ONCE],
    );
    let silence = "in ten minutes means ten minutes of silence";
    must_fail(&broken_firing::NeverQuiet, true, &[silence]);
    must_fail(
        &broken_firing::ForgetsTheAsking,
        true,
        &["what was asked for comes"],
    );
    must_fail(
        &broken_firing::IgnoresTheFinish,
        true,
        &["nothing comes after the finish"],
    );
    let close = "nothing comes before due or from close on";
    must_fail(&broken_firing::Overtime, true, &[close]);
    must_fail(
        &broken_firing::MakesUp,
        true,
        &["one repetition at a time, and alone"],
    );
    must_fail(
        &broken_firing::OnTheHeels,
        true,
        &["repetitions keep their distance"],
    );
    must_fail(
        &broken_firing::GivesUpEarly,
        true,
        &["repetitions go on until it is done"],
    );
    let tardy = "tardy is what comes more than two minutes late";
    must_fail(&broken_firing::NeverLate, true, &[tardy]);
    let meant = "each is meant for an instant of the plan";
    let interval = "a repetition is a whole interval after what came in time";
    must_fail(&broken_firing::OutOfRhythm, true, &[meant, interval]);
    let on_record = "a day is put on record as the oracle says";
    let nobody = "the PC was off only when nobody looked";
    must_fail(&broken_calendar::BlamesThePc, true, &[on_record, nobody]);
}
