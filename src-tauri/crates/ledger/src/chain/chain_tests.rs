use super::*;
use crate::payload::{Payload, payload_hash};
use crate::signing::sign;
use crate::{SigningKey, entry_id};

const WORKSPACE: Uuid = Uuid::from_u128(0x77);

/// An entry as the tests store and change it.
#[derive(Clone)]
struct Stored {
    line: Vec<u8>,
    signature: Vec<u8>,
    payload: Vec<u8>,
    salt: [u8; 16],
    held: bool,
}

fn key(device: u8) -> SigningKey {
    SigningKey::from_bytes(&[device; 32])
}

fn member(device: u8) -> Uuid {
    Uuid::from_u128(u128::from(device))
}

fn header(device: u8, seq: u64, parents: &[EntryId]) -> Header {
    let kind = match parents.len() {
        0 => Kind::Genesis,
        1 => Kind::Change,
        _ => Kind::Merge,
    };
    Header {
        stamp: Uuid::from_u128(u128::from(device) << 64 | u128::from(seq)),
        kind,
        workspace: WORKSPACE,
        device: key(device).public().device_id(),
        seq,
        parents: parents.to_vec(),
        actor: member(device),
        action: "systems.update".into(),
        subject: Some(Uuid::from_u128(9).to_string()),
        time: format!("2026-11-23T14:00:{seq:02}.000Z"),
        app: "cairn/0.1.0".into(),
        schema: 1,
        shape: [1; 32],
        payload_length: 0,
        payload_hash: [0; 32],
    }
}

/// Signs `header` over a payload of its own; gives the entry and its id.
fn store(device: u8, mut header: Header) -> (Stored, EntryId) {
    let salt = [device; 16];
    let payload = Payload { changeset: vec![device; 5], reason: "why".into(), message: "m".into() }.encode();
    header.payload_length = payload.len() as u64;
    header.payload_hash = payload_hash(&salt, &payload);
    let line = header.to_line().unwrap();
    let id = entry_id(&line);
    let signature = sign(&key(device), &id).as_bytes().to_vec();
    (Stored { line: line.into_bytes(), signature, payload, salt, held: true }, id)
}

/// A history with two devices that diverge after the second entry and are merged by the last.
fn ledger() -> Vec<Stored> {
    let (first, a) = store(1, header(1, 1, &[]));
    let (second, b) = store(1, header(1, 2, &[a]));
    let (ours, c) = store(1, header(1, 3, &[b]));
    let (theirs, d) = store(2, header(2, 1, &[b]).later());
    let (merge, _) = store(1, header(1, 4, &[c, d]));
    vec![first, second, ours, theirs, merge]
}

impl Header {
    /// The same header at a later second, never before a parent of the small test ledger.
    fn later(mut self) -> Self {
        self.time = "2026-11-23T14:00:03.500Z".into();
        self
    }
}

fn keys(device: &DeviceKeyId) -> Option<DeviceKey> {
    [1, 2]
        .into_iter()
        .map(|n| DeviceKey { public: key(n).public(), member: member(n) })
        .find(|key| key.public.device_id() == *device)
}

fn run(
    entries: &[Stored],
    rules: Rules,
    keys: &dyn Fn(&DeviceKeyId) -> Option<DeviceKey>,
) -> Vec<(Code, u64)> {
    let mut verifier = Verifier::new(rules);
    let mut findings = Vec::new();
    for entry in entries {
        let held = PayloadSeen::Held {
            length: entry.payload.len() as u64,
            hash: payload_hash(&entry.salt, &entry.payload),
        };
        let item = Item {
            line: &entry.line,
            id: None,
            signature: &entry.signature,
            payload: if entry.held { held } else { PayloadSeen::Absent },
        };
        findings.extend(verifier.feed(&item, keys).findings);
    }
    findings.extend(verifier.finish().findings);
    findings.into_iter().map(|finding| (finding.code, finding.number)).collect()
}

const STRICT: Rules =
    Rules { workspace: Some(WORKSPACE), signatures: Signatures::Strict, demand_payloads: true };
const BATCHED: Rules = Rules { signatures: Signatures::Batched, ..STRICT };

fn strict(entries: &[Stored]) -> Vec<(Code, u64)> {
    run(entries, STRICT, &keys)
}

#[test]
fn a_sound_ledger_gives_no_finding() {
    for signatures in [Signatures::Strict, Signatures::Batched, Signatures::Skipped] {
        let rules = Rules { workspace: None, signatures, demand_payloads: true };
        assert_eq!(run(&ledger(), rules, &keys), []);
    }
}

