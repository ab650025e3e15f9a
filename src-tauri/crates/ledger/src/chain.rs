//! Verification of a whole ledger, entry by entry in stored order (section 6).
//!
//! The verifier knows nothing of files: the caller reads lines, signatures and keys, hashes the payloads, and may check
//! signatures on other threads. What the changesets do to the tables is not judged here.

mod finding;
mod pending;

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

pub use finding::{Code, Finding};
pub use pending::PendingSignatures;

use crate::checkpoint::{Signed, SignedCheckpoint};
use crate::header::{Header, Kind};
use crate::id::{DeviceKeyId, EntryId, id_of_bytes};
use crate::key::PublicKey;
use crate::signing::{Signature, verify_strict};

/// One entry as it is stored. Bytes, not parsed values: a changed file may hold anything.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// The header line, LF included.
    pub line: &'a [u8],
    /// The entry id stored beside the line, if the storage keeps one.
    pub id: Option<&'a [u8]>,
    /// The signature; good ones have 64 bytes.
    pub signature: &'a [u8],
    /// What was found of the payload.
    pub payload: PayloadSeen,
}

/// What the caller found of an entry's payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayloadSeen {
    /// The payload is there.
    Held {
        /// Its bytes, counted (without the salt).
        length: u64,
        /// [`crate::payload_hash`] of salt and bytes as they are.
        hash: [u8; 32],
    },
    /// The payload was left out or erased.
    Absent,
}

/// A device key and the member it belongs to, as recorded beside the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceKey {
    /// The public key.
    pub public: PublicKey,
    /// The member who acts with it.
    pub member: Uuid,
}

/// How signatures are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signatures {
    /// One by one and strictly, while feeding; for packages.
    Strict,
    /// Collected; the caller takes them with [`Verifier::take_pending`] or leaves them to [`Verifier::finish`]. A key
    /// holder can make an odd signature (R of small order) that passes here and not strictly.
    Batched,
    /// Not at all (the chain alone proves that nothing changed since a checkpoint whose signature was checked).
    Skipped,
}

/// What the caller demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// The workspace all entries must belong to; `None`: that of the first entry.
    pub workspace: Option<Uuid>,
    /// How signatures are checked.
    pub signatures: Signatures,
    /// Whether an absent payload is a finding. A live file allows absence only where an erase entry says so, which
    /// the caller checks; a package may leave payloads out.
    pub demand_payloads: bool,
}

/// What feeding one entry gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The id computed from the line.
    pub id: EntryId,
    /// The header, if the line is one.
    pub header: Option<Header>,
    /// What is wrong with the entry; empty if nothing was found so far.
    pub findings: Vec<Finding>,
}

/// What verification gave in the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Entries fed.
    pub entries: u64,
    /// The last entry that no other names as parent.
    pub head: Option<EntryId>,
    /// Entries whose payload was absent.
    pub absent_payloads: u64,
    /// Findings about the ledger as a whole, and about signatures not yet taken.
    pub findings: Vec<Finding>,
}

/// An accepted entry.
struct Node {
    id: EntryId,
    number: u64,
    time: String,
    parents: Vec<usize>,
    has_child: bool,
}

/// What is known of a device so far.
struct DeviceState {
    key: Option<DeviceKey>,
    last_seq: u64,
}

/// Checks a ledger fed in stored order: every parent before its children.
pub struct Verifier {
    rules: Rules,
    entries: u64,
    absent_payloads: u64,
    nodes: Vec<Node>,
    places: HashMap<EntryId, usize>,
    stamps: HashSet<Uuid>,
    devices: HashMap<DeviceKeyId, DeviceState>,
    pending: PendingSignatures,
}

/// The entry under examination, collecting its findings.
struct Subject {
    id: EntryId,
    number: u64,
    findings: Vec<Finding>,
}

impl Subject {
    fn found(&mut self, code: Code, detail: String) {
        self.findings.push(Finding { code, number: self.number, entry: Some(self.id), detail });
    }

    fn demand(&mut self, holds: bool, code: Code, detail: impl FnOnce() -> String) {
        if !holds {
            self.found(code, detail());
        }
    }
}

impl Verifier {
    /// A verifier that has seen nothing yet.
    #[must_use]
    pub fn new(rules: Rules) -> Self {
        Self {
            rules,
            entries: 0,
            absent_payloads: 0,
            nodes: Vec::new(),
            places: HashMap::new(),
            stamps: HashSet::new(),
            devices: HashMap::new(),
            pending: PendingSignatures::default(),
        }
    }

