//! What is planned as Excel: requests for evidence, and the roadmap with its actions and loads.

use cairn_domain::state::{FileState, RequestState};
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Value, Workbook};
use cairn_words::Words;

use super::{choice_column, date, date_column, heading, long_column, number, text, text_column, workbook};
use crate::reports::Origin;
use crate::reports::roadmap::{month_name, step_state};
use crate::request::RequestItem;
use crate::roadmap::RoadmapView;

/// The requests for evidence, by whom is asked.
pub(super) fn requests(items: &[RequestItem], origin: &Origin, words: &Words) -> Workbook {
    let states: Vec<&str> = RequestState::ALL.iter().map(|state| state.as_str()).collect();
    let columns = vec![
        text_column(&words.say("request-report-code"), 11.0),
        text_column(&words.say("request-report-whom"), 24.0),
        text_column(&words.say("request-report-department"), 18.0),
        long_column(&words.say("request-report-what"), 60.0),
        text_column(&words.say("request-report-line"), 11.0),
        text_column(&words.say("sheet-title"), 36.0),
        date_column(&words.say("request-report-due")),
        choice_column(&words.say("request-report-state"), 14.0, "request-state", &states, words),
        long_column(&words.say("request-report-came"), 40.0),
        long_column(&words.say("sheet-note"), 40.0),
    ];
    let rows = crate::reports::requests::by_person(items).into_iter().map(|item| {
        let came: Vec<&str> = item.files.iter().map(|file| file.evidence.title.as_str()).collect();
        vec![
            text(&item.code),
            text(item.owner.as_ref().map(|owner| owner.name.as_str()).unwrap_or_default()),
            text(item.department.as_deref().unwrap_or_default()),
            text(&item.what),
            text(&item.requirement),
            text(&item.title),
            date(item.due.as_deref()),
            text(&words.say(&format!("request-state-{}", item.state))),
            text(&came.join("; ")),
            text(&crate::reports::requests::why(item, words).unwrap_or_default()),
        ]
    });
    let title = words.say("request-report-title");
    let mut sheet = OutSheet::new(&words.say("request-report-sheet"), columns, rows.collect());
    sheet.heading = vec![title.clone(), heading(origin, words)];
    sheet.frozen_columns = 1;
    let mut book = workbook(&title, sheet, origin);
    book.sheets.push(request_files(items, &title, origin, words));
    book
}

/// What was handed in, one row for each file with its own state and reason.
fn request_files(items: &[RequestItem], title: &str, origin: &Origin, words: &Words) -> OutSheet {
    let states: Vec<&str> = FileState::ALL.iter().map(|state| state.as_str()).collect();
    let columns = vec![
        text_column(&words.say("request-report-code"), 11.0),
        text_column(&words.say("request-report-whom"), 24.0),
        long_column(&words.say("request-report-what"), 60.0),
        text_column(&words.say("request-report-file-code"), 11.0),
        long_column(&words.say("request-report-file-name"), 44.0),
        choice_column(&words.say("request-report-state"), 14.0, "file-state", &states, words),
        date_column(&words.say("request-report-file-since")),
        long_column(&words.say("request-report-file-reason"), 44.0),
    ];
    let mut rows = Vec::new();
    for item in crate::reports::requests::by_person(items) {
        for file in &item.files {
            rows.push(vec![
                text(&item.code),
                text(crate::reports::requests::asked_of(item).unwrap_or_default()),
                text(&item.what),
                text(file.evidence.code.as_deref().unwrap_or_default()),
                text(&file.evidence.title),
                text(&words.say(&format!("file-state-{}", file.state))),
                date(file.since.as_deref()),
                text(file.reason.as_deref().unwrap_or_default()),
            ]);
        }
    }
    let mut sheet = OutSheet::new(&words.say("request-report-files-sheet"), columns, rows);
    sheet.heading = vec![title.to_owned(), heading(origin, words)];
    sheet.frozen_columns = 1;
    sheet
}

