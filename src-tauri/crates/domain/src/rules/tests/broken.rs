//! Packs, words and answers that must be refused, each with its own reason.

use serde_json::{Value, json};

use super::{PACK, pack, several, text};
use crate::rules::{Answers, PackError, PackText, ProblemCode, RulePack};

fn refused(change: impl FnOnce(&mut Value), reason: &str) {
    let mut value: Value = serde_json::from_str(PACK).unwrap();
    change(&mut value);
    let error = RulePack::parse(&value.to_string()).unwrap_err().to_string();
    assert!(error.contains(reason), "expected `{reason}` in `{error}`");
}

#[test]
fn a_pack_with_a_wrong_reference_is_refused() {
    refused(|v| v["questions"][3]["when"] = json!({"has": ["rolls", "provider"]}), "no question rolls");
    refused(|v| v["questions"][3]["when"] = json!({"has": ["roles", "boss"]}), "no answer boss");
    refused(|v| v["questions"][3]["when"] = json!({"has": ["roles"]}), "without an answer");
    refused(|v| v["questions"][2]["when"] = json!({"has": ["reach", "none"]}), "not before it");
    refused(|v| v["questions"][2]["when"] = json!({"fact": "fria"}), "not before it");
    refused(|v| v["questions"][2]["when"] = json!({"fact": "nothing"}), "no fact nothing");
    refused(|v| v["facts"][0]["when"] = json!({"fact": "in-act"}), "comes later");
    refused(|v| v["questions"][0]["refs"] = json!(["Art. 300"]), "`Art. 300` is in no cited article");
    refused(|v| v["questions"][0]["refs"] = json!([]), "no reference");
    refused(|v| v["questions"][1]["id"] = json!("subject"), "used twice");
    refused(|v| v["questions"][0]["answers"][0]["key"] = json!("unknown"), "of every question already");
    refused(|v| v["questions"][0]["answers"][0]["exclusive"] = json!(true), "among several only");
    refused(|v| v["questions"][0]["step"] = json!("reach"), "out of the order");
    refused(|v| v["tiers"][4]["when"] = json!({"fact": "in-act"}), "must always hold");
    refused(|v| v["tiers"][0]["severity"] = json!(1), "same severity");
    refused(|v| v["obligations"][0]["roles"] = json!([]), "binds no role");
    refused(|v| v["obligations"][0]["roles"] = json!(["king"]), "no role king");
    refused(|v| v["obligations"][0]["schedule"] = json!("someday"), "no schedule someday");
    refused(|v| v["obligations"][0]["certainty"] = json!("guess"), "no certainty guess");
    refused(|v| v["schedules"][0]["entries"] = json!([]), "has no date");
    refused(|v| v["dates"][0]["date"] = json!("2025-02-30"), "rule pack");
    refused(|v| v["notes"][0]["question"] = json!("nobody"), "no question nobody");
    refused(
        |v| v["tiers"][2]["when"] = json!({"has": ["failing-elements", "inference"]}),
        "an optional question decides",
    );
    refused(|v| v["surprise"] = json!(1), "unknown field");
    assert!(matches!(RulePack::parse("%PDF-1.7"), Err(PackError::Form(_))));
}

#[test]
fn words_must_fit_the_pack() {
    let mut words = text().clone();
    words.obligations.remove("art-9");
    words.steps.insert("step-0".to_owned(), "Nothing".to_owned());
    words.version = "9.0.0".to_owned();
    let error = PackText::parse(&serde_json::to_string(&words).unwrap(), pack()).unwrap_err().to_string();
    for reason in ["no words for art-9", "words for unknown step-0", "words are for eu-ai-act 9.0.0"] {
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn unusable_answers_are_named_and_count_as_unknown() {
    let mut answers = Answers::default().with("subject", "robot").with("colour", "red");
    answers.answers.insert("art-5-1-a".to_owned(), several(&["yes", "no"]));
    answers.answers.insert("exclusions".to_owned(), several(&["none", "military"]));
    answers.answers.insert("roles".to_owned(), several(&["unknown", "provider"]));
    answers.answers.insert("reach".to_owned(), several(&[]));
    let decision = pack().evaluate(&answers);
    let codes: Vec<(&str, ProblemCode)> =
        decision.problems.iter().map(|problem| (problem.question.as_str(), problem.code)).collect();
    let expected = [
        ("art-5-1-a", ProblemCode::MoreThanOne),
        ("colour", ProblemCode::NoSuchQuestion),
        ("exclusions", ProblemCode::StandsAlone),
        ("roles", ProblemCode::StandsAlone),
        ("subject", ProblemCode::NoSuchAnswer),
    ];
    assert_eq!(codes, expected);
    assert_eq!(decision.missing, ["subject"]);
    assert_eq!(decision.worst_possible, "prohibited");
}

#[test]
fn an_answers_file_reads_one_or_several_keys() {
    let text = r#"{"answers": {"subject": "ai-system", "roles": ["provider", "deployer"]}, "notes": {"subject": "it infers"}}"#;
    let answers: Answers = serde_json::from_str(text).unwrap();
    assert!(pack().problems(&answers).is_empty());
    let decision = pack().evaluate(&answers);
    assert_eq!(decision.findings[0].note.as_deref(), Some("it infers"));
    assert_eq!(decision.findings[1].answer, ["provider", "deployer"]);
    assert!(serde_json::from_str::<Answers>(r#"{"answer": {}}"#).is_err());
}
