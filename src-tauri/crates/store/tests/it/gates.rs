//! What a file must pass before it is trusted, and who may write.

use std::time::Duration;

use cairn_store::{Act, Clock, KeyStore, Kind, StoreError, SystemClock, Workspace};
use rusqlite::Connection;

use crate::bench::{World, assert_sound, me, verify, write_system};

fn refusal(world: &World) -> StoreError {
    world.open().err().unwrap()
}

#[test]
fn what_is_no_database_is_refused() {
    let world = World::new();
    assert!(matches!(refusal(&world), StoreError::Missing(_)));
    for bytes in [&b""[..], b"%PDF-1.7 something", &[0u8; 8192], &b"PK\x03\x04".repeat(2048)] {
        std::fs::write(world.path(), bytes).unwrap();
        assert!(matches!(refusal(&world), StoreError::NotAWorkspace(_)), "{:?}", bytes.get(..4));
    }
    std::fs::remove_file(world.path()).unwrap();
    std::fs::create_dir(world.path()).unwrap();
    assert!(matches!(refusal(&world), StoreError::NotAWorkspace(_) | StoreError::Io(_)));
}

#[test]
fn a_database_of_another_program_is_refused() {
    let world = World::new();
    world.tool().execute_batch("CREATE TABLE t(x); INSERT INTO t VALUES (1)").unwrap();
    assert!(matches!(refusal(&world), StoreError::NotAWorkspace(_)));
    world.tool().execute_batch("PRAGMA application_id = 0x4369726e; PRAGMA user_version = 1").unwrap();
    assert!(matches!(refusal(&world), StoreError::Damaged(_)));
}

#[test]
fn anything_foreign_in_the_schema_is_refused_and_named() {
    let foreign = [
        ("CREATE TRIGGER spy AFTER INSERT ON setting BEGIN DELETE FROM comment; END", "trigger spy"),
        ("CREATE VIEW peek AS SELECT * FROM record", "view peek"),
        ("CREATE TABLE more(x)", "table more"),
        ("CREATE INDEX quick ON record(title)", "index quick"),
        ("ALTER TABLE setting ADD COLUMN extra TEXT", "table setting"),
        ("DROP TRIGGER entry_update", "trigger entry_update"),
    ];
    for (sql, name) in foreign {
        let world = World::new();
        drop(world.create());
        world.tool().execute_batch(sql).unwrap();
        let error = refusal(&world);
        assert!(matches!(&error, StoreError::Damaged(what) if what.contains(name)), "{sql}: {error}");
    }
}

#[test]
fn a_newer_format_is_refused_with_both_numbers() {
    let world = World::new();
    drop(world.create());
    world.tool().execute_batch("PRAGMA user_version = 99").unwrap();
    assert!(matches!(refusal(&world), StoreError::NewerFormat { found: 99, supported: 7 }));
    world.tool().execute_batch("PRAGMA user_version = 0").unwrap();
    assert!(matches!(refusal(&world), StoreError::NotAWorkspace(_)));
}

#[test]
fn a_damaged_page_is_found_on_the_first_opening_of_an_unknown_file() {
    let world = World::new();
    let mut ws = world.create();
    for n in 0..40 {
        write_system(&mut ws, &format!("System {n}"));
    }
    drop(ws);
    let mut bytes = std::fs::read(world.path()).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes.get_mut(middle..middle + 512).unwrap().fill(0xa5);
    std::fs::write(world.path(), bytes).unwrap();
    let elsewhere = KeyStore::at(&world.folder.path().join("elsewhere"));
    let opened = Workspace::open(&world.path(), None, "0.1.0", world.clock.clone(), &elsewhere);
    assert!(matches!(opened, Err(StoreError::Damaged(_))), "{:?}", opened.err());
}

