//! Zips in which one program reads one thing and another a second: remarks, extra fields, longer sizes, descriptors.

use std::io::{Cursor, Read as _};

use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::handmade::{Row, bagit, field, read, refused, remarked, row, zip};
use crate::packs::ours;
use crate::sample::{FOLDER, Sample, keep};

/// A valid bag of another program's, its one file in a row that can be changed.
fn bag(change: &dyn Fn(&mut Row)) -> Vec<u8> {
    let manifest = format!("{}  data/a.jpg\n", hex::encode(Sha256::digest(b"AAA")));
    let mut photo = row("bag/data/a.jpg", b"AAA");
    change(&mut photo);
    let manifest = row("bag/manifest-sha256.txt", manifest.as_bytes());
    zip(&[bagit(), manifest, photo])
}

/// The rows of a pack of ours, stored.
fn rows() -> Vec<Row> {
    let pack = Sample::new(None).bytes();
    let mut archive = zip::ZipArchive::new(Cursor::new(pack)).unwrap();
    let many = archive.len();
    let stored = |at| {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        row(&file.name().unwrap(), &bytes)
    };
    (0..many).map(stored).collect()
}

/// What is found in a zip: kinds, paths and codes.
fn found(zip: &[u8]) -> Vec<(&'static str, String, &'static str)> {
    let defects = read(zip).unwrap().defects.into_iter();
    defects
        .map(|defect| (defect.kind, defect.path, defect.why))
        .collect()
}

#[track_caller]
fn sound(zip: &[u8]) {
    assert_eq!(found(zip), []);
}

fn u64s(numbers: &[u64]) -> Vec<u8> {
    numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
}

const UNICODE_PATH: u16 = 0x7075;
const TIMES: u16 = 0x5455;
const OWNERS: u16 = 0x7875;
const NTFS: u16 = 0x000A;

fn unicode_path(name: &[u8]) -> Vec<u8> {
    field(UNICODE_PATH, &[&[1, 0, 0, 0, 0], name].concat())
}

#[test]
fn one_end_and_one_only() {
    let plain = bag(&|_| {});
    sound(&plain);
    sound(&remarked(plain.clone(), b"made by another program"));
    // In the remark a whole zip, behind which one more byte stands: Python and unzip take the inner one.
    let inner = bag(&|photo| photo.packed = b"BBB".to_vec());
    let hidden = [&inner[..], b"\0"].concat();
    refused(&remarked(plain.clone(), &hidden), "two places");
    // Both reach to the end.
    refused(&remarked(plain.clone(), &inner), "two places");
    // Half an end, at the very end, and one in the middle that reaches nowhere.
    refused(&remarked(plain.clone(), b"PK\x05\x06"), "two places");
    refused(
        &remarked(plain.clone(), b"PK\x05\x06 and more than twenty-two bytes"),
        "two places",
    );
    // A length that says too little or too much.
    for wrong in [1, 3] {
        let mut other = remarked(plain.clone(), b"ab");
        let at = other.len() - 4;
        other[at] = wrong;
        refused(&other, "not a zip");
    }
    // A zip as one of the files is no second end, for it does not reach.
    let whole = remarked(plain.clone(), b"");
    let name = hex::encode(Sha256::digest(&whole));
    let manifest = row(
        "bag/manifest-sha256.txt",
        format!("{name}  data/z.zip\n").as_bytes(),
    );
    sound(&zip(&[
        bagit(),
        manifest.clone(),
        row("bag/data/z.zip", &whole),
    ]));
    // But where it says that it does.
    let mut reaching = zip(&[bagit(), manifest, row("bag/data/z.zip", &whole)]);
    let inner = whole.len()
        + reaching
            .windows(whole.len())
            .position(|bytes| bytes == whole)
            .unwrap();
    let rest = (reaching.len() - inner) as u16;
    reaching[inner - 2..inner].copy_from_slice(&rest.to_le_bytes());
    refused(&reaching, "two places");
}

#[test]
fn extra_fields_that_say_more_than_they_may() {
    let swapped = |photo: &mut Row| photo.extra = unicode_path(b"bag/data/b.jpg");
    refused(&bag(&swapped), "another name");
    let before = |photo: &mut Row| photo.local_extra = unicode_path(b"bag/data/b.jpg");
    refused(&bag(&before), "another name");
    let short = |photo: &mut Row| photo.extra = field(UNICODE_PATH, b"\x01");
    refused(&bag(&short), "another name");
    let same = |photo: &mut Row| photo.extra = unicode_path(b"bag/data/a.jpg");
    sound(&bag(&same));
    let torn = |photo: &mut Row| photo.extra = vec![0x55, 0x54, 9, 0, 1];
    refused(&bag(&torn), "not a zip");
    // What stock tools write, and what nobody knows, changes nothing for another program's bag.
    let usual = [
        field(TIMES, &[3, 0, 0, 0, 0, 0, 0, 0, 0]),
        field(OWNERS, &[1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0]),
        field(NTFS, &[0; 32]),
    ]
    .concat();
    let unknown = field(0xBEEF, b"?");
    for extra in [&usual, &unknown, &usual.repeat(2), &vec![0; 3]] {
        sound(&bag(&|photo| photo.extra.clone_from(extra)));
        sound(&bag(&|photo| photo.local_extra.clone_from(extra)));
    }
    sound(&bag(&|photo| photo.remark = b"a remark".to_vec()));
}

