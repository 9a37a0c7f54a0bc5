//! Packs: what was taken out of the shop's records for somebody, and when.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::Day;

/// What a pack is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum PackSubject {
    /// An incident.
    Incident {
        /// Its id.
        incident: String,
    },
    /// A case.
    Dispute {
        /// Its id.
        dispute: String,
    },
    /// Everything of a range of business days.
    Range {
        /// The first.
        #[ts(type = "string")]
        from: Day,
        /// The last.
        #[ts(type = "string")]
        to: Day,
    },
}

/// A pack was made. What left the shop stands here, not where it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackMade {
    /// What it is about.
    #[serde(flatten)]
    pub subject: PackSubject,
    /// The name of its file.
    pub name: String,
    /// SHA-256 of its tag manifest, 64 hex digits: stands for all of it. Of files for an upload, that of their list.
    pub digest: String,
    /// Ledger entries in it.
    pub entries: u64,
    /// Its length.
    pub bytes: u64,
    /// Whether a third party's time stands on it.
    pub timestamped: bool,
    /// Ids of the attachments in it; of a blacked-out copy, the copy's.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<String>,
    /// The upload form that its files are for; empty for a whole pack.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub profile: String,
}
