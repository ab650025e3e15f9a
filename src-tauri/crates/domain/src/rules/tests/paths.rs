//! Every answer on every example, and every pair of answers, against a plain second reading of the tree.

use std::collections::BTreeSet;

use super::{one, pack};
use crate::rules::tests::examples::all_examples;
use crate::rules::{Answers, Tier};

/// The tree read step by step, as a person would, from complete answers. Written apart from the pack's
/// conditions, so that a slip in one of them shows.
struct Reading<'a>(&'a Answers);

impl Reading<'_> {
    fn has(&self, question: &str, keys: &[&str]) -> bool {
        let chosen = self.0.answers.get(question);
        chosen.is_some_and(|chosen| chosen.keys().iter().any(|key| keys.contains(&key.as_str())))
    }

    fn yes(&self, question: &str) -> bool {
        self.has(question, &["yes"])
    }

    fn reached(&self) -> bool {
        let chain = ["importer", "distributor", "authorised-representative"];
        if self.has("subject", &["gpai-model-only"]) {
            let placed = self.has("reach", &["eu-market"]);
            let here = placed || self.has("reach", &["eu-place"]);
            return self.has("roles", &["provider", "product-manufacturer"]) && placed
                || self.has("roles", &chain) && here;
        }
        let provider = self.has("roles", &["provider"]) && self.has("reach", &["eu-market", "eu-output"]);
        let deployer = self.has("roles", &["deployer"]) && self.has("reach", &["eu-place", "eu-output"]);
        let others = self.has("roles", &chain) || self.has("roles", &["product-manufacturer"]);
        provider || deployer || others && self.has("reach", &["eu-market", "eu-place"])
    }

    fn excluded(&self) -> bool {
        let always = ["military", "third-country-authority", "research-only", "pre-market"];
        let others =
            ["provider", "importer", "distributor", "authorised-representative", "product-manufacturer"];
        self.has("exclusions", &always)
            || self.has("exclusions", &["personal-use"]) && !self.has("roles", &others)
    }

    /// Sections of Annex I that are met: A, B.
    fn annex_i(&self) -> (bool, bool) {
        let function = self.has("annex-i-function", &["itself-product", "safety-component"]);
        if !function || !self.yes("annex-i-third-party") {
            return (false, false);
        }
        let chosen = self.0.answers.get("annex-i-law").map_or(&[][..], |chosen| chosen.keys());
        let point = |key: &String| key.strip_prefix("annex-i-").and_then(|point| point.parse::<u8>().ok());
        let points: Vec<u8> = chosen.iter().filter_map(point).collect();
        (points.iter().any(|point| *point <= 12), points.iter().any(|point| *point >= 13))
    }

    fn annex_iii(&self) -> bool {
        let keys = ["a", "b", "c", "d", "e", "safety-component"];
        (1..=8).any(|area| self.has(&format!("annex-iii-{area}"), &keys))
    }

    fn derogated(&self) -> bool {
        self.has("profiling", &["no"])
            && self.has("art-6-3-condition", &["a", "b", "c", "d"])
            && self.has("significant-risk", &["no"])
    }

    fn transparency(&self) -> bool {
        ["art-50-1", "art-50-2", "art-50-3", "art-50-4-text"].iter().any(|case| self.yes(case))
            || self.has("art-50-4-deepfake", &["yes", "artistic"])
    }

    fn model(&self) -> Option<&'static str> {
        let modified = self.has("gpai", &["modified"]) && self.has("gpai-modification", &["above-third"]);
        if !self.has("gpai", &["own"]) && !modified {
            return None;
        }
        let systemic = self.has("gpai-systemic", &["threshold", "designated"]);
        Some(if systemic { "out-gpai-systemic" } else { "out-gpai" })
    }

    fn result(&self) -> (Tier, BTreeSet<&'static str>) {
        if self.has("subject", &["neither"]) || !self.reached() || self.excluded() {
            return (Tier::OutOfScope, BTreeSet::from(["end-out-of-scope"]));
        }
        let mut outcomes: BTreeSet<&'static str> = self.model().into_iter().collect();
        if self.has("subject", &["gpai-model-only"]) {
            if outcomes.is_empty() {
                outcomes.insert("out-minimal");
            }
            return (Tier::Minimal, outcomes);
        }
        let points = ["a", "b", "ba", "bb", "c", "d", "e", "f", "g", "h"];
        if points.iter().any(|point| self.yes(&format!("art-5-1-{point}"))) {
            return (Tier::Prohibited, BTreeSet::from(["end-prohibited"]));
        }
        let (section_a, section_b) = self.annex_i();
        if section_a {
            outcomes.insert("out-high-risk-annex-i");
        }
        if section_b {
            outcomes.insert("out-annex-i-section-b");
        }
        if !section_b || section_a {
            if self.annex_iii() {
                let listed =
                    if self.derogated() { "out-annex-iii-not-high-risk" } else { "out-high-risk-annex-iii" };
                outcomes.insert(listed);
            }
            if self.transparency() {
                outcomes.insert("out-transparency");
            }
        }
        let high = ["out-high-risk-annex-i", "out-annex-i-section-b", "out-high-risk-annex-iii"];
        let tier = if high.iter().any(|id| outcomes.contains(id)) {
            Tier::High
        } else if outcomes.contains("out-transparency") {
            Tier::Limited
        } else if outcomes.is_empty()
            && self.has("exclusions", &["open-source"])
            && !self.has("gpai", &["represent"])
        {
            return (Tier::OutOfScope, BTreeSet::from(["end-out-of-scope"]));
        } else {
            Tier::Minimal
        };
        if outcomes.is_empty() {
            outcomes.insert("out-minimal");
        }
        (tier, outcomes)
    }
}

/// Outcomes that the second reading does not follow.
const LATER: [&str; 3] = ["out-provider-by-change", "out-fria", "out-legacy"];

fn compare(answers: &Answers) {
    let decision = pack().evaluate(answers);
    let (tier, outcomes) = Reading(answers).result();
    assert_eq!(decision.tier.as_deref(), Some(tier.as_str()), "{answers:?}");
    let found: BTreeSet<&str> = decision.outcomes.iter().map(|outcome| outcome.id.as_str()).collect();
    let found: BTreeSet<&str> = found.into_iter().filter(|id| !LATER.contains(id)).collect();
    assert_eq!(found, outcomes, "{answers:?}");
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
