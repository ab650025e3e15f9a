//! The trail: searching, narrowing, walking back and forward, exporting.

use cairn_app::error::Code;
use cairn_domain::id::RecordId;
use cairn_domain::time::Timestamp;
use cairn_tests::World;
use serde_json::{Value, json};

fn create(world: &World, name: &str) -> Value {
    world.call("system.create", json!({"name": name, "values": {}}))
}

fn rename(world: &World, id: &Value, name: &str) {
    world.call("system.update", json!({"id": id, "values": {"name": name}}));
}

fn name_of(world: &World, id: &Value) -> Value {
    world.call("system.get", json!({"id": id}))["item"]["name"].clone()
}

fn found(world: &World, filter: Value) -> Vec<String> {
    let page = world.call("trail.list", filter);
    let entries: Vec<String> = page["entries"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|entry| entry["what"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(page["found"], json!(entries.len()));
    entries
}

/// What the keys do: the entry that is offered, taken back.
fn step(world: &World, after: &Value, way: &str) -> Value {
    let steps = world.call("trail.steps", json!({"after": after}));
    assert_ne!(steps[way], Value::Null, "nothing to {way}");
    world.call("trail.undo", json!({"n": steps[way]["n"]}))
}

#[test]
fn undo_walks_back_and_redo_walks_forward_until_something_else_is_done() {
    let world = World::with_workspace();
    let opened = world.call("trail.list", json!({}))["total"].clone();
    let id = create(&world, "One")["id"].clone();
    rename(&world, &id, "Two");
    rename(&world, &id, "Three");

    let undone = step(&world, &opened, "undo");
    assert_eq!(undone["redone"], json!(false));
    assert_eq!(name_of(&world, &id), "Two");
    // The second step back goes to the next older entry, not forward again.
    step(&world, &opened, "undo");
    assert_eq!(name_of(&world, &id), "One");
    let redone = step(&world, &opened, "redo");
    assert_eq!((&redone["redone"], &redone["what"]), (&json!(true), &json!("Changed AI-001 Two")));
    assert_eq!(name_of(&world, &id), "Two");
    let newest = world.call("trail.list", json!({"limit": 1}));
    assert_eq!(newest["entries"][0]["what"], "Did entry 3 again: Changed AI-001 Two");

    rename(&world, &id, "Four");
    let steps = world.call("trail.steps", json!({"after": opened}));
    assert_eq!(steps["redo"], Value::Null);
    for name in ["Two", "One"] {
        step(&world, &opened, "undo");
        assert_eq!(name_of(&world, &id), name);
    }
    step(&world, &opened, "undo");
    assert_eq!(world.refused("system.get", json!({"id": id})).code, Code::NotFound);
    let steps = world.call("trail.steps", json!({"after": opened}));
    assert_eq!(steps["undo"], Value::Null);
    for name in ["One", "Two", "Four"] {
        step(&world, &opened, "redo");
        assert_eq!(name_of(&world, &id), name);
    }
    world.must_verify();
}

#[test]
fn a_conflict_names_the_fields_that_were_changed_since() {
    let world = World::with_workspace();
    let id = create(&world, "Loan scoring")["id"].clone();
    world.call("system.update", json!({"id": id, "values": {"purpose": "Scores"}}));
    let entry = world.call("trail.list", json!({"limit": 1}))["entries"][0]["n"].clone();
    world.call("system.update", json!({"id": id, "values": {"purpose": "Ranks"}}));
    let before = world.call("trail.list", json!({}))["total"].clone();
    let refused = world.refused("trail.undo", json!({"n": entry}));
    assert_eq!(refused.code, Code::Conflict);
    assert_eq!(refused.message, "Changed since then: Intended purpose of AI-001 Loan scoring.");
    assert!(!refused.hints.is_empty());
    assert_eq!(world.call("trail.list", json!({}))["total"], before);
}

#[test]
fn the_history_is_searched_by_the_words_people_see() {
    let world = World::with_workspace();
    let id = create(&world, "Ticket router")["id"].clone();
    create(&world, "Loan scoring");
    // Found in the sentence, in any case, by several words in any order, and by parts of words.
    assert_eq!(found(&world, json!({"text": "ROUTER added"})), ["Added AI-001 Ticket router"]);
    assert_eq!(found(&world, json!({"text": "can sco"})), Vec::<String>::new());
    assert_eq!(found(&world, json!({"text": "oan sco"})), ["Added AI-002 Loan scoring"]);
    // An entry written after the first search is found too, and the present name finds older entries.
    rename(&world, &id, "Ticket guide");
    assert_eq!(found(&world, json!({"text": "guide"})).len(), 2);
    assert_eq!(found(&world, json!({"text": "ai-001"})).len(), 2);
    assert_eq!(found(&world, json!({"text": "guide", "recordKind": "evidence"})).len(), 0);
    assert_eq!(found(&world, json!({"text": "ticket", "action": "system."})).len(), 2);
    assert_eq!(found(&world, json!({"recordKind": "system", "subject": id})).len(), 2);
    // A page of what was found.
    let page = world.call("trail.list", json!({"text": "ticket", "offset": 1, "limit": 1}));
    assert_eq!((&page["found"], page["entries"].as_array().map(Vec::len)), (&json!(2), Some(1)));

    let choices = world.call("trail.choices", json!({"subject": id}));
    let systems = json!({"value": "system.", "label": "AI systems", "count": 3});
    assert!(choices["actions"].as_array().is_some_and(|all| all.contains(&systems)), "{choices:#}");
    assert_eq!(choices["subject"]["title"], "Ticket guide");
    assert_eq!(choices["recordKinds"], json!([{"value": "system", "label": "AI system", "count": 3}]));
}

#[test]
fn an_entry_says_how_it_is_signed_and_linked() {
    let world = World::with_workspace();
    create(&world, "Ticket router");
    let newest = world.call("trail.list", json!({"limit": 1}))["entries"][0].clone();
    let n = newest["n"].as_u64().unwrap_or_default();
    let before = world.call("trail.get", json!({"n": n - 1}));
    let detail = world.call("trail.get", json!({"n": n}));
    assert_eq!(detail["parents"], json!([before["entry"]["id"]]));
    assert_eq!((&before["next"], &detail["next"]), (&newest["id"], &Value::Null));
    assert_eq!(detail["holds"], true);
    assert_eq!(detail["signature"].as_str().map(str::len), Some(128));
}

#[test]
fn what_is_filtered_is_written_as_pdf_and_excel() {
    let world = World::with_workspace();
    create(&world, "Ticket router");
    create(&world, "Loan scoring");
    for (format, name) in [("pdf", "history.pdf"), ("xlsx", "history.xlsx")] {
        let token = world.place(name).token;
        let input = json!({"filter": {"text": "router"}, "format": format, "file": token});
        let written = world.job("trail.export", input.clone());
        assert_eq!(written["warnings"], json!([]));
        let first = std::fs::read(world.path(name)).unwrap_or_default();
        assert_eq!(Some(first.len() as u64), written["bytes"].as_u64());
        // The same trail gives the same bytes.
        world.job("trail.export", input);
        assert!(std::fs::read(world.path(name)).unwrap_or_default() == first);
    }
}

#[test]
fn what_later_rows_rest_on_is_not_undone_and_what_is_in_the_way_is_named() {
    let world = World::with_workspace();
    let id = create(&world, "Loan scoring")["id"].clone();
    let made = world.call("trail.list", json!({"limit": 1}))["entries"][0]["n"].clone();
    world.call("action.create", json!({"title": "Write the test plan", "source": id}));
    let before = world.call("trail.list", json!({}))["total"].clone();
    let refused = world.refused("trail.undo", json!({"n": made}));
    assert_eq!(refused.code, Code::Conflict);
    assert_eq!(refused.message, "Something written since rests on it: ACT-001 Write the test plan.");
    assert!(!refused.hints.is_empty());
    assert_eq!(world.call("trail.list", json!({}))["total"], before);
    world.must_verify();
}

#[test]
fn signed_decisions_are_told_in_the_words_of_their_rules() {
    let world = World::new();
    let token = world.place("sample.cairn").token;
    world.job("workspace.sample", json!({"file": token}));
    let page = world.call("trail.list", json!({"action": "classification.decide", "offset": 0, "limit": 50}));
    let entries = page["entries"].as_array().unwrap();
    assert!(entries.len() > 10, "{}", entries.len());
    let mut tiers = 0;
    for entry in entries {
        let detail = world.call("trail.get", json!({"n": entry["n"]}));
        let told = detail["changes"].to_string();
        assert!(!told.contains("tier-") && !told.contains("{\\\""), "a key or raw data: {told}");
        tiers += usize::from(told.contains("No impact assessment required") || told.contains("High-risk"));
    }
    assert!(tiers >= 4, "{tiers}");

    // Answers stand by question and label, levels by source, records by name, moments as people write them; nothing is
    // raw, and every column has a label.
    let is_raw = |value: &str| {
        value.starts_with(['{', '['])
            || value.parse::<Timestamp>().is_ok()
            || value.parse::<RecordId>().is_ok()
            || (value.starts_with("iso") && value.contains(':'))
            || (value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit()))
            || (value.contains('-') && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
    };
    let has_label =
        |field: &Value| field["label"].as_str().unwrap().starts_with(|first: char| !first.is_lowercase());
    let mut answers = 0;
    for n in 1..=page["total"].as_u64().unwrap() {
        let detail = world.call("trail.get", json!({"n": n}));
        for field in
            detail["changes"].as_array().unwrap().iter().flat_map(|row| row["fields"].as_array().unwrap())
        {
            assert!(has_label(field), "entry {n}: {field}");
            for value in [&field["old"], &field["new"]].into_iter().filter_map(Value::as_str) {
                assert!(!is_raw(value) || field["label"] == "SHA-256", "entry {n}: {field}");
            }
            let asked = field["label"] == "Is this an AI system, a general-purpose AI model, or neither?";
            answers += usize::from(asked && field["new"] == "An AI system");
        }
    }
    assert!(answers >= 11, "{answers}");
}
