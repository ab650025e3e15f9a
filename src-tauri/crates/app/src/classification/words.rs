//! A decision of the rules in the words of its pack.

use cairn_domain::rules::file::{Effect, Weight};
use cairn_domain::rules::{
    DecidedOutcome, Decision, Difference, Duty, DutyDays, Finding, Labelled, PackText,
};
use cairn_domain::time::Date;
use serde::{Deserialize, Serialize};

use crate::pack::Rules;

/// An id of the rules with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RuleWord {
    /// Id in the pack.
    pub id: String,
    /// Short.
    pub label: String,
    /// One sentence.
    pub explain: String,
}

/// An outcome that holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationOutcome {
    /// Id in the pack.
    pub id: String,
    /// Short.
    pub label: String,
    /// What it means.
    pub explain: String,
    /// Provisions it rests on.
    pub refs: Vec<String>,
    /// The day from which it matters.
    pub applies_from: Option<Date>,
    /// A limit on that day.
    pub qualifier: Option<String>,
    /// It is one of those that give the tier.
    pub makes_tier: bool,
    /// Questions whose answers carry it, in the order of the questions.
    pub grounds: Vec<String>,
    /// Confirm with counsel.
    pub confirm: bool,
}

/// An answer that was given to a relevant question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationFinding {
    /// Id of the question.
    pub question: String,
    /// Id of its step.
    pub step: String,
    /// The step's title.
    pub topic: String,
    /// The question.
    pub text: String,
    /// Chosen answers.
    pub answers: Vec<String>,
    /// Provisions of the question and of the chosen answers.
    pub refs: Vec<String>,
    /// The provision that the answer falls under: those of the chosen answers, where they name none the first of the
    /// question.
    pub provisions: Vec<String>,
    /// The strongest effect among the chosen answers.
    pub effect: Effect,
    /// The person's reason.
    pub note: Option<String>,
    /// Confirm with counsel.
    pub confirm: bool,
}

/// A date of a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationDutyDate {
    /// The day.
    pub date: Date,
    /// What happens on it.
    pub label: String,
    /// A limit on it.
    pub qualifier: Option<String>,
}

/// A duty of ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationDuty {
    /// Id in the pack.
    pub id: String,
    /// Provisions as one text, for example `Art. 11, Annex IV`.
    #[serde(rename = "ref")]
    #[ts(rename = "ref")]
    pub reference: String,
    /// What to do.
    pub label: String,
    /// Title of the article, for a duty that is a whole article.
    pub title: Option<String>,
    /// Group it is shown in.
    pub category: String,
    /// Those of our roles that it binds.
    pub roles: Vec<String>,
    /// The day from which it applies.
    pub applies_from: Date,
    /// A limit on that day.
    pub qualifier: Option<String>,
    /// Every date, earliest first.
    pub dates: Vec<ClassificationDutyDate>,
    /// The day the article formally applies, where that differs from the day it can bite.
    pub formal_from: Option<Date>,
    /// What shows that it is done.
    pub evidence: Vec<String>,
    /// A remark, for example on an uncertain reading.
    pub remark: Option<String>,
    /// Confirm with counsel.
    pub confirm: bool,
}

/// Answers that do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationConflict {
    /// Id in the pack.
    pub id: String,
    /// How hard it is.
    pub weight: Weight,
    /// In words.
    pub label: String,
    /// The questions concerned.
    pub questions: Vec<String>,
}

/// A written reason that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationNote {
    /// Id under which its text is kept among the notes.
    pub id: String,
    /// The question it explains.
    pub question: String,
    /// What to write about.
    pub label: String,
    /// How.
    pub explain: String,
    /// Provisions that ask for it.
    pub refs: Vec<String>,
    /// It has been written.
    pub given: bool,
}

/// A question that is open, and who may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationGap {
    /// Id of the question.
    pub question: String,
    /// The question.
    pub text: String,
    /// Whom to ask.
    pub ask: String,
    /// Provisions it rests on.
    pub refs: Vec<String>,
}

