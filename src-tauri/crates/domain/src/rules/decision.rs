//! What evaluating a rule pack gives. Language-free: words come from the pack's overlay, by id.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answers::AnswerProblem;
use super::file::{Effect, Weight};
use crate::time::Date;

/// The result of evaluating answers under a rule pack. The same answers under the same pack always give the
/// same decision. It is a proposal: a person with legal competence signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleDecision")]
pub struct Decision {
    /// The pack used.
    pub pack: PackRef,
    /// The tier; `null` while provisional.
    pub tier: Option<String>,
    /// Something relevant is unknown or unanswered.
    pub provisional: bool,
    /// A tier that no further answer can change, although the rest (outcomes, duties) may still be open.
    pub certain_tier: Option<String>,
    /// The worst tier that is still possible; the tier itself when nothing is open. An upper bound: it is
    /// never better than what further answers can lead to.
    pub worst_possible: String,
    /// Questions that are relevant given the answers so far, and unanswered or unknown; in pack order.
    pub missing: Vec<String>,
    /// Unanswered questions that may become relevant, depending on the missing ones; in pack order.
    pub possible: Vec<String>,
    /// Relevant questions, answered or not; in pack order.
    pub visible: Vec<String>,
    /// The question to put next: the first without any answer that is or may become relevant.
    pub next: Option<String>,
    /// Our roles.
    pub roles: Vec<String>,
    /// Outcomes that hold; they add up.
    pub outcomes: Vec<DecidedOutcome>,
    /// Outcomes still open.
    pub possible_outcomes: Vec<String>,
    /// Answers given, in pack order.
    pub findings: Vec<Finding>,
    /// Duties for our roles, in pack order.
    pub obligations: Vec<Duty>,
    /// Duties still open.
    pub possible_obligations: Vec<String>,
    /// Answers that do not fit together.
    pub contradictions: Vec<Conflict>,
    /// Answers that cannot be used and count as unknown.
    pub problems: Vec<AnswerProblem>,
    /// Written reasons that are asked for.
    pub required_notes: Vec<RequiredNote>,
}

/// Which pack a decision rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RulePackRef")]
pub struct PackRef {
    /// Id of the rules.
    pub id: String,
    /// Version of the pack.
    pub version: String,
    /// State of the law.
    pub date: Date,
}

/// An outcome that holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleOutcome")]
pub struct DecidedOutcome {
    /// Id in the pack.
    pub id: String,
    /// Provisions it rests on.
    pub refs: Vec<String>,
    /// The day from which it matters, if it has one.
    pub applies_from: Option<Date>,
    /// A limit on that day, for example "only after a significant design change"; words in the overlay. Decisions
    /// signed before it was recorded have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, as = "Option<String>")]
    pub qualifier: Option<String>,
    /// Degrees of certainty of the statement and of its date.
    pub certainty: Vec<String>,
    /// Confirm with counsel.
    pub confirm: bool,
}

/// An answer that was given to a relevant question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleFinding")]
pub struct Finding {
    /// Id of the question.
    pub question: String,
    /// The keys, in pack order.
    pub answer: Vec<String>,
    /// Provisions of the question and of the chosen answers.
    pub refs: Vec<String>,
    /// The strongest effect among the chosen answers.
    pub effect: Effect,
    /// The person's reason.
    pub note: Option<String>,
    /// What the question says about the law needs confirming with counsel.
    pub confirm: bool,
}

/// A duty of ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleDuty")]
pub struct Duty {
    /// Id in the pack; its label is in the overlay.
    pub id: String,
    /// Provisions as one text, for example `Art. 11, Annex IV`.
    #[serde(rename = "ref")]
    #[ts(rename = "ref")]
    pub reference: String,
    /// Provisions one by one.
    pub refs: Vec<String>,
    /// Group for display.
    pub category: String,
    /// Those of our roles that it binds.
    pub roles: Vec<String>,
    /// The day from which it applies: the earliest of `dates`.
    pub applies_from: Date,
    /// A limit on that day, for example "only after a significant design change"; words in the overlay.
    pub qualifier: Option<String>,
    /// Every date that applies, by route, earliest first.
    pub dates: Vec<DutyDate>,
    /// The day the article formally applies, where that differs from the day it can bite.
    pub formal_from: Option<Date>,
    /// Degrees of certainty of the duty and of its date.
    pub certainty: Vec<String>,
    /// Confirm with counsel.
    pub confirm: bool,
}

/// A date of a duty with its legal basis.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(rename = "RuleDutyDate")]
pub struct DutyDate {
    /// The day.
    pub date: Date,
    /// Id of the date in the pack.
    pub id: String,
    /// A limit on it.
    pub qualifier: Option<String>,
    /// Provisions that set it.
    pub refs: Vec<String>,
}

/// Answers that do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleConflict")]
pub struct Conflict {
    /// Id in the pack; its words are in the overlay.
    pub id: String,
    /// How hard it is.
    pub weight: Weight,
    /// The questions concerned.
    pub questions: Vec<String>,
}

/// A written reason that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleRequiredNote")]
pub struct RequiredNote {
    /// Id under which its text is kept among the notes.
    pub id: String,
    /// The question it explains.
    pub question: String,
    /// Provisions that ask for it.
    pub refs: Vec<String>,
    /// It has been written, and its question is answered where that is asked for.
    pub given: bool,
}
