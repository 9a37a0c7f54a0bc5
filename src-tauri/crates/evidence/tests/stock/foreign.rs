//! Bags of other programs: for each the right answer, and bagit-python's beside it.

use std::path::Path;

use kaizhang_evidence::verify::{Report, Wanted, verify};
use sha2::{Digest, Sha256, Sha512};
use tempfile::TempDir;

use crate::handmade::{bagit as bagit_row, read, row, zip};
use crate::packs::bagit;
use crate::sample::keep;

const DECLARED: &[u8] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// The declaration of the version before 1.0.
const OLD: (&str, &[u8]) = (
    "bagit.txt",
    b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n",
);

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn sha512(bytes: &[u8]) -> String {
    hex::encode(Sha512::digest(bytes))
}

/// A bag of one file, with these files put in their places.
fn bag(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    let manifest = format!("{}  data/a.txt\n", sha256(b"hello"));
    let usual: [(&str, &[u8]); 3] = [
        ("bagit.txt", DECLARED),
        ("data/a.txt", b"hello"),
        ("manifest-sha256.txt", manifest.as_bytes()),
    ];
    for (name, bytes) in usual.iter().chain(files) {
        keep(&folder.path().join(name), bytes);
    }
    folder
}

fn ask(folder: &Path) -> Report {
    verify(folder, &Wanted::default(), &|_, _| true).unwrap()
}

/// Whether a bag is valid, said by both.
#[track_caller]
fn check(files: &[(&str, &[u8])], valid: bool) {
    both(bag(files).path(), valid);
}

#[track_caller]
fn both(folder: &Path, valid: bool) {
    let report = ask(folder);
    assert_eq!(report.ok, valid, "{:?}", report.defects);
    assert!(!report.pack && report.signed_by.is_none());
    let (stock, said) = bagit(folder);
    assert_eq!(stock, valid, "bagit-python: {said}");
}

/// The same where bagit-python is known to say otherwise, or leaves it open.
#[track_caller]
fn ours_alone(files: &[(&str, &[u8])], kind: Option<&str>) {
    let folder = bag(files);
    let report = ask(folder.path());
    let kinds: Vec<&str> = report.defects.iter().map(|defect| defect.kind).collect();
    assert_eq!(kinds.first().copied(), kind, "{:?}", report.defects);
}

#[test]
fn bags_of_every_kind() {
    check(&[], true);
    check(&[("data/a.txt", b"hellp")], false);
    check(&[("data/b.txt", b"more")], false);
    check(
        &[("notes.txt", b"a tag file that nobody lists is allowed")],
        true,
    );
    let upper = format!("{}  data/a.txt\n", sha256(b"hello").to_uppercase());
    check(&[("manifest-sha256.txt", upper.as_bytes())], true);
    let starred = format!("{} *data/a.txt\r\n", sha256(b"hello"));
    check(&[("manifest-sha256.txt", starred.as_bytes())], true);
    let dotted = format!("{}  ./data/a.txt", sha256(b"hello"));
    check(&[("manifest-sha256.txt", dotted.as_bytes())], true);
    let both = format!("{}  data/a.txt\n", sha512(b"hello"));
    check(&[("manifest-sha512.txt", both.as_bytes())], true);
    let wrong = format!("{}  data/a.txt\n", sha512(b"hellp"));
    check(&[("manifest-sha512.txt", wrong.as_bytes())], false);
    check(
        &[(
            "manifest-md5.txt",
            b"5d41402abc4b2a76b9719d911017c592  data/a.txt\n",
        )],
        true,
    );
    check(
        &[(
            "manifest-sha1.txt",
            b"aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d  data/a.txt\n",
        )],
        true,
    );
    check(
        &[(
            "manifest-md5.txt",
            b"00000000000000000000000000000000  data/a.txt\n",
        )],
        false,
    );
}

