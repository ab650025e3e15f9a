//! The roadmap as a report: steps planned back from the audits, open actions in order, load per owner.

use cairn_domain::gap::Grade;
use cairn_reports::{
    Bar, BarTone, Bars, Block, Cell, Column, Figure, Heading, Level, Mark, Note, Paragraph, Report, Role,
    Row, Table, TableSize, Tone, Width,
};
use cairn_words::Words;

use super::{Origin, Title, fact, frame};
use crate::roadmap::{OwnerLoad, RoadmapAction, RoadmapView, StepView};

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
    report.cover.figures = vec![
        count(&|_| true, "roadmap-report-open"),
        count(&|each| each.grade == Some(Grade::Blocks), "roadmap-report-blocking"),
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
    body.push(heading("roadmap-report-steps", words));
    body.push(Block::Table(steps(&view.steps, words)));
    body.push(Block::Paragraph(Paragraph {
        text: words.say("roadmap-report-note").into(),
        role: Role::Body,
    }));
    body.push(heading("roadmap-report-actions", words));
    body.push(Block::Table(actions(&view.actions, words)));
    if !view.load.is_empty() {
        body.push(heading("roadmap-report-load", words));
        body.push(Block::Bars(load(&view.load, words)));
    }
    body
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

/// The steps as a table.
pub(super) fn steps(steps: &[StepView], words: &Words) -> Table {
    Table {
        summary: words.say("roadmap-report-steps"),
        columns: vec![
            Column::new(words.say("roadmap-report-step"), Width::Share(1.6)).tone(Tone::Strong).heads_row(),
            Column::new(words.say("roadmap-report-from"), Width::Points(66.0)),
            Column::new(words.say("roadmap-report-to"), Width::Points(66.0)),
            Column::new(words.say("roadmap-report-state"), Width::Points(70.0)),
            Column::new(words.say("roadmap-report-slack"), Width::Points(54.0)),
            Column::new(words.say("roadmap-report-owner"), Width::Share(0.8)),
        ],
        rows: steps.iter().map(|step| step_row(step, words)).collect(),
        empty: words.say("roadmap-report-no-steps"),
        size: TableSize::Small,
    }
}

fn step_row(step: &StepView, words: &Words) -> Row {
    let planned = &step.planned;
    let (mark, key) = step_state(step);
    let slack = words.say_with("roadmap-report-days", &[("days", i64::from(planned.slack).into())]);
    let owner = step.owner.as_ref().map(|owner| owner.name.clone());
    Row::Cells(vec![
        step.label.clone().into(),
        words.date_short(planned.starts_on.as_str()).into(),
        words.date_short(planned.ends_on.as_str()).into(),
        Cell::marked(mark, words.say(key)),
        if planned.done { words.say("report-none").into() } else { slack.into() },
        owner.unwrap_or_else(|| words.say("report-none")).into(),
    ])
}

/// Where a step stands: mark and message key.
#[must_use]
pub fn step_state(step: &StepView) -> (Mark, &'static str) {
    let planned = &step.planned;
    if planned.done {
        (Mark::Dot, "roadmap-report-done")
    } else if planned.late {
        (Mark::HalfDot, "roadmap-report-late")
    } else if planned.critical {
        (Mark::HalfDot, "roadmap-report-critical")
    } else {
        (Mark::DashedRing, "roadmap-report-planned")
    }
}

/// The open actions as a table.
pub(super) fn actions(actions: &[RoadmapAction], words: &Words) -> Table {
    let none = || Cell::toned(Tone::Quiet, words.say("report-none"));
    let row = |each: &RoadmapAction| {
        let action = &each.action;
        let grade = each.grade.map(|grade| words.say(&format!("gap-grade-{grade}")));
        Row::Cells(vec![
            action.code.clone().into(),
            action.title.clone().into(),
            each.line.clone().map_or_else(none, Cell::from),
            grade.map_or_else(none, Cell::from),
            action.owner.as_ref().map_or_else(none, |owner| owner.name.clone().into()),
            action.due.as_deref().map_or_else(none, |due| words.date_short(due).into()),
            if each.after.is_empty() { none() } else { each.after.join(", ").into() },
        ])
    };
    Table {
        summary: words.say("roadmap-report-actions"),
        columns: vec![
            Column::new(words.say("roadmap-report-action"), Width::Points(46.0))
                .tone(Tone::Quiet)
                .heads_row(),
            Column::new("", Width::Share(2.0)).tone(Tone::Strong),
            Column::new(words.say("roadmap-report-line"), Width::Points(44.0)),
            Column::new(words.say("roadmap-report-grade"), Width::Points(70.0)),
            Column::new(words.say("roadmap-report-owner"), Width::Share(0.8)),
            Column::new(words.say("roadmap-report-due"), Width::Points(62.0)),
            Column::new(words.say("roadmap-report-after"), Width::Points(56.0)),
        ],
        rows: actions.iter().map(row).collect(),
        empty: words.say("roadmap-report-no-actions"),
        size: TableSize::Small,
    }
}

fn load(load: &[OwnerLoad], words: &Words) -> Bars {
    let most = load.iter().map(|each| each.actions).max().unwrap_or(1).max(1);
    let bar = |each: &OwnerLoad| {
        let figure = words.say_with("roadmap-report-load-figure", &[("actions", each.actions.into())]);
        let owner = each.owner.as_ref().map(|owner| owner.name.clone());
        Bar {
            label: owner.unwrap_or_else(|| words.say("roadmap-report-nobody")),
            share: super::gap::ratio(each.actions, most),
            figure: if each.late == 0 {
                figure
            } else {
                words.say_with(
                    "roadmap-report-load-late",
                    &[("load", figure.into()), ("late", each.late.into())],
                )
            },
            tone: if each.owner.is_some() { BarTone::Solid } else { BarTone::Hatched },
        }
    };
    Bars { title: String::new(), bars: load.iter().map(bar).collect() }
}
