//! The same case as files that an upload form takes: as they are where they fit, pictures made smaller where they do
//! not, and a list of what was done with each.

use std::path::Path;
use std::sync::Arc;

use kaizhang_core::pack::PackMade;
use kaizhang_core::time::Day;
use kaizhang_core::upload::{self, Form, Full, Offer, Plan, Profile, Step, Why};
use kaizhang_ledger::Hash;
use kaizhang_picture::{self as picture, Kind};
use kaizhang_store::{Attachment, OutgoingFolder, Store};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::gather::{self, Gathered};
use super::make::{about, not_written, record};
use super::paper::Paper;
use super::place::{Place, in_the_way};
use super::{MadePack, PreviewPack, done, pages};
use crate::app::Desk;
use crate::work::{Progress, WorkPhase, WorkResult};
use crate::{Refusal, shops};

/// The profile of this name; the refusal names those that there are.
pub(super) fn profile(id: &str) -> Result<&'static Profile, Refusal> {
    let known = &upload::profiles().profiles;
    known.iter().find(|one| one.id == id).ok_or_else(|| {
        let ids: Vec<&str> = known.iter().map(|one| one.id.as_str()).collect();
        // Of what was typed a refusal repeats no more than it takes to know it again.
        let typed: String = id.chars().filter(|c| !c.is_control()).take(40).collect();
        let params = json!({ "profile": typed, "known": ids.join(", ") });
        Refusal::new("pack_profile_unknown", params)
    })
}

/// A file on its way into the folder.
pub(super) struct Piece<'a> {
    /// The file of the shop; `None` for the report, which is made for this.
    pub(super) file: Option<&'a Attachment>,
    pub(super) called: &'a str,
    sha256: String,
    pub(super) offer: Offer,
}

/// What became of all of them, for the list.
pub(super) struct All<'a> {
    pub(super) files: Vec<Done<'a>>,
    /// For each set but the last, what it had no more of.
    pub(super) full: Vec<Full>,
}

impl All<'_> {
    pub(super) fn made(&self) -> impl Iterator<Item = &Became> {
        self.files.iter().filter_map(|one| one.became.as_ref().ok())
    }

    /// The folder that a set has for itself. A single set lies beside the list.
    pub(super) fn folder(&self, set: usize) -> Option<String> {
        (!self.full.is_empty()).then(|| set.to_string())
    }
}

/// What became of a file.
pub(super) struct Done<'a> {
    pub(super) called: &'a str,
    pub(super) sha256: String,
    pub(super) bytes: u64,
    pub(super) became: Result<Became, Why>,
}

/// The file that was made.
pub(super) struct Became {
    /// The set that it went into, counted from one.
    pub(super) set: usize,
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) bytes: u64,
    /// Its sides in pixels, where it was made anew.
    pub(super) remade: Option<(u32, u32)>,
}

const REPORT: &str = "report.pdf";

pub(super) fn make(
    store: &Arc<Store>,
    desk: &Desk,
    wanted: &PreviewPack,
    (place, profile): (Place, &'static Profile),
    paper: &Paper,
    progress: &Progress,
) -> Result<WorkResult, Refusal> {
    let report = paper.laid_out(progress)?;
    progress.phase(WorkPhase::Gathering, None)?;
    let (gathered, shop, at) = store.read_aside(|view| {
        let gathered = gather::gather(&view, &wanted.wish())?;
        let (shop, _) = shops::shop_and_demo(&view)?;
        Ok::<_, Refusal>((gathered, shop, desk.outside.now()))
    })?;
    let path = place.path(&stem(&gathered, shop.moment(at).day, profile))?;
    let cannot = |error| not_written(&path, error);
    let mut out = OutgoingFolder::begin(&path).map_err(cannot)?;
    let total = gathered.sent().map(|file| file.bytes).sum();
    progress.phase(WorkPhase::Reading, Some(total))?;
    let read = |bytes| progress.advance(bytes);
    let pieces = pieces(store, &gathered, report.as_deref(), &read)?;
    let done = files(
        store,
        &path,
        &mut out,
        (&pieces, report.as_deref()),
        profile,
        progress,
    )?;
    let list = done::list(profile, &about(&gathered), &shop.name, &done);
    out.add(None, &profile.list, list.as_bytes())
        .map_err(cannot)?;
    progress.go_on()?;
    if !out.finish().map_err(cannot)? {
        return Err(in_the_way(&path));
    }
    let went = pieces
        .iter()
        .zip(&done.files)
        .filter(|(_, one)| one.became.is_ok());
    let digest = hash(list.as_bytes());
    let bytes = done.made().map(|one| one.bytes).sum();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let fact = PackMade {
        subject: gathered.subject.clone(),
        name: name.into_owned(),
        digest: digest.clone(),
        entries: 0,
        bytes,
        timestamped: false,
        attachments: went
            .filter_map(|(piece, _)| piece.file.map(|file| file.id.clone()))
            .collect(),
        profile: profile.id.clone(),
    };
    record(store, desk, &path, fact)?;
    let files = done.made().count() as u64;
    Ok(WorkResult::MakePack(MadePack {
        bytes,
        entries: 0,
        files,
        digest,
        signed_by: String::new(),
        timestamped: false,
        profile: Some(profile.id.clone()),
        sets: done.made().last().map_or(0, |one| one.set as u64),
        left_out: done.files.len() as u64 - files,
        list: Some(profile.list.clone()),
        path,
    }))
}

/// The name of the folder.
pub(super) fn stem(gathered: &Gathered, today: Day, profile: &Profile) -> String {
    format!("{}-{}", gathered.stem(today), profile.id)
}

fn hash(bytes: &[u8]) -> String {
    Hash(Sha256::digest(bytes).into()).to_string()
}

/// The report first, then the files in the order in which the entries name them.
pub(super) fn pieces<'a>(
    store: &Store,
    gathered: &'a Gathered,
    report: Option<&[u8]>,
    read: &dyn Fn(u64) -> Result<(), Refusal>,
) -> Result<Vec<Piece<'a>>, Refusal> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    if let Some(report) = report {
        pieces.push(Piece {
            file: None,
            called: REPORT,
            sha256: hash(report),
            offer: offer(report),
        });
    }
    for file in gathered.sent() {
        pieces.push(Piece {
            file: Some(file),
            called: &file.name,
            sha256: file.sha256.clone(),
            offer: offer(&store.bytes_of(file)?),
        });
        read(file.bytes)?;
    }
    Ok(pieces)
}

