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
    let twin = world.refused("gap.start", json!({ "name": "baseline ", "kind": "baseline" }));
    assert_eq!(twin.fields[0].path, "name");
    world.call("gap.start", json!({ "name": "Mock", "kind": "mock" }));
    assert_eq!(world.call("gap.get", json!({ "requirement": "4.1" }))["item"]["conformity"], Value::Null);
    let found = world.call("gap.compare", json!({}));
    assert_eq!(line(&found, "4.1")["change"], "open");
    let counts = ["better", "worse", "assessed", "open", "other"].map(|kind| found[kind].as_u64().unwrap());
    assert_eq!(counts, [0, 0, 0, 1, 0], "what is no longer assessed is counted");
    let unknown = json!({ "assessment": "00000000-0000-0000-0000-000000000000" });
    assert_eq!(world.refused("gap.list", unknown).code, Code::NotFound);
}

fn decide(world: &World, control: &str, decision: &str) {
    let input = json!({
        "control": control, "decision": decision, "reasons": [], "exclusionBasis": null, "justification": "",
        "delivery": "own", "deliveryNote": "", "status": null, "owner": null,
    });
    world.call("soa.decide", input);
}

#[test]
fn a_frozen_assessment_keeps_what_the_statement_excluded_then() {
    let world = World::with_workspace();
    assess(&world, "A.10.2", "partly");
    decide(&world, "A.10.2", "excluded");
    let baseline = world.call("gap.freeze", json!({}));
    decide(&world, "A.10.2", "included");
    decide(&world, "A.10.3", "excluded");
    let line = |view: &Value, id: &str| {
        let items = view["items"].as_array().unwrap();
        items.iter().find(|item| item["requirement"] == id).unwrap().clone()
    };
    let then = world.call("gap.list", json!({ "assessment": baseline }));
    assert_eq!(
        (&line(&then, "A.10.2")["excluded"], &line(&then, "A.10.3")["excluded"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(then["controls"]["applicable"], 37);
    world.call("gap.start", json!({ "name": "Again", "kind": "reassessment", "from": baseline }));
    let now = world.call("gap.list", json!({}));
    assert_eq!(
        (&line(&now, "A.10.2")["excluded"], &line(&now, "A.10.3")["excluded"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(now["stages"]["controls"], 1, "included and below 3");
    world.must_verify();
}

#[test]
fn what_was_accepted_of_another_framework_goes_on_in_the_next_assessment() {
    let world = World::with_workspace();
    assess(&world, "4.1", "partly");
    let entries = world.call("reuse.source", json!({"framework": "nist-ai-rmf"}));
    let entry = entries.as_array().unwrap().iter().find(|entry| entry["reaches"].as_u64() > Some(0)).unwrap();
    let id = entry["id"].as_str().unwrap();
    world.call("reuse.assess", json!({"framework": "nist-ai-rmf", "lines": {id: "shown-by-records"}}));
    let view = world.call("reuse.get", json!({}));
    let line = &view["lines"][0]["id"];
    let basis = view["basis"].as_array().unwrap();
    assert!(
        basis.iter().all(|one| one["candidates"].as_u64() > Some(0) && one["accepted"] == 0),
        "{basis:?}"
    );
    let named = |one: &Value| (one["source"].clone(), one["origin"].clone());
    for hop in
        view["lines"].as_array().unwrap().iter().flat_map(|line| line["candidates"].as_array().unwrap())
    {
        let hop = &hop["hops"][0];
        assert!(basis.iter().any(|one| named(one) == named(hop)), "{hop}");
    }
    world.call(
        "reuse.decide",
        json!({"line": line, "framework": "nist-ai-rmf", "source": id, "state": "accepted", "note": "Same"}),
    );
    let baseline = world.call("gap.freeze", json!({}));
    world.call("gap.start", json!({ "name": "Again", "kind": "reassessment", "from": baseline }));
    assert_eq!(world.call("reuse.get", json!({}))["accepted"], 1);
    let detail = world.call("gap.get", json!({ "requirement": line }));
    assert_eq!((&detail["reused"][0]["source"], &detail["reused"][0]["note"]), (&json!(id), &json!("Same")));
    world.must_verify();
}

#[test]
fn blockers_and_stages_follow_answers_actions_and_the_statement() {
    let world = World::with_workspace();
    assess(&world, "6.1.3", "partly");
    let answer = json!({"requirement": "6.1.3", "item": "g", "answer": "no", "recordSeen": null});
    world.call("gap.answer", answer);
    assess(&world, "9.2.1", "not-addressed");
    assess(&world, "A.10.2", "not-addressed");
    let view = world.call("gap.list", json!({}));
    assert_eq!(view["blocking"], 2, "no Statement of Applicability, no internal audit");
    let stages = &view["stages"];
    assert_eq!(
        (&stages["one"], &stages["documents"], &stages["notPlanned"], &stages["two"]),
        (&json!(2), &json!(1), &json!(1), &json!(2)),
        "a control nobody included counts in neither"
    );
    let record = world.call("gap.get", json!({"requirement": "9.2.1"}))["record"].clone();
    world.call(
        "action.create",
        json!({ "source": record, "title": "Audit in March", "owner": null, "due": "2027-03-01" }),
    );
    decide(&world, "A.10.2", "included");
    let view = world.call("gap.list", json!({}));
    assert_eq!((&view["stages"]["notPlanned"], &view["stages"]["controls"]), (&json!(0), &json!(1)));
    let audit = view["items"].as_array().unwrap().iter().find(|item| item["requirement"] == "9.2.1").unwrap();
    assert_eq!((&audit["nextDue"], &audit["stageOne"]), (&json!("2027-03-01"), &json!(["below-paper"])));
    let group = view["groups"].as_array().unwrap().iter().find(|group| group["id"] == "9").unwrap();
    assert_eq!(group["nextDue"], "2027-03-01");
}

#[test]
fn a_conformity_whose_answer_was_undone_asks_for_another_look() {
    let world = World::with_workspace();
    let get = || world.call("gap.get", json!({ "requirement": "5.1" }));
    let detail = get();
    let must = detail["requirement"]["must"].as_array().unwrap();
    for item in must.iter().filter(|item| item["basis"] == "requirement") {
        let input = json!({
            "requirement": "5.1", "item": item["key"], "answer": "yes", "recordSeen": "Minutes of the board",
        });
        world.call("gap.answer", input);
    }
    let answered = world.call("trail.last", json!({}))["n"].clone();
    assess(&world, "5.1", "shown-by-records");
    assert_eq!(get()["item"]["lookAgain"], false);
    world.call("trail.undo", json!({ "n": answered }));
    let item = get()["item"].clone();
    assert_eq!((&item["conformity"], &item["lookAgain"]), (&json!("shown-by-records"), &json!(true)));
    let report = world.job(
        "report.export",
        json!({ "kind": "gap", "format": "pdf", "file": world.place("gap.pdf").token }),
    );
    assert!(report["bytes"].as_u64() > Some(1000), "{report}");
}

#[test]
fn a_baseline_is_frozen_once_something_is_assessed_and_its_stone_set_once_everything_is() {
    let world = World::with_workspace();
    let stone = || {
        let phases = world.call("overview.get", json!({}))["phases"].clone();
        let mut stones = phases[0]["stones"].as_array().unwrap().iter();
        stones.find(|each| each["standing"]["stone"] == "baseline-frozen").unwrap()["standing"]["state"]
            .clone()
    };
    world.call("gap.start", json!({ "name": "Baseline", "kind": "baseline" }));
    let refused = world.refused("gap.freeze", json!({}));
    assert_eq!(refused.code, Code::Refused);
    assert!(refused.message.contains("70"), "{}", refused.message);
    assess(&world, "4.1", "partly");
    world.call("gap.freeze", json!({}));
    assert_eq!(stone(), "in-progress", "one of 70 lines is assessed");
    let listed = world.call("gap.list", json!({}))["items"].clone();
    world.call("gap.start", json!({ "name": "Whole baseline", "kind": "baseline" }));
    decide(&world, "A.10.2", "excluded");
    for item in listed.as_array().unwrap().iter().filter(|item| item["requirement"] != "A.10.2") {
        assess(&world, item["requirement"].as_str().unwrap(), "not-addressed");
    }
    assert_eq!(stone(), "in-progress", "it is not frozen yet");
    world.call("gap.freeze", json!({}));
    assert_eq!(stone(), "set", "every line that applies is assessed");
    world.must_verify();
}

#[test]
fn a_line_that_is_found_says_of_which_assessment_it_is() {
    let world = World::with_workspace();
    assess(&world, "4.1", "partly");
    let baseline = world.call("gap.freeze", json!({}));
    world.call("gap.start", json!({ "name": "Again", "kind": "reassessment", "from": baseline }));
    let found = world.call("search.find", json!({ "text": "understanding context", "kinds": ["gap-line"] }));
    let mut kinds: Vec<&str> =
        found.as_array().unwrap().iter().map(|hit| hit["kind"].as_str().unwrap()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["Gap line, Again", "Gap line, Baseline"]);
}
