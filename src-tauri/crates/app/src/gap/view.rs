//! What the gap workspace shows.

use cairn_domain::gap::{Figures, Grade, StageOne};
use cairn_domain::id::RecordId;
use cairn_domain::state::{AssessmentKind, AssessmentState};
use serde::{Deserialize, Serialize};

use super::item::{GapGroup, GapItem};
use super::lines::{LineState, chosen, lines_of};
use crate::error::AppResult;
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

/// A clause or an area of controls with its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
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
    /// Earliest date of an open action on one of its lines.
    pub next_due: Option<String>,
}

/// How many gaps there are of each grade.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GradeCounts {
    /// Forecast to block certification, also where a person graded the gap milder.
    pub blocks: u32,
    /// Weakening.
    pub weakens: u32,
    /// Met; could be better.
    pub polish: u32,
}

impl GradeCounts {
    fn of<'a>(states: impl Iterator<Item = &'a LineState>) -> Self {
        let mut counts = Self::default();
        for state in states {
            match state.item.grade {
                _ if state.item.blocks() => counts.blocks += 1,
                Some(Grade::Blocks) => {}
                Some(Grade::Weakens) => counts.weakens += 1,
                Some(Grade::Polish) => counts.polish += 1,
                None => {}
            }
        }
        counts
    }
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

/// What the auditors of the two stages would stop at. A line that is not assessed counts in neither.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GapStages")]
pub struct Stages {
    /// Stage 1: clause lines with any of the following.
    pub one: u32,
    /// Clause lines below 2.
    pub below_paper: u32,
    /// Required documents that are missing.
    pub documents: u32,
    /// Lines of internal audit and management review that are not planned.
    pub not_planned: u32,
    /// Stage 2: clause lines and included controls below 3.
    pub two: u32,
    /// Clause lines among them.
    pub clauses: u32,
    /// Included controls among them.
    pub controls: u32,
    /// Included controls in all.
    pub included: u32,
    /// Included controls that are assessed.
    pub included_assessed: u32,
}

impl Stages {
    /// Counts lines.
    pub(crate) fn of(states: &[LineState]) -> Self {
        let count = |test: &dyn Fn(&LineState) -> bool| number(states.iter().filter(|one| test(one)).count());
        let why = |why: StageOne| count(&|one| one.item.stage_one.contains(&why));
        let included = |one: &LineState| one.item.control && one.item.included;
        Self {
            one: count(&|one| !one.item.stage_one.is_empty()),
            below_paper: why(StageOne::BelowPaper),
            documents: number(states.iter().map(LineState::documents_missing).sum()),
            not_planned: why(StageOne::NotPlanned),
            two: count(&|one| one.item.stage_two),
            clauses: count(&|one| one.item.stage_two && !one.item.control),
            controls: count(&|one| one.item.stage_two && one.item.control),
            included: count(&included),
            included_assessed: count(&|one| included(one) && one.item.conformity.is_some()),
        }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
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
    /// What the auditors of the two stages would stop at.
    pub stages: Stages,
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
        let chosen = chosen(cx.tx, self.assessment)?;
        let states = lines_of(cx.tx, chosen.as_ref())?;
        let assessment = chosen.map(|assessment| AssessmentView {
            id: assessment.id,
            name: assessment.name,
            state: assessment.state,
            kind: assessment.kind,
            frozen_on: assessment.frozen_on.map(|day| day.to_string()),
        });
        let counted = || states.iter().filter(|state| !state.item.excluded);
        let blocking = counted().filter(|state| state.item.blocks()).count();
        Ok(GapView {
            assessment,
            groups: groups(&states),
            clauses: figures(&states, false).into(),
            controls: figures(&states, true).into(),
            blocking: number(blocking),
            stages: Stages::of(&states),
            items: states.into_iter().map(|state| state.item).collect(),
        })
    }
}

/// Clauses and areas in order, with their figures.
fn groups(states: &[LineState]) -> Vec<GapGroupView> {
    let mut groups: Vec<GapGroupView> = Vec::new();
    for GapGroup { id, title, control } in states.iter().map(|state| &state.group) {
        if groups.last().is_none_or(|group| group.id != *id) {
            let of_group = || states.iter().filter(|state| state.group.id == *id && !state.item.excluded);
            groups.push(GapGroupView {
                id: id.clone(),
                title: title.clone(),
                control: *control,
                figures: Figures::of(of_group().map(|state| state.item.conformity)).into(),
                grades: GradeCounts::of(of_group()),
                next_due: of_group().filter_map(|state| state.item.next_due.clone()).min(),
            });
        }
    }
    groups
}

/// Figures of the clauses or of the controls.
pub(crate) fn figures(states: &[LineState], control: bool) -> Figures {
    let counted = states.iter().filter(|state| state.item.control == control && !state.item.excluded);
    Figures::of(counted.map(|state| state.item.conformity))
}