fn offer(bytes: &[u8]) -> Offer {
    let facts = picture::facts(bytes);
    let side = |side: Option<u32>| u64::from(side.unwrap_or(0));
    let form = match facts.kind {
        Kind::Jpeg => Form::Jpeg,
        Kind::Png => Form::Png,
        Kind::Webp => Form::Picture,
        Kind::Pdf => Form::Pdf,
        Kind::Heic | Kind::Unknown => Form::Other,
    };
    let pages = match form {
        Form::Pdf => pages::count(bytes),
        Form::Other => None,
        _ => Some(1),
    };
    Offer {
        form,
        bytes: bytes.len() as u64,
        pages,
        pixels: side(facts.width) * side(facts.height),
    }
}

fn files<'a>(
    store: &Store,
    path: &Path,
    out: &mut OutgoingFolder,
    (pieces, report): (&[Piece<'a>], Option<&[u8]>),
    profile: &Profile,
    progress: &Progress,
) -> Result<All<'a>, Refusal> {
    let offers: Vec<Offer> = pieces.iter().map(|piece| piece.offer).collect();
    let total = offers.iter().map(|offer| offer.bytes).sum();
    progress.phase(WorkPhase::Writing, Some(total))?;
    let Plan { steps, full } = profile.plan(&offers);
    let mut all = All {
        files: Vec::with_capacity(pieces.len()),
        full,
    };
    for (at, (piece, step)) in pieces.iter().zip(&steps).enumerate() {
        let bytes = || match piece.file {
            Some(file) => Ok(store.bytes_of(file)?),
            None => Ok::<_, Refusal>(report.unwrap_or_default().to_vec()),
        };
        let made = match *step {
            Step::LeaveOut(why) => Err(why),
            Step::Keep { set } => Ok((set, bytes()?, piece.offer.form, None)),
            Step::Shrink { set, at_most } => {
                let most_pixels = profile.pixels.unwrap_or(u64::MAX);
                match picture::fit(&bytes()?, at_most, most_pixels) {
                    Ok(Some(copy)) => {
                        let sides = Some((copy.width, copy.height));
                        Ok((set, copy.jpeg, Form::Jpeg, sides))
                    }
                    Ok(None) => Err(Why::Large),
                    // Its header promised a picture and the rest does not hold it. As it is it does not fit.
                    Err(_) => Err(Why::Unreadable),
                }
            }
        };
        let became = match made {
            Err(why) => Err(why),
            Ok((set, bytes, form, remade)) => {
                let folder = all.folder(set);
                let (number, of) = match folder {
                    Some(_) => numbered(&steps, at, set),
                    None => (at + 1, pieces.len()),
                };
                let name = profile.name(number, of, piece.called, form);
                out.add(folder.as_deref(), &name, &bytes)
                    .map_err(|error| not_written(path, error))?;
                Ok(Became {
                    set,
                    name,
                    sha256: hash(&bytes),
                    bytes: bytes.len() as u64,
                    remade,
                })
            }
        };
        all.files.push(Done {
            called: piece.called,
            sha256: piece.sha256.clone(),
            bytes: piece.offer.bytes,
            became,
        });
        progress.advance(piece.offer.bytes)?;
    }
    Ok(all)
}

/// The number of a file in its set, and how many are in it.
fn numbered(steps: &[Step], at: usize, set: usize) -> (usize, usize) {
    let within = |steps: &[Step]| steps.iter().filter(|step| step.set() == Some(set)).count();
    (within(&steps[..=at]), within(steps))
}
