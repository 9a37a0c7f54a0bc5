//! `receipt`: a slip written down field by field, found again, and matched with a sale in doubt.

use serde_json::{Value, json};

use crate::{PNG, Place};

const SLIP: [&str; 34] = [
    "receipt",
    "add",
    "--amount",
    "￥128.00",
    "--at",
    "2026-11-20 12:31",
    "--kind",
    "pre-auth",
    "--tip",
    "5",
    "--merchant-name",
    "小店",
    "--merchant-no",
    "822100058120117",
    "--terminal-no",
    "00030001",
    "--operator",
    "01",
    "--issuer",
    "某银行",
    "--acquirer",
    "银联商务",
    "--card",
    "622202 0128",
    "--batch",
    "12",
    "--trace",
    "３４５",
    "--auth",
    "a1b2c3",
    "--reference",
    "123456789012",
    "--note",
    "靠窗",
];

#[test]
fn s25_every_field_of_a_slip_is_kept() {
    let place = Place::new();
    let picture = place.file("小票.png", PNG);
    let added = place.done(&[&SLIP[..], &["--attach", &picture]].concat());
    let want = json!({
        "no": 1, "kind": "pre_auth", "amount_fen": 12_800, "tip_fen": 500, "total_fen": 13_300,
        "merchant_name": "小店", "merchant_no": "822100058120117", "terminal_no": "00030001",
        "operator": "01", "issuer": "某银行", "acquirer": "银联商务", "card": "622202******0128",
        "batch": "000012", "trace": "000345", "auth": "A1B2C3", "reference": "123456789012",
        "note": "靠窗", "matches": [], "same_as": [],
    });
    for (field, value) in want.as_object().unwrap() {
        assert_eq!(&added[field], value, "{field}");
    }
    assert!(added["at"].as_str().unwrap().starts_with("2026-11-20T"));
    assert_eq!(added["attachments"][0]["name"], "小票.png");
    let id = added["id"].as_str().unwrap();
    assert_eq!(
        place.done(&["receipt", "show", id]),
        place.done(&["receipt", "show", "1"])
    );
    // The same slip once more is told, not refused.
    assert_eq!(place.done(&SLIP)["same_as"], json!([1]));
}

#[test]
fn receipts_are_found_by_whatever_is_left_of_them() {
    let place = Place::new();
    assert_eq!(place.done(&["receipt", "list"]), json!([]));
    place.done(&SLIP);
    place.done(&[
        "receipt",
        "add",
        "--amount",
        "12.50",
        "--card",
        "6620",
        "--at",
        "2026-11-21 09:00",
    ]);
    place.done(&[
        "receipt",
        "add",
        "--amount",
        "1",
        "--note",
        "_% 靠窗",
        "--at",
        "2026-11-22T09:00",
    ]);
    let found = |more: &[&str]| -> Vec<u64> {
        let list = place.done(&[&["receipt", "list"], more].concat());
        let rows = list.as_array().unwrap().iter();
        rows.map(|row| row["no"].as_u64().unwrap()).collect()
    };
    assert_eq!(found(&[]), [1, 2, 3]);
    assert_eq!(found(&["靠窗"]), [1, 3]);
    assert_eq!(found(&["靠窗", "0128"]), [1]);
    assert_eq!(found(&["靠窗 0128"]), [1]);
    assert_eq!(found(&["１２.５０"]), [2]);
    assert_eq!(found(&["6620", "--limit", "5"]), [2]);
    assert_eq!(found(&["%"]), [3]);
    assert_eq!(found(&["'; DROP TABLE receipt"]), [0; 0]);
    assert_eq!(found(&["--from", "2026-11-21", "--to", "2026-11-21"]), [2]);
    assert_eq!(found(&["--limit", "2"]), [2, 3]);
    assert_eq!(found(&["--limit", "2", "--from", "2026-11-01"]), [2, 3]);
    place.refused(
        &["receipt", "list", "--to", "tomorrow"],
        1,
        "day_unreadable",
    );
}

