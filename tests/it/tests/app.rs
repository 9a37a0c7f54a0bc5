//! Mornings on a real data folder, through the command table, with a clock of the test's choice.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

use std::path::Path;
use std::sync::Arc;

use kaizhang_app::{App, Caller, Offered, OpenOptions, Outside, Refusal};
use kaizhang_it::Staged;
use rusqlite::Connection;
use serde_json::{Value, json};

struct Shop {
    folder: tempfile::TempDir,
    outside: Arc<Staged>,
    app: App,
}

impl Shop {
    fn new() -> Shop {
        let folder = tempfile::tempdir().unwrap();
        let outside = Arc::new(Staged::at("2026-11-23T00:40:00Z"));
        let app = open(folder.path(), &outside).unwrap();
        let shop = Shop {
            folder,
            outside,
            app,
        };
        shop.set_up(&["card", "qr", "cash"]);
        shop
    }

    fn set_up(&self, lanes: &[&str]) {
        let wish = json!({ "name": "示例面馆", "lanes": lanes, "zone": "Asia/Shanghai" });
        self.call("set_up_shop", wish).unwrap();
    }

    fn clock(&self, now: &str) {
        self.outside.set(now);
    }

    fn call(&self, name: &str, input: Value) -> Result<Value, Refusal> {
        let caller = Caller {
            staff: "早班".to_owned(),
        };
        let answer = self.app.call(&caller, name, input)?;
        // What a change shows is what is on the disk.
        if [
            "mark_item",
            "confirm_section",
            "undo_marks",
            "finish_opening",
        ]
        .contains(&name)
        {
            let shown = answer.get("today").unwrap_or(&answer);
            let stored = self.app.call(&caller, "show_today", Value::Null)?;
            assert_eq!(*shown, stored, "{name}");
        }
        Ok(answer)
    }

    fn mark(&self, item: &str, result: &str) -> Value {
        self.call("mark_item", json!({ "item": item, "result": result }))
            .unwrap()
    }

    fn today(&self) -> Value {
        self.call("show_today", Value::Null).unwrap()
    }

    /// Marks everything that is left as a careful person would.
    fn all_good(&self) {
        for item in items(&self.today()) {
            if !item["result"].is_null() {
                continue;
            }
            let mut input = json!({ "item": item["item"], "result": "pass" });
            match item["kind"].as_str().unwrap() {
                "number" => input["value"] = json!("12.5"),
                "text" => input["value"] = json!("V2.3"),
                "choice" => input["value"] = item["choices"][0].clone(),
                "cash" => input["value"] = json!("100x3 20x5 10x5 5x6 1x20"),
                "photo" => input["result"] = json!("na"),
                _ => {}
            }
            self.call("mark_item", input).unwrap();
        }
    }

    fn fsck(&self) -> Value {
        self.call("check_folder", Value::Null).unwrap()
    }

    fn raw(&self) -> Connection {
        Connection::open(self.folder.path().join("kaizhang.db")).unwrap()
    }
}

fn open(folder: &Path, outside: &Arc<Staged>) -> Result<App, Refusal> {
    App::open_with(
        folder,
        OpenOptions::default(),
        Arc::clone(outside) as Arc<dyn Outside>,
    )
}

fn items(today: &Value) -> Vec<Value> {
    let sections = today["sections"].as_array().unwrap();
    sections
        .iter()
        .flat_map(|section| section["items"].as_array().unwrap().clone())
        .collect()
}

fn item(today: &Value, id: &str) -> Value {
    items(today)
        .into_iter()
        .find(|item| item["item"] == id)
        .unwrap_or(Value::Null)
}

fn states(today: &Value) -> [&str; 3] {
    ["card", "qr", "cash"].map(|lane| today["verdict"][lane]["state"].as_str().unwrap_or("-"))
}

