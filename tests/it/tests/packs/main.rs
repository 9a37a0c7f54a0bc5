//! Packs made by the app, and read back by nothing but the check and stock tools.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a test fails by panicking, and damages files on purpose"
)]

#[path = "../../../../src-tauri/crates/evidence/tests/stock/authority.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the authority can more than is asked here"
)]
mod authority;
mod awkward;
mod case;
mod places;
mod sent;
#[path = "../anchors/server.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the server can more than is asked here"
)]
mod server;
mod shop;
mod stamped;
mod upload;

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use shop::{PHOTO, Shop, check, inside};

#[test]
fn a_pack_of_an_incident_stands_by_itself() {
    let shop = Shop::new();
    let (incident, [photo, copy, other]) = shop.incident();
    let wish = json!({ "about": "incident", "which": incident });

    let seen = shop.done("preview_pack", wish.clone());
    let files = seen["files"].as_array().unwrap();
    assert_eq!(files[0]["file"]["id"], json!(photo));
    assert_eq!(files[0]["redacted"]["id"], json!(copy));
    assert_eq!(files[0]["send"], "redacted");
    assert_eq!(files[1]["send"], "original");
    assert_eq!(seen["people"], json!(["老王"]));
    assert_eq!(seen["name"], "kaizhang-incident-1-20261123.zip");

    let made = shop.pack(wish).unwrap();
    assert_eq!(made["kind"], "make_pack");
    let report = check(&shop.out());
    assert_eq!(report.defects, []);
    assert_eq!(json!(report.entries), made["entries"]);
    assert_eq!(report.entries, seen["entries"].as_u64().unwrap());
    assert_eq!(json!(report.signed_by), made["signed_by"]);
    assert_eq!(seen["key"], made["signed_by"]);

    // The copy left, the original did not; the entries tell of both, and a rare character is what it was.
    let names = String::from_utf8(inside(&shop.out(), "attachments.csv")).unwrap();
    assert!(names.starts_with('\u{FEFF}') && names.contains("小票 𠮷.redacted.jpg"));
    let manifest = String::from_utf8(inside(&shop.out(), "/manifest-sha256.txt")).unwrap();
    let sha_of = |id: &str| {
        let shown = shop.done("show_attachment", json!({ "attachment": id }));
        shown["sha256"].as_str().unwrap().to_owned()
    };
    assert!(!manifest.contains(&sha_of(&photo)));
    assert!(manifest.contains(&sha_of(&copy)) && manifest.contains(&sha_of(&other)));
    let entries = String::from_utf8(inside(&shop.out(), "entries.jsonl")).unwrap();
    assert!(entries.contains("𠮷野家连不上网"));

    // It is on record, and the record is whole.
    let listed = shop.done("list_packs", json!({}));
    assert_eq!(listed[0]["digest"], made["digest"]);
    assert_eq!(listed[0]["files"], 2);
    assert_eq!(
        shop.done("list_packs", json!({ "subject": incident })),
        listed
    );
    assert_eq!(shop.done("check_folder", json!({}))["ok"], true);
    assert_eq!(shop.left(), ["pack.zip"]);
}

#[test]
fn each_file_can_be_chosen() {
    let shop = Shop::new();
    let (incident, [photo, _, other]) = shop.incident();
    let wish =
        |choices: Value| json!({ "about": "incident", "which": incident, "choices": choices });
    let choices =
        json!([{ "file": photo, "send": "original" }, { "file": other, "send": "nothing" }]);
    let seen = shop.done("preview_pack", wish(choices.clone()));
    assert_eq!(seen["bytes"], json!(PHOTO.len()));
    shop.pack(wish(choices)).unwrap();
    let report = check(&shop.out());
    assert_eq!(report.defects, []);
    let csv = String::from_utf8(inside(&shop.out(), "attachments.csv")).unwrap();
    assert!(csv.contains("小票 𠮷.jpg") && !csv.contains("log.txt"));
    for (choice, code) in [
        (
            json!([{ "file": other, "send": "redacted" }]),
            "pack_no_redacted",
        ),
        (
            json!([{ "file": "none", "send": "nothing" }]),
            "attachment_unknown",
        ),
    ] {
        assert_eq!(shop.pack(wish(choice)).unwrap_err().code, code);
    }
}

