//! Gap analysis: conformity, must-items, grades and the figures made of them.
//!
//! Conformity (0-3) says whether a demand is met; maturity (0-5) says how good the practice is. They are two scales and
//! are never merged. Clauses and controls are counted apart and never averaged together.

use serde::{Deserialize, Serialize};

pub use crate::field::is_fact;
use crate::framework::Missing;
use crate::requirement::Basis;
use crate::words;

words! {
    /// Conformity of one line. "Not assessed" is the absence of a value, never a number.
    Conformity = "conformity" {
        /// 0.
        NotAddressed = "not-addressed",
        /// 1.
        Partly = "partly",
        /// 2: met by a document, not yet shown by records.
        OnPaper = "on-paper",
        /// 3: met and shown by records.
        ShownByRecords = "shown-by-records",
    }
}

impl Conformity {
    /// The number on the scale, 0 to 3.
    #[must_use]
    pub const fn score(self) -> u32 {
        match self {
            Self::NotAddressed => 0,
            Self::Partly => 1,
            Self::OnPaper => 2,
            Self::ShownByRecords => 3,
        }
    }
}

words! {
    /// Maturity of the practice, 0 to 5; optional.
    Maturity = "maturity" {
        /// 0.
        NonExistent = "non-existent",
        /// 1.
        Initial = "initial",
        /// 2.
        Managed = "managed",
        /// 3.
        Defined = "defined",
        /// 4.
        QuantitativelyManaged = "quantitatively-managed",
        /// 5.
        Optimizing = "optimizing",
    }
}

words! {
    /// Answer to one must-item. An item without an answer is open.
    Answer = "must-answer" {
        /// Met.
        Yes = "yes",
        /// Met in part.
        InPart = "in-part",
        /// Not met.
        No = "no",
        /// Somebody has to find out.
        NotSure = "not-sure",
    }
}

words! {
    /// Our forecast of how much a gap matters; the certification body grades.
    Grade = "gap-grade" {
        /// A required piece is missing altogether.
        Blocks = "blocks-certification",
        /// A requirement is not wholly met.
        Weakens = "weakens",
        /// Met; could be better.
        Polish = "polish",
    }
}

impl Grade {
    /// Whether a person graded a gap milder than the forecast; where nothing is forecast there is no gap to grade.
    #[must_use]
    pub fn is_milder_than(self, forecast: Option<Self>) -> bool {
        // The gravest comes first.
        forecast.is_some_and(|forecast| self > forecast)
    }
}

words! {
    /// How sure the assessor is.
    Confidence = "confidence" {
        /// Seen and checked.
        High = "high",
        /// Told by somebody who should know.
        Medium = "medium",
        /// Guessed.
        Low = "low",
    }
}

/// One must-item as answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemState {
    /// Key of the item in the pack.
    pub key: String,
    /// Requirement, good practice or law.
    pub basis: Basis,
    /// The answer, or none while the item is open.
    pub answer: Option<Answer>,
    /// Whether the record that shows it is named.
    pub has_record: bool,
    /// What is missing altogether when the answer is No.
    pub blocks: Option<Missing>,
}

impl ItemState {
    /// The required piece that is missing: the answer is No, or nothing on the line is addressed and nobody says that
    /// this piece is there.
    #[must_use]
    pub fn missing(&self, conformity: Option<Conformity>) -> Option<Missing> {
        let missing = match self.answer {
            Some(Answer::No) => true,
            Some(Answer::Yes | Answer::InPart) => false,
            None | Some(Answer::NotSure) => conformity == Some(Conformity::NotAddressed),
        };
        self.blocks.filter(|_| missing)
    }
}

/// Why a conformity is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Refusal {
    /// Key of the item that stands against it.
    pub item: String,
    /// `item-no`, `item-in-part`, `item-open`, `item-not-sure` or `item-without-record`.
    pub code: &'static str,
}

/// Checks a conformity against the answers.
///
/// 3 is refused while a requirement item is open, not sure, No, In part or without a record; 2 is refused while one is
/// No. Good-practice and law items never lower conformity.
#[must_use]
pub fn refusals(conformity: Conformity, items: &[ItemState]) -> Vec<Refusal> {
    items
        .iter()
        .filter(|item| item.basis == Basis::Requirement)
        .filter_map(|item| {
            let code = match (conformity, item.answer) {
                (Conformity::ShownByRecords, None) => "item-open",
                (Conformity::ShownByRecords, Some(Answer::NotSure)) => "item-not-sure",
                (Conformity::ShownByRecords, Some(Answer::InPart)) => "item-in-part",
                (Conformity::ShownByRecords | Conformity::OnPaper, Some(Answer::No)) => "item-no",
                (Conformity::ShownByRecords, Some(Answer::Yes)) if !item.has_record => "item-without-record",
                _ => return None,
            };
            Some(Refusal { item: item.key.clone(), code })
        })
        .collect()
}

/// Whether a conformity that was given still agrees with the answers. A newer version of the demands may ask for more
/// than was answered, and an answer may have been undone.
#[must_use]
pub fn still_holds(conformity: Option<Conformity>, items: &[ItemState]) -> bool {
    conformity.is_none_or(|conformity| refusals(conformity, items).is_empty())
}

