//! Files for an upload form, instead of a pack.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use sha2::Digest as _;

use crate::shop::{PHOTO, Shop};

/// A PNG of noise, which no encoder makes small: `side` by `side` pixels.
fn noise(side: u32, seed: u64) -> Vec<u8> {
    let mut dice = seed;
    let mut rows = Vec::new();
    for _ in 0..side {
        rows.push(0);
        rows.extend((0..side * 3).map(|_| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (dice >> 56) as u8
        }));
    }
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::none());
    std::io::Write::write_all(&mut packer, &rows).unwrap();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let size = side.to_be_bytes();
    let header = [&size[..], &size[..], &[8, 2, 0, 0, 0]].concat();
    for (name, data) in [
        (b"IHDR", header),
        (b"IDAT", packer.finish().unwrap()),
        (b"IEND", Vec::new()),
    ] {
        let mut sum = flate2::Crc::new();
        sum.update(name);
        sum.update(&data);
        png.extend((data.len() as u32).to_be_bytes());
        png.extend(name);
        png.extend(&data);
        png.extend(sum.sum().to_be_bytes());
    }
    png
}

/// A PDF of so many empty pages.
fn paper(pages: u32) -> Vec<u8> {
    let page = "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj";
    let kids = "3 0 R ".repeat(pages as usize);
    let tree = format!("2 0 obj<</Type/Pages/Count {pages}/Kids[{kids}]>>endobj");
    let catalog = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj";
    format!("%PDF-1.4\n{catalog}\n{tree}\n{page}\ntrailer<</Root 1 0 R>>\n%%EOF\n").into_bytes()
}

/// What a form takes, as its own rules say it: read here once more, so that a slip in the data shows.
struct Takes {
    profile: &'static str,
    magics: &'static [&'static [u8]],
    file: u64,
    total: u64,
    files: usize,
    pages: u32,
    name: usize,
    list: &'static str,
    /// Files of the case that do not go, by number on the list.
    left: &'static [usize],
    /// With which file on the list each further set of the larger case begins.
    further: &'static [usize],
}

const JPEG: &[u8] = b"\xff\xd8\xff";
const PNG: &[u8] = b"\x89PNG";
const PDF: &[u8] = b"%PDF-";
const LIST: &str = "00-what-was-done.txt";

const FORMS: [Takes; 4] = [
    Takes {
        profile: "mastercom",
        magics: &[JPEG, PDF],
        file: 18_000_000,
        total: 18_000_000,
        files: 99,
        pages: 19,
        name: 16,
        list: "00whatisdone.txt",
        left: &[3, 8],
        further: &[12, 13],
    },
    Takes {
        profile: "stripe",
        magics: &[JPEG, PNG, PDF],
        file: 4_500_000,
        total: 4_500_000,
        files: 9,
        pages: 49,
        name: 40,
        list: LIST,
        left: &[3, 8],
        further: &[12],
    },
    Takes {
        profile: "wechat",
        magics: &[JPEG, PNG],
        file: 2_000_000,
        total: 8_000_000,
        files: 4,
        pages: 4,
        name: 40,
        list: LIST,
        left: &[1, 3, 7, 8, 12, 13],
        further: &[9],
    },
    Takes {
        profile: "generic",
        magics: &[JPEG, PNG, PDF],
        file: 10_000_000,
        total: u64::MAX,
        files: 99,
        pages: u32::MAX,
        name: 40,
        list: LIST,
        left: &[3],
        further: &[],
    },
];

/// A case of a report, a blacked-out photo, a log, two large pictures, a slip and two papers.
fn large_case(shop: &Shop) -> Value {
    let (incident, _) = shop.incident();
    let files = [
        shop.bring("屏幕.png", &noise(1_800, 1)),
        shop.bring("屏幕.PNG", &noise(1_801, 2)),
        shop.bring(
            "Very long name of a slip 2026.jpeg",
            &[PHOTO, b"end"].concat(),
        ),
        shop.bring("合同.pdf", &paper(3)),
        shop.bring("long.pdf", &paper(60)),
    ];
    note(shop, &incident, &files);
    json!({ "about": "incident", "which": incident })
}

