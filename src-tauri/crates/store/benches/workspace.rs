//! Speed of the heart: a signed recorded write below 5 ms, 100,000 entries verified below 5 s, an import of 3,611 systems
//! with 36 fields below 3 s, lists and search over 5,000 systems below 100 ms. Files lie in the system's folder for
//! temporary files; `TMPDIR` chooses another disk.

#![allow(clippy::expect_used)] // a measurement that cannot set up must fail

use std::collections::BTreeSet;
use std::sync::Arc;

use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::role::{Affiliation, Role};
use cairn_domain::system::{SystemStatus, columns};
use cairn_store::table::ai_system::{AiSystem, SystemFilter, SystemSort};
use cairn_store::{
    Act, HistoryFilter, KeyStore, NewWorkspace, Page, Passphrase, Result, StoreError, SystemClock, Workspace,
    WriteTx,
};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn new(passphrase: Option<&str>) -> NewWorkspace {
    NewWorkspace {
        organisation: "Bench".to_owned(),
        language: "en".to_owned(),
        lead_name: "Nora Lind".to_owned(),
        lead_job_title: None,
        lead_affiliation: Affiliation::Staff,
        lead_roles: BTreeSet::from([Role::Lead]),
        device_name: "bench".to_owned(),
        passphrase: passphrase.map(|text| Passphrase::new(text.to_owned())),
        app_version: "0.1.0".to_owned(),
    }
}

/// A workspace in a file, and the folder that goes away with it.
fn on_disk(passphrase: Option<&str>) -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = KeyStore::at(&folder.path().join("config"));
    let path = folder.path().join("bench.cairn");
    let ws = Workspace::create(&path, &new(passphrase), Arc::new(SystemClock), &keys).expect("a workspace");
    (folder, ws)
}

fn act(ws: &Workspace, action: &str) -> Act {
    Act::new(ws.me().expect("a member"), action)
}

/// A system with a value in every field, of the length the federal inventory has on average.
fn add(tx: &mut WriteTx<'_>, n: usize) -> Result<RecordId> {
    let record =
        tx.create_record(RecordKind::System, &format!("System {n} for claims and letters"), None, None)?;
    let mut system = AiSystem::new(record.id, tx.stamp());
    for field in columns() {
        let text = format!("{} of system {n}, in about as many words as people write", field.key);
        system.set_field(field.key, Some(text))?;
    }
    system.set_field("status", SystemStatus::ALL.get(n % 7).map(ToString::to_string))?;
    system.set_field("scope", None)?;
    tx.ai_system().insert(&system)?;
    Ok(record.id)
}

fn import(ws: &mut Workspace, count: usize) -> Vec<RecordId> {
    let act = act(ws, "system.import");
    ws.write(act, |tx| (0..count).map(|n| add(tx, n)).collect::<Result<Vec<_>>>()).expect("imported").value
}

#[divan::bench(args = [None, Some("a passphrase for the bench")], sample_count = 200, sample_size = 1)]
fn signed_write(bencher: Bencher<'_, '_>, passphrase: Option<&str>) {
    let (_folder, mut ws) = on_disk(passphrase);
    let ids = import(&mut ws, 5000);
    let id = *ids.get(2500).expect("a system");
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        let act = act(&ws, "system.update");
        ws.write(act, |tx| tx.ai_system().set(id, &[("notes", format!("note {n}").into())])).expect("written")
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn import_3611_systems(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| on_disk(None)).bench_local_values(|(folder, mut ws)| {
        import(&mut ws, 3611);
        (folder, ws)
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn verify_100_000_entries(bencher: Bencher<'_, '_>) {
    let mut ws = Workspace::in_memory(&new(None), Arc::new(SystemClock)).expect("a workspace");
    let ids = import(&mut ws, 1000);
    for n in 0..99_998 {
        let act = act(&ws, "system.update");
        let id = *ids.get(n % ids.len()).expect("a system");
        ws.write(act, |tx| {
            tx.record().set_title(id, &format!("Title {n}"))?;
            tx.ai_system().set(id, &[("notes", format!("note {n}").into())])
        })
        .expect("written");
    }
    bencher.bench_local(|| {
        let report = ws.verify(&mut |_| {}, &|| false).expect("verified");
        assert!(report.ok && report.entries == 100_000);
    });
}

fn furnished() -> Workspace {
    let mut ws = Workspace::in_memory(&new(None), Arc::new(SystemClock)).expect("a workspace");
    import(&mut ws, 5000);
    ws
}

#[divan::bench]
fn list_first_page_of_5_000(bencher: Bencher<'_, '_>) {
    let ws = furnished();
    let filter = SystemFilter::default();
    bencher.bench_local(|| {
        ws.read(|tx| tx.ai_system().list(&filter, SystemSort::Code, false, Page::first(100)))
    });
}

#[divan::bench]
fn list_all_of_5_000_by_text_and_tier(bencher: Bencher<'_, '_>) {
    let ws = furnished();
    let filter = SystemFilter {
        text: "letters".to_owned(),
        status: vec![SystemStatus::Pilot],
        ..SystemFilter::default()
    };
    bencher.bench_local(|| ws.read(|tx| tx.ai_system().list(&filter, SystemSort::Tier, true, Page::ALL)));
}

#[divan::bench]
fn search_5_000(bencher: Bencher<'_, '_>) {
    let ws = furnished();
    bencher.bench_local(|| ws.read(|tx| tx.search("system 42", &[], 20)));
}

#[divan::bench]
fn history_first_page(bencher: Bencher<'_, '_>) {
    let mut ws = furnished();
    for n in 0..2000 {
        let act = act(&ws, "setting.set");
        ws.write(act, |tx| tx.put_setting("a", &n.to_string())).expect("written");
    }
    bencher.bench_local(|| {
        let page = ws.read(|tx| tx.history(&HistoryFilter::default(), Page::first(50)));
        black_box(page.map(|page| page.total).map_err(|error: StoreError| error.to_string()))
    });
}
