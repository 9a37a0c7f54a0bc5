//! The tray's face, from the states of a day.

use super::*;
use kaizhang_words::Lang;

fn now() -> DateTime<Utc> {
    "2026-11-23T00:40:00Z".parse().unwrap()
}

/// A folder with one till, as the duty loop would tell of it; each test changes what it is about.
fn status() -> Status {
    let folder = tempfile::tempdir().unwrap();
    let (tell, told) = std::sync::mpsc::channel();
    let _duty = kaizhang_app::duty::Duty::start(
        folder.path(),
        kaizhang_app::duty::Holder::Window,
        move |news| {
            if let kaizhang_app::duty::News::Status(status) = news {
                tell.send(status).unwrap();
            }
        },
    )
    .unwrap();
    let mut status = told
        .recv_timeout(std::time::Duration::from_secs(20))
        .unwrap();
    status.closed = false;
    status.next_at = None;
    status.zone = chrono_tz::Tz::Asia__Shanghai;
    status
}

/// The same value in another state, by its written name.
fn read<T: serde::de::DeserializeOwned>(name: &str) -> T {
    serde_json::from_value(Value::String(name.to_owned())).unwrap()
}

#[track_caller]
fn check(status: &Status, sign: Sign, zh: &[&str], en: &[&str]) {
    for (lang, lines) in [(Lang::ZhCn, zh), (Lang::En, en)] {
        let face = Face::of(&Words::new(lang), status, false, now());
        assert_eq!(face.lines, lines);
        assert_eq!(face.sign, sign);
    }
}

#[test]
fn each_state_has_its_line_and_its_sign() {
    let mut day = status();
    day.tills[0].state = read("due");
    check(
        &day,
        Sign::Left,
        &["今天还没查"],
        &["Not checked yet today"],
    );

    day.next_at = Some("2026-11-23T00:50:00Z".parse().unwrap());
    check(
        &day,
        Sign::Left,
        &["今天还没查", "下次提醒：08:50"],
        &["Not checked yet today", "Next reminder: 08:50"],
    );
    day.next_at = Some("2026-11-24T00:30:00Z".parse().unwrap());
    check(
        &day,
        Sign::Left,
        &["今天还没查", "下次提醒：11月24日 周二 08:30"],
        &["Not checked yet today", "Next reminder: Tue 24 Nov 08:30"],
    );
    day.next_at = None;

    day.tills[0].state = read("in_progress");
    day.tills[0].left = 5;
    check(
        &day,
        Sign::Left,
        &["还差 5 项"],
        &["5 things left to check"],
    );
    day.tills[0].left = 0;
    check(
        &day,
        Sign::Left,
        &["都看过了，还没按“开门”"],
        &["All checked, not finished yet"],
    );
    day.late = true;
    day.tills[0].left = 1;
    check(
        &day,
        Sign::Alert,
        &["还差 1 项"],
        &["One thing left to check"],
    );
    day.late = false;

    for state in ["finished", "late"] {
        day.tills[0].state = read(state);
        day.tills[0].headline.kind = read("all_ready");
        day.tills[0].headline.lanes = vec![read("card"), read("qr"), read("cash")];
        check(
            &day,
            Sign::Ready,
            &["可以开门，三种收款都正常"],
            &["You can open: all three ways to pay work"],
        );
        day.tills[0].headline.kind = read("none_ready");
        check(
            &day,
            Sign::Alert,
            &["先别开门，现在一种都收不了"],
            &["Don’t open yet: no way to pay is working"],
        );
    }

    day.closed = true;
    check(&day, Sign::Closed, &["今天休息"], &["Closed today"]);
}

#[test]
fn wishes_are_offered_when_they_make_sense() {
    let words = Words::new(Lang::ZhCn);
    let mut day = status();
    day.tills[0].state = read("due");
    let face = Face::of(&words, &day, false, now());
    assert_eq!((face.later, face.open_today), (None, None));
    assert_eq!(face.close_today.as_deref(), Some("今天不开门"));
    day.waiting = true;
    let face = Face::of(&words, &day, false, now());
    assert_eq!(face.later.as_deref(), Some("10 分钟后再提醒"));
    day.tills[0].state = read("in_progress");
    assert_eq!(Face::of(&words, &day, false, now()).close_today, None);
    day.closed = true;
    assert_eq!(
        Face::of(&words, &day, false, now()).open_today,
        None,
        "the week says so"
    );
    let closed_here = Face::of(&words, &day, true, now());
    assert_eq!(closed_here.open_today.as_deref(), Some("今天还是开门"));
    assert_eq!(closed_here.close_today, None);
}
