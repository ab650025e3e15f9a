//! What a system is a part of, its sets of data, what decisions say of it, and statements that need a reason.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn system(world: &World, name: &str, values: Value) -> Value {
    world.call("system.create", json!({"name": name, "values": values}))["id"].clone()
}

#[test]
fn parts_are_shown_with_their_whole_and_make_no_circle() {
    let world = World::with_workspace();
    let whole = system(&world, "Letting platform", json!({}));
    let part = system(&world, "Tenant check", json!({}));
    let small = system(&world, "Score model", json!({}));
    let parent = |id: &Value, parent: &Value| json!({"id": id, "parent": parent});
    world.call("system.set_parent", parent(&part, &whole));
    world.call("system.set_parent", parent(&small, &part));
    for (id, above) in [(&whole, &whole), (&whole, &part), (&whole, &small)] {
        assert_eq!(world.refused("system.set_parent", parent(id, above)).fields[0].path, "parent");
    }
    let view = world.call("system.get", json!({"id": part}));
    assert_eq!((&view["item"]["parent"]["id"], &view["parts"][0]["id"]), (&whole, &small));
    let listed = world.call("system.list", json!({"parent": whole}));
    assert_eq!(listed["found"], 2, "the whole and its part");
    let wholes = world.call("system.choices", json!({}))["wholes"].clone();
    assert_eq!(wholes.as_array().unwrap().len(), 2);

    // A part of what goes becomes a part of what stays.
    let other = system(&world, "Letting suite", json!({}));
    world.call("system.merge", json!({"from": whole, "into": other}));
    assert_eq!(world.call("system.get", json!({"id": part}))["item"]["parent"]["id"], other);
    // And where the part itself stays, it is no part of itself.
    world.call("system.merge", json!({"from": part, "into": small}));
    assert_eq!(world.call("system.get", json!({"id": small}))["item"]["parent"]["id"], other);
    world.call("system.set_parent", parent(&small, &json!(null)));
    assert_eq!(world.call("system.get", json!({"id": other}))["parts"], json!([]));
    world.must_verify();
}

#[test]
fn sets_of_data_belong_to_one_system() {
    let world = World::with_workspace();
    let (one, two) = (system(&world, "Tenant check", json!({})), system(&world, "Invoices", json!({})));
    let set = |id: &Value, row: &Value, name: &str| {
        json!({"id": id, "row": row, "name": name, "provenance": "Own records, 2019 to 2025",
               "personalData": "yes", "specialCategories": "unknown", "note": ""})
    };
    world.call("system.data_set", set(&one, &json!(null), "DS-7"));
    let row = world.call("system.get", json!({"id": one}))["dataSets"][0].clone();
    assert_eq!(
        (&row["name"], &row["personalData"], &row["note"]),
        (&json!("DS-7"), &json!("yes"), &json!(null))
    );
    assert_eq!(world.refused("system.data_set", set(&one, &json!(null), " ")).fields[0].path, "name");
    world.refused("system.data_set", set(&two, &row["id"], "DS-8"));
    world.call("system.merge", json!({"from": one, "into": two}));
    assert_eq!(world.call("system.get", json!({"id": two}))["dataSets"][0]["name"], "DS-7");
    world.call("system.drop_data_set", json!({"id": row["id"]}));
    assert_eq!(world.call("system.get", json!({"id": two}))["dataSets"], json!([]));
    world.must_verify();
}

#[test]
fn out_of_scope_and_restricted_need_a_reason() {
    let world = World::with_workspace();
    let id = system(&world, "Tenant check", json!({}));
    let update = |values: Value| json!({"id": id, "values": values});
    let refused = |values: Value| world.refused("system.update", update(values)).fields[0].path.clone();
    assert_eq!(refused(json!({"scope": "out"})), "scope_reason");
    assert_eq!(refused(json!({"restricted": "yes", "restriction_reason": " "})), "restriction_reason");
    world.call("system.update", update(json!({"scope": "out", "scope_reason": "Sold in May"})));
    assert_eq!(refused(json!({"scope_reason": null})), "scope_reason");
    world.call("system.update", update(json!({"scope": "in", "scope_reason": null})));
    let many = json!({"ids": [id], "values": {"scope": "out"}});
    assert_eq!(world.refused("system.update_many", many).fields[0].path, "scope_reason");
    let new = json!({"name": "Invoices", "values": {"restricted": "yes"}});
    assert_eq!(world.refused("system.create", new).fields[0].path, "restriction_reason");
    assert_eq!(world.call("system.list", json!({}))["total"], 1);
}

#[test]
fn the_class_of_a_system_is_what_was_decided() {
    let world = World::new();
    let token = world.place("sample.cairn").token;
    world.job("workspace.sample", json!({"file": token}));
    let page = world.call("system.list", json!({"tier": ["high"], "offset": 0, "limit": 1}));
    let id = page["items"][0]["id"].clone();
    let class = || world.call("system.class", json!({"id": id}));
    let first = class();
    let act = &first["items"][0];
    assert_eq!((&act["pack"], &act["decision"]["kind"]), (&json!("eu-ai-act"), &json!("decision")));
    assert!(!act["outcomes"].as_array().unwrap().is_empty());
    let topics = act["topics"].as_array().unwrap();
    assert!(topics.iter().any(|topic| !topic["says"].as_array().unwrap().is_empty()));
    assert!(first["duties"].as_u64().unwrap() > 0);
    // The register names another role than the decision: a person is told.
    world.call("system.update", json!({"id": id, "values": {"act_roles": "[\"importer\"]"}}));
    let roles = class()["roles"].clone();
    assert_eq!(roles["onlyRegister"], json!(["importer"]));
    assert!(!roles["onlyDecision"].as_array().unwrap().is_empty());
    // An undecided one says nothing.
    let fresh = system(&world, "Fresh", json!({"act_roles": "[\"deployer\"]"}));
    let none = world.call("system.class", json!({"id": fresh}));
    assert_eq!((&none["items"], &none["roles"], &none["duties"]), (&json!([]), &json!(null), &json!(0)));
}

#[test]
fn links_of_a_system_do_not_say_what_it_is_a_part_of() {
    let world = World::with_workspace();
    let ids = ["Suite", "Part"]
        .map(|name| world.call("system.create", json!({"name": name, "values": {}}))["id"].clone());
    let offers = world.call("record.relations", json!({"id": ids[0]}))["offers"].clone();
    assert_eq!(offers, json!(["depends-on", "uses", "concerns", "see-also"]));
    let link = json!({"from": ids[1], "to": ids[0], "relation": "part-of", "note": null});
    assert_eq!(world.refused("link.create", link).code, Code::Refused);
}
