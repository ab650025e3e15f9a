//! Every changed byte of what is stored is found and named.

use std::sync::LazyLock;
use std::sync::Mutex;

use cairn_domain::record::RecordKind;
use cairn_domain::state::{DocumentKind, DocumentState};
use proptest::prelude::*;
use rusqlite::Connection;

use super::bench::{assert_sound, me, verify, write_system};
use super::in_memory;
use crate::registry::{TableClass, recorded_tables};
use crate::table::document::Document;
use crate::{Act, Problem, StoreError, TABLES, Workspace};

/// A workspace with something in most places: systems, an update, an undo, a blob, a kept checkpoint, a second device.
pub(super) fn furnished() -> Workspace {
    let mut ws = in_memory();
    let id = write_system(&mut ws, "Loan Scoring");
    let actor = me(&ws);
    ws.write(Act::new(actor, "system.update").because("new name"), |tx| tx.record().set_title(id, "Loans"))
        .unwrap();
    ws.undo(3, actor).unwrap();
    ws.admit_device(actor, "tablet").unwrap();
    ws.write::<_, StoreError>(Act::new(actor, "approval.decide").kind(crate::Kind::Approval), |tx| {
        tx.record_act();
        tx.keep_checkpoint();
        Ok(())
    })
    .unwrap();
    ws.write::<_, StoreError>(Act::new(actor, "evidence.attach"), |tx| {
        tx.record_act();
        tx.put_setting("stage", "one")?;
        let sha256 = tx.put_blob(&mut &b"the minutes"[..])?.sha256;
        let record = tx.create_record(RecordKind::Document, "Minutes", None, None)?;
        let rev = tx.stamp();
        tx.document().insert(&Document {
            id: record.id,
            rev,
            kind: DocumentKind::Soa,
            state: DocumentState::Draft,
            version: 1,
            content_hash: None,
            prepared_by: None,
            reviewed_by: None,
            approved_by: None,
            effective_on: None,
            next_review: None,
            blob: Some(sha256),
        })
    })
    .unwrap();
    ws
}

/// A stored value and how to name its row.
#[derive(Debug, Clone)]
struct Place {
    table: &'static str,
    class: TableClass,
    column: String,
    rowid: i64,
    name: String,
    length: usize,
}

fn places(conn: &Connection) -> Vec<Place> {
    let mut places = Vec::new();
    for table in TABLES.iter().filter(|table| table.class != TableClass::Derived) {
        let sql = format!("SELECT name FROM pragma_table_info('{}')", table.name);
        let mut statement = conn.prepare(&sql).unwrap();
        let columns: Vec<String> =
            statement.query_map([], |row| row.get(0)).unwrap().map(|c| c.unwrap()).collect();
        let first = columns.first().unwrap();
        for column in &columns {
            let sql = format!(
                "SELECT rowid, CAST({first} AS TEXT), length(CAST({column} AS BLOB)) FROM {} \
                 WHERE {column} IS NOT NULL AND typeof({column}) <> 'integer'",
                table.name
            );
            let mut statement = conn.prepare(&sql).unwrap();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                places.push(Place {
                    table: table.name,
                    class: table.class,
                    column: column.clone(),
                    rowid: row.get(0).unwrap(),
                    name: row.get(1).unwrap(),
                    length: usize::try_from(row.get::<_, i64>(2).unwrap()).unwrap(),
                });
            }
        }
    }
    places
}

