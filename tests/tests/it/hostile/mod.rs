//! Bytes made to harm, or harmed on the way, at every gate: workspace files, spreadsheets, packs, entries of the
//! ledger. Nothing may end the program, take for ever, or pass for something it is not.
//!
//! The seeds are made by code; a property changes them. `PROPTEST_CASES` asks for more cases than the usual 64.

mod entries;
mod packs;
mod sheets;
mod workspaces;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;

/// What numbers in a length, a count or an offset most often break.
const EDGES: [u64; 8] = [0, 1, 0x7f, 0x80, 0xff, 0x7fff_ffff, 0xffff_ffff, u64::MAX];

/// Longest stretch that a change takes away or repeats, in bytes.
const STRETCH: usize = 512;

/// One change: its sort, where it begins, how far it reaches, and a number to write.
type Edit = (u8, Index, Index, u64);

fn cases() -> Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    // Other programs' bytes shrink badly: the failing case is short enough as it is.
    let default = Config { max_shrink_iters: 200, ..Config::default() };
    if asked { default } else { Config { cases: 64, ..default } }
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    proptest::collection::vec(any::<Edit>(), 1..8)
}

/// Carries out changes; `words` are what a file of this kind is made of.
fn mutate(seed: &[u8], edits: &[Edit], words: &[&str]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for (sort, from, to, number) in edits {
        if bytes.is_empty() {
            break;
        }
        let at = from.index(bytes.len());
        let end = (at + 1 + to.index(STRETCH)).min(bytes.len());
        let low = number.to_le_bytes();
        match sort % 9 {
            0 => bytes[at] ^= 1 << (low[0] % 8),
            1 => bytes[at] = low[0],
            2 => {
                let edge = EDGES[usize::from(low[0]) % EDGES.len()].to_be_bytes();
                let width = [1, 2, 4, 8][usize::from(low[1]) % 4].min(bytes.len() - at);
                bytes[at..at + width].copy_from_slice(&edge[8 - width..]);
            }
            3 => drop(bytes.drain(at..end)),
            4 => {
                let again = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, again));
            }
            5 => bytes.truncate(at),
            6 => {
                let other = to.index(bytes.len());
                bytes.swap(at, other);
            }
            _ => {
                let word = words.get(usize::from(low[0]) % words.len().max(1)).copied().unwrap_or_default();
                drop(bytes.splice(at..at, word.bytes()));
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(cases())]
    /// The changes reach every sort of damage: shorter, longer and as long as before.
    #[test]
    fn changes_stay_within_what_they_say(seed in proptest::collection::vec(any::<u8>(), 0..200), edits in edits()) {
        let changed = mutate(&seed, &edits, &["word"]);
        prop_assert!(changed.len() <= seed.len() + edits.len() * STRETCH);
        prop_assert!(!seed.is_empty() || changed.is_empty());
    }
}
