//! Files that a shop should never bring, and what becomes of them; and what is kept stays what it is.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a test fails by panicking, and damages files on purpose"
)]

use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

use kaizhang_app::{App, Caller, Offered, OpenOptions, Outside, Refusal};
use kaizhang_it::Staged;
use serde_json::{Value, json};

const PHOTO: &[u8] = include_bytes!("../../../src-tauri/crates/picture/samples/progressive.jpg");
const HEIC: &[u8] = include_bytes!("../../../src-tauri/crates/picture/samples/photo.heic");
const WEBP: &[u8] = include_bytes!("../../../src-tauri/crates/picture/samples/lossy.webp");

struct Shop {
    folder: tempfile::TempDir,
    app: App,
}

impl Shop {
    fn new() -> Shop {
        let folder = tempfile::tempdir().unwrap();
        let outside = Arc::new(Staged::at("2026-11-23T00:40:00Z")) as Arc<dyn Outside>;
        let app = App::open_with(folder.path(), OpenOptions::default(), outside).unwrap();
        Shop { folder, app }
    }

    fn bring(&self, name: &str, source: &mut dyn Read) -> Result<Value, Refusal> {
        self.app
            .attach(&Caller::default(), &Offered::named(name), source)
    }

    #[track_caller]
    fn brought(&self, name: &str, mut bytes: &[u8]) -> Value {
        self.bring(name, &mut bytes).unwrap()
    }

    fn call(&self, name: &str, input: Value) -> Result<Value, Refusal> {
        self.app.call(&Caller::default(), name, input)
    }

    fn shown(&self, id: &Value) -> Result<Value, Refusal> {
        self.call("show_attachment", json!({ "attachment": id }))
    }

    fn preview(&self, id: &Value) -> Result<Vec<u8>, String> {
        self.app
            .preview(id.as_str().unwrap(), 320)
            .map_err(|no| no.code)
    }

    fn entries(&self) -> u64 {
        self.call("check_folder", Value::Null).unwrap()["entries"]
            .as_u64()
            .unwrap()
    }

    /// Names of the files below a folder of the data folder.
    fn files(&self, below: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut waiting = vec![self.folder.path().join(below)];
        while let Some(at) = waiting.pop() {
            for entry in std::fs::read_dir(at).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    waiting.push(path)
                } else {
                    found.push(path)
                }
            }
        }
        found
    }

    /// Writes other bytes over a file that nobody may write.
    fn overwrite(&self, path: &PathBuf, bytes: &[u8]) {
        std::fs::remove_file(path).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// Counts what was read of it.
struct Counted<R>(R, u64);

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.0.read(buffer)?;
        self.1 += n as u64;
        Ok(n)
    }
}

/// A stick that is pulled out.
struct Pulled;

impl Read for Pulled {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("no such device"))
    }
}

/// A PNG whose header is true and whose data is not there.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut head = b"IHDR".to_vec();
    head.extend([width.to_be_bytes(), height.to_be_bytes()].concat());
    head.extend([8, 2, 0, 0, 0]);
    let sum = !head.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            sum >> 1 ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 }
        })
    });
    let signature = b"\x89PNG\r\n\x1a\n\0\0\0\r";
    [
        &signature[..],
        &head,
        &sum.to_be_bytes(),
        b"\0\0\0\0IEND\xae\x42\x60\x82",
    ]
    .concat()
}

