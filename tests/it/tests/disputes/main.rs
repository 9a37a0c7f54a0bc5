//! Cases on a real data folder: opened, filled, sent, ended, and every bad input.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod shadows;
mod shop;

use serde_json::{Value, json};
use shop::{Shop, missing};

/// A chargeback of a sale three weeks ago.
fn chargeback() -> Value {
    json!({
        "kind": "chargeback", "channel": "银行短信", "amount": "128", "notice_on": "2026-11-20",
        "reply_by": "2026-11-27", "notice_no": "CB-1120", "sold_on": "2026-11-02", "card": "0128",
        "reference": "110212345678", "said": "持卡人否认交易",
    })
}

#[test]
fn a_case_from_the_notice_to_the_answer_and_its_end() {
    let shop = Shop::new();
    let case = shop.open(chargeback());
    assert_eq!(
        (&case["no"], &case["state"], &case["from"]),
        (&json!(1), &json!("open"), &json!("银行短信"))
    );
    assert_eq!(case["clock"], json!({ "urgency": "soon", "days_left": 4 }));
    assert_eq!(
        missing(&case),
        [
            "signed-slip",
            "slip-numbers",
            "order",
            "delivery",
            "account",
            "notice"
        ]
    );
    // The slip was written down after the case; it is found by its reference.
    let picture = shop.file("签购单.jpg");
    let slip = json!({
        "amount": "128", "at": "2026-11-02 12:31", "reference": "110212345678", "attachments": [picture["id"]],
    });
    shop.done("add_receipt", json!({ "form": slip }));
    let found = &shop.show()["suggestions"];
    assert_eq!(
        (&found[0]["by"], &found[0]["thing"]["to"]),
        (&json!("reference"), &json!("receipt"))
    );
    let linked = shop.link(json!({ "to": "receipt", "id": "1" }));
    assert_eq!(linked["suggestions"], json!([]));
    assert_eq!(missing(&linked), ["order", "delivery", "account", "notice"]);
    let (order, notice) = (shop.file("菜单.pdf"), shop.file("通知.png"));
    shop.link(json!({ "to": "file", "id": order["id"], "piece": "order" }));
    shop.link(json!({ "to": "not_needed", "piece": "delivery", "why": "堂食，当场吃完" }));
    let told = shop.done(
        "amend_dispute",
        json!({ "dispute": "1", "form": { "story": "客人当天中午堂食，签了字。" }, "notice": [notice["id"]] }),
    );
    assert_eq!(missing(&told), [""; 0]);
    let names: Vec<&str> = told["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["file"]["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["通知.png", "签购单.jpg", "菜单.pdf"]);

    let sent = shop.done(
        "submit_dispute",
        json!({ "dispute": "1", "form": { "way": "银行商户平台" } }),
    );
    assert_eq!(
        (&sent["state"], &sent["clock"]["urgency"]),
        (&json!("submitted"), &json!("done"))
    );
    let frozen = sent["submission"].clone();
    let hashes: Vec<&Value> = frozen["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["sha256"])
        .collect();
    assert_eq!(
        hashes,
        [&notice["sha256"], &picture["sha256"], &order["sha256"]]
    );
    // What comes to light later changes the case, and not what was sent.
    shop.link(json!({ "to": "file", "id": shop.file("后来.jpg")["id"], "piece": "customer-talk" }));
    assert_eq!(shop.show()["submission"], frozen);
    assert_eq!(
        shop.refused(
            "submit_dispute",
            json!({ "dispute": "1", "form": { "way": "邮件" } })
        ),
        "already_submitted"
    );

    let won = shop.done("close_dispute", json!({ "dispute": "1", "outcome": "won" }));
    assert_eq!(
        (&won["state"], &won["ending"]["outcome"]),
        (&json!("won"), &json!("won"))
    );
    assert_eq!(
        shop.done("show_today", Value::Null)["open_disputes"],
        json!([])
    );
    // The bank comes back: a second answer, and the first stays in sight.
    let again = shop.done(
        "reopen_dispute",
        json!({ "dispute": "1", "why": "二次拒付" }),
    );
    assert_eq!(
        (&again["state"], &again["submission"], &again["ending"]),
        (&json!("open"), &Value::Null, &Value::Null)
    );
    shop.done(
        "submit_dispute",
        json!({ "dispute": "1", "form": { "way": "邮件" }, "files": [] }),
    );
    let lost = shop.done(
        "close_dispute",
        json!({ "dispute": "1", "outcome": "lost", "note": "仲裁" }),
    );
    let kinds: Vec<&str> = lost["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["what"]["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        [
            "opened",
            "linked",
            "linked",
            "linked",
            "amended",
            "submitted",
            "linked",
            "closed",
            "reopened",
            "submitted",
            "closed"
        ]
    );
    assert_eq!(lost["timeline"][5]["what"]["submission"], frozen);
    shop.is_whole();
}

#[test]
fn a_blacked_out_copy_is_sent_in_place_of_its_original() {
    let shop = Shop::new();
    let photo = include_bytes!("../../../../src-tauri/crates/picture/samples/progressive.jpg");
    let offered = kaizhang_app::Offered::named("签购单.jpg");
    let nobody = kaizhang_app::Caller::default();
    let original = shop
        .app
        .attach(&nobody, &offered, &mut photo.as_slice())
        .unwrap();
    let boxes = json!([{ "x": 0.1, "y": 0.1, "w": 0.3, "h": 0.3 }]);
    let copy = shop.done(
        "redact_attachment",
        json!({ "attachment": original["id"], "boxes": boxes }),
    );
    let case = shop.done(
        "open_dispute",
        json!({ "form": { "kind": "retrieval" }, "links": [{ "to": "file", "id": original["id"], "piece": "signed-slip" }] }),
    );
    assert_eq!(case["files"][0]["redacted"]["id"], copy["id"]);
    let sent = shop.done(
        "submit_dispute",
        json!({ "dispute": "1", "form": { "way": "邮件" } }),
    );
    assert_eq!(sent["submission"]["files"].as_array().unwrap().len(), 1);
    assert_eq!(sent["submission"]["files"][0]["sha256"], copy["sha256"]);
    assert_eq!(
        sent["submission"]["missing"],
        json!(["slip-numbers", "notice"])
    );
}

#[test]
fn sales_incidents_and_openings_are_found_and_linked() {
    let shop = Shop::new();
    // Today's check is begun, the terminal failed, and a sale is in doubt.
    shop.done(
        "mark_item",
        json!({ "item": "account-normal", "result": "pass" }),
    );
    shop.done(
        "open_incident",
        json!({ "form": { "symptom": "network", "lane_effect": "stopped", "lane": "card" } }),
    );
    shop.done(
        "open_incident",
        json!({ "form": { "code": "96", "amount": "128", "card": "0128" } }),
    );
    let form =
        json!({ "kind": "chargeback", "amount": "128", "card": "0128", "sold_on": "2026-11-23" });
    let case = shop.open(form);
    let found: Vec<[&str; 2]> = case["suggestions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            [
                one["by"].as_str().unwrap(),
                one["thing"]["to"].as_str().unwrap(),
            ]
        })
        .collect();
    assert_eq!(
        found,
        [
            ["card", "sale"],
            ["card", "incident"],
            ["day", "incident"],
            ["day", "opening"]
        ]
    );
    let sale = case["suggestions"][0]["thing"]["sale"]["id"].clone();
    shop.link(json!({ "to": "sale", "id": sale }));
    shop.link(json!({ "to": "incident", "id": "1" }));
    shop.link(json!({ "to": "incident", "id": "2" }));
    let whole = shop.link(json!({ "to": "opening", "day": "2026-11-23" }));
    assert_eq!(whole["suggestions"], json!([]));
    assert_eq!(
        whole["links"][3]["thing"]["opening"]["state"],
        "in_progress"
    );
    let piece = |case: &Value, id: &str| -> Value {
        let asked = case["asked"].as_array().unwrap().iter();
        asked
            .into_iter()
            .find(|one| one["piece"] == id)
            .unwrap()
            .clone()
    };
    assert_eq!(
        piece(&whole, "what-failed")["by"].as_array().unwrap().len(),
        3
    );
    assert_eq!(piece(&whole, "refund")["state"], "missing");
    shop.done(
        "settle_sale",
        json!({ "sale": sale, "form": { "how": "reversed", "note": "已退" } }),
    );
    assert_eq!(piece(&shop.show(), "refund")["state"], "there");
    // Taken off again it is a suggestion again.
    let key = whole["links"][1]["key"].clone();
    let off = shop.done(
        "unlink_dispute",
        json!({ "dispute": "1", "key": key, "why": "别的事" }),
    );
    assert_eq!(off["links"].as_array().unwrap().len(), 3);
    assert_eq!(off["suggestions"][0]["thing"]["incident"]["no"], 1);
    shop.is_whole();
}

