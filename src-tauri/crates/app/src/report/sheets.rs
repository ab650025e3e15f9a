//! Reports as Excel: one sheet each, with validation lists, frozen header, filters and fixed properties. Controlled
//! documents stand in `documents`.

use cairn_domain::crosswalk::{PairOrigin, Relation};
use cairn_domain::gap::Confidence;
use cairn_exchange::workbook::{OutSheet, Value, Workbook};
use cairn_words::Words;

use super::{choice_column, heading, long_column, number, stored, text, text_column, workbook};
use crate::framework::{CrosswalkEnd, CrosswalkView};
use crate::reports::Origin;
use crate::request::RequestItem;
use crate::roadmap::RoadmapView;

/// A crosswalk, everything as its source states it.
pub(super) fn crosswalk(view: &CrosswalkView, origin: &Origin, words: &Words) -> Workbook {
    let columns = vec![
        text_column(&view.from_title, 13.0),
        text_column(&words.say("sheet-title"), 44.0),
        choice_column(&words.say("sheet-relation"), 16.0, "relation", stored!(Relation), words),
        text_column(&view.to_title, 14.0),
        long_column(&words.say("sheet-title"), 60.0),
        choice_column(&words.say("sheet-origin"), 16.0, "origin", stored!(PairOrigin), words),
        choice_column(&words.say("sheet-confidence"), 12.0, "confidence", stored!(Confidence), words),
        text_column(&words.say("sheet-strength"), 10.0),
        text_column(&words.say("sheet-source"), 44.0),
        long_column(&words.say("sheet-note"), 44.0),
    ];
    let id = |end: &Option<CrosswalkEnd>| end.as_ref().map(|end| end.id.clone()).unwrap_or_default();
    let name = |end: &Option<CrosswalkEnd>| match end {
        Some(CrosswalkEnd { title: Some(title), .. }) => title.clone(),
        Some(_) => words.say("sheet-unresolved"),
        None => String::new(),
    };
    let rows = view.pairs.iter().map(|pair| {
        let confidence = pair.confidence.map(|confidence| words.say(&format!("confidence-{confidence}")));
        vec![
            text(&id(&pair.from)),
            text(&name(&pair.from)),
            text(&words.say(&format!("relation-{}", pair.relation))),
            text(&id(&pair.to)),
            text(&name(&pair.to)),
            text(&words.say(&format!("origin-{}", pair.origin))),
            text(&confidence.unwrap_or_default()),
            text(pair.strength.as_deref().unwrap_or_default()),
            text(&pair.source),
            text(pair.note.as_deref().unwrap_or_default()),
        ]
    });
    let title = words.say_with(
        "sheet-crosswalk-title",
        &[("from", view.from_title.clone().into()), ("to", view.to_title.clone().into())],
    );
    let mut sheet = OutSheet::new(&words.say("sheet-crosswalk"), columns, rows.collect());
    sheet.heading = vec![title.clone(), words.say("sheet-crosswalk-limits")];
    sheet.frozen_columns = 2;
    workbook(&title, sheet, origin)
}

/// The requests for evidence, by whom is asked.
pub(super) fn requests(items: &[RequestItem], origin: &Origin, words: &Words) -> Workbook {
    let columns = vec![
        text_column(&words.say("request-report-code"), 11.0),
        text_column(&words.say("request-report-whom"), 24.0),
        text_column(&words.say("request-report-department"), 18.0),
        long_column(&words.say("request-report-what"), 60.0),
        text_column(&words.say("request-report-line"), 11.0),
        text_column(&words.say("sheet-title"), 36.0),
        text_column(&words.say("request-report-due"), 13.0),
        choice_column(
            &words.say("request-report-state"),
            14.0,
            "request-state",
            stored!(cairn_domain::state::RequestState),
            words,
        ),
        long_column(&words.say("request-report-came"), 40.0),
        long_column(&words.say("sheet-note"), 40.0),
    ];
    let rows = crate::reports::requests::by_person(items).into_iter().map(|item| {
        let came: Vec<&str> = item.evidence.iter().map(|evidence| evidence.title.as_str()).collect();
        vec![
            text(&item.code),
            text(item.owner.as_ref().map(|owner| owner.name.as_str()).unwrap_or_default()),
            text(item.department.as_deref().unwrap_or_default()),
            text(&item.what),
            text(&item.requirement),
            text(&item.title),
            text(item.due.as_deref().unwrap_or_default()),
            text(&words.say(&format!("request-state-{}", item.state))),
            text(&came.join("; ")),
            text(item.reason.as_deref().unwrap_or_default()),
        ]
    });
    let title = words.say("request-report-title");
    let mut sheet = OutSheet::new(&words.say("request-report-sheet"), columns, rows.collect());
    sheet.heading = vec![title.clone(), heading(origin, words)];
    sheet.frozen_columns = 1;
    workbook(&title, sheet, origin)
}

