//! Whatever people do: replay gives the live tables, and undoing everything gives the beginning.

use cairn_domain::id::RecordId;
use cairn_domain::requirement::RequirementRef;
use cairn_domain::soa::ControlStatus as Status;
use cairn_domain::state::PackState;
use proptest::prelude::*;

use super::bench::{add_system, assert_sound, me};
use super::deeds::{Wider, wider};
use super::{dump, in_memory};
use crate::table::comment::Comment;
use crate::table::control_status::{ControlStatus, control_status_id};
use crate::table::link::Link;
use crate::table::pack::rested_on;
use crate::{Act, Page, Result, Row, StoreError, Value, Workspace, WriteTx};

/// What somebody does; numbers choose among what is there.
#[derive(Debug, Clone)]
enum Deed {
    Add(String),
    Rename(usize, String),
    Fill(usize, Option<String>),
    Delete(usize),
    Restore(usize),
    Link(usize, usize),
    Unlink(usize),
    Comment(usize, String),
    Status(u8, usize, bool),
    Setting(u8, String),
    Undo(usize),
    Wider(usize, Wider),
    Several(Vec<Deed>),
}

fn deed() -> impl Strategy<Value = Deed> {
    let text = || "[a-zäß '\"%\u{1F600}]{0,12}";
    let one = prop_oneof![
        1 => text().prop_map(Deed::Add),
        1 => (any::<usize>(), text()).prop_map(|(at, text)| Deed::Rename(at, text)),
        1 => (any::<usize>(), prop::option::of(text())).prop_map(|(at, text)| Deed::Fill(at, text)),
        1 => any::<usize>().prop_map(Deed::Delete),
        1 => any::<usize>().prop_map(Deed::Restore),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Deed::Link(a, b)),
        1 => any::<usize>().prop_map(Deed::Unlink),
        1 => (any::<usize>(), text()).prop_map(|(at, text)| Deed::Comment(at, text)),
        1 => (0..4u8, any::<usize>(), any::<bool>()).prop_map(|(control, at, own)| Deed::Status(control, at, own)),
        1 => (0..3u8, text()).prop_map(|(key, value)| Deed::Setting(key, value)),
        1 => any::<usize>().prop_map(Deed::Undo),
        4 => (any::<usize>(), wider()).prop_map(|(at, deed)| Deed::Wider(at, deed)),
    ];
    prop_oneof![6 => one.clone(), 1 => prop::collection::vec(one, 1..6).prop_map(Deed::Several)]
}

fn choose<T: Clone>(from: &[T], at: usize) -> Option<T> {
    from.get(at.checked_rem(from.len())?).cloned()
}

fn apply(tx: &mut WriteTx<'_>, deed: &Deed) -> Result<()> {
    let systems: Vec<RecordId> = tx.ai_system().all()?.iter().map(Row::id).collect();
    let fresh = RecordId(tx.fresh_id());
    let rev = tx.stamp();
    let Some(system) = choose(
        &systems,
        match deed {
            Deed::Rename(at, _) | Deed::Fill(at, _) | Deed::Delete(at) | Deed::Restore(at) => *at,
            Deed::Link(at, _) | Deed::Comment(at, _) | Deed::Status(_, at, _) | Deed::Wider(at, _) => *at,
            _ => 0,
        },
    ) else {
        return if let Deed::Add(name) = deed { add_system(tx, name).map(|_| ()) } else { Ok(()) };
    };
    match deed {
        Deed::Add(name) => add_system(tx, name).map(|_| ()),
        Deed::Rename(_, title) => tx.record().set_title(system, title).map(|_| ()),
        Deed::Fill(_, text) => {
            tx.ai_system().set(system, &[("notes", Value::from(text.clone()))]).map(|_| ())
        }
        Deed::Delete(_) => tx.delete_record(system).map(|_| ()),
        Deed::Restore(_) => tx.restore_record(system).map(|_| ()),
        Deed::Link(_, to) => {
            let to_record = choose(&systems, *to).unwrap_or(system);
            let relation = "related".to_owned();
            tx.link().insert(&Link { id: fresh, rev, from_record: system, to_record, relation, note: None })
        }
        Deed::Unlink(at) => match choose(&tx.link().all()?, *at) {
            Some(link) => tx.link().delete(link.id),
            None => Ok(()),
        },
        Deed::Comment(_, body) => {
            let (author, at) = (tx.actor(), tx.time().clone());
            tx.comment().insert(&Comment { id: fresh, rev, record: system, author, at, body: body.clone() })
        }
        Deed::Status(control, _, own) => put_status(tx, *control, own.then_some(system)),
        Deed::Setting(key, value) => tx.put_setting(&key.to_string(), value).map(|_| ()),
        Deed::Wider(_, deed) => super::deeds::apply(tx, deed, system),
        Deed::Several(deeds) => deeds.iter().try_for_each(|deed| apply(tx, deed)),
        Deed::Undo(_) => Ok(()),
    }
}

