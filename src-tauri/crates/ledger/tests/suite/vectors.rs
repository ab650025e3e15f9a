//! The committed vectors, which were computed without this crate (`vectors/vectors.py`).

use cairn_ledger::chain::{Rules, Signatures};
use cairn_ledger::checkpoint::Signed;
use cairn_ledger::export::{Keys, verify_export};
use cairn_ledger::seal::{inclusion_proof, leaf_hash, merkle_root, verify_inclusion};
use cairn_ledger::{
    Checkpoint, ContentHasher, EntryId, Header, Payload, PublicKey, Signature, SignedCheckpoint, SigningKey,
    payload_hash, sign, signed_bytes, verify, verify_strict,
};
use serde_json::Value;
use uuid::Uuid;

use crate::{crate_path, python};

fn read(name: &str) -> Value {
    let text = std::fs::read_to_string(crate_path(&format!("vectors/{name}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The cases of a list, which is never empty.
fn cases<'a>(vectors: &'a Value, list: &str) -> &'a [Value] {
    let cases = vectors[list].as_array().unwrap();
    assert!(!cases.is_empty());
    cases
}

fn text<'a>(case: &'a Value, member: &str) -> &'a str {
    case[member].as_str().unwrap_or_else(|| panic!("{member} of {case}"))
}

fn bytes(case: &Value, member: &str) -> Vec<u8> {
    hex::decode(text(case, member)).unwrap()
}

fn fixed<const N: usize>(case: &Value, member: &str) -> [u8; N] {
    bytes(case, member).try_into().unwrap()
}

