//! Sending a version for approval, and what an answer does to the document.

use cairn_domain::field::FieldError;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::state::{ApprovalState, DocumentKind, DocumentState};
use cairn_domain::time::Date;
use cairn_ledger::Kind;
use cairn_store::ReadTx;
use cairn_store::table::approval::Approval;
use cairn_store::table::document::Document;
use cairn_store::table::document_version::DocumentVersion;
use serde::{Deserialize, Serialize};

use super::content::{blockers, freeze, hash};
use super::{in_force, stored, title};
use crate::error::{AppError, AppResult};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Sends the present content of a document for approval: a version is frozen and bound to the request.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DocumentSubmitInput")]
pub struct Submit {
    /// Which document.
    pub kind: DocumentKind,
    /// Who is asked; none leaves it to whoever may approve.
    pub approver: Option<MemberId>,
    /// What changed and why, for the approver.
    pub note: String,
    /// When the document is to be looked at again.
    pub next_review: Option<String>,
}

impl Mutation for Submit {
    const NAME: &'static str = "document.submit";
    const TAGS: &'static [Tag] = &[Tag::Documents, Tag::Trail];
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let review = self.next_review.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let review: Option<Date> = review
            .map(str::parse)
            .transpose()
            .map_err(|_| FieldError { field: "nextReview".to_owned(), code: "not-a-date" })?;
        if review.as_ref().is_some_and(|date| *date <= cx.around.today()) {
            return Err(FieldError { field: "nextReview".to_owned(), code: "in-the-past" }.into());
        }
        if let Some(approver) = self.approver {
            let member = cx.tx.member().get(approver.into())?;
            if !member.standing().may(cairn_domain::role::Permission::Approve) {
                return Err(FieldError { field: "approver".to_owned(), code: "not-in-list" }.into());
            }
        }
        let request = submit(cx, self.kind, self.approver, &self.note, review)?;
        Ok(request.id)
    }
}

/// Freezes a version and makes the request for it.
pub(crate) fn submit(
    cx: &mut Writing<'_, '_>,
    kind: DocumentKind,
    approver: Option<MemberId>,
    note: &str,
    review: Option<Date>,
) -> AppResult<Approval> {
    let open = blockers(&cx.as_reading(), kind)?;
    if !open.is_empty() {
        return Err(AppError::refused("error-document-blocked").with("blockers", open.join(" ")));
    }
    let day = cx.tx.time().date();
    let kept = freeze(&cx.as_reading(), kind, &day)?;
    let content_hash = hash(kind, &kept.content).to_string();
    let before = stored(cx.read(), kind)?;
    if let Some(document) = &before {
        if open_request(cx.read(), document.id)?.is_some() {
            return Err(AppError::refused("error-document-waiting"));
        }
        if in_force(cx.read(), document)?.is_some_and(|current| current.hash == content_hash) {
            return Err(AppError::refused("error-document-unchanged"));
        }
    }
    let blob = cx.tx.put_blob(&mut kept.to_bytes()?.as_slice())?.sha256;
    let document = next_version(cx, kind, before, &content_hash, &blob, review)?;
    let name = title(&cx.as_reading(), kind);
    let heading = cx.around.words.say_with(
        "approval-title",
        &[("document", name.clone().into()), ("version", document.version.into())],
    );
    let record = cx.tx.create_record(RecordKind::Approval, &heading, approver, None)?;
    let request = Approval {
        id: record.id,
        rev: record.rev,
        subject_record: document.id,
        version: document.version,
        content_hash,
        state: ApprovalState::Requested,
        how: None,
        requested_by: Some(cx.around.me),
        requested_at: Some(cx.tx.time().clone()),
        decided_by: None,
        decided_at: None,
        signatory: None,
        reason: None,
        evidence: None,
        recorded_by: None,
    };
    cx.tx.approval().insert(&request)?;
    cx.tx.as_kind(Kind::Approval);
    cx.because(note);
    cx.tell(
        Some(document.id),
        "history-document-submit",
        &[("document", name.into()), ("version", document.version.into())],
    );
    Ok(request)
}

