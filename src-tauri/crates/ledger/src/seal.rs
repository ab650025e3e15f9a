//! Merkle trees over sealed events: hashing, roots and inclusion proofs of RFC 6962, section 2.1 (section 8).

use sha2::{Digest, Sha256};

/// A hash in the tree.
pub type Node = [u8; 32];

const LEAF: [u8; 1] = [0x00];
const INNER: [u8; 1] = [0x01];

/// The hash of one event's bytes.
#[must_use]
pub fn leaf_hash(event: &[u8]) -> Node {
    Sha256::new().chain_update(LEAF).chain_update(event).finalize().into()
}

fn inner_hash(left: &Node, right: &Node) -> Node {
    Sha256::new().chain_update(INNER).chain_update(left).chain_update(right).finalize().into()
}

/// Computes a root from leaf hashes that come one by one; holds one hash per level.
#[derive(Debug, Clone, Default)]
pub struct MerkleRoot {
    /// Roots of complete subtrees, the largest first, each with its number of leaves.
    complete: Vec<(u64, Node)>,
    leaves: u64,
}

impl MerkleRoot {
    /// A tree without leaves.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the next leaf.
    pub fn push(&mut self, leaf: Node) {
        self.leaves += 1;
        let (mut size, mut node) = (1, leaf);
        while let Some((_, left)) = self.complete.pop_if(|(left_size, _)| *left_size == size) {
            node = inner_hash(&left, &node);
            size *= 2;
        }
        self.complete.push((size, node));
    }

    /// How many leaves there are.
    #[must_use]
    pub fn leaves(&self) -> u64 {
        self.leaves
    }

    /// The root; SHA-256 of nothing for a tree without leaves.
    #[must_use]
    pub fn root(&self) -> Node {
        let mut right_to_left = self.complete.iter().rev().map(|(_, node)| *node);
        match right_to_left.next() {
            Some(last) => right_to_left.fold(last, |right, left| inner_hash(&left, &right)),
            None => Sha256::digest([]).into(),
        }
    }
}

/// The root of a tree whose leaf hashes are at hand.
#[must_use]
pub fn merkle_root(leaves: &[Node]) -> Node {
    let mut tree = MerkleRoot::new();
    leaves.iter().for_each(|leaf| tree.push(*leaf));
    tree.root()
}

/// The audit path of the leaf at `index` (from 0), from the leaf upwards; `None` if there is no such leaf.
#[must_use]
pub fn inclusion_proof(leaves: &[Node], index: usize) -> Option<Vec<Node>> {
    if index >= leaves.len() {
        return None;
    }
    let (mut rest, mut at) = (leaves, index);
    let mut downwards = Vec::new();
    while rest.len() > 1 {
        // The largest power of two smaller than the number of leaves.
        let split = rest.len().div_ceil(2).next_power_of_two();
        let (left, right) = rest.split_at(split);
        if at < split {
            downwards.push(merkle_root(right));
            rest = left;
        } else {
            downwards.push(merkle_root(left));
            rest = right;
            at -= split;
        }
    }
    downwards.reverse();
    Some(downwards)
}

/// True if `proof` shows that `leaf` is the leaf at `index` (from 0) of the tree with `size` leaves and this `root`.
#[must_use]
pub fn verify_inclusion(leaf: &Node, index: u64, size: u64, proof: &[Node], root: &Node) -> bool {
    if index >= size {
        return false;
    }
    // RFC 9162, section 2.1.3.2: the same tree, with the check spelt out.
    let (mut at, mut last) = (index, size - 1);
    let mut node = *leaf;
    for sibling in proof {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            node = inner_hash(sibling, &node);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            node = inner_hash(&node, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && node == *root
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition of RFC 6962, section 2.1, word for word.
    fn defined_root(events: &[Vec<u8>]) -> Node {
        match events {
            [] => Sha256::digest([]).into(),
            [one] => leaf_hash(one),
            many => {
                let mut split = 1;
                while split * 2 < many.len() {
                    split *= 2;
                }
                let (left, right) = many.split_at(split);
                inner_hash(&defined_root(left), &defined_root(right))
            }
        }
    }

    fn events(count: u8) -> Vec<Vec<u8>> {
        (0..count).map(|n| vec![n; usize::from(n % 4)]).collect()
    }

    fn leaves(count: u8) -> Vec<Node> {
        events(count).iter().map(|event| leaf_hash(event)).collect()
    }

    #[test]
    fn matches_the_known_answers_of_certificate_transparency() {
        // Inputs and roots of the reference implementation of RFC 6962 (merkle tree tests).
        let inputs = [
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        ];
        let roots = [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
            (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ];
        let leaves: Vec<Node> = inputs.iter().map(|event| leaf_hash(&hex::decode(event).unwrap())).collect();
        for (size, root) in roots {
            assert_eq!(hex::encode(merkle_root(leaves.get(..size).unwrap())), root, "{size} leaves");
        }
    }

    #[test]
    fn streaming_gives_the_defined_root() {
        for count in 0..70 {
            let mut tree = MerkleRoot::new();
            leaves(count).into_iter().for_each(|leaf| tree.push(leaf));
            assert_eq!(tree.root(), defined_root(&events(count)), "{count} leaves");
            assert_eq!(tree.leaves(), u64::from(count));
        }
    }

    #[test]
    fn proofs_hold_for_their_leaf_and_place_only() {
        for count in 1..=33u8 {
            let leaves = leaves(count);
            let (size, root) = (u64::from(count), merkle_root(&leaves));
            for (index, leaf) in leaves.iter().enumerate() {
                let proof = inclusion_proof(&leaves, index).unwrap();
                for place in 0..=size {
                    let holds = verify_inclusion(leaf, place, size, &proof, &root);
                    assert_eq!(holds, place == index as u64, "{index} of {count} at {place}");
                }
                let place = index as u64;
                assert!(!verify_inclusion(&[0; 32], place, size, &proof, &root));
                assert!(!verify_inclusion(leaf, place, size, &[proof.as_slice(), &[*leaf]].concat(), &root));
                for at in 0..proof.len() {
                    let mut other = proof.clone();
                    *other.get_mut(at).unwrap().first_mut().unwrap() ^= 1;
                    assert!(!verify_inclusion(leaf, place, size, &other, &root));
                    assert!(!verify_inclusion(leaf, place, size, proof.get(..at).unwrap(), &root));
                }
            }
            assert_eq!(inclusion_proof(&leaves, leaves.len()), None);
        }
        assert!(!verify_inclusion(&[0; 32], 0, 0, &[], &[0; 32]));
    }
}
