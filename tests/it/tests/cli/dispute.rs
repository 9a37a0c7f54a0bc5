//! `dispute`: a case opened, amended, linked, taken apart, sent, ended, shown and listed at the prompt.

use serde_json::json;

use crate::{PNG, Place};

#[test]
fn a_case_at_the_prompt_from_the_notice_to_its_end() {
    let place = Place::new();
    let (notice, slip, order) = (
        place.file("通知.png", PNG),
        place.file("签购单.png", PNG),
        place.file("订单.txt", b"2"),
    );
    place.done(&[
        "receipt",
        "add",
        "--amount",
        "128",
        "--at",
        "2026-11-02 12:31",
        "--trace",
        "123",
        "--attach",
        &slip,
    ]);
    let opened = place.done(&[
        "dispute",
        "open",
        "--kind",
        "wechat-complaint",
        "--channel",
        "微信支付",
        "--amount",
        "￥128",
        "--notice-on",
        "2026-11-20",
        "--reply-by",
        "2026-11-27",
        "--notice-no",
        "W1",
        "--sold-on",
        "2026-11-02",
        "--trace",
        "123",
        "--said",
        "少给了",
        "--story",
        "当场补了",
        "--attach",
        &notice,
    ]);
    assert_eq!(
        (
            &opened["no"],
            &opened["kind"],
            &opened["amount_fen"],
            &opened["state"]
        ),
        (
            &json!(1),
            &json!("wechat_complaint"),
            &json!(12_800),
            &json!("open")
        )
    );
    assert_eq!(opened["notice"][0]["name"], "通知.png");
    assert_eq!(opened["suggestions"][0]["by"], "trace");
    assert_eq!(opened["missing"], json!(["order", "customer-talk"]));
    let linked = place.done(&[
        "dispute",
        "link",
        "1",
        "--receipt",
        "1",
        "--file",
        &order,
        "--piece",
        "order",
    ]);
    assert_eq!(linked["missing"], json!(["customer-talk"]));
    let waived = place.done(&[
        "dispute",
        "link",
        "1",
        "--piece",
        "customer-talk",
        "--not-needed",
        "当面说的",
    ]);
    assert_eq!(waived["missing"], json!([]));
    let sent = place.done(&[
        "dispute",
        "submit",
        "1",
        "--way",
        "微信商户平台",
        "--note",
        "全了",
    ]);
    assert_eq!(
        (
            &sent["state"],
            sent["submission"]["files"].as_array().unwrap().len()
        ),
        (&json!("submitted"), 3)
    );
    let won = place.done(&["dispute", "close", "1", "--outcome", "won"]);
    assert_eq!(won["ending"]["outcome"], "won");
    assert_eq!(
        place.done(&["dispute", "reopen", "1", "--note", "再来"])["state"],
        "open"
    );
    let id = opened["id"].as_str().unwrap();
    assert_eq!(
        place.done(&["dispute", "show", id]),
        place.done(&["dispute", "show", "1"])
    );

    place.done(&["dispute", "open", "--kind", "other", "--receipt", "1"]);
    let numbers = |words: &[&str]| -> Vec<u64> {
        let rows = place.done(&[&["dispute", "list"], words].concat());
        rows.as_array()
            .unwrap()
            .iter()
            .map(|row| row["no"].as_u64().unwrap())
            .collect()
    };
    assert_eq!(numbers(&[]), [1, 2]);
    assert_eq!(numbers(&["微信支付", "128"]), [1]);
    assert_eq!(numbers(&["--limit", "1"]), [2]);
    place.done(&[
        "dispute",
        "close",
        "2",
        "--outcome",
        "withdrawn",
        "--note",
        "撤了",
    ]);
    assert_eq!(numbers(&["--open"]), [1]);
}

