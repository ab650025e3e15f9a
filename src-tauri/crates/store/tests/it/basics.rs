//! Creating, writing, reading, history, undo, search, as-of.

use cairn_domain::record::RecordKind;
use cairn_domain::system::SystemStatus;
use cairn_store::table::ai_system::{SystemFilter, SystemSort};
use cairn_store::table::evidence::Evidence;
use cairn_store::table::link::Link;
use cairn_store::{Act, HistoryFilter, Kind, Page, RowAction, StoreError, TableClass, Value};

use crate::bench::{World, add_system, assert_sound, me, write_system};

#[test]
fn a_new_workspace_holds_its_organisation_and_verifies() {
    let world = World::new();
    let ws = world.create();
    let info = ws.info().unwrap();
    assert_eq!((info.organisation.as_str(), info.head.entries, info.encrypted), ("Northwind Care", 1, false));
    assert!(info.tables.iter().any(|(table, rows)| table.name == "member" && *rows == 1));
    assert_eq!(info.tables.iter().filter(|(table, _)| table.class == TableClass::Ledger).count(), 4);
    assert_sound(&ws);
    assert!(!ws.is_key_protected());
    assert!(matches!(
        cairn_store::Workspace::create(
            &world.path(),
            &crate::bench::new_workspace(None),
            world.clock.clone(),
            &world.keys
        ),
        Err(StoreError::Exists(_))
    ));
}

#[test]
fn what_an_interrupted_creation_left_behind_bars_no_second_one() {
    let world = World::new();
    std::fs::write(world.path(), b"").unwrap();
    assert_sound(&world.create());
    std::fs::remove_file(world.path()).unwrap();
    std::fs::write(world.path(), b"x").unwrap();
    let new = crate::bench::new_workspace(None);
    let refused = cairn_store::Workspace::create(&world.path(), &new, world.clock.clone(), &world.keys);
    assert!(matches!(refused, Err(StoreError::Exists(_))));
    assert_eq!(std::fs::read(world.path()).unwrap(), b"x");
}

#[test]
fn what_was_written_is_there_after_reopening() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "Loan Scoring");
    drop(ws);
    let ws = world.open().unwrap();
    let (record, system) =
        ws.read(|tx| Ok::<_, StoreError>((tx.record().get(id)?, tx.ai_system().get(id)?))).unwrap();
    assert_eq!((record.code.as_deref(), record.title.as_str()), (Some("AI-001"), "Loan Scoring"));
    assert_eq!(system.field("purpose"), Some("what Loan Scoring is for"));
    assert_eq!(record.rev, system.rev);
    assert_sound(&ws);
}

#[test]
fn a_failed_or_empty_write_leaves_no_entry() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "A");
    let before = ws.head().unwrap();
    let act = Act::new(me(&ws), "system.update");
    let failed = ws.write(act.clone(), |tx| {
        tx.record().set_title(id, "B")?;
        Err::<(), _>(StoreError::Cancelled)
    });
    assert!(matches!(failed, Err(StoreError::Cancelled)));
    let nothing = ws.write(act.clone(), |tx| tx.record().set_title(id, "A")).unwrap();
    assert_eq!((nothing.value, nothing.entry), (false, None));
    assert_eq!(ws.head().unwrap(), before);
    let acted = ws.write::<_, StoreError>(act, |tx| {
        tx.record_act();
        Ok(())
    });
    assert_eq!(acted.unwrap().entry.unwrap().n, 3);
    assert_sound(&ws);
}

#[test]
fn a_reference_to_nothing_is_named_and_nothing_is_written() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "A");
    let act = Act::new(me(&ws), "link.create");
    let refused = ws.write(act, |tx| {
        let nowhere = cairn_domain::id::RecordId(tx.fresh_id());
        let link = Link {
            id: cairn_domain::id::RecordId(tx.fresh_id()),
            rev: tx.stamp(),
            from_record: id,
            to_record: nowhere,
            relation: "related".to_owned(),
            note: None,
        };
        tx.link().insert(&link)
    });
    assert!(matches!(&refused, Err(StoreError::Reference { table, .. }) if table == "link"), "{refused:?}");
    assert_eq!(ws.head().unwrap().entries, 2);
    write_system(&mut ws, "B");
    assert_sound(&ws);
}

#[test]
fn somebody_elses_change_is_a_conflict_with_its_fields() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "A");
    let mut mine = ws.read(|tx| tx.record().get(id)).unwrap();
    let act = Act::new(me(&ws), "system.update");
    ws.write(act.clone(), |tx| tx.record().set_title(id, "theirs")).unwrap();
    mine.title = "mine".to_owned();
    let refused = ws.write(act, |tx| tx.record().update(&mine));
    let Err(StoreError::Conflict(fields)) = refused else { panic!("{refused:?}") };
    assert_eq!(fields.len(), 1);
    assert_eq!(fields[0].column.as_deref(), Some("title"));
    assert_eq!(fields[0].found, Some(Value::from("theirs")));
}

