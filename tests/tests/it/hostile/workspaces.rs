//! Workspace files: a changed file is refused, or its check finds what was changed, or nothing that counts was.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use cairn_app::ScriptedClock;
use cairn_store::{EntryId, KeyStore, StoreError, Workspace};
use cairn_tests::World;
use proptest::prelude::*;
use serde_json::json;

use super::{Edit, cases, edits, mutate};

const WORDS: &[&str] = &[
    "SQLite format 3\0",
    "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END",
    "CREATE VIEW ",
    "CREATE TABLE ",
    "sqlite_master",
    "\0\0\0\0",
    "\u{ff}\u{ff}",
];

/// What a whole file holds.
struct Seed {
    bytes: Vec<u8>,
    head: EntryId,
    names: Vec<String>,
}

static SEED: LazyLock<Seed> = LazyLock::new(|| {
    let world = World::with_workspace();
    for name in ["Invoice reader", "Shift planner", "Loan scoring", "Chat on the website"] {
        let made = world.call("system.create", json!({"name": name, "values": {"purpose": "To help"}}));
        world.call("comment.create", json!({"record": made["id"], "body": "Seen on site"}));
    }
    world.call("workspace.close", json!({}));
    let bytes = std::fs::read(world.path("harbour.cairn")).unwrap();
    let (head, names) = look(&world.path("harbour.cairn")).unwrap().unwrap();
    Seed { bytes, head, names }
});

/// Opens a file as a computer that has never seen it, checks it, and says what it holds; nothing when the check finds
/// something.
fn look(path: &Path) -> Result<Option<(EntryId, Vec<String>)>, StoreError> {
    let keys = tempfile::tempdir().unwrap();
    let start = "2026-11-24T08:00:00.000Z".parse().unwrap();
    let clock = Arc::new(ScriptedClock::new(&start, 1000, 7));
    let ws = Workspace::open(path, None, "0.1.0", clock, &KeyStore::at(keys.path()))?;
    let Some(verifier) = ws.verifier() else { return Ok(None) };
    let report = verifier.run(&mut |_| {}, &|| false)?;
    if !report.ok {
        return Ok(None);
    }
    let names = ws.read(|tx| {
        let mut names = Vec::new();
        for system in tx.ai_system().all()? {
            names.push(tx.record().get(cairn_store::Row::id(&system))?.title);
        }
        Ok::<_, StoreError>(names)
    })?;
    Ok(Some((ws.head()?.id, names)))
}

fn must_hold(bytes: &[u8]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("changed.cairn");
    std::fs::write(&path, bytes).unwrap();
    if let Ok(Some((head, names))) = look(&path) {
        prop_assert_eq!(head, SEED.head);
        prop_assert_eq!(&names, &SEED.names);
    }
    Ok(())
}

/// The same changes, all within the first hundred bytes, where SQLite says how to read the rest.
fn in_the_header(edits: &[Edit]) -> Vec<u8> {
    let (head, rest) = SEED.bytes.split_at(100);
    [mutate(head, edits, WORDS), rest.to_vec()].concat()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_changed_file_is_refused_or_found_or_unharmed(edits in edits()) {
        must_hold(&mutate(&SEED.bytes, &edits, WORDS))?;
    }

    #[test]
    fn a_changed_header_is_refused_or_found_or_unharmed(edits in edits()) {
        must_hold(&in_the_header(&edits))?;
    }

    #[test]
    fn changed_values_in_place_are_refused_or_found_or_unharmed(
        places in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = SEED.bytes.clone();
        for (at, byte) in places {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        must_hold(&bytes)?;
    }
}

#[test]
fn the_seed_itself_opens_and_holds_its_systems() {
    assert_eq!(SEED.names.len(), 4);
    must_hold(&SEED.bytes).unwrap();
}

#[test]
fn a_file_that_breaks_off_is_refused_or_found() {
    for share in [1, 10, 50, 90, 99] {
        let bytes = &SEED.bytes[..SEED.bytes.len() * share / 100];
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("short.cairn");
        std::fs::write(&path, bytes).unwrap();
        assert!(!matches!(look(&path), Ok(Some(_))), "{share} %");
    }
}

#[test]
fn changes_all_over_a_file_come_to_each_of_the_three_ends() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("changed.cairn");
    let (mut refused, mut found, mut unharmed) = (0, 0, 0);
    for part in 0..80 {
        let mut bytes = SEED.bytes.clone();
        let at = bytes.len() / 80 * part + 97;
        bytes[at] ^= 0x10;
        std::fs::write(&path, bytes).unwrap();
        match look(&path) {
            Err(_) => refused += 1,
            Ok(None) => found += 1,
            Ok(Some((head, names))) => {
                assert_eq!((head, &names), (SEED.head, &SEED.names), "byte {at}");
                unharmed += 1;
            }
        }
    }
    assert!(
        refused > 0 && found > 0 && unharmed > 0,
        "{refused} refused, {found} found, {unharmed} unharmed"
    );
}