#[test]
fn a_case_is_amended_and_what_was_linked_is_taken_off_at_the_prompt() {
    let place = Place::new();
    let [notice, wrong, more, order] = ["通知.txt", "放错了.txt", "补.txt", "订单.txt"]
        .map(|name| place.file(name, name.as_bytes()));
    place.done(&["mark", "account-normal", "pass"]);
    let day = place.done(&["today"])["day"].as_str().unwrap().to_owned();
    place.done(&["receipt", "add", "--amount", "128"]);
    place.done(&[
        "incident",
        "open",
        "--symptom",
        "network",
        "--code",
        "96",
        "--amount",
        "1",
    ]);
    place.done(&[
        "dispute",
        "open",
        "--kind",
        "retrieval",
        "--attach",
        &notice,
        "--attach",
        &wrong,
    ]);

    let amended = place.done(&[
        "dispute",
        "amend",
        "1",
        "--amount",
        "128",
        "--attach",
        &more,
        "--remove",
        "放错了.txt",
    ]);
    assert_eq!(
        (&amended["kind"], &amended["amount_fen"]),
        (&json!("retrieval"), &json!(12_800))
    );
    let names = |case: &serde_json::Value| [0, 1, 2].map(|at| case["notice"][at]["name"].clone());
    let kept = [json!("通知.txt"), json!("补.txt"), json!(null)];
    assert_eq!(names(&amended), kept);
    // Other fields leave the notice alone, and what is not there cannot be removed.
    assert_eq!(
        names(&place.done(&["dispute", "amend", "1", "--said", "少给了"])),
        kept
    );
    let none = [
        "dispute",
        "amend",
        "1",
        "--remove",
        "没有.txt",
        "--attach",
        &more,
    ];
    place.refused(&none, 1, "attachment_unknown");
    assert_eq!(names(&place.done(&["dispute", "show", "1"])), kept);

    let sale = place.done(&["incident", "show", "1"])["sales"][0]["id"].clone();
    let sale = sale.as_str().unwrap();
    place.done(&[
        "dispute",
        "link",
        "1",
        "--receipt",
        "1",
        "--incident",
        "1",
        "--sale",
        sale,
        "--opening",
        &day,
        "--file",
        &order,
        "--piece",
        "order",
    ]);
    let linked = place.done(&[
        "dispute",
        "link",
        "1",
        "--piece",
        "delivery",
        "--not-needed",
        "堂食",
    ]);
    let keys = |case: &serde_json::Value| -> Vec<String> {
        let links = case["links"].as_array().unwrap().iter();
        links
            .map(|link| {
                link["key"]
                    .as_str()
                    .unwrap()
                    .split(':')
                    .next()
                    .unwrap()
                    .to_owned()
            })
            .collect()
    };
    let all = [
        "receipt",
        "incident",
        "sale",
        "opening",
        "file",
        "not_needed",
    ];
    assert_eq!(keys(&linked), all);
    // A file is taken off as the piece that it is.
    place.refused(
        &[
            "dispute",
            "unlink",
            "1",
            "--file",
            "订单.txt",
            "--piece",
            "delivery",
        ],
        1,
        "not_linked",
    );
    for (at, off) in [
        &["--receipt", "1", "--note", "别的单子"][..],
        &["--incident", "1"],
        &["--sale", sale],
        &["--opening", &day],
        &["--file", "订单.txt", "--piece", "order"],
        &["--piece", "delivery"],
    ]
    .into_iter()
    .enumerate()
    {
        let off = [&["dispute", "unlink", "1"], off].concat();
        assert_eq!(keys(&place.done(&off)), all[at + 1..], "{off:?}");
        place.refused(&off, 1, "not_linked");
    }
    for wrong in [
        &["dispute", "amend", "1"][..],
        &["dispute", "unlink", "1"],
        &["dispute", "unlink", "1", "--note", "x"],
        &[
            "dispute",
            "unlink",
            "1",
            "--receipt",
            "1",
            "--incident",
            "1",
        ],
        &[
            "dispute",
            "unlink",
            "1",
            "--receipt",
            "1",
            "--piece",
            "order",
        ],
    ] {
        let run = place.run(wrong);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{wrong:?}: {run:?}");
    }
    place.done(&["dispute", "link", "1", "--receipt", "1"]);
    let off = place.run(&["dispute", "unlink", "1", "--receipt", "1", "--lang", "en"]);
    assert!(off.out.starts_with("Taken off case 1."), "{off:?}");
    let amended = place.run(&["dispute", "amend", "1", "--amount", "9", "--lang", "zh-CN"]);
    assert!(amended.out.starts_with("1 号案子改好了。"), "{amended:?}");
}

#[test]
fn what_no_case_is_is_refused_at_the_prompt() {
    let place = Place::new();
    place.refused(&["dispute", "show", "1"], 1, "dispute_unknown");
    let soon = place.refused(
        &["dispute", "open", "--reply-by", "soon"],
        1,
        "day_unreadable",
    );
    assert_eq!(soon["value"], "soon");
    place.done(&["dispute", "open"]);
    let passport = [
        "dispute",
        "link",
        "1",
        "--piece",
        "passport",
        "--not-needed",
        "x",
    ];
    place.refused(&passport, 1, "piece_unknown");
    let won = ["dispute", "close", "1", "--outcome", "won"];
    place.refused(&won, 1, "reason_needed");
    for wrong in [
        &["dispute", "open", "--kind", "bribe"][..],
        &["dispute", "submit", "1"],
        &["dispute", "link", "1"],
        &["dispute", "link", "1", "--not-needed", "x"],
        &["dispute", "close", "1", "--outcome", "maybe"],
        &["dispute"],
    ] {
        let run = place.run(wrong);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{wrong:?}: {run:?}");
    }
}

#[test]
fn a_case_reads_well_in_both_languages() {
    let place = Place::new();
    let opened = [
        "dispute",
        "open",
        "--kind",
        "chargeback",
        "--amount",
        "128",
        "--channel",
        "bank",
        "--staff",
        "Li",
    ];
    for (lang, said) in [
        (
            "zh-CN",
            [
                "记下了，这是 1 号案子。",
                "拒付 · 要答复 · 128.00 元",
                "签了字的签购单 (signed-slip): 还缺",
                "谁发来的",
            ],
        ),
        (
            "en",
            [
                "Written down: this is case 2.",
                "Chargeback · To reply · ¥128.00",
                "Signed slip (signed-slip): Missing",
                "Who sent it",
            ],
        ),
    ] {
        let run = place.run(&[&opened[..], &["--lang", lang]].concat());
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
        for words in said {
            assert!(run.out.contains(words), "{words}: {run:?}");
        }
        assert!(
            !run.out.contains("dispute-") && !run.out.contains("cli-"),
            "{run:?}"
        );
        let list = place.run(&["dispute", "list", "--lang", lang]);
        assert!(list.out.contains("bank"), "{list:?}");
    }
}