#[test]
fn what_cannot_be_taken_leaves_nothing_behind() {
    let shop = Shop::new();
    let before = shop.entries();
    let check = |source: &mut dyn Read, code: &str| {
        let refused = shop.bring("x.jpg", source).unwrap_err();
        assert_eq!(refused.code, code);
        assert_eq!(shop.files("blobs"), [""; 0].map(PathBuf::from), "{code}");
    };
    check(&mut io::empty(), "attachment_empty");
    check(&mut io::repeat(7).take(33 << 20), "attachment_too_large");
    // A film of four gigabytes, with a photo's beginning and without, is not read to its end.
    for begin in [&b"\xff\xd8\xff\xe0"[..], b"ftyp"] {
        let mut endless = Counted(begin.chain(io::repeat(7)), 0);
        check(&mut endless, "attachment_too_large");
        assert!(endless.1 < 33 << 20, "{} bytes were read", endless.1);
    }
    // The stick goes in the first bytes, after a photo's beginning, after a while.
    check(&mut Pulled, "attachment_unreadable");
    check(&mut PHOTO[..200].chain(Pulled), "attachment_unreadable");
    check(
        &mut io::repeat(7).take(1 << 20).chain(Pulled),
        "attachment_unreadable",
    );
    assert_eq!(shop.entries(), before);
    assert!(shop.files("previews").is_empty());
    // The next one is as welcome as ever.
    shop.brought("x.jpg", PHOTO);
    assert_eq!(shop.call("check_folder", Value::Null).unwrap()["ok"], true);
}

#[test]
fn only_what_is_a_picture_is_shown_as_one() {
    let shop = Shop::new();
    let check = |name: &str, bytes: &[u8], mime: &str, shown: Result<(), &str>| {
        let kept = shop.brought(name, bytes);
        assert_eq!(kept["mime"], mime, "{name}");
        let preview = shop.preview(&kept["id"]);
        assert_eq!(
            preview.as_ref().map(|_| ()).map_err(String::as_str),
            shown,
            "{name}"
        );
        if let Ok(jpeg) = preview {
            assert!(
                jpeg.starts_with(b"\xff\xd8\xff") && jpeg.ends_with(b"\xff\xd9"),
                "{name}"
            );
        }
        // Its facts can be asked for whatever it is, and its bytes are as they came.
        let facts = shop.shown(&kept["id"]).unwrap();
        assert_eq!(
            facts["shown"],
            mime.starts_with("image/") && mime != "image/heic",
            "{name}"
        );
        let original = shop.app.original(kept["id"].as_str().unwrap()).unwrap();
        assert_eq!(original.1, bytes, "{name}");
    };
    let octets = "application/octet-stream";
    check("photo.jpg", PHOTO, "image/jpeg", Ok(()));
    check("photo.txt", WEBP, "image/webp", Ok(()));
    check(
        "half.jpg",
        &PHOTO[..PHOTO.len() * 9 / 10],
        "image/jpeg",
        Ok(()),
    );
    check(
        "start.jpg",
        &PHOTO[..20],
        "image/jpeg",
        Err("picture_damaged"),
    );
    check(
        "bomb.png",
        &png(100_000, 100_000),
        "image/png",
        Err("picture_too_many_pixels"),
    );
    check(
        "strip.png",
        &png(100_000, 1),
        "image/png",
        Err("picture_side_too_long"),
    );
    check(
        "nothing.png",
        &png(0, 0),
        "image/png",
        Err("picture_damaged"),
    );
    check(
        "empty.png",
        &png(10, 10),
        "image/png",
        Err("picture_damaged"),
    );
    check(
        "phone.heic",
        HEIC,
        "image/heic",
        Err("picture_not_showable"),
    );
    let not = Err("picture_not_a_picture");
    check("contract.pdf", b"%PDF-1.7\n", "application/pdf", not);
    check(
        "logo.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        octets,
        not,
    );
    check(
        "slip.jpg",
        b"<!doctype html><script>alert(1)</script>",
        octets,
        not,
    );
    check("slip.png", b"\x7fELF\x02\x01\x01", octets, not);
    assert_eq!(
        shop.preview(&json!("nobody")),
        Err("attachment_unknown".to_owned())
    );
    assert_eq!(shop.call("check_folder", Value::Null).unwrap()["ok"], true);
}

