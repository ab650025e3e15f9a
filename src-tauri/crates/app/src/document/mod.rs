//! Controlled documents: scope, Statement of Applicability, gap analysis and register, with versions that are sent for
//! approval, bound to their content, and kept as they were (7.5.2, 7.5.3).

mod change;
mod content;
mod issue;

use cairn_domain::document::Content;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::role::Permission;
use cairn_domain::state::{ApprovalManner, ApprovalState, DocumentKind, DocumentState};
use cairn_domain::time::Date;
use cairn_store::ReadTx;
use cairn_store::table::approval::Approval;
use cairn_store::table::document::Document;
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::names::Names;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

pub use change::Submit;
pub(crate) use change::{close_request, open_request, submit};
pub(crate) use content::{Frozen, Printed, content, hash};
pub(crate) use issue::to_print;

/// A version of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DocumentVersionView")]
pub struct VersionView {
    /// Version, from 1.
    pub version: u32,
    /// Where it stands.
    pub state: DocumentState,
    /// The approval it rests on, or waits for.
    pub approval: Option<RecordId>,
    /// Who prepared it.
    pub prepared_by: Option<MemberRef>,
    /// Who approved it: a member, or the name on the paper.
    pub approved_by: Option<String>,
    /// How.
    pub how: Option<ApprovalManner>,
    /// From when it is in force.
    pub effective_on: Option<String>,
    /// When it is to be looked at again.
    pub next_review: Option<String>,
    /// First characters of the hash of its content.
    pub hash: String,
}

/// A controlled document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// What it is.
    pub kind: DocumentKind,
    /// Its record, once a version was sent for approval.
    pub id: Option<RecordId>,
    /// Its number, for example `DOC-001`.
    pub code: Option<String>,
    /// Its name.
    pub title: String,
    /// Where its present content stands.
    pub state: DocumentState,
    /// That, in a sentence.
    pub standing: String,
    /// The version in force.
    pub in_force: Option<u32>,
    /// Whether the present content differs from the version in force.
    pub changed: bool,
    /// The request that waits for an answer.
    pub waiting: Option<RecordId>,
    /// Whether the content changed since that request was made; it can then not be approved.
    pub stale: bool,
    /// What must be mended before it may be sent for approval, in words.
    pub blockers: Vec<String>,
    /// Who may approve it, apart from who asks.
    pub approvers: Vec<MemberRef>,
    /// All versions, newest first.
    pub versions: Vec<VersionView>,
}

/// All controlled documents.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "DocumentListInput")]
pub struct List {}

impl Query for List {
    const NAME: &'static str = "document.list";
    const TAGS: &'static [Tag] = Get::TAGS;
    type Output = Vec<DocumentView>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        DocumentKind::ALL.iter().map(|kind| view(cx, *kind)).collect()
    }
}

/// One controlled document.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "DocumentGetInput")]
pub struct Get {
    /// Which.
    pub kind: DocumentKind,
}

impl Query for Get {
    const NAME: &'static str = "document.get";
    const TAGS: &'static [Tag] = &[
        Tag::Documents,
        Tag::Organisation,
        Tag::Members,
        Tag::Systems,
        Tag::Classifications,
        Tag::Gaps,
        Tag::Soa,
    ];
    type Output = DocumentView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        view(cx, self.kind)
    }
}

/// The document of a kind, if a version was ever sent for approval.
pub(crate) fn stored(tx: &ReadTx<'_>, kind: DocumentKind) -> AppResult<Option<Document>> {
    Ok(tx.document().of_kind(kind)?.into_iter().next())
}

/// The version in force: its number, the hash of its content, the blob that keeps it and the approval behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InForce {
    pub version: u32,
    pub hash: String,
    pub blob: String,
    pub approval: Option<Approval>,
}

