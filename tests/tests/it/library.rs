//! Frameworks, requirements and crosswalks, which need no open workspace.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn ids(found: &Value) -> Vec<&str> {
    found.as_array().into_iter().flatten().filter_map(|one| one["id"].as_str()).collect()
}

#[test]
fn every_requirement_of_every_framework_can_be_opened_and_found() {
    let world = World::new();
    let frameworks = world.call("framework.list", json!({}));
    for framework in frameworks.as_array().unwrap() {
        let view = world.call("framework.get", json!({"id": framework["id"]}));
        for requirement in view["requirements"].as_array().unwrap() {
            let asked = json!({"framework": framework["id"], "id": requirement["id"]});
            let detail = world.call("requirement.get", asked);
            assert_eq!(detail["requirement"], *requirement);
            let of_this = json!({"text": requirement["id"], "framework": framework["id"], "most": 1});
            assert_eq!(ids(&world.call("requirement.find", of_this)), [requirement["id"].as_str().unwrap()]);
        }
    }
}

#[test]
fn requirements_are_found_by_words_over_all_frameworks() {
    let world = World::new();
    let found = world.call("requirement.find", json!({"text": "verif valid", "framework": null, "most": 20}));
    assert_eq!(ids(&found)[0], "A.6.2.4");
    let few = world.call("requirement.find", json!({"text": "risk", "framework": null, "most": 3}));
    assert_eq!(ids(&few).len(), 3);
    let none = world.call("requirement.find", json!({"text": "  ", "framework": null, "most": 3}));
    assert_eq!(none, json!([]));
    let lost = json!({"framework": "iso42001", "id": "A.99.1"});
    assert_eq!(world.refused("requirement.get", lost).code, Code::NotFound);
}

#[test]
fn a_crosswalk_reads_the_same_from_both_ends() {
    let world = World::new();
    let crosswalks = world.call("crosswalk.list", json!({}));
    for crosswalk in crosswalks.as_array().unwrap() {
        let (from, to) = (&crosswalk["from"], &crosswalk["to"]);
        let there = world.call("crosswalk.get", json!({"from": from, "to": to}));
        let back = world.call("crosswalk.get", json!({"from": to, "to": from}));
        assert_eq!(there["fromCoverage"], back["toCoverage"]);
        assert_eq!(there["toAreas"], back["fromAreas"]);
        let pairs = |view: &Value| view["pairs"].as_array().unwrap().len();
        assert_eq!(pairs(&there), pairs(&back));
        // Every end that its framework has stands in one of the framework's areas.
        let areas = ids(&there["fromAreas"]);
        for pair in there["pairs"].as_array().unwrap() {
            if let Some(area) = pair["from"]["area"].as_str() {
                assert!(areas.contains(&area), "{pair}");
            }
        }
    }
}
