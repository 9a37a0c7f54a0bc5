//! The whole folder examined: database, ledger, shadows, files. Nothing is changed by looking.

use std::collections::BTreeSet;

use kaizhang_core::Fact;
use kaizhang_core::fact::EpochBegun;
use kaizhang_core::key::{EpochClosed, Succession};
use kaizhang_ledger::{Entry, Frontier, LedgerError, Verifier, checkpoint, entry, tree};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

use crate::log::{self, LogError, StoredNodes};
use crate::migrations::{self, PROJECTIONS};
use crate::store::Store;
use crate::{StoreError, attach, passages, projection};

/// One thing that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Defect {
    /// `database_damaged`, `entry_altered`, `entry_missing`, `node_altered`, `checkpoint_mismatch`,
    /// `epoch_mismatch`, `projection_differs`, `blob_missing` or `blob_altered`.
    pub kind: String,
    /// The row or file, for a person to find: `entry 0/12`, `blobs/ab/ab12…`.
    #[serde(rename = "where")]
    pub place: String,
    /// What was found there.
    pub detail: String,
}

/// What an examination found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Fsck {
    /// No defects.
    pub ok: bool,
    /// Entries read, all epochs.
    #[ts(type = "number")]
    pub entries: u64,
    /// Root over the current epoch's entries, recomputed from their bytes.
    pub root: String,
    /// Everything found, in the order in which it was found.
    pub defects: Vec<Defect>,
}

/// More than this of one kind adds nothing: the folder is damaged.
const MOST_DEFECTS: usize = 1_000;

#[derive(Default)]
struct Findings {
    defects: Vec<Defect>,
}

impl Findings {
    fn add(&mut self, kind: &str, place: String, detail: impl ToString) {
        if self.defects.len() < MOST_DEFECTS {
            self.defects.push(Defect {
                kind: kind.to_owned(),
                place,
                detail: detail.to_string(),
            });
        }
    }
}

impl Store {
    /// Examines everything: the pages of the database, every entry against its leaf, the tree against
    /// its leaves, signed checkpoints against the tree, shadows against a replay, files against their
    /// hashes. Hashes are recomputed from the bytes; nothing stored is trusted.
    pub fn fsck(&self) -> Result<Fsck, StoreError> {
        self.on_own_connection(|connection| {
            let mut found = Findings::default();
            check_pages(connection, &mut found);
            let mut ledger = LedgerCheck::default();
            if let Err(error) = ledger.run(connection, &mut found) {
                found.add("database_damaged", "kaizhang.db".to_owned(), error);
            }
            // Shadows of a ledger that is itself damaged prove nothing either way.
            if found.defects.is_empty()
                && let Err(error) = check_projections(connection, &mut found)
            {
                found.add("database_damaged", "kaizhang.db".to_owned(), error);
            }
            for sha256 in &ledger.files {
                if let Some(kind) = attach::defect(self.path(), sha256) {
                    let start = sha256.get(..2).unwrap_or_default();
                    found.add(kind, format!("blobs/{start}/{sha256}"), "");
                }
            }
            Ok(Fsck {
                ok: found.defects.is_empty(),
                entries: ledger.entries,
                root: ledger.frontier.root().to_string(),
                defects: found.defects,
            })
        })
    }
}

fn check_pages(connection: &Connection, found: &mut Findings) {
    let mut run = |pragma: &str| -> rusqlite::Result<()> {
        let mut statement = connection.prepare(pragma)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let cells: Vec<String> = (0..row.as_ref().column_count())
                .filter_map(|n| row.get_ref(n).ok()?.as_str().ok().map(str::to_owned))
                .collect();
            let text = cells.join(" ");
            if text != "ok" {
                found.add("database_damaged", "kaizhang.db".to_owned(), text);
            }
        }
        Ok(())
    };
    let done = run("PRAGMA integrity_check").and_then(|()| run("PRAGMA foreign_key_check"));
    if let Err(error) = done {
        found.add("database_damaged", "kaizhang.db".to_owned(), error);
    }
}

#[derive(Default)]
struct LedgerCheck {
    entries: u64,
    epoch: Option<u32>,
    frontier: Frontier,
    verifier: Option<Verifier>,
    files: BTreeSet<String>,
    /// The last entry of this epoch, when it names the next key.
    closed: Option<EpochClosed>,
    /// Entries that a good checkpoint of this epoch covers.
    signed: u64,
    /// The epoch before, as it was found to end.
    ended: Option<Ended>,
}

/// The end of an epoch, recomputed from its entries.
struct Ended {
    origin: String,
    size: u64,
    root: String,
    closed: Option<EpochClosed>,
    signed: u64,
}

