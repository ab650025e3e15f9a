//! Judging what was handed in for a request, file by file.

use std::collections::BTreeSet;

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::request::file_ways;
use cairn_domain::state::{AssessmentState, FileState, RequestState};
use cairn_store::table::evidence_request::EvidenceRequest;
use cairn_store::table::evidence_use::EvidenceUse;
use cairn_store::table::gap_assessment::GapAssessment;
use serde::{Deserialize, Serialize};

use super::change::text;
use super::{RequestFile, files_of, settle};
use crate::error::{AppError, AppResult};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Accepts or refuses files handed in for a request. What is accepted is evidence of the request's gap line from then
/// on; what is refused stays with its reason, and the request asks again unless another file does.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestJudgeInput")]
pub struct Judge {
    /// The request.
    pub id: RecordId,
    /// The evidence judged, handed in for it; at least one.
    pub files: Vec<RecordId>,
    /// Accepted or refused.
    pub state: FileState,
    /// Why; needed when refused, left out otherwise.
    pub reason: Option<String>,
}

impl Mutation for Judge {
    const NAME: &'static str = "request.judge";
    const TAGS: &'static [Tag] = &[Tag::Requests, Tag::Gaps, Tag::Evidence, Tag::Relations, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let row = cx.tx.evidence_request().get(self.id)?;
        let refused = self.state == FileState::Refused;
        let reason = text(self.reason).filter(|_| refused);
        if refused && reason.is_none() {
            return Err(FieldError { field: "reason".to_owned(), code: "required" }.into());
        }
        let judged = chosen(cx, &row, &self.files, self.state)?;
        settle(cx, &row)?;
        for file in &judged {
            let used = cx.tx.evidence_use().get(file.id)?;
            cx.tx.evidence_use().update(&EvidenceUse {
                state: Some(self.state),
                state_on: Some(cx.around.today()),
                reason: reason.clone(),
                ..used
            })?;
        }
        // From here on the files alone say where the request stands.
        if row.state != RequestState::Requested {
            let now = cx.tx.evidence_request().get(self.id)?;
            cx.tx.evidence_request().update(&EvidenceRequest {
                state: RequestState::Requested,
                reason: None,
                decided_on: None,
                ..now
            })?;
        }
        if self.state == FileState::Accepted {
            count_for_line(cx, &row, &judged)?;
        }
        tell(cx, &row, &judged, self.state)?;
        cx.because(reason.as_deref().unwrap_or_default());
        Ok(())
    }
}

/// The files of a request that may be brought to a state.
fn chosen(
    cx: &Writing<'_, '_>,
    row: &EvidenceRequest,
    wanted: &[RecordId],
    to: FileState,
) -> AppResult<Vec<RequestFile>> {
    let wanted: BTreeSet<RecordId> = wanted.iter().copied().collect();
    let files: Vec<RequestFile> = files_of(&cx.as_reading(), row)?
        .into_iter()
        .filter(|file| wanted.contains(&file.evidence.id))
        .collect();
    let found: BTreeSet<RecordId> = files.iter().map(|file| file.evidence.id).collect();
    if found.is_empty() || found != wanted {
        return Err(AppError::refused("error-request-no-file"));
    }
    match files.iter().find(|file| !file_ways(row.state, file.state).contains(&to)) {
        Some(file) => {
            Err(AppError::refused("error-request-file-state").with("name", file.evidence.title.as_str()))
        }
        None => Ok(files),
    }
}

/// Makes accepted files evidence of the line, where they are not yet.
fn count_for_line(
    cx: &mut Writing<'_, '_>,
    row: &EvidenceRequest,
    accepted: &[RequestFile],
) -> AppResult<()> {
    let frozen = |each: GapAssessment| each.state == AssessmentState::Frozen;
    if crate::gap::latest(cx.read())?.is_some_and(frozen) {
        return Err(AppError::refused("error-request-frozen").with("line", row.requirement.id.as_str()));
    }
    let line = crate::gap::line_of(cx, &row.requirement.id)?;
    let there: BTreeSet<RecordId> =
        cx.tx.evidence_use().of(line)?.into_iter().map(|used| used.evidence).collect();
    for file in accepted.iter().filter(|file| !there.contains(&file.evidence.id)) {
        crate::relation::use_on(cx, file.evidence.id, line, None, None)?;
    }
    Ok(())
}

fn tell(
    cx: &mut Writing<'_, '_>,
    row: &EvidenceRequest,
    judged: &[RequestFile],
    state: FileState,
) -> AppResult<()> {
    let record = cx.tx.record().get(row.id)?;
    let name = |file: &RequestFile| {
        format!("{} {}", file.evidence.code.as_deref().unwrap_or_default(), file.evidence.title)
    };
    let files = judged.iter().map(name).collect::<Vec<_>>().join(", ");
    let words = [
        ("code", record.code.unwrap_or_default().into()),
        ("what", record.title.into()),
        ("count", judged.len().into()),
        ("files", files.into()),
    ];
    cx.tell(Some(row.id), &format!("history-request-file-{state}"), &words);
    Ok(())
}
