//! The program under test: a shop's real days on the real app, each answer acknowledged as soon as it is given.

use std::path::Path;
use std::process::exit;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use kaizhang_app::{App, Caller, OpenOptions, Refusal, System};
use kaizhang_faults::sweep::REFUSED;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::roles::Told;

/// How the store is broken on purpose, as the first word of the program's part.
fn options(variant: &str) -> OpenOptions {
    let mut options = OpenOptions::default();
    match variant {
        "sound" => {}
        "unsynced" => options.synchronous_normal = true,
        "row_before_file" => options.row_before_file = true,
        other => panic!("no variant {other}"),
    }
    options
}

/// The program: `variant act`, where the act is `set_up`, `morning`, `later` or `photos`.
#[test]
#[ignore = "the program of the other tests"]
fn day() {
    let Some(told) = Told::read() else { return };
    let (variant, act) = told.part.split_once(' ').unwrap();
    let act = act.to_owned();
    let app = match App::open_with(&told.folder, options(variant), Arc::new(System)) {
        Ok(app) => app,
        Err(refusal) => {
            say(&refusal);
            exit(REFUSED);
        }
    };
    let mut shop = Shop {
        app,
        told,
        refused: false,
    };
    match act.as_str() {
        "set_up" => shop.set_up(),
        "morning" => shop.morning(),
        "later" => shop.later(),
        "photos" => shop.photos(),
        other => panic!("no act {other}"),
    }
    let Shop { app, told, refused } = shop;
    drop(app);
    if refused {
        exit(REFUSED);
    }
    let log = told.folder.join("kaizhang.db-wal");
    wait_until_closed(&log);
}

/// The last connection to close moves SQLite's log into the database and removes it. It closes on a thread of its own;
/// what it does then is to be hit by the faults as well.
fn wait_until_closed(log: &Path) {
    for _ in 0..500 {
        if !log.exists() {
            return;
        }
        sleep(Duration::from_millis(1));
    }
}

/// Says why something was refused, on a line of its own: the test harness leaves its own unfinished.
fn say(refusal: &Refusal) {
    println!("\nrefused {} {refusal:?}", refusal.code);
}

struct Shop {
    app: App,
    told: Told,
    refused: bool,
}

impl Shop {
    fn set_up(&mut self) {
        let hours = json!({"open": "09:00", "close": "21:00"});
        let settings = json!({
            "name": "巷口小店",
            "lanes": ["card", "qr", "cash"],
            "opens": vec![hours; 7],
            "zone": "Asia/Shanghai",
            "tills": [{"id": "till-1", "name": "前台"}, {"id": "till-2", "name": "外摆"}],
        });
        if self.call("set_up_shop", settings).is_some() {
            self.acknowledge(&json!({"shop": "巷口小店"}));
        }
    }

    /// Marks of every kind, two photos, and the finish.
    fn morning(&mut self) {
        let till = "till-1";
        let photos = [
            self.attach("pos.jpg", 1, 9_000),
            self.attach("plate.jpg", 2, 700),
        ];
        self.mark(
            till,
            json!({"item": "machine-photo", "result": "pass"}),
            &photos,
        );
        self.mark(
            till,
            json!({"item": "account-normal", "result": "pass"}),
            &[],
        );
        self.mark(
            till,
            json!({"item": "machine-keys-lights", "result": "fail", "note": "5 号键按了没反应"}),
            &[],
        );
        self.mark(
            till,
            json!({"item": "network-data-left", "result": "pass", "value": "12.5"}),
            &[],
        );
        self.mark(
            till,
            json!({"item": "upkeep-software", "result": "pass", "value": "V3.2.1"}),
            &[],
        );
        self.mark(
            till,
            json!({"item": "cash-float", "result": "pass", "value": "500"}),
            &[],
        );
        self.confirm(till, "network");
        self.finish(till, "赶着开门，其余稍后补上");
    }

    /// The morning's photos once more, as after a crash.
    fn photos(&mut self) {
        let photos = [
            self.attach("pos.jpg", 1, 9_000),
            self.attach("plate.jpg", 2, 700),
        ];
        self.mark(
            "till-1",
            json!({"item": "machine-photo", "result": "pass"}),
            &photos,
        );
    }

    /// After the finish: an amendment with a photo, a mark taken back, and the other till's opening.
    fn later(&mut self) {
        let photo = [self.attach("again.jpg", 3, 5_000)];
        self.mark(
            "till-1",
            json!({"item": "machine-photo", "result": "pass", "note": "重拍"}),
            &photo,
        );
        self.mark(
            "till-1",
            json!({"item": "machine-keys-lights", "result": "pass"}),
            &[],
        );
        if let Some(marked) = self.mark(
            "till-2",
            json!({"item": "account-normal", "result": "pass"}),
            &[],
        ) {
            self.undo("till-2", &marked);
        }
        self.confirm("till-2", "account");
        self.confirm("till-2", "machine");
        self.finish("till-2", "只收码");
    }

    /// Runs a command; nothing when it is refused, which ends nothing: the shop goes on as people do.
    fn call(&mut self, name: &str, input: Value) -> Option<Value> {
        let caller = Caller {
            staff: "小李".to_owned(),
        };
        match self.app.call(&caller, name, input) {
            Ok(output) => Some(output),
            Err(refusal) => {
                say(&refusal);
                self.refused = true;
                None
            }
        }
    }

    fn attach(&mut self, name: &str, fill: u8, count: usize) -> Value {
        let bytes = vec![fill; count];
        match self
            .app
            .attach(&Caller::default(), name, &mut bytes.as_slice())
        {
            Ok(attachment) => {
                assert_eq!(attachment["sha256"], hex::encode(Sha256::digest(&bytes)));
                self.acknowledge(&json!({"attachment": attachment}));
                attachment["id"].clone()
            }
            Err(refusal) => {
                say(&refusal);
                self.refused = true;
                Value::Null
            }
        }
    }

    fn mark(&mut self, till: &str, mut mark: Value, photos: &[Value]) -> Option<Value> {
        if photos.iter().any(Value::is_null) {
            // Without its photo the mark would be refused for that, and not for what went wrong.
            return None;
        }
        mark["till"] = json!(till);
        mark["attachments"] = json!(photos);
        let marked = self.call("mark_item", mark.clone())?;
        self.acknowledge(
            &json!({"marks": marked["marks"], "day": marked["today"]["day"], "mark": mark}),
        );
        Some(marked)
    }

    fn confirm(&mut self, till: &str, section: &str) {
        if let Some(marked) =
            self.call("confirm_section", json!({"till": till, "section": section}))
        {
            let mark = json!({"till": till, "result": "pass"});
            self.acknowledge(
                &json!({"marks": marked["marks"], "day": marked["today"]["day"], "mark": mark}),
            );
        }
    }

    fn undo(&mut self, till: &str, marked: &Value) {
        let undo = json!({"till": till, "marks": marked["marks"]});
        if self.call("undo_marks", undo).is_some() {
            self.acknowledge(
                &json!({"undone": marked["marks"], "day": marked["today"]["day"], "till": till}),
            );
        }
    }

    fn finish(&mut self, till: &str, note: &str) {
        if let Some(today) = self.call("finish_opening", json!({"till": till, "note": note})) {
            self.acknowledge(&json!({"finished": till, "day": today["day"], "note": note}));
        }
    }

    fn acknowledge(&mut self, what: &Value) {
        self.told.acknowledge(&what.to_string());
    }
}