/// Puts the next version on the document; the one in force moves to the earlier versions and stays in force until the
/// next is approved. A version that was sent back keeps its number.
fn next_version(
    cx: &mut Writing<'_, '_>,
    kind: DocumentKind,
    before: Option<Document>,
    content_hash: &str,
    blob: &str,
    next_review: Option<Date>,
) -> AppResult<Document> {
    let Some(document) = before else {
        let name = title(&cx.as_reading(), kind);
        let record = cx.tx.create_record(RecordKind::Document, &name, Some(cx.around.me), None)?;
        let document = Document {
            id: record.id,
            rev: record.rev,
            kind,
            version: 1,
            state: DocumentState::InReview,
            content_hash: Some(content_hash.to_owned()),
            prepared_by: Some(cx.around.me),
            reviewed_by: None,
            approved_by: None,
            effective_on: None,
            next_review,
            blob: Some(blob.to_owned()),
        };
        cx.tx.document().insert(&document)?;
        return Ok(document);
    };
    let mut version = document.version;
    if document.state == DocumentState::Approved {
        version += 1;
        archive(cx, &document)?;
    }
    let next = Document {
        version,
        state: DocumentState::InReview,
        content_hash: Some(content_hash.to_owned()),
        prepared_by: Some(cx.around.me),
        reviewed_by: None,
        approved_by: None,
        effective_on: None,
        next_review,
        blob: Some(blob.to_owned()),
        ..document
    };
    cx.tx.document().update(&next)?;
    Ok(next)
}

fn archive(cx: &mut Writing<'_, '_>, document: &Document) -> AppResult<()> {
    let approval = cx.tx.approval().of(document.id)?.into_iter();
    let approval = approval
        .filter(|each| each.version == document.version && each.state == ApprovalState::Approved)
        .map(|each| each.id)
        .next();
    let (id, rev) = (RecordId(cx.tx.fresh_id()), cx.tx.stamp());
    cx.tx.document_version().insert(&DocumentVersion {
        id,
        rev,
        document: document.id,
        version: document.version,
        state: document.state,
        content_hash: document.content_hash.clone().unwrap_or_default(),
        blob: document.blob.clone().unwrap_or_default(),
        prepared_by: document.prepared_by,
        approved_by: document.approved_by,
        approval,
        effective_on: document.effective_on.clone(),
        next_review: document.next_review.clone(),
    })?;
    Ok(())
}

/// The request of a document that nobody has answered.
pub(crate) fn open_request(tx: &ReadTx<'_>, document: RecordId) -> AppResult<Option<Approval>> {
    let mut all = tx.approval().of(document)?.into_iter();
    Ok(all.find(|approval| approval.state == ApprovalState::Requested))
}

/// What an answer does to the document: approved puts the version in force and ends the one before it, anything else
/// makes it a draft again.
pub(crate) fn close_request(
    cx: &mut Writing<'_, '_>,
    request: &Approval,
    effective_on: Option<Date>,
) -> AppResult<()> {
    let document = cx.tx.document().get(request.subject_record)?;
    let approved = request.state == ApprovalState::Approved;
    if approved {
        for earlier in cx.tx.document_version().of(document.id)? {
            if earlier.state == DocumentState::Approved {
                let state = DocumentState::Superseded;
                cx.tx.document_version().update(&DocumentVersion { state, ..earlier })?;
            }
        }
    }
    let (id, review) = (document.id, document.next_review.clone());
    cx.tx.document().update(&Document {
        state: if approved { DocumentState::Approved } else { DocumentState::Draft },
        approved_by: request.decided_by.filter(|_| approved),
        effective_on: effective_on.filter(|_| approved),
        ..document
    })?;
    if approved {
        cx.tx.record().set_due(id, review.as_ref())?;
    }
    Ok(())
}