#[test]
fn another_implementation_makes_the_same_vectors() {
    let script = crate_path("vectors/vectors.py");
    let output = python(&[script.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn header_of(fields: &Value) -> Header {
    let parents =
        fields["parents"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().parse().unwrap());
    Header {
        stamp: text(fields, "stamp").parse().unwrap(),
        kind: text(fields, "kind").parse().unwrap(),
        workspace: text(fields, "workspace").parse().unwrap(),
        device: text(fields, "device").parse().unwrap(),
        seq: fields["seq"].as_u64().unwrap(),
        parents: parents.collect(),
        actor: text(fields, "actor").parse().unwrap(),
        action: text(fields, "action").into(),
        subject: fields["subject"].as_str().map(Into::into),
        time: text(fields, "time").into(),
        app: text(fields, "app").into(),
        schema: fields["schema"].as_u64().unwrap().try_into().unwrap(),
        shape: fixed(fields, "shape"),
        payload_length: fields["payload-length"].as_u64().unwrap(),
        payload_hash: fixed(fields, "payload-hash"),
    }
}

#[test]
fn headers() {
    let vectors = read("headers");
    for case in cases(&vectors, "valid") {
        let header = header_of(&case["fields"]);
        assert_eq!(header.to_line().unwrap(), text(case, "line"), "{case}");
        assert_eq!(Header::parse(text(case, "line")), Ok(header.clone()), "{case}");
        assert_eq!(header.id().to_string(), text(case, "id"), "{case}");
    }
    for case in cases(&vectors, "invalid") {
        assert!(Header::parse(text(case, "line")).is_err(), "{case}");
    }
}

#[test]
fn payloads() {
    let vectors = read("payloads");
    for case in cases(&vectors, "valid") {
        let payload = Payload {
            changeset: bytes(case, "changeset"),
            reason: text(case, "reason").into(),
            message: text(case, "message").into(),
        };
        let encoded = bytes(case, "bytes");
        assert_eq!(payload.encode(), encoded, "{case}");
        assert_eq!(Payload::decode(&encoded), Ok(payload), "{case}");
        assert_eq!(payload_hash(&fixed(case, "salt"), &encoded), fixed(case, "hash"), "{case}");
    }
    for case in cases(&vectors, "invalid") {
        assert!(Payload::decode(&bytes(case, "bytes")).is_err(), "{case}");
    }
}

#[test]
fn signatures() {
    let vectors = read("signatures");
    for case in cases(&vectors, "valid") {
        let key = SigningKey::from_bytes(&fixed(case, "seed"));
        let id: EntryId = text(case, "entry").parse().unwrap();
        assert_eq!(key.public().to_string(), text(case, "public_key"));
        assert_eq!(key.public().device_id().to_string(), text(case, "device"));
        assert_eq!(signed_bytes(&id), bytes(case, "signed_bytes"));
        let signature = sign(&key, &id);
        assert_eq!(signature.to_string(), text(case, "signature"));
        assert!(verify_strict(&key.public(), &id, &signature));
    }
    for case in cases(&vectors, "refused") {
        let key = PublicKey::from_bytes(&fixed(case, "public_key")).unwrap();
        let id: EntryId = text(case, "entry").parse().unwrap();
        let signature = Signature(fixed(case, "signature"));
        assert!(!verify_strict(&key, &id, &signature), "{case}");
        // The one that only the strict check refuses: its equation holds.
        assert_eq!(verify(&key, &id, &signature), text(case, "name") == "R of small order", "{case}");
    }
    for case in cases(&vectors, "unusable") {
        assert!(PublicKey::from_bytes(&fixed(case, "public_key")).is_err(), "{case}");
    }
}

#[test]
fn checkpoints() {
    let vectors = read("checkpoints");
    for case in cases(&vectors, "valid") {
        let statement = &case["statement"];
        let hash = |member: &str| statement[member].as_str().map(|_| fixed(statement, member));
        let checkpoint = Checkpoint {
            workspace: text(statement, "workspace").parse::<Uuid>().unwrap(),
            head: text(statement, "head").parse().unwrap(),
            count: statement["count"].as_u64().unwrap(),
            state: hash("state"),
            manifest: hash("manifest"),
        };
        assert_eq!(checkpoint.to_text(), text(case, "body"), "{case}");
        assert_eq!(hex::encode(checkpoint.digest()), text(case, "digest"), "{case}");
        let signed = SignedCheckpoint::parse(text(case, "note")).unwrap();
        assert_eq!(signed.checkpoint, checkpoint);
        let mut again = SignedCheckpoint { checkpoint, signatures: Vec::new() };
        for seed in case["seeds"].as_array().unwrap() {
            let seed: [u8; 32] = hex::decode(seed.as_str().unwrap()).unwrap().try_into().unwrap();
            let key = SigningKey::from_bytes(&seed);
            assert_eq!(signed.verify(&key.public()), Signed::Good);
            again.add(&key);
        }
        assert_eq!(again.to_text(), text(case, "note"));
    }
    for case in cases(&vectors, "invalid") {
        assert!(SignedCheckpoint::parse(text(case, "note")).is_err(), "{case}");
    }
}

#[test]
fn merkle_trees() {
    for case in cases(&read("merkle"), "trees") {
        let events = case["events"].as_array().unwrap();
        let leaves: Vec<_> =
            events.iter().map(|event| leaf_hash(event.as_str().unwrap().as_bytes())).collect();
        let root = merkle_root(&leaves);
        assert_eq!(hex::encode(root), text(case, "root"));
        for (index, proof) in case["proofs"].as_array().unwrap().iter().enumerate() {
            let computed = inclusion_proof(&leaves, index).unwrap();
            let words: Vec<Value> = computed.iter().map(|node| hex::encode(node).into()).collect();
            assert_eq!(proof.as_array().unwrap(), &words);
            assert!(verify_inclusion(&leaves[index], index as u64, leaves.len() as u64, &computed, &root));
        }
    }
}

#[test]
fn contents() {
    for case in cases(&read("content"), "contents") {
        let version = case["version"].as_u64().unwrap().try_into().unwrap();
        let mut hasher = ContentHasher::new(text(case, "domain"), version);
        for step in case["steps"].as_array().unwrap() {
            let value = &step[1];
            hasher = match step[0].as_str().unwrap() {
                "field" => hasher.field(value.as_str().unwrap()),
                "text" => hasher.text(value.as_str().unwrap()),
                "bytes" => hasher.bytes(&hex::decode(value.as_str().unwrap()).unwrap()),
                "integer" => hasher.integer(value.as_i64().unwrap()),
                "boolean" => hasher.boolean(value.as_bool().unwrap()),
                "absent" => hasher.absent(),
                "list" => hasher.list(value.as_u64().unwrap()),
                other => panic!("{other}"),
            };
        }
        assert_eq!(hasher.finish().to_string(), text(case, "hash"), "{case}");
    }
}

#[test]
fn ledger() {
    let vector = read("ledger");
    let keys = Keys::parse(text(&vector, "keys.json")).unwrap();
    assert_eq!(keys.to_json().unwrap(), text(&vector, "keys.json"));
    let rules = Rules { workspace: None, signatures: Signatures::Strict, demand_payloads: false };
    let entries = text(&vector, "entries.jsonl").as_bytes();
    let report = verify_export(entries, &keys, Some(text(&vector, "checkpoint.txt")), rules).unwrap();
    assert_eq!(report.findings, []);
    assert_eq!(Some(report.outcome.entries), vector["entries"].as_u64());
    assert_eq!(Some(report.outcome.absent_payloads), vector["absent_payloads"].as_u64());
    assert_eq!(report.outcome.head.map(|head| head.to_string()).as_deref(), vector["head"].as_str());
}
