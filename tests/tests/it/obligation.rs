//! The register of obligations: duties of a signed classification, followed until they are met on evidence.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

/// A system whose signed classification gives duties: the sample's first one.
fn sample() -> World {
    let world = World::new();
    let token = world.place("sample.cairn").token;
    world.job("workspace.sample", json!({"file": token}));
    world
}

fn list(world: &World, system: &Value) -> Value {
    world.call("obligation.list", json!({"system": system, "offset": 0, "limit": 500}))
}

fn update(item: &Value, status: &str, reason: &str) -> Value {
    json!({
        "system": item["system"]["id"], "pack": item["pack"], "obligation": item["duty"]["id"],
        "status": status, "owner": null, "due": "2027-03-01", "reason": reason,
    })
}

#[test]
fn a_duty_is_met_only_on_evidence_and_not_ours_only_with_a_reason() {
    let world = sample();
    let all = list(&world, &json!(null));
    let counts = &all["counts"];
    assert!(counts["all"].as_u64().unwrap() > 20, "{counts}");
    assert_eq!(counts["open"], counts["all"]);
    let high =
        world.call("system.list", json!({"tier": ["high"], "offset": 0, "limit": 1}))["items"][0].clone();
    let own = list(&world, &high["id"]);
    let first = own["items"][0].clone();
    assert_eq!((&first["status"], &first["record"]), (&json!("open"), &json!(null)));

    assert_eq!(world.refused("obligation.update", update(&first, "met", "")).code, Code::Refused);
    let blank = world.refused("obligation.update", update(&first, "not-ours", " "));
    assert_eq!(blank.fields[0].path, "reason");
    let record = world.call("obligation.update", update(&first, "in-progress", ""));
    world.job(
        "evidence.attach",
        json!({"record": record, "file": null, "reference": "Minutes 4", "title": null, "effectiveOn": null,
               "validUntil": null, "note": null}),
    );
    world.call("obligation.update", update(&first, "met", ""));
    let met = list(&world, &high["id"]);
    let item = met["items"].as_array().unwrap().iter().find(|item| item["record"] == record).unwrap();
    assert_eq!(
        (&item["status"], &item["evidence"], &item["due"]),
        (&json!("met"), &json!(1), &json!("2027-03-01"))
    );
    assert_eq!(met["counts"]["met"], 1);

    // Under a system that has no such duty nothing is made.
    let mut wrong = update(&first, "in-progress", "");
    wrong["obligation"] = json!("no-such-duty");
    assert_eq!(world.refused("obligation.update", wrong).code, Code::NotFound);
    let history = world.call("trail.list", json!({"action": "obligation."}));
    assert!(
        history["entries"][0]["what"].as_str().unwrap().ends_with("to met"),
        "{}",
        history["entries"][0]["what"]
    );
    world.must_verify();
}

#[test]
fn the_decision_record_and_the_register_of_obligations_are_written() {
    let world = sample();
    let high =
        world.call("system.list", json!({"tier": ["high"], "offset": 0, "limit": 1}))["items"][0].clone();
    for (kind, system) in [("classification", &high["id"]), ("obligations", &json!(null))] {
        for format in ["pdf", "xlsx"] {
            let name = format!("{kind}.{format}");
            let token = world.place(&name).token;
            let input = json!({"kind": kind, "format": format, "file": token, "system": system});
            let written = world.job("report.export", input);
            assert_eq!(written["warnings"], json!([]), "{name}");
            assert!(world.path(&name).metadata().unwrap().len() > 4_000, "{name}");
        }
    }
    let token = world.place("none.pdf").token;
    let refused =
        world.try_job("report.export", json!({"kind": "classification", "format": "pdf", "file": token}));
    assert_eq!(refused.unwrap_err().code, Code::Refused);
}
