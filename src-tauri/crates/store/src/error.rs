//! What can go wrong with the data folder, with the cause, the path and the operation.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use serde_json::{Value, json};
use thiserror::Error;

/// A failure of the data folder.
#[derive(Debug, Clone, Error)]
#[allow(missing_docs, reason = "the fields are the parameters of the message")]
pub enum StoreError {
    /// Something else stands where the folder should be.
    #[error("{path:?} is not a folder")]
    NotAFolder { path: PathBuf },
    /// The folder could not be made.
    #[error("{path:?} cannot be made: {detail}")]
    NotCreatable { path: PathBuf, detail: String },
    /// The folder or its database takes no writing.
    #[error("{path:?} is read-only")]
    ReadOnly { path: PathBuf },
    /// It belongs to another user of this PC.
    #[error("{path:?} belongs to another user")]
    OtherOwner { path: PathBuf },
    /// A live database on a network drive gets damaged.
    #[error("{path:?} is on {kind}")]
    OnNetwork { path: PathBuf, kind: String },
    /// A live database in a synced folder gets damaged.
    #[error("{path:?} is synced by {product}")]
    Synced { path: PathBuf, product: String },
    /// Somebody else holds it, and waiting did not help.
    #[error("busy: {waits_for}")]
    Busy { waits_for: String },
    /// A newer version of the program wrote it.
    #[error("schema {found}, this program knows {known}")]
    FromNewer { found: i64, known: i64 },
    /// A database of another program.
    #[error("{path:?} is not a Kaizhang database")]
    NotOurs { path: PathBuf },
    /// The database is damaged; a copy was laid aside and nothing was deleted.
    #[error("damaged: {detail} (copy in {copy:?})")]
    Damaged { copy: PathBuf, detail: String },
    /// No room on the disk.
    #[error("disk full at {path:?}")]
    DiskFull { path: PathBuf },
    /// Any other failure of reading or writing.
    #[error("{operation} {path:?}: {detail}")]
    Failed {
        operation: String,
        path: PathBuf,
        detail: String,
    },
    /// The SQLite library has a known fault.
    #[error("SQLite {found}, needed {needed}")]
    SqliteTooOld { found: String, needed: String },
    /// A file longer than what is taken.
    #[error("attachment above {limit_mib} MiB")]
    AttachmentTooLarge { limit_mib: u64 },
    /// A file with nothing in it.
    #[error("empty attachment")]
    AttachmentEmpty {},
    /// What was to be written has no place in a ledger: a number too large for canonical JSON.
    #[error("unwritable: {detail}")]
    Unwritable { detail: String },
    /// A file of the store is gone or is not what was written down; `what` is `missing` or `altered`.
    #[error("attachment {name:?} {what}")]
    AttachmentDamaged { name: String, what: String },
    /// A file that is handed over piece by piece is longer than what is taken.
    #[error("handed file above {limit_gib} GiB")]
    HandedTooLarge { limit_gib: u64 },
    /// A piece of such a file does not follow the one before.
    #[error("piece at {at}, expected {expected}")]
    HandedOutOfOrder { at: u64, expected: u64 },
    /// The old key should sign and cannot.
    #[error("the signing key is missing")]
    KeyMissing {},
    /// A key that is not the one of this epoch.
    #[error("another key")]
    KeyOther {},
    /// The source of a file failed while it was read.
    #[error("attachment unreadable: {path}")]
    AttachmentUnreadable { path: String },
}

