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

/// Judges files of a request, by their place in its list.
fn judge(
    world: &World,
    id: &Value,
    files: &[usize],
    state: &str,
    reason: Value,
) -> Result<Value, cairn_app::error::WireError> {
    let item = item(world, id);
    let files: Vec<&Value> = files.iter().map(|at| &item["files"][at]["evidence"]["id"]).collect();
    world.try_call("request.judge", json!({"id": id, "files": files, "state": state, "reason": reason}))
}

fn item(world: &World, id: &Value) -> Value {
    list(world).into_iter().find(|item| item["id"] == *id).unwrap()
}

/// Hands a file in from a folder, as the match screen does; gives what the program says of it.
fn hand_in(world: &World, id: &Value, name: &str) -> Value {
    std::fs::write(world.path(name), name).unwrap();
    let file = world.place(name).token;
    world.job("request.receive", json!({"files": [{"file": file, "request": id}]}))
}

/// Attaches a file to a record directly, as its drawer does.
fn attach(world: &World, record: &Value, name: &str) -> Value {
    std::fs::write(world.path(name), name).unwrap();
    let input = json!({
        "record": record, "file": world.place(name).token, "reference": null, "title": null,
        "effectiveOn": null, "validUntil": null, "note": null,
    });
    world.job("evidence.attach", input)["id"].clone()
}

/// Title and state of each file of a request.
fn files(item: &Value) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let files = item["files"].as_array().unwrap().iter();
    files.map(|file| (word(&file["evidence"]["title"]), word(&file["state"]))).collect()
}

/// Titles of the evidence of a gap line.
fn of_line(world: &World, requirement: &str) -> Vec<String> {
    let line = world.call("gap.get", json!({"requirement": requirement}))["record"].clone();
    if line.is_null() {
        return Vec::new();
    }
    let relations = world.call("record.relations", json!({"id": line}));
    let evidence = relations["evidence"].as_array().unwrap().iter();
    evidence.map(|each| each["title"].as_str().unwrap().to_owned()).collect()
}

fn undo_last(world: &World) {
    let n = world.call("trail.last", json!({}))["n"].clone();
    world.call("trail.undo", json!({"n": n}));
}

#[test]
fn everything_an_auditor_wants_is_asked_for_once() {
    let world = World::with_workspace();
    let me = world.call("workspace.get", json!({}))["me"]["id"].clone();
    world.call("gap.assign", json!({"requirements": ["9.2.1", "A.2.2"], "owner": me}));
    let input = json!({"requirements": ["9.2.1", "A.2.2"], "due": "2027-01-15"});
    let outlook = || world.call("request.outlook", json!({"requirements": input["requirements"]}));
    let told = outlook();
    let made = world.call("request.propose", input.clone()).as_u64().unwrap();
    assert_eq!((told.as_u64(), outlook()), (Some(made), json!(0)), "what it would make is said before");
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
        .map(|each| (each["file"]["name"].as_str().unwrap(), &each["proposed"][0]["request"]))
        .collect();
    assert_eq!(
        seen,
        [("ER-001 final.pdf", &policy), ("holiday.jpg", &Value::Null), ("Audit programme 2027.docx", &audit)]
    );
    let files: Vec<Value> = found
        .iter()
        .filter(|each| each["proposed"] != json!([]))
        .map(|each| json!({"file": each["file"]["token"], "request": each["proposed"][0]["request"]}))
        .collect();
    assert_eq!(world.job("request.receive", json!({"files": files})), json!({"count": 2, "again": []}));
    assert!(
        list(&world)
            .iter()
            .all(|item| item["state"] == "received" && item["files"][0]["evidence"]["code"].is_string())
    );
    undo_last(&world);
    assert!(list(&world).iter().all(|item| item["state"] == "requested" && item["files"] == json!([])));
    world.must_verify();
}

