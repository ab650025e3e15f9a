//! The schema chain both ways: an older file is brought on, a newer one refused; replay and the past go through it.

use std::sync::Arc;
use std::time::Duration;

use cairn_domain::record::RecordKind;
use cairn_domain::state::FileState;

use super::bench::{World, assert_sound, new_workspace, write_system};
use crate::connection::connect;
use crate::schema::{Chain, MIGRATIONS, Migration};
use crate::table::evidence_use::EvidenceUse;
use crate::workspace::Opening;
use crate::{Kind, StoreError, Workspace};

/// The newest format of this program.
const NOW: u32 = MIGRATIONS[MIGRATIONS.len() - 1].version;
const NEXT: Migration = Migration {
    version: NOW + 1,
    name: "test",
    sql: "ALTER TABLE setting ADD COLUMN note TEXT; CREATE INDEX setting_key ON setting(key);",
    shape: "a1c33f97ec1b610c27d613395a07f54c2e89c889163f17f956bda2d108356f11",
};
const LONGER: &[Migration] = &[
    MIGRATIONS[0],
    MIGRATIONS[1],
    MIGRATIONS[2],
    MIGRATIONS[3],
    MIGRATIONS[4],
    MIGRATIONS[5],
    MIGRATIONS[6],
    NEXT,
];
/// What files were made with before files of a request were judged one by one.
const UP_TO_HELD: &[Migration] =
    &[MIGRATIONS[0], MIGRATIONS[1], MIGRATIONS[2], MIGRATIONS[3], MIGRATIONS[4], MIGRATIONS[5]];
static HELD: Chain = Chain::new(UP_TO_HELD);
static LATER: Chain = Chain::new(LONGER);

fn opening<'a>(world: &'a World, chain: &'static Chain) -> Opening<'a> {
    Opening {
        passphrase: None,
        version: "0.2.0",
        clock: Arc::clone(&world.clock),
        keys: &world.keys,
        chain,
        patience: Duration::from_millis(50),
        backups: None,
    }
}

#[test]
fn an_older_file_is_brought_on_with_an_entry() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "Before");
    drop(ws);
    let mut ws = Workspace::open_with(&world.path(), opening(&world, &LATER)).unwrap();
    let head = ws.head().unwrap().entries;
    let entry = ws.read(|tx| tx.entry(head)).unwrap();
    assert_eq!((entry.kind, entry.message.key.as_str()), (Kind::Schema, "history-schema-migrate"));
    ws.write(crate::Act::new(ws.me().unwrap(), "system.update"), |tx| tx.record().set_title(id, "After"))
        .unwrap();
    assert_sound(&ws);
    let kept = world.folder.path().join(format!("northwind.cairn.before-format-{}", NOW + 1));
    let clock = Arc::clone(&world.clock);
    let before = Workspace::open(&kept, None, "0.1.0", clock, &crate::KeyStore::none()).unwrap();
    assert_eq!(before.head().unwrap().entries, 2);
    let past = ws.as_of(2).unwrap();
    assert_eq!(past.read(|tx| tx.record().get(id)).unwrap().title, "Before");
    ws.undo(4, ws.me().unwrap()).unwrap();
    assert_sound(&ws);
    drop(ws);
    // A program that does not know that version refuses it.
    let refused = world.open();
    assert!(matches!(refused, Err(StoreError::NewerFormat { found, supported: NOW }) if found == NOW + 1));
}

#[test]
fn a_restored_older_file_gets_its_new_key_before_the_migration() {
    let world = World::new();
    let mut ws = world.create();
    write_system(&mut ws, "Before");
    let backup = std::fs::read(world.path()).unwrap();
    write_system(&mut ws, "After the backup");
    let old = ws.device().unwrap();
    drop(ws);
    std::fs::write(world.path(), backup).unwrap();
    let ws = Workspace::open_with(&world.path(), opening(&world, &LATER)).unwrap();
    assert_ne!(ws.device().unwrap(), old);
    let entries = ws.read(|tx| tx.history(&crate::HistoryFilter::default(), crate::Page::ALL)).unwrap().rows;
    let kinds: Vec<Kind> = entries.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [Kind::Schema, Kind::Device, Kind::Change, Kind::Genesis]);
    let signed = |n| ws.read(|tx| tx.proof(n)).unwrap().device;
    assert_eq!((signed(4), signed(3)), (ws.device().unwrap(), old));
    assert_sound(&ws);
}

