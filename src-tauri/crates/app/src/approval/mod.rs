//! Approvals: requests, the questions before a decision, the decision, and decisions given outside the program.

mod change;
mod words;

use cairn_domain::document::{Bar, Decided, Figures, may_approve};
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::role::Permission;
use cairn_domain::state::{ApprovalManner, ApprovalState, DocumentKind};
use cairn_domain::time::Timestamp;
use cairn_store::ReadTx;
use cairn_store::table::approval::Approval;
use serde::{Deserialize, Serialize};

use crate::document::{content, hash, in_force, kept};
use crate::error::AppResult;
use crate::names::Names;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

pub use change::{Decide, RecordPaper, Withdraw};

/// Most changes shown of one request.
const MOST_CHANGES: usize = 500;
/// Days the figures look back.
const FIGURE_DAYS: i64 = 30;
const DAY_MILLIS: i64 = 86_400_000;

/// A request in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ApprovalItem {
    /// The record.
    pub id: RecordId,
    /// Human code, for example `AP-001`.
    pub code: String,
    /// What is asked, in words.
    pub title: String,
    /// Which document.
    pub kind: DocumentKind,
    /// Its version.
    pub version: u32,
    /// Where it stands.
    pub state: ApprovalState,
    /// How it was decided.
    pub how: Option<ApprovalManner>,
    /// Who asked.
    pub requested_by: Option<MemberRef>,
    /// When.
    pub requested_at: Option<String>,
    /// Who is asked.
    pub asked: Option<MemberRef>,
    /// Who decided: a member, or the name on the paper.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<String>,
    /// Whether it waits for me: I may decide, and I am asked or nobody is.
    pub mine: bool,
}

/// All requests, newest first, with figures of the last 30 days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ApprovalList {
    /// The requests.
    pub items: Vec<ApprovalItem>,
    /// Figures of the last 30 days.
    pub figures: Figures,
    /// Requests that wait for me.
    pub waiting_for_me: u32,
    /// When the oldest of these was made.
    pub oldest: Option<String>,
}

/// All requests.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ApprovalListInput")]
pub struct List {}

impl Query for List {
    const NAME: &'static str = "approval.list";
    const TAGS: &'static [Tag] = &[Tag::Documents, Tag::Members];
    type Output = ApprovalList;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let names = Names::read(cx.tx)?;
        let all = cx.tx.approval().all()?;
        let since = Timestamp::from_millis(cx.around.now.millis() - FIGURE_DAYS * DAY_MILLIS)
            .unwrap_or_else(|_| cx.around.now.clone());
        let decided: Vec<Decided> = all.iter().filter_map(decided).collect();
        let mut items = Vec::new();
        for approval in all.into_iter().rev() {
            items.extend(item(cx, approval, &names)?);
        }
        let mine = || items.iter().filter(|item| item.mine);
        Ok(ApprovalList {
            figures: Figures::of(&decided, &since),
            waiting_for_me: u32::try_from(mine().count()).unwrap_or(u32::MAX),
            oldest: mine().filter_map(|item| item.requested_at.clone()).min(),
            items,
        })
    }
}

fn decided(approval: &Approval) -> Option<Decided> {
    Some(Decided {
        item: (approval.subject_record.to_string(), approval.version),
        state: approval.state,
        how: approval.how,
        requested_at: approval.requested_at.clone()?,
        decided_at: approval.decided_at.clone(),
    })
}

fn item(cx: &Reading<'_>, approval: Approval, names: &Names) -> AppResult<Option<ApprovalItem>> {
    let Some(document) = cx.tx.document().find(approval.subject_record)? else { return Ok(None) };
    let record = cx.tx.record().get(approval.id)?;
    let waiting = approval.state == ApprovalState::Requested;
    let asked_me = record.owner.is_none_or(|asked| asked == cx.around.me);
    let mine =
        waiting && asked_me && !matches!(bar(cx, &approval)?, Some(Bar::NoPermission | Bar::OwnRequest));
    Ok(Some(ApprovalItem {
        id: approval.id,
        code: record.code.unwrap_or_default(),
        title: record.title,
        kind: document.kind,
        version: u32::try_from(approval.version).unwrap_or_default(),
        state: approval.state,
        how: approval.how,
        requested_by: approval.requested_by.map(|by| names.member(by)),
        requested_at: approval.requested_at.map(|at| at.to_string()),
        asked: record.owner.map(|asked| names.member(asked)),
        decided_by: approval.signatory.or_else(|| names.of(approval.decided_by?)),
        decided_at: approval.decided_at.map(|at| at.to_string()),
        mine,
    }))
}

/// One request with all a person needs to decide it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ApprovalDetail {
    /// The request.
    pub item: ApprovalItem,
    /// What the requester wrote.
    pub note: Option<String>,
    /// Why it was decided so.
    pub reason: Option<String>,
    /// Evidence of an approval on paper.
    pub evidence: Option<String>,
    /// Who recorded an approval on paper.
    pub recorded_by: Option<MemberRef>,
    /// The version it is compared with; none for a first version.
    pub compared_with: Option<u32>,
    /// What differs, in words; at most 500.
    pub changes: Vec<ChangeView>,
    /// How much differs in all.
    pub changed: u32,
    /// First characters of the hash it is bound to.
    pub hash: String,
    /// Whether the content changed since; it can then not be approved.
    pub stale: bool,
    /// What to look at before approving.
    pub checks: Vec<CheckItem>,
    /// What stands in my way, in words; none when I may approve.
    pub bar: Option<String>,
    /// Whether I may approve with an override and a reason, because nobody else may.
    pub may_override: bool,
    /// Whether I may reject it or send it back.
    pub may_refuse: bool,
    /// Whether I may take it back.
    pub may_withdraw: bool,
    /// Whether I may record an approval given on paper.
    pub may_record: bool,
}

