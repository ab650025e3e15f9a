//! What every record shares: links, comments, evidence, actions, its history.

mod action;
mod action_plan;
mod evidence;
mod evidence_file;
mod link;

use cairn_domain::id::RecordId;
use cairn_domain::record::{LinkRelation, RecordKind};
use cairn_domain::state::{ActionStatus, FileState};
use cairn_store::{HistoryFilter, Page, ReadTx};
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::names::{Names, record_by_id, record_ref};
use crate::system::{MemberRef, RelationCounts};
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

pub use action::{CreateAction, ListActions, UpdateAction};
pub(crate) use action::{TitleFault, action_title, add_action};
pub use action_plan::ActionPlan;
pub use evidence::{
    AttachEvidence, EvidenceAttached, EvidenceLibrary, ListEvidence, ReleaseEvidence, UpdateEvidence,
    UseEvidence,
};
pub(crate) use evidence::{attach, use_on};
pub(crate) use evidence_file::{Attachment, read_file};
pub use evidence_file::{OpenEvidence, SaveEvidence};
pub use link::{CreateComment, CreateLink, DeleteLink};

/// A record by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RecordRef {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: RecordKind,
    /// Human code.
    pub code: Option<String>,
    /// Title.
    pub title: String,
}

/// A link as seen from one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct LinkView {
    /// Id of the link.
    pub id: RecordId,
    /// The record at the other end.
    pub other: RecordRef,
    /// Stored word of the relation.
    pub relation: String,
    /// The relation as read from this record.
    pub label: String,
    /// Whether it leads from this record to the other.
    pub outgoing: bool,
    /// Remark.
    pub note: Option<String>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CommentView {
    /// Id of the comment.
    pub id: RecordId,
    /// Who wrote it.
    pub author: MemberRef,
    /// When.
    pub at: String,
    /// The words.
    pub body: String,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceView {
    /// The record.
    pub id: RecordId,
    /// Human code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Name of the file; none for a reference.
    pub file_name: Option<String>,
    /// Whether the system's program may show it; a file that could run something is only saved.
    pub openable: bool,
    /// Size in bytes.
    pub size: Option<u64>,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: Option<String>,
    /// Where it is, when it is no file here.
    pub reference: Option<String>,
    /// Date of what it shows.
    pub effective_on: Option<String>,
    /// When it was attached.
    pub uploaded_at: String,
    /// Until when it counts.
    pub valid_until: Option<String>,
    /// Whether that date has passed.
    pub expired: bool,
    /// Remark.
    pub note: Option<String>,
    /// Who owns it.
    pub owner: Option<MemberRef>,
    /// Records that use it.
    pub uses: Vec<EvidenceUse>,
}

/// One use of a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EvidenceUse {
    /// Id of the use.
    pub id: RecordId,
    /// The record it supports.
    pub record: RecordRef,
    /// What it shows there.
    pub note: Option<String>,
    /// What of the record it is about.
    pub point: Option<String>,
    /// Where it stands for a request for evidence that it was handed in for.
    pub state: Option<FileState>,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionView {
    /// The record.
    pub id: RecordId,
    /// Human code.
    pub code: String,
    /// What to do.
    pub title: String,
    /// Where it stands.
    pub status: ActionStatus,
    /// Who does it.
    pub owner: Option<MemberRef>,
    /// Until when.
    pub due: Option<String>,
    /// Whole days past the due date; none while in time, done or dropped.
    pub days_late: Option<i32>,
    /// What it came from.
    pub source: Option<RecordRef>,
    /// Why it was dropped.
    pub drop_reason: Option<String>,
    /// What the check of its effect found.
    pub effectiveness: Option<String>,
    /// When work on it is to begin.
    pub starts_on: Option<String>,
    /// Working days it is thought to take.
    pub effort_days: Option<u32>,
    /// Actions it waits for.
    pub after: Vec<RecordRef>,
}

/// Everything that hangs on a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Relations {
    /// The record itself.
    pub record: RecordRef,
    /// Links either way.
    pub links: Vec<LinkView>,
    /// Relations that the record may be linked by.
    pub offers: Vec<LinkRelation>,
    /// Comments, oldest first.
    pub comments: Vec<CommentView>,
    /// Evidence attached.
    pub evidence: Vec<EvidenceView>,
    /// Actions that came from it.
    pub actions: Vec<ActionView>,
}

