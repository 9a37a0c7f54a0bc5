//! The ledger in a pack: each line is an entry, each entry leads to the root of a signed checkpoint, and each of the
//! shop's files stands in one of them.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};

use kaizhang_ledger::{Checkpoint, Entry, Hash, Verifier, entry, tree};
use sha2::{Digest, Sha256};

use super::seal::stamp;
use super::{Finding, NotAPack, STEPS, Stamped};
use crate::pack::{ATTACHMENTS, ENTRIES, MOST_ANCHORS, PROOFS};
use crate::read::too_long;
use crate::sshsig::PublicKey;
use crate::timestamp;
use crate::why::Why;

mod proofs;

use proofs::{LogLine, ProofLine};

/// Entries are a few kilobytes at most; a checklist of two hundred items is the longest.
const MOST_LINE: usize = 4 << 20;
/// After so many the rest is of the same kind.
const MOST_TOLD: usize = 20;
const MOST_NOTE: u64 = 64 << 10;
/// Logs in one pack: one for each key and each restored backup.
const MOST_LOGS: usize = 1_000;

/// What is known while the entries go by.
struct Walk<'f, 'a> {
    finding: &'f mut Finding<'a>,
    lines: Lines,
    checkpoints: Vec<Option<(Checkpoint, Verifier)>>,
    /// The place of the entry before this one.
    last: Option<(usize, u64)>,
    line: u64,
    told: usize,
    anchors: usize,
    anchored: Vec<Anchored>,
    /// The shop's files by SHA-256, until an entry names them.
    unrecorded: BTreeMap<[u8; 32], Vec<String>>,
    /// What ended the walk, where it was not the reader of the proofs.
    broke: Option<Why>,
    /// Whether somebody ended it.
    stopped: bool,
}

/// A good stamp on an earlier state of a log.
struct Anchored {
    log: usize,
    /// Entries that stood there then.
    size: u64,
    stamp: Stamped,
    /// Those of them that are in the pack.
    entries: u64,
}

pub(super) fn check(finding: &mut Finding<'_>) -> Result<(), NotAPack> {
    let (Ok(entries), Ok(proofs)) = (
        finding.opened.reader(ENTRIES),
        finding.opened.reader(PROOFS),
    ) else {
        return Ok(());
    };
    let mut unrecorded: BTreeMap<[u8; 32], Vec<String>> = BTreeMap::new();
    let ours = |(name, _): &(&String, _)| name.starts_with(ATTACHMENTS);
    for (name, hash) in finding.hashes.iter().filter(ours) {
        unrecorded.entry(*hash).or_default().push(name.clone());
    }
    let mut walk = Walk {
        lines: Lines(BufReader::with_capacity(256 << 10, entries)),
        finding,
        checkpoints: Vec::new(),
        last: None,
        line: 0,
        told: 0,
        anchors: 0,
        anchored: Vec::new(),
        unrecorded,
        broke: None,
        stopped: false,
    };
    if let Err(error) = proofs::each(proofs, &mut walk) {
        if walk.stopped {
            return Err(NotAPack::Stopped);
        }
        let unreadable = || Why::new("proofs_unreadable", error);
        let why = walk.broke.take().unwrap_or_else(unreadable);
        walk.finding.defect("malformed", PROOFS, why);
        return Ok(());
    }
    match walk.lines.next() {
        Ok(None) => {}
        Ok(Some(_)) => {
            let at = walk.line + 1;
            let detail = "this entry and those after it have no proof";
            let path = format!("{ENTRIES}:{at}");
            walk.finding
                .defect("extra", &path, Why::new("no_proof", detail));
        }
        Err(error) => walk.finding.defect("altered", ENTRIES, error),
    }
    let Walk {
        finding,
        unrecorded,
        anchored,
        ..
    } = walk;
    for Anchored { stamp, entries, .. } in anchored {
        finding.report.timestamps.push(Stamped {
            entries: Some(entries),
            ..stamp
        });
    }
    let mut unrecorded: Vec<String> = unrecorded.into_values().flatten().collect();
    unrecorded.sort_unstable();
    for name in unrecorded {
        let detail = "no entry in the pack says that the shop took this file in";
        finding.defect("unrecorded", &name, Why::new("no_entry", detail));
    }
    Ok(())
}

