//! Zips that were made to do harm, or came to it: a clear refusal, and no more time or memory than it takes to see it.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use kaizhang_evidence::read::NotAPack;
use kaizhang_evidence::verify::{Wanted, verify};
use tempfile::TempDir;

use crate::handmade::{Row, bagit, end, read, refused, row, zip};
use crate::packs::ours;
use crate::sample::{Sample, keep};

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

#[test]
fn names_that_lead_elsewhere() {
    // The hand-made zip itself is in order: what follows is refused for the one thing that is done to it.
    assert!(read(&zip(&[bagit()])).is_ok());
    for (name, why) in [
        ("../evil", "out of the pack"),
        ("bag/../../evil", "out of the pack"),
        ("/etc/passwd", "absolute"),
        ("C:/evil", "colon"),
        ("bag\\evil", "backslash"),
        ("bag/data/NUL.txt", "device"),
        ("bag/data/com7", "device"),
        ("bag/data/x:y", "colon"),
        ("bag//x", "empty part"),
        ("bag/da\u{7}ta", "control"),
        ("bag/BAGIT.txt", "twice"),
        ("bag/bagit.txt. ", "twice"),
        ("bag/bagit.txt", "twice"),
        ("bag/bagit.txt/x", "at once"),
        ("other/bagit.txt", "more than one bag"),
    ] {
        refused(&zip(&[bagit(), row(name, b"x")]), why);
    }
    // One character or two: a Mac has room for one of them.
    let twins = ["bag/data/caf\u{E9}", "bag/data/Cafe\u{301}"].map(|name| row(name, b"x"));
    refused(&zip(&[&[bagit()], &twins[..]].concat()), "twice");
    let mut latin = row("", b"x");
    latin.name = b"bag/caf\xE9".to_vec();
    refused(&zip(&[bagit(), latin]), "UTF-8");
}

#[test]
fn links_devices_and_what_is_locked() {
    let with = |change: &dyn Fn(&mut Row)| {
        let mut other = row("bag/data/x", b"/etc/passwd");
        change(&mut other);
        zip(&[bagit(), other])
    };
    assert!(read(&with(&|_| {})).is_ok());
    refused(&with(&|row| row.attributes = 0o120_777 << 16), "link");
    refused(&with(&|row| row.attributes = 0o060_644 << 16), "device");
    refused(&with(&|row| row.flags |= 1), "encrypted");
    refused(&with(&|row| row.flags |= 1 << 6), "encrypted");
    refused(&with(&|row| row.method = 12), "not read here");
    refused(&with(&|row| row.bytes += 1), "two sizes");
    refused(
        &with(&|row| row.local_name = Some(b"bag/data/y".to_vec())),
        "another name",
    );
    refused(&zip(&[row("data/x", b"x")]), "no bagit.txt");
    refused(b"", "not a zip");
    refused(b"%PDF-1.7", "not a zip");
}

#[test]
fn bombs() {
    let ten_mib = vec![0; 10 << 20];
    let packed = deflated(&ten_mib);
    // Two hundred files of ten megabytes in two: not a photo album.
    let bomb = |name: String| Row {
        method: 8,
        packed: packed.clone(),
        ..row(&name, &ten_mib)
    };
    let mut rows = vec![bagit()];
    rows.extend((0..200).map(|at| bomb(format!("bag/data/{at}"))));
    refused(&zip(&rows), "hundreds of times");
    // A file that says less than it unpacks to is stopped there.
    let mut liar = bomb("bag/data/x".to_owned());
    liar.bytes = 100;
    let report = read(&zip(&[bagit(), liar])).unwrap();
    assert!(
        report
            .defects
            .iter()
            .any(|defect| defect.path == "data/x" && defect.kind == "extra")
    );
    // One that says more than DEFLATE can hold.
    let mut liar = bomb("bag/data/x".to_owned());
    liar.bytes = u32::MAX - 1;
    refused(&zip(&[bagit(), liar]), "larger than it can be");
    // The same bytes used for many files: each row points at the one file.
    let mut overlapping = zip(&[bagit(), row("bag/data/a", &[7; 1_000])]);
    let at = overlapping
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    let directory = overlapping[at..overlapping.len() - 22].to_vec();
    let row_at = 46 + b"bag/bagit.txt".len();
    let mut again = directory[row_at..].to_vec();
    let name = again.len() - 1;
    again[name] = b'b';
    overlapping.truncate(at);
    overlapping.extend(&directory);
    overlapping.extend(&again);
    end(
        &mut overlapping,
        3,
        (directory.len() + again.len()) as u32,
        at as u32,
    );
    refused(&overlapping, "begin where");
}

