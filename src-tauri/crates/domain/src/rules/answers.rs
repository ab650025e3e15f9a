//! Answers to the questions of a rule pack, and what can be wrong with them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::file::QuestionKind;
use super::pack::{RulePack, UNKNOWN, bit};

/// Answers and notes by question id, as stored with a decision and read from an answers file:
/// `{"answers": {"<question>": "<key>" | ["<key>", …]}, "notes": {"<question or note>": "<text>"}}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RuleAnswers")]
pub struct Answers {
    /// Chosen answer or answers by question id; absent = `unknown`.
    #[serde(default)]
    pub answers: BTreeMap<String, Chosen>,
    /// Reasons by question id or note id.
    #[serde(default)]
    pub notes: BTreeMap<String, String>,
}

/// One answer or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
#[ts(rename = "RuleChosen")]
pub enum Chosen {
    /// One key.
    One(String),
    /// Several keys.
    Several(Vec<String>),
}

impl Chosen {
    /// The keys.
    #[must_use]
    pub fn keys(&self) -> &[String] {
        match self {
            Self::One(key) => std::slice::from_ref(key),
            Self::Several(keys) => keys,
        }
    }
}

/// What is wrong with an answer. Such an answer counts as `unknown`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "RuleAnswerProblemCode")]
pub enum ProblemCode {
    /// The pack has no such question.
    NoSuchQuestion,
    /// The question has no such answer.
    NoSuchAnswer,
    /// More than one answer to a question that takes one.
    MoreThanOne,
    /// An answer that stands alone (`none`, `unknown`) was chosen together with others.
    StandsAlone,
}

/// A problem with an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RuleAnswerProblem")]
pub struct AnswerProblem {
    /// Id of the question.
    pub question: String,
    /// The key, where one is to blame.
    pub key: Option<String>,
    /// What is wrong.
    pub code: ProblemCode,
}

/// What was said to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Nothing.
    Nothing,
    /// "I don't know yet", or an answer that cannot be used.
    Unknown,
    /// A set of answers, one bit each.
    Known(u64),
}

impl Answers {
    /// Sets one answer.
    #[must_use]
    pub fn with(mut self, question: &str, key: &str) -> Self {
        self.answers.insert(question.to_owned(), Chosen::One(key.to_owned()));
        self
    }
}

impl RulePack {
    /// Everything that is wrong with the answers, in the order of question ids. Evaluation takes such
    /// answers as `unknown`; a command that reads a file refuses them.
    #[must_use]
    pub fn problems(&self, answers: &Answers) -> Vec<AnswerProblem> {
        answers.answers.iter().filter_map(|(id, chosen)| self.read(id, chosen).err()).collect()
    }

    /// What was said, by question position.
    pub(super) fn said(&self, answers: &Answers) -> Vec<Said> {
        let said = |id: &String| match answers.answers.get(id) {
            None => Said::Nothing,
            Some(chosen) => self.read(id, chosen).unwrap_or(Said::Unknown),
        };
        self.file.questions.iter().map(|question| said(&question.id)).collect()
    }

    fn read(&self, id: &str, chosen: &Chosen) -> Result<Said, AnswerProblem> {
        let problem = |key: Option<&String>, code| {
            Err(AnswerProblem { question: id.to_owned(), key: key.cloned(), code })
        };
        let Some((_, question)) = self.locate(id) else {
            return problem(None, ProblemCode::NoSuchQuestion);
        };
        let keys = chosen.keys();
        let mut set: u64 = 0;
        let mut alone = None;
        for key in keys {
            if key == UNKNOWN {
                alone = Some(key);
                continue;
            }
            let Some(one) = bit(question, key) else {
                return problem(Some(key), ProblemCode::NoSuchAnswer);
            };
            set |= one;
            if question.answers.iter().any(|answer| answer.exclusive && answer.key == *key) {
                alone = Some(key);
            }
        }
        let unknown = keys.iter().any(|key| key == UNKNOWN);
        let count = set.count_ones() + u32::from(unknown);
        if question.kind == QuestionKind::Single && count > 1 {
            return problem(None, ProblemCode::MoreThanOne);
        }
        if alone.is_some() && count > 1 {
            return problem(alone, ProblemCode::StandsAlone);
        }
        Ok(match (set, unknown) {
            (_, true) => Said::Unknown,
            (0, false) => Said::Nothing,
            (set, false) => Said::Known(set),
        })
    }
}
