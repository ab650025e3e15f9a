//! Asking for evidence and judging what came.

use std::collections::BTreeSet;

use cairn_domain::field::FieldError;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::request::{standing, ways};
use cairn_domain::requirement::RequirementRef;
use cairn_domain::state::{FileState, RequestState};
use cairn_domain::time::Date;
use cairn_store::ReadTx;
use cairn_store::table::evidence_request::EvidenceRequest;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::pack::{ISO_42001, library};
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

/// Longest text, in characters.
const LONGEST: usize = 2_000;
/// Longest part of it that names the record.
const LONGEST_TITLE: usize = 200;

/// Asks for one piece of evidence.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestCreateInput")]
pub struct Create {
    /// The requirement's own id.
    pub requirement: String,
    /// What is needed.
    pub what: String,
    /// Who is asked.
    pub owner: Option<MemberId>,
    /// The department asked, where no person is.
    pub department: Option<String>,
    /// Until when.
    pub due: Option<String>,
}

impl Mutation for Create {
    const NAME: &'static str = "request.create";
    const TAGS: &'static [Tag] = &[Tag::Requests, Tag::Trail];
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        known(&self.requirement)?;
        let what = needed("what", &self.what)?;
        let asked = Asked { owner: self.owner, department: text(self.department), due: due(self.due)? };
        let (id, code) = ask(cx, &self.requirement, &what, &asked)?;
        cx.tell(Some(id), "history-request-create", &[("code", code.into()), ("what", title(&what).into())]);
        Ok(id)
    }
}

/// Who is asked, and until when.
struct Asked {
    owner: Option<MemberId>,
    department: Option<String>,
    due: Option<Date>,
}

fn ask(
    cx: &mut Writing<'_, '_>,
    requirement: &str,
    what: &str,
    asked: &Asked,
) -> AppResult<(RecordId, String)> {
    let record =
        cx.tx.create_record(RecordKind::EvidenceRequest, &title(what), asked.owner, asked.due.clone())?;
    cx.tx.evidence_request().insert(&EvidenceRequest {
        id: record.id,
        rev: record.rev,
        requirement: RequirementRef::new(ISO_42001, requirement),
        what: what.to_owned(),
        department: asked.department.clone(),
        state: RequestState::Requested,
        reason: None,
        requested_on: Some(cx.around.today()),
        received_on: None,
        decided_on: None,
    })?;
    Ok((record.id, record.code.unwrap_or_default()))
}

/// What convinces an auditor, for some lines, and was not asked for yet: the line's id and what is needed.
fn unasked(tx: &ReadTx<'_>, requirements: &[String]) -> AppResult<Vec<(String, String)>> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let rows = tx.evidence_request().all()?.into_iter();
    let there: BTreeSet<(String, String)> = rows
        .filter(|row| row.state != RequestState::Withdrawn)
        .map(|row| (row.requirement.id, row.what))
        .collect();
    let mut found = Vec::new();
    for id in requirements {
        known(id)?;
        let Some(requirement) = iso.get(id) else { continue };
        let wanted = requirement.evidence.iter().map(|what| (id.clone(), what.clone()));
        found.extend(wanted.filter(|one| !there.contains(one)));
    }
    Ok(found)
}

/// How many requests would be made for some lines.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestOutlookInput")]
pub struct Outlook {
    /// The requirements' own ids.
    pub requirements: Vec<String>,
}

impl Query for Outlook {
    const NAME: &'static str = "request.outlook";
    const TAGS: &'static [Tag] = &[Tag::Requests];
    type Output = u32;

    fn run(self, cx: &Reading<'_>) -> AppResult<u32> {
        Ok(u32::try_from(unasked(cx.tx, &self.requirements)?.len()).unwrap_or(u32::MAX))
    }
}

/// Asks for everything that convinces an auditor, for some lines; what was asked for before is not asked for again.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestProposeInput")]
pub struct Propose {
    /// The requirements' own ids; their owners are asked.
    pub requirements: Vec<String>,
    /// Until when.
    pub due: Option<String>,
}