/// The version of a document that is in force, if one is.
pub(crate) fn in_force(tx: &ReadTx<'_>, document: &Document) -> AppResult<Option<InForce>> {
    let approvals = tx.approval().of(document.id)?;
    let approval = |version: i64| {
        let given =
            |approval: &&Approval| approval.version == version && approval.state == ApprovalState::Approved;
        approvals.iter().find(given).cloned()
    };
    let make = |version: i64, hash: &str, blob: &str| InForce {
        version: u32::try_from(version).unwrap_or_default(),
        hash: hash.to_owned(),
        blob: blob.to_owned(),
        approval: approval(version),
    };
    if document.state == DocumentState::Approved
        && let (Some(hash), Some(blob)) = (&document.content_hash, &document.blob)
    {
        return Ok(Some(make(document.version, hash, blob)));
    }
    let earlier = tx.document_version().of(document.id)?;
    let found = earlier.iter().find(|version| version.state == DocumentState::Approved);
    Ok(found.map(|version| make(version.version, &version.content_hash, &version.blob)))
}

/// Whether the present content of a document is approved.
pub(crate) fn approved(cx: &Reading<'_>, kind: DocumentKind) -> AppResult<bool> {
    let Some(document) = stored(cx.tx, kind)? else { return Ok(false) };
    let Some(current) = in_force(cx.tx, &document)? else { return Ok(false) };
    Ok(hash(kind, &content(cx, kind)?).to_string() == current.hash)
}

/// The day the present content of a document was approved; none while it is not.
pub(crate) fn approved_on(cx: &Reading<'_>, kind: DocumentKind) -> AppResult<Option<Date>> {
    let Some(document) = stored(cx.tx, kind)? else { return Ok(None) };
    if !approved(cx, kind)? {
        return Ok(None);
    }
    let approval = in_force(cx.tx, &document)?.and_then(|current| current.approval);
    Ok(approval.and_then(|approval| approval.decided_at).map(|at| at.date()))
}

/// The request for a document that waits for an answer.
pub(crate) fn waiting(tx: &ReadTx<'_>, kind: DocumentKind) -> AppResult<Option<RecordId>> {
    let Some(document) = stored(tx, kind)? else { return Ok(None) };
    Ok(open_request(tx, document.id)?.map(|request| request.id))
}

/// Name of a kind of document.
pub(crate) fn title(cx: &Reading<'_>, kind: DocumentKind) -> String {
    cx.around.words.say(&format!("document-kind-{kind}"))
}

/// The content a version keeps.
pub(crate) fn kept(tx: &ReadTx<'_>, blob: &str) -> AppResult<Content> {
    Ok(Frozen::from_bytes(&tx.blob_bytes(blob)?)?.content)
}

fn view(cx: &Reading<'_>, kind: DocumentKind) -> AppResult<DocumentView> {
    let live = hash(kind, &content(cx, kind)?).to_string();
    let stored = stored(cx.tx, kind)?;
    let blockers = content::blockers(cx, kind)?;
    let approvers = approvers(cx)?;
    let Some(document) = stored else {
        return Ok(DocumentView {
            kind,
            id: None,
            code: None,
            title: title(cx, kind),
            state: DocumentState::Draft,
            standing: cx.around.words.say("document-standing-never"),
            in_force: None,
            changed: true,
            waiting: None,
            stale: false,
            blockers,
            approvers,
            versions: Vec::new(),
        });
    };
    let record = cx.tx.record().get(document.id)?;
    let current = in_force(cx.tx, &document)?;
    let changed = current.as_ref().is_none_or(|current| current.hash != live);
    let waiting = open_request(cx.tx, document.id)?;
    let stale = waiting.as_ref().is_some_and(|request| request.content_hash != live);
    let versions = versions(cx, &document)?;
    let state = match (&waiting, changed) {
        (Some(_), _) => DocumentState::InReview,
        (None, false) => DocumentState::Approved,
        (None, true) => DocumentState::Draft,
    };
    Ok(DocumentView {
        kind,
        id: Some(document.id),
        code: record.code,
        title: title(cx, kind),
        state,
        standing: standing(cx, &document, current.as_ref(), changed, waiting.as_ref(), &versions)?,
        in_force: current.map(|current| current.version),
        changed,
        waiting: waiting.map(|request| request.id),
        stale,
        blockers,
        approvers,
        versions,
    })
}

