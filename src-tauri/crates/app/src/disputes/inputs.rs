//! What the commands of cases take in.

use kaizhang_core::dispute::{DisputeForm, Kind, Outcome, State, SubmissionForm};
use serde::Deserialize;
use ts_rs::TS;

/// Something that a case is to be linked with, or taken off from.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "to", rename_all = "snake_case", deny_unknown_fields)]
#[ts(optional_fields)]
pub enum LinkWish {
    /// A slip.
    Receipt {
        /// Its id or number.
        id: String,
    },
    /// What did not work.
    Incident {
        /// Its id or number.
        id: String,
    },
    /// A sale that was or is in doubt.
    Sale {
        /// Its id.
        id: String,
    },
    /// The opening of a day.
    Opening {
        /// The business day.
        day: String,
        /// The first till when left out.
        till: Option<String>,
    },
    /// A file that is one of the pieces asked for.
    File {
        /// The id of the attachment.
        id: String,
        /// The piece that it is.
        piece: String,
    },
    /// A piece that this case does not need.
    NotNeeded {
        /// The piece.
        piece: String,
        /// Why not.
        why: String,
    },
}

/// Input of `open_dispute`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct OpenDispute {
    /// What the notice says.
    pub form: DisputeForm,
    /// The notice itself: ids of files brought in before.
    pub notice: Option<Vec<String>>,
    /// What belongs to it.
    pub links: Option<Vec<LinkWish>>,
}

/// Input of `amend_dispute`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AmendDispute {
    /// Its id or number.
    pub dispute: String,
    /// What is different; what is left out stays.
    pub form: DisputeForm,
    /// The notice's files, all of them; what was there stays when left out.
    pub notice: Option<Vec<String>>,
}

/// Input of `link_dispute`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LinkDispute {
    /// Its id or number.
    pub dispute: String,
    /// What belongs to it.
    pub links: Vec<LinkWish>,
}

/// Input of `unlink_dispute`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct UnlinkDispute {
    /// Its id or number.
    pub dispute: String,
    /// The link's key.
    pub key: String,
    /// Why.
    pub why: Option<String>,
}

/// Input of `submit_dispute`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SubmitDispute {
    /// Its id or number.
    pub dispute: String,
    /// Which way, when, with what pack.
    pub form: SubmissionForm,
    /// The files that were sent, by id; when left out those of the pack, without one those that the case would send.
    pub files: Option<Vec<String>>,
}

/// Input of `close_dispute`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CloseDispute {
    /// Its id or number.
    pub dispute: String,
    /// How it ended.
    pub outcome: Outcome,
    /// Why; needed when no answer was sent.
    pub note: Option<String>,
}

/// Input of `reopen_dispute`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReopenDispute {
    /// Its id or number.
    pub dispute: String,
    /// Why.
    pub why: Option<String>,
}

/// Input of `show_dispute`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowDispute {
    /// Its id or number.
    pub dispute: String,
}

/// Input of `list_disputes`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ListDisputes {
    /// Only those that are neither won, lost nor withdrawn.
    pub going_on: Option<bool>,
    /// Only those in this state.
    pub state: Option<State>,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Words that must all stand in it: an amount, the last four, a number of the notice.
    pub words: Option<String>,
    /// Notice not before this day.
    pub from: Option<String>,
    /// Notice not after this day.
    pub to: Option<String>,
    /// Older than this number.
    pub before: Option<u32>,
    /// At most so many; 50 when left out.
    pub limit: Option<u32>,
}
