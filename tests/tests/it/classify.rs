//! Classifying many systems: the queue, answers of similar ones, evidence for an answer, beginning again.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn system(world: &World, name: &str, purpose: &str) -> Value {
    let created = world.call("system.create", json!({ "name": name }));
    let id = created["id"].clone();
    world.call("system.update", json!({ "id": id, "values": { "purpose": purpose, "supplier": "Acme" } }));
    id
}

fn answer(world: &World, system: &Value, question: &str, key: &str) -> Value {
    world.call("classification.answer", json!({ "system": system, "question": question, "answer": [key] }))
}

/// Two answers put a system out of scope, which can be signed after the reason is written.
fn decide_out_of_scope(world: &World, system: &Value) -> Value {
    answer(world, system, "subject", "neither");
    answer(world, system, "failing-elements", "inference");
    let note = json!({
        "system": system, "question": "failing-elements",
        "notes": { "failing-element-reason": "A fixed table decides; nothing is inferred." },
    });
    world.call("classification.answer", note);
    world.call("classification.decide", json!({ "system": system }))
}

#[test]
fn the_queue_goes_by_code_and_starts_over_after_the_last() {
    let world = World::with_workspace();
    let ids: Vec<Value> = ["One", "Two", "Three"].iter().map(|name| system(&world, name, "")).collect();
    let at = |at: &Value| world.call("classification.queue", json!({ "at": at }));
    let start = world.call("classification.queue", json!({}));
    assert_eq!((&start["total"], &start["waiting"], &start["next"]["id"]), (&json!(3), &json!(3), &ids[0]));
    assert_eq!(at(&ids[0])["next"]["id"], ids[1]);
    assert_eq!(at(&ids[2])["next"]["id"], ids[0]);
    assert_eq!(at(&ids[0])["previous"]["id"], ids[2]);
    decide_out_of_scope(&world, &ids[1]);
    let skipped = at(&ids[0]);
    assert_eq!((&skipped["decided"], &skipped["next"]["id"]), (&json!(1), &ids[2]));
    decide_out_of_scope(&world, &ids[0]);
    decide_out_of_scope(&world, &ids[2]);
    let done = world.call("classification.queue", json!({}));
    assert_eq!((&done["waiting"], &done["next"]), (&json!(0), &Value::Null));
}

#[test]
fn retired_systems_wait_for_nothing_and_the_queue_says_where_one_is() {
    let world = World::with_workspace();
    let ids: Vec<Value> = ["One", "Two", "Three"].iter().map(|name| system(&world, name, "")).collect();
    world.call("system.update", json!({ "id": ids[0], "values": { "status": "retired" } }));
    let queue = |at: &Value| world.call("classification.queue", json!({ "at": at }));
    let start = queue(&Value::Null);
    assert_eq!((&start["total"], &start["waiting"], &start["next"]["id"]), (&json!(2), &json!(2), &ids[1]));
    assert_eq!(
        (&queue(&ids[2])["place"], &queue(&ids[0])["place"]),
        (&json!(2), &Value::Null),
        "the second of two; a retired one has no place"
    );
    let list = world.call("classification.list", json!({}));
    assert_eq!((&list["total"], &list["items"].as_array().unwrap().len()), (&json!(2), &3));
}

#[test]
fn a_refusal_names_the_question_at_which_it_can_be_mended() {
    let world = World::with_workspace();
    let id = system(&world, "Rota table", "Prints rotas");
    answer(&world, &id, "subject", "neither");
    answer(&world, &id, "failing-elements", "inference");
    let view = world.call("classification.get", json!({ "system": id }));
    let refusals = view["refusals"].as_array().unwrap();
    assert_eq!(refusals.len(), 1, "{refusals:#?}");
    assert_eq!(refusals[0]["question"], "failing-elements");
}

