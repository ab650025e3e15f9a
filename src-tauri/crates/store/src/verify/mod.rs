//! Verification: the chain, every signature, every payload hash, replay from nothing, every row and every blob.
//!
//! What is found is "every changed stored value"; free space in pages is not looked at. Reading goes in pages, so that
//! no read lock lasts longer than 200 ms; entries that others write meanwhile are verified at the end (docs/adr/0013).

mod beside;
mod compare;
mod ledger;
mod stage;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cairn_domain::id::WorkspaceId;
use cairn_ledger::Checkpoint;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::connection::{self, Sort};
use crate::error::{Result, StoreError};
use crate::history::header_of;
use crate::registry::{recorded_table, recorded_tables};
use crate::schema::{CHAIN, Chain};
use crate::secret::Passphrase;
use crate::table::{blob, entry};
use crate::trace::Trace;
use crate::workspace::Workspace;
pub use stage::VerifyStage;

/// Updates a second.
const UPDATES: u32 = 10;
/// Times a writer may overtake the comparison before it gives up.
const ATTEMPTS: usize = 100;
/// Entries looked at for the workspace they belong to.
const FIRST: i64 = 100;

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
    /// `row-changed`, `row-missing`, `row-extra`, `blob-bytes`, `blob-missing`, `blob-extra`, `derived`, `unreadable`.
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

    fn of_table(table: &str, code: &str, detail: String) -> Self {
        let table = Some(table.to_owned());
        Self { entry: None, table, record: None, code: code.to_owned(), detail }
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
    id: Option<WorkspaceId>,
    chain: &'static Chain,
}

