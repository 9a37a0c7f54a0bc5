//! What a pack that was made to fill the memory costs. Alone in its process, so that what is measured is its own.

#![cfg(target_os = "linux")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and makes files of its own"
)]

use std::fs::File;
use std::io::Write;
use std::path::Path;

use kaizhang_evidence::verify::{Report, Wanted, verify};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MIB: usize = 1 << 20;

/// The largest resident size so far, in MiB.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kib: usize = line
        .unwrap()
        .split_whitespace()
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    kib / 1_024
}

/// A text that is so long that it is never held: a beginning, one piece again and again, an end.
struct Long<'t> {
    name: &'t str,
    begin: &'t str,
    piece: &'t str,
    bytes: usize,
    end: &'t str,
}

/// A small zip of long texts, and what the check says of it.
fn check(texts: &[Long<'_>]) -> Report {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("pack.zip");
    let mut zip = ZipWriter::new(File::create(&path).unwrap());
    let declared = Long {
        name: "bagit.txt",
        begin: "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        piece: "\n",
        bytes: 0,
        end: "",
    };
    for text in [&declared].into_iter().chain(texts) {
        let name = format!("bag/{}", text.name);
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.begin.as_bytes()).unwrap();
        let piece = text.piece.repeat((MIB / text.piece.len()).max(1));
        for _ in 0..text.bytes.div_ceil(piece.len()) {
            zip.write_all(piece.as_bytes()).unwrap();
        }
        zip.write_all(text.end.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    let packed = std::fs::metadata(&path).unwrap().len() as usize;
    assert!(packed < 4 * MIB, "{packed} bytes are no trap");
    ask(&path)
}

fn ask(path: &Path) -> Report {
    verify(path, &Wanted::default(), &|_, _| true).unwrap()
}

#[test]
fn a_small_zip_never_takes_much_memory() {
    let before = peak();
    // Eighty kilobytes that hold sixty-four million bad lines; and the same again under other hashes, of which two have
    // room together.
    let lines = |name| Long {
        name,
        begin: "",
        piece: "\n",
        bytes: 63 * MIB,
        end: "",
    };
    let names = ["md5", "sha1", "sha256", "sha512"].map(|hash| format!("manifest-{hash}.txt"));
    let report = check(&names.each_ref().map(|name| lines(name)));
    let manifests = peak() - before;
    println!("bad lines: {manifests} MiB");
    assert_eq!(report.defects.len(), 1_000);
    let told = report.untold + 1_000 - 2 * 63 * MIB as u64;
    assert!(told < 10, "{told} more than the lines of two");

    // Lists in the proofs, each as long as it likes, on lines as short as they must be.
    let empty = r#"{"checkpoint":"","key":"","anchors":[]}"#;
    let anchor = r#"{"checkpoint":"","token":"","proof":[]}"#;
    let hash = format!("\"{}\"", "0".repeat(64));
    for (begin, one) in [
        (r#"{"v":1,"logs":["#.to_owned(), empty),
        (
            r#"{"v":1,"logs":[{"checkpoint":"","key":"","anchors":["#.to_owned(),
            anchor,
        ),
        (
            r#"{"v":1,"logs":[],"entries":[{"log":0,"seq":0,"proof":["#.to_owned(),
            &hash,
        ),
    ] {
        let begin = format!("{begin}{one}");
        let piece = format!(",\n{one}");
        let proofs = Long {
            name: "data/proofs.json",
            begin: &begin,
            piece: &piece,
            bytes: 100 * MIB,
            end: "]}]}",
        };
        let entries = Long {
            name: "data/entries.jsonl",
            begin: "",
            piece: "{}\n",
            bytes: 10,
            end: "",
        };
        let report = check(&[proofs, entries]);
        assert!(!report.ok && report.pack);
    }
    let proofs = peak() - before;
    println!("proofs: {proofs} MiB");
    // One manifest is held as the text it is; nothing else of all this is.
    assert!(manifests < 100, "{manifests} MiB");
    assert!(proofs < 100, "{proofs} MiB");
}
