//! Making a pack: sign, gather at one instant, write aside, name it, put it on record.

use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kaizhang_core::pack::{PackMade, PackSubject};
use kaizhang_evidence::bag::{WriteError, Written};
use kaizhang_evidence::pack::{self, Contents, Made};
use kaizhang_ledger::Hash;
use kaizhang_store::{Attachment, Identity, Outgoing, Store, StoreError, View, take_back};
use kaizhang_words::{Lang, Words, args};
use serde_json::{Value, json};

use super::gather::{self, Gathered};
use super::paper::Paper;
use super::place::{Place, in_the_way, refused};
use super::source::{self, Reading};
use super::{MadePack, PreviewPack, clock, tables};
use crate::app::Desk;
use crate::work::{Progress, WorkPhase, WorkResult};
use crate::{Refusal, shops, timestamps};

const PROGRAM: &str = concat!("kaizhang/", env!("CARGO_PKG_VERSION"));

/// The seed of the key that signs now. Without it there is no pack: nothing would show whose it is.
fn seed(view: &View<'_>) -> Result<[u8; 32], Refusal> {
    match view.key()? {
        Ok(seed) => Ok(seed.0),
        Err(_) => Err(Refusal::new("key_missing", Value::Null)),
    }
}

fn identity(view: &View<'_>) -> Result<Identity, Refusal> {
    view.identity()?
        .ok_or_else(|| Refusal::new("shop_not_set_up", Value::Null))
}

pub(super) fn make(
    store: &Arc<Store>,
    desk: &Desk,
    wanted: &PreviewPack,
    place: Place,
    paper: &Paper,
    progress: &Progress,
) -> Result<WorkResult, Refusal> {
    let report = paper.laid_out(progress)?;
    progress.phase(WorkPhase::Gathering, None)?;
    let (path, made, length, fact) = loop {
        sign(store, desk)?;
        let written = store.read_aside(|view| {
            let gathered = gather::gather(&view, &wanted.wish())?;
            progress.go_on()?;
            if !is_signed(&view, &gathered)? {
                return Ok(None);
            }
            let outgoing = (&place, report.as_deref());
            write_aside(store, desk, view, &gathered, outgoing, progress).map(Some)
        })?;
        // None where somebody wrote of this very case since the signature: his entry goes along, under the next one.
        if let Some(written) = written {
            break written;
        }
    };
    record(store, desk, &path, fact)?;
    Ok(WorkResult::MakePack(MadePack {
        path,
        bytes: length,
        entries: made.entries,
        files: made.files,
        digest: made.digest.to_string(),
        signed_by: made.signed_by,
        timestamped: made.timestamped,
        profile: None,
        sets: 0,
        left_out: 0,
        list: None,
    }))
}

/// Whatever leaves is under a signature of now. A service that is down is asked about it again later.
fn sign(store: &Store, desk: &Desk) -> Result<(), Refusal> {
    let desk = desk.clone();
    let signed = store.write(move |tx| -> Result<bool, Refusal> {
        let signed = tx.sign()?;
        if signed {
            timestamps::wish(tx, &desk)?;
        }
        Ok(signed)
    })?;
    signed
        .then_some(())
        .ok_or_else(|| Refusal::new("key_missing", Value::Null))
}

/// Whether the newest checkpoint covers every entry that goes along, as far as the key of now signs them.
fn is_signed(view: &View<'_>, gathered: &Gathered) -> Result<bool, Refusal> {
    let epoch = identity(view)?.epoch;
    let signed = view.newest_checkpoint(epoch)?.map_or(0, |(size, _)| size);
    let mut now = gathered.places.iter().filter(|place| place.epoch == epoch);
    Ok(now.all(|place| place.seq < signed))
}

/// A pack under its own name, its length, and what is to be put on record of it.
type Aside = (PathBuf, Made, u64, PackMade);

