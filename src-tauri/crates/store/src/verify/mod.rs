//! Verification: the chain, every signature, every payload hash, replay from nothing, every row and every blob.
//!
//! What is found is "every changed stored value"; free space in pages is not looked at. Reading goes in pages, so that
//! no read lock lasts longer than 200 ms; entries that others write meanwhile are verified at the end (docs/adr/0013).

mod compare;
mod ledger;
mod stage;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use cairn_domain::id::WorkspaceId;
use cairn_ledger::Checkpoint;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::connection;
use crate::error::{Result, StoreError};
use crate::passphrase::Passphrase;
use crate::registry::recorded_table;
use crate::schema::Chain;
use crate::table::blob;
use crate::workspace::Workspace;
pub use stage::VerifyStage;

/// Updates a second.
const UPDATES: u32 = 10;
/// Times a writer may overtake the comparison before it gives up.
const ATTEMPTS: usize = 100;

/// How far a verification is; at most ten a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerifyProgress {
    /// What it is busy with.
    pub stage: VerifyStage,
    /// Entries, tables or blobs done.
    pub done: u64,
    /// How many there are.
    pub total: u64,
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Number of the entry, where it is about one.
    pub entry: Option<u64>,
    /// Table of the row, where it is about one.
    pub table: Option<String>,
    /// Id of the row or blob, where it is about one.
    pub record: Option<String>,
    /// What is wrong: the codes of `docs/ledger-format.md` section 6, and `entry-columns`, `entry-number`,
    /// `stray-payload`, `schema`, `shape`, `changeset`, `rev`, `replay`, `device-not-admitted`, `device-key`,
    /// `row-changed`, `row-missing`, `row-extra`, `blob-bytes`, `blob-missing`, `blob-extra`.
    pub code: String,
    /// Particulars for a specialist.
    pub detail: String,
}

impl Problem {
    fn of_entry(n: u64, code: &str, detail: String) -> Self {
        Self { entry: Some(n), table: None, record: None, code: code.to_owned(), detail }
    }

    fn of_row(table: &str, record: &str, code: &str, detail: String) -> Self {
        Self {
            entry: None,
            table: Some(table.to_owned()),
            record: Some(record.to_owned()),
            code: code.to_owned(),
            detail,
        }
    }

    fn of_file(code: &str, detail: String) -> Self {
        Self { entry: None, table: None, record: None, code: code.to_owned(), detail }
    }
}

/// What a verification gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// Whether nothing was found.
    pub ok: bool,
    /// Entries verified.
    pub entries: u64,
    /// The checkpoint verified up to; none when the last entry cannot be read.
    pub checkpoint: Option<Checkpoint>,
    /// Rows compared.
    pub rows: u64,
    /// Blobs hashed.
    pub blobs: u64,
    /// What was found, sorted.
    pub problems: Vec<Problem>,
}

/// Where progress goes and whether to go on.
pub(crate) struct Watch<'a> {
    progress: &'a mut dyn FnMut(VerifyProgress),
    cancel: &'a dyn Fn() -> bool,
    last: Option<Instant>,
}

impl Watch<'_> {
    fn step(&mut self, stage: VerifyStage, done: u64, total: u64) -> Result<()> {
        if (self.cancel)() {
            return Err(StoreError::Cancelled);
        }
        let due = self.last.is_none_or(|last| last.elapsed() >= Duration::from_secs(1) / UPDATES);
        if due || done == total {
            self.last = Some(Instant::now());
            (self.progress)(VerifyProgress { stage, done, total });
        }
        Ok(())
    }
}

/// A verification that works on a connection of its own, so that the open workspace stays free. Can go to a thread.
pub struct Verifier {
    path: PathBuf,
    passphrase: Option<Passphrase>,
    id: WorkspaceId,
    chain: &'static Chain,
}

