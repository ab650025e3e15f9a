//! In which order to take the open actions: what blocks certification first, and nothing before what it waits for.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::gap::Grade;
use cairn_domain::id::RecordId;
use cairn_domain::record::LinkRelation;
use cairn_domain::requirement::RequirementRef;

use super::{RoadmapAction, is_open};
use crate::error::AppResult;
use crate::pack::{ISO_42001, library};
use crate::relation::ListActions;
use crate::usecase::{Query, Reading};

/// Open actions in the order to take them.
pub(super) fn actions(cx: &Reading<'_>) -> AppResult<Vec<RoadmapAction>> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    // An action made for a line of an earlier assessment goes on for the line of today.
    let mut lines: BTreeMap<RecordId, (String, Option<Grade>)> = BTreeMap::new();
    for state in crate::gap::lines(cx.tx, iso)? {
        for line in cx.tx.gap_line().about(&RequirementRef::new(ISO_42001, &state.item.requirement))? {
            lines.insert(line.id, (state.item.requirement.clone(), state.item.grade));
        }
    }
    let open: Vec<_> = ListActions {}.run(cx)?.into_iter().filter(|action| is_open(action.status)).collect();
    let known: BTreeMap<RecordId, String> =
        open.iter().map(|action| (action.id, action.code.clone())).collect();
    let mut waits: BTreeMap<RecordId, BTreeSet<RecordId>> = BTreeMap::new();
    for link in cx.tx.link().all()? {
        let depends = link.relation == LinkRelation::DependsOn.as_str();
        if depends && known.contains_key(&link.from_record) && known.contains_key(&link.to_record) {
            waits.entry(link.from_record).or_default().insert(link.to_record);
        }
    }
    let mut found = Vec::new();
    for action in open {
        let stored = cx.tx.action().get(action.id)?;
        let line = action.source.as_ref().and_then(|source| lines.get(&source.id));
        let after = waits.get(&action.id).into_iter().flatten().filter_map(|id| known.get(id).cloned());
        found.push(RoadmapAction {
            grade: line.and_then(|(_, grade)| *grade),
            line: line.map(|(id, _)| id.clone()),
            starts_on: stored.starts_on.map(|day| day.to_string()),
            effort_days: stored.effort_days.and_then(|days| u32::try_from(days).ok()),
            after: after.collect(),
            action,
        });
    }
    found.sort_by_key(|each| {
        let due = each.action.due.clone();
        (weight(each.grade), due.is_none(), due, each.action.code.clone())
    });
    Ok(in_order(found, &waits))
}

fn weight(grade: Option<Grade>) -> u8 {
    match grade {
        Some(Grade::Blocks) => 0,
        Some(Grade::Weakens) => 1,
        Some(Grade::Polish) => 2,
        None => 3,
    }
}

/// Keeps the order and brings what others wait for before them. Actions that wait for each other in a circle keep the
/// order they came in.
fn in_order(
    actions: Vec<RoadmapAction>,
    waits: &BTreeMap<RecordId, BTreeSet<RecordId>>,
) -> Vec<RoadmapAction> {
    let mut left: Vec<Option<RoadmapAction>> = actions.into_iter().map(Some).collect();
    let mut placed: BTreeSet<RecordId> = BTreeSet::new();
    let mut found = Vec::with_capacity(left.len());
    while found.len() < left.len() {
        let ready = |each: &RoadmapAction| {
            waits.get(&each.action.id).is_none_or(|before| before.iter().all(|id| placed.contains(id)))
        };
        let at = left.iter().position(|each| each.as_ref().is_some_and(ready));
        let at = at.or_else(|| left.iter().position(Option::is_some));
        let Some(action) = at.and_then(|at| left.get_mut(at)).and_then(Option::take) else { break };
        placed.insert(action.action.id);
        found.push(action);
    }
    found
}