#[test]
fn history_tells_old_and_new_values() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "Old name");
    write_system(&mut ws, "Another");
    let act = Act::new(me(&ws), "system.update").about(id).because("renamed by the vendor");
    ws.write(act, |tx| {
        tx.record().set_title(id, "New name")?;
        tx.ai_system().set(id, &[("supplier", "Acme".into())])
    })
    .unwrap();
    let (history, changes) = ws
        .read(|tx| {
            let filter = HistoryFilter { subject: Some(id), ..HistoryFilter::default() };
            let history = tx.history(&filter, Page::first(10))?;
            Ok::<_, StoreError>((history, tx.changes(4, Some(id), 10)?))
        })
        .unwrap();
    assert_eq!(history.total, 2);
    let newest = &history.rows[0];
    assert_eq!((newest.n, newest.reason.as_str(), newest.kind), (4, "renamed by the vendor", Kind::Change));
    assert_eq!(history.rows[1].message.key, "history-system-create");
    let title = changes.iter().find(|change| change.table == "record").unwrap();
    assert_eq!(title.action, RowAction::Update);
    assert_eq!(title.columns.len(), 1, "rev is no column of history");
    let column = title.column("title").unwrap();
    assert_eq!((&column.old, &column.new), (&Value::from("Old name"), &Value::from("New name")));
    let by_noun = HistoryFilter { action: Some("system.".to_owned()), ..HistoryFilter::default() };
    assert_eq!(ws.read(|tx| tx.history(&by_noun, Page::first(1))).unwrap().total, 3);
    let by_actor = HistoryFilter { actor: ws.me(), ..HistoryFilter::default() };
    assert_eq!(ws.read(|tx| tx.history(&by_actor, Page::ALL)).unwrap().rows.len(), 4);
}

#[test]
fn undo_puts_values_back_and_names_conflicts() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "One");
    let actor = me(&ws);
    let act = || Act::new(actor, "system.update");
    let second = ws.write(act(), |tx| tx.record().set_title(id, "Two")).unwrap().entry.unwrap().n;
    let third = ws.write(act(), |tx| tx.record().set_title(id, "Three")).unwrap().entry.unwrap().n;
    let refused = ws.undo(second, actor);
    let Err(StoreError::Conflict(fields)) = refused else { panic!("{refused:?}") };
    assert_eq!(fields[0].found, Some(Value::from("Three")));
    let undone = ws.undo(third, actor).unwrap();
    assert_eq!(ws.read(|tx| tx.record().get(id)).unwrap().title, "Two");
    let entry = ws.read(|tx| tx.entry(undone.entry.unwrap().n)).unwrap();
    assert_eq!((entry.kind, entry.action.as_str()), (Kind::Undo, "entry.undo"));
    assert!(matches!(ws.undo(1, actor), Err(StoreError::NotUndoable(Kind::Genesis))));
    assert_sound(&ws);
}

#[test]
fn codes_are_not_used_again_after_an_undo() {
    let world = World::new();
    let mut ws = world.create();
    write_system(&mut ws, "One");
    write_system(&mut ws, "Two");
    ws.undo(3, me(&ws)).unwrap();
    let id = write_system(&mut ws, "Three");
    assert_eq!(ws.read(|tx| tx.record().get(id)).unwrap().code.as_deref(), Some("AI-003"));
    assert_eq!(ws.read(|tx| tx.record().count_of(RecordKind::System)).unwrap(), 2);
}

#[test]
fn lists_filter_sort_and_page() {
    let world = World::new();
    let mut ws = world.create();
    let act = Act::new(me(&ws), "system.import");
    ws.write(act, |tx| {
        for n in 0..120 {
            let id = add_system(tx, &format!("System {n:03}"))?;
            if n % 3 == 0 {
                tx.ai_system()
                    .set(id, &[("status", "pilot".into()), ("department", "Älteres Amt".into())])?;
            }
        }
        Ok::<_, StoreError>(())
    })
    .unwrap();
    let list = |filter: &SystemFilter, sort, page| {
        ws.read(|tx| tx.ai_system().list(filter, sort, false, page)).unwrap()
    };
    let all = list(&SystemFilter::default(), SystemSort::Code, Page { offset: 99, limit: 2 });
    let codes: Vec<_> = all.rows.iter().filter_map(|line| line.code.as_deref()).collect();
    assert_eq!((all.total, codes), (120, vec!["AI-100", "AI-101"]));
    let pilots = SystemFilter { status: vec![SystemStatus::Pilot], ..SystemFilter::default() };
    assert_eq!(list(&pilots, SystemSort::Status, Page::first(5)).total, 40);
    let text = SystemFilter { text: " äLTERES ".to_owned(), ..SystemFilter::default() };
    assert_eq!(list(&text, SystemSort::Department, Page::first(1)).total, 40);
    let tier = SystemFilter { tier: vec!["high".to_owned()], ..SystemFilter::default() };
    assert_eq!(list(&tier, SystemSort::Tier, Page::first(1)).total, 0);
    for sort in [SystemSort::Name, SystemSort::Owner, SystemSort::Due] {
        assert_eq!(list(&SystemFilter::default(), sort, Page::ALL).rows.len(), 120);
    }
}