#[test]
fn a_range_of_days_and_a_case_with_nothing() {
    let shop = Shop::new();
    shop.incident();
    shop.done(
        "mark_item",
        json!({ "item": "machine-screen", "result": "pass" }),
    );
    let receipt = json!({ "form": { "amount": "12.50", "note": "=cmd|'x'!A1" } });
    shop.done("add_receipt", receipt);
    let day = |from: &str, to: &str| json!({ "about": "range", "from": from, "to": to });
    shop.pack(day("2026-11-23", "2026-11-23")).unwrap();
    let report = check(&shop.out());
    assert_eq!(report.defects, []);
    assert!(report.info["External-Description"].contains("2026-11-23"));
    // A spreadsheet must not take what somebody wrote for a formula.
    let csv = String::from_utf8(inside(&shop.out(), "receipts.csv")).unwrap();
    assert!(csv.contains("\"'=cmd|'x'!A1\"") && csv.contains("\"12.50\""));
    // Days on which nothing happened: a pack of nothing but the ledger's beginning, and sound.
    let made = shop.pack(day("2020-01-01", "2020-01-02")).unwrap();
    assert_eq!(made["entries"], 1);
    assert_eq!(check(&shop.out()).defects, []);
    let bare = shop.done(
        "open_incident",
        json!({ "form": { "symptom": "no-response" } }),
    );
    shop.pack(json!({ "about": "incident", "which": bare["id"] }))
        .unwrap();
    assert_eq!(check(&shop.out()).defects, []);
    for (wish, code) in [
        (day("2026-11-23", "2026-11-22"), "pack_days_reversed"),
        (day("2026-11-23", ""), "day_unreadable"),
        (
            json!({ "about": "incident", "which": "99" }),
            "incident_unknown",
        ),
        (
            json!({ "about": "dispute", "which": "99" }),
            "dispute_unknown",
        ),
    ] {
        assert_eq!(shop.pack(wish).unwrap_err().code, code);
    }
}

#[test]
fn what_is_missing_or_altered_is_named_and_nothing_is_left() {
    for (damage, what) in [
        (None, "missing"),
        (Some(&b"POS lag"[..]), "altered"),
        (Some(b"longer than it was"), "altered"),
    ] {
        let shop = Shop::new();
        let (incident, [.., other]) = shop.incident();
        let blob = shop.blob(&other);
        std::fs::remove_file(&blob).unwrap();
        if let Some(bytes) = damage {
            std::fs::write(&blob, bytes).unwrap();
        }
        let no = shop
            .pack(json!({ "about": "incident", "which": incident }))
            .unwrap_err();
        assert_eq!(no.code, "attachment_damaged");
        assert_eq!(
            (&no.params["name"], &no.params["what"]),
            (&json!("log.txt"), &json!(what))
        );
        assert_eq!(shop.left(), [""; 0]);
        assert_eq!(shop.done("list_packs", json!({})), json!([]));
        // Left out on purpose, the rest can leave.
        let choices = json!([{ "file": other, "send": "nothing" }]);
        shop.pack(json!({ "about": "incident", "which": incident, "choices": choices }))
            .unwrap();
        assert_eq!(check(&shop.out()).defects, []);
    }
}

#[test]
fn a_stopped_pack_leaves_nothing() {
    let shop = Shop::new();
    let (incident, _) = shop.incident();
    let wish = json!({ "about": "incident", "which": incident, "out": shop.out() });
    shop.done("start_pack", wish);
    shop.app.break_work_off();
    match shop.app.finish_work(Duration::from_millis(5), |_| {}) {
        Err(no) => {
            assert_eq!(no.code, "work_stopped");
            assert_eq!(shop.left(), [""; 0]);
        }
        // It was quicker than the hand.
        Ok(_) => assert_eq!(check(&shop.out()).defects, []),
    }
}

#[test]
fn a_place_where_nothing_can_be_written_is_refused_before_anything_is_made() {
    let shop = Shop::new();
    let (incident, _) = shop.incident();
    let data = shop.folder.path().join("kaizhang.db");
    let gone = shop.desk.path().join("gone").join("pack.zip");
    for out in [Path::new("pack.zip"), shop.desk.path(), &data, &gone] {
        let wish = json!({ "about": "incident", "which": incident, "out": out });
        let no = shop.call("start_pack", wish).unwrap_err();
        assert_eq!(no.code, "pack_not_written", "{out:?}");
    }
    assert_eq!(shop.left(), [""; 0]);
}
