//! `report`: files for somebody else, by their ending.

use serde_json::json;

use crate::Place;

fn shop() -> Place {
    let place = Place::new();
    place.done(&["demo", "--days", "40", "--seed", "7"]);
    place
}

#[test]
fn a_file_is_what_its_ending_says() {
    let place = shop();
    let at = |name: &str| place.around.path().join(name).to_str().unwrap().to_owned();
    for (args, name, begins) in [
        (vec!["day", "2026-10-30"], "day.pdf", &b"%PDF-"[..]),
        (vec!["month", "2026-10", "--both"], "month.PDF", b"%PDF-"),
        (vec!["month", "2026-10"], "month.xlsx", b"PK\x03\x04"),
        (
            vec!["openings", "--from", "2026-10-01"],
            "list.csv",
            b"\xef\xbb\xbf",
        ),
        (vec!["receipts", "2026-10"], "october.csv", b"\xef\xbb\xbf"),
        (vec!["key"], "key.pdf", b"%PDF-"),
        (vec!["dispute", "1"], "case.pdf", b"%PDF-"),
        (vec!["range", "2026-10"], "range.xlsx", b"PK\x03\x04"),
    ] {
        let path = at(name);
        let made = place.done(&[&["report"], &args[..], &["--out", &path]].concat());
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.starts_with(begins), "{name}");
        assert_eq!(made, json!({ "path": path, "bytes": bytes.len() }));
    }
    let csv = std::fs::read_to_string(at("list.csv")).unwrap();
    assert!(
        csv.contains("2026-10-31") && csv.contains("In time"),
        "{csv}"
    );
    // Of October, and of nothing else.
    let october = std::fs::read_to_string(at("october.csv")).unwrap();
    let rows: Vec<&str> = october.lines().skip(1).collect();
    assert!(!rows.is_empty(), "{october}");
    assert!(
        rows.iter().all(|row| row.contains(",2026-10-")),
        "{october}"
    );
    let spoken = place.run(&["report", "receipts", "--out", &at("r.csv")]);
    assert!(
        spoken.out.contains("Saved: ") && spoken.out.contains("r.csv"),
        "{spoken:?}"
    );
}

#[test]
fn what_is_wrong_is_told_apart() {
    let place = shop();
    let out = place.around.path().join("x.pdf");
    let out = out.to_str().unwrap();
    let wrong_ending = place.script(&["report", "day", "2026-10-30", "--out", "x.docx"]);
    assert_eq!(wrong_ending.code, 2, "{wrong_ending:?}");
    assert_eq!(place.script(&["report", "weather", "--out", out]).code, 2);
    assert_eq!(place.script(&["report", "day", "2026-10-30"]).code, 2);
    place.refused(
        &["report", "month", "2026-13", "--out", out],
        1,
        "month_unreadable",
    );
    place.refused(
        &["report", "incident", "99", "--out", out],
        1,
        "incident_unknown",
    );
    let inside = place.database();
    let inside = inside.with_extension("pdf");
    let args = [
        "report",
        "day",
        "2026-10-30",
        "--out",
        inside.to_str().unwrap(),
    ];
    place.refused(&args, 1, "report_not_written");
    assert!(!std::path::Path::new(out).exists() && !inside.exists());
}

/// A script that named a till or days must not be given all of them with a good conscience.
#[test]
fn what_a_report_cannot_use_is_wrong_usage() {
    let place = shop();
    let at = |name: &str| place.around.path().join(name).to_str().unwrap().to_owned();
    let check = |args: &[&str], name: &str, code: &str, words: &str| {
        let out = at(name);
        let line = [&["report"], args, &["--out", &out]].concat();
        let script = place.script(&line);
        assert_eq!((script.code, &script.refusal()["code"]), (2, &code.into()));
        let spoken = place.run(&line);
        assert_eq!(spoken.code, 2, "{spoken:?}");
        assert!(spoken.err.contains(words), "{spoken:?}");
        assert!(!std::path::Path::new(&out).exists(), "{line:?}");
    };
    let from = ["month", "2026-10", "--from", "2026-10-03"];
    check(
        &from,
        "x.pdf",
        "report_days_unused",
        "first and the last day",
    );
    let to = ["receipts", "2026-10", "--to", "2026-10-03"];
    check(&to, "x.csv", "report_days_unused", "first and the last day");
    let till = ["month", "2026-10", "--till", "till-1"];
    check(&till, "x.pdf", "report_till_unused", "one till");
    check(
        &["receipts", "--till", "till-1"],
        "x.xlsx",
        "report_till_unused",
        "one till",
    );
    check(
        &["key", "7"],
        "x.pdf",
        "report_which_unused",
        "“7” means nothing",
    );
    check(&["receipts", "--both"], "x.xlsx", "usage", "--both");
    check(&["day", "2026-10-30", "--both"], "x.csv", "usage", "--both");
    // What it can use is used.
    for args in [
        ["day", "2026-10-30", "--till", "till-1"],
        ["range", "2026-10-30", "--lang", "zh"],
    ] {
        place.done(&[&["report"], &args[..], &["--out", &at("y.pdf")]].concat());
    }
}

#[test]
fn without_a_font_there_is_no_report() {
    let place = shop();
    let out = place.around.path().join("x.pdf");
    let args = [
        "report",
        "day",
        "2026-10-30",
        "--json",
        "--out",
        out.to_str().unwrap(),
    ];
    let mut command = place.command(&args);
    let run = crate::finish(command.env("KAIZHANG_FONTS", place.around.path()), b"");
    assert_eq!(
        (run.code, run.refusal()["code"].as_str()),
        (1, Some("report_no_font"))
    );
    assert!(!out.exists());
    // A list needs none.
    let out = place.around.path().join("x.xlsx");
    let args = [
        "report",
        "openings",
        "--json",
        "--out",
        out.to_str().unwrap(),
    ];
    let mut command = place.command(&args);
    let run = crate::finish(command.env("KAIZHANG_FONTS", place.around.path()), b"");
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn without_a_place_it_stands_among_the_documents_and_never_over_another() {
    let place = shop();
    let documents = place.around.path().join("文档");
    let input = json!({ "what": "receipts", "format": "csv" }).to_string();
    for name in ["kaizhang-receipts.csv", "kaizhang-receipts-2.csv"] {
        let mut command = place.command(&["call", "make_report", &input]);
        let run = crate::finish(command.env("KAIZHANG_DOCUMENTS", &documents), b"");
        let path = documents.join("Kaizhang").join(name);
        assert_eq!(run.json()["path"].as_str(), path.to_str(), "{run:?}");
        assert!(path.exists());
    }
}
