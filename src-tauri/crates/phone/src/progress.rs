//! What the PC's screen shows while a phone sends.

use serde::Serialize;
use ts_rs::TS;

/// How far a session is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PhoneProgress")]
pub struct Progress {
    /// Where it stands.
    pub state: State,
    /// Every file that the phone offered, in that order; a file that is tried again keeps its row.
    pub files: Vec<FileProgress>,
    /// How long the page still lives, in seconds; 0 once it is gone.
    pub seconds_left: u32,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", content = "reason")]
#[ts(rename = "PhoneState")]
pub enum State {
    /// No phone has tapped "start" yet.
    Waiting,
    /// A phone has, and nothing is on its way.
    Connected,
    /// A file is on its way.
    Sending,
    /// The person at the phone said that this was all; the page is gone.
    Done,
    /// The page is gone before anybody said so. What is kept stays kept.
    Over(Reason),
}

/// Why a session is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PhoneOver")]
pub enum Reason {
    /// Its minutes ran out.
    Expired,
    /// Somebody at the PC stopped it.
    Stopped,
}

/// One file on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PhoneFile")]
pub struct FileProgress {
    /// What the phone calls it, as in [`crate::Offer::name`]: show it as text and nothing else.
    pub name: String,
    /// How many bytes have arrived.
    #[ts(type = "number")]
    pub bytes: u64,
    /// How many were announced.
    #[ts(type = "number")]
    pub total: u64,
    /// What became of it.
    pub state: FileState,
    /// The inbox's id for it, once it is kept.
    pub id: Option<String>,
    /// Why it is not kept: `file_kind_unknown`, `file_too_large`, `files_too_many`, `total_too_large`, `file_empty`,
    /// `broken_off`, `not_kept` (the inbox failed), or a code of the inbox's own.
    pub refusal: Option<String>,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PhoneFileState")]
pub enum FileState {
    /// It is on its way.
    Arriving,
    /// The inbox has it.
    Kept,
    /// It was not wanted.
    Refused,
    /// It stopped half-way; nothing of it is kept, and the phone may send it again.
    Broken,
}
