//! Assessments: starting one, from nothing or from an earlier one, freezing it, and what changed between two.

use std::collections::BTreeMap;

use cairn_domain::gap::{Conformity, Grade, Maturity};
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::state::{AssessmentKind, AssessmentState};
use cairn_store::table::gap_answer::{GapAnswer, gap_answer_id};
use cairn_store::table::gap_assessment::GapAssessment;
use cairn_store::table::gap_line::{GapLine, gap_line_id};
use cairn_store::table::reuse::{Reuse, reuse_id};
use cairn_store::{Cell as _, Value};
use serde::{Deserialize, Serialize};

use super::around::Around;
use super::change::filled;
use super::latest;
use super::lines::{LineState, chosen, lines_of};
use super::view::{FiguresView, figures};
use crate::error::{AppError, AppResult, Code};
use crate::pack::{ISO_42001, library};
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

/// Makes an open assessment without lines.
pub(super) fn start(
    cx: &mut Writing<'_, '_>,
    name: &str,
    kind: AssessmentKind,
    based_on: Option<RecordId>,
) -> AppResult<RecordId> {
    let shipped = library()?.framework(ISO_42001)?;
    let record = cx.tx.create_record(RecordKind::GapAssessment, name, Some(cx.around.me), None)?;
    cx.tx.gap_assessment().insert(&GapAssessment {
        id: record.id,
        rev: record.rev,
        name: name.to_owned(),
        framework: shipped.framework.id.clone(),
        pack_version: shipped.framework.version.clone(),
        pack_sha256: shipped.sha256.clone(),
        state: AssessmentState::Open,
        kind,
        frozen_on: None,
        based_on,
        decisions: None,
    })?;
    Ok(record.id)
}

/// Starts another assessment, empty or with the lines of an earlier one.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "GapStartInput")]
pub struct Start {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: AssessmentKind,
    /// The assessment whose lines it begins with; none begins empty.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<RecordId>,
}

impl Mutation for Start {
    const NAME: &'static str = "gap.start";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Evidence, Tag::Trail];
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let name = filled(Some(&self.name), "name")?
            .ok_or(cairn_domain::field::FieldError { field: "name".to_owned(), code: "required" })?;
        if latest(cx.read())?.is_some_and(|assessment| assessment.state == AssessmentState::Open) {
            return Err(AppError::refused("error-assessment-open"));
        }
        // Two of one name could not be told apart where assessments are compared.
        let mut all = cx.tx.gap_assessment().all()?.into_iter().filter(|one| one.framework == ISO_42001);
        if all.any(|one| one.name.to_lowercase() == name.to_lowercase()) {
            return Err(
                cairn_domain::field::FieldError { field: "name".to_owned(), code: "name-taken" }.into()
            );
        }
        if self.from.is_some() {
            chosen(cx.read(), self.from)?;
        }
        keep_pack_of_frozen(cx)?;
        let id = start(cx, &name, self.kind, self.from)?;
        if let Some(from) = self.from {
            copy_lines(cx, from, id)?;
        }
        cx.tell(Some(id), "history-gap-start", &[("name", name.into())]);
        Ok(id)
    }
}

/// Keeps the pack of today for assessments that an older program froze under it without keeping it; a later program may
/// ship another one.
fn keep_pack_of_frozen(cx: &mut Writing<'_, '_>) -> AppResult<()> {
    let today = library()?.framework(ISO_42001)?;
    let rests = |one: &GapAssessment| one.state == AssessmentState::Frozen && one.pack_sha256 == today.sha256;
    if cx.tx.gap_assessment().all()?.iter().any(rests) {
        crate::adopted::adopt_framework(cx, today)?;
    }
    Ok(())
}

/// Copies lines with their answers, owners and evidence, and what was accepted of other frameworks. Who assessed a line and when stays as it was, so that one sees
/// what nobody has looked at again.
fn copy_lines(cx: &mut Writing<'_, '_>, from: RecordId, to: RecordId) -> AppResult<()> {
    let workspace = cx.around.workspace;
    for line in cx.tx.gap_line().of(from)? {
        let old = cx.tx.record().get(line.id)?;
        let id = gap_line_id(workspace, to, &line.requirement);
        let record = cx.tx.create_record_with_id(id, RecordKind::GapLine, &old.title, old.owner, None)?;
        let answers = cx.tx.gap_answer().of(line.id)?;
        let evidence = cx.tx.evidence_use().of(line.id)?;
        cx.tx.gap_line().insert(&GapLine { id, rev: record.rev, assessment: to, ..line })?;
        for answer in answers {
            let answer_id = gap_answer_id(workspace, id, &answer.item);
            cx.tx.gap_answer().insert(&GapAnswer { id: answer_id, rev: record.rev, line: id, ..answer })?;
        }
        for used in evidence {
            crate::relation::use_on(cx, used.evidence, id, used.note, used.point)?;
        }
    }
    for row in cx.tx.reuse().of(from)? {
        let id = reuse_id(workspace, to, &row.requirement, &row.source);
        let rev = cx.tx.stamp();
        cx.tx.reuse().insert(&Reuse { id, rev, assessment: to, ..row })?;
    }
    Ok(())
}