#[test]
fn search_finds_beginnings_and_forgets_the_deleted() {
    let world = World::new();
    let mut ws = world.create();
    let loan = write_system(&mut ws, "Loan Scoring");
    write_system(&mut ws, "Spam filter");
    let search = |ws: &cairn_store::Workspace, text: &str| {
        ws.read(|tx| tx.search(text, &[], 10)).unwrap().into_iter().map(|hit| hit.title).collect::<Vec<_>>()
    };
    assert_eq!(search(&ws, "loan sco"), ["Loan Scoring"]);
    assert_eq!(search(&ws, "AI-002"), ["Spam filter"]);
    assert_eq!(search(&ws, "nora"), ["Nora Lind"]);
    let act = Act::new(me(&ws), "system.delete");
    ws.write(act, |tx| tx.delete_record(loan)).unwrap();
    assert_eq!(search(&ws, "loan"), Vec::<String>::new());
    drop(ws);
    // A file whose derived rows do not fit is rebuilt on opening.
    world.tool().execute_batch("DELETE FROM derived_version; DELETE FROM touched;").unwrap();
    let ws = world.open().unwrap();
    assert_eq!(search(&ws, "spam"), ["Spam filter"]);
    let filter = HistoryFilter { subject: Some(loan), ..HistoryFilter::default() };
    assert_eq!(ws.read(|tx| tx.history(&filter, Page::ALL)).unwrap().total, 2);
}

#[test]
fn the_past_can_be_read() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "First name");
    let act = Act::new(me(&ws), "system.update");
    ws.write(act, |tx| tx.record().set_title(id, "Second name")).unwrap();
    let past = ws.as_of(2).unwrap();
    assert_eq!(past.read(|tx| tx.record().get(id)).unwrap().title, "First name");
    assert_eq!(past.read(|tx| tx.search("first", &[], 5)).unwrap().len(), 1);
    let earlier = ws.as_of(1).unwrap();
    assert!(earlier.read(|tx| tx.record().find(id)).unwrap().is_none());
    assert!(matches!(ws.as_of(9), Err(StoreError::NoSuchEntry(9))));
}

#[test]
fn the_same_bytes_are_kept_once() {
    let world = World::new();
    let mut ws = world.create();
    let bytes: Vec<u8> = (0..3_000_000u32).map(|n| n.to_le_bytes()[1]).collect();
    let act = || Act::new(ws.me().unwrap(), "evidence.attach");
    let (first, second) = (act(), act());
    let put = |ws: &mut cairn_store::Workspace, act| {
        ws.write(act, |tx| {
            let stored = tx.put_blob(&mut bytes.as_slice())?;
            let record = tx.create_record(RecordKind::Evidence, "A long file", None, None)?;
            let (rev, uploaded_at) = (tx.stamp(), tx.time().clone());
            tx.evidence().insert(&Evidence {
                id: record.id,
                rev,
                sha256: Some(stored.sha256.clone()),
                file_name: None,
                media_type: None,
                size: None,
                reference: None,
                effective_on: None,
                uploaded_at,
                valid_until: None,
                note: None,
            })?;
            Ok::<_, StoreError>(stored)
        })
        .unwrap()
        .value
    };
    let one = put(&mut ws, first);
    let two = put(&mut ws, second);
    assert_eq!((one.known, two.known, one.sha256 == two.sha256, one.size), (false, true, true, 3_000_000));
    assert_eq!(ws.read(|tx| tx.blob_bytes(&one.sha256)).unwrap(), bytes);
    assert!(matches!(ws.read(|tx| tx.blob_bytes("00")), Err(StoreError::NoSuchBlob(_))));
    assert_sound(&ws);
}

