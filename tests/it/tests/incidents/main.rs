//! What happens from a payment that failed to the proof of the fix, on a real data folder.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod seed_rows;
mod shadows;
mod shop;
mod verdicts;

use serde_json::{Value, json};
use shop::Shop;

fn reference(text: &str) -> Value {
    json!({ "form": { "reference": text } })
}

#[test]
fn s26_a_sale_in_doubt_stays_in_sight_until_a_receipt_shows_it() {
    let shop = Shop::new();
    shop.outside.pass_until("2026-11-23T04:31:05Z");
    let opened = shop.open(json!({ "code": "code 96", "lane": "card" }));
    assert_eq!(
        (&opened["no"], &opened["pending"]),
        (&json!(1), &json!(true))
    );
    assert_eq!(opened["details"]["cause"], "provider");
    assert_eq!(opened["stands_at"], json!({ "step": "look-up" }));
    let sale = opened["sales"][0]["id"].clone();

    // What is learned of the incident is learned of its sale.
    let form = json!({ "amount": "128", "card": "622202******0128" });
    let amended = shop.done("amend_incident", json!({ "incident": "1", "form": form }));
    let line = &amended["sales"][0];
    assert_eq!(
        (&line["amount_fen"], &line["card"], &line["code"]),
        (&json!(12_800), &json!("622202******0128"), &json!("96"))
    );
    let kinds = |page: &Value| -> Vec<String> {
        let timeline = page["timeline"].as_array().unwrap().iter();
        timeline
            .map(|event| event["what"]["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        kinds(&amended),
        ["opened", "sale_pending", "amended", "sale_amended"]
    );
    // Saying the same again is no news.
    let again = shop.done(
        "amend_incident",
        json!({ "incident": "1", "form": { "amount": "128.00" } }),
    );
    assert_eq!(kinds(&again).len(), 4);
    shop.step("look-up", "unknown");

    // The next morning, and the one after, it is there again.
    for morning in ["2026-11-24T00:40:00Z", "2026-11-25T00:40:00Z"] {
        shop.outside.pass_until(morning);
        assert_eq!(shop.pending()[0]["id"], sale);
        assert_eq!(shop.pending()[0]["at"], "2026-11-23T04:31:05.000Z");
    }
    let mut amend = reference("112612345678");
    amend["sale"] = sale.clone();
    shop.done("amend_sale", amend);
    let slip = json!({ "amount": "128", "kind": "query", "at": "2026-11-25 08:35", "reference": "112612345678" });
    let receipt = shop.done("add_receipt", json!({ "form": slip }));
    assert_eq!(
        (
            &receipt["matches"][0]["by"],
            &receipt["matches"][0]["sale"]["id"]
        ),
        (&json!("reference"), &sale)
    );
    let settle = json!({ "sale": sale, "form": { "how": "settled", "receipt": "1" } });
    let settled = shop.done("settle_sale", settle.clone());
    assert_eq!(
        (&settled["state"], &settled["pending"]),
        (&json!("resolved"), &json!(false))
    );
    let line = &settled["sales"][0]["settled"];
    assert_eq!(
        (&line["how"], &line["receipt"], &line["actor"]),
        (&json!("settled"), &receipt["id"], &json!("早班"))
    );
    assert_eq!(shop.pending(), json!([]));
    assert_eq!(shop.refused("settle_sale", settle), "sale_already_settled");

    // It was another sale after all.
    let reopened = shop.done(
        "reopen_sale",
        json!({ "sale": sale, "why": "是上一位客人的" }),
    );
    assert_eq!(
        (&reopened["state"], &reopened["pending"]),
        (&json!("open"), &json!(true))
    );
    assert_eq!(shop.pending()[0]["id"], sale);
    assert_eq!(
        kinds(&reopened)[4..],
        [
            "step",
            "sale_amended",
            "sale_settled",
            "resolved",
            "sale_reopened",
            "reopened"
        ]
    );
    shop.is_whole();
}

#[test]
fn s26_writing_off_needs_a_word_and_a_paper() {
    let shop = Shop::new();
    let sale = shop.open(json!({ "code": "98", "amount": "56" }))["sales"][0]["id"].clone();
    let settle = |form: Value| json!({ "sale": sale, "form": form });
    let before = shop.rows();
    for form in [
        json!({ "how": "settled" }),
        json!({ "how": "reversed", "note": " " }),
        json!({ "how": "written_off" }),
        json!({ "how": "written_off", "note": "银行也查不到" }),
    ] {
        assert_eq!(shop.refused("settle_sale", settle(form)), "evidence_needed");
    }
    let unknown = json!({ "how": "written_off", "note": "查不到", "receipt": "7" });
    assert_eq!(
        shop.refused("settle_sale", settle(unknown)),
        "receipt_unknown"
    );
    let unknown = json!({ "how": "written_off", "note": "查不到", "attachments": ["x"] });
    assert_eq!(
        shop.refused("settle_sale", settle(unknown)),
        "attachment_unknown"
    );
    assert_eq!(shop.rows(), before, "a refusal writes nothing");

    let letter = shop.file("bank-letter.pdf");
    assert_eq!(
        shop.refused(
            "settle_sale",
            settle(json!({ "how": "written_off", "attachments": [letter] }))
        ),
        "evidence_needed"
    );
    let form = json!({ "how": "written_off", "note": "银行也查不到", "attachments": [letter] });
    let page = shop.done("settle_sale", settle(form));
    assert_eq!(page["sales"][0]["settled"]["attachments"][0]["id"], letter);
    assert_eq!(
        (&page["state"], &page["loss_fen"]),
        (&json!("resolved"), &json!(5_600))
    );
    assert_eq!(page["attachments"][0]["name"], "bank-letter.pdf");
    shop.is_whole();
}

#[test]
fn s26_a_look_at_the_terminal_settles_by_itself() {
    let check = |answer: &str, how: Option<&str>, state: &str| {
        let shop = Shop::new();
        shop.open(json!({ "symptom": "charged-but-failed", "amount": "9.9" }));
        let page = shop.step("look-up", answer);
        let settled = &page["sales"][0]["settled"];
        assert_eq!(
            (settled["how"].as_str(), page["state"].as_str()),
            (how, Some(state))
        );
        // Asked again, it says where it stands and goes on from there.
        let shown = shop.done("show_incident", json!({ "incident": "1" }));
        assert_eq!(shown, page);
        shop.is_whole();
    };
    check("charged", Some("settled"), "resolved");
    check("not-charged", Some("reversed"), "resolved");
    check("unknown", None, "open");
}

#[test]
fn leaving_half_way_loses_nothing() {
    let shop = Shop::new();
    shop.open(json!({ "symptom": "wont-start", "amount": "128" }));
    shop.step("power", "dark");
    let page = shop.step("power-again", "no");
    assert_eq!(page["stands_at"], json!({ "step": "dark-look-up" }));
    let aid = shop.done("show_first_aid", Value::Null);
    assert_eq!(
        (&aid["going_on"][0]["no"], &aid["going_on"][0]["pending"]),
        (&json!(1), &json!(true))
    );
    // A code of which nobody has a text may hide a charge, so it is on the list before anybody looks.
    let unknown = shop.open(json!({ "code": "N7" }));
    assert_eq!(
        (&unknown["pending"], &unknown["stands_at"]),
        (&json!(true), &json!({ "step": "look-up" }))
    );
    // One that is known as turned down is not.
    assert_eq!(shop.open(json!({ "code": "51" }))["pending"], false);
    // What turns out to be in doubt only later goes on the list then.
    let later = json!({ "incident": "3", "form": { "code": "98" } });
    assert_eq!(shop.done("amend_incident", later)["pending"], true);
    assert_eq!(shop.pending().as_array().unwrap().len(), 3);
    shop.is_whole();
}

#[test]
fn an_incident_is_moved_on_by_whoever_comes_by() {
    let shop = Shop::new();
    shop.done("put_provider", provider());
    shop.open(json!({ "symptom": "card-refused" }));
    let call = json!({ "kind": "call", "provider": "bank", "hotline": "95516", "answered_by": "8021", "said": "明天" });
    let page = shop.done("note_incident", json!({ "incident": "1", "note": call }));
    assert_eq!(page["to_call"]["hotline"]["value"], "95516");
    let nobody = json!({ "kind": "call", "provider": "nobody" });
    assert_eq!(
        shop.refused("note_incident", json!({ "incident": "1", "note": nobody })),
        "provider_unknown"
    );
    let step = json!({ "kind": "step", "step": "refused" });
    assert_eq!(
        shop.refused("note_incident", json!({ "incident": "1", "note": step })),
        "step_unknown"
    );
    let assign = json!({ "incident": "1", "owner": "小王", "due": "2026-11-25", "waiting": true });
    let page = shop.done("assign_incident", assign);
    assert_eq!(
        (&page["state"], &page["owner"], &page["due"]),
        (&json!("waiting"), &json!("小王"), &json!("2026-11-25"))
    );
    let proof = shop.file("slip.jpg");
    let resolve = json!({ "incident": "1", "how": "换了读卡器", "proof": [proof], "loss": "0" });
    let page = shop.done("resolve_incident", resolve.clone());
    assert_eq!(
        (&page["state"], &page["loss_fen"]),
        (&json!("resolved"), &json!(0))
    );
    assert_eq!(
        shop.refused("resolve_incident", resolve),
        "already_resolved"
    );
    let page = shop.done(
        "reopen_incident",
        json!({ "incident": "1", "why": "又坏了" }),
    );
    // Whoever saw to it sees to it still.
    assert_eq!(
        (&page["state"], &page["owner"]),
        (&json!("open"), &json!("小王"))
    );
    assert_eq!(
        shop.refused("reopen_incident", json!({ "incident": "1" })),
        "not_resolved"
    );
    for unknown in ["2", "0", "-1", "1 OR 1=1", "x"] {
        assert_eq!(
            shop.refused("show_incident", json!({ "incident": unknown })),
            "incident_unknown"
        );
    }
    assert_eq!(
        shop.refused("open_incident", json!({ "form": { "amount": "5" } })),
        "text_needed"
    );
    shop.is_whole();
}

pub fn provider() -> Value {
    json!({
        "id": "bank", "name": "收单银行", "kind": "acquirer",
        "hotline": { "value": "95516", "from": "card_back", "seen_on": "2026-11-23" },
        "site": null, "branch": null, "merchant_no": "822100058120117", "licence": null,
        "note": "", "retired": false,
    })
}

#[test]
fn the_same_fault_is_counted_within_thirty_days() {
    let shop = Shop::new();
    let check = |day: &str, form: Value, times: u32| {
        shop.outside.set(&format!("{day}T04:00:00Z"));
        let opened = shop.open(form.clone());
        assert_eq!(opened["times"], times, "{day} {form}");
        opened["no"].as_u64().unwrap()
    };
    let printer = || json!({ "symptom": "wont-print" });
    let first = check("2026-11-01", printer(), 1);
    check("2026-11-16", printer(), 2);
    // Another fault, and the same at another till, are others.
    check("2026-11-16", json!({ "code": "51" }), 1);
    check(
        "2026-11-16",
        json!({ "symptom": "wont-print", "till": "till-2" }),
        1,
    );
    // The thirtieth day still counts the first, the thirty-first does not.
    let third = check("2026-11-30", printer(), 3);
    check("2026-12-01", printer(), 3);
    check("2027-01-15", printer(), 1);
    // What came later does not count for what came before.
    let times = |no: u64| {
        shop.done("show_incident", json!({ "incident": no.to_string() }))["times"].clone()
    };
    assert_eq!((times(first), times(third)), (json!(1), json!(3)));
    shop.is_whole();
}

#[test]
fn the_open_incident_of_an_item_is_found_at_its_till() {
    let shop = Shop::new();
    for till in ["till-1", "till-2"] {
        shop.open(json!({ "item": "machine-screen", "till": till }));
    }
    shop.open(json!({ "symptom": "network" }));
    let found = |item: &str, till: &str| -> Vec<i64> {
        let wish = json!({ "open": true, "item": item, "till": till, "limit": 1 });
        let page = shop.done("list_incidents", wish);
        let lines = page["incidents"].as_array().unwrap().iter();
        lines.map(|line| line["no"].as_i64().unwrap()).collect()
    };
    assert_eq!(found("machine-screen", "till-1"), [1]);
    assert_eq!(found("machine-screen", "till-2"), [2]);
    assert_eq!(found("machine-paper", "till-1"), [0; 0]);
    shop.done("resolve_incident", json!({ "incident": "1", "loss": "0" }));
    assert_eq!(found("machine-screen", "till-1"), [0; 0]);
    assert_eq!(found("machine-screen", "till-2"), [2]);
}
