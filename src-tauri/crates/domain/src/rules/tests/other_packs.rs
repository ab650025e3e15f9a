//! The packs beside the EU AI Act: labelled examples, and what must hold for any answers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use serde::Deserialize;

use crate::rules::{Answers, Chosen, Condition, Decision, PackText, RulePack};

macro_rules! asset {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/rules/", $name))
    };
}

macro_rules! examples {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests-data/", $name))
    };
}

struct Shipped {
    pack: RulePack,
    words: &'static str,
    examples: Examples,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Examples {
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
    tier: String,
    outcomes: Vec<String>,
    roles: Vec<String>,
    duties: BTreeMap<String, String>,
    not_duties: Vec<String>,
    contradictions: Vec<String>,
}

fn packs() -> &'static [Shipped; 2] {
    static PACKS: LazyLock<[Shipped; 2]> = LazyLock::new(|| {
        [
            Shipped {
                pack: RulePack::parse(asset!("gdpr-2026-11-23.json")).unwrap(),
                words: asset!("gdpr-2026-11-23.en.json"),
                examples: serde_json::from_str(examples!("gdpr-examples.json")).unwrap(),
            },
            Shipped {
                pack: RulePack::parse(asset!("colorado-2026-05-14.json")).unwrap(),
                words: asset!("colorado-2026-05-14.en.json"),
                examples: serde_json::from_str(examples!("colorado-examples.json")).unwrap(),
            },
        ]
    });
    &PACKS
}

#[test]
fn each_pack_has_its_words() {
    for shipped in packs() {
        let words = PackText::parse(shipped.words, &shipped.pack).unwrap();
        assert!(!words.short.is_empty() && !words.notice.is_empty());
    }
}

#[test]
fn every_example_comes_out_as_reasoned() {
    for Shipped { pack, examples, .. } in packs() {
        assert!(examples.examples.len() >= 10);
        for Example { name, reason, answers, expect } in &examples.examples {
            let mut given = Answers { answers: examples.defaults.clone(), ..Answers::default() };
            given.answers.extend(answers.clone());
            assert!(pack.problems(&given).is_empty(), "{name}: {:?}", pack.problems(&given));
            let found = pack.evaluate(&given);
            let because = format!("{name}: {reason}");
            assert_eq!(found.tier.as_deref(), Some(expect.tier.as_str()), "{because}");
            let outcomes: Vec<&String> = found.outcomes.iter().map(|outcome| &outcome.id).collect();
            assert_eq!(outcomes, expect.outcomes.iter().collect::<Vec<_>>(), "{because}");
            assert_eq!(found.roles, expect.roles, "{because}");
            for (id, date) in &expect.duties {
                let duty = found.obligations.iter().find(|duty| duty.id == *id);
                assert_eq!(
                    duty.map(|duty| duty.applies_from.as_str()),
                    Some(date.as_str()),
                    "{because}: {id}"
                );
            }
            for id in &expect.not_duties {
                assert!(found.obligations.iter().all(|duty| duty.id != *id), "{because}: {id}");
            }
            let conflicts: Vec<&String> = found.contradictions.iter().map(|found| &found.id).collect();
            assert_eq!(conflicts, expect.contradictions.iter().collect::<Vec<_>>(), "{because}");
        }
    }
}

/// Adds the questions that a condition looks at.
fn looked_at(condition: &Condition, found: &mut BTreeSet<String>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| looked_at(part, found));
        }
        Condition::Not(part) => looked_at(part, found),
        Condition::Has(words) => found.extend(words.first().cloned()),
        Condition::Fact(_) => {}
    }
}

#[test]
fn every_question_that_must_be_answered_changes_something() {
    for pack in packs().iter().map(|shipped| &shipped.pack).chain([super::pack()]) {
        let file = pack.file();
        let entries = file.schedules.iter().flat_map(|schedule| &schedule.entries).map(|entry| &entry.when);
        let conditions = (file.facts.iter().map(|fact| &fact.when))
            .chain(file.questions.iter().map(|question| &question.when))
            .chain(file.roles.iter().map(|role| &role.when))
            .chain(file.tiers.iter().map(|tier| &tier.when))
            .chain(file.outcomes.iter().map(|outcome| &outcome.when))
            .chain(file.obligations.iter().map(|duty| &duty.when))
            .chain(entries);
        let mut used = BTreeSet::new();
        conditions.for_each(|condition| looked_at(condition, &mut used));
        for question in file.questions.iter().filter(|question| !question.optional) {
            assert!(used.contains(&question.id), "{} {}: nothing rests on it", file.id, question.id);
        }
    }
}

/// What must hold whatever was answered.
fn must_hold(pack: &RulePack, found: &Decision) -> Result<(), TestCaseError> {
    let file = pack.file();
    prop_assert_eq!(found.provisional, found.tier.is_none());
    prop_assert!(found.provisional || found.missing.is_empty());
    let tiers: BTreeSet<&str> = file.tiers.iter().map(|tier| tier.id.as_str()).collect();
    prop_assert!(tiers.contains(found.worst_possible.as_str()));
    for duty in &found.obligations {
        prop_assert!(!duty.roles.is_empty(), "{} binds nobody", duty.id);
        prop_assert!(duty.roles.iter().all(|role| found.roles.contains(role)), "{}", duty.id);
        prop_assert!(file.dates.iter().any(|date| date.date == duty.applies_from), "{}", duty.id);
    }
    Ok(())
}

/// Any answers to the questions of a pack, some left out, some not known.
fn any_answers(pack: &'static RulePack) -> impl Strategy<Value = Answers> {
    let seeds = prop::collection::vec(any::<u16>(), pack.file().questions.len());
    seeds.prop_map(move |seeds| {
        let mut answers = Answers::default();
        for (question, seed) in pack.file().questions.iter().zip(seeds) {
            let count = question.answers.len();
            let key = match usize::from(seed) % (count + 2) {
                at if at < count => question.answers[at].key.clone(),
                at if at == count => "unknown".to_owned(),
                _ => continue,
            };
            answers.answers.insert(question.id.clone(), Chosen::One(key));
        }
        answers
    })
}

proptest! {
    #[test]
    fn any_answers_to_the_gdpr_questions_hold_together(answers in any_answers(&packs()[0].pack)) {
        must_hold(&packs()[0].pack, &packs()[0].pack.evaluate(&answers))?;
    }

    #[test]
    fn any_answers_to_the_colorado_questions_hold_together(answers in any_answers(&packs()[1].pack)) {
        must_hold(&packs()[1].pack, &packs()[1].pack.evaluate(&answers))?;
    }
}

#[test]
fn nothing_answered_is_provisional() {
    for Shipped { pack, .. } in packs() {
        let found = pack.evaluate(&Answers::default());
        assert!(found.provisional && found.tier.is_none() && !found.missing.is_empty());
    }
}
