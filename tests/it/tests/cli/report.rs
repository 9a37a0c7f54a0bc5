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