/// The roadmap: the steps on one sheet, the actions on another, the load per owner and month on a third.
pub(super) fn roadmap(view: &RoadmapView, origin: &Origin, words: &Words) -> Workbook {
    let title = words.say("roadmap-report-title");
    let columns = vec![
        text_column(&words.say("roadmap-report-step"), 36.0),
        date_column(&words.say("roadmap-report-from")),
        date_column(&words.say("roadmap-report-to")),
        text_column(&words.say("roadmap-report-state"), 20.0),
        OutColumn::new(&words.say("roadmap-report-slack-days"), 12.0, OutKind::Number(0)),
        text_column(&words.say("roadmap-report-owner"), 24.0),
        long_column(&words.say("roadmap-report-builds-on"), 44.0),
        long_column(&words.say("sheet-note"), 40.0),
    ];
    let rows = view.steps.iter().map(|step| {
        let planned = &step.planned;
        vec![
            text(&step.label),
            date(Some(planned.starts_on.as_str()).filter(|_| planned.dated)),
            date(Some(planned.ends_on.as_str()).filter(|_| planned.dated)),
            text(&step_state(step, words).1),
            if planned.done { Value::Empty } else { Value::Number(f64::from(planned.slack)) },
            text(step.owner.as_ref().map(|owner| owner.name.as_str()).unwrap_or_default()),
            text(&step.after.join("; ")),
            text(step.note.as_deref().unwrap_or_default()),
        ]
    });
    let mut steps = OutSheet::new(&words.say("sheet-roadmap-steps"), columns, rows.collect());
    steps.heading = vec![title.clone(), heading(origin, words)];
    steps.frozen_columns = 1;
    let mut book = workbook(&title, steps, origin);
    book.sheets.push(roadmap_actions(view, &title, origin, words));
    book.sheets.push(roadmap_load(view, &title, origin, words));
    book
}

fn roadmap_actions(view: &RoadmapView, title: &str, origin: &Origin, words: &Words) -> OutSheet {
    let columns = vec![
        text_column(&words.say("roadmap-report-action"), 11.0),
        long_column(&words.say("sheet-title"), 60.0),
        text_column(&words.say("roadmap-report-line"), 11.0),
        text_column(&words.say("roadmap-report-grade"), 22.0),
        text_column(&words.say("roadmap-report-owner"), 24.0),
        date_column(&words.say("roadmap-report-from")),
        date_column(&words.say("roadmap-report-to")),
        date_column(&words.say("roadmap-report-due")),
        OutColumn::new(&words.say("sheet-effort"), 14.0, OutKind::Number(0)),
        OutColumn::new(&words.say("roadmap-report-slack-days"), 12.0, OutKind::Number(0)),
        text_column(&words.say("roadmap-report-after"), 20.0),
    ];
    let rows = view.actions.iter().map(|each| {
        let action = &each.action;
        let grade = each.grade.map(|grade| words.say(&format!("gap-grade-{grade}"))).unwrap_or_default();
        let placed = each.placed.as_ref();
        let slack = placed.and_then(|placed| placed.slack);
        vec![
            text(&action.code),
            text(&action.title),
            text(each.line.as_deref().unwrap_or_default()),
            text(&grade),
            text(action.owner.as_ref().map(|owner| owner.name.as_str()).unwrap_or_default()),
            date(placed.map(|placed| placed.starts_on.as_str())),
            date(placed.map(|placed| placed.ends_on.as_str())),
            date(action.due.as_deref()),
            action.effort_days.map_or(Value::Empty, number),
            slack.map_or(Value::Empty, |days| Value::Number(f64::from(days))),
            text(&each.after.join(", ")),
        ]
    });
    let mut sheet = OutSheet::new(&words.say("sheet-roadmap-actions"), columns, rows.collect());
    sheet.heading = vec![title.to_owned(), heading(origin, words)];
    sheet.frozen_columns = 2;
    sheet
}

/// One row for each owner and month, so that it can be filtered and summed.
fn roadmap_load(view: &RoadmapView, title: &str, origin: &Origin, words: &Words) -> OutSheet {
    let whole = |header: &str| OutColumn::new(&words.say(header), 14.0, OutKind::Number(0));
    let columns = vec![
        text_column(&words.say("roadmap-report-owner"), 28.0),
        text_column(&words.say("sheet-month"), 14.0),
        whole("sheet-effort"),
        whole("roadmap-report-load-actions"),
    ];
    let mut rows = Vec::new();
    for each in &view.load {
        let owner = each.owner.as_ref().map(|owner| owner.name.clone());
        let owner = owner.unwrap_or_else(|| words.say("roadmap-report-nobody"));
        for (month, part) in &each.months {
            let month = month_name(month, words);
            rows.push(vec![text(&owner), text(&month), number(part.days), number(part.actions)]);
        }
        let placed: u32 = each.months.values().map(|part| part.actions).sum();
        if each.actions > placed {
            let days = each.days - each.months.values().map(|part| part.days).sum::<u32>();
            let month = words.say("sheet-no-month");
            rows.push(vec![text(&owner), text(&month), number(days), number(each.actions - placed)]);
        }
    }
    let mut sheet = OutSheet::new(&words.say("roadmap-report-load"), columns, rows);
    sheet.heading = vec![title.to_owned(), heading(origin, words)];
    sheet.frozen_columns = 1;
    sheet
}