#[test]
fn history_length_is_independent_of_the_stored_order() {
    let sound = ledger();
    let mut swapped = sound.clone();
    swapped.swap(2, 3);
    for entries in [sound, swapped] {
        let mut verifier = Verifier::new(STRICT);
        let ids: Vec<EntryId> = entries
            .iter()
            .map(|entry| {
                let item = Item {
                    line: &entry.line,
                    id: None,
                    signature: &entry.signature,
                    payload: PayloadSeen::Absent,
                };
                verifier.feed(&item, &keys).id
            })
            .collect();
        let lengths: Vec<_> = ids.iter().map(|id| verifier.history_length(id)).collect();
        assert_eq!(lengths, [Some(1), Some(2), Some(3), Some(3), Some(5)]);
        assert_eq!(verifier.history_length(&EntryId([0; 32])), None);
        assert_eq!(verifier.finish().head, ids.last().copied());
    }
}

/// One flipped bit in every byte of every line; in batches for a part of them, as each run checks all signatures.
#[test]
fn every_flipped_byte_of_every_line_is_found_and_named() {
    let sound = ledger();
    for (place, entry) in sound.iter().enumerate() {
        for at in 0..entry.line.len() {
            let mut changed = sound.clone();
            *changed.get_mut(place).unwrap().line.get_mut(at).unwrap() ^= 1 << (at % 8);
            let rules = if at % 5 == 0 { BATCHED } else { STRICT };
            let findings = run(&changed, rules, &keys);
            let number = place as u64 + 1;
            assert!(
                findings.iter().any(|(_, found)| *found == number),
                "entry {number} byte {at}: {findings:?}"
            );
        }
    }
}

#[test]
fn every_flipped_byte_of_signature_payload_and_salt_is_found() {
    let sound = ledger();
    for place in 0..sound.len() {
        let number = place as u64 + 1;
        for at in 0..64 {
            let mut changed = sound.clone();
            *changed.get_mut(place).unwrap().signature.get_mut(at).unwrap() ^= 1;
            assert_eq!(strict(&changed), [(Code::BadSignature, number)]);
            assert_eq!(run(&changed, BATCHED, &keys), [(Code::BadSignature, number)]);
        }
        let length = sound.get(place).unwrap().payload.len();
        for at in 0..length {
            let mut changed = sound.clone();
            *changed.get_mut(place).unwrap().payload.get_mut(at).unwrap() ^= 1;
            assert_eq!(strict(&changed), [(Code::PayloadHash, number)]);
        }
        for at in 0..16 {
            let mut changed = sound.clone();
            *changed.get_mut(place).unwrap().salt.get_mut(at).unwrap() ^= 1;
            assert_eq!(strict(&changed), [(Code::PayloadHash, number)]);
        }
    }
}

#[test]
fn a_removed_entry_is_found() {
    for place in 0..4 {
        let mut changed = ledger();
        changed.remove(place);
        assert!(!strict(&changed).is_empty(), "without entry {}", place + 1);
    }
    // Cutting off the end leaves two ends here; a cut in a straight line is only found by a checkpoint.
    let mut cut = ledger();
    cut.pop();
    assert_eq!(strict(&cut), [(Code::SecondHead, 3)]);
    cut.truncate(2);
    assert_eq!(strict(&cut), []);
}

#[test]
fn swapped_entries_are_found() {
    let mut changed = ledger();
    changed.swap(1, 2);
    let findings = strict(&changed);
    assert!(findings.contains(&(Code::UnknownParent, 2)), "{findings:?}");
    assert!(findings.contains(&(Code::SequenceGap, 2)), "{findings:?}");
    assert!(findings.contains(&(Code::SequenceRepeat, 3)), "{findings:?}");
}

#[test]
fn payload_findings() {
    let mut changed = ledger();
    changed.get_mut(1).unwrap().payload.push(0);
    changed.get_mut(2).unwrap().held = false;
    assert_eq!(
        strict(&changed),
        [(Code::PayloadLength, 2), (Code::PayloadHash, 2), (Code::PayloadMissing, 3)]
    );
    let lenient = Rules { demand_payloads: false, ..STRICT };
    assert_eq!(run(&changed, lenient, &keys), [(Code::PayloadLength, 2), (Code::PayloadHash, 2)]);
}