fn write_aside(
    store: &Store,
    desk: &Desk,
    view: View<'_>,
    gathered: &Gathered,
    (place, report): (&Place, Option<&[u8]>),
    progress: &Progress,
) -> Result<Aside, Refusal> {
    let (shop, _) = shops::shop_and_demo(&view)?;
    let at = desk.outside.now();
    let stem = gathered.stem(shop.moment(at).day);
    let path = place.path(&stem)?;
    let out = store
        .begin_outgoing(&path)
        .map_err(|error| not_written(&path, error))?;
    let about = about(gathered);
    let contents = Told {
        stem: &stem,
        shop_name: &shop.name,
        about: &about,
        at,
        report,
        clock: clock::Clock::of(&view, desk)?,
    };
    let made = write(store, view, gathered, &out, contents, progress)
        .map_err(|error| failed(&path, gathered, error))?;
    progress.go_on()?;
    let length = out
        .finish()
        .map_err(|error| not_written(&path, error))?
        .ok_or_else(|| in_the_way(&path))?;
    let fact = PackMade {
        subject: gathered.subject.clone(),
        name: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        digest: made.digest.to_string(),
        entries: made.entries,
        bytes: length,
        timestamped: made.timestamped,
        attachments: gathered.sent().map(|file| file.id.clone()).collect(),
        profile: String::new(),
    };
    Ok((path, made, length, fact))
}

/// Puts on record what left. What cannot be put on record does not leave.
pub(super) fn record(
    store: &Store,
    desk: &Desk,
    path: &Path,
    fact: PackMade,
) -> Result<(), Refusal> {
    let desk = desk.clone();
    let recorded = store.write(move |tx| -> Result<(), Refusal> {
        let shop = shops::shop(tx)?;
        let stamp = desk.stamp(desk.moment(&shop));
        tx.append(&stamp, fact.into())?;
        Ok(())
    });
    if recorded.is_err() {
        take_back(path);
    }
    recorded
}

/// What the pack says of itself.
struct Told<'a> {
    stem: &'a str,
    shop_name: &'a str,
    about: &'a str,
    at: chrono::DateTime<chrono::Utc>,
    report: Option<&'a [u8]>,
    clock: clock::Clock<'a>,
}

fn write(
    store: &Store,
    view: View<'_>,
    gathered: &Gathered,
    out: &Outgoing,
    mut told: Told<'_>,
    progress: &Progress,
) -> Result<Made, WriteError> {
    let lost = |refusal: Refusal| WriteError::Source(Box::new(Lost(refusal)));
    let identity = identity(&view).map_err(lost)?;
    let seed = seed(&view).map_err(lost)?;
    let (logs, epochs) =
        source::logs(&view, &identity, &gathered.places, &mut told.clock, &seed).map_err(lost)?;
    if told.clock.is_set() {
        progress
            .phase(WorkPhase::Timestamping, None)
            .map_err(|_| WriteError::Stopped)?;
    }
    let roots_pem = told.clock.roots(&logs);
    let log_of = |place| epochs.iter().position(|epoch| epoch.covers(place));
    let places = gathered.places.iter();
    let places = places.filter_map(|place| Some((log_of(*place)?, *place)));
    let mut places: Vec<_> = places.collect();
    places.sort_unstable();
    let files: Vec<(pack::Attachment, &Attachment)> = gathered
        .sent()
        .enumerate()
        .map(|(at, file)| Ok((packed(at, file)?, file)))
        .collect::<Result<_, StoreError>>()
        .map_err(|error| lost(error.into()))?;
    let words = [Words::new(Lang::ZhCn), Words::new(Lang::En)];
    let listed = files
        .iter()
        .map(|(packed, file)| (format!("data/attachments/{}", packed.name), *file));
    let mut papers = Vec::new();
    if let Some(report) = told.report {
        papers.push(("report.pdf", report.to_vec()));
    }
    papers.push(("receipts.csv", tables::receipts(&words, &gathered.receipts)));
    papers.push((
        "incidents.csv",
        tables::incidents(&words, &gathered.incidents),
    ));
    papers.push(("attachments.csv", tables::files(&words, listed)));
    let attachments: Vec<pack::Attachment> = files.iter().map(|(one, _)| one.clone()).collect();
    let contents = Contents {
        folder: told.stem,
        at: told.at,
        shop: &identity.shop,
        shop_name: told.shop_name,
        about: told.about,
        program: PROGRAM,
        logs: &logs,
        papers: &papers,
        attachments: &attachments,
        roots_pem: &roots_pem,
        seed: &seed,
    };
    let total = attachments.iter().map(|one| one.written.bytes).sum();
    progress
        .phase(WorkPhase::Writing, Some(total))
        .map_err(|_| WriteError::Stopped)?;
    let mut reading = Reading {
        store,
        view,
        epochs,
        places,
        progress,
        clock: told.clock,
    };
    let file = BufWriter::with_capacity(256 << 10, out.file().map_err(WriteError::Unwritable)?);
    let mut watch = |bytes| progress.advance(bytes).is_ok();
    let (_, made) = kaizhang_evidence::write(file, &contents, &mut reading, &mut watch)?;
    Ok(made)
}

