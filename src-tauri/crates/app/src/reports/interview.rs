//! Interview sheets on paper: the lines a person has to answer, with room to write where nothing is answered yet.

use cairn_reports::{
    Block, Cell, Column, Figure, Group, Orientation, Report, Row, Table, TableSize, Tone, Width,
};
use cairn_words::Words;

use super::{Origin, Title, fact, frame};
use crate::gap::{Interview, InterviewItem, InterviewLine};

/// The report, on its side, grouped by line.
#[must_use]
pub(crate) fn report(interview: &Interview, origin: &Origin, words: &Words) -> Report {
    let version = words.date(origin.at.as_str());
    let whose = match &interview.owner {
        Some(owner) => owner.name.clone(),
        None => words.say("interview-everybody"),
    };
    let facts = vec![
        fact(words.say("interview-report-person"), whose, 1.0),
        fact(words.say("gap-report-assessment"), interview.assessment.clone(), 1.0),
        fact(words.say("obligation-report-date"), version.clone(), 1.0),
    ];
    let title = Title {
        title: words.say("interview-title"),
        standfirst: "interview-report-standfirst",
        version,
        source: words.say("interview-report-notice"),
    };
    let mut report = frame(origin, &title, facts, words);
    report.orientation = Orientation::Landscape;
    let lines = interview.lines.len();
    let items: Vec<&InterviewItem> = interview.lines.iter().flat_map(|line| &line.items).collect();
    let answered = items.iter().filter(|item| item.answer.is_some()).count();
    let figure = |value: usize, key: &str| Figure {
        value: words.number(i64::try_from(value).unwrap_or(i64::MAX)),
        label: words.say(key),
    };
    report.cover.figures = vec![
        figure(lines, "interview-report-lines"),
        figure(items.len(), "interview-report-questions"),
        figure(answered, "interview-report-answered"),
    ];
    report.body = vec![Block::Table(table(interview, words))];
    report
}

fn table(interview: &Interview, words: &Words) -> Table {
    let mut rows = Vec::new();
    for line in &interview.lines {
        rows.push(Row::Group(Group {
            id: line.requirement.clone(),
            title: heading(line, interview.owner.is_none(), words),
            anchor: None,
            bookmark: true,
        }));
        rows.push(summary(line, words));
        rows.extend(line.items.iter().map(|item| question(item, words)));
    }
    let column = |key: &str, width: Width| Column::new(words.say(&format!("interview-column-{key}")), width);
    Table {
        summary: words.say("interview-title"),
        columns: vec![
            column("code", Width::Points(44.0)).tone(Tone::Quiet),
            column("text", Width::Share(2.0)).heads_row(),
            column("basis", Width::Points(72.0)).tone(Tone::Quiet),
            column("answer", Width::Points(78.0)),
            column("record-seen", Width::Share(1.1)),
            column("seen-on", Width::Points(70.0)),
            column("seen-owner", Width::Points(84.0)),
        ],
        rows,
        empty: words.say("gap-report-no-lines"),
        size: TableSize::Small,
    }
}

fn heading(line: &InterviewLine, with_owner: bool, words: &Words) -> String {
    match (&line.owner, with_owner) {
        (Some(owner), true) => format!("{} ({})", line.title, owner.name),
        (None, true) => format!("{} ({})", line.title, words.say("gap-nobody")),
        (_, false) => line.title.clone(),
    }
}

/// What the line asks, how far it is judged to be met, and what is said to be missing.
fn summary(line: &InterviewLine, words: &Words) -> Row {
    let conformity = line.conformity.map_or_else(
        || words.say("conformity-not-assessed"),
        |word| words.say(&format!("conformity-{word}")),
    );
    Row::Cells(vec![
        Cell::default(),
        Cell::toned(Tone::Soft, line.summary.clone()),
        Cell::default(),
        Cell::toned(Tone::Strong, conformity),
        line.statement.clone().unwrap_or_default().into(),
    ])
}

fn question(item: &InterviewItem, words: &Words) -> Row {
    // Where nothing is said yet there is a line to write on.
    let or_blank = |text: Option<String>| -> Cell {
        text.map_or_else(|| Cell::toned(Tone::Quiet, words.say("interview-report-blank")), Into::into)
    };
    Row::Cells(vec![
        item.key.clone().into(),
        item.text.clone().into(),
        words.say(&format!("basis-{}", item.basis)).into(),
        or_blank(item.answer.map(|word| words.say(&format!("must-answer-{word}")))),
        or_blank(item.record_seen.clone()),
        or_blank(item.seen_on.as_ref().map(|day| words.date_short(day.as_str()))),
        or_blank(item.seen_owner.clone()),
    ])
}
