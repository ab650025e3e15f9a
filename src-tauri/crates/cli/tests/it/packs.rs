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
    assert_eq!(bench.json(1, &["framework", "show", "iso9001"])["error"]["code"], "not-found");
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
    let open = bench.json(1, &["classify", "--answers", "@open.json"]);
    assert_eq!((open["tier"].clone(), open["worst_possible"].as_str()), (json!(null), Some("prohibited")));
    assert!(!open["missing"].as_array().unwrap().is_empty());
}

#[test]
fn bad_answer_files_are_refused() {
    let bench = Bench::new();
    std::fs::write(bench.path("broken.json"), "{").unwrap();
    assert_eq!(bench.json(3, &["classify", "--answers", "@broken.json"])["error"]["code"], "file-refused");
    std::fs::write(bench.path("odd.json"), json!({"answers": {"subject": "banana"}}).to_string()).unwrap();
    assert_eq!(bench.json(2, &["classify", "--answers", "@odd.json"])["error"]["code"], "usage");
    assert_eq!(bench.json(3, &["classify", "--answers", "@none.json"])["error"]["code"], "file-refused");
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
        let refused = bench.json(1, &["classify", "--questions", "--pack", unknown]);
        assert_eq!(refused["error"]["code"], "not-found");
    }
    for odd in [["classify", "--pack", "eu-ai-act"], ["classify", "--questions", "--list-packs"]] {
        assert_eq!(bench.run(&odd).code, Some(2), "{odd:?}");
    }
}
