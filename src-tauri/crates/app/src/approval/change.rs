//! Decisions on requests.

use cairn_domain::document::Bar;
use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::role::Permission;
use cairn_domain::state::{ApprovalManner, ApprovalState, DocumentKind};
use cairn_domain::time::{Date, Timestamp};
use cairn_domain::words;
use cairn_ledger::Kind;
use cairn_store::table::approval::Approval;
use serde::{Deserialize, Serialize};

use super::{bar, words::check_keys};
use crate::document::{close_request, content, hash, open_request, stored, submit, title};
use crate::error::{AppError, AppResult};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Longest reason and longest name on a paper, in characters.
const LONGEST: usize = 2_000;
const LONGEST_NAME: usize = 200;

words! {
    /// An answer to a request.
    Verdict = "approval-verdict" {
        /// Approved.
        Approve = "approve",
        /// Sent back for changes.
        SendBack = "send-back",
        /// Rejected.
        Reject = "reject",
    }
}

/// Decides a request.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ApprovalDecideInput")]
pub struct Decide {
    /// The request.
    pub id: RecordId,
    /// The answer.
    pub verdict: Verdict,
    /// Why; needed for everything but a plain approval.
    pub reason: String,
    /// Keys of the checks the person ticked; an approval needs all of them.
    pub checked: Vec<String>,
    /// Whether to approve one's own request because nobody else may.
    #[serde(rename = "override")]
    #[ts(rename = "override")]
    pub alone: bool,
}

impl Mutation for Decide {
    const NAME: &'static str = "approval.decide";
    const TAGS: &'static [Tag] = &[Tag::Documents, Tag::Trail];
    const PERMISSION: Permission = Permission::Approve;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let request = waiting(cx, self.id)?;
        let document = cx.tx.document().get(request.subject_record)?;
        let reason = reason(&self.reason)?;
        let how = match self.verdict {
            Verdict::Approve => {
                let how = manner(cx, &request, self.alone)?;
                fresh(cx, document.kind, &request)?;
                let open = check_keys(document.kind).iter().any(|key| !self.checked.iter().any(|k| k == key));
                if open {
                    return Err(AppError::refused("error-approval-checks"));
                }
                Some(how)
            }
            Verdict::SendBack | Verdict::Reject if request.requested_by == Some(cx.around.me) => {
                return Err(AppError::refused("error-approval-own"));
            }
            Verdict::SendBack | Verdict::Reject => None,
        };
        if reason.is_none() && how != Some(ApprovalManner::InApp) {
            return Err(FieldError { field: "reason".to_owned(), code: "required" }.into());
        }
        let state = match self.verdict {
            Verdict::Approve => ApprovalState::Approved,
            Verdict::SendBack => ApprovalState::SentBack,
            Verdict::Reject => ApprovalState::Rejected,
        };
        let (me, at) = (cx.around.me, cx.tx.time().clone());
        let decided = Approval {
            state,
            how,
            decided_by: Some(me),
            decided_at: Some(at.clone()),
            reason: reason.clone(),
            ..request
        };
        let key = match (state, how) {
            (ApprovalState::Approved, Some(ApprovalManner::Override)) => "history-approval-override",
            (ApprovalState::Approved, _) => "history-approval-approve",
            (ApprovalState::SentBack, _) => "history-approval-send-back",
            _ => "history-approval-reject",
        };
        settle(cx, &decided, Some(at.date()), key, reason.as_deref().unwrap_or_default(), document.kind)
    }
}

/// Takes one's own request back.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ApprovalWithdrawInput")]
pub struct Withdraw {
    /// The request.
    pub id: RecordId,
}

impl Mutation for Withdraw {
    const NAME: &'static str = "approval.withdraw";
    const TAGS: &'static [Tag] = Decide::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let request = waiting(cx, self.id)?;
        if request.requested_by != Some(cx.around.me) && !cx.around.standing.may(Permission::Administer) {
            return Err(AppError::refused("error-approval-not-yours"));
        }
        let document = cx.tx.document().get(request.subject_record)?;
        let decided_at = Some(cx.tx.time().clone());
        let decided = Approval { state: ApprovalState::Withdrawn, decided_at, ..request };
        settle(cx, &decided, None, "history-approval-withdraw", "", document.kind)
    }
}