#[test]
fn millions_of_rows_are_counted_before_they_are_read() {
    // A hundred bytes that claim sixty-five thousand rows, and four billion.
    let mut zip = Vec::new();
    end(&mut zip, 0xFFFE, 100, 0);
    refused(&zip, "not where it says");
    let mut zip = b"PK\x06\x06".to_vec();
    zip.extend(44u64.to_le_bytes());
    zip.extend([45, 3, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for number in [4_000_000_000u64, 4_000_000_000, 0, 0] {
        zip.extend(number.to_le_bytes());
    }
    zip.extend(b"PK\x06\x07\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0");
    end(&mut zip, 0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF);
    refused(&zip, "too many files");
}

#[test]
fn what_is_hidden_between_files() {
    let good = zip(&[bagit(), row("bag/data/x", b"x")]);
    let at = good
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    let mut gap = good.clone();
    gap.splice(at..at, *b"hidden");
    refused(&gap, "not where it says");
    refused(&[b"#!/bin/sh\n", &good[..]].concat(), "not where it says");
    refused(&[&good[..], b"more"].concat(), "not a zip");
    // Two zips in a row: one program reads the first, another the second.
    refused(&[&good[..], &good[..]].concat(), "not where it says");
}

/// Our reading of a zip and the zip crate's: whatever ours takes, both read alike.
fn both_read_alike(zip: &[u8], good: &[(String, Vec<u8>)]) {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    for (name, bytes) in good {
        let mut found = Vec::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_end(&mut found)
            .unwrap();
        assert!(found == *bytes, "{name}");
    }
}

#[test]
fn a_flipped_bit_of_the_zip_is_named_or_changes_nothing() {
    let good = Sample::new(None).bytes();
    let mut contents = Vec::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(&good)).unwrap();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        contents.push((file.name().unwrap().into_owned(), bytes));
    }
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("pack.zip");
    let mut chance = 0x0DD5_u64;
    let mut unnamed = 0;
    for _ in 0..1_200 {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let at = (chance >> 24) as usize % good.len();
        let mut zip = good.clone();
        zip[at] ^= 1 << ((chance >> 20) % 8);
        keep(&path, &zip);
        let wanted = Wanted::default();
        if let Ok(report) = verify(&path, &wanted, &|_, _| true)
            && report.ok
        {
            // Who packed it on which system, and the like: no file has changed for anybody.
            both_read_alike(&zip, &contents);
            unnamed += 1;
        }
    }
    assert!(
        unnamed < 120,
        "{unnamed} of 1,200 changed nothing, it seems"
    );
}

#[test]
fn torn_zips_and_noise_end_in_an_answer() {
    let good = Sample::new(None).bytes();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("pack.zip");
    for end in (0..good.len()).step_by(97).chain([good.len() - 1]) {
        keep(&path, &good[..end]);
        assert!(
            verify(&path, &Wanted::default(), &|_, _| true).is_err(),
            "{end}"
        );
    }
    // Many bytes at once, most of them where the zip says how it is made.
    let directory = good
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    let mut chance = 0xF022_u64;
    for _ in 0..1_500 {
        let mut zip = good.clone();
        for _ in 0..4 {
            chance = chance
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let span = if chance >> 63 == 0 {
                0..zip.len()
            } else {
                directory..zip.len()
            };
            let at = span.start + (chance >> 24) as usize % span.len();
            zip[at] = (chance >> 16) as u8;
        }
        keep(&path, &zip);
        // Whatever it says, it says something.
        let _ = verify(&path, &Wanted::default(), &|_, _| true);
    }
    keep(&path, &good);
    assert_eq!(ours(&path).defects, []);
}

#[test]
fn links_in_a_folder_are_not_followed() {
    let folder = TempDir::new().unwrap();
    let bag = crate::sample::unpack(&Sample::new(None).bytes(), folder.path());
    #[cfg(unix)]
    {
        let link = bag.join("data/link");
        std::os::unix::fs::symlink("/etc/passwd", &link).unwrap();
        let report = ours(&bag);
        assert!(
            report
                .defects
                .iter()
                .any(|defect| defect.path == "data/link" && defect.detail.contains("link"))
        );
        std::fs::remove_file(link).unwrap();
        std::os::unix::fs::symlink(&bag, bag.join("data/round")).unwrap();
        assert!(!ours(&bag).ok);
    }
    let gone = verify(
        Path::new("/nowhere/pack.zip"),
        &Wanted::default(),
        &|_, _| true,
    );
    assert!(matches!(gone, Err(NotAPack::Unreadable(_))));
    let stopped = verify(&bag, &Wanted::default(), &|_, _| false);
    assert!(matches!(stopped, Err(NotAPack::Stopped)));
}
