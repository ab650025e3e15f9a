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

fn done(world: &World, name: &str, from: Value, done_on: &str) {
    let mut input = move_step(name, from, json!(null));
    input["doneOn"] = json!(done_on);
    world.call("roadmap.move-step", input);
}

#[test]
fn after_stage_1_the_audit_is_held_and_the_system_runs() {
    let world = World::with_workspace();
    stages(&world, json!("2026-11-10"), json!("2027-01-20"));
    let passed = world.call("roadmap.get", json!({}));
    assert_eq!(step(&passed, "stage-1")["planned"]["late"], true);
    assert!(passed["warnings"][0].as_str().unwrap().contains("has passed"), "{}", passed["warnings"]);

    done(&world, "stage-1", json!(null), "2026-11-11");
    let held = world.call("roadmap.get", json!({}));
    let stage1 = &step(&held, "stage-1")["planned"];
    assert_eq!(
        (&stage1["done"], &stage1["late"], &stage1["startsOn"]),
        (&json!(true), &json!(false), &json!("2026-11-11"))
    );
    assert_eq!(step(&held, "package")["planned"]["done"], true, "its documents were there");
    assert_eq!(step(&held, "audit")["planned"]["done"], false, "the internal audit is still to be held");
    assert!(
        held["warnings"].as_array().unwrap().iter().all(|text| !text.as_str().unwrap().contains("passed"))
    );

    let slack = |view: &Value| step(view, "operation")["planned"]["slack"].as_i64().unwrap();
    let from_today = slack(&held);
    world.call("roadmap.move-step", move_step("operation", json!("2026-10-24"), json!(null)));
    let running = world.call("roadmap.get", json!({}));
    assert!(slack(&running) > from_today, "30 days have passed already");
    assert_eq!(step(&running, "operation")["planned"]["begun"], true);
    done(&world, "operation", json!("2026-08-01"), "2026-11-20");
    assert_eq!(step(&world.call("roadmap.get", json!({})), "operation")["planned"]["done"], true);

    let mut shown = move_step("gap", json!(null), json!(null));
    shown["doneOn"] = json!("2026-11-01");
    assert_eq!(world.refused("roadmap.move-step", shown).code, Code::Refused, "records show that step");
    let mut ahead = move_step("stage-2", json!(null), json!(null));
    ahead["doneOn"] = json!("2027-01-20");
    assert_eq!(world.refused("roadmap.move-step", ahead).fields[0].path, "doneOn");
    world.must_verify();
}

#[test]
fn moved_days_change_the_slack_of_what_follows() {
    let world = World::with_workspace();
    stages(&world, json!("2027-09-01"), json!("2027-12-20"));
    let slack =
        |name: &str| step(&world.call("roadmap.get", json!({})), name)["planned"]["slack"].as_i64().unwrap();
    let before = (slack("risks"), slack("stage-2"), slack("context"));
    world.call("roadmap.move-step", move_step("impacts", json!("2027-06-15"), json!(null)));
    assert!(slack("risks") < before.0 && slack("stage-2") < before.1, "later steps have less room");
    assert_eq!(slack("context"), before.2, "earlier ones keep theirs");
}

