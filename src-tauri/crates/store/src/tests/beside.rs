//! What verification looks at beside the bytes of recorded rows: rows without a name, bytes that rows name, derived rows.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::bench::{World, add_system, assert_sound, me, verify, write_system};
use super::tamper::{drop_triggers, furnished};
use crate::registry::recorded_tables;
use crate::{Act, HistoryFilter, Page, Problem, StoreError, Verifier, VerifyReport, Workspace};

fn report(world: &World) -> VerifyReport {
    Verifier::open(&world.path(), None).unwrap().run(&mut |_| {}, &|| false).unwrap()
}

fn found<'p>(problems: &'p [Problem], code: &str, table: &str) -> Option<&'p Problem> {
    problems.iter().find(|problem| problem.code == code && problem.table.as_deref() == Some(table))
}

#[test]
fn rows_with_an_empty_or_unreadable_id_are_found() {
    let ws = furnished();
    for id in ["''", "CAST(x'ff41' AS TEXT)"] {
        ws.conn.execute_batch(&format!("INSERT INTO setting VALUES ({id}, 'x', 'k', 'v')")).unwrap();
        let problems = verify(&ws).problems;
        assert!(found(&problems, "row-extra", "setting").is_some(), "{id}: {problems:#?}");
        ws.conn.execute_batch(&format!("DELETE FROM setting WHERE id = {id}")).unwrap();
    }
    let rename = "UPDATE setting SET id = '' WHERE id = (SELECT min(id) FROM setting)";
    ws.conn.execute_batch(rename).unwrap();
    let problems = verify(&ws).problems;
    assert!(found(&problems, "row-extra", "setting").is_some(), "{problems:#?}");
    assert!(found(&problems, "row-missing", "setting").is_some(), "{problems:#?}");
}

#[test]
fn every_column_that_names_a_blob_is_declared() {
    // Hashes of packs and of headers name no bytes of this file.
    const HASHES: [(&str, &str); 3] = [
        ("classification", "pack_sha256"),
        ("gap_assessment", "pack_sha256"),
        ("import_mapping", "header_sha256"),
    ];
    let ws = furnished();
    for table in recorded_tables() {
        let sql = format!("SELECT name FROM pragma_table_info('{}')", table.name);
        let mut statement = ws.conn.prepare(&sql).unwrap();
        let columns: BTreeSet<String> =
            statement.query_map([], |row| row.get(0)).unwrap().map(|name| name.unwrap()).collect();
        let naming = columns
            .iter()
            .map(String::as_str)
            .filter(|name| name.contains("blob") || name.contains("sha256"))
            .filter(|name| !HASHES.contains(&(table.name, name)));
        assert_eq!(naming.collect::<BTreeSet<_>>(), table.blobs.iter().copied().collect(), "{}", table.name);
    }
}

#[test]
fn bytes_that_are_missing_or_that_nothing_names_are_found() {
    let mut ws = furnished();
    let kept: String = ws.conn.query_row("SELECT sha256 FROM blob", [], |row| row.get(0)).unwrap();
    // An undo takes the row back and leaves the bytes; they are known from history.
    let actor = me(&ws);
    let last = ws.head().unwrap().entries;
    ws.undo(last, actor).unwrap();
    assert_sound(&ws);
    ws.conn.execute_batch("INSERT INTO blob VALUES ('ab', 0, 0)").unwrap();
    let problems = verify(&ws).problems;
    assert_eq!(found(&problems, "blob-extra", "blob").unwrap().record.as_deref(), Some("ab"));
    ws.conn.execute_batch("DELETE FROM blob WHERE sha256 = 'ab'").unwrap();
    ws.undo(last + 1, actor).unwrap();
    ws.conn.execute_batch("DELETE FROM blob; DELETE FROM blob_chunk").unwrap();
    let problems = verify(&ws).problems;
    assert_eq!(found(&problems, "blob-missing", "document").unwrap().detail, kept);
}

#[test]
fn derived_rows_that_do_not_fit_are_found_and_made_anew() {
    for (table, edit) in [
        ("touched", "DELETE FROM touched"),
        ("touched", "DELETE FROM touched WHERE entry = 3"),
        ("touched", "UPDATE touched SET record = 'x' WHERE entry = 2 AND tbl = 'ai_system'"),
        ("touched", "INSERT INTO touched VALUES ('', 1, '', '')"),
        ("code_seen", "DELETE FROM code_seen"),
        ("code_seen", "UPDATE code_seen SET last = 0"),
        ("search_doc", "DELETE FROM search_doc"),
    ] {
        let ws = furnished();
        ws.conn.execute_batch(edit).unwrap();
        let problems = verify(&ws).problems;
        assert!(found(&problems, "derived", table).is_some(), "{edit}: {problems:#?}");
        assert_eq!(problems.len(), 1, "{edit}: {problems:#?}");
        ws.rebuild_derived().unwrap();
        assert_sound(&ws);
    }
}

