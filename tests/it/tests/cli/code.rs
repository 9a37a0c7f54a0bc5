//! `code`, and how incidents, receipts and codes read in both languages.

use serde_json::{Value, json};

use crate::Place;

#[test]
fn s16_a_code_is_explained_in_both_languages() {
    let place = Place::new();
    let explained = place.done(&["code", "96", "--lang", "zh-CN"]);
    assert_eq!(explained["code"], "96");
    assert_eq!(explained["zh"], "系统异常、失效");
    assert_eq!(explained["en"], "System malfunction");
    assert_eq!(explained["cause"], "provider");
    assert_eq!(explained["outcome"], "unknown");
    assert_eq!(explained["retry"], "after_query");
    assert_eq!(explained["unverified"], false);
    assert_eq!(explained["step"], "look-up");
    assert!(
        explained["advice"]
            .as_str()
            .unwrap()
            .starts_with("先别再收")
    );
    let english = place.done(&["code", "96", "--lang", "en"]);
    assert!(
        english["advice"]
            .as_str()
            .unwrap()
            .starts_with("Do not charge again")
    );
    for typed in ["９６", "code 96", "错误码:96"] {
        assert_eq!(place.done(&["code", typed])["code"], "96", "{typed}");
    }
    let newer = place.done(&["code", "05"]);
    assert_eq!(newer["newer"]["zh"], "持卡人认证失败");
    assert_eq!(place.done(&["code", "Y1"])["unverified"], true);
    assert_eq!(place.done(&["code", "00"])["cause"], Value::Null);
}

#[test]
fn the_shops_own_text_wins_and_an_unknown_code_is_refused() {
    let place = Place::new();
    for (typed, code) in [
        ("Q9", "code_unknown"),
        ("", "code_unknown"),
        ("96 51", "code_unreadable"),
    ] {
        place.refused(&["code", typed], 1, code);
    }
    place.refused(&["code"], 2, "usage");
    for own in [
        json!({ "code": "96", "meaning": "夜里清算", "advice": "", "from": "owner", "provider": null }),
        json!({ "code": "Q9", "meaning": "Ask us", "advice": "Ring 95516", "from": "acquirer", "provider": null }),
    ] {
        let run = place.run(&["call", "put_code_text", &own.to_string()]);
        assert_eq!(run.code, 0, "{run:?}");
    }
    let explained = place.done(&["code", "96"]);
    assert_eq!(
        (&explained["zh"], &explained["en"]),
        (&json!("夜里清算"), &json!("夜里清算"))
    );
    assert_eq!(
        (&explained["from"], &explained["advice_from"]),
        (&json!("owner"), &json!("ours"))
    );
    assert_eq!(explained["ours"]["zh"], "系统异常、失效");
    // Nobody knows what it says of the money, so the last sale is looked up first.
    let own = place.done(&["code", "q9"]);
    assert_eq!(own["advice"], "Ring 95516");
    assert_eq!(
        (&own["outcome"], &own["retry"]),
        (&json!("unknown"), &json!("after_query"))
    );
    assert_eq!((&own["cause"], &own["ours"]), (&Value::Null, &Value::Null));
    let run = place.run(&["code", "96", "--lang", "zh-CN"]);
    for said in [
        "96：夜里清算",
        "这是店里自己的说明",
        "常见的说法：系统异常、失效",
        "还不知道扣没扣",
    ] {
        assert!(run.out.contains(said), "{said}: {run:?}");
    }
}

/// One line after another in a folder of its own; each must be done and say this.
fn check(lang: &str, lines: &[(&[&str], &[&str])]) {
    let place = Place::new();
    for (line, said) in lines {
        let run = place.run(&[line, &["--lang", lang][..]].concat());
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
        for one in *said {
            assert!(run.out.contains(one), "{one}: {run:?}");
        }
        for raw in [
            "cli-", "guide-", "field-", "lane-", "\u{1b}", "{", "null", "：：", ": :",
        ] {
            assert!(!run.out.contains(raw), "{raw}: {run:?}");
        }
    }
}

