//! The language-free part of a rule pack, as written in `assets/rules/<id>-<date>.json`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::condition::Condition;
use crate::time::Date;

/// A rule pack as its file has it. Use [`super::RulePack::parse`], which also checks every reference.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// Id of the rules, for example `eu-ai-act`.
    pub id: String,
    /// Version of the pack, `major.minor.patch`.
    pub version: String,
    /// State of the law the pack follows.
    pub date: Date,
    /// Title of the law.
    pub title: String,
    /// What the pack was made from, and whether that text was read.
    pub sources: Vec<Source>,
    /// Articles and annexes that references may name.
    pub citations: Vec<Citation>,
    /// How sure a statement is; the first is the strongest.
    pub certainty: Vec<Certainty>,
    /// Dates of the law; no date comes from anywhere else.
    pub dates: Vec<LegalDate>,
    /// Which date applies under which condition.
    pub schedules: Vec<Schedule>,
    /// Named conditions; each may use those before it.
    pub facts: Vec<Fact>,
    /// Sections of the questionnaire, in order.
    pub steps: Vec<Step>,
    /// The questions, in the order they are put.
    pub questions: Vec<Question>,
    /// Roles that we can have.
    pub roles: Vec<Role>,
    /// Tiers; the first that holds is the tier.
    pub tiers: Vec<Tier>,
    /// Outcomes; they add up.
    pub outcomes: Vec<Outcome>,
    /// Duties.
    pub obligations: Vec<Obligation>,
    /// Written reasons that the law or good practice asks for.
    pub notes: Vec<Note>,
    /// Combinations of answers that cannot, or can hardly, be true together.
    pub contradictions: Vec<Contradiction>,
}

/// A source of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RulePackSource")]
pub struct Source {
    /// Id within the pack.
    pub id: String,
    /// Citation.
    #[serde(rename = "ref")]
    #[ts(rename = "ref")]
    pub reference: String,
    /// Where it can be found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whether the official text itself was read, not only reports of it.
    pub text_read: bool,
}

/// An article or annex with its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RuleCitation")]
pub struct Citation {
    /// As references begin, for example `Art. 9` or `Annex III`.
    pub id: String,
    /// Title; the official one unless `short_label`.
    pub title: String,
    /// The title is our short label, not the official one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub short_label: bool,
}

/// A degree of certainty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RuleCertainty")]
pub struct Certainty {
    /// Id, for example `amended`.
    pub id: String,
    /// Statements of this degree are marked "confirm with counsel".
    pub confirm: bool,
}

/// A date of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RuleDate")]
pub struct LegalDate {
    /// Id within the pack.
    pub id: String,
    /// The day.
    pub date: Date,
    /// Provisions that set the day.
    pub refs: Vec<String>,
    /// Degree of certainty.
    pub certainty: String,
}

/// A set of dates with their conditions; the earliest that holds applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Id within the pack.
    pub id: String,
    /// The dates.
    pub entries: Vec<ScheduleEntry>,
}

/// One date of a schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScheduleEntry {
    /// Id of the [`LegalDate`].
    pub date: String,
    /// When it applies.
    #[serde(default = "Condition::always")]
    pub when: Condition,
    /// A limit on it that the overlay puts into words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

/// A named condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Id within the pack.
    pub id: String,
    /// When it holds.
    pub when: Condition,
}

/// A section of the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Id within the pack.
    pub id: String,
    /// Provisions it is about.
    pub refs: Vec<String>,
}

/// How many answers a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "RuleQuestionKind")]
pub enum QuestionKind {
    /// Exactly one.
    Single,
    /// One or more; exclusive answers stand alone.
    Multiple,
}

/// A question. "I don't know yet" (`unknown`) is always possible and never listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Id within the pack.
    pub id: String,
    /// Id of its step.
    pub step: String,
    /// How many answers it takes.
    pub kind: QuestionKind,
    /// Good to record, but nothing depends on it: never counted as missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// Provisions it rests on.
    pub refs: Vec<String>,
    /// Degree of certainty of what the question says about the law.
    pub certainty: String,
    /// When it is asked; may look at earlier questions only.
    #[serde(default = "Condition::always")]
    pub when: Condition,
    /// Possible answers, in order.
    pub answers: Vec<Answer>,
}

/// What an answer does, for icons and the list of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "RuleEffect")]
pub enum Effect {
    /// Opens a duty, a class or a prohibition.
    Met,
    /// Does not open it.
    #[default]
    NotMet,
    /// A carve-out keeps it closed.
    CarveOut,
    /// Closes an exception that would have helped.
    Closed,
    /// A plain fact.
    Fact,
}

/// A possible answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Key, unique within the question.
    pub key: String,
    /// Provisions for this answer, besides the question's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refs: Vec<String>,
    /// Cannot be combined with other answers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exclusive: bool,
    /// What it does.
    #[serde(default)]
    pub effect: Effect,
}

/// A role under the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Id, for example `deployer`.
    pub id: String,
    /// Provisions that define it.
    pub refs: Vec<String>,
    /// When it is ours.
    pub when: Condition,
}

/// A tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Id, for example `high`.
    pub id: String,
    /// Rank of what it means for us; higher is worse. Unique.
    pub severity: u8,
    /// Once it holds, the walk ends and nothing else is missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ends: bool,
    /// When it holds, tiers before it aside.
    pub when: Condition,
}

/// An outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Id within the pack.
    pub id: String,
    /// Provisions it rests on.
    pub refs: Vec<String>,
    /// When it holds.
    pub when: Condition,
    /// Its dates, if it has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<String>,
    /// Degree of certainty.
    pub certainty: String,
}

/// A duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    /// Id within the pack.
    pub id: String,
    /// Provisions it rests on.
    pub refs: Vec<String>,
    /// Roles it binds; at least one must be ours.
    pub roles: Vec<String>,
    /// Group for display.
    pub category: String,
    /// When it arises, roles aside.
    pub when: Condition,
    /// Its dates.
    pub schedule: String,
    /// Date id of the article's formal application, where it differs from the day it can bite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formal: Option<String>,
    /// Degree of certainty of the duty itself; its date has its own.
    pub certainty: String,
}

/// A written reason that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Id; the note's text is stored under it. May not be a question's id.
    pub id: String,
    /// The question it explains.
    pub question: String,
    /// Provisions that ask for it.
    pub refs: Vec<String>,
    /// When it is asked for.
    pub when: Condition,
    /// The question must be answered as well before the note counts as given.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub answered: bool,
}

/// How hard a contradiction is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "RuleWeight")]
pub enum Weight {
    /// The answers cannot be true together.
    Contradiction,
    /// The answers seldom are true together: look again.
    Doubt,
}

/// A combination of answers to look at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// Id within the pack.
    pub id: String,
    /// How hard it is.
    pub weight: Weight,
    /// The questions concerned.
    pub questions: Vec<String>,
    /// When it arises.
    pub when: Condition,
}
