//! The schema, step by step. Released steps are frozen: a test compares their checksums.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction};
use rusqlite_migration::{HookError, HookResult, M, Migrations};

use crate::connection::APPLICATION_ID;
use crate::{StoreError, files, mornings, projection};

/// Every step with the name of its file in `migrations/`, in order. The explicit list is compared
/// with the folder, so that no file is forgotten and none is taken that was not meant.
pub(crate) const STEPS: [(&str, &str); 11] = [
    (
        "0001_ledger.sql",
        include_str!("../../../../migrations/0001_ledger.sql"),
    ),
    (
        "0002_opening.sql",
        include_str!("../../../../migrations/0002_opening.sql"),
    ),
    (
        "0003_place.sql",
        include_str!("../../../../migrations/0003_place.sql"),
    ),
    (
        "0004_reminders.sql",
        include_str!("../../../../migrations/0004_reminders.sql"),
    ),
    (
        "0005_incidents.sql",
        include_str!("../../../../migrations/0005_incidents.sql"),
    ),
    (
        "0006_disputes.sql",
        include_str!("../../../../migrations/0006_disputes.sql"),
    ),
    (
        "0007_search.sql",
        include_str!("../../../../migrations/0007_search.sql"),
    ),
    (
        "0008_keys.sql",
        include_str!("../../../../migrations/0008_keys.sql"),
    ),
    (
        "0009_packs.sql",
        include_str!("../../../../migrations/0009_packs.sql"),
    ),
    (
        "0010_marks.sql",
        include_str!("../../../../migrations/0010_marks.sql"),
    ),
    (
        LOOKING_BACK,
        include_str!("../../../../migrations/0011_looking_back.sql"),
    ),
];

/// The newest step that brings shadows for looking back, which it fills. A step before it leaves them empty.
const LOOKING_BACK: &str = "0011_looking_back.sql";

/// Tables that are refilled from the ledger, children before parents.
pub(crate) const PROJECTIONS: [&str; 34] = [
    "pack",
    "dispute_event",
    "dispute_link",
    "dispute",
    "reply_reminder",
    "passage",
    "belonging",
    "morning",
    "drawer",
    "key_backup",
    "anchor",
    "incident_event",
    "incident",
    "pending_sale",
    "follow_up",
    "receipt",
    "code_text",
    "staff",
    "terminal",
    "provider",
    "till_since",
    "reminder_rules",
    "planned_day",
    "reminder",
    "put_off",
    "settled",
    "owner_told",
    "clock_jump",
    "mark",
    "opening",
    "standing",
    "attachment",
    "checklist",
    "shop",
];

/// The `user_version` of an up-to-date database.
pub(crate) fn newest() -> i64 {
    STEPS.len() as i64
}

/// The `user_version` of this database.
pub(crate) fn version(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(|error| StoreError::sql("read the header", path, &error))
}

/// Brings a database up to date, each step in a transaction of its own. One that holds something is
/// copied to `backups/` first, and the copy is proven before anything is changed.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let from = version(connection, path)?;
    if from > 0 {
        back_up(connection, path, from)?;
    }
    run(connection, &STEPS)
}

/// Applies the steps that are missing.
pub(crate) fn run(connection: &mut Connection, steps: &[(&str, &str)]) -> Result<(), StoreError> {
    let path = PathBuf::from(connection.path().unwrap_or_default());
    let steps = steps.iter().map(|(name, sql)| {
        let step = match *name {
            LOOKING_BACK => M::up_with_hook(sql, look_back),
            _ => M::up(sql),
        };
        step.foreign_key_check()
    });
    connection
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(|error| StoreError::sql("migrate", &path, &error))?;
    Migrations::new(steps.collect())
        .to_latest(connection)
        .map_err(|error| match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => {
                StoreError::sql("migrate", &path, &err)
            }
            other => StoreError::Failed {
                operation: "migrate".to_owned(),
                path: path.clone(),
                detail: other.to_string(),
            },
        })
}

/// What SQL alone cannot make from what is there: tokens, and what a verdict comes to.
fn look_back(transaction: &Transaction<'_>) -> HookResult {
    projection::look_back(transaction)
        .and_then(|()| mornings::fill(transaction))
        .map_err(|error| HookError::Hook(error.to_string()))
}

fn back_up(connection: &Connection, path: &Path, from: i64) -> Result<(), StoreError> {
    let folder = path.with_file_name("backups");
    files::make_folder(&folder)?;
    let copy = folder.join(format!("before-schema-{}-from-{from}.db", newest()));
    if copy.exists() {
        // An earlier attempt got this far; its copy was proven then.
        return Ok(());
    }
    let temporary = copy.with_extension("tmp");
    files::remove_temporary(&temporary)?;
    let failed = |error: rusqlite::Error| StoreError::sql("back up", path, &error);
    let target = temporary.to_string_lossy().into_owned();
    connection
        .execute("VACUUM INTO ?1", [&target])
        .map_err(failed)?;
    let proof: String = Connection::open(&temporary)
        .and_then(|copy| copy.query_row("PRAGMA integrity_check", [], |row| row.get(0)))
        .map_err(failed)?;
    if proof != "ok" {
        return Err(StoreError::Failed {
            operation: "prove the backup".to_owned(),
            path: temporary,
            detail: proof,
        });
    }
    files::sync_file(&temporary)?;
    files::settle(&temporary, &copy).map(|_| ())
}

#[cfg(test)]
#[path = "migrations_tests.rs"]
mod tests;
