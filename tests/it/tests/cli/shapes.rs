//! Every verb: exit codes and the shapes that scripts rely on.

use serde_json::{Value, json};

use crate::{PNG, Place, finish, item, items};

#[test]
fn today_tells_state_verdict_sections_and_items() {
    let place = Place::new();
    let today = place.done(&["today"]);
    assert_eq!(today["state"], "due");
    assert_eq!(today["day"].as_str().unwrap().len(), 10);
    assert_eq!(today["first_run"], true);
    for lane in ["card", "qr", "cash"] {
        assert_eq!(today["verdict"][lane]["state"], "unknown");
        assert!(today["verdict"][lane]["reasons"].is_array());
    }
    let order: Vec<&str> = today["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["id"].as_str().unwrap())
        .collect();
    assert_eq!(
        order,
        ["account", "machine", "network", "limits", "cash", "upkeep"]
    );
    for item in items(&today) {
        assert_eq!(item["result"], Value::Null);
        assert_eq!(item["note"], "");
        assert_eq!(item["value"], Value::Null);
        for field in ["item", "kind", "weight"] {
            assert!(item[field].is_string(), "{item}");
        }
    }
    let number = item(&today, "network-data-left");
    assert_eq!(
        number["range"],
        json!({ "min": 0.0, "max": 1000.0, "unit": "GB" })
    );
    assert_eq!(item(&today, "cash-float")["target_fen"], 50_000);
    assert!(item(&today, "limits-qr-kind")["choices"].is_array());
}

#[test]
fn marks_notes_values_and_files_are_in_todays_answer() {
    let place = Place::new();
    let picture = place.file("POS 机.png", PNG);
    let slip = place.file("slip.pdf", b"%PDF-1.7\n");
    let today = place.done(&[
        "mark",
        "machine-photo",
        "pass",
        "--attach",
        &picture,
        "--attach",
        &slip,
        "--staff",
        "小王",
    ]);
    assert_eq!(today["state"], "in_progress");
    let photo = item(&today, "machine-photo");
    assert_eq!(photo["result"], "pass");
    assert_eq!(photo["actor"], "小王");
    let names: Vec<&Value> = photo["attachments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| &file["name"])
        .collect();
    assert_eq!(names, ["POS 机.png", "slip.pdf"]);
    assert_eq!(photo["attachments"][0]["mime"], "image/png");

    let today = place.done(&["mark", "network-data-left", "pass", "--value", "12.5"]);
    assert_eq!(item(&today, "network-data-left")["value"], 12.5);
    let today = place.done(&[
        "mark",
        "cash-float",
        "pass",
        "--value",
        "100x3 20x4 10x6 5x8 1x20",
    ]);
    assert_eq!(item(&today, "cash-float")["value"]["total_fen"], 50_000);
    let today = place.done(&["mark", "limits-qr-kind", "pass", "--value", "shop-static"]);
    assert_eq!(item(&today, "limits-qr-kind")["value"], "shop-static");
    let note = "- 纸卡住了 🧾 שלום\n换了一卷";
    let today = place.done(&["mark", "upkeep-paper", "fail", "--note", note]);
    assert_eq!(item(&today, "upkeep-paper")["note"], note);
    let today = place.done(&["mark", "upkeep-paper", "na"]);
    let paper = item(&today, "upkeep-paper");
    assert_eq!(
        (&paper["result"], &paper["amended"]),
        (&json!("na"), &json!(1))
    );
    // The next process sees what this one wrote.
    assert_eq!(place.done(&["today"])["sections"], today["sections"]);
}

#[test]
fn search_is_an_array_newest_last() {
    let place = Place::new();
    assert_eq!(place.done(&["search", "外网"]), json!([]));
    place.done(&["incident", "open", "--code", "96", "--note", "外网不通"]);
    place.done(&[
        "receipt",
        "add",
        "--amount",
        "128",
        "--note",
        "-- 外网好了以后补打",
    ]);
    let kinds = |args: &[&str]| -> Vec<String> {
        let found = place.done(args);
        let rows = found.as_array().unwrap().iter();
        rows.map(|row| row["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(kinds(&["search", "外网"]), ["incident", "receipt"]);
    assert_eq!(kinds(&["search", "外网", "--limit", "1"]), ["receipt"]);
    assert_eq!(kinds(&["search", "外网", "补打"]), ["receipt"]);
    assert_eq!(kinds(&["search", "\"外网*\""]), ["incident", "receipt"]);
    assert_eq!(
        kinds(&["search", "外网", "--to", "2020-01-01"]),
        Vec::<String>::new()
    );
    let row = &place.done(&["search", "不通"])[0];
    for field in ["id", "day", "at"] {
        assert!(row[field].is_string(), "{row}");
    }
    assert_eq!(row["till"]["id"], "till-1");
    assert_eq!(row["text"], "外网不通\n96");
    assert_eq!(row["hits"], json!([{ "from": 2, "to": 4 }]));
}

#[test]
fn history_is_an_array_newest_last() {
    assert_eq!(Place::new().done(&["history"]), json!([]));
    let place = Place::new();
    let filled = place.done(&["demo", "--days", "60", "--seed", "3", "--tills", "2"]);
    assert_eq!(filled["days"], 60);
    assert_eq!(filled["root"].as_str().unwrap().len(), 64);
    assert!(filled["entries"].as_u64().unwrap() > 60);
    let history = place.done(&["history"]);
    let days = history.as_array().unwrap();
    assert!(days.len() > 100);
    assert!(
        days.windows(2)
            .all(|pair| pair[0]["day"].as_str() <= pair[1]["day"].as_str())
    );
    for day in days {
        let state = day["state"].as_str().unwrap();
        assert!(
            ["finished", "late", "missed", "closed", "pc_off"].contains(&state),
            "{state}"
        );
        assert!(day["verdict"]["card"]["state"].is_string());
        assert!(day["failures"].is_u64());
    }
    assert_eq!(days.last().unwrap()["day"], "2026-10-31");

    let some = place.done(&[
        "history",
        "--from",
        "2026-10-01",
        "--to",
        "2026-10-03",
        "--till",
        "till-2",
    ]);
    assert!((1..=3).contains(&some.as_array().unwrap().len()));
    assert!(
        some.as_array()
            .unwrap()
            .iter()
            .all(|day| day["till"]["id"] == "till-2")
    );
    let few = place.done(&["history", "--limit", "3", "--till", "till-1"]);
    assert_eq!(few.as_array().unwrap().len(), 3);
    assert_eq!(few[2]["day"], "2026-10-31");
    let day = place.done(&["today", "--day", "2026-10-31", "--till", "till-2"]);
    assert_eq!(
        (&day["day"], &day["till"]["id"]),
        (&json!("2026-10-31"), &json!("till-2"))
    );
}

#[test]
fn the_folder_is_examined_and_rebuilt() {
    let place = Place::new();
    place.done(&["mark", "account-normal", "pass"]);
    let found = place.done(&["fsck"]);
    assert_eq!(
        (&found["ok"], &found["defects"]),
        (&json!(true), &json!([]))
    );
    assert_eq!(found["entries"], 5);
    let today = place.done(&["today"]);
    assert_eq!(place.done(&["rebuild"]), json!({ "entries": 5 }));
    assert_eq!(place.done(&["today"])["sections"], today["sections"]);
    assert_eq!(place.done(&["fsck"])["root"], found["root"]);
}

#[test]
fn the_same_seed_and_days_give_the_same_root() {
    let places = [Place::new(), Place::new()];
    let roots = places
        .each_ref()
        .map(|place| place.done(&["demo", "--days", "20", "--seed", "42"]));
    assert_eq!(roots[0], roots[1]);
    assert_eq!(places[0].done(&["fsck"])["root"], roots[0]["root"]);
    let other = Place::new().done(&["demo", "--days", "20", "--seed", "43"]);
    assert_ne!(other["root"], roots[0]["root"]);
}

#[test]
fn the_command_table_is_listed_and_called() {
    let place = Place::new();
    let commands = place.done(&["commands"]);
    let commands = commands.as_array().unwrap();
    assert!(commands.len() >= 14);
    for command in commands {
        for field in ["name", "about", "role", "input", "output"] {
            assert!(command[field].is_string(), "{command}");
        }
        assert!(command["writes"].is_boolean());
    }
    // Listing them needs no data folder.
    assert!(!place.data().exists());

    let run = place.run(&["call", "show_shop"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(run.json()["by_default"], true);
    let input = r#"{"item":"account-normal","result":"pass","note":"从标准输入"}"#;
    let run = finish(
        &mut place.command(&["call", "mark_item", "-"]),
        input.as_bytes(),
    );
    assert_eq!(run.code, 0, "{run:?}");
    let marked = run.json();
    assert_eq!(
        item(&marked["today"], "account-normal")["note"],
        "从标准输入"
    );
    let undo = json!({ "marks": marked["marks"] }).to_string();
    let undone = place.run(&["call", "undo_marks", &undo]).json();
    assert_eq!(
        item(&undone["today"], "account-normal")["result"],
        Value::Null
    );
}

#[test]
fn finishing_answers_with_today() {
    let place = Place::new();
    let params = place.refused(&["finish"], 1, "items_left");
    assert!(params["count"].as_u64().unwrap() > 0);
    let today = place.done(&["finish", "--note", "客人已在门口", "--staff", "早班"]);
    assert_eq!(today["state"], "finished");
    assert_eq!(today["finish_note"], "客人已在门口");
    assert_eq!(today["finished_by"], "早班");
    place.refused(&["finish"], 1, "already_finished");
    let history = place.done(&["history"]);
    assert_eq!(history.as_array().unwrap().len(), 1);
}