#[test]
fn a_stored_id_must_be_the_hash() {
    let entries = ledger();
    let entry = entries.first().unwrap();
    let mut verifier = Verifier::new(STRICT);
    let payload = PayloadSeen::Held {
        length: entry.payload.len() as u64,
        hash: payload_hash(&entry.salt, &entry.payload),
    };
    let item = Item { line: &entry.line, id: Some(&[0; 31]), signature: &entry.signature, payload };
    let codes: Vec<Code> = verifier.feed(&item, &keys).findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::WrongId]);
}

#[test]
fn a_signature_of_another_length_is_bad_in_every_mode() {
    let mut changed = ledger();
    changed.get_mut(0).unwrap().signature.pop();
    for signatures in [Signatures::Strict, Signatures::Batched, Signatures::Skipped] {
        assert_eq!(run(&changed, Rules { signatures, ..STRICT }, &keys), [(Code::BadSignature, 1)]);
    }
}

/// Appends a validly signed entry made by `change` from a sound fifth entry; gives the findings.
fn appended(change: impl FnOnce(&mut Header)) -> Vec<(Code, u64)> {
    let mut entries = ledger();
    let last = id_of_bytes(&entries.last().unwrap().line);
    let mut next = header(1, 5, &[last]);
    change(&mut next);
    entries.push(store(1, next).0);
    strict(&entries)
}

#[test]
fn a_signed_entry_that_breaks_a_rule_is_found() {
    assert_eq!(appended(|_| {}), []);
    assert_eq!(appended(|next| next.workspace = Uuid::from_u128(1)), [(Code::OtherWorkspace, 6)]);
    assert_eq!(appended(|next| next.stamp = header(1, 2, &[]).stamp), [(Code::DuplicateStamp, 6)]);
    assert_eq!(appended(|next| next.seq = 4), [(Code::SequenceRepeat, 6)]);
    assert_eq!(appended(|next| next.seq = 7), [(Code::SequenceGap, 6)]);
    assert_eq!(appended(|next| next.actor = member(2)), [(Code::ActorMismatch, 6)]);
    assert_eq!(appended(|next| next.time = "2026-11-23T14:00:03.999Z".into()), [(Code::TimeBeforeParent, 6)]);
    assert_eq!(
        appended(|next| next.parents = vec![EntryId([9; 32])]),
        [(Code::UnknownParent, 6), (Code::SecondHead, 5)]
    );
    assert_eq!(
        appended(|next| {
            next.kind = Kind::Genesis;
            next.parents.clear();
        }),
        [(Code::MisplacedGenesis, 6), (Code::SecondHead, 5)]
    );
    // Signed with key 1, but in the name of the other device.
    assert_eq!(
        appended(|next| {
            next.device = key(2).public().device_id();
            next.actor = member(2);
            next.seq = 2;
        }),
        [(Code::BadSignature, 6)]
    );
    assert_eq!(
        appended(|next| {
            next.device = DeviceKeyId([7; 16]);
            next.seq = 1;
        }),
        [(Code::UnknownDevice, 6)]
    );
}

#[test]
fn a_key_that_is_not_the_devices_is_no_key() {
    let wrong = |_: &DeviceKeyId| Some(DeviceKey { public: key(2).public(), member: member(1) });
    let findings = run(&ledger(), STRICT, &wrong);
    assert!(findings.contains(&(Code::UnknownDevice, 1)), "{findings:?}");
    assert!(!findings.contains(&(Code::UnknownDevice, 4)), "{findings:?}");
}

#[test]
fn a_repeated_entry_is_found_once() {
    let mut entries = ledger();
    entries.push(entries.get(1).unwrap().clone());
    assert_eq!(strict(&entries), [(Code::DuplicateEntry, 6)]);
}

#[test]
fn nothing_is_no_ledger() {
    assert_eq!(strict(&[]), [(Code::EmptyLedger, 0)]);
}

#[test]
fn batches_name_the_bad_ones_across_their_borders() {
    let mut pending = PendingSignatures::default();
    let signer = key(1);
    for number in 1..=1_100u64 {
        let id = entry_id(&number.to_string());
        let over = if [1, 512, 513, 1_100].contains(&number) { entry_id("another") } else { id };
        pending.push(number, id, sign(&signer, &over), signer.public());
    }
    let bad: Vec<u64> = pending.check().iter().map(|finding| finding.number).collect();
    assert_eq!(bad, [1, 512, 513, 1_100]);
}