#[test]
fn a_name_is_only_a_name() {
    let shop = Shop::new();
    let check = |name: &str, want: &str| {
        let kept = shop.brought(name, name.as_bytes());
        assert_eq!(kept["name"], want, "{name:?}");
    };
    check("../../keys/epoch-0.ed25519", "epoch-0.ed25519");
    check("C:\\Windows\\..\\台.png", "台.png");
    check("a\0b.jpg", "ab.jpg");
    check("\u{1b}[2Ja\n.jpg", "[2Ja.jpg");
    check("\u{202e}gpj.exe", "gpj.exe");
    check("CON.txt", "CON.txt");
    check("👩‍👩‍👧 שלום.jpg", "👩‍👩‍👧 שלום.jpg");
    let long = format!("{}.jpg", "照".repeat(300));
    check(&long, &long[long.len() - 3 * 76 - 4..]);
    check("卡 4111 1111 1111 1111.jpg", "卡 4111 11** **** 1111.jpg");
    check("13812345678.jpg", "138****5678.jpg");
    check("6222021234567890128.jpg", "622202*********0128.jpg");
    // A number that the cut goes through is masked before it.
    check(
        &format!("4111111111111111{}.jpg", "-照".repeat(32)),
        &format!("11******1111{}.jpg", "-照".repeat(32)),
    );
    let refused = shop.bring("PIN 4821.jpg", &mut &b"x"[..]).unwrap_err();
    assert_eq!(refused.code, "card_secret");
    // On the disk everything is called by its hash.
    for path in shop.files("blobs") {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(
            name.len() == 64 && name.bytes().all(|b| b.is_ascii_hexdigit()),
            "{path:?}"
        );
    }
    assert_eq!(shop.call("check_folder", Value::Null).unwrap()["ok"], true);
}

#[test]
fn the_same_bytes_are_stored_once() {
    let shop = Shop::new();
    let (one, two) = (shop.brought("早.jpg", PHOTO), shop.brought("晚.jpg", PHOTO));
    assert_eq!(one["sha256"], two["sha256"]);
    assert_ne!(one["id"], two["id"]);
    assert_eq!(shop.files("blobs").len(), 1);
    assert_eq!(
        (&one["name"], &two["name"]),
        (&json!("早.jpg"), &json!("晚.jpg"))
    );
    // One of three copies that arrive at the same time is as good as another.
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| shop.brought("again.jpg", WEBP));
        }
    });
    assert_eq!(shop.files("blobs").len(), 2);
    assert!(shop.files("blobs/tmp").is_empty());
    assert_eq!(shop.call("check_folder", Value::Null).unwrap()["ok"], true);
}

#[test]
fn a_small_copy_that_is_gone_or_broken_is_made_again() {
    let shop = Shop::new();
    let id = shop.brought("photo.jpg", PHOTO)["id"].clone();
    let first = shop.preview(&id).unwrap();
    assert_eq!(shop.files("previews").len(), 1, "what a list shows");
    shop.app.preview(id.as_str().unwrap(), 1600).unwrap();
    let kept = shop.files("previews");
    assert_eq!(kept.len(), 2, "one for a list, one to look at");
    std::fs::remove_dir_all(shop.folder.path().join("previews")).unwrap();
    assert_eq!(shop.preview(&id).unwrap(), first);
    for path in &kept {
        let whole = std::fs::read(path).unwrap();
        let mut flipped = whole.clone();
        flipped[whole.len() / 2] ^= 1;
        // As a power cut leaves it, and as somebody does who wants another picture to be seen.
        for broken in [
            &whole[..0],
            &whole[..10],
            &whole[..whole.len() - 1],
            &vec![0; whole.len()],
            &flipped,
            WEBP,
        ] {
            std::fs::write(path, broken).unwrap();
            assert_eq!(shop.preview(&id).unwrap(), first, "{path:?}");
        }
    }
}