/// The best conformity the answers allow, as a proposal; none while nothing is answered.
#[must_use]
pub fn proposal(items: &[ItemState]) -> Option<Conformity> {
    let answers: Vec<Answer> =
        items.iter().filter(|item| item.basis == Basis::Requirement).filter_map(|item| item.answer).collect();
    if answers.is_empty() {
        return None;
    }
    if answers.iter().all(|answer| *answer == Answer::No) {
        return Some(Conformity::NotAddressed);
    }
    [Conformity::ShownByRecords, Conformity::OnPaper]
        .into_iter()
        .find(|conformity| refusals(*conformity, items).is_empty() && all_answered(items, *conformity))
        .or(Some(Conformity::Partly))
}

/// On paper needs every requirement item answered and none of them in doubt or only in part.
fn all_answered(items: &[ItemState], conformity: Conformity) -> bool {
    conformity == Conformity::ShownByRecords
        || items
            .iter()
            .filter(|item| item.basis == Basis::Requirement)
            .all(|item| matches!(item.answer, Some(Answer::Yes)))
}

/// A line as the grade and the views of the audit stages look at it.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// Conformity; none while not assessed.
    pub conformity: Option<Conformity>,
    /// Its must-items.
    pub items: &'a [ItemState],
    /// Whether the pack says that a line wholly missing blocks.
    pub blocks_if_missing: bool,
    /// Whether it is a control.
    pub control: bool,
    /// Whether the Statement of Applicability includes it; of no meaning for a clause.
    pub included: bool,
    /// Whether a dated action is planned for it.
    pub planned: bool,
}

words! {
    /// Why a line stands in the way of the audit of stage 1.
    StageOne = "gap-stage-one" {
        /// The clause is not yet settled on paper.
        BelowPaper = "below-paper",
        /// A required document is missing.
        DocumentMissing = "document-missing",
        /// Internal audit or management review is not planned.
        NotPlanned = "not-planned",
    }
}

impl Standing<'_> {
    /// The grade we forecast, or none where nothing has to be done or the line is not assessed.
    ///
    /// A required piece that is missing blocks. Whatever stage 2 counts as not conforming weakens. Polish is left for
    /// lines where nothing required is open.
    #[must_use]
    pub fn forecast(&self) -> Option<Grade> {
        let conformity = self.conformity?;
        let missing = self.items.iter().any(|item| item.missing(self.conformity).is_some());
        let told = self.items.iter().any(|item| item.blocks.is_some());
        let nothing = conformity == Conformity::NotAddressed && self.blocks_if_missing && !told;
        if missing || nothing {
            return Some(Grade::Blocks);
        }
        let open =
            conformity < Conformity::OnPaper || !refusals(Conformity::ShownByRecords, self.items).is_empty();
        if open && conformity < Conformity::ShownByRecords || self.stage_two() {
            return Some(Grade::Weakens);
        }
        let practice = |item: &ItemState| {
            item.basis == Basis::GoodPractice && matches!(item.answer, Some(Answer::No | Answer::InPart))
        };
        let better = conformity < Conformity::ShownByRecords || self.items.iter().any(practice);
        better.then_some(Grade::Polish)
    }

    /// Why an auditor of stage 1 would stop at the line; empty for a control and where all is ready.
    #[must_use]
    pub fn stage_one(&self) -> Vec<StageOne> {
        if self.control {
            return Vec::new();
        }
        let missing = |test: fn(Missing) -> bool| {
            self.items.iter().filter_map(|item| item.missing(self.conformity)).any(test)
        };
        let below = self.conformity.is_some_and(|conformity| conformity < Conformity::OnPaper);
        let found = [
            (below, StageOne::BelowPaper),
            (missing(Missing::is_document), StageOne::DocumentMissing),
            (!self.planned && missing(Missing::is_planned), StageOne::NotPlanned),
        ];
        found.into_iter().filter_map(|(is, why)| is.then_some(why)).collect()
    }

    /// Whether stage 2 counts the line as not conforming: a clause, or an included control, below 3.
    #[must_use]
    pub fn stage_two(&self) -> bool {
        let counts = !self.control || self.included;
        counts && self.conformity.is_some_and(|conformity| conformity < Conformity::ShownByRecords)
    }
}

/// Figures of one group of lines: the clauses or the controls, never both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Figures {
    /// All lines that apply.
    pub applicable: u32,
    /// Lines with a conformity.
    pub assessed: u32,
    /// Lines per score, 0 to 3.
    pub by_score: [u32; 4],
}

impl Figures {
    /// Counts lines; a control that is excluded is left out by the caller.
    pub fn of(lines: impl IntoIterator<Item = Option<Conformity>>) -> Self {
        let mut figures = Self::default();
        for conformity in lines {
            figures.applicable += 1;
            if let Some(conformity) = conformity {
                figures.assessed += 1;
                figures.by_score[conformity.score() as usize] += 1;
            }
        }
        figures
    }

    /// The headline: assessed lines that do not yet conform (below 3).
    #[must_use]
    pub const fn not_conforming(&self) -> u32 {
        self.assessed - self.by_score[3]
    }

    /// Sum of scores over three times the assessed lines, in whole per cent; none when nothing is assessed.
    #[must_use]
    pub fn percent(&self) -> Option<u32> {
        let sum: u32 = (0u32..).zip(self.by_score).map(|(score, lines)| score * lines).sum();
        let full = 3 * self.assessed;
        (full > 0).then(|| (sum * 200 + full) / (2 * full))
    }
}

#[cfg(test)]
mod tests;
