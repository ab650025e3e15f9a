//! Every answer on every example, every pair of answers, and every combination of classes of answers, against a plain
//! second reading of the tree.

use std::collections::BTreeSet;

use super::reading::Reading;
use super::{one, pack};
use crate::rules::tests::examples::all_examples;
use crate::rules::{Answers, Chosen};

fn compare(answers: &Answers) {
    let decision = pack().evaluate(answers);
    let reading = Reading(answers);
    let (tier, outcomes) = reading.result();
    assert_eq!(decision.tier.as_deref(), Some(tier.as_str()), "{answers:?}");
    let found: BTreeSet<&str> = decision.outcomes.iter().map(|outcome| outcome.id.as_str()).collect();
    assert_eq!(found, outcomes, "{answers:?}");
    for (id, bound) in reading.duties() {
        let duty = decision.obligations.iter().find(|duty| duty.id == id);
        assert_eq!(duty.is_some(), bound, "{id}: {answers:?}");
        let dated = matches!(id, "art-9" | "art-26-1");
        if let Some(duty) = duty.filter(|_| dated) {
            let days = duty.dates.iter().map(|date| (date.date.as_str(), date.qualifier.as_deref()));
            assert_eq!(days.collect::<BTreeSet<_>>(), reading.days(), "{id}: {answers:?}");
        }
    }
}

/// Every single answer of every question.
fn single_answers() -> Vec<(&'static str, &'static str)> {
    let questions = pack().file().questions.iter();
    questions.flat_map(|q| q.answers.iter().map(|answer| (q.id.as_str(), answer.key.as_str()))).collect()
}

#[test]
fn every_answer_put_into_every_example_agrees_with_a_second_reading() {
    for (name, answers) in all_examples() {
        if pack().evaluate(&answers).provisional {
            continue;
        }
        compare(&answers);
        for (question, key) in single_answers() {
            let mut changed = answers.clone();
            changed.answers.insert(question.to_owned(), one(key));
            if !pack().evaluate(&changed).provisional {
                compare(&changed);
            } else {
                panic!("{name}: {question} = {key} leaves something open");
            }
        }
    }
}

#[test]
fn every_pair_of_answers_agrees_with_a_second_reading() {
    let (_, base) = all_examples().into_iter().next().unwrap();
    let singles = single_answers();
    for (at, (first, key)) in singles.iter().enumerate() {
        let mut changed = base.clone();
        changed.answers.insert((*first).to_owned(), one(key));
        for (second, other) in singles.iter().skip(at + 1).filter(|(second, _)| second != first) {
            let mut pair = changed.clone();
            pair.answers.insert((*second).to_owned(), one(other));
            compare(&pair);
        }
    }
}

/// One way to answer: what is set on top of the answers so far.
type Way = &'static [(&'static str, &'static [&'static str])];

/// Every combination of one way from each class, on the answers of a system with nothing special about it.
fn combine(classes: &[&[Way]]) -> Vec<Answers> {
    let (_, mut base) = all_examples().into_iter().find(|(name, _)| name == "Film recommender").unwrap();
    base.answers.insert("roles".to_owned(), one("provider"));
    classes.iter().fold(vec![base], |all, ways| {
        let with = |answers: &Answers, way: &Way| {
            let mut answers = answers.clone();
            for (question, keys) in *way {
                let keys = keys.iter().map(|key| (*key).to_owned()).collect();
                answers.answers.insert((*question).to_owned(), Chosen::Several(keys));
            }
            answers
        };
        all.iter().flat_map(|answers| ways.iter().map(move |way| with(answers, way))).collect()
    })
}