#[test]
fn passphrases_are_asked_for_and_checked() {
    let world = World::new();
    let mut ws = world.create_encrypted("correct horse battery");
    assert!(ws.is_encrypted() && ws.is_key_protected());
    let id = write_system(&mut ws, "Secret system");
    drop(ws);
    assert!(matches!(refusal(&world), StoreError::PassphraseNeeded));
    assert!(matches!(world.open_with(Some("wrong")).err().unwrap(), StoreError::WrongPassphrase));
    let bytes = std::fs::read(world.path()).unwrap();
    assert!(!bytes.windows(13).any(|part| part == b"Secret system"));
    assert!(!bytes.starts_with(b"SQLite format 3"));
    let mut ws = world.open_with(Some("correct horse battery")).unwrap();
    assert_eq!(ws.read(|tx| tx.record().get(id)).unwrap().title, "Secret system");
    write_system(&mut ws, "Another");
    assert_sound(&ws);
    let report = ws.verifier().unwrap().run(&mut |_| {}, &|| false).unwrap();
    assert!(report.ok, "{:#?}", report.problems);
    assert!(!format!("{:?}", cairn_store::Passphrase::new("hush".to_owned())).contains("hush"));
}

#[test]
fn a_passphrase_given_for_a_plain_file_is_not_needed() {
    let world = World::new();
    drop(world.create());
    assert!(!world.open_with(Some("anything")).unwrap().is_encrypted());
}

#[test]
fn a_write_protected_file_can_be_read() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "A");
    drop(ws);
    let mut permissions = std::fs::metadata(world.path()).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(world.path(), permissions).unwrap();
    let mut ws = world.open().unwrap();
    assert!(ws.is_read_only());
    assert_eq!(ws.read(|tx| tx.record().get(id)).unwrap().title, "A");
    let act = Act::new(me(&ws), "system.update");
    assert!(matches!(ws.write(act, |tx| tx.record().set_title(id, "B")), Err(StoreError::ReadOnly)));
    assert_sound(&ws);
}

#[test]
fn two_windows_take_turns_and_notice_each_other() {
    let world = World::new();
    let mut one = world.create();
    let mut two = world.open().unwrap();
    let version = one.data_version().unwrap();
    let before = one.head().unwrap().entries;
    write_system(&mut two, "From the second window");
    assert_ne!(one.data_version().unwrap(), version);
    let news = one.read(|tx| tx.entries_since(before, 10)).unwrap();
    assert_eq!(news.len(), 1);
    assert_eq!(news[0].action, "system.create");
    let id = write_system(&mut one, "From the first window");
    assert_eq!(two.read(|tx| tx.record().get(id)).unwrap().code.as_deref(), Some("AI-002"));
    assert_sound(&two);
    let report = one.verifier().unwrap().run(&mut |_| {}, &|| false).unwrap();
    assert!(report.ok && report.entries == 3);
}

#[test]
fn a_held_file_is_busy_and_free_again_later() {
    let world = World::new();
    let mut ws = world.create();
    ws.set_patience(Duration::from_millis(20)).unwrap();
    let other = world.tool();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let written = ws.write(Act::new(me(&ws), "setting.set"), |tx| tx.put_setting("a", "b"));
    assert!(matches!(written, Err(StoreError::Busy)), "{written:?}");
    other.execute_batch("ROLLBACK").unwrap();
    write_system(&mut ws, "A");
    assert_sound(&ws);
}

#[test]
fn without_a_key_of_this_computer_nothing_is_written() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "A");
    let actor = me(&ws);
    drop(ws);
    let elsewhere = KeyStore::at(&world.folder.path().join("elsewhere"));
    let mut ws = Workspace::open(&world.path(), None, "0.1.0", world.clock.clone(), &elsewhere).unwrap();
    assert_eq!(ws.me(), None);
    assert_eq!(ws.read(|tx| tx.record().get(id)).unwrap().title, "A");
    let act = Act::new(actor, "system.update");
    assert!(matches!(ws.write(act, |tx| tx.record().set_title(id, "B")), Err(StoreError::NoKey)));
    assert_sound(&ws);
}

#[test]
fn nobody_acts_in_the_name_of_another() {
    let world = World::new();
    let mut ws = world.create();
    let stranger = cairn_domain::id::MemberId(SystemClock.fresh());
    let written = ws.write(Act::new(stranger, "setting.set"), |tx| tx.put_setting("a", "b"));
    assert!(matches!(written, Err(StoreError::NoKey)));
    assert_eq!(ws.head().unwrap().entries, 1);
}

