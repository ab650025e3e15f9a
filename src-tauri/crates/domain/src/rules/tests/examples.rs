//! Labelled example systems with reasoned expectations, as regression.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{one, pack, text};
use crate::rules::{Answers, Chosen, Decision, Tier};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Examples {
    /// Answers of every example unless it says otherwise: an allowed system with nothing special about it.
    defaults: BTreeMap<String, Chosen>,
    examples: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    name: String,
    /// Why the expectation is right.
    reason: String,
    answers: BTreeMap<String, Chosen>,
    expect: Expect,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    tier: Option<String>,
    #[serde(default)]
    worst_possible: Option<String>,
    #[serde(default)]
    missing: Vec<String>,
    outcomes: Vec<String>,
    /// Days of outcomes, with the limit on each.
    #[serde(default)]
    days: BTreeMap<String, Vec<String>>,
    /// The outcomes that give the tier; not looked at where it names none.
    #[serde(default)]
    given_by: Vec<String>,
    roles: Vec<String>,
    /// Duties that must be there, with their dates.
    duties: BTreeMap<String, String>,
    /// Duties that must not be there.
    not_duties: Vec<String>,
    #[serde(default)]
    contradictions: Vec<String>,
    #[serde(default)]
    qualifier: Option<String>,
}

fn examples() -> Examples {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests-data/eu-ai-act-examples.json"));
    serde_json::from_str(text).unwrap()
}

/// Every example with its complete answers.
pub(super) fn all_examples() -> Vec<(String, Answers)> {
    let Examples { defaults, examples } = examples();
    let answers = |example: &Example| {
        let mut answers = Answers { answers: defaults.clone(), ..Answers::default() };
        answers.answers.extend(example.answers.clone());
        answers
    };
    examples.iter().map(|example| (example.name.clone(), answers(example))).collect()
}

fn check(example: &Example, decision: &Decision) {
    let name = &example.name;
    let expect = &example.expect;
    assert!(example.reason.len() > 40, "{name}: no reason");
    assert_eq!(decision.tier, expect.tier, "{name}: tier");
    assert_eq!(decision.provisional, expect.tier.is_none(), "{name}: provisional");
    let worst = expect.worst_possible.clone().or_else(|| expect.tier.clone()).unwrap();
    assert_eq!(decision.worst_possible, worst, "{name}: worst possible");
    assert_eq!(decision.missing, expect.missing, "{name}: missing");
    let outcomes: Vec<String> = decision.outcomes.iter().map(|outcome| outcome.id.clone()).collect();
    assert_eq!(outcomes, expect.outcomes, "{name}: outcomes");
    for (id, day) in &expect.days {
        let found = decision.outcomes.iter().find(|outcome| outcome.id == *id).unwrap();
        let found: Vec<&str> =
            found.applies_from.iter().map(|day| day.as_str()).chain(found.qualifier.as_deref()).collect();
        assert_eq!(found, *day, "{name}: day of {id}");
    }
    let tier = expect.tier.as_deref().unwrap_or_default();
    let given: Vec<&String> = outcomes.iter().filter(|id| pack().makes_tier(id, tier)).collect();
    assert!(expect.given_by.is_empty() || given.iter().copied().eq(&expect.given_by), "{name}: {given:?}");
    assert_eq!(decision.roles, expect.roles, "{name}: roles");
    for (id, date) in &expect.duties {
        let duty = decision.obligations.iter().find(|duty| duty.id == *id);
        let duty = duty.unwrap_or_else(|| panic!("{name}: no duty {id}"));
        assert_eq!(duty.applies_from.as_str(), date, "{name}: date of {id}");
        if id.starts_with("art-9") || id.starts_with("art-26-1") {
            assert_eq!(duty.qualifier, expect.qualifier, "{name}: qualifier of {id}");
        }
    }
    for id in &expect.not_duties {
        assert!(
            pack().file().obligations.iter().any(|duty| duty.id == *id),
            "{name}: {id} is no duty at all"
        );
        assert!(!decision.obligations.iter().any(|duty| duty.id == *id), "{name}: duty {id}");
    }
    let contradictions: Vec<String> = decision.contradictions.iter().map(|found| found.id.clone()).collect();
    assert_eq!(contradictions, expect.contradictions, "{name}: contradictions");
    assert!(decision.problems.is_empty(), "{name}: {:?}", decision.problems);
}

