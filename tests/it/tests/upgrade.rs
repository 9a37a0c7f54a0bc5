//! A folder that an older version wrote: the new shadows are filled from the ledger that is there.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a test fails by panicking"
)]

use std::sync::Arc;

use kaizhang_app::{App, Caller, Offered, OpenOptions, Outside};
use kaizhang_it::Staged;
use rusqlite::Connection;
use serde_json::{Value, json};

/// Takes away what `0011_looking_back.sql` brought, so that the database is as the version before left it: fewer texts, one
/// count a morning, no index of outages.
const BEFORE_LOOKING_BACK: &str = "
    DELETE FROM passage WHERE kind <> 'mark'; UPDATE passage SET replaced = 0, part = record;
    DROP TABLE belonging; DROP TABLE drawer; DROP TABLE morning;
    CREATE TABLE morning (
        day TEXT NOT NULL, till TEXT NOT NULL, worst TEXT NOT NULL, late_min INTEGER NOT NULL, failed TEXT NOT NULL,
        version INTEGER NOT NULL, cash_item TEXT, cash_fen INTEGER, PRIMARY KEY (day, till)
    ) STRICT, WITHOUT ROWID;
    DROP INDEX incident_outage; ALTER TABLE incident DROP COLUMN cause;
    DROP INDEX opening_till; DROP INDEX settled_till;
    PRAGMA user_version = 10;";

/// Before `0010_marks.sql`, whose tables hold the same and differ only in how they check it: the step runs again.
const BEFORE_MARKS: &str = "PRAGMA user_version = 9;";

/// Takes away what `0009_packs.sql` brought, so that the database is as the version before left it.
const BEFORE_PACKS: &str = "
    DROP TABLE pack;
    PRAGMA user_version = 8;";

/// Takes away what `0008_keys.sql` brought, so that the database is as the version before left it.
const BEFORE_KEYS: &str = "
    DROP TABLE key_backup; DROP TABLE anchor;
    PRAGMA user_version = 7;";

/// Takes away what `0007_search.sql` brought, so that the database is as the version before left it.
const BEFORE_SEARCH: &str = "
    DROP TABLE passage_words; DROP TABLE passage; DROP TABLE morning;
    DROP INDEX opening_unfinished; DROP INDEX receipt_day;
    PRAGMA user_version = 6;";

/// Takes away what `0006_disputes.sql` brought, so that the database is as the version before left it.
const BEFORE_DISPUTES: &str = "
    DROP TABLE dispute_event; DROP TABLE dispute_link; DROP TABLE dispute; DROP TABLE reply_reminder;
    DROP INDEX receipt_amount; DROP INDEX pending_sale_day;
    PRAGMA user_version = 5;";

/// Takes away what `0005_incidents.sql` brought, so that the database is as the version before left it.
const BEFORE_INCIDENTS: &str = "
    DROP TABLE incident_event; DROP TABLE incident; DROP TABLE pending_sale; DROP TABLE follow_up;
    DROP TABLE receipt; DROP TABLE code_text; DROP TABLE staff; DROP TABLE terminal; DROP TABLE provider;
    DROP INDEX attachment_redacts;
    ALTER TABLE attachment DROP COLUMN at; ALTER TABLE attachment DROP COLUMN actor;
    ALTER TABLE attachment DROP COLUMN source; ALTER TABLE attachment DROP COLUMN redacts;
    PRAGMA user_version = 4;";

/// Takes away what `0004_reminders.sql` brought, so that the database is as the version before left it.
const BEFORE_REMINDERS: &str = "
    DROP TABLE till_since; DROP TABLE reminder_rules; DROP TABLE planned_day; DROP TABLE reminder;
    DROP TABLE put_off; DROP TABLE settled; DROP TABLE owner_told; DROP TABLE clock_jump;
    DROP TABLE ran; DROP TABLE outbox; DROP TABLE this_pc;
    ALTER TABLE opening DROP COLUMN late_min;
    PRAGMA user_version = 3;";

