//! What a signature needs, and what makes a signed decision be looked at again.

use super::*;

/// Signs the exclusion of what is not on the market yet (Art. 2(8)).
fn before_the_market(bench: &Bench) {
    for (question, key) in [
        ("subject", "ai-system"),
        ("roles", "provider"),
        ("reach", "eu-planned"),
        ("exclusions", "pre-market"),
    ] {
        bench.answer(question, &[key]);
    }
    let reason = json!({ "exclusion-reason": "In development until the summer, no real-world tests." });
    bench.call("classification.answer", json!({ "question": "exclusions", "notes": reason }));
    let signed = bench.call("classification.decide", json!({}));
    assert_eq!(signed["result"]["tier"]["id"], "out-of-scope");
}

fn is_changed(bench: &Bench) -> bool {
    let list = bench.host.call("classification.list", json!({})).unwrap();
    list["items"][0]["changed"].as_bool().unwrap()
}

fn moves(bench: &Bench, status: &str) {
    let step = json!({ "id": bench.system, "status": status, "on": "2026-11-20", "note": "" });
    bench.host.call("system.transition", step).unwrap();
}

#[test]
fn going_live_wakes_what_was_decided_before() {
    let bench = Bench::new();
    moves(&bench, "design-and-development");
    before_the_market(&bench);
    moves(&bench, "verification-and-validation");
    assert!(!is_changed(&bench), "still nobody is touched by it");
    moves(&bench, "in-use");
    assert!(is_changed(&bench));
    let view = bench.call("classification.get", json!({}));
    let facts = view["facts"].as_array().unwrap();
    let status = facts.iter().find(|fact| fact["field"] == "status").unwrap();
    assert_eq!(
        (&status["label"], &status["now"]),
        (&json!("Life-cycle stage"), &json!("In use")),
        "{status}"
    );
    bench.call("classification.begin", json!({}));
    bench.call("classification.decide", json!({}));
    assert!(!is_changed(&bench), "signed again as it stands");
    moves(&bench, "suspended");
    moves(&bench, "retired");
    assert!(!is_changed(&bench), "out of use is no reason to look again");
}

#[test]
fn the_data_it_learnt_from_is_a_fact_of_the_decision() {
    for field in ["training_data", "data_sources", "algorithm", "components", "in_use_since"] {
        let bench = Bench::new();
        before_the_market(&bench);
        let value = if field == "in_use_since" { "2026-11-02" } else { "Applications since 2019" };
        let values = json!({ "id": bench.system, "values": { (field): value } });
        bench.host.call("system.update", values).unwrap();
        assert!(is_changed(&bench), "{field}");
    }
}

#[test]
fn a_decision_of_an_earlier_version_is_not_flagged_for_what_it_did_not_keep() {
    let bench = Bench::new();
    moves(&bench, "in-use");
    before_the_market(&bench);
    let system: RecordId = bench.system.parse().unwrap();
    let older = |cx: &mut Writing<'_, '_>| {
        let row = super::super::in_force(cx.read(), system, EU_AI_ACT)?.unwrap();
        let facts = cairn_store::Value::from("{\"purpose\":\"Sorts applications\"}");
        cx.tx.classification().set(row.id, &[("facts", facts)])?;
        cx.tell(None, "history-classification-begin", &[("name", "Shortlist Assist".into())]);
        Ok(())
    };
    bench.host.write("classification.decide", Permission::Write, older).unwrap();
    let update = |field: &str, value: &str| {
        let values = json!({ "id": bench.system, "values": { (field): value } });
        bench.host.call("system.update", values).unwrap();
    };
    update("purpose", "Sorts applications");
    update("training_data", "Applications since 2019");
    assert!(!is_changed(&bench), "nobody knows what data there were then");
    let view = bench.call("classification.get", json!({}));
    let facts = view["facts"].as_array().unwrap();
    assert!(facts.iter().all(|fact| fact["now"].is_null()), "{facts:?}");
    update("model", "Another one");
    assert!(is_changed(&bench), "a model was kept then, and there was none");
}

#[test]
fn a_mark_is_no_reason_and_the_refusal_names_it() {
    let bench = Bench::new();
    bench.answer("subject", &["neither"]);
    bench.answer("failing-elements", &["inference"]);
    for mark in [".", "n/a", "- -"] {
        let notes = json!({ "failing-element-reason": mark });
        let view =
            bench.call("classification.answer", json!({ "question": "failing-elements", "notes": notes }));
        assert_eq!(view["result"]["requiredNotes"][0]["given"], false, "{mark}");
        let refused = bench.try_call("classification.decide", json!({})).unwrap_err();
        assert_eq!(
            refused.message,
            "A mark is no reason. Say it in words: Which element is missing, and why."
        );
    }
    let notes = json!({ "failing-element-reason": "A fixed table decides." });
    bench.call("classification.answer", json!({ "question": "failing-elements", "notes": notes }));
    bench.call("classification.decide", json!({}));
}

#[test]
fn every_decision_has_a_day_to_look_again() {
    let bench = Bench::new();
    bench.answer("subject", &["neither"]);
    bench.answer("failing-elements", &["inference"]);
    let notes = json!({ "failing-element-reason": "A fixed table decides." });
    let view = bench.call("classification.answer", json!({ "question": "failing-elements", "notes": notes }));
    assert_eq!(view["reviewProposed"], "2027-11-23");
    for (day, message) in [
        (Value::Null, "This is needed."),
        (json!("2026-11-23"), "Choose a day after today."),
        (json!("2020-01-01"), "Choose a day after today."),
        (json!("2031-11-24"), "Choose a day within five years."),
        (json!("9999-12-31"), "Choose a day within five years."),
    ] {
        let refused = bench.try_call("classification.decide", json!({ "reviewOn": day })).unwrap_err();
        assert_eq!(
            (refused.fields[0].path.as_str(), refused.fields[0].message.as_str()),
            ("reviewOn", message)
        );
    }
    let signed = bench.call("classification.decide", json!({}));
    assert_eq!(signed["signed"]["reviewOn"], "2027-11-23", "left out, the proposed day is taken");
}

#[test]
fn what_a_consultant_signs_is_a_recommendation() {
    let bench = Bench::new();
    bench.answer("subject", &["neither"]);
    bench.answer("failing-elements", &["inference"]);
    let notes = json!({ "failing-element-reason": "A fixed table decides." });
    bench.call("classification.answer", json!({ "question": "failing-elements", "notes": notes }));
    let member = bench.host.call("member.list", json!({})).unwrap()[0].clone();
    let with = |affiliation: &str| {
        let mut changed = member.clone();
        changed["affiliation"] = json!(affiliation);
        bench.host.call("member.update", changed).unwrap();
    };
    with("consultant");
    let signed = bench.call("classification.decide", json!({}));
    assert_eq!((&signed["standing"], &signed["signed"]["recommended"]), (&json!("decided"), &json!(true)));
    assert_eq!(signed["history"][0]["signed"]["recommended"], true);
    with("staff");
    bench.call("classification.begin", json!({}));
    let decided = bench.call("classification.decide", json!({}));
    assert_eq!(decided["signed"]["recommended"], false, "a member of staff decides");
}