/// A decision of the rules with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationResult {
    /// The tier; none while provisional.
    pub tier: Option<RuleWord>,
    /// Something relevant is unknown or unanswered.
    pub provisional: bool,
    /// A tier that no further answer can change.
    pub certain_tier: Option<RuleWord>,
    /// The worst tier that is still possible.
    pub worst_possible: RuleWord,
    /// Relevant questions that are unanswered or unknown.
    pub missing: Vec<String>,
    /// The same with their words and whom to ask.
    pub gaps: Vec<ClassificationGap>,
    /// Questions that may become relevant.
    pub possible: Vec<String>,
    /// Relevant questions, answered or not.
    pub visible: Vec<String>,
    /// The question to put next.
    pub next: Option<String>,
    /// Our roles.
    pub roles: Vec<RuleWord>,
    /// Outcomes that hold.
    pub outcomes: Vec<ClassificationOutcome>,
    /// Outcomes that are still open.
    pub possible_outcomes: Vec<RuleWord>,
    /// The first day among the outcomes that give the tier; among all of them where none gives it.
    pub applies_from: Option<Date>,
    /// A limit on that day.
    pub qualifier: Option<String>,
    /// Answers given, in the order of the questions.
    pub findings: Vec<ClassificationFinding>,
    /// Duties for our roles.
    pub obligations: Vec<ClassificationDuty>,
    /// How many duties are still open.
    pub possible_obligations: usize,
    /// Answers that do not fit together.
    pub contradictions: Vec<ClassificationConflict>,
    /// Written reasons that are asked for.
    pub required_notes: Vec<ClassificationNote>,
}

/// A day of a duty, with its limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationDay {
    /// The day.
    pub date: Date,
    /// A limit on it.
    pub qualifier: Option<String>,
}

/// Every day of a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationDays {
    /// Days with their limits, earliest first.
    pub days: Vec<ClassificationDay>,
    /// The day the article formally applies, where that differs from the day it can bite.
    pub formal: Option<Date>,
}

/// A duty that came, went or moved between two decisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationDutyChange {
    /// Id in the pack.
    pub id: String,
    /// Its provisions.
    #[serde(rename = "ref")]
    #[ts(rename = "ref")]
    pub reference: String,
    /// What to do.
    pub label: String,
    /// Its days before, none for a new duty.
    pub before: Option<ClassificationDays>,
    /// Its days now, none for a duty that went.
    pub after: Option<ClassificationDays>,
}

/// An outcome whose day moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationOutcomeMove {
    /// In words.
    pub label: String,
    /// Its day before.
    pub before: Option<Date>,
    /// Its day now.
    pub after: Option<Date>,
}

/// What changed since the decision before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationDifference {
    /// Nothing did.
    pub same: bool,
    /// The tier changed.
    pub tier_changed: bool,
    /// Tier before.
    pub tier_before: Option<RuleWord>,
    /// Tier now.
    pub tier_after: Option<RuleWord>,
    /// Outcomes that came.
    pub outcomes_added: Vec<String>,
    /// Outcomes that went.
    pub outcomes_removed: Vec<String>,
    /// Outcomes whose day moved.
    pub outcomes_moved: Vec<ClassificationOutcomeMove>,
    /// Duties that came, went or moved.
    pub obligations: Vec<ClassificationDutyChange>,
}

/// Puts an id into words; an id the pack no longer has stays as it is.
fn word(id: &str, words: Option<&Labelled>) -> RuleWord {
    RuleWord {
        id: id.to_owned(),
        label: words.map_or_else(|| id.to_owned(), |words| words.label.clone()),
        explain: words.map(|words| words.explain.clone()).unwrap_or_default(),
    }
}

/// A tier in the words of its pack.
pub(super) fn tier(id: &str, text: &PackText) -> RuleWord {
    word(id, text.tiers.get(id))
}

