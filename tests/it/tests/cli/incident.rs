//! `incident`: from what failed to what became of the money, as scripts and people see it.

use serde_json::{Value, json};

use crate::{PNG, Place, finish, item};

/// The incident's page once more.
fn shown(place: &Place, number: &str) -> Value {
    place.done(&["incident", "show", number])
}

fn kinds(page: &Value) -> Vec<&str> {
    let events = page["timeline"].as_array().unwrap().iter();
    events
        .map(|event| event["what"]["kind"].as_str().unwrap())
        .collect()
}

fn settle<'a>(how: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["incident", "settle", "1", "--how", how], more].concat()
}

#[test]
fn s26_a_sale_in_doubt_stays_until_somebody_found_out() {
    let place = Place::new();
    let screen = place.file("屏幕 1.png", PNG);
    let slip = place.file("slip.pdf", b"%PDF-1.7\n");
    let opened = place.done(&[
        "incident",
        "open",
        "--symptom",
        "charged-but-failed",
        "--lane",
        "card",
        "--code",
        "９８",
        "--amount",
        "１２.５０",
        "--card",
        "6222 0212 3456 7890 128",
        "--note",
        "- 顾客说已扣款",
        "--trace",
        "42",
        "--attach",
        &screen,
        "--attach",
        &slip,
        "--staff",
        "小王",
    ]);
    assert!(opened["id"].is_string());
    assert_eq!(
        (&opened["no"], &opened["state"]),
        (&json!(1), &json!("open"))
    );
    let details = &opened["details"];
    assert_eq!(details["amount_fen"], 1_250);
    assert_eq!(details["card"], "622202******0128");
    assert_eq!(details["code"], "98");
    assert_eq!(details["note"], "- 顾客说已扣款");
    assert_eq!(opened["attachments"].as_array().unwrap().len(), 2);
    assert_eq!(opened["opened_by"], "小王");
    assert_eq!(opened["sales"][0]["trace"], "000042");
    assert_eq!(opened["pending"], true);
    assert_eq!(opened["stands_at"], json!({ "step": "look-up" }));

    let today = place.done(&["today"]);
    assert_eq!(today["pending_sales"][0]["amount_fen"], 1_250);
    assert_eq!(today["open_incidents"], 1);

    // By its number or by its id, it is the same one.
    let id = opened["id"].as_str().unwrap();
    assert_eq!(shown(&place, id), shown(&place, "1"));

    for how in ["settled", "reversed", "written-off"] {
        place.refused(&settle(how, &[]), 1, "evidence_needed");
    }
    place.refused(
        &settle("written-off", &["--note", "x"]),
        1,
        "evidence_needed",
    );
    place.refused(
        &settle("settled", &["--receipt", "9"]),
        1,
        "receipt_unknown",
    );
    place.refused(&settle("perhaps", &[]), 2, "usage");
    let settled = place.done(&settle(
        "reversed",
        &["--note", "末笔查询没有", "--attach", &screen],
    ));
    assert_eq!(settled["pending"], false);
    assert_eq!(settled["sales"][0]["settled"]["how"], "reversed");
    assert_eq!(settled["state"], "resolved");
    place.refused(
        &settle("settled", &["--note", "x"]),
        1,
        "sale_already_settled",
    );
    let today = place.done(&["today"]);
    assert_eq!(today["pending_sales"], json!([]));
    assert_eq!(today["open_incidents"], 0);
    assert_eq!(place.done(&["fsck"])["ok"], true);
}

