//! Opening the database, in named phases.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::folder::OpenOptions;
use crate::{StoreError, migrations};

/// `KZhg`: marks the file as ours in the header that `file` and SQLite read.
pub(crate) const APPLICATION_ID: i32 = 0x4B5A_6867;

/// The oldest SQLite to work with: up to 3.51.2 a WAL reset could lose committed pages
/// (sqlite.org, release log of 3.51.3).
pub const SQLITE_OLDEST: i32 = 3_051_003;

/// Statements kept ready: all that the program has. With fewer, a replay and a morning's marks go round in more of them
/// than fit, and each would be compiled anew just before it is needed again.
const STATEMENTS: usize = 128;

/// A writer waits for the transactions of other processes by looking so often, five seconds in all. SQLite's own patience
/// ends up looking ten times a second: among several busy processes one can miss its turn fifty times in a row.
const LOOKS: i32 = 500;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// Whether to look again after so many looks.
fn wait(looks: i32) -> bool {
    std::thread::sleep(BETWEEN_LOOKS);
    looks < LOOKS
}

/// A connection that has been looked at and not changed: ours, not from a newer version.
pub(crate) fn look(path: &Path) -> Result<Connection, StoreError> {
    refuse_old_sqlite(rusqlite::version_number(), rusqlite::version())?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |error: rusqlite::Error| StoreError::sql("open", path, &error);
    let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    connection.busy_handler(Some(wait)).map_err(failed)?;
    check_identity(&connection, path)?;
    Ok(connection)
}

/// A connection with every setting that the store relies on, set and checked.
pub(crate) fn open(path: &Path, options: &OpenOptions) -> Result<Connection, StoreError> {
    let connection = look(path)?;
    configure(&connection, options).map_err(|error| StoreError::sql("open", path, &error))?;
    keep_private(path)?;
    Ok(connection)
}

pub(crate) fn refuse_old_sqlite(found: i32, name: &str) -> Result<(), StoreError> {
    if found < SQLITE_OLDEST {
        return Err(StoreError::SqliteTooOld {
            found: name.to_owned(),
            needed: "3.51.3".to_owned(),
        });
    }
    Ok(())
}

fn configure(connection: &Connection, options: &OpenOptions) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(rusqlite::Error::InvalidParameterName(format!(
            "journal_mode is {mode}, not wal"
        )));
    }
    connection.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;",
    )?;
    #[cfg(feature = "negative-controls")]
    if options.synchronous_normal {
        connection.execute_batch("PRAGMA synchronous = NORMAL;")?;
    }
    #[cfg(not(feature = "negative-controls"))]
    let _ = options;
    Ok(())
}

/// The folder is private already; a database that was copied in from elsewhere becomes so too.
fn keep_private(path: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        let failed = |error: &std::io::Error| StoreError::io("protect", path, error);
        let meta = std::fs::metadata(path).map_err(|error| failed(&error))?;
        if meta.mode() & 0o077 != 0 {
            let private = std::fs::Permissions::from_mode(0o600);
            std::fs::set_permissions(path, private).map_err(|error| failed(&error))?;
        }
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Ours, and not from a newer version; a file with nothing in it is ours to fill.
fn check_identity(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let number = |pragma: &str| -> Result<i64, StoreError> {
        connection
            .query_row(pragma, [], |row| row.get(0))
            .map_err(|error| StoreError::sql("read the header", path, &error))
    };
    let id = number("PRAGMA application_id")?;
    let found = number("PRAGMA user_version")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    if id != i64::from(APPLICATION_ID) && (id != 0 || tables > 0) {
        return Err(StoreError::NotOurs {
            path: path.to_owned(),
        });
    }
    let known = migrations::newest();
    if found > known {
        return Err(StoreError::FromNewer { found, known });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_sqlite_is_refused_and_ours_is_not() {
        assert!(refuse_old_sqlite(3_051_002, "3.51.2").is_err());
        assert!(refuse_old_sqlite(3_051_003, "3.51.3").is_ok());
        assert!(refuse_old_sqlite(rusqlite::version_number(), rusqlite::version()).is_ok());
    }
}
