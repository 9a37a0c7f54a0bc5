//! Big files handed over piece by piece: whole or not at all, one at a time, and nothing left lying about.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and makes files as others leave them"
)]

use std::fs;
use std::path::Path;
use std::time::Duration;

use kaizhang_app::{App, Caller, PIECE_LIMIT, Piece, Refusal};
use serde_json::{Value, json};

fn hand_over(app: &App, file: Option<&str>, at: u64, bytes: &[u8]) -> Result<Value, Refusal> {
    let piece = Piece {
        file,
        name: "C:\\包\\争议 6222021234567890128.zip",
        at,
    };
    app.hand_over(&Caller::default(), &piece, &mut &*bytes)
}

/// Files of that kind in the data folder, locks left out.
fn lying(folder: &Path) -> Vec<Vec<u8>> {
    let Ok(names) = fs::read_dir(folder.join("handed")) else {
        return Vec::new();
    };
    names
        .map(|name| name.unwrap().path())
        .filter(|path| path.extension().is_none())
        .map(|path| fs::read(path).unwrap())
        .collect()
}

fn code(answer: Result<Value, Refusal>) -> String {
    answer.unwrap_err().code
}

#[test]
fn a_file_comes_piece_by_piece_and_goes_when_it_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(folder.path()).unwrap();
    let first = hand_over(&app, None, 0, b"one ").unwrap();
    let id = first["file"].as_str().unwrap();
    assert_eq!(first["bytes"], 4);
    assert_eq!(hand_over(&app, Some(id), 4, b"two").unwrap()["bytes"], 7);
    assert_eq!(lying(folder.path()), [b"one two"]);
    // A piece that comes twice, or too early, changes nothing.
    assert_eq!(
        code(hand_over(&app, Some(id), 4, b"two")),
        "handed_out_of_order"
    );
    assert_eq!(
        code(hand_over(&app, Some(id), 99, b"x")),
        "handed_out_of_order"
    );
    assert_eq!(lying(folder.path()), [b"one two"]);
    assert_eq!(
        code(hand_over(&app, Some("another"), 7, b"x")),
        "handed_unknown"
    );
    let drop = json!({ "file": id });
    app.call(&Caller::default(), "drop_handed", drop).unwrap();
    assert!(lying(folder.path()).is_empty());
    assert_eq!(code(hand_over(&app, Some(id), 7, b"x")), "handed_unknown");
}

#[test]
fn there_is_one_at_a_time_and_none_after_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(folder.path()).unwrap();
    hand_over(&app, None, 0, b"first").unwrap();
    hand_over(&app, None, 0, b"second").unwrap();
    assert_eq!(lying(folder.path()), [b"second"]);
    // Whoever opens the folder beside us leaves alone what we hold.
    drop(App::open(folder.path()).unwrap());
    assert_eq!(lying(folder.path()), [b"second"]);
    drop(app);
    assert!(lying(folder.path()).is_empty());
}

#[test]
fn what_a_killed_window_left_goes_with_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    drop(App::open(folder.path()).unwrap());
    let left = folder.path().join("handed");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("one"), "half").unwrap();
    fs::write(left.join("one.lock"), "").unwrap();
    drop(App::open(folder.path()).unwrap());
    assert_eq!(fs::read_dir(&left).unwrap().count(), 0);
}

#[test]
fn a_piece_is_never_longer_than_its_limit() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(folder.path()).unwrap();
    let long = vec![7; PIECE_LIMIT as usize + 1];
    assert_eq!(
        hand_over(&app, None, 0, &long).unwrap()["bytes"],
        PIECE_LIMIT
    );
}

/// A bag of nobody in particular, which is whole.
fn bag(at: &Path) {
    fs::create_dir_all(at.join("data")).unwrap();
    let sum = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    let version = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    fs::write(at.join("bagit.txt"), version).unwrap();
    fs::write(
        at.join("manifest-sha256.txt"),
        format!("{sum}  data/hello.txt\n"),
    )
    .unwrap();
    fs::write(at.join("data/hello.txt"), "hello").unwrap();
}

fn check(app: &App, input: Value) -> Result<Value, Refusal> {
    app.call(&Caller::default(), "start_verify", input)?;
    app.finish_work(Duration::from_millis(5), |_| ())
}

#[test]
fn a_pack_is_checked_from_its_path_and_from_what_was_handed_over() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&folder.path().join("data")).unwrap();
    let at = folder.path().join("bag");
    bag(&at);
    let found = check(&app, json!({ "path": at })).unwrap();
    assert_eq!(
        (&found["kind"], &found["ok"], &found["pack"]),
        (&json!("check_pack"), &json!(true), &json!(false))
    );
    assert_eq!(
        (&found["name"], &found["files"], &found["bytes"]),
        (&json!("bag"), &json!(1), &json!(5))
    );
    fs::write(at.join("data/hello.txt"), "Hello").unwrap();
    let found = check(&app, json!({ "path": format!("\"{}\"", at.display()) })).unwrap();
    assert_eq!(
        (&found["ok"], &found["defects"][0]["kind"]),
        (&json!(false), &json!("altered"))
    );
    assert_eq!(found["defects"][0]["path"], "data/hello.txt");
    // Nobody signed it, so it is not by the key that somebody has on paper.
    let key = json!({ "path": at, "key": "SHA256:HR9/F9jDvsoCQ0RBr6Vn5mWPVr1wGvFSRuWGRKUDFPo" });
    assert_eq!(check(&app, key).unwrap()["key_fits"], false);
    assert_eq!(
        code(check(&app, json!({ "path": at.join("gone") }))),
        "pack_unreadable"
    );
    assert_eq!(
        code(check(&app, json!({ "path": "bag" }))),
        "path_not_whole"
    );
    assert_eq!(code(check(&app, json!({}))), "path_not_whole");
    assert_eq!(
        code(check(&app, json!({ "file": "another" }))),
        "handed_unknown"
    );
    // What was handed over is there while it is looked into, and gone afterwards.
    let zip = zip_of_one(
        "bagit.txt",
        b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    );
    let handed = hand_over(&app, None, 0, &zip).unwrap();
    let found = check(&app, json!({ "file": handed["file"] })).unwrap();
    assert_eq!(found["name"], "争议 622202*********0128.zip", "{found:#}");
    assert_eq!(found["defects"][0]["kind"], "missing", "{found:#}");
    assert!(lying(&folder.path().join("data")).is_empty());
    let handed = hand_over(&app, None, 0, b"no zip").unwrap();
    assert_eq!(
        code(check(&app, json!({ "file": handed["file"] }))),
        "not_a_pack"
    );
    assert!(lying(&folder.path().join("data")).is_empty());
}

/// A zip of one file, stored, written by hand.
fn zip_of_one(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
        }
    }
    let (crc, long, name) = (
        (!crc).to_le_bytes(),
        (bytes.len() as u32).to_le_bytes(),
        name.as_bytes(),
    );
    let name_long = (name.len() as u16).to_le_bytes();
    let common = [
        &[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0],
        &crc[..],
        &long,
        &long,
        &name_long,
        &[0, 0],
    ]
    .concat();
    let local = [b"PK\x03\x04", &common[..], name, bytes].concat();
    let central = [b"PK\x01\x02\x14\0", &common[..], &[0; 14], name].concat();
    let (at, size) = (
        (local.len() as u32).to_le_bytes(),
        (central.len() as u32).to_le_bytes(),
    );
    let end = [
        b"PK\x05\x06",
        &[0, 0, 0, 0, 1, 0, 1, 0][..],
        &size,
        &at,
        &[0, 0],
    ]
    .concat();
    [local, central, end].concat()
}