/// Takes the ledger's triggers away and gives the statements that bring them back.
pub(super) fn drop_triggers(conn: &Connection) -> String {
    let mut statement = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let triggers: Vec<(String, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(|t| t.unwrap()).collect();
    drop(statement);
    for (name, _) in &triggers {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    triggers.into_iter().map(|(_, sql)| format!("{sql};")).collect()
}

/// Changes one bit of a stored value, past everything, and gives what verification finds; then puts it back.
fn flip(ws: &Workspace, place: &Place, at: usize, bit: u8) -> Vec<Problem> {
    let (table, column) = (place.table, &place.column);
    let read = format!("SELECT CAST({column} AS BLOB), typeof({column}) FROM {table} WHERE rowid = ?1");
    let (bytes, kind): (Vec<u8>, String) =
        ws.conn.query_row(&read, [place.rowid], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let write = format!("UPDATE {table} SET {column} = CAST(?1 AS {kind}) WHERE rowid = ?2");
    let store = |bytes: &[u8]| {
        let triggers = drop_triggers(&ws.conn);
        ws.conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        ws.conn.execute(&write, (bytes, place.rowid)).unwrap();
        ws.conn.execute_batch("PRAGMA foreign_keys = ON").unwrap();
        ws.conn.execute_batch(&triggers).unwrap();
    };
    let mut changed = bytes.clone();
    *changed.get_mut(at).unwrap() ^= 1 << bit;
    store(&changed);
    let problems = verify(ws).problems;
    store(&bytes);
    problems
}

fn names(place: &Place, problem: &Problem) -> bool {
    match (place.table, place.class) {
        ("entry" | "payload", _) => problem.entry == u64::try_from(place.rowid).ok(),
        ("device_key" | "checkpoint", _) => problem.table.as_deref() == Some(place.table),
        (_, TableClass::Blob) => problem.table.as_deref().is_some_and(|table| table.starts_with("blob")),
        // A changed id shows as a foreign row and a missing one.
        _ => problem.table.as_deref() == Some(place.table) && problem.record.as_deref() == Some(&place.name),
    }
}

static FURNISHED: LazyLock<Mutex<(Workspace, Vec<Place>)>> = LazyLock::new(|| {
    let ws = furnished();
    assert_sound(&ws);
    let places = places(&ws.conn);
    Mutex::new((ws, places))
});

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn a_changed_bit_anywhere_is_found_and_named(which: prop::sample::Index, at: prop::sample::Index, bit in 0..8u8) {
        let furnished = FURNISHED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (ws, places) = &*furnished;
        let places: Vec<&Place> = places.iter().filter(|place| place.length > 0).collect();
        let place = *which.get(&places);
        let problems = flip(ws, place, at.index(place.length), bit);
        prop_assert!(problems.iter().any(|problem| names(place, problem)), "{place:?}: {problems:#?}");
    }
}

#[test]
fn every_value_of_every_table_is_guarded() {
    let ws = furnished();
    let mut seen = std::collections::BTreeSet::new();
    // One value per table and column: the last byte's lowest bit.
    for place in places(&ws.conn).iter().filter(|place| place.length > 0) {
        if seen.insert((place.table, place.column.clone())) {
            let problems = flip(&ws, place, place.length - 1, 0);
            assert!(problems.iter().any(|problem| names(place, problem)), "{place:?}: {problems:#?}");
        }
    }
    assert!(seen.len() > 40, "{seen:?}");
    assert_sound(&ws);
}

#[test]
fn changed_numbers_are_found() {
    let ws = furnished();
    let cases = [
        ("entry", "n", "UPDATE entry SET n = 77 WHERE n = 3", "UPDATE entry SET n = 3 WHERE n = 77"),
        ("entry", "seq", "UPDATE entry SET seq = 9 WHERE n = 2", "UPDATE entry SET seq = 2 WHERE n = 2"),
        ("payload", "n", "UPDATE payload SET n = 77 WHERE n = 3", "UPDATE payload SET n = 3 WHERE n = 77"),
        ("member", "active", "UPDATE member SET active = 0", "UPDATE member SET active = 1"),
        ("blob", "size", "UPDATE blob SET size = 12", "UPDATE blob SET size = 11"),
        ("blob", "chunks", "UPDATE blob SET chunks = 2", "UPDATE blob SET chunks = 1"),
        ("blob_chunk", "n", "UPDATE blob_chunk SET n = 1", "UPDATE blob_chunk SET n = 0"),
    ];
    for (table, column, change, back) in cases {
        let triggers = drop_triggers(&ws.conn);
        ws.conn.execute_batch(change).unwrap();
        ws.conn.execute_batch(&triggers).unwrap();
        let report = verify(&ws);
        assert!(!report.ok, "{table}.{column}");
        let triggers = drop_triggers(&ws.conn);
        ws.conn.execute_batch(back).unwrap();
        ws.conn.execute_batch(&triggers).unwrap();
    }
    assert_sound(&ws);
}

#[test]
fn rows_added_or_taken_away_past_the_ledger_are_named() {
    let ws = furnished();
    for table in recorded_tables() {
        let id: Option<String> =
            crate::row::first(&ws.conn, &format!("SELECT id FROM {} LIMIT 1", table.name), [], |row| {
                row.get(0)
            })
            .unwrap();
        let Some(id) = id else { continue };
        let copy = format!("CREATE TEMP TABLE kept AS SELECT * FROM main.{}", table.name);
        ws.conn.execute_batch(&format!("PRAGMA foreign_keys = OFF; {copy}")).unwrap();
        ws.conn.execute(&format!("DELETE FROM {} WHERE id = ?1", table.name), [&id]).unwrap();
        let report = verify(&ws);
        let named =
            |problem: &Problem| problem.code == "row-missing" && problem.record.as_deref() == Some(&id);
        assert!(report.problems.iter().any(named), "{}: {:#?}", table.name, report.problems);
        let back = format!(
            "INSERT OR IGNORE INTO main.{} SELECT * FROM temp.kept; DROP TABLE temp.kept",
            table.name
        );
        ws.conn.execute_batch(&back).unwrap();
    }
    assert_sound(&ws);
    ws.conn
        .execute_batch("INSERT INTO setting VALUES ('01900000-0000-7000-8000-000000000001', 'x', 'k', 'v')")
        .unwrap();
    let report = verify(&ws);
    let extra: Vec<&Problem> = report.problems.iter().collect();
    assert_eq!(extra.len(), 1);
    assert_eq!((extra[0].code.as_str(), extra[0].table.as_deref()), ("row-extra", Some("setting")));
}

#[test]
fn entries_cut_out_or_dropped_triggers_are_found() {
    let ws = furnished();
    let triggers = drop_triggers(&ws.conn);
    let report = verify(&ws);
    assert!(report.problems.iter().any(|problem| problem.code == "schema"));
    ws.conn.execute_batch("DELETE FROM entry WHERE n = 3; DELETE FROM payload WHERE n = 3").unwrap();
    ws.conn.execute_batch(&triggers).unwrap();
    let codes: Vec<String> = verify(&ws).problems.into_iter().map(|problem| problem.code).collect();
    for code in ["unknown-parent", "sequence-gap", "entry-number"] {
        assert!(codes.iter().any(|found| found == code), "{code}: {codes:?}");
    }
}

#[test]
fn history_cut_behind_a_kept_checkpoint_is_found() {
    let ws = furnished();
    let triggers = drop_triggers(&ws.conn);
    ws.conn
        .execute_batch(
            "DELETE FROM entry WHERE n >= 5; DELETE FROM payload WHERE n >= 5; DELETE FROM setting; \
             DELETE FROM document; DELETE FROM record WHERE kind = 'document'; DELETE FROM blob; DELETE FROM blob_chunk; \
             DELETE FROM device WHERE number = 1; DELETE FROM device_key WHERE rowid = 2",
        )
        .unwrap();
    ws.conn.execute_batch(&triggers).unwrap();
    let problems = verify(&ws).problems;
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert_eq!(problems[0].code, "checkpoint-head");
}

#[test]
fn verification_stops_when_asked_and_tells_how_far_it_is() {
    let ws = furnished();
    let cancelled = ws.verify(&mut |_| {}, &|| true);
    assert!(matches!(cancelled, Err(StoreError::Cancelled)));
    let mut stages = std::collections::BTreeSet::new();
    let report = ws
        .verify(
            &mut |progress| {
                stages.insert(progress.stage);
            },
            &|| false,
        )
        .unwrap();
    assert!(stages.contains(&crate::VerifyStage::Ledger));
    assert_eq!((report.entries, report.blobs), (7, 1));
    assert_eq!(report.checkpoint.unwrap(), ws.checkpoint().unwrap());
}

#[test]
fn an_entry_of_a_revoked_device_is_found() {
    let mut ws = furnished();
    let actor = me(&ws);
    let device = ws.device().unwrap();
    ws.admit_device(actor, "phone").unwrap();
    ws.write::<_, StoreError>(Act::new(actor, "device.revoke").kind(crate::Kind::Device), |tx| {
        let mut row = tx.device().get(crate::table::device::device_row_id(&device))?;
        row.revoked_at = Some(tx.time().clone());
        tx.device().update(&row)
    })
    .unwrap();
    assert_sound(&ws);
    let act = Act::new(actor, "setting.set");
    let refused = ws.write::<_, StoreError>(act.clone(), |tx| tx.put_setting("stage", "two"));
    assert!(matches!(refused, Err(StoreError::NoKey)));
    // A program that does not ask signs all the same; the signature is good, the device is not.
    let shape = ws.chain.shape(ws.schema).unwrap();
    let pen = ws.pen(ws.identity.as_ref().unwrap(), ws.schema, &shape);
    pen.write::<_, StoreError>(act, |tx| tx.put_setting("stage", "two")).unwrap();
    let report = verify(&ws);
    let codes: Vec<_> = report.problems.iter().map(|problem| problem.code.as_str()).collect();
    assert_eq!(codes, ["device-not-admitted"], "{:#?}", report.problems);
    assert_eq!(report.problems.first().unwrap().entry, Some(ws.head().unwrap().entries));
}