#[test]
fn an_answer_of_a_similar_system_is_offered_and_taken_over_by_name() {
    let world = World::with_workspace();
    let first = system(&world, "Invoice reader", "Reads invoices and proposes booking accounts");
    let second = system(&world, "Invoice reader north", "Reads invoices and proposes booking accounts");
    let other = system(&world, "Translator", "Translates manuals");
    answer(&world, &first, "subject", "ai-system");
    answer(&world, &other, "subject", "neither");
    let offered = world.call("classification.similar", json!({ "system": second, "question": "subject" }));
    assert_eq!(offered.as_array().unwrap().len(), 1, "{offered}");
    assert_eq!(offered[0]["system"]["id"], first);
    assert_eq!(offered[0]["answer"], json!(["ai-system"]));
    assert!(offered[0]["why"].as_str().unwrap().contains("same vendor"), "{offered}");
    let take = |keys: &[&str]| {
        let input = json!({ "system": second, "question": "subject", "answer": keys, "taken_from": first });
        world.try_call("classification.answer", input)
    };
    assert_eq!(take(&["neither"]).unwrap_err().code, Code::Refused, "it is not answered so there");
    take(&["ai-system"]).unwrap();
    let page = world.call("trail.list", json!({ "offset": 0, "limit": 1 }));
    let what = page["entries"][0]["what"].as_str().unwrap();
    assert!(what.ends_with("taken over from AI-001 Invoice reader"), "{what}");
    world.must_verify();
}

#[test]
fn evidence_of_an_answer_stays_with_it_when_the_case_begins_again() {
    let world = World::with_workspace();
    let id = system(&world, "Payroll script", "");
    let signed = decide_out_of_scope(&world, &id);
    let attach = json!({
        "record": signed["record"]["id"], "file": null, "reference": "Contract, annex 2", "title": "Specification",
        "effectiveOn": null, "validUntil": null, "note": null, "point": "failing-elements",
    });
    world.job("evidence.attach", attach);
    let seen = |view: &Value| {
        (view["evidence"][0]["question"].clone(), view["evidence"][0]["evidence"]["title"].clone())
    };
    let expected = (json!("failing-elements"), json!("Specification"));
    assert_eq!(seen(&world.call("classification.get", json!({ "system": id }))), expected);
    let again = world.call("classification.begin_many", json!({ "systems": [id] }));
    assert_eq!(again, json!(1));
    let draft = world.call("classification.get", json!({ "system": id }));
    assert_eq!(draft["standing"], "draft");
    assert_eq!(seen(&draft), expected);
    let twice = world.refused("classification.begin_many", json!({ "systems": [id] }));
    assert_eq!(twice.code, Code::Refused);
    world.must_verify();
}

#[test]
fn nothing_changes_under_the_version_decided_by() {
    let world = World::with_workspace();
    let id = system(&world, "Payroll script", "");
    decide_out_of_scope(&world, &id);
    let same = world.call("classification.compare", json!({}));
    assert_eq!((&same["decided"], &same["items"]), (&json!(1), &json!([])));
    let unknown = world.refused("classification.compare", json!({ "version": "9.9.9" }));
    assert_eq!(unknown.code, Code::NotFound);
}

#[test]
fn another_version_tells_what_would_change_and_several_begin_again() {
    let world = World::with_workspace();
    let id = system(&world, "Undressing app", "");
    let no_to_all = world.call("rulepack.get", json!({ "id": "eu-ai-act" }));
    for question in no_to_all["questions"].as_array().unwrap() {
        let name = question["id"].as_str().unwrap();
        let keys: Vec<&str> = question["answers"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|answer| answer["key"].as_str())
            .collect();
        let key = match name {
            "subject" => "ai-system",
            "roles" => "provider",
            "reach" => "eu-market",
            "art-5-1-ba" => "yes",
            _ => *keys.iter().find(|key| ["no", "none"].contains(key)).unwrap_or(&keys[0]),
        };
        if name != "failing-elements" {
            answer(&world, &id, name, key);
        }
    }
    let signed = world.call("classification.decide", json!({ "system": id }));
    assert_eq!(signed["result"]["tier"]["id"], "prohibited");
    let older = world.call("classification.compare", json!({ "version": "0.9.1" }));
    assert_eq!((&older["tiers"], &older["items"][0]["system"]["id"]), (&json!(1), &id));
    assert_eq!(older["items"][0]["before"]["id"], "prohibited");
    assert_eq!(older["items"][0]["after"]["id"], "minimal");
    world.must_verify();
}

