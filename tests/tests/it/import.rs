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

#[test]
fn problems_come_in_groups_with_what_can_be_done() {
    let world = World::with_workspace();
    let view = open(&world, INVENTORY);
    let groups = view["groups"].as_array().unwrap();
    let dates = groups.iter().find(|group| group["code"] == "date-without-day").unwrap();
    assert_eq!((dates["count"].as_u64(), &dates["field"]), (Some(381), &json!("in_use_since")));
    assert_eq!(dates["input"], "date");
    assert!(dates["texts"].as_array().unwrap().len() > 1);
    let total: u64 = groups.iter().map(|group| group["count"].as_u64().unwrap()).sum();
    assert_eq!(Some(total), view["counts"]["problems"].as_u64());
    let page = world.call(
        "import.problems",
        json!({"id": view["id"], "code": "date-without-day", "offset": 380, "limit": 50}),
    );
    assert_eq!((page["found"].as_u64(), page["items"].as_array().unwrap().len()), (Some(381), 1));
    let blank = json!({"type": "blank", "code": "date-without-day", "column": dates["column"], "text": null});
    let fixed = world.call("import.fix", json!({"id": view["id"], "add": blank}));
    assert_eq!(fixed["counts"]["problems"].as_u64(), Some(total - 381));
    // The first day of the month is taken only where somebody asks for it, and the text stays an imported fact.
    let first = json!({"type": "fit", "code": "date-without-day", "column": dates["column"]});
    let fixed = world.call("import.fix", json!({"id": view["id"], "remove": 0, "add": first}));
    assert_eq!(fixed["counts"]["problems"].as_u64(), Some(total - 381));
    let rows = world.call("import.rows", json!({"id": view["id"], "problems": true, "limit": 10}));
    assert!(rows["found"].as_u64() > Some(20), "{rows}");
    let text = world.call("import.rows", json!({"id": view["id"], "text": "chatbot"}));
    assert!(
        text["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| { row["name"].as_str().unwrap().to_lowercase().contains("chatbot") })
    );
}

#[test]
fn every_kind_of_problem_has_a_heading() {
    let text = include_str!("../../../assets/locales/en/exchange.ftl");
    for code in cairn_exchange::ProblemCode::ALL {
        assert!(text.contains(&format!("\nexchange-group-{code} = ")), "{code}");
    }
}

#[test]
fn decisions_and_names_of_mappings_are_remembered() {
    let world = World::with_workspace();
    let file = |name: &str, rows: &str| {
        std::fs::write(world.path(name), format!("Tool,Team,Status\n{rows}")).unwrap();
        world.job("import.open", json!({"file": world.place(name).token}))
    };
    let view = file("list.csv", "Chat helper,Sales,flying\nRoster,Operations,Live\nFinder,Sales,Pilot\n");
    assert_eq!(view["groups"][0]["code"], "not-in-list", "{view:#}");
    let take = json!({"type": "take", "column": 2, "text": "flying", "value": "in-use"});
    world.call("import.fix", json!({"id": view["id"], "add": take}));
    world.call("import.map", json!({"id": view["id"], "name": "Team lists"}));
    assert_eq!(world.job("import.run", json!({"id": view["id"]}))["mapping"], "Team lists");
    let page = world.call("system.list", json!({"text": "chat"}));
    assert_eq!(page["items"][0]["status"], "in-use");
    let later = file("later.csv", "Sorter,Sales,flying\n");
    assert_eq!((&later["saved"], later["counts"]["problems"].as_u64()), (&json!("Team lists"), Some(0)));
    assert_eq!(later["decisions"].as_array().unwrap().len(), 1);
    let without = world.call("import.map", json!({"id": later["id"], "mapping": ""}));
    assert_eq!((&without["saved"], &without["decisions"]), (&json!(null), &json!([])));
    let with = world.call("import.map", json!({"id": later["id"], "mapping": later["mappings"][0]["id"]}));
    assert_eq!(with["saved"], "Team lists");
}

#[test]
fn a_file_without_a_column_of_names_can_be_given_one() {
    let world = World::with_workspace();
    std::fs::write(world.path("odd.csv"), "Alpha,Beta\nChat helper,Sales\nRoster,Operations\n").unwrap();
    let view = world.job("import.open", json!({"file": world.place("odd.csv").token}));
    assert_eq!(view["ready"], false, "{view:#}");
    assert_eq!(world.refused("import.rows", json!({"id": view["id"]})).code, Code::FileRefused);
    assert!(world.try_job("import.run", json!({"id": view["id"]})).is_err());
    let mapped =
        world.call("import.map", json!({"id": view["id"], "headerRow": 1, "choose": ["name=Alpha"]}));
    assert_eq!((&mapped["ready"], mapped["counts"]["created"].as_u64()), (&json!(true), Some(2)));
    assert_eq!(mapped["preview"][0], json!({"row": 1, "cells": ["Alpha", "Beta"]}));
}

#[test]
fn likely_duplicates_are_told_and_decided() {
    let world = World::with_workspace();
    world.call("system.create", json!({"name": "Chat helper", "values": {"department": "Sales"}}));
    std::fs::write(
        world.path("list.csv"),
        "ID,Name,Department,Supplier\n1,Chat helpers,Sales,Acme\n2,Roster,Operations,Bolt\n",
    )
    .unwrap();
    let view = world.job("import.open", json!({"file": world.place("list.csv").token}));
    assert_eq!(view["groups"][0]["code"], "likely-duplicate", "{view:#}");
    assert_eq!(view["counts"]["created"], 2, "a new system unless somebody decides");
    let told = world.call("import.problems", json!({"id": view["id"], "code": "likely-duplicate"}));
    assert_eq!(told["items"][0]["likely"]["code"], "AI-001");
    assert_eq!(told["items"][0]["likely"]["canUpdate"], true);
    let update = json!({"type": "duplicate", "row": 2, "take": "update"});
    let chosen = world.call("import.fix", json!({"id": view["id"], "add": update}));
    assert_eq!((&chosen["counts"]["created"], &chosen["counts"]["updated"]), (&json!(1), &json!(1)));
    world.job("import.run", json!({"id": view["id"]}));
    let page = world.call("system.list", json!({"text": "chat"}));
    assert_eq!((page["found"].as_u64(), &page["items"][0]["supplier"]), (Some(1), &json!("Acme")));
    assert_eq!(page["items"][0]["name"], "Chat helper");
}

#[test]
fn a_full_disk_during_the_import_leaves_nothing_behind() {
    let world = World::with_workspace();
    let entries = world.call("trail.list", json!({}))["total"].clone();
    let view = open(&world, INVENTORY);
    let limit = |pages: Option<u32>| {
        world.host.with_open(|open| Ok(open.workspace.limit_growth(pages)?)).unwrap();
    };
    limit(Some(200));
    let error = world.try_job("import.run", json!({"id": view["id"]})).unwrap_err();
    assert_eq!(error.code, Code::DiskFull, "{error:?}");
    assert!(
        error.message.contains("full") && error.hints.iter().any(|hint| hint.contains("Free")),
        "{error:?}"
    );
    assert_eq!(world.call("system.list", json!({}))["total"], 0);
    assert_eq!(world.call("trail.list", json!({}))["total"], entries);
    world.must_verify();
    // With room again the same import goes on where it was.
    limit(None);
    assert_eq!(world.job("import.run", json!({"id": view["id"]}))["counts"]["created"], 3611);
    world.must_verify();
}
