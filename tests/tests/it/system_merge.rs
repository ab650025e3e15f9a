//! Merging two entries of the register: decisions, duties, life cycle, screening and history go along.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

/// The sample, and its first two systems with a signed decision of another tier each.
fn signed() -> (World, Value, Value) {
    let world = World::new();
    let token = world.place("sample.cairn").token;
    world.job("workspace.sample", json!({"file": token}));
    let first = |tier: &str| {
        let page = world.call("system.list", json!({"tier": [tier], "offset": 0, "limit": 1}));
        page["items"][0]["id"].clone()
    };
    let (high, limited) = (first("high"), first("limited"));
    (world, high, limited)
}

fn duties(world: &World, system: &Value) -> Value {
    world.call("obligation.list", json!({"system": system, "offset": 0, "limit": 500}))
}

/// Everything that is shown of a system.
fn all_of(world: &World, system: &Value) -> Vec<Value> {
    let mut view = world.call("system.get", json!({"id": system}));
    // The merge and its undo are part of the history, and stamps say who wrote last.
    view["counts"]["history"] = json!(null);
    view["rev"] = json!(null);
    vec![
        view,
        world.call("system.life", json!({"id": system})),
        world.call("system.class", json!({"id": system})),
        duties(world, system),
        world.call("screening.get", json!({"system": system})),
        world.call("record.relations", json!({"id": system})),
    ]
}

