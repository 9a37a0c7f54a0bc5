//! `kaizhang remind --plan`, compared entry by entry with a calendar that shares no code and no zone data with it:
//! `calendar.py`, on Python's own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::{DateTime, Days, NaiveDate, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{IANA_TZDB_VERSION, Tz};
use kaizhang_it::program;
use serde_json::{Value, json};

/// Runs a command that must be done, and reads the JSON it answers with.
#[track_caller]
fn answer(command: &mut Command, input: &Value) -> Value {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}"));
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.to_string().as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} {input}: {said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A shop in a data folder of its own.
struct Shop {
    folder: tempfile::TempDir,
    zone: Tz,
    /// Cut-off, week and minutes, in the words of `calendar.py`.
    hours: Value,
}

impl Shop {
    fn new(zone: Tz, cut_off: &str, week: [&str; 7], minutes: [u16; 3]) -> Shop {
        let [before, late, nag] = minutes;
        let shop = Shop {
            folder: tempfile::tempdir().unwrap(),
            zone,
            hours: json!({
                "cut_off": cut_off,
                "week": week.map(pairs),
                "planned": {},
                "before_min": before,
                "late_after_min": late,
                "nag_every_min": nag,
            }),
        };
        shop.call(
            "set_up_shop",
            json!({
                "name": "示例面馆",
                "lanes": ["card", "qr", "cash"],
                "zone": zone.name(),
                "cut_off": cut_off,
                "opens": week.map(typed),
            }),
        );
        let minutes = json!({ "before_min": before, "late_after_min": late, "nag_every_min": nag });
        shop.call("set_reminders", minutes);
        shop
    }

    fn run(&self, args: &[&str], input: &Value) -> Value {
        let mut command = Command::new(program());
        let data = self.folder.path().join("data");
        command.arg("--json").arg("--data").arg(data).args(args);
        answer(&mut command, input)
    }

    fn call(&self, name: &str, input: Value) -> Value {
        self.run(&["call", name, "-"], &input)
    }

    /// Plans days, for the program and for `calendar.py`.
    fn plan_days(&mut self, from: NaiveDate, days: usize, shifts: &str) {
        let to = from + Days::new(days as u64 - 1);
        let plan = if shifts.is_empty() { "closed" } else { "open" };
        let mut input = json!({ "from": from, "to": to, "plan": plan });
        if !shifts.is_empty() {
            input["shifts"] = typed(shifts);
        }
        self.call("plan_days", input);
        for day in from.iter_days().take(days) {
            self.hours["planned"][day.to_string()] = pairs(shifts);
        }
    }

    /// Compares a whole year and tells how many reminders there were.
    #[track_caller]
    fn check(&self, year: i32) -> usize {
        let (from, to) = (format!("{year}-01-01"), format!("{year}-12-31"));
        let ours = self.run(
            &["remind", "--plan", "--from", &from, "--to", &to],
            &Value::Null,
        );
        let mut asked = self.hours.clone();
        asked["zone"] = self.zone.name().into();
        asked["from"] = from.into();
        asked["to"] = to.into();
        let calendar = concat!(env!("CARGO_MANIFEST_DIR"), "/calendar.py");
        // Isolated: beside this file, `calendar` would hide a module of Python's own.
        let theirs = answer(Command::new("python3").args(["-I", calendar]), &asked);
        let releases = format!(
            "zone data {IANA_TZDB_VERSION} here, {} in Python",
            theirs["release"].as_str().unwrap_or("unknown")
        );
        let what = format!("{} {year} ({releases})", self.zone);
        assert_eq!(
            json!(changes(self.zone, year)),
            theirs["changes"],
            "{what}: the two disagree on when the clocks change, so their plans cannot be compared. \
             Bring both to one release of the zone data; nothing is said about the program"
        );
        let (ours, theirs) = (ours.as_array().unwrap(), theirs["plan"].as_array().unwrap());
        for (i, (our, their)) in ours.iter().zip(theirs).enumerate() {
            assert_eq!(our, their, "{what}, entry {i}, {}", self.hours);
        }
        assert_eq!(ours.len(), theirs.len(), "{what}, {}", self.hours);
        ours.len()
    }
}

/// `09:00-12:00 14:00-18:00` as pairs.
fn pairs(shifts: &str) -> Value {
    let pair = |pair: &str| json!(pair.split_once('-').unwrap());
    shifts.split_whitespace().map(pair).collect()
}

/// The same as the program reads it.
fn typed(shifts: &str) -> Value {
    let pairs = pairs(shifts);
    let hours = pairs.as_array().unwrap().iter();
    hours
        .map(|pair| json!({ "open": pair[0], "close": pair[1] }))
        .collect()
}

/// Every change of the clocks in a year as the program's zone data have it, and the new distance from UTC in seconds.
fn changes(zone: Tz, year: i32) -> Vec<(String, i32)> {
    let ahead = |at: DateTime<Utc>| {
        let offset = zone.offset_from_utc_datetime(&at.naive_utc());
        offset.fix().local_minus_utc()
    };
    let minutes = |at: DateTime<Utc>, n: i64| at + TimeDelta::minutes(n);
    let new_year = Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap();
    let end = Utc.with_ymd_and_hms(year, 12, 31, 0, 0, 0).unwrap();
    let mut found = Vec::new();
    let mut hour = new_year;
    while hour < end {
        let next = minutes(hour, 60);
        if ahead(hour) != ahead(next) {
            let change = (1..=60).map(|n| minutes(hour, n));
            let change = { change }.find(|at| ahead(*at) != ahead(hour)).unwrap();
            let written = change.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
            found.push((written, ahead(change)));
        }
        hour = next;
    }
    found
}

/// Shops whose hours meet every kind of change: an ordinary one, a night owl whose shifts the clocks can swallow, one
/// that never closes and whose day ends within the hour that is skipped or comes twice, and one that opens and closes
/// again and again in each hour in which some zone changes its clocks.
fn shops(zone: Tz) -> [Shop; 4] {
    let two = "10:00-14:00 17:00-22:00";
    let bar = "18:00-03:30";
    let late = "11:00-23:00 00:15-02:15";
    let week = ["09:00-21:00", "", two, two, bar, "20:00-02:30", late];
    let ordinary = Shop::new(zone, "04:00", week, [30, 0, 15]);
    let night = "02:00-03:00 10:00-18:00";
    let short = "02:10-02:25 02:40-02:50";
    let around = "01:00-01:00";
    let week = [
        short,
        night,
        "01:01-00:59",
        around,
        "22:00-00:59",
        night,
        night,
    ];
    let night = Shop::new(zone, "01:00", week, [60, 10, 7]);
    let around = Shop::new(zone, "02:30", ["02:30-02:30"; 7], [240, 240, 60]);
    let restless = "00:30-01:15 01:40-02:10 02:20-02:40 23:30-00:00";
    let restless = Shop::new(zone, "00:00", [restless; 7], [5, 0, 45]);
    [ordinary, night, around, restless]
}

/// Compares the year 2026, one in which the zone did something odd, and the year to come with days planned.
fn check_zone(zone: Tz, odd: i32) -> usize {
    let mut reminders = 0;
    for mut shop in shops(zone) {
        reminders += shop.check(2026) + shop.check(odd);
        let today = shop.call("show_reminders", json!({}))["days"][0]["day"].clone();
        let today: NaiveDate = today.as_str().unwrap().parse().unwrap();
        let year = chrono::Datelike::year(&today) + 1;
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        shop.plan_days(day(1, 1), 3, "");
        shop.plan_days(day(2, 10), 14, "");
        shop.plan_days(day(3, 1), 50, "06:00-07:00 02:30-02:45");
        shop.plan_days(day(10, 1), 35, "05:00-09:09 23:00-23:45");
        shop.plan_days(day(10, 20), 2, "");
        reminders += shop.check(year);
    }
    reminders
}

#[test]
fn shanghai_and_the_years_in_which_it_had_summer_time() {
    assert!(check_zone(Tz::Asia__Shanghai, 1989) > 100_000);
}

#[test]
fn berlin_and_its_first_summer_time() {
    assert!(check_zone(Tz::Europe__Berlin, 1980) > 100_000);
}

#[test]
fn st_johns_and_its_two_hours_of_summer_time_from_a_minute_past_midnight() {
    assert!(check_zone(Tz::America__St_Johns, 1988) > 100_000);
}

#[test]
fn lord_howe_and_the_year_in_which_it_took_up_its_half_hours() {
    assert!(check_zone(Tz::Australia__Lord_Howe, 1981) > 100_000);
}

#[test]
fn casablanca_and_the_year_in_which_it_stayed_in_summer_time() {
    assert!(check_zone(Tz::Africa__Casablanca, 2018) > 100_000);
}
