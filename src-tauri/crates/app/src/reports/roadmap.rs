//! The roadmap as a report: steps planned back from the audits, open actions in order, load per owner.

mod timeline;

use cairn_domain::time::Date;
use cairn_reports::{
    Block, Cell, Column, Figure, Heading, Level, List, Mark, Note, Paragraph, Report, Role, Row, Table,
    TableSize, Tone, Width,
};
use cairn_words::Words;

use super::{Origin, Title, fact, frame};
use crate::roadmap::{Blocker, MonthLoad, OwnerLoad, RoadmapAction, RoadmapView, StepView};

/// The report.
#[must_use]
pub fn report(view: &RoadmapView, origin: &Origin, words: &Words) -> Report {
    let day = |day: &Option<String>| match day {
        Some(day) => words.date(day),
        None => words.say("roadmap-report-not-chosen"),
    };
    let stage2 = if view.stage2_proposed && view.stage2_on.is_some() {
        words.say_with("roadmap-report-stage-2-proposed", &[("date", day(&view.stage2_on).into())])
    } else {
        day(&view.stage2_on)
    };
    let version = words.date(origin.at.as_str());
    let facts = vec![
        fact(words.say("roadmap-report-stage-1"), day(&view.stage1_on), 1.0),
        fact(words.say("roadmap-report-stage-2"), stage2, 1.2),
        fact(words.say("roadmap-report-date"), version.clone(), 1.0),
    ];
    let title = Title {
        title: words.say("roadmap-report-title"),
        standfirst: "roadmap-report-standfirst",
        version,
        source: String::new(),
    };
    let mut report = frame(origin, &title, facts, words);
    let count = |test: &dyn Fn(&RoadmapAction) -> bool, key: &str| Figure {
        value: words.number(whole(view.actions.iter().filter(|each| test(each)).count())),
        label: words.say(key),
    };
    let number = |count: u32, key: &str| Figure { value: words.number(count.into()), label: words.say(key) };
    report.cover.figures = vec![
        count(&|_| true, "roadmap-report-open"),
        number(view.blockers, "roadmap-report-blocking"),
        number(whole32(view.blockers_without_action.len()), "roadmap-report-bare"),
        count(&|each| each.action.days_late.is_some(), "roadmap-report-overdue"),
    ];
    report.body = body(view, words);
    report
}

fn body(view: &RoadmapView, words: &Words) -> Vec<Block> {
    let mut body = Vec::new();
    for warning in &view.warnings {
        let title = String::new();
        body.push(Block::Note(Note { title, text: warning.clone().into(), mark: Some(Mark::HalfDot) }));
    }
    if let Some(timeline) = timeline::of(view, words) {
        body.push(heading("roadmap-report-timeline", words));
        body.push(Block::Timeline(timeline));
        body.push(paragraph(words.say("roadmap-report-timeline-note")));
    }
    body.push(heading("roadmap-report-steps", words));
    body.push(Block::Table(steps(&view.steps, words)));
    body.push(paragraph(words.say("roadmap-report-note")));
    if !view.blockers_without_action.is_empty() {
        body.push(heading("roadmap-report-blockers", words));
        body.push(paragraph(words.say("roadmap-report-blockers-note")));
        let line = |blocker: &Blocker| format!("{} {}", blocker.line, blocker.title).into();
        let items = view.blockers_without_action.iter().map(line).collect();
        body.push(Block::List(List { numbered: false, items }));
    }
    body.push(heading("roadmap-report-actions", words));
    body.push(Block::Table(actions(&view.actions, words)));
    if !view.load.is_empty() {
        body.push(heading("roadmap-report-load", words));
        body.push(paragraph(words.say("roadmap-report-load-note")));
        body.push(Block::Table(load(view, words)));
    }
    body
}

fn paragraph(text: String) -> Block {
    Block::Paragraph(Paragraph { text: text.into(), role: Role::Body })
}