#[test]
fn measured_bytes_keep_their_name_and_others_are_given_up() {
    let world = World::new();
    let mut ws = world.create();
    let bytes: Vec<u8> = (0..3_000_000u32).map(|n| n.to_le_bytes()[1]).collect();
    let (sha256, size) = cairn_store::table::blob::measure(&mut bytes.as_slice()).unwrap();
    let act = Act::new(me(&ws), "evidence.attach");
    let mut changed = &bytes[1..];
    let refused = ws.write(act.clone(), |tx| match tx.put_measured(&mut changed, &sha256)? {
        Some(stored) => panic!("{stored:?}"),
        None => Err::<(), _>(StoreError::NoSuchBlob("other bytes came".to_owned())),
    });
    assert!(refused.is_err());
    let blobs = |ws: &cairn_store::Workspace| {
        let tables = ws.info().unwrap().tables;
        tables.iter().filter(|(table, _)| table.class == TableClass::Blob).map(|(_, rows)| *rows).sum::<u64>()
    };
    assert_eq!(blobs(&ws), 0, "nothing stays of what was given up");
    let stored = ws.write(act.clone(), |tx| {
        tx.put_setting("a", "b")?;
        tx.put_measured(&mut bytes.as_slice(), &sha256)
    });
    let stored = stored.unwrap().value.unwrap();
    assert_eq!((&stored.sha256, stored.size, stored.known), (&sha256, size, false));
    assert_eq!(ws.read(|tx| tx.blob_bytes(&sha256)).unwrap(), bytes);
    let again = ws.write(act, |tx| tx.put_measured(&mut bytes.as_slice(), &sha256)).unwrap().value.unwrap();
    assert!(again.known);
}

#[test]
fn too_many_bytes_are_refused_and_leave_nothing() {
    use std::io::Read;
    let world = World::new();
    let mut ws = world.create();
    let act = Act::new(me(&ws), "evidence.attach");
    let mut bytes = std::io::repeat(7).take(cairn_store::table::blob::MOST + 1);
    let refused = ws.write(act, |tx| tx.put_blob(&mut bytes));
    assert!(matches!(refused, Err(StoreError::TooLarge { .. })), "{refused:?}");
    let info = ws.info().unwrap();
    assert!(info.tables.iter().all(|(table, rows)| table.class != TableClass::Blob || *rows == 0));
}

#[test]
fn a_word_this_program_does_not_know_is_named() {
    let world = World::new();
    let mut ws = world.create();
    let actor = me(&ws);
    let act = Act::new(actor, "member.update");
    let refused = ws.write(act, |tx| tx.member().set(actor.into(), &[("kind", "robot".into())]));
    assert!(matches!(refused, Err(StoreError::Value { .. })), "{refused:?}");
    assert_eq!(ws.head().unwrap().entries, 1);
    world.tool().execute_batch("UPDATE member SET kind = 'robot'").unwrap();
    let refused = ws.read(|tx| tx.member().by_id(actor));
    let Err(StoreError::Value { table, row, column, detail }) = refused else { panic!("{refused:?}") };
    assert_eq!((table.as_str(), row, column.as_str()), ("member", actor.to_string(), "kind"));
    assert!(detail.contains("robot"), "{detail}");
}

#[test]
fn columns_are_written_by_their_names_only() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "A");
    for column in ["rev", "id", "nothing", "title = 'x', title"] {
        let act = Act::new(me(&ws), "system.update");
        let refused = ws.write(act, |tx| tx.record().set(id, &[(column, "x".into())]));
        assert!(matches!(refused, Err(StoreError::NoSuchColumn { .. })), "{column}: {refused:?}");
    }
}

#[test]
fn verification_goes_on_while_others_write() {
    let world = World::new();
    let mut ws = world.create();
    let act = Act::new(me(&ws), "system.import");
    let ids = ws
        .write(act, |tx| {
            (0..700).map(|n| add_system(tx, &format!("System {n}"))).collect::<cairn_store::Result<Vec<_>>>()
        })
        .unwrap()
        .value;
    let verifier = ws.verifier().unwrap();
    let writing = std::sync::atomic::AtomicBool::new(true);
    let reports = std::thread::scope(|scope| {
        let verifying = scope.spawn(|| {
            let mut reports = Vec::new();
            while writing.load(std::sync::atomic::Ordering::Relaxed) || reports.is_empty() {
                reports.push(verifier.run(&mut |_| {}, &|| false).unwrap());
            }
            reports
        });
        for (n, id) in ids.iter().enumerate().take(60) {
            let act = Act::new(me(&ws), "system.update");
            ws.write(act, |tx| tx.record().set_title(*id, &format!("Title {n}"))).unwrap();
        }
        writing.store(false, std::sync::atomic::Ordering::Relaxed);
        verifying.join().unwrap()
    });
    for report in &reports {
        assert!(report.ok, "{:#?}", report.problems);
    }
    let last = verifier.run(&mut |_| {}, &|| false).unwrap();
    assert!(last.ok && last.entries == 62);
}