/// The decision with the words of the pack. The decision may be older than the pack.
pub(super) fn result(decision: &Decision, rules: &Rules) -> ClassificationResult {
    let text = &rules.text;
    let outcomes: Vec<ClassificationOutcome> =
        decision.outcomes.iter().map(|found| outcome(found, decision, rules)).collect();
    let first = first_day(&outcomes);
    let conflict = |conflict: &cairn_domain::rules::Conflict| ClassificationConflict {
        id: conflict.id.clone(),
        weight: conflict.weight,
        label: text.contradictions.get(&conflict.id).unwrap_or(&conflict.id).clone(),
        questions: conflict.questions.clone(),
    };
    let note = |note: &cairn_domain::rules::RequiredNote| {
        let RuleWord { id, label, explain } = word(&note.id, text.notes.get(&note.id));
        ClassificationNote {
            id,
            question: note.question.clone(),
            label,
            explain,
            refs: note.refs.clone(),
            given: note.given,
        }
    };
    ClassificationResult {
        tier: decision.tier.as_deref().map(|id| tier(id, text)),
        provisional: decision.provisional,
        certain_tier: decision.certain_tier.as_deref().map(|id| tier(id, text)),
        worst_possible: tier(&decision.worst_possible, text),
        missing: decision.missing.clone(),
        gaps: decision.missing.iter().map(|id| gap(id, rules)).collect(),
        possible: decision.possible.clone(),
        visible: decision.visible.clone(),
        next: decision.next.clone(),
        roles: decision.roles.iter().map(|id| word(id, text.roles.get(id))).collect(),
        applies_from: first.and_then(|outcome| outcome.applies_from.clone()),
        qualifier: first.and_then(|outcome| outcome.qualifier.clone()),
        outcomes,
        findings: decision.findings.iter().map(|f| finding(f, rules)).collect(),
        possible_outcomes: decision
            .possible_outcomes
            .iter()
            .map(|id| word(id, text.outcomes.get(id)))
            .collect(),
        obligations: decision.obligations.iter().map(|d| duty(d, rules)).collect(),
        possible_obligations: decision.possible_obligations.len(),
        contradictions: decision.contradictions.iter().map(conflict).collect(),
        required_notes: decision.required_notes.iter().map(note).collect(),
    }
}

fn gap(question: &str, rules: &Rules) -> ClassificationGap {
    let words = rules.text.questions.get(question);
    ClassificationGap {
        question: question.to_owned(),
        text: words.map_or_else(|| question.to_owned(), |words| words.text.clone()),
        ask: words.map(|words| words.ask.clone()).unwrap_or_default(),
        refs: rules.pack.question(question).map(|known| known.refs.clone()).unwrap_or_default(),
    }
}

/// The outcome whose day heads the decision: the first day among those that give the tier. On one day, one that comes
/// without a limit counts before one with.
fn first_day(outcomes: &[ClassificationOutcome]) -> Option<&ClassificationOutcome> {
    let dated = || outcomes.iter().filter(|outcome| outcome.applies_from.is_some());
    let first = |outcome: &&ClassificationOutcome| (outcome.applies_from.clone(), outcome.qualifier.clone());
    dated().filter(|outcome| outcome.makes_tier).min_by_key(first).or_else(|| dated().min_by_key(first))
}

fn outcome(outcome: &DecidedOutcome, decision: &Decision, rules: &Rules) -> ClassificationOutcome {
    let text = &rules.text;
    let limit = outcome.qualifier.as_ref();
    let tier = decision.tier.as_ref().or(decision.certain_tier.as_ref());
    let RuleWord { id, label, explain } = word(&outcome.id, text.outcomes.get(&outcome.id));
    ClassificationOutcome {
        id,
        label,
        explain,
        refs: outcome.refs.clone(),
        applies_from: outcome.applies_from.clone(),
        qualifier: limit.map(|id| text.qualifiers.get(id).unwrap_or(id).clone()),
        makes_tier: tier.is_some_and(|tier| rules.pack.makes_tier(&outcome.id, tier)),
        grounds: rules.pack.grounds(&outcome.id, &decision.findings),
        confirm: outcome.confirm,
    }
}

fn finding(finding: &Finding, rules: &Rules) -> ClassificationFinding {
    let words = rules.text.questions.get(&finding.question);
    let step = rules.pack.question(&finding.question).map(|question| question.step.clone());
    let step = step.unwrap_or_default();
    ClassificationFinding {
        question: finding.question.clone(),
        topic: rules.text.steps.get(&step).cloned().unwrap_or_default(),
        step,
        text: words.map_or_else(|| finding.question.clone(), |words| words.text.clone()),
        answers: finding.answer.iter().map(|key| answer(key, &finding.question, rules)).collect(),
        refs: finding.refs.clone(),
        provisions: rules.pack.provisions(finding),
        effect: finding.effect,
        note: finding.note.clone(),
        confirm: finding.confirm,
    }
}

/// Label of an answer.
pub(crate) fn answer(key: &str, question: &str, rules: &Rules) -> String {
    if key == cairn_domain::rules::UNKNOWN {
        return rules.text.unknown.label.clone();
    }
    let words = rules.text.questions.get(question).and_then(|words| words.answers.get(key));
    words.map_or_else(|| key.to_owned(), |words| words.label.clone())
}

