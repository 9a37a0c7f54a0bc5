//! Bags of other programs: for each the right answer, and bagit-python's beside it.

use std::path::Path;

use kaizhang_evidence::verify::{Report, Wanted, verify};
use sha2::{Digest, Sha256, Sha512};
use tempfile::TempDir;

use crate::packs::bagit;
use crate::sample::keep;

const DECLARED: &[u8] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

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
    let folder = bag(files);
    let report = ask(folder.path());
    assert_eq!(report.ok, valid, "{:?}", report.defects);
    assert!(!report.pack && report.signed_by.is_none());
    let (stock, said) = bagit(folder.path());
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
    ours_alone(
        &[("manifest-sha256.txt", twice.as_bytes())],
        Some("malformed"),
    );
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
    let old = [
        files[0],
        files[1],
        (
            "bagit.txt",
            b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n",
        ),
    ];
    ours_alone(&old, None);
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
