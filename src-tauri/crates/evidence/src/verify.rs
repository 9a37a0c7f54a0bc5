//! Checking a pack, or any other BagIt 1.0 bag, from its bytes alone.
//!
//! Every hash, signature, checkpoint and proof is computed anew; nothing that the pack says of itself is believed.
//! What is wrong is named with its place, and the check goes on: whoever received a damaged pack wants to know what of
//! it still stands.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::SecondsFormat;
use serde::Serialize;

use crate::pack;
use crate::read::{self, NotAPack, Opened};
use crate::why::Why;

mod ledger;
mod manifest;
mod payload;
mod seal;
mod tags;

/// Defects that are told, at most; of more the number is told.
const MOST_DEFECTS: usize = 1_000;

/// Lines, names and proofs between two questions whether to go on; some milliseconds.
const STEPS: u32 = 1_024;

/// What was asked beside the pack itself.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The fingerprint of the key that must have signed, as it came by another way; with or without `SHA256:`. A key
    /// that it handed over to, under its own signature and proven in the pack, will do as well.
    pub key: Option<String>,
    /// Roots of timestamp authorities that are trusted, in DER. Without any, those in the pack are taken, and the answer
    /// says which root it was.
    pub roots: Vec<Vec<u8>>,
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Defect {
    /// `altered`, `missing`, `extra`, `renamed`, `reordered`, `malformed`, `incomplete`, `wrong_signature`,
    /// `unknown_key`, `token_mismatch`, `proof_fails`, `unrecorded`, `unsupported`.
    pub kind: &'static str,
    /// The file in the pack; for an entry with its line, `data/entries.jsonl:12`.
    pub path: String,
    /// What exactly, in English.
    pub detail: String,
    /// The same as a code: its words are the message `check-why-` and this, with dashes.
    pub why: &'static str,
    /// What fills these words.
    pub params: BTreeMap<&'static str, String>,
}

impl Defect {
    pub(crate) fn new(kind: &'static str, path: &str, why: Why) -> Self {
        Self {
            kind,
            path: path.to_owned(),
            detail: why.to_string(),
            why: why.code,
            params: why.params,
        }
    }
}

/// A checked timestamp: what it stands on and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stamped {
    /// The token.
    pub path: String,
    /// The authority's time, RFC 3339 UTC.
    pub at: String,
    /// Who stamped.
    pub authority: String,
    /// SHA-256 of the root that vouches for it: to be compared with what the authority publishes.
    pub root_sha256: String,
    /// How many of the entries here stood in the ledger when it was stamped; null where it stands on the whole pack.
    pub entries: Option<u64>,
}

/// The answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Nothing is wrong.
    pub ok: bool,
    /// Everything that is, in the order in which it was found.
    pub defects: Vec<Defect>,
    /// How many more there are than are told.
    pub untold: u64,
    /// Whether it is one of our packs, or a bag of another program.
    pub pack: bool,
    /// Ledger entries that were proven.
    pub entries: u64,
    /// Files of its payload.
    pub files: u64,
    /// Their bytes together.
    pub bytes: u64,
    /// The fingerprint of the key that signed; null where nobody did.
    pub signed_by: Option<String>,
    /// The key that was asked for is an earlier one, and each key from it to the one that signed vouched for the next.
    pub key_follows: bool,
    /// RFC 3339 UTC: until when something outside the shop's hands vouches for the whole pack; null where nothing does.
    /// An earlier stamp on the ledger vouches for the entries that stood there, and for nothing that came later.
    pub anchored_until: Option<String>,
    /// The timestamps in it that are good.
    pub timestamps: Vec<Stamped>,
    /// What `bag-info.txt` says, label by label; said by whoever made it, and proven by the signature alone.
    pub info: BTreeMap<String, String>,
}

/// How far the check is, in bytes of payload; asked again and again where something else may take long. Says whether to
/// go on.
pub type Watch<'w> = &'w (dyn Fn(u64, u64) -> bool + Sync);

