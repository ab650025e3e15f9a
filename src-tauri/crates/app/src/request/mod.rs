//! Requests for evidence: what is needed from whom, for which line, until when, and what came of it.

mod change;
mod files;
mod judge;

use std::collections::BTreeMap;

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::request::{asks, file_state, file_ways, standing, ways, welcomes};
use cairn_domain::state::{FileState, RequestState};
use cairn_store::Page;
use cairn_store::table::evidence_request::EvidenceRequest;
use cairn_store::table::evidence_use::EvidenceUse;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::names::{Names, record_ref};
use crate::pack::{ISO_42001, library};
use crate::relation::RecordRef;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading, Writing};

pub use change::{Create, Decide, Outlook, Propose, Update};
pub use files::{CameAgain, FileMatch, Match, Proposed, ProposedBy, Receipt, Receive, Received};
pub use judge::Judge;

/// A file, or a reference, handed in for a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RequestFile {
    /// The use of the evidence on the request: what is judged.
    pub id: RecordId,
    /// The evidence.
    pub evidence: RecordRef,
    /// Where it stands for this request.
    pub state: FileState,
    /// Since when; none where the file came before files were judged one by one.
    pub since: Option<String>,
    /// Why it was refused.
    pub reason: Option<String>,
    /// What a person may say of it.
    pub ways: Vec<FileState>,
}

/// One request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestItem {
    /// The record.
    pub id: RecordId,
    /// Human code.
    pub code: String,
    /// The requirement's own id.
    pub requirement: String,
    /// Official title of the requirement.
    pub title: String,
    /// What is needed.
    pub what: String,
    /// Who is asked.
    pub owner: Option<MemberRef>,
    /// The department asked, where no person is.
    pub department: Option<String>,
    /// Until when.
    pub due: Option<String>,
    /// Whole days past that date; none while in time or settled.
    pub days_late: Option<i32>,
    /// Where it stands, which follows from its files unless it was withdrawn.
    pub state: RequestState,
    /// What a person may say of it as a whole.
    pub ways: Vec<RequestState>,
    /// Whether files are still welcome.
    pub open: bool,
    /// Whether something is still asked for: nothing came, or all that came was refused.
    pub asks: bool,
    /// Why it was withdrawn, or refused as a whole before files were judged one by one.
    pub reason: Option<String>,
    /// Why it asks again: the reasons for which what came was refused, each once; none unless it stands refused.
    pub again: Vec<String>,
    /// When it was asked for.
    pub requested_on: Option<String>,
    /// When something came last.
    pub received_on: Option<String>,
    /// When it was withdrawn, or decided as a whole.
    pub decided_on: Option<String>,
    /// What came, in the order it came.
    pub files: Vec<RequestFile>,
}

/// All requests.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestListInput")]
pub struct List {}

impl Query for List {
    const NAME: &'static str = "request.list";
    const TAGS: &'static [Tag] = &[Tag::Requests, Tag::Evidence, Tag::Members];
    type Output = Vec<RequestItem>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        items(cx, None)
    }
}

/// Requests that go to one person or one department, or all.
///
/// # Errors
/// Refused when nothing is asked of that department.
pub(crate) fn asked(
    cx: &Reading<'_>,
    owner: Option<MemberId>,
    department: Option<&str>,
) -> AppResult<Vec<RequestItem>> {
    let mut found = items(cx, owner)?;
    let Some(name) = department.map(str::trim).filter(|name| !name.is_empty()) else { return Ok(found) };
    let wanted = name.to_lowercase();
    found.retain(|item| item.department.as_deref().is_some_and(|name| name.to_lowercase() == wanted));
    if found.is_empty() {
        return Err(AppError::refused("error-request-no-department").with("name", name));
    }
    Ok(found)
}

