//! Packs: evidence to hand over, with a look at what will leave before it leaves.
//!
//! What a pack is stands in the `evidence` crate. Here it is decided what belongs into one: the entries about an incident
//! or a case or of a range of days, and the files that they name, a blacked-out copy in the place of its original unless
//! somebody wants otherwise. A checkpoint is signed before anything is taken out, all of it is read at one instant, and
//! the file has its name only once it is whole.

use std::path::PathBuf;

use kaizhang_core::pack::{PackMade, PackSubject};
use kaizhang_core::topic::Topic;
use kaizhang_core::upload::{Profiles, profiles};
use kaizhang_store::{Attachment, PackRow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::paper::Paper;
use crate::app::{App, Caller};
use crate::work::{WorkKind, WorkPage};
use crate::{Refusal, keys, shops, work};

mod clock;
mod done;
mod foreseen;
mod gather;
mod make;
mod pages;
mod paper;
mod place;
mod source;
mod tables;
mod upload;

/// What a pack is to be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackAbout {
    /// An incident.
    Incident,
    /// A case.
    Dispute,
    /// A range of business days.
    Range,
}

/// What of a file is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackSend {
    /// The file as it came.
    Original,
    /// Its newest copy with parts blacked out.
    Redacted,
    /// Nothing. The entries still say that there is such a file.
    Nothing,
}

/// What somebody wants of one file.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PackChoice {
    /// The original's id.
    pub file: String,
    /// What of it is sent.
    pub send: PackSend,
}

/// Input of `preview_pack`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PreviewPack {
    /// What it is about.
    pub about: PackAbout,
    /// The incident's or case's number or id.
    pub which: Option<String>,
    /// The first business day of a range.
    pub from: Option<String>,
    /// The last one.
    pub to: Option<String>,
    /// What is wanted of single files; of the others a blacked-out copy where there is one, else the file itself.
    pub choices: Option<Vec<PackChoice>>,
    /// Files for this upload form instead.
    pub profile: Option<String>,
}

/// Input of `start_pack`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct StartPack {
    /// What it is about.
    pub about: PackAbout,
    /// The incident's or case's number or id.
    pub which: Option<String>,
    /// The first business day of a range.
    pub from: Option<String>,
    /// The last one.
    pub to: Option<String>,
    /// As in `preview_pack`.
    pub choices: Option<Vec<PackChoice>>,
    /// Where to, as a whole path; what has that name is not replaced. A new file among the person's documents when left
    /// out.
    pub out: Option<String>,
    /// Files for this upload form instead: `mastercom`, `stripe`, `wechat` or `generic`. What is written is then a new
    /// folder.
    pub profile: Option<String>,
}

/// Input of `list_upload_forms`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListUploadForms {}

/// Input of `list_packs`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ListPacks {
    /// Only those about this incident or case, by its id.
    pub subject: Option<String>,
}

/// A file that belongs to a pack.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PackFile {
    /// The original.
    pub file: Attachment,
    /// Its newest copy with parts blacked out; null where there is none.
    pub redacted: Option<Attachment>,
    /// What of it is sent.
    pub send: PackSend,
}

/// How many entries of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackKind {
    /// The kind.
    pub kind: String,
    /// What it is about.
    pub topic: Topic,
    /// How many.
    pub count: u32,
}

/// What would leave.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PackPreview {
    /// What it is about.
    pub subject: PackSubject,
    /// The name that its file would get.
    pub name: String,
    /// Ledger entries.
    #[ts(type = "number")]
    pub entries: u64,
    /// The same by kind, the most frequent first.
    pub kinds: Vec<PackKind>,
    /// Everybody whose name stands in them.
    pub people: Vec<String>,
    /// Files, in the order in which the entries name them.
    pub files: Vec<PackFile>,
    /// Bytes of the files that would be sent.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Receipts in its list.
    pub receipts: u32,
    /// Incidents in its list.
    pub incidents: u32,
    /// Fingerprint of the key that would sign it.
    pub key: String,
    /// What would become of the files for an upload form; null for a whole pack.
    pub upload: Option<foreseen::UploadPreview>,
}

/// A pack that was made, on the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PackLine {
    id: String,
    at: String,
    actor: String,
    subject: PackSubject,
    name: String,
    digest: String,
    #[ts(type = "number")]
    entries: u64,
    #[ts(type = "number")]
    bytes: u64,
    files: u32,
    timestamped: bool,
    /// The upload form that its files are for; null for a whole pack.
    profile: Option<String>,
}