/// Freezes the open assessment: its lines stay as they are, and so do the demands they were held against, what the
/// Statement of Applicability leaves out of its figures, and what was planned.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "GapFreezeInput")]
pub struct Freeze {}

impl Mutation for Freeze {
    const NAME: &'static str = "gap.freeze";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Trail];
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let assessment = latest(cx.read())?
            .filter(|assessment| assessment.state == AssessmentState::Open)
            .ok_or_else(|| AppError::refused("error-no-open-assessment"))?;
        let lines = lines_of(cx.read(), Some(&assessment))?;
        if !lines.iter().any(|line| line.item.conformity.is_some()) {
            let applies = lines.iter().filter(|line| !line.item.excluded).count();
            return Err(AppError::refused("error-nothing-assessed").with("count", applies));
        }
        // What is read by the demands of today stays with them, whatever later versions ask.
        let shipped = library()?.framework(ISO_42001)?;
        crate::adopted::adopt_framework(cx, shipped)?;
        let around = Around::read(cx.read(), Some(&assessment))?.to_keep();
        let columns = [
            ("state", Value::from(AssessmentState::Frozen.as_str())),
            ("frozen_on", Value::from(cx.around.today().as_str())),
            ("decisions", around.to_value()),
            ("pack_version", Value::from(shipped.framework.version.as_str())),
            ("pack_sha256", Value::from(shipped.sha256.as_str())),
        ];
        cx.tx.gap_assessment().set(assessment.id, &columns)?;
        cx.tell(Some(assessment.id), "history-gap-freeze", &[("name", assessment.name.into())]);
        Ok(assessment.id)
    }
}

/// An assessment in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentItem {
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
    /// The assessment whose lines it began with.
    pub based_on: Option<RecordId>,
    /// Figures of the clauses.
    pub clauses: FiguresView,
    /// Figures of the controls.
    pub controls: FiguresView,
}

/// Every assessment of the standard, the newest first.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "GapAssessmentsInput")]
pub struct Assessments {}

impl Query for Assessments {
    const NAME: &'static str = "gap.assessments";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Soa];
    type Output = Vec<AssessmentItem>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let mut all = cx.tx.gap_assessment().all()?;
        all.retain(|assessment| assessment.framework == ISO_42001);
        all.into_iter().rev().map(|assessment| Ok(side(cx, assessment)?.0)).collect()
    }
}

fn side(cx: &Reading<'_>, assessment: GapAssessment) -> AppResult<(AssessmentItem, Vec<LineState>)> {
    let states = lines_of(cx.tx, Some(&assessment))?;
    let counted = |control: bool| -> FiguresView { figures(&states, control).into() };
    let item = AssessmentItem {
        id: assessment.id,
        name: assessment.name,
        state: assessment.state,
        kind: assessment.kind,
        frozen_on: assessment.frozen_on.map(|day| day.to_string()),
        based_on: assessment.based_on,
        clauses: counted(false),
        controls: counted(true),
    };
    Ok((item, states))
}

cairn_domain::words! {
    /// How a line stands against an earlier assessment.
    GapChange = "gap-change" {
        /// Conforms more.
        Better = "better",
        /// Conforms less.
        Worse = "worse",
        /// Was not assessed before.
        Assessed = "assessed",
        /// Is no longer assessed.
        Open = "open",
        /// Conformity as before, something else differs.
        Other = "other",
        /// Nothing differs.
        Same = "same",
    }
}

/// A line at one time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GapThen {
    /// Conformity; none while not assessed.
    pub conformity: Option<Conformity>,
    /// Maturity.
    pub maturity: Option<Maturity>,
    /// Grade.
    pub grade: Option<Grade>,
    /// Requirement items answered Yes.
    pub met: u32,
    /// Requirement items, by the version of the standard's pack that the assessment is held against.
    pub items: u32,
}

