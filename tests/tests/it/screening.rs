//! Screening levels and the criteria they rest on.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

const SOURCES: [&str; 7] =
    ["environment", "transparency", "automation", "machine-learning", "hardware", "life-cycle", "readiness"];

fn answers(high: usize) -> Value {
    let level = |at| if at < high { "high" } else { "low" };
    SOURCES.iter().enumerate().map(|(at, source)| ((*source).to_owned(), json!(level(at)))).collect()
}

#[test]
fn a_level_follows_the_criteria_and_never_touches_the_tier() {
    let world = World::with_workspace();
    let id = world.call("system.create", json!({ "name": "Chatbot" }))["id"].clone();
    let none = world.call("screening.get", json!({ "system": id }));
    assert_eq!((&none["level"], none["sources"].as_array().unwrap().len()), (&Value::Null, 7));
    let set = world.call("screening.set", json!({ "system": id, "answers": answers(1), "note": "" }));
    assert_eq!(set["level"], "medium");
    let listed = || world.call("system.list", json!({ "sort": "screening" }))["items"][0].clone();
    assert_eq!((&listed()["screening"], &listed()["tier"]), (&json!("medium"), &Value::Null));

    let changed = world.call("screening.set_thresholds", json!({ "thresholds": { "high": 1, "medium": 2 } }));
    assert_eq!(changed, json!(1));
    assert_eq!(listed()["screening"], "high");
    assert_eq!(world.call("screening.get", json!({ "system": id }))["outdated"], false);
    world.must_verify();
}

#[test]
fn every_source_has_to_be_judged() {
    let world = World::with_workspace();
    let id = world.call("system.create", json!({ "name": "Chatbot" }))["id"].clone();
    let mut some = answers(0);
    some.as_object_mut().unwrap().remove("readiness");
    let refused = world.refused("screening.set", json!({ "system": id, "answers": some, "note": "" }));
    assert_eq!(refused.fields[0].path, "readiness");
    let range = json!({ "thresholds": { "high": 0, "medium": 2 } });
    assert_eq!(world.refused("screening.set_thresholds", range).code, Code::Invalid);
    let nobody = json!({ "system": "00000000-0000-0000-0000-000000000000" });
    assert!(world.try_call("screening.get", nobody).is_err());
}