/// A duty with its words.
pub(crate) fn duty(duty: &Duty, rules: &Rules) -> ClassificationDuty {
    let text = &rules.text;
    let citations = &rules.pack.file().citations;
    let article = citations.iter().find(|citation| duty.refs.first() == Some(&citation.id));
    let words = text.obligations.get(&duty.id);
    let limit = |id: &Option<String>| id.as_ref().map(|id| text.qualifiers.get(id).unwrap_or(id).clone());
    let date = |date: &cairn_domain::rules::DutyDate| ClassificationDutyDate {
        date: date.date.clone(),
        label: text.dates.get(&date.id).unwrap_or(&date.id).clone(),
        qualifier: limit(&date.qualifier),
    };
    ClassificationDuty {
        id: duty.id.clone(),
        reference: duty.reference.clone(),
        label: words.map_or_else(|| duty.id.clone(), |words| words.label.clone()),
        title: article.map(|citation| citation.title.clone()),
        category: text.categories.get(&duty.category).unwrap_or(&duty.category).clone(),
        roles: duty.roles.iter().map(|id| word(id, text.roles.get(id)).label).collect(),
        applies_from: duty.applies_from.clone(),
        qualifier: limit(&duty.qualifier),
        dates: duty.dates.iter().map(date).collect(),
        formal_from: duty.formal_from.clone(),
        evidence: words.map(|words| words.evidence.clone()).unwrap_or_default(),
        remark: words.and_then(|words| words.note.clone()),
        confirm: duty.confirm,
    }
}

/// What changed from one decision to another, each in the words of the rules it was made under.
pub(super) fn difference(
    (before, then): (&Decision, &PackText),
    (after, now): (&Decision, &PackText),
) -> ClassificationDifference {
    let found = Difference::between(before, after);
    let outcomes = |ids: &[String], text: &PackText| {
        ids.iter().map(|id| word(id, text.outcomes.get(id)).label).collect()
    };
    let moved_outcome = |moved: &cairn_domain::rules::MovedOutcome| ClassificationOutcomeMove {
        label: word(&moved.id, now.outcomes.get(&moved.id)).label,
        before: moved.before.clone(),
        after: moved.after.clone(),
    };
    let of = |decision: &Decision, id: &String, text: &PackText| {
        decision.obligations.iter().find(|duty| duty.id == *id).map(|duty| days(&DutyDays::of(duty), text))
    };
    let reference = |id: &String| {
        let mut all = after.obligations.iter().chain(&before.obligations);
        all.find(|duty| duty.id == *id).map(|duty| duty.reference.clone()).unwrap_or_default()
    };
    let change = |id: &String, from, to| ClassificationDutyChange {
        id: id.clone(),
        reference: reference(id),
        label: now
            .obligations
            .get(id)
            .or_else(|| then.obligations.get(id))
            .map_or_else(|| id.clone(), |words| words.label.clone()),
        before: from,
        after: to,
    };
    let added = found.obligations_added.iter().map(|id| change(id, None, of(after, id, now)));
    let removed = found.obligations_removed.iter().map(|id| change(id, of(before, id, then), None));
    let moved = found.obligations_moved.iter();
    let moved =
        moved.map(|duty| change(&duty.id, Some(days(&duty.before, then)), Some(days(&duty.after, now))));
    ClassificationDifference {
        same: found.is_empty(),
        tier_changed: found.tier.is_some(),
        tier_before: before.tier.as_deref().map(|id| tier(id, then)),
        tier_after: after.tier.as_deref().map(|id| tier(id, now)),
        outcomes_added: outcomes(&found.outcomes_added, now),
        outcomes_removed: outcomes(&found.outcomes_removed, then),
        outcomes_moved: found.outcomes_moved.iter().map(moved_outcome).collect(),
        obligations: added.chain(removed).chain(moved).collect(),
    }
}

fn days(found: &DutyDays, text: &PackText) -> ClassificationDays {
    let limit = |id: &Option<String>| id.as_ref().map(|id| text.qualifiers.get(id).unwrap_or(id).clone());
    let day = |(date, qualifier): &(Date, Option<String>)| ClassificationDay {
        date: date.clone(),
        qualifier: limit(qualifier),
    };
    ClassificationDays { days: found.days.iter().map(day).collect(), formal: found.formal.clone() }
}
