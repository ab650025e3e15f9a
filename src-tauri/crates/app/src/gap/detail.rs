//! One line with all a person needs to assess it.

use cairn_domain::framework::Requirement;
use cairn_domain::gap::{self, Confidence, Conformity, Grade, Refusal};
use cairn_domain::id::RecordId;
use cairn_domain::state::AssessmentState;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::item::{GapGroup, GapItem};
use super::lines::{LineState, assessable, chosen, lines_of, pack_of};
use super::view::List;
use crate::error::{AppError, AppResult};
use crate::framework::{RequirementView, view};
use crate::names::Names;
use crate::reuse::Reused;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// Which conformity the answers stand against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ConformityChoice {
    /// The conformity.
    pub conformity: Conformity,
    /// Why it is refused, in words; empty when it is allowed.
    pub refused: Vec<String>,
}

/// The answer to one must-item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemAnswer {
    /// Key of the item.
    pub item: String,
    /// The answer.
    pub answer: gap::Answer,
    /// The record that shows it.
    pub record_seen: Option<String>,
    /// The date of that record.
    pub seen_on: Option<String>,
    /// Who keeps it.
    pub seen_owner: Option<String>,
}

/// One line with all a person needs to assess it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct GapDetail {
    /// The line.
    pub item: GapItem,
    /// Its group.
    pub group: GapGroup,
    /// The requirement in the pack.
    pub requirement: RequirementView,
    /// Answers given.
    pub answers: Vec<ItemAnswer>,
    /// Every conformity and whether the answers allow it.
    pub choices: Vec<ConformityChoice>,
    /// The best conformity the answers allow.
    pub proposal: Option<Conformity>,
    /// The gap in words.
    pub statement: String,
    /// Grade given by a person.
    pub grade_given: Option<Grade>,
    /// Grade we forecast.
    pub forecast: Option<Grade>,
    /// How sure the assessor is.
    pub confidence: Option<Confidence>,
    /// Who assessed it.
    pub assessor: Option<MemberRef>,
    /// When.
    pub assessed_on: Option<String>,
    /// Interview note.
    pub note: String,
    /// A fact by which a control is probably not needed.
    pub not_needed_fact: String,
    /// Human code of the gap, once the line was touched.
    pub code: Option<String>,
    /// The record, once the line was touched.
    pub record: Option<RecordId>,
    /// What is accepted as done under another framework.
    pub reused: Vec<Reused>,
    /// Whether the assessment is frozen and cannot change.
    pub frozen: bool,
    /// The line before, in the standard's order.
    pub previous: Option<String>,
    /// The line after.
    pub next: Option<String>,
}

/// One line with all a person needs to assess it.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "GapGetInput")]
pub struct Get {
    /// The requirement's own id.
    pub requirement: String,
    /// Which assessment; the one people work on when left out.
    #[serde(default)]
    #[ts(optional)]
    pub assessment: Option<RecordId>,
}

impl Query for Get {
    const NAME: &'static str = "gap.get";
    const TAGS: &'static [Tag] = List::TAGS;
    type Output = GapDetail;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        detail_in(cx, &self.requirement, self.assessment)
    }
}

/// A line of the assessment people work on.
pub(super) fn detail(cx: &Reading<'_>, id: &str) -> AppResult<GapDetail> {
    detail_in(cx, id, None)
}

fn detail_in(cx: &Reading<'_>, id: &str, assessment: Option<RecordId>) -> AppResult<GapDetail> {
    let chosen = chosen(cx.tx, assessment)?;
    let iso = &pack_of(cx.tx, chosen.as_ref())?.framework;
    let requirement = assessable(iso, id)?;
    let states = lines_of(cx.tx, chosen.as_ref())?;
    let at = states.iter().position(|state| state.item.requirement == requirement.id).unwrap_or_default();
    let neighbour =
        |at: Option<usize>| at.and_then(|at| states.get(at)).map(|state| state.item.requirement.clone());
    let (previous, next) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)));
    let frozen = chosen.as_ref().is_some_and(|assessment| assessment.state == AssessmentState::Frozen);
    let reused = match &chosen {
        Some(assessment) => crate::reuse::accepted_for(cx.tx, assessment.id, &requirement.id)?,
        None => Vec::new(),
    };
    let names = Names::read(cx.tx)?;
    let Some(state) = states.into_iter().nth(at) else {
        return Err(AppError::new(crate::error::Code::NotFound));
    };
    let line = state.line.as_ref();
    let text = |value: Option<&String>| value.cloned().unwrap_or_default();
    Ok(GapDetail {
        requirement: view(iso, requirement),
        choices: choices(requirement, &state, cx.around.words),
        proposal: gap::proposal(&state.items),
        statement: text(line.and_then(|line| line.statement.as_ref())),
        grade_given: line.and_then(|line| line.grade),
        forecast: state.forecast,
        confidence: line.and_then(|line| line.confidence),
        assessor: line.and_then(|line| line.assessor).map(|id| names.member(id)),
        assessed_on: line.and_then(|line| line.assessed_on.as_ref()).map(ToString::to_string),
        note: text(line.and_then(|line| line.note.as_ref())),
        not_needed_fact: text(line.and_then(|line| line.not_needed_fact.as_ref())),
        code: state.item.code.clone(),
        record: line.map(|line| line.id),
        frozen,
        previous,
        next,
        answers: answers(&state),
        reused,
        group: state.group,
        item: state.item,
    })
}

/// Every conformity, and why the answers refuse it.
fn choices(requirement: &Requirement, state: &LineState, words: &Words) -> Vec<ConformityChoice> {
    let in_words = |refusal: Refusal| {
        let text = requirement.must_item(&refusal.item).map(|item| item.text.clone());
        let key = format!("gap-refusal-{}", refusal.code);
        words.say_with(&key, &[("item", text.unwrap_or_default().into())])
    };
    let choice = |conformity: &Conformity| ConformityChoice {
        conformity: *conformity,
        refused: gap::refusals(*conformity, &state.items).into_iter().map(in_words).collect(),
    };
    Conformity::ALL.iter().map(choice).collect()
}

fn answers(state: &LineState) -> Vec<ItemAnswer> {
    let answer = |answer: &cairn_store::table::gap_answer::GapAnswer| ItemAnswer {
        item: answer.item.clone(),
        answer: answer.answer,
        record_seen: answer.record_seen.clone(),
        seen_on: answer.seen_on.as_ref().map(ToString::to_string),
        seen_owner: answer.seen_owner.clone(),
    };
    state.answers.iter().map(answer).collect()
}
