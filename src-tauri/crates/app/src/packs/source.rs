//! The long parts of a pack, out of the store, one at a time.

use std::io::Read;

use kaizhang_evidence::bag::WriteError;
use kaizhang_evidence::pack::{Attachment, Log, Proven, Source, Take};
use kaizhang_ledger::{Hash, LedgerError, Verifier};
use kaizhang_store::{EntryPlace, Identity, Store, StoreError, View};

use super::clock::Clock;
use crate::Refusal;
use crate::work::Progress;

/// One epoch of which entries go along.
pub(super) struct Epoch {
    pub(super) number: u32,
    /// Entries that its checkpoint covers.
    pub(super) size: u64,
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
pub(super) fn logs(
    view: &View<'_>,
    identity: &Identity,
    places: &[EntryPlace],
    clock: &mut Clock<'_>,
) -> Result<(Vec<Log>, Vec<Epoch>), Refusal> {
    let (mut logs, mut epochs) = (Vec::new(), Vec::new());
    for epoch in view.epochs()?.iter().rev() {
        let goes_along = places.iter().any(|place| place.epoch == epoch.number);
        if epoch.number != identity.epoch && !goes_along {
            continue;
        }
        // An epoch that was never signed proves nothing; its entries stay at home.
        let Some((size, checkpoint)) = view.newest_checkpoint(epoch.number)? else {
            continue;
        };
        logs.push(Log {
            checkpoint,
            key: key(epoch)?,
            anchors: Vec::from_iter(clock.anchor(view, epoch.number, size)?),
        });
        let number = epoch.number;
        epochs.push(Epoch { number, size });
    }
    Ok((logs, epochs))
}

/// The key of an epoch's checkpoints, in its written form.
fn key(epoch: &kaizhang_store::Epoch) -> Result<String, Refusal> {
    let damaged = |error: LedgerError| StoreError::Unwritable {
        detail: error.to_string(),
    };
    let key: Hash = epoch.public_key.parse().map_err(damaged)?;
    let verifier = Verifier::new(&epoch.origin, key.0).map_err(damaged)?;
    Ok(verifier.to_text())
}
