//! What the report of a gap analysis is made from.

use cairn_domain::gap::{Answer, Confidence, Conformity, Figures, Grade, Maturity, StageOne};
use cairn_domain::requirement::Basis;
use cairn_domain::time::Date;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::RowState;
use super::gap_change::Since;
use crate::gap::Stages;
use crate::reuse::Reused;

/// An open action on a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Todo {
    /// Its code.
    pub code: String,
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub owner: Option<String>,
    /// Until when, `YYYY-MM-DD`.
    pub due: Option<String>,
}

impl Todo {
    /// It in a few words: code, title, who.
    pub(crate) fn in_words(&self, words: &Words) -> String {
        let (code, title) = (self.code.clone().into(), self.title.clone().into());
        match &self.owner {
            Some(owner) => words.say_with(
                "gap-report-action-of",
                &[("code", code), ("title", title), ("owner", owner.clone().into())],
            ),
            None => words.say_with("gap-report-action-of-nobody", &[("code", code), ("title", title)]),
        }
    }
}

/// One line with the words of its pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The framework's own id.
    pub id: String,
    /// Official title.
    pub title: String,
    /// Id of the clause or area it belongs to.
    pub group: String,
    /// Title of that clause or area.
    pub group_title: String,
    /// Title of the sub-clause it stands below, where its own says too little alone.
    #[serde(default)]
    pub above: Option<String>,
    /// Whether it is a control; clauses and controls are counted apart.
    pub control: bool,
    /// Conformity, none while not assessed.
    pub conformity: Option<Conformity>,
    /// Grade given, or forecast.
    pub grade: Option<Grade>,
    /// Our forecast, where a person graded the gap milder.
    #[serde(default)]
    pub forecast: Option<Grade>,
    /// Who graded it milder.
    #[serde(default)]
    pub graded_by: Option<String>,
    /// What was said in the interview; where the grade is milder than the forecast, why.
    #[serde(default)]
    pub note: String,
    /// The gap in words.
    pub statement: String,
    /// Must-items answered Yes.
    pub met: u32,
    /// Must-items that are requirements.
    pub items: u32,
    /// Who owns it.
    pub owner: Option<String>,
    /// What was seen: records named with the answers, and the evidence attached, each with date and keeper.
    #[serde(default)]
    pub seen: Vec<String>,
    /// Whether the Statement of Applicability excludes it; it then counts in no figure.
    #[serde(default)]
    pub excluded: bool,
    /// Maturity of the practice.
    #[serde(default)]
    pub maturity: Option<Maturity>,
    /// How sure the assessor was.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// Who gave the conformity.
    #[serde(default)]
    pub assessor: Option<String>,
    /// When, `YYYY-MM-DD`.
    #[serde(default)]
    pub assessed_on: Option<String>,
    /// Whether it was judged only in the quick pass.
    #[serde(default)]
    pub quick: bool,
    /// A fact by which a control is probably not needed.
    #[serde(default)]
    pub not_needed_fact: String,
    /// Whether its conformity was given before and would not be given today: it needs another look.
    #[serde(default)]
    pub look_again: bool,
    /// Why an auditor of stage 1 would stop here.
    #[serde(default)]
    pub stage_one: Vec<StageOne>,
    /// Whether stage 2 counts it as not conforming.
    #[serde(default)]
    pub stage_two: bool,
    /// Open actions on it.
    #[serde(default)]
    pub actions: Vec<Todo>,
    /// What was accepted of other frameworks.
    #[serde(default)]
    pub reused: Vec<Reused>,
    /// Its demands with the answers.
    #[serde(default)]
    pub demands: Vec<Demand>,
    /// The row in the workspace.
    #[serde(default)]
    pub state: RowState,
}

/// One demand of a line, with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    /// The demand in own words.
    pub text: String,
    /// Requirement, good practice or law.
    pub basis: Basis,
    /// Where it stands.
    pub reference: String,
    /// The answer, none while there is none.
    pub answer: Option<Answer>,
    /// The record that shows it.
    pub record_seen: Option<String>,
    /// The date of that record.
    pub seen_on: Option<Date>,
    /// Who keeps it.
    pub seen_owner: Option<String>,
}

impl Line {
    /// Whether it is forecast, or graded, to block certification.
    pub(super) fn blocks(&self) -> bool {
        self.grade == Some(Grade::Blocks) || self.forecast == Some(Grade::Blocks)
    }

    /// What was forecast, how it was graded instead, by whom and why; none where the forecast stands.
    pub(super) fn regraded(&self, words: &Words) -> Option<String> {
        let (forecast, grade) = (self.forecast?, self.grade?);
        let word = |grade: Grade| words.say(&format!("gap-grade-{grade}"));
        let key = if self.note.is_empty() { "gap-report-regraded-bare" } else { "gap-report-regraded" };
        let name = self.graded_by.clone().unwrap_or_else(|| words.say("report-not-named"));
        let args = [
            ("forecast", word(forecast).into()),
            ("grade", word(grade).into()),
            ("name", name.into()),
            ("reason", self.note.clone().into()),
        ];
        Some(words.say_with(key, &args))
    }

    /// The official title, after the one above it where there is one.
    pub(super) fn full_title(&self) -> String {
        match &self.above {
            Some(above) => format!("{above}: {}", self.title),
            None => self.title.clone(),
        }
    }
}

/// The assessment to print.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Assessment {
    /// Its name.
    pub name: String,
    /// Whether it is frozen; an open one is a draft.
    pub frozen: bool,
    /// Date of the last change, `YYYY-MM-DD`.
    pub date: String,
    /// Scope in a sentence.
    pub scope: String,
    /// The standard with edition.
    pub standard: String,
    /// Lines in the standard's order.
    pub lines: Vec<Line>,
    /// What changed since the assessment before it; none for the first.
    #[serde(default)]
    pub since: Option<Since>,
    /// What the auditors of the two stages would stop at.
    #[serde(default)]
    pub stages: Stages,
}

impl Assessment {
    /// Lines that count: all but those that are excluded.
    pub(super) fn counted(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !line.excluded)
    }

    pub(super) fn figures(&self, control: bool) -> Figures {
        Figures::of(self.counted().filter(|line| line.control == control).map(|line| line.conformity))
    }

    /// Lines that are forecast to block certification, also those that a person graded milder.
    pub(super) fn blocking(&self) -> Vec<&Line> {
        self.counted().filter(|line| line.blocks()).collect()
    }
}
