//! Asking for evidence, matching a folder of files, judging what came.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn list(world: &World) -> Vec<Value> {
    world.call("request.list", json!({})).as_array().unwrap().clone()
}

fn create(world: &World, requirement: &str, what: &str, due: Value) -> Value {
    world.call(
        "request.create",
        json!({"requirement": requirement, "what": what, "owner": null, "department": "Quality", "due": due}),
    )
}

fn decide(
    world: &World,
    id: &Value,
    state: &str,
    reason: Value,
) -> Result<Value, cairn_app::error::WireError> {
    world.try_call("request.decide", json!({"id": id, "state": state, "reason": reason}))
}

#[test]
fn everything_an_auditor_wants_is_asked_for_once() {
    let world = World::with_workspace();
    let me = world.call("workspace.get", json!({}))["me"]["id"].clone();
    world.call("gap.assign", json!({"requirements": ["9.2.1", "A.2.2"], "owner": me}));
    let input = json!({"requirements": ["9.2.1", "A.2.2"], "due": "2027-01-15"});
    let made = world.call("request.propose", input.clone()).as_u64().unwrap();
    assert!(made >= 2);
    let all = list(&world);
    assert_eq!(all.len() as u64, made);
    assert_eq!(
        (&all[0]["code"], &all[0]["state"], &all[0]["owner"]["id"]),
        (&json!("ER-001"), &json!("requested"), &me)
    );
    assert_eq!(world.call("request.propose", input), 0, "what was asked for is not asked for again");
    assert_eq!(
        world
            .refused(
                "request.create",
                json!({"requirement": "6", "what": "x", "owner": null, "department": null, "due": null})
            )
            .code,
        Code::Refused
    );
    assert_eq!(
        world
            .refused(
                "request.create",
                json!({"requirement": "5.2", "what": " ", "owner": null, "department": null, "due": null})
            )
            .code,
        Code::Invalid
    );
    world.must_verify();
}