/// Members who may approve what I ask for.
fn approvers(cx: &Reading<'_>) -> AppResult<Vec<MemberRef>> {
    let members = cx.tx.member().with_records()?.into_iter();
    let may = members.filter(|(record, member)| {
        MemberId::from(record.id) != cx.around.me && member.standing().may(Permission::Approve)
    });
    Ok(may.map(|(record, _)| MemberRef { id: record.id.into(), name: record.title }).collect())
}

/// Where a document stands, in a sentence.
fn standing(
    cx: &Reading<'_>,
    document: &Document,
    current: Option<&InForce>,
    changed: bool,
    waiting: Option<&Approval>,
    versions: &[VersionView],
) -> AppResult<String> {
    let words = cx.around.words;
    let version = |number: u32| ("version", number.into());
    if let Some(request) = waiting {
        let asked = cx.tx.record().get(request.id)?.owner;
        let who = asked.and_then(|who| Names::read(cx.tx).ok()?.of(who));
        let number = version(u32::try_from(request.version).unwrap_or_default());
        return Ok(match who {
            Some(who) => words.say_with("document-standing-waits-for", &[number, ("who", who.into())]),
            None => words.say_with("document-standing-waits", &[number]),
        });
    }
    let Some(current) = current else {
        let last = version(u32::try_from(document.version).unwrap_or_default());
        return Ok(words.say_with("document-standing-sent-back", &[last]));
    };
    let since = versions.iter().find(|view| view.version == current.version);
    let since = since.and_then(|view| view.effective_on.as_deref()).map(|date| words.date(date));
    let key = if changed { "document-standing-changed" } else { "document-standing-in-force" };
    Ok(words.say_with(key, &[version(current.version), ("date", since.unwrap_or_default().into())]))
}

fn versions(cx: &Reading<'_>, document: &Document) -> AppResult<Vec<VersionView>> {
    let names = Names::read(cx.tx)?;
    let approvals = cx.tx.approval().of(document.id)?;
    let number = |version: i64| u32::try_from(version).unwrap_or_default();
    let by = |version: i64| {
        let approval = approvals.iter().find(|approval| approval.version == version)?;
        let who = approval.signatory.clone().or_else(|| names.of(approval.decided_by?));
        Some((approval.id, who, approval.how))
    };
    let short = |hash: &str| hash.chars().take(16).collect::<String>();
    let view =
        |version: i64, state, prepared: Option<_>, effective: Option<&_>, review: Option<&_>, hash: &str| {
            let found = by(version);
            VersionView {
                version: number(version),
                state,
                approval: found.as_ref().map(|(id, _, _)| *id),
                prepared_by: prepared.map(|who| names.member(who)),
                approved_by: found.as_ref().and_then(|(_, who, _)| who.clone()),
                how: found.and_then(|(_, _, how)| how),
                effective_on: effective.map(cairn_domain::time::Date::to_string),
                next_review: review.map(cairn_domain::time::Date::to_string),
                hash: short(hash),
            }
        };
    let latest = view(
        document.version,
        document.state,
        document.prepared_by,
        document.effective_on.as_ref(),
        document.next_review.as_ref(),
        document.content_hash.as_deref().unwrap_or_default(),
    );
    let earlier = cx.tx.document_version().of(document.id)?.into_iter().map(|each| {
        view(
            each.version,
            each.state,
            each.prepared_by,
            each.effective_on.as_ref(),
            each.next_review.as_ref(),
            &each.content_hash,
        )
    });
    Ok(std::iter::once(latest).chain(earlier).collect())
}
