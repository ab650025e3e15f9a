//! The ledger's part of a verification: chain, signatures and payloads while replay goes on beside it.

use std::collections::{BTreeMap, HashMap};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use cairn_domain::id::WorkspaceId;
use cairn_ledger::chain::{DeviceKey, Finding, Item, PayloadSeen, PendingSignatures, Rules, Signatures};
use cairn_ledger::{Checkpoint, DeviceKeyId, EntryId, Sections, payload_hash};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Problem, VerifyStage, Watch, found};
use crate::error::{Result, StoreError};
use crate::read::ReadTx;
use crate::replay::{Fault, Replay, Step};
use crate::schema::Chain;
use crate::table::device_key::StoredKey;
use crate::table::entry::{Facts, StoredEntry};
use crate::table::{checkpoint, device, device_key, entry};
use crate::trace::Trace;

/// Entries read at once.
const PAGE: i64 = 1000;
/// Pages that may wait for a slower thread.
const WAITING: usize = 4;
/// Threads that check signatures.
const SIGNERS: usize = 2;

/// The ledger as far as it has been read.
pub(crate) struct LedgerCheck<'a> {
    conn: &'a Connection,
    verifier: cairn_ledger::chain::Verifier,
    keys: HashMap<DeviceKeyId, DeviceKey>,
    pub replay: Replay,
    chain: &'static Chain,
    id: Option<WorkspaceId>,
    read: i64,
    fed: u64,
    ids: BTreeMap<u64, EntryId>,
    checkpoints: BTreeMap<u64, String>,
}

/// Where the ledger ended.
pub(crate) struct End {
    pub entries: u64,
    pub checkpoint: Option<Checkpoint>,
}

impl<'a> LedgerCheck<'a> {
    pub fn new(
        conn: &'a Connection,
        id: Option<WorkspaceId>,
        chain: &'static Chain,
        problems: &mut Vec<Problem>,
    ) -> Result<Self> {
        let keys = found(device_key::all(conn), "device_key", problems)?.unwrap_or_default();
        let keys = keys.iter().filter_map(StoredKey::parse).collect();
        let workspace = id.map(|id| id.0);
        let rules = Rules { workspace, signatures: Signatures::Batched, demand_payloads: true };
        Ok(Self {
            conn,
            verifier: cairn_ledger::chain::Verifier::new(rules),
            keys,
            replay: traced(chain)?,
            chain,
            id,
            read: 0,
            fed: 0,
            ids: BTreeMap::new(),
            checkpoints: found(checkpoint::all(conn), "checkpoint", problems)?.unwrap_or_default(),
        })
    }

    /// Reads the ledger up to its present head. Signatures and replay run on threads of their own.
    pub fn read_all(&mut self, watch: &mut Watch<'_>, problems: &mut Vec<Problem>) -> Result<()> {
        let Some(last) = entry::last_number(self.conn)? else { return Ok(()) };
        let total = last.unsigned_abs();
        let mut replay = std::mem::replace(&mut self.replay, traced(self.chain)?);
        let (to_replay, steps) = sync_channel::<Vec<Step>>(WAITING);
        let (to_check, pending) = sync_channel::<PendingSignatures>(WAITING);
        let pending = Mutex::new(pending);
        let (read, replayed, findings) = thread::scope(|scope| {
            let replay = &mut replay;
            let replaying = scope.spawn(move || replay_all(replay, &steps));
            let checking: Vec<_> = (0..SIGNERS).map(|_| scope.spawn(|| check_all(&pending))).collect();
            let read = self.read_pages(last, total, watch, problems, (&to_replay, &to_check));
            drop((to_replay, to_check));
            let findings: Vec<Finding> =
                checking.into_iter().flat_map(|one| one.join().unwrap_or_default()).collect();
            (read, replaying.join(), findings)
        });
        self.replay = replay;
        read?;
        replayed.map_err(|_| StoreError::Damaged("the replay stopped".to_owned()))??;
        problems.extend(findings.into_iter().map(of_finding));
        problems.extend(self.replay.take_faults().into_iter().map(of_fault));
        Ok(())
    }