impl GapThen {
    fn of(state: &LineState) -> Self {
        let item = &state.item;
        Self {
            conformity: item.conformity,
            maturity: item.maturity,
            grade: item.grade,
            met: item.met,
            items: item.items,
        }
    }

    fn change(&self, after: &Self) -> GapChange {
        match (self.conformity, after.conformity) {
            (None, Some(_)) => GapChange::Assessed,
            (Some(_), None) => GapChange::Open,
            (Some(before), Some(now)) if now > before => GapChange::Better,
            (Some(before), Some(now)) if now < before => GapChange::Worse,
            _ if self == after => GapChange::Same,
            _ => GapChange::Other,
        }
    }
}

/// A line in two assessments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GapComparedLine {
    /// The requirement's own id.
    pub requirement: String,
    /// Official title.
    pub title: String,
    /// Whether it is a control.
    pub control: bool,
    /// How it stands now against before.
    pub change: GapChange,
    /// As it was.
    pub before: GapThen,
    /// As it is.
    pub after: GapThen,
}

/// Two assessments side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GapComparison {
    /// The earlier one.
    pub before: AssessmentItem,
    /// The later one.
    pub after: AssessmentItem,
    /// Lines that conform more.
    pub better: u32,
    /// Lines that conform less.
    pub worse: u32,
    /// Lines assessed for the first time.
    pub assessed: u32,
    /// Lines that are no longer assessed.
    pub open: u32,
    /// Lines whose conformity is as before while something else differs.
    pub other: u32,
    /// All lines that apply, in the standard's order.
    pub lines: Vec<GapComparedLine>,
}

/// What changed from one assessment to another. Lines that the SoA excludes are left out.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "GapCompareInput")]
pub struct Compare {
    /// The earlier one; the newest frozen one before the later when left out.
    #[ts(optional)]
    pub before: Option<RecordId>,
    /// The later one; the one people work on when left out.
    #[ts(optional)]
    pub after: Option<RecordId>,
}

impl Query for Compare {
    const NAME: &'static str = "gap.compare";
    const TAGS: &'static [Tag] = Assessments::TAGS;
    type Output = Option<GapComparison>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let Some(after) = chosen(cx.tx, self.after)? else { return Ok(None) };
        let before = match self.before {
            Some(id) => chosen(cx.tx, Some(id))?,
            None => earlier(cx, &after)?,
        };
        let Some(before) = before else { return Ok(None) };
        Ok(Some(compare(cx, before, after)?))
    }
}

/// The assessment another is compared with: the one it began from, else the newest frozen one before it.
pub(crate) fn earlier(cx: &Reading<'_>, after: &GapAssessment) -> AppResult<Option<GapAssessment>> {
    if let Some(id) = after.based_on {
        return Ok(Some(cx.tx.gap_assessment().get(id)?));
    }
    let mut all = cx.tx.gap_assessment().all()?;
    all.retain(|one| one.framework == ISO_42001 && one.state == AssessmentState::Frozen && one.id < after.id);
    Ok(all.pop())
}

/// Two assessments line by line.
///
/// # Errors
/// [`Code::NotFound`] when they are one and the same.
pub(crate) fn compare(
    cx: &Reading<'_>,
    before: GapAssessment,
    after: GapAssessment,
) -> AppResult<GapComparison> {
    if before.id == after.id {
        return Err(AppError::new(Code::NotFound));
    }
    let (before, then) = side(cx, before)?;
    let (after, now) = side(cx, after)?;
    // The two may be held against different versions of the standard's pack, so lines are found by their id.
    let mut then: BTreeMap<&str, GapThen> =
        then.iter().map(|state| (state.item.requirement.as_str(), GapThen::of(state))).collect();
    let lines: Vec<GapComparedLine> = now
        .iter()
        .filter(|now| !now.item.excluded)
        .map(|now| {
            let before = then.remove(now.item.requirement.as_str()).unwrap_or_default();
            let after = GapThen::of(now);
            GapComparedLine {
                requirement: now.item.requirement.clone(),
                title: now.item.title.clone(),
                control: now.item.control,
                change: before.change(&after),
                before,
                after,
            }
        })
        .collect();
    let count =
        |change| u32::try_from(lines.iter().filter(|line| line.change == change).count()).unwrap_or(u32::MAX);
    Ok(GapComparison {
        better: count(GapChange::Better),
        worse: count(GapChange::Worse),
        assessed: count(GapChange::Assessed),
        open: count(GapChange::Open),
        other: count(GapChange::Other),
        before,
        after,
        lines,
    })
}
