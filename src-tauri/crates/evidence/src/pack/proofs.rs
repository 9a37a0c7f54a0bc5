//! The ledger's part of a pack: entries, signed checkpoints, the proof of every entry, and anchors.

use std::io::{Seek, Write};

use kaizhang_ledger::Hash;
use serde::{Deserialize, Serialize};

use super::bounded::{at_most, short};
use super::{ENTRIES, PROOFS, Source};
use crate::bag::{Bag, WriteError};

/// A tree of 2^64 leaves has a proof of 64 hashes, and of 65 that it grew.
const MOST_HASHES: usize = 65;
/// Anchors in one pack: the newest of each log, and each is a signature to be checked.
pub(crate) const MOST_ANCHORS: usize = 256;

/// One log whose entries go along: one epoch of one device.
#[derive(Debug, Clone)]
pub struct Log {
    /// Its checkpoint, a signed note, that all its proofs lead to.
    pub checkpoint: String,
    /// The key of that note in its written form, `name+id+key`.
    pub key: String,
    /// What ties earlier states of it to something outside the owner's hands.
    pub anchors: Vec<Anchor>,
}

/// An earlier checkpoint of a log with the timestamp that stands on it.
#[derive(Debug, Clone)]
pub struct Anchor {
    /// The signed note as it was when it was stamped.
    pub checkpoint: String,
    /// The authority's answer about the SHA-256 of that note.
    pub token: Vec<u8>,
    /// The hashes that show that the log's checkpoint grew from this one.
    pub proof: Vec<Hash>,
}

/// The first line of `proofs.json`: everything but the proofs of entries.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LogLine {
    /// Where the checkpoint stands.
    #[serde(deserialize_with = "short")]
    pub(crate) checkpoint: String,
    /// The key that signed it.
    #[serde(deserialize_with = "short")]
    pub(crate) key: String,
    #[serde(deserialize_with = "at_most::<MOST_ANCHORS, _, _>")]
    pub(crate) anchors: Vec<AnchorLine>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnchorLine {
    #[serde(deserialize_with = "short")]
    pub(crate) checkpoint: String,
    #[serde(deserialize_with = "short")]
    pub(crate) token: String,
    #[serde(deserialize_with = "at_most::<MOST_HASHES, _, _>")]
    pub(crate) proof: Vec<Hash>,
}

/// One entry of `entries.jsonl`, line by line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProofLine {
    pub(crate) log: usize,
    pub(crate) seq: u64,
    #[serde(deserialize_with = "at_most::<MOST_HASHES, _, _>")]
    pub(crate) proof: Vec<Hash>,
}

/// How `proofs.json` begins, up to its logs; it is JSON as a whole and one proof a line, so that neither who reads it
/// with a program nor who compares two has to hold all of it.
pub(crate) const HEAD: &str = "{\"v\":1,\"logs\":";
pub(crate) const MIDDLE: &str = ",\"entries\":[\n";
pub(crate) const END: &str = "\n]}\n";

/// Where the checkpoint of the log at this place stands.
pub(crate) fn checkpoint_path(log: usize) -> String {
    if log == 0 {
        "data/checkpoint.txt".to_owned()
    } else {
        format!("data/checkpoint-{log}.txt")
    }
}

/// Writes all of it; returns how many entries there were.
pub(super) fn write<W: Write + Seek>(
    bag: &mut Bag<'_, W>,
    logs: &[Log],
    source: &mut dyn Source,
    files: &mut u64,
) -> Result<u64, WriteError> {
    let mut lines = Vec::new();
    for (place, log) in logs.iter().enumerate() {
        let checkpoint = checkpoint_path(place);
        bag.file(&checkpoint, None, &mut log.checkpoint.as_bytes())?;
        *files += 1;
        let mut anchors = Vec::new();
        for (nth, anchor) in log.anchors.iter().enumerate() {
            let checkpoint = format!("data/anchors/{place}-{nth}.txt");
            let token = format!("data/anchors/{place}-{nth}.tsr");
            bag.file(&checkpoint, None, &mut anchor.checkpoint.as_bytes())?;
            bag.file(&token, None, &mut anchor.token.as_slice())?;
            *files += 2;
            let proof = anchor.proof.clone();
            anchors.push(AnchorLine {
                checkpoint,
                token,
                proof,
            });
        }
        let key = log.key.clone();
        lines.push(LogLine {
            checkpoint,
            key,
            anchors,
        });
    }
    let mut entries = 0;
    bag.made(ENTRIES, |put| {
        source.entries(&mut |entry| {
            entries += 1;
            put(entry.json.as_bytes())?;
            put(b"\n")
        })
    })?;
    let mut first = true;
    bag.made(PROOFS, |put| {
        put(HEAD.as_bytes())?;
        put(&json(&lines)?)?;
        put(MIDDLE.as_bytes())?;
        source.entries(&mut |entry| {
            if !std::mem::take(&mut first) {
                put(b",\n")?;
            }
            let line = ProofLine {
                log: entry.log,
                seq: entry.seq,
                proof: entry.proof.to_vec(),
            };
            put(&json(&line)?)
        })?;
        put(END.as_bytes())
    })?;
    *files += 2;
    Ok(entries)
}

fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, WriteError> {
    serde_json::to_vec(value).map_err(|error| WriteError::Source(Box::new(error)))
}
