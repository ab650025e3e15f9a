//! Changesets from elsewhere: read as rows of our tables, or refused; applied wholly, or not at all.

use proptest::prelude::*;
use proptest::sample::Index;
use rusqlite::session::{ChangesetItem, ConflictAction, ConflictType};

use super::bench::{me, write_system};
use super::{cases, dump, in_memory};
use crate::changes::walk;
use crate::{Act, Workspace};

/// Every changeset of a small history: rows made, changed and taken away.
fn changesets() -> (Workspace, Vec<Vec<u8>>) {
    let mut ws = in_memory();
    let id = write_system(&mut ws, "Loan Scoring");
    let actor = me(&ws);
    ws.write(Act::new(actor, "system.update"), |tx| tx.record().set_title(id, "Loans")).unwrap();
    ws.undo(3, actor).unwrap();
    let sql = "SELECT bytes FROM payload ORDER BY n";
    let mut statement = ws.conn.prepare(sql).unwrap();
    let payloads: Vec<Vec<u8>> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    drop(statement);
    let read = |bytes: &Vec<u8>| cairn_ledger::Payload::decode(bytes).unwrap().changeset;
    let all = payloads.iter().map(read).collect();
    (ws, all)
}

fn changed(seed: &[u8], edits: &[(Index, u8, u8)]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for (at, sort, byte) in edits {
        if bytes.is_empty() {
            break;
        }
        let at = at.index(bytes.len());
        match sort % 5 {
            0 => drop(bytes.remove(at)),
            1 => bytes.insert(at, *byte),
            2 => bytes.truncate(at),
            _ => bytes[at] = *byte,
        }
    }
    bytes
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_changed_changeset_is_read_or_refused_and_applied_wholly_or_not_at_all(
        which in any::<Index>(),
        edits in proptest::collection::vec(any::<(Index, u8, u8)>(), 1..6),
    ) {
        let (ws, seeds) = changesets();
        let bytes = changed(&seeds[which.index(seeds.len())], &edits);
        let shape = ws.chain.shape(ws.schema).unwrap();
        let mut rows = 0;
        let walked = walk(&bytes, &shape, |row| {
            let change = row.to_change();
            let columns = shape.columns(&change.table).unwrap();
            assert!(change.columns.iter().all(|one| columns.contains(&one.column)));
            rows += 1;
            Ok(())
        });
        prop_assert!(rows <= bytes.len());
        let before = dump(&ws);
        let abort = |_: ConflictType, _: &ChangesetItem| ConflictAction::SQLITE_CHANGESET_ABORT;
        let applied = ws.conn.apply_strm(&mut bytes.as_slice(), None::<fn(&str) -> bool>, abort);
        if applied.is_err() || (walked.is_ok() && rows == 0) {
            prop_assert_eq!(dump(&ws), before);
        }
    }
}
