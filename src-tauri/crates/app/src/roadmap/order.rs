//! In which order to take the open actions: what blocks certification first, and nothing before what it waits for.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::gap::Grade;
use cairn_domain::id::RecordId;
use cairn_domain::plan::{Work, place};
use cairn_domain::requirement::RequirementRef;
use cairn_domain::time::Date;

use super::{RoadmapAction, is_open};
use crate::error::AppResult;
use crate::pack::ISO_42001;
use crate::relation::ListActions;
use crate::usecase::{Query, Reading};

/// Open actions in the order to take them, placed on days before the last audit.
pub(super) fn actions(cx: &Reading<'_>, audit: Option<&Date>) -> AppResult<Vec<RoadmapAction>> {
    // An action made for a line of an earlier assessment goes on for the line of today.
    let mut lines: BTreeMap<RecordId, (String, Option<Grade>)> = BTreeMap::new();
    for state in crate::gap::lines(cx.tx)? {
        for line in cx.tx.gap_line().about(&RequirementRef::new(ISO_42001, &state.item.requirement))? {
            lines.insert(line.id, (state.item.requirement.clone(), state.item.grade));
        }
    }
    let open: Vec<_> = ListActions {}.run(cx)?.into_iter().filter(|action| is_open(action.status)).collect();
    let known: BTreeSet<RecordId> = open.iter().map(|action| action.id).collect();
    let mut waits: BTreeMap<RecordId, BTreeSet<RecordId>> = BTreeMap::new();
    let mut found = Vec::new();
    for action in open {
        let before = action.after.iter().filter(|other| known.contains(&other.id));
        waits.insert(action.id, before.clone().map(|other| other.id).collect());
        let after = before.filter_map(|other| other.code.clone()).collect();
        let line = action.source.as_ref().and_then(|source| lines.get(&source.id));
        found.push(RoadmapAction {
            grade: line.and_then(|(_, grade)| *grade),
            line: line.map(|(id, _)| id.clone()),
            after,
            placed: None,
            action,
        });
    }
    found.sort_by_key(|each| {
        let due = each.action.due.clone();
        (weight(each.grade), due.is_none(), due, each.action.code.clone())
    });
    let mut found = in_order(found, &waits);
    let places: BTreeMap<RecordId, usize> =
        found.iter().enumerate().map(|(place, each)| (each.action.id, place)).collect();
    let works: Vec<Work> = found.iter().map(|each| work(each, &waits, &places)).collect();
    for (each, placed) in found.iter_mut().zip(place(&works, &cx.around.today(), audit)) {
        each.placed = placed;
    }
    Ok(found)
}

/// What is known of its days.
fn work(
    each: &RoadmapAction,
    waits: &BTreeMap<RecordId, BTreeSet<RecordId>>,
    places: &BTreeMap<RecordId, usize>,
) -> Work {
    let day = |day: &Option<String>| day.as_deref().and_then(|day| day.parse().ok());
    let before = waits.get(&each.action.id).into_iter().flatten();
    Work {
        starts_on: day(&each.action.starts_on),
        due: day(&each.action.due),
        effort_days: each.action.effort_days,
        after: before.filter_map(|id| places.get(id).copied()).collect(),
    }
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