#[test]
fn actions_have_days_effort_and_order_and_show_in_the_load() {
    let world = World::with_workspace();
    stages(&world, json!("2027-09-01"), json!(null));
    let me = world.call("workspace.get", json!({}))["me"]["id"].clone();
    let create = |title: &str, due: Value, plan: Value| {
        world.call(
            "action.create",
            json!({"source": null, "title": title, "owner": me, "due": due, "plan": plan}),
        )
    };
    let first =
        create("Write it", json!(null), json!({"startsOn": "2026-11-30", "effortDays": 5, "after": []}));
    let second = create(
        "Train people",
        json!("2026-12-31"),
        json!({"startsOn": null, "effortDays": 2, "after": [first]}),
    );
    let view = world.call("roadmap.get", json!({}));
    let actions = view["actions"].as_array().unwrap();
    assert_eq!(actions[0]["action"]["code"], "ACT-001", "what others wait for comes first, due day or not");
    assert_eq!(actions[0]["placed"]["endsOn"], "2026-12-04");
    assert_eq!(
        (&actions[1]["after"], &actions[1]["placed"]["startsOn"]),
        (&json!(["ACT-001"]), &json!("2026-12-30"))
    );
    let load = &view["load"][0];
    assert_eq!((&load["days"], &load["months"]["2026-12"]), (&json!(7), &json!({"actions": 2, "days": 7})));

    let update = |plan: Value| {
        json!({"id": first, "title": "Write it", "status": "open", "owner": me, "due": null, "dropReason": null,
               "effectiveness": null, "plan": plan})
    };
    let circle =
        world.refused("action.update", update(json!({"startsOn": null, "effortDays": 5, "after": [second]})));
    assert_eq!(circle.fields[0].path, "after");
    let none =
        world.refused("action.update", update(json!({"startsOn": null, "effortDays": 0, "after": []})));
    assert_eq!(none.fields[0].path, "effortDays");
    // Without a plan the days stay; an empty one takes them away.
    let mut kept = update(json!(null));
    kept.as_object_mut().unwrap().remove("plan");
    world.call("action.update", kept);
    assert_eq!(world.call("action.list", json!({}))[0]["effortDays"], 5);
    world.call("action.update", update(json!({"startsOn": null, "effortDays": null, "after": []})));
    assert_eq!(world.call("action.list", json!({}))[0]["effortDays"], json!(null));
    world.must_verify();
}

#[test]
fn a_blocker_without_an_action_is_named() {
    let world = World::with_workspace();
    let source = world.call(
        "gap.assess",
        json!({"requirement": "9.2.1", "conformity": "not-addressed", "maturity": null, "statement": "",
               "grade": null, "confidence": null, "note": "", "notNeededFact": "", "owner": null}),
    )["item"]["record"]
        .clone();
    let view = world.call("roadmap.get", json!({}));
    assert_eq!((&view["blockers"], &view["blockersWithoutAction"][0]["line"]), (&json!(1), &json!("9.2.1")));
    world.call("action.create", json!({"source": source, "title": "Audit", "owner": null, "due": null}));
    let view = world.call("roadmap.get", json!({}));
    assert_eq!((&view["blockers"], &view["blockersWithoutAction"]), (&json!(1), &json!([])));
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
    assert!(calendar.contains("DUE;VALUE=DATE:20270115") && calendar.contains("BEGIN:VALARM"), "{calendar}");
    let book = std::fs::read(world.path("roadmap.xlsx")).unwrap();
    let book = cairn_exchange::read(&book, "roadmap.xlsx", &cairn_exchange::Watch::none()).unwrap();
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Steps", "Actions", "Load per owner"]);
    let stage1 = book.sheets[0].rows.iter().find(|row| row.text(0) == "Stage 1 audit").unwrap();
    assert_eq!(
        stage1.cell(1).map(|cell| (cell.kind, &*cell.text)),
        Some((cairn_exchange::CellKind::Date, "2027-09-01"))
    );
    let token = world.place("soa.ics").token;
    let refused = world.try_job("report.export", json!({"kind": "soa", "format": "ics", "file": token}));
    assert_eq!(refused.unwrap_err().code, Code::Refused);
}

#[test]
fn a_step_that_records_show_is_done_without_days_of_its_own() {
    let world = World::with_workspace();
    stages(&world, json!("2027-09-01"), json!("2027-12-01"));
    world.call("system.create", json!({"name": "Shift planner", "values": {"scope": "in"}}));
    let view = world.call("roadmap.get", json!({}));
    let inventory = &step(&view, "inventory")["planned"];
    assert_eq!((&inventory["done"], &inventory["dated"]), (&json!(true), &json!(false)));
    assert_eq!(step(&view, "gap")["planned"]["dated"], true);
    world.job(
        "report.export",
        json!({"kind": "roadmap", "format": "xlsx", "file": world.place("r.xlsx").token}),
    );
    let book = std::fs::read(world.path("r.xlsx")).unwrap();
    let book = cairn_exchange::read(&book, "r.xlsx", &cairn_exchange::Watch::none()).unwrap();
    let row = book.sheets[0].rows.iter().find(|row| row.text(0) == inventory_name(&view)).unwrap();
    assert_eq!((row.text(1), row.text(2), row.text(3)), ("", "", "Done"));
}