fn note(shop: &Shop, incident: &Value, files: &[String]) {
    let note =
        json!({ "incident": incident, "note": { "kind": "attached", "attachments": files } });
    shop.done("note_incident", note);
}

#[test]
fn files_for_an_upload_obey_what_the_form_takes() {
    let shop = Shop::new();
    let wish = large_case(&shop);
    for takes in &FORMS {
        check_upload(&shop, &wish, takes, 8);
    }
    // Three slips and two papers more are too much for most forms, and go into further sets.
    let files = [
        shop.bring("9.jpg", &[PHOTO, b"9"].concat()),
        shop.bring("10.jpg", &[PHOTO, b"10"].concat()),
        shop.bring("11.jpg", &[PHOTO, b"11"].concat()),
        shop.bring("12.pdf", &paper(12)),
        shop.bring("13.pdf", &[&paper(12)[..], b"\n"].concat()),
    ];
    note(&shop, &wish["which"], &files);
    for takes in &FORMS {
        check_upload(&shop, &wish, takes, 13);
    }
    assert_eq!(shop.done("check_folder", json!({}))["ok"], true);
}

fn sha(bytes: &[u8]) -> String {
    let digest = sha2::Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Everything in a folder, by name.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}

fn check_upload(shop: &Shop, wish: &Value, takes: &Takes, count: usize) {
    let id = takes.profile;
    let out = shop.desk.path().join(format!("{id}-{count}"));
    let mut input = wish.clone();
    input["out"] = json!(out);
    input["profile"] = json!(id);
    shop.done("start_pack", input);
    let made = shop.app.finish_work(Duration::from_millis(20), |_| {});
    let made = made.unwrap();

    let list = std::fs::read(out.join(takes.list)).unwrap();
    assert_eq!(made["digest"], json!(sha(&list)), "{id}");
    assert_eq!(made["list"], json!(takes.list), "{id}");
    let list = String::from_utf8(list).unwrap();
    assert!(
        list.starts_with('\u{FEFF}')
            && list.contains("清单不用上传")
            && list.contains("not for upload")
    );

    // One set lies beside the list; of more each has a folder.
    let goes = |number: &usize| !takes.left.contains(number);
    let further: Vec<usize> = takes
        .further
        .iter()
        .copied()
        .filter(|at| *at <= count)
        .collect();
    let sets = 1 + further.len();
    assert_eq!(made["sets"], json!(sets), "{id}: {list}");
    let mut files = 0;
    for set in 1..=sets {
        let folder = match sets {
            1 => String::new(),
            _ => format!("{set}/"),
        };
        let begins = |set: usize| further.get(set.wrapping_sub(2)).copied();
        let range = begins(set).unwrap_or(1)..begins(set + 1).unwrap_or(count + 1);
        let names = check_set(&out, &folder, takes, &list);
        let expected: Vec<usize> = range.filter(goes).collect();
        assert_eq!(names.len(), expected.len(), "{id}, set {set}: {list}");
        // In their order, each with its place on the list.
        for (name, number) in names.iter().zip(expected) {
            let piece = piece_of(&list, number);
            assert!(
                piece.contains(&format!("→ {folder}{name}: ")),
                "{id}: {piece}"
            );
        }
        files += names.len();
    }
    let beside = names_in(&out);
    let expected = if sets == 1 { files + 1 } else { sets + 1 };
    assert_eq!(beside.len(), expected, "{id}: {beside:?}");
    let left = takes.left.iter().filter(|at| **at <= count).count();
    assert_eq!(made["files"], json!(files), "{id}: {list}");
    assert_eq!(made["left_out"], json!(left), "{id}: {list}");

    // Everything that was there stands on the list, in its order, with what became of it.
    let called = [
        "report.pdf",
        "小票 𠮷.redacted.jpg",
        "log.txt",
        "屏幕.png",
        "屏幕.PNG",
    ];
    for (at, name) in called.iter().enumerate() {
        let head = format!("{}. {name}\r\n", at + 1);
        assert_eq!(list.matches(&head).count(), 2, "{id}: {head}{list}");
    }
    for number in 1..=count {
        let piece = piece_of(&list, number);
        assert_eq!(
            piece.contains("→ left out"),
            !goes(&number),
            "{id}: {piece}"
        );
    }
    // Where a set begins it is said why.
    assert_eq!(list.matches("\r\nSet ").count(), sets - 1, "{id}: {list}");
    // Not the original, whose parts were to be blacked out.
    assert!(!list.contains(&sha(PHOTO)));

    let listed = shop.done("list_packs", json!({}));
    assert_eq!(listed[0]["profile"], json!(id));
    assert_eq!(listed[0]["digest"], made["digest"]);
}

