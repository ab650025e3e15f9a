//! The workspace file: tables, recorded writes, replay, verification.
//!
//! The only user of SQLite. A [`Workspace`] is read with [`Workspace::read`] and changed with [`Workspace::write`]: SQLite
//! records a changeset of the recorded tables, and that changeset becomes the payload of a signed entry of the ledger in
//! the same transaction. A change without its entry cannot be committed. Formats: `docs/ledger-format.md`.

#[cfg(test)]
extern crate self as cairn_store;

#[macro_use]
mod row;

mod as_of;
mod backup;
mod changes;
mod clock;
mod connection;
mod create;
mod derived;
mod error;
mod hidden;
mod history;
mod keys;
mod pages;
mod passphrase;
mod read;
mod references;
mod registry;
mod replay;
mod room;
mod schema;
mod secret;
pub mod table;
#[cfg(test)]
mod tests;
mod trace;
mod turn;
mod undo;
mod undo_packs;
mod value;
mod verify;
mod workspace;
mod write;

pub use as_of::AsOf;
pub use backup::{BackupFile, Backups, Copier, KEPT};
pub use cairn_ledger::{Checkpoint, DeviceKeyId, EntryId, Kind};
pub use changes::{ColumnChange, RowAction, RowChange};
pub use clock::{Clock, ScriptedClock, SystemClock};
pub use connection::is_plain_workspace;
pub use create::NewWorkspace;
pub use error::{FieldConflict, Result, StoreError};
pub use history::{EntryProof, HistoryCounts, HistoryEntry, HistoryFilter, undoable};
pub use keys::KeyStore;
pub use pages::PageCheck;
pub use read::{Page, ReadTx};
pub use registry::{TABLES, Table, TableClass, recorded_tables};
pub use row::{Cells, Row, Rows, RowsMut};
pub use secret::Passphrase;
pub use undo::{Lineage, Redo, Steps, TAKEN_BACK};
pub use value::{Cell, Value};
pub use verify::{Problem, Verifier, VerifyProgress, VerifyReport, VerifyStage};
pub use workspace::{Head, Info, Workspace};
pub use write::{Act, EntrySummary, Message, MessageValue, WriteTx, Written};
