//! Entries of the ledger: what is read at all is read as exactly one thing.

use cairn_ledger::export::{Keys, Record};
use cairn_ledger::{
    Checkpoint, DeviceKeyId, EntryId, Header, Kind, Payload, SignedCheckpoint, SigningKey, entry_id, sign,
    verify,
};
use proptest::prelude::*;
use uuid::Uuid;

use super::{cases, edits, mutate};

const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "null",
    "0",
    "-1",
    "1e999",
    "\\u0000",
    "\u{202e}",
    "\n",
    "\r\n",
    " ",
    "\"stamp\"",
    "\"parents\"",
    "18446744073709551616",
    "genesis",
    "change",
    "cairn-ledger/1/",
    "\u{2014} ",
];

fn id(fill: u8) -> Uuid {
    Uuid::from_bytes([fill; 16])
}

fn header() -> Header {
    Header {
        stamp: "01935a7c-1f00-7000-8000-0000000000ab".parse().unwrap(),
        kind: Kind::Change,
        workspace: "01935a7c-1f00-7000-8000-0000000000aa".parse().unwrap(),
        device: DeviceKeyId::from_bytes([7; 16]),
        seq: 12,
        parents: vec![EntryId::from_bytes([3; 32])],
        actor: id(9),
        action: "system.update".to_owned(),
        subject: Some(id(4).to_string()),
        time: "2026-11-24T08:00:00.000Z".to_owned(),
        app: "0.1.0".to_owned(),
        schema: 2,
        shape: [5; 32],
        payload_length: 40,
        payload_hash: [6; 32],
    }
}

fn payload() -> Vec<u8> {
    Payload {
        changeset: b"T\x02\x01\x00setting\x00".to_vec(),
        reason: "why".to_owned(),
        message: "{}".to_owned(),
    }
    .encode()
}

fn note(key: &SigningKey) -> String {
    let head = EntryId::from_bytes([8; 32]);
    Checkpoint { workspace: id(1), head, count: 12, state: Some([2; 32]), manifest: None }.sign(key).to_text()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_header_that_is_read_is_written_the_same_way(edits in edits()) {
        let line = header().to_line().unwrap();
        let changed = mutate(line.as_bytes(), &edits, WORDS);
        let Ok(text) = std::str::from_utf8(&changed) else { return Ok(()) };
        if let Ok(read) = Header::parse(text) {
            prop_assert_eq!(read.to_line().unwrap(), text);
        }
        // Whatever it says: a signature of the line before does not fit another one.
        let key = SigningKey::generate([1; 32]);
        let signature = sign(&key, &entry_id(&line));
        prop_assert_eq!(verify(&key.public(), &entry_id(text), &signature), text == line);
    }

    #[test]
    fn a_payload_that_is_read_is_written_the_same_way(edits in edits()) {
        let changed = mutate(&payload(), &edits, WORDS);
        if let Ok(read) = Payload::decode(&changed) {
            prop_assert_eq!(read.encode(), changed);
        }
    }

    #[test]
    fn a_checkpoint_that_is_read_and_fits_says_what_was_signed(edits in edits()) {
        let key = SigningKey::generate([1; 32]);
        let whole = note(&key);
        let changed = mutate(whole.as_bytes(), &edits, WORDS);
        let Ok(text) = std::str::from_utf8(&changed) else { return Ok(()) };
        let Ok(read) = SignedCheckpoint::parse(text) else { return Ok(()) };
        prop_assert_eq!(read.to_text(), text);
        if read.verify(&key.public()) == SignedCheckpoint::parse(&whole).unwrap().verify(&key.public()) {
            prop_assert_eq!(read.checkpoint, SignedCheckpoint::parse(&whole).unwrap().checkpoint);
        }
    }

    #[test]
    fn lines_and_keys_of_an_export_are_read_or_refused(edits in edits()) {
        let line = header().to_line().unwrap();
        let record = serde_json::json!({
            "line": line, "signature": "00".repeat(64), "salt": "00".repeat(16), "payload": "AAAA",
        });
        let mut bytes = serde_json::to_vec(&record).unwrap();
        bytes.push(b'\n');
        let _ = Record::parse(&mutate(&bytes, &edits, WORDS));
        let mut keys = Keys::new();
        keys.add(SigningKey::generate([1; 32]).public(), id(9));
        let text = keys.to_json().unwrap();
        if let Ok(text) = String::from_utf8(mutate(text.as_bytes(), &edits, WORDS)) {
            let _ = Keys::parse(&text);
        }
    }
}

#[test]
fn lengths_that_lie_are_refused_without_making_room_for_them() {
    let whole = payload();
    let magic = whole.len()
        - Payload::decode(&whole)
            .map_or(0, |read| 24 + read.changeset.len() + read.reason.len() + read.message.len());
    for lie in [u64::MAX, u64::MAX / 2, 1 << 40, whole.len() as u64] {
        let mut bytes = whole.clone();
        bytes[magic..magic + 8].copy_from_slice(&lie.to_be_bytes());
        assert!(Payload::decode(&bytes).is_err(), "{lie}");
    }
    let line = header().to_line().unwrap();
    for odd in
        [line.repeat(2), format!("{line}\n"), format!(" {line}"), "[".repeat(100_000), "{".repeat(100_000)]
    {
        assert!(Header::parse(&odd).is_err());
    }
    let long = header().to_line().unwrap().replace("system.update", &"a".repeat(2 << 20));
    assert!(Header::parse(&long).is_err());
}