#[test]
fn names_that_manifests_escape() {
    let one = format!(
        "{}  data/a.txt\n{}  data/100%25.txt\n",
        sha256(b"hello"),
        sha256(b"x")
    );
    ours_alone(
        &[
            ("manifest-sha256.txt", one.as_bytes()),
            ("data/100%.txt", b"x"),
        ],
        None,
    );
    let new_line = format!(
        "{}  data/a.txt\n{}  data/two%0Alines.txt\n",
        sha256(b"hello"),
        sha256(b"x")
    );
    check(
        &[
            ("manifest-sha256.txt", new_line.as_bytes()),
            ("data/two\nlines.txt", b"x"),
        ],
        true,
    );
    let chinese = format!(
        "{}  data/a.txt\n{}  data/小票 1.txt\n",
        sha256(b"hello"),
        sha256(b"x")
    );
    check(
        &[
            ("manifest-sha256.txt", chinese.as_bytes()),
            ("data/小票 1.txt", b"x"),
        ],
        true,
    );
}

#[test]
fn what_stands_above_the_payload() {
    check(
        &[(
            "bag-info.txt",
            b"Payload-Oxum: 5.1\nContact-Name: Wang\n  of the shop\n",
        )],
        true,
    );
    check(&[("bag-info.txt", b"Payload-Oxum: 6.1\n")], false);
    check(
        &[(
            "bagit.txt",
            b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n",
        )],
        true,
    );
    check(&[("bagit.txt", b"BagIt-Version: 1.0\n")], false);
    check(&[("bagit.txt", b"")], false);
    let tags = format!("{}  bagit.txt\n", sha256(DECLARED));
    check(&[("tagmanifest-sha256.txt", tags.as_bytes())], true);
    let tags = format!("{}  bagit.txt\n", sha256(b"other"));
    check(&[("tagmanifest-sha256.txt", tags.as_bytes())], false);
    let gone = format!("{}  gone.txt\n", sha256(b"x"));
    check(&[("tagmanifest-sha256.txt", gone.as_bytes())], false);
    let latin = [b"Contact-Name: Caf\xE9\n".as_slice()].concat();
    check(
        &[
            (
                "bagit.txt",
                b"BagIt-Version: 0.97\nTag-File-Character-Encoding: ISO-8859-1\n",
            ),
            ("bag-info.txt", &latin),
        ],
        true,
    );
}

#[test]
fn what_is_still_elsewhere_or_leads_out() {
    let more = format!(
        "{}  data/a.txt\n{}  data/far.txt\n",
        sha256(b"hello"),
        sha256(b"x")
    );
    let manifest = ("manifest-sha256.txt", more.as_bytes());
    let fetch = (
        "fetch.txt",
        &b"https://shop.example/far.txt 1 data/far.txt\n"[..],
    );
    check(&[manifest, fetch], false);
    ours_alone(&[manifest, fetch], Some("incomplete"));
    check(&[manifest, fetch, ("data/far.txt", b"x")], true);
    for path in ["../../etc/passwd", "/etc/passwd", "data/../../x"] {
        let out = format!(
            "{}  data/a.txt\n{}  {path}\n",
            sha256(b"hello"),
            sha256(b"x")
        );
        check(&[("manifest-sha256.txt", out.as_bytes())], false);
    }
    let twice = format!("{0}  data/a.txt\n{0}  data/a.txt\n", sha256(b"hello"));
    let twice = ("manifest-sha256.txt", twice.as_bytes());
    check(&[twice], false);
    ours_alone(&[twice], Some("malformed"));
    // Before 1.0 it could be, as long as both lines say the same.
    check(&[twice, OLD], true);
    let differing = format!(
        "{}  data/a.txt\n{}  data/a.txt\n",
        sha256(b"hellp"),
        sha256(b"hello")
    );
    check(&[("manifest-sha256.txt", differing.as_bytes()), OLD], false);
    ours_alone(
        &[("manifest-sha256.txt", b"no hash at all")],
        Some("malformed"),
    );
    // A file that one of two manifests leaves out was allowed before 1.0.
    let whole = format!(
        "{}  data/a.txt\n{}  data/b.txt\n",
        sha512(b"hello"),
        sha512(b"x")
    );
    let files: [(&str, &[u8]); 2] = [
        ("manifest-sha512.txt", whole.as_bytes()),
        ("data/b.txt", b"x"),
    ];
    ours_alone(&files, Some("extra"));
    ours_alone(&[files[0], files[1], OLD], None);
}

