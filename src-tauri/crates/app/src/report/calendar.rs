//! The roadmap as a calendar.

use cairn_exchange::calendar::{Calendar, CalendarEntry, EntryKind};

use crate::reports::Origin;
use crate::roadmap::RoadmapView;
use crate::usecase::Reading;

/// Days before an audit on which to remind, and before anything else.
const BEFORE_AUDIT: u32 = 14;
const BEFORE: u32 = 1;

/// Steps that are not done as events on their days, actions as tasks due on their last day.
pub(super) fn roadmap(cx: &Reading<'_>, view: &RoadmapView, origin: &Origin) -> Calendar {
    let words = cx.around.words;
    let workspace = cx.around.workspace;
    let steps = view.steps.iter().filter(|step| !step.planned.done).map(|step| CalendarEntry {
        id: format!("{}@{workspace}", step.planned.step),
        kind: EntryKind::Event,
        title: step.label.clone(),
        detail: step.note.clone().unwrap_or_default(),
        category: words.say("roadmap-report-title"),
        first: step.planned.starts_on.clone(),
        last: step.planned.ends_on.clone(),
        remind: Some(if step.planned.step.is_audit_day() { BEFORE_AUDIT } else { BEFORE }),
    });
    let actions = view.actions.iter().filter_map(|each| {
        let placed = each.placed.as_ref()?;
        let owner = each.action.owner.as_ref().map(|owner| owner.name.clone());
        Some(CalendarEntry {
            id: format!("{}@{workspace}", each.action.id),
            kind: EntryKind::Task,
            title: format!("{} {}", each.action.code, each.action.title),
            detail: owner.unwrap_or_default(),
            category: words.say("roadmap-report-action"),
            first: placed.starts_on.clone(),
            last: placed.ends_on.clone(),
            remind: Some(BEFORE),
        })
    });
    Calendar {
        product: "-//Cairn//Roadmap//EN".to_owned(),
        at: origin.at.clone(),
        sequence: origin.entries,
        entries: steps.chain(actions).collect(),
    }
}
