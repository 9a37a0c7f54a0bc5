//! Reminders as people read them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::Lang;

fn facts(kind: ToastKind, minutes_to_open: i64) -> ToastFacts<'static> {
    ToastFacts {
        kind,
        day: "2026-11-23".parse().unwrap(),
        planned_at: "2026-11-23T00:30:00Z".parse().unwrap(),
        tardy: false,
        sales: 0,
        cases: 0,
        overdue: 0,
        days_left: None,
        tills: &[],
        opens_at: Some("2026-11-23T01:00:00Z".parse().unwrap()),
        minutes_to_open,
        zone: Tz::Asia__Shanghai,
    }
}

#[track_caller]
fn check(facts: &ToastFacts<'_>, zh: (&str, &str), en: (&str, &str)) {
    for (lang, (title, body)) in [(Lang::ZhCn, zh), (Lang::En, en)] {
        let said = Words::new(lang).toast(facts);
        assert_eq!((said.title.as_str(), said.body.as_str()), (title, body));
    }
}

#[test]
fn before_the_door_opens() {
    let (zh, en) = ("该做开店前检查了", "Time for the opening check");
    for (minutes, chinese, english) in [
        (25, "还有 25 分钟开门。", "25 minutes until you open."),
        (1, "还有 1 分钟开门。", "One minute until you open."),
        (0, "到点开门了。", "It is time to open."),
        (-3, "到点开门了。", "It is time to open."),
        (60, "还有 1 小时开门。", "1 h until you open."),
        (
            95,
            "还有 1 小时 35 分钟开门。",
            "1 h 35 min until you open.",
        ),
    ] {
        check(
            &facts(ToastKind::Due, minutes),
            (zh, chinese),
            (en, english),
        );
    }
}

#[test]
fn when_the_door_is_open() {
    check(
        &facts(ToastKind::Late, -5),
        (
            "已经到点开门，还没查能不能收款",
            "09:00 开门，开店前检查还没做完。现在看一遍，几分钟就好。",
        ),
        (
            "Time to open, and nobody knows if we can take money",
            "You open at 09:00, and the opening check is not finished. It takes a few minutes.",
        ),
    );
    let (zh, en) = ("开店前检查还没做完", "The opening check is not finished");
    check(
        &facts(ToastKind::Nag, -40),
        (zh, "开门已经 40 分钟，能不能收款还不知道。"),
        (
            en,
            "You opened 40 minutes ago, and nobody knows yet if you can take money.",
        ),
    );
    check(
        &facts(ToastKind::Nag, -150),
        (zh, "开门已经 2 个多小时，能不能收款还不知道。"),
        (
            en,
            "You opened more than 2 h ago, and nobody knows yet if you can take money.",
        ),
    );
}

#[test]
fn several_tills_and_a_pc_that_slept() {
    let tills = ["1 号台".to_owned(), "外卖".to_owned()];
    let mut late = facts(ToastKind::Due, 10);
    late.tills = &tills;
    late.tardy = true;
    let said = Words::new(Lang::ZhCn).toast(&late);
    assert_eq!(
        said.body,
        "还有 10 分钟开门。\n还没查完的：1 号台和外卖。\n本该 08:30 提醒，那时电脑没醒着，现在补上。"
    );
    // 00:30 on the wall of the next date, still the same business day.
    late.planned_at = "2026-11-23T16:30:00Z".parse().unwrap();
    let said = Words::new(Lang::En).toast(&late);
    assert!(
        said.body
            .ends_with("This was meant for Tue 24 Nov 00:30; the PC was not awake then."),
        "{}",
        said.body
    );
}

#[test]
fn a_day_that_was_closed_meanwhile_promises_no_hour() {
    for kind in [ToastKind::Due, ToastKind::Late, ToastKind::Nag] {
        let mut closed = facts(kind, 0);
        closed.opens_at = None;
        for lang in Lang::ALL {
            assert_eq!(Words::new(lang).toast(&closed).body, "");
        }
    }
}

#[test]
fn a_try_asks_for_nothing() {
    let tills = ["1 号台".to_owned()];
    let mut tried = facts(ToastKind::Try, 300);
    tried.tills = &tills;
    let said = Words::new(Lang::ZhCn).toast(&tried);
    assert_eq!(said.body, "以后每天开门前，提醒就这样出现在这里。");
    assert_eq!(said.later, None);
    let due = Words::new(Lang::En).toast(&facts(ToastKind::Due, 25));
    assert_eq!(due.start, "Start now");
    assert_eq!(due.later.as_deref(), Some("In 10 minutes"));
}

#[test]
fn answers_that_are_due_say_how_pressing_they_are() {
    let replies = |kind, cases, overdue, days_left| {
        let mut facts = facts(kind, 25);
        (facts.cases, facts.overdue, facts.days_left) = (cases, overdue, days_left);
        facts
    };
    check(
        &replies(ToastKind::Reply, 1, 0, Some(2)),
        ("有 1 个案子等着答复", "最近的一个还剩 2 天。"),
        ("One case waits for your reply", "2 days left to reply."),
    );
    check(
        &replies(ToastKind::Reply, 3, 1, Some(0)),
        (
            "有 3 个案子等着答复",
            "有 1 个已经过了答复的日子。\n最近的一个今天是最后一天。",
        ),
        (
            "3 cases wait for your reply",
            "One is past its last day.\nToday is the last day to reply.",
        ),
    );
    check(
        &replies(ToastKind::Reply, 2, 2, None),
        ("有 2 个案子等着答复", "有 2 个已经过了答复的日子。"),
        ("2 cases wait for your reply", "2 are past their last day."),
    );
    // With the check's own reminder it is a sentence of it.
    check(
        &replies(ToastKind::Due, 1, 0, Some(1)),
        (
            "该做开店前检查了",
            "还有 25 分钟开门。\n另外，有 1 个案子等着答复。\n最近的一个还剩 1 天。",
        ),
        (
            "Time for the opening check",
            "25 minutes until you open.\nAlso, one case waits for your reply.\nOne day left to reply.",
        ),
    );
}
