//! Bad input: refused with its code, an exit code, a message, and nothing written.

use std::path::Path;

use crate::{Place, finish, item};

#[test]
fn marks_that_cannot_be_are_refused() {
    let place = Place::new();
    let before = place.done(&["fsck"]);
    let params = place.refused(&["mark", "coffee", "pass"], 1, "item_unknown");
    assert_eq!(params["item"], "coffee");
    let number = |value| ["mark", "network-data-left", "pass", "--value", value];
    for value in ["-1", "1000.5", "999999999999"] {
        let params = place.refused(&number(value), 1, "value_out_of_range");
        assert_eq!(
            (&params["min"], &params["unit"]),
            (&0.0.into(), &"GB".into())
        );
    }
    for value in ["abc", "1e3", "NaN", "1,5", "１２", "12 GB", "--json"] {
        place.refused(&number(value), 1, "value_unreadable");
    }
    place.refused(&["mark", "network-data-left", "pass"], 1, "value_needed");
    place.refused(
        &["mark", "account-normal", "pass", "--value", "1"],
        1,
        "value_not_wanted",
    );
    place.refused(
        &["mark", "limits-qr-kind", "pass", "--value", "gold"],
        1,
        "choice_unknown",
    );
    place.refused(&["mark", "machine-untampered", "fail"], 1, "note_needed");
    place.refused(&["mark", "machine-photo", "pass"], 1, "photo_needed");
    let params = place.refused(
        &["mark", "cash-float", "pass", "--value", "900"],
        1,
        "cash_off_target_needs_note",
    );
    assert_eq!(
        (&params["total_fen"], &params["target_fen"]),
        (&90_000.into(), &50_000.into())
    );
    place.refused(
        &["mark", "account-normal", "pass", "--till", "till-9"],
        1,
        "till_unknown",
    );
    assert_eq!(place.done(&["fsck"]), before);
}