/// Everything that hangs on a record.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RecordRelationsInput")]
pub struct GetRelations {
    /// The record.
    pub id: RecordId,
}

impl Query for GetRelations {
    const NAME: &'static str = "record.relations";
    const TAGS: &'static [Tag] = &[Tag::Relations, Tag::Evidence, Tag::Members];
    type Output = Relations;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let tx = cx.tx;
        let record = tx.record().get(self.id)?;
        let names = Names::read(tx)?;
        let mut links = Vec::new();
        for link in tx.link().of(self.id)? {
            let outgoing = link.from_record == self.id;
            let other = record_by_id(tx, if outgoing { link.to_record } else { link.from_record })?;
            let side = if outgoing { "out" } else { "in" };
            let label = cx.around.words.say(&format!("link-relation-{}-{side}", link.relation));
            links.push(LinkView {
                id: link.id,
                other,
                relation: link.relation,
                label,
                outgoing,
                note: link.note,
            });
        }
        let comments = tx.comment().of(self.id)?.into_iter().map(|comment| CommentView {
            id: comment.id,
            author: names.member(comment.author),
            at: comment.at.to_string(),
            body: comment.body,
        });
        let evidence = evidence::of_record(cx, self.id, &names)?;
        let mut actions = Vec::new();
        for source in crate::gap::same_line(tx, self.id)? {
            for action in tx.action().of(source)? {
                let anchor = tx.record().get(action.id)?;
                if anchor.deleted_at.is_none() {
                    actions.push(action::view(cx, action, &anchor, &names)?);
                }
            }
        }
        let offers = LinkRelation::of(record.kind);
        let (record, comments) = (record_ref(&record), comments.collect());
        Ok(Relations { record, links, offers, comments, evidence, actions })
    }
}

/// A record and what it is a part of, to find the screen it is opened on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RecordHome {
    /// The record.
    pub record: RecordRef,
    /// The record it is shown with: a decision or a duty with its system, a line with its assessment.
    pub parent: Option<RecordId>,
    /// What it is there: the rules of a decision, the kind of a document, the requirement of a line or row,
    /// the state of an assessment.
    pub part: Option<String>,
}

/// A record and what it is a part of.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RecordGetInput")]
pub struct GetRecord {
    /// The record.
    pub id: RecordId,
}

impl Query for GetRecord {
    const NAME: &'static str = "record.get";
    const TAGS: &'static [Tag] = Tag::ALL;
    type Output = RecordHome;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let tx = cx.tx;
        let record = record_by_id(tx, self.id)?;
        let (parent, part) = match record.kind {
            RecordKind::Decision => {
                let row = tx.classification().get(self.id)?;
                (Some(row.system), Some(row.pack))
            }
            RecordKind::Obligation => (Some(tx.obligation().get(self.id)?.system), None),
            RecordKind::Document => (None, Some(tx.document().get(self.id)?.kind.to_string())),
            RecordKind::GapLine => {
                let row = tx.gap_line().get(self.id)?;
                (Some(row.assessment), Some(row.requirement.id))
            }
            RecordKind::GapAssessment => (None, Some(tx.gap_assessment().get(self.id)?.state.to_string())),
            RecordKind::SoaRow => (None, Some(tx.soa_row().get(self.id)?.control.id)),
            RecordKind::Member
            | RecordKind::System
            | RecordKind::Evidence
            | RecordKind::Action
            | RecordKind::Approval
            | RecordKind::Sweep
            | RecordKind::Candidate
            | RecordKind::EvidenceRequest => (None, None),
        };
        Ok(RecordHome { record, parent, part })
    }
}

/// How much hangs on a record.
pub(crate) fn counts(tx: &ReadTx<'_>, id: RecordId) -> AppResult<RelationCounts> {
    let own = HistoryFilter { subject: Some(id), ..HistoryFilter::default() };
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    Ok(RelationCounts {
        links: count(tx.link().of(id)?.len()),
        evidence: count(tx.evidence().of(id)?.len()),
        comments: count(tx.comment().of(id)?.len()),
        actions: count(tx.action().of(id)?.len()),
        history: tx.history(&own, Page::first(0))?.total,
    })
}
