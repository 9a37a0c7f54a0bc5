//! What this PC keeps for itself: when the duty loop ran, what is still to be shown or sent, the owner's
//! wishes for it, and secrets. None of it belongs to the ledger, and none of it is replayed.

use chrono::{DateTime, Utc};
use kaizhang_core::settling::Stretch;
use kaizhang_core::time::rfc3339;

use crate::log::LogError;
use crate::reminders::instant;
use crate::store::Tx;
use crate::view::View;
use crate::{StoreError, key};

/// Something still to be shown or sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// UUID.
    pub id: String,
    /// `toast`, or the id of one of the owner's channels.
    pub channel: String,
    /// What it is about; a second letter of the same channel and topic is not taken.
    pub topic: String,
    /// JSON.
    pub json: String,
    /// Tries so far.
    pub tries: u32,
    /// Not before.
    pub next_at: DateTime<Utc>,
    /// Why the last try failed, as JSON.
    pub trouble: Option<String>,
}

impl View<'_> {
    /// The stretches from `from` to `to` in which the duty loop ran, in order, as they were kept.
    pub fn ran(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<Stretch>, StoreError> {
        self.all(
            "read when the program ran",
            "SELECT from_at, to_at FROM ran WHERE to_at > ?1 AND from_at < ?2 ORDER BY from_at",
            &[&rfc3339(from), &rfc3339(to)],
            |row| Ok((instant(row, 0)?, instant(row, 1)?)),
        )
    }

    /// What is still to be shown or sent, the next first.
    pub fn outbox(&self) -> Result<Vec<Letter>, StoreError> {
        self.all(
            "read the outbox",
            "SELECT id, channel, topic, json, tries, next_at, trouble FROM outbox ORDER BY next_at, id",
            &[],
            |row| {
                Ok(Letter {
                    id: row.get(0)?,
                    channel: row.get(1)?,
                    topic: row.get(2)?,
                    json: row.get(3)?,
                    tries: row.get(4)?,
                    next_at: instant(row, 5)?,
                    trouble: row.get(6)?,
                })
            },
        )
    }

    /// The owner's wishes for this PC, as JSON.
    pub fn this_pc(&self) -> Result<Option<String>, StoreError> {
        let sql = "SELECT json FROM this_pc";
        self.one("read this PC's settings", sql, &[], |row| row.get(0))
    }

    /// A secret that is kept beside the database, as it was last written; `None` when there is none.
    pub fn secret(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let secret = key::secret(self.reading.path(), name);
        self.done("read a secret", secret.map_err(LogError::from))
    }
}

impl Tx<'_> {
    /// Keeps that the duty loop has run without a gap from `from` to `to`.
    pub fn keep_ran(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<(), StoreError> {
        self.run(
            "keep when the program ran",
            "INSERT INTO ran (from_at, to_at) VALUES (?1, ?2) ON CONFLICT (from_at) DO UPDATE SET to_at = ?2",
            &[&rfc3339(from), &rfc3339(to)],
        )
    }

    /// Puts a letter into the outbox. One of the same channel and topic that is there already stays.
    pub fn post(&self, letter: &Letter) -> Result<(), StoreError> {
        self.run(
            "fill the outbox",
            "INSERT INTO outbox (id, channel, topic, json, tries, next_at, trouble)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (channel, topic) DO NOTHING",
            &[
                &letter.id,
                &letter.channel,
                &letter.topic,
                &letter.json,
                &letter.tries,
                &rfc3339(letter.next_at),
                &letter.trouble,
            ],
        )
    }

    /// Takes a letter out: shown, sent, given up, or no longer true.
    pub fn take_out(&self, id: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM outbox WHERE id = ?1";
        self.run("empty the outbox", sql, &[&id])
    }

    /// Keeps a letter for another try.
    pub fn try_again(
        &self,
        id: &str,
        next_at: DateTime<Utc>,
        trouble: &str,
    ) -> Result<(), StoreError> {
        self.run(
            "keep a letter",
            "UPDATE outbox SET tries = tries + 1, next_at = ?2, trouble = ?3 WHERE id = ?1",
            &[&id, &rfc3339(next_at), &trouble],
        )
    }

    /// Keeps the owner's wishes for this PC.
    pub fn keep_this_pc(&self, json: &str) -> Result<(), StoreError> {
        self.run(
            "keep this PC's settings",
            "INSERT INTO this_pc (one, json) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET json = ?1",
            &[&json],
        )
    }

    /// Replaces a secret. It stands in a file of its own that only its owner may read, so that neither the
    /// ledger nor a copy of the database holds it; it stays as written even when the transaction does not.
    pub fn keep_secret(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let kept = key::keep_secret(self.view.reading.path(), name, bytes);
        self.done("keep a secret", kept.map_err(LogError::from))
    }

    fn run(
        &self,
        operation: &str,
        sql: &str,
        values: &[&dyn rusqlite::ToSql],
    ) -> Result<(), StoreError> {
        let run = || -> Result<(), LogError> {
            self.view.connection.prepare_cached(sql)?.execute(values)?;
            Ok(())
        };
        self.done(operation, run())
    }
}
