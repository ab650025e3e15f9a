//! The register: adding, changing, history, undo, relations.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::json;

#[test]
fn a_system_is_changed_shown_in_history_and_changed_back() {
    let world = World::with_workspace();
    let id = world.call("system.create", json!({"name": "Shift planner"}))["id"].clone();
    let before = world.call("system.get", json!({"id": id}));
    assert_eq!(before["values"]["status"], json!(null));
    world.call(
        "system.update",
        json!({"id": id, "values": {"status": "pilot", "act_roles": "[\"deployer\"]"}, "reason": "Trial in Porto"}),
    );
    let page = world.call("trail.list", json!({"subject": id}));
    assert_eq!(page["entries"][0]["what"], "Changed AI-001 Shift planner");
    assert_eq!(page["entries"][0]["reason"], "Trial in Porto");
    let entry = world.call("trail.get", json!({"n": page["entries"][0]["n"]}));
    let fields = &entry["changes"][0]["fields"];
    assert_eq!(fields[0], json!({"label": "Life-cycle stage", "old": null, "new": "Pilot"}));
    let undone = world.call("trail.undo", json!({"n": page["entries"][0]["n"]}));
    assert_eq!(undone["what"], "Changed AI-001 Shift planner");
    assert_eq!(world.call("system.get", json!({"id": id}))["values"], before["values"]);
    world.must_verify();
}

#[test]
fn bad_values_are_refused_field_by_field_and_nothing_is_written() {
    let world = World::with_workspace();
    let id = world.call("system.create", json!({"name": "Churn forecast"}))["id"].clone();
    let entries = world.call("trail.list", json!({}))["total"].clone();
    let error = world.refused(
        "system.update",
        json!({"id": id, "values": {"status": "flying", "review_due": "2027-02-30", "colour": "red"}}),
    );
    assert_eq!(error.code, Code::Invalid);
    let mut paths: Vec<_> = error.fields.iter().map(|field| field.path.clone()).collect();
    paths.sort();
    assert_eq!(paths, ["colour", "review_due", "status"]);
    assert_eq!(world.call("trail.list", json!({}))["total"], entries);
}

#[test]
fn an_undo_after_a_later_change_is_a_conflict() {
    let world = World::with_workspace();
    let id = world.call("system.create", json!({"name": "Fraud alerts"}))["id"].clone();
    let change = |status: &str| {
        world.call("system.update", json!({"id": id, "values": {"status": status}}));
        world.call("trail.list", json!({}))["entries"][0]["n"].clone()
    };
    let first = change("pilot");
    change("in-use");
    assert_eq!(world.refused("trail.undo", json!({"n": first})).code, Code::Conflict);
    assert_eq!(world.call("system.get", json!({"id": id}))["values"]["status"], "in-use");
}

#[test]
fn an_unchanged_save_writes_no_entry() {
    let world = World::with_workspace();
    let id =
        world.call("system.create", json!({"name": "Fraud alerts", "values": {"status": "pilot"}}))["id"]
            .clone();
    let entries = world.call("trail.list", json!({}))["total"].clone();
    world.call("system.update", json!({"id": id, "values": {"status": "pilot"}}));
    assert_eq!(world.call("trail.list", json!({}))["total"], entries);
}

#[test]
fn evidence_is_kept_once_and_used_where_it_helps() {
    let world = World::with_workspace();
    let system = world.call("system.create", json!({"name": "Document search"}))["id"].clone();
    std::fs::write(world.path("report.txt"), "tested on 3 September").unwrap();
    let attach = |record: &serde_json::Value| {
        world.job(
            "evidence.attach",
            json!({
                "record": record, "file": world.place("report.txt").token, "reference": null, "title": "Test report",
                "effectiveOn": "2026-09-03", "validUntil": "2026-10-01", "note": null,
            }),
        )
    };
    let evidence = attach(&system)["id"].clone();
    let relations = world.call("record.relations", json!({"id": system}));
    let piece = &relations["evidence"][0];
    assert_eq!((piece["code"].as_str(), piece["expired"].as_bool()), (Some("EV-001"), Some(true)));
    assert_eq!(piece["sha256"].as_str().map(str::len), Some(64));
    let other = world.call("system.create", json!({"name": "Code assistant"}))["id"].clone();
    world.call("evidence.use", json!({"evidence": evidence, "record": other, "note": null}));
    let twice = world.refused("evidence.use", json!({"evidence": evidence, "record": other, "note": null}));
    assert_eq!(twice.code, Code::Refused);
    assert_eq!(world.call("evidence.list", json!({}))["items"][0]["uses"].as_array().map(Vec::len), Some(2));
    world.must_verify();
}

#[test]
fn search_finds_by_code_title_and_text() {
    let world = World::with_workspace();
    world.call(
        "system.create",
        json!({"name": "Shift planner", "values": {"purpose": "Proposes weekly rosters for the harbour"}}),
    );
    for text in ["AI-001", "shift", "roster"] {
        let found = world.call("search.find", json!({"text": text}));
        assert_eq!(found[0]["record"]["title"], "Shift planner", "{text}: {found}");
    }
    assert_eq!(world.call("search.find", json!({"text": "\"; DROP TABLE record"})), json!([]));
}
