//! The device's signing key: 32 seed bytes in a file of their own, never in the database.

use std::path::Path;

use crate::{StoreError, files};

fn path(folder: &Path, epoch: u32) -> std::path::PathBuf {
    folder.join("keys").join(format!("epoch-{epoch}.ed25519"))
}

/// Writes `seed` as the key of an epoch, and returns the key that is there afterwards: an earlier
/// attempt that was cut off may have left one, and it is as good.
pub(crate) fn keep(folder: &Path, epoch: u32, seed: [u8; 32]) -> Result<[u8; 32], StoreError> {
    let path = path(folder, epoch);
    files::make_folder(&folder.join("keys"))?;
    if files::write_new(&path, hex::encode(seed).as_bytes())? {
        return Ok(seed);
    }
    load(folder, epoch)
}

/// Reads the key of an epoch.
pub(crate) fn load(folder: &Path, epoch: u32) -> Result<[u8; 32], StoreError> {
    let path = path(folder, epoch);
    let text = std::fs::read_to_string(&path)
        .map_err(|error| StoreError::io("read the key", &path, &error))?;
    let mut seed = [0; 32];
    hex::decode_to_slice(text.trim(), &mut seed).map_err(|error| StoreError::Failed {
        operation: "read the key".to_owned(),
        path,
        detail: error.to_string(),
    })?;
    Ok(seed)
}
