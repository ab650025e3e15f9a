//! Entry bytes, hash chain, signatures, checkpoints and their verification.
//!
//! This crate is pure: bytes in, bytes and findings out. It opens no file, reads no clock and draws no random number.
//! The formats are normative in `docs/ledger-format.md`; section numbers in the comments refer to that document.

#[macro_use]
mod fixed;

pub mod chain;
pub mod checkpoint;
mod content;
pub mod export;
mod header;
mod id;
mod key;
mod payload;
pub mod seal;
mod signing;
mod time;

pub use checkpoint::{Checkpoint, CheckpointError, SignedCheckpoint};
pub use content::{ContentHash, ContentHasher};
pub use fixed::HexError;
pub use header::{Header, HeaderError, Kind, MAX_LINE};
pub use id::{DeviceKeyId, EntryId, entry_id};
pub use key::{KeyError, PublicKey, SigningKey};
pub use payload::{Payload, PayloadError, Sections, payload_hash};
pub use signing::{
    BatchFailed, Signature, find_bad, sign, signed_bytes, verify, verify_batch, verify_strict,
};
pub use time::is_time;

/// How properties are tested: 64 cases, unless `PROPTEST_CASES` asks for another number.
#[cfg(test)]
fn properties() -> proptest::test_runner::Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = proptest::test_runner::Config::default();
    if asked { default } else { proptest::test_runner::Config { cases: 64, ..default } }
}
