//! Properties that hold for any answers.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{pack, text, without};
use crate::rules::{Answers, Chosen, Decision, Difference, QuestionKind};

/// Answers to every question, drawn from numbers: one valid choice each.
fn complete(draw: &[u32]) -> Answers {
    let mut answers = Answers::default();
    for (question, number) in pack().file().questions.iter().zip(draw) {
        answers.answers.insert(question.id.clone(), choice(question.id.as_str(), *number));
    }
    answers
}

/// A valid answer to a question. Half of the draws take the last answer (`no`, `none`), so that deep paths
/// are as likely as early ends.
fn choice(id: &str, number: u32) -> Chosen {
    let question = pack().question(id).unwrap();
    let keys: Vec<&String> = question.answers.iter().map(|answer| &answer.key).collect();
    let gate = matches!(id, "subject" | "roles" | "reach" | "exclusions");
    let pick = |number: u32| keys[number as usize % keys.len()].clone();
    let plain = || if gate { keys[0].clone() } else { keys[keys.len() - 1].clone() };
    if number.is_multiple_of(2) && id != "exclusions" {
        return Chosen::One(plain());
    }
    let first = pick(number / 2);
    let second = pick(number / 128);
    let open = |key: &String| question.answers.iter().any(|answer| answer.key == *key && !answer.exclusive);
    if question.kind == QuestionKind::Multiple && first != second && open(&first) && open(&second) {
        Chosen::Several(vec![first, second])
    } else {
        Chosen::One(first)
    }
}

fn draws() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), pack().file().questions.len())
}

fn severity(tier: &str) -> u8 {
    pack().file().tiers.iter().find(|known| known.id == tier).unwrap().severity
}

fn settled(decision: &Decision) {
    assert!(!decision.provisional && decision.missing.is_empty() && decision.possible.is_empty());
    let tier = decision.tier.clone().unwrap();
    assert_eq!(decision.certain_tier.as_deref(), Some(tier.as_str()));
    assert_eq!(decision.worst_possible, tier);
    assert!(!decision.outcomes.is_empty(), "no outcome for {tier}");
    duties_fit(decision, &tier);
    outcomes_fit(decision, &tier);
}

/// Duties bind our roles, carry dates and provisions of the pack, and belong to the tier.
fn duties_fit(decision: &Decision, tier: &str) {
    let dates: BTreeSet<&str> = pack().file().dates.iter().map(|date| date.date.as_str()).collect();
    let outcomes: BTreeSet<&str> = decision.outcomes.iter().map(|outcome| outcome.id.as_str()).collect();
    for duty in &decision.obligations {
        let known = pack().file().obligations.iter().find(|known| known.id == duty.id).unwrap();
        assert!(!duty.roles.is_empty());
        for role in &duty.roles {
            assert!(decision.roles.contains(role) && known.roles.contains(role));
        }
        assert!(dates.contains(duty.applies_from.as_str()));
        assert_eq!(duty.dates[0].date, duty.applies_from);
        assert!(duty.dates.iter().all(|date| !date.refs.is_empty()));
        assert!(!duty.refs.is_empty());
        let allowed: &[&str] = match duty.category.as_str() {
            "literacy" => &["prohibited", "high", "limited", "minimal"],
            "prohibited" => &["prohibited", "high", "limited", "minimal"],
            "transparency" => &["high", "limited"],
            "gpai" => &["high", "limited", "minimal"],
            "classification" => &["high", "limited", "minimal"],
            "registration" if duty.id == "art-49-2" => &["high", "limited", "minimal"],
            _ => &["high"],
        };
        assert!(allowed.contains(&tier), "{} at tier {tier}", duty.id);
        if duty.category == "sector-law" {
            assert!(outcomes.contains("out-annex-i-section-b"));
            assert!(!outcomes.contains("out-high-risk-annex-i"));
        }
    }
    if tier == "out-of-scope" {
        assert!(decision.obligations.is_empty());
    }
}

