//! Keeping track of one duty.

use cairn_domain::field::FieldError;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::state::ObligationStatus;
use cairn_domain::time::Date;
use cairn_store::table::obligation::{Obligation, obligation_id};
use serde::{Deserialize, Serialize};

use super::duty_of;
use crate::error::{AppError, AppResult};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Longest reason, in characters.
const LONGEST: usize = 4_000;

/// Says where a duty stands. The whole row is sent; what is unchanged is not recorded.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ObligationUpdateInput")]
pub struct Update {
    /// The system.
    pub system: RecordId,
    /// Id of the rule pack.
    pub pack: String,
    /// Id of the duty in the pack.
    pub obligation: String,
    /// Where it stands.
    pub status: ObligationStatus,
    /// Who answers for it.
    pub owner: Option<MemberId>,
    /// Until when it is to be met.
    pub due: Option<String>,
    /// Why it is not ours, or a remark.
    pub reason: String,
}

impl Mutation for Update {
    const NAME: &'static str = "obligation.update";
    const TAGS: &'static [Tag] = &[Tag::Classifications, Tag::Relations, Tag::Trail];
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let refuse = |field: &str, code| AppError::from(FieldError { field: field.to_owned(), code });
        let reason = self.reason.trim();
        if reason.chars().count() > LONGEST {
            return Err(refuse("reason", "too-long"));
        }
        if self.status == ObligationStatus::NotOurs && reason.is_empty() {
            return Err(refuse("reason", "required"));
        }
        let due = self.due.as_deref().map(str::trim).filter(|due| !due.is_empty());
        let due: Option<Date> = due.map(str::parse).transpose().map_err(|_| refuse("due", "not-a-date"))?;
        if due.as_ref().is_some_and(|due| !due.is_plausible()) {
            return Err(refuse("due", "implausible-date"));
        }
        let (id, label) = touch(cx, self.system, &self.pack, &self.obligation)?;
        if self.status == ObligationStatus::Met && cx.tx.evidence_use().of(id)?.is_empty() {
            return Err(AppError::refused("error-obligation-evidence"));
        }
        let row = cx.tx.obligation().get(id)?;
        let status = self.status;
        let changed = row.status != status;
        let reason = Some(reason).filter(|text| !text.is_empty()).map(str::to_owned);
        cx.tx.obligation().update(&Obligation { status, reason, ..row })?;
        cx.tx.record().set_owner(id, self.owner)?;
        cx.tx.record().set_due(id, due.as_ref())?;
        let name = cx.tx.record().get(self.system)?.title;
        let key = if changed { "history-obligation-status" } else { "history-obligation-update" };
        cx.tell(
            Some(id),
            key,
            &[("duty", label.into()), ("name", name.into()), ("status", status.as_str().into())],
        );
        Ok(id)
    }
}

/// The record of a duty, made if need be: evidence, comments and actions hang on it.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ObligationTouchInput")]
pub struct Touch {
    /// The system.
    pub system: RecordId,
    /// Id of the rule pack.
    pub pack: String,
    /// Id of the duty in the pack.
    pub obligation: String,
}

impl Mutation for Touch {
    const NAME: &'static str = "obligation.touch";
    const TAGS: &'static [Tag] = Update::TAGS;
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let (id, label) = touch(cx, self.system, &self.pack, &self.obligation)?;
        let name = cx.tx.record().get(self.system)?.title;
        cx.tell(Some(id), "history-obligation-touch", &[("duty", label.into()), ("name", name.into())]);
        Ok(id)
    }
}

/// The row and record of a duty, made on the first step; gives its id and article.
fn touch(
    cx: &mut Writing<'_, '_>,
    system: RecordId,
    pack: &str,
    obligation: &str,
) -> AppResult<(RecordId, String)> {
    let (duty, rules) = duty_of(cx.read(), system, pack, obligation)?;
    let label = rules.text.obligations.get(&duty.id).map_or(duty.id.as_str(), |words| &words.label);
    let title = format!("{} {label}", duty.reference);
    let id = obligation_id(cx.around.workspace, system, pack, obligation);
    if cx.tx.obligation().find(id)?.is_none() {
        let record = cx.tx.create_record_with_id(id, RecordKind::Obligation, &title, None, None)?;
        cx.tx.obligation().insert(&Obligation {
            id,
            rev: record.rev,
            system,
            pack: pack.to_owned(),
            obligation: obligation.to_owned(),
            status: ObligationStatus::Open,
            reason: None,
        })?;
    }
    Ok((id, title))
}
