//! The harness proves itself on SQLite and files alone: it finds nothing where nothing is lost, and it catches both
//! controls — commits that are not synced, and rows written before their files.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use kaizhang_faults::log;
use kaizhang_faults::program::{Ending, Fault, Place};
use kaizhang_faults::sweep::Sweep;
use kaizhang_faults::trial::{Failure, Outcome, log_is_complete, power_cuts, scratch, states};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::roles::{Told, program};

const ROWS: i64 = 30;

#[test]
fn synced_commits_survive_every_power_cut() {
    let outcome = replay("full");
    eprintln!("raw full: {outcome}");
    assert!(outcome.failures.is_empty(), "{outcome}");
}

#[test]
fn unsynced_commits_are_caught() {
    let outcome = replay("normal");
    eprintln!("raw normal: {outcome}");
    assert!(outcome.count("lost") * 3 > outcome.states, "{outcome}");
}

#[test]
fn a_row_before_its_file_is_caught() {
    let outcome = replay("row_before_file");
    eprintln!("raw row before file: {outcome}");
    assert!(
        outcome.count("file_missing") * 50 > outcome.states,
        "{outcome}"
    );
}

#[test]
fn kills_leave_every_promise_kept() {
    let outcome = kill("full");
    eprintln!("raw kills: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 40,
        "{outcome}"
    );
}

#[test]
fn kills_catch_a_row_before_its_file() {
    let outcome = kill("row_before_file");
    eprintln!("raw kills, row before file: {outcome}");
    assert!(outcome.count("file_missing") > 4, "{outcome}");
}

fn kill(part: &str) -> Outcome {
    let sweep = Sweep {
        program: &|| program("raw::writer", part),
        base: None,
        fault: &Fault::KilledWithin,
        stride: 5,
        words: &|_| Ok(()),
    };
    sweep.run(&judge).unwrap()
}

fn replay(part: &str) -> Outcome {
    let parent = scratch().unwrap();
    let place = Place::new(parent.path()).unwrap();
    let ending = place
        .run(&mut program("raw::writer", part), Fault::None)
        .unwrap();
    assert_eq!(
        ending,
        Ending::Exited(0),
        "{}",
        fs::read_to_string(&place.words).unwrap()
    );
    let changes = log::read(&place.log, &place.folder).unwrap();
    assert_eq!(log::acknowledged(&changes).len(), ROWS as usize);
    log_is_complete(&changes, &place.folder).unwrap();
    power_cuts(&changes, 0, states(300), &judge).unwrap()
}

fn judge(folder: &Path, acknowledged: &[String]) -> Result<(), Failure> {
    let refused = |problem: rusqlite::Error| Failure::WontOpen(problem.to_string());
    let database = Connection::open(folder.join("raw.sqlite")).map_err(refused)?;
    let check: String = database
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .map_err(refused)?;
    if check != "ok" {
        return Err(Failure::Defect(check));
    }
    let mut rows: Vec<(i64, String)> = Vec::new();
    if database.table_exists(None, "entry").map_err(refused)? {
        let mut query = database
            .prepare("SELECT seq, file FROM entry ORDER BY seq")
            .map_err(refused)?;
        let found = query
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(refused)?;
        rows = found.collect::<Result<_, _>>().map_err(refused)?;
    }
    for (expected, (seq, file)) in (0..).zip(&rows) {
        if expected != *seq {
            return Err(Failure::Half(format!("a hole at {expected}")));
        }
        let bytes = fs::read(folder.join("blobs").join(file)).unwrap_or_default();
        if !file.is_empty() && hex::encode(Sha256::digest(&bytes)) != *file {
            return Err(Failure::FileMissing(format!("row {seq}")));
        }
    }
    if rows.len() < acknowledged.len() {
        return Err(Failure::Lost(format!(
            "{} rows of {} acknowledged",
            rows.len(),
            acknowledged.len()
        )));
    }
    Ok(())
}

#[test]
#[ignore = "the program of the other tests"]
fn writer() {
    let Some(mut told) = Told::read() else { return };
    let blobs = told.folder.join("blobs");
    fs::create_dir(&blobs).unwrap();
    File::open(&told.folder).unwrap().sync_all().unwrap();
    // Two openings, so that closing's checkpoint and the removal of the log are part of the story.
    for half in [0..ROWS / 2, ROWS / 2..ROWS] {
        let mut database = Connection::open(told.folder.join("raw.sqlite")).unwrap();
        prepare(&database, told.part == "normal");
        for seq in half {
            let bytes = vec![seq as u8; 700 * (seq as usize % 4)];
            let row_first = told.part == "row_before_file";
            let name = if bytes.is_empty() {
                String::new()
            } else {
                hex::encode(Sha256::digest(&bytes))
            };
            if row_first {
                insert(&mut database, seq, &name);
            }
            if !bytes.is_empty() {
                save(&blobs, &name, &bytes);
            }
            if !row_first {
                insert(&mut database, seq, &name);
            }
            told.acknowledge(&seq.to_string());
        }
    }
}

fn prepare(database: &Connection, normal: bool) {
    database.pragma_update(None, "journal_mode", "WAL").unwrap();
    database
        .pragma_update(None, "synchronous", if normal { "NORMAL" } else { "FULL" })
        .unwrap();
    database
        .pragma_update(None, "wal_autocheckpoint", 12)
        .unwrap();
    let table = "CREATE TABLE IF NOT EXISTS entry (seq INTEGER PRIMARY KEY, text TEXT NOT NULL, file TEXT NOT NULL) STRICT";
    database.execute(table, []).unwrap();
}

fn insert(database: &mut Connection, seq: i64, name: &str) {
    let text = format!("entry {seq} ").repeat(40);
    let change = database.transaction().unwrap();
    change
        .execute(
            "INSERT INTO entry (seq, text, file) VALUES (?1, ?2, ?3)",
            (seq, text, name),
        )
        .unwrap();
    change.commit().unwrap();
}

fn save(blobs: &Path, name: &str, bytes: &[u8]) {
    let unfinished = blobs.join("unfinished");
    let mut file = File::create(&unfinished).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
    fs::rename(&unfinished, blobs.join(name)).unwrap();
    File::open(blobs).unwrap().sync_all().unwrap();
}