fn outcomes_fit(decision: &Decision, tier: &str) {
    let has = |id: &str| decision.outcomes.iter().any(|outcome| outcome.id == id);
    assert_eq!(has("end-out-of-scope"), tier == "out-of-scope");
    assert_eq!(has("end-prohibited"), tier == "prohibited");
    let high = has("out-high-risk-annex-i") || has("out-high-risk-annex-iii") || has("out-annex-i-section-b");
    assert_eq!(high, tier == "high");
    if tier == "limited" {
        assert!(has("out-transparency"));
    }
    if has("out-minimal") {
        assert_eq!(tier, "minimal");
        assert_eq!(decision.outcomes.len(), 1);
    }
    assert!(!(has("out-high-risk-annex-iii") && has("out-annex-iii-not-high-risk")));
    if tier == "out-of-scope" || tier == "prohibited" {
        assert_eq!(decision.outcomes.len(), 1, "{:?}", decision.outcomes);
    }
}

proptest! {
    #[test]
    fn complete_answers_end_in_exactly_one_tier_with_fitting_duties(draw in draws()) {
        let decision = pack().evaluate(&complete(&draw));
        settled(&decision);
        prop_assert!(decision.problems.is_empty());
    }

    #[test]
    fn following_the_next_question_ends_where_answering_everything_ends(draw in draws()) {
        let all = complete(&draw);
        let mut walked = Answers::default();
        for _ in 0..=all.answers.len() {
            let Some(next) = pack().evaluate(&walked).next else { break };
            walked.answers.insert(next.clone(), all.answers[&next].clone());
        }
        let decision = pack().evaluate(&walked);
        prop_assert_eq!(&decision.next, &None);
        settled(&decision);
        let full = pack().evaluate(&all);
        prop_assert_eq!(&decision.tier, &full.tier);
        prop_assert!(Difference::between(&decision, &full).is_empty());
    }

    #[test]
    fn the_order_of_answering_never_matters(draw in draws(), order in Just(()).prop_perturb(|(), mut rng| {
        let mut order: Vec<usize> = (0..pack().file().questions.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, rng.random_range(0..=at));
        }
        order
    })) {
        let all = complete(&draw);
        let keys: Vec<&String> = all.answers.keys().collect();
        let mut one_by_one = Answers::default();
        let mut text = Vec::new();
        for at in order {
            let id = keys[at];
            one_by_one.answers.insert(id.clone(), all.answers[id].clone());
            text.push(format!("{}:{}", serde_json::json!(id), serde_json::json!(all.answers[id])));
            let _between = pack().evaluate(&one_by_one);
        }
        let read: Answers = serde_json::from_str(&format!("{{\"answers\":{{{}}}}}", text.join(","))).unwrap();
        let expected = pack().evaluate(&all);
        prop_assert_eq!(&pack().evaluate(&one_by_one), &expected);
        prop_assert_eq!(&pack().evaluate(&read), &expected);
    }

    #[test]
    fn no_answer_makes_it_worse_than_was_possible(draw in draws(), keep in prop::collection::vec(any::<bool>(), 64)) {
        let all = complete(&draw);
        let ids: Vec<&String> = all.answers.keys().collect();
        let kept = |id: &str| ids.iter().position(|known| *known == id).is_some_and(|at| keep[at]);
        let part = without(&all, |id| !kept(id));
        let before = pack().evaluate(&part);
        let after = pack().evaluate(&all);
        let tier = after.tier.clone().unwrap();
        prop_assert!(severity(&tier) <= severity(&before.worst_possible), "{} > {}", tier, before.worst_possible);
        // What was certain stays: tier, outcomes, duties, and that nothing is missing.
        if let Some(certain) = &before.certain_tier {
            prop_assert_eq!(certain, &tier);
        }
        prop_assert!(before.outcomes.iter().all(|old| after.outcomes.iter().any(|new| new.id == old.id)));
        prop_assert!(before.obligations.iter().all(|old| after.obligations.iter().any(|new| new.id == old.id)));
        // What came was announced as possible.
        for outcome in &after.outcomes {
            let known = before.outcomes.iter().any(|old| old.id == outcome.id);
            prop_assert!(known || before.possible_outcomes.contains(&outcome.id), "{}", outcome.id);
        }
        for duty in &after.obligations {
            let known = before.obligations.iter().any(|old| old.id == duty.id);
            prop_assert!(known || before.possible_obligations.contains(&duty.id), "{}", duty.id);
        }
        // Provisional exactly while something relevant is missing.
        prop_assert_eq!(before.provisional, !before.missing.is_empty());
        prop_assert_eq!(before.tier.is_none(), before.provisional);
    }

    #[test]
    fn saying_unknown_is_like_saying_nothing(draw in draws(), keep in prop::collection::vec(any::<bool>(), 64)) {
        let mut unknown = complete(&draw);
        let ids: Vec<String> = unknown.answers.keys().cloned().collect();
        let left_out: BTreeSet<&String> = ids.iter().zip(&keep).filter(|(_, keep)| !**keep).map(|x| x.0).collect();
        let nothing = without(&unknown, |id| left_out.contains(&id.to_owned()));
        for id in &left_out {
            unknown.answers.insert((*id).clone(), Chosen::One("unknown".to_owned()));
        }
        let (mut said, mut silent) = (pack().evaluate(&unknown), pack().evaluate(&nothing));
        (said.next, silent.next) = (None, None);
        prop_assert_eq!(said, silent);
    }

    #[test]
    fn answers_to_questions_that_are_not_asked_count_for_nothing(draw in draws()) {
        let all = complete(&draw);
        let decision = pack().evaluate(&all);
        let asked: BTreeSet<&String> = decision.visible.iter().collect();
        let rest = without(&all, |id| !asked.contains(&id.to_owned()));
        prop_assert_eq!(pack().evaluate(&rest), decision);
    }
}

