//! The roadmap: steps back from the audits, actions in order, and its three files.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn stages(world: &World, stage1: Value, stage2: Value) {
    let mut organisation = world.call("organisation.get", json!({}));
    organisation["stage1On"] = stage1;
    organisation["stage2On"] = stage2;
    world.call("organisation.update", json!({"organisation": organisation}));
}

fn step<'a>(view: &'a Value, name: &str) -> &'a Value {
    view["steps"].as_array().unwrap().iter().find(|step| step["planned"]["step"] == name).unwrap()
}

fn move_step(name: &str, from: Value, to: Value) -> Value {
    json!({"step": name, "startsOn": from, "endsOn": to, "owner": null, "note": ""})
}

#[test]
fn steps_follow_the_audits_and_a_person_moves_them() {
    let world = World::with_workspace();
    let none = world.call("roadmap.get", json!({}));
    assert_eq!(none["steps"], json!([]));
    assert!(none["warnings"][0].as_str().unwrap().contains("Organisation and scope"));

    stages(&world, json!("2027-09-01"), json!("2027-12-01"));
    let view = world.call("roadmap.get", json!({}));
    assert_eq!((&view["shortBy"], &view["warnings"]), (&json!(0), &json!([])));
    assert_eq!(step(&view, "stage-1")["planned"]["startsOn"], "2027-09-01");
    world.call("roadmap.move-step", move_step("gap", json!("2026-12-01"), json!("2026-12-18")));
    let moved = world.call("roadmap.get", json!({}));
    assert_eq!(step(&moved, "gap")["planned"]["endsOn"], "2026-12-18");
    assert!(
        moved["warnings"][0].as_str().unwrap().starts_with("Gap analysis begins before"),
        "{}",
        moved["warnings"]
    );
    let backwards = move_step("gap", json!("2026-12-01"), json!("2026-11-01"));
    assert_eq!(world.refused("roadmap.move-step", backwards).fields[0].path, "endsOn");
    let audit = move_step("stage-1", json!("2026-12-01"), json!(null));
    assert_eq!(world.refused("roadmap.move-step", audit).code, Code::Refused);
    world.call("roadmap.move-step", move_step("gap", json!(null), json!(null)));
    assert_eq!(world.call("roadmap.get", json!({}))["steps"], view["steps"]);

    stages(&world, json!("2026-12-24"), json!("2027-01-05"));
    let tight = world.call("roadmap.get", json!({}));
    assert!(tight["shortBy"].as_u64().unwrap() > 30, "{}", tight["shortBy"]);
    assert_eq!(tight["warnings"].as_array().unwrap().len(), 2, "{}", tight["warnings"]);
    world.must_verify();
}

#[test]
fn actions_stand_by_what_they_block_and_behind_what_they_wait_for() {
    let world = World::with_workspace();
    let assess = |line: &str| {
        world.call(
            "gap.assess",
            json!({"requirement": line, "conformity": "not-addressed", "maturity": null, "statement": "",
                   "grade": null, "confidence": null, "note": "", "notNeededFact": "", "owner": null}),
        )["item"]["record"]
            .clone()
    };
    let (polish, blocking) = (assess("7.4"), assess("9.2.1"));
    let action = |source: &Value, title: &str, due: Value| {
        world.call("action.create", json!({"source": source, "title": title, "owner": null, "due": due}))
    };
    let late = action(&json!(null), "Tidy up", json!("2026-11-01"));
    let weak = action(&polish, "Write the communication plan", json!("2026-12-01"));
    let block = action(&blocking, "Plan the internal audit", json!("2027-01-01"));
    let codes = || -> Vec<String> {
        let view = world.call("roadmap.get", json!({}));
        let actions = view["actions"].as_array().unwrap().clone();
        actions.iter().map(|each| each["action"]["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(), ["ACT-003", "ACT-002", "ACT-001"]);
    world.call("link.create", json!({"from": block, "to": late, "relation": "depends-on", "note": null}));
    assert_eq!(codes(), ["ACT-002", "ACT-001", "ACT-003"], "the audit waits for tidying up");
    world.call("link.create", json!({"from": late, "to": block, "relation": "depends-on", "note": null}));
    assert_eq!(codes().len(), 3, "a circle loses nothing");
    let load = world.call("roadmap.get", json!({}))["load"][0].clone();
    assert_eq!((&load["owner"], &load["actions"], &load["late"]), (&json!(null), &json!(3), &json!(1)));
    let _ = weak;
}

#[test]
fn it_is_written_as_pdf_workbook_and_calendar() {
    let world = World::with_workspace();
    stages(&world, json!("2027-09-01"), json!(null));
    world.call(
        "action.create",
        json!({"source": null, "title": "Ask, then; write", "owner": null, "due": "2027-01-15"}),
    );
    for (format, magic) in [("pdf", "%PDF"), ("xlsx", "PK"), ("ics", "BEGIN:VCALENDAR")] {
        let name = format!("roadmap.{format}");
        let token = world.place(&name).token;
        world.job("report.export", json!({"kind": "roadmap", "format": format, "file": token}));
        let bytes = std::fs::read(world.path(&name)).unwrap();
        assert!(bytes.starts_with(magic.as_bytes()), "{format}");
    }
    let calendar = std::fs::read_to_string(world.path("roadmap.ics")).unwrap();
    assert!(calendar.contains("SUMMARY:ACT-001 Ask\\, then\\; write"), "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20270901"), "{calendar}");
    let token = world.place("soa.ics").token;
    let refused = world.try_job("report.export", json!({"kind": "soa", "format": "ics", "file": token}));
    assert_eq!(refused.unwrap_err().code, Code::Refused);
}