#[test]
fn a_second_member_signs_with_a_key_of_their_own() {
    use cairn_domain::record::RecordKind;
    use cairn_store::table::member::Member;
    let world = World::new();
    let mut ws = world.create();
    let lead = me(&ws);
    let act = Act::new(lead, "member.create").kind(Kind::Member);
    let second = ws
        .write(act, |tx| {
            let record = tx.create_record(RecordKind::Member, "Ole Berg", None, None)?;
            let first = tx.member().by_id(lead)?;
            let row = Member { id: record.id, rev: tx.stamp(), job_title: None, ..first };
            tx.member().insert(&row)?;
            Ok::<_, StoreError>(record.id.into())
        })
        .unwrap()
        .value;
    assert!(matches!(ws.act_as(second), Err(StoreError::NoKey)));
    ws.admit_device(second, "Ole's laptop").unwrap();
    ws.act_as(second).unwrap();
    let id = write_system(&mut ws, "Ole's system");
    assert_eq!(ws.read(|tx| tx.record().get(id)).unwrap().code.as_deref(), Some("AI-B001"));
    assert_sound(&ws);
    drop(ws);
    assert_eq!(world.open().unwrap().me(), Some(lead), "the first member comes first");
}

#[test]
fn a_restored_older_file_gets_a_new_key_before_it_writes() {
    let world = World::new();
    let mut ws = world.create();
    write_system(&mut ws, "A");
    let backup = std::fs::read(world.path()).unwrap();
    write_system(&mut ws, "B");
    drop(ws);
    std::fs::write(world.path(), backup).unwrap();
    let mut ws = world.open().unwrap();
    assert_eq!(ws.read(|tx| tx.device().count()).unwrap(), 1);
    let id = write_system(&mut ws, "C");
    let record = ws.read(|tx| tx.record().get(id)).unwrap();
    assert_eq!(record.code.as_deref(), Some("AI-B001"), "never the code that B has in the other copy");
    assert_eq!(ws.read(|tx| tx.device().count()).unwrap(), 2);
    assert_sound(&ws);
    drop(ws);
    let mut ws = world.open().unwrap();
    write_system(&mut ws, "D");
    assert_eq!(ws.read(|tx| tx.device().count()).unwrap(), 2);
    assert_sound(&ws);
}

#[test]
fn copies_are_whole_encrypted_and_never_overwrite() {
    let world = World::new();
    let mut ws = world.create_encrypted("correct horse battery");
    let id = write_system(&mut ws, "A");
    let copy = world.folder.path().join("copy.cairn");
    ws.backup(&copy).unwrap();
    assert!(matches!(ws.backup(&copy), Err(StoreError::Exists(_))));
    drop(ws);
    std::fs::rename(&copy, world.path()).unwrap();
    assert!(matches!(refusal(&world), StoreError::PassphraseNeeded));
    let ws = world.open_with(Some("correct horse battery")).unwrap();
    assert_eq!(ws.read(|tx| tx.record().get(id)).unwrap().title, "A");
    assert_sound(&ws);
}

#[test]
fn an_empty_passphrase_makes_no_file() {
    let world = World::new();
    let new = crate::bench::new_workspace(Some(""));
    let made = Workspace::create(&world.path(), &new, world.clock.clone(), &world.keys);
    assert!(matches!(made, Err(StoreError::WrongPassphrase)));
    assert!(!world.path().exists());
}

#[test]
fn a_key_admitted_past_the_ledger_is_found() {
    let world = World::new();
    let ws = world.create();
    drop(ws);
    let tool: Connection = world.tool();
    tool.execute_batch(
        "INSERT INTO device_key SELECT '00112233445566778899aabbccddeeff', member, public_key, share FROM device_key",
    )
    .unwrap();
    let report = verify(&world.open().unwrap());
    assert_eq!(report.problems.len(), 1);
    assert_eq!(report.problems[0].code, "device-key");
}