fn put_status(tx: &mut WriteTx<'_>, control: u8, system: Option<RecordId>) -> Result<()> {
    let control = RequirementRef::new("iso42001", format!("A.2.{control}"));
    let id = control_status_id(tx.workspace(), &control, system);
    let rev = tx.stamp();
    match tx.control_status().find(id)? {
        None => {
            tx.control_status().insert(&ControlStatus { id, rev, control, system, status: Status::Planned })
        }
        Some(row) if row.status == Status::Planned => {
            tx.control_status().set(id, &[("status", Status::InPlace.as_str().into())]).map(|_| ())
        }
        Some(_) => tx.control_status().delete(id),
    }
}

fn perform(ws: &mut Workspace, deed: &Deed) {
    let actor = me(ws);
    if let Deed::Undo(at) = deed {
        let entries = ws.head().unwrap().entries;
        let n = 1 + (*at as u64) % entries;
        match ws.undo(n, actor) {
            Ok(_)
            | Err(StoreError::Conflict(_) | StoreError::NotUndoable(_) | StoreError::Reference { .. }) => {}
            Err(error) => panic!("undo of {n}: {error}"),
        }
        return;
    }
    // What a hidden system refuses leaves nothing behind, or what follows here would find it.
    match ws.write(Act::new(actor, "test.deed"), |tx| apply(tx, deed)) {
        Ok(_) | Err(StoreError::Hidden { .. }) => {}
        Err(error) => panic!("{deed:?}: {error}"),
    }
}

/// Every pack that something rests on is there with its words, if it ever was.
fn packs_stand(ws: &Workspace) {
    let all = ws.read(|tx| tx.pack().all()).unwrap();
    for sha256 in rested_on(&ws.conn).unwrap() {
        if ws.read(|tx| tx.blob_size(&sha256)).unwrap().is_some() {
            let pack = all.iter().find(|row| row.sha256 == sha256);
            let pack = pack.unwrap_or_else(|| panic!("{sha256} is lost: {all:#?}"));
            assert!(all.iter().any(|row| row.is_words_of(pack)), "{pack:#?} lost its words: {all:#?}");
        }
    }
}

#[test]
fn undoing_the_entry_that_stored_a_pack_leaves_it_to_later_decisions() {
    let mut ws = in_memory();
    let beginning = dump(&ws);
    let actor = me(&ws);
    let system = super::bench::write_system(&mut ws, "Loans");
    let sign = |ws: &mut Workspace, pack: u8| {
        let act = Act::new(actor, "test.deed");
        let signed = ws.write(act, |tx| super::deeds::sign(tx, pack, system)).unwrap();
        (signed.entry.unwrap().n, signed.value)
    };
    let stored = |ws: &Workspace, sha256: &str| {
        let all = ws.read(|tx| tx.pack().all()).unwrap();
        all.iter().find(|row| row.sha256 == sha256).map(|row| row.state)
    };
    let (first, pack) = sign(&mut ws, 0);
    let (second, _) = sign(&mut ws, 0);
    ws.undo(first, actor).unwrap();
    assert_eq!(stored(&ws, &pack), Some(PackState::Current), "the second decision rests on it");
    packs_stand(&ws);
    // Superseding it is no change of the decision, so it stands against no undo either.
    let (third, newer) = sign(&mut ws, 2);
    assert_eq!(stored(&ws, &pack), Some(PackState::Superseded));
    let taken = ws.undo(second, actor).unwrap().entry.unwrap().n;
    ws.undo(third, actor).unwrap();
    assert_eq!((stored(&ws, &newer), stored(&ws, &pack)), (None, Some(PackState::Current)));
    // Doing a decision again brings its pack back, whoever stored it first.
    let (fourth, other) = sign(&mut ws, 3);
    let gone = ws.undo(fourth, actor).unwrap().entry.unwrap().n;
    assert_eq!(stored(&ws, &other), None);
    for undo in [taken, gone] {
        ws.undo(undo, actor).unwrap();
        packs_stand(&ws);
    }
    assert_sound(&ws);
    for n in (2..=ws.head().unwrap().entries).rev() {
        ws.undo(n, actor).unwrap();
        packs_stand(&ws);
    }
    assert_eq!(dump(&ws), beginning);
    assert_sound(&ws);
}