#[test]
fn bad_input_changes_nothing() {
    let shop = Shop::new();
    shop.open(json!({ "kind": "retrieval", "notice_on": "2026-11-20", "reply_by": "2026-11-30" }));
    shop.done("add_receipt", json!({ "form": { "amount": "1" } }));
    shop.link(json!({ "to": "receipt", "id": "1" }));
    let before = shop.rows();
    let form = |form: Value| ("open_dispute", json!({ "form": form }));
    let link = |link: Value| ("link_dispute", json!({ "dispute": "1", "links": [link] }));
    let table = [
        (form(json!({ "kind": "bribe" })), "input_invalid"),
        (form(json!({ "colour": "red" })), "input_invalid"),
        (form(json!({ "amount": "0" })), "amount_not_positive"),
        (form(json!({ "amount": "12,8" })), "amount_unreadable"),
        (form(json!({ "notice_on": "2026-02-30" })), "day_unreadable"),
        (form(json!({ "notice_on": "2026-12-30" })), "notice_to_come"),
        (
            form(json!({ "reply_by": "2026-11-01" })),
            "reply_by_out_of_range",
        ),
        (form(json!({ "reply_by": "31.12.2026" })), "day_unreadable"),
        (
            form(json!({ "sold_on": "2026-11-24" })),
            "sold_after_notice",
        ),
        (form(json!({ "provider": "nobody" })), "provider_unknown"),
        (
            form(json!({ "notice_no": "4111111111111111" })),
            "number_unreadable",
        ),
        (
            ("open_dispute", json!({ "form": {}, "notice": ["nothing"] })),
            "attachment_unknown",
        ),
        (
            (
                "open_dispute",
                json!({ "form": {}, "links": [{ "to": "receipt", "id": "9" }] }),
            ),
            "receipt_unknown",
        ),
        (
            ("show_dispute", json!({ "dispute": "2" })),
            "dispute_unknown",
        ),
        (
            ("show_dispute", json!({ "dispute": "01" })),
            "dispute_unknown",
        ),
        (
            (
                "amend_dispute",
                json!({ "dispute": "1", "form": { "reply_by": "2026-11-19" } }),
            ),
            "reply_by_out_of_range",
        ),
        (
            ("amend_dispute", json!({ "dispute": "x", "form": {} })),
            "dispute_unknown",
        ),
        (
            link(json!({ "to": "receipt", "id": "1" })),
            "already_linked",
        ),
        (
            link(json!({ "to": "receipt", "id": "2" })),
            "receipt_unknown",
        ),
        (
            link(json!({ "to": "incident", "id": "1" })),
            "incident_unknown",
        ),
        (link(json!({ "to": "sale", "id": "1" })), "sale_unknown"),
        (
            link(json!({ "to": "opening", "day": "2026-11-22" })),
            "opening_unknown",
        ),
        (
            link(json!({ "to": "opening", "day": "2026-11-22", "till": "till-9" })),
            "opening_unknown",
        ),
        (
            link(json!({ "to": "opening", "day": "today" })),
            "day_unreadable",
        ),
        (
            link(json!({ "to": "file", "id": "x", "piece": "order" })),
            "attachment_unknown",
        ),
        (
            link(json!({ "to": "not_needed", "piece": "passport", "why": "没有" })),
            "piece_unknown",
        ),
        (
            link(json!({ "to": "not_needed", "piece": "order", "why": "" })),
            "reason_needed",
        ),
        (link(json!({ "to": "moon", "id": "1" })), "input_invalid"),
        (
            (
                "unlink_dispute",
                json!({ "dispute": "1", "key": "receipt:nothing" }),
            ),
            "not_linked",
        ),
        (
            ("submit_dispute", json!({ "dispute": "1", "form": {} })),
            "way_needed",
        ),
        (
            (
                "submit_dispute",
                json!({ "dispute": "1", "form": { "way": "邮件", "sent_at": "2026-11-23 12:00" } }),
            ),
            "sent_to_come",
        ),
        (
            (
                "submit_dispute",
                json!({ "dispute": "1", "form": { "way": "邮件" }, "files": ["x"] }),
            ),
            "attachment_unknown",
        ),
        (
            (
                "submit_dispute",
                json!({ "dispute": "1", "form": { "way": "邮件", "pack": "P-1" } }),
            ),
            "pack_unknown",
        ),
        (
            (
                "close_dispute",
                json!({ "dispute": "1", "outcome": "withdrawn" }),
            ),
            "reason_needed",
        ),
        (
            (
                "close_dispute",
                json!({ "dispute": "1", "outcome": "maybe" }),
            ),
            "input_invalid",
        ),
        (
            ("reopen_dispute", json!({ "dispute": "1" })),
            "dispute_open",
        ),
        (
            ("list_disputes", json!({ "state": "new" })),
            "input_invalid",
        ),
        (
            ("list_disputes", json!({ "from": "yesterday" })),
            "day_unreadable",
        ),
    ];
    for ((name, input), code) in table {
        assert_eq!(shop.refused(name, input.clone()), code, "{name} {input}");
    }
    assert_eq!(shop.rows(), before);
    let none = json!({ "dispute": "1", "links": [] });
    assert_eq!(shop.refused("link_dispute", none), "nothing_to_link");
    // Several links are one change: the good ones are not kept when one is refused.
    let links = json!([{ "to": "not_needed", "piece": "order", "why": "没有" }, { "to": "receipt", "id": "1" }]);
    assert_eq!(
        shop.refused("link_dispute", json!({ "dispute": "1", "links": links })),
        "already_linked"
    );
    assert_eq!(shop.rows(), before);
    // An open case may end without an answer, when somebody says why.
    let ended = shop.done(
        "close_dispute",
        json!({ "dispute": "1", "outcome": "withdrawn", "note": "客人撤诉" }),
    );
    assert_eq!(
        (&ended["state"], &ended["submission"]),
        (&json!("withdrawn"), &Value::Null)
    );
}

