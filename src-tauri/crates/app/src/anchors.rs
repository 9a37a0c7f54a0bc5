//! Anchors: what ties the newest checkpoint to something outside the owner's hands. Its short code for people, and the
//! tokens of a timestamp service.

use kaizhang_core::anchor::{self, AnchorGiven, CodeError, Covered, Way};
use kaizhang_core::text::{self, NAME_LIMIT};
use kaizhang_store::{AnchorRow, Tx, View};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::app::{App, Caller, Desk};
use crate::{Refusal, shops, timestamps};

/// Most anchors on the page.
const MOST_LINES: u32 = 60;

/// Input of `show_anchors`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowAnchors {}

/// Input of `note_anchor`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct NoteAnchor {
    /// How the code left the shop.
    pub way: Way,
    /// Who got it.
    pub to: Option<String>,
}

/// Input of `find_checkpoint`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindCheckpoint {
    /// The short code, as it was read out or typed from paper.
    pub code: String,
}

/// The checkpoint that has a code.
#[derive(Debug, Serialize, TS)]
pub struct CheckpointFound {
    /// Null when no checkpoint of these records has it.
    checkpoint: Option<CheckpointCode>,
}

/// A signed state of the ledger with its short code.
#[derive(Debug, Serialize, TS)]
pub struct CheckpointCode {
    #[serde(flatten)]
    covered: Covered,
    /// The first line of the checkpoint: which log it is of.
    origin: String,
    /// Seven groups of four.
    code: String,
    /// The signed note itself.
    note: String,
}

/// The timestamp service, without what its address hides.
#[derive(Debug, Serialize, TS)]
pub struct TimestampService {
    host: String,
    /// It has a root certificate of its own.
    own_root: bool,
    /// A stamp is wished for and has not come yet.
    waiting: bool,
    /// Tries of it so far.
    tries: u32,
    /// Why the last try failed; null when none did.
    trouble: Option<Refusal>,
}

/// One anchor on the page.
#[derive(Debug, Serialize, TS)]
pub struct AnchorLine {
    /// Null for a token of a timestamp service.
    way: Option<Way>,
    /// RFC 3339 UTC.
    at: String,
    /// Who stamped it, or who got it.
    told: String,
    by: String,
    epoch: u32,
    /// Entries of that epoch that it covers.
    #[ts(type = "number")]
    size: u64,
}

/// Everything about anchors.
#[derive(Debug, Serialize, TS)]
pub struct AnchorsPage {
    /// The newest checkpoint; null while nothing is signed.
    checkpoint: Option<CheckpointCode>,
    /// Entries of this epoch.
    #[ts(type = "number")]
    entries: u64,
    /// Null while it is off.
    service: Option<TimestampService>,
    /// RFC 3339 UTC: since when a timestamp service vouches for the newest checkpoint that it stamped; null without one.
    anchored_until: Option<String>,
    /// Newest first.
    anchors: Vec<AnchorLine>,
}

pub(crate) fn show_anchors(
    app: &App,
    caller: &Caller,
    _: ShowAnchors,
) -> Result<AnchorsPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store.read(|view| page(&view))
}

pub(crate) fn page(view: &View<'_>) -> Result<AnchorsPage, Refusal> {
    let epoch = view.identity()?.map_or(0, |identity| identity.epoch);
    let checkpoint = view
        .checkpoint()?
        .map(|(covered, note)| with_code(covered, note));
    let waiting = view
        .outbox()?
        .into_iter()
        .find(|letter| letter.channel == timestamps::CHANNEL);
    let service = timestamps::load(view)?.map(|service| TimestampService {
        host: kaizhang_alert::host(&service.url),
        own_root: !service.root.is_empty(),
        waiting: waiting.is_some(),
        tries: waiting.as_ref().map_or(0, |letter| letter.tries),
        trouble: waiting
            .and_then(|letter| letter.trouble)
            .and_then(|json| serde_json::from_str(&json).ok()),
    });
    Ok(AnchorsPage {
        checkpoint,
        entries: view.size()?,
        service,
        anchored_until: view.newest_stamp(epoch)?.map(|stamp| stamp.stamped_at),
        anchors: view.anchors(MOST_LINES)?.into_iter().map(line).collect(),
    })
}

fn line(row: AnchorRow) -> AnchorLine {
    AnchorLine {
        way: row.way,
        at: row.at,
        told: row.told,
        by: row.actor,
        epoch: row.epoch,
        size: row.size,
    }
}

/// The short code of a signed note; its signature is no part of it.
pub(crate) fn code_of(note: &str) -> String {
    anchor::code(&Sha256::digest(signed_lines(note)).into())
}

/// The lines of a note that are signed, with the last line's end.
fn signed_lines(note: &str) -> &str {
    note.find("\n\n").map_or(note, |end| &note[..=end])
}

fn with_code(covered: Covered, note: String) -> CheckpointCode {
    CheckpointCode {
        covered,
        origin: note.lines().next().unwrap_or_default().to_owned(),
        code: code_of(&note),
        note,
    }
}

/// Puts on record that the newest checkpoint's code left the shop.
pub(crate) fn note_anchor(
    app: &App,
    caller: &Caller,
    input: NoteAnchor,
) -> Result<AnchorsPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    let to = text::text("to", &input.to.unwrap_or_default(), NAME_LIMIT)?;
    app.store.write(move |tx| {
        give(tx, &desk, input.way, to)?;
        page(tx)
    })
}

/// The same for whoever prints a page with the code on it. Without a signed checkpoint there is no code to give.
pub(crate) fn give(tx: &Tx<'_>, desk: &Desk, way: Way, to: String) -> Result<(), Refusal> {
    tx.sign()?;
    let (covered, note) = tx
        .checkpoint()?
        .ok_or_else(|| Refusal::new("key_missing", Value::Null))?;
    let given = AnchorGiven {
        covered,
        code: code_of(&note),
        way,
        to,
    };
    let moment = desk.moment(&shops::shop(tx)?);
    tx.append(&desk.stamp(moment), given.into())?;
    Ok(())
}

/// Which checkpoint has a code that somebody reads out from paper.
pub(crate) fn find_checkpoint(
    app: &App,
    caller: &Caller,
    input: FindCheckpoint,
) -> Result<CheckpointFound, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let code = anchor::read(&input.code).map_err(|error| match error {
        CodeError::Shape => Refusal::new("anchor_code_unreadable", Value::Null),
        CodeError::Mistyped => Refusal::new("anchor_code_mistyped", Value::Null),
    })?;
    app.store.read(|view| {
        let found = view.find_checkpoint(|note| code_of(note) == code)?;
        Ok(CheckpointFound {
            checkpoint: found.map(|(covered, note)| with_code(covered, note)),
        })
    })
}
