//! The words of a rule pack in one language: the overlay `assets/rules/<id>-<date>.<language>.json`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::file::{Effect, QuestionKind};
use super::pack::{PackError, RulePack, UNKNOWN};

/// Words of a pack in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RulePackText")]
pub struct PackText {
    /// Id of the pack.
    pub id: String,
    /// Version of the pack these words belong to.
    pub version: String,
    /// Language, for example `en`.
    pub language: String,
    /// Title of the questionnaire.
    pub title: String,
    /// Title in two or three words, for example `EU AI Act`.
    pub short: String,
    /// What the result is, and what it is not.
    pub notice: String,
    /// "I don't know yet".
    pub unknown: Labelled,
    /// Steps by id.
    pub steps: BTreeMap<String, String>,
    /// Questions by id.
    pub questions: BTreeMap<String, QuestionText>,
    /// Roles by id.
    pub roles: BTreeMap<String, Labelled>,
    /// Tiers by id.
    pub tiers: BTreeMap<String, Labelled>,
    /// Outcomes by id.
    pub outcomes: BTreeMap<String, Labelled>,
    /// Groups of duties by id.
    pub categories: BTreeMap<String, String>,
    /// Duties by id.
    pub obligations: BTreeMap<String, ObligationText>,
    /// Limits on dates by id.
    pub qualifiers: BTreeMap<String, String>,
    /// Degrees of certainty by id.
    pub certainty: BTreeMap<String, Labelled>,
    /// Dates by id: what happens on them.
    pub dates: BTreeMap<String, String>,
    /// Written reasons by id.
    pub notes: BTreeMap<String, Labelled>,
    /// Contradictions by id.
    pub contradictions: BTreeMap<String, String>,
}

/// A label with one line or sentence of explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RuleLabel")]
pub struct Labelled {
    /// Short.
    pub label: String,
    /// Explanation.
    pub explain: String,
}

/// Words of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RuleQuestionText")]
pub struct QuestionText {
    /// The question.
    pub text: String,
    /// How to answer it, in plain words.
    pub help: String,
    /// Why it is asked.
    pub why: String,
    /// Evidence that supports an answer.
    pub evidence: Vec<String>,
    /// Whom to ask when it is not known.
    pub ask: String,
    /// Answers by key.
    pub answers: BTreeMap<String, Labelled>,
}

/// Words of a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RuleObligationText")]
pub struct ObligationText {
    /// What to do.
    pub label: String,
    /// What shows that it is done.
    pub evidence: Vec<String>,
    /// A remark, for example on an uncertain reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A step with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleStep")]
pub struct StepView {
    /// Id in the pack.
    pub id: String,
    /// Title.
    pub label: String,
    /// Provisions it is about.
    pub refs: Vec<String>,
    /// Ids of its questions, in order.
    pub questions: Vec<String>,
}

/// A question with its words, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleQuestion")]
pub struct QuestionView {
    /// Id in the pack.
    pub id: String,
    /// Id of its step.
    pub step: String,
    /// How many answers it takes.
    pub kind: QuestionKind,
    /// It takes several answers.
    pub multiple: bool,
    /// Good to record; never missing.
    pub optional: bool,
    /// The question.
    pub text: String,
    /// How to answer it.
    pub help: String,
    /// Why it is asked.
    pub why: String,
    /// Evidence that supports an answer.
    pub evidence: Vec<String>,
    /// Whom to ask when it is not known.
    pub ask: String,
    /// Provisions it rests on.
    pub refs: Vec<String>,
    /// What it says about the law needs confirming with counsel.
    pub confirm: bool,
    /// Degree of certainty.
    pub certainty: String,
    /// Answers in order; the last is always `unknown`.
    pub answers: Vec<AnswerView>,
}

/// An answer with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleAnswer")]
pub struct AnswerView {
    /// Key.
    pub key: String,
    /// Label.
    pub label: String,
    /// One line of explanation.
    pub explain: String,
    /// Provisions for this answer.
    pub refs: Vec<String>,
    /// Cannot be combined with others.
    pub exclusive: bool,
    /// What it does.
    pub effect: Effect,
}

impl PackText {
    /// Reads an overlay and checks that it fits the pack exactly: no word missing, none too many.
    ///
    /// # Errors
    /// Fails when the text is no overlay, is for another pack or version, or does not cover it; every gap is
    /// named.
    pub fn parse(text: &str, pack: &RulePack) -> Result<Self, PackError> {
        let words: Self = serde_json::from_str(text)?;
        let problems = words.problems(pack);
        if problems.is_empty() { Ok(words) } else { Err(PackError::Content(problems)) }
    }

