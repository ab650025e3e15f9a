//! The text files that Rust writes, judged by Rust and by `verify.py`: both must find the same in the same places.

use cairn_ledger::chain::{Rules, Signatures};
use cairn_ledger::export::{CHECKPOINT_FILE, Keys, verify_export};
use cairn_ledger::{Checkpoint, EntryId, Kind, sign};
use uuid::Uuid;

use crate::sample::{Bundle, WORKSPACE, entry, header, key, keys, member};
use crate::{crate_path, python};

type Found = Vec<(String, u64)>;

fn rules(signatures: Signatures) -> Rules {
    Rules { workspace: None, signatures, demand_payloads: false }
}

fn found_by_rust(bundle: &Bundle, signatures: Signatures) -> Found {
    let Ok(keys) = Keys::parse(&bundle.keys) else { return vec![("bad-keys".into(), 0)] };
    let entries = bundle.entries();
    let report =
        verify_export(entries.as_slice(), &keys, bundle.checkpoint.as_deref(), rules(signatures)).unwrap();
    let mut found: Found =
        report.findings.iter().map(|finding| (finding.code.to_string(), finding.number)).collect();
    found.sort();
    found
}

fn found_by_python(bundle: &Bundle, options: &[&str]) -> Found {
    let folder = tempfile::tempdir().unwrap();
    bundle.write(folder.path());
    let script = crate_path("verify.py");
    let mut arguments = vec![script.to_str().unwrap(), folder.path().to_str().unwrap(), "--json"];
    arguments.extend_from_slice(options);
    let output = python(&arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    let result: serde_json::Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("verify.py: {error}: {errors}"));
    let mut found: Found = result["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| (finding["code"].as_str().unwrap().to_owned(), finding["number"].as_u64().unwrap()))
        .collect();
    found.sort();
    assert_eq!(output.status.code(), Some(i32::from(!found.is_empty())), "{errors}");
    assert_eq!(result["ok"].as_bool(), Some(found.is_empty()));
    found
}

/// Both verifiers find exactly `expected`, in every way to check signatures.
fn expect(name: &str, bundle: &Bundle, expected: &[(&str, u64)]) {
    let mut expected: Found = expected.iter().map(|(code, number)| ((*code).to_owned(), *number)).collect();
    expected.sort();
    assert_eq!(found_by_rust(bundle, Signatures::Strict), expected, "{name}: Rust, strict");
    assert_eq!(found_by_rust(bundle, Signatures::Batched), expected, "{name}: Rust, batched");
    assert_eq!(found_by_python(bundle, &[]), expected, "{name}: verify.py");
}

/// The sound bundle after `change`.
fn changed(change: impl FnOnce(&mut Bundle)) -> Bundle {
    let mut bundle = Bundle::sound();
    change(&mut bundle);
    bundle
}

/// The sound bundle with one more signed entry, made by `change` from a sound one.
fn appended(change: impl FnOnce(&mut cairn_ledger::Header)) -> Bundle {
    changed(|bundle| {
        let mut next = header(1, 5, &[bundle.head()], 9);
        change(&mut next);
        bundle.append(1, next);
    })
}

#[test]
fn a_sound_ledger_passes_both_verifiers() {
    expect("sound", &Bundle::sound(), &[]);
    expect("no checkpoint", &changed(|bundle| bundle.checkpoint = None), &[]);
    expect("checkpoint of an earlier head", &appended(|_| {}), &[]);
}

#[test]
fn reading_gives_back_what_was_written() {
    let bundle = Bundle::sound();
    let read: Vec<_> = cairn_ledger::export::RecordReader::new(bundle.entries().as_slice())
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(read, bundle.records);
}

#[test]
fn a_changed_entry_is_found_by_both() {
    let orphaned = [("bad-signature", 1), ("second-head", 1), ("unknown-parent", 2), ("checkpoint-count", 0)];
    let renamed = |b: &mut Bundle| b.record(0).line = b.record(0).line.replace("update", "delete");
    expect("header", &changed(renamed), &orphaned);
    let last = &[("bad-signature", 5), ("checkpoint-head", 0)];
    expect("last header", &changed(|b| b.record(4).line = b.record(4).line.replace("0.1.0", "0.1.1")), last);
    let unreadable = [("bad-header", 4), ("unknown-parent", 5), ("checkpoint-count", 0)];
    let respelt = |b: &mut Bundle| b.record(3).line = b.record(3).line.replace('\t', " ");
    expect("header form", &changed(respelt), &unreadable);
    expect("signature", &changed(|b| b.record(2).signature.0[63] ^= 1), &[("bad-signature", 3)]);
    let other = |b: &mut Bundle| b.record(3).signature = sign(&key(1), &EntryId([1; 32]));
    expect("signature of another entry", &changed(other), &[("bad-signature", 4)]);
    expect("payload", &changed(|b| *b.body(1).payload.last_mut().unwrap() ^= 1), &[("payload-hash", 2)]);
    expect("salt", &changed(|b| b.body(1).salt[0] ^= 1), &[("payload-hash", 2)]);
    let longer = [("payload-length", 1), ("payload-hash", 1), ("bad-payload", 1)];
    expect("longer payload", &changed(|b| b.body(0).payload.push(0)), &longer);
}

#[test]
fn removed_moved_and_repeated_entries_are_found_by_both() {
    let without_branch = changed(|b| drop(b.records.remove(3)));
    expect("removed", &without_branch, &[("unknown-parent", 4), ("checkpoint-count", 0)]);
    let cut = changed(|b| drop(b.records.pop()));
    expect("cut off", &cut, &[("checkpoint-head", 0), ("second-head", 3)]);
    let swapped = changed(|b| b.records.swap(1, 2));
    let found = found_by_rust(&swapped, Signatures::Strict);
    assert!(found.contains(&("unknown-parent".into(), 2)), "{found:?}");
    assert_eq!(found, found_by_python(&swapped, &[]));
    expect("branches in the other order", &changed(|b| b.records.swap(2, 3)), &[]);
    expect("repeated", &changed(|b| b.records.push(b.records[1].clone())), &[("duplicate-entry", 6)]);
    expect("empty", &changed(|b| b.records.clear()), &[("empty-ledger", 0), ("checkpoint-head", 0)]);
}

#[test]
fn a_signed_entry_that_breaks_a_rule_is_found_by_both() {
    let stamp = header(1, 2, &[], 0).stamp;
    expect("workspace", &appended(|h| h.workspace = Uuid::from_u128(1)), &[("other-workspace", 6)]);
    expect("stamp", &appended(|h| h.stamp = stamp), &[("duplicate-stamp", 6)]);
    expect("gap", &appended(|h| h.seq = 6), &[("sequence-gap", 6)]);
    expect("repeat", &appended(|h| h.seq = 1), &[("sequence-repeat", 6)]);
    expect("actor", &appended(|h| h.actor = member(2)), &[("actor-mismatch", 6)]);
    expect("time", &appended(|h| h.time = "2026-11-23T14:00:02.999Z".into()), &[("time-before-parent", 6)]);
    let unknown = [("unknown-parent", 6), ("second-head", 5)];
    expect("parent", &appended(|h| h.parents = vec![EntryId([9; 32])]), &unknown);
    let genesis = appended(|h| {
        h.kind = Kind::Genesis;
        h.parents.clear();
    });
    expect("genesis", &genesis, &[("misplaced-genesis", 6), ("second-head", 5)]);
    let other_device = appended(|h| {
        h.device = key(2).public().device_id();
        h.actor = member(2);
        h.seq = 2;
    });
    expect("device", &other_device, &[("bad-signature", 6)]);
    let no_payload = changed(|b| {
        let next = header(1, 5, &[b.head()], 9);
        b.records.push(entry(1, next, b"not a payload".to_vec()));
    });
    expect("payload form", &no_payload, &[("bad-payload", 6)]);
}

#[test]
fn broken_text_is_found_by_both() {
    let text = |change: fn(String) -> Vec<u8>| {
        changed(|b| b.entries = Some(change(String::from_utf8(b.entries_text()).unwrap())))
    };
    let first = |found: &str, bundle: &Bundle| {
        let rust = found_by_rust(bundle, Signatures::Strict);
        assert!(rust.iter().any(|(code, _)| code == found), "{found}: {rust:?}");
        assert_eq!(rust, found_by_python(bundle, &[]));
    };
    first("bad-record", &text(|t| t.trim_end().into()));
    first("bad-record", &text(|t| t.replacen('\n', "\n\n", 1).into()));
    first("bad-record", &text(|t| t.replacen("\"salt\"", "\"salz\"", 1).into()));
    first("bad-record", &text(|t| t.replacen("\"line\":", "\"line\":\"\",\"line\":", 1).into()));
    first("bad-record", &text(|t| t.replacen("\"signature\":\"", "\"signature\":\"A", 1).into()));
    first("bad-record", &text(|t| t.replacen("cairn-entry/1", "\\ud800", 1).into()));
    first("bad-record", &text(|t| [t.as_bytes(), b"\xff\n"].concat()));
    first("bad-header", &text(|t| t.replacen("cairn-entry/1", "cairn-entry/2", 1).into()));
    expect("keys", &changed(|b| b.keys = b.keys.replace("cairn-keys/1", "cairn-keys/2")), &[("bad-keys", 0)]);
    let device = key(1).public().device_id().to_string();
    let named = |b: &mut Bundle| b.keys = b.keys.replace(&device, &"0".repeat(32));
    expect("wrong device id", &changed(named), &[("bad-keys", 0)]);
    expect("missing key", &changed(|b| b.keys = keys(&[1])), &[("unknown-device", 4)]);
}

#[test]
fn a_false_checkpoint_is_found_by_both() {
    let stated = |change: fn(&mut Checkpoint)| {
        changed(|b| {
            let mut statement = b.statement();
            change(&mut statement);
            b.checkpoint = Some(statement.sign(&key(1)).to_text());
        })
    };
    expect("count", &stated(|c| c.count = 4), &[("checkpoint-count", 0)]);
    expect("head", &stated(|c| c.head = EntryId([1; 32])), &[("checkpoint-head", 0)]);
    expect("workspace", &stated(|c| c.workspace = member(9)), &[("checkpoint-workspace", 0)]);
    let unsigned = changed(|b| b.checkpoint = Some(b.statement().sign(&key(3)).to_text()));
    expect("unknown key", &unsigned, &[("checkpoint-signature", 0)]);
    let altered = changed(|b| b.checkpoint = b.checkpoint.take().map(|note| note.replace("\n5\n", "\n6\n")));
    expect("altered", &altered, &[("checkpoint-count", 0), ("checkpoint-signature", 0)]);
    let broken = changed(|b| b.checkpoint = b.checkpoint.take().map(|note| note.replace('—', "-")));
    expect("broken", &broken, &[("bad-checkpoint", 0)]);
}

/// What only a checkpoint kept elsewhere can show: the holder of all keys writes another history.
#[test]
fn a_rewritten_history_is_found_by_a_remembered_checkpoint() {
    let remembered = Bundle::sound().checkpoint.unwrap();
    let mut rewritten = Bundle { checkpoint: None, records: Vec::new(), keys: keys(&[1]), entries: None };
    let mut other = header(1, 1, &[], 0);
    other.action = "workspace.create".into();
    rewritten.append(1, other);
    expect("rewritten", &rewritten, &[]);
    rewritten.checkpoint = Some(remembered);
    expect("rewritten, remembered", &rewritten, &[("checkpoint-head", 0)]);
}

#[test]
fn options_of_the_script() {
    let forged = changed(|b| b.record(2).signature.0[63] ^= 1);
    assert_eq!(found_by_python(&forged, &["--signatures", "checkpoints"]), []);
    let sound = Bundle::sound();
    assert_eq!(found_by_python(&sound, &["--demand-payloads"]), [("payload-missing".to_owned(), 3)]);
    assert_eq!(found_by_python(&sound, &["--workspace", &WORKSPACE.to_string()]), []);
    let elsewhere = found_by_python(&sound, &["--workspace", &member(1).to_string()]);
    assert_eq!(elsewhere.len(), 6, "{elsewhere:?}");
    let folder = tempfile::tempdir().unwrap();
    sound.write(folder.path());
    let kept = folder.path().join("kept.txt");
    std::fs::copy(folder.path().join(CHECKPOINT_FILE), &kept).unwrap();
    assert_eq!(
        found_by_python(&changed(|b| b.checkpoint = None), &["--checkpoint", kept.to_str().unwrap()]),
        []
    );
}

#[test]
fn exit_codes_and_words_of_the_script() {
    let script = crate_path("verify.py");
    let script = script.to_str().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let run = |arguments: &[&str]| python(&[&[script], arguments].concat());
    assert_eq!(run(&[path]).status.code(), Some(3), "nothing there");
    assert_eq!(run(&[]).status.code(), Some(2));
    let mut bundle = Bundle::sound();
    bundle.write(folder.path());
    let all = run(&[path]);
    assert_eq!(all.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&all.stdout).contains("those of all entries and of the checkpoints"));
    let few = run(&[path, "--signatures", "checkpoints"]);
    assert_eq!(few.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&few.stdout).contains("those of the entries were NOT checked"));
    assert_eq!(run(&[path, "--signatures", "some"]).status.code(), Some(2));
    assert_eq!(run(&[path, "--openssl", "/nonexistent/openssl"]).status.code(), Some(3));
    assert_eq!(
        run(&[path, "--openssl", "true"]).status.code(),
        Some(3),
        "an openssl that says yes to everything"
    );
    std::fs::remove_file(folder.path().join(CHECKPOINT_FILE)).unwrap();
    assert_eq!(run(&[path, "--signatures", "checkpoints"]).status.code(), Some(2));
    bundle.record(0).signature.0[0] ^= 1;
    bundle.write(folder.path());
    let bad = run(&[path]);
    assert_eq!(bad.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&bad.stdout).contains("entry 1: bad-signature"));
}

