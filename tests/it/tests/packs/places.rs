//! Where packs go: places that cannot be, places that are taken, and a hand that stops it at every file.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Barrier};
use std::time::Duration;

use serde_json::{Value, json};

use crate::authority::{Authority, EC};
use crate::server::{Server, http};
use crate::shop::{PHOTO, Shop, check};

fn wish(incident: &Value) -> Value {
    json!({ "about": "incident", "which": incident })
}

#[test]
fn a_path_with_blanks_and_chinese_is_a_path_like_any_other() {
    let shop = Shop::new();
    let (incident, _) = shop.incident();
    let folder = shop.desk.path().join("证据 给银行 的");
    std::fs::create_dir(&folder).unwrap();
    // A hundred and eighty bytes of Chinese leave no room for a longer temporary name beside them.
    for name in [
        "证据 包 𠮷.zip".to_owned(),
        format!("{}.zip", "包".repeat(80)),
    ] {
        let out = folder.join(name);
        let made = shop.pack_to(&out, wish(&incident)).unwrap();
        assert_eq!(made["path"], json!(out));
        assert_eq!(check(&out).defects, []);
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn nothing_is_ever_written_over() {
    let shop = Shop::new();
    let (incident, _) = shop.incident();
    let link = shop.desk.path().join("link.zip");
    std::os::unix::fs::symlink(shop.desk.path().join("nowhere"), &link).unwrap();
    let file = shop.out();
    std::fs::write(&file, b"mine").unwrap();
    for taken in [&file, &link] {
        let no = shop.pack_to(taken, wish(&incident)).unwrap_err();
        assert_eq!(no.code, "pack_in_the_way", "{taken:?}");
    }
    assert_eq!(std::fs::read(&file).unwrap(), b"mine");
    // A file where a folder should be, and a folder that is gone since it was chosen.
    let gone = shop.desk.path().join("stick");
    for out in [file.join("pack.zip"), gone.join("pack.zip")] {
        let no = shop.pack_to(&out, wish(&incident)).unwrap_err();
        assert_eq!(no.code, "pack_not_written", "{out:?}");
    }
    assert_eq!(shop.left().len(), 2);
    assert_eq!(shop.done("list_packs", json!({})), json!([]));
}

/// A file that does not end by itself: whoever reads it waits until it is let go.
struct Slow {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Slow {
    fn instead_of(shop: &Shop, id: &str) -> Slow {
        let path = shop.blob(id);
        let bytes = std::fs::read(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert!(
            Command::new("mkfifo")
                .arg(&path)
                .status()
                .unwrap()
                .success()
        );
        Slow { path, bytes }
    }

    /// Waits for the reader, does something while it waits, and hands it what it wants.
    fn then(&self, act: impl FnOnce()) {
        let mut pipe = std::fs::OpenOptions::new()
            .write(true)
            .open(&self.path)
            .unwrap();
        act();
        // Whoever was stopped does not read on.
        let _ = pipe.write_all(&self.bytes);
    }

    fn put_back(self) {
        std::fs::remove_file(&self.path).unwrap();
        std::fs::write(&self.path, &self.bytes).unwrap();
    }
}

#[test]
fn a_hand_that_stops_it_at_any_file_leaves_nothing() {
    let shop = Shop::new();
    let files: Vec<String> = (0..4)
        .map(|n| {
            let file = shop.bring(&format!("{n}.jpg"), &[PHOTO, &[n]].concat());
            // The report, which is made before, shows the small copy and does not wait for the file.
            shop.app.preview(&file, 1_600).unwrap();
            file
        })
        .collect();
    let form = json!({ "form": { "symptom": "network" }, "attachments": files });
    let incident = shop.done("open_incident", form)["id"].clone();
    for file in &files {
        for profile in [None, Some("generic")] {
            let slow = Slow::instead_of(&shop, file);
            let mut input = wish(&incident);
            (input["out"], input["profile"]) = (json!(shop.out()), json!(profile));
            shop.done("start_pack", input);
            slow.then(|| shop.app.break_work_off());
            let stopped = shop.app.finish_work(Duration::from_millis(5), |_| {});
            assert_eq!(
                stopped.unwrap_err().code,
                "work_stopped",
                "{file} {profile:?}"
            );
            assert_eq!(shop.left(), [""; 0], "{file} {profile:?}");
            slow.put_back();
        }
    }
    assert_eq!(shop.done("list_packs", json!({})), json!([]));
    // Let go and not stopped it gets through: the waiting alone stopped nothing.
    let slow = Slow::instead_of(&shop, &files[3]);
    let mut input = wish(&incident);
    input["out"] = json!(shop.out());
    shop.done("start_pack", input);
    slow.then(|| {});
    shop.app
        .finish_work(Duration::from_millis(5), |_| {})
        .unwrap();
    assert_eq!(check(&shop.out()).defects, []);
}

#[test]
fn a_hand_that_stops_it_while_the_clock_tower_is_asked_leaves_nothing() {
    let now = chrono::Utc::now() + chrono::TimeDelta::minutes(1);
    let shop = Shop::at(&now.to_rfc3339_opts(chrono::SecondsFormat::Millis, true));
    let (incident, _) = shop.incident();
    let authority = Authority::new(&EC);
    let root = authority.root_pem();
    let (asked, go) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let (hears, goes) = (Arc::clone(&asked), Arc::clone(&go));
    let server = Server::start(move |question| {
        hears.wait();
        goes.wait();
        http("200 OK", &authority.answer(question))
    });
    shop.done(
        "set_timestamps",
        json!({ "url": server.url(), "root": root }),
    );
    // The first question is about the checkpoint, the second about the pack, when all of it is written.
    for stop_at in [1, 2] {
        let mut input = wish(&incident);
        input["out"] = json!(shop.out());
        shop.done("start_pack", input);
        for question in 1..=stop_at {
            asked.wait();
            if question == stop_at {
                shop.app.break_work_off();
            }
            go.wait();
        }
        let stopped = shop.app.finish_work(Duration::from_millis(5), |_| {});
        assert_eq!(stopped.unwrap_err().code, "work_stopped", "{stop_at}");
        assert_eq!(shop.left(), [""; 0], "{stop_at}");
    }
    assert_eq!(shop.done("list_packs", json!({})), json!([]));
}

/// What a killed process left is gone after the next pack into the same folder, and what is another's is not.
#[test]
fn what_a_killed_one_left_goes_with_the_next() {
    let shop = Shop::new();
    let (incident, _) = shop.incident();
    let keep = |name: &str| std::fs::write(shop.desk.path().join(name), PHOTO).unwrap();
    keep(".kaizhang-1-0.part");
    keep(".pack.zip.part");
    shop.pack(wish(&incident)).unwrap();
    let mut left = shop.left();
    left.sort();
    assert_eq!(left, [".pack.zip.part", "pack.zip"]);
    // Reports clear up as well.
    keep(".kaizhang-1-0.part");
    let out: &Path = &shop.desk.path().join("list.csv");
    shop.done(
        "make_report",
        json!({ "what": "receipts", "format": "csv", "out": out }),
    );
    assert_eq!(shop.left().len(), 3);
}