#[test]
fn incidents_and_receipts_read_well_in_chinese() {
    check(
        "zh-CN",
        &[
            (&["incident", "list"], &["还没有故障记录"]),
            (
                &[
                    "incident", "open", "--code", "96", "--lane", "card", "--amount", "12.50",
                    "--staff", "小王",
                ],
                &[
                    "记下了，这是 1 号故障",
                    "刷卡 · 应答码 96 · 12.50 元",
                    "查清前别再收",
                    "96：系统异常、失效",
                    "接下来：先查末笔",
                    "kaizhang incident settle 1",
                ],
            ),
            (
                &["today"],
                &[
                    "有 1 笔不知道扣没扣到钱",
                    "1 号故障：",
                    "有 1 件故障还没解决",
                ],
            ),
            (
                &[
                    "incident",
                    "note",
                    "1",
                    "--call-hotline",
                    "95516",
                    "--waited",
                    "3",
                    "--ticket",
                    "T1",
                ],
                &["记到 1 号故障里了"],
            ),
            (
                &["incident", "show", "1"],
                &[
                    "1 号故障 · 没解决 · 1 号台",
                    "经过",
                    "打了电话 95516 · 工单号 T1 · 等了 3 分钟，前后 3 分钟",
                    "出在哪里：收单机构",
                ],
            ),
            (
                &["incident", "list"],
                &["没解决", "12.50 元", "钱没查清", "其中 1 件的钱还没查清"],
            ),
            (
                &["incident", "resolve", "1", "--loss", "0"],
                &["1 号故障解决了", "还有一笔没查清"],
            ),
            (
                &["receipt", "add", "--amount", "12.50", "--trace", "7"],
                &[
                    "记下了，这是 1 号小票",
                    "消费 · 12.50 元",
                    "凭证号：000007",
                    "金额一样，只是猜测",
                ],
            ),
            (
                &[
                    "incident",
                    "settle",
                    "1",
                    "--how",
                    "settled",
                    "--receipt",
                    "1",
                ],
                &["查清了：钱到账了"],
            ),
            (&["incident", "list", "--open"], &["没有未解决的故障"]),
            (&["receipt", "list", "12.50"], &["消费", "000007"]),
            (&["receipt", "list", "没有"], &["没有对得上的小票"]),
            (&["code", "51"], &["51：余额不足", "没收成", "这张卡别再刷"]),
        ],
    );
}

#[test]
fn incidents_and_receipts_read_well_in_english() {
    check(
        "en",
        &[
            (&["receipt", "list"], &["No receipts yet"]),
            (
                &[
                    "incident", "open", "--code", "96", "--lane", "card", "--amount", "12.50",
                    "--staff", "Wang",
                ],
                &[
                    "this is incident 1",
                    "Card · code 96 · ¥12.50",
                    "Do not charge again before you know",
                    "96: System malfunction",
                    "Next: Look up the last sale",
                    "kaizhang incident settle 1",
                ],
            ),
            (
                &["today"],
                &[
                    "One sale: nobody knows yet",
                    "Incident 1: ",
                    "One incident is not resolved",
                ],
            ),
            (
                &["incident", "note", "1", "--note", "router\nrestarted"],
                &["Added to incident 1"],
            ),
            (
                &["incident", "show", "1"],
                &[
                    "Incident 1 · not resolved · Till 1",
                    "What happened",
                    "router restarted",
                    "Where it lies: the payment company",
                ],
            ),
            (
                &[
                    "receipt", "add", "--amount", "12.50", "--tip", "1", "--card", "6620",
                ],
                &[
                    "this is receipt 1",
                    "tip ¥1.00, ¥13.50 in all",
                    "Card: ****6620",
                    "only a guess",
                ],
            ),
            (
                &[
                    "incident",
                    "settle",
                    "1",
                    "--how",
                    "reversed",
                    "--note",
                    "asked the bank",
                ],
                &[
                    "Cleared up: not charged, or went back",
                    "That resolves incident 1 as well",
                ],
            ),
            (&["incident", "list"], &["resolved", "¥12.50"]),
            (
                &["code", "Y1"],
                &["Y1: Offline approved", "No public source confirms"],
            ),
            (
                &["code", "05"],
                &["In the newer table: Cardholder authentication failed"],
            ),
        ],
    );
    // A morning with nothing left behind says nothing about sales and incidents.
    let quiet = Place::new().run(&["today", "--lang", "en"]).out;
    assert!(
        !quiet.contains("nobody knows") && !quiet.contains("ncident"),
        "{quiet}"
    );
}

#[test]
fn help_of_the_actions_speaks_both_languages() {
    let place = Place::new();
    for verb in [
        &["incident"][..],
        &["receipt"],
        &["code"],
        &["incident", "open"],
        &["incident", "note"],
        &["incident", "resolve"],
        &["incident", "settle"],
        &["incident", "show"],
        &["incident", "list"],
        &["receipt", "add"],
        &["receipt", "show"],
        &["receipt", "list"],
    ] {
        let chinese = place.run(&[verb, &["--help", "--lang", "zh-CN"]].concat());
        let english = place.run(&[&["--lang", "en", "help"], verb].concat());
        assert_eq!((chinese.code, english.code), (0, 0), "{verb:?}");
        let typed = format!("kaizhang {} [", verb.join(" "));
        let typed = if verb.len() == 1 && verb != ["code"] {
            typed.trim_end_matches(" [").to_owned()
        } else {
            typed
        };
        for (run, usage) in [(&chinese, "用法："), (&english, "Usage:")] {
            assert!(
                run.out.contains(usage) && run.out.contains(&typed),
                "{run:?}"
            );
        }
    }
    let wrong = place.run(&["incident", "close", "--lang", "en"]);
    assert_eq!(wrong.code, 2);
    assert!(
        wrong.err.contains("“close” is not known")
            && wrong.err.contains("kaizhang incident --help"),
        "{wrong:?}"
    );
    let missing = place.run(&["incident", "--lang", "zh-CN"]);
    assert!(
        missing
            .err
            .contains("可以是：open、note、resolve、settle、show、list"),
        "{missing:?}"
    );
    assert!(!place.data().exists());
}
