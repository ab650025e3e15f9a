//! The history as a report: who did what, when and why.

use cairn_domain::time::Timestamp;
use cairn_reports::{
    Block, Cell, Column, Figure, Group, Orientation, Report, Row, Span, Style, Table, TableSize, Text, Tone,
    Width,
};
use cairn_words::Words;

use super::{Origin, Title, fact, frame};

/// What is printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// Entries, newest first.
    pub lines: Vec<Line>,
    /// What the trail was narrowed to, in words; empty for the whole trail.
    pub narrowed: String,
}

/// One entry as the report prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub n: u64,
    /// When, UTC.
    pub at: Timestamp,
    /// Who.
    pub who: String,
    /// What, in words.
    pub what: String,
    /// Why; may be empty.
    pub reason: String,
    /// The use case.
    pub action: String,
    /// Its id, hexadecimal.
    pub id: String,
}

/// The report, on its side, with a heading for each day. Days are those of UTC, which every line states.
#[must_use]
pub fn report(history: &History, origin: &Origin, words: &Words) -> Report {
    let version = words.date(origin.at.as_str());
    let which = if history.narrowed.is_empty() {
        words.say("history-report-whole")
    } else {
        history.narrowed.clone()
    };
    let facts = vec![
        fact(words.say("history-report-which"), which, 2.0),
        fact(words.say("history-report-date"), version.clone(), 1.0),
    ];
    let title = Title {
        title: words.say("history-report-title"),
        standfirst: "history-report-standfirst",
        version,
        source: String::new(),
    };
    let mut report = frame(origin, &title, facts, words);
    report.orientation = Orientation::Landscape;
    let figure = |value: u64, key: &str| Figure {
        value: words.number(i64::try_from(value).unwrap_or(i64::MAX)),
        label: words.say(key),
    };
    let people: std::collections::BTreeSet<&str> =
        history.lines.iter().map(|line| line.who.as_str()).collect();
    report.cover.figures = vec![
        figure(history.lines.len() as u64, "history-report-shown"),
        figure(origin.entries, "history-report-entries"),
        figure(people.len() as u64, "history-report-people"),
    ];
    report.body = vec![Block::Table(table(&history.lines, words))];
    report
}

fn table(lines: &[Line], words: &Words) -> Table {
    let mut rows = Vec::with_capacity(lines.len() + 64);
    let mut day = "";
    for line in lines {
        let its_day = line.at.as_str().get(..10).unwrap_or_default();
        if its_day != day {
            day = its_day;
            rows.push(Row::Group(Group { title: words.date(day), ..Group::default() }));
        }
        rows.push(row(line, words));
    }
    Table {
        summary: words.say("history-report-title"),
        columns: vec![
            Column::new(words.say("history-report-entry"), Width::Points(40.0))
                .tone(Tone::Quiet)
                .numbers()
                .heads_row(),
            Column::new(words.say("history-report-time"), Width::Points(52.0)).tone(Tone::Soft),
            Column::new(words.say("history-report-who"), Width::Points(110.0)),
            Column::new(words.say("history-report-what"), Width::Share(2.4)).tone(Tone::Strong),
            Column::new(words.say("history-report-reason"), Width::Share(1.6)).tone(Tone::Soft),
            Column::new(words.say("history-report-id"), Width::Points(96.0)).tone(Tone::Code),
        ],
        rows,
        empty: words.say("history-report-empty"),
        size: TableSize::Small,
    }
}

fn row(line: &Line, words: &Words) -> Row {
    let short = |id: &str| {
        let groups: Vec<&str> = (0..4).filter_map(|at| id.get(at * 4..at * 4 + 4)).collect();
        groups.join(" ")
    };
    Row::Cells(vec![
        words.number(i64::try_from(line.n).unwrap_or(i64::MAX)).into(),
        line.at.as_str().get(11..19).unwrap_or_default().to_owned().into(),
        line.who.clone().into(),
        line.what.clone().into(),
        line.reason.clone().into(),
        Cell::from(Text::default().and(Span::styled(short(&line.id), Style::Code))),
    ])
}
