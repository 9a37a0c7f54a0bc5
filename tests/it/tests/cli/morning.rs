//! Whole mornings: by a script that knows no item beforehand, and by a person at the prompt.

use serde_json::Value;

use crate::{PNG, Place, finish, item, items};

/// What passes an item, from what `today` says about it.
fn passing(item: &Value, picture: &str) -> Vec<String> {
    let value = |value: String| vec!["--value".to_owned(), value];
    match item["kind"].as_str().unwrap() {
        "check" | "probe" => Vec::new(),
        "number" => value(item["range"]["max"].to_string()),
        "text" => value("V2.3.1".to_owned()),
        "choice" => value(item["choices"][0].as_str().unwrap().to_owned()),
        "cash" => {
            let fen = item["target_fen"].as_i64().unwrap();
            value(format!("{}.{:02}", fen / 100, fen % 100))
        }
        "photo" => vec!["--attach".to_owned(), picture.to_owned()],
        kind => panic!("a new kind: {kind}"),
    }
}

#[test]
fn a_script_takes_the_whole_morning() {
    let place = Place::new();
    let picture = place.file("pos.png", PNG);
    let today = place.done(&["today"]);
    for item in items(&today) {
        let id = item["item"].as_str().unwrap();
        let more = passing(&item, &picture);
        let more = more.iter().map(String::as_str);
        let line: Vec<&str> = ["mark", id, "pass"].into_iter().chain(more).collect();
        let after = place.done(&line);
        assert_eq!(crate::item(&after, id)["result"], "pass", "{line:?}");
    }
    let today = place.done(&["today"]);
    assert_eq!(
        (&today["left"], &today["must_left"]),
        (&0.into(), &0.into())
    );
    for lane in ["card", "qr", "cash"] {
        assert_eq!(today["verdict"][lane]["state"], "ready", "{today}");
    }
    let finished = place.done(&["finish"]);
    assert_eq!(finished["headline"]["kind"], "all_ready");
    // Afterwards a mark amends, and the verdict follows.
    let after = place.done(&["mark", "network-internet", "fail", "--note", "断了"]);
    assert_eq!(after["state"], "finished");
    assert_eq!(after["verdict"]["card"]["state"], "workaround");
    assert_eq!(place.done(&["history"])[0]["failures"], 1);
    assert_eq!(place.done(&["fsck"])["ok"], true);
}

/// The answers of a person who finds everything in order.
fn answers(today: &Value) -> Vec<String> {
    let open = items(today)
        .into_iter()
        .filter(|item| item["result"].is_null());
    open.map(|item| match item["kind"].as_str().unwrap() {
        "check" | "probe" => String::new(),
        "number" => "20".to_owned(),
        "text" => "V2.3.1".to_owned(),
        "choice" => "1".to_owned(),
        "cash" => "100x3 20x4 10x6 5x8 1x20".to_owned(),
        // No picture at hand: it can wait.
        _ => "s".to_owned(),
    })
    .collect()
}

fn type_in(place: &Place, args: &[&str], lines: &[String]) -> crate::Run {
    finish(
        &mut place.command(args),
        (lines.join("\n") + "\n").as_bytes(),
    )
}

#[test]
fn a_walk_is_taken_up_by_the_next_process() {
    let place = Place::new();
    let all = answers(&place.done(&["today"]));
    let run = type_in(
        &place,
        &["check", "--lang", "zh-CN", "--staff", "小王"],
        &all[..5],
    );
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        run.out.contains("停在这里，还有 17 项。答过的都已记下。"),
        "{run:?}"
    );
    let today = place.done(&["today"]);
    assert_eq!(today["left"], 17);
    assert_eq!(item(&today, "account-normal")["actor"], "小王");

    let mut rest = answers(&today);
    rest.push(String::new());
    let run = type_in(
        &place,
        &["check", "--lang", "zh-CN", "--staff", "小李"],
        &rest,
    );
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("\n6/22 "), "{run:?}");
    assert!(!run.out.contains("\n5/22 "), "{run:?}");
    assert!(run.out.contains("今天的检查已结束：可以开门"), "{run:?}");
    let today = place.done(&["today"]);
    assert_eq!(
        (&today["state"], &today["finished_by"]),
        (&"finished".into(), &"小李".into())
    );
    assert_eq!(item(&today, "machine-photo")["result"], Value::Null);
}

#[test]
fn a_walk_for_a_script_ends_with_today() {
    let place = Place::new();
    let run = type_in(
        &place,
        &["check", "--json"],
        &[
            "".to_owned(),
            "x".to_owned(),
            "late".to_owned(),
            "q".to_owned(),
        ],
    );
    assert_eq!(run.code, 0, "{run:?}");
    let today = run.json();
    assert_eq!(item(&today, "account-normal")["result"], "pass");
    assert_eq!(item(&today, "account-settled")["note"], "late");
    assert!(run.err.contains("Stopped with 20 items to go"), "{run:?}");
}

#[test]
fn without_anybody_there_nothing_is_asked() {
    let place = Place::new();
    let run = place.run(&["check"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.err.contains("kaizhang mark"), "{run:?}");
    let run = place.script(&["check"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{run:?}");
    assert!(
        run.err
            .lines()
            .last()
            .unwrap()
            .contains(r#""code":"not_a_terminal""#),
        "{run:?}"
    );
    assert_eq!(place.done(&["today"])["state"], "due");
}

#[test]
fn opening_early_takes_a_reason_and_keeps_the_rest_open() {
    let place = Place::new();
    let skipped = vec!["s".to_owned(); 22];
    let run = type_in(
        &place,
        &["check"],
        &[&skipped[..], &["a guest waits".to_owned()]].concat(),
    );
    assert_eq!(run.code, 0, "{run:?}");
    let today = place.done(&["today"]);
    assert_eq!(today["finish_note"], "a guest waits");
    assert_eq!(today["verdict"]["card"]["state"], "unknown");
    let run = place.run(&["today"]);
    assert!(run.out.contains("Opened anyway: a guest waits"), "{run:?}");
}
