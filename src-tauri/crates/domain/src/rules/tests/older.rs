//! The rules as published in 2024, and what the amendment of 2026 changed for every labelled example.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use super::examples::all_examples;
use super::{one, pack};
use crate::rules::{Answers, Decision, Difference, DutyDays, PackText, RulePack};

const OLDER: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/rules/eu-ai-act-2024-07-12.json"));
const OLDER_WORDS: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/rules/eu-ai-act-2024-07-12.en.json"));
const GOLDEN: &str = include_str!("../../../tests-data/eu-ai-act-older-differences.txt");

fn older() -> &'static RulePack {
    static PARSED: LazyLock<RulePack> = LazyLock::new(|| RulePack::parse(OLDER).unwrap());
    &PARSED
}

/// An example by its name, with answers the older rules do not know left as a person gave them.
fn example(name: &str) -> Answers {
    all_examples().into_iter().find(|(found, _)| found == name).unwrap().1
}

fn dates(decision: &Decision) -> BTreeSet<&str> {
    decision.obligations.iter().map(|duty| duty.applies_from.as_str()).collect()
}

fn days(found: &DutyDays) -> String {
    found.days.iter().map(|(day, _)| day.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_older_pack_has_its_words_and_is_older() {
    PackText::parse(OLDER_WORDS, older()).unwrap();
    assert_eq!(older().file().id, pack().file().id);
    assert!(older().file().date < pack().file().date);
    for provision in ["Art. 5(1)(ba)", "Art. 5(1)(bb)", "Art. 6(1a)", "Art. 60a", "Art. 111(4)", "2026-12-02"]
    {
        assert!(!OLDER.contains(provision), "{provision} came in 2026");
    }
    assert!(older().file().dates.iter().all(|date| date.certainty == "settled"));
}

#[test]
fn what_the_amendment_changes_for_every_example() {
    let mut text = String::new();
    for (name, answers) in all_examples() {
        let (before, after) = (older().evaluate(&answers), pack().evaluate(&answers));
        let found = Difference::between(&before, &after);
        let tier = |decision: &Decision| {
            decision.tier.clone().unwrap_or_else(|| format!("open, at worst {}", decision.worst_possible))
        };
        writeln!(text, "{name}: {} -> {}", tier(&before), tier(&after)).unwrap();
        for id in &found.obligations_removed {
            writeln!(text, "  - {id}").unwrap();
        }
        for id in &found.obligations_added {
            writeln!(text, "  + {id}").unwrap();
        }
        for duty in &found.obligations_moved {
            writeln!(text, "  {} {} -> {}", duty.id, days(&duty.before), days(&duty.after)).unwrap();
        }
    }
    if std::env::var_os("CAIRN_BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests-data/eu-ai-act-older-differences.txt");
        std::fs::write(path, &text).unwrap();
        return;
    }
    assert!(text == GOLDEN, "set CAIRN_BLESS=1 and read the difference:\n{text}");
}

#[test]
fn the_new_prohibitions_are_not_in_the_older_rules() {
    let undressing = example("Undressing app");
    assert_eq!(pack().evaluate(&undressing).tier.as_deref(), Some("prohibited"));
    assert_ne!(older().evaluate(&undressing).tier.as_deref(), Some("prohibited"));
}

#[test]
fn high_risk_duties_were_due_earlier() {
    let sorting = example("CV screening, own product");
    assert!(dates(&older().evaluate(&sorting)).contains("2026-08-02"));
    assert!(dates(&pack().evaluate(&sorting)).contains("2027-12-02"));
    assert!(!dates(&older().evaluate(&sorting)).contains("2027-12-02"));
}

#[test]
fn an_outside_assessment_counted_whatever_its_reason() {
    let lift = example("Lift monitoring assessed for other reasons");
    assert_eq!(older().evaluate(&lift).tier.as_deref(), Some("high"));
    assert_eq!(pack().evaluate(&lift).tier.as_deref(), Some("minimal"));
}

#[test]
fn an_answer_the_older_rules_do_not_know_stays_open() {
    let mut machine = example("Machinery safety component");
    let decision = older().evaluate(&machine);
    assert!(decision.provisional && decision.missing.contains(&"annex-i-law".to_owned()), "{decision:?}");
    machine.answers.insert("annex-i-law".to_owned(), one("annex-i-1"));
    assert_eq!(older().evaluate(&machine).tier.as_deref(), Some("high"));
}
