//! The device's signing key: what the ledger says when it changes hands with itself.
//!
//! A ledger is one tree for each epoch, and an epoch has one key. A new key therefore begins a new epoch. Its first entry
//! names the end of the one before (origin, size, root), so that the two hang together whoever signed what.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How an epoch came after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Succession {
    /// The old key signed the end of its epoch, in which the new key is named.
    Rotated,
    /// The old key was gone. Nobody's signature leads from one to the other, and the ledger says so.
    KeyLost,
}

/// The end of the epoch before, as the first entry of the next one names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EpochBefore {
    /// Which log that was.
    pub origin: String,
    /// Entries in it.
    pub size: u64,
    /// The root over them, 64 hex digits.
    pub root: String,
    /// How this one came after it.
    pub how: Succession,
}

/// The last entry of an epoch: which key follows, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EpochClosed {
    /// The epoch that follows.
    pub next_epoch: u32,
    /// Its Ed25519 public key, 64 hex digits.
    pub next_public_key: String,
    /// How it comes after this one.
    pub how: Succession,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
}

/// A copy of the key was written to a place outside the data folder, under a passphrase, and read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyBackedUp {
    /// The public half of the key, 64 hex digits.
    pub public_key: String,
}

/// The key was gone and came back from its copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRestored {
    /// The public half of the key, 64 hex digits.
    pub public_key: String,
}