#[test]
fn the_classification_is_done_on_the_day_the_last_system_got_its_first_decision() {
    let world = World::with_workspace();
    stages(&world, json!("2027-09-01"), json!("2027-12-01"));
    let input = json!({"name": "Rota table", "values": {"scope": "in", "purpose": "Prints rotas"}});
    let system = world.call("system.create", input)["id"].clone();
    let planned = || step(&world.call("roadmap.get", json!({})), "classification")["planned"].clone();
    assert_eq!(planned()["done"], false);
    let answer = |mut input: Value| {
        input["system"] = system.clone();
        world.call("classification.answer", input);
    };
    answer(json!({"question": "subject", "answer": ["neither"]}));
    answer(json!({
        "question": "failing-elements", "answer": ["inference"],
        "notes": {"failing-element-reason": "A fixed table; nothing is inferred."},
    }));
    assert_eq!(planned()["done"], false, "answers alone are no decision");
    world.call("classification.decide", json!({"system": system}));
    let done = planned();
    assert_eq!(
        (&done["done"], &done["dated"], &done["endsOn"]),
        (&json!(true), &json!(true), &json!("2026-11-23"))
    );
}

fn inventory_name(view: &Value) -> &str {
    step(view, "inventory")["label"].as_str().unwrap()
}

#[test]
fn operation_is_warned_about_only_when_it_is_short() {
    let world = World::with_workspace();
    let close = || {
        let view = world.call("roadmap.get", json!({}));
        let all = view["warnings"].as_array().unwrap();
        all.iter().filter_map(|text| text.as_str()).find(|text| text.contains("operation")).map(str::to_owned)
    };
    // The stages lie 19 days apart, and the system runs 75 days before the second one.
    stages(&world, json!("2027-09-01"), json!("2027-09-20"));
    assert_eq!(close(), None);
    world.call("roadmap.move-step", move_step("operation", json!("2027-07-23"), json!("2027-09-19")));
    assert!(close().unwrap().contains("59 days"), "{:?}", close());
    world.call("roadmap.move-step", move_step("operation", json!("2027-07-22"), json!("2027-09-19")));
    assert_eq!(close(), None, "60 days are enough");
    // What ends after stage 2 shows nothing to its auditor.
    world.call("roadmap.move-step", move_step("operation", json!("2027-08-15"), json!("2027-12-01")));
    assert!(close().unwrap().contains("36 days"), "{:?}", close());
    // Far apart, yet there is too little time left until stage 2.
    world.call("roadmap.move-step", move_step("operation", json!(null), json!(null)));
    stages(&world, json!("2026-11-25"), json!("2027-01-05"));
    assert!(close().is_some());
}

#[test]
fn what_lies_after_an_audit_that_needs_it_is_named() {
    let world = World::with_workspace();
    stages(&world, json!("2027-09-01"), json!("2027-12-01"));
    world.call("roadmap.move-step", move_step("audit", json!("2028-01-10"), json!("2028-01-14")));
    let view = world.call("roadmap.get", json!({}));
    let label = step(&view, "audit")["label"].clone();
    let stage2 = &step(&view, "stage-2")["clashes"];
    assert!(stage2.as_array().unwrap().contains(&label), "{stage2}");
    let named = format!(
        "{} begins before {}",
        step(&view, "stage-2")["label"].as_str().unwrap(),
        label.as_str().unwrap()
    );
    assert!(
        view["warnings"].as_array().unwrap().iter().any(|text| text.as_str().unwrap().starts_with(&named)),
        "{}",
        view["warnings"]
    );
    assert_eq!(step(&view, "stage-1")["clashes"], json!([]), "stage 1 does not need the internal audit held");
}
