//! One byte altered on the disk: the folder's check names the row, or the folder does not open. Nothing is deleted.

use std::fs;
use std::ops::Range;
use std::path::Path;

use kaizhang_app::{App, Caller};
use kaizhang_faults::random::Random;
use kaizhang_faults::sweep::copy;
use kaizhang_faults::trial::{files, scratch, seed, states};
use rusqlite::{Connection, OpenFlags};
use serde_json::json;

use crate::kills::base;

const DATABASE: &str = "kaizhang.db";

/// An entry: its place and its text.
type Row = (i64, i64, String);

/// What came of a flip.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    /// The folder did not open.
    Refused,
    /// The check named these places.
    Named(Vec<String>),
    /// The check found nothing.
    Nothing,
}

fn rows(database: &Path) -> rusqlite::Result<Vec<Row>> {
    let database = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut query = database.prepare("SELECT epoch, seq, json FROM entry ORDER BY epoch, seq")?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect()
}

/// Where the entries' texts lie in the file. A long one is split over pages; its beginning is on one.
fn texts(file: &[u8], rows: &[Row]) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for (epoch, seq, text) in rows {
        let text = text.as_bytes();
        let live = [text, &text[..text.len().min(200)]]
            .iter()
            .find_map(|part| {
                let mut starts = file.windows(part.len()).enumerate();
                starts.find_map(|(at, bytes)| {
                    (bytes == *part && is_live(file, at, rows)).then_some(at..at + part.len())
                })
            });
        let live = live.expect("an entry's text lies in the file");
        found.push((live, format!("entry {epoch}/{seq}")));
    }
    found
}

/// Whether SQLite reads this byte: a page keeps in its empty space what was on it before.
fn is_live(file: &[u8], at: usize, rows_before: &[Row]) -> bool {
    let parent = scratch().unwrap();
    let path = parent.path().join(DATABASE);
    let mut bytes = file.to_vec();
    bytes[at] ^= 1;
    fs::write(&path, bytes).unwrap();
    !rows(&path).is_ok_and(|rows| rows == rows_before)
}

/// Flips bits of one byte in a copy of the folder and looks at it as the app does.
fn flip(folder: &Path, name: &str, at: usize, bits: u8, rows_before: &[Row]) -> Found {
    let parent = scratch().unwrap();
    copy(folder, parent.path()).unwrap();
    let path = parent.path().join(name);
    let mut bytes = fs::read(&path).unwrap();
    bytes[at] ^= bits;
    // An attachment is read-only even to its owner.
    fs::remove_file(&path).unwrap();
    fs::write(&path, &bytes).unwrap();
    let before = files(parent.path()).unwrap();
    let found = look(parent.path());
    let after = files(parent.path()).unwrap();
    for (name, bytes) in &before {
        let kept =
            name.ends_with("-shm") || name.ends_with("-wal") || after.get(name) == Some(bytes);
        assert!(
            kept,
            "{name} was deleted or changed after flipping byte {at}"
        );
    }
    if found == Found::Nothing && name == DATABASE {
        let same = rows(&path).is_ok_and(|rows| rows == rows_before);
        assert!(
            same,
            "an entry changed unseen: byte {at} ^ {bits:#x}, seed {}",
            seed()
        );
    }
    found
}

fn look(folder: &Path) -> Found {
    let Ok(app) = App::open(folder) else {
        return Found::Refused;
    };
    let Ok(checked) = app.call(&Caller::default(), "check_folder", json!({})) else {
        return Found::Refused;
    };
    if checked["ok"] == true {
        return Found::Nothing;
    }
    let defects = checked["defects"].as_array().cloned().unwrap_or_default();
    Found::Named(
        defects
            .iter()
            .filter_map(|defect| defect["where"].as_str().map(str::to_owned))
            .collect(),
    )
}

/// A shop's days with everything in the database file itself.
fn settled() -> (tempfile::TempDir, kaizhang_faults::program::Place) {
    let (parent, place) = base(&["sound set_up", "sound morning", "sound later"]);
    let database = Connection::open(place.folder.join(DATABASE)).unwrap();
    let busy: i64 = database
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .unwrap();
    assert_eq!(busy, 0);
    drop(database);
    assert!(fs::metadata(place.folder.join("kaizhang.db-wal")).map_or(0, |wal| wal.len()) == 0);
    (parent, place)
}

#[test]
fn a_flipped_byte_in_an_entry_is_named() {
    let (_parent, place) = settled();
    let rows = rows(&place.folder.join(DATABASE)).unwrap();
    let texts = texts(&fs::read(place.folder.join(DATABASE)).unwrap(), &rows);
    let mut random = Random::new(seed());
    let (mut named, mut refused) = (0, 0);
    for _ in 0..states(400) {
        let (range, place_name) = &texts[random.between(0, texts.len() - 1)];
        let at = random.between(range.start, range.end - 1);
        let bits = random.between(1, 255) as u8;
        match flip(&place.folder, DATABASE, at, bits, &rows) {
            Found::Refused => refused += 1,
            Found::Named(places) if places.contains(place_name) => named += 1,
            other => panic!(
                "byte {at} of {place_name} ^ {bits:#x}, seed {}: {other:?}",
                seed()
            ),
        }
    }
    eprintln!(
        "flips in {} entries: {named} named, {refused} refused",
        texts.len()
    );
    assert!(named > 0);
}

#[test]
fn a_flipped_byte_anywhere_in_the_database_changes_no_entry_unseen() {
    let (_parent, place) = settled();
    let database = place.folder.join(DATABASE);
    let rows = rows(&database).unwrap();
    let length = fs::read(&database).unwrap().len();
    let mut random = Random::new(seed());
    let (mut named, mut refused, mut nothing) = (0, 0, 0);
    for _ in 0..states(300) {
        let bits = random.between(1, 255) as u8;
        match flip(
            &place.folder,
            DATABASE,
            random.between(0, length - 1),
            bits,
            &rows,
        ) {
            Found::Refused => refused += 1,
            Found::Named(_) => named += 1,
            Found::Nothing => nothing += 1,
        }
    }
    eprintln!(
        "flips anywhere in the database: {named} named, {refused} refused, {nothing} in empty space"
    );
    assert!(named > 0);
}

#[test]
fn a_flipped_byte_in_an_attachment_is_named() {
    let (_parent, place) = settled();
    let all = files(&place.folder).unwrap();
    let blobs = all
        .iter()
        .filter(|(name, bytes)| name.starts_with("blobs/") && !bytes.is_empty());
    let mut random = Random::new(seed());
    let mut count = 0;
    for (name, bytes) in blobs {
        let at = random.between(0, bytes.len() - 1);
        let found = flip(&place.folder, name, at, 1 << random.between(0, 7), &[]);
        assert_eq!(found, Found::Named(vec![name.clone()]));
        count += 1;
    }
    assert!(count >= 3, "{count} attachments");
}
