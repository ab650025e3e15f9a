//! Bringing the real inventory in: nothing lost, nothing decided for anybody, taken back in one step.

use std::collections::BTreeMap;

use cairn_app::error::Code;
use cairn_tests::{World, sample};
use serde_json::{Value, json};

const INVENTORY: &str = "us-federal-ai-inventory-2025.xlsx";

fn open(world: &World, name: &str) -> Value {
    let token = world.host.admit(&sample(name)).token;
    world.job("import.open", json!({"file": token}))
}

#[test]
fn the_inventory_comes_in_whole_and_goes_again_with_one_undo() {
    let world = World::with_workspace();
    let view = open(&world, INVENTORY);
    assert_eq!(view["headerRow"], 2);
    let counts = &view["counts"];
    assert_eq!((counts["rows"].as_u64(), counts["cells"].as_u64()), (Some(3611), Some(59548)));
    let done = world.job("import.run", json!({"id": view["id"]}));
    assert_eq!(done["counts"]["created"], 3611);
    let page = world.call("system.list", json!({}));
    assert_eq!((page["total"].as_u64(), page["classified"].as_u64()), (Some(3611), Some(0)));
    let mut stages: BTreeMap<String, u32> = BTreeMap::new();
    for item in page["items"].as_array().unwrap() {
        assert_eq!(item["scope"], "not-decided");
        *stages.entry(item["status"].as_str().unwrap_or("unknown").to_owned()).or_default() += 1;
    }
    let expected = [
        ("design-and-development", 1479),
        ("in-use", 1040),
        ("pilot", 440),
        ("retired", 314),
        ("unknown", 338),
    ];
    assert_eq!(stages, expected.map(|(word, count)| (word.to_owned(), count)).into());
    world.call("trail.undo", json!({"n": done["entry"]}));
    assert_eq!(world.call("system.list", json!({}))["total"], 0);
    world.must_verify();
}

#[test]
fn a_second_import_changes_nothing_and_remembers_the_columns() {
    let world = World::with_workspace();
    let view = open(&world, "us-federal-cots-ai-2025.xlsx");
    world.job("import.run", json!({"id": view["id"]}));
    let again = open(&world, "us-federal-cots-ai-2025.xlsx");
    assert_eq!(again["counts"]["created"], 0);
    assert_eq!(again["saved"], "us-federal-cots-ai-2025.xlsx");
    assert_eq!(world.job("import.run", json!({"id": again["id"]}))["entry"], json!(null));
}

#[test]
fn our_own_export_comes_back_unchanged_and_an_old_one_undoes_nothing() {
    let world = World::with_workspace();
    let id =
        world.call("system.create", json!({"name": "Shift planner", "values": {"status": "pilot"}}))["id"]
            .clone();
    world.job("system.export", json!({"file": world.place("register.xlsx").token}));
    let same = world.job("import.open", json!({"file": world.place("register.xlsx").token}));
    assert_eq!((same["counts"]["updated"].as_u64(), same["counts"]["created"].as_u64()), (Some(0), Some(0)));
    world.call("system.update", json!({"id": id, "values": {"department": "Operations"}}));
    let later = world.job("import.open", json!({"file": world.place("register.xlsx").token}));
    world.job("import.run", json!({"id": later["id"]}));
    let kept = world.call("system.get", json!({"id": id}));
    assert_eq!(kept["values"]["department"], "Operations", "a file from before the change does not undo it");
}

#[test]
fn refused_files_say_why_and_leave_nothing() {
    let world = World::with_workspace();
    let entries = world.call("trail.list", json!({}))["total"].clone();
    let mut messages = Vec::new();
    for (name, bytes) in [
        ("empty.xlsx", &b""[..]),
        ("really-a.pdf.xlsx", b"%PDF-1.7 and so on"),
        ("truncated.xlsx", b"PK\x03\x04\x14\x00\x00\x00"),
    ] {
        std::fs::write(world.path(name), bytes).unwrap();
        let error = world.try_job("import.open", json!({"file": world.place(name).token})).unwrap_err();
        assert_eq!(error.code, Code::FileRefused, "{name}: {error:?}");
        assert!(!error.message.starts_with("exchange-error"), "{name}: {}", error.message);
        messages.push(error.message);
    }
    messages.sort();
    messages.dedup();
    assert_eq!(messages.len(), 3, "each has its own words");
    assert_eq!(world.call("trail.list", json!({}))["total"], entries);
}

#[test]
fn choices_are_taken_over_and_bad_ones_refused() {
    let world = World::with_workspace();
    let path = world.path("list.csv");
    std::fs::write(&path, "Tool,Team,Remarks\nChat helper,Sales,fine\nRoster,Operations,old\n").unwrap();
    let view = world.job("import.open", json!({"file": world.place("list.csv").token}));
    let id = view["id"].clone();
    let bad = json!({"id": id, "columns": [{"column": 0, "target": {"type": "field", "field": "colour"}}]});
    assert_eq!(world.refused("import.map", bad).code, Code::Invalid);
    let mapped = world.call("import.map", json!({"id": id, "choose": ["name=Tool", "department=Team"]}));
    assert_eq!(mapped["counts"]["created"], 2);
    world.job("import.run", json!({"id": id}));
    let page = world.call("system.list", json!({"text": "roster"}));
    assert_eq!(page["items"][0]["department"], "Operations");
    assert_eq!(world.refused("import.map", json!({"id": id})).code, Code::Refused);
}