/// The roadmap: the steps on one sheet, the actions on another.
pub(super) fn roadmap(view: &RoadmapView, origin: &Origin, words: &Words) -> Workbook {
    let title = words.say("roadmap-report-title");
    let columns = vec![
        text_column(&words.say("roadmap-report-step"), 36.0),
        text_column(&words.say("roadmap-report-from"), 13.0),
        text_column(&words.say("roadmap-report-to"), 13.0),
        text_column(&words.say("roadmap-report-state"), 14.0),
        text_column(&words.say("roadmap-report-slack"), 12.0),
        text_column(&words.say("roadmap-report-owner"), 24.0),
        long_column(&words.say("roadmap-report-after"), 44.0),
        long_column(&words.say("sheet-note"), 40.0),
    ];
    let rows = view.steps.iter().map(|step| {
        vec![
            text(&step.label),
            text(step.planned.starts_on.as_str()),
            text(step.planned.ends_on.as_str()),
            text(&words.say(crate::reports::roadmap::step_state(step).1)),
            Value::Number(f64::from(step.planned.slack)),
            text(step.owner.as_ref().map(|owner| owner.name.as_str()).unwrap_or_default()),
            text(&step.after.join(", ")),
            text(step.note.as_deref().unwrap_or_default()),
        ]
    });
    let mut steps = OutSheet::new(&words.say("sheet-roadmap-steps"), columns, rows.collect());
    steps.heading = vec![title.clone(), heading(origin, words)];
    steps.frozen_columns = 1;
    let mut book = workbook(&title, steps, origin);
    book.sheets.push(roadmap_actions(view, &title, origin, words));
    book
}

fn roadmap_actions(view: &RoadmapView, title: &str, origin: &Origin, words: &Words) -> OutSheet {
    let columns = vec![
        text_column(&words.say("roadmap-report-action"), 11.0),
        long_column(&words.say("sheet-title"), 60.0),
        text_column(&words.say("roadmap-report-line"), 11.0),
        text_column(&words.say("roadmap-report-grade"), 22.0),
        text_column(&words.say("roadmap-report-owner"), 24.0),
        text_column(&words.say("roadmap-report-from"), 13.0),
        text_column(&words.say("roadmap-report-due"), 13.0),
        text_column(&words.say("sheet-effort"), 14.0),
        text_column(&words.say("roadmap-report-after"), 20.0),
    ];
    let rows = view.actions.iter().map(|each| {
        let grade = each.grade.map(|grade| words.say(&format!("gap-grade-{grade}"))).unwrap_or_default();
        vec![
            text(&each.action.code),
            text(&each.action.title),
            text(each.line.as_deref().unwrap_or_default()),
            text(&grade),
            text(each.action.owner.as_ref().map(|owner| owner.name.as_str()).unwrap_or_default()),
            text(each.starts_on.as_deref().unwrap_or_default()),
            text(each.action.due.as_deref().unwrap_or_default()),
            each.effort_days.map_or_else(|| text(""), number),
            text(&each.after.join(", ")),
        ]
    });
    let mut sheet = OutSheet::new(&words.say("sheet-roadmap-actions"), columns, rows.collect());
    sheet.heading = vec![title.to_owned(), heading(origin, words)];
    sheet.frozen_columns = 2;
    sheet
}