#[test]
fn accepting_while_the_analysis_is_frozen_says_what_to_do_and_leaves_the_file_waiting() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", Value::Null);
    attach(&world, &id, "policy.pdf");
    world.call(
        "gap.answer",
        json!({"requirement": "5.2", "item": "a", "answer": "yes", "recordSeen": null, "seenOn": null, "seenOwner": null}),
    );
    world.call(
        "gap.assess",
        json!({"requirement": "5.2", "conformity": "partly", "maturity": null, "statement": "", "grade": null,
               "confidence": null, "note": "", "notNeededFact": "", "owner": null}),
    );
    world.call("gap.freeze", json!({}));
    let refused = judge(&world, &id, &[0], "accepted", Value::Null).unwrap_err();
    assert!(refused.message.contains("frozen") && refused.message.contains("5.2"), "{refused:?}");
    assert!(refused.hints[0].contains("new assessment"), "{refused:?}");
    assert_eq!(item(&world, &id)["state"], "received", "it waits to be judged");
}

#[test]
fn one_file_may_answer_two_requests_and_is_kept_once() {
    let world = World::with_workspace();
    let policy = create(&world, "5.2", "Signed AI policy", Value::Null);
    let roles = create(&world, "5.3", "Roles and who holds them", Value::Null);
    let folder = world.path("incoming");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("ER-001 and ER-002.pdf"), "policy with roles").unwrap();
    let token = world.host.admit(&folder).token;
    let found = world.job("request.match", json!({"places": [token]}));
    let proposed = found[0]["proposed"].as_array().unwrap();
    let requests: Vec<&Value> = proposed.iter().map(|each| &each["request"]).collect();
    assert_eq!(requests, [&policy, &roles]);
    let file = &found[0]["file"]["token"];
    let files: Vec<Value> =
        requests.iter().map(|request| json!({"file": file, "request": request})).collect();
    assert_eq!(world.job("request.receive", json!({"files": files})), json!({"count": 1, "again": []}));
    let evidence: Vec<Value> =
        list(&world).iter().map(|item| item["files"][0]["evidence"]["code"].clone()).collect();
    assert_eq!(evidence, [json!("EV-001"), json!("EV-001")]);
    judge(&world, &policy, &[0], "accepted", Value::Null).unwrap();
    assert_eq!(item(&world, &roles)["state"], "received", "each request judges the file for itself");
    world.must_verify();
}

#[test]
fn what_is_accepted_counts_for_the_line_and_a_refusal_needs_its_reason() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", Value::Null);
    assert_eq!(
        judge(&world, &id, &[], "accepted", Value::Null).unwrap_err().code,
        Code::Refused,
        "nothing came"
    );
    assert_eq!(
        decide(&world, &id, "accepted", Value::Null).unwrap_err().code,
        Code::Refused,
        "files decide that"
    );
    attach(&world, &id, "policy.pdf");
    let came = item(&world, &id);
    assert_eq!((&came["state"], &came["receivedOn"]), (&json!("received"), &json!("2026-11-23")));
    let wrong = judge(&world, &id, &[0], "refused", json!(" ")).unwrap_err();
    assert_eq!((wrong.code, wrong.fields[0].path.as_str()), (Code::Invalid, "reason"));
    judge(&world, &id, &[0], "accepted", Value::Null).unwrap();
    let settled = item(&world, &id);
    assert_eq!(
        (&settled["state"], &settled["open"], &settled["ways"]),
        (&json!("accepted"), &json!(false), &json!([]))
    );
    assert_eq!(of_line(&world, "5.2"), ["policy.pdf"]);
    assert_eq!(decide(&world, &id, "withdrawn", json!("late")).unwrap_err().code, Code::Refused);
    let again = judge(&world, &id, &[0], "refused", json!("On second thoughts")).unwrap_err();
    assert_eq!(again.code, Code::Refused, "what counts for its line is taken back in the history");
    undo_last(&world);
    assert_eq!((item(&world, &id)["state"].clone(), of_line(&world, "5.2").len()), (json!("received"), 0));
    world.must_verify();
}

