//! The right edge of a growing tree: all that is needed to know the root while leaves stream past.

use super::{Hash, NewNode, Nodes, fold_peaks, node_hash, stored};

/// The perfect subtrees a tree of some size is made of, at most one for each power of two.
///
/// A check of the whole ledger pushes every entry's leaf hash, recomputed from its bytes, and compares the
/// root, and if it likes every completed node, with what is stored. Memory stays at 64 hashes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The frontier of a tree without leaves.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The frontier of the stored tree over the first `size` leaves, to go on from there.
    ///
    /// # Errors
    ///
    /// The store's own, and [`crate::LedgerError::NodeMissing`] where the stored tree has a hole.
    pub fn load<N: Nodes>(nodes: &N, size: u64) -> Result<Self, N::Error> {
        let mut peaks = Vec::new();
        for level in (0..64u8).rev().filter(|level| size >> level & 1 == 1) {
            // The bits above this one tell how many leaves lie to the left of this subtree.
            let index = (size >> level) - 1;
            peaks.push(stored(nodes, level, index)?);
        }
        Ok(Self { size, peaks })
    }

    /// How many leaves the tree has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree as it is now.
    #[must_use]
    pub fn root(&self) -> Hash {
        fold_peaks(&self.peaks)
    }

    /// Adds one leaf.
    pub fn push(&mut self, leaf: Hash) {
        self.push_with(leaf, |_| ());
    }

    /// Adds one leaf and hands out every node it completes, the leaf first.
    pub fn push_with(&mut self, leaf: Hash, mut complete: impl FnMut(NewNode)) {
        let mut hash = leaf;
        let mut index = self.size;
        let mut level = 0;
        complete((level, index, hash));
        while index & 1 == 1 {
            // An odd index means a peak of this level; without one there is nothing to join with.
            let Some(left) = self.peaks.pop() else { break };
            hash = node_hash(&left, &hash);
            index >>= 1;
            level += 1;
            complete((level, index, hash));
        }
        self.peaks.push(hash);
        self.size += 1;
    }
}