    fn read_pages(
        &mut self,
        upto: i64,
        total: u64,
        watch: &mut Watch<'_>,
        problems: &mut Vec<Problem>,
        (to_replay, to_check): (&SyncSender<Vec<Step>>, &SyncSender<PendingSignatures>),
    ) -> Result<()> {
        loop {
            watch.step(VerifyStage::Ledger, self.fed.min(total), total)?;
            let page = entry::page(self.conn, self.read, upto, PAGE)?;
            let Some(last) = page.last() else { return Ok(()) };
            self.read = last.n;
            let steps: Vec<Step> = page.iter().filter_map(|stored| self.feed(stored, problems)).collect();
            // A closed channel means the thread has failed; joining it tells why.
            if to_check.send(self.verifier.take_pending()).is_err() || to_replay.send(steps).is_err() {
                return Ok(());
            }
        }
    }

    /// Checks one entry; gives what is to be replayed of it.
    fn feed(&mut self, stored: &StoredEntry, problems: &mut Vec<Problem>) -> Option<Step> {
        self.fed += 1;
        let payload = match &stored.payload {
            Some((salt, bytes)) => PayloadSeen::Held {
                length: bytes.len() as u64,
                // A salt of another length gives no hash that any header has.
                hash: salt.as_slice().try_into().map_or([0; 32], |salt| payload_hash(salt, bytes)),
            },
            None => PayloadSeen::Absent,
        };
        let item = Item { line: &stored.line, id: Some(&stored.id), signature: &stored.signature, payload };
        let keys = &self.keys;
        let checked = self.verifier.feed(&item, &|device| keys.get(device).copied());
        problems.extend(checked.findings.into_iter().map(of_finding));
        if stored.n != i64::try_from(self.fed).unwrap_or(i64::MAX) {
            problems.push(Problem::of_entry(self.fed, "entry-number", stored.n.to_string()));
        }
        let sections = stored.payload.as_ref().map(|(_, bytes)| Sections::read(bytes));
        if let Some(Err(error)) = &sections {
            problems.push(Problem::of_entry(self.fed, "bad-payload", error.to_string()));
        }
        let header = checked.header?;
        if self.checkpoints.contains_key(&self.fed) {
            self.ids.insert(self.fed, checked.id);
        }
        if Facts::of(&header) != stored.facts {
            problems.push(Problem::of_entry(self.fed, "entry-columns", String::new()));
        }
        let PayloadSeen::Held { length, hash } = payload else { return None };
        if length != header.payload_length || hash != header.payload_hash {
            return None;
        }
        let changeset = sections?.ok()?.changeset.to_vec();
        Some(Step { n: i64::try_from(self.fed).unwrap_or(i64::MAX), header, changeset })
    }

    /// Number of the last entry read.
    pub fn last_read(&self) -> i64 {
        self.read
    }

    /// Verifies entries written since; gives the rows they changed.
    pub fn catch_up(&mut self, problems: &mut Vec<Problem>) -> Result<Vec<(String, Vec<u8>)>> {
        loop {
            let page = entry::page(self.conn, self.read, i64::MAX, PAGE)?;
            let Some(last) = page.last() else { break };
            self.read = last.n;
            // New devices may have come with them.
            self.keys = device_key::all(self.conn)?.iter().filter_map(StoredKey::parse).collect();
            for stored in &page {
                if let Some(step) = self.feed(stored, problems) {
                    self.replay.feed(step)?;
                }
            }
            problems.extend(self.verifier.take_pending().check().into_iter().map(of_finding));
        }
        self.replay.flush()?;
        problems.extend(self.replay.take_faults().into_iter().map(of_fault));
        Ok(self.replay.take_watched().into_iter().map(|(table, row)| (table, row.into_bytes())).collect())
    }

    /// Whether nothing was written since the last entry read; asked inside the transaction that then compares.
    pub fn is_at_head(&self) -> Result<bool> {
        Ok(entry::last_number(self.conn)?.unwrap_or(0) <= self.read)
    }