/// Requests in the order of their codes; of one person, or all.
pub(crate) fn items(cx: &Reading<'_>, owner: Option<MemberId>) -> AppResult<Vec<RequestItem>> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let names = Names::read(cx.tx)?;
    let mut rows: BTreeMap<RecordId, EvidenceRequest> =
        cx.tx.evidence_request().all()?.into_iter().map(|row| (row.id, row)).collect();
    let mut found = Vec::new();
    for record in cx.tx.record().of_kind(RecordKind::EvidenceRequest, Page::ALL)? {
        let Some(row) = rows.remove(&record.id) else { continue };
        if owner.is_some() && record.owner != owner {
            continue;
        }
        let files = files_of(cx, &row)?;
        let states: Vec<FileState> = files.iter().map(|file| file.state).collect();
        let state = standing(row.state, &states);
        let late = record.due.as_ref().map(|due| cx.around.today().days_since(due));
        found.push(RequestItem {
            id: record.id,
            code: record.code.clone().unwrap_or_default(),
            requirement: row.requirement.id.clone(),
            title: iso.get(&row.requirement.id).map(|found| found.title.clone()).unwrap_or_default(),
            what: row.what.clone(),
            owner: record.owner.map(|owner| names.member(owner)),
            department: row.department.clone(),
            due: record.due.as_ref().map(ToString::to_string),
            days_late: late.filter(|days| asks(state) && *days > 0),
            state,
            ways: ways(state).to_vec(),
            open: welcomes(state),
            asks: asks(state),
            again: asks_again(state, &files, row.reason.as_deref()),
            reason: row.reason.clone(),
            requested_on: row.requested_on.as_ref().map(ToString::to_string),
            received_on: row.received_on.as_ref().map(ToString::to_string),
            decided_on: row.decided_on.as_ref().map(ToString::to_string),
            files,
        });
    }
    Ok(found)
}

/// The reasons for which everything that came was refused, each once; none unless the request stands refused.
fn asks_again(state: RequestState, files: &[RequestFile], whole: Option<&str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    if state == RequestState::Refused {
        for reason in files.iter().filter_map(|file| file.reason.as_deref()).chain(whole) {
            if found.iter().all(|known| known != reason) {
                found.push(reason.to_owned());
            }
        }
    }
    found
}

/// What was handed in for a request and not deleted.
fn files_of(cx: &Reading<'_>, row: &EvidenceRequest) -> AppResult<Vec<RequestFile>> {
    let mut files = Vec::new();
    for used in cx.tx.evidence_use().of(row.id)? {
        let evidence = cx.tx.record().get(used.evidence)?;
        if evidence.deleted_at.is_none() {
            let state = file_state(used.state, row.state);
            let shared =
                if used.state.is_none() && state == FileState::Refused { row.reason.clone() } else { None };
            files.push(RequestFile {
                id: used.id,
                evidence: record_ref(&evidence),
                state,
                since: used.state_on.as_ref().map(ToString::to_string),
                reason: used.reason.or(shared),
                ways: file_ways(row.state, state).to_vec(),
            });
        }
    }
    Ok(files)
}

/// Where a new file stands that is attached to a record: it waits to be judged when that is a request for evidence,
/// wherever it was attached; on any other record there is nothing to judge.
///
/// # Errors
/// Refused when the request was withdrawn.
pub(crate) fn comes_in(cx: &mut Writing<'_, '_>, record: RecordId) -> AppResult<Option<FileState>> {
    if cx.read().record().get(record)?.kind != RecordKind::EvidenceRequest {
        return Ok(None);
    }
    let row = cx.tx.evidence_request().get(record)?;
    if row.state == RequestState::Withdrawn {
        return Err(AppError::refused("error-request-withdrawn"));
    }
    let received_on = Some(cx.around.today());
    cx.tx.evidence_request().update(&EvidenceRequest { received_on, ..row })?;
    Ok(Some(FileState::Received))
}

/// Gives every file its own state that shares what was said of the whole until now, because that is about to change.
fn settle(cx: &mut Writing<'_, '_>, row: &EvidenceRequest) -> AppResult<()> {
    for used in cx.tx.evidence_use().of(row.id)? {
        if used.state.is_none() {
            let state = file_state(None, row.state);
            let (state_on, reason) = match state {
                FileState::Received => (row.received_on.clone(), None),
                FileState::Accepted => (row.decided_on.clone(), None),
                FileState::Refused => (row.decided_on.clone(), row.reason.clone()),
            };
            cx.tx.evidence_use().update(&EvidenceUse { state: Some(state), state_on, reason, ..used })?;
        }
    }
    Ok(())
}
