//! What the gap workspace shows.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::framework::{Framework, Requirement, RequirementKind};
use cairn_domain::gap::{self, Confidence, Conformity, Figures, Grade, ItemState, Maturity, Refusal};
use cairn_domain::id::RecordId;
use cairn_domain::soa::Decision;
use cairn_domain::state::{AssessmentKind, AssessmentState, Pass};
use cairn_store::ReadTx;
use cairn_store::table::gap_answer::GapAnswer;
use cairn_store::table::gap_assessment::GapAssessment;
use cairn_store::table::gap_line::GapLine;
use serde::{Deserialize, Serialize};

use super::{assessable, latest};
use crate::error::{AppError, AppResult};
use crate::framework::{RequirementView, view};
use crate::names::Names;
use crate::pack::{ISO_42001, library};
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// The assessment at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentView {
    /// The record.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// Open or frozen.
    pub state: AssessmentState,
    /// What it is for.
    pub kind: AssessmentKind,
    /// When it was frozen.
    pub frozen_on: Option<String>,
}

/// A clause or an area of controls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GapGroup {
    /// Its own id, for example `6` or `A.6`.
    pub id: String,
    /// Official title.
    pub title: String,
    /// Whether it holds controls.
    pub control: bool,
}

/// A clause or an area of controls with its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GapGroupView {
    /// Its own id, for example `6` or `A.6`.
    pub id: String,
    /// Official title.
    pub title: String,
    /// Whether it holds controls.
    pub control: bool,
    /// Figures of its lines.
    pub figures: FiguresView,
    /// Gaps per grade.
    pub grades: GradeCounts,
}

/// How many gaps there are of each grade.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GradeCounts {
    /// Forecast to block certification.
    pub blocks: u32,
    /// Weakening.
    pub weakens: u32,
    /// Met; could be better.
    pub polish: u32,
}

impl GradeCounts {
    fn of<'a>(states: impl Iterator<Item = &'a LineState>) -> Self {
        let mut counts = Self::default();
        for state in states.filter(|state| !state.item.excluded) {
            match state.item.grade {
                Some(Grade::Blocks) => counts.blocks += 1,
                Some(Grade::Weakens) => counts.weakens += 1,
                Some(Grade::Polish) => counts.polish += 1,
                None => {}
            }
        }
        counts
    }
}

/// One line in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct GapItem {
    /// The requirement's own id.
    pub requirement: String,
    /// Official title.
    pub title: String,
    /// Id of its group.
    pub group: String,
    /// Whether it is a control.
    pub control: bool,
    /// Whether the SoA excludes it; it then counts in no figure.
    pub excluded: bool,
    /// Conformity; none while not assessed.
    pub conformity: Option<Conformity>,
    /// Maturity.
    pub maturity: Option<Maturity>,
    /// Grade given, else forecast; none where it conforms or is not assessed.
    pub grade: Option<Grade>,
    /// Requirement items answered Yes.
    pub met: u32,
    /// Requirement items.
    pub items: u32,
    /// Items answered, of any basis.
    pub answered: u32,
    /// Who owns it.
    pub owner: Option<MemberRef>,
    /// Role that usually owns it, in words.
    pub usual_owner: Option<String>,
    /// On which way through the lines it was assessed.
    pub pass: Option<Pass>,
    /// The record, once somebody looked at the line.
    pub record: Option<RecordId>,
}

/// Figures of the clauses or the controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct FiguresView {
    /// Lines that apply.
    pub applicable: u32,
    /// Lines with a conformity.
    pub assessed: u32,
    /// Lines per score, 0 to 3.
    pub by_score: [u32; 4],
    /// Assessed lines below 3.
    pub not_conforming: u32,
    /// Conformity in per cent; none when nothing is assessed.
    pub percent: Option<u32>,
}

impl From<Figures> for FiguresView {
    fn from(figures: Figures) -> Self {
        Self {
            applicable: figures.applicable,
            assessed: figures.assessed,
            by_score: figures.by_score,
            not_conforming: figures.not_conforming(),
            percent: figures.percent(),
        }
    }
}

/// The whole assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GapView {
    /// The assessment; none before the first answer.
    pub assessment: Option<AssessmentView>,
    /// Clauses and areas in order.
    pub groups: Vec<GapGroupView>,
    /// Lines in order.
    pub items: Vec<GapItem>,
    /// Figures of the clauses.
    pub clauses: FiguresView,
    /// Figures of the controls.
    pub controls: FiguresView,
    /// Lines forecast to block certification.
    pub blocking: u32,
}