impl Verifier {
    /// A verification of a file that need not be open, nor fit to be opened: it passes only the gates without which
    /// nothing in it can be read. Is it a workspace, does the passphrase fit, does this program know its format?
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::NotAWorkspace`], [`StoreError::PassphraseNeeded`],
    /// [`StoreError::WrongPassphrase`], [`StoreError::NewerFormat`].
    pub fn open(path: &Path, passphrase: Option<Passphrase>) -> Result<Self> {
        let encrypted = connection::sort_of(path)? == Sort::Encrypted;
        if encrypted && passphrase.is_none() {
            return Err(StoreError::PassphraseNeeded);
        }
        let passphrase = passphrase.filter(|_| encrypted);
        let conn = connection::connect(path, passphrase.as_ref(), false)?;
        connection::format(&conn, encrypted, &CHAIN).map_err(|error| connection::not_opened(path, error))?;
        let id = named_by(&conn);
        Ok(Self { path: path.to_owned(), passphrase, id, chain: &CHAIN })
    }

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
        Some(Verifier { path, passphrase: self.passphrase.clone(), id: Some(self.id), chain: self.chain })
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
        run(&self.conn, Some(self.id), self.chain, Watch { progress, cancel, last: None })
    }
}

fn run(
    conn: &Connection,
    id: Option<WorkspaceId>,
    chain: &'static Chain,
    mut watch: Watch<'_>,
) -> Result<VerifyReport> {
    let mut problems = Vec::new();
    check_schema(conn, chain, &mut problems)?;
    let mut ledger = ledger::LedgerCheck::new(conn, id, chain, &mut problems)?;
    let read = ledger.read_all(&mut watch, &mut problems);
    let whole = found(read, "entry", &mut problems)?.is_some();
    // A ledger that cannot be read to its end says nothing of the rows.
    let rows = if whole { compare_all(&mut ledger, conn, &mut watch, &mut problems)? } else { 0 };
    // What an entry that does not hold would have said is not known, so nothing is missed beside the rows.
    let sound = whole && !problems.iter().any(|problem| problem.entry.is_some());
    let trace = ledger.replay.trace.take().filter(|_| sound);
    if let Some(trace) = &trace {
        beside::check(conn, trace, ledger.last_read(), &mut problems)?;
    }
    let (blobs, unnamed) = check_blobs(conn, trace.as_ref(), &mut watch, &mut problems)?;
    // Bytes that came with an entry written meanwhile are named by it; they are for the next run.
    if found(ledger.is_at_head(), "entry", &mut problems)?.unwrap_or(false) {
        problems.extend(unnamed);
    }
    let end = ledger.finish(conn, &mut problems)?;
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

/// What cannot be read is a finding like any other. Only a stop and a file that others hold end the verification.
fn found<T>(read: Result<T>, table: &str, problems: &mut Vec<Problem>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(error @ (StoreError::Cancelled | StoreError::Busy)) => Err(error),
        Err(error) => {
            problems.push(Problem::of_table(table, "unreadable", error.to_string()));
            Ok(None)
        }
    }
}

/// The workspace that the first entry names whose line still has its id.
fn named_by(conn: &Connection) -> Option<WorkspaceId> {
    let page = entry::page(conn, i64::MIN, i64::MAX, FIRST).ok()?;
    page.iter().find_map(|stored| {
        let header = header_of(stored).ok()?;
        (stored.id == header.id().as_bytes()).then_some(WorkspaceId(header.workspace))
    })
}

fn check_schema(conn: &Connection, chain: &Chain, problems: &mut Vec<Problem>) -> Result<()> {
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let differences = chain.differences(conn, u32::try_from(version).unwrap_or(0));
    for odd in found(differences, "sqlite_schema", problems)?.unwrap_or_default() {
        problems.push(Problem::of_row(&odd.table, &odd.name, "schema", odd.to_string()));
    }
    Ok(())
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
    let (mut suspects, rows) = compare::all(conn, &ledger.replay, watch, problems)?;
    for _ in 0..ATTEMPTS {
        suspects.extend(ledger.catch_up(problems)?);
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Deferred)?;
        if !ledger.is_at_head()? {
            continue;
        }
        for (table, row) in &suspects {
            let Some(known) = recorded_table(table) else { continue };
            let compared = compare::one(conn, &ledger.replay, known.name, row);
            if let Some((code, detail)) = found(compared, known.name, problems)?.flatten() {
                problems.push(Problem::of_row(table, &String::from_utf8_lossy(row), code, detail));
            }
        }
        if let Some(trace) = ledger.replay.trace.as_ref().filter(|_| problems.is_empty()) {
            beside::check_codes(conn, trace, problems)?;
        }
        drop(transaction);
        return Ok(rows);
    }
    Err(StoreError::Busy)
}

/// Bytes that are not what they are named by, or that a row names and are not there. Gives the number of blobs and those
/// that no row ever named.
fn check_blobs(
    conn: &Connection,
    trace: Option<&Trace>,
    watch: &mut Watch<'_>,
    problems: &mut Vec<Problem>,
) -> Result<(u64, Vec<Problem>)> {
    let mut unnamed = Vec::new();
    for table in recorded_tables() {
        for column in table.blobs {
            let missing = blob::missing(conn, table.name, column);
            for (row, sha256) in found(missing, table.name, problems)?.unwrap_or_default() {
                problems.push(Problem::of_row(table.name, &row, "blob-missing", sha256));
            }
        }
    }
    let Some(inventory) = found(blob::inventory(conn), "blob", problems)? else {
        return Ok((0, unnamed));
    };
    let total = inventory.names.len() as u64;
    for (done, name) in (0..).zip(&inventory.names) {
        watch.step(VerifyStage::Blobs, done, total)?;
        if let Some(detail) = found(blob::problem(conn, name), "blob", problems)?.flatten() {
            problems.push(Problem::of_row("blob", name, "blob-bytes", detail));
        }
        if trace.is_some_and(|trace| !trace.names(name)) {
            unnamed.push(Problem::of_row("blob", name, "blob-extra", String::new()));
        }
    }
    for name in inventory.strays.into_iter().collect::<BTreeSet<_>>() {
        problems.push(Problem::of_row("blob_chunk", &name, "blob-extra", String::new()));
    }
    Ok((total, unnamed))
}
