//! The life of a system: dated steps, versions, merging two entries, saved views.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn system(world: &World, name: &str, values: Value) -> Value {
    world.call("system.create", json!({"name": name, "values": values}))["id"].clone()
}

#[test]
fn steps_are_dated_and_the_latest_is_the_state() {
    let world = World::with_workspace();
    let id = system(&world, "Shift planner", json!({"status": "idea"}));
    let step = |status: &str, on: &str| json!({"id": id, "status": status, "on": on, "note": "Board"});
    world.call("system.transition", step("pilot", "2026-06-01"));
    let state = || world.call("system.get", json!({"id": id}))["values"]["status"].clone();
    assert_eq!(state(), "idea", "an earlier step that is noted later does not change the present");
    world.call("system.update", json!({"id": id, "values": {"status": "in-use"}}));
    let life = world.call("system.life", json!({"id": id}));
    let steps: Vec<&str> =
        life["transitions"].as_array().unwrap().iter().map(|step| step["status"].as_str().unwrap()).collect();
    assert_eq!(steps, ["in-use", "idea", "pilot"]);
    let drop = &life["transitions"][0]["id"];
    world.call("system.drop_transition", json!({"id": drop}));
    assert_eq!(state(), "idea");
    assert_eq!(world.refused("system.transition", step("retired", "2030-01-01")).fields[0].path, "on");
    assert_eq!(world.refused("system.transition", step("retired", "soon")).fields[0].path, "on");
    world.must_verify();
}

#[test]
fn the_newest_version_is_the_one_of_the_form() {
    let world = World::with_workspace();
    let id = system(&world, "Shift planner", json!({}));
    let version = |row: Value, name: &str, since: &str| json!({"id": id, "row": row, "version": name, "since": since, "change": "New model", "effects": ""});
    world.call("system.version", version(json!(null), "2.0", "2026-05-01"));
    world.call("system.version", version(json!(null), "1.0", "2025-05-01"));
    let life = world.call("system.life", json!({"id": id}));
    assert_eq!(
        (&life["versions"][0]["version"], &life["versions"][1]["version"]),
        (&json!("2.0"), &json!("1.0"))
    );
    assert_eq!(world.call("system.get", json!({"id": id}))["values"]["version"], "2.0");
    let row = life["versions"][0]["id"].clone();
    world.call("system.version", version(row.clone(), "2.1", "2026-05-01"));
    assert_eq!(world.call("system.get", json!({"id": id}))["values"]["version"], "2.1");
    assert_eq!(world.refused("system.version", version(json!(null), " ", "")).fields[0].path, "version");
    world.call("system.drop_version", json!({"id": row}));
    assert_eq!(world.call("system.get", json!({"id": id}))["values"]["version"], "1.0");
    let other = system(&world, "Invoices", json!({}));
    let foreign = world.call("system.life", json!({"id": id}))["versions"][0]["id"].clone();
    let mut theirs = version(foreign, "9.9", "2026-05-01");
    theirs["id"] = other;
    assert_eq!(world.refused("system.version", theirs).code, Code::NotFound);
    assert_eq!(world.call("system.life", json!({"id": id}))["versions"][0]["version"], "1.0");
    world.must_verify();
}

