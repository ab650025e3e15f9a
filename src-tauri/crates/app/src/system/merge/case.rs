//! Decisions, duties, screening and control status of a system that turns out to be another one.

use std::collections::BTreeSet;

use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::state::{ClassificationState, ObligationStatus};
use cairn_store::Value;
use cairn_store::table::classification::Classification;
use cairn_store::table::control_status::{ControlStatus, control_status_id};
use cairn_store::table::obligation::{Obligation, obligation_id};
use cairn_store::table::screening::{Screening, screening_id};

use super::relations;
use crate::error::AppResult;
use crate::pack::library;
use crate::usecase::Writing;

/// Brings all of it along; gives the short names of the rules by which the two were decided differently.
pub(super) fn bring(cx: &mut Writing<'_, '_>, from: RecordId, into: RecordId) -> AppResult<Vec<String>> {
    let again = decisions(cx, from, into)?;
    duties(cx, from, into)?;
    screening(cx, from, into)?;
    statuses(cx, from, into)?;
    Ok(again)
}

/// Under each pack of rules one decision is in force: the one of the system that stays, else the other's. An earlier
/// decision comes along as an earlier one, a draft where nothing was begun for the system that stays.
fn decisions(cx: &mut Writing<'_, '_>, from: RecordId, into: RecordId) -> AppResult<Vec<String>> {
    let mut again = Vec::new();
    let mut both = Vec::new();
    for row in cx.tx.classification().of(from)? {
        let to = ("system", Value::from(into.to_string()));
        let earlier = ("state", Value::from(ClassificationState::Superseded.as_str()));
        let mut own = cx.tx.classification().of(into)?;
        own.retain(|own| own.pack == row.pack && own.state != ClassificationState::Superseded);
        let decided = own.iter().find(|own| own.state == ClassificationState::Decided).cloned();
        match (row.state, decided) {
            // Whatever was begun for the system that stays is not mixed with what was begun for the other.
            (ClassificationState::Draft, _) if !own.is_empty() => {}
            (ClassificationState::Decided, Some(own)) => {
                cx.tx.classification().set(row.id, &[to, earlier])?;
                cx.tx.record().set_due(row.id, None)?;
                both.push((own, row));
            }
            _ => {
                cx.tx.classification().set(row.id, &[to])?;
            }
        }
    }
    for (own, other) in both {
        if crate::classification::decide_again(cx, &own, &other)? {
            again.push(short(&other)?);
        }
    }
    Ok(again)
}

fn short(row: &Classification) -> AppResult<String> {
    Ok(library()?.rules(&row.pack)?.text.short.clone())
}

/// A duty that the system that stays has not been worked on takes over where the other stands; evidence, comments and
/// actions of both come together.
fn duties(cx: &mut Writing<'_, '_>, from: RecordId, into: RecordId) -> AppResult<()> {
    for row in cx.tx.obligation().of(from)? {
        let old = cx.tx.record().get(row.id)?;
        let id = obligation_id(cx.around.workspace, into, &row.pack, &row.obligation);
        match cx.tx.obligation().find(id)? {
            None => {
                let kind = RecordKind::Obligation;
                let made = cx.tx.create_record_with_id(id, kind, &old.title, old.owner, old.due.clone())?;
                cx.tx.obligation().insert(&Obligation { id, rev: made.rev, system: into, ..row.clone() })?;
            }
            Some(own) if own.status == ObligationStatus::Open && own.reason.is_none() => {
                let (status, reason) = (row.status, row.reason.clone());
                cx.tx.obligation().update(&Obligation { status, reason, ..own })?;
            }
            Some(_) => {}
        }
        relations::all_of(cx, row.id, id)?;
        cx.tx.delete_record(row.id)?;
    }
    Ok(())
}

fn screening(cx: &mut Writing<'_, '_>, from: RecordId, into: RecordId) -> AppResult<()> {
    let Some(row) = cx.tx.screening().of(from)? else { return Ok(()) };
    if cx.tx.screening().of(into)?.is_none() {
        let id = screening_id(cx.around.workspace, into);
        cx.tx.screening().delete(row.id)?;
        cx.tx.screening().insert(&Screening { id, system: into, ..row })?;
    }
    Ok(())
}

/// A control has one status per system: that of the system that stays, else the other's.
fn statuses(cx: &mut Writing<'_, '_>, from: RecordId, into: RecordId) -> AppResult<()> {
    let all = cx.tx.control_status().all()?;
    let own: BTreeSet<_> =
        all.iter().filter(|row| row.system == Some(into)).map(|row| row.control.to_string()).collect();
    for row in all.into_iter().filter(|row| row.system == Some(from)) {
        cx.tx.control_status().delete(row.id)?;
        if !own.contains(&row.control.to_string()) {
            let id = control_status_id(cx.around.workspace, &row.control, Some(into));
            cx.tx.control_status().insert(&ControlStatus { id, system: Some(into), ..row })?;
        }
    }
    Ok(())
}