#[test]
fn a_pack_has_no_remarks_and_no_strange_fields() {
    let rows = rows();
    let report = |zip: &[u8]| {
        let found = found(zip);
        assert!(found.len() <= 1, "{found:?}");
        found.into_iter().next()
    };
    let named = |path: &str, why| Some(("extra", path.to_owned(), why));
    let plain = zip(&rows);
    assert_eq!(report(&plain), None);
    // Whoever unpacked it and packed it again with a stock tool has changed nothing.
    let usual = [field(TIMES, &[1, 0, 0, 0, 0]), field(NTFS, &[0; 32])].concat();
    let with = |change: &dyn Fn(&mut Row)| {
        let mut rows = rows.clone();
        let report_pdf = |row: &&mut Row| row.name.ends_with(b"data/report.pdf");
        change(rows.iter_mut().find(report_pdf).unwrap());
        zip(&rows)
    };
    assert_eq!(report(&with(&|row| row.extra.clone_from(&usual))), None);
    assert_eq!(
        report(&remarked(plain, b"PAID IN FULL")),
        named("", "zip_remark")
    );
    let pdf = "data/report.pdf";
    let remark = with(&|row| row.remark = b"PAID".to_vec());
    assert_eq!(report(&remark), named(pdf, "zip_remark"));
    let name = unicode_path(format!("{FOLDER}/{pdf}").as_bytes());
    for strange in [&field(0xBEEF, b"?"), &usual.repeat(2), &vec![0; 3], &name] {
        let row = with(&|row| row.extra.clone_from(strange));
        assert_eq!(report(&row), named(pdf, "zip_field"), "{strange:x?}");
        let header = with(&|row| row.local_extra.clone_from(strange));
        assert_eq!(report(&header), named(pdf, "zip_field"), "{strange:x?}");
    }
}

#[test]
fn longer_sizes_say_one_thing() {
    let with = |sizes: &'static [u64], local: &'static [u64]| {
        bag(&move |photo| {
            photo.long = true;
            photo.extra = field(1, &u64s(sizes));
            photo.local_extra = field(1, &u64s(local));
        })
    };
    sound(&with(&[3, 3], &[3, 3]));
    let named = || vec![("altered", "data/a.jpg".to_owned(), "not_as_the_zip_says")];
    assert_eq!(found(&with(&[3, 3], &[4, 3])), named());
    assert_eq!(found(&with(&[3, 3], &[3, 9])), named());
    refused(&with(&[4, 3], &[3, 3]), "two sizes");
    refused(&with(&[u64::MAX, u64::MAX], &[3, 3]), "hundreds of times");
    refused(&with(&[3], &[3, 3]), "not a zip");
    refused(&with(&[], &[3, 3]), "not a zip");
    let twice = |photo: &mut Row| photo.extra = field(1, &u64s(&[3, 3])).repeat(2);
    refused(&bag(&twice), "sizes twice");
    // Where the short sizes are not full, the longer ones count for nobody.
    sound(&bag(&|photo| photo.extra = field(1, &u64s(&[9, 9]))));
}

