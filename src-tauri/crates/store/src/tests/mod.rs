//! Tests that look behind the public face: they edit rows past the ledger, as another program would.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that meets the unexpected stops")]

#[path = "../../tests/it/bench.rs"]
mod bench;
mod beside;
mod changesets;
mod deeds;
mod full;
mod properties;
mod tamper;
mod upgrade;

use std::sync::Arc;

use rusqlite::types::Value as Sql;

use crate::registry::recorded_tables;
use crate::{ScriptedClock, Workspace};

/// 64 cases, unless `PROPTEST_CASES` asks for another number.
fn cases() -> proptest::test_runner::Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = proptest::test_runner::Config { max_shrink_iters: 500, ..Default::default() };
    if asked { default } else { proptest::test_runner::Config { cases: 64, ..default } }
}

fn in_memory() -> Workspace {
    let start = "2026-11-23T08:00:00.000Z".parse().unwrap();
    Workspace::in_memory(&bench::new_workspace(None), Arc::new(ScriptedClock::new(&start, 1000, 5))).unwrap()
}

/// All recorded rows without `rev`.
fn dump(ws: &Workspace) -> Vec<(&'static str, Vec<Sql>)> {
    let mut rows = Vec::new();
    for table in recorded_tables() {
        let shape = ws.chain.shape(ws.schema).unwrap();
        let columns: Vec<&str> = shape
            .columns(table.name)
            .unwrap()
            .iter()
            .map(String::as_str)
            .filter(|name| *name != "rev")
            .collect();
        let sql = format!("SELECT {} FROM {} ORDER BY id", columns.join(", "), table.name);
        let mut statement = ws.conn.prepare(&sql).unwrap();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            rows.push((table.name, (0..columns.len()).map(|at| row.get(at).unwrap()).collect()));
        }
    }
    rows
}
