//! What each person has to do, in all and by month.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::RoadmapAction;
use crate::system::MemberRef;

/// What one person has to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OwnerLoad {
    /// Who; none for what nobody owns.
    pub owner: Option<MemberRef>,
    /// Open actions.
    pub actions: u32,
    /// Of these, late.
    pub late: u32,
    /// Working days in all, of actions with an estimate.
    pub days: u32,
    /// Actions without an estimate.
    pub unestimated: u32,
    /// By the month they end in, `YYYY-MM`.
    pub months: BTreeMap<String, MonthLoad>,
}

/// What one person has to do until the end of a month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MonthLoad {
    /// Open actions.
    pub actions: u32,
    /// Working days, of those with an estimate.
    pub days: u32,
}

/// Most months that are counted through: an action that is due in a far year must not fill a page with empty months.
const MOST_MONTHS: usize = 60;

/// The load of every owner, the heaviest first, and the months from the first with work to the last, those without between
/// them too.
pub(super) fn load(actions: &[RoadmapAction]) -> (Vec<OwnerLoad>, Vec<String>) {
    let mut found: Vec<OwnerLoad> = Vec::new();
    let mut months = BTreeSet::new();
    for each in actions {
        let action = &each.action;
        let whose = |load: &OwnerLoad| load.owner.as_ref().map(|owner| owner.id);
        let at = found.iter().position(|load| whose(load) == action.owner.as_ref().map(|owner| owner.id));
        let at = at.unwrap_or_else(|| {
            found.push(OwnerLoad {
                owner: action.owner.clone(),
                actions: 0,
                late: 0,
                days: 0,
                unestimated: 0,
                months: BTreeMap::new(),
            });
            found.len() - 1
        });
        let Some(load) = found.get_mut(at) else { continue };
        let days = action.effort_days.unwrap_or_default();
        load.actions += 1;
        load.late += u32::from(action.days_late.is_some());
        load.days += days;
        load.unestimated += u32::from(action.effort_days.is_none());
        if let Some(month) = each.placed.as_ref().and_then(|placed| placed.ends_on.as_str().get(..7)) {
            let part = load.months.entry(month.to_owned()).or_default();
            part.actions += 1;
            part.days += days;
            months.insert(month.to_owned());
        }
    }
    found.sort_by_key(|load| std::cmp::Reverse((load.days, load.actions)));
    (found, throughout(&months))
}

/// Every month from the first to the last, `YYYY-MM`; where they lie too far apart only those with work.
fn throughout(months: &BTreeSet<String>) -> Vec<String> {
    let number = |month: &String| {
        let (year, month) = month.split_once('-')?;
        Some(year.parse::<usize>().ok()? * 12 + month.parse::<usize>().ok()?.checked_sub(1)?)
    };
    let ends = (months.first().and_then(number), months.last().and_then(number));
    match ends {
        (Some(first), Some(last)) if last - first < MOST_MONTHS => {
            (first..=last).map(|month| format!("{:04}-{:02}", month / 12, month % 12 + 1)).collect()
        }
        _ => months.iter().cloned().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_without_work_stand_between_those_with() {
        let months = |of: &[&str]| throughout(&of.iter().map(|month| (*month).to_owned()).collect());
        assert_eq!(months(&["2026-11", "2027-02"]), ["2026-11", "2026-12", "2027-01", "2027-02"]);
        assert_eq!(months(&["2026-11"]), ["2026-11"]);
        assert_eq!(months(&[]), [""; 0]);
        assert_eq!(months(&["2026-11", "9999-12"]), ["2026-11", "9999-12"], "a far year fills no page");
    }
}