#[test]
fn an_altered_original_is_an_alarm_and_never_shown() {
    for (what, params) in [(Some(WEBP), "altered"), (None, "missing")] {
        let shop = Shop::new();
        let id = shop.brought("photo.jpg", PHOTO)["id"].clone();
        let blob = shop.files("blobs").remove(0);
        match what {
            Some(other) => shop.overwrite(&blob, other),
            None => std::fs::remove_file(&blob).unwrap(),
        }
        std::fs::remove_dir_all(shop.folder.path().join("previews")).unwrap();
        assert_eq!(shop.preview(&id), Err("attachment_damaged".to_owned()));
        let refused = shop.shown(&id).unwrap_err();
        assert_eq!(
            (refused.code.as_str(), &refused.params["what"]),
            ("attachment_damaged", &json!(params))
        );
        assert_eq!(
            shop.app.original(id.as_str().unwrap()).unwrap_err().code,
            "attachment_damaged"
        );
        let boxes = json!([{ "x": 0.1, "y": 0.1, "w": 0.5, "h": 0.5 }]);
        let redact = json!({ "attachment": id, "boxes": boxes });
        assert_eq!(
            shop.call("redact_attachment", redact).unwrap_err().code,
            "attachment_damaged"
        );
        assert!(shop.files("previews").is_empty());
        let found = shop.call("check_folder", Value::Null).unwrap();
        assert_eq!(found["defects"][0]["kind"], format!("blob_{params}"));
    }
}

#[test]
fn s27_blacking_out_makes_a_copy_and_leaves_the_original() {
    let shop = Shop::new();
    let original = shop.brought("slip 4111111111111111.jpg", PHOTO);
    let redact = |boxes: Value| {
        shop.call(
            "redact_attachment",
            json!({ "attachment": original["id"], "boxes": boxes }),
        )
    };
    let copy = redact(json!([{ "x": 0.0, "y": 0.0, "w": 1.0, "h": 0.5 }])).unwrap();
    assert_eq!(
        (
            &copy["redacts"],
            &copy["source"],
            &copy["mime"],
            &copy["name"]
        ),
        (
            &original["id"],
            &json!("redacted"),
            &json!("image/jpeg"),
            &json!("slip 411111******1111.redacted.jpg")
        )
    );
    assert_ne!(copy["sha256"], original["sha256"]);
    let shown = shop.shown(&original["id"]).unwrap();
    assert_eq!(
        (&shown["sha256"], &shown["redacted"]),
        (&original["sha256"], &json!([copy]))
    );
    let kept = shop.app.original(original["id"].as_str().unwrap()).unwrap();
    assert_eq!(kept.1, PHOTO);
    assert_ne!(
        shop.preview(&copy["id"]).unwrap(),
        shop.preview(&original["id"]).unwrap()
    );
    // A copy of a copy names what it was made from.
    let again = shop.call(
        "redact_attachment",
        json!({ "attachment": copy["id"], "boxes": [{ "x": 0.0, "y": 0.5, "w": 1.0, "h": 0.5 }] }),
    );
    assert_eq!(again.unwrap()["redacts"], copy["id"]);
    let before = shop.entries();
    assert_eq!(
        redact(json!([])).unwrap_err().code,
        "picture_nothing_to_cover"
    );
    assert_eq!(
        redact(json!([{ "x": 2.0, "y": 2.0, "w": 1.0, "h": 1.0 }]))
            .unwrap_err()
            .code,
        "picture_nothing_to_cover"
    );
    let pdf = shop.brought("a.pdf", b"%PDF-1.7\n");
    let refused = shop.call(
        "redact_attachment",
        json!({ "attachment": pdf["id"], "boxes": [{ "x": 0, "y": 0, "w": 1, "h": 1 }] }),
    );
    assert_eq!(refused.unwrap_err().code, "picture_not_a_picture");
    assert_eq!(shop.entries(), before + 1);
    assert_eq!(shop.call("check_folder", Value::Null).unwrap()["ok"], true);
}
