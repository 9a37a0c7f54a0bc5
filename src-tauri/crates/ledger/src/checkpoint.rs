//! Checkpoints (<https://c2sp.org/tlog-checkpoint>): the size and root of one tree, signed by its device.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::LedgerError;
use crate::note::{Signer, Verifier};
use crate::tree::Hash;

#[cfg(test)]
mod tests;

/// The state of one tree: as much of it as a stranger needs to check proofs against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// Which log this is, as [`origin`] writes it.
    pub origin: String,
    /// How many entries the tree has.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

/// The origin line of one epoch of one device's ledger, which is also the name of the key that signs it.
///
/// # Errors
///
/// [`LedgerError::NameUnfit`] if shop or device is empty or has a space, a plus, a slash or a control
/// character.
pub fn origin(shop: &str, device: &str, epoch: u32) -> Result<String, LedgerError> {
    for part in [shop, device] {
        if !crate::entry::is_origin_part(part) {
            return Err(LedgerError::NameUnfit { name: part.into() });
        }
    }
    Ok(format!("kaizhang/{shop}/{device}/{epoch}"))
}

/// The checkpoint as a signed note. The same checkpoint and key give the same bytes.
///
/// # Errors
///
/// [`LedgerError::OriginMismatch`] if the key is for another log.
pub fn sign(checkpoint: &Checkpoint, signer: &Signer) -> Result<String, LedgerError> {
    same_origin(signer.verifier(), &checkpoint.origin)?;
    signer.seal(&checkpoint.text())
}

/// The checkpoint in a signed note, after its signature, its form and its origin have been checked.
///
/// # Errors
///
/// As [`Verifier::open`], then [`LedgerError::CheckpointMalformed`] and [`LedgerError::OriginMismatch`].
pub fn verify(note: &str, verifier: &Verifier) -> Result<Checkpoint, LedgerError> {
    let checkpoint = Checkpoint::from_text(verifier.open(note)?)?;
    same_origin(verifier, &checkpoint.origin)?;
    Ok(checkpoint)
}

impl Signer {
    /// As [`sign`].
    ///
    /// # Errors
    ///
    /// As [`sign`].
    pub fn sign(&self, checkpoint: &Checkpoint) -> Result<String, LedgerError> {
        sign(checkpoint, self)
    }
}

impl Checkpoint {
    /// The three lines that are signed.
    #[must_use]
    pub fn text(&self) -> String {
        let root = STANDARD.encode(self.root.0);
        format!("{}\n{}\n{root}\n", self.origin, self.size)
    }

    /// Reads the three lines, which prove nothing before a signature on them has been checked.
    ///
    /// The format lets further lines follow. We never write any, and what nobody reads should not be
    /// vouched for, so they are refused.
    ///
    /// # Errors
    ///
    /// [`LedgerError::CheckpointMalformed`].
    pub fn from_text(text: &str) -> Result<Self, LedgerError> {
        let lines: Vec<&str> = text.split('\n').collect();
        let [origin, size, root, ""] = lines.as_slice() else {
            return malformed("it has not exactly three lines");
        };
        if origin.is_empty() {
            return malformed("its origin is empty");
        }
        let (Ok(size), Ok(root)) = (size.parse::<u64>(), STANDARD.decode(root)) else {
            return malformed("its size or root cannot be read");
        };
        let Ok(root) = Hash::try_from(root.as_slice()) else {
            return malformed("its root has not 32 bytes");
        };
        let checkpoint = Self {
            origin: (*origin).into(),
            size,
            root,
        };
        // Catches every other spelling of the same state: leading zeros, a plus sign.
        if checkpoint.text() == text {
            Ok(checkpoint)
        } else {
            malformed("its size is not written plainly")
        }
    }
}

fn same_origin(verifier: &Verifier, found: &str) -> Result<(), LedgerError> {
    if verifier.name() == found {
        return Ok(());
    }
    Err(LedgerError::OriginMismatch {
        expected: verifier.name().into(),
        found: found.into(),
    })
}

fn malformed<T>(why: &'static str) -> Result<T, LedgerError> {
    Err(LedgerError::CheckpointMalformed { why })
}