#[test]
fn a_decided_system_brings_everything_into_an_empty_entry_and_one_undo_takes_it_back() {
    let (world, high, _) = signed();
    let fresh = world.call("system.create", json!({"name": "Found twice", "values": {}}))["id"].clone();
    let first = duties(&world, &high)["items"][0].clone();
    let record = world.call(
        "obligation.update",
        json!({
            "system": high, "pack": first["pack"], "obligation": first["duty"]["id"], "status": "in-progress",
            "owner": null, "due": "2027-03-01", "reason": "Begun",
        }),
    );
    world.call("comment.create", json!({"record": record, "body": "Half done"}));
    world.call("system.version", json!({"id": high, "row": null, "version": "7.1", "since": "2026-11-23", "change": "New model", "effects": ""}));
    let sources = world.call("screening.get", json!({"system": high}))["sources"].clone();
    let answers: serde_json::Map<String, Value> = sources
        .as_array()
        .unwrap()
        .iter()
        .map(|source| (source["id"].as_str().unwrap().to_owned(), json!("high")))
        .collect();
    world.call("screening.set", json!({"system": high, "answers": answers, "note": ""}));
    let (before, before_fresh) = (all_of(&world, &high), all_of(&world, &fresh));
    let steps = before[1]["transitions"].clone();
    assert!(!steps.as_array().unwrap().is_empty());

    let merged = world.call("system.merge", json!({"from": high, "into": fresh}));
    assert_eq!(merged["again"], json!([]), "one decision only: nothing to decide again");
    let after = all_of(&world, &fresh);
    assert_eq!(after[0]["item"]["tier"], "high");
    assert_eq!(after[0]["values"]["status"], before[0]["values"]["status"]);
    assert_eq!(after[1]["transitions"], steps);
    assert_eq!(after[1]["versions"][0]["version"], "7.1");
    assert_eq!(after[2]["items"][0]["tier"], before[2]["items"][0]["tier"]);
    assert_eq!(after[3]["counts"], before[3]["counts"], "every duty, and where it stands");
    let kept = after[3]["items"].as_array().unwrap().iter().find(|item| item["reason"] == "Begun").unwrap();
    assert_eq!((&kept["status"], &kept["due"]), (&json!("in-progress"), &json!("2027-03-01")));
    let relations = world.call("record.relations", json!({"id": kept["record"]}));
    assert_eq!(relations["comments"][0]["body"], "Half done");
    assert_eq!(after[4]["level"], "high");
    // The history is that of both: what was decided of the one that went is found with the one that stays.
    let told = world.call("trail.list", json!({"subject": fresh, "limit": 500}));
    let actions: Vec<&str> =
        told["entries"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    for action in ["system.merge", "classification.decide", "system.version", "screening.set"] {
        assert!(actions.contains(&action), "{action} is missing: {actions:?}");
    }
    let decided =
        told["entries"].as_array().unwrap().iter().find(|entry| entry["action"] == "system.version");
    let detail = world.call("trail.get", json!({"n": decided.unwrap()["n"], "record": fresh}));
    assert!(!detail["changes"].as_array().unwrap().is_empty(), "with what it changed");
    world.must_verify();

    let entry = world.call("trail.list", json!({"action": "system.merge"}))["entries"][0]["n"].clone();
    world.call("trail.undo", json!({"n": entry}));
    assert_eq!(all_of(&world, &high), before);
    assert_eq!(all_of(&world, &fresh), before_fresh);
    world.must_verify();
}

#[test]
fn of_two_decisions_the_one_that_stays_is_in_force_and_what_differs_is_asked_again() {
    let (world, high, limited) = signed();
    let case = || world.call("classification.get", json!({"system": limited}));
    let before = case();
    let merged = world.call("system.merge", json!({"from": high, "into": limited}));
    assert_eq!(merged["again"], json!(["EU AI Act"]));
    let item = world.call("system.get", json!({"id": limited}))["item"].clone();
    assert_eq!((&item["tier"], &item["draft"]), (&json!("limited"), &json!(true)));
    let after = case();
    assert_eq!(after["standing"], "draft");
    let (own, open) =
        (before["answers"]["answers"].as_object().unwrap(), after["answers"]["answers"].as_object().unwrap());
    assert!(open.len() < own.len(), "answers that differ are open again");
    assert!(open.iter().all(|(question, answer)| own.get(question) == Some(answer)), "none is taken over");
    let standings: Vec<&Value> =
        after["history"].as_array().unwrap().iter().map(|past| &past["standing"]).collect();
    assert_eq!(standings.iter().filter(|standing| **standing == "decided").count(), 1);
    assert!(
        standings.iter().any(|standing| *standing == "superseded"),
        "the other one is an earlier one: {standings:?}"
    );
    world.must_verify();
}

#[test]
fn the_stage_of_the_system_that_stays_is_kept_and_said() {
    let world = World::with_workspace();
    let make = |name: &str, values: Value| {
        world.call("system.create", json!({"name": name, "values": values}))["id"].clone()
    };
    let stays =
        make("Tenant check", json!({"status": "in-use", "in_use_since": "2025-01-01", "version": "1.0"}));
    let goes = make("Tenant check (old)", json!({}));
    world.call("system.transition", json!({"id": goes, "status": "retired", "on": "2026-06-01", "note": ""}));
    world.call("system.merge", json!({"from": goes, "into": stays}));
    let life = world.call("system.life", json!({"id": stays}));
    let steps: Vec<&str> =
        life["transitions"].as_array().unwrap().iter().map(|step| step["status"].as_str().unwrap()).collect();
    assert_eq!(steps, ["in-use", "retired", "in-use"]);
    assert!(life["transitions"][0]["note"].as_str().unwrap().contains("AI-002"));
    assert_eq!(world.call("system.get", json!({"id": stays}))["values"]["status"], "in-use");
    world.must_verify();
}

#[test]
fn a_system_that_went_takes_no_more_writes_and_names_the_one_that_stays() {
    let world = World::with_workspace();
    let create = |name: &str| world.call("system.create", json!({"name": name, "values": {}}))["id"].clone();
    let (merged, deleted, stays, parent) =
        (create("Twin"), create("Mistake"), create("Original"), create("Suite"));
    let open = json!({"source": deleted, "title": "Ask IT", "owner": null, "due": null});
    let open = world.call("action.create", open);
    world.call("system.merge", json!({"from": merged, "into": stays}));
    world.call("system.delete", json!({"ids": [deleted]}));
    for (gone, says) in [(&merged, "AI-003"), (&deleted, "deleted")] {
        let writes = [
            ("system.update", json!({"id": gone, "values": {"supplier": "Lost"}, "reason": ""})),
            ("system.update", json!({"id": gone, "values": {"name": "Lost"}, "reason": ""})),
            (
                "system.update_many",
                json!({"ids": [parent, gone], "values": {"supplier": "Lost"}, "reason": ""}),
            ),
            ("system.transition", json!({"id": gone, "status": "retired", "on": "2026-11-01", "note": ""})),
            ("system.set_parent", json!({"id": gone, "parent": parent})),
            ("comment.create", json!({"record": gone, "body": "Lost"})),
            ("action.create", json!({"source": gone, "title": "Lost", "owner": null, "due": null})),
        ];
        for (name, input) in writes {
            let refused = world.refused(name, input);
            assert_eq!(refused.code, Code::Refused, "{name}: {refused:?}");
            assert!(refused.message.contains(says), "{name}: {}", refused.message);
        }
        assert_eq!(world.refused("classification.begin", json!({"system": gone})).code, Code::NotFound);
        let view = world.call("system.get", json!({"id": gone}));
        assert_eq!(view["values"]["supplier"], json!(null));
        assert!(view["counts"]["history"].as_u64().unwrap() > 1, "its history can be read");
    }
    assert_eq!(world.call("system.get", json!({"id": parent}))["values"]["supplier"], json!(null));
    let gone = |id: &Value| world.call("system.get", json!({"id": id}))["gone"].clone();
    assert_eq!(gone(&merged)["into"]["id"], stays);
    assert_eq!((gone(&deleted)["into"].clone(), gone(&stays)), (json!(null), json!(null)));
    // What hung on it before can still be worked on, and undo brings the system back.
    let update =
        json!({"id": open, "title": "Ask IT", "status": "done", "owner": null, "due": null, "plan": null});
    world.call("action.update", update);
    let entry = world.call("trail.list", json!({"action": "system.merge"}))["entries"][0]["n"].clone();
    world.call("trail.undo", json!({"n": entry}));
    world.call("system.update", json!({"id": merged, "values": {"supplier": "Found"}, "reason": ""}));
    assert_eq!(gone(&merged), json!(null));
    // Where the one it went into went on into another, that one is named.
    world.call("system.merge", json!({"from": merged, "into": stays}));
    world.call("system.merge", json!({"from": stays, "into": parent}));
    assert_eq!(gone(&merged)["into"]["id"], parent);
    world.must_verify();
}
