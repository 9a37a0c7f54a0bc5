//! The long parts of a pack, out of the store, one at a time.

use std::io::Read;

use kaizhang_evidence::bag::WriteError;
use kaizhang_evidence::pack::{Attachment, Log, Proven, Source, Take};
use kaizhang_ledger::{Checkpoint, Hash, LedgerError, Signer, Verifier, checkpoint};
use kaizhang_store::{EntryPlace, Identity, Store, StoreError, View};

use super::clock::Clock;
use crate::Refusal;
use crate::work::Progress;

/// A stretch of one epoch whose entries lead to one checkpoint.
pub(super) struct Epoch {
    pub(super) number: u32,
    /// The first entry that leads there.
    from: u64,
    /// Entries that the checkpoint covers.
    pub(super) size: u64,
}

impl Epoch {
    pub(super) fn covers(&self, place: EntryPlace) -> bool {
        self.number == place.epoch && (self.from..self.size).contains(&place.seq)
    }
}

/// Reads while the pack is written.
pub(super) struct Reading<'a> {
    pub(super) store: &'a Store,
    pub(super) view: View<'a>,
    /// The epochs in the order of the pack's logs.
    pub(super) epochs: Vec<Epoch>,
    /// Every entry, in the order of its log.
    pub(super) places: Vec<(usize, EntryPlace)>,
    pub(super) progress: &'a Progress,
    pub(super) clock: Clock<'a>,
}

fn source(error: StoreError) -> WriteError {
    WriteError::Source(Box::new(error))
}

impl Source for Reading<'_> {
    fn entries(&mut self, take: Take<'_>) -> Result<(), WriteError> {
        for &(log, place) in &self.places {
            if self.progress.is_stopped() {
                return Err(WriteError::Stopped);
            }
            let json = self.view.entry_text(place).map_err(source)?;
            let size = self.epochs[log].size;
            let proof = self.view.entry_proof(place, size).map_err(source)?;
            take(&Proven {
                log,
                seq: place.seq,
                json: &json,
                proof: &proof,
            })?;
        }
        Ok(())
    }

    fn open(&mut self, attachment: &Attachment) -> std::io::Result<Box<dyn Read>> {
        let sha256 = attachment.written.sha256.to_string();
        Ok(Box::new(self.store.open_attachment(&sha256)?))
    }

    fn stamp(&mut self, digest: &[u8; 32]) -> Option<Vec<u8>> {
        self.clock.stamp(digest)
    }
}

/// The logs of a pack, the one that is being written first, and the epochs behind them.
///
/// Where a key was lost, what was written after its last checkpoint is under no signature of its epoch. The tree of a
/// closed epoch does not grow any more, so the key of now vouches for the rest of it, as the first entry of the next
/// epoch does by naming its root.
pub(super) fn logs(
    view: &View<'_>,
    identity: &Identity,
    places: &[EntryPlace],
    clock: &mut Clock<'_>,
    seed: &[u8; 32],
) -> Result<(Vec<Log>, Vec<Epoch>), Refusal> {
    let (mut logs, mut epochs) = (Vec::new(), Vec::new());
    for epoch in view.epochs()?.iter().rev() {
        let number = epoch.number;
        let mut along = places.iter().filter(|place| place.epoch == number);
        if number != identity.epoch && along.clone().next().is_none() {
            continue;
        }
        let mut from = 0;
        if let Some((size, checkpoint)) = view.newest_checkpoint(number)? {
            logs.push(Log {
                checkpoint,
                key: key(epoch)?,
                anchors: Vec::from_iter(clock.anchor(view, number, size)?),
            });
            epochs.push(Epoch { number, from, size });
            from = size;
        }
        if number != identity.epoch && along.any(|place| place.seq >= from) {
            logs.push(vouched(epoch, seed).map_err(damaged)?);
            let size = epoch.size;
            epochs.push(Epoch { number, from, size });
        }
    }
    Ok((logs, epochs))
}

/// The whole of a closed epoch under the key of now.
fn vouched(epoch: &kaizhang_store::Epoch, seed: &[u8; 32]) -> Result<Log, LedgerError> {
    let signer = Signer::from_seed(&epoch.origin, *seed)?;
    let checkpoint = Checkpoint {
        origin: epoch.origin.clone(),
        size: epoch.size,
        root: epoch.root.parse()?,
    };
    Ok(Log {
        checkpoint: checkpoint::sign(&checkpoint, &signer)?,
        key: signer.verifier().to_text(),
        anchors: Vec::new(),
    })
}

fn damaged(error: LedgerError) -> StoreError {
    StoreError::Unwritable {
        detail: error.to_string(),
    }
}

/// The key of an epoch's checkpoints, in its written form.
fn key(epoch: &kaizhang_store::Epoch) -> Result<String, Refusal> {
    let key: Hash = epoch.public_key.parse().map_err(damaged)?;
    let verifier = Verifier::new(&epoch.origin, key.0).map_err(damaged)?;
    Ok(verifier.to_text())
}
