//! Looking for hidden AI: sweeps, what they find, and what becomes of it.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn get(world: &World) -> Value {
    world.call("discovery.get", json!({}))
}

fn sweep(world: &World, id: &Value) -> Value {
    world.call("discovery.get_sweep", json!({"id": id}))
}

fn list(world: &World, filter: Value) -> Vec<Value> {
    world.call("candidate.list", filter)["items"].as_array().unwrap().clone()
}

fn note(world: &World, values: Value) -> Value {
    world.call("candidate.create", json!({"values": values, "sweep": null, "foundBy": null}))["id"].clone()
}

fn answer(world: &World, sweep: &Value, item: &str, answer: &str, note: Value) -> Value {
    let input = json!({"sweep": sweep, "item": item, "answer": answer, "askedWhom": "IT", "note": note});
    world.call("discovery.answer", input)
}

fn stone(world: &World) -> Value {
    let overview = world.call("overview.get", json!({}));
    let stones = overview["phases"][0]["stones"].as_array().unwrap().clone();
    let found = stones.iter().find(|stone| stone["standing"]["stone"] == "discovery-closed").unwrap();
    found["standing"]["state"].clone()
}

fn undo(world: &World) {
    let last = world.call("trail.last", json!({}))["n"].clone();
    world.call("trail.undo", json!({"n": last}));
}

#[test]
fn a_sweep_closes_when_everything_was_asked_and_opens_again() {
    let world = World::with_workspace();
    assert_eq!(stone(&world), "to-come");
    world.call("system.create", json!({"name": "Ranking", "values": {"department": "Sales"}}));
    assert_eq!(get(&world)["departments"], json!(["Sales"]));
    let areas = ["internal-tools", "customer-facing", "third-party", "decision-support"];
    let input = json!({"areas": areas, "departments": ["Sales", "sales ", "People"], "due": "2026-12-01"});
    let made = |input: Value| world.call("discovery.start", input).as_array().unwrap().len();
    assert_eq!(made(input.clone()), 5, "the same department once");
    assert_eq!(made(input), 0, "what exists is not started again");
    let now = get(&world);
    let titles: Vec<&str> =
        now["sweeps"].as_array().unwrap().iter().map(|each| each["title"].as_str().unwrap()).collect();
    assert_eq!(titles[3..], ["Decision support: People", "Decision support: Sales"]);
    assert_eq!((&now["settled"], &now["items"]), (&json!(0), &json!(24)));
    assert_eq!(stone(&world), "in-progress");

    let id = now["sweeps"][4]["id"].clone();
    let refused = world.refused("discovery.close", json!({"id": id}));
    assert!(refused.message.contains("4 items") && refused.message.contains("Interviews"), "{refused:?}");
    answer(&world, &id, "interviews", "nothing", Value::Null);
    answer(&world, &id, "software-list", "not-applicable", Value::Null);
    answer(&world, &id, "spreadsheets", "found", Value::Null);
    let made = world.call(
        "candidate.create",
        json!({"values": {"name": "Churn score"}, "sweep": id, "foundBy": "expenses"}),
    );
    assert_eq!(made["code"], "CA-001");
    let detail = sweep(&world, &id);
    let standing: Vec<&Value> =
        detail["questions"].as_array().unwrap().iter().map(|item| &item["standing"]).collect();
    assert_eq!(standing, ["settled", "needs-remark", "needs-candidate", "settled"]);
    assert_eq!(detail["questions"][3]["answer"], "found", "a candidate answers its item");
    assert_eq!(
        list(&world, json!({}))[0]["department"],
        "Sales",
        "the sweep's department is the candidate's"
    );
    assert!(world.refused("discovery.close", json!({"id": id})).message.contains("2 items"));
    answer(&world, &id, "software-list", "not-applicable", json!("They have no software of their own"));
    answer(&world, &id, "spreadsheets", "found", json!("The forecast, which is AI-001"));
    assert_eq!(world.call("discovery.close", json!({"id": id}))["sweep"]["state"], "closed");
    assert_eq!(get(&world)["closed"], 1);

    let late = json!({"sweep": id, "item": "interviews", "answer": null});
    assert_eq!(world.refused("discovery.answer", late.clone()).code, Code::Refused);
    world.call("discovery.reopen", json!({"id": id}));
    assert_eq!(world.call("discovery.answer", late)["sweep"]["settled"], 3);
    assert_eq!(world.refused("discovery.delete", json!({"id": id})).code, Code::Refused, "it holds answers");
    world.call("discovery.delete", json!({"id": now["sweeps"][0]["id"]}));
    assert_eq!(get(&world)["sweeps"].as_array().unwrap().len(), 4);
    world.must_verify();
}