#[test]
fn a_decision_done_again_brings_back_the_pack_that_an_earlier_one_stored() {
    let mut ws = in_memory();
    let actor = me(&ws);
    let system = super::bench::write_system(&mut ws, "Loans");
    let mut sign = || {
        let act = Act::new(actor, "test.deed");
        ws.write(act, |tx| super::deeds::sign(tx, 0, system)).unwrap().entry.unwrap().n
    };
    let (first, second) = (sign(), sign());
    let taken = ws.undo(second, actor).unwrap().entry.unwrap().n;
    ws.undo(first, actor).unwrap();
    assert_eq!(ws.read(|tx| tx.pack().all()).unwrap(), []);
    ws.undo(taken, actor).unwrap();
    packs_stand(&ws);
    assert_eq!(ws.read(|tx| tx.pack().all()).unwrap().len(), 2, "the pack and its words");
    assert_sound(&ws);
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn replay_equals_live_and_undoing_everything_gives_the_beginning(deeds in prop::collection::vec(deed(), 1..24)) {
        let mut ws = in_memory();
        let beginning = dump(&ws);
        for deed in &deeds {
            perform(&mut ws, deed);
            packs_stand(&ws);
        }
        assert_sound(&ws);
        let entries = ws.head().unwrap().entries;
        let past = ws.as_of(entries).unwrap();
        let titles = |all: Vec<crate::table::record::Record>| all.into_iter().map(|r| (r.id, r.title)).collect::<Vec<_>>();
        prop_assert_eq!(
            titles(past.read(|tx| tx.record().all()).unwrap()),
            titles(ws.read(|tx| tx.record().all()).unwrap())
        );
        let actor = me(&ws);
        for n in (2..=entries).rev() {
            ws.undo(n, actor).unwrap();
        }
        prop_assert_eq!(dump(&ws), beginning);
        assert_sound(&ws);
        // Derived rows written step by step are those made anew.
        let before = ws.read(|tx| tx.history(&crate::HistoryFilter::default(), Page::ALL)).unwrap();
        let touched = rows_of(&ws, "touched ORDER BY 1, 2, 3, 4");
        let codes = rows_of(&ws, "code_seen ORDER BY 1");
        crate::derived::rebuild(&ws.conn, ws.chain).unwrap();
        prop_assert_eq!(rows_of(&ws, "touched ORDER BY 1, 2, 3, 4"), touched);
        prop_assert_eq!(rows_of(&ws, "code_seen ORDER BY 1"), codes);
        prop_assert_eq!(ws.read(|tx| tx.history(&crate::HistoryFilter::default(), Page::ALL)).unwrap(), before);
    }
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn whatever_is_undone_no_pack_is_lost_that_something_rests_on(
        deeds in prop::collection::vec(
            prop_oneof![
                2 => (0..4u8).prop_map(|pack| Deed::Wider(0, Wider::Sign(pack))),
                1 => (0..4u8).prop_map(|pack| Deed::Wider(0, Wider::Freeze(pack))),
                1 => Just(Deed::Wider(0, Wider::Assess(0, 0))),
                3 => any::<usize>().prop_map(Deed::Undo),
            ],
            1..16,
        )
    ) {
        let mut ws = in_memory();
        let beginning = dump(&ws);
        super::bench::write_system(&mut ws, "Loans");
        for deed in &deeds {
            perform(&mut ws, deed);
            packs_stand(&ws);
        }
        assert_sound(&ws);
        let actor = me(&ws);
        for n in (2..=ws.head().unwrap().entries).rev() {
            ws.undo(n, actor).unwrap();
            packs_stand(&ws);
        }
        prop_assert_eq!(dump(&ws), beginning);
    }
}