#[test]
fn an_older_file_that_cannot_be_brought_on_is_refused_and_verified() {
    let world = World::new();
    drop(world.create());
    let mut stranger = opening(&world, &LATER);
    let keys = crate::KeyStore::none();
    stranger.keys = &keys;
    let refused = Workspace::open_with(&world.path(), stranger);
    assert!(
        matches!(refused, Err(StoreError::OlderFormat { found: NOW, supported }) if supported == NOW + 1)
    );
    let mut permissions = std::fs::metadata(world.path()).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(world.path(), permissions).unwrap();
    let refused = Workspace::open_with(&world.path(), opening(&world, &LATER));
    assert!(matches!(refused, Err(StoreError::OlderFormat { .. })));
    let verifier = crate::Verifier::open(&world.path(), None).unwrap();
    assert!(verifier.run(&mut |_| {}, &|| false).unwrap().ok);
}

#[test]
fn a_new_file_runs_the_same_chain() {
    let world = World::new();
    std::fs::write(world.path(), b"").unwrap();
    let conn = connect(&world.path(), None, true).unwrap();
    let clock = Arc::clone(&world.clock);
    let ws = Workspace::begin(conn, Some(&world.path()), &new_workspace(None), clock, &world.keys, &LATER)
        .unwrap();
    assert_eq!(ws.info().unwrap().format, NOW + 1);
    assert_sound(&ws);
    drop(ws);
    Workspace::open_with(&world.path(), opening(&world, &LATER)).unwrap();
}

#[test]
fn uses_of_evidence_from_before_files_were_judged_come_through_without_a_state() {
    let world = World::new();
    std::fs::write(world.path(), b"").unwrap();
    let conn = connect(&world.path(), None, true).unwrap();
    let clock = Arc::clone(&world.clock);
    let mut ws =
        Workspace::begin(conn, Some(&world.path()), &new_workspace(None), clock, &world.keys, &HELD).unwrap();
    let me = ws.me().unwrap();
    let written = ws.write(crate::Act::new(me, "evidence.attach"), |tx| {
        let request = tx.create_record(RecordKind::EvidenceRequest, "Signed policy", None, None)?.id;
        let evidence = tx.create_record(RecordKind::Evidence, "policy.pdf", None, None)?.id;
        let uploaded_at = tx.time().to_string();
        let (id, stamp) = (tx.fresh_id().to_string(), tx.stamp().to_string());
        let conn = tx.connection();
        conn.execute(
            "INSERT INTO evidence (id, rev, reference, uploaded_at) VALUES (?1, ?2, 'shelf 3', ?3)",
            (evidence.to_string(), &stamp, uploaded_at),
        )?;
        conn.execute(
            "INSERT INTO evidence_use (id, rev, evidence, record, note) VALUES (?1, ?2, ?3, ?4, 'page 2')",
            (id, &stamp, evidence.to_string(), request.to_string()),
        )?;
        Ok::<_, StoreError>(request)
    });
    let request = written.unwrap().value;
    drop(ws);
    let mut ws = world.open().unwrap();
    assert_eq!(ws.info().unwrap().format, NOW);
    let old = ws.read(|tx| tx.evidence_use().of(request)).unwrap().remove(0);
    assert_eq!(
        (old.note.as_deref(), old.state, old.state_on.as_ref(), old.reason.as_ref()),
        (Some("page 2"), None, None, None)
    );
    let judged =
        EvidenceUse { state: Some(FileState::Refused), reason: Some("Not signed".to_owned()), ..old.clone() };
    ws.write(crate::Act::new(me, "request.judge"), |tx| tx.evidence_use().update(&judged)).unwrap();
    assert_sound(&ws);
    assert_eq!(ws.as_of(2).unwrap().read(|tx| tx.evidence_use().get(old.id)).unwrap().state, None);
    ws.undo(ws.head().unwrap().entries, me).unwrap();
    assert_eq!(ws.read(|tx| tx.evidence_use().get(old.id)).unwrap().state, None);
    assert_sound(&ws);
}

#[test]
fn a_locked_file_is_busy() {
    let world = World::new();
    let mut ws = world.create();
    ws.set_patience(Duration::from_millis(50)).unwrap();
    let other = world.tool();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let opened = Workspace::open_with(&world.path(), opening(&world, &crate::schema::CHAIN));
    assert!(matches!(opened, Err(StoreError::Busy)), "{:?}", opened.err());
    let written = ws.write(crate::Act::new(ws.me().unwrap(), "setting.set"), |tx| tx.put_setting("a", "b"));
    assert!(matches!(written, Err(StoreError::Busy)), "{written:?}");
    other.execute_batch("COMMIT").unwrap();
    ws.write(crate::Act::new(ws.me().unwrap(), "setting.set"), |tx| tx.put_setting("a", "b")).unwrap();
    assert_sound(&ws);
}
