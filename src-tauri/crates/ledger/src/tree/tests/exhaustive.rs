//! Every size, every leaf and every older size up to a bound, against another implementation and against
//! everything nearby that must not pass.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use sha2::Sha256;

use super::*;

/// The sizes for which everything is tried: past two powers of two, so past every shape of right edge.
const SIZES: u64 = 130;

fn bytes(proof: &[Hash]) -> Vec<u8> {
    proof.iter().flat_map(|hash| hash.0).collect()
}

/// Ours against `ct-merkle`, an independent implementation, for every size, leaf and older size.
#[test]
fn roots_and_proofs_are_those_of_another_implementation() {
    let ours = Memory::sized(SIZES);
    let mut other = MemoryBackedTree::<Sha256, [u8; 8]>::new();
    for size in 1..=SIZES {
        other.push((size - 1).to_be_bytes());
        let other_root = other.root();
        assert_eq!(root(&ours, size).unwrap().0[..], other_root.as_bytes()[..]);
        for index in 0..size {
            let proof = bytes(&inclusion_proof(&ours, index, size).unwrap());
            let expected = other.prove_inclusion(usize::try_from(index).unwrap());
            assert_eq!(proof, expected.as_bytes(), "leaf {index} of {size}");
        }
        for old in 1..size {
            let proof = bytes(&consistency_proof(&ours, old, size).unwrap());
            let expected = other.prove_consistency(usize::try_from(size - old).unwrap());
            assert_eq!(proof, expected.as_bytes(), "{old} to {size}");
        }
    }
}

#[test]
fn every_leaf_is_proven_and_nothing_else_is() {
    let tree = Memory::sized(SIZES);
    for size in 1..=SIZES {
        let top = root(&tree, size).unwrap();
        for index in 0..size {
            let proof = inclusion_proof(&tree, index, size).unwrap();
            let verify = |leaf_at: u64, index, size, proof: &[Hash], top: &Hash| {
                verify_inclusion(&leaf(leaf_at), index, size, proof, top).is_ok()
            };
            assert!(
                verify(index, index, size, &proof, &top),
                "leaf {index} of {size}"
            );
            for wrong in [index.wrapping_sub(1), index + 1, index ^ 2] {
                assert!(
                    !verify(index, wrong, size, &proof, &top),
                    "{index} as {wrong} of {size}"
                );
                assert!(
                    !verify(wrong, index, size, &proof, &top),
                    "{wrong} at {index} of {size}"
                );
            }
            for wrong in [0, size / 2, size * 2, u64::MAX] {
                assert!(
                    !verify(index, index, wrong, &proof, &top),
                    "{index} of {size} as {wrong}"
                );
            }
            for altered in altered(&proof, &top) {
                assert!(
                    !verify(index, index, size, &altered, &top),
                    "leaf {index} of {size}"
                );
            }
            assert!(!verify(index, index, size, &proof, &flip(&top, index)));
        }
    }
}

#[test]
fn every_older_tree_is_proven_and_nothing_else_is() {
    let tree = Memory::sized(SIZES);
    for new in 0..=SIZES {
        let new_root = root(&tree, new).unwrap();
        for old in 0..=new {
            let old_root = root(&tree, old).unwrap();
            let proof = consistency_proof(&tree, old, new).unwrap();
            let verify = |old, new, old_root: &Hash, new_root: &Hash, proof: &[Hash]| {
                verify_consistency(old, new, old_root, new_root, proof).is_ok()
            };
            assert!(
                verify(old, new, &old_root, &new_root, &proof),
                "{old} to {new}"
            );
            for altered in altered(&proof, &new_root) {
                assert!(
                    !verify(old, new, &old_root, &new_root, &altered),
                    "{old} to {new}"
                );
            }
            assert!(!verify(old, new, &flip(&old_root, old), &new_root, &proof));
            if old == 0 {
                // Any tree begins with the empty one, so nothing else can be wrong.
                continue;
            }
            assert!(!verify(old, new, &old_root, &flip(&new_root, new), &proof));
            if old == new {
                continue;
            }
            assert!(
                !verify(old, new, &new_root, &old_root, &proof),
                "{old} to {new}"
            );
            for wrong in [old.wrapping_sub(1), old + 1, old ^ 2, u64::MAX] {
                assert!(
                    !verify(wrong, new, &old_root, &new_root, &proof),
                    "{old} as {wrong} to {new}"
                );
            }
            for wrong in [0, new / 2, new * 2, u64::MAX] {
                assert!(
                    !verify(old, wrong, &old_root, &new_root, &proof),
                    "{old} to {new} as {wrong}"
                );
            }
        }
    }
}

/// The proof with each hash altered in turn, with a hash more at either end, and with one less.
fn altered(proof: &[Hash], top: &Hash) -> Vec<Vec<Hash>> {
    let mut all = Vec::new();
    for place in 0..proof.len() {
        let mut wrong = proof.to_vec();
        wrong[place] = flip(&wrong[place], 37 * place as u64);
        all.push(wrong.clone());
        wrong[place] = EMPTY_ROOT;
        all.push(wrong.clone());
        wrong.remove(place);
        all.push(wrong);
    }
    for more in [*top, EMPTY_ROOT] {
        all.push([proof, &[more]].concat());
        all.push([&[more], proof].concat());
    }
    all
}