const SUBJECTS: &[Way] = &[&[("subject", &["ai-system"])], &[("subject", &["gpai-model-only"])]];
const NEITHER: &[Way] = &[&[("subject", &["neither"])]];
const ROLES: &[Way] = &[
    &[("roles", &["provider"])],
    &[("roles", &["deployer"])],
    &[("roles", &["provider", "deployer"])],
    &[("roles", &["importer"])],
    &[("roles", &["distributor"])],
    &[("roles", &["authorised-representative"])],
    &[("roles", &["product-manufacturer"])],
    &[("roles", &["third-party"])],
    &[("roles", &["deployer", "third-party"])],
];
const NO_ROLE: &[Way] = &[&[("roles", &["none"])]];
const TIES: &[Way] = &[
    &[("reach", &["eu-market"])],
    &[("reach", &["eu-place"])],
    &[("reach", &["eu-output"])],
    &[("reach", &["eu-planned"])],
    &[("reach", &["eu-market", "eu-place"])],
    &[("reach", &["none"])],
];
const EXCLUSIONS: &[Way] = &[
    &[("exclusions", &["none"])],
    &[("exclusions", &["military"])],
    &[("exclusions", &["third-country-authority"])],
    &[("exclusions", &["research-only"])],
    &[("exclusions", &["pre-market"])],
    &[("exclusions", &["personal-use"])],
    &[("exclusions", &["open-source"])],
];
const WHATEVER: &[Way] = &[
    &[],
    &[("annex-iii-4", &["a"]), ("profiling", &["yes"])],
    &[("art-50-1", &["yes"]), ("gpai", &["own"])],
    &[("art-5-1-a", &["yes"])],
];
const PRODUCTS: &[Way] = &[
    &[],
    &[("annex-i-law", &["annex-i-11"])],
    &[("annex-i-law", &["annex-i-21"])],
    &[("annex-i-law", &["annex-i-6", "annex-i-21"])],
    &[("annex-i-law", &["annex-i-11"]), ("annex-i-function", &["no-safety-function"])],
    &[("annex-i-law", &["annex-i-4"]), ("annex-i-third-party", &["other-reasons"])],
];
const ENTRIES: &[Way] = &[
    &[],
    &[("annex-iii-1", &["a"])],
    &[("annex-iii-2", &["safety-component"])],
    &[("annex-iii-2", &["safety-component"]), ("annex-iii-3", &["a"])],
    &[("annex-iii-5", &["b"])],
    &[("annex-iii-8", &["b"])],
];
const DEROGATIONS: &[Way] = &[
    &[("profiling", &["yes"])],
    &[("art-6-3-condition", &["none"])],
    &[("art-6-3-condition", &["a"]), ("significant-risk", &["yes"])],
    &[("art-6-3-condition", &["a", "d"]), ("significant-risk", &["no"])],
];
const CASES: &[Way] = &[
    &[],
    &[("art-50-1", &["yes"]), ("gpai", &["modified"]), ("gpai-modification", &["above-third"])],
    &[("art-50-3", &["yes"])],
];
const CONTEXTS: &[Way] = &[
    &[],
    &[("context", &["public-body"])],
    &[("context", &["public-services", "decisions"])],
    &[("context", &["public-authority-user"])],
    &[("context", &["annex-x", "public-body"])],
];
const CHANGES: &[Way] =
    &[&[], &[("value-chain", &["own-name"])], &[("value-chain", &["substantial-modification"])]];
const DATES: &[Way] = &[
    &[("market-date", &["before-2026-08-02"])],
    &[("market-date", &["before-2027-12-02"])],
    &[("market-date", &["before-2028-08-02"])],
    &[("market-date", &["later"])],
];
const DESIGN: &[Way] = &[&[("design-change", &["yes"])], &[("design-change", &["no"])]];
const HIGH: &[Way] = &[
    &[("annex-i-law", &["annex-i-11"])],
    &[("annex-iii-2", &["safety-component"])],
    &[("annex-iii-5", &["b"])],
    &[("annex-i-law", &["annex-i-11"]), ("annex-iii-3", &["a"])],
];

#[test]
fn every_gate_agrees_with_a_second_reading() {
    let roles: Vec<Way> = ROLES.iter().chain(NO_ROLE).copied().collect();
    let neither = combine(&[NEITHER, &roles, WHATEVER]);
    for answers in combine(&[SUBJECTS, &roles, TIES, EXCLUSIONS, WHATEVER]).iter().chain(&neither) {
        compare(answers);
    }
}

#[test]
fn every_route_agrees_with_a_second_reading() {
    for answers in combine(&[ROLES, PRODUCTS, ENTRIES, DEROGATIONS, CASES]) {
        compare(&answers);
    }
}

#[test]
fn every_date_and_what_follows_agree_with_a_second_reading() {
    for answers in combine(&[ROLES, HIGH, CONTEXTS, CHANGES, DATES, DESIGN]) {
        compare(&answers);
    }
}