/// The name of a file in a pack: its number, the beginning of its hash, and the ending of what it is.
fn packed(at: usize, file: &Attachment) -> Result<pack::Attachment, StoreError> {
    let ending = match file.mime.as_str() {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/heic" => "heic",
        "application/pdf" => "pdf",
        _ => "bin",
    };
    let sha256: Hash = file
        .sha256
        .parse()
        .map_err(|error| StoreError::Unwritable {
            detail: format!("{}: {error}", file.name),
        })?;
    Ok(pack::Attachment {
        name: format!("{:04}-{}.{ending}", at + 1, &file.sha256[..12]),
        written: Written {
            sha256,
            bytes: file.bytes,
        },
    })
}

pub(super) fn about(gathered: &Gathered) -> String {
    let key = match gathered.subject {
        PackSubject::Incident { .. } => "pack-about-incident",
        PackSubject::Dispute { .. } => "pack-about-dispute",
        PackSubject::Range { .. } => "pack-about-range",
    };
    let of = match gathered.subject {
        PackSubject::Range { from, to } => format!("{from} – {to}"),
        _ => gathered.called.clone(),
    };
    let said = [Lang::ZhCn, Lang::En]
        .map(|lang| Words::new(lang).say_with(key, &args!["of" => of.as_str()]));
    said.join(" / ")
}

/// A refusal on its way through the crate that knows none.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.code)]
struct Lost(Refusal);

pub(super) fn not_written(path: &Path, error: StoreError) -> Refusal {
    match error {
        StoreError::DiskFull { .. } => {
            Refusal::with("pack_no_room", "path", path.to_string_lossy().into_owned())
        }
        other => refused(path, &other.to_string()),
    }
}

/// Why a pack was not written, with the shop's own name of the file that is to blame.
fn failed(path: &Path, gathered: &Gathered, error: WriteError) -> Refusal {
    let damaged = |packed: &str, what: &str| {
        let mut sent = gathered.sent().enumerate();
        let number = packed.rsplit('/').next().unwrap_or(packed);
        let file = sent.find(|(at, _)| number.starts_with(&format!("{:04}-", at + 1)));
        let name = file.map_or(packed.to_owned(), |(_, file)| file.name.clone());
        Refusal::new("attachment_damaged", json!({ "name": name, "what": what }))
    };
    match error {
        WriteError::Stopped => Refusal::new("work_stopped", Value::Null),
        WriteError::Altered { path } => damaged(&path, "altered"),
        WriteError::Unreadable { path, .. } => damaged(&path, "missing"),
        WriteError::Unwritable(error)
            if matches!(
                error.kind(),
                std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded
            ) =>
        {
            Refusal::with("pack_no_room", "path", path.to_string_lossy().into_owned())
        }
        WriteError::Unwritable(error) => refused(path, &error.to_string()),
        WriteError::Name { path: name } => refused(path, &name),
        WriteError::Source(error) => match error.downcast::<Lost>() {
            Ok(lost) => lost.0,
            Err(error) => match error.downcast::<StoreError>() {
                Ok(error) => (*error).into(),
                Err(error) => refused(path, &error.to_string()),
            },
        },
    }
}