/// Records an approval that was given outside the program: on a signed page, in minutes or by e-mail. Without a waiting
/// request the present content is frozen first.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ApprovalRecordPaperInput")]
pub struct RecordPaper {
    /// Which document.
    pub kind: DocumentKind,
    /// Who signed.
    pub signatory: String,
    /// The day on the paper.
    pub signed_on: String,
    /// The page, minutes or e-mail, as evidence.
    pub evidence: RecordId,
    /// A remark.
    pub note: String,
}

impl Mutation for RecordPaper {
    const NAME: &'static str = "approval.record-paper";
    const TAGS: &'static [Tag] = Decide::TAGS;
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let refuse = |field: &str, code| AppError::from(FieldError { field: field.to_owned(), code });
        let signatory = self.signatory.split_whitespace().collect::<Vec<_>>().join(" ");
        match signatory.chars().count() {
            0 => return Err(refuse("signatory", "required")),
            length if length > LONGEST_NAME => return Err(refuse("signatory", "too-long")),
            _ => {}
        }
        let signed: Date = self.signed_on.trim().parse().map_err(|_| refuse("signedOn", "not-a-date"))?;
        if signed > cx.around.today() {
            return Err(refuse("signedOn", "in-the-future"));
        }
        if cx.tx.record().get(self.evidence)?.kind != RecordKind::Evidence {
            return Err(refuse("evidence", "not-in-list"));
        }
        let note = reason(&self.note)?;
        let document = stored(cx.read(), self.kind)?;
        let open = document.map(|document| open_request(cx.read(), document.id)).transpose()?.flatten();
        let request = match open {
            Some(request) => request,
            None => submit(cx, self.kind, None, "", None)?,
        };
        fresh(cx, self.kind, &request)?;
        let day: Timestamp =
            format!("{signed}T00:00:00.000Z").parse().map_err(|_| refuse("signedOn", "not-a-date"))?;
        let decided = Approval {
            state: ApprovalState::Approved,
            how: Some(ApprovalManner::Paper),
            decided_at: Some(day),
            signatory: Some(signatory),
            reason: note.clone(),
            evidence: Some(self.evidence),
            recorded_by: Some(cx.around.me),
            ..request
        };
        let id = decided.id;
        let note = note.unwrap_or_default();
        settle(cx, &decided, Some(signed), "history-approval-paper", &note, self.kind)?;
        Ok(id)
    }
}

/// A request that nobody has answered.
fn waiting(cx: &Writing<'_, '_>, id: RecordId) -> AppResult<Approval> {
    let request = cx.read().approval().get(id)?;
    match request.state {
        ApprovalState::Requested => Ok(request),
        _ => Err(AppError::refused("error-approval-decided")),
    }
}

/// How I would approve: plainly, or alone with an override.
fn manner(cx: &Writing<'_, '_>, request: &Approval, alone: bool) -> AppResult<ApprovalManner> {
    match bar(&cx.as_reading(), request)? {
        None => Ok(ApprovalManner::InApp),
        Some(Bar::OverrideNeeded) if alone => Ok(ApprovalManner::Override),
        Some(_) => Err(AppError::refused("error-approval-own")),
    }
}

/// Refuses when the content changed since the request was made.
fn fresh(cx: &Writing<'_, '_>, kind: DocumentKind, request: &Approval) -> AppResult<()> {
    let live = hash(kind, &content(&cx.as_reading(), kind)?).to_string();
    if live == request.content_hash { Ok(()) } else { Err(AppError::refused("error-approval-stale")) }
}

fn reason(text: &str) -> AppResult<Option<String>> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return Err(FieldError { field: "reason".to_owned(), code: "too-long" }.into());
    }
    Ok(Some(text).filter(|text| !text.is_empty()).map(str::to_owned))
}

/// Stores the answer, brings the document along and says so in the history.
fn settle(
    cx: &mut Writing<'_, '_>,
    decided: &Approval,
    effective_on: Option<Date>,
    key: &str,
    reason: &str,
    kind: DocumentKind,
) -> AppResult<()> {
    cx.tx.approval().update(decided)?;
    close_request(cx, decided, effective_on)?;
    cx.tx.as_kind(Kind::Approval);
    if decided.state == ApprovalState::Approved {
        // People rely on it outside the program from now on, so history must go on through this point.
        cx.tx.keep_checkpoint();
    }
    cx.because(reason);
    let name = title(&cx.as_reading(), kind);
    let signatory = decided.signatory.clone().unwrap_or_default();
    cx.tell(
        Some(decided.subject_record),
        key,
        &[("document", name.into()), ("version", decided.version.into()), ("signatory", signatory.into())],
    );
    Ok(())
}
