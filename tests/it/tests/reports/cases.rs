//! What the report of a case says happened, and when.

use serde_json::json;

use crate::shop::Shop;
use crate::{check, flat, lacks};

/// The lines of a case's chronology, as its sheet has them.
fn lines(shop: &Shop) -> Vec<String> {
    let csv = shop.csv(json!({ "what": "dispute", "which": "1" }));
    csv.lines().skip(1).map(str::to_owned).collect()
}

/// Of the line that holds these words.
#[track_caller]
fn at(lines: &[String], words: &str) -> usize {
    let found = lines.iter().position(|line| line.contains(words));
    found.unwrap_or_else(|| panic!("{words} is missing in {lines:#?}"))
}

#[test]
fn an_answer_stands_at_its_own_time_and_the_notice_on_its_day() {
    for (sent_at, in_time, en) in [
        ("2026-11-30 23:30", "最晚 2026-11-30，没有超过", "in time"),
        (
            "2026-12-02 00:10",
            "最晚 2026-11-30，晚了 2 天",
            "2 days late",
        ),
        (
            "2026-12-01 09:00",
            "最晚 2026-11-30，晚了 1 天",
            "one day late",
        ),
    ] {
        let shop = Shop::with_a_story();
        // The notice lay there for two days before somebody opened the case.
        shop.outside.pass_until("2026-11-26T06:00:00Z");
        let form = json!({
            "kind": "retrieval", "notice_on": "2026-11-24", "reply_by": "2026-11-30", "sold_on": "2026-11-23",
        });
        shop.done("open_dispute", json!({ "form": form }));
        let links = json!([{ "to": "receipt", "id": "1" }, { "to": "incident", "id": "1" }]);
        shop.done("link_dispute", json!({ "dispute": "1", "links": links }));
        // Three days later somebody writes down what was sent.
        shop.outside.pass_until("2026-12-03T02:00:00Z");
        let form = json!({ "way": "银行平台", "sent_at": sent_at, "note": "回执号 R-5" });
        shop.done("submit_dispute", json!({ "dispute": "1", "form": form }));
        let lines = lines(&shop);
        assert_eq!(lines[at(&lines, "收到通知")], "2026-11-24,收到通知");
        assert_eq!(
            lines[at(&lines, "记下案子")],
            "2026-11-26 14:00:00,记下案子"
        );
        let sent = &lines[at(&lines, "答复已送出")];
        let expected = format!(
            "{sent_at}:00,答复已送出（银行平台），2 个文件 · {in_time} · 回执号 R-5 · 2026-12-03 10:00 记下"
        );
        assert_eq!(*sent, expected);
        // In the order in which it happened, not in the order of typing.
        let order = ["1 号小票", "收到通知", "记下案子", "答复已送出"];
        let order = order.map(|words| at(&lines, words));
        assert!(order.is_sorted(), "{lines:#?}");
        let zh = shop.read("dispute", "1", &["zh-CN"]);
        check(&zh[0], &["答复送出", sent_at, in_time]);
        check(&zh[1], &[sent_at, "2026-12-03 10:00 记下"]);
        let english = shop.read("dispute", "1", &["en"]);
        check(
            &english[0],
            &["Answer sent", sent_at, "last day 2026-11-30", en],
        );
        check(
            &english[1],
            &["Notice received", "written down 2026-12-03 10:00"],
        );
    }
}

#[test]
fn what_was_written_down_at_once_is_told_in_one_line() {
    let shop = Shop::with_a_case();
    shop.done(
        "submit_dispute",
        json!({ "dispute": "1", "form": { "way": "银行平台" } }),
    );
    let lines = lines(&shop);
    let noticed = lines.iter().filter(|line| line.contains("收到通知"));
    assert_eq!(
        noticed.collect::<Vec<_>>(),
        ["2026-11-23 14:00:00,收到通知，记下案子"]
    );
    let sent = &lines[at(&lines, "答复已送出")];
    assert!(sent.ends_with("没有超过"), "{sent}");
}

#[test]
fn a_second_notice_stands_beside_the_first_and_judges_no_earlier_answer() {
    let shop = Shop::with_a_case();
    let submit = |sent_at: &str| {
        let form = json!({ "way": "邮件", "sent_at": sent_at });
        shop.done("submit_dispute", json!({ "dispute": "1", "form": form }));
    };
    shop.outside.pass_until("2026-12-02T02:00:00Z");
    submit("2026-12-01 10:00");
    let close = json!({ "dispute": "1", "outcome": "lost", "note": "说是过了期" });
    shop.done("close_dispute", close);
    shop.outside.pass_until("2026-12-05T02:00:00Z");
    shop.done(
        "reopen_dispute",
        json!({ "dispute": "1", "why": "二次调单" }),
    );
    let form = json!({ "notice_on": "2026-12-04", "reply_by": "2026-12-20" });
    shop.done("amend_dispute", json!({ "dispute": "1", "form": form }));
    submit("2026-12-05 10:00");
    let lines = lines(&shop);
    assert_eq!(lines[at(&lines, "2026-12-04,")], "2026-12-04,收到通知");
    let answers: Vec<&String> = lines
        .iter()
        .filter(|line| line.contains("答复已送出"))
        .collect();
    assert!(
        answers[0].contains("最晚 2026-11-30，晚了 1 天"),
        "{answers:?}"
    );
    assert!(
        answers[1].contains("最晚 2026-12-20，没有超过"),
        "{answers:?}"
    );
    let ended = &lines[at(&lines, "结束：")];
    assert!(ended.ends_with("说是过了期"), "{ended}");
    let order = [
        "晚了 1 天",
        "结束：",
        "2026-12-04,",
        "重新打开：二次调单",
        "没有超过",
    ];
    let order = order.map(|words| at(&lines, words));
    assert!(order.is_sorted(), "{lines:#?}");
}