/// The whole assessment.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "GapListInput")]
pub struct List {
    /// Which assessment; the one people work on when left out.
    #[ts(optional)]
    pub assessment: Option<RecordId>,
}

impl Query for List {
    const NAME: &'static str = "gap.list";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Soa, Tag::Members];
    type Output = GapView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let iso = &library()?.framework(ISO_42001)?.framework;
        let chosen = chosen(cx.tx, self.assessment)?;
        let states = lines_of(cx.tx, iso, chosen.as_ref())?;
        let assessment = chosen.map(|assessment| AssessmentView {
            id: assessment.id,
            name: assessment.name,
            state: assessment.state,
            kind: assessment.kind,
            frozen_on: assessment.frozen_on.map(|day| day.to_string()),
        });
        let mut groups: Vec<GapGroupView> = Vec::new();
        for GapGroup { id, title, control } in states.iter().map(|state| &state.group) {
            if groups.last().is_none_or(|group| group.id != *id) {
                let of_group = || states.iter().filter(|state| state.group.id == *id);
                let counted = of_group().filter(|state| !state.item.excluded);
                groups.push(GapGroupView {
                    id: id.clone(),
                    title: title.clone(),
                    control: *control,
                    figures: Figures::of(counted.map(|state| state.item.conformity)).into(),
                    grades: GradeCounts::of(of_group()),
                });
            }
        }
        let blocking = states.iter().filter(|state| state.item.grade == Some(Grade::Blocks)).count();
        Ok(GapView {
            assessment,
            groups,
            clauses: figures(&states, false).into(),
            controls: figures(&states, true).into(),
            blocking: u32::try_from(blocking).unwrap_or(u32::MAX),
            items: states.into_iter().map(|state| state.item).collect(),
        })
    }
}

pub(crate) fn figures(states: &[LineState], control: bool) -> Figures {
    let counted = states.iter().filter(|state| state.item.control == control && !state.item.excluded);
    Figures::of(counted.map(|state| state.item.conformity))
}

/// One line with what is stored of it.
pub(crate) struct LineState {
    pub(crate) item: GapItem,
    pub(crate) group: GapGroup,
    pub(crate) line: Option<GapLine>,
    pub(crate) answers: Vec<GapAnswer>,
}

/// The assessment with an id, which has to be one of the standard's; without an id the one people work on.
pub(super) fn chosen(tx: &ReadTx<'_>, id: Option<RecordId>) -> AppResult<Option<GapAssessment>> {
    let Some(id) = id else { return latest(tx) };
    let found = tx.gap_assessment().find(id)?.filter(|assessment| assessment.framework == ISO_42001);
    found.map(Some).ok_or_else(|| AppError::new(crate::error::Code::NotFound))
}

/// All lines of the standard with the state of the latest assessment.
pub(crate) fn lines(tx: &ReadTx<'_>, iso: &Framework) -> AppResult<Vec<LineState>> {
    lines_of(tx, iso, latest(tx)?.as_ref())
}