    /// Checks the next entry. `keys` is asked once per device.
    ///
    /// An entry whose line is no header is named and then passed over, so that its children are found to have an
    /// unknown parent.
    pub fn feed(&mut self, item: &Item<'_>, keys: &dyn Fn(&DeviceKeyId) -> Option<DeviceKey>) -> Checked {
        self.entries += 1;
        let id = id_of_bytes(item.line);
        let mut subject = Subject { id, number: self.entries, findings: Vec::new() };
        if let Some(stored) = item.id {
            subject.demand(stored == id.as_bytes(), Code::WrongId, || hex::encode(stored));
        }
        let header = match std::str::from_utf8(item.line).map(Header::parse) {
            Ok(Ok(header)) => header,
            Ok(Err(refused)) => {
                subject.found(Code::BadHeader, refused.to_string());
                return Checked { id, header: None, findings: subject.findings };
            }
            Err(at) => {
                subject.found(Code::BadHeader, at.valid_up_to().to_string());
                return Checked { id, header: None, findings: subject.findings };
            }
        };
        if self.places.contains_key(&id) {
            subject.found(Code::DuplicateEntry, header.stamp.to_string());
            return Checked { id, header: Some(header), findings: subject.findings };
        }
        self.check_place(&header, &mut subject);
        self.check_payload(&header, item.payload, &mut subject);
        let key = self.check_device(&header, keys, &mut subject);
        self.check_signature(item.signature, key, &mut subject);
        Checked { id, header: Some(header), findings: subject.findings }
    }

    /// Workspace, stamp, genesis, parents and time; takes the entry into the graph.
    fn check_place(&mut self, header: &Header, subject: &mut Subject) {
        let workspace = *self.rules.workspace.get_or_insert(header.workspace);
        subject.demand(header.workspace == workspace, Code::OtherWorkspace, || header.workspace.to_string());
        subject.demand(self.stamps.insert(header.stamp), Code::DuplicateStamp, || header.stamp.to_string());
        let genesis = header.kind == Kind::Genesis;
        subject.demand(genesis == (subject.number == 1), Code::MisplacedGenesis, || header.kind.to_string());
        let mut parents = Vec::with_capacity(header.parents.len());
        for parent in &header.parents {
            let Some(place) = self.places.get(parent) else {
                subject.found(Code::UnknownParent, parent.to_string());
                continue;
            };
            parents.push(*place);
            if let Some(node) = self.nodes.get_mut(*place) {
                node.has_child = true;
                subject.demand(header.time >= node.time, Code::TimeBeforeParent, || {
                    format!("{} < {}", header.time, node.time)
                });
            }
        }
        self.places.insert(subject.id, self.nodes.len());
        self.nodes.push(Node {
            id: subject.id,
            number: subject.number,
            time: header.time.clone(),
            parents,
            has_child: false,
        });
    }

    fn check_payload(&mut self, header: &Header, payload: PayloadSeen, subject: &mut Subject) {
        match payload {
            PayloadSeen::Held { length, hash } => {
                subject.demand(length == header.payload_length, Code::PayloadLength, || {
                    format!("{length} != {}", header.payload_length)
                });
                subject.demand(hash == header.payload_hash, Code::PayloadHash, || hex::encode(hash));
            }
            PayloadSeen::Absent => {
                self.absent_payloads += 1;
                subject.demand(!self.rules.demand_payloads, Code::PayloadMissing, || {
                    header.payload_length.to_string()
                });
            }
        }
    }

    /// Sequence, key and actor; gives the key if it is known.
    fn check_device(
        &mut self,
        header: &Header,
        keys: &dyn Fn(&DeviceKeyId) -> Option<DeviceKey>,
        subject: &mut Subject,
    ) -> Option<PublicKey> {
        let state = self.devices.entry(header.device).or_insert_with(|| DeviceState {
            // A key that does not hash to the device id is no key of this device.
            key: keys(&header.device).filter(|key| key.public.device_id() == header.device),
            last_seq: 0,
        });
        let expected = state.last_seq.saturating_add(1);
        let detail = || format!("{} != {expected}", header.seq);
        subject.demand(header.seq <= expected, Code::SequenceGap, detail);
        subject.demand(header.seq >= expected, Code::SequenceRepeat, detail);
        state.last_seq = state.last_seq.max(header.seq);
        let Some(key) = state.key else {
            subject.found(Code::UnknownDevice, header.device.to_string());
            return None;
        };
        subject.demand(key.member == header.actor, Code::ActorMismatch, || {
            format!("{} != {}", header.actor, key.member)
        });
        Some(key.public)
    }