/// The same zip with the longer form of its end: count, size and place of the directory as these say.
fn long_end(zip: &[u8], change: &dyn Fn(&mut [u64; 4])) -> Vec<u8> {
    let last = zip.len() - 22;
    let number = |at: usize| {
        u64::from(u32::from_le_bytes(
            zip[last + at..][..4].try_into().unwrap(),
        ))
    };
    let count = number(8) & 0xFFFF;
    let mut numbers = [count, count, number(12), number(16)];
    change(&mut numbers);
    let mut out = zip[..last].to_vec();
    out.extend(b"PK\x06\x06");
    out.extend(44u64.to_le_bytes());
    out.extend([45, 3, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    out.extend(u64s(&numbers));
    out.extend(b"PK\x06\x07\0\0\0\0");
    out.extend((last as u64).to_le_bytes());
    out.extend(1u32.to_le_bytes());
    out.extend(&zip[last..]);
    out
}

#[test]
fn longer_ends_say_one_thing() {
    let plain = bag(&|_| {});
    sound(&long_end(&plain, &|_| {}));
    refused(&long_end(&plain, &|n| n[0] += 1), "not a zip");
    refused(&long_end(&plain, &|n| (n[0], n[1]) = (2, 2)), "two things");
    refused(&long_end(&plain, &|n| n[2] -= 1), "two things");
    refused(&long_end(&plain, &|n| n[3] += 1), "two things");
    // The short fields are full, so the longer ones alone count.
    let full = |change: &dyn Fn(&mut [u64; 4])| {
        let mut zip = long_end(&plain, change);
        let last = zip.len() - 22;
        zip[last + 8..last + 20].fill(0xFF);
        zip
    };
    sound(&full(&|_| {}));
    refused(&full(&|n| n[3] += 1), "not where it says");
    refused(&full(&|n| (n[0], n[1]) = (2, 2)), "more rows");
    refused(&full(&|n| (n[0], n[1]) = (u64::MAX, u64::MAX)), "too many");
    refused(&full(&|n| n[2] = u64::MAX), "too many");
    // The longer end is elsewhere than the locator says, or something stands between them.
    let mut moved = long_end(&plain, &|_| {});
    let locator = moved.len() - 22 - 20;
    moved[locator + 8] ^= 1;
    refused(&moved, "not a zip");
    let mut between = long_end(&plain, &|_| {});
    between.splice(locator..locator, *b"more");
    refused(&between, "not a zip");
}

#[test]
fn what_stands_behind_a_file_says_what_the_directory_says() {
    let crc = row("", b"AAA").crc.to_le_bytes();
    let sizes = [3, 0, 0, 0, 3, 0, 0, 0];
    let long = u64s(&[3, 3]);
    let sign = b"PK\x07\x08";
    let with = |behind: &[u8]| {
        let behind = behind.to_vec();
        bag(&move |photo| {
            photo.flags |= 8;
            photo.behind = Some(behind.clone());
        })
    };
    sound(&with(&[&sign[..], &crc, &sizes].concat()));
    sound(&with(&[&crc[..], &sizes].concat()));
    sound(&with(&[&sign[..], &crc, &long].concat()));
    sound(&with(&[&crc[..], &long].concat()));
    // A packer into a pipe may know the length beforehand, and say so; then it must be the true one.
    let name = b"bag/data/a.jpg";
    for (length, wanted) in [(3, None), (4, Some("not_as_the_zip_says"))] {
        let mut known = with(&[&sign[..], &crc, &sizes].concat());
        let header = known
            .windows(name.len())
            .position(|bytes| bytes == name)
            .unwrap()
            - 30;
        known[header + 22] = length;
        assert_eq!(found(&known).first().map(|(_, _, why)| *why), wanted);
    }
    let mut other = crc;
    other[0] ^= 1;
    refused(&with(&[&sign[..], &other, &sizes].concat()), "behind it");
    refused(
        &with(&[&sign[..], &crc, &[4, 0, 0, 0, 3, 0, 0, 0]].concat()),
        "behind it",
    );
    refused(&with(b""), "behind it");
    refused(
        &with(&[&sign[..], &crc, &sizes, b"more"].concat()),
        "between its files",
    );
    // One that nobody announced lies between the files.
    let silent = bag(&|photo| photo.behind = Some([&sign[..], &crc, &sizes].concat()));
    refused(&silent, "between its files");
}

#[test]
fn what_stock_tools_pack_is_read() {
    let folder = TempDir::new().unwrap();
    let pack = crate::sample::unpack(&Sample::new(None).bytes(), folder.path());
    let inside = pack.file_name().unwrap().to_str().unwrap();
    // With descriptors behind the files, as into a pipe; and with longer sizes throughout.
    let script = format!(
        "import sys, zipfile, pathlib
files = sorted(p for p in pathlib.Path('{inside}').rglob('*') if p.is_file())
class Pipe:
    def __init__(self, to): self.to = to
    def write(self, b): return self.to.write(b)
    def flush(self): self.to.flush()
with open('piped.zip', 'wb') as to, zipfile.ZipFile(Pipe(to), 'w', zipfile.ZIP_DEFLATED) as z:
    [z.write(p) for p in files]
with zipfile.ZipFile('long.zip', 'w') as z:
    for p in files:
        with z.open(str(p), 'w', force_zip64=True) as to: to.write(p.read_bytes())
"
    );
    keep(&folder.path().join("pack.py"), script.as_bytes());
    let out = std::process::Command::new("python3")
        .arg("pack.py")
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    for name in ["piped.zip", "long.zip"] {
        let report = ours(&folder.path().join(name));
        assert_eq!(report.defects, [], "{name}");
    }
}
