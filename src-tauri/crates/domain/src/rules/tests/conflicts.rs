//! Answers that do not fit together, and reasons that have to be written before anybody signs.

use super::examples::all_examples;
use super::{one, pack, several};
use crate::rules::{Answers, Effect, Weight};

/// The reason that every allowed system needs.
const NONE_OF_TEN: &str = "no-prohibited-practice";

/// An example with the reason that every allowed system needs.
fn example(name: &str) -> Answers {
    let mut answers = all_examples().into_iter().find(|(found, _)| found == name).unwrap().1;
    answers.notes.insert(NONE_OF_TEN.to_owned(), "It touches nobody in any of these ways".to_owned());
    answers
}

/// Ids of the reasons that are asked for and not written.
fn open(answers: &Answers) -> Vec<String> {
    let notes = pack().evaluate(answers).required_notes.into_iter();
    notes.filter(|note| !note.given).map(|note| note.id).collect()
}

#[test]
fn a_doubt_about_a_prohibition_asks_for_a_reason() {
    let reasons = [
        ("Mood of staff with the prohibition denied", "no-emotion-at-work"),
        ("Attention of pupils with the prohibition denied", "no-emotion-at-work"),
        ("Sorting of visitors by inferred attributes", "no-sensitive-traits"),
        ("Older hiring tool, modified by us", "change-before-rules"),
    ];
    for (name, note) in reasons {
        let mut answers = example(name);
        assert_eq!(open(&answers), [note], "{name}");
        answers.notes.insert(note.to_owned(), "As the owner explained on 3 March".to_owned());
        assert_eq!(open(&answers), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn no_to_all_ten_prohibitions_needs_one_reason() {
    let mut answers = example("Spam filter");
    let reason = answers.notes.remove(NONE_OF_TEN).unwrap();
    assert_eq!(open(&answers), [NONE_OF_TEN]);
    let mut unsure = answers.clone();
    unsure.answers.insert("art-5-1-c".to_owned(), one("unknown"));
    assert_eq!(open(&unsure), Vec::<String>::new(), "not before all ten are answered");
    unsure.answers.insert("art-5-1-c".to_owned(), one("yes"));
    assert_eq!(open(&unsure), Vec::<String>::new(), "what is prohibited needs no reason that it is not");
    answers.notes.insert(NONE_OF_TEN.to_owned(), reason);
    assert_eq!(open(&answers), Vec::<String>::new());
}

#[test]
fn every_carve_out_needs_its_reason() {
    let mut asked = 0;
    for question in &pack().file().questions {
        let listed = ["prohibited", "annex-i", "annex-iii", "transparency"].contains(&question.step.as_str());
        let out = |answer: &&crate::rules::file::Answer| answer.effect == Effect::CarveOut;
        for answer in question.answers.iter().filter(out).filter(|_| listed) {
            let mut answers = example("Spam filter");
            // What has to be said before the question is put.
            answers.answers.insert("annex-i-law".to_owned(), one("annex-i-11"));
            answers.answers.insert("annex-i-function".to_owned(), one("itself-product"));
            answers.answers.insert(question.id.clone(), one(&answer.key));
            let found = pack().evaluate(&answers).required_notes.into_iter();
            let found: Vec<_> = found.filter(|note| note.question == question.id && !note.given).collect();
            let about_function = question.id == "annex-i-third-party" && !open(&answers).is_empty();
            assert!(found.len() == 1 || about_function, "{} {}", question.id, answer.key);
            asked += 1;
        }
    }
    assert_eq!(asked, 17);
}

#[test]
fn a_carve_out_beside_a_listed_use_asks_for_no_reason() {
    let listed = [
        ("annex-iii-1", ["a", "verification"]),
        ("annex-iii-5", ["b", "fraud-detection"]),
        ("annex-iii-7", ["d", "travel-documents"]),
        ("annex-iii-8", ["b", "back-office"]),
    ];
    for (question, keys) in listed {
        let mut answers = example("Spam filter");
        answers.answers.insert(question.to_owned(), several(&keys));
        let open = open(&answers);
        assert!(!open.iter().any(|note| note.starts_with("carve-out-annex-iii")), "{question}: {open:?}");
    }
}

#[test]
fn who_supplies_a_model_by_itself_is_its_provider() {
    let mut answers = Answers::default().with("subject", "gpai-model-only").with("reach", "eu-market");
    let conflicts = |answers: &Answers| -> Vec<String> {
        pack().evaluate(answers).contradictions.into_iter().map(|found| found.id).collect()
    };
    answers.answers.insert("roles".to_owned(), one("third-party"));
    assert_eq!(conflicts(&answers), ["supplier-of-a-model"]);
    answers.answers.insert("roles".to_owned(), several(&["provider", "third-party"]));
    assert_eq!(conflicts(&answers), Vec::<String>::new());
}

#[test]
fn what_is_prohibited_has_a_duty_in_every_role_that_is_reached() {
    for role in ["provider", "importer", "distributor", "authorised-representative", "third-party"] {
        let mut answers = example("Spam filter");
        answers.answers.insert("roles".to_owned(), one(role));
        answers.answers.insert("art-5-1-c".to_owned(), one("yes"));
        let found = pack().evaluate(&answers);
        assert_eq!(found.tier.as_deref(), Some("prohibited"), "{role}");
        assert!(found.obligations.iter().any(|duty| duty.id == "art-5"), "{role}");
    }
}

#[test]
fn what_is_on_the_market_cannot_be_only_in_development() {
    let found = pack().evaluate(&example("Product said to be on the market and in development"));
    assert_eq!(found.contradictions[0].weight, Weight::Contradiction);
}

#[test]
fn out_of_scope_by_role_or_reach_asks_for_a_reason() {
    let mut outside = example("Spam filter");
    outside.answers.insert("roles".to_owned(), one("none"));
    assert_eq!(open(&outside), ["role-reason"]);
    assert_eq!(open(&example("Provider outside the EU without EU use")), ["reach-reason"]);
    assert_eq!(open(&example("Own use in the EU taken for the market")), ["reach-reason"]);
    assert_eq!(open(&example("Spam filter")), Vec::<String>::new());
}

#[test]
fn neither_needs_the_missing_element_and_why() {
    let mut answers = Answers::default().with("subject", "neither");
    answers.notes.insert("failing-element-reason".to_owned(), "A fixed script".to_owned());
    assert_eq!(pack().evaluate(&answers).tier.as_deref(), Some("out-of-scope"));
    assert_eq!(open(&answers), ["failing-element-reason"]);
    answers.answers.insert("failing-elements".to_owned(), one("unknown"));
    assert_eq!(open(&answers), ["failing-element-reason"]);
    answers.answers.insert("failing-elements".to_owned(), one("inference"));
    assert_eq!(open(&answers), Vec::<String>::new());
}

#[test]
fn the_own_date_of_large_scale_systems_does_not_hang_on_the_design() {
    let mut answers = example("Visa tool in a large-scale IT system");
    answers.answers.insert("design-change".to_owned(), one("yes"));
    let found = pack().evaluate(&answers);
    let duty = found.obligations.iter().find(|duty| duty.id == "art-26-1").unwrap();
    assert_eq!(duty.applies_from.as_str(), "2030-12-31");
    assert!(!found.visible.contains(&"design-change".to_owned()));
}

#[test]
fn duties_for_registration_leave_critical_infrastructure_out() {
    let mut water = example("Water supply control");
    let has =
        |answers: &Answers, id: &str| pack().evaluate(answers).obligations.iter().any(|duty| duty.id == id);
    assert!(!has(&water, "art-49-3") && !has(&water, "art-26-8"));
    water.answers.insert("annex-iii-5".to_owned(), one("a"));
    assert!(has(&water, "art-49-3") && has(&water, "art-26-8"));
}