#[test]
fn the_stone_is_set_when_all_sweeps_are_closed_and_no_candidate_waits() {
    let world = World::with_workspace();
    world.call("discovery.start", json!({"areas": ["customer-facing"]}));
    let id = get(&world)["sweeps"][0]["id"].clone();
    for item in ["product-features", "website", "api-keys", "contracts", "interviews"] {
        answer(&world, &id, item, "nothing", Value::Null);
    }
    world.call("discovery.close", json!({"id": id}));
    assert_eq!(stone(&world), "in-progress", "three areas never began");
    let aside = |area: &str, reason: Value| json!({"area": area, "reason": reason});
    assert_eq!(
        world.refused("discovery.set_aside", aside("third-party", json!(" "))).fields[0].path,
        "reason"
    );
    for area in ["internal-tools", "third-party", "decision-support"] {
        world.call("discovery.set_aside", aside(area, json!("Looked at by the group last year")));
    }
    assert_eq!(stone(&world), "set");
    world.call("discovery.set_aside", aside("third-party", Value::Null));
    assert_eq!(stone(&world), "in-progress");
    world.call("discovery.set_aside", aside("third-party", json!("Nothing is bought")));
    assert_eq!(get(&world)["areas"][2]["setAside"], "Nothing is bought");
    let found = note(&world, json!({"name": "Chat window"}));
    assert_eq!(stone(&world), "in-progress");
    let next = world.call("overview.get", json!({}))["phases"][0]["stones"].clone();
    assert!(next.is_array());
    world.call("candidate.dismiss", json!({"ids": [found], "reason": "A form, no AI"}));
    assert_eq!(stone(&world), "set");
    undo(&world);
    assert_eq!(stone(&world), "in-progress");
    world.must_verify();
}

#[test]
fn likely_duplicates_are_named_with_reasons() {
    let world = World::with_workspace();
    world.call("system.create", json!({"name": "Invoice Reader", "values": {"supplier": "Acme Inc."}}));
    let one = note(&world, json!({"name": "Invoice Readr", "vendor": "ACME"}));
    let other = note(&world, json!({"name": "Invoice Reader", "vendor": "Globex"}));
    let items = list(&world, json!({}));
    assert_eq!(items[0]["like"]["record"]["code"], "AI-001");
    assert_eq!(items[0]["like"]["why"], "same vendor and nearly the same name");
    assert_eq!(items[1]["like"], Value::Null, "another vendor is another system");
    assert_eq!(list(&world, json!({"like": true})).len(), 1);
    assert_eq!(list(&world, json!({"vendors": ["Globex"]}))[0]["id"], other);
    assert_eq!(list(&world, json!({"text": "readr"}))[0]["id"], one);
    let alike = world.call("candidate.get", json!({"id": one}))["alike"].clone();
    assert_eq!(alike.as_array().unwrap().len(), 1);
}

