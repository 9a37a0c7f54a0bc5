//! Epochs: one tree and one key each. A new key begins a new epoch, whose first entry names the end of the one before.

use kaizhang_core::Fact;
use kaizhang_core::fact::EpochBegun;
use kaizhang_core::key::{EpochBefore, EpochClosed, Succession};
use kaizhang_ledger::{checkpoint, tree};
use rusqlite::{OptionalExtension, params};

use crate::StoreError;
use crate::key::{self, KeyTrouble, Seed};
use crate::log::{self, LogError, RawEntry, Stamp, StoredNodes};
use crate::store::Tx;
use crate::view::View;

/// One epoch as the ledger tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Epoch {
    /// Its number, from 0.
    pub number: u32,
    /// The first line of its checkpoints.
    pub origin: String,
    /// The public half of its key, 64 hex digits.
    pub public_key: String,
    /// RFC 3339 UTC of its first entry.
    pub began_at: String,
    /// The end of the epoch before, as its first entry names it; `None` for the first.
    pub before: Option<EpochBefore>,
    /// Entries in it.
    pub size: u64,
    /// The root over them, 64 hex digits.
    pub root: String,
    /// Entries that its newest checkpoint covers; 0 when nothing is signed.
    pub signed_size: u64,
}

/// A copy of the key that somebody made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyBackup {
    /// RFC 3339 UTC.
    pub at: String,
    /// Who made it.
    pub actor: String,
}

impl View<'_> {
    /// Every epoch, the first one first.
    pub fn epochs(&self) -> Result<Vec<Epoch>, StoreError> {
        let read = || -> Result<Vec<Epoch>, LogError> {
            let mut statement = self
                .connection
                .prepare_cached("SELECT json FROM entry WHERE seq = 0 ORDER BY epoch")?;
            let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
            rows.map(|json| self.epoch_from(&json?)).collect()
        };
        self.done("read the epochs", read())
    }

    fn epoch_from(&self, first: &str) -> Result<Epoch, LogError> {
        let entry = RawEntry::read(first)?;
        let begun: EpochBegun = serde_json::from_str(entry.body.get())?;
        let nodes = StoredNodes {
            connection: self.connection,
            epoch: entry.epoch,
        };
        let size = log::size(self.connection, entry.epoch)?;
        let signed: Option<i64> = self
            .connection
            .prepare_cached("SELECT max(size) FROM checkpoint WHERE epoch = ?1")?
            .query_row([entry.epoch], |row| row.get(0))?;
        Ok(Epoch {
            number: entry.epoch,
            origin: checkpoint::origin(&entry.shop, &entry.device, entry.epoch)?,
            public_key: begun.public_key,
            began_at: entry.at,
            before: begun.before,
            size,
            root: tree::root(&nodes, size)?.to_string(),
            signed_size: signed.map_or(0, |signed| signed as u64),
        })
    }

    /// The key that signs now, or why none can: it is compared with the one that the epoch began with.
    pub fn key(&self) -> Result<Result<Seed, KeyTrouble>, StoreError> {
        let epoch = self.identity()?.map_or(0, |identity| identity.epoch);
        let seed = key::load(self.reading.path(), epoch);
        let expected = self.public_key(epoch)?;
        Ok(seed.and_then(|seed| match expected {
            Some(expected) if expected != seed.public_key() => Err(KeyTrouble::Another),
            _ => Ok(seed),
        }))
    }

    /// The public half of an epoch's key, by its first entry.
    fn public_key(&self, epoch: u32) -> Result<Option<String>, StoreError> {
        let read = || -> Result<Option<String>, LogError> {
            let first = self
                .connection
                .prepare_cached("SELECT json FROM entry WHERE epoch = ?1 AND seq = 0")?
                .query_row([epoch], |row| row.get::<_, String>(0))
                .optional()?;
            let Some(first) = first else { return Ok(None) };
            let entry = RawEntry::read(&first)?;
            let begun: EpochBegun = serde_json::from_str(entry.body.get())?;
            Ok(Some(begun.public_key))
        };
        self.done("read the epoch's key", read())
    }

    /// The newest copy of this key; `None` when nobody made one.
    pub fn key_backup(&self, public_key: &str) -> Result<Option<KeyBackup>, StoreError> {
        self.one(
            "read the key's copies",
            "SELECT at, actor FROM key_backup WHERE public_key = ?1 ORDER BY epoch DESC, seq DESC LIMIT 1",
            &[&public_key],
            |row| {
                Ok(KeyBackup {
                    at: row.get(0)?,
                    actor: row.get(1)?,
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Signs the ledger as it stands in this transaction. `false` when the key cannot sign: it never keeps anything
    /// from being written, since whoever lost a key has a shop to open all the same.
    pub fn sign(&self) -> Result<bool, StoreError> {
        let Some(identity) = self.view.identity()? else {
            return Ok(false);
        };
        let Ok(seed) = self.view.key()? else {
            return Ok(false);
        };
        self.done(
            "sign a checkpoint",
            log::sign(self.view.connection, &identity, seed.0),
        )?;
        Ok(true)
    }

    /// Ends this epoch and begins the next one under a new key, all in this transaction. `seed` is used unless an
    /// attempt that was cut off left a key behind.
    ///
    /// The stamps are those of the last entry here and of the first one there.
    ///
    /// # Errors
    /// [`StoreError::KeyMissing`] when the old key should sign the change and cannot.
    pub fn next_epoch(
        &self,
        how: Succession,
        seed: Seed,
        note: String,
        stamps: [&Stamp; 2],
    ) -> Result<(), StoreError> {
        let Some(identity) = self.view.identity()? else {
            return Err(StoreError::KeyMissing {});
        };
        let next = identity.epoch + 1;
        let seed = key::keep(self.view.reading.path(), next, seed)?;
        let closed = EpochClosed {
            next_epoch: next,
            next_public_key: seed.public_key(),
            how,
            note,
        };
        self.append(stamps[0], closed.into())?;
        if how == Succession::Rotated && !self.sign()? {
            return Err(StoreError::KeyMissing {});
        }
        let origin = checkpoint::origin(&identity.shop, &identity.device, identity.epoch);
        let before = EpochBefore {
            origin: self.done("name the epoch", origin.map_err(LogError::from))?,
            size: self.view.size()?,
            root: self.view.root()?,
            how,
        };
        let raised = self
            .view
            .connection
            .execute("UPDATE device SET epoch = ?1", params![next]);
        self.done("begin an epoch", raised.map_err(LogError::from))?;
        let begun = EpochBegun {
            public_key: seed.public_key(),
            demo: None,
            before: Some(before),
        };
        self.append(stamps[1], Fact::from(begun))?;
        self.sign().map(|_| ())
    }

    /// Puts the key of this epoch back into its place, and signs what was written without it.
    ///
    /// # Errors
    /// [`StoreError::KeyOther`] for any other key.
    pub fn put_key_back(&self, seed: Seed, stamp: &Stamp) -> Result<(), StoreError> {
        let epoch = self.view.identity()?.map_or(0, |identity| identity.epoch);
        let public_key = seed.public_key();
        if self.view.public_key(epoch)?.as_deref() != Some(&public_key) {
            return Err(StoreError::KeyOther {});
        }
        key::replace(self.view.reading.path(), epoch, seed)?;
        let restored = kaizhang_core::key::KeyRestored { public_key };
        self.append(stamp, restored.into())?;
        self.sign().map(|_| ())
    }
}
