//! Data folders that cannot be used: exit code 3, and nothing deleted.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use rusqlite::Connection;
use serde_json::json;

use crate::{Place, item};

#[test]
fn a_file_is_no_data_folder() {
    let place = Place::new();
    fs::write(place.data(), "letters").unwrap();
    place.refused(&["today"], 3, "folder_not_a_folder");
    place.refused(
        &["mark", "account-normal", "pass"],
        3,
        "folder_not_a_folder",
    );
    assert_eq!(fs::read(place.data()).unwrap(), b"letters");
    let run = place.run(&["today"]);
    assert_eq!((run.code, run.out.as_str()), (3, ""), "{run:?}");
    assert!(run.err.starts_with("Not done: "), "{run:?}");
}

#[test]
fn records_of_a_newer_version_are_left_alone() {
    let place = Place::new();
    place.done(&["today"]);
    let database = Connection::open(place.database()).unwrap();
    database.pragma_update(None, "user_version", 999).unwrap();
    drop(database);
    let before = fs::read(place.database()).unwrap();
    let params = place.refused(&["today"], 3, "folder_from_newer");
    assert_eq!(params["found"], 999);
    assert_eq!(fs::read(place.database()).unwrap(), before);
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let place = Place::new();
    fs::create_dir(place.data()).unwrap();
    let database = Connection::open(place.database()).unwrap();
    database
        .execute_batch("CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('面');")
        .unwrap();
    drop(database);
    place.refused(&["today"], 3, "folder_not_ours");
    let database = Connection::open(place.database()).unwrap();
    let name: String = database
        .query_row("SELECT name FROM recipe", [], |row| row.get(0))
        .unwrap();
    assert_eq!(name, "面");
}

#[test]
fn a_flipped_byte_in_the_header_is_refused_and_laid_aside() {
    let place = Place::new();
    place.done(&["mark", "account-normal", "pass"]);
    let mut bytes = fs::read(place.database()).unwrap();
    bytes[3] ^= 0x20;
    fs::write(place.database(), &bytes).unwrap();
    for _ in 0..2 {
        let params = place.refused(&["today"], 3, "folder_damaged");
        assert_eq!(params["copy"], json!(place.data().join("damaged-1")));
    }
    assert_eq!(fs::read(place.database()).unwrap(), bytes);
    assert_eq!(
        fs::read(place.data().join("damaged-1/kaizhang.db")).unwrap(),
        bytes
    );
    assert!(!place.data().join("damaged-2").exists());
    // With the byte put right everything is there.
    bytes[3] ^= 0x20;
    fs::write(place.database(), &bytes).unwrap();
    let today = place.done(&["today"]);
    assert_eq!(item(&today, "account-normal")["result"], "pass");
}

#[test]
fn a_flipped_byte_in_an_entry_is_named() {
    let place = Place::new();
    place.done(&["mark", "account-normal", "pass"]);
    place.done(&["mark", "upkeep-paper", "fail", "--note", "halfaroll"]);
    let mut bytes = fs::read(place.database()).unwrap();
    // Entries 0 to 5: the epoch, the shop, the checklist, the opening, two marks.
    let start = br#""note":"halfaroll""#;
    let at = bytes
        .windows(start.len())
        .position(|part| part == start)
        .unwrap();
    bytes[at + 9] ^= 0x01;
    fs::write(place.database(), &bytes).unwrap();
    let run = place.script(&["fsck"]);
    assert_eq!(run.code, 1, "{run:?}");
    let found = run.json();
    assert_eq!(found["ok"], false);
    let defects = found["defects"].as_array().unwrap();
    assert!(
        defects
            .iter()
            .any(|defect| defect["where"] == "entry 0/5" && defect["kind"] == "entry_altered"),
        "{found}"
    );
    let run = place.run(&["fsck", "--lang", "zh-CN"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.contains("entry 0/5"), "{run:?}");
    assert_eq!(fs::read(place.database()).unwrap(), bytes);
}

#[test]
fn a_locked_folder_is_waited_for() {
    let place = Place::new();
    place.done(&["today"]);
    for (args, silent) in [
        (&["today", "--lang", "zh-CN"][..], false),
        (&["today", "--json"], true),
    ] {
        let lock = File::options()
            .write(true)
            .open(place.data().join("folder.lock"))
            .unwrap();
        lock.lock().unwrap();
        let mut child = place
            .command(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut err = BufReader::new(child.stderr.take().unwrap());
        let mut said = String::new();
        if silent {
            std::thread::sleep(std::time::Duration::from_millis(300));
        } else {
            err.read_line(&mut said).unwrap();
            assert!(said.contains("等一下"), "{said}");
        }
        assert!(child.try_wait().unwrap().is_none(), "it did not wait");
        lock.unlock().unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert!(!output.stdout.is_empty());
        said.clear();
        err.read_to_string(&mut said).unwrap();
        assert_eq!(said, "");
    }
}
