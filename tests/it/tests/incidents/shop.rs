//! A shop on a real data folder, with a clock that is moved by hand.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde_json::{Value, json};

/// The tables that incidents, sales, receipts and contacts stand in.
pub const TABLES: [&str; 10] = [
    "attachment",
    "code_text",
    "follow_up",
    "incident",
    "incident_event",
    "pending_sale",
    "provider",
    "receipt",
    "staff",
    "terminal",
];

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
        let tills = json!([{ "id": "till-1", "name": "前台" }, { "id": "till-2", "name": "外摆" }]);
        let tills = json!({ "tills": tills });
        Shop(kaizhang_it::Shop::set_up(
            "2026-11-23T00:40:00Z",
            "早班",
            tills,
        ))
    }

    #[track_caller]
    pub fn open(&self, form: Value) -> Value {
        self.done("open_incident", json!({ "form": form }))
    }

    #[track_caller]
    pub fn step(&self, step: &str, answer: &str) -> Value {
        self.done(
            "take_step",
            json!({ "incident": "1", "step": step, "answer": answer }),
        )
    }

    pub fn file(&self, name: &str) -> Value {
        self.bring(name, &name.as_bytes().repeat(40))["id"].clone()
    }

    pub fn pending(&self) -> Value {
        self.done("show_today", Value::Null)["pending_sales"].clone()
    }

    /// Passes everything of today that is left, and finishes.
    pub fn finish(&self) {
        self.pass_the_rest();
        self.done("finish_opening", Value::Null);
    }

    /// How the card's lane stands today, with the reason where there is one.
    pub fn card(&self) -> [String; 2] {
        let lane = &self.done("show_today", Value::Null)["verdict"]["card"];
        let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        [word(&lane["state"]), word(&lane["reasons"][0]["code"])]
    }

    pub fn rows(&self) -> BTreeMap<&'static str, Vec<String>> {
        self.rows_of(&TABLES)
    }
}
