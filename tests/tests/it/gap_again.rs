//! Several assessments: freezing one, beginning another from it, and what changed.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn assess(world: &World, requirement: &str, conformity: &str) {
    let input = json!({
        "requirement": requirement, "conformity": conformity, "maturity": null, "statement": "", "grade": null,
        "confidence": null, "note": "", "notNeededFact": "", "owner": null,
    });
    world.call("gap.assess", input);
}

fn line<'a>(comparison: &'a Value, requirement: &str) -> &'a Value {
    let mut lines = comparison["lines"].as_array().unwrap().iter();
    lines.find(|line| line["requirement"] == requirement).unwrap()
}

#[test]
fn a_reassessment_begins_where_the_baseline_ended_and_shows_what_changed() {
    let world = World::with_workspace();
    assess(&world, "4.1", "partly");
    assess(&world, "4.2", "partly");
    assert_eq!(world.call("gap.compare", json!({})), Value::Null, "nothing to compare with");
    let baseline = world.call("gap.freeze", json!({}));
    let begin = json!({ "name": "After half a year", "kind": "reassessment", "from": baseline });
    let second = world.call("gap.start", begin);
    let listed = world.call("gap.assessments", json!({}));
    assert_eq!((&listed[0]["id"], &listed[0]["basedOn"]), (&second, &baseline));
    assert_eq!(listed[1]["state"], "frozen");
    assert!(listed[1]["frozenOn"].is_string());
    assert_eq!(world.call("gap.get", json!({ "requirement": "4.1" }))["item"]["conformity"], "partly");

    assess(&world, "4.1", "on-paper");
    assess(&world, "4.2", "not-addressed");
    assess(&world, "4.3", "partly");
    let found = world.call("gap.compare", json!({}));
    assert_eq!((&found["better"], &found["worse"], &found["assessed"]), (&json!(1), &json!(1), &json!(1)));
    assert_eq!(line(&found, "4.1")["change"], "better");
    assert_eq!(line(&found, "4.2")["change"], "worse");
    assert_eq!(line(&found, "4.3")["change"], "assessed");
    assert_eq!(line(&found, "4.4")["change"], "same");

    let then = world.call("gap.get", json!({ "requirement": "4.1", "assessment": baseline }));
    assert_eq!((&then["item"]["conformity"], &then["frozen"]), (&json!("partly"), &json!(true)));
    let whole = world.call("gap.list", json!({ "assessment": baseline }));
    assert_eq!(whole["assessment"]["id"], baseline);
    world.must_verify();
}

#[test]
fn actions_of_a_frozen_line_go_on_in_the_next_assessment() {
    let world = World::with_workspace();
    assess(&world, "4.1", "partly");
    let old = world.call("gap.get", json!({ "requirement": "4.1" }))["record"].clone();
    world.call(
        "action.create",
        json!({ "source": old, "title": "List the issues", "owner": null, "due": null }),
    );
    let baseline = world.call("gap.freeze", json!({}));
    world.call("gap.start", json!({ "name": "Again", "kind": "reassessment", "from": baseline }));
    let new = world.call("gap.get", json!({ "requirement": "4.1" }))["record"].clone();
    assert_ne!(new, old);
    let hangs = world.call("record.relations", json!({ "id": new }));
    assert_eq!(hangs["actions"][0]["title"], "List the issues");
    let roadmap = world.call("roadmap.get", json!({}));
    assert_eq!(roadmap["actions"][0]["line"], "4.1");
}

#[test]
fn a_mock_audit_may_begin_empty_and_one_assessment_is_open_at_a_time() {
    let world = World::with_workspace();
    assess(&world, "4.1", "on-paper");
    let early = world.refused("gap.start", json!({ "name": "Mock", "kind": "mock" }));
    assert_eq!(early.code, Code::Refused);
    world.call("gap.freeze", json!({}));
    world.call("gap.start", json!({ "name": "Mock", "kind": "mock" }));
    assert_eq!(world.call("gap.get", json!({ "requirement": "4.1" }))["item"]["conformity"], Value::Null);
    let found = world.call("gap.compare", json!({}));
    assert_eq!(line(&found, "4.1")["change"], "open");
    let unknown = json!({ "assessment": "00000000-0000-0000-0000-000000000000" });
    assert_eq!(world.refused("gap.list", unknown).code, Code::NotFound);
}
