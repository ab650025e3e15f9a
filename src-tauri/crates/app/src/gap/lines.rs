//! The lines of the standard with what is stored of them in one assessment.

use std::collections::BTreeMap;

use cairn_domain::framework::{Framework, Requirement, RequirementKind};
use cairn_domain::gap::{self, ItemState, Standing};
use cairn_domain::id::RecordId;
use cairn_domain::requirement::Basis;
use cairn_domain::soa::Decision;
use cairn_domain::state::AssessmentState;
use cairn_store::ReadTx;
use cairn_store::table::gap_answer::GapAnswer;
use cairn_store::table::gap_assessment::GapAssessment;
use cairn_store::table::gap_line::GapLine;

use super::around::Around;
use super::item::{GapGroup, GapItem};
use super::latest;
use crate::adopted::kept_framework;
use crate::error::{AppError, AppResult};
use crate::names::Names;
use crate::pack::{ISO_42001, ShippedFramework, library};

/// One line with what is stored of it.
pub(crate) struct LineState {
    pub(crate) item: GapItem,
    pub(crate) group: GapGroup,
    pub(crate) line: Option<GapLine>,
    pub(crate) answers: Vec<GapAnswer>,
    /// Its must-items as answered.
    pub(crate) items: Vec<ItemState>,
    /// The grade we forecast.
    pub(crate) forecast: Option<gap::Grade>,
}

impl LineState {
    /// Required documents that are missing.
    pub(crate) fn documents_missing(&self) -> usize {
        let clause = !self.item.control;
        let missing = self.items.iter().filter_map(|item| item.missing(self.item.conformity));
        missing.filter(|piece| clause && piece.is_document()).count()
    }
}

/// The assessment with an id, which has to be one of the standard's; without an id the one people work on.
pub(crate) fn chosen(tx: &ReadTx<'_>, id: Option<RecordId>) -> AppResult<Option<GapAssessment>> {
    let Some(id) = id else { return latest(tx) };
    let found = tx.gap_assessment().find(id)?.filter(|assessment| assessment.framework == ISO_42001);
    found.map(Some).ok_or_else(|| AppError::new(crate::error::Code::NotFound))
}

/// The pack by which an assessment is read: what is frozen by the demands that were in force when it was frozen, the rest
/// by those of today. A pack that is neither shipped nor kept in the workspace gives way to today's.
pub(crate) fn pack_of(
    tx: &ReadTx<'_>,
    assessment: Option<&GapAssessment>,
) -> AppResult<&'static ShippedFramework> {
    let today = library()?.framework(ISO_42001)?;
    match assessment.filter(|assessment| is_frozen(assessment) && assessment.pack_sha256 != today.sha256) {
        Some(frozen) => Ok(kept_framework(tx, &frozen.pack_sha256)?.unwrap_or(today)),
        None => Ok(today),
    }
}

fn is_frozen(assessment: &GapAssessment) -> bool {
    assessment.state == AssessmentState::Frozen
}

/// All lines of the standard with the state of the latest assessment.
pub(crate) fn lines(tx: &ReadTx<'_>) -> AppResult<Vec<LineState>> {
    lines_of(tx, latest(tx)?.as_ref())
}

/// All lines of the standard with their state in an assessment.
pub(crate) fn lines_of(tx: &ReadTx<'_>, assessment: Option<&GapAssessment>) -> AppResult<Vec<LineState>> {
    let iso = &pack_of(tx, assessment)?.framework;
    let mut stored = Stored::read(tx, assessment)?;
    iso.assessable().map(|requirement| stored.state(tx, iso, requirement)).collect()
}

/// All that is stored about the lines of one assessment, by requirement.
struct Stored {
    names: Names,
    lines: BTreeMap<String, GapLine>,
    answers: BTreeMap<RecordId, Vec<GapAnswer>>,
    around: Around,
    /// Whether nothing of it changes any more.
    frozen: bool,
}

impl Stored {
    fn read(tx: &ReadTx<'_>, assessment: Option<&GapAssessment>) -> AppResult<Self> {
        let mut lines = BTreeMap::new();
        let mut answers: BTreeMap<RecordId, Vec<GapAnswer>> = BTreeMap::new();
        if let Some(assessment) = assessment {
            for line in tx.gap_line().of(assessment.id)? {
                lines.insert(line.requirement.id.clone(), line);
            }
            for answer in tx.gap_answer().of_assessment(assessment.id)? {
                answers.entry(answer.line).or_default().push(answer);
            }
        }
        let (names, around) = (Names::read(tx)?, Around::read(tx, assessment)?);
        Ok(Self { names, lines, answers, around, frozen: assessment.is_some_and(is_frozen) })
    }

