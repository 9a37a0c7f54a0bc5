//! The duty loop on a real data folder, with a clock of the test's choice.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "a test waits, and damages a file on purpose"
)]

use std::sync::Arc;
mod alerts;
mod shop;

use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use kaizhang_app::Outside;
use kaizhang_app::duty::{Duty, Holder, News};
use kaizhang_it::Staged;
use serde_json::{Value, json};
use shop::{Shop, said};

#[test]
fn three_mornings_one_of_them_asleep() {
    let mut shop = Shop::new();
    // Saturday: reminded in time, done in time.
    assert_eq!(shop.run_until("2026-11-21T08:29"), [""; 0]);
    assert_eq!(shop.run_until("2026-11-21T08:45"), ["due 08:30"]);
    let today = shop.call("show_today", Value::Null).unwrap();
    assert_eq!(
        (&today["state"], &today["reminder"]["kind"]),
        (&json!("due"), &json!("due"))
    );
    assert_eq!(shop.finish()["state"], "finished");
    assert_eq!(shop.run_until("2026-11-21T23:00"), [""; 0]);
    // Sunday the PC sleeps through, and wakes on Monday in the middle of the morning.
    shop.outside.pass_until("2026-11-23T01:20:00Z");
    shop.duty.as_ref().unwrap().look();
    assert_eq!(shop.told(), ["late 09:00!"]);
    assert_eq!(shop.run_until("2026-11-23T09:40"), ["nag 09:30"]);
    let finished = shop.finish();
    assert_eq!(
        (&finished["state"], &finished["late_min"]),
        (&json!("late"), &json!(40))
    );
    assert_eq!(shop.run_until("2026-11-24T05:00"), [""; 0]);
    let states =
        ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"].map(|day| shop.state(day));
    assert_eq!(states, ["nothing", "finished", "pc_off", "late"]);
    // What was slept through fired once each, as entries: due and late of Monday, and its one repetition.
    assert_eq!(shop.entries("reminder_fired"), 4);
    assert_eq!(shop.entries("clock_jumped"), 0);
    shop.is_whole();
    // A second program on the same folder changes nothing.
    shop.off_until("2026-11-23T21:30:00Z");
    assert_eq!((shop.entries("day_settled"), shop.told()), (1, vec![]));
}

#[test]
fn every_kind_of_day_is_told_apart() {
    let mut shop = Shop::new();
    shop.call(
        "plan_days",
        json!({ "from": "2026-11-22", "plan": "closed", "note": "盘点" }),
    )
    .unwrap();
    // Saturday nobody does anything, though the program runs: missed. Sunday is planned as closed.
    shop.run_until("2026-11-23T05:00");
    // Monday and Tuesday the PC is off; on Wednesday it comes on after closing and goes off again: off as well.
    shop.off_until("2026-11-25T14:00:00Z");
    shop.run_until("2026-11-25T22:10");
    // Thursday it runs for some minutes at noon.
    shop.off_until("2026-11-26T04:00:00Z");
    assert_eq!(shop.told(), ["late 09:00!"]);
    shop.run_until("2026-11-26T12:05");
    shop.off_until("2026-11-27T00:00:00Z");
    let days =
        ["21", "22", "23", "24", "25", "26", "27"].map(|day| shop.state(&format!("2026-11-{day}")));
    assert_eq!(
        days,
        [
            "missed", "closed", "pc_off", "pc_off", "pc_off", "missed", "nothing"
        ]
    );
    let closed = shop
        .call(
            "list_history",
            json!({ "from": "2026-11-22", "to": "2026-11-22" }),
        )
        .unwrap();
    assert_eq!(closed["days"][0]["day_note"], "盘点");
    let day = shop
        .call("show_day", json!({ "day": "2026-11-26" }))
        .unwrap();
    assert_eq!(
        (&day["state"], day["sections"].as_array().unwrap().len()),
        (&json!("missed"), 0)
    );
    assert_eq!(day["reminders"][1]["kind"], "late");
    assert_eq!(day["reminders"][1]["tardy"], true);
    let row = shop
        .call(
            "list_history",
            json!({ "from": "2026-11-21", "to": "2026-11-21" }),
        )
        .unwrap();
    assert!(row["days"][0]["reminded"].as_u64().unwrap() > 10, "{row}");
    // A begun and never finished day is missed as well, and its marks stay.
    shop.run_until("2026-11-27T08:40");
    shop.call(
        "mark_item",
        json!({ "item": "cash-detector", "result": "pass" }),
    )
    .unwrap();
    shop.run_until("2026-11-28T05:00");
    let day = shop
        .call("show_day", json!({ "day": "2026-11-27" }))
        .unwrap();
    assert_eq!(day["state"], "missed");
    assert_ne!(day["sections"].as_array().unwrap().len(), 0);
    shop.is_whole();
    shop.call("rebuild_projections", Value::Null).unwrap();
    shop.is_whole();
}