fn heading(key: &str, words: &Words) -> Block {
    Block::Heading(Heading {
        level: Level::Section,
        text: words.say(key),
        anchor: Some(key.to_owned()),
        ..Heading::default()
    })
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn whole32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The steps as a table.
pub(super) fn steps(steps: &[StepView], words: &Words) -> Table {
    Table {
        summary: words.say("roadmap-report-steps"),
        columns: vec![
            Column::new(words.say("roadmap-report-step"), Width::Share(1.3)).tone(Tone::Strong).heads_row(),
            Column::new(words.say("roadmap-report-from"), Width::Points(58.0)),
            Column::new(words.say("roadmap-report-to"), Width::Points(58.0)),
            Column::new(words.say("roadmap-report-state"), Width::Points(76.0)),
            Column::new(words.say("roadmap-report-slack"), Width::Points(44.0)),
            Column::new(words.say("roadmap-report-builds-on"), Width::Share(1.2)).tone(Tone::Soft),
            Column::new(words.say("roadmap-report-owner"), Width::Share(0.7)),
        ],
        rows: steps.iter().map(|step| step_row(step, words)).collect(),
        empty: words.say("roadmap-report-no-steps"),
        size: TableSize::Small,
    }
}

fn step_row(step: &StepView, words: &Words) -> Row {
    let planned = &step.planned;
    let (mark, state) = step_state(step, words);
    let none = || Cell::toned(Tone::Quiet, words.say("report-none"));
    let slack = words.say_with("roadmap-report-days", &[("days", i64::from(planned.slack).into())]);
    let owner = step.owner.as_ref().map(|owner| owner.name.clone());
    let day = |day: &Date| if planned.dated { words.date_short(day.as_str()).into() } else { none() };
    Row::Cells(vec![
        step.label.clone().into(),
        day(&planned.starts_on),
        day(&planned.ends_on),
        Cell::marked(mark, state),
        if planned.done { none() } else { slack.into() },
        if step.after.is_empty() { none() } else { step.after.join("; ").into() },
        owner.map_or_else(none, Into::into),
    ])
}

/// Where a step stands: mark and words. That it is critical is said beside the rest.
#[must_use]
pub fn step_state(step: &StepView, words: &Words) -> (Mark, String) {
    let planned = &step.planned;
    let (mark, key) = if planned.done {
        (Mark::Dot, "roadmap-report-done")
    } else if planned.late {
        (Mark::HalfDot, "roadmap-report-late")
    } else if planned.begun {
        (Mark::HalfDot, "roadmap-report-begun")
    } else {
        (Mark::DashedRing, "roadmap-report-planned")
    };
    let state = words.say(key);
    if planned.critical {
        (Mark::HalfDot, words.say_with("roadmap-report-and-critical", &[("state", state.into())]))
    } else {
        (mark, state)
    }
}

/// The open actions as a table.
pub(super) fn actions(actions: &[RoadmapAction], words: &Words) -> Table {
    let none = || Cell::toned(Tone::Quiet, words.say("report-none"));
    let row = |each: &RoadmapAction| {
        let action = &each.action;
        let grade = each.grade.map(|grade| words.say(&format!("gap-grade-{grade}")));
        let placed = each.placed.as_ref();
        let day = |day: &cairn_domain::time::Date| words.date_short(day.as_str()).into();
        Row::Cells(vec![
            action.code.clone().into(),
            action.title.clone().into(),
            each.line.clone().map_or_else(none, Cell::from),
            grade.map_or_else(none, Cell::from),
            action.owner.as_ref().map_or_else(none, |owner| owner.name.clone().into()),
            placed.map_or_else(none, |placed| day(&placed.starts_on)),
            placed.map_or_else(none, |placed| day(&placed.ends_on)),
            action.effort_days.map_or_else(none, |days| words.number(days.into()).into()),
            if each.after.is_empty() { none() } else { each.after.join(", ").into() },
        ])
    };
    Table {
        summary: words.say("roadmap-report-actions"),
        columns: vec![
            Column::new(words.say("roadmap-report-action"), Width::Points(40.0))
                .tone(Tone::Quiet)
                .heads_row(),
            Column::new("", Width::Share(2.0)).tone(Tone::Strong),
            Column::new(words.say("roadmap-report-line"), Width::Points(34.0)),
            Column::new(words.say("roadmap-report-grade"), Width::Points(56.0)),
            Column::new(words.say("roadmap-report-owner"), Width::Points(62.0)),
            Column::new(words.say("roadmap-report-from"), Width::Points(57.0)),
            Column::new(words.say("roadmap-report-to"), Width::Points(57.0)),
            Column::new(words.say("roadmap-report-effort"), Width::Points(28.0)).numbers(),
            Column::new(words.say("roadmap-report-after"), Width::Points(46.0)),
        ],
        rows: actions.iter().map(row).collect(),
        empty: words.say("roadmap-report-no-actions"),
        size: TableSize::Small,
    }
}

/// Most months that fit beside each other; what is due later stands in the totals.
const MONTHS: usize = 8;

/// Owners down, months across.
fn load(view: &RoadmapView, words: &Words) -> Table {
    let months: Vec<&String> = view.months.iter().take(MONTHS).collect();
    let mut columns = vec![
        Column::new(words.say("roadmap-report-owner"), Width::Share(1.4)).tone(Tone::Strong).heads_row(),
    ];
    columns.extend(
        months.iter().map(|month| Column::new(month_name(month, words), Width::Share(0.5)).numbers()),
    );
    columns.push(Column::new(words.say("roadmap-report-load-days"), Width::Share(0.6)).numbers());
    columns.push(Column::new(words.say("roadmap-report-load-actions"), Width::Share(0.6)).numbers());
    columns.push(Column::new(words.say("roadmap-report-late"), Width::Share(0.5)).numbers());
    let row = |each: &OwnerLoad| {
        let owner = each.owner.as_ref().map(|owner| owner.name.clone());
        let mut cells: Vec<Cell> = vec![owner.unwrap_or_else(|| words.say("roadmap-report-nobody")).into()];
        for month in &months {
            cells.push(
                each.months.get(*month).map_or_else(Cell::default, |part| month_load(part, words).into()),
            );
        }
        cells.extend([each.days, each.actions, each.late].map(|count| words.number(count.into()).into()));
        Row::Cells(cells)
    };
    Table {
        summary: words.say("roadmap-report-load"),
        columns,
        rows: view.load.iter().map(row).collect(),
        empty: String::new(),
        size: TableSize::Small,
    }
}

/// Working days, and actions in brackets.
fn month_load(part: &MonthLoad, words: &Words) -> String {
    words.say_with(
        "roadmap-report-month-load",
        &[("days", part.days.into()), ("actions", part.actions.into())],
    )
}

/// A month such as `2027-03` in words.
pub(crate) fn month_name(month: &str, words: &Words) -> String {
    let (year, number) = month.split_once('-').unwrap_or((month, ""));
    let name = words.say(&format!("month-short-{}", number.trim_start_matches('0')));
    words.say_with("roadmap-report-month", &[("month", name.into()), ("year", year.into())])
}