    fn state(&mut self, tx: &ReadTx<'_>, iso: &Framework, requirement: &Requirement) -> AppResult<LineState> {
        let line = self.lines.remove(&requirement.id);
        let answers = line.as_ref().and_then(|line| self.answers.remove(&line.id)).unwrap_or_default();
        let record = line.as_ref().map(|line| tx.record().get(line.id)).transpose()?;
        let decision = self.around.decisions.get(&requirement.id).copied();
        let due = self.around.dues.remove(&requirement.id);
        let (group, items) = (group_of(iso, requirement), item_states(requirement, &answers));
        let conformity = line.as_ref().and_then(|line| line.conformity);
        let given = line.as_ref().and_then(|line| line.grade);
        let standing = Standing {
            conformity,
            items: &items,
            blocks_if_missing: requirement.blocks_if_missing,
            control: group.control,
            included: decision == Some(Decision::Included),
            planned: due.is_some(),
        };
        let excluded = decision == Some(Decision::Excluded);
        let forecast = standing.forecast();
        let required = || items.iter().filter(|item| item.basis == Basis::Requirement);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let item = GapItem {
            requirement: requirement.id.clone(),
            title: requirement.title.clone(),
            group: group.id.clone(),
            control: group.control,
            excluded,
            included: standing.included,
            conformity,
            look_again: !self.frozen && !gap::still_holds(conformity, &items),
            maturity: line.as_ref().and_then(|line| line.maturity),
            // A grade given before stays stored, but only a gap has one.
            grade: forecast.map(|forecast| given.unwrap_or(forecast)),
            forecast: forecast.filter(|_| given.is_some_and(|given| given.is_milder_than(forecast))),
            stage_one: standing.stage_one(),
            stage_two: standing.stage_two(),
            met: count(required().filter(|item| item.answer == Some(gap::Answer::Yes)).count()),
            items: count(required().count()),
            answered: count(items.iter().filter(|item| item.answer.is_some()).count()),
            owner: record.as_ref().and_then(|record| record.owner).map(|id| self.names.member(id)),
            usual_owner: requirement.owner_role.as_deref().map(|key| iso.owner_role_label(key).to_owned()),
            pass: line.as_ref().and_then(|line| line.pass),
            code: record.and_then(|record| record.code),
            next_due: due.map(|day| day.to_string()),
            record: line.as_ref().map(|line| line.id),
        };
        Ok(LineState { item, group, line, answers, items, forecast })
    }
}

/// The top-level clause, or the area of a control.
fn group_of(iso: &Framework, requirement: &Requirement) -> GapGroup {
    let control = requirement.kind == RequirementKind::Control;
    let above = iso.ancestors(&requirement.id);
    let group = if control {
        above.iter().find(|above| above.kind == RequirementKind::Area).copied()
    } else {
        above.iter().find(|above| above.parent.is_none()).copied()
    };
    let group = group.unwrap_or(requirement);
    GapGroup { id: group.id.clone(), title: group.title.clone(), control }
}

/// The must-items of a line as answered.
pub(super) fn item_states(requirement: &Requirement, answers: &[GapAnswer]) -> Vec<ItemState> {
    let state = |item: &cairn_domain::framework::MustItem| {
        let answer = answers.iter().find(|answer| answer.item == item.key);
        ItemState {
            key: item.key.clone(),
            basis: item.basis,
            answer: answer.map(|answer| answer.answer),
            has_record: answer.is_some_and(|answer| answer.record_seen.is_some()),
            blocks: item.blocks,
        }
    };
    requirement.must.iter().map(state).collect()
}

/// A line of the standard by its own id.
///
/// # Errors
/// Refused when the standard has no such line.
pub(super) fn assessable<'a>(iso: &'a Framework, id: &str) -> AppResult<&'a Requirement> {
    let found = iso.get(id).filter(|requirement| requirement.assessable);
    found.ok_or_else(|| AppError::refused("error-unknown-line").with("id", id))
}