#[test]
fn a_whole_morning_and_the_next() {
    let shop = Shop::new();
    let before = shop.today();
    assert_eq!(before["day"], "2026-11-23");
    assert_eq!(before["state"], "due");
    assert_eq!(before["opens_at"], "2026-11-23T01:00:00.000Z");
    assert_eq!(before["headline"]["kind"], "nothing_yet");
    assert_eq!(states(&before), ["unknown"; 3]);
    assert_eq!(before["next"], "account-normal");
    assert_eq!(items(&before).len(), 22);

    shop.all_good();
    let ready = shop.today();
    assert_eq!((&ready["left"], &ready["next"]), (&json!(0), &Value::Null));
    assert_eq!(states(&ready), ["ready"; 3]);
    let finished = shop.call("finish_opening", Value::Null).unwrap();
    assert_eq!(finished["state"], "finished");
    assert_eq!(finished["finished_by"], "早班");
    assert_eq!(finished["headline"]["kind"], "all_ready");
    let again = shop.call("finish_opening", Value::Null).unwrap_err();
    assert_eq!(again.code, "already_finished");

    // The next day only what is daily is due, and the photo that was set aside is not.
    shop.clock("2026-11-24T00:40:00Z");
    let next = shop.today();
    assert_eq!(
        (next["day"].as_str(), next["state"].as_str()),
        (Some("2026-11-24"), Some("due"))
    );
    assert!(
        items(&next).iter().all(|item| item["cadence"] == "daily"),
        "{next}"
    );
    assert_eq!(items(&next).len(), 13);
    // A week later the weekly ones come back.
    shop.clock("2026-11-30T00:40:00Z");
    assert_eq!(
        items(&shop.today())
            .iter()
            .filter(|item| item["cadence"] == "weekly")
            .count(),
        4
    );

    let history = shop.call("list_history", Value::Null).unwrap();
    assert_eq!(history["days"].as_array().unwrap().len(), 1);
    assert_eq!(history["days"][0]["state"], "finished");
    assert_eq!(shop.fsck()["ok"], true);
}

#[test]
fn a_failure_its_fallback_and_its_mending() {
    let shop = Shop::new();
    shop.mark("network-internet", "fail");
    shop.all_good();
    let today = shop.today();
    assert_eq!(states(&today), ["workaround", "workaround", "ready"]);
    assert_eq!(today["headline"]["kind"], "workaround");
    assert_eq!(today["headline"]["fallback"], "network-hotspot");
    shop.mark("network-hotspot", "fail");
    assert_eq!(states(&shop.today()), ["not_ready", "not_ready", "ready"]);
    assert_eq!(shop.today()["headline"]["kind"], "only_cash");
    assert_eq!(shop.today()["headline"]["amount_fen"], 50_000);
    let finished = shop.call("finish_opening", Value::Null).unwrap();
    assert_eq!(finished["headline"]["kind"], "only_cash");

    // Mended after the finish: the verdict follows, the first marks stay in sight.
    shop.clock("2026-11-23T02:00:00Z");
    shop.mark("network-internet", "pass");
    let mended = shop.today();
    assert_eq!(
        (mended["state"].as_str(), states(&mended)),
        (Some("finished"), ["ready"; 3])
    );
    let line = shop.call("list_history", Value::Null).unwrap()["days"][0].clone();
    assert_eq!(line["verdict"]["card"]["state"], "ready");
    assert_eq!(line["failed_items"], json!(["network-hotspot"]));
    let day = shop
        .call("show_day", json!({ "day": "2026-11-23" }))
        .unwrap();
    let network = day["sections"]
        .as_array()
        .unwrap()
        .iter()
        .find(|s| s["id"] == "network")
        .unwrap();
    let marks = &network["items"][1]["marks"];
    assert_eq!(
        (&marks[0]["result"], &marks[1]["result"]),
        (&json!("fail"), &json!("pass"))
    );

    // What failed is due again the next day, weekly or not.
    shop.mark("cash-detector", "fail");
    shop.clock("2026-11-24T00:40:00Z");
    assert!(!item(&shop.today(), "cash-detector").is_null());
    assert_eq!(shop.fsck()["ok"], true);
}

#[test]
fn one_key_a_section_and_undo() {
    let shop = Shop::new();
    let marked = shop
        .call("confirm_section", json!({ "section": "account" }))
        .unwrap();
    let marks = marked["marks"].clone();
    assert_eq!(marks.as_array().unwrap().len(), 3);
    assert_eq!(marked["today"]["sections"][0]["done"], 3);
    let again = shop
        .call("confirm_section", json!({ "section": "account" }))
        .unwrap_err();
    assert_eq!(again.code, "nothing_to_confirm");
    let undone = shop.call("undo_marks", json!({ "marks": marks })).unwrap();
    assert_eq!(undone["today"]["sections"][0]["done"], 0);
    assert_eq!(undone["today"]["state"], "due");
    assert_eq!(item(&undone["today"], "account-normal")["amended"], 1);
    let twice = shop
        .call("undo_marks", json!({ "marks": marks }))
        .unwrap_err();
    assert_eq!(twice.code, "mark_not_current");
    // What was taken back does not count as looked at.
    shop.clock("2026-11-24T00:40:00Z");
    assert!(!item(&shop.today(), "account-enabled").is_null());
    assert_eq!(shop.fsck()["ok"], true);
}