impl StoreError {
    /// The stable code, as it leaves the program.
    pub fn code(&self) -> &'static str {
        match self {
            StoreError::NotAFolder { .. } => "folder_not_a_folder",
            StoreError::NotCreatable { .. } => "folder_not_creatable",
            StoreError::ReadOnly { .. } => "folder_read_only",
            StoreError::OtherOwner { .. } => "folder_other_owner",
            StoreError::OnNetwork { .. } => "folder_on_network",
            StoreError::Synced { .. } => "folder_synced",
            StoreError::Busy { .. } => "folder_busy",
            StoreError::FromNewer { .. } => "folder_from_newer",
            StoreError::NotOurs { .. } => "folder_not_ours",
            StoreError::Damaged { .. } => "folder_damaged",
            StoreError::DiskFull { .. } => "disk_full",
            StoreError::Failed { .. } => "storage_failed",
            StoreError::SqliteTooOld { .. } => "sqlite_too_old",
            StoreError::AttachmentTooLarge { .. } => "attachment_too_large",
            StoreError::AttachmentEmpty {} => "attachment_empty",
            StoreError::Unwritable { .. } => "input_invalid",
            StoreError::AttachmentUnreadable { .. } => "attachment_unreadable",
            StoreError::AttachmentDamaged { .. } => "attachment_damaged",
            StoreError::KeyMissing {} => "key_missing",
            StoreError::KeyOther {} => "key_other",
            StoreError::HandedTooLarge { .. } => "handed_too_large",
            StoreError::HandedOutOfOrder { .. } => "handed_out_of_order",
        }
    }

    /// The parameters of its message.
    pub fn params(&self) -> Value {
        // A path need not be text; what is shown of it must be.
        let shown = |path: &Path| path.to_string_lossy().into_owned();
        match self {
            StoreError::NotAFolder { path }
            | StoreError::ReadOnly { path }
            | StoreError::OtherOwner { path }
            | StoreError::NotOurs { path }
            | StoreError::DiskFull { path } => json!({ "path": shown(path) }),
            StoreError::NotCreatable { path, detail } => {
                json!({ "path": shown(path), "detail": detail })
            }
            StoreError::OnNetwork { path, kind } => json!({ "path": shown(path), "kind": kind }),
            StoreError::Synced { path, product } => {
                json!({ "path": shown(path), "product": product })
            }
            StoreError::Busy { waits_for } => json!({ "waits_for": waits_for }),
            StoreError::FromNewer { found, known } => json!({ "found": found, "known": known }),
            StoreError::Damaged { copy, detail } => {
                json!({ "copy": shown(copy), "detail": detail })
            }
            StoreError::Failed {
                operation,
                path,
                detail,
            } => json!({ "operation": operation, "path": shown(path), "detail": detail }),
            StoreError::SqliteTooOld { found, needed } => {
                json!({ "found": found, "needed": needed })
            }
            StoreError::AttachmentTooLarge { limit_mib } => json!({ "limit_mib": limit_mib }),
            StoreError::AttachmentEmpty {}
            | StoreError::KeyMissing {}
            | StoreError::KeyOther {} => {
                json!({})
            }
            StoreError::Unwritable { detail } => json!({ "detail": detail }),
            StoreError::HandedTooLarge { limit_gib } => json!({ "limit_gib": limit_gib }),
            StoreError::HandedOutOfOrder { at, expected } => {
                json!({ "at": at, "expected": expected })
            }
            StoreError::AttachmentUnreadable { path } => json!({ "path": path }),
            StoreError::AttachmentDamaged { name, what } => json!({ "name": name, "what": what }),
        }
    }

    /// A file operation that failed.
    pub(crate) fn io(operation: &str, path: &Path, error: &io::Error) -> StoreError {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                StoreError::DiskFull { path }
            }
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                StoreError::ReadOnly { path }
            }
            _ => StoreError::Failed {
                operation: operation.to_owned(),
                path,
                detail: error.to_string(),
            },
        }
    }

    /// A database operation that failed. Damage is reported with an empty `copy`; whoever owns the
    /// folder lays a copy aside and fills it in.
    pub(crate) fn sql(operation: &str, path: &Path, error: &rusqlite::Error) -> StoreError {
        let unclear = [
            ErrorCode::ReadOnly,
            ErrorCode::PermissionDenied,
            ErrorCode::CannotOpen,
            ErrorCode::SystemIoFailure,
        ];
        let code = error.sqlite_error_code();
        if code.is_some_and(|code| unclear.contains(&code))
            && let Some(trouble) = path.parent().and_then(crate::files::trouble)
        {
            return trouble;
        }
        let path = path.to_owned();
        match code {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Damaged {
                copy: PathBuf::new(),
                detail: format!("{operation}: {error}"),
            },
            Some(ErrorCode::DiskFull) => StoreError::DiskFull { path },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                StoreError::ReadOnly { path }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy {
                waits_for: operation.to_owned(),
            },
            _ => StoreError::Failed {
                operation: operation.to_owned(),
                path,
                detail: error.to_string(),
            },
        }
    }

    /// After these nothing may be written any more: the state on disk is not known.
    pub(crate) fn stops_writing(&self) -> bool {
        matches!(self, StoreError::Damaged { .. } | StoreError::Failed { .. })
    }
}
