//! What a pack takes out of the ledger: entries as they stand, proofs of them, signed checkpoints.

use kaizhang_ledger::{EntryOf, Hash, tree};
use rusqlite::{OptionalExtension, params};
use serde_json::value::RawValue;

use crate::StoreError;
use crate::log::{LogError, RawEntry, StoredNodes, each_entry};
use crate::view::View;

/// Where an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryPlace {
    /// Its epoch.
    pub epoch: u32,
    /// Its place in it.
    pub seq: u64,
}

impl View<'_> {
    /// Hands every entry over, in the order of the ledger, with its body as text.
    pub fn each_entry(
        &self,
        mut look: impl FnMut(EntryPlace, &EntryOf<Box<RawValue>>),
    ) -> Result<(), StoreError> {
        let walked = each_entry(self.connection, |epoch, seq, text| {
            look(EntryPlace { epoch, seq }, &RawEntry::read(text)?);
            Ok(())
        });
        self.done("read the ledger", walked)
    }

    /// An entry's canonical JSON, whose hash is its leaf.
    pub fn entry_text(&self, place: EntryPlace) -> Result<String, StoreError> {
        let query = || -> Result<String, LogError> {
            let mut statement = self
                .connection
                .prepare_cached("SELECT json FROM entry WHERE epoch = ?1 AND seq = ?2")?;
            Ok(statement.query_row(params![place.epoch, place.seq as i64], |row| row.get(0))?)
        };
        self.done("read an entry", query())
    }

    /// The hashes that lead from an entry to the root over the first `size` entries of its epoch.
    pub fn entry_proof(&self, place: EntryPlace, size: u64) -> Result<Vec<Hash>, StoreError> {
        let proof = tree::inclusion_proof(&self.nodes_of(place.epoch), place.seq, size);
        self.done("prove an entry", proof)
    }

    /// The hashes that show that an epoch's tree of `new` entries grew from the one of `old`.
    pub fn growth_proof(&self, epoch: u32, old: u64, new: u64) -> Result<Vec<Hash>, StoreError> {
        let proof = tree::consistency_proof(&self.nodes_of(epoch), old, new);
        self.done("prove the tree's growth", proof)
    }

    /// The newest signed checkpoint of an epoch: how many entries it covers, and the note.
    pub fn newest_checkpoint(&self, epoch: u32) -> Result<Option<(u64, String)>, StoreError> {
        let query = || -> Result<_, LogError> {
            let mut statement = self.connection.prepare_cached(
                "SELECT size, note FROM checkpoint WHERE epoch = ?1 ORDER BY size DESC LIMIT 1",
            )?;
            let newest = statement.query_row([epoch], |row| {
                Ok((row.get::<_, i64>(0)? as u64, row.get(1)?))
            });
            Ok(newest.optional()?)
        };
        self.done("read the checkpoint", query())
    }

    fn nodes_of(&self, epoch: u32) -> StoredNodes<'_> {
        StoredNodes {
            connection: self.connection,
            epoch,
        }
    }
}
