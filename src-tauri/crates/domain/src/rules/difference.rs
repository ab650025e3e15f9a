//! What changed between two decisions: after one more answer, or under another version of a pack.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::decision::{Decision, Duty};
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
    /// Duties whose date or limit changed.
    pub obligations_moved: Vec<MovedDuty>,
    /// Questions that became missing.
    pub missing_added: Vec<String>,
}

/// A duty whose date or limit changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovedDuty {
    /// Id in the pack.
    pub id: String,
    /// Date and qualifier before.
    pub before: (Date, Option<String>),
    /// Date and qualifier after.
    pub after: (Date, Option<String>),
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

fn moved(before: &Decision, duty: &Duty) -> Option<MovedDuty> {
    let old = before.obligations.iter().find(|old| old.id == duty.id)?;
    let from = (old.applies_from.clone(), old.qualifier.clone());
    let to = (duty.applies_from.clone(), duty.qualifier.clone());
    (from != to).then(|| MovedDuty { id: duty.id.clone(), before: from, after: to })
}
