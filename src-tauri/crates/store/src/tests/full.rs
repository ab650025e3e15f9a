//! A full disk: a clear error, and nothing that was confirmed is lost.

use super::bench::{World, assert_sound, me, write_system};
use crate::{Act, StoreError, Workspace};

fn pages(ws: &Workspace) -> i64 {
    ws.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap()
}

#[test]
fn a_full_disk_refuses_and_keeps_what_was_confirmed() {
    let world = World::new();
    let mut ws = world.create();
    write_system(&mut ws, "Before");
    let limit = pages(&ws) + 12;
    ws.conn.pragma_update(None, "max_page_count", limit).unwrap();
    let mut confirmed = ws.head().unwrap().entries;
    let actor = me(&ws);
    let refused = loop {
        let act = Act::new(actor, "system.create");
        match ws.write(act, |tx| super::bench::add_system(tx, &"long name ".repeat(300))) {
            Ok(written) => confirmed = written.entry.unwrap().n,
            Err(error) => break error,
        }
        assert!(confirmed < 100, "the limit of {limit} pages never came");
    };
    assert!(matches!(refused, StoreError::DiskFull), "{refused:?}");
    assert_eq!(ws.head().unwrap().entries, confirmed);
    assert_sound(&ws);
    // A body that goes on after the failure changes nothing either.
    let act = Act::new(actor, "system.create");
    let stubborn = ws.write::<_, StoreError>(act, |tx| {
        for _ in 0..40 {
            let _ = super::bench::add_system(tx, &"long name ".repeat(300));
        }
        Ok(())
    });
    assert!(stubborn.is_err(), "{stubborn:?}");
    assert_eq!(ws.head().unwrap().entries, confirmed);
    ws.conn.pragma_update(None, "max_page_count", limit + 1000).unwrap();
    write_system(&mut ws, "After");
    drop(ws);
    let ws = world.open().unwrap();
    assert_eq!(ws.head().unwrap().entries, confirmed + 1);
    assert_sound(&ws);
}
