//! Deciding the Statement of Applicability, assessing gaps, printing both.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn decide(world: &World, control: &str, decision: &str, justification: &str) -> Value {
    let reasons = if decision == "included" { json!(["own-policy"]) } else { json!([]) };
    let basis = if decision == "excluded" { json!("not-needed-by-risk") } else { json!(null) };
    world.call(
        "soa.decide",
        json!({
            "control": control, "decision": decision, "reasons": reasons, "justification": justification,
            "exclusionBasis": basis, "delivery": "own", "deliveryNote": "", "status": "in-place", "owner": null,
        }),
    )
}

#[test]
fn every_control_is_there_and_counts_follow_the_rows() {
    let world = World::with_workspace();
    let empty = world.call("soa.list", json!({}));
    assert_eq!(empty["counts"]["rows"], 38);
    assert_eq!(empty["counts"]["not_decided"], 38);
    decide(&world, "A.2.2", "included", "The AI policy sets duties for every team.");
    decide(&world, "A.4.4", "excluded", "Tools come with hosted services.");
    let list = world.call("soa.list", json!({}));
    assert_eq!(list["counts"]["included"], 1);
    assert_eq!(list["counts"]["excluded"], 1);
    let history = world.call("trail.list", json!({"action": "soa."}));
    assert_eq!(history["entries"][0]["what"], "Set A.4.4 Tooling resources to Excluded");
    assert_eq!(world.refused("soa.get", json!({"control": "A.99.1"})).code, Code::Refused);
    world.must_verify();
}

#[test]
fn a_reason_rests_on_what_it_can_rest_on() {
    let world = World::with_workspace();
    decide(&world, "A.2.2", "included", "The AI policy sets duties for every team.");
    let rests = |reason: &str, target: &str, add: bool| json!({"control": "A.2.2", "reason": reason, "target": target, "add": add});
    let links = || world.call("soa.get", json!({"control": "A.2.2"}))["item"]["reasonLinks"].clone();
    let policy = world.job(
        "evidence.attach",
        json!({"record": null, "file": null, "reference": "Intranet, policies", "title": "AI policy 2.0",
               "effectiveOn": null, "validUntil": null, "note": null}),
    );
    let id = policy["id"].as_str().unwrap().to_owned();
    let offered = world
        .call("soa.reason_targets", json!({"control": "A.2.2", "reason": "own-policy", "text": "policy"}));
    assert_eq!(offered[0]["target"], id.as_str());
    world.call("soa.link_reason", rests("own-policy", &id, true));
    assert!(links()[0]["label"].as_str().unwrap().ends_with("AI policy 2.0"), "{}", links());
    // An article is no policy of ours, and a reason that is not given rests on nothing.
    assert_eq!(
        world.refused("soa.link_reason", rests("own-policy", "eu-ai-act:Art. 9", true)).code,
        Code::Refused
    );
    assert_eq!(world.refused("soa.link_reason", rests("law", "eu-ai-act:Art. 9", true)).code, Code::Refused);
    let law =
        world.call("soa.reason_targets", json!({"control": "A.2.2", "reason": "law", "text": "art. 9"}));
    assert!(law.as_array().unwrap().iter().any(|each| each["target"] == "eu-ai-act:Art. 9"), "{law}");
    // Reasons that are taken back take along what they rested on.
    decide(&world, "A.2.2", "excluded", "Not needed.");
    assert_eq!(links(), json!([]));
    decide(&world, "A.2.2", "included", "The AI policy sets duties for every team.");
    world.call("soa.link_reason", rests("own-policy", &id, true));
    world.call("soa.link_reason", rests("own-policy", &id, false));
    assert_eq!(links(), json!([]));
    world.must_verify();
}

