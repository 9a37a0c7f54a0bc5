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
    if path.is_dir() {
        return Ok(());
    }
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
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
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .map_err(|error| StoreError::io("create", path, &error))
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
    match fs::hard_link(from, to) {
        Ok(()) => remove_temporary(from)?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Ok(false),
        // File systems without hard links (FAT on a stick): the store's exclusive transaction has
        // already ruled out another writer of this name.
        Err(_) => fs::rename(from, to).map_err(|error| StoreError::io("rename", to, &error))?,
    }
    if let Some(folder) = to.parent() {
        sync_folder(folder)?;
    }
    Ok(true)
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