#[test]
fn each_file_is_judged_on_its_own_and_the_request_follows() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", json!("2026-11-01"));
    for name in ["unsigned.pdf", "old.pdf", "signed.pdf"] {
        hand_in(&world, &id, name);
    }
    let state = || item(&world, &id)["state"].clone();
    judge(&world, &id, &[0], "refused", json!("Not signed")).unwrap();
    assert_eq!(state(), "received", "two still wait");
    judge(&world, &id, &[1], "refused", json!("Not in force")).unwrap();
    judge(&world, &id, &[2], "accepted", Value::Null).unwrap();
    let expected = [("unsigned.pdf", "refused"), ("old.pdf", "refused"), ("signed.pdf", "accepted")];
    let now = item(&world, &id);
    assert_eq!(files(&now), expected.map(|(name, state)| (name.to_owned(), state.to_owned())));
    assert_eq!((&now["state"], &now["files"][0]["reason"]), (&json!("accepted"), &json!("Not signed")));
    assert_eq!(of_line(&world, "5.2"), ["signed.pdf"], "only what was accepted is evidence of the line");
    undo_last(&world);
    assert_eq!((state(), of_line(&world, "5.2").len()), (json!("received"), 0));
    world.must_verify();
}

#[test]
fn a_refused_request_asks_again_and_a_new_file_does_not_share_its_fate() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", json!("2026-11-01"));
    hand_in(&world, &id, "unsigned.pdf");
    assert_eq!(item(&world, &id)["daysLate"], Value::Null, "something came in time");
    judge(&world, &id, &[0], "refused", json!("Not signed")).unwrap();
    let refused = item(&world, &id);
    assert_eq!(
        (&refused["state"], &refused["asks"], &refused["open"], &refused["daysLate"]),
        (&json!("refused"), &json!(true), &json!(true), &json!(22))
    );
    assert_eq!(refused["again"], json!(["Not signed"]));
    attach(&world, &id, "signed.pdf");
    let now = item(&world, &id);
    let expected = [("unsigned.pdf", "refused"), ("signed.pdf", "received")];
    assert_eq!(files(&now), expected.map(|(name, state)| (name.to_owned(), state.to_owned())));
    assert_eq!((&now["state"], &now["again"]), (&json!("received"), &json!([])));
    judge(&world, &id, &[1], "accepted", Value::Null).unwrap();
    assert_eq!(of_line(&world, "5.2"), ["signed.pdf"]);
    judge(&world, &id, &[0], "accepted", Value::Null).unwrap();
    assert_eq!(of_line(&world, "5.2").len(), 2, "a refusal can be thought over");
    world.must_verify();
}

#[test]
fn a_file_that_comes_again_keeps_what_was_said_of_it_and_is_named() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", Value::Null);
    hand_in(&world, &id, "unsigned.pdf");
    judge(&world, &id, &[0], "refused", json!("Not signed")).unwrap();
    let entries = world.call("workspace.get", json!({}))["entries"].clone();
    let again =
        json!([{"file": "unsigned.pdf", "request": "ER-001", "state": "refused", "reason": "Not signed"}]);
    assert_eq!(hand_in(&world, &id, "unsigned.pdf"), json!({"count": 0, "again": again}));
    assert_eq!(item(&world, &id)["state"], "refused");
    assert_eq!(world.call("workspace.get", json!({}))["entries"], entries, "nothing was written");
    assert_eq!(hand_in(&world, &id, "signed.pdf")["count"], 1);
    judge(&world, &id, &[1], "accepted", Value::Null).unwrap();
    let late = world.place("unsigned.pdf").token;
    let late = json!({"files": [{"file": late, "request": id}]});
    let late = world.try_job("request.receive", late).unwrap_err();
    assert!(late.message.contains("unsigned.pdf") && late.message.contains("ER-001"), "{}", late.message);
}