/// A pack that was made, where it lies.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MadePack {
    /// The file.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// Its length.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Ledger entries in it.
    #[ts(type = "number")]
    pub entries: u64,
    /// Files of its payload.
    #[ts(type = "number")]
    pub files: u64,
    /// SHA-256 of its tag manifest: stands for all of it.
    pub digest: String,
    /// Fingerprint of the key that signed it.
    pub signed_by: String,
    /// Whether a third party's time stands on it.
    pub timestamped: bool,
    /// The upload form that its files are for; null for a whole pack. Such files are under no signature, and their list
    /// stands for all of them.
    pub profile: Option<String>,
    /// How many times the upload form has to be answered: the sets that its files were split into, each in a folder of
    /// its own where there are more than one. Zero for a whole pack.
    #[ts(type = "number")]
    pub sets: u64,
    /// Files that the upload form does not take.
    #[ts(type = "number")]
    pub left_out: u64,
    /// The name of the list of what was done, beside the files for an upload; null for a whole pack.
    pub list: Option<String>,
}

/// Most packs on the list.
const MOST_LINES: u32 = 200;

impl PreviewPack {
    fn wish(&self) -> gather::Wish<'_> {
        gather::Wish {
            about: self.about,
            which: self.which.as_deref().unwrap_or_default(),
            from: self.from.as_deref().unwrap_or_default(),
            to: self.to.as_deref().unwrap_or_default(),
            choices: self.choices.as_deref().unwrap_or_default(),
        }
    }
}

pub(crate) fn preview_pack(
    app: &App,
    caller: &Caller,
    input: PreviewPack,
) -> Result<PackPreview, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let profile = input.profile.as_deref().map(upload::profile).transpose()?;
    let (gathered, today, key) = app.store.read_aside(|view| {
        let gathered = gather::gather(&view, &input.wish())?;
        let (shop, _) = shops::shop_and_demo(&view)?;
        let today = shop.moment(app.outside.now()).day;
        let epochs = view.epochs()?;
        let key = epochs.last().map(|now| keys::fingerprint(&now.public_key));
        Ok::<_, Refusal>((gathered, today, key))
    })?;
    let mut preview = gathered.preview(today, key.unwrap_or_default());
    if let Some(profile) = profile {
        let choices = input.choices.as_deref().unwrap_or_default();
        let report = Paper::about(app, gathered.subject.clone(), choices).made(&|| Ok(()))?;
        preview.name = upload::stem(&gathered, today, profile);
        preview.upload = Some(foreseen::upload(
            &app.store,
            &gathered,
            report.as_deref(),
            profile,
        )?);
    }
    Ok(preview)
}

pub(crate) fn list_upload_forms(
    _: &App,
    _: &Caller,
    _: ListUploadForms,
) -> Result<Profiles, Refusal> {
    Ok(profiles().clone())
}

/// Begins a pack and answers at once; how far it is says `show_work`.
pub(crate) fn start_pack(
    app: &App,
    caller: &Caller,
    input: StartPack,
) -> Result<WorkPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    let StartPack {
        about,
        which,
        from,
        to,
        choices,
        out,
        profile,
    } = input;
    let wanted = PreviewPack {
        about,
        which,
        from,
        to,
        choices,
        profile: None,
    };
    let profile = profile.as_deref().map(upload::profile).transpose()?;
    let place = place::Place::of(app, out.as_deref(), profile.is_some())?;
    // What cannot be gathered is refused here, where somebody waits for the answer.
    let subject = app
        .store
        .read_aside(|view| gather::subject(&view, &wanted.wish()))?;
    let choices = wanted.choices.as_deref().unwrap_or_default();
    let paper = Paper::about(app, subject, choices);
    let store = std::sync::Arc::clone(&app.store);
    let at_work = desk.clone();
    work::start(
        app,
        &desk,
        WorkKind::MakePack,
        move |progress| match profile {
            Some(profile) => {
                let to = (place, profile);
                upload::make(&store, &at_work, &wanted, to, &paper, progress)
            }
            None => make::make(&store, &at_work, &wanted, place, &paper, progress),
        },
    )
}

pub(crate) fn list_packs(
    app: &App,
    caller: &Caller,
    input: ListPacks,
) -> Result<Vec<PackLine>, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let rows = app
        .store
        .read(|view| view.packs(input.subject.as_deref(), MOST_LINES))?;
    Ok(rows.into_iter().map(line).collect())
}

fn line(row: PackRow) -> PackLine {
    let PackMade {
        subject,
        name,
        digest,
        entries,
        bytes,
        timestamped,
        attachments,
        profile,
    } = row.made;
    PackLine {
        id: row.id,
        at: row.at,
        actor: row.actor,
        subject,
        name,
        digest,
        entries,
        bytes,
        files: attachments.len() as u32,
        timestamped,
        profile: Some(profile).filter(|profile| !profile.is_empty()),
    }
}
