//! What ties the ledger to something outside, and the copies of its key: their shadows, and reading them.

use kaizhang_core::Fact;
use kaizhang_core::anchor::{AnchorStamped, Covered, Way};
use kaizhang_ledger::tree;
use rusqlite::{Connection, OptionalExtension, params};

use crate::StoreError;
use crate::log::{LogError, RawEntry, StoredNodes};
use crate::projection::Head;
use crate::view::View;

/// One anchor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorRow {
    /// Id of its entry.
    pub id: String,
    /// The epoch that it covers.
    pub epoch: u32,
    /// How many of its entries.
    pub size: u64,
    /// How the code left the shop; `None` for a token of a timestamp service.
    pub way: Option<Way>,
    /// RFC 3339 UTC: the token's own time, else when it was noted.
    pub at: String,
    /// Who stamped it, or who got it.
    pub told: String,
    /// Who noted it.
    pub actor: String,
}

pub(crate) fn apply(connection: &Connection, head: &Head<'_>, fact: &Fact) -> Result<(), LogError> {
    match fact {
        Fact::KeyBackedUp(backed_up) => {
            connection
                .prepare_cached(
                    "INSERT INTO key_backup (epoch, seq, public_key, at, actor) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![head.epoch, head.seq as i64, backed_up.public_key, head.at, head.actor])?;
        }
        Fact::AnchorGiven(given) => {
            insert(
                connection,
                head,
                &given.covered,
                way_text(given.way),
                head.at,
                &given.to,
            )?;
        }
        Fact::AnchorStamped(stamped) => {
            let (at, by) = (&stamped.stamped_at, &stamped.authority);
            insert(connection, head, &stamped.covered, "stamped", at, by)?;
        }
        _ => {}
    }
    Ok(())
}

fn insert(
    connection: &Connection,
    head: &Head<'_>,
    covered: &Covered,
    kind: &str,
    at: &str,
    told: &str,
) -> Result<(), LogError> {
    connection
        .prepare_cached(
            "INSERT INTO anchor (epoch, seq, id, covered_epoch, covered_size, kind, at, told, actor)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            head.epoch,
            head.seq as i64,
            head.id,
            covered.epoch,
            covered.size as i64,
            kind,
            at,
            told,
            head.actor
        ])?;
    Ok(())
}

fn way_text(way: Way) -> &'static str {
    match way {
        Way::Printed => "printed",
        Way::Sent => "sent",
        Way::ReadOut => "read_out",
    }
}

fn way_from(text: &str) -> Option<Way> {
    Some(match text {
        "printed" => Way::Printed,
        "sent" => Way::Sent,
        "read_out" => Way::ReadOut,
        // The table admits only one more: a token.
        _ => return None,
    })
}

impl View<'_> {
    /// The newest anchors, the newest first.
    pub fn anchors(&self, limit: u32) -> Result<Vec<AnchorRow>, StoreError> {
        self.all(
            "read the anchors",
            "SELECT id, covered_epoch, covered_size, kind, at, told, actor FROM anchor
             ORDER BY epoch DESC, seq DESC LIMIT ?1",
            &[&limit],
            |row| {
                Ok(AnchorRow {
                    id: row.get(0)?,
                    epoch: row.get(1)?,
                    size: row.get::<_, i64>(2)? as u64,
                    way: way_from(&row.get::<_, String>(3)?),
                    at: row.get(4)?,
                    told: row.get(5)?,
                    actor: row.get(6)?,
                })
            },
        )
    }

    /// The newest token of a timestamp service that covers at least one entry of an epoch.
    pub fn newest_stamp(&self, epoch: u32) -> Result<Option<AnchorStamped>, StoreError> {
        self.newest_stamp_within(epoch, i64::MAX as u64)
    }

    /// The newest of those that cover no more than so many entries.
    pub fn newest_stamp_within(
        &self,
        epoch: u32,
        size: u64,
    ) -> Result<Option<AnchorStamped>, StoreError> {
        let read = || -> Result<Option<AnchorStamped>, LogError> {
            let json: Option<String> = self
                .connection
                .prepare_cached(
                    "SELECT entry.json FROM anchor JOIN entry USING (epoch, seq)
                     WHERE covered_epoch = ?1 AND kind = 'stamped' AND covered_size <= ?2
                     ORDER BY covered_size DESC LIMIT 1",
                )?
                .query_row(params![epoch, size as i64], |row| row.get(0))
                .optional()?;
            let Some(json) = json else { return Ok(None) };
            let entry = RawEntry::read(&json)?;
            Ok(Some(serde_json::from_str(entry.body.get())?))
        };
        self.done("read the newest token", read())
    }

    /// The newest checkpoint of the current epoch as a signed note, with what it covers; `None` when nothing is signed.
    pub fn checkpoint(&self) -> Result<Option<(Covered, String)>, StoreError> {
        let epoch = self.identity()?.map_or(0, |identity| identity.epoch);
        let newest = self.one(
            "read the newest checkpoint",
            "SELECT epoch, size, note FROM checkpoint WHERE epoch = ?1 ORDER BY size DESC LIMIT 1",
            &[&epoch],
            row,
        )?;
        newest.map(|found| self.covered(found)).transpose()
    }

    /// The newest checkpoint whose note is the one.
    pub fn find_checkpoint(
        &self,
        is_it: impl Fn(&str) -> bool,
    ) -> Result<Option<(Covered, String)>, StoreError> {
        let find = || -> Result<Option<Found>, LogError> {
            let mut statement = self.connection.prepare_cached(
                "SELECT epoch, size, note FROM checkpoint ORDER BY epoch DESC, size DESC",
            )?;
            for found in statement.query_map([], row)? {
                let found = found?;
                if is_it(&found.2) {
                    return Ok(Some(found));
                }
            }
            Ok(None)
        };
        let found = self.done("look through the checkpoints", find())?;
        found.map(|found| self.covered(found)).transpose()
    }

    fn covered(&self, (epoch, size, note): Found) -> Result<(Covered, String), StoreError> {
        let size = size as u64;
        let nodes = StoredNodes {
            connection: self.connection,
            epoch,
        };
        let root = self
            .done("read the tree", tree::root(&nodes, size))?
            .to_string();
        Ok((Covered { epoch, size, root }, note))
    }
}

/// Epoch, size and note of a checkpoint.
type Found = (u32, i64, String);

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Found> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}