#[test]
fn notes_calls_and_files_follow_one_another_in_the_timeline() {
    let place = Place::new();
    let photo = place.file("终端.png", PNG);
    place.done(&[
        "incident",
        "open",
        "--screen",
        "暂停使用",
        "--till",
        "till-1",
    ]);
    let said = place.done(&[
        "incident",
        "note",
        "1",
        "--note",
        "--json 写在备注里",
        "--attach",
        &photo,
    ]);
    assert_eq!(kinds(&said), ["opened", "said", "attached"]);
    let resolved = place.done(&[
        "incident",
        "resolve",
        "1",
        "--note",
        "换了电源",
        "--attach",
        &photo,
        "--loss",
        "１２.５０",
    ]);
    assert_eq!(resolved["state"], "resolved");
    assert_eq!(resolved["loss_fen"], 1_250);
    let last = resolved["timeline"].as_array().unwrap().last().unwrap();
    assert_eq!(last["what"]["how"], "换了电源");
    assert_eq!(last["what"]["proof"][0]["name"], "终端.png");
    let params = place.refused(&["incident", "resolve", "1"], 1, "already_resolved");
    assert_eq!(params["incident"], 1);
    // What comes to mind later is still written down.
    let late = place.done(&["incident", "note", "1", "--note", "第二天又看过"]);
    assert_eq!(kinds(&late).last(), Some(&"said"));
}

