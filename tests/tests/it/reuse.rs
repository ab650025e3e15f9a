//! What exists under another framework leads to lines of ours; a person says what counts.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn assess(world: &World, framework: &str, lines: Value) {
    world.call("reuse.assess", json!({"framework": framework, "lines": lines}));
}

fn line<'a>(view: &'a Value, id: &str) -> Option<&'a Value> {
    view["lines"].as_array().unwrap().iter().find(|line| line["id"] == id)
}

#[test]
fn met_entries_become_candidates_and_only_a_person_makes_them_count() {
    let world = World::with_workspace();
    let empty = world.call("reuse.get", json!({}));
    assert_eq!(
        (&empty["total"], &empty["candidates"], &empty["accepted"]),
        (&json!(70), &json!(0), &json!(0))
    );
    let nist = empty["sources"].as_array().unwrap().iter().find(|s| s["framework"] == "nist-ai-rmf").unwrap();
    assert_eq!(nist["assessed"], 0);

    let entries = world.call("reuse.source", json!({"framework": "nist-ai-rmf"}));
    let entry = entries.as_array().unwrap().iter().find(|entry| entry["reaches"].as_u64() > Some(0)).unwrap();
    let id = entry["id"].as_str().unwrap();
    assess(&world, "nist-ai-rmf", json!({id: "partly"}));
    assert_eq!(world.call("reuse.get", json!({}))["candidates"], 0, "what is met in part counts for nothing");
    assess(&world, "nist-ai-rmf", json!({id: "shown-by-records"}));
    let view = world.call("reuse.get", json!({}));
    assert_eq!(view["candidates"], entry["reaches"]);
    assert_eq!((&view["accepted"], &view["open"]), (&json!(0), &view["candidates"]));
    let first = view["lines"][0].clone();
    let candidate = &first["candidates"][0];
    assert_eq!(candidate["source"], id);
    assert!(!candidate["hops"][0]["source"].as_str().unwrap().is_empty(), "whose mapping it is");

    let decide = |line: &Value, state: Value| json!({"line": line, "framework": "nist-ai-rmf", "source": id, "state": state, "note": "Same procedure"});
    let early = world.refused("reuse.decide", decide(&first["id"], json!("accepted")));
    assert!(early.message.contains("Begin the gap analysis"), "{}", early.message);
    world.call(
        "gap.answer",
        json!({"requirement": "4.1", "item": "a", "answer": "yes", "recordSeen": null, "seenOn": null, "seenOwner": null}),
    );
    world.call("reuse.decide", decide(&first["id"], json!("accepted")));
    let accepted = world.call("reuse.get", json!({}));
    assert_eq!(accepted["accepted"], 1);
    let shown = &line(&accepted, first["id"].as_str().unwrap()).unwrap()["candidates"][0];
    assert_eq!((&shown["state"], &shown["note"]), (&json!("accepted"), &json!("Same procedure")));
    assert_eq!(
        shown["decided_by"].as_object().or(shown["decidedBy"].as_object()).unwrap()["name"],
        "Compliance lead"
    );
    let gap = world.call("gap.get", json!({"requirement": first["id"]}));
    assert_eq!(gap["item"]["conformity"], json!(null), "accepted reuse never sets a conformity");
    world.call("reuse.decide", decide(&first["id"], json!("declined")));
    assert_eq!(world.call("reuse.get", json!({}))["accepted"], 0);
    world.call("reuse.decide", decide(&first["id"], json!(null)));
    assert_eq!(world.call("reuse.get", json!({}))["open"], view["open"]);

    // What nothing leads to, and our own lines, are refused.
    assert_eq!(
        world.refused("reuse.decide", decide(&json!("no-line"), json!("accepted"))).code,
        Code::Refused
    );
    let own = world.refused("reuse.assess", json!({"framework": "iso42001", "lines": {"4.1": "on-paper"}}));
    assert_eq!(own.code, Code::Refused);
    let unknown =
        world.refused("reuse.assess", json!({"framework": "nist-ai-rmf", "lines": {"NONE 9": "on-paper"}}));
    assert_eq!(unknown.code, Code::Refused);
    // The gap analysis of ISO/IEC 42001 is untouched by what was noted of the other framework.
    assert_eq!(world.call("gap.list", json!({}))["assessment"]["name"], "Baseline");
    world.must_verify();
}
