//! Commands that need no workspace.

use serde_json::json;

use crate::bench::Bench;

#[test]
fn frameworks_are_listed_and_shown() {
    let bench = Bench::new();
    let list = bench.json(0, &["framework", "list"]);
    assert_eq!(list["frameworks"][0]["id"], "iso42001");
    let iso = bench.json(0, &["framework", "show", "iso42001"]);
    let requirements = iso["requirements"].as_array().unwrap();
    assert_eq!(requirements.iter().filter(|one| one["assessable"] == true).count(), 70);
    let policy = requirements.iter().find(|one| one["id"] == "A.2.2").unwrap();
    assert_eq!(policy["title"], "AI policy");
    assert!(policy["must"][0]["basis"].is_string() && policy["must"][0]["ref"].is_string());
    assert_eq!(bench.json(2, &["framework", "show", "iso9001"])["error"]["code"], "not-found");
}

#[test]
fn every_question_offers_not_knowing() {
    let bench = Bench::new();
    let questions = bench.json(0, &["classify", "--questions"]);
    let questions = questions.as_array().unwrap();
    assert!(questions.len() > 30);
    for question in questions {
        assert!(question["text"].as_str().is_some_and(|text| !text.is_empty()), "{question}");
        assert!(question["answers"].as_array().unwrap().iter().any(|answer| answer["key"] == "unknown"));
    }
}

#[test]
fn answers_are_classified_and_missing_ones_named() {
    let bench = Bench::new();
    std::fs::write(bench.path("rules.json"), json!({"answers": {"subject": "neither"}}).to_string()).unwrap();
    let out = bench.json(0, &["classify", "--answers", "@rules.json"]);
    assert_eq!((out["tier"].as_str(), out["provisional"].as_bool()), (Some("out-of-scope"), Some(false)));
    std::fs::write(bench.path("open.json"), json!({"answers": {"subject": "ai-system"}}).to_string())
        .unwrap();
    // A provisional result is what these answers give; nothing in them is wrong.
    let open = bench.json(0, &["classify", "--answers", "@open.json"]);
    assert_eq!(open["provisional"], true);
    assert_eq!((open["tier"].clone(), open["worst_possible"].as_str()), (json!(null), Some("prohibited")));
    assert!(!open["missing"].as_array().unwrap().is_empty());
}

fn classify(bench: &Bench, code: i32, text: &str) -> serde_json::Value {
    std::fs::write(bench.path("answers.json"), text).unwrap();
    bench.json(code, &["classify", "--answers", "@answers.json"])
}

#[test]
fn bad_answer_files_are_refused() {
    let bench = Bench::new();
    let missing = bench.json(3, &["classify", "--answers", "@none.json"])["error"].clone();
    assert_eq!(missing["code"], "missing");
    assert!(!missing["message"].as_str().unwrap().contains("os error"), "{missing}");
    for text in [
        "{",
        "",
        "[]",
        r#"{"answers": null}"#,
        r#"{"answers": 5}"#,
        r#"{"answers": {"subject": 5}}"#,
        r#"{"answers": {"subject": []}}"#,
        r#"{"answers": {"subject": "neither", "subject": "ai-system"}}"#,
        r#"{"answers": {"subject": "neither"}, "extra": 1}"#,
    ] {
        let error = classify(&bench, 3, text)["error"].clone();
        assert_eq!(error["code"], "file-refused", "{text}: {error}");
        assert!(error["message"].as_str().is_some_and(|words| !words.contains("cli-answers")), "{error}");
    }
    let marked = classify(&bench, 0, "\u{FEFF}{\"answers\": {\"subject\": \"neither\"}}");
    assert_eq!(marked["tier"], "out-of-scope", "a byte order mark is no fault");
}

#[test]
fn answers_that_the_rules_do_not_know_are_named_in_words() {
    let bench = Bench::new();
    for (answers, path, words) in [
        (json!({"answers": {"subject": "banana"}}), "answers.subject", "has no answer banana"),
        (json!({"answers": {"banana": "yes"}}), "answers.banana", "no question banana"),
        (json!({"answers": {"subject": ["ai-system", "neither"]}}), "answers.subject", "one answer only"),
        (
            json!({"answers": {"subject": "neither"}, "notes": {"banana": "x"}}),
            "notes.banana",
            "no question or note banana",
        ),
    ] {
        let error = classify(&bench, 2, &answers.to_string())["error"].clone();
        assert_eq!(
            (error["code"].as_str(), error["fields"][0]["path"].as_str()),
            (Some("usage"), Some(path))
        );
        assert!(error["message"].as_str().unwrap().contains(words), "{error}");
    }
}

/// Answers with their expected result, as the rules are tested with.
fn examples() -> serde_json::Value {
    serde_json::from_str(include_str!("../../../domain/tests-data/eu-ai-act-examples.json")).unwrap()
}

