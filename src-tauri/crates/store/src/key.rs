//! What must not be read by others: the device's signing keys, 32 seed bytes each, and the keys to other people's
//! services. Each in a file of its own, never in the database.

use std::fmt;
use std::path::{Path, PathBuf};

use kaizhang_ledger::Signer;
use serde::Serialize;
use ts_rs::TS;

use crate::{StoreError, files};

/// The seed of a signing key. Nothing prints it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seed(pub [u8; 32]);

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(…)")
    }
}

impl Seed {
    /// The public half, 64 hex digits.
    pub fn public_key(&self) -> String {
        // The name of a signer is no part of its key.
        Signer::from_seed("key", self.0)
            .map(|signer| hex::encode(signer.public_key()))
            .unwrap_or_default()
    }
}

/// Why a key cannot sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyTrouble {
    /// Its file is gone.
    Missing,
    /// Its file cannot be read, or holds no key.
    Unreadable,
    /// Its file holds another key than the one that the epoch began with.
    Another,
}

fn path(folder: &Path, epoch: u32) -> PathBuf {
    folder.join("keys").join(format!("epoch-{epoch}.ed25519"))
}

/// Writes `seed` as the key of an epoch, and returns the key that is there afterwards: an earlier
/// attempt that was cut off may have left one, and it is as good.
pub(crate) fn keep(folder: &Path, epoch: u32, seed: Seed) -> Result<Seed, StoreError> {
    files::make_folder(&folder.join("keys"))?;
    if write(folder, epoch, seed)? {
        return Ok(seed);
    }
    match load(folder, epoch) {
        Ok(left) => Ok(left),
        Err(_) => replace(folder, epoch, seed).map(|()| seed),
    }
}

fn write(folder: &Path, epoch: u32, seed: Seed) -> Result<bool, StoreError> {
    files::write_new(&path(folder, epoch), hex::encode(seed.0).as_bytes())
}

/// Writes `seed` as the key of an epoch. What lies in its place is laid aside; it may be somebody's only copy of
/// something.
pub(crate) fn replace(folder: &Path, epoch: u32, seed: Seed) -> Result<(), StoreError> {
    files::make_folder(&folder.join("keys"))?;
    let place = path(folder, epoch);
    for n in 1..1000 {
        if write(folder, epoch, seed)? {
            return Ok(());
        }
        // A name that is taken keeps what it has.
        files::settle(&place, &place.with_extension(format!("ed25519-aside-{n}")))?;
    }
    Err(StoreError::ReadOnly { path: place })
}

/// Reads the key of an epoch. Whatever is wrong with it is no failure of the folder.
pub(crate) fn load(folder: &Path, epoch: u32) -> Result<Seed, KeyTrouble> {
    let text =
        std::fs::read_to_string(path(folder, epoch)).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => KeyTrouble::Missing,
            _ => KeyTrouble::Unreadable,
        })?;
    let mut seed = [0; 32];
    hex::decode_to_slice(text.trim(), &mut seed).map_err(|_| KeyTrouble::Unreadable)?;
    Ok(Seed(seed))
}

fn secret_path(folder: &Path, name: &str) -> PathBuf {
    folder.join("keys").join(format!("{name}.json"))
}

/// Reads a secret; `None` when there is none.
pub(crate) fn secret(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let path = secret_path(folder, name);
    match std::fs::read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::io("read a secret", &path, &error)),
    }
}

/// Replaces a secret.
pub(crate) fn keep_secret(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
    files::make_folder(&folder.join("keys"))?;
    files::replace(&secret_path(folder, name), bytes)
}
