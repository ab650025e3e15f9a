//! A small ledger as text files, and ways to change it.

use std::fs;
use std::path::Path;

use cairn_ledger::export::{Body, CHECKPOINT_FILE, ENTRIES_FILE, KEYS_FILE, Keys, Record, RecordWriter};
use cairn_ledger::{Checkpoint, EntryId, Header, Kind, Payload, SigningKey, entry_id, payload_hash, sign};
use uuid::Uuid;

pub const WORKSPACE: Uuid = Uuid::from_u128(0x77);

/// The text files, not yet written.
#[derive(Clone)]
pub struct Bundle {
    pub records: Vec<Record>,
    pub keys: String,
    pub checkpoint: Option<String>,
    /// Text put in the place of what `records` would give.
    pub entries: Option<Vec<u8>>,
}

pub fn key(device: u8) -> SigningKey {
    SigningKey::from_bytes(&[device; 32])
}

pub fn member(device: u8) -> Uuid {
    Uuid::from_u128(u128::from(device))
}

pub fn header(device: u8, seq: u64, parents: &[EntryId], second: u8) -> Header {
    Header {
        stamp: Uuid::from_u128(u128::from(device) << 64 | u128::from(seq)),
        kind: match parents.len() {
            0 => Kind::Genesis,
            1 => Kind::Change,
            _ => Kind::Merge,
        },
        workspace: WORKSPACE,
        device: key(device).public().device_id(),
        seq,
        parents: parents.to_vec(),
        actor: member(device),
        action: "systems.update".into(),
        subject: None,
        time: format!("2026-11-23T14:00:{second:02}.000Z"),
        app: "cairn/0.1.0".into(),
        schema: 1,
        shape: [1; 32],
        payload_length: 0,
        payload_hash: [0; 32],
    }
}

/// The entry with this header and a payload of its own, signed by `device`.
pub fn entry(device: u8, mut header: Header, payload: Vec<u8>) -> Record {
    let salt = [device; 16];
    header.payload_length = payload.len() as u64;
    header.payload_hash = payload_hash(&salt, &payload);
    let line = header.to_line().unwrap();
    let signature = sign(&key(device), &entry_id(&line));
    Record { line, signature, body: Some(Body { salt, payload }) }
}

pub fn payload() -> Vec<u8> {
    Payload { changeset: vec![0, 1, 2, 255], reason: "größer".into(), message: "history-change".into() }
        .encode()
}

impl Bundle {
    /// Two devices that diverge after the second entry and are merged by the last; one payload left out.
    pub fn sound() -> Self {
        let mut bundle = Self { records: Vec::new(), keys: keys(&[1, 2]), checkpoint: None, entries: None };
        let first = bundle.append(1, header(1, 1, &[], 0));
        let second = bundle.append(1, header(1, 2, &[first], 1));
        let ours = bundle.append(1, header(1, 3, &[second], 2));
        let theirs = bundle.append(2, header(2, 1, &[second], 3));
        bundle.append(1, header(1, 4, &[ours, theirs], 3));
        bundle.record(2).body = None;
        bundle.checkpoint = Some(bundle.statement().sign(&key(1)).to_text());
        bundle
    }

    pub fn append(&mut self, device: u8, header: Header) -> EntryId {
        self.records.push(entry(device, header, payload()));
        self.head()
    }

    pub fn head(&self) -> EntryId {
        entry_id(&self.records.last().unwrap().line)
    }

    /// The record at this place, from 0.
    pub fn record(&mut self, place: usize) -> &mut Record {
        self.records.get_mut(place).unwrap()
    }

    pub fn body(&mut self, place: usize) -> &mut Body {
        self.record(place).body.as_mut().unwrap()
    }

    /// A true checkpoint of the last entry.
    pub fn statement(&self) -> Checkpoint {
        let count = self.records.len() as u64;
        Checkpoint { workspace: WORKSPACE, head: self.head(), count, state: None, manifest: None }
    }

    pub fn entries_text(&self) -> Vec<u8> {
        let mut writer = RecordWriter::new(Vec::new());
        self.records.iter().for_each(|record| writer.write(record).unwrap());
        writer.finish().unwrap()
    }

    /// The bytes of `entries.jsonl`.
    pub fn entries(&self) -> Vec<u8> {
        self.entries.clone().unwrap_or_else(|| self.entries_text())
    }

    pub fn write(&self, folder: &Path) {
        fs::write(folder.join(ENTRIES_FILE), self.entries()).unwrap();
        fs::write(folder.join(KEYS_FILE), &self.keys).unwrap();
        if let Some(checkpoint) = &self.checkpoint {
            fs::write(folder.join(CHECKPOINT_FILE), checkpoint).unwrap();
        }
    }
}

/// The text of a list with the keys of these devices.
pub fn keys(devices: &[u8]) -> String {
    let mut keys = Keys::new();
    for device in devices {
        assert!(keys.add(key(*device).public(), member(*device)));
    }
    keys.to_json().unwrap()
}
