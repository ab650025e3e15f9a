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
    assert_eq!(listed()["screening"], "medium", "nobody's judgement is rewritten");
    let stands = world.call("screening.get", json!({ "system": id }));
    assert_eq!(
        (&stands["level"], &stands["outdated"], &stands["byNow"]),
        (&json!("medium"), &json!(true), &json!("high"))
    );
    assert_eq!((&stands["by"], &stands["at"]), (&set["by"], &set["at"]));
    let again = world.call("screening.set", json!({ "system": id, "answers": answers(1), "note": "" }));
    assert_eq!(
        (&again["level"], &again["outdated"], &again["byNow"]),
        (&json!("high"), &json!(false), &Value::Null)
    );
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

#[test]
fn the_queue_goes_by_screening_level_first() {
    let world = World::with_workspace();
    let names = ["Low", "None", "High", "Medium"];
    let ids: Vec<Value> =
        names.iter().map(|name| world.call("system.create", json!({ "name": name }))["id"].clone()).collect();
    for (at, high) in [(0, 0), (2, 7), (3, 1)] {
        world.call("screening.set", json!({ "system": ids[at], "answers": answers(high), "note": "" }));
    }
    let list = world.call("classification.list", json!({}));
    let listed: Vec<&Value> = list["items"].as_array().unwrap().iter().map(|item| &item["name"]).collect();
    assert_eq!(listed, ["High", "Medium", "None", "Low"]);
    let at = |at: usize| world.call("classification.queue", json!({ "at": ids[at] }));
    let next = |from: usize| at(from)["next"]["title"].clone();
    assert_eq!([next(2), next(3), next(1), next(0)], ["Medium", "None", "Low", "High"]);
    assert_eq!((&at(2)["level"], &at(1)["level"]), (&json!("high"), &Value::Null));
    assert_eq!(at(2)["previous"]["title"], "Low");
}
