//! Speed of the ledger's part of two promises: 100,000 entries verified below 5 s on two cores, a signed write below 5 ms.
//! One run here is 20,000 entries on one core.

#![allow(clippy::unwrap_used)] // a measurement that cannot set up must fail

use std::sync::LazyLock;

use cairn_ledger::chain::{DeviceKey, Item, PayloadSeen, Rules, Signatures, Verifier};
use cairn_ledger::{DeviceKeyId, Header, Kind, Payload, Signature, SigningKey, entry_id, payload_hash, sign};
use divan::{Bencher, black_box};
use uuid::Uuid;

const ENTRIES: u64 = 20_000;
const MEMBER: Uuid = Uuid::from_u128(3);

fn main() {
    divan::main();
}

fn key() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

fn header() -> Header {
    Header {
        stamp: Uuid::from_u128(1),
        kind: Kind::Genesis,
        workspace: Uuid::from_u128(2),
        device: key().public().device_id(),
        seq: 1,
        parents: Vec::new(),
        actor: MEMBER,
        action: "systems.update".into(),
        subject: Some(Uuid::from_u128(4).to_string()),
        time: "2026-11-23T14:00:00.000Z".into(),
        app: "cairn/0.1.0".into(),
        schema: 1,
        shape: [1; 32],
        payload_length: 0,
        payload_hash: [0; 32],
    }
}

static LEDGER: LazyLock<Vec<(String, Signature)>> = LazyLock::new(|| {
    let (key, mut header) = (key(), header());
    (1..=ENTRIES)
        .map(|seq| {
            header.stamp = Uuid::from_u128(u128::from(seq));
            header.seq = seq;
            let line = header.to_line().unwrap();
            let id = entry_id(&line);
            header.kind = Kind::Change;
            header.parents = vec![id];
            (line, sign(&key, &id))
        })
        .collect()
});

#[divan::bench(args = ["skipped", "batched", "strict"], sample_count = 5)]
fn verify_20_000_entries(bencher: Bencher<'_, '_>, mode: &str) {
    let signatures = match mode {
        "skipped" => Signatures::Skipped,
        "batched" => Signatures::Batched,
        _ => Signatures::Strict,
    };
    let public = key().public();
    let keys = move |_: &DeviceKeyId| Some(DeviceKey { public, member: MEMBER });
    let ledger = &*LEDGER;
    bencher.bench(|| {
        let mut verifier = Verifier::new(Rules { workspace: None, signatures, demand_payloads: true });
        for (line, signature) in ledger {
            let payload = PayloadSeen::Held { length: 0, hash: [0; 32] };
            let item = Item { line: line.as_bytes(), id: None, signature: signature.as_bytes(), payload };
            assert!(verifier.feed(&item, &keys).findings.is_empty());
        }
        assert!(verifier.finish().findings.is_empty());
    });
}

#[divan::bench]
fn make_one_entry(bencher: Bencher<'_, '_>) {
    let (key, template) = (key(), header());
    let payload = Payload { changeset: vec![7; 2_000], reason: "why".into(), message: "m".into() };
    bencher.bench(|| {
        let bytes = payload.encode();
        let mut header = template.clone();
        header.payload_length = bytes.len() as u64;
        header.payload_hash = payload_hash(&[1; 16], &bytes);
        let line = header.to_line().unwrap();
        sign(&key, &entry_id(black_box(&line)))
    });
}
