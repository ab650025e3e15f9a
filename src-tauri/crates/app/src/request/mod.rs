//! Requests for evidence: what is needed from whom, for which line, until when, and what came of it.

mod change;
mod files;

use std::collections::BTreeMap;

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::state::RequestState;
use cairn_store::Page;
use cairn_store::table::evidence_request::EvidenceRequest;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::names::{Names, record_by_id};
use crate::pack::{ISO_42001, library};
use crate::relation::RecordRef;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading, Writing};

pub use change::{Create, Decide, Propose, Update};
pub use files::{FileMatch, Match, Proposed, ProposedBy, Receive, Received};

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
    /// Where it stands. Evidence that hangs on a request makes it received.
    pub state: RequestState,
    /// Why it was refused or withdrawn.
    pub reason: Option<String>,
    /// When it was asked for.
    pub requested_on: Option<String>,
    /// When something came.
    pub received_on: Option<String>,
    /// When it was accepted, refused or withdrawn.
    pub decided_on: Option<String>,
    /// What came.
    pub evidence: Vec<RecordRef>,
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
    let rows: BTreeMap<RecordId, EvidenceRequest> =
        cx.tx.evidence_request().all()?.into_iter().map(|row| (row.id, row)).collect();
    let mut found = Vec::new();
    for record in cx.tx.record().of_kind(RecordKind::EvidenceRequest, Page::ALL)? {
        let Some(row) = rows.get(&record.id) else { continue };
        if owner.is_some() && record.owner != owner {
            continue;
        }
        let mut evidence = Vec::new();
        for used in cx.tx.evidence_use().of(record.id)? {
            evidence.push(record_by_id(cx.tx, used.evidence)?);
        }
        let state = standing(row.state, !evidence.is_empty());
        let open = matches!(state, RequestState::Requested | RequestState::Refused);
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
            days_late: late.filter(|days| open && *days > 0),
            state,
            reason: row.reason.clone(),
            requested_on: row.requested_on.as_ref().map(ToString::to_string),
            received_on: row.received_on.as_ref().map(ToString::to_string),
            decided_on: row.decided_on.as_ref().map(ToString::to_string),
            evidence,
        });
    }
    Ok(found)
}

/// Where a request stands: what hangs on it has come, whoever attached it and wherever.
fn standing(stored: RequestState, has_evidence: bool) -> RequestState {
    match stored {
        RequestState::Requested if has_evidence => RequestState::Received,
        other => other,
    }
}

/// Lets go of what came before and did not do, so that it is never accepted with what comes now. The files stay in the
/// list of evidence.
fn let_go(cx: &mut Writing<'_, '_>, request: RecordId) -> AppResult<()> {
    for used in cx.tx.evidence_use().of(request)? {
        cx.tx.evidence_use().delete(used.id)?;
    }
    Ok(())
}