/// What the list says of a file, in English.
fn piece_of(list: &str, number: usize) -> &str {
    let start = format!("{number}. ");
    let pieces = list.split("\r\n\r\n");
    let mut of = pieces.filter(|piece| piece.starts_with(&start) && piece.contains("→ "));
    of.nth(1)
        .unwrap_or_else(|| panic!("{number} is not told: {list}"))
}

/// The files of one set, which together and one by one obey what the form takes.
fn check_set(out: &Path, folder: &str, takes: &Takes, list: &str) -> Vec<String> {
    let id = takes.profile;
    let lies = out.join(folder);
    let mut names = names_in(&lies);
    names.retain(|name| name != takes.list);
    let (mut total, mut pages) = (0, 0);
    for name in &names {
        assert!(name.len() <= takes.name && name.is_ascii(), "{id}: {name}");
        let (stem, ending) = name.rsplit_once('.').unwrap();
        if takes.name == 16 {
            assert!(stem.bytes().all(|b| b.is_ascii_alphanumeric()), "{name}");
        }
        let bytes = std::fs::read(lies.join(name)).unwrap();
        let magic = takes.magics.iter().find(|magic| bytes.starts_with(magic));
        let magic = *magic.unwrap_or_else(|| panic!("{id}: {name}"));
        let expected = [(JPEG, "jpg"), (PNG, "png"), (PDF, "pdf")];
        assert!(expected.contains(&(magic, ending)), "{id}: {name}");
        assert!(bytes.len() as u64 <= takes.file, "{id}: {name}");
        // On the list in both languages, with its hash.
        let told = list.matches(&format!("→ {folder}{name}: ")).count();
        assert_eq!(told, 2, "{id}: {name}");
        assert!(list.contains(&sha(&bytes)), "{id}: {name}");
        total += bytes.len() as u64;
        pages += if magic == PDF {
            pages_of(&lies.join(name))
        } else {
            1
        };
    }
    let mut apart: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    apart.dedup();
    let count = names.len();
    assert_eq!(apart.len(), count, "{id}");
    if !folder.is_empty() {
        // Numbered from one.
        for (at, name) in names.iter().enumerate() {
            assert!(name.starts_with(&format!("{:02}", at + 1)), "{id}: {name}");
        }
    }
    assert!(
        total <= takes.total && count <= takes.files && pages <= takes.pages,
        "{id}: {total} bytes, {count} files, {pages} pages"
    );
    names
}

/// Pages by a reader that is not ours.
fn pages_of(pdf: &Path) -> u32 {
    let told = std::process::Command::new("pdfinfo")
        .arg(pdf)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let line = told.lines().find(|line| line.starts_with("Pages:"));
    let number = line.unwrap_or_else(|| panic!("{pdf:?}: {told}"));
    number["Pages:".len()..].trim().parse().unwrap()
}