#[test]
fn a_case_with_nothing_known_is_a_case() {
    let shop = Shop::new();
    let case = shop.done("open_dispute", Value::Null);
    assert_eq!(
        (&case["kind"], &case["notice_on"]),
        (&json!("other"), &json!("2026-11-23"))
    );
    assert_eq!(
        case["clock"],
        json!({ "urgency": "no_day", "days_left": null })
    );
    assert_eq!(
        (&case["links"], &case["files"], &case["suggestions"]),
        (&json!([]), &json!([]), &json!([]))
    );
    let sent = shop.done(
        "submit_dispute",
        json!({ "dispute": "1", "form": { "way": "当面" } }),
    );
    assert_eq!(sent["submission"]["files"], json!([]));
}

#[test]
fn the_list_is_paged_and_narrowed() {
    let shop = Shop::new();
    for n in 1..=7 {
        let kind = if n % 2 == 0 {
            "chargeback"
        } else {
            "wechat_complaint"
        };
        let form = json!({ "kind": kind, "amount": format!("{n}00"), "notice_on": format!("2026-11-0{n}"), "channel": format!("来自 {n}") });
        shop.open(form);
    }
    shop.done(
        "submit_dispute",
        json!({ "dispute": "6", "form": { "way": "邮件" } }),
    );
    shop.done(
        "close_dispute",
        json!({ "dispute": "7", "outcome": "lost", "note": "没答复" }),
    );
    let numbers = |wish: Value| -> Vec<u64> {
        let page = shop.done("list_disputes", wish);
        page["disputes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["no"].as_u64().unwrap())
            .collect()
    };
    assert_eq!(numbers(json!({})), [7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(numbers(json!({ "limit": 3 })), [7, 6, 5]);
    assert_eq!(numbers(json!({ "limit": 3, "before": 5 })), [4, 3, 2]);
    assert_eq!(
        shop.done("list_disputes", json!({ "limit": 3, "before": 5 }))["more"],
        true
    );
    assert_eq!(
        shop.done("list_disputes", json!({ "limit": 3, "before": 4 }))["more"],
        false
    );
    assert_eq!(numbers(json!({ "going_on": true, "limit": 2 })), [6, 5]);
    assert_eq!(numbers(json!({ "state": "submitted" })), [6]);
    assert_eq!(
        numbers(json!({ "state": "open", "kind": "chargeback" })),
        [4, 2]
    );
    assert_eq!(
        numbers(json!({ "from": "2026-11-03", "to": "2026-11-05" })),
        [5, 4, 3]
    );
    assert_eq!(numbers(json!({ "words": "来自 ￥300.00" })), [3]);
    assert_eq!(numbers(json!({ "words": "%" })), [0_u64; 0]);
    // Today shows what waits for an answer.
    let today = shop.done("show_today", Value::Null);
    let open: Vec<u64> = today["open_disputes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["no"].as_u64().unwrap())
        .collect();
    assert_eq!(open, [1, 2, 3, 4, 5]);
}
