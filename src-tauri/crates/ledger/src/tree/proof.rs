//! Making proofs (RFC 6962 §2.1.1 and §2.1.2) from stored nodes.

use crate::LedgerError;

use super::{Hash, Nodes, range_hash};

/// The hashes that lead from the leaf at `index` to the root of the tree over the first `size` leaves.
///
/// # Errors
///
/// [`LedgerError::BeyondTree`] if the tree has no such leaf; else as [`super::root`].
pub fn inclusion_proof<N: Nodes>(nodes: &N, index: u64, size: u64) -> Result<Vec<Hash>, N::Error> {
    if index >= size {
        return Err(LedgerError::BeyondTree { asked: index, size }.into());
    }
    let (mut start, mut end) = (0, size);
    let mut proof = Vec::new();
    // Walking down from the root, the half that does not hold the leaf goes into the proof. Once the walk
    // has turned left, every such half is one complete node, so all this reads O(log n) nodes.
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            proof.push(range_hash(nodes, middle, end)?);
            end = middle;
        } else {
            proof.push(range_hash(nodes, start, middle)?);
            start = middle;
        }
    }
    proof.reverse();
    Ok(proof)
}

/// The hashes that show that the tree over `new` leaves begins with the tree over `old` leaves.
///
/// The proof is empty where nothing needs proving: from the empty tree, and from a tree to itself.
///
/// # Errors
///
/// [`LedgerError::BeyondTree`] if the older tree is the larger; else as [`super::root`].
pub fn consistency_proof<N: Nodes>(nodes: &N, old: u64, new: u64) -> Result<Vec<Hash>, N::Error> {
    if old > new {
        return Err(LedgerError::BeyondTree {
            asked: old,
            size: new,
        }
        .into());
    }
    if old == 0 {
        return Ok(Vec::new());
    }
    let (mut start, mut end) = (0, new);
    let mut proof = Vec::new();
    while end != old {
        let middle = start + split(end - start);
        if old <= middle {
            proof.push(range_hash(nodes, middle, end)?);
            end = middle;
        } else {
            proof.push(range_hash(nodes, start, middle)?);
            start = middle;
        }
    }
    // From the left edge the subtree is the older tree itself, whose root the verifier has already.
    if start > 0 {
        proof.push(range_hash(nodes, start, end)?);
    }
    proof.reverse();
    Ok(proof)
}

/// How many leaves go to the left: the largest power of two below `length`, which is 2 or more.
fn split(length: u64) -> u64 {
    1 << (length - 1).ilog2()
}
