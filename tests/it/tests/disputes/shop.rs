//! A shop on a real data folder, with a clock that is moved by hand.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde_json::{Value, json};

/// The tables that cases stand in.
pub const TABLES: [&str; 4] = ["dispute", "dispute_event", "dispute_link", "reply_reminder"];

pub struct Shop(kaizhang_it::Shop);

impl Deref for Shop {
    type Target = kaizhang_it::Shop;

    fn deref(&self) -> &kaizhang_it::Shop {
        &self.0
    }
}

impl Shop {
    /// Monday, twenty to nine in Shanghai.
    pub fn new() -> Shop {
        Shop(kaizhang_it::Shop::set_up(
            "2026-11-23T00:40:00Z",
            "老板",
            json!({}),
        ))
    }

    /// Opens a case.
    #[track_caller]
    pub fn open(&self, form: Value) -> Value {
        self.done("open_dispute", json!({ "form": form }))
    }

    /// Links the first case.
    #[track_caller]
    pub fn link(&self, link: Value) -> Value {
        self.done("link_dispute", json!({ "dispute": "1", "links": [link] }))
    }

    pub fn show(&self) -> Value {
        self.done("show_dispute", json!({ "dispute": "1" }))
    }

    /// A file under this name.
    pub fn file(&self, name: &str) -> Value {
        self.bring(name, &name.as_bytes().repeat(40))
    }

    pub fn rows(&self) -> BTreeMap<&'static str, Vec<String>> {
        self.rows_of(&TABLES)
    }
}

/// The ids of the pieces that a case still misses.
pub fn missing(case: &Value) -> Vec<&str> {
    let missing = case["missing"].as_array().unwrap();
    missing
        .iter()
        .map(|piece| piece.as_str().unwrap())
        .collect()
}