#[test]
fn rules_stand_beside_each_other_and_the_register_shows_the_eu_tier() {
    let world = World::with_workspace();
    let id = system(&world, "Chatbot", "");
    decide_out_of_scope(&world, &id);
    let gdpr = |question: &str, key: &str| {
        let input = json!({ "system": id, "pack": "gdpr", "question": question, "answer": [key] });
        world.call("classification.answer", input)
    };
    let open = world.call("classification.get", json!({ "system": id, "pack": "gdpr" }));
    assert_eq!((&open["standing"], &open["rules"]), (&json!("open"), &json!("GDPR")));
    gdpr("personal-data", "none");
    let signed = world.call("classification.decide", json!({ "system": id, "pack": "gdpr" }));
    assert_eq!(signed["result"]["tier"]["label"], "Out of scope");
    assert_eq!(signed["record"]["title"], "GDPR classification of Chatbot");
    assert_eq!(signed["history"].as_array().unwrap().len(), 1, "decisions of other rules are not mixed in");
    let eu = world.call("classification.get", json!({ "system": id }));
    assert_eq!(eu["standing"], "decided");
    let listed = world.call("classification.list", json!({ "pack": "gdpr" }));
    assert_eq!((&listed["classified"], &listed["items"][0]["tier"]), (&json!(1), &json!("out-of-scope")));
    let page = world.call("trail.list", json!({ "offset": 0, "limit": 1 }));
    let what = page["entries"][0]["what"].as_str().unwrap();
    assert_eq!(what, "Signed the classification of Chatbot (GDPR): Out of scope");
    world.must_verify();
}

#[test]
fn a_decision_keeps_its_facts_and_asks_to_be_looked_at_again_when_they_change() {
    let world = World::with_workspace();
    let id = system(&world, "Payroll script", "Computes pay slips from a table");
    decide_out_of_scope(&world, &id);
    let item = || world.call("classification.list", json!({}))["items"][0].clone();
    assert_eq!(item()["changed"], false);
    world.call("system.update", json!({ "id": id, "values": { "purpose": "Proposes who gets a bonus" } }));
    assert_eq!(item()["changed"], true);
    let marked = |mark: &str| {
        let list = world.call("classification.list", json!({ "mark": [mark] }));
        list["items"].as_array().unwrap().len()
    };
    assert_eq!([marked("changed"), marked("outdated"), marked("review-due")], [1, 0, 0]);
    let view = world.call("classification.get", json!({ "system": id }));
    let purpose = view["facts"].as_array().unwrap().iter().find(|fact| fact["field"] == "purpose").unwrap();
    assert_eq!(purpose["label"], "Intended purpose");
    assert_eq!(purpose["then"], "Computes pay slips from a table");
    assert_eq!(purpose["now"], "Proposes who gets a bonus");
    world.must_verify();
}

#[test]
fn a_new_entry_is_told_what_it_may_already_be() {
    let world = World::with_workspace();
    let id = system(&world, "Invoice reader", "");
    let found = world.call("system.like", json!({ "name": "invoice reader", "supplier": "ACME Inc." }));
    assert_eq!((&found[0]["system"]["id"], &found[0]["strength"]), (&id, &json!("likely")));
    assert_eq!(world.call("system.like", json!({ "name": "Chatbot" })), json!([]));
}
