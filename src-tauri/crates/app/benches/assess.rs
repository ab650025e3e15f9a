//! Speed of the assessment of many systems: 5,000 stored decisions under another version of the rules below 2 s, their
//! list and the queue below 100 ms, a line of the gap analysis below 100 ms, the gap report as PDF below 300 ms.

#![allow(clippy::expect_used)] // a measurement that cannot set up must fail

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use cairn_app::host::{Host, Settings};
use cairn_domain::record::RecordKind;
use cairn_domain::role::{Affiliation, Role};
use cairn_domain::rules::{Answers, RulePack};
use cairn_domain::state::ClassificationState;
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::classification::Classification;
use cairn_store::{Act, KeyStore, NewWorkspace, SystemClock, Workspace};
use divan::Bencher;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The rules the decisions were made by; the newest ones are compared with them.
const OLDER: &str = include_str!("../../../../assets/rules/eu-ai-act-2024-07-12.json");
const EXAMPLES: &str = include_str!("../../domain/tests-data/eu-ai-act-examples.json");
const SYSTEMS: usize = 5_000;

fn main() {
    divan::main();
}

/// Answers of the labelled examples, over and over.
fn answers() -> Vec<Answers> {
    let file: Value = serde_json::from_str(EXAMPLES).expect("examples");
    let examples = file["examples"].as_array().expect("a list").iter();
    let whole = |example: &Value| {
        let mut all = file["defaults"].as_object().expect("defaults").clone();
        all.extend(example["answers"].as_object().expect("answers").clone());
        serde_json::from_value(json!({ "answers": all })).expect("answers")
    };
    examples.map(whole).collect()
}

/// A workspace with 5,000 systems, each decided by the older rules.
fn write_workspace(path: &Path, keys: &KeyStore) {
    let new = NewWorkspace {
        organisation: "Bench".to_owned(),
        language: "en".to_owned(),
        lead_name: "Nora Lind".to_owned(),
        lead_job_title: None,
        lead_affiliation: Affiliation::Staff,
        lead_roles: BTreeSet::from([Role::Lead]),
        device_name: "bench".to_owned(),
        passphrase: None,
        app_version: "0.1.0".to_owned(),
    };
    let mut ws = Workspace::create(path, &new, Arc::new(SystemClock), keys).expect("a workspace");
    let pack = RulePack::parse(OLDER).expect("the older rules");
    let sha256 = hex::encode(Sha256::digest(OLDER.as_bytes()));
    let examples = answers();
    let me = ws.me().expect("a member");
    ws.write(Act::new(me, "classification.decide"), |tx| {
        for n in 0..SYSTEMS {
            let given = &examples[n % examples.len()];
            let decision = pack.evaluate(given);
            let system = tx.create_record(RecordKind::System, &format!("System {n}"), None, None)?;
            let row = AiSystem::new(system.id, tx.stamp());
            tx.ai_system().insert(&row)?;
            let record = tx.create_record(RecordKind::Decision, &format!("Decision {n}"), Some(me), None)?;
            let (rev, now) = (tx.stamp(), tx.time().clone());
            tx.classification().insert(&Classification {
                id: record.id,
                rev,
                system: system.id,
                pack: pack.file().id.clone(),
                pack_version: pack.file().version.clone(),
                pack_sha256: sha256.clone(),
                answers: serde_json::to_value(&given.answers).expect("answers"),
                notes: json!({}),
                tier: decision.tier.clone(),
                result: Some(serde_json::to_value(&decision).expect("a decision")),
                provisional: false,
                state: ClassificationState::Decided,
                decided_by: Some(me),
                decided_at: Some(now),
                review_on: None,
                facts: Some(json!({ "purpose": "Sorts letters" })),
            })?;
        }
        Ok::<(), cairn_store::StoreError>(())
    })
    .expect("written");
}

/// A host with a workspace of its own open, and the folder that goes away with it.
fn opened(make: impl Fn(&Host, &Path)) -> (tempfile::TempDir, Host) {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings {
        config: folder.path().join("config"),
        clock: Arc::new(SystemClock),
        version: "0.1.0".to_owned(),
        sink: Arc::new(|_| {}),
        opener: None,
    };
    let host = Host::new(settings).expect("a host");
    make(&host, &folder.path().join("bench.cairn"));
    (folder, host)
}

fn job(host: &Host, name: &str, input: Value) -> Value {
    let id = host.start_job(name).expect("a job");
    host.run_job(&id, name, input).expect(name)
}

fn many() -> (tempfile::TempDir, Host) {
    opened(|host, path| {
        let config = path.parent().expect("a folder").join("config");
        write_workspace(path, &KeyStore::at(&config));
        let file = host.admit(path);
        host.call("workspace.open", json!({ "file": file.token, "passphrase": null })).expect("opened");
    })
}

fn sample() -> (tempfile::TempDir, Host) {
    opened(|host, path| {
        let file = host.admit(path);
        job(host, "workspace.sample", json!({ "file": file.token }));
    })
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn other_rules_for_5_000_decisions(bencher: Bencher<'_, '_>) {
    let (_folder, host) = many();
    bencher.bench_local(|| {
        let found = host.call("classification.compare", json!({})).expect("compared");
        assert_eq!(found["decided"], SYSTEMS);
        found
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn list_of_5_000_decisions(bencher: Bencher<'_, '_>) {
    let (_folder, host) = many();
    bencher.bench_local(|| host.call("classification.list", json!({})).expect("listed"));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn place_in_the_queue(bencher: Bencher<'_, '_>) {
    let (_folder, host) = many();
    bencher.bench_local(|| host.call("classification.queue", json!({ "pack": "gdpr" })).expect("a place"));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn similar_answers_among_5_000(bencher: Bencher<'_, '_>) {
    let (_folder, host) = many();
    let queue = host.call("classification.queue", json!({ "pack": "gdpr" })).expect("a place");
    let input = json!({ "system": queue["next"]["id"], "question": "subject" });
    bencher.bench_local(|| host.call("classification.similar", input.clone()).expect("answers"));
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn a_gap_line_and_the_tree(bencher: Bencher<'_, '_>) {
    let (_folder, host) = sample();
    bencher.bench_local(|| {
        let line = host.call("gap.get", json!({ "requirement": "6.1.2" })).expect("a line");
        (line, host.call("gap.list", json!({})).expect("the tree"))
    });
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn gap_report_as_pdf(bencher: Bencher<'_, '_>) {
    let (folder, host) = sample();
    let file = host.admit(&folder.path().join("gap.pdf"));
    bencher.bench_local(|| {
        let input = json!({ "kind": "gap", "format": "pdf", "file": file.token });
        job(&host, "report.export", input)
    });
}
