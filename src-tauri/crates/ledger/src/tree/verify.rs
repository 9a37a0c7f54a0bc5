//! Checking proofs (RFC 9162 §2.1.3.2 and §2.1.4.2), from numbers and hashes alone.
//!
//! Whatever is checked here may come from somebody who wants it to pass: no size or index makes this code
//! stop with an arithmetic error, and no proof makes it do more than one hash or two for each of its hashes.

use crate::LedgerError;

use super::{EMPTY_ROOT, Hash, node_hash};

/// Whether `proof` leads from `leaf`, at `index`, to `root`, the root of a tree of `size` leaves.
///
/// Size and root belong together and must come from one signed checkpoint: a root alone does not fix the
/// size, since trees of a few sizes can have the same path for a leaf.
///
/// # Errors
///
/// [`LedgerError::BeyondTree`] if such a tree has no such leaf, [`LedgerError::InclusionUnproven`] if the
/// proof leads elsewhere, is too long or is too short.
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), LedgerError> {
    if index >= size {
        return Err(LedgerError::BeyondTree { asked: index, size });
    }
    let unproven = LedgerError::InclusionUnproven { index, size };
    let (mut at, mut last) = (index, size - 1);
    let mut hash = *leaf;
    for beside in proof {
        if last == 0 {
            return Err(unproven);
        }
        if at & 1 == 1 || at == last {
            hash = node_hash(beside, &hash);
            // At the right edge a node without a sibling rises unchanged until it has one.
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    if last == 0 && hash == *root {
        Ok(())
    } else {
        Err(unproven)
    }
}

/// Whether `proof` shows that the tree of `new` leaves with `new_root` begins with the tree of `old`
/// leaves with `old_root`.
///
/// Every tree begins with the empty one, and with itself; both take an empty proof.
///
/// # Errors
///
/// [`LedgerError::BeyondTree`] if the older tree is the larger, [`LedgerError::ConsistencyUnproven`] if the
/// proof leads elsewhere, is too long or is too short.
pub fn verify_consistency(
    old: u64,
    new: u64,
    old_root: &Hash,
    new_root: &Hash,
    proof: &[Hash],
) -> Result<(), LedgerError> {
    if old > new {
        return Err(LedgerError::BeyondTree {
            asked: old,
            size: new,
        });
    }
    let shown = if old == new {
        proof.is_empty() && old_root == new_root && (old > 0 || *old_root == EMPTY_ROOT)
    } else if old == 0 {
        proof.is_empty() && *old_root == EMPTY_ROOT
    } else if old.is_power_of_two() {
        // The older root is itself a node of the newer tree, and so is not repeated in the proof.
        climb(old, new, *old_root, proof) == Some((*old_root, *new_root))
    } else {
        proof.split_first().is_some_and(|(first, rest)| {
            climb(old, new, *first, rest) == Some((*old_root, *new_root))
        })
    };
    if shown {
        Ok(())
    } else {
        Err(LedgerError::ConsistencyUnproven { old, new })
    }
}

/// The older and the newer root that a proof leads to from `seed`, or `None` if its length is wrong.
fn climb(old: u64, new: u64, seed: Hash, proof: &[Hash]) -> Option<(Hash, Hash)> {
    let (mut at, mut last) = (old - 1, new - 1);
    // Right children on the older tree's right edge are inside the seed already.
    let inside = at.trailing_ones();
    at >>= inside;
    last >>= inside;
    let (mut older, mut newer) = (seed, seed);
    for beside in proof {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            older = node_hash(beside, &older);
            newer = node_hash(beside, &newer);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            newer = node_hash(&newer, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    (last == 0).then_some((older, newer))
}