#[test]
fn what_the_form_says_becomes_steps_and_versions() {
    let world = World::with_workspace();
    let id = system(
        &world,
        "Shift planner",
        json!({"status": "in-use", "in_use_since": "2025-03-01", "version": "1.0"}),
    );
    let life = || world.call("system.life", json!({"id": id}));
    let update = |values: Value| world.call("system.update", json!({"id": id, "values": values}));
    assert_eq!(
        (&life()["transitions"][0]["on"], &life()["versions"][0]["version"]),
        (&json!("2025-03-01"), &json!("1.0"))
    );
    assert_eq!(life()["versions"][0]["since"], json!(null), "nobody said since when");
    // A version somebody is still typing is one version, and the day it came into use is one day.
    update(json!({"version": "1.0b"}));
    update(json!({"in_use_since": "2025-02-01"}));
    assert_eq!(life()["versions"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&life()["transitions"][0]["on"], &life()["versions"][0]["version"]),
        (&json!("2025-02-01"), &json!("1.0b"))
    );
    // With words of its own it stays, and another one follows it.
    let row = life()["versions"][0]["id"].clone();
    world.call("system.version", json!({"id": id, "row": row, "version": "1.0b", "since": "2025-02-01", "change": "First", "effects": ""}));
    update(json!({"version": "2.0"}));
    let versions = life()["versions"].clone();
    assert_eq!((&versions[0]["version"], &versions[1]["version"]), (&json!("2.0"), &json!("1.0b")));
    assert_eq!(world.call("system.get", json!({"id": id}))["values"]["version"], "2.0");
    update(json!({"version": null}));
    assert_eq!(world.call("system.get", json!({"id": id}))["values"]["version"], "1.0b");
    // A day that is still to come, or before an earlier step, is not the day of the step.
    update(json!({"status": "suspended"}));
    update(json!({"status": "in-use", "in_use_since": "2024-01-01"}));
    assert_eq!(life()["transitions"][0]["on"], "2026-11-23");
    world.must_verify();
}

#[test]
fn merging_fills_what_is_empty_moves_what_hangs_and_can_be_undone() {
    let world = World::with_workspace();
    let stays = system(&world, "Tenant check", json!({"supplier": "Scorewell"}));
    let goes = system(&world, "Tenant credit check", json!({"supplier": "Score Well Ltd", "model": "SW 4"}));
    let third = system(&world, "Invoices", json!({}));
    world.call("link.create", json!({"from": goes, "to": third, "relation": "uses", "note": null}));
    world.call("link.create", json!({"from": goes, "to": stays, "relation": "see-also", "note": null}));
    world.call("comment.create", json!({"record": goes, "body": "Seen twice"}));
    world.call("action.create", json!({"source": goes, "title": "Clear up", "owner": null, "due": null}));
    let before = world.call("system.get", json!({"id": stays}));
    let merged = world.call("system.merge", json!({"from": goes, "into": stays}));
    assert_eq!(
        (&merged["filled"], &merged["kept"], &merged["moved"]),
        (&json!(["model"]), &json!(["supplier"]), &json!(3))
    );
    assert_eq!(world.call("system.list", json!({}))["total"], 2);
    let relations = world.call("record.relations", json!({"id": stays}));
    let counts = ["links", "comments", "actions"].map(|kind| relations[kind].as_array().unwrap().len());
    assert_eq!(counts, [1, 1, 1], "the link between the two fell away");
    assert_eq!(world.refused("system.merge", json!({"from": stays, "into": stays})).code, Code::Refused);
    assert_eq!(world.refused("system.merge", json!({"from": goes, "into": stays})).code, Code::NotFound);
    let entry = world.call("trail.list", json!({"action": "system.merge"}))["entries"][0]["n"].clone();
    world.call("trail.undo", json!({"n": entry}));
    assert_eq!(world.call("system.list", json!({}))["total"], 3);
    assert_eq!(world.call("system.get", json!({"id": stays}))["values"], before["values"]);
    world.must_verify();
}

#[test]
fn views_are_kept_for_all_or_for_oneself() {
    let world = World::with_workspace();
    let save = |name: &str, query: &str, own: bool| json!({"screen": "system", "name": name, "query": query, "columns": ["name", "tier"], "own": own});
    world.call("view.save", save("High risk", "tier=high", false));
    world.call("view.save", save("High risk", "tier=high&scope=in", false));
    let mine = world.call("view.save", save("Mine", "owner=me", true));
    let list = world.call("view.list", json!({"screen": "system"}));
    assert_eq!(list.as_array().unwrap().len(), 2, "one of the same name is replaced");
    assert_eq!(list[0]["query"], "tier=high&scope=in");
    assert_eq!(world.refused("view.save", save(" ", "", false)).fields[0].path, "name");
    assert_eq!(world.refused("view.save", save("x", &"q".repeat(5000), false)).fields[0].path, "query");
    world.call("view.delete", json!({"id": mine}));
    assert_eq!(world.call("view.list", json!({"screen": "system"})).as_array().unwrap().len(), 1);
    world.must_verify();
}
