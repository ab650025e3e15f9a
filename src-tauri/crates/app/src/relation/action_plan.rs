//! When work on an action begins, how long it takes, and what it waits for.

use std::collections::BTreeSet;

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::record::{LinkRelation, RecordKind};
use cairn_domain::time::Date;
use cairn_store::ReadTx;
use cairn_store::table::action::Action;
use cairn_store::table::link::Link;
use serde::{Deserialize, Serialize};

use super::RecordRef;
use crate::error::AppResult;
use crate::names::record_ref;
use crate::usecase::Writing;

/// Most working days one action takes.
const LONGEST_EFFORT: u32 = 999;

/// When and how long, and after what.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionPlan {
    /// When work on it is to begin.
    pub starts_on: Option<String>,
    /// Working days it is thought to take.
    pub effort_days: Option<u32>,
    /// Actions it waits for.
    pub after: Vec<RecordId>,
}

impl ActionPlan {
    /// Writes it to an action; what the action waits for is kept as links.
    pub(super) fn set(&self, cx: &mut Writing<'_, '_>, id: RecordId) -> AppResult<()> {
        let refuse = |field: &str, code| FieldError { field: field.to_owned(), code };
        let text = self.starts_on.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let starts_on: Option<Date> =
            text.map(|text| text.parse().map_err(|_| refuse("startsOn", "not-a-date"))).transpose()?;
        let due = cx.tx.record().get(id)?.due;
        if due.is_some() && due < starts_on {
            return Err(refuse("due", "before-its-beginning").into());
        }
        if self.effort_days.is_some_and(|days| days == 0 || days > LONGEST_EFFORT) {
            return Err(refuse("effortDays", "not-an-effort").into());
        }
        let effort_days = self.effort_days.map(i64::from);
        let stored = cx.tx.action().get(id)?;
        cx.tx.action().update(&Action { starts_on, effort_days, ..stored })?;
        let wanted: BTreeSet<RecordId> = self.after.iter().copied().collect();
        let mut there = BTreeSet::new();
        for link in links_from(cx.tx, id)? {
            if wanted.contains(&link.to_record) {
                there.insert(link.to_record);
            } else if cx.tx.record().get(link.to_record)?.kind == RecordKind::Action {
                cx.tx.link().delete(link.id)?;
            }
        }
        for other in wanted.difference(&there) {
            if cx.tx.record().get(*other)?.kind != RecordKind::Action || leads_to(cx.tx, *other, id)? {
                return Err(refuse("after", "waits-in-a-circle").into());
            }
            let (link, rev) = (RecordId(cx.tx.fresh_id()), cx.tx.stamp());
            cx.tx.link().insert(&Link {
                id: link,
                rev,
                from_record: id,
                to_record: *other,
                relation: LinkRelation::DependsOn.as_str().to_owned(),
                note: None,
            })?;
        }
        Ok(())
    }
}

/// The actions an action waits for, in the order of their codes.
pub(super) fn waits_for(tx: &ReadTx<'_>, id: RecordId) -> AppResult<Vec<RecordRef>> {
    let mut found = Vec::new();
    for link in links_from(tx, id)? {
        let other = tx.record().get(link.to_record)?;
        if other.kind == RecordKind::Action && other.deleted_at.is_none() {
            found.push(record_ref(&other));
        }
    }
    found.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(found)
}

fn links_from(tx: &ReadTx<'_>, id: RecordId) -> AppResult<Vec<Link>> {
    let mut links = tx.link().of(id)?;
    links.retain(|link| link.from_record == id && link.relation == LinkRelation::DependsOn.as_str());
    Ok(links)
}

/// Whether a record waits, over any number of others, for another one.
fn leads_to(tx: &ReadTx<'_>, from: RecordId, to: RecordId) -> AppResult<bool> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(at) = next.pop() {
        if at == to {
            return Ok(true);
        }
        if seen.insert(at) {
            next.extend(links_from(tx, at)?.into_iter().map(|link| link.to_record));
        }
    }
    Ok(false)
}
