//! What would become of the files for an upload form, before anything is made: by the very plan that making follows.

use kaizhang_core::upload::{Full, Plan, Profile, Step, Why};
use kaizhang_store::Store;
use serde::Serialize;
use ts_rs::TS;

use super::gather::Gathered;
use super::upload::pieces;
use crate::Refusal;

/// What would become of the files for an upload form.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct UploadPreview {
    /// The form.
    pub profile: String,
    /// Every file that would be looked at, the report first.
    pub files: Vec<UploadFile>,
    /// How many times the form has to be answered.
    pub sets: u32,
    /// For each set but the last, what it has no more of.
    pub full: Vec<Full>,
    /// The name of the list of what was done.
    pub list: String,
}

/// What would become of one file.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct UploadFile {
    /// The file that is sent, of a blacked-out copy the copy; null for the report.
    pub file: Option<String>,
    /// What it is called.
    pub called: String,
    /// Its length as it is.
    #[ts(type = "number")]
    pub bytes: u64,
    /// The set that it goes into, counted from one; null where it stays.
    pub set: Option<u32>,
    /// Made anew as a JPEG of at most so many bytes; null where it goes as it is, or stays.
    #[ts(type = "number | null")]
    pub at_most: Option<u64>,
    /// Why it stays; null where it goes.
    pub why: Option<Why>,
}

/// Reads every file that would be sent, for its kind and its pages decide.
pub(super) fn upload(
    store: &Store,
    gathered: &Gathered,
    report: Option<&[u8]>,
    profile: &Profile,
) -> Result<UploadPreview, Refusal> {
    let pieces = pieces(store, gathered, report, &|_| Ok(()))?;
    let offers: Vec<_> = pieces.iter().map(|piece| piece.offer).collect();
    let Plan { steps, full } = profile.plan(&offers);
    let sets = steps.iter().filter_map(|step| step.set()).max();
    let files = pieces.iter().zip(steps).map(|(piece, step)| UploadFile {
        file: piece.file.map(|file| file.id.clone()),
        called: piece.called.to_owned(),
        bytes: piece.offer.bytes,
        set: step.set().map(|set| set as u32),
        at_most: match step {
            Step::Shrink { at_most, .. } => Some(at_most),
            _ => None,
        },
        why: match step {
            Step::LeaveOut(why) => Some(why),
            _ => None,
        },
    });
    Ok(UploadPreview {
        profile: profile.id.clone(),
        files: files.collect(),
        sets: sets.unwrap_or(0) as u32,
        full,
        list: profile.list.clone(),
    })
}