#[test]
fn history_of_a_record_is_whole_again_after_a_rebuild() {
    let mut ws = super::in_memory();
    let id = write_system(&mut ws, "Loans");
    let of = |ws: &Workspace| {
        let filter = HistoryFilter { subject: Some(id), ..HistoryFilter::default() };
        ws.read(|tx| tx.history(&filter, Page::ALL)).unwrap().total
    };
    assert_eq!(of(&ws), 1);
    ws.conn.execute_batch("DELETE FROM touched").unwrap();
    assert_eq!(of(&ws), 0);
    ws.rebuild_derived().unwrap();
    assert_eq!(of(&ws), 1);
}

/// Edits a closed file as another tool would, with its triggers out of the way.
fn tamper(edit: &str) -> World {
    let world = World::new();
    let mut ws = world.create();
    write_system(&mut ws, "Loans");
    let actor = me(&ws);
    ws.write(Act::new(actor, "system.create"), |tx| add_system(tx, "Chat")).unwrap();
    drop(ws);
    let tool = Connection::open(world.path()).unwrap();
    let triggers = drop_triggers(&tool);
    tool.execute_batch(edit).unwrap();
    tool.execute_batch(&triggers).unwrap();
    world
}

#[test]
fn a_file_that_cannot_be_opened_is_verified_all_the_same() {
    let entry = |n: u64| (Some(n), None);
    let table = |name: &'static str| (None, Some(name));
    for (edit, (number, name)) in [
        ("UPDATE entry SET line = 'x' || line WHERE n = 1", entry(1)),
        ("UPDATE entry SET id = x'00' WHERE n = 3", entry(3)),
        ("UPDATE entry SET time = 'noon' WHERE n = 3", entry(3)),
        ("UPDATE payload SET bytes = x'00' WHERE n = 1", entry(1)),
        ("DELETE FROM entry; DELETE FROM payload", (None, None)),
        ("UPDATE member SET roles = '{'", table("member")),
        ("UPDATE member SET kind = 'ghost'", table("member")),
        ("UPDATE device SET admitted_at = 'noon'", table("device")),
        ("UPDATE organisation SET stage1_on = 'soon'", table("organisation")),
        ("DELETE FROM organisation", table("organisation")),
        ("PRAGMA foreign_keys = OFF; DELETE FROM member", table("member")),
        ("DROP INDEX record_kind", table("record")),
        ("DROP TABLE setting", table("setting")),
        ("ALTER TABLE comment ADD COLUMN more TEXT", table("comment")),
        ("UPDATE device_key SET share = x'00'", table("device_key")),
        ("UPDATE device_key SET public_key = 'x'", table("device_key")),
    ] {
        let world = tamper(edit);
        let report = report(&world);
        assert!(!report.ok, "{edit}");
        let named = |problem: &Problem| {
            number.is_none_or(|number| problem.entry == Some(number))
                && name.is_none_or(|name| problem.table.as_deref() == Some(name))
        };
        assert!(report.problems.iter().any(named), "{edit}: {:#?}", report.problems);
    }
}

#[test]
fn triggers_left_out_are_named_with_their_table() {
    let world = World::new();
    drop(world.create());
    drop_triggers(&Connection::open(world.path()).unwrap());
    assert!(matches!(world.open(), Err(StoreError::Damaged(_))));
    let problems = report(&world).problems;
    assert_eq!(problems.len(), 8, "{problems:#?}");
    assert!(found(&problems, "schema", "entry").is_some() && found(&problems, "schema", "payload").is_some());
}

#[test]
fn damaged_pages_are_a_finding() {
    let world = World::new();
    let mut ws = world.create();
    for n in 0..60 {
        write_system(&mut ws, &format!("System {n}"));
    }
    drop(ws);
    let bytes = std::fs::read(world.path()).unwrap();
    let mut named = 0;
    for page in (2..bytes.len() / 4096).step_by(7) {
        let mut changed = bytes.clone();
        changed.get_mut(page * 4096..page * 4096 + 2048).unwrap().fill(0xa5);
        std::fs::write(world.path(), changed).unwrap();
        named += usize::from(!report(&world).ok);
    }
    assert!(named > 3, "{named}");
    // Of a file that is cut in the middle SQLite reads nothing at all.
    std::fs::write(world.path(), bytes.get(..bytes.len() / 2 / 4096 * 4096).unwrap()).unwrap();
    assert!(matches!(Verifier::open(&world.path(), None), Err(StoreError::Damaged(_))));
}

#[test]
fn a_bad_header_does_not_hide_a_bad_payload() {
    let ws = furnished();
    let triggers = drop_triggers(&ws.conn);
    ws.conn
        .execute_batch(
            "UPDATE entry SET line = 'x' || line WHERE n = 3; UPDATE payload SET bytes = x'00' WHERE n = 3",
        )
        .unwrap();
    ws.conn.execute_batch(&triggers).unwrap();
    let problems = verify(&ws).problems;
    let of_third = |code: &str| problems.iter().any(|one| one.entry == Some(3) && one.code == code);
    assert!(of_third("bad-header") && of_third("bad-payload"), "{problems:#?}");
}
