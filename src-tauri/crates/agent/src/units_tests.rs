//! From opening hours to the times of the timers.

use super::*;

/// Hours as typed, Monday first, `-` for a closed day; then the starts as `HH:MM days`.
#[track_caller]
fn check(opens: &str, cut_off: &str, before: i32, want: &[&str]) {
    let opens = opens.split(' ').map(|open| minute(&json!(open)));
    let got: Vec<String> = starts(opens, minute(&json!(cut_off)).unwrap(), before)
        .into_iter()
        .map(|(time, days)| format!("{} {days:?}", time.format("%H:%M")))
        .collect();
    assert_eq!(got, want);
}

#[test]
fn each_time_comes_once_with_its_days() {
    check(
        "09:00 09:00 09:00 09:00 09:00 10:30 -",
        "04:00",
        30,
        &["08:30 [0, 1, 2, 3, 4]", "10:00 [5]"],
    );
    check("- - - - - - -", "04:00", 30, &[]);
}

#[test]
fn around_midnight_the_date_is_the_right_one() {
    // Opens at 00:20 of the next date: its check is due at 23:50 of its own.
    check("00:20 - - - - - -", "04:00", 30, &["23:50 [0]"]);
    // Opens at 01:00 of the next date.
    check("- - - - - - 01:00", "04:00", 30, &["00:30 [0]"]);
    // No night shifts: half past midnight is early, and its check is due on the date before.
    check("00:20 - - - - - -", "00:00", 30, &["23:50 [6]"]);
}
