//! The agent's own small files, none of which is a record of the shop. The one file of this crate that writes any.

#![allow(
    clippy::disallowed_methods,
    reason = "the store's way of writing is for the shop's records; these can all be made again"
)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes a file whole or not at all, and makes its folder.
///
/// # Errors
/// When the disk is full or the place is not ours.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let aside = aside(path);
    fs::write(&aside, bytes)?;
    fs::rename(&aside, path)
}

/// Takes a file away. One that is not there is as good.
///
/// # Errors
/// When it is there and stays.
pub(crate) fn take_away(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause),
        _ => Ok(()),
    }
}

/// Gives a file another name, in place of what has that name.
///
/// # Errors
/// When there is none, or the folder is not ours.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

fn aside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_whole_and_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("新/a.txt");
        put(&path, b"1").unwrap();
        put(&path, b"2").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"2");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
        take_away(&path).unwrap();
        take_away(&path).unwrap();
        assert!(!path.exists());
        assert!(put(Path::new("/proc/nowhere/a"), b"1").is_err());
    }
}
