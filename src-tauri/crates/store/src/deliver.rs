//! Files for somebody, outside the data folder: reports. Durable when these return, and never half-made.

use std::io::Write;
use std::path::Path;

use crate::outgoing::Outgoing;
use crate::{StoreError, files};

/// Makes a folder with its parents where it is missing.
///
/// # Errors
/// What the system says.
pub fn folder(path: &Path) -> Result<(), StoreError> {
    files::make_folder(path)
}

/// Writes a new file; `false` when one of that name is there.
///
/// # Errors
/// What the system says; then nothing is left behind.
pub fn new(path: &Path, bytes: &[u8]) -> Result<bool, StoreError> {
    Ok(written(path, bytes)?.finish()?.is_some())
}

/// Writes a file, in the place of one that is there.
///
/// # Errors
/// What the system says; then what was there is as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    written(path, bytes)?.replace().map(|_| ())
}

fn written(path: &Path, bytes: &[u8]) -> Result<Outgoing, StoreError> {
    let out = Outgoing::begin(path)?;
    out.file()
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|error| StoreError::io("write", path, &error))?;
    Ok(out)
}
