//! Checking a pack that somebody sent: as long work, from a file that was handed over or by its path. Nothing of the
//! shop's records is needed for it, and nothing that the pack says of itself is believed.

use std::collections::BTreeMap;
use std::path::PathBuf;

use kaizhang_core::text::{self, NAME_LIMIT};
use kaizhang_evidence::verify::{Report, Wanted};
use kaizhang_evidence::{NotAPack, verify};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::handed::HandedFile;
use crate::work::{self, Progress, WorkKind, WorkPage, WorkPhase, WorkResult};
use crate::{Refusal, keys};

/// Input of `start_verify`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct StartVerify {
    /// The zip or the folder.
    pub path: Option<String>,
    /// Or the id of a file that was handed over; it goes when the check is over.
    pub file: Option<String>,
    /// The fingerprint of the key that must have signed, as it came by another way.
    pub key: Option<String>,
}

/// What the check of a pack found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckedPack {
    /// The file or folder, as it was named.
    pub name: String,
    /// Nothing was found.
    pub ok: bool,
    /// Everything found, in the order in which it was found.
    pub defects: Vec<PackDefect>,
    /// How many more there are than are told.
    #[ts(type = "number")]
    pub untold: u64,
    /// It is a pack of this program's, and not any other BagIt bag.
    pub pack: bool,
    /// Ledger entries in it, each proven against a signed checkpoint.
    #[ts(type = "number")]
    pub entries: u64,
    /// Files of its payload.
    #[ts(type = "number")]
    pub files: u64,
    /// Their bytes together.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Fingerprint of the key that signed it, as `SHA256:…`; null where nothing is signed.
    pub signed_by: Option<String>,
    /// That key is, or was, the one of these very records.
    pub own_key: bool,
    /// Whether it is the key that was asked for, or one that it handed over to; null where none was.
    pub key_fits: Option<bool>,
    /// The key that was asked for is an earlier one, which handed over under its own signature.
    pub key_follows: bool,
    /// RFC 3339 UTC: until when a third party vouches for the whole of it; null without such a token.
    pub anchored_until: Option<String>,
    /// The good timestamps in it.
    pub timestamps: Vec<PackStamp>,
}

/// One thing in a pack that is not as it was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackDefect {
    /// `altered`, `missing`, `extra` and so on.
    pub kind: String,
    /// The file in the pack, and the place in it; empty where it is about the whole.
    pub path: String,
    /// What was found there, in English.
    pub detail: String,
    /// The same as a code: its words are the message `check-why-` and this, with dashes.
    pub why: String,
    /// What fills these words.
    pub params: BTreeMap<String, String>,
}

/// A good timestamp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackStamp {
    /// RFC 3339 UTC.
    pub at: String,
    /// Who stamped.
    pub authority: String,
    /// SHA-256 of the root that vouches for it: to be compared with what the authority publishes.
    pub root_sha256: String,
    /// How many of the entries stood in the ledger when it was stamped; null where it stands on the whole pack.
    #[ts(type = "number | null")]
    pub entries: Option<u64>,
}

/// What is checked, with the bytes that were handed over for it; they go with this.
struct Sent {
    name: String,
    path: PathBuf,
    handed: Option<HandedFile>,
}

impl Sent {
    /// What a person calls it; where a file that was handed over lies is nothing to him.
    fn shown(&self) -> String {
        match self.handed {
            Some(_) => self.name.clone(),
            None => self.path.display().to_string(),
        }
    }
}