impl Verifier {
    /// Verifies.
    ///
    /// # Errors
    /// [`StoreError::Cancelled`], or when the file cannot be read at all; what is wrong inside is in the report.
    pub fn run(
        &self,
        progress: &mut dyn FnMut(VerifyProgress),
        cancel: &dyn Fn() -> bool,
    ) -> Result<VerifyReport> {
        let conn = connection::connect(&self.path, self.passphrase.as_ref(), false)?;
        connection::prepare(&conn)?;
        run(&conn, self.id, self.chain, Watch { progress, cancel, last: None })
    }
}

impl Workspace {
    /// A verification to run on another thread; none for a workspace in memory.
    #[must_use]
    pub fn verifier(&self) -> Option<Verifier> {
        let path = self.path.clone()?;
        Some(Verifier { path, passphrase: self.passphrase.clone(), id: self.id, chain: self.chain })
    }

    /// Verifies on this workspace's own connection.
    ///
    /// # Errors
    /// As [`Verifier::run`].
    pub fn verify(
        &self,
        progress: &mut dyn FnMut(VerifyProgress),
        cancel: &dyn Fn() -> bool,
    ) -> Result<VerifyReport> {
        run(&self.conn, self.id, self.chain, Watch { progress, cancel, last: None })
    }
}

fn run(
    conn: &Connection,
    id: WorkspaceId,
    chain: &'static Chain,
    mut watch: Watch<'_>,
) -> Result<VerifyReport> {
    let mut problems = Vec::new();
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if let Err(error) = chain.check(conn, u32::try_from(version).unwrap_or(0)) {
        problems.push(Problem::of_file("schema", error.to_string()));
    }
    let mut ledger = ledger::LedgerCheck::new(conn, id, chain)?;
    ledger.read_all(&mut watch, &mut problems)?;
    let rows = compare_all(&mut ledger, conn, &mut watch, &mut problems)?;
    let end = ledger.finish(conn, &mut problems)?;
    let blobs = check_blobs(conn, &mut watch, &mut problems)?;
    problems.sort();
    problems.dedup();
    Ok(VerifyReport {
        ok: problems.is_empty(),
        entries: end.entries,
        checkpoint: end.checkpoint,
        rows,
        blobs,
        problems,
    })
}

/// Compares the recorded tables with the replayed ones. Rows that differ are looked at again in one short transaction
/// together with those that entries written meanwhile have changed, until nobody has written in between.
fn compare_all(
    ledger: &mut ledger::LedgerCheck<'_>,
    conn: &Connection,
    watch: &mut Watch<'_>,
    problems: &mut Vec<Problem>,
) -> Result<u64> {
    ledger.replay.watch();
    let (mut suspects, rows) = compare::all(conn, &ledger.replay, watch)?;
    for _ in 0..ATTEMPTS {
        suspects.extend(ledger.catch_up(problems)?);
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Deferred)?;
        if !ledger.is_at_head()? {
            continue;
        }
        for (table, row) in &suspects {
            let Some(known) = recorded_table(table) else { continue };
            if let Some((code, detail)) = compare::one(conn, &ledger.replay, known.name, row)? {
                problems.push(Problem::of_row(table, row, code, detail));
            }
        }
        drop(transaction);
        return Ok(rows);
    }
    Err(StoreError::Busy)
}

fn check_blobs(conn: &Connection, watch: &mut Watch<'_>, problems: &mut Vec<Problem>) -> Result<u64> {
    let inventory = blob::inventory(conn)?;
    let total = inventory.names.len() as u64;
    for (done, name) in (0..).zip(&inventory.names) {
        watch.step(VerifyStage::Blobs, done, total)?;
        if let Some(detail) = blob::problem(conn, name)? {
            problems.push(Problem::of_row("blob", name, "blob-bytes", detail));
        }
    }
    for (table, row, sha256) in inventory.missing {
        problems.push(Problem::of_row(table, &row, "blob-missing", sha256));
    }
    for name in inventory.strays.into_iter().collect::<BTreeSet<_>>() {
        problems.push(Problem::of_row("blob_chunk", &name, "blob-extra", String::new()));
    }
    Ok(total)
}