#[test]
fn s26_a_receipt_tells_the_sale_that_it_settles() {
    let place = Place::new();
    place.done(&[
        "incident",
        "open",
        "--code",
        "98",
        "--amount",
        "66",
        "--reference",
        "999999999999",
    ]);
    let other = place.done(&["receipt", "add", "--amount", "67"]);
    assert_eq!(other["matches"], json!([]));
    let add = [
        "receipt",
        "add",
        "--amount",
        "66",
        "--reference",
        "999999999999",
    ];
    let added = place.done(&add);
    assert_eq!(added["matches"][0]["by"], "reference");
    assert_eq!(added["matches"][0]["sale"]["incident_no"], 1);
    for (lang, said) in [
        ("zh-CN", "可能对上一笔待查的（参考号一样）"),
        ("en", "same reference number"),
    ] {
        let run = place.run(&["receipt", "show", "2", "--lang", lang]);
        assert!(run.out.contains(said), "{run:?}");
        assert!(
            run.out
                .contains("kaizhang incident settle 1 --how settled --receipt 2"),
            "{run:?}"
        );
    }
    let settled = place.done(&[
        "incident",
        "settle",
        "1",
        "--how",
        "settled",
        "--receipt",
        "2",
    ]);
    assert_eq!(settled["sales"][0]["settled"]["receipt"], added["id"]);
    assert_eq!(place.done(&["receipt", "show", "2"])["matches"], json!([]));
}

#[test]
fn receipts_that_cannot_be_are_refused() {
    let place = Place::new();
    place.done(&["today"]);
    let before = place.done(&["fsck"]);
    let check = |line: &[&str], code: &str, field: Value| {
        let line = [&["receipt", "add", "--amount", "5"], line].concat();
        assert_eq!(place.refused(&line, 1, code)["field"], field, "{line:?}");
    };
    for amount in ["-1", "1e308", "", "1,280", "12.345", "--tip"] {
        place.refused(
            &["receipt", "add", "--amount", amount],
            1,
            "amount_unreadable",
        );
    }
    for amount in ["0", "0.00"] {
        place.refused(
            &["receipt", "add", "--amount", amount],
            1,
            "amount_not_positive",
        );
    }
    check(&["--tip", "0"], "amount_not_positive", json!("tip"));
    check(&["--trace", "1234567"], "digits_needed", json!("trace"));
    check(&["--batch", "x"], "digits_needed", json!("batch"));
    check(
        &["--reference", "12345678901"],
        "digits_needed",
        json!("reference"),
    );
    check(&["--auth", "12345"], "digits_needed", json!("auth"));
    check(
        &["--merchant-no", "4111111111111111"],
        "number_unreadable",
        json!("merchant_no"),
    );
    check(
        &["--terminal-no", "../1"],
        "number_unreadable",
        json!("terminal_no"),
    );
    check(&["--at", "yesterday"], "time_unreadable", json!("at"));
    check(
        &["--at", "2099-01-01 12:00"],
        "time_out_of_range",
        json!("at"),
    );
    check(
        &["--at", "1999-12-31 12:00"],
        "time_out_of_range",
        json!("at"),
    );
    check(&["--card", "12345"], "card_unreadable", Value::Null);
    check(&["--terminal", ".."], "terminal_unknown", Value::Null);
    check(&["--note", "CVV2: 123"], "card_secret", json!("note"));
    for which in ["9", "..", "", "0"] {
        place.refused(&["receipt", "show", which], 1, "receipt_unknown");
    }
    for wrong in [
        &["receipt"][..],
        &["receipt", "add"],
        &["receipt", "add", "--amount", "5", "--kind", "gift"],
        &["receipt", "add", "--amount", "5", "--amount", "6"],
        &["receipt", "open"],
    ] {
        place.refused(wrong, 2, "usage");
    }
    assert_eq!(place.done(&["fsck"]), before);
}