    /// What can only be said at the end: heads, strays, kept checkpoints, keys beside the ledger.
    pub fn finish(self, conn: &Connection, problems: &mut Vec<Problem>) -> Result<End> {
        for n in found(entry::stray_payloads(conn), "payload", problems)?.unwrap_or_default() {
            problems.push(Problem::of_entry(n.unsigned_abs(), "stray-payload", String::new()));
        }
        self.check_checkpoints(problems);
        let keys = self.check_keys(conn, problems);
        found(keys, "device_key", problems)?;
        let outcome = self.verifier.finish();
        problems.extend(outcome.findings.into_iter().map(of_finding));
        let checkpoint = self.id.zip(outcome.head).map(|(id, head)| Checkpoint {
            workspace: id.0,
            head,
            count: outcome.entries,
            state: None,
            manifest: None,
        });
        Ok(End { entries: outcome.entries, checkpoint })
    }

    /// The workspace; none that there is where no entry says which.
    fn workspace(&self) -> WorkspaceId {
        self.id.unwrap_or(WorkspaceId(Uuid::nil()))
    }

    /// Checkpoints that once left the machine must lie on this history.
    fn check_checkpoints(&self, problems: &mut Vec<Problem>) {
        for (entries, note) in &self.checkpoints {
            if let Err(code) =
                checkpoint::holds(note, self.workspace(), *entries, self.ids.get(entries), &self.keys)
            {
                problems.push(Problem::of_row("checkpoint", &entries.to_string(), code, String::new()));
            }
        }
    }

    /// The keys beside the ledger are those of the recorded devices.
    fn check_keys(&self, conn: &Connection, problems: &mut Vec<Problem>) -> Result<()> {
        // Without a readable first entry nothing was replayed; the live rows then serve for the comparison.
        let source =
            if self.replay.shape().columns("device").is_some() { self.replay.connection() } else { conn };
        let replayed = ReadTx::new(source, self.workspace(), self.chain);
        let rows = replayed.device().all()?;
        let stored = device_key::all(conn)?;
        for row in &rows {
            let fits = stored.iter().any(|key| {
                key.parse().is_some_and(|(id, parsed)| {
                    device::device_row_id(&id) == row.id
                        && parsed.public.to_string() == row.public_key
                        && parsed.public.device_id() == id
                        && parsed.member == row.member.0
                        && hex::encode(Sha256::digest(&key.share)) == row.share_hash
                })
            });
            if !fits {
                problems.push(Problem::of_row(
                    "device_key",
                    &row.id.to_string(),
                    "device-key",
                    row.name.clone(),
                ));
            }
        }
        for key in &stored {
            let known = key
                .parse()
                .is_some_and(|(id, _)| rows.iter().any(|row| row.id == device::device_row_id(&id)));
            if !known {
                problems.push(Problem::of_row("device_key", &key.device, "device-key", String::new()));
            }
        }
        Ok(())
    }
}

fn traced(chain: &'static Chain) -> Result<Replay> {
    let mut replay = Replay::new(chain)?;
    replay.trace = Some(Trace::new());
    Ok(replay)
}

fn replay_all(replay: &mut Replay, steps: &Receiver<Vec<Step>>) -> Result<()> {
    while let Ok(page) = steps.recv() {
        for step in page {
            replay.feed(step)?;
        }
    }
    replay.flush()
}

fn check_all(pending: &Mutex<Receiver<PendingSignatures>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    loop {
        let next = pending.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match next {
            Ok(signatures) => findings.extend(signatures.check()),
            Err(_) => return findings,
        }
    }
}

fn of_finding(finding: Finding) -> Problem {
    match finding.number {
        0 => Problem::of_file(finding.code.as_str(), finding.detail),
        n => Problem::of_entry(n, finding.code.as_str(), finding.detail),
    }
}

fn of_fault(fault: Fault) -> Problem {
    let mut problem = Problem::of_entry(fault.n.unsigned_abs(), fault.code, fault.detail);
    if let Some((table, row)) = fault.row {
        problem.table = Some(table);
        problem.record = Some(row);
    }
    problem
}
