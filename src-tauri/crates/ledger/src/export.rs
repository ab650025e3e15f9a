//! The ledger as text files (section 7): `entries.jsonl`, `keys.json` and `checkpoint.txt`.
//!
//! Packages carry a ledger in this form, so that it can be verified without Cairn. Reading and writing stream: one entry
//! is in memory at a time.

mod keys;
mod record;
mod verify;

pub use keys::{Keys, KeysError};
pub use record::{Body, MAX_RECORD, Record, RecordError, RecordReader, RecordWriter};
pub use verify::{Report, verify_export};

/// The name of the file with the entries, in stored order.
pub const ENTRIES_FILE: &str = "entries.jsonl";
/// The name of the file with the device keys.
pub const KEYS_FILE: &str = "keys.json";
/// The name of the file with the checkpoint; it may be missing.
pub const CHECKPOINT_FILE: &str = "checkpoint.txt";

/// The name under which [`VERIFIER`] ships.
pub const VERIFIER_FILE: &str = "verify.py";
/// The independent verifier: a Python script that needs the standard library and the `openssl` command.
pub const VERIFIER: &str = include_str!("../verify.py");