/// A difference in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ApprovalChangeView")]
pub struct ChangeView {
    /// What it is about and which field.
    pub label: String,
    /// Before, in words.
    pub before: Option<String>,
    /// After, in words.
    pub after: Option<String>,
}

/// Something to look at before approving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ApprovalCheckView")]
pub struct CheckItem {
    /// Its key; sent back with the decision.
    pub key: String,
    /// In words.
    pub label: String,
}

/// One request.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ApprovalGetInput")]
pub struct Get {
    /// The record.
    pub id: RecordId,
}

impl Query for Get {
    const NAME: &'static str = "approval.get";
    const TAGS: &'static [Tag] = crate::document::Get::TAGS;
    type Output = ApprovalDetail;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let approval = cx.tx.approval().get(self.id)?;
        let document = cx.tx.document().get(approval.subject_record)?;
        let names = Names::read(cx.tx)?;
        let waiting = approval.state == ApprovalState::Requested;
        let (compared_with, found) = compared(cx, &approval)?;
        let changed = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let changes =
            found.into_iter().take(MOST_CHANGES).map(|each| words::change(cx, document.kind, &each));
        let bar = bar(cx, &approval)?;
        let live = hash(document.kind, &content(cx, document.kind)?).to_string();
        let evidence = approval.evidence.map(|id| cx.tx.record().get(id)).transpose()?;
        let own = approval.requested_by == Some(cx.around.me);
        let detail = ApprovalDetail {
            note: asked_because(cx.tx, &approval)?,
            reason: approval.reason.clone(),
            evidence: evidence.map(|record| format!("{} {}", record.code.unwrap_or_default(), record.title)),
            recorded_by: approval.recorded_by.map(|by| names.member(by)),
            compared_with,
            changes: changes.collect(),
            changed,
            hash: approval.content_hash.chars().take(16).collect(),
            stale: waiting && live != approval.content_hash,
            checks: words::checks(cx.around.words, document.kind),
            bar: bar.map(|bar| cx.around.words.say(&format!("approval-bar-{}", bar.code()))),
            may_override: waiting && bar == Some(Bar::OverrideNeeded),
            may_refuse: waiting && cx.around.standing.may(Permission::Approve) && !own,
            may_withdraw: waiting && own,
            may_record: waiting && cx.around.standing.may(Permission::Write),
            item: match item(cx, approval, &names)? {
                Some(item) => item,
                None => return Err(crate::error::AppError::new(crate::error::Code::NotFound)),
            },
        };
        Ok(detail)
    }
}

/// What a request would change against the version in force (or, once decided, against the version before it).
fn compared(
    cx: &Reading<'_>,
    approval: &Approval,
) -> AppResult<(Option<u32>, Vec<cairn_domain::document::Change>)> {
    let document = cx.tx.document().get(approval.subject_record)?;
    let earlier = cx.tx.document_version().of(document.id)?;
    let blob_of = |version: i64| {
        let there = (document.version == version).then(|| document.blob.clone()).flatten();
        there.or_else(|| earlier.iter().find(|each| each.version == version).map(|each| each.blob.clone()))
    };
    let before = if approval.state == ApprovalState::Requested {
        in_force(cx.tx, &document)?.map(|current| (i64::from(current.version), current.blob))
    } else {
        earlier
            .iter()
            .find(|each| each.version < approval.version)
            .map(|each| (each.version, each.blob.clone()))
    };
    let Some(blob) = blob_of(approval.version) else { return Ok((None, Vec::new())) };
    let new = kept(cx.tx, &blob)?;
    let old = before.as_ref().map(|(_, blob)| kept(cx.tx, blob)).transpose()?.unwrap_or_default();
    let version = before.and_then(|(version, _)| u32::try_from(version).ok());
    Ok((version, new.changes_since(&old)))
}

/// What stands in the way of my approving a request.
pub(crate) fn bar(cx: &Reading<'_>, approval: &Approval) -> AppResult<Option<Bar>> {
    let own = approval.requested_by == Some(cx.around.me);
    let others = others_may_approve(cx.tx, cx.around.me)?;
    Ok(may_approve(&cx.around.standing, own, others).err())
}

/// Whether anybody but one member may approve.
fn others_may_approve(tx: &ReadTx<'_>, but: MemberId) -> AppResult<bool> {
    let members = tx.member().all()?;
    Ok(members.iter().any(|member| member.id != but.into() && member.standing().may(Permission::Approve)))
}

/// What the requester wrote: the reason of the entry that made the request.
fn asked_because(tx: &ReadTx<'_>, approval: &Approval) -> AppResult<Option<String>> {
    let filter = cairn_store::HistoryFilter { subject: Some(approval.id), ..Default::default() };
    let entries = tx.history(&filter, cairn_store::Page { offset: 0, limit: 100 })?.rows;
    let asked = entries.into_iter().rev().find(|entry| entry.action == "document.submit");
    Ok(asked.map(|entry| entry.reason).filter(|reason| !reason.is_empty()))
}