#[test]
fn an_undo_after_the_finish_changes_the_verdict() {
    let shop = Shop::new();
    shop.all_good();
    shop.call("finish_opening", Value::Null).unwrap();
    let marked = shop.mark("machine-screen", "fail");
    assert_eq!(
        shop.call("list_history", Value::Null).unwrap()["days"][0]["verdict"]["card"]["state"],
        "not_ready"
    );
    shop.call("undo_marks", json!({ "marks": marked["marks"] }))
        .unwrap();
    assert_eq!(
        shop.call("list_history", Value::Null).unwrap()["days"][0]["verdict"]["card"]["state"],
        "ready"
    );
    assert_eq!(shop.fsck()["ok"], true);
}

#[test]
fn the_business_day_is_the_shops() {
    let shop = Shop::new();
    shop.clock("2026-11-23T19:30:00Z");
    assert_eq!(
        shop.today()["day"],
        "2026-11-23",
        "half past three at night is still yesterday"
    );
    shop.clock("2026-11-23T20:00:00Z");
    assert_eq!(shop.today()["day"], "2026-11-24");
    let wish =
        json!({ "name": "酒吧", "lanes": ["cash"], "zone": "Europe/Berlin", "cut_off": "06:00" });
    shop.call("set_up_shop", wish).unwrap();
    assert_eq!(
        shop.today()["day"],
        "2026-11-23",
        "nine in the evening in Berlin"
    );
}