#[test]
fn what_was_withdrawn_takes_nothing_until_it_is_asked_again() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", Value::Null);
    attach(&world, &id, "policy.pdf");
    judge(&world, &id, &[0], "refused", json!("Not signed")).unwrap();
    assert_eq!(decide(&world, &id, "withdrawn", json!("")).unwrap_err().code, Code::Invalid);
    decide(&world, &id, "withdrawn", json!("Seen on site")).unwrap();
    assert_eq!(item(&world, &id)["reason"], "Seen on site");
    assert_eq!(judge(&world, &id, &[0], "accepted", Value::Null).unwrap_err().code, Code::Refused);
    std::fs::write(world.path("more.pdf"), "more").unwrap();
    let more = json!({
        "record": id, "file": world.place("more.pdf").token, "reference": null, "title": null,
        "effectiveOn": null, "validUntil": null, "note": null,
    });
    assert_eq!(world.try_job("evidence.attach", more).unwrap_err().code, Code::Refused);
    decide(&world, &id, "requested", Value::Null).unwrap();
    let now = item(&world, &id);
    assert_eq!((&now["state"], &now["files"][0]["reason"]), (&json!("refused"), &json!("Not signed")));
    world.must_verify();
}

#[test]
fn the_history_tells_which_file_was_judged_how_and_why() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", Value::Null);
    attach(&world, &id, "policy.pdf");
    judge(&world, &id, &[0], "refused", json!("Not signed")).unwrap();
    let n = world.call("trail.last", json!({}))["n"].clone();
    let entry = world.call("trail.get", json!({"n": n}));
    let told = entry.to_string();
    for part in ["Refused EV-001 policy.pdf for ER-001 Signed AI policy", "To judge", "Refused", "Not signed"]
    {
        assert!(told.contains(part), "{part} in {told}");
    }
}

#[test]
fn the_lists_that_go_out_say_what_became_of_each_file() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", Value::Null);
    attach(&world, &id, "unsigned.pdf");
    judge(&world, &id, &[0], "refused", json!("Not signed")).unwrap();
    let out = world.place("requests.xlsx").token;
    world.job("report.export", json!({"kind": "requests", "format": "xlsx", "file": out}));
    let bytes = std::fs::read(world.path("requests.xlsx")).unwrap();
    let book = cairn_exchange::read(&bytes, "requests.xlsx", &cairn_exchange::Watch::none()).unwrap();
    let row = book.sheets[0].rows.iter().find(|row| row.text(0) == "ER-001").unwrap();
    assert_eq!(
        (row.text(7), row.text(8), row.text(9)),
        ("Refused", "unsigned.pdf", "Asked again because: Not signed")
    );
    let file = book.sheets[1].rows.iter().find(|row| row.text(0) == "ER-001").unwrap();
    assert_eq!(
        (file.text(3), file.text(4), file.text(5), file.text(7)),
        ("EV-001", "unsigned.pdf", "Refused", "Not signed")
    );
}

#[test]
fn one_go_takes_no_more_than_memory_should_hold() {
    let world = World::with_workspace();
    let id = create(&world, "5.2", "Signed AI policy", Value::Null);
    let file = |n: u8| {
        let path = world.path(&format!("large {n}.bin"));
        let mut file = std::fs::File::create(&path).unwrap();
        std::io::Write::write_all(&mut file, &[n]).unwrap();
        file.set_len(100 << 20).unwrap();
        json!({"file": world.host.admit(&path).token, "request": id})
    };
    let six: Vec<Value> = (0..6).map(file).collect();
    let refused = world.try_job("request.receive", json!({"files": six})).unwrap_err();
    assert!(refused.message.contains("500 MB"), "{}", refused.message);
    assert_eq!(item(&world, &id)["files"], json!([]), "all or none");
}