#[test]
fn a_picture_that_cannot_be_opened_stays_at_home_and_the_list_says_so() {
    let shop = Shop::new();
    let (incident, _) = shop.incident();
    let (mut header, mut body) = (noise(1_000, 3), noise(1_000, 4));
    header[16..24].fill(0);
    body[100..].fill(0);
    let files = [
        shop.bring("头坏了.png", &header),
        shop.bring("身坏了.png", &body),
    ];
    note(&shop, &incident, &files);
    let out = shop.out();
    let mut wish = json!({ "about": "incident", "which": incident, "profile": "wechat" });
    // Nobody decodes for a preview; what a header tells is told before anything is made.
    let before = shop.done("preview_pack", wish.clone());
    let before = before["upload"]["files"].as_array().unwrap();
    let fate =
        |name: &str| before.iter().find(|file| file["called"] == name).unwrap()["why"].clone();
    assert_eq!(fate("头坏了.png"), "unreadable");
    assert_eq!(fate("身坏了.png"), Value::Null);
    wish["out"] = json!(out);
    shop.done("start_pack", wish);
    let made = shop.app.finish_work(Duration::from_millis(20), |_| {});
    let list = out.join(made.unwrap()["list"].as_str().unwrap());
    let list = std::fs::read_to_string(list).unwrap();
    assert_eq!(
        list.matches("left out: this picture is damaged").count(),
        2,
        "{list}"
    );
}

#[test]
fn an_upload_for_no_form_or_over_something_is_refused_and_leaves_nothing() {
    let shop = Shop::new();
    let (incident, [.., other]) = shop.incident();
    let start = |out: &Path, profile: &str| {
        let wish =
            json!({ "about": "incident", "which": incident, "out": out, "profile": profile });
        shop.call("start_pack", wish)
    };
    for unknown in ["", "visa", "Mastercom", "mastercom\n"] {
        let no = start(&shop.out(), unknown).unwrap_err();
        assert_eq!(no.code, "pack_profile_unknown", "{unknown:?}");
        assert_eq!(no.params["known"], "mastercom, stripe, wechat, generic");
    }
    let data = shop.folder.path().join("upload");
    assert_eq!(
        start(&data, "generic").unwrap_err().code,
        "pack_not_written"
    );
    // Nothing is written over: not a file, not even an empty folder.
    let (file, folder) = (shop.desk.path().join("a"), shop.desk.path().join("b"));
    std::fs::write(&file, b"mine").unwrap();
    std::fs::create_dir(&folder).unwrap();
    for taken in [&file, &folder] {
        assert_eq!(start(taken, "generic").unwrap_err().code, "pack_in_the_way");
    }
    assert_eq!(std::fs::read(&file).unwrap(), b"mine");

    // Broken on the way, stopped on the way: nothing is left.
    std::fs::remove_file(shop.blob(&other)).unwrap();
    let input = json!({ "about": "incident", "which": incident, "profile": "generic" });
    assert_eq!(shop.pack(input).unwrap_err().code, "attachment_damaged");
    let mut left = shop.left();
    left.sort_unstable();
    assert_eq!(left, ["a", "b"]);
    assert_eq!(shop.done("list_packs", json!({})), json!([]));
}

#[test]
fn a_stopped_upload_leaves_nothing() {
    let shop = Shop::new();
    let mut wish = large_case(&shop);
    wish["out"] = json!(shop.out());
    wish["profile"] = json!("wechat");
    shop.done("start_pack", wish);
    shop.app.break_work_off();
    match shop.app.finish_work(Duration::from_millis(5), |_| {}) {
        Err(no) => {
            assert_eq!(no.code, "work_stopped");
            assert_eq!(shop.left(), [""; 0]);
        }
        // It was quicker than the hand.
        Ok(_) => assert_eq!(shop.left(), ["pack.zip"]),
    }
}
