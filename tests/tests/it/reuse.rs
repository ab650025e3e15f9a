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
    let last = || world.call("trail.last", json!({}))["n"].clone();
    world.call("trail.undo", json!({"n": last()}));
    assert_eq!(world.call("reuse.get", json!({}))["accepted"], 0, "an acceptance can be taken back");
    world.call("trail.undo", json!({"n": last()}));
    assert_eq!(world.call("reuse.get", json!({}))["accepted"], 1, "and done again");
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

#[test]
fn the_csf_leads_over_iso_27001_and_the_way_says_whose_mappings_it_goes_by() {
    let world = World::with_workspace();
    let view = world.call("reuse.get", json!({}));
    let sources: Vec<&str> = view["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source["framework"].as_str().unwrap())
        .collect();
    assert!(!sources.contains(&"iso23894"), "nothing of it leads to a line");
    assert!(view["unreached"][0].as_str().unwrap().contains("23894"), "{}", view["unreached"]);
    assess(&world, "nist-csf-gv", json!({"GV.RR-03": "on-paper"}));
    let view = world.call("reuse.get", json!({}));
    let over =
        view["lines"].as_array().unwrap().iter().flat_map(|line| line["candidates"].as_array().unwrap());
    let far: Vec<&Value> = over.filter(|each| each["hops"].as_array().unwrap().len() == 2).collect();
    let hops = &far.first().expect("a way over ISO/IEC 27001")["hops"];
    assert!(hops[0]["to"].as_str().unwrap().starts_with("iso27001:"), "{hops}");
    assert_eq!(hops[0]["origin"], "published");
    assert!(hops[0]["source"].as_str().unwrap().contains("NIST CSF 2.0"), "{hops}");
    assert!(far.iter().all(|each| each["relation"] == "related"), "NIST states no kind of relation");
}

fn bring(world: &World, name: &str, text: &str, dry_run: bool) -> Value {
    std::fs::write(world.path(name), text).unwrap();
    let file = world.place(name).token;
    world.job("reuse.import", json!({"file": file, "framework": "iso27001", "dryRun": dry_run}))
}

#[test]
fn results_come_in_from_a_file_and_what_fits_nowhere_is_kept_and_named() {
    let world = World::with_workspace();
    let text = "Control,Status,Evidence\nA.5.1,Implemented,POL-7\na.5.2,Partially implemented,\n\
                4.2(a),Implemented,\n4.2(b),Not implemented,\nA.5.10,n/a,\nA.9.99,Implemented,\n\
                A.5,Implemented,\nA.5.3,Sort of,\nAnnex A 5.4,Fully implemented,\n";
    let rehearsed = bring(&world, "soa.csv", text, true);
    assert_eq!(
        (&rehearsed["noted"], &rehearsed["skipped"], &rehearsed["entry"]),
        (&json!(4), &json!(2), &json!(null)),
        "{rehearsed}"
    );
    let codes: Vec<&str> =
        rehearsed["problems"].as_array().unwrap().iter().map(|each| each["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["several-rows", "unknown-id", "group-id", "unknown-status"]);
    assert_eq!(rehearsed["unresolved"][0], json!({"row": 7, "id": "A.9.99", "status": "Implemented"}));
    assert_eq!(world.call("reuse.get", json!({}))["candidates"], 0, "a dry run notes nothing");

    let done = bring(&world, "soa.csv", text, false);
    assert!(done["entry"].is_number());
    let lines = world.call("reuse.source", json!({"framework": "iso27001"}));
    let found = |id: &str| lines.as_array().unwrap().iter().find(|line| line["id"] == id).unwrap().clone();
    assert_eq!(
        (&found("A.5.1")["conformity"], &found("A.5.1")["record"]),
        (&json!("on-paper"), &json!("POL-7"))
    );
    assert_eq!(found("A.5.4")["conformity"], "shown-by-records");
    assert_eq!(found("4.2")["conformity"], "not-addressed", "met as far as its weakest part");
    assert_eq!(found("A.5.10")["conformity"], json!(null));
    assert!(world.call("reuse.get", json!({}))["candidates"].as_u64() > Some(0));
    let again = bring(&world, "soa.csv", "Control,Status\nA.5.1,In place\n", true);
    assert_eq!((&again["noted"], &again["unchanged"]), (&json!(0), &json!(1)));

    // Without their letter controls and clauses cannot be told apart, and nothing is guessed.
    let bare = bring(&world, "bare.csv", "Control,Status\n5.1,Implemented\n5.20,Implemented\n", true);
    assert_eq!((&bare["noted"], &bare["problems"][0]["code"]), (&json!(1), &json!("ambiguous-id")));
    std::fs::write(world.path("names.csv"), "Name,Owner\nA,B\n").unwrap();
    let file = world.place("names.csv").token;
    let input = json!({"file": file, "framework": "iso27001", "dryRun": true});
    assert_eq!(world.try_job("reuse.import", input).unwrap_err().code, Code::FileRefused);
    world.must_verify();
}

#[test]
fn a_numeric_cell_is_not_taken_for_another_entry() {
    use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value as Out, Workbook};
    let world = World::with_workspace();
    let columns = vec![
        OutColumn::new("Clause", 12.0, OutKind::Number(1)),
        OutColumn::new("Status", 12.0, OutKind::Text),
    ];
    // 5.1 may have been 5.10, which only Annex A has; 9.1 is what it says.
    let rows = [5.1, 9.1].map(|id| vec![Out::Number(id), Out::from("Implemented")]);
    let book = Workbook {
        sheets: vec![OutSheet::new("Results", columns, rows.to_vec())],
        properties: Properties {
            title: String::new(),
            subject: String::new(),
            company: String::new(),
            time: "2026-11-23T08:00:00.000Z".parse().unwrap(),
        },
        round_trip: None,
    };
    std::fs::write(world.path("numbers.xlsx"), book.to_xlsx().unwrap().bytes).unwrap();
    let file = world.place("numbers.xlsx").token;
    let found = world.job("reuse.import", json!({"file": file, "framework": "iso27001", "dryRun": true}));
    assert_eq!((&found["noted"], &found["problems"][0]["code"]), (&json!(1), &json!("numeric-id")));
}

#[test]
fn a_file_about_another_framework_is_refused_and_the_framework_named() {
    let world = World::with_workspace();
    let refused = |text: &str| {
        std::fs::write(world.path("other.csv"), text).unwrap();
        let file = world.place("other.csv").token;
        let input = json!({"file": file, "framework": "iso27001", "dryRun": false});
        world.try_job("reuse.import", input).unwrap_err()
    };
    // A.5.2 and A.7.2 are controls of both standards, and not the same ones.
    let own = refused("Control,Status\nA.5.2,Implemented\nA.6.2.4,Implemented\nA.7.2,Partly\nA.10.2,No\n");
    assert_eq!(own.code, Code::FileRefused);
    assert!(own.message.contains("ISO/IEC 42001") && own.message.contains("other.csv"), "{}", own.message);
    let nist = refused("Subcategory,Status\nGOVERN 1.1,Met\nGOVERN 1.2,Met\nMAP 1.1,Not met\n");
    assert!(nist.message.contains("NIST AI Risk Management Framework"), "{}", nist.message);
    // An older edition is in no pack: what fits nowhere is kept and named, as before.
    let old =
        bring(&world, "old.csv", "Control,Status\nA.6.1.2,Met\nA.9.2.1,Met\nA.12.1.1,Met\nA.5.1,Met\n", true);
    assert_eq!((&old["noted"], old["unresolved"].as_array().unwrap().len()), (&json!(1), 3), "{old}");
}

#[test]
fn statuses_are_understood_however_they_are_written_and_the_weakest_one_counts() {
    let world = World::with_workspace();
    let text = "Control,Status\nA.5.1,Non compliant\nA.5.2,non_compliant\nA.5.3,PARTIALLY_COMPLIANT\nA.5.4,in-progress\n\
                A.5.5,to_do\nA.5.6,not_applicable\nA.5.7,Not-Assessed\nA.5.8,fully_implemented\n";
    let done = bring(&world, "words.csv", text, false);
    assert_eq!(
        (&done["noted"], &done["skipped"], &done["problems"]),
        (&json!(6), &json!(2), &json!([])),
        "{done}"
    );
    let lines = world.call("reuse.source", json!({"framework": "iso27001"}));
    let found = |id: &str| {
        lines.as_array().unwrap().iter().find(|line| line["id"] == id).unwrap()["conformity"].clone()
    };
    let all: Vec<Value> = ["A.5.1", "A.5.2", "A.5.3", "A.5.4", "A.5.5", "A.5.8"].map(found).to_vec();
    let expected =
        ["not-addressed", "not-addressed", "partly", "partly", "not-addressed", "shown-by-records"];
    assert_eq!(json!(all), json!(expected));

    // What one row says is not understood, so nobody knows which of the two is the weaker one.
    for text in [
        "Control,Status\n4.2(a),Implemented\n4.2(b),Sort of\n",
        "Control,Status\n4.2(a),Sort of\n4.2(b),Implemented\n",
    ] {
        let held = bring(&world, "held.csv", text, false);
        assert_eq!(
            (&held["noted"], &held["skipped"], &held["entry"]),
            (&json!(0), &json!(2), &json!(null)),
            "{held}"
        );
        let codes: Vec<&str> =
            held["problems"].as_array().unwrap().iter().map(|each| each["code"].as_str().unwrap()).collect();
        assert!(codes.contains(&"unknown-status") && codes.contains(&"held-back"), "{held}");
    }
}

#[test]
fn numbers_of_another_scale_are_not_read_as_conformity() {
    let world = World::with_workspace();
    let ours = bring(&world, "ours.csv", "Control,Status\nA.5.1,3\nA.5.2,0\n", true);
    assert_eq!((&ours["noted"], &ours["problems"][0]["code"]), (&json!(2), &json!("numbers-read")));
    assert_eq!(ours["problems"].as_array().unwrap().len(), 1, "how bare numbers were read is told once");
    for column in ["3,2,4", "1,2,5", "0,50 %,100 %", "1,0.5,2"] {
        let values: Vec<&str> = column.split(',').collect();
        let text = format!(
            "Control,Status\nA.5.1,{}\nA.5.2,{}\nA.5.3,{}\nA.5.4,Implemented\n",
            values[0], values[1], values[2]
        );
        let found = bring(&world, "numbers.csv", &text, true);
        assert_eq!((&found["noted"], &found["skipped"]), (&json!(1), &json!(3)), "{column}: {found}");
        let problem = &found["problems"][0];
        assert_eq!(problem["code"], "other-scale", "{found}");
        assert!(problem["message"].as_str().unwrap().contains("0 to 3"), "{found}");
    }
    // A column that says by its name that it is about maturity is no status at all.
    std::fs::write(world.path("maturity.csv"), "Control,Maturity status\nA.5.1,2\nA.5.2,3\n").unwrap();
    let file = world.place("maturity.csv").token;
    let input = json!({"file": file, "framework": "iso27001", "dryRun": true});
    assert_eq!(world.try_job("reuse.import", input).unwrap_err().code, Code::FileRefused);
}

#[test]
fn articles_are_found_however_they_are_written() {
    let world = World::with_workspace();
    let text = "Article,Status\nArt. 35,Met\nArticle 32,Met\n30,Met\n";
    std::fs::write(world.path("gdpr.csv"), text).unwrap();
    let file = world.place("gdpr.csv").token;
    let found = world.job("reuse.import", json!({"file": file, "framework": "gdpr", "dryRun": true}));
    assert_eq!((&found["noted"], &found["problems"]), (&json!(3), &json!([])), "{found}");
}