#[test]
fn a_folder_from_before_the_reminders_is_whole_after_the_upgrade() {
    let folder = tempfile::tempdir().unwrap();
    let outside = Arc::new(Staged::at("2026-11-23T00:10:00Z"));
    let open = || {
        let outside = Arc::clone(&outside) as Arc<dyn Outside>;
        App::open_with(folder.path(), OpenOptions::default(), outside).unwrap()
    };
    let call =
        |app: &App, name: &str, input: Value| app.call(&Caller::default(), name, input).unwrap();
    let app = open();
    // The default shop comes first, so the ledger holds settings of both kinds.
    call(&app, "show_today", Value::Null);
    outside.pass_until("2026-11-23T00:20:00Z");
    let shop = json!({ "name": "店", "lanes": ["cash"], "zone": "Asia/Shanghai" });
    call(&app, "set_up_shop", shop);
    call(&app, "finish_opening", json!({ "note": "只收现金" }));
    let before = call(&app, "check_folder", Value::Null);
    drop(app);

    let database = || Connection::open(folder.path().join("kaizhang.db")).unwrap();
    database().execute_batch(BEFORE_LOOKING_BACK).unwrap();
    database().execute_batch(BEFORE_MARKS).unwrap();
    database().execute_batch(BEFORE_PACKS).unwrap();
    database().execute_batch(BEFORE_KEYS).unwrap();
    database().execute_batch(BEFORE_SEARCH).unwrap();
    database().execute_batch(BEFORE_DISPUTES).unwrap();
    database().execute_batch(BEFORE_INCIDENTS).unwrap();
    database().execute_batch(BEFORE_REMINDERS).unwrap();

    let app = open();
    let after = call(&app, "check_folder", Value::Null);
    assert_eq!(
        (&after["ok"], &after["root"]),
        (&json!(true), &before["root"]),
        "{after}"
    );
    let since: String = database()
        .query_row("SELECT at FROM till_since", [], |row| row.get(0))
        .unwrap();
    assert_eq!(
        since, "2026-11-23T00:20:00.000Z",
        "not since the default shop"
    );
    assert_eq!(call(&app, "show_today", Value::Null)["state"], "finished");
}

#[test]
fn a_folder_from_before_the_incidents_still_knows_who_brought_each_file() {
    let folder = tempfile::tempdir().unwrap();
    let outside = Arc::new(Staged::at("2026-11-23T00:10:00Z"));
    let open = || {
        let outside = Arc::clone(&outside) as Arc<dyn Outside>;
        App::open_with(folder.path(), OpenOptions::default(), outside).unwrap()
    };
    let app = open();
    for (staff, name) in [("小李", "早.jpg"), ("小王", "晚.jpg")] {
        let caller = Caller {
            staff: staff.to_owned(),
        };
        outside.pass(std::time::Duration::from_secs(3_600));
        let offered = Offered::named(name);
        app.attach(&caller, &offered, &mut name.as_bytes()).unwrap();
    }
    let call = |app: &App, name: &str| app.call(&Caller::default(), name, Value::Null).unwrap();
    let before = call(&app, "check_folder");
    drop(app);
    let database = || Connection::open(folder.path().join("kaizhang.db")).unwrap();
    let brought = || -> Vec<[String; 3]> {
        let database = database();
        let sql = "SELECT name, at, actor FROM attachment WHERE source IS NULL AND redacts IS NULL ORDER BY at";
        let mut statement = database.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]));
        rows.unwrap().map(Result::unwrap).collect()
    };
    let want = [
        ["早.jpg", "2026-11-23T01:10:00.000Z", "小李"],
        ["晚.jpg", "2026-11-23T02:10:00.000Z", "小王"],
    ];
    assert_eq!(brought(), want);
    database().execute_batch(BEFORE_LOOKING_BACK).unwrap();
    database().execute_batch(BEFORE_MARKS).unwrap();
    database().execute_batch(BEFORE_PACKS).unwrap();
    database().execute_batch(BEFORE_KEYS).unwrap();
    database().execute_batch(BEFORE_SEARCH).unwrap();
    database().execute_batch(BEFORE_DISPUTES).unwrap();
    database().execute_batch(BEFORE_INCIDENTS).unwrap();

    let app = open();
    assert_eq!(brought(), want);
    let after = call(&app, "check_folder");
    assert_eq!(
        (&after["ok"], &after["root"]),
        (&json!(true), &before["root"]),
        "{after}"
    );
    // What the new version brings works on the old folder, beside a copy of how it was.
    let opened = json!({ "form": { "code": "96" } });
    app.call(&Caller::default(), "open_incident", opened)
        .unwrap();
    assert_eq!(call(&app, "check_folder")["ok"], true);
    let mut backups = std::fs::read_dir(folder.path().join("backups")).unwrap();
    assert!(backups.any(|file| {
        let name = file.unwrap().file_name().into_string().unwrap();
        name.ends_with("-from-4.db")
    }));
}

