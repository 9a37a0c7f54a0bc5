//! What is longer than it can be: refused while it is read, and whoever waits can stop it everywhere.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use kaizhang_evidence::read::NotAPack;
use kaizhang_evidence::verify::{Report, Wanted, verify};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::sample::{Sample, keep, unpack};

const DECLARED: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

fn ask(bag: &Path) -> Report {
    verify(bag, &Wanted::default(), &|_, _| true).unwrap()
}

fn bag(files: &[(&str, String)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    keep(&folder.path().join("bagit.txt"), DECLARED.as_bytes());
    keep(&folder.path().join("data/a"), b"hello");
    for (name, text) in files {
        keep(&folder.path().join(name), text.as_bytes());
    }
    folder
}

fn line(bytes: &[u8], name: &str) -> String {
    format!("{}  {name}\n", hex::encode(Sha256::digest(bytes)))
}

#[test]
fn bad_lines_are_counted_and_the_first_are_told() {
    let bad = format!("{}{}", "\n".repeat(3_000), line(b"hello", "data/a"));
    let folder = bag(&[
        ("manifest-sha256.txt", bad),
        ("fetch.txt", "\n".repeat(500)),
    ]);
    let report = ask(folder.path());
    assert_eq!(report.defects.len(), 1_000);
    assert_eq!(report.untold, 2_500);
    for (at, defect) in report.defects.iter().enumerate() {
        assert_eq!(defect.path, format!("manifest-sha256.txt:{}", at + 1));
        assert_eq!((defect.kind, defect.why), ("malformed", "line_no_hash"));
    }
    // A good line behind them counts all the same: its file is not called extra.
    let few = format!("\r\r\n\n{}", line(b"hello", "data/a"));
    let report = ask(bag(&[("manifest-sha256.txt", few)]).path());
    let paths: Vec<&str> = report.defects.iter().map(|defect| &*defect.path).collect();
    assert_eq!(
        paths,
        [
            "manifest-sha256.txt:1",
            "manifest-sha256.txt:2",
            "manifest-sha256.txt:3"
        ]
    );
}

/// Names of all manifests together: more files than are looked at, under every hash, are not held.
#[test]
fn more_names_than_can_be_files() {
    let lines = |hash: &str| {
        let names = (0..505_000).map(|at| format!("{hash}  data/{at}\n"));
        names.collect::<String>()
    };
    let one = ("manifest-md5.txt", lines(&"0".repeat(32)));
    let other = ("manifest-sha1.txt", lines(&"0".repeat(40)));
    let report = ask(bag(std::slice::from_ref(&one)).path());
    assert_eq!(report.defects.len() as u64 + report.untold, 505_001);
    let both = bag(&[one, other]);
    let refused = verify(both.path(), &Wanted::default(), &|_, _| true);
    assert!(refused.unwrap_err().to_string().contains("too many files"));
}

#[test]
fn missing_and_extra_files_find_one_another() {
    let mut files = Vec::new();
    let mut manifest = String::new();
    for at in 0..40 {
        // Ten contents, four times each.
        let bytes = format!("{}", at % 10);
        manifest += &line(bytes.as_bytes(), &format!("data/old-{at:02}"));
        files.push((format!("data/new-{at:02}"), bytes));
    }
    manifest += &line(b"gone", "data/gone");
    manifest += &line(b"hello", "data/a");
    files.push(("data/more".to_owned(), "1".to_owned()));
    files.push(("manifest-sha256.txt".to_owned(), manifest));
    let files: Vec<(&str, String)> = files.iter().map(|(a, b)| (&**a, b.clone())).collect();
    let report = ask(bag(&files).path());
    let found: Vec<(&str, String)> = report
        .defects
        .iter()
        .map(|one| (one.kind, format!("{} {}", one.path, one.detail)))
        .collect();
    let mut wanted = vec![("missing", "data/gone a manifest lists it".to_owned())];
    // The first of its content goes to the first that misses it.
    wanted.extend((0..40).map(|at| {
        let told = format!("data/old-{at:02} it is there as data/new-{at:02}");
        ("renamed", told)
    }));
    // Of the five with this content, the one whose name comes first of all is taken.
    let ones: Vec<usize> = (0..40).filter(|at| at % 10 == 1).collect();
    for (nth, at) in ones.iter().enumerate() {
        let taken = match nth {
            0 => "data/more".to_owned(),
            _ => format!("data/new-{:02}", ones[nth - 1]),
        };
        wanted[1 + at].1 = format!("data/old-{at:02} it is there as {taken}");
    }
    wanted.push(("extra", "data/new-31 no manifest lists it".to_owned()));
    assert_eq!(found, wanted);
}

/// What is found in `proofs.json` with this text in it.
fn in_proofs(text: &str) -> Vec<(&'static str, String)> {
    let folder = TempDir::new().unwrap();
    let bag = unpack(&Sample::new(None).bytes(), folder.path());
    keep(&bag.join("data/proofs.json"), text.as_bytes());
    let found = ask(&bag).defects.into_iter();
    // That the file itself is another than was signed is told as well.
    let in_proofs = found.filter(|one| one.path == "data/proofs.json" && one.why != "other_hash");
    in_proofs.map(|one| (one.why, one.detail)).collect()
}

#[test]
fn lists_of_proofs_end() {
    let folder = TempDir::new().unwrap();
    let bag = unpack(&Sample::new(None).bytes(), folder.path());
    let good: Value =
        serde_json::from_slice(&std::fs::read(bag.join("data/proofs.json")).unwrap()).unwrap();
    let hash = "00".repeat(32);
    let log = |anchors: usize| {
        let anchor = json!({ "checkpoint": "none", "token": "none", "proof": [] });
        json!({ "checkpoint": "none", "key": "none", "anchors": vec![anchor; anchors] })
    };
    let logs = |logs: Vec<Value>| format!("{{\"v\":1,\"logs\":{},\"entries\":[", json!(logs));
    let entry = |hashes: usize| json!({ "log": 0, "seq": 0, "proof": vec![&hash; hashes] });
    let few = logs(vec![log(1)]);
    let long = |what: &str| {
        let from = format!("\"{what}\":\"none\"");
        few.replace(&from, &format!("\"{what}\":\"{}\"", "x".repeat(5_000))) + "]}"
    };
    // As many good ones as there may be, and one more.
    let whole = |times| logs(vec![good["logs"][0].clone(); times]) + "]}";
    assert_eq!(in_proofs(&whole(1_000)), []);
    for (text, code, part) in [
        (whole(1_001), "too_long", "too long"),
        (
            logs(vec![log(257)]) + "]}",
            "proofs_unreadable",
            "more than 256",
        ),
        (
            logs(vec![log(129), log(128)]) + "]}",
            "too_long",
            "too long",
        ),
        (
            format!("{few}{}]}}", entry(66)),
            "proofs_unreadable",
            "more than 65",
        ),
        (long("token"), "proofs_unreadable", "too long"),
        (long("key"), "proofs_unreadable", "too long"),
        (
            format!("{few}],\"more\":{}", "[".repeat(1_000)),
            "proofs_unreadable",
            "more than proofs",
        ),
    ] {
        let found = in_proofs(&text);
        let named = |(why, detail): &(&str, String)| *why == code && detail.contains(part);
        assert!(found.iter().any(named), "{part}: {found:?}");
    }
}

/// How often it is asked whether to go on, and how often of these when all files were hashed; and that each of these times
/// a no is heard.
fn asked(path: &Path) -> (usize, usize) {
    let (times, behind) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let counting = |done, total| {
        times.fetch_add(1, Ordering::Relaxed);
        behind.fetch_add(usize::from(done == total), Ordering::Relaxed);
        true
    };
    verify(path, &Wanted::default(), &counting).unwrap();
    let times = times.into_inner();
    for last in 0..times {
        let so_far = AtomicUsize::new(0);
        let until = |_, _| so_far.fetch_add(1, Ordering::Relaxed) < last;
        let stopped = verify(path, &Wanted::default(), &until);
        assert!(
            matches!(stopped, Err(NotAPack::Stopped)),
            "{last} of {times}"
        );
    }
    (times, behind.into_inner())
}

#[test]
fn every_long_loop_can_be_stopped() {
    let good = line(b"hello", "data/a");
    let manifest = ("manifest-sha256.txt", good.clone());
    let (plain, _) = asked(bag(std::slice::from_ref(&manifest)).path());
    let more = |files: &[(&str, String)]| asked(bag(files).path()).0 - plain;
    let bad = format!("{good}{}", "\n".repeat(5_120));
    assert!(more(&[("manifest-sha256.txt", bad)]) >= 5);
    assert!(more(&[manifest.clone(), ("fetch.txt", "\n".repeat(5_120))]) >= 5);
    // Read, compared, and told one by one.
    let listed: String = (0..5_120)
        .map(|at| line(b"x", &format!("data/{at}")))
        .collect();
    assert!(more(&[("manifest-sha256.txt", good.clone() + &listed)]) >= 15);
    let empty: Vec<String> = (0..40).map(|at| format!("data/empty-{at}")).collect();
    let empty = empty.iter().map(|name| (&**name, String::new()));
    let empty: Vec<_> = empty.chain([manifest.clone()]).collect();
    assert!(more(&empty) >= 40);
    // Tag files: each by itself, and those that are not there.
    let tags: String = (0..5_120)
        .map(|at| line(b"x", &format!("no/{at}")))
        .collect();
    let tags = line(DECLARED.as_bytes(), "bagit.txt") + &tags;
    assert!(more(&[manifest, ("tagmanifest-sha256.txt", tags)]) >= 11);

    let mut sample = Sample::new(None);
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("pack.zip");
    keep(&path, &sample.bytes());
    let (_, few) = asked(&path);
    for place in 0..5_120 {
        sample.ledgers[0].append("incident_noted", json!({ "words": "again" }));
        sample.chosen.push((0, 20 + place));
    }
    sample.chosen.sort_unstable();
    keep(&path, &sample.bytes());
    assert!(asked(&path).1 >= few + 5);
}
