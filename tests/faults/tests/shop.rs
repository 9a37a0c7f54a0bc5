//! The program under test: a shop's real days on the real app, each answer acknowledged as soon as it is given.

use std::path::Path;
use std::process::exit;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use kaizhang_app::{App, Caller, Offered, OpenOptions, Refusal, System};
use kaizhang_faults::sweep::REFUSED;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::roles::Told;

/// A picture, so that small copies of it are made.
const PHOTO: &[u8] = include_bytes!("../../../src-tauri/crates/picture/samples/progressive.jpg");

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

/// The program: `variant act`, where the act is `set_up`, `morning`, `later`, `photos`, `aid` or `keys`.
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
        "aid" => shop.aid(),
        "keys" => shop.keys(),
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

    /// A payment that failed: a picture of the screen, an incident with a sale in doubt, steps of the guide, a slip with
    /// its picture, and the settlement.
    fn aid(&mut self) {
        let screen = self.attach_bytes("screen.jpg", PHOTO);
        let form = json!({"code": "96", "amount": "128", "note": "客人说手机已扣款"});
        let sale = json!({"trace": "123"});
        let Some(opened) = self.incident(
            "open_incident",
            json!({"form": form, "sale": sale}),
            &screen,
        ) else {
            return;
        };
        let (incident, sale) = (&opened["id"], &opened["sales"][0]["id"]);
        self.incident(
            "take_step",
            json!({"incident": incident, "step": "look-up", "answer": "unknown"}),
            &Value::Null,
        );
        let call = json!({"kind": "call", "hotline": "95516", "said": "明天再查"});
        self.incident(
            "note_incident",
            json!({"incident": incident, "note": call}),
            &Value::Null,
        );
        let slip = self.attach("slip.bin", 4, 3_000);
        let form = json!({"amount": "128", "trace": "123", "attachments": [slip]});
        if slip.is_null() {
            return;
        }
        let Some(receipt) = self.call("add_receipt", json!({"form": form})) else {
            return;
        };
        self.acknowledge(&json!({"receipt": receipt}));
        let form = json!({"how": "settled", "receipt": receipt["id"], "attachments": [slip]});
        self.incident(
            "settle_sale",
            json!({"sale": sale, "form": form}),
            &Value::Null,
        );
    }

    /// A new key in the middle of a morning, and what is written under it.
    fn keys(&mut self) {
        let mark = json!({"item": "account-normal", "result": "pass"});
        self.mark("till-1", mark.clone(), &[]);
        if let Some(keys) = self.call("rotate_key", json!({"note": "换一把"})) {
            self.acknowledge(&json!({"keys": keys["epochs"]}));
        }
        self.mark("till-2", mark, &[]);
    }

    /// A command that answers with an incident's page. A file that could not be brought is left out.
    fn incident(&mut self, name: &str, mut input: Value, file: &Value) -> Option<Value> {
        if !file.is_null() {
            input["attachments"] = json!([file]);
        }
        let page = self.call(name, input)?;
        self.acknowledge(&json!({"incident": page}));
        Some(page)
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
        self.attach_bytes(name, &vec![fill; count])
    }

    fn attach_bytes(&mut self, name: &str, bytes: &[u8]) -> Value {
        let mut source = bytes;
        match self
            .app
            .attach(&Caller::default(), &Offered::named(name), &mut source)
        {
            Ok(attachment) => {
                assert_eq!(attachment["sha256"], hex::encode(Sha256::digest(bytes)));
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
