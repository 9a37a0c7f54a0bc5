//! The signing key on real files: its copy under a passphrase, its return, its replacement, and its loss, which stops
//! nothing.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and does with files what happens to them"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use kaizhang_app::{App, Caller, Offered, OpenOptions, Outside, Refusal};
use kaizhang_it::Staged;
use serde_json::{Value, json};
use tempfile::TempDir;

const PASSPHRASE: &str = "灶台上的第三个抽屉";

struct Shop {
    folder: TempDir,
    app: App,
    clock: Arc<Staged>,
}

impl Shop {
    fn new() -> Shop {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Staged::at("2026-03-02T00:10:00Z"));
        let app = open(folder.path(), &clock);
        Shop { folder, app, clock }
    }

    fn call(&self, name: &str, input: Value) -> Result<Value, Refusal> {
        let caller = Caller {
            staff: "店主".to_owned(),
        };
        self.app.call(&caller, name, input)
    }

    fn ok(&self, name: &str, input: Value) -> Value {
        self.call(name, input).unwrap()
    }

    fn refused(&self, name: &str, input: Value) -> String {
        self.call(name, input).unwrap_err().code
    }

    fn key(&self, epoch: u32) -> PathBuf {
        self.folder
            .path()
            .join(format!("keys/epoch-{epoch}.ed25519"))
    }

    /// A whole morning: everything is confirmed, and the opening is closed.
    fn morning(&self, day: &str) {
        self.clock.set(&format!("{day}T00:10:00Z"));
        self.ok(
            "mark_item",
            json!({ "item": "network-internet", "result": "pass" }),
        );
        let finished = self.ok("finish_opening", json!({ "note": "开门" }));
        assert_eq!(finished["state"], "finished");
    }

    fn sound(&self) {
        let fsck = self.ok("check_folder", json!({}));
        assert_eq!(fsck["defects"], json!([]), "{fsck:#}");
        self.ok("rebuild_projections", json!({}));
        assert_eq!(self.ok("check_folder", json!({}))["ok"], true);
    }

    /// Numbers of signed checkpoints, epoch by epoch.
    fn signed(&self) -> Vec<(u64, u64)> {
        let keys = self.ok("show_keys", json!({}));
        let epochs = keys["epochs"].as_array().unwrap();
        let of = |epoch: &Value, name: &str| epoch[name].as_u64().unwrap();
        epochs
            .iter()
            .map(|epoch| (of(epoch, "entries"), of(epoch, "signed")))
            .collect()
    }
}

fn open(folder: &Path, clock: &Arc<Staged>) -> App {
    let outside = Arc::clone(clock) as Arc<dyn Outside>;
    App::open_with(folder, OpenOptions::default(), outside).unwrap()
}