#[test]
fn the_list_goes_out_for_one_person_or_all() {
    let world = World::with_workspace();
    let me = world.call("workspace.get", json!({}))["me"]["id"].clone();
    create(&world, "5.2", "Signed AI policy", json!("2027-01-15"));
    let mine = json!({"requirement": "9.2.1", "what": "Audit programme", "owner": me, "department": null, "due": null});
    world.call("request.create", mine);
    let rows = |owner: Option<&Value>| {
        let out = world.place("requests.xlsx").token;
        let mut input = json!({"kind": "requests", "format": "xlsx", "file": out});
        if let Some(owner) = owner {
            input["owner"] = owner.clone();
        }
        world.job("report.export", input);
        let bytes = std::fs::read(world.path("requests.xlsx")).unwrap();
        let book = cairn_exchange::read(&bytes, "requests.xlsx", &cairn_exchange::Watch::none()).unwrap();
        let cells = book.sheets[0].rows.iter().map(|row| row.text(3).to_owned());
        cells.filter(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(rows(None)[1..], ["Audit programme", "Signed AI policy"], "people and departments by name");
    assert_eq!(rows(Some(&me))[1..], ["Audit programme"]);
    let out = world.place("quality.xlsx").token;
    let of = |name: &str| json!({"kind": "requests", "format": "xlsx", "file": out, "department": name});
    world.job("report.export", of("quality"));
    let bytes = std::fs::read(world.path("quality.xlsx")).unwrap();
    let book = cairn_exchange::read(&bytes, "quality.xlsx", &cairn_exchange::Watch::none()).unwrap();
    let row = book.sheets[0].rows.iter().find(|row| row.text(0) == "ER-001").unwrap();
    assert!(book.sheets[0].rows.iter().all(|row| row.text(0) != "ER-002"), "only that department's");
    assert_eq!(row.cell(6).map(|cell| cell.kind), Some(cairn_exchange::CellKind::Date));
    assert_eq!(world.try_job("report.export", of("Legal")).unwrap_err().code, Code::Refused);
    let pdf = world.place("requests.pdf").token;
    let written = world.job("report.export", json!({"kind": "requests", "format": "pdf", "file": pdf}));
    assert_eq!(written["warnings"], json!([]));
    assert!(std::fs::read(world.path("requests.pdf")).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_folder_of_files_comes_in_by_one_step_that_can_be_undone() {
    let world = World::with_workspace();
    let policy = create(&world, "5.2", "Signed AI policy", json!("2026-11-01"));
    let audit = create(&world, "9.2.1", "Internal audit programme with dates", Value::Null);
    assert_eq!(list(&world)[0]["daysLate"], 22);
    let folder = world.path("incoming");
    std::fs::create_dir_all(folder.join("nested")).unwrap();
    for name in ["ER-001 final.pdf", "nested/Audit programme 2027.docx", "holiday.jpg", ".hidden"] {
        std::fs::write(folder.join(name), name).unwrap();
    }
    let token = world.host.admit(&folder).token;
    let found = world.job("request.match", json!({"places": [token]}));
    let found = found.as_array().unwrap();
    let seen: Vec<(&str, &Value)> = found
        .iter()
        .map(|each| (each["file"]["name"].as_str().unwrap(), &each["proposed"]["request"]))
        .collect();
    assert_eq!(
        seen,
        [("ER-001 final.pdf", &policy), ("holiday.jpg", &Value::Null), ("Audit programme 2027.docx", &audit)]
    );
    let files: Vec<Value> = found
        .iter()
        .filter(|each| each["proposed"].is_object())
        .map(|each| json!({"file": each["file"]["token"], "request": each["proposed"]["request"]}))
        .collect();
    assert_eq!(world.job("request.receive", json!({"files": files})), 2);
    assert!(
        list(&world)
            .iter()
            .all(|item| item["state"] == "received" && item["evidence"][0]["code"].is_string())
    );
    let n = world.call("trail.last", json!({}))["n"].clone();
    world.call("trail.undo", json!({"n": n}));
    assert!(list(&world).iter().all(|item| item["state"] == "requested" && item["evidence"] == json!([])));
    world.must_verify();
}

#[test]
fn what_is_accepted_counts_for_the_line_and_a_refusal_needs_its_reason() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", Value::Null);
    assert_eq!(
        decide(&world, &id, "accepted", Value::Null).unwrap_err().code,
        Code::Refused,
        "nothing came yet"
    );
    std::fs::write(world.path("policy.pdf"), "old").unwrap();
    let attach = || {
        let input = json!({
            "record": id, "file": world.place("policy.pdf").token, "reference": null, "title": null,
            "effectiveOn": null, "validUntil": null, "note": null,
        });
        world.job("evidence.attach", input)
    };
    attach();
    assert_eq!(
        list(&world)[0]["state"],
        "received",
        "evidence on the request is enough, wherever it was attached"
    );
    assert_eq!(decide(&world, &id, "refused", json!(" ")).unwrap_err().code, Code::Invalid);
    decide(&world, &id, "refused", json!("Not signed")).unwrap();
    assert_eq!(list(&world)[0]["reason"], "Not signed");
    decide(&world, &id, "requested", Value::Null).unwrap();
    assert_eq!(list(&world)[0]["evidence"], json!([]));
    let evidence = attach()["id"].clone();
    decide(&world, &id, "accepted", Value::Null).unwrap();
    let line = world.call("gap.get", json!({"requirement": "5.2"}))["record"].clone();
    let hangs = world.call("record.relations", json!({"id": line}));
    assert_eq!(hangs["evidence"][0]["id"], evidence);
    assert_eq!(decide(&world, &id, "withdrawn", json!("late")).unwrap_err().code, Code::Refused);
    world.must_verify();
}

#[test]
fn a_file_that_was_refused_is_never_accepted_with_the_one_that_came_after() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", Value::Null);
    let receive = |name: &str| {
        std::fs::write(world.path(name), name).unwrap();
        let file = world.place(name).token;
        assert_eq!(world.job("request.receive", json!({"files": [{"file": file, "request": id}]})), 1);
    };
    receive("unsigned.pdf");
    decide(&world, &id, "refused", json!("Not signed")).unwrap();
    receive("signed.pdf");
    let titles = |item: &Value| -> Vec<String> {
        let evidence = item["evidence"].as_array().unwrap().iter();
        evidence.map(|each| each["title"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(titles(&list(&world)[0]), ["signed.pdf"]);
    decide(&world, &id, "accepted", Value::Null).unwrap();
    let line = world.call("gap.get", json!({"requirement": "5.2"}))["record"].clone();
    let relations = world.call("record.relations", json!({"id": line}));
    assert_eq!(titles(&relations), ["signed.pdf"], "only what was accepted is evidence of the line");
    world.must_verify();
}