#[test]
fn s13_a_call_goes_to_the_contact_or_to_the_number_that_was_typed() {
    let place = Place::new();
    place.done(&[
        "incident",
        "open",
        "--symptom",
        "card-refused",
        "--lane",
        "card",
    ]);
    let bank = json!({
        "id": "provider-1", "name": "某银行收单", "kind": "acquirer",
        "hotline": { "value": "400-821-1234", "from": "contract", "seen_on": "2026-11-01" },
        "site": null, "branch": null, "merchant_no": "822100058120117", "licence": null,
        "note": "", "retired": false,
    });
    let wallet = json!({
        "id": "provider-2", "name": "钱包", "kind": "wallet",
        "hotline": { "value": "95188", "from": "official", "seen_on": "2026-11-01" },
        "site": null, "branch": null, "merchant_no": "", "licence": null,
        "note": "", "retired": false,
    });
    for provider in [&bank, &wallet] {
        let run = place.run(&["call", "put_provider", &provider.to_string()]);
        assert_eq!(run.code, 0, "{run:?}");
    }
    let check = |line: &[&str], call: Value| {
        let page = place.done(&[&["incident", "note", "1"], line].concat());
        let last = page["timeline"].as_array().unwrap().last().unwrap();
        assert_eq!(last["what"]["call"], call, "{line:?}");
    };
    let call =
        |provider: &str, hotline: &str, by: &str, ticket: &str, waited, lasted, said: &str| {
            json!({
                "provider": provider, "hotline": hotline, "answered_by": by, "ticket": ticket,
                "waited_s": waited, "lasted_s": lasted, "said": said,
            })
        };
    check(
        &["--call"],
        call("provider-1", "400-821-1234", "", "", 0, 0, ""),
    );
    check(
        &[
            "--waited",
            "7",
            "--answered-by",
            "018 号",
            "--ticket",
            "T-77",
            "--note",
            "明天回话",
        ],
        call(
            "provider-1",
            "400-821-1234",
            "018 号",
            "T-77",
            420,
            420,
            "明天回话",
        ),
    );
    check(
        &[
            "--call-hotline",
            "４００ 821 1234",
            "--waited",
            "2",
            "--talked",
            "3",
        ],
        call("", "400 821 1234", "", "", 120, 300, ""),
    );
    check(
        &["--call-hotline", "95188"],
        call("provider-2", "95188", "", "", 0, 0, ""),
    );
    check(
        &["--call-hotline", "+86 21 1234 5678"],
        call("", "+86 21 1234 5678", "", "", 0, 0, ""),
    );
    let note = |more: &[&'static str]| [&["incident", "note", "1"], more].concat();
    place.refused(&note(&["--call-hotline", "打给我"]), 1, "number_unreadable");
    place.refused(
        &note(&["--call", "--note", "密码是 123456"]),
        1,
        "card_secret",
    );
    for wrong in [
        &[][..],
        &["--waited", "-1"],
        &["--waited", "1441"],
        &["--waited", "soon"],
    ] {
        place.refused(&note(wrong), 2, "usage");
    }
    assert_eq!(
        kinds(&shown(&place, "1")),
        ["opened", "call", "call", "call", "call", "call"]
    );
}

#[test]
fn every_symptom_of_the_guide_opens_an_incident_and_stands_in_the_help() {
    let place = Place::new();
    let help = place.run(&["incident", "open", "--help"]).out;
    let aid = place.run(&["call", "show_first_aid"]).json();
    let symptoms = aid["guide"]["symptoms"].as_array().unwrap();
    assert_eq!(symptoms.len(), 9);
    for symptom in symptoms {
        let id = symptom["id"].as_str().unwrap();
        assert!(help.contains(&format!("\n  {id} ")), "{id}: {help}");
        let opened = place.done(&["incident", "open", "--symptom", id]);
        assert_eq!(opened["details"]["symptom"], id);
        assert!(opened["stands_at"]["step"].is_string());
    }
    let params = place.refused(
        &["incident", "open", "--symptom", "sulks"],
        1,
        "symptom_unknown",
    );
    assert_eq!(params["symptom"], "sulks");
}

#[test]
fn incidents_are_listed_newest_last_by_state_day_and_till() {
    let place = Place::new();
    assert_eq!(place.done(&["incident", "list"]), json!([]));
    for note in ["一", "二", "三"] {
        place.done(&["incident", "open", "--note", note]);
    }
    place.done(&["incident", "resolve", "2"]);
    let numbers = |more: &[&str]| -> Vec<u64> {
        let list = place.done(&[&["incident", "list"], more].concat());
        let rows = list.as_array().unwrap().iter();
        rows.map(|row| row["no"].as_u64().unwrap()).collect()
    };
    assert_eq!(numbers(&[]), [1, 2, 3]);
    assert_eq!(numbers(&["--open"]), [1, 3]);
    assert_eq!(numbers(&["--limit", "2"]), [2, 3]);
    assert_eq!(
        numbers(&["--from", "2020-01-01", "--to", "2020-12-31"]),
        [0; 0]
    );
    assert_eq!(numbers(&["--from", "2020-01-01"]), [1, 2, 3]);
    assert_eq!(numbers(&["--till", "till-1", "--limit", "1"]), [3]);
    assert_eq!(numbers(&["--till", "till-9"]), [0; 0]);
    assert_eq!(numbers(&["--terminal", "terminal-9"]), [0; 0]);
    place.refused(
        &["incident", "list", "--from", "yesterday"],
        1,
        "day_unreadable",
    );
    place.refused(&["incident", "list", "--limit", "0"], 2, "usage");
}

#[test]
fn a_failed_item_brings_its_note_and_files_along() {
    let place = Place::new();
    let photo = place.file("路由器.png", PNG);
    let today = place.done(&[
        "mark",
        "network-internet",
        "fail",
        "--note",
        "没有外网",
        "--attach",
        &photo,
    ]);
    assert_eq!(item(&today, "network-internet")["result"], "fail");
    let opened = place.done(&["incident", "open", "--item", "network-internet"]);
    assert_eq!(opened["details"]["note"], "没有外网");
    assert_eq!(opened["attachments"][0]["name"], "路由器.png");
    place.refused(&["incident", "open", "--item", "coffee"], 1, "item_unknown");
}

#[test]
fn the_table_opens_incidents_from_json() {
    let place = Place::new();
    let input = json!({
        "form": { "code": "68", "amount": "128.00", "lane": "card" },
        "sale": { "reference": "123456789012" },
    });
    let run = finish(
        &mut place.command(&["call", "open_incident", "-"]),
        input.to_string().as_bytes(),
    );
    assert_eq!(run.code, 0, "{run:?}");
    let opened = run.json();
    assert_eq!(opened["sales"][0]["reference"], "123456789012");
    assert_eq!(shown(&place, "1")["id"], opened["id"]);
    for (input, code) in [
        (json!({ "form": { "lane": "cheque" } }), "input_invalid"),
        (json!({ "form": { "amount": 12.5 } }), "input_invalid"),
        (
            json!({ "form": { "note": "x" }, "attachments": ["../x"] }),
            "attachment_unknown",
        ),
        (
            json!({ "form": { "note": "x", "amount": "0" } }),
            "amount_not_positive",
        ),
        (json!({ "surprise": 1 }), "input_invalid"),
    ] {
        place.refused(&["call", "open_incident", &input.to_string()], 1, code);
    }
}
