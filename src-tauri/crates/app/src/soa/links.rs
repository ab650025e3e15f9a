//! What the reasons for including a control rest on: an article, an obligation, a contract, a document.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::id::RecordId;
use cairn_domain::requirement::RequirementRef;
use cairn_domain::soa::Reason;
use cairn_store::ReadTx;
use cairn_store::table::soa_row::SoaRow;
use serde::{Deserialize, Serialize};

use super::{control, touch};
use crate::error::{AppError, AppResult, Code};
use crate::pack::{ISO_42001, library};
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

/// Most targets that are offered at once.
const MOST: usize = 30;

/// Targets by reason: ids of records, or requirements as `framework:id`.
pub(super) type Links = BTreeMap<Reason, BTreeSet<String>>;

/// What a reason rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReasonLink {
    /// The reason.
    pub reason: Reason,
    /// The id of a record, or a requirement as `framework:id`.
    pub target: String,
    /// In words.
    pub label: String,
}

/// The stored targets of a row.
pub(super) fn stored(row: &SoaRow) -> AppResult<Links> {
    let damaged = |error: serde_json::Error| {
        AppError::new(Code::Damaged).detail(format!("SoA row {}: {error}", row.id))
    };
    Ok(row.reason_links.clone().map(serde_json::from_value).transpose().map_err(damaged)?.unwrap_or_default())
}

/// The form a row keeps them in; none when there are none.
pub(super) fn to_store(links: &Links) -> AppResult<Option<serde_json::Value>> {
    let json = || serde_json::to_value(links).map_err(|error| AppError::internal(error.to_string()));
    if links.is_empty() { Ok(None) } else { json().map(Some) }
}

/// What the reasons of a row rest on, in words. What is gone from the register or the packs is left out.
pub(crate) fn of(tx: &ReadTx<'_>, row: &SoaRow) -> AppResult<Vec<ReasonLink>> {
    let mut found = Vec::new();
    for (reason, targets) in stored(row)? {
        for target in targets {
            if let Some(label) = label(tx, &target)? {
                found.push(ReasonLink { reason, target, label });
            }
        }
    }
    Ok(found)
}

/// What a target is called; none when it is gone from the register or the packs.
pub(crate) fn label(tx: &ReadTx<'_>, target: &str) -> AppResult<Option<String>> {
    if let Ok(id) = target.parse::<RecordId>() {
        let record = tx.record().find(id)?.filter(|record| record.deleted_at.is_none());
        return Ok(record.map(|record| named(record.code.as_deref(), &record.title)));
    }
    let Ok(reference) = target.parse::<RequirementRef>() else { return Ok(None) };
    let Ok(shipped) = library()?.framework(&reference.framework) else { return Ok(None) };
    let found = shipped.framework.get(&reference.id);
    Ok(found.map(|found| format!("{} {}, {}", found.id, found.title, shipped.framework.title)))
}

fn named(code: Option<&str>, title: &str) -> String {
    format!("{} {title}", code.unwrap_or_default()).trim().to_owned()
}

/// What a reason can rest on, found by words.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SoaReasonTargetsInput")]
pub struct Targets {
    /// The control's own id.
    pub control: String,
    /// The reason.
    pub reason: Reason,
    /// Words of code, id or title; without any, records are offered.
    pub text: String,
}

impl Query for Targets {
    const NAME: &'static str = "soa.reason_targets";
    const TAGS: &'static [Tag] =
        &[Tag::Soa, Tag::Evidence, Tag::Documents, Tag::Relations, Tag::Classifications, Tag::Packs];
    type Output = Vec<ReasonLink>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let reason = self.reason;
        let text = self.text.trim().to_lowercase();
        let offer = |target: String, label: String| ReasonLink { reason, target, label };
        let mut found = Vec::new();
        for kind in reason.records() {
            for record in cx.tx.record().of_kind(*kind, cairn_store::Page::ALL)? {
                let label = named(record.code.as_deref(), &record.title);
                if label.to_lowercase().contains(&text) {
                    found.push(offer(record.id.to_string(), label));
                }
            }
        }
        if reason.requirements() && !text.is_empty() {
            // The standard's own lines are what is decided here, not why.
            for shipped in library()?.frameworks().iter().filter(|shipped| shipped.framework.id != ISO_42001)
            {
                for each in shipped.framework.requirements() {
                    let label = format!("{} {}, {}", each.id, each.title, shipped.framework.title);
                    if label.to_lowercase().contains(&text) {
                        found.push(offer(format!("{}:{}", shipped.framework.id, each.id), label));
                    }
                }
            }
        }
        let row = cx.tx.soa_row().by_control(&RequirementRef::new(ISO_42001, &self.control))?;
        let known = row.as_ref().map(stored).transpose()?.unwrap_or_default();
        found.retain(|each| !known.get(&reason).is_some_and(|targets| targets.contains(&each.target)));
        found.truncate(MOST);
        Ok(found)
    }
}

/// Says what a reason rests on, or takes that back.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SoaLinkReasonInput")]
pub struct LinkReason {
    /// The control's own id.
    pub control: String,
    /// The reason, which the row has.
    pub reason: Reason,
    /// The id of a record, or a requirement as `framework:id`.
    pub target: String,
    /// Whether it is added or taken back.
    pub add: bool,
}

impl Mutation for LinkReason {
    const NAME: &'static str = "soa.link_reason";
    const TAGS: &'static [Tag] = &[Tag::Soa, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let iso = &library()?.framework(ISO_42001)?.framework;
        let requirement = control(iso, &self.control)?;
        let id = touch(cx, &RequirementRef::new(ISO_42001, &requirement.id), &requirement.title)?;
        let mut row = cx.tx.soa_row().get(id)?;
        let mut links = stored(&row)?;
        if self.add {
            if !row.reasons.contains(&self.reason) || !fits(cx.read(), self.reason, &self.target)? {
                return Err(AppError::refused("error-soa-reason-target"));
            }
            links.entry(self.reason).or_default().insert(self.target.clone());
        } else if let Some(targets) = links.get_mut(&self.reason) {
            targets.remove(&self.target);
        }
        links.retain(|_, targets| !targets.is_empty());
        row.reason_links = to_store(&links)?;
        cx.tx.soa_row().update(&row)?;
        let target = label(cx.read(), &self.target)?.unwrap_or(self.target);
        let reason = cx.around.words.say(&format!("inclusion-reason-{}", self.reason));
        cx.tell(
            Some(id),
            if self.add { "history-soa-link" } else { "history-soa-unlink" },
            &[
                ("control", requirement.id.as_str().into()),
                ("reason", reason.into()),
                ("target", target.into()),
            ],
        );
        Ok(())
    }
}

/// Whether a reason can rest on this, and it is there.
fn fits(tx: &ReadTx<'_>, reason: Reason, target: &str) -> AppResult<bool> {
    if label(tx, target)?.is_none() {
        return Ok(false);
    }
    match target.parse::<RecordId>() {
        Ok(id) => Ok(reason.records().contains(&tx.record().get(id)?.kind)),
        Err(_) => Ok(reason.requirements() && !target.starts_with(&format!("{ISO_42001}:"))),
    }
}
