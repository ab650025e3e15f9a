//! What changed between two decisions: after one more answer, or under another version of a pack.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::decision::{DecidedOutcome, Decision, Duty};
use crate::time::Date;

/// The changes from one decision to another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleDifference")]
pub struct Difference {
    /// Tier before and after, if it changed.
    pub tier: Option<(Option<String>, Option<String>)>,
    /// Worst possible tier before and after, if it changed.
    pub worst_possible: Option<(String, String)>,
    /// Outcomes that came.
    pub outcomes_added: Vec<String>,
    /// Outcomes that went.
    pub outcomes_removed: Vec<String>,
    /// Duties that came.
    pub obligations_added: Vec<String>,
    /// Duties that went.
    pub obligations_removed: Vec<String>,
    /// Outcomes whose day changed.
    pub outcomes_moved: Vec<MovedOutcome>,
    /// Duties of which any date or limit changed.
    pub obligations_moved: Vec<MovedDuty>,
    /// Questions that became missing.
    pub missing_added: Vec<String>,
}

/// An outcome whose day changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovedOutcome {
    /// Id in the pack.
    pub id: String,
    /// The day before, if it had one.
    pub before: Option<Date>,
    /// The day after.
    pub after: Option<Date>,
}

/// A duty of which any date or limit changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovedDuty {
    /// Id in the pack.
    pub id: String,
    /// Its dates before.
    pub before: DutyDays,
    /// Its dates after.
    pub after: DutyDays,
}

/// Every day of a duty: where systems fall under it by several routes, a later day can move while the first stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DutyDays {
    /// Days and their limits, earliest first.
    pub days: Vec<(Date, Option<String>)>,
    /// The day the article formally applies, where that differs.
    pub formal: Option<Date>,
}

impl DutyDays {
    /// The days of a duty.
    #[must_use]
    pub fn of(duty: &Duty) -> Self {
        let days = duty.dates.iter().map(|date| (date.date.clone(), date.qualifier.clone()));
        Self { days: days.collect(), formal: duty.formal_from.clone() }
    }
}

impl Difference {
    /// Compares two decisions.
    #[must_use]
    pub fn between(before: &Decision, after: &Decision) -> Self {
        let (old_outcomes, new_outcomes) = (outcome_ids(before), outcome_ids(after));
        let (old_duties, new_duties) = (duty_ids(before), duty_ids(after));
        Self {
            tier: (before.tier != after.tier).then(|| (before.tier.clone(), after.tier.clone())),
            worst_possible: (before.worst_possible != after.worst_possible)
                .then(|| (before.worst_possible.clone(), after.worst_possible.clone())),
            outcomes_added: only_in(&new_outcomes, &old_outcomes),
            outcomes_removed: only_in(&old_outcomes, &new_outcomes),
            obligations_added: only_in(&new_duties, &old_duties),
            obligations_removed: only_in(&old_duties, &new_duties),
            outcomes_moved: after.outcomes.iter().filter_map(|found| shifted(before, found)).collect(),
            obligations_moved: after.obligations.iter().filter_map(|duty| moved(before, duty)).collect(),
            missing_added: only_in(&after.missing, &before.missing),
        }
    }

    /// Nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn outcome_ids(decision: &Decision) -> Vec<String> {
    decision.outcomes.iter().map(|outcome| outcome.id.clone()).collect()
}

fn duty_ids(decision: &Decision) -> Vec<String> {
    decision.obligations.iter().map(|duty| duty.id.clone()).collect()
}

fn only_in(these: &[String], those: &[String]) -> Vec<String> {
    these.iter().filter(|id| !those.contains(id)).cloned().collect()
}

fn shifted(before: &Decision, outcome: &DecidedOutcome) -> Option<MovedOutcome> {
    let old = before.outcomes.iter().find(|old| old.id == outcome.id)?;
    (old.applies_from != outcome.applies_from).then(|| MovedOutcome {
        id: outcome.id.clone(),
        before: old.applies_from.clone(),
        after: outcome.applies_from.clone(),
    })
}

fn moved(before: &Decision, duty: &Duty) -> Option<MovedDuty> {
    let old = before.obligations.iter().find(|old| old.id == duty.id)?;
    let (before, after) = (DutyDays::of(old), DutyDays::of(duty));
    (before != after).then(|| MovedDuty { id: duty.id.clone(), before, after })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Answers, RulePack};

    const PACK: &str = r#"{
        "id": "t", "version": "1.0.0", "date": "2026-01-01", "title": "T", "sources": [],
        "citations": [{"id": "Art. 1", "title": "One"}],
        "certainty": [{"id": "settled", "confirm": false}],
        "dates": [
            {"id": "first", "date": "2026-01-01", "refs": ["Art. 1"], "certainty": "settled"},
            {"id": "later", "date": "2027-01-01", "refs": ["Art. 1"], "certainty": "settled"},
            {"id": "formal", "date": "2025-01-01", "refs": ["Art. 1"], "certainty": "settled"}
        ],
        "schedules": [
            {"id": "both", "entries": [{"date": "first"}, {"date": "later", "qualifier": "late"}]},
            {"id": "one", "entries": [{"date": "later"}]}
        ],
        "facts": [], "steps": [{"id": "s", "refs": []}],
        "questions": [{"id": "q", "step": "s", "kind": "single", "refs": ["Art. 1"], "certainty": "settled",
            "answers": [{"key": "yes"}, {"key": "no"}]}],
        "roles": [{"id": "r", "refs": ["Art. 1"], "when": {"has": ["q", "yes"]}}],
        "tiers": [{"id": "t", "severity": 0, "when": {"all": []}}],
        "outcomes": [{"id": "o", "refs": ["Art. 1"], "when": {"has": ["q", "yes"]}, "schedule": "one",
            "certainty": "settled"}],
        "obligations": [{"id": "d", "refs": ["Art. 1"], "roles": ["r"], "category": "c", "schedule": "both",
            "when": {"has": ["q", "yes"]}, "formal": "formal", "certainty": "settled"}],
        "notes": [], "contradictions": []
    }"#;

    fn decided(text: &str) -> Decision {
        RulePack::parse(text).unwrap().evaluate(&Answers::default().with("q", "yes"))
    }

    #[test]
    fn a_later_day_a_limit_a_formal_day_and_an_outcomes_day_are_changes() {
        let before = decided(PACK);
        assert!(Difference::between(&before, &decided(PACK)).is_empty());
        let changed = |from: &str, to: &str| Difference::between(&before, &decided(&PACK.replace(from, to)));
        let later = changed("2027-01-01", "2028-01-01");
        let days = |days: &DutyDays| days.days.iter().map(|(day, _)| day.to_string()).collect::<Vec<_>>();
        assert_eq!(days(&later.obligations_moved[0].before), ["2026-01-01", "2027-01-01"]);
        assert_eq!(days(&later.obligations_moved[0].after), ["2026-01-01", "2028-01-01"]);
        assert_eq!(later.outcomes_moved[0].after.as_ref().map(Date::as_str), Some("2028-01-01"));
        assert_eq!(changed("\"late\"", "\"later\"").obligations_moved.len(), 1);
        assert_eq!(changed("2025-01-01", "2025-02-01").obligations_moved.len(), 1);
    }
}
