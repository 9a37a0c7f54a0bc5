//! An entry: one fact, in the one spelling its hash is made of.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::LedgerError;
use crate::tree::{Hash, leaf_hash};

mod rules;

pub(crate) use rules::is_origin_part;

#[cfg(test)]
mod tests;

/// The version this program writes. Older ones, once there are any, are read forever.
pub const VERSION: u32 = 1;

/// One fact, with a body of type `B`.
///
/// [`Entry`] carries its body as it stands. Replaying a long ledger reads the body straight into the type
/// that the entry's kind calls for, by [`EntryOf::read`], and skips the check of the spelling, which is the
/// business of whoever checks hashes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryOf<B> {
    /// The version of this shape, [`VERSION`].
    pub v: u32,
    /// The entry's own id, a UUID in small letters.
    pub id: String,
    /// The shop's id.
    pub shop: String,
    /// The id of the device that wrote the entry.
    pub device: String,
    /// Which life of the device this is; a restored device begins a new one.
    pub epoch: u32,
    /// The entry's place in its epoch, from 0, without holes: the index of its leaf.
    pub seq: u64,
    /// The instant by the PC's clock, in UTC to the millisecond, as `2026-11-22T08:41:07.123Z`.
    pub at: String,
    /// The shop's IANA time zone at that time.
    pub zone: String,
    /// The business day the fact belongs to, as `2026-11-22`.
    pub day: String,
    /// The id of who did it; empty if nobody was named.
    pub actor: String,
    /// What kind of fact this is; a kind never changes its meaning.
    pub kind: String,
    /// What the kind says about it.
    pub body: B,
}

/// An entry whose body is any JSON value.
pub type Entry = EntryOf<Value>;

impl<B: Serialize> EntryOf<B> {
    /// The entry as RFC 8785 canonical JSON, the bytes that are stored and hashed.
    ///
    /// A body type of one's own must not hold a double that is no number: JSON has none, and serde writes
    /// `null` for it without a word. [`Value`] cannot hold one.
    ///
    /// # Errors
    ///
    /// [`LedgerError::EntryVersion`], [`LedgerError::EntryField`] or [`LedgerError::NumberTooLarge`] if the
    /// entry breaks a rule that would later keep it from being read back the same; nothing that breaks one
    /// may get into a ledger, for it could never be taken out again.
    pub fn canonical(&self) -> Result<String, LedgerError> {
        rules::check_head(self)?;
        let whole = serde_json::to_value(self).map_err(unreadable)?;
        rules::check_numbers(&whole)?;
        serde_json_canonicalizer::to_string(&whole).map_err(unreadable)
    }
}

impl Entry {
    /// Reads an entry and insists on every rule: no unknown field, fields as they must be, and exactly the
    /// canonical spelling, byte for byte.
    ///
    /// # Errors
    ///
    /// [`LedgerError::EntryNotCanonical`] if only the spelling is wrong, else as [`EntryOf::read`] and
    /// [`EntryOf::canonical`].
    pub fn parse(text: &str) -> Result<Self, LedgerError> {
        let entry = Self::read(text)?;
        if entry.canonical()? == text {
            Ok(entry)
        } else {
            Err(LedgerError::EntryNotCanonical)
        }
    }
}

impl<'a, B: Deserialize<'a>> EntryOf<B> {
    /// Reads an entry without checking its spelling, for bytes whose hash is known to be right.
    ///
    /// # Errors
    ///
    /// [`LedgerError::EntryVersion`] if a newer program wrote it, [`LedgerError::EntryUnreadable`] if it is
    /// not an entry or its body is not a `B`.
    pub fn read(text: &'a str) -> Result<Self, LedgerError> {
        let read: Result<Self, _> = serde_json::from_str(text);
        match read {
            Ok(entry) if entry.v == VERSION => Ok(entry),
            Ok(entry) => Err(unknown_version(entry.v.into())),
            // A newer shape fails on its new fields first, though its version is what matters.
            Err(error) => Err(match serde_json::from_str::<OnlyVersion>(text) {
                Ok(only) if only.v != u64::from(VERSION) => unknown_version(only.v),
                _ => unreadable(error),
            }),
        }
    }
}

impl<B> EntryOf<B> {
    /// The origin line of the checkpoints over this entry's epoch.
    ///
    /// # Errors
    ///
    /// [`LedgerError::NameUnfit`] if shop or device cannot be part of one.
    pub fn origin(&self) -> Result<String, LedgerError> {
        crate::checkpoint::origin(&self.shop, &self.device, self.epoch)
    }
}

/// The leaf an entry's canonical JSON makes in the tree.
#[must_use]
pub fn leaf(canonical: &str) -> Hash {
    leaf_hash(canonical.as_bytes())
}

/// The one field that all versions have.
#[derive(Deserialize)]
struct OnlyVersion {
    v: u64,
}

fn unknown_version(found: u64) -> LedgerError {
    LedgerError::EntryVersion {
        found,
        known: VERSION,
    }
}

fn unreadable(error: serde_json::Error) -> LedgerError {
    LedgerError::EntryUnreadable {
        detail: error.to_string(),
    }
}