#[test]
fn a_clock_that_is_set_is_noted_and_nothing_fires_again() {
    let shop = Shop::new();
    assert_eq!(
        shop.run_until("2026-11-21T09:05"),
        ["due 08:30", "late 09:00"]
    );
    shop.outside.set("2026-11-21T00:00:00Z");
    shop.duty.as_ref().unwrap().look();
    assert_eq!(shop.run_until("2026-11-21T09:14"), [""; 0]);
    assert_eq!(shop.run_until("2026-11-21T09:16"), ["nag 09:15"]);
    // Four minutes are a clock that runs badly, not one that was set.
    shop.outside.set("2026-11-21T01:20:00Z");
    shop.duty.as_ref().unwrap().look();
    assert_eq!(shop.entries("clock_jumped"), 1);
    // A clock that shows a wrong century for a while fills nothing with it.
    shop.outside.set("2099-01-01T00:00:00Z");
    shop.duty.as_ref().unwrap().look();
    shop.outside.set("2026-11-21T01:21:00Z");
    shop.duty.as_ref().unwrap().look();
    assert_eq!(shop.entries("clock_jumped"), 3);
    assert!(shop.entries("day_settled") <= 1_100);
    // Nor does a clock that is a year ahead for a moment: the days that it put on record come all the same.
    shop.outside.set("2027-11-21T01:21:00Z");
    shop.duty.as_ref().unwrap().look();
    shop.outside.set("2026-11-21T01:22:00Z");
    shop.duty.as_ref().unwrap().look();
    let today = shop.call("show_today", Value::Null).unwrap();
    assert_eq!(
        (&today["state"], &today["reminder"]["kind"]),
        (&json!("due"), &json!("late"))
    );
    assert_eq!(shop.state("2026-12-24"), "nothing");
    assert_eq!(shop.finish()["state"], "late");
    shop.told();
    assert_eq!(shop.run_until("2026-11-22T08:31"), ["due 08:30"]);
    shop.run_until("2026-11-23T05:00");
    assert_eq!(shop.state("2026-11-22"), "missed");
    let day = shop
        .call("show_day", json!({ "day": "2026-11-21" }))
        .unwrap();
    assert_eq!(day["clock_jumps"][0]["from"], "2026-11-21T01:05:00.000Z");
    shop.is_whole();
}

#[test]
fn in_ten_minutes_and_closed_today() {
    let shop = Shop::new();
    shop.run_until("2026-11-21T08:31");
    let until = shop.call("put_off_reminder", Value::Null).unwrap();
    assert_eq!(until["until"], "2026-11-21T00:41:00.000Z");
    assert_eq!(shop.run_until("2026-11-21T08:40"), [""; 0]);
    assert_eq!(shop.run_until("2026-11-21T08:42"), ["nag 08:41"]);
    let today = shop.call("show_today", Value::Null).unwrap();
    assert_eq!(today["reminder"]["put_off_until"], Value::Null);
    shop.call("plan_days", json!({ "plan": "closed" })).unwrap();
    let today = shop.call("show_today", Value::Null).unwrap();
    assert_eq!(
        (&today["state"], &today["reminder"]),
        (&json!("closed"), &Value::Null)
    );
    assert_eq!(shop.run_until("2026-11-22T05:00"), [""; 0]);
    assert_eq!(shop.state("2026-11-21"), "closed");
    // A day on which somebody has begun is not a day on which the door stayed shut.
    shop.run_until("2026-11-22T08:30");
    shop.call(
        "mark_item",
        json!({ "item": "cash-detector", "result": "pass" }),
    )
    .unwrap();
    let refused = shop
        .call("plan_days", json!({ "plan": "closed" }))
        .unwrap_err();
    assert_eq!(refused.code, "day_has_begun");
    shop.is_whole();
}

#[test]
fn only_one_process_is_on_duty_and_the_next_takes_over() {
    let mut shop = Shop::new();
    let other = {
        let outside = Arc::clone(&shop.outside) as Arc<dyn Outside>;
        let (tell, news) = mpsc::channel();
        let duty = Duty::start_with(shop.folder.path(), Holder::Agent, outside, move |one| {
            let _ = tell.send(one);
        });
        (duty.unwrap(), news)
    };
    other.0.look();
    let on_duty = |news: &Receiver<News>| {
        news.try_iter()
            .filter_map(|one| match one {
                News::Status(status) => Some(status.on_duty),
                _ => None,
            })
            .last()
    };
    assert_eq!(
        (on_duty(&shop.news), on_duty(&other.1)),
        (Some(true), Some(false))
    );
    assert_eq!(shop.run_until("2026-11-21T08:31"), ["due 08:30"]);
    // The first one ends in the middle; the second goes on where it stopped.
    shop.duty = None;
    other.0.look();
    shop.outside.pass_until("2026-11-21T01:00:30Z");
    other.0.look();
    let told: Vec<News> = other.1.try_iter().collect();
    let reminded: Vec<_> = told
        .iter()
        .filter_map(|news| match news {
            News::Remind(notice) => Some(said(notice)),
            _ => None,
        })
        .collect();
    assert_eq!(reminded, ["late 09:00"]);
    assert_eq!(shop.entries("reminder_fired"), 2);
}

#[test]
fn a_try_is_shown_by_whoever_is_on_duty() {
    let mut shop = Shop::new();
    shop.call("try_reminder", Value::Null).unwrap();
    shop.duty.as_ref().unwrap().look();
    assert_eq!(shop.told(), ["try 20:00"]);
    shop.duty = None;
    let refused = shop.call("try_reminder", Value::Null).unwrap_err();
    assert_eq!(refused.code, "nobody_on_duty");
}

#[test]
fn a_shop_that_nobody_has_set_up_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let outside = Arc::new(Staged::at("2026-11-20T12:00:00Z"));
    let (tell, news) = mpsc::channel();
    let as_outside = Arc::clone(&outside) as Arc<dyn Outside>;
    let duty = Duty::start_with(folder.path(), Holder::Window, as_outside, move |one| {
        let _ = tell.send(one);
    })
    .unwrap();
    duty.look();
    outside.pass(Duration::from_secs(40 * 3600));
    duty.look();
    drop(duty);
    let all: Vec<News> = news.iter().collect();
    assert!(
        all.iter()
            .all(|one| matches!(one, News::Status(status) if !status.waiting)),
        "{all:?}"
    );
}
