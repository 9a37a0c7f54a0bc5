#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use std::cell::Cell;
use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

mod exhaustive;
mod published;

/// Complete nodes in memory, counting how often one is read.
#[derive(Default)]
struct Memory {
    nodes: BTreeMap<(u8, u64), Hash>,
    size: u64,
    reads: Cell<u64>,
}

impl Nodes for Memory {
    type Error = LedgerError;

    fn node(&self, level: u8, index: u64) -> Result<Option<Hash>, LedgerError> {
        self.reads.set(self.reads.get() + 1);
        Ok(self.nodes.get(&(level, index)).copied())
    }
}

impl Memory {
    fn of(leaves: impl IntoIterator<Item = Hash>) -> Self {
        let mut memory = Self::default();
        for leaf in leaves {
            for (level, index, hash) in append(&memory, memory.size, leaf).unwrap() {
                assert_eq!(memory.nodes.insert((level, index), hash), None);
            }
            memory.size += 1;
        }
        memory
    }

    /// A tree of this size, its leaves made of their indices.
    fn sized(size: u64) -> Self {
        Self::of((0..size).map(leaf))
    }
}

fn leaf(index: u64) -> Hash {
    leaf_hash(&index.to_be_bytes())
}

fn flip(hash: &Hash, bit: u64) -> Hash {
    let mut flipped = *hash;
    flipped.0[usize::try_from(bit / 8 % 32).unwrap()] ^= 1 << (bit % 8);
    flipped
}

/// What is asked for, and how it is refused.
#[test]
fn what_lies_beyond_the_tree_is_refused() {
    fn check<T: PartialEq + std::fmt::Debug>(found: Result<T, LedgerError>, asked: u64, size: u64) {
        assert_eq!(found, Err(LedgerError::BeyondTree { asked, size }));
    }
    let tree = Memory::sized(5);
    check(inclusion_proof(&tree, 5, 5), 5, 5);
    check(inclusion_proof(&tree, 0, 0), 0, 0);
    check(consistency_proof(&tree, 3, 2), 3, 2);
    check(verify_inclusion(&leaf(0), 7, 7, &[], &EMPTY_ROOT), 7, 7);
    check(
        verify_consistency(2, 1, &EMPTY_ROOT, &EMPTY_ROOT, &[]),
        2,
        1,
    );
}

#[test]
fn a_hole_in_the_stored_tree_is_named() {
    fn check<T: PartialEq + std::fmt::Debug>(found: Result<T, LedgerError>, level: u8, index: u64) {
        assert_eq!(found, Err(LedgerError::NodeMissing { level, index }));
    }
    let mut tree = Memory::sized(7);
    check(root(&tree, 8), 3, 0);
    tree.nodes.remove(&(1, 2));
    check(root(&tree, 7), 1, 2);
    check(append(&tree, 7, leaf(7)), 1, 2);
    check(Frontier::load(&tree, 7), 1, 2);
    check(inclusion_proof(&tree, 0, 7), 1, 2);
    check(consistency_proof(&tree, 4, 7), 1, 2);
}

#[test]
fn a_hash_has_one_spelling() {
    fn check(text: &str, readable: bool) {
        let hash: Result<Hash, _> = text.parse();
        assert_eq!(hash.is_ok(), readable, "{text}");
        let json: Result<Hash, _> = serde_json::from_value(text.into());
        assert_eq!(json.is_ok(), readable, "{text}");
    }
    let text = EMPTY_ROOT.to_string();
    assert_eq!(serde_json::to_value(EMPTY_ROOT).unwrap(), text.as_str());
    assert_eq!(text.parse(), Ok(EMPTY_ROOT));
    check(&text, true);
    check(&text.to_uppercase(), false);
    check(&text[2..], false);
    check(&format!("{text}00"), false);
    check(&text.replace('e', "g"), false);
    check("", false);
    assert!(Hash::try_from(&[0u8; 31][..]).is_err());
}

proptest! {
    #[test]
    fn the_frontier_sees_the_same_tree(size in 0..600u64, from in 0..600u64) {
        let tree = Memory::sized(size);
        let from = from.min(size);
        let mut frontier = Frontier::load(&tree, from).unwrap();
        prop_assert_eq!(frontier.root(), root(&tree, from).unwrap());
        let mut seen = Vec::new();
        for index in from..size {
            frontier.push_with(leaf(index), |node| seen.push(node));
        }
        prop_assert_eq!(frontier.size(), size);
        prop_assert_eq!(frontier.root(), root(&tree, size).unwrap());
        prop_assert_eq!(&frontier, &Frontier::load(&tree, size).unwrap());
        for (level, index, hash) in seen.iter().copied() {
            prop_assert_eq!(tree.nodes.get(&(level, index)), Some(&hash));
        }
        if from == 0 {
            prop_assert_eq!(seen.len(), tree.nodes.len());
        }
    }

    #[test]
    fn reads_grow_with_the_logarithm(size in 1..5_000u64, index in 0..5_000u64) {
        let index = index % size;
        let tree = Memory::sized(size);
        let most = 2 * u64::from(size.ilog2()) + 2;
        let reads = |ask: &dyn Fn()| {
            tree.reads.set(0);
            ask();
            tree.reads.get()
        };
        prop_assert!(reads(&|| drop(append(&tree, size, leaf(size)).unwrap())) <= most);
        prop_assert!(reads(&|| drop(root(&tree, size))) <= most);
        prop_assert!(reads(&|| drop(inclusion_proof(&tree, index, size).unwrap())) <= most);
        prop_assert!(reads(&|| drop(consistency_proof(&tree, index, size).unwrap())) <= most);
    }

    #[test]
    fn any_flipped_bit_is_noticed(size in 2..2_000u64, index: u64, bit: u64) {
        let tree = Memory::sized(size);
        let index = index % size;
        let top = root(&tree, size).unwrap();
        let mut proof = inclusion_proof(&tree, index, size).unwrap();
        let place = usize::try_from(bit / 256 % proof.len() as u64).unwrap();
        proof[place] = flip(&proof[place], bit);
        let found = verify_inclusion(&leaf(index), index, size, &proof, &top);
        prop_assert_eq!(found, Err(LedgerError::InclusionUnproven { index, size }));
    }

    #[test]
    fn no_number_and_no_proof_stops_the_verifier(
        index: u64, size: u64, proof in prop::collection::vec(any::<[u8; 32]>(), 0..70),
    ) {
        let proof: Vec<Hash> = proof.into_iter().map(Hash).collect();
        prop_assert!(verify_inclusion(&EMPTY_ROOT, index, size, &proof, &leaf(0)).is_err());
        prop_assert!(verify_consistency(index, size, &leaf(1), &leaf(0), &proof).is_err());
    }
}