/// Begins the check; `show_work` tells how far it is and what came of it.
pub(crate) fn start_verify(
    app: &App,
    caller: &Caller,
    input: StartVerify,
) -> Result<WorkPage, Refusal> {
    let desk = app.desk(caller)?;
    let key = text::text("key", &input.key.unwrap_or_default(), NAME_LIMIT)?;
    let own: Vec<String> = app.store.read(|view| -> Result<_, Refusal> {
        let epochs = view.epochs()?;
        Ok(epochs
            .iter()
            .map(|epoch| keys::fingerprint(&epoch.public_key))
            .collect())
    })?;
    // A file that was handed over stays for another try when other work is going on.
    work::free(app)?;
    let sent = sent(app, input.path.as_deref(), input.file.as_deref())?;
    work::start(app, &desk, WorkKind::CheckPack, move |progress| {
        let wanted = Wanted {
            key: (!key.is_empty()).then(|| key.clone()),
            roots: Vec::new(),
        };
        // The whole of it, with the file that was handed over: a closure takes along no more than it names.
        let sent = sent;
        let report = check(&sent, &wanted, progress)?;
        Ok(WorkResult::CheckPack(told(
            sent.name, report, &own, &wanted,
        )))
    })
}

fn sent(app: &App, path: Option<&str>, file: Option<&str>) -> Result<Sent, Refusal> {
    if let Some(id) = file {
        let handed = app.handing.take(id)?;
        return Ok(Sent {
            name: handed.name.clone(),
            path: handed.bytes.path().to_owned(),
            handed: Some(handed),
        });
    }
    // Whoever pastes a path from a file manager pastes its quotes along.
    let typed = path.unwrap_or_default().trim().trim_matches('"');
    let path = PathBuf::from(typed);
    if !path.is_absolute() {
        return Err(Refusal::with("path_not_whole", "path", typed));
    }
    let name = path.file_name().unwrap_or(path.as_os_str());
    Ok(Sent {
        name: name.to_string_lossy().into_owned(),
        path,
        handed: None,
    })
}

fn check(sent: &Sent, wanted: &Wanted, progress: &Progress) -> Result<Report, Refusal> {
    progress.phase(WorkPhase::Checking, None)?;
    let watch = |done: u64, total: u64| progress.stand(done, total);
    verify(&sent.path, wanted, &watch).map_err(|error| match error {
        NotAPack::Stopped => work::stopped(),
        NotAPack::Unreadable(error) => Refusal::new(
            "pack_unreadable",
            json!({ "path": sent.shown(), "detail": error.to_string() }),
        ),
        NotAPack::Refused { ref path, ref why } => Refusal::new(
            "not_a_pack",
            json!({ "detail": error.to_string(), "path": path, "why": why.code }),
        ),
    })
}

fn owned(params: BTreeMap<&'static str, String>) -> BTreeMap<String, String> {
    let own = |(name, value): (&str, String)| (name.to_owned(), value);
    params.into_iter().map(own).collect()
}

fn told(name: String, report: Report, own: &[String], wanted: &Wanted) -> CheckedPack {
    let fits = |key: &String| {
        let bare = |text: &str| text.trim().trim_start_matches("SHA256:").to_owned();
        report
            .signed_by
            .as_deref()
            .is_some_and(|signed| bare(signed) == bare(key))
    };
    CheckedPack {
        name,
        ok: report.ok,
        untold: report.untold,
        pack: report.pack,
        entries: report.entries,
        files: report.files,
        bytes: report.bytes,
        own_key: report
            .signed_by
            .as_ref()
            .is_some_and(|key| own.contains(key)),
        key_fits: wanted
            .key
            .as_ref()
            .map(|key| fits(key) || report.key_follows),
        key_follows: report.key_follows,
        anchored_until: report.anchored_until,
        signed_by: report.signed_by,
        defects: report
            .defects
            .into_iter()
            .map(|defect| PackDefect {
                kind: defect.kind.to_owned(),
                path: defect.path,
                detail: defect.detail,
                why: defect.why.to_owned(),
                params: owned(defect.params),
            })
            .collect(),
        timestamps: report
            .timestamps
            .into_iter()
            .map(|stamp| PackStamp {
                at: stamp.at,
                authority: stamp.authority,
                root_sha256: stamp.root_sha256,
                entries: stamp.entries,
            })
            .collect(),
    }
}

/// An empty answer, for the tests of others.
#[cfg(test)]
pub(crate) fn nothing_found(name: &str) -> CheckedPack {
    told(
        name.to_owned(),
        Report {
            ok: true,
            ..Report::default()
        },
        &[],
        &Wanted::default(),
    )
}