#[test]
fn example_systems_come_out_as_reasoned() {
    let Examples { examples, .. } = examples();
    assert!(examples.len() >= 25);
    let mut tiers = BTreeSet::new();
    for (example, (_, answers)) in examples.iter().zip(all_examples()) {
        let decision = pack().evaluate(&answers);
        check(example, &decision);
        tiers.extend(decision.tier);
    }
    let all: BTreeSet<String> = Tier::ALL.iter().map(ToString::to_string).collect();
    assert_eq!(tiers, all, "examples of every tier");
}

#[test]
fn nothing_answered_leaves_everything_possible() {
    let decision = pack().evaluate(&Answers::default());
    assert!(decision.provisional);
    assert_eq!(decision.tier, None);
    assert_eq!(decision.certain_tier, None);
    assert_eq!(decision.worst_possible, "prohibited");
    assert_eq!(decision.missing, ["subject"]);
    assert_eq!(decision.next.as_deref(), Some("subject"));
    assert_eq!(decision.visible, ["subject"]);
    assert!(decision.possible.len() > 30);
    assert!(decision.obligations.is_empty() && decision.outcomes.is_empty());
}

#[test]
fn not_knowing_moves_on_and_is_remembered() {
    let decision = pack().evaluate(&Answers::default().with("subject", "unknown"));
    assert_eq!(decision.missing, ["subject"]);
    assert_eq!(decision.next.as_deref(), Some("roles"));
}

#[test]
fn a_high_risk_tier_is_certain_before_the_last_answer() {
    let Examples { defaults, .. } = examples();
    let mut answers = Answers { answers: defaults, ..Answers::default() };
    for (question, key) in [("annex-iii-4", "a"), ("profiling", "yes"), ("art-50-1", "unknown")] {
        answers.answers.insert(question.to_owned(), one(key));
    }
    let decision = pack().evaluate(&answers);
    assert_eq!(decision.certain_tier.as_deref(), Some("high"));
    assert_eq!((decision.tier, decision.worst_possible.as_str()), (None, "high"));
    assert_eq!(decision.missing, ["art-50-1"]);
    assert_eq!(decision.possible_outcomes, ["out-transparency"]);
    assert_eq!(decision.possible_obligations, ["art-50-1"]);
}

#[test]
fn the_four_justifications_are_asked_for_and_found() {
    let Examples { defaults, .. } = examples();
    let mut answers = Answers { answers: defaults, ..Answers::default() };
    for (question, key) in [("annex-iii-4", "a"), ("art-6-3-condition", "d"), ("significant-risk", "no")] {
        answers.answers.insert(question.to_owned(), one(key));
    }
    answers.notes.insert("derogation-purpose".to_owned(), "Sorts attachments by type".to_owned());
    answers.notes.insert("derogation-condition".to_owned(), "  ".to_owned());
    let decision = pack().evaluate(&answers);
    let notes: Vec<(&str, bool)> =
        decision.required_notes.iter().map(|note| (note.id.as_str(), note.given)).collect();
    let expected = [
        ("no-prohibited-practice", false),
        ("derogation-purpose", true),
        ("derogation-annex-iii", false),
        ("derogation-condition", false),
        ("derogation-no-profiling", false),
    ];
    assert_eq!(notes, expected);
}

#[test]
fn every_part_of_a_decision_has_words() {
    for (_, answers) in all_examples() {
        let decision = pack().evaluate(&answers);
        for duty in &decision.obligations {
            assert!(text().obligations.contains_key(&duty.id));
        }
        for finding in &decision.findings {
            let view = text().view(pack(), &finding.question).unwrap();
            for key in &finding.answer {
                assert!(view.answers.iter().any(|answer| answer.key == *key && !answer.label.is_empty()));
            }
        }
    }
}

#[test]
fn every_question_is_fully_worded() {
    let views = text().questions(pack());
    assert_eq!(views.len(), pack().file().questions.len());
    for view in &views {
        assert!(view.text.ends_with('?'), "{}", view.id);
        assert!(view.help.len() > 60 && view.why.len() > 25 && view.ask.len() > 5, "{}", view.id);
        assert!(!view.evidence.is_empty(), "{}", view.id);
        assert_eq!(view.answers.last().map(|answer| answer.key.as_str()), Some("unknown"));
        for answer in &view.answers {
            assert!(!answer.label.is_empty() && !answer.explain.is_empty(), "{} {}", view.id, answer.key);
        }
    }
    let steps = text().steps(pack());
    assert_eq!(steps.len(), 10);
    assert_eq!(steps.iter().map(|step| step.questions.len()).sum::<usize>(), views.len());
    assert!(steps.iter().all(|step| !step.label.is_empty()));
}
