//! Cases, as far as the prompt shows them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;

use super::{File, IncidentLine, ReceiptLine, Sale};

/// How long there is to answer.
#[derive(Debug, Deserialize)]
pub(crate) struct Clock {
    pub(crate) urgency: String,
    pub(crate) days_left: Option<i64>,
}

/// What is known of a case; empty where it is not known.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DisputeDetails {
    pub(crate) notice_no: String,
    pub(crate) said: String,
    pub(crate) sold_on: Option<NaiveDate>,
    pub(crate) reference: String,
    pub(crate) trace: String,
    pub(crate) card: Option<String>,
    pub(crate) story: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct DisputeLine {
    pub(crate) no: u32,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) from: String,
    pub(crate) amount_fen: Option<i64>,
    pub(crate) notice_on: NaiveDate,
    pub(crate) reply_by: Option<NaiveDate>,
    pub(crate) clock: Clock,
    pub(crate) missing: Vec<String>,
    pub(crate) opened_by: String,
    pub(crate) details: DisputeDetails,
}

/// One piece that is asked for.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    pub(crate) piece: String,
    pub(crate) weight: String,
    pub(crate) state: String,
    pub(crate) why: String,
}

/// A pack that was made of it.
#[derive(Debug, Deserialize)]
pub(crate) struct Pack {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// What a link leads to.
#[derive(Debug, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub(crate) enum Thing {
    Receipt { receipt: Box<ReceiptLine> },
    Incident { incident: Box<IncidentLine> },
    Sale { sale: Box<Sale> },
    Opening { opening: Box<LinkedOpening> },
    File { file: File, piece: String },
    NotNeeded {},
}

#[derive(Debug, Deserialize)]
pub(crate) struct LinkedOpening {
    pub(crate) day: NaiveDate,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Link {
    pub(crate) thing: Thing,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Submission {
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) way: String,
    /// Empty when none was sent.
    #[serde(default)]
    pub(crate) pack: String,
    pub(crate) files: Vec<SentFile>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SentFile {
    pub(crate) name: String,
    pub(crate) sha256: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Ending {
    pub(crate) note: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct DisputePage {
    #[serde(flatten)]
    pub(crate) line: DisputeLine,
    pub(crate) notice: Vec<File>,
    pub(crate) asked: Vec<Asked>,
    pub(crate) links: Vec<Link>,
    pub(crate) suggestions: Vec<Link>,
    pub(crate) packs: Vec<Pack>,
    pub(crate) submission: Option<Submission>,
    pub(crate) ending: Option<Ending>,
}
