//! A shop on a real data folder, with a clock that is moved by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use kaizhang_app::{App, Caller, Offered, OpenOptions, Outside, Refusal};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::Staged;

/// What most tests are about; a test that needs more of a shop wraps it and dereferences to it.
pub struct Shop {
    /// Its data folder.
    pub folder: tempfile::TempDir,
    /// Its clock and its chance.
    pub outside: Arc<Staged>,
    /// The app on that folder.
    pub app: App,
    staff: &'static str,
}

impl Shop {
    /// A noodle shop in Shanghai, set up at `now` with what `more` says of it, and `staff` at the till.
    #[track_caller]
    pub fn set_up(now: &str, staff: &'static str, more: Value) -> Shop {
        let folder = tempfile::tempdir().unwrap();
        let outside = Arc::new(Staged::at(now));
        let clock = Arc::clone(&outside) as Arc<dyn Outside>;
        let app = App::open_with(folder.path(), OpenOptions::default(), clock).unwrap();
        let shop = Shop {
            folder,
            outside,
            app,
            staff,
        };
        let mut wish = json!({
            "name": "示例面馆", "lanes": ["card", "qr", "cash"], "zone": "Asia/Shanghai",
        });
        let more = more.as_object().unwrap().clone();
        wish.as_object_mut().unwrap().extend(more);
        shop.done("set_up_shop", wish);
        shop
    }

    /// The same records after the program was closed; `between` is what happened to the folder meanwhile.
    pub fn started_again(self, between: impl FnOnce(&std::path::Path)) -> Shop {
        let Shop {
            folder,
            outside,
            app,
            staff,
        } = self;
        drop(app);
        between(folder.path());
        let clock = Arc::clone(&outside) as Arc<dyn Outside>;
        let app = App::open_with(folder.path(), OpenOptions::default(), clock).unwrap();
        Shop {
            folder,
            outside,
            app,
            staff,
        }
    }

    fn caller(&self) -> Caller {
        Caller {
            staff: self.staff.to_owned(),
        }
    }

    /// What a command answers.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Refusal> {
        self.app.call(&self.caller(), name, input)
    }

    /// What a command answers that must be done.
    #[track_caller]
    pub fn done(&self, name: &str, input: Value) -> Value {
        let shown = input.to_string();
        self.call(name, input)
            .unwrap_or_else(|no| panic!("{name} {shown}: {no:?}"))
    }

    /// The code with which a command must be refused.
    #[track_caller]
    pub fn refused(&self, name: &str, input: Value) -> String {
        let shown = input.to_string();
        match self.call(name, input) {
            Err(no) => no.code,
            Ok(_) => panic!("{name} {shown} was taken"),
        }
    }

    /// Attaches a file.
    #[track_caller]
    pub fn bring(&self, name: &str, mut bytes: &[u8]) -> Value {
        let kept = self
            .app
            .attach(&self.caller(), &Offered::named(name), &mut bytes);
        kept.unwrap()
    }

    /// Marks what is left of today at the first till as a careful person would.
    #[track_caller]
    pub fn pass_the_rest(&self) {
        self.pass_the_rest_at("till-1");
    }

    /// The same at any till.
    #[track_caller]
    pub fn pass_the_rest_at(&self, till: &str) {
        let today = self.done("show_today", json!({ "till": till }));
        for section in today["sections"].as_array().unwrap() {
            for item in section["items"].as_array().unwrap() {
                if !item["result"].is_null() {
                    continue;
                }
                let mut mark = json!({ "till": till, "item": item["item"], "result": "pass" });
                match item["kind"].as_str().unwrap() {
                    "number" => mark["value"] = json!("12.5"),
                    "text" => mark["value"] = json!("V2.3"),
                    "choice" => mark["value"] = item["choices"][0].clone(),
                    "cash" => mark["value"] = json!("100x3 20x5 10x5 5x6 1x20"),
                    "photo" => mark["result"] = json!("na"),
                    _ => {}
                }
                self.done("mark_item", mark);
            }
        }
    }

    /// The database itself, past every rule.
    pub fn raw(&self) -> Connection {
        Connection::open(self.folder.path().join("kaizhang.db")).unwrap()
    }

    /// Every row of these tables, as text.
    pub fn rows_of(&self, tables: &[&'static str]) -> BTreeMap<&'static str, Vec<String>> {
        let raw = self.raw();
        let rows_of = |table: &str| -> Vec<String> {
            let mut statement = raw.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let columns = statement.column_count();
            let row = |row: &rusqlite::Row<'_>| -> rusqlite::Result<String> {
                let cells: Vec<String> = (0..columns)
                    .map(|n| Ok(format!("{:?}", row.get_ref(n)?)))
                    .collect::<rusqlite::Result<_>>()?;
                Ok(cells.join(" "))
            };
            let rows = statement.query_map([], row).unwrap();
            rows.map(Result::unwrap).collect()
        };
        tables
            .iter()
            .map(|table| (*table, rows_of(table)))
            .collect()
    }

    /// The check of the folder finds nothing.
    #[track_caller]
    pub fn is_whole(&self) {
        let found = self.done("check_folder", Value::Null);
        assert_eq!(found["ok"], true, "{found}");
    }
}
