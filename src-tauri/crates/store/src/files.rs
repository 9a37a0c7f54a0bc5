//! The one place that writes, renames and syncs files. Everything made here is durable when the
//! function returns.

#![allow(
    clippy::disallowed_methods,
    reason = "this is the file that provides file operations to the others"
)]

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;

use crate::StoreError;

/// Makes a folder readable by its owner alone, with its parents, and syncs each new name.
pub(crate) fn make_folder(path: &Path) -> Result<(), StoreError> {
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    if path.is_dir() {
        // A process that was killed right after making it may not have come to make its name
        // durable. A parent that may not be read was not made by us.
        return match sync_folder(parent.unwrap_or(Path::new("."))) {
            Err(StoreError::ReadOnly { .. }) => Ok(()),
            synced => synced,
        };
    }
    if let Some(parent) = parent {
        make_folder(parent)?;
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Ok(()) => {}
        // Another process made it in the same instant.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && path.is_dir() => {}
        Err(error) => return Err(StoreError::io("make folder", path, &error)),
    }
    sync_folder(parent.unwrap_or(Path::new(".")))
}

/// Makes the names in a folder durable. Windows has no such call and needs none.
pub(crate) fn sync_folder(path: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    File::open(path)
        .and_then(|folder| folder.sync_all())
        .map_err(|error| StoreError::io("sync folder", path, &error))?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Opens a new file for writing, readable by its owner alone; refuses one that exists.
pub(crate) fn create_new(path: &Path) -> Result<File, StoreError> {
    try_create(path).map_err(|error| StoreError::io("create", path, &error))
}

/// As [`create_new`], for whoever has another word to say when it fails.
pub(crate) fn try_create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Opens the lock file, making it where it is missing.
pub(crate) fn open_lock(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Gives a synced file its final name without overwriting, and makes the name durable. `false` when
/// the name was taken; the file then keeps its old name.
pub(crate) fn settle(from: &Path, to: &Path) -> Result<bool, StoreError> {
    // A hard link refuses an existing name in one step, which a plain rename does not.
    let new = match fs::hard_link(from, to) {
        Ok(()) => {
            remove_temporary(from)?;
            true
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => false,
        // File systems without hard links, as on a stick: the same bytes under the same name is the
        // worst that a rename can meet there.
        Err(error)
            if [
                std::io::ErrorKind::Unsupported,
                std::io::ErrorKind::PermissionDenied,
            ]
            .contains(&error.kind()) =>
        {
            fs::rename(from, to).map_err(|error| StoreError::io("rename", to, &error))?;
            true
        }
        Err(error) => return Err(StoreError::io("name", to, &error)),
    };
    // Also when the name was taken: a process that was killed right after giving it may not have
    // come to make it durable.
    if let Some(folder) = to.parent() {
        sync_folder(folder)?;
    }
    Ok(new)
}

/// Removes a temporary file of our own making; a missing one is fine.
pub(crate) fn remove_temporary(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StoreError::io("remove", path, &error)),
    }
}

/// Takes the right to write away from everybody, the owner included.
pub(crate) fn freeze(file: &File, path: &Path) -> Result<(), StoreError> {
    let freeze = || {
        let mut rights = file.metadata()?.permissions();
        #[cfg(unix)]
        std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o400);
        #[cfg(not(unix))]
        rights.set_readonly(true);
        file.set_permissions(rights)
    };
    freeze().map_err(|error| StoreError::io("protect", path, &error))
}

/// Writes a small file whole: temporary name, sync, final name, sync. `false` when it existed.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, StoreError> {
    let temporary = path.with_extension("tmp");
    remove_temporary(&temporary)?;
    let mut file = create_new(&temporary)?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(|error| StoreError::io("write", &temporary, &error))?;
    freeze(&file, &temporary)?;
    let settled = settle(&temporary, path)?;
    if !settled {
        remove_temporary(&temporary)?;
    }
    Ok(settled)
}

/// Replaces a small file, readable by its owner alone: whoever reads it finds the old bytes or the new
/// ones, whatever happens in between.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let temporary = path.with_extension("tmp");
    remove_temporary(&temporary)?;
    let mut file = create_new(&temporary)?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(|error| StoreError::io("write", &temporary, &error))?;
    fs::rename(&temporary, path).map_err(|error| StoreError::io("rename", path, &error))?;
    sync_folder(path.parent().unwrap_or(Path::new(".")))
}

/// Gives a synced file its final name, in the place of whatever had it, and makes the name durable.
pub(crate) fn put_in_place(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(|error| StoreError::io("rename", to, &error))?;
    sync_folder(to.parent().unwrap_or(Path::new(".")))
}

/// Writes a small file that can be made again at any time: whole or not at all, but without waiting for the disk.
pub(crate) fn write_cache(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let temporary = path.with_extension(format!("{}.tmp", std::process::id()));
    remove_temporary(&temporary)?;
    create_new(&temporary)?
        .write_all(bytes)
        .map_err(|error| StoreError::io("write", &temporary, &error))?;
    fs::rename(&temporary, path).map_err(|error| StoreError::io("rename", path, &error))
}

/// Copies a file and syncs the copy; a missing source is fine.
pub(crate) fn copy_if_there(from: &Path, to: &Path) -> Result<(), StoreError> {
    match fs::copy(from, to) {
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(StoreError::io("copy", to, &error)),
    }
    sync_file(to)
}

/// Makes the bytes of a file that somebody else wrote durable.
pub(crate) fn sync_file(path: &Path) -> Result<(), StoreError> {
    File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(|error| StoreError::io("sync", path, &error))
}

/// Tries a folder by writing a little into it: why that fails, or `None` when it does not.
///
/// SQLite tells a full disk and a read-only one as "cannot open" or "I/O error" when it meets them
/// at the files beside the database, or while opening.
pub(crate) fn trouble(folder: &Path) -> Option<StoreError> {
    let path = folder.join("room.tmp");
    let tried = remove_temporary(&path)
        .and_then(|()| create_new(&path))
        .and_then(|mut file| {
            file.write_all(&[0x5A; 4096])
                .and_then(|()| file.sync_all())
                .map_err(|error| StoreError::io("try", &path, &error))
        });
    // Best effort: the next try removes what is left over.
    let _ = remove_temporary(&path);
    match tried.err()? {
        StoreError::DiskFull { .. } => Some(StoreError::DiskFull {
            path: folder.to_owned(),
        }),
        StoreError::ReadOnly { .. } => Some(StoreError::ReadOnly {
            path: folder.to_owned(),
        }),
        _ => None,
    }
}