#[test]
fn a_sale_in_doubt_is_told_with_what_became_of_it() {
    let shop = Shop::with_a_story();
    let form = json!({
        "kind": "chargeback", "channel": "银联商务", "amount": "128", "notice_on": "2026-11-23",
        "reply_by": "2026-11-30", "sold_on": "2026-11-23", "story": "客人刷卡吃面。",
    });
    shop.done("open_dispute", json!({ "form": form }));
    let sale = shop.done("show_incident", json!({ "incident": "1" }))["sales"][0]["id"].clone();
    let links = json!([{ "to": "sale", "id": sale }]);
    shop.done("link_dispute", json!({ "dispute": "1", "links": links }));
    let zh = shop.read("dispute", "1", &["zh-CN"]);
    let became = "128.00 元这笔，2026-11-23 14:00 弄清：钱到了。";
    check(&zh[0], &["那天的故障", became]);
    let rest = zh[1..].join("\n");
    check(
        &rest,
        &[
            "没弄清的那笔的结果",
            "622202******0128",
            "代码 96",
            "1 号故障",
            "1 号小票",
            "早班",
            became,
            "对账单上有这一笔",
        ],
    );
    let told = lines(&shop);
    let doubt = &told[at(&told, "还不知道扣没扣款的一笔")];
    assert_eq!(
        *doubt,
        "2026-11-23 12:31:05,还不知道扣没扣款的一笔：128.00 元"
    );
    let settled = &told[at(&told, "弄清：")];
    assert_eq!(
        *settled,
        "2026-11-23 14:00:00,128.00 元这笔弄清：钱到了 · 对账单上有这一笔"
    );
    let en = shop.read("dispute", "1", &["en"]);
    check(
        &en[0],
        &["was cleared up on 2026-11-23 14:00: The money arrived"],
    );
    // It was not as somebody thought.
    let again = json!({ "sale": sale, "why": "对账单看错了" });
    shop.done("reopen_sale", again);
    let zh = shop.read("dispute", "1", &["zh-CN"]);
    check(&zh[0], &["128.00 元这笔，还不知道顾客扣没扣款"]);
    let told = lines(&shop);
    assert!(told[at(&told, "这笔又没弄清")].ends_with("对账单看错了"));
}

#[test]
fn the_chronology_has_how_an_incident_and_its_sale_ended() {
    let shop = Shop::with_a_case();
    let why = json!({ "incident": "1", "why": "又断了" });
    shop.done("reopen_incident", why);
    let lines = lines(&shop);
    let resolved = &lines[at(&lines, "1 号故障解决了")];
    assert_eq!(
        *resolved,
        "2026-11-23 12:40:00,1 号故障解决了 · 换了网线 · 没有损失"
    );
    assert!(lines[at(&lines, "1 号故障重新打开")].ends_with("又断了"));
    at(&lines, "还不知道扣没扣款的一笔：128.00 元");
    at(&lines, "128.00 元这笔弄清：钱到了");
    // The incident is told whole in its own chapter; a sale that was not linked has none.
    let text = shop.read("dispute", "1", &["zh-CN"]).join("\n");
    lacks(&text, &["没弄清的那笔的结果"]);
}

#[test]
fn a_case_with_two_tills_says_which_opening_is_whose() {
    let shop = Shop::with_tills(&["前台", "外摆"]);
    shop.opened("till-1", &[]);
    shop.opened("till-2", &[("machine-screen", "屏幕不亮")]);
    shop.outside.pass_until("2026-11-23T06:00:00Z");
    let form = json!({
        "kind": "chargeback", "notice_on": "2026-11-23", "sold_on": "2026-11-23", "story": "客人在外摆刷卡。",
    });
    shop.done("open_dispute", json!({ "form": form }));
    let opening = |till: &str| json!({ "to": "opening", "till": till, "day": "2026-11-23" });
    let links = json!([opening("till-1"), opening("till-2")]);
    shop.done("link_dispute", json!({ "dispute": "1", "links": links }));
    let zh = shop.read("dispute", "1", &["zh-CN"]);
    check(
        &zh[0],
        &["2026-11-23 的开店检查 · 前台 · 2026-11-23 的开店检查 · 外摆"],
    );
    let rest = flat(&zh[1..].join(""));
    for words in [
        "2026年11月23日 周一的开店检查 · 前台",
        "2026年11月23日 周一的开店检查 · 外摆",
        "屏幕不亮",
    ] {
        assert!(rest.contains(&flat(words)), "{words} is missing in {rest}");
    }
    let lines = lines(&shop);
    assert!(lines[at(&lines, "先别急着开门")].ends_with(" · 外摆"));
}
