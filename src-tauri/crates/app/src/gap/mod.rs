//! Gap analysis: 70 lines of ISO/IEC 42001, each with its must-items, conformity, maturity and gap.

mod around;
mod assessment;
mod change;
mod detail;
mod item;
mod lines;
mod sheet;
mod sheet_action;
mod sheet_cell;
mod sheet_import;
mod sheet_read;
mod sheet_table;
#[cfg(test)]
mod tests;
mod view;

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::state::{ActionStatus, AssessmentKind, AssessmentState};
use cairn_domain::time::Date;
use cairn_store::table::gap_assessment::GapAssessment;
use cairn_store::{HistoryFilter, Page, ReadTx, RowChange};

use crate::error::AppResult;
use crate::names::Names;
use crate::pack::{ISO_42001, library};
use crate::reports::gap::Todo;
use crate::usecase::Writing;

pub use assessment::{Assessments, Compare, Freeze, GapChange, GapComparedLine, GapComparison, Start};
pub(crate) use assessment::{compare, earlier};
pub use change::{Answer, Assess, Assign};
pub use detail::Get;
pub(crate) use lines::{LineState, chosen, lines, lines_of, pack_of};
pub(crate) use sheet::{Interview, Item as InterviewItem, Line as InterviewLine, interview, workbook};
pub use sheet_import::{ImportInterview, InterviewChange, InterviewImport};
pub(crate) use view::figures;
pub use view::{FiguresView, List, Stages};

/// Longest text of a line, in characters.
const LONGEST: usize = 10_000;

/// The assessment people work on: the newest one that is open, else the newest one.
pub(crate) fn latest(tx: &ReadTx<'_>) -> AppResult<Option<GapAssessment>> {
    let mut all = tx.gap_assessment().all()?;
    // What exists under other frameworks is noted in assessments of its own; see `reuse`.
    all.retain(|assessment| assessment.framework == ISO_42001);
    let open = all.iter().rev().find(|assessment| assessment.state == AssessmentState::Open);
    Ok(open.or(all.last()).cloned())
}

/// The day from which a complete baseline is frozen: one in which every line that applies is assessed. A baseline that was
/// frozen before that is no base to plan on yet, so its stone stays in progress.
pub(crate) fn baseline_frozen(tx: &ReadTx<'_>) -> AppResult<Option<Date>> {
    let is_baseline = |assessment: &GapAssessment| {
        assessment.framework == ISO_42001
            && assessment.kind == AssessmentKind::Baseline
            && assessment.state == AssessmentState::Frozen
    };
    for assessment in tx.gap_assessment().all()?.into_iter().filter(is_baseline) {
        let lines = lines_of(tx, Some(&assessment))?;
        if lines.iter().all(|line| line.item.excluded || line.item.conformity.is_some()) {
            return Ok(assessment.frozen_on);
        }
    }
    Ok(None)
}

/// Whether any assessment against ISO/IEC 42001 is frozen, whole or not.
pub(crate) fn any_frozen(tx: &ReadTx<'_>) -> AppResult<bool> {
    let all = tx.gap_assessment().all()?;
    let frozen = |each: &GapAssessment| each.framework == ISO_42001 && each.state == AssessmentState::Frozen;
    Ok(all.iter().any(frozen))
}

/// A record, and when it is a line of an assessment the lines of earlier ones about the same requirement: actions made
/// there go on here.
pub(crate) fn same_line(tx: &ReadTx<'_>, record: RecordId) -> AppResult<Vec<RecordId>> {
    let Some(line) = tx.gap_line().find(record)? else { return Ok(vec![record]) };
    let about = tx.gap_line().about(&line.requirement)?;
    Ok(about.into_iter().filter(|other| other.assessment <= line.assessment).map(|other| other.id).collect())
}

/// Open actions on a line, or on the same line of an earlier assessment, the earliest due first.
pub(crate) fn open_actions(tx: &ReadTx<'_>, line: RecordId, names: &Names) -> AppResult<Vec<Todo>> {
    let mut found = Vec::new();
    for source in same_line(tx, line)? {
        for action in tx.action().of(source)? {
            let record = tx.record().get(action.id)?;
            let open = matches!(action.status, ActionStatus::Open | ActionStatus::InProgress);
            if open && record.deleted_at.is_none() {
                found.push(Todo {
                    code: record.code.unwrap_or_default(),
                    title: record.title,
                    owner: record.owner.map(|owner| names.member(owner).name),
                    due: record.due.map(|day| day.to_string()),
                });
            }
        }
    }
    found.sort_by_key(|action| (action.due.is_none(), action.due.clone(), action.code.clone()));
    Ok(found)
}

/// Who gave the grade that a line has: the person of the last entry that changed it.
pub(crate) fn graded_by(tx: &ReadTx<'_>, line: RecordId) -> AppResult<Option<MemberId>> {
    const ENTRIES: u32 = 500;
    let filter = HistoryFilter { subject: Some(line), ..HistoryFilter::default() };
    for entry in tx.history(&filter, Page::first(ENTRIES))?.rows {
        let changes = tx.changes(entry.n, Some(line), usize::MAX)?;
        let graded = |change: &RowChange| change.table == "gap_line" && change.column("grade").is_some();
        if changes.iter().any(graded) {
            return Ok(Some(entry.actor));
        }
    }
    Ok(None)
}

/// Whether a record is a frozen assessment or one of its lines. What was done to these is never taken back: freezing
/// is an act, and later assessments are compared with what was frozen.
pub(crate) fn frozen(tx: &ReadTx<'_>, record: RecordId) -> AppResult<bool> {
    let assessment = tx.gap_line().find(record)?.map_or(record, |line| line.assessment);
    let found = tx.gap_assessment().find(assessment)?;
    Ok(found.is_some_and(|assessment| assessment.state == AssessmentState::Frozen))
}

/// Whether a frozen assessment, a line of one or an answer on it is among what an entry changed. An entry about many
/// lines, such as the import of an interview sheet, is about none of them in particular.
pub(crate) fn changes_frozen(tx: &ReadTx<'_>, changes: &[RowChange]) -> AppResult<bool> {
    for change in changes {
        let id: Option<RecordId> = match change.table.as_str() {
            "gap_assessment" | "gap_line" => change.row.parse().ok(),
            "gap_answer" => {
                let answer =
                    change.row.parse().ok().map(|id| tx.gap_answer().find(id)).transpose()?.flatten();
                let gone = || change.column("line").and_then(|line| line.old.text()?.parse().ok());
                answer.map(|answer| answer.line).or_else(gone)
            }
            _ => None,
        };
        if let Some(id) = id
            && frozen(tx, id)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The record of a line in the open assessment, made when nobody has looked at the line yet.
///
/// # Errors
/// Refused when the latest assessment is frozen.
pub(crate) fn line_of(cx: &mut Writing<'_, '_>, id: &str) -> AppResult<RecordId> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let requirement = lines::assessable(iso, id)?;
    change::touch(cx, &requirement.id, &requirement.title)
}
