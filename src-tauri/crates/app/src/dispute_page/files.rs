//! The files of a case: the notice's, and what its links bring along.

use kaizhang_core::dispute::{Dispute, Link, once};
use kaizhang_store::{Attachment, View};
use serde::Serialize;
use ts_rs::TS;

use crate::{Refusal, incident_page, receipts, sales, today};

/// A file of a case, and the copy that would be sent in its place.
#[derive(Debug, Serialize, TS)]
pub struct DisputeFile {
    pub(crate) file: Attachment,
    /// What it came with: `notice`, or the key of a link.
    pub(crate) of: String,
    /// Its newest copy with parts blacked out; that is sent where there is one.
    pub(crate) redacted: Option<Attachment>,
}

/// Every file that belongs to a case: the notice's, and what its links bring along.
pub(crate) fn files(view: &View<'_>, dispute: &Dispute) -> Result<Vec<DisputeFile>, Refusal> {
    let mut ids: Vec<(String, String)> = Vec::new();
    let mut add = |of: &str, more: Vec<String>| {
        ids.extend(more.into_iter().map(|id| (of.to_owned(), id)));
    };
    add("notice", dispute.notice.clone());
    for row in view.dispute_links(&dispute.id)? {
        add(&row.link.key(), files_of(view, &row.link)?);
    }
    let mut files: Vec<DisputeFile> = Vec::new();
    for (of, id) in ids {
        if files.iter().any(|known| known.file.id == id) {
            continue;
        }
        files.push(DisputeFile {
            redacted: view.redacted(&id)?.pop(),
            file: today::attachment(view, &id)?,
            of,
        });
    }
    Ok(files)
}

fn files_of(view: &View<'_>, link: &Link) -> Result<Vec<String>, Refusal> {
    Ok(match link {
        Link::Receipt { id } => receipts::find(view, id)?.receipt.attachments,
        Link::Incident { id } => incident_page::page(view, id)?.file_ids(),
        Link::Sale { id } => sales::find(view, id)?
            .settled
            .map(|settled| settled.attachments)
            .unwrap_or_default(),
        Link::Opening { till, day } => view
            .opening(till, *day)?
            .into_iter()
            .flat_map(|row| row.opening.marks)
            .flat_map(|mark| mark.attachments)
            .collect(),
        Link::File { id, .. } => vec![id.clone()],
        Link::NotNeeded { .. } => Vec::new(),
    })
}

/// The files that a case would send: a copy with parts blacked out in place of its original.
pub(crate) fn would_send(view: &View<'_>, dispute: &Dispute) -> Result<Vec<Attachment>, Refusal> {
    let files = files(view, dispute)?.into_iter();
    let sent: Vec<Attachment> = files.map(|one| one.redacted.unwrap_or(one.file)).collect();
    // The original and its copy may both be linked.
    let ids = once(sent.iter().map(|file| file.id.clone()));
    today::attachments(view, &ids)
}