#[test]
fn accepting_makes_a_system_with_what_is_known_and_can_be_taken_back() {
    let world = World::with_workspace();
    let values = json!({
        "name": "Letter drafts", "vendor": "Acme", "product": "WriteWell", "model": "W-2",
        "department": "Service", "purpose": "Drafts answers to customers",
    });
    let one = note(&world, values);
    let two = note(&world, json!({"name": "Meeting notes"}));
    let made = world.call("candidate.accept", json!({"ids": [one, two]}));
    assert_eq!(made[0]["code"], "AI-001");
    let system = world.call("system.get", json!({"id": made[0]["id"]}));
    let value = |key: &str| system["values"][key].clone();
    assert_eq!((value("supplier"), value("platform")), (json!("Acme"), json!("WriteWell")));
    assert_eq!((value("model"), value("department")), (json!("W-2"), json!("Service")));
    assert_eq!(value("purpose"), "Drafts answers to customers");
    assert_eq!((&system["item"]["scope"], &system["item"]["tier"]), (&json!("not-decided"), &Value::Null));
    assert_eq!(system["source"], "Discovery");
    assert_eq!(world.refused("candidate.accept", json!({"ids": [one]})).code, Code::Refused);

    world.call("candidate.return", json!({"ids": [one]}));
    let left: Vec<Value> = world.call("system.list", json!({}))["items"].as_array().unwrap().clone();
    assert_eq!(left.len(), 1, "only the system of the candidate taken back is gone");
    assert_eq!(list(&world, json!({"states": ["new"]}))[0]["id"], one);
    world.call("system.update", json!({"id": made[1]["id"], "values": {"scope": "in"}}));
    let refused = world.refused("candidate.return", json!({"ids": [two]}));
    assert!(refused.message.contains("AI-002 Meeting notes"), "{refused:?}");
    world.call("system.delete", json!({"ids": [made[1]["id"]]}));
    world.call("candidate.return", json!({"ids": [two]}));
    assert_eq!(list(&world, json!({"states": ["new"]})).len(), 2);
    world.must_verify();
}

#[test]
fn merging_fills_only_what_is_empty_says_so_and_can_be_taken_back() {
    let world = World::with_workspace();
    let into = world.call("system.create", json!({"name": "Drafts", "values": {"department": "Sales"}}));
    let into = into["id"].clone();
    let one =
        note(&world, json!({"name": "Letters", "vendor": "Acme", "department": "Service", "model": "W-2"}));
    let two = note(&world, json!({"name": "Letters again", "purpose": "Answers"}));
    let done = world.call("candidate.merge", json!({"ids": [one, two], "into": into}));
    assert_eq!(done["filled"], json!(["Model and version", "Intended purpose", "Supplier"]), "{done}");
    assert_eq!(done["kept"], json!(["Department"]));
    let value = |key: &str| world.call("system.get", json!({"id": into}))["values"][key].clone();
    assert_eq!((value("department"), value("supplier")), (json!("Sales"), json!("Acme")));
    assert_eq!(list(&world, json!({"states": ["merged"]})).len(), 2);

    world.call("system.update", json!({"id": into, "values": {"model": "W-3"}}));
    world.call("candidate.return", json!({"ids": [one]}));
    assert_eq!((value("supplier"), value("model")), (Value::Null, json!("W-3")), "later changes stay");
    assert_eq!(value("purpose"), "Answers", "what the other candidate filled stays");
    world.must_verify();
}

#[test]
fn dismissing_needs_a_reason_and_each_can_be_taken_back() {
    let world = World::with_workspace();
    let ids: Vec<Value> = (0..3).map(|n| note(&world, json!({"name": format!("Thing {n}")}))).collect();
    assert_eq!(world.refused("candidate.dismiss", json!({"ids": ids, "reason": " "})).code, Code::Invalid);
    assert_eq!(world.call("candidate.dismiss", json!({"ids": ids, "reason": "Fixed rules"})), 3);
    world.call("candidate.return", json!({"ids": [ids[1]]}));
    let back = list(&world, json!({"states": ["new"]}));
    assert_eq!((back.len(), &back[0]["reason"]), (1, &Value::Null));
    assert_eq!(list(&world, json!({"states": ["dismissed"]}))[0]["reason"], "Fixed rules");
    world.must_verify();
}