/// Runs the stock tool on a file.
fn ssh_keygen(arguments: &[&str]) -> String {
    let out = Command::new("ssh-keygen").args(arguments).output().unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    String::from_utf8(out.stdout).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[test]
fn a_copy_is_written_read_back_and_opened_by_the_stock_tool() {
    let shop = Shop::new();
    let stick = tempfile::tempdir().unwrap();
    let keys = shop.ok("show_keys", json!({}));
    assert_eq!(
        (&keys["trouble"], &keys["copy"]),
        (&Value::Null, &Value::Null)
    );
    let path = stick.path().to_str().unwrap();
    let made = shop.ok(
        "back_up_key",
        json!({ "path": path, "passphrase": PASSPHRASE }),
    );
    let file = text(&made["path"]);
    assert_eq!(made["keys"]["copy"]["by"], "店主");
    assert_eq!(made["keys"]["copy"]["at"], "2026-03-02T00:10:00.000Z");
    assert!(shop.app.was_made(Path::new(file)));
    // The whole way without this program: fingerprint and public key by the stock tool.
    assert!(ssh_keygen(&["-lf", file]).contains(text(&keys["fingerprint"])));
    let line = ssh_keygen(&["-y", "-P", PASSPHRASE, "-f", file]);
    assert!(line.starts_with(text(&keys["public_key"])), "{line}");
    // One file, which only its owner may read, and nothing written over.
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(
            fs::metadata(file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    let again = json!({ "path": file, "passphrase": PASSPHRASE });
    assert_eq!(shop.refused("back_up_key", again), "key_copy_exists");
    shop.sound();
}

#[test]
fn a_copy_is_refused_where_it_would_be_none() {
    let shop = Shop::new();
    let stick = tempfile::tempdir().unwrap();
    let check = |path: &str, passphrase: &str, code: &str| {
        let input = json!({ "path": path, "passphrase": passphrase });
        assert_eq!(shop.refused("back_up_key", input), code, "{path}");
    };
    let data = shop.folder.path().to_str().unwrap();
    check(data, PASSPHRASE, "path_in_data_folder");
    check(&format!("{data}/keys"), PASSPHRASE, "path_in_data_folder");
    check(
        &format!("{data}/keys/../copy"),
        PASSPHRASE,
        "path_in_data_folder",
    );
    check("copy", PASSPHRASE, "path_not_whole");
    check("", PASSPHRASE, "path_not_whole");
    let missing = stick.path().join("gone/copy");
    check(missing.to_str().unwrap(), PASSPHRASE, "path_folder_missing");
    check(
        stick.path().to_str().unwrap(),
        "七个字不够长",
        "passphrase_too_short",
    );
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 0);
    assert_eq!(shop.ok("show_keys", json!({}))["copy"], Value::Null);
}

#[test]
fn a_key_that_is_gone_stops_no_morning_and_comes_back_from_its_copy() {
    let shop = Shop::new();
    let stick = tempfile::tempdir().unwrap();
    let path = stick.path().join("钥匙");
    let copy = path.to_str().unwrap();
    shop.ok(
        "back_up_key",
        json!({ "path": copy, "passphrase": PASSPHRASE }),
    );
    shop.morning("2026-03-02");
    let signed = shop.signed()[0].1;
    fs::remove_file(shop.key(0)).unwrap();
    shop.morning("2026-03-03");
    let keys = shop.ok("show_keys", json!({}));
    assert_eq!(keys["trouble"], "missing");
    assert!(keys["unsigned"].as_u64().unwrap() > 0);
    assert_eq!(shop.signed()[0].1, signed, "nothing can be signed");
    shop.sound();
    // Without the key nothing that needs it is pretended.
    let there = json!({ "path": stick.path(), "passphrase": PASSPHRASE });
    assert_eq!(shop.refused("back_up_key", there), "key_missing");
    assert_eq!(shop.refused("rotate_key", json!({})), "key_missing");
    // A wrong passphrase, no key at all, another key, and then the right one.
    let restore = |passphrase: &str| json!({ "path": copy, "passphrase": passphrase });
    assert_eq!(
        shop.refused("restore_key", restore("灶台上的第二个抽屉")),
        "passphrase_wrong"
    );
    let no_key = json!({ "text": "hello", "passphrase": PASSPHRASE });
    assert_eq!(shop.refused("restore_key", no_key), "key_copy_not_a_key");
    let nowhere = json!({ "path": stick.path().join("gone"), "passphrase": PASSPHRASE });
    assert_eq!(shop.refused("restore_key", nowhere), "key_copy_unreadable");
    let other = stick.path().join("other");
    let make = [
        "-q",
        "-t",
        "ed25519",
        "-N",
        PASSPHRASE,
        "-f",
        other.to_str().unwrap(),
    ];
    ssh_keygen(&make);
    let foreign = json!({ "path": other, "passphrase": PASSPHRASE });
    assert_eq!(shop.refused("restore_key", foreign), "key_other");
    assert!(!shop.key(0).exists());
    let back = shop.ok("restore_key", restore(PASSPHRASE));
    assert_eq!(
        (&back["trouble"], &back["unsigned"]),
        (&Value::Null, &json!(0))
    );
    // What was written meanwhile is signed now; a second time there is nothing left to do.
    let entries = shop.signed()[0];
    assert_eq!(entries.0, entries.1);
    shop.ok("restore_key", restore(PASSPHRASE));
    assert_eq!(shop.signed()[0], entries);
    shop.morning("2026-03-04");
    shop.sound();
}

/// Whatever stands in the place of the key, it is never used and never destroyed.
#[test]
fn what_stands_in_the_place_of_the_key_is_laid_aside() {
    let check = |found: &str, trouble: &str| {
        let shop = Shop::new();
        let stick = tempfile::tempdir().unwrap();
        let copy = stick.path().join("copy");
        let input = json!({ "path": copy, "passphrase": PASSPHRASE });
        shop.ok("back_up_key", input.clone());
        fs::remove_file(shop.key(0)).unwrap();
        fs::write(shop.key(0), found).unwrap();
        shop.morning("2026-03-02");
        assert_eq!(shop.ok("show_keys", json!({}))["trouble"], trouble);
        assert_eq!(shop.signed()[0].1, 0);
        shop.ok("restore_key", input);
        let (entries, signed) = shop.signed()[0];
        assert_eq!(entries, signed);
        let aside = shop.folder.path().join("keys/epoch-0.ed25519-aside-1");
        assert_eq!(fs::read_to_string(aside).unwrap(), found);
        shop.sound();
    };
    check("", "unreadable");
    check("torn in the middle", "unreadable");
    check(&"00".repeat(32), "another");
}

#[test]
fn a_new_key_is_signed_in_by_the_old_one() {
    let shop = Shop::new();
    shop.morning("2026-03-02");
    let before = shop.ok("show_keys", json!({}));
    let note = json!({ "note": "换电脑前换一把" });
    let after = shop.ok("rotate_key", note);
    assert_ne!(before["fingerprint"], after["fingerprint"]);
    assert_eq!(after["epochs"][1]["how"], "rotated");
    assert_eq!(
        after["copy"],
        Value::Null,
        "the copy of the old key is none of the new one"
    );
    for (entries, signed) in shop.signed() {
        assert_eq!(entries, signed);
    }
    // Openings, incidents and numbers go on as if nothing had been.
    shop.ok(
        "open_incident",
        json!({ "form": { "symptom": "wont-start" } }),
    );
    shop.morning("2026-03-03");
    shop.ok("rotate_key", json!({}));
    shop.morning("2026-03-04");
    let listed = shop.ok("list_history", json!({ "limit": 9 }));
    assert_eq!(listed["days"].as_array().unwrap().len(), 3);
    assert_eq!(shop.signed().len(), 3);
    shop.sound();
    // Another process, and another start.
    drop(open(shop.folder.path(), &shop.clock));
    shop.morning("2026-03-05");
    shop.sound();
}

#[test]
fn a_lost_key_is_an_epoch_that_says_so() {
    let shop = Shop::new();
    shop.morning("2026-03-02");
    assert_eq!(
        shop.refused("rotate_key", json!({ "lost": true })),
        "key_not_lost"
    );
    let signed = shop.signed()[0].1;
    fs::remove_file(shop.key(0)).unwrap();
    shop.morning("2026-03-03");
    let keys = shop.ok("rotate_key", json!({ "lost": true, "note": "硬盘坏了" }));
    assert_eq!(keys["epochs"][1]["how"], "key_lost");
    assert_eq!(keys["trouble"], Value::Null);
    // No signature by the old key was made up; the new one covers all that is its own.
    let [old, new] = shop.signed()[..] else {
        unreachable!()
    };
    assert_eq!(old.1, signed);
    assert_eq!(new.0, new.1);
    shop.morning("2026-03-04");
    shop.sound();
}

#[test]
fn the_copy_of_an_earlier_key_is_told_apart() {
    let shop = Shop::new();
    let stick = tempfile::tempdir().unwrap();
    let copy = json!({ "path": stick.path().join("copy"), "passphrase": PASSPHRASE });
    shop.ok("back_up_key", copy.clone());
    shop.ok("rotate_key", json!({}));
    assert_eq!(shop.refused("restore_key", copy), "key_of_earlier_epoch");
}

/// An attempt that was killed between key and ledger left a key behind: it is the next one's.
#[test]
fn a_key_left_by_a_killed_attempt_is_taken() {
    let shop = Shop::new();
    shop.ok("show_keys", json!({}));
    fs::write(shop.key(1), "07".repeat(32)).unwrap();
    shop.ok("rotate_key", json!({}));
    assert_eq!(fs::read_to_string(shop.key(1)).unwrap(), "07".repeat(32));
    assert_eq!(shop.signed().len(), 2);
    shop.sound();
    // One that is torn is not.
    fs::write(shop.key(2), "torn").unwrap();
    shop.ok("rotate_key", json!({}));
    shop.morning("2026-03-02");
    shop.sound();
}

/// What an attacker with the database in his hands could do to the seam of two epochs.
#[test]
fn a_seam_that_was_tampered_with_is_found() {
    let check = |sql: &str, place: &str, said: &str| {
        let shop = Shop::new();
        shop.morning("2026-03-02");
        shop.ok("rotate_key", json!({}));
        shop.morning("2026-03-03");
        shop.sound();
        let database = rusqlite::Connection::open(shop.folder.path().join("kaizhang.db")).unwrap();
        database.execute_batch(sql).unwrap();
        let defects = shop.ok("check_folder", json!({}))["defects"].take();
        let first = &defects[0];
        assert_eq!(
            (text(&first["kind"]), text(&first["where"])),
            ("epoch_mismatch", place),
            "{defects:#}"
        );
        assert!(text(&first["detail"]).contains(said), "{defects:#}");
    };
    check("UPDATE device SET epoch = 0", "epoch 1", "stands at");
    check(
        "DROP TRIGGER checkpoint_never_goes;
         DELETE FROM checkpoint WHERE epoch = 0 AND size = (SELECT max(size) FROM checkpoint WHERE epoch = 0)",
        "entry 1/0",
        "did not sign",
    );
    check(
        "DROP TRIGGER entry_never_goes; DROP TRIGGER node_never_goes; DROP TRIGGER checkpoint_never_goes;
         DELETE FROM entry WHERE epoch = 0; DELETE FROM node WHERE epoch = 0; DELETE FROM checkpoint WHERE epoch = 0",
        "entry 1/0",
        "is not there",
    );
}

/// What somebody who gets a pack can tell of keys that changed: it is whole, and whose it is.
#[test]
fn a_pack_stands_over_a_change_of_keys_and_over_a_loss() {
    let shop = Shop::new();
    let out = tempfile::tempdir().unwrap();
    shop.morning("2026-03-02");
    let range = json!({ "about": "range", "from": "2026-03-01", "to": "2026-03-31", "out": out.path().join("a.zip") });
    let finished = |name: &str, input: &Value| -> Result<Value, Refusal> {
        shop.call(name, input.clone())?;
        shop.app.finish_work(Duration::from_millis(5), |_| ())
    };
    // Without a key there is no pack, and nothing half-made of it.
    let key = fs::read(shop.key(0)).unwrap();
    fs::remove_file(shop.key(0)).unwrap();
    assert_eq!(
        finished("start_pack", &range).unwrap_err().code,
        "key_missing"
    );
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
    fs::write(shop.key(0), key).unwrap();
    let check = |epochs: u64, former: &[(&Value, bool)]| {
        let foreseen = shop.ok(
            "preview_pack",
            json!({ "about": "range", "from": "2026-03-01", "to": "2026-03-31" }),
        );
        let made = finished("start_pack", &range).unwrap();
        let fingerprint = shop.ok("show_keys", json!({}))["fingerprint"].clone();
        let found = finished(
            "start_verify",
            &json!({ "path": made["path"], "key": fingerprint }),
        )
        .unwrap();
        assert_eq!(found["defects"], json!([]), "{epochs}: {found:#}");
        assert_eq!(
            (&found["own_key"], &found["key_fits"]),
            (&json!(true), &json!(true))
        );
        assert_eq!(found["signed_by"], fingerprint);
        // What was foreseen is what went along, whatever key its day was under.
        assert_eq!(found["entries"], foreseen["entries"], "{found:#}");
        // Earlier keys that reached the receiver on paper: good where each vouched for the next.
        for (told, follows) in former {
            let asked = json!({ "path": made["path"], "key": told });
            let found = finished("start_verify", &asked).unwrap();
            assert_eq!(
                (&found["ok"], &found["key_fits"], &found["key_follows"]),
                (&json!(follows), &json!(follows), &json!(follows)),
                "{found:#}"
            );
        }
        // Somebody else's fingerprint on paper, and a PC that knows nothing of this shop.
        let other = json!({ "path": made["path"], "key": "SHA256:HR9/F9jDvsoCQ0RBr6Vn5mWPVr1wGvFSRuWGRKUDFPo" });
        assert_eq!(finished("start_verify", &other).unwrap()["key_fits"], false);
        let stranger = Shop::new();
        stranger.ok("start_verify", json!({ "path": made["path"] }));
        let found = stranger
            .app
            .finish_work(Duration::from_millis(5), |_| ())
            .unwrap();
        assert_eq!(
            (&found["ok"], &found["own_key"]),
            (&json!(true), &json!(false)),
            "{found:#}"
        );
        fs::remove_file(out.path().join("a.zip")).unwrap();
    };
    let fingerprint = || shop.ok("show_keys", json!({}))["fingerprint"].clone();
    let first = fingerprint();
    check(1, &[]);
    shop.ok("rotate_key", json!({}));
    shop.morning("2026-03-03");
    let second = fingerprint();
    check(2, &[(&first, true)]);
    shop.ok("rotate_key", json!({}));
    check(3, &[(&first, true), (&second, true)]);
    // The key is gone, the shop goes on: what it takes in that day is under no signature until there is a new one.
    let third = fingerprint();
    fs::remove_file(shop.key(2)).unwrap();
    shop.morning("2026-03-04");
    let offered = Offered::named("小票.txt");
    let slip = shop
        .app
        .attach(&Caller::default(), &offered, &mut &b"128.00"[..]);
    shop.ok(
        "open_incident",
        json!({ "form": { "symptom": "network" }, "attachments": [slip.unwrap()["id"]] }),
    );
    shop.ok("rotate_key", json!({ "lost": true }));
    shop.morning("2026-03-05");
    let lost = [(&first, false), (&second, false), (&third, false)];
    check(4, &lost);
    // A replacement that is in order ends in the new key, and in none from before the loss.
    let fourth = fingerprint();
    shop.ok("rotate_key", json!({}));
    check(5, &[(&third, false), (&fourth, true)]);
    shop.sound();
}