#[test]
fn a_bag_has_a_folder_for_its_payload() {
    let folder = TempDir::new().unwrap();
    keep(&folder.path().join("bagit.txt"), DECLARED);
    keep(&folder.path().join("manifest-sha256.txt"), b"");
    both(folder.path(), false);
    let report = ask(folder.path());
    assert_eq!(
        (report.defects[0].kind, report.defects[0].why),
        ("missing", "no_payload")
    );
    std::fs::create_dir(folder.path().join("data")).unwrap();
    both(folder.path(), true);
    // In a zip it may be a row of its own.
    let rows = [bagit_row(), row("bag/manifest-sha256.txt", b"")];
    for (more, valid) in [
        (None, false),
        (Some("bag/data/"), true),
        (Some("bag/data/x/"), true),
        (Some("bag/more/data/"), false),
    ] {
        let more = more.map(|name| row(name, b""));
        let rows: Vec<_> = rows.iter().cloned().chain(more).collect();
        assert_eq!(read(&zip(&rows)).unwrap().ok, valid);
    }
}

#[test]
fn names_in_another_normal_form() {
    const COMPOSED: &str = "data/caf\u{E9}.txt";
    const APART: &str = "data/cafe\u{301}.txt";
    let listed = |name: &str, hash: &dyn Fn(&[u8]) -> String| {
        format!("{}  data/a.txt\n{}  {name}\n", hash(b"hello"), hash(b"x"))
    };
    let composed = listed(COMPOSED, &sha256);
    let composed = ("manifest-sha256.txt", composed.as_bytes());
    check(&[composed, (COMPOSED, b"x")], true);
    // What a Mac makes of it.
    check(&[composed, (APART, b"x")], true);
    check(&[composed, (APART, b"y")], false);
    ours_alone(&[composed, (APART, b"y")], Some("altered"));
    ours_alone(&[composed], Some("missing"));
    // The other way round bagit-python opens the name as it is listed, and does not find it.
    let apart = listed(APART, &sha256);
    let apart = ("manifest-sha256.txt", apart.as_bytes());
    ours_alone(&[apart, (COMPOSED, b"x")], None);
    // Two manifests that spell it in two ways mean one file.
    let other = listed(APART, &sha512);
    let other = ("manifest-sha512.txt", other.as_bytes());
    ours_alone(&[composed, other, (APART, b"x")], None);
    // One of two is listed: the other is beside it, whatever a Mac would make of them. Both are listed: both are there.
    ours_alone(&[composed, (COMPOSED, b"x"), (APART, b"x")], Some("extra"));
    let twins = format!("{}{}  {APART}\n", listed(COMPOSED, &sha256), sha256(b"y"));
    let twins = ("manifest-sha256.txt", twins.as_bytes());
    ours_alone(&[twins, (COMPOSED, b"x"), (APART, b"y")], None);
    // Listed twice in two spellings by one manifest is not listed by both.
    let twice = format!("{}{}  {APART}\n", listed(COMPOSED, &sha256), sha256(b"x"));
    let less = format!("{}  data/a.txt\n", sha512(b"hello"));
    let files: [(&str, &[u8]); 3] = [
        ("manifest-sha256.txt", twice.as_bytes()),
        ("manifest-sha512.txt", less.as_bytes()),
        (APART, b"x"),
    ];
    ours_alone(&files, Some("extra"));
}

#[test]
fn a_key_that_was_asked_for_and_did_not_sign() {
    let folder = bag(&[]);
    let wanted = Wanted {
        key: Some("SHA256:abc".to_owned()),
        roots: Vec::new(),
    };
    let report = verify(folder.path(), &wanted, &|_, _| true).unwrap();
    assert_eq!(report.defects[0].kind, "unknown_key");
}