#[test]
fn every_answer_of_every_question_is_reached() {
    let mut reached: BTreeSet<(String, String)> = BTreeSet::new();
    let mut seed: u32 = 1;
    let mut draw = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 8
    };
    for _ in 0..20_000 {
        let numbers: Vec<u32> = pack().file().questions.iter().map(|_| draw()).collect();
        let decision = pack().evaluate(&complete(&numbers));
        for finding in decision.findings {
            reached.extend(finding.answer.into_iter().map(|key| (finding.question.clone(), key)));
        }
    }
    for question in &pack().file().questions {
        for answer in &question.answers {
            let pair = (question.id.clone(), answer.key.clone());
            assert!(reached.contains(&pair), "never reached: {pair:?}");
        }
    }
}

#[test]
fn five_thousand_decisions_are_quick() {
    let answers: Vec<Answers> = (0..50_u32)
        .map(|n| complete(&(0..64).map(|at| n * 7919 + at * 104_729).collect::<Vec<_>>()))
        .collect();
    let start = Instant::now();
    for at in 0..5_000 {
        assert!(pack().evaluate(&answers[at % answers.len()]).tier.is_some());
    }
    let took = start.elapsed();
    // The bound of the product holds for a release build; unoptimised code on a busy machine gets more.
    let bound = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });
    assert!(took < bound, "5,000 decisions took {took:?}");
    println!("5,000 decisions: {took:?}");
}

#[test]
fn the_pack_holds_what_the_act_lists() {
    let file = pack().file();
    let answers = |question: &str| pack().question(question).unwrap().answers.len();
    let count =
        |prefix: &str| file.questions.iter().filter(|question| question.id.starts_with(prefix)).count();
    assert_eq!(count("art-5-1-"), 10);
    assert_eq!(count("annex-iii-"), 8);
    assert_eq!(count("art-50-"), 5);
    assert_eq!(answers("annex-i-law"), 11 + 9 + 1);
    assert_eq!(answers("failing-elements"), 7);
    assert_eq!(answers("art-6-3-condition"), 4 + 1);
    let entries = |question: &crate::rules::file::Question| {
        question.answers.iter().filter(|answer| answer.effect == crate::rules::Effect::Met).count()
    };
    let annex_iii = file.questions.iter().filter(|question| question.id.starts_with("annex-iii-"));
    assert_eq!(annex_iii.map(entries).sum::<usize>(), 25);
    assert_eq!(file.citations.iter().filter(|citation| citation.id.starts_with("Art. ")).count(), 113 + 6);
    // 59 duties of the reference, the two new prohibitions apart, live identification, and the short list for Section B.
    assert_eq!(file.obligations.len(), 59 + 1 + 1 + 3);
    for duty in &file.obligations {
        assert!(text().obligations[&duty.id].label.len() > 10);
    }
}