#[test]
fn the_list_of_commercial_products_comes_in_as_candidates_once() {
    let world = World::with_workspace();
    let file = world.host.admit(&cairn_tests::sample("us-federal-cots-ai-2025.xlsx")).token;
    let dry = world.job("candidate.import", json!({"file": file, "dryRun": true}));
    assert_eq!((&dry["rows"], &dry["entry"]), (&json!(900), &Value::Null));
    assert_eq!(dry["source"], "us-federal-cots-ai-2025");
    let number = |name: &str| dry[name].as_u64().unwrap();
    assert_eq!(number("created") + number("unused") + number("known") + number("skipped"), 900);
    assert!(number("created") >= 468, "every row that says Y: {dry}");
    assert_eq!(get(&world)["candidates"]["new"], 0, "a dry run writes nothing");

    let done = world.job("candidate.import", json!({"file": file}));
    assert_eq!(done["created"], dry["created"]);
    assert!(done["entry"].is_u64());
    let start = std::time::Instant::now();
    let items = list(&world, json!({}));
    println!("listing {} candidates with likenesses took {:?}", items.len(), start.elapsed());
    assert_eq!(items.len() as u64, number("created"));
    let first = &items[0];
    assert_eq!(first["name"], "Microsoft 365 Copilot GCC");
    assert!(first["purpose"].as_str().unwrap().starts_with("Transcribing"));
    assert!(first["department"].as_str().unwrap().starts_with("Committee"));
    assert_eq!(first["foundBy"], "A list brought in");
    assert!(first["like"]["why"].as_str().unwrap().contains("same name"), "{first:#}");
    let view = world.call("candidate.get", json!({"id": first["id"]}));
    let facts = view["imported"].as_array().unwrap();
    assert!(facts.iter().any(|fact| fact["value"] == "1-100"), "{facts:?}");
    let made = world.call("candidate.accept", json!({"ids": [first["id"]]}));
    let system = world.call("system.get", json!({"id": made[0]["id"]}));
    assert_eq!(system["source"], "us-federal-cots-ai-2025");
    assert_eq!(system["imported"], view["imported"]);

    let again = world.job("candidate.import", json!({"file": file}));
    assert_eq!((&again["created"], &again["known"]), (&json!(0), &dry["created"]));
    assert_eq!(again["entry"], Value::Null, "what is known leaves no entry");
    world.must_verify();
}

#[test]
fn a_list_of_another_layout_comes_in_by_its_headers_and_hostile_files_are_refused() {
    let world = World::with_workspace();
    let path = world.path("tools.csv");
    std::fs::write(&path, "Name,Vendor,Department,Purpose\nWriteWell,Acme,Sales,Letters\n,Acme,,\n").unwrap();
    let file = world.host.admit(&path).token;
    let done = world.job("candidate.import", json!({"file": file}));
    assert!(done["created"].as_u64().unwrap() >= 1, "{done:#}");
    let first = &list(&world, json!({}))[0];
    assert_eq!((&first["name"], &first["vendor"]), (&json!("WriteWell"), &json!("Acme")));
    let bad = world.path("bad.xlsx");
    std::fs::write(&bad, b"PK\x03\x04nonsense").unwrap();
    let error = world.try_job("candidate.import", json!({"file": world.host.admit(&bad).token})).unwrap_err();
    assert_eq!(error.code, Code::FileRefused);
    world.must_verify();
}

#[test]
fn placeholders_and_dashes_are_no_names_of_candidates() {
    let world = World::with_workspace();
    let file = world.host.admit(&cairn_tests::sample("consultant-raci-matrix.xlsx")).token;
    let error = world.try_job("candidate.import", json!({"file": file, "dryRun": true})).unwrap_err();
    assert_eq!(error.code, Code::FileRefused);
    assert!(
        error.message.contains("consultant-raci-matrix.xlsx is no list of products"),
        "{}",
        error.message
    );

    let text = "Name,Department,Vendor\n\u{2014},Sales,Acme\nChat helper,Sales,\n(?),\u{2014},Bolt\n";
    std::fs::write(world.path("list.csv"), text).unwrap();
    let dry = world.job("candidate.import", json!({"file": world.place("list.csv").token, "dryRun": true}));
    let problems = dry["problems"].as_array().unwrap();
    let found: Vec<_> = problems
        .iter()
        .map(|one| (one["code"].as_str().unwrap(), one["where"]["row"].as_u64().unwrap()))
        .collect();
    assert_eq!(found, [("name-missing", 2), ("name-missing", 4)], "{dry:#}");
    let names: Vec<&str> =
        dry["shown"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Sales", "Chat helper", "Bolt"], "what the row says first stands in");
}