    fn problems(&self, pack: &RulePack) -> Vec<String> {
        let file = pack.file();
        let mut problems = Vec::new();
        if (&self.id, &self.version) != (&file.id, &file.version) {
            problems.push(format!("words are for {} {}", self.id, self.version));
        }
        let mut same = |list: &str, have: BTreeSet<&str>, want: BTreeSet<&str>| {
            problems.extend(want.difference(&have).map(|id| format!("{list}: no words for {id}")));
            problems.extend(have.difference(&want).map(|id| format!("{list}: words for unknown {id}")));
        };
        same("steps", ids(self.steps.keys()), ids(file.steps.iter().map(|x| &x.id)));
        same("questions", ids(self.questions.keys()), ids(file.questions.iter().map(|x| &x.id)));
        same("roles", ids(self.roles.keys()), ids(file.roles.iter().map(|x| &x.id)));
        same("tiers", ids(self.tiers.keys()), ids(file.tiers.iter().map(|x| &x.id)));
        same("outcomes", ids(self.outcomes.keys()), ids(file.outcomes.iter().map(|x| &x.id)));
        same("obligations", ids(self.obligations.keys()), ids(file.obligations.iter().map(|x| &x.id)));
        same("categories", ids(self.categories.keys()), ids(file.obligations.iter().map(|x| &x.category)));
        let limits = file.schedules.iter().flat_map(|x| &x.entries).filter_map(|x| x.qualifier.as_ref());
        same("qualifiers", ids(self.qualifiers.keys()), ids(limits));
        same("certainty", ids(self.certainty.keys()), ids(file.certainty.iter().map(|x| &x.id)));
        same("dates", ids(self.dates.keys()), ids(file.dates.iter().map(|x| &x.id)));
        same("notes", ids(self.notes.keys()), ids(file.notes.iter().map(|x| &x.id)));
        same(
            "contradictions",
            ids(self.contradictions.keys()),
            ids(file.contradictions.iter().map(|x| &x.id)),
        );
        for question in &file.questions {
            if let Some(words) = self.questions.get(&question.id) {
                let list = format!("question {}", question.id);
                same(&list, ids(words.answers.keys()), ids(question.answers.iter().map(|x| &x.key)));
            }
        }
        problems
    }

    /// The steps in order.
    #[must_use]
    pub fn steps(&self, pack: &RulePack) -> Vec<StepView> {
        let file = pack.file();
        let of = |step: &str| {
            let questions = file.questions.iter().filter(|question| question.step == step);
            questions.map(|question| question.id.clone()).collect()
        };
        file.steps
            .iter()
            .map(|step| StepView {
                id: step.id.clone(),
                label: self.steps.get(&step.id).cloned().unwrap_or_default(),
                refs: step.refs.clone(),
                questions: of(&step.id),
            })
            .collect()
    }

    /// The questions in order, each with its words and with `unknown` as its last answer.
    #[must_use]
    pub fn questions(&self, pack: &RulePack) -> Vec<QuestionView> {
        pack.file().questions.iter().filter_map(|question| self.view(pack, &question.id)).collect()
    }

    /// One question with its words.
    #[must_use]
    pub fn view(&self, pack: &RulePack, id: &str) -> Option<QuestionView> {
        let question = pack.question(id)?;
        let words = self.questions.get(id)?;
        let mut answers: Vec<AnswerView> = question
            .answers
            .iter()
            .filter_map(|answer| {
                let words = words.answers.get(&answer.key)?;
                Some(AnswerView {
                    key: answer.key.clone(),
                    label: words.label.clone(),
                    explain: words.explain.clone(),
                    refs: answer.refs.clone(),
                    exclusive: answer.exclusive || question.kind == QuestionKind::Single,
                    effect: answer.effect,
                })
            })
            .collect();
        answers.push(AnswerView {
            key: UNKNOWN.to_owned(),
            label: self.unknown.label.clone(),
            explain: self.unknown.explain.clone(),
            refs: Vec::new(),
            exclusive: true,
            effect: Effect::Fact,
        });
        let confirm = pack.file().certainty.iter().any(|x| x.id == question.certainty && x.confirm);
        Some(QuestionView {
            id: question.id.clone(),
            step: question.step.clone(),
            kind: question.kind,
            multiple: question.kind == QuestionKind::Multiple,
            optional: question.optional,
            text: words.text.clone(),
            help: words.help.clone(),
            why: words.why.clone(),
            evidence: words.evidence.clone(),
            ask: words.ask.clone(),
            refs: question.refs.clone(),
            confirm,
            certainty: question.certainty.clone(),
            answers,
        })
    }
}

fn ids<'a>(ids: impl Iterator<Item = &'a String>) -> BTreeSet<&'a str> {
    ids.map(String::as_str).collect()
}