impl Walk<'_, '_> {
    /// One of the logs, before any entry.
    fn log(&mut self, log: &LogLine) -> Result<(), String> {
        self.anchors += log.anchors.len();
        if self.checkpoints.len() == MOST_LOGS || self.anchors > MOST_ANCHORS {
            return Err(self.broken(too_long()));
        }
        self.go_on()?;
        let checkpoint = self.checkpoint(log, self.checkpoints.is_empty());
        if let Some((checkpoint, verifier)) = &checkpoint {
            self.anchors(log, checkpoint, verifier)?;
        }
        self.checkpoints.push(checkpoint);
        Ok(())
    }

    /// Asks whether to go on; the reader of the proofs hands on nothing but a text.
    fn go_on(&mut self) -> Result<(), String> {
        self.finding.go_on().map_err(|stopped| {
            self.stopped = true;
            stopped.to_string()
        })
    }

    fn checkpoint(&mut self, log: &LogLine, signs: bool) -> Option<(Checkpoint, Verifier)> {
        let path = &log.checkpoint;
        let verifier = match Verifier::from_text(&log.key) {
            Ok(verifier) => verifier,
            Err(error) => {
                let why = Why::new("log_key_unreadable", error.to_string());
                self.finding.defect("malformed", PROOFS, why);
                return None;
            }
        };
        let fingerprint =
            PublicKey::from_bytes(&verifier.public_key()).map(|key| key.fingerprint());
        // The log that is being written is signed by the key that signs the pack; for older ones it vouches.
        if signs && fingerprint.ok() != self.finding.report.signed_by {
            let why = "its key is not the one that signed the pack";
            self.finding
                .defect("unknown_key", path, Why::new("log_key_other", why));
        }
        let note = self.note(path)?;
        match kaizhang_ledger::verify(&note, &verifier) {
            Ok(checkpoint) => {
                let shop = self.finding.report.info.get("Kaizhang-Shop");
                let own = shop.is_some_and(|shop| {
                    checkpoint.origin.starts_with(&format!("kaizhang/{shop}/"))
                });
                if !own {
                    let why = format!("it is of {}, another shop", checkpoint.origin);
                    let why = Why::new("other_shop", why).with("origin", &checkpoint.origin);
                    self.finding.defect("unknown_key", path, why);
                }
                Some((checkpoint, verifier))
            }
            Err(error) => {
                let why = Why::new("checkpoint_unsigned", error.to_string());
                self.finding.defect("wrong_signature", path, why);
                None
            }
        }
    }

    fn note(&mut self, path: &str) -> Option<String> {
        let bytes = self.finding.short(path, MOST_NOTE)?;
        let text = String::from_utf8(bytes).ok();
        if text.is_none() {
            self.finding
                .defect("malformed", path, Why::new("no_text", "it is not text"));
        }
        text
    }

    fn anchors(
        &mut self,
        log: &LogLine,
        newest: &Checkpoint,
        verifier: &Verifier,
    ) -> Result<(), String> {
        for anchor in &log.anchors {
            self.go_on()?;
            let Some(note) = self.note(&anchor.checkpoint) else {
                continue;
            };
            let older = match kaizhang_ledger::verify(&note, verifier) {
                Ok(older) => older,
                Err(error) => {
                    let why = Why::new("checkpoint_unsigned", error.to_string());
                    self.finding
                        .defect("wrong_signature", &anchor.checkpoint, why);
                    continue;
                }
            };
            let grew = tree::verify_consistency(
                older.size,
                newest.size,
                &older.root,
                &newest.root,
                &anchor.proof,
            );
            if let Err(error) = grew {
                let why = Why::new("not_grown", error.to_string());
                self.finding.defect("proof_fails", &anchor.checkpoint, why);
                continue;
            }
            let Some(answer) = self
                .finding
                .short(&anchor.token, timestamp::MOST_BYTES as u64)
            else {
                continue;
            };
            let digest = Sha256::digest(&note).into();
            if let Some(stamp) = stamp(self.finding, &anchor.token, &answer, &digest) {
                self.anchored.push(Anchored {
                    log: self.checkpoints.len(),
                    size: older.size,
                    stamp,
                    entries: 0,
                });
            }
        }
        Ok(())
    }

