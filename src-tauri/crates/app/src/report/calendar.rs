//! The roadmap as a calendar.

use cairn_exchange::calendar::{Calendar, CalendarEntry};

use crate::reports::Origin;
use crate::roadmap::RoadmapView;
use crate::usecase::Reading;

/// Steps that are not done on their days, and actions on the day they are due.
pub(super) fn roadmap(cx: &Reading<'_>, view: &RoadmapView, origin: &Origin) -> Calendar {
    let words = cx.around.words;
    let workspace = cx.around.workspace;
    let steps = view.steps.iter().filter(|step| !step.planned.done).map(|step| CalendarEntry {
        id: format!("{}@{workspace}", step.planned.step),
        title: step.label.clone(),
        detail: step.note.clone().unwrap_or_default(),
        category: words.say("roadmap-report-title"),
        first: step.planned.starts_on.clone(),
        last: step.planned.ends_on.clone(),
    });
    let actions = view.actions.iter().filter_map(|each| {
        let due = each.action.due.as_deref()?.parse::<cairn_domain::time::Date>().ok()?;
        let owner = each.action.owner.as_ref().map(|owner| owner.name.clone());
        Some(CalendarEntry {
            id: format!("{}@{workspace}", each.action.id),
            title: format!("{} {}", each.action.code, each.action.title),
            detail: owner.unwrap_or_default(),
            category: words.say("roadmap-report-action"),
            first: due.clone(),
            last: due,
        })
    });
    Calendar {
        product: "-//Cairn//Roadmap//EN".to_owned(),
        at: origin.at.clone(),
        entries: steps.chain(actions).collect(),
    }
}