    fn check_signature(&mut self, bytes: &[u8], key: Option<PublicKey>, subject: &mut Subject) {
        let Ok(signature) = Signature::try_from(bytes) else {
            subject.found(Code::BadSignature, bytes.len().to_string());
            return;
        };
        let Some(key) = key else { return };
        match self.rules.signatures {
            Signatures::Strict => {
                let good = verify_strict(&key, &subject.id, &signature);
                subject.demand(good, Code::BadSignature, || key.device_id().to_string());
            }
            Signatures::Batched => self.pending.push(subject.number, subject.id, signature, key),
            Signatures::Skipped => {}
        }
    }

    /// Counts an entry whose record cannot even be read, so that the numbers of later ones stay right.
    pub fn feed_unreadable(&mut self, detail: String) -> Finding {
        self.entries += 1;
        Finding { code: Code::BadRecord, number: self.entries, entry: None, detail }
    }

    /// Checks a checkpoint against the entries fed so far: workspace, head, count, and that at least one of `keys` has
    /// signed it and none of their signatures is bad. Entries after its head are no finding.
    #[must_use]
    pub fn check_checkpoint<'a>(
        &self,
        signed: &SignedCheckpoint,
        keys: impl IntoIterator<Item = &'a PublicKey>,
    ) -> Vec<Finding> {
        let checkpoint = &signed.checkpoint;
        let mut findings = Vec::new();
        let mut found = |code, detail| {
            findings.push(Finding { code, number: 0, entry: Some(checkpoint.head), detail });
        };
        if self.rules.workspace.is_some_and(|workspace| workspace != checkpoint.workspace) {
            found(Code::CheckpointWorkspace, checkpoint.workspace.to_string());
        }
        match self.history_length(&checkpoint.head) {
            None => found(Code::CheckpointHead, checkpoint.head.to_string()),
            Some(count) if count != checkpoint.count => {
                found(Code::CheckpointCount, format!("{count} != {}", checkpoint.count));
            }
            Some(_) => {}
        }
        let verdicts: Vec<Signed> = keys.into_iter().map(|key| signed.verify(key)).collect();
        if verdicts.contains(&Signed::Bad) || !verdicts.contains(&Signed::Good) {
            found(Code::CheckpointSignature, signed.signatures.len().to_string());
        }
        findings
    }

    /// The signatures collected since the last call, for the caller to check on any thread.
    pub fn take_pending(&mut self) -> PendingSignatures {
        std::mem::take(&mut self.pending)
    }

    /// Entries fed so far.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.entries
    }

    /// The number of entries in the history of `head`: itself and all its ancestors. `None` if it was not fed.
    ///
    /// Unlike a place in stored order this number is the same on every device that holds the entry.
    #[must_use]
    pub fn history_length(&self, head: &EntryId) -> Option<u64> {
        let start = *self.places.get(head)?;
        let mut seen = vec![false; self.nodes.len()];
        let mut open = vec![start];
        let mut count = 0;
        while let Some(place) = open.pop() {
            let Some(mark) = seen.get_mut(place) else { continue };
            if std::mem::replace(mark, true) {
                continue;
            }
            count += 1;
            if let Some(node) = self.nodes.get(place) {
                open.extend_from_slice(&node.parents);
            }
        }
        Some(count)
    }

    /// What can only be said at the end; checks the signatures that nobody took.
    #[must_use]
    pub fn finish(mut self) -> Outcome {
        let mut findings = self.take_pending().check();
        let mut heads = self.nodes.iter().rev().filter(|node| !node.has_child);
        let head = heads.next().map(|node| node.id);
        if head.is_none() {
            findings.push(Finding {
                code: Code::EmptyLedger,
                number: 0,
                entry: None,
                detail: self.entries.to_string(),
            });
        }
        let mut others: Vec<Finding> = heads
            .map(|node| Finding {
                code: Code::SecondHead,
                number: node.number,
                entry: Some(node.id),
                detail: head.map_or_else(String::new, |head| head.to_string()),
            })
            .collect();
        others.reverse();
        findings.append(&mut others);
        Outcome { entries: self.entries, head, absent_payloads: self.absent_payloads, findings }
    }
}

#[cfg(test)]
#[path = "chain/chain_tests.rs"]
mod tests;