#[test]
fn a_duty_says_whom_it_binds_from_when_and_under_which_limit() {
    let bench = Bench::new();
    let mut examples = examples();
    let all = examples["examples"].as_array().unwrap();
    let legacy = all.iter().find(|one| one["expect"]["qualifier"] == "after-design-change").unwrap().clone();
    let answers = examples["defaults"].as_object_mut().unwrap();
    answers.extend(legacy["answers"].as_object().unwrap().clone());
    let out = classify(&bench, 0, &json!({"answers": answers}).to_string());
    let duties = out["obligations"].as_array().unwrap();
    let limited = duties.iter().find(|duty| duty["id"] == "art-9").unwrap();
    assert_eq!(limited["qualifier"]["id"], "after-design-change");
    assert!(limited["qualifier"]["label"].as_str().unwrap().contains("design change"));
    assert_eq!(limited["roles"], json!(["provider"]));
    assert_eq!(limited["dates"][0]["date"], limited["applies_from"]);
    assert!(limited["confirm"].is_boolean() && limited.get("formal_from").is_some());
    let shown = bench.run(&["classify", "--answers", "@answers.json"]);
    let line = shown.out.lines().find(|line| line.starts_with(limited["ref"].as_str().unwrap()));
    assert!(line.is_some_and(|line| line.contains("design change")), "{shown:?}");
}

#[test]
fn written_reasons_are_listed_and_open_ones_named() {
    let bench = Bench::new();
    let reason = |text: &str| {
        let answers = json!({"subject": "neither", "failing-elements": "inference"});
        json!({"answers": answers, "notes": {"failing-element-reason": text}}).to_string()
    };
    let label = "Which element is missing, and why";
    for (text, given) in [("", false), (".", false), ("A fixed table decides.", true)] {
        // An open reason holds up the signature, not the outcome.
        let out = classify(&bench, 0, &reason(text));
        assert_eq!(out["tier"], "out-of-scope");
        let notes = json!([{"id": "failing-element-reason", "label": label, "given": given}]);
        assert_eq!(out["notes"], notes, "{text}");
        let shown = bench.run(&["classify", "--answers", "@answers.json"]);
        let line = format!("written reason open: {label} (notes.failing-element-reason)");
        assert_eq!(shown.out.lines().any(|shown| shown == line), !given, "{shown:?}");
    }
    let none = classify(&bench, 0, &json!({"answers": {"subject": "ai-system"}}).to_string());
    assert_eq!(none["notes"], json!([]));
    let help = bench.run(&["classify", "--help"]);
    assert!(help.out.contains("Written reasons") && help.out.contains("exit code as it is"), "{help:?}");
}

#[test]
fn answers_that_contradict_each_other_are_told_in_words() {
    let bench = Bench::new();
    // Everything that the pack's own examples take for granted, and two roles that exclude each other.
    let mut examples = examples();
    examples["defaults"]["roles"] = json!(["provider", "distributor"]);
    let out = classify(&bench, 1, &json!({"answers": examples["defaults"]}).to_string());
    assert_eq!(out["provisional"], false, "{out}");
    let found = &out["contradictions"][0];
    let label = found["label"].as_str().unwrap();
    assert!(found["id"].is_string() && label.contains(' '), "{found}");
    let shown = bench.run(&["classify", "--answers", "@answers.json"]);
    assert!(shown.out.contains(label), "{shown:?}");
}

#[test]
fn rule_packs_are_listed_and_chosen_by_id_and_version() {
    let bench = Bench::new();
    let list = bench.json(0, &["classify", "--list-packs"]);
    let packs = list["packs"].as_array().unwrap();
    let act = packs.iter().find(|pack| pack["id"] == "eu-ai-act" && pack["newest"] == true).unwrap();
    assert!(act["tiers"].as_array().unwrap().contains(&json!("prohibited")));
    let version = act["version"].as_str().unwrap();
    let default = bench.json(0, &["classify", "--questions"]);
    for named in ["eu-ai-act".to_owned(), format!("eu-ai-act@{version}")] {
        assert_eq!(bench.json(0, &["classify", "--questions", "--pack", &named]), default);
    }
    std::fs::write(bench.path("a.json"), json!({"answers": {"subject": "neither"}}).to_string()).unwrap();
    let out = bench.json(0, &["classify", "--answers", "@a.json", "--pack", "eu-ai-act"]);
    assert_eq!(out["tier"], "out-of-scope");
    for unknown in ["no-such-law", "eu-ai-act@0.0.0"] {
        let refused = bench.json(2, &["classify", "--questions", "--pack", unknown]);
        assert_eq!(refused["error"]["code"], "not-found");
    }
    for odd in [["classify", "--pack", "eu-ai-act"], ["classify", "--questions", "--list-packs"]] {
        assert_eq!(bench.run(&odd).code, Some(2), "{odd:?}");
    }
}