#[test]
fn a_shop_that_takes_less_has_a_shorter_list() {
    let shop = Shop::new();
    shop.set_up(&["cash"]);
    let today = shop.today();
    let ids: Vec<String> = items(&today)
        .iter()
        .map(|item| item["item"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        ids,
        [
            "cash-float",
            "cash-detector",
            "upkeep-licence",
            "upkeep-contacts"
        ]
    );
    assert!(today["verdict"].get("card").is_none());
    shop.all_good();
    assert_eq!(shop.today()["headline"]["kind"], "all_ready");
    // An opening keeps the list that it began with.
    shop.set_up(&["card", "cash"]);
    assert_eq!(items(&shop.today()).len(), 4);
    assert_eq!(shop.today()["verdict"]["card"]["state"], "unknown");
    shop.clock("2026-11-24T00:40:00Z");
    assert!(items(&shop.today()).len() > 10);
    assert_eq!(shop.fsck()["ok"], true);
}

#[test]
fn everything_is_there_after_a_reopening_and_after_a_rebuild() {
    let shop = Shop::new();
    shop.mark("network-internet", "fail");
    shop.mark("network-internet", "pass");
    let png = b"\x89PNG\r\n\x1a\n and some pixels".to_vec();
    let caller = Caller::default();
    let attached = shop
        .app
        .attach(
            &caller,
            &Offered::named("C:\\photos\\台.png"),
            &mut png.as_slice(),
        )
        .unwrap();
    assert_eq!(
        (&attached["name"], &attached["mime"]),
        (&json!("台.png"), &json!("image/png"))
    );
    let wish =
        json!({ "item": "machine-photo", "result": "pass", "attachments": [attached["id"]] });
    shop.call("mark_item", wish).unwrap();
    let place = json!({ "screen": "today", "drafts": { "upkeep-paper": "剩半卷" } });
    shop.call("keep_place", json!({ "place": place })).unwrap();
    let before = shop.today();

    let again = open(shop.folder.path(), &shop.outside).unwrap();
    assert_eq!(
        again.call(&caller, "show_today", Value::Null).unwrap(),
        before
    );
    assert_eq!(
        again.call(&caller, "read_place", Value::Null).unwrap()["place"],
        place
    );
    shop.call("rebuild_projections", Value::Null).unwrap();
    assert_eq!(shop.today(), before);
    assert_eq!(
        item(&before, "machine-photo")["attachments"][0]["bytes"],
        png.len()
    );
    assert_eq!(shop.fsck()["ok"], true);

    let blob = format!(
        "blobs/{}/{}",
        &attached["sha256"].as_str().unwrap()[..2],
        attached["sha256"].as_str().unwrap()
    );
    let path = shop.folder.path().join(&blob);
    assert_eq!(std::fs::read(&path).unwrap(), png);
    #[allow(clippy::disallowed_methods, reason = "the test does the damage")]
    std::fs::remove_file(&path).unwrap();
    let fsck = shop.fsck();
    assert_eq!(fsck["defects"][0]["kind"], "blob_missing");
    assert_eq!(fsck["defects"][0]["where"], blob.as_str());
}

#[test]
fn attachments_have_limits() {
    let shop = Shop::new();
    let caller = Caller::default();
    let refused = |bytes: &mut dyn std::io::Read| {
        shop.app
            .attach(&caller, &Offered::named("x"), bytes)
            .unwrap_err()
            .code
    };
    assert_eq!(refused(&mut std::io::empty()), "attachment_empty");
    assert_eq!(
        refused(&mut std::io::Read::take(std::io::repeat(0), (32 << 20) + 1)),
        "attachment_too_large"
    );
    let long = format!("{}.jpg", "照".repeat(300));
    let kept = shop
        .app
        .attach(&caller, &Offered::named(&long), &mut b"x".as_slice())
        .unwrap();
    assert!(kept["name"].as_str().unwrap().ends_with("照.jpg"));
    let left: Vec<_> = std::fs::read_dir(shop.folder.path().join("blobs/tmp"))
        .unwrap()
        .collect();
    assert!(left.is_empty(), "nothing half-made is left");
    let wish = json!({ "item": "machine-photo", "result": "pass", "attachments": ["nobody"] });
    assert_eq!(
        shop.call("mark_item", wish).unwrap_err().code,
        "attachment_unknown"
    );
}

/// Whatever byte of whatever entry is changed by hand, the examination names that row.
#[test]
fn an_altered_entry_is_named() {
    let shop = Shop::new();
    shop.all_good();
    shop.call("finish_opening", Value::Null).unwrap();
    let clean = shop.fsck();
    assert_eq!(clean["ok"], true);
    let raw = shop.raw();
    raw.execute_batch("DROP TRIGGER entry_stays; DROP TRIGGER entry_never_goes")
        .unwrap();
    let entries = clean["entries"].as_i64().unwrap();
    let mut tried = 0;
    for seq in 0..entries {
        let json: String = raw
            .query_row("SELECT json FROM entry WHERE seq = ?1", [seq], |row| {
                row.get(0)
            })
            .unwrap();
        let mut places: Vec<usize> = (0..json.len()).step_by(37).collect();
        places.push(json.len() - 1);
        for at in places {
            let mut bytes = json.clone().into_bytes();
            bytes[at] ^= 1;
            let altered = String::from_utf8_lossy(&bytes).into_owned();
            raw.execute("UPDATE entry SET json = ?1 WHERE seq = ?2", (&altered, seq))
                .unwrap();
            if tried % 8 == 0 {
                let found = shop.fsck();
                assert_eq!(found["ok"], false, "{seq} {at}");
                let named = found["defects"].as_array().unwrap();
                assert_eq!(named[0]["kind"], "entry_altered", "{named:?}");
                assert_eq!(named[0]["where"], format!("entry 0/{seq}"));
                // Without the first entry the epoch has no key to check signatures with.
                assert!(named.len() == 1 || seq == 0, "{named:?}");
            }
            tried += 1;
        }
        raw.execute("UPDATE entry SET json = ?1 WHERE seq = ?2", (&json, seq))
            .unwrap();
    }
    assert_eq!(shop.fsck(), clean, "put back as it was, nothing is found");
    raw.execute("DELETE FROM entry WHERE seq = ?1", [entries - 1])
        .unwrap();
    assert_eq!(
        shop.fsck()["defects"][0]["where"],
        format!("entry 0/{}", entries - 1)
    );
    raw.execute("DELETE FROM entry WHERE seq = 5", []).unwrap();
    assert_eq!(shop.fsck()["defects"][0]["kind"], "entry_missing");
}

#[test]
fn shadows_that_differ_and_a_forged_tree_are_found() {
    let shop = Shop::new();
    shop.all_good();
    shop.call("finish_opening", Value::Null).unwrap();
    let raw = shop.raw();
    raw.execute(
        "UPDATE mark SET result = 'fail' WHERE item = 'machine-screen'",
        [],
    )
    .unwrap();
    let found = shop.fsck();
    assert_eq!(found["defects"][0]["kind"], "projection_differs");
    assert_eq!(found["defects"][0]["where"], "mark");
    shop.call("rebuild_projections", Value::Null).unwrap();
    assert_eq!(shop.fsck()["ok"], true);
    // Rewriting the tree along with an entry is caught by the signed checkpoint.
    raw.execute_batch("DROP TRIGGER node_stays").unwrap();
    raw.execute(
        "UPDATE node SET hash = zeroblob(32) WHERE level = 2 AND place = 0",
        [],
    )
    .unwrap();
    let found = shop.fsck();
    let kinds: Vec<_> = found["defects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["kind"].as_str().unwrap())
        .collect();
    assert!(kinds.contains(&"node_altered"), "{kinds:?}");
}

#[test]
fn triggers_keep_written_entries() {
    let shop = Shop::new();
    let raw = shop.raw();
    for sql in [
        "UPDATE entry SET json = 'x'",
        "DELETE FROM entry",
        "UPDATE node SET hash = zeroblob(32)",
        "DELETE FROM node",
        "DELETE FROM checkpoint",
    ] {
        let sql_on_rows = raw.execute(sql, []);
        // A table without rows has nothing to refuse.
        assert!(sql_on_rows.is_err() || sql.contains("checkpoint"), "{sql}");
    }
}

#[test]
fn bad_input_is_refused_and_nothing_is_lost() {
    let shop = Shop::new();
    shop.mark("account-normal", "pass");
    let before = (shop.today(), shop.fsck()["entries"].clone());
    let check = |name: &str, input: Value, code: &str| {
        let refusal = shop.call(name, input.clone()).unwrap_err();
        assert_eq!(refusal.code, code, "{name} {input}");
    };
    let mark = |note: &str| json!({ "item": "account-normal", "result": "fail", "note": note });
    check(
        "mark_item",
        json!({ "item": "nothing", "result": "pass" }),
        "item_unknown",
    );
    check(
        "mark_item",
        json!({ "item": "account-normal", "result": "great" }),
        "input_invalid",
    );
    check(
        "mark_item",
        json!({ "item": "account-normal", "result": "pass", "extra": 1 }),
        "input_invalid",
    );
    check("mark_item", json!({ "result": "pass" }), "input_invalid");
    check("mark_item", json!([]), "input_invalid");
    check("mark_item", mark(&"长".repeat(100_000)), "note_too_long");
    check("mark_item", mark("a\u{0}b"), "text_has_control");
    check("mark_item", mark("a\u{1b}[2J"), "text_has_control");
    check("mark_item", mark("\u{202e}gpj.exe"), "text_has_control");
    let value =
        |value: &str| json!({ "item": "network-data-left", "result": "pass", "value": value });
    check("mark_item", value("-1"), "value_out_of_range");
    check("mark_item", value("1e308"), "value_unreadable");
    check(
        "mark_item",
        json!({ "item": "account-normal", "result": "pass", "till": "till-9" }),
        "till_unknown",
    );
    check("show_day", json!({ "day": "2026-02-30" }), "day_unreadable");
    check(
        "list_history",
        json!({ "from": "yesterday" }),
        "day_unreadable",
    );
    check(
        "confirm_section",
        json!({ "section": "roof" }),
        "section_unknown",
    );
    check("undo_marks", json!({ "marks": ["x"] }), "mark_unknown");
    check("finish_opening", Value::Null, "items_left");
    check(
        "set_up_shop",
        json!({ "name": "", "lanes": ["cash"] }),
        "shop_name_needed",
    );
    check(
        "set_up_shop",
        json!({ "name": "a", "lanes": [] }),
        "lanes_needed",
    );
    check(
        "set_up_shop",
        json!({ "name": "a", "lanes": ["cash"], "zone": "Mars/North" }),
        "zone_unknown",
    );
    check(
        "set_up_shop",
        json!({ "name": "a", "lanes": ["cash"], "cut_off": "25:00" }),
        "hours_unreadable",
    );
    check(
        "keep_place",
        json!({ "place": "x".repeat(70_000) }),
        "place_too_large",
    );
    check(
        "fill_demo",
        json!({ "days": 3, "seed": 1 }),
        "demo_needs_empty_folder",
    );
    check(
        "fill_demo",
        json!({ "days": 0, "seed": 1 }),
        "demo_days_out_of_range",
    );
    for until in ["-262143-01-01", "+262142-12-31", "1969-12-31", "2026-1-2"] {
        check(
            "fill_demo",
            json!({ "days": 3, "seed": 1, "until": until }),
            "day_unreadable",
        );
    }
    check(
        "fill_demo",
        json!({ "days": 3, "seed": 1, "tills": 0 }),
        "input_invalid",
    );
    check("no_such_command", Value::Null, "command_unknown");
    assert_eq!((shop.today(), shop.fsck()["entries"].clone()), before);
    // Unusual, and welcome.
    for note in ["🧾 小票卡住了", "שלום", "𠮷野家", "a\nb\tc"] {
        let kept = shop.call("mark_item", mark(note)).unwrap();
        assert_eq!(item(&kept["today"], "account-normal")["note"], note);
    }
    assert_eq!(shop.fsck()["ok"], true);
}

#[test]
fn history_pages_keep_days_whole() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(folder.path()).unwrap();
    let call = |name: &str, input: Value| app.call(&Caller::default(), name, input).unwrap();
    let filled = call(
        "fill_demo",
        json!({ "days": 40, "seed": 7, "tills": 3, "until": "2026-11-20" }),
    );
    let all = call("list_history", Value::Null)["days"]
        .as_array()
        .unwrap()
        .clone();
    let key = |day: &Value| (day["day"].to_string(), day["till"]["id"].to_string());
    assert!(all.is_sorted_by_key(key), "oldest first, tills in order");
    assert!(all.len() > 100);
    let mut pages = Vec::new();
    let mut before = Value::Null;
    loop {
        let mut wish = json!({ "limit": 20 });
        if !before.is_null() {
            wish["before"] = before;
        }
        let page = call("list_history", wish);
        let days = page["days"].as_array().unwrap().clone();
        before = days[0]["day"].clone();
        pages.splice(0..0, days);
        if page["more"] == false {
            break;
        }
    }
    assert_eq!(pages, all);
    let fsck = call("check_folder", Value::Null);
    assert_eq!(
        (&fsck["ok"], &fsck["entries"], &fsck["root"]),
        (&json!(true), &filled["entries"], &filled["root"])
    );
    let first: String = Connection::open(folder.path().join("kaizhang.db"))
        .unwrap()
        .query_row("SELECT json FROM entry ORDER BY seq LIMIT 1", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert!(first.contains(r#""demo":{"days":40,"seed":7}"#), "{first}");
}

#[test]
fn what_a_ledger_cannot_hold_is_refused_and_is_no_damage() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(folder.path()).unwrap();
    let wish = json!({ "days": 3, "seed": u64::MAX });
    let refused = app.call(&Caller::default(), "fill_demo", wish).unwrap_err();
    assert_eq!(refused.code, "input_invalid", "{refused:?}");
    assert!(!folder.path().join("damaged-1").exists());
    assert!(
        app.call(&Caller::default(), "show_today", Value::Null)
            .is_ok()
    );
}

#[test]
fn damage_is_laid_aside_and_nothing_is_written_any_more() {
    let shop = Shop::new();
    shop.all_good();
    let Shop {
        folder,
        outside,
        app,
    } = shop;
    drop(app);
    let path = folder.path().join("kaizhang.db");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[3] ^= 0x20;
    #[allow(clippy::disallowed_methods, reason = "the test does the damage")]
    std::fs::write(&path, &bytes).unwrap();
    for _ in 0..2 {
        let refused = open(folder.path(), &outside).err().unwrap();
        assert_eq!(refused.code, "folder_damaged");
        assert!(
            refused.params["copy"]
                .as_str()
                .unwrap()
                .ends_with("damaged-1"),
            "{refused:?}"
        );
    }
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "the original stays");
    assert_eq!(
        std::fs::read(folder.path().join("damaged-1/kaizhang.db")).unwrap(),
        bytes
    );
}