    /// One proof, and with it the next line of the entries.
    fn proof(&mut self, proof: &ProofLine) -> Result<(), String> {
        self.line += 1;
        if self.line.is_multiple_of(u64::from(STEPS)) {
            self.go_on()?;
        }
        let line = match self.lines.next() {
            Ok(Some(line)) => line,
            Ok(None) => {
                let why = format!("{ENTRIES} ends before the proofs do");
                return Err(self.broken(Why::new("entries_end", why)));
            }
            Err(why) => return Err(self.broken(why)),
        };
        if let Err((kind, why)) = self.entry(&line, proof) {
            self.told += 1;
            if self.told <= MOST_TOLD {
                let path = format!("{ENTRIES}:{}", self.line);
                self.finding.defect(kind, &path, why);
            } else {
                self.finding.report.untold += 1;
            }
        }
        Ok(())
    }

    /// What the reader of the proofs hands on is a text; the code is kept beside it.
    fn broken(&mut self, why: Why) -> String {
        let text = why.to_string();
        self.broke = Some(why);
        text
    }

    fn entry(&mut self, line: &str, proof: &ProofLine) -> Result<(), (&'static str, Why)> {
        let unreadable = |error: kaizhang_ledger::LedgerError| {
            ("malformed", Why::new("entry_unreadable", error.to_string()))
        };
        let entry = Entry::parse(line).map_err(unreadable)?;
        let Some(checkpoint) = self.checkpoints.get(proof.log) else {
            let why = "its proof names a log that is not there";
            return Err(("malformed", Why::new("log_unknown", why)));
        };
        let Some((checkpoint, verifier)) = checkpoint else {
            let why = "the checkpoint of its log is not good";
            return Err(("proof_fails", Why::new("checkpoint_bad", why)));
        };
        let origin = entry.origin().map_err(unreadable)?;
        if (entry.seq, &origin) != (proof.seq, &checkpoint.origin) {
            let why = format!(
                "here stands entry {} of {origin}, and the proof is of entry {} of {}",
                entry.seq, proof.seq, checkpoint.origin
            );
            let why = Why::new("other_entry", why)
                .with("found", entry.seq.to_string())
                .with("proven", proof.seq.to_string());
            return Err(("reordered", why));
        }
        let here = (proof.log, proof.seq);
        if self.last.replace(here).is_some_and(|last| last >= here) {
            let why = "it stands behind a later entry";
            return Err(("reordered", Why::new("behind_later", why)));
        }
        tree::verify_inclusion(
            &entry::leaf(line),
            proof.seq,
            checkpoint.size,
            &proof.proof,
            &checkpoint.root,
        )
        .map_err(|error| {
            (
                "proof_fails",
                Why::new("not_to_the_root", error.to_string()),
            )
        })?;
        self.finding.report.entries += 1;
        let stood = |one: &&mut Anchored| one.log == proof.log && proof.seq < one.size;
        self.anchored
            .iter_mut()
            .filter(stood)
            .for_each(|one| one.entries += 1);
        if entry.kind == "file_attached"
            && let Some(sha256) = entry.body.get("sha256").and_then(|sha256| sha256.as_str())
        {
            let mut hash = [0; 32];
            if hex::decode_to_slice(sha256, &mut hash).is_ok() {
                self.unrecorded.remove(&hash);
            }
        }
        if let Some((from, to)) = handover(&entry, verifier) {
            self.finding.handovers.insert(from, to);
        }
        Ok(())
    }
}

/// The fingerprint of a key that ends, and of the one that it names as the next; not where it was lost, for then the
/// entry stands under a key that came later.
fn handover(entry: &Entry, verifier: &Verifier) -> Option<(String, String)> {
    let told = |name| entry.body.get(name).and_then(|value| value.as_str());
    if entry.kind != "epoch_closed" || told("how") != Some("rotated") {
        return None;
    }
    let next: Hash = told("next_public_key")?.parse().ok()?;
    let print = |key: &[u8; 32]| Some(PublicKey::from_bytes(key).ok()?.fingerprint());
    Some((print(&verifier.public_key())?, print(&next.0)?))
}

/// Lines of a file, none longer than an entry can be.
struct Lines(BufReader<Box<dyn Read + Send>>);

impl Lines {
    fn next(&mut self) -> Result<Option<String>, Why> {
        let mut line = Vec::new();
        let most = MOST_LINE as u64;
        let read = (&mut self.0).take(most).read_until(b'\n', &mut line);
        match read? {
            0 => return Ok(None),
            _ if line.pop() == Some(b'\n') => {}
            _ => {
                let why = "its last line is cut off, or one is too long";
                return Err(Why::new("line_cut", why));
            }
        }
        match String::from_utf8(line) {
            Ok(line) => Ok(Some(line)),
            Err(_) => Err(Why::new("no_text", "a line is not text")),
        }
    }
}