/// What is gathered while one part after the other looks.
struct Finding<'a> {
    opened: &'a Opened,
    wanted: &'a Wanted,
    report: Report,
    /// The tag manifest, by which all else is signed.
    tag_manifest: Vec<u8>,
    /// The hashes of the payload by name, computed here.
    hashes: BTreeMap<String, [u8; 32]>,
    /// Fingerprints of keys that handed over, each with the key that follows it, from proven entries.
    handovers: BTreeMap<String, String>,
    watch: Watch<'a>,
    /// Bytes of payload that were hashed.
    hashed: u64,
    steps: u32,
}

impl Finding<'_> {
    fn defect(&mut self, kind: &'static str, path: &str, why: Why) {
        self.take(Defect::new(kind, path, why));
    }

    /// A line that is none of its file. There may be millions of them: what is not told is only counted.
    fn bad_line(&mut self, path: &str, line: usize, why: Why) {
        if self.report.defects.len() < MOST_DEFECTS {
            self.defect("malformed", &format!("{path}:{line}"), why);
        } else {
            self.report.untold += 1;
        }
    }

    /// One more step of a long loop: now and then it is asked whether to go on.
    fn step(&mut self) -> Result<(), NotAPack> {
        self.steps = self.steps.wrapping_add(1);
        if self.steps.is_multiple_of(STEPS) {
            self.go_on()
        } else {
            Ok(())
        }
    }

    fn go_on(&self) -> Result<(), NotAPack> {
        if (self.watch)(self.hashed, self.report.bytes) {
            Ok(())
        } else {
            Err(NotAPack::Stopped)
        }
    }

    fn take(&mut self, defect: Defect) {
        if self.report.defects.len() < MOST_DEFECTS {
            self.report.defects.push(defect);
        } else {
            self.report.untold += 1;
        }
    }

    /// The whole of a short file; a missing or unreadable one is a defect.
    fn short(&mut self, path: &str, most: u64) -> Option<Vec<u8>> {
        match self.opened.whole(path, most) {
            Ok(Some(bytes)) => Some(bytes),
            Ok(None) => {
                self.defect("missing", path, Why::new("not_there", "it is not there"));
                None
            }
            Err(error) => {
                self.defect("altered", path, error.into());
                None
            }
        }
    }
}

/// Checks a zip or a folder.
///
/// # Errors
///
/// [`NotAPack`] where there is no bag to speak of, or one that was made to do harm. Whatever is wrong with a bag is in
/// the answer.
pub fn verify(path: &Path, wanted: &Wanted, watch: Watch<'_>) -> Result<Report, NotAPack> {
    let opened = read::open(path)?;
    let mut finding = Finding {
        opened: &opened,
        wanted,
        report: Report::default(),
        tag_manifest: Vec::new(),
        hashes: BTreeMap::new(),
        handovers: BTreeMap::new(),
        watch,
        hashed: 0,
        steps: 0,
    };
    for defect in &opened.defects {
        finding.take(defect.clone());
    }
    payload::measure(&mut finding);
    let bag = tags::read(&mut finding)?;
    payload::check(&mut finding, &bag)?;
    finding.report.pack = is_ours(&finding);
    if finding.report.pack {
        for defect in &opened.strange {
            finding.take(defect.clone());
        }
        seal::check(&mut finding, &bag);
        ledger::check(&mut finding)?;
        seal::whose(&mut finding);
    } else if let Some(key) = &wanted.key {
        let why = format!("nobody signed it; {key} was to have");
        let why = Why::new("nobody_signed", why).with("key", key);
        finding.defect("unknown_key", "", why);
    }
    let mut report = finding.report;
    report.ok = report.defects.is_empty();
    let mut on_the_whole = report.timestamps.iter();
    let on_the_whole = on_the_whole.find(|stamp| stamp.entries.is_none());
    report.anchored_until = on_the_whole.map(|stamp| stamp.at.clone());
    Ok(report)
}

/// Whether this is to be a pack of ours. One sign of it is enough, so that none can be taken away unseen.
fn is_ours(finding: &Finding<'_>) -> bool {
    finding.report.info.contains_key(pack::LABEL)
        || finding.opened.name.starts_with("kaizhang-")
        || [pack::SIGNATURE, pack::SIGNERS, pack::PROOFS]
            .iter()
            .any(|path| finding.opened.items.contains_key(*path))
}

fn instant(at: &chrono::DateTime<chrono::Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