impl LedgerCheck {
    fn run(&mut self, connection: &Connection, found: &mut Findings) -> Result<(), LogError> {
        log::each_row(connection, |epoch, seq, bytes| {
            // Bytes that are no text any more make one altered entry, not the end of the check.
            let text = &*String::from_utf8_lossy(bytes);
            self.entries += 1;
            if self.epoch != Some(epoch) {
                self.end_epoch(connection, found)?;
                self.epoch = Some(epoch);
                self.frontier = Frontier::new();
                self.verifier = None;
            }
            if seq != self.frontier.size() {
                let missing = format!("entry {epoch}/{}", self.frontier.size());
                found.add("entry_missing", missing, format!("the next entry is {seq}"));
                // The tree cannot be continued over a hole; the rest is read for its own sake.
                self.frontier =
                    Frontier::load(&StoredNodes { connection, epoch }, seq).unwrap_or_default();
            }
            self.check_entry(connection, epoch, seq, text, found)
        })?;
        self.end_epoch(connection, found)?;
        let stands: Option<u32> = connection
            .query_row("SELECT epoch FROM device", [], |row| row.get(0))
            .optional()?;
        if self.epoch.is_some() && stands != self.epoch {
            let last = self.epoch.unwrap_or_default();
            let detail = format!("the device stands at epoch {stands:?}, the ledger at {last}");
            found.add("epoch_mismatch", format!("epoch {last}"), detail);
        }
        Ok(())
    }

    fn check_entry(
        &mut self,
        connection: &Connection,
        epoch: u32,
        seq: u64,
        text: &str,
        found: &mut Findings,
    ) -> Result<(), LogError> {
        let place = || format!("entry {epoch}/{seq}");
        let nodes = StoredNodes { connection, epoch };
        let leaf = entry::leaf(text);
        let mut altered = None;
        let mut broken_nodes = Vec::new();
        let mut failed = None;
        self.frontier.push_with(
            leaf,
            |(level, index, hash)| match kaizhang_ledger::Nodes::node(&nodes, level, index) {
                Ok(Some(stored)) if stored == hash => {}
                Ok(_) if level == 0 => {
                    altered = Some("its bytes do not hash to its leaf".to_owned())
                }
                Ok(_) => broken_nodes.push((level, index)),
                Err(error) => failed = Some(error),
            },
        );
        if let Some(error) = failed {
            return Err(error);
        }
        // Above an altered leaf every node differs; one defect names the cause.
        if altered.is_none() {
            for (level, index) in broken_nodes {
                found.add(
                    "node_altered",
                    format!("node {epoch}/{level}/{index}"),
                    "not the hash of its children",
                );
            }
        }
        match Entry::parse(text) {
            Ok(entry) if entry.epoch != epoch || entry.seq != seq => {
                altered = Some(format!("it calls itself {}/{}", entry.epoch, entry.seq));
            }
            Ok(entry) if altered.is_none() => self.learn(&entry, found, &place())?,
            Ok(_) => {}
            Err(error) => {
                altered =
                    Some(altered.map_or(error.to_string(), |first| format!("{first}; {error}")))
            }
        }
        if let Some(detail) = altered {
            found.add("entry_altered", place(), detail);
            // Go on from what is stored, so that one altered entry is one defect.
            if let Ok(stored) = Frontier::load(&nodes, seq + 1) {
                self.frontier = stored;
            }
        }
        Ok(())
    }

    /// Keeps what later checks need: the epoch's key, and which files there must be.
    fn learn(&mut self, entry: &Entry, found: &mut Findings, place: &str) -> Result<(), LogError> {
        let body = serde_json::value::to_raw_value(&entry.body)?;
        self.closed = None;
        match Fact::read(&entry.kind, &body) {
            Ok(Some(Fact::EpochBegun(begun))) => {
                if let Err(detail) = self.check_beginning(entry, &begun) {
                    found.add("epoch_mismatch", place.to_owned(), detail);
                }
                let mut key = [0; 32];
                let verifier = hex::decode_to_slice(&begun.public_key, &mut key)
                    .map_err(|error| error.to_string())
                    .and_then(|()| entry.origin().map_err(|error| error.to_string()))
                    .and_then(|origin| {
                        Verifier::new(&origin, key).map_err(|error| error.to_string())
                    });
                match verifier {
                    Ok(verifier) => self.verifier = Some(verifier),
                    Err(error) => found.add("entry_altered", place.to_owned(), error),
                }
            }
            Ok(Some(Fact::EpochClosed(closed))) => self.closed = Some(closed),
            Ok(Some(Fact::FileAttached(file))) => {
                self.files.insert(file.sha256);
            }
            Ok(_) => {}
            Err(error) => found.add("entry_altered", place.to_owned(), error),
        }
        Ok(())
    }