/// Bytes changed at random places of the three files: both verifiers say the same, whatever it is, and never nothing
/// about `entries.jsonl` unless the JSON still means the same. `CAIRN_CHANGES` says how many places.
#[test]
fn changes_at_random_are_judged_alike() {
    let rounds = std::env::var("CAIRN_CHANGES").map_or(12, |count| count.parse::<u32>().unwrap());
    let sound = Bundle::sound();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..rounds {
        // Xorshift: the same places in every run.
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let byte = random.to_be_bytes()[1];
        let place = |length: usize| usize::try_from(random % length as u64).unwrap();
        let mut bundle = sound.clone();
        match byte % 4 {
            0 => {
                let mut keys = bundle.keys.into_bytes();
                let at = place(keys.len());
                keys[at] = b' ' + byte % 95;
                bundle.keys = String::from_utf8(keys).unwrap();
            }
            1 => {
                let note = bundle.checkpoint.take().unwrap();
                let at = place(note.chars().count());
                let swap = |(n, old)| if n == at { char::from(b' ' + byte % 95) } else { old };
                bundle.checkpoint = Some(note.chars().enumerate().map(swap).collect());
            }
            _ => {
                let mut entries = bundle.entries_text();
                let at = place(entries.len());
                entries[at] ^= 1 << (byte >> 5);
                bundle.entries = Some(entries);
            }
        }
        let found = found_by_rust(&bundle, Signatures::Strict);
        let round = format!("{random:x}: {:?}", bundle.entries.as_deref().map(String::from_utf8_lossy));
        assert_eq!(found, found_by_python(&bundle, &[]), "{round}");
        let read = |bundle: &Bundle| {
            cairn_ledger::export::RecordReader::new(bundle.entries().as_slice())
                .collect::<Result<Vec<_>, _>>()
                .ok()
        };
        if read(&bundle) != read(&sound) {
            assert_ne!(found, [], "{round}");
        }
    }
}