/// All lines of the standard with their state in an assessment.
pub(crate) fn lines_of(
    tx: &ReadTx<'_>,
    iso: &Framework,
    assessment: Option<&GapAssessment>,
) -> AppResult<Vec<LineState>> {
    let names = Names::read(tx)?;
    let mut stored: BTreeMap<String, GapLine> = BTreeMap::new();
    let mut answers: BTreeMap<RecordId, Vec<GapAnswer>> = BTreeMap::new();
    if let Some(assessment) = assessment {
        for line in tx.gap_line().of(assessment.id)? {
            stored.insert(line.requirement.id.clone(), line);
        }
        for answer in tx.gap_answer().of_assessment(assessment.id)? {
            answers.entry(answer.line).or_default().push(answer);
        }
    }
    let excluded: BTreeSet<String> = tx
        .soa_row()
        .all()?
        .into_iter()
        .filter(|row| row.decision == Decision::Excluded)
        .map(|row| row.control.id)
        .collect();
    let mut states = Vec::new();
    for requirement in iso.assessable() {
        let line = stored.remove(&requirement.id);
        let answers = line.as_ref().and_then(|line| answers.remove(&line.id)).unwrap_or_default();
        let owner = match &line {
            Some(line) => tx.record().get(line.id)?.owner.map(|id| names.member(id)),
            None => None,
        };
        let group = group_of(iso, requirement);
        let items = item_states(requirement, &answers);
        let conformity = line.as_ref().and_then(|line| line.conformity);
        let given = line.as_ref().and_then(|line| line.grade);
        let required =
            || items.iter().filter(|item| item.basis == cairn_domain::requirement::Basis::Requirement);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let item = GapItem {
            requirement: requirement.id.clone(),
            title: requirement.title.clone(),
            group: group.id.clone(),
            control: group.control,
            excluded: excluded.contains(&requirement.id),
            conformity,
            maturity: line.as_ref().and_then(|line| line.maturity),
            // A grade given before stays stored, but only a gap has one.
            grade: gap::forecast(conformity, requirement.blocks_if_missing)
                .map(|forecast| given.unwrap_or(forecast)),
            met: count(required().filter(|item| item.answer == Some(gap::Answer::Yes)).count()),
            items: count(required().count()),
            answered: count(items.iter().filter(|item| item.answer.is_some()).count()),
            owner,
            usual_owner: requirement.owner_role.as_deref().map(|key| iso.owner_role_label(key).to_owned()),
            pass: line.as_ref().and_then(|line| line.pass),
            record: line.as_ref().map(|line| line.id),
        };
        states.push(LineState { item, group, line, answers });
    }
    Ok(states)
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

pub(super) fn item_states(requirement: &Requirement, answers: &[GapAnswer]) -> Vec<ItemState> {
    let state = |item: &cairn_domain::framework::MustItem| {
        let answer = answers.iter().find(|answer| answer.item == item.key);
        ItemState {
            key: item.key.clone(),
            basis: item.basis,
            answer: answer.map(|answer| answer.answer),
            has_record: answer.is_some_and(|answer| answer.record_seen.is_some()),
        }
    };
    requirement.must.iter().map(state).collect()
}

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
    let iso = &library()?.framework(ISO_42001)?.framework;
    let requirement = assessable(iso, id)?;
    let states = lines_of(cx.tx, iso, chosen.as_ref())?;
    let at = states.iter().position(|state| state.item.requirement == requirement.id).unwrap_or_default();
    let neighbour =
        |at: Option<usize>| at.and_then(|at| states.get(at)).map(|state| state.item.requirement.clone());
    let (previous, next) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)));
    let frozen = chosen.is_some_and(|assessment| assessment.state == AssessmentState::Frozen);
    let names = Names::read(cx.tx)?;
    let Some(state) = states.into_iter().nth(at) else {
        return Err(AppError::new(crate::error::Code::NotFound));
    };
    let items = item_states(requirement, &state.answers);
    let in_words = |refusal: Refusal| {
        let text =
            requirement.must.iter().find(|item| item.key == refusal.item).map(|item| item.text.clone());
        let key = format!("gap-refusal-{}", refusal.code);
        cx.around.words.say_with(&key, &[("item", text.unwrap_or_default().into())])
    };
    let choices = Conformity::ALL.iter().map(|conformity| ConformityChoice {
        conformity: *conformity,
        refused: gap::refusals(*conformity, &items).into_iter().map(in_words).collect(),
    });
    let code = match &state.line {
        Some(line) => cx.tx.record().get(line.id)?.code,
        None => None,
    };
    let line = state.line.as_ref();
    let text = |value: Option<&String>| value.cloned().unwrap_or_default();
    Ok(GapDetail {
        requirement: view(iso, requirement),
        choices: choices.collect(),
        proposal: gap::proposal(&items),
        statement: text(line.and_then(|line| line.statement.as_ref())),
        grade_given: line.and_then(|line| line.grade),
        forecast: gap::forecast(state.item.conformity, requirement.blocks_if_missing),
        confidence: line.and_then(|line| line.confidence),
        assessor: line.and_then(|line| line.assessor).map(|id| names.member(id)),
        assessed_on: line.and_then(|line| line.assessed_on.as_ref()).map(ToString::to_string),
        note: text(line.and_then(|line| line.note.as_ref())),
        not_needed_fact: text(line.and_then(|line| line.not_needed_fact.as_ref())),
        code,
        record: line.map(|line| line.id),
        frozen,
        previous,
        next,
        answers: state
            .answers
            .into_iter()
            .map(|answer| ItemAnswer {
                item: answer.item,
                answer: answer.answer,
                record_seen: answer.record_seen,
                seen_on: answer.seen_on.map(|day| day.to_string()),
                seen_owner: answer.seen_owner,
            })
            .collect(),
        group: state.group,
        item: state.item,
    })
}
