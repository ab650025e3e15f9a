//! Which answers an outcome rests on, and the provision each falls under.

use super::examples::all_examples;
use super::pack;
use crate::rules::{Answers, Chosen};

/// An example with other answers, the first of several keys first.
fn with(name: &str, changed: &[(&str, &[&str])]) -> Answers {
    let mut answers = all_examples().into_iter().find(|(found, _)| found == name).unwrap().1;
    for (question, keys) in changed {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        answers.answers.insert((*question).to_owned(), Chosen::Several(keys));
    }
    answers
}

const DEVICE: [(&str, &[&str]); 3] = [
    ("annex-i-law", &["annex-i-11"]),
    ("annex-i-function", &["safety-component"]),
    ("annex-i-third-party", &["yes"]),
];

#[test]
fn each_route_to_high_risk_rests_on_its_own_answers() {
    let entries: [(&str, &[&str]); 3] =
        [("annex-iii-5", &["d"]), ("annex-iii-4", &["a"]), ("profiling", &["yes"])];
    let answers = with("Spam filter", &[DEVICE.as_slice(), &entries].concat());
    let decision = pack().evaluate(&answers);
    let of = |outcome: &str| pack().grounds(outcome, &decision.findings);
    assert_eq!(of("out-high-risk-annex-i"), ["annex-i-law", "annex-i-third-party"]);
    assert_eq!(of("out-high-risk-annex-iii"), ["annex-iii-4", "annex-iii-5"], "each carries it");
    assert_eq!(of("no-such"), Vec::<String>::new());
}

#[test]
fn an_outcome_may_rest_on_what_is_not_so() {
    let risky = [
        ("annex-iii-4", ["a"].as_slice()),
        ("profiling", &["no"]),
        ("art-6-3-condition", &["a"]),
        ("significant-risk", &["yes"]),
    ];
    let decision = pack().evaluate(&with("Spam filter", &risky));
    let found = pack().grounds("out-high-risk-annex-iii", &decision.findings);
    assert_eq!(found, ["annex-iii-4", "significant-risk"], "the exception is closed");
    let outside = pack().evaluate(&with("Spam filter", &[("roles", &["none"])]));
    assert_eq!(pack().grounds("end-out-of-scope", &outside.findings), ["roles"]);
    let research = pack().evaluate(&with("Spam filter", &[("exclusions", &["research-only"])]));
    assert_eq!(pack().grounds("end-out-of-scope", &research.findings), ["exclusions"]);
    let banned = pack().evaluate(&with("Spam filter", &[("art-5-1-ba", &["yes"])]));
    assert_eq!(pack().grounds("end-prohibited", &banned.findings), ["art-5-1-ba"]);
}

#[test]
fn an_answer_falls_under_its_own_provision() {
    let rest: [(&str, &[&str]); 6] = [
        ("art-5-1-ba", &["carve-out"]),
        ("art-5-1-bb", &["carve-out"]),
        ("art-5-1-h", &["carve-out"]),
        ("annex-iii-1", &["a", "verification"]),
        ("annex-iii-5", &["b", "d"]),
        ("context", &["public-body", "workplace"]),
    ];
    let decision = pack().evaluate(&with("Spam filter", &[DEVICE.as_slice(), &rest].concat()));
    for (question, provisions) in [
        ("annex-i-law", ["Annex I, Section A, point 11"].as_slice()),
        ("annex-i-function", &["Art. 6(1)(a)", "Art. 3(14)"]),
        ("annex-i-third-party", &["Art. 6(1)(b)"]),
        ("art-5-1-ba", &["Art. 5(1)(ba)", "Art. 5(1a)", "Art. 5(1b)"]),
        ("art-5-1-bb", &["Art. 5(1)(bb)", "Art. 5(1a)"]),
        ("art-5-1-h", &["Art. 5(1)(h)", "Art. 5(2)"]),
        ("art-5-1-a", &["Art. 5(1)(a)"]),
        ("annex-iii-1", &["Annex III, point 1(a)"]),
        ("annex-iii-5", &["Annex III, point 5(b)", "Annex III, point 5(d)"]),
        ("context", &["Art. 27(1)", "Art. 49(3)", "Art. 26(7)"]),
        ("subject", &["Art. 3(1)"]),
    ] {
        let finding = decision.findings.iter().find(|finding| finding.question == question).unwrap();
        assert_eq!(pack().provisions(finding), provisions, "{question}");
    }
}