#[test]
fn a_folder_from_before_the_search_is_searched_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let open = || {
        let outside = Arc::new(Staged::at("2026-11-01T00:10:00Z"));
        App::open_with(
            folder.path(),
            OpenOptions::default(),
            outside as Arc<dyn Outside>,
        )
        .unwrap()
    };
    let call =
        |app: &App, name: &str, input: Value| app.call(&Caller::default(), name, input).unwrap();
    let app = open();
    call(
        &app,
        "fill_demo",
        json!({ "days": 60, "seed": 3, "tills": 2 }),
    );
    let incident = json!({ "form": { "code": "96", "note": "刷卡没反应" } });
    // The demo has an incident of its own.
    let opened = call(&app, "open_incident", incident);
    call(
        &app,
        "resolve_incident",
        json!({ "incident": opened["id"], "how": "换了网线" }),
    );
    let span = json!({ "from": "2026-09-01", "to": "2026-11-30" });
    let asked = |app: &App| {
        let found = ["不", "没反应", "网线"]
            .map(|words| call(app, "search_records", json!({ "words": words })));
        let [calendar, figures] =
            ["show_calendar", "show_figures"].map(|name| call(app, name, span.clone()));
        json!([found, calendar, figures])
    };
    let before = asked(&app);
    assert_eq!(before[0][2]["found"][0]["kind"], "incident_note");
    drop(app);
    let database = Connection::open(folder.path().join("kaizhang.db")).unwrap();
    database.execute_batch(BEFORE_LOOKING_BACK).unwrap();
    database.execute_batch(BEFORE_MARKS).unwrap();
    database.execute_batch(BEFORE_PACKS).unwrap();
    database.execute_batch(BEFORE_KEYS).unwrap();
    database.execute_batch(BEFORE_SEARCH).unwrap();
    drop(database);
    let app = open();
    assert_eq!(asked(&app), before);
    assert_eq!(call(&app, "check_folder", Value::Null)["ok"], true);
}

#[test]
fn a_folder_from_before_looking_back_finds_its_old_texts_files_and_outages() {
    let folder = tempfile::tempdir().unwrap();
    let outside = Arc::new(Staged::at("2026-11-23T00:40:00Z"));
    let open = || {
        let outside = Arc::clone(&outside) as Arc<dyn Outside>;
        App::open_with(folder.path(), OpenOptions::default(), outside).unwrap()
    };
    let call =
        |app: &App, name: &str, input: Value| app.call(&Caller::default(), name, input).unwrap();
    let app = open();
    let mark = |note: &str| json!({ "item": "machine-screen", "result": "fail", "note": note });
    call(&app, "mark_item", mark("屏幕花了"));
    call(&app, "mark_item", mark("屏幕又好了"));
    let cash = |value: &str| json!({ "item": "cash-float", "result": "pass", "value": value, "note": "多了零钱" });
    call(&app, "mark_item", cash("530"));
    call(&app, "finish_opening", json!({ "note": "先开门" }));
    let form = json!({ "code": "96", "cause": "network", "amount": "128" });
    let incident = call(&app, "open_incident", json!({ "form": form }));
    let sale = &incident["sales"][0]["id"];
    let offered = Offered::named("对账单.pdf");
    let file = app
        .attach(&Caller::default(), &offered, &mut &b"%PDF-1.4"[..])
        .unwrap();
    let form = json!({ "how": "settled", "note": "钱到了", "attachments": [file["id"]] });
    call(&app, "settle_sale", json!({ "sale": sale, "form": form }));
    call(
        &app,
        "reopen_sale",
        json!({ "sale": sale, "why": "其实没到" }),
    );
    let person = json!({ "id": "staff-1", "name": "阿秀", "retired": false });
    call(&app, "put_staff", person);
    // What was counted is amended away: the old row held it all the same.
    call(
        &app,
        "mark_item",
        json!({ "item": "cash-float", "result": "na" }),
    );
    let span = json!({ "from": "2026-11-01", "to": "2026-11-30" });
    let asked = |app: &App| {
        let found = ["屏幕", "到了", "没到", "阿秀", "对账单"]
            .map(|words| call(app, "search_records", json!({ "words": words }))["found"].clone());
        json!([found, call(app, "show_figures", span.clone())])
    };
    let before = asked(&app);
    let replaced = |n: usize| -> Vec<bool> {
        let found = before[0][n].as_array().unwrap().iter();
        found.map(|one| one["replaced"] == true).collect()
    };
    assert_eq!(replaced(0), [false, true]);
    assert_eq!(
        (replaced(1), replaced(2), replaced(3)),
        (vec![true], vec![false], vec![false])
    );
    assert_eq!(before[0][4][0]["belongs"]["kind"], "incident");
    let figures = [
        &before[1]["outages"]["count"],
        &before[1]["drawers"]["counted"],
    ];
    assert_eq!(figures, [&json!(1), &json!(0)]);
    drop(app);
    let database = Connection::open(folder.path().join("kaizhang.db")).unwrap();
    database.execute_batch(BEFORE_LOOKING_BACK).unwrap();
    drop(database);
    let app = open();
    assert_eq!(asked(&app), before);
    assert_eq!(call(&app, "check_folder", Value::Null)["ok"], true);
}