#[test]
fn texts_that_would_not_read_as_written_are_refused() {
    let place = Place::new();
    let fail = |note| ["mark", "upkeep-paper", "fail", "--note", note];
    let long = "字".repeat(100_000);
    // A single argument of more than 128 KiB does not reach a program on Linux; this one is longer,
    // so it comes through standard input.
    let input = format!(r#"{{"item":"upkeep-paper","result":"fail","note":"{long}"}}"#);
    let run = finish(
        &mut place.command(&["call", "mark_item", "-", "--json"]),
        input.as_bytes(),
    );
    assert_eq!(run.code, 1);
    assert_eq!(run.refusal()["code"], "note_too_long");
    assert_eq!(run.refusal()["params"]["length"], 100_000);
    let shorter = "x".repeat(100_000);
    place.refused(&fail(&shorter), 1, "note_too_long");
    for note in ["a\u{7}b", "a\u{1b}[31mb", "gpj.\u{202E}exe", "\u{2066}x"] {
        let params = place.refused(&fail(note), 1, "text_has_control");
        assert_eq!(params["field"], "note");
    }
    let nul = r#"{"item":"upkeep-paper","result":"fail","note":"a\u0000b"}"#;
    place.refused(&["call", "mark_item", nul], 1, "text_has_control");
    place.refused(&["today", "--staff", "a\u{9b}b"], 1, "text_has_control");
    let today = place.done(&fail("👩‍👩‍👧 ok"));
    assert_eq!(item(&today, "upkeep-paper")["note"], "👩‍👩‍👧 ok");
}

#[test]
fn files_that_cannot_be_attached_are_refused() {
    let place = Place::new();
    let attach = |path: &str| {
        let line = ["mark", "machine-photo", "pass", "--attach", path];
        line.map(str::to_owned).to_vec()
    };
    let refused = |path: &str, code| {
        let line = attach(path);
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        place.refused(&line, 1, code)
    };
    let folder = place.data().parent().unwrap().to_str().unwrap().to_owned();
    for path in [folder.as_str(), "/nowhere/at/all.png", ""] {
        let params = refused(path, "attachment_unreadable");
        assert_eq!(params["path"], path);
    }
    if Path::new("/dev/zero").exists() {
        refused("/dev/zero", "attachment_unreadable");
        // A pipe without a writer would be waited for for ever.
        let pipe = format!("{folder}/pipe");
        let made = std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap();
        assert!(made.success());
        refused(&pipe, "attachment_unreadable");
    }
    refused(&place.file("empty.png", b""), "attachment_empty");
    let big = place.file("big.bin", b"x");
    let file = std::fs::File::options().write(true).open(&big).unwrap();
    file.set_len((32 << 20) + 1).unwrap();
    assert_eq!(refused(&big, "attachment_too_large")["limit_mib"], 32);
    assert_eq!(place.done(&["today"])["state"], "due");
    assert_eq!(place.done(&["fsck"])["ok"], true);
}

#[test]
fn days_and_json_that_cannot_be_read_are_refused() {
    let place = Place::new();
    for day in [
        "yesterday",
        "2026-02-30",
        "2026-1-2",
        "",
        "2026-11-23T00:00:00Z",
    ] {
        place.refused(&["today", "--day", day], 1, "day_unreadable");
        place.refused(&["history", "--from", day], 1, "day_unreadable");
        place.refused(&["history", "--to", day], 1, "day_unreadable");
    }
    for json in [
        "{",
        "",
        "nonsense",
        r#"{"till":}"#,
        "[1,2]",
        r#"{"surprise":1}"#,
        "{} {}",
    ] {
        place.refused(&["call", "show_today", json], 1, "input_invalid");
    }
    place.refused(&["call", "mark_item"], 1, "input_invalid");
    place.refused(&["call", "mark_item", "-"], 1, "input_invalid");
    let params = place.refused(&["call", "make_coffee"], 1, "command_unknown");
    assert_eq!(params["name"], "make_coffee");
    let deep = "[".repeat(100_000);
    place.refused(&["call", "show_today", &deep], 1, "input_invalid");
    let run = finish(
        &mut place.command(&["call", "mark_item", "-", "--json"]),
        b"{\"item\":\"\xFF\"}",
    );
    assert_eq!(
        (run.code, &run.refusal()["code"]),
        (1, &"input_invalid".into())
    );
}

#[test]
fn a_demo_only_goes_into_an_empty_folder() {
    let place = Place::new();
    place.refused(
        &["demo", "--days", "0", "--seed", "1"],
        1,
        "demo_days_out_of_range",
    );
    place.refused(
        &["demo", "--days", "99999", "--seed", "1"],
        1,
        "demo_days_out_of_range",
    );
    place.refused(
        &["demo", "--days", "1", "--seed", "1", "--until", "soon"],
        1,
        "day_unreadable",
    );
    place.done(&["demo", "--days", "2", "--seed", "1"]);
    let before = place.done(&["fsck"]);
    place.refused(
        &["demo", "--days", "2", "--seed", "1"],
        1,
        "demo_needs_empty_folder",
    );
    assert_eq!(place.done(&["fsck"]), before);
    let own = Place::new();
    own.done(&["today"]);
    own.refused(
        &["demo", "--days", "2", "--seed", "1"],
        1,
        "demo_needs_empty_folder",
    );
}

#[test]
fn wrong_usage_is_exit_two() {
    let place = Place::new();
    for line in [
        &[][..],
        &["tody"],
        &["today", "--fast"],
        &["mark"],
        &["mark", "account-normal"],
        &["mark", "account-normal", "fine"],
        &["demo", "--days", "1"],
        &["demo", "--days", "x", "--seed", "1"],
        &["demo", "--days", "1", "--seed", "-1"],
        &["today", "--lang", "fr"],
        &["history", "--limit", "0"],
        &["call"],
        &["help", "nothing"],
    ] {
        place.refused(line, 2, "usage");
        let run = place.run(line);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{run:?}");
        assert!(run.err.contains("--help"), "{run:?}");
    }
    assert!(!place.data().exists());
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_wrong_usage() {
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new();
    let broken = std::ffi::OsStr::from_bytes(b"a\xFFb");
    for before in [
        &["mark", "upkeep-paper", "fail", "--note"][..],
        &["today", "--data"],
        &[],
    ] {
        let run = finish(place.command(before).arg(broken), b"");
        assert_eq!(run.code, 2, "{run:?}");
    }
    let mut command = place.command(&["--help"]);
    command.env("KAIZHANG_LANG", broken).env("LC_ALL", broken);
    assert_eq!(finish(&mut command, b"").code, 0);
    let mut command = std::process::Command::new(crate::program());
    command
        .arg("today")
        .env("KAIZHANG_DATA", place.around.path().join(broken));
    assert_eq!(finish(&mut command, b"").code, 2);
}