#[test]
fn conformity_is_refused_while_the_answers_stand_against_it() {
    let world = World::with_workspace();
    let detail = world.call("gap.get", json!({"requirement": "A.2.2"}));
    let items = detail["requirement"]["must"].as_array().unwrap().clone();
    let assess = |conformity: &str| {
        json!({
            "requirement": "A.2.2", "conformity": conformity, "maturity": null, "statement": "", "grade": null,
            "confidence": null, "note": "", "notNeededFact": "", "owner": null,
        })
    };
    assert_eq!(world.refused("gap.assess", assess("shown-by-records")).code, Code::Refused);
    for item in &items {
        world.call(
            "gap.answer",
            json!({"requirement": "A.2.2", "item": item["key"], "answer": "yes", "recordSeen": "Policy 2.0, signed 3 September"}),
        );
    }
    let assessed = world.call("gap.assess", assess("shown-by-records"));
    assert_eq!(assessed["item"]["conformity"], "shown-by-records");
    let first = items.iter().find(|item| item["basis"] == "requirement").unwrap();
    let lowered = world.call(
        "gap.answer",
        json!({"requirement": "A.2.2", "item": first["key"], "answer": "no", "recordSeen": null}),
    );
    assert_eq!(lowered["item"]["conformity"], "partly", "a No takes the higher conformity back");
    world.must_verify();
}

#[test]
fn a_frozen_assessment_stays_as_it_is() {
    let world = World::with_workspace();
    let assess = |conformity: &str, grade: Value| {
        json!({
            "requirement": "A.2.2", "conformity": conformity, "maturity": null, "statement": "No policy", "grade": grade,
            "confidence": null, "note": "The group has one", "notNeededFact": "", "owner": null,
        })
    };
    let gap = world.call("gap.assess", assess("not-addressed", json!("polish")));
    assert_eq!(gap["item"]["grade"], "polish", "what a person says goes before the forecast");
    let view = world.call("gap.list", json!({}));
    let area = view["groups"].as_array().unwrap().iter().find(|group| group["id"] == "A.2").unwrap();
    assert_eq!(area["figures"]["assessed"], 1);
    assert_eq!(area["figures"]["percent"], 0);
    assert_eq!(area["grades"], json!({"blocks": 0, "weakens": 0, "polish": 1}));
    let assessed = world.call("trail.last", json!({}));
    assert_eq!(assessed["undoable"], true);

    world.call("gap.freeze", json!({}));
    assert_eq!(
        world.call("trail.last", json!({})),
        Value::Null,
        "freezing is an act, not a step to take back"
    );
    assert_eq!(world.refused("trail.undo", json!({"n": assessed["n"]})).code, Code::Refused);
    assert_eq!(world.refused("gap.assess", assess("partly", json!(null))).code, Code::Refused);
    assert_eq!(
        world
            .refused(
                "gap.answer",
                json!({"requirement": "A.2.2", "item": "a", "answer": "yes", "recordSeen": null})
            )
            .code,
        Code::Refused
    );

    world.call("gap.start", json!({"name": "Before stage 1", "kind": "reassessment"}));
    let again = world.call("gap.get", json!({"requirement": "A.2.2"}));
    assert_eq!((&again["item"]["conformity"], &again["frozen"]), (&Value::Null, &json!(false)));
    world.call("gap.assess", assess("partly", json!("polish")));
    world.must_verify();
}

#[test]
fn reports_come_out_as_pdf_and_excel_and_the_same_twice() {
    let world = World::with_workspace();
    decide(&world, "A.2.2", "included", "The AI policy sets duties for every team.");
    for kind in ["soa", "gap", "register"] {
        for (format, magic) in [("pdf", &b"%PDF"[..]), ("xlsx", &b"PK"[..])] {
            let write = |name: &str| {
                let token = world.place(name).token;
                world.job("report.export", json!({"kind": kind, "format": format, "file": token}));
                std::fs::read(world.path(name)).unwrap()
            };
            let first = write(&format!("{kind}-1.{format}"));
            assert!(first.starts_with(magic), "{kind} {format}");
            assert_eq!(first, write(&format!("{kind}-2.{format}")), "{kind} {format}");
        }
    }
}

#[test]
fn a_crosswalk_comes_out_as_excel() {
    let world = World::with_workspace();
    let token = world.place("crosswalk.xlsx").token;
    let written =
        world.job("crosswalk.export", json!({"from": "iso42001", "to": "nist-ai-rmf", "file": token}));
    assert_eq!(written["file"]["name"], "crosswalk.xlsx");
    assert!(std::fs::read(world.path("crosswalk.xlsx")).unwrap().starts_with(b"PK"));
}
