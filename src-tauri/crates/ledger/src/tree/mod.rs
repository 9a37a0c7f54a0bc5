//! The RFC 6962 Merkle tree over an epoch's entries, on complete nodes that somebody else stores.
//!
//! A node is complete when all leaves under it exist; it never changes again, so it is stored once, as it
//! forms, under its level (0 for leaves) and its index on that level. Everything else, the root of a size
//! that is no power of two first of all, is computed from O(log n) of them.
//!
//! # Why this is written here
//!
//! Two kept crates were read first. `tlog_tiles` 0.2 proves over stored hashes, but numbers them all in one
//! sequence, so the database would hold that numbering instead of (level, index), and it brings `url` with
//! the whole of ICU and a second SHA-2, base64 and thiserror for work that needs none of them. `ct-merkle`
//! 0.3 is small and on our SHA-2, but makes proofs over its own tree in memory; for stored nodes it only
//! lists array positions and leaves hashing and root to the caller. What remains is the short code below,
//! and `ct-merkle` is the second opinion its tests are held against.

mod frontier;
mod hash;
mod proof;
mod verify;

#[cfg(test)]
mod tests;

use crate::LedgerError;

pub use frontier::Frontier;
pub use hash::{EMPTY_ROOT, Hash, leaf_hash, node_hash};
pub use proof::{consistency_proof, inclusion_proof};
pub use verify::{verify_consistency, verify_inclusion};

/// Where the complete nodes of one tree are kept.
pub trait Nodes {
    /// The store's own error; it takes in [`LedgerError`], so that a missing node has a way out too.
    type Error: From<LedgerError>;

    /// The complete node at this place, or `None` if none is stored there.
    ///
    /// # Errors
    ///
    /// Whatever keeps the store from answering.
    fn node(&self, level: u8, index: u64) -> Result<Option<Hash>, Self::Error>;
}

impl<N: Nodes + ?Sized> Nodes for &N {
    type Error = N::Error;

    fn node(&self, level: u8, index: u64) -> Result<Option<Hash>, Self::Error> {
        (**self).node(level, index)
    }
}

/// A node that has just become complete: its level, its index on that level, its hash.
pub type NewNode = (u8, u64, Hash);

/// The nodes that become complete when `leaf` is appended to a tree of `size` leaves.
///
/// The first is always the leaf itself, on level 0; the caller stores all of them.
///
/// # Errors
///
/// The store's own, and [`LedgerError::NodeMissing`] where the stored tree has a hole.
pub fn append<N: Nodes>(nodes: &N, size: u64, leaf: Hash) -> Result<Vec<NewNode>, N::Error> {
    let mut hash = leaf;
    let mut index = size;
    let mut level = 0;
    let mut complete = vec![(level, index, hash)];
    // An odd index is a right child, and the right child completes its parent.
    while index & 1 == 1 {
        hash = node_hash(&stored(nodes, level, index - 1)?, &hash);
        index >>= 1;
        level += 1;
        complete.push((level, index, hash));
    }
    Ok(complete)
}

/// The root of the tree over the first `size` leaves; any size up to the stored one may be asked for.
///
/// # Errors
///
/// The store's own, and [`LedgerError::NodeMissing`] where the stored tree has a hole.
pub fn root<N: Nodes>(nodes: &N, size: u64) -> Result<Hash, N::Error> {
    range_hash(nodes, 0, size)
}

/// The node at this place, whose absence is damage.
fn stored<N: Nodes>(nodes: &N, level: u8, index: u64) -> Result<Hash, N::Error> {
    nodes
        .node(level, index)?
        .ok_or_else(|| LedgerError::NodeMissing { level, index }.into())
}

/// The hash of the RFC 6962 subtree over the leaves from `start` up to `end`, `end` not included.
///
/// `start` must be where such a subtree can begin: a multiple of a power of two not less than its length.
fn range_hash<N: Nodes>(nodes: &N, start: u64, end: u64) -> Result<Hash, N::Error> {
    let mut peaks = Vec::new();
    let mut at = start;
    for level in (0..64u8).rev() {
        let width = 1u64 << level;
        if (end - start) & width != 0 {
            peaks.push(stored(nodes, level, at >> level)?);
            at += width;
        }
    }
    Ok(fold_peaks(&peaks))
}

/// The root over perfect subtrees that stand side by side, the largest first.
fn fold_peaks(peaks: &[Hash]) -> Hash {
    peaks
        .iter()
        .rev()
        .copied()
        .reduce(|right, left| node_hash(&left, &right))
        .unwrap_or(EMPTY_ROOT)
}
