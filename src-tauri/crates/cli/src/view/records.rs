//! Incidents, the sales that they leave in doubt, and receipts, as far as the prompt shows them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use serde_json::Value;

use super::Till;

/// What people call something with an id.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// What is known of an incident; empty where it is not known.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Details {
    pub(crate) lane: Option<String>,
    pub(crate) symptom: String,
    pub(crate) code: String,
    pub(crate) screen: String,
    pub(crate) amount_fen: Option<i64>,
    pub(crate) card: Option<String>,
    pub(crate) item: String,
    pub(crate) cause: Option<String>,
    pub(crate) note: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct IncidentLine {
    pub(crate) no: u32,
    pub(crate) state: String,
    pub(crate) till: Till,
    pub(crate) terminal: Option<Named>,
    pub(crate) opened_at: DateTime<Utc>,
    pub(crate) opened_by: String,
    pub(crate) details: Details,
    pub(crate) owner: String,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) times: u32,
    pub(crate) pending: bool,
}

/// A file that was brought in.
#[derive(Debug, Deserialize)]
pub(crate) struct File {
    pub(crate) name: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Call {
    pub(crate) hotline: String,
    pub(crate) answered_by: String,
    pub(crate) ticket: String,
    pub(crate) waited_s: u32,
    pub(crate) lasted_s: u32,
    pub(crate) said: String,
}

/// What happened, of every kind that the timeline has.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Happened {
    Opened {
        details: Details,
    },
    Step {
        step: String,
        answer: String,
    },
    Said {
        text: String,
    },
    Call {
        call: Call,
    },
    Attached {
        attachments: Vec<File>,
    },
    Amended {
        details: Details,
    },
    Assigned {
        owner: String,
        due: Option<NaiveDate>,
        waiting: bool,
    },
    Resolved {
        how: String,
        loss_fen: Option<i64>,
    },
    Reopened {
        why: String,
    },
    SalePending {
        amount_fen: Option<i64>,
    },
    SaleAmended {
        amount_fen: Option<i64>,
    },
    SaleSettled {
        how: String,
        note: String,
    },
    SaleReopened {
        why: String,
    },
}

#[derive(Debug, Deserialize)]
pub(crate) struct Event {
    pub(crate) at: DateTime<Utc>,
    pub(crate) actor: String,
    pub(crate) what: Happened,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Sale {
    pub(crate) incident_no: u32,
    pub(crate) amount_fen: Option<i64>,
    pub(crate) card: Option<String>,
    pub(crate) code: String,
    pub(crate) at: DateTime<Utc>,
    pub(crate) settled: Option<Value>,
}

/// What is told about a code.
#[derive(Debug, Deserialize)]
pub(crate) struct Told {
    pub(crate) code: String,
    pub(crate) meaning: String,
    pub(crate) from: String,
    pub(crate) advice: String,
    pub(crate) advice_from: String,
    pub(crate) ours: Option<OurCode>,
}

/// Our own row for a code.
#[derive(Debug, Deserialize)]
pub(crate) struct OurCode {
    pub(crate) meaning: Both,
    pub(crate) meaning_newer: Option<Both>,
    pub(crate) cause: Option<String>,
    pub(crate) outcome: String,
    pub(crate) retry: String,
    pub(crate) unverified: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Both {
    pub(crate) zh: String,
    pub(crate) en: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Sourced {
    pub(crate) value: String,
}

/// Whom to call.
#[derive(Debug, Deserialize)]
pub(crate) struct Contact {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) hotline: Option<Sourced>,
}

/// Where the guide stands.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Next {
    Step(String),
    End(String),
}

#[derive(Debug, Deserialize)]
pub(crate) struct IncidentPage {
    #[serde(flatten)]
    pub(crate) line: IncidentLine,
    pub(crate) timeline: Vec<Event>,
    pub(crate) sales: Vec<Sale>,
    pub(crate) attachments: Vec<File>,
    pub(crate) told_zh: Option<Told>,
    pub(crate) told_en: Option<Told>,
    pub(crate) to_call: Option<Contact>,
    pub(crate) stands_at: Option<Next>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ReceiptLine {
    pub(crate) no: u32,
    pub(crate) kind: String,
    pub(crate) at: DateTime<Utc>,
    pub(crate) amount_fen: i64,
    pub(crate) tip_fen: Option<i64>,
    pub(crate) total_fen: i64,
    pub(crate) terminal: String,
    pub(crate) merchant_name: String,
    pub(crate) merchant_no: String,
    pub(crate) terminal_no: String,
    pub(crate) operator: String,
    pub(crate) issuer: String,
    pub(crate) acquirer: String,
    pub(crate) card: Option<String>,
    pub(crate) batch: String,
    pub(crate) trace: String,
    pub(crate) auth: String,
    pub(crate) reference: String,
    pub(crate) note: String,
    pub(crate) attachments: Vec<File>,
    pub(crate) added_by: String,
    pub(crate) amended: u32,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Match {
    pub(crate) sale: Sale,
    pub(crate) by: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ReceiptPage {
    #[serde(flatten)]
    pub(crate) line: ReceiptLine,
    pub(crate) matches: Vec<Match>,
    pub(crate) same_as: Vec<u32>,
}
