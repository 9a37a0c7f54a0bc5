//! The ledger in the database: appending entries and reading them back.

use kaizhang_core::Fact;
use kaizhang_core::time::Moment;
use kaizhang_ledger::{Entry, EntryOf, Hash, LedgerError, Nodes, Signer, entry, tree};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::value::RawValue;

use crate::StoreError;

/// Who writes into a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// UUID of the shop.
    pub shop: String,
    /// UUID of this PC's place in it.
    pub device: String,
    /// Raised by every restore, so that a sequence number is never used twice.
    pub epoch: u32,
}

/// When, by whom and under which id something is written.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// UUIDv7 of the entry.
    pub id: String,
    /// The moment.
    pub moment: Moment,
    /// The person, as they call themselves; may be empty.
    pub actor: String,
}

/// An entry with its body still as text.
pub(crate) type RawEntry = EntryOf<Box<RawValue>>;

/// One epoch's complete nodes.
pub(crate) struct StoredNodes<'c> {
    pub(crate) connection: &'c Connection,
    pub(crate) epoch: u32,
}

impl Nodes for StoredNodes<'_> {
    type Error = LogError;

    fn node(&self, level: u8, index: u64) -> Result<Option<Hash>, LogError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT hash FROM node WHERE epoch = ?1 AND level = ?2 AND place = ?3",
        )?;
        let hash = statement.query_row(params![self.epoch, level, index as i64], |row| {
            row.get::<_, [u8; 32]>(0)
        });
        Ok(hash.optional()?.map(Hash))
    }
}

/// A failure below the ledger, before it is known which folder it concerns.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LogError {
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl LogError {
    pub(crate) fn at(self, operation: &str, path: &std::path::Path) -> StoreError {
        match self {
            LogError::Sql(error) => StoreError::sql(operation, path, &error),
            LogError::Store(error) => error,
            // What was written before cannot be read: that is damage, not a fault of this call.
            LogError::Ledger(error) => StoreError::Damaged {
                copy: std::path::PathBuf::new(),
                detail: format!("{operation}: {error}"),
            },
            LogError::Json(error) => StoreError::Damaged {
                copy: std::path::PathBuf::new(),
                detail: format!("{operation}: {error}"),
            },
        }
    }
}

/// Who writes here; `None` while nothing was ever written.
pub(crate) fn identity(connection: &Connection) -> rusqlite::Result<Option<Identity>> {
    connection
        .prepare_cached("SELECT shop, device, epoch FROM device")?
        .query_row([], |row| {
            Ok(Identity {
                shop: row.get(0)?,
                device: row.get(1)?,
                epoch: row.get(2)?,
            })
        })
        .optional()
}

/// Entries in an epoch, which is also the next `seq`.
pub(crate) fn size(connection: &Connection, epoch: u32) -> rusqlite::Result<u64> {
    connection
        .prepare_cached("SELECT seq FROM entry WHERE epoch = ?1 ORDER BY seq DESC LIMIT 1")?
        .query_row([epoch], |row| row.get::<_, i64>(0))
        .optional()
        .map(|last| last.map_or(0, |seq| seq as u64 + 1))
}

/// Appends one entry with the nodes that it completes, and returns its place. To be called inside a
/// transaction that began as IMMEDIATE: the place is read here, and nobody may take it in between.
pub(crate) fn append(
    connection: &Connection,
    identity: &Identity,
    stamp: &Stamp,
    fact: &Fact,
) -> Result<u64, LogError> {
    let seq = size(connection, identity.epoch)?;
    let entry = Entry {
        v: entry::VERSION,
        id: stamp.id.clone(),
        shop: identity.shop.clone(),
        device: identity.device.clone(),
        epoch: identity.epoch,
        seq,
        at: stamp.moment.rfc3339(),
        zone: stamp.moment.zone.name().to_owned(),
        day: stamp.moment.day.to_string(),
        actor: stamp.actor.clone(),
        kind: fact.kind().to_owned(),
        body: fact.body()?,
    };
    let unwritable = |error: LedgerError| StoreError::Unwritable {
        detail: error.to_string(),
    };
    let json = entry.canonical().map_err(unwritable)?;
    let nodes = StoredNodes {
        connection,
        epoch: identity.epoch,
    };
    let complete = tree::append(&nodes, seq, entry::leaf(&json))?;
    connection
        .prepare_cached("INSERT INTO entry (epoch, seq, json) VALUES (?1, ?2, ?3)")?
        .execute(params![identity.epoch, seq as i64, json])?;
    let mut insert = connection
        .prepare_cached("INSERT INTO node (epoch, level, place, hash) VALUES (?1, ?2, ?3, ?4)")?;
    for (level, place, hash) in complete {
        insert.execute(params![identity.epoch, level, place as i64, hash.as_ref()])?;
    }
    Ok(seq)
}

/// Signs the tree as it stands. Writing the same size again changes nothing: the root is the same.
pub(crate) fn sign(
    connection: &Connection,
    identity: &Identity,
    seed: [u8; 32],
) -> Result<(), LogError> {
    let size = size(connection, identity.epoch)?;
    let nodes = StoredNodes {
        connection,
        epoch: identity.epoch,
    };
    let origin =
        kaizhang_ledger::checkpoint::origin(&identity.shop, &identity.device, identity.epoch)?;
    let root = tree::root(&nodes, size)?;
    let signer = Signer::from_seed(&origin, seed)?;
    let note = signer.sign(&kaizhang_ledger::Checkpoint { origin, size, root })?;
    connection
        .prepare_cached(
            "INSERT INTO checkpoint (epoch, size, note) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        )?
        .execute(params![identity.epoch, size as i64, note])?;
    Ok(())
}

/// Every entry in order: its epoch, its place and its text.
pub(crate) fn each_entry(
    connection: &Connection,
    mut look: impl FnMut(u32, u64, &str) -> Result<(), LogError>,
) -> Result<(), LogError> {
    each_row(connection, |epoch, seq, bytes| {
        let text = std::str::from_utf8(bytes).map_err(rusqlite::Error::from)?;
        look(epoch, seq, text)
    })
}

/// Every entry in order, its text as the bytes that are there: damage may have left no text.
pub(crate) fn each_row(
    connection: &Connection,
    mut look: impl FnMut(u32, u64, &[u8]) -> Result<(), LogError>,
) -> Result<(), LogError> {
    let mut statement =
        connection.prepare("SELECT epoch, seq, json FROM entry ORDER BY epoch, seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(2)?.as_bytes().map_err(rusqlite::Error::from)?;
        look(row.get(0)?, row.get::<_, i64>(1)? as u64, bytes)?;
    }
    Ok(())
}
