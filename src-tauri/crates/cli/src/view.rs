//! The answers of the commands, as far as the prompt shows them. It reads them as any other client of
//! the table does.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use kaizhang_words::{HeadlineFacts, Words};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::Failure;

mod disputes;
mod records;
pub(crate) use disputes::*;
pub(crate) use records::*;

/// Reads an answer.
pub(crate) fn read<T: DeserializeOwned>(value: Value) -> Result<T, Failure> {
    // Both ends are this program; a difference is found by the tests, and told all the same.
    serde_json::from_value(value).map_err(|error| Failure::Pipe(error.into()))
}

#[derive(Debug, Deserialize)]
pub(crate) struct Till {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Till {
    /// What people call it.
    pub(crate) fn called(&self, words: &Words) -> String {
        words.till_name(&self.id, &self.name)
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct Shop {
    pub(crate) name: String,
    pub(crate) zone: String,
    pub(crate) lanes: Vec<String>,
    pub(crate) demo: bool,
}

impl Shop {
    /// The zone on whose clock hours are shown.
    pub(crate) fn zone(&self) -> Tz {
        zone_named(&self.zone)
    }
}

/// The zone with this name; the shop's own was checked when it was set.
pub(crate) fn zone_named(name: &str) -> Tz {
    name.parse().unwrap_or(Tz::Asia__Shanghai)
}

#[derive(Debug, Deserialize)]
pub(crate) struct Reason {
    pub(crate) code: String,
    item: Option<String>,
    fallback: Option<String>,
    amount_fen: Option<i64>,
    #[serde(default)]
    incident: Option<u32>,
}

impl Reason {
    /// In words.
    pub(crate) fn said(&self, words: &Words) -> String {
        words.reason_text(
            &self.code,
            self.item.as_deref(),
            self.fallback.as_deref(),
            self.amount_fen,
            self.incident,
        )
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct LaneVerdict {
    pub(crate) state: String,
    pub(crate) reasons: Vec<Reason>,
}

pub(crate) type Verdict = BTreeMap<String, LaneVerdict>;

#[derive(Debug, Deserialize)]
pub(crate) struct Headline {
    kind: String,
    lanes: Vec<String>,
    fallback: Option<String>,
    left: u64,
    amount_fen: Option<i64>,
}

impl Headline {
    /// In one sentence.
    pub(crate) fn said(&self, words: &Words) -> String {
        let lanes: Vec<&str> = self.lanes.iter().map(String::as_str).collect();
        words.headline_text(&HeadlineFacts {
            kind: &self.kind,
            lanes: &lanes,
            fallback: self.fallback.as_deref(),
            left: self.left,
            amount_fen: self.amount_fen,
        })
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct Range {
    pub(crate) min: f64,
    pub(crate) max: f64,
    pub(crate) unit: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Item {
    pub(crate) item: String,
    pub(crate) kind: String,
    pub(crate) result: Option<String>,
    pub(crate) note: String,
    pub(crate) value: Option<Value>,
    pub(crate) attachments: Vec<Value>,
    pub(crate) at: Option<DateTime<Utc>>,
    pub(crate) actor: String,
    pub(crate) range: Option<Range>,
    pub(crate) target_fen: Option<i64>,
    pub(crate) choices: Option<Vec<String>>,
    pub(crate) fail_needs_note: bool,
    pub(crate) warning: Option<Reason>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Section {
    pub(crate) id: String,
    pub(crate) done: u64,
    pub(crate) failed: u64,
    pub(crate) items: Vec<Item>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Today {
    pub(crate) day: NaiveDate,
    pub(crate) now: DateTime<Utc>,
    pub(crate) state: String,
    pub(crate) till: Till,
    pub(crate) shop: Shop,
    pub(crate) first_run: bool,
    pub(crate) verdict: Verdict,
    pub(crate) headline: Headline,
    pub(crate) left: u64,
    pub(crate) must_left: u64,
    pub(crate) sections: Vec<Section>,
    pub(crate) finished_at: Option<DateTime<Utc>>,
    pub(crate) finished_by: String,
    pub(crate) finish_note: String,
    pub(crate) pending_sales: Vec<Sale>,
    pub(crate) open_incidents: u32,
}

impl Today {
    /// Every item, in the order of the list.
    pub(crate) fn items(&self) -> impl Iterator<Item = &Item> {
        self.sections.iter().flat_map(|section| &section.items)
    }

    /// Whether the opening is closed.
    pub(crate) fn is_finished(&self) -> bool {
        self.state == "finished" || self.state == "late"
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct Marked {
    pub(crate) today: Today,
    pub(crate) marks: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct HistoryDay {
    pub(crate) day: NaiveDate,
    pub(crate) till: Till,
    pub(crate) state: String,
    pub(crate) headline: Headline,
    pub(crate) failures: u64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct HistoryPage {
    pub(crate) days: Vec<HistoryDay>,
    pub(crate) more: bool,
}

/// Where a file that was found stands.
#[derive(Debug, Deserialize)]
pub(crate) struct FoundAt {
    pub(crate) kind: String,
    pub(crate) no: Option<u32>,
}

/// One thing that search found.
#[derive(Debug, Deserialize)]
pub(crate) struct Found {
    pub(crate) kind: String,
    pub(crate) no: Option<u32>,
    pub(crate) day: NaiveDate,
    pub(crate) till: Option<Till>,
    pub(crate) item: Option<String>,
    pub(crate) symptom: Option<String>,
    pub(crate) replaced: bool,
    pub(crate) belongs: Option<FoundAt>,
    pub(crate) text: String,
    pub(crate) cut_before: bool,
    pub(crate) cut_after: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Defect {
    pub(crate) kind: String,
    #[serde(rename = "where")]
    pub(crate) place: String,
    pub(crate) detail: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Fsck {
    pub(crate) ok: bool,
    pub(crate) entries: i64,
    pub(crate) root: String,
    pub(crate) defects: Vec<Defect>,
}