impl Mutation for Propose {
    const NAME: &'static str = "request.propose";
    const TAGS: &'static [Tag] = Create::TAGS;
    type Output = u32;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<u32> {
        let due = due(self.due)?;
        let states = crate::gap::lines(cx.read())?;
        let mut made = 0u32;
        for (id, what) in unasked(cx.read(), &self.requirements)? {
            let owner = states.iter().find(|state| state.item.requirement == id);
            let owner = owner.and_then(|state| state.item.owner.as_ref()).map(|owner| owner.id);
            ask(cx, &id, &what, &Asked { owner, department: None, due: due.clone() })?;
            made += 1;
        }
        cx.tell(None, "history-request-propose", &[("count", made.into())]);
        Ok(made)
    }
}

/// Changes who is asked for what, until when.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestUpdateInput")]
pub struct Update {
    /// The record.
    pub id: RecordId,
    /// What is needed.
    pub what: String,
    /// Who is asked.
    pub owner: Option<MemberId>,
    /// The department asked, where no person is.
    pub department: Option<String>,
    /// Until when.
    pub due: Option<String>,
}

impl Mutation for Update {
    const NAME: &'static str = "request.update";
    const TAGS: &'static [Tag] = Create::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let (what, due) = (needed("what", &self.what)?, due(self.due)?);
        let row = cx.tx.evidence_request().get(self.id)?;
        let department = text(self.department);
        cx.tx.evidence_request().update(&EvidenceRequest { what: what.clone(), department, ..row })?;
        cx.tx.record().set_title(self.id, &title(&what))?;
        cx.tx.record().set_owner(self.id, self.owner)?;
        cx.tx.record().set_due(self.id, due.as_ref())?;
        tell(cx, self.id, "history-request-update")
    }
}

/// Withdraws a request, or asks again for what was withdrawn. Whether it is accepted or refused follows from its files
/// (see [`super::Judge`]).
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestDecideInput")]
pub struct Decide {
    /// The record.
    pub id: RecordId,
    /// Withdrawn, or requested again.
    pub state: RequestState,
    /// Why; needed when it is withdrawn.
    pub reason: Option<String>,
}

impl Mutation for Decide {
    const NAME: &'static str = "request.decide";
    const TAGS: &'static [Tag] = &[Tag::Requests, Tag::Evidence, Tag::Relations, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let row = cx.tx.evidence_request().get(self.id)?;
        let states: Vec<FileState> =
            super::files_of(&cx.as_reading(), &row)?.into_iter().map(|file| file.state).collect();
        if !ways(standing(row.state, &states)).contains(&self.state) {
            return Err(AppError::refused("error-request-state"));
        }
        let withdrawn = self.state == RequestState::Withdrawn;
        let reason = text(self.reason).filter(|_| withdrawn);
        if withdrawn && reason.is_none() {
            return Err(FieldError { field: "reason".to_owned(), code: "required" }.into());
        }
        super::settle(cx, &row)?;
        let decided_on = withdrawn.then(|| cx.around.today());
        cx.tx.evidence_request().update(&EvidenceRequest {
            state: self.state,
            reason: reason.clone(),
            decided_on,
            ..row
        })?;
        tell(cx, self.id, &format!("history-request-{}", self.state))?;
        cx.because(reason.as_deref().unwrap_or_default());
        Ok(())
    }
}

fn tell(cx: &mut Writing<'_, '_>, id: RecordId, key: &str) -> AppResult<()> {
    let record = cx.tx.record().get(id)?;
    let code = record.code.unwrap_or_default();
    cx.tell(Some(id), key, &[("code", code.into()), ("what", record.title.into())]);
    Ok(())
}

fn known(id: &str) -> AppResult<()> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let found = iso.get(id).is_some_and(|requirement| requirement.assessable);
    if found { Ok(()) } else { Err(AppError::refused("error-unknown-line").with("id", id)) }
}

pub(super) fn text(given: Option<String>) -> Option<String> {
    given.map(|text| text.trim().chars().take(LONGEST).collect::<String>()).filter(|text| !text.is_empty())
}

fn needed(field: &str, given: &str) -> Result<String, FieldError> {
    let given = given.trim();
    let refuse = |code| Err(FieldError { field: field.to_owned(), code });
    match given.chars().count() {
        0 => refuse("required"),
        length if length > LONGEST => refuse("too-long"),
        _ => Ok(given.to_owned()),
    }
}

fn due(given: Option<String>) -> Result<Option<Date>, FieldError> {
    let refuse = |_| FieldError { field: "due".to_owned(), code: "not-a-date" };
    text(given).map(|text| text.parse().map_err(refuse)).transpose()
}

/// The start of what is needed, on one line.
fn title(what: &str) -> String {
    let line = what.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