    /// Whether an epoch begins where it may, under the key that the one before handed over to.
    fn check_beginning(&self, entry: &Entry, begun: &EpochBegun) -> Result<(), String> {
        if entry.seq != 0 {
            return Err("an epoch begins in the middle of another".to_owned());
        }
        let (ended, before) = match (&self.ended, &begun.before) {
            (None, None) => return Ok(()),
            (Some(ended), Some(before)) => (ended, before),
            (None, Some(before)) => {
                return Err(format!("the epoch before, {}, is not there", before.origin));
            }
            (Some(_), None) => return Err("it does not name the epoch before".to_owned()),
        };
        if (&before.origin, before.size, &before.root) != (&ended.origin, ended.size, &ended.root) {
            return Err(format!(
                "it names {} with {} entries and root {}; there are {} with root {}",
                before.origin, before.size, before.root, ended.size, ended.root
            ));
        }
        let closed = ended
            .closed
            .as_ref()
            .ok_or("the epoch before was not closed")?;
        if (closed.next_epoch, &closed.next_public_key) != (entry.epoch, &begun.public_key)
            || closed.how != before.how
        {
            return Err("the epoch before was closed for another key".to_owned());
        }
        if before.how == Succession::Rotated && ended.signed != ended.size {
            return Err("the old key did not sign the change".to_owned());
        }
        Ok(())
    }

    /// Everything that can be said of an epoch once its last entry was read.
    fn end_epoch(&mut self, connection: &Connection, found: &mut Findings) -> Result<(), LogError> {
        let Some(epoch) = self.epoch else {
            return Ok(());
        };
        let size = self.frontier.size();
        let beyond: i64 = connection.query_row(
            "SELECT count(*) FROM node WHERE epoch = ?1 AND level = 0 AND place >= ?2",
            rusqlite::params![epoch, size as i64],
            |row| row.get(0),
        )?;
        if beyond > 0 {
            found.add(
                "entry_missing",
                format!("entry {epoch}/{size}"),
                format!("{beyond} leaves without an entry"),
            );
        }
        self.signed = 0;
        let mut statement = connection
            .prepare("SELECT size, note FROM checkpoint WHERE epoch = ?1 ORDER BY size")?;
        let mut rows = statement.query([epoch])?;
        while let Some(row) = rows.next()? {
            let covered = row.get::<_, i64>(0)? as u64;
            let note: String = row.get(1)?;
            match self.check_checkpoint(connection, epoch, covered, &note) {
                Ok(()) => self.signed = covered,
                Err(detail) => {
                    let place = format!("checkpoint {epoch}/{covered}");
                    found.add("checkpoint_mismatch", place, detail);
                }
            }
        }
        let origin = self
            .verifier
            .as_ref()
            .map(|verifier| verifier.name().to_owned());
        self.ended = Some(Ended {
            origin: origin.unwrap_or_default(),
            size,
            root: self.frontier.root().to_string(),
            closed: self.closed.take(),
            signed: self.signed,
        });
        Ok(())
    }

    fn check_checkpoint(
        &self,
        connection: &Connection,
        epoch: u32,
        covered: u64,
        note: &str,
    ) -> Result<(), String> {
        let verifier = self.verifier.as_ref().ok_or("the epoch has no key")?;
        let signed =
            checkpoint::verify(note, verifier).map_err(|error: LedgerError| error.to_string())?;
        if signed.size != covered || covered > self.frontier.size() {
            return Err(format!(
                "it covers {} entries, there are {}",
                signed.size,
                self.frontier.size()
            ));
        }
        let root = tree::root(&StoredNodes { connection, epoch }, covered)
            .map_err(|error| error.to_string())?;
        if root != signed.root {
            return Err("the signed root is not the tree's".to_owned());
        }
        Ok(())
    }
}

/// Replays the ledger beside the database and compares every shadow row.
fn check_projections(connection: &Connection, found: &mut Findings) -> Result<(), LogError> {
    let mut fresh = Connection::open_in_memory()?;
    migrations::run(&mut fresh, &migrations::STEPS)?;
    projection::replay_into(connection, &fresh)?;
    for table in PROJECTIONS {
        compare(table, connection, &fresh, found)?;
    }
    // The index holds no rows to compare, but what it says of each token can be.
    if passages::index_rows(connection)? != passages::index_rows(&fresh)? {
        found.add("projection_differs", "passage_words".to_owned(), "");
    }
    Ok(())
}

fn compare(
    table: &str,
    stored: &Connection,
    fresh: &Connection,
    found: &mut Findings,
) -> Result<(), LogError> {
    // The names are this program's own constants; a WITHOUT ROWID table reads in the order of its key.
    let sql = format!("SELECT * FROM {table}");
    let (mut stored, mut fresh) = (stored.prepare(&sql)?, fresh.prepare(&sql)?);
    let (mut stored, mut fresh) = (stored.query([])?, fresh.query([])?);
    loop {
        let cells = |row: Option<&rusqlite::Row<'_>>| -> rusqlite::Result<Option<Vec<Cell>>> {
            row.map(|row| {
                (0..row.as_ref().column_count())
                    .map(|n| row.get(n))
                    .collect()
            })
            .transpose()
        };
        let (here, replayed) = (cells(stored.next()?)?, cells(fresh.next()?)?);
        if here == replayed {
            if here.is_none() {
                return Ok(());
            }
            continue;
        }
        // After the first difference the rows no longer stand side by side.
        let row = here.or(replayed).unwrap_or_default();
        let key: Vec<String> = row.iter().take(3).map(|cell| format!("{cell:?}")).collect();
        found.add("projection_differs", table.to_owned(), key.join(" "));
        return Ok(());
    }
}