/// What somebody does with the keyboard.
#[derive(Debug, Clone)]
enum Stroke {
    Do(Deed),
    Undo,
    Redo,
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn undo_and_redo_walk_through_the_states_in_any_mix(
        strokes in prop::collection::vec(
            prop_oneof![3 => deed().prop_map(Stroke::Do), 3 => Just(Stroke::Undo), 2 => Just(Stroke::Redo)],
            1..32,
        )
    ) {
        let mut ws = in_memory();
        let actor = me(&ws);
        let opened = ws.head().unwrap().entries;
        // States that can be reached; `at` is the one that should be there now.
        let mut states = vec![dump(&ws)];
        let mut at = 0;
        for stroke in strokes {
            let steps = ws.read(|tx| tx.steps(actor, opened)).unwrap();
            prop_assert_eq!(steps.undo.is_some(), at > 0);
            prop_assert_eq!(steps.redo.is_some(), at + 1 < states.len());
            match stroke {
                // An undo of any entry is a deed like others here; it is tried for its own sake below.
                Stroke::Do(Deed::Undo(_)) => {}
                Stroke::Do(deed) => {
                    let act = Act::new(actor, "test.deed");
                    // A hidden system takes no deed; then nothing is to have changed.
                    let done = match ws.write(act, |tx| apply(tx, &deed)) {
                        Err(StoreError::Hidden { .. }) => None,
                        done => done.unwrap().entry,
                    };
                    if done.is_some() {
                        states.truncate(at + 1);
                        states.push(dump(&ws));
                        at += 1;
                    }
                }
                Stroke::Undo => if let Some(n) = steps.undo {
                    ws.undo(n, actor).unwrap();
                    at -= 1;
                },
                Stroke::Redo => if let Some(redo) = steps.redo {
                    ws.undo(redo.undo, actor).unwrap();
                    at += 1;
                },
            }
            prop_assert_eq!(Some(&dump(&ws)), states.get(at));
        }
        assert_sound(&ws);
    }
}

#[test]
fn an_undo_out_of_order_is_a_deed_of_its_own_and_can_be_undone() {
    let mut ws = in_memory();
    let actor = me(&ws);
    let opened = ws.head().unwrap().entries;
    let put = |ws: &mut Workspace, key: &str| {
        ws.write(Act::new(actor, "test.deed"), |tx| tx.put_setting(key, "x")).unwrap().entry.unwrap().n
    };
    let first = put(&mut ws, "a");
    let second = put(&mut ws, "b");
    let steps = |ws: &Workspace| ws.read(|tx| tx.steps(actor, opened)).unwrap();
    let taken = ws.undo(first, actor).unwrap().entry.unwrap().n;
    assert_eq!(steps(&ws), crate::Steps { undo: Some(taken), redo: None });
    let again = ws.undo(taken, actor).unwrap().entry.unwrap().n;
    assert_eq!(
        steps(&ws),
        crate::Steps { undo: Some(second), redo: Some(crate::Redo { undo: again, entry: taken }) }
    );
    let lineage = |n| ws.read(|tx| tx.lineage(n)).unwrap();
    assert_eq!(lineage(again), crate::Lineage { root: first, undos: 2 });
    assert_eq!(lineage(second), crate::Lineage { root: second, undos: 0 });
    // Nothing older than the opening is offered.
    assert_eq!(ws.read(|tx| tx.steps(actor, again)).unwrap(), crate::Steps::default());
}

#[test]
fn history_is_narrowed_and_counted() {
    let mut ws = in_memory();
    let actor = me(&ws);
    let written = ws.write(Act::new(actor, "system.create"), |tx| {
        let id = add_system(tx, "Ticket router")?;
        tx.describe(Some(id), crate::Message::new("history-system-create"));
        Ok::<_, StoreError>(id)
    });
    let written = written.unwrap();
    let n = written.entry.unwrap().n;
    let filter = |kind| crate::HistoryFilter { record_kind: Some(kind), ..Default::default() };
    use cairn_domain::record::RecordKind;
    ws.read(|tx| {
        assert_eq!(tx.history_numbers(&filter(RecordKind::System))?, [n]);
        assert!(tx.history_numbers(&filter(RecordKind::Evidence))?.is_empty());
        let proof = tx.proof(n)?;
        assert!(proof.holds);
        assert_eq!(proof.parents, [tx.entry(n - 1)?.id]);
        let counts = tx.history_counts()?;
        assert_eq!(counts.actors, [(actor, n)]);
        assert!(counts.actions.contains(&("system.create".to_owned(), 1)));
        assert!(counts.record_kinds.contains(&(RecordKind::System, 1)));
        let named = tx.records_named("router")?;
        assert_eq!(named.into_iter().collect::<Vec<_>>(), [written.value.to_string()]);
        let mut seen = Vec::new();
        tx.each_entry_after(n - 1, |entry| seen.push(entry.n))?;
        assert_eq!(seen, [n]);
        Ok::<_, StoreError>(())
    })
    .unwrap();
}

fn rows_of(ws: &Workspace, tail: &str) -> Vec<String> {
    let mut statement = ws.conn.prepare(&format!("SELECT * FROM {tail}")).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let text = |at| crate::table::entry::text(row, at).unwrap().unwrap_or_default();
        found.push((0..columns).map(text).collect::<Vec<_>>().join(" "));
    }
    found
}
