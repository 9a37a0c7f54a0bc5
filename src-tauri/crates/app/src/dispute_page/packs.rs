//! The packs that were made of a case, and what left with each.

use kaizhang_core::Refusal as No;
use kaizhang_core::dispute::Dispute;
use kaizhang_store::{Attachment, PackRow, View};
use serde::Serialize;
use ts_rs::TS;

use crate::{Refusal, today};

/// A pack of a case.
#[derive(Debug, Serialize, TS)]
pub struct DisputePack {
    /// By which an answer names it.
    pub(crate) id: String,
    pub(crate) at: String,
    /// The name of its file.
    pub(crate) name: String,
    /// The upload form that its files are for; null for a whole pack.
    pub(crate) profile: Option<String>,
    /// What left with it; of a blacked-out copy, the copy.
    pub(crate) files: Vec<Attachment>,
}

/// Most packs on the page of one case.
const MOST: u32 = 200;

/// The packs of a case, newest first.
pub(crate) fn packs(view: &View<'_>, dispute: &Dispute) -> Result<Vec<DisputePack>, Refusal> {
    let rows = view.packs(Some(&dispute.id), MOST)?;
    let read = |row: PackRow| {
        Ok(DisputePack {
            files: today::attachments(view, &row.made.attachments)?,
            id: row.id,
            at: row.at,
            name: row.made.name,
            profile: Some(row.made.profile).filter(|profile| !profile.is_empty()),
        })
    };
    rows.into_iter().map(read).collect()
}

/// The pack of this case that is meant: by its id, or the newest of that name. One of another case is none.
pub(crate) fn pack(view: &View<'_>, dispute: &Dispute, which: &str) -> Result<PackRow, Refusal> {
    let rows = view.packs(Some(&dispute.id), u32::MAX)?;
    let is = |row: &PackRow| row.id == which || row.made.name == which;
    rows.into_iter().find(is).ok_or_else(|| {
        let pack = which.chars().take(40).collect();
        No::PackUnknown { pack }.into()
    })
}
