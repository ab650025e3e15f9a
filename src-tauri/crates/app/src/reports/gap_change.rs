//! The part of the gap report that says what changed since an earlier assessment.

use cairn_domain::gap::Conformity;
use cairn_reports::{Block, Cell, Column, Paragraph, Role, Row, Table, Tone, Width};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::conformity::{conformity_words, mark};
use crate::gap::GapChange;

/// What changed since an earlier assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Since {
    /// Name of the earlier assessment.
    pub name: String,
    /// When it was frozen, `YYYY-MM-DD`.
    pub frozen_on: Option<String>,
    /// Lines that conform more.
    pub better: u32,
    /// Lines that conform less.
    pub worse: u32,
    /// Lines assessed for the first time.
    pub assessed: u32,
    /// Lines whose conformity changed, in the standard's order.
    pub lines: Vec<ChangedLine>,
}

/// A line whose conformity changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedLine {
    /// The framework's own id.
    pub id: String,
    /// Official title.
    pub title: String,
    /// Which way it went.
    pub change: GapChange,
    /// Before.
    pub before: Option<Conformity>,
    /// Now.
    pub after: Option<Conformity>,
}

/// A sentence with the counts, then the lines.
pub(super) fn blocks(since: &Since, words: &Words) -> Vec<Block> {
    let name = match since.frozen_on.as_deref() {
        Some(day) => format!("{} ({})", since.name, words.date(day)),
        None => since.name.clone(),
    };
    let text = words.say_with(
        "gap-report-since-text",
        &[
            ("name", name.into()),
            ("better", since.better.into()),
            ("worse", since.worse.into()),
            ("assessed", since.assessed.into()),
        ],
    );
    let row = |line: &ChangedLine| {
        Row::Cells(vec![
            line.id.clone().into(),
            line.title.clone().into(),
            Cell::marked(mark(line.before), conformity_words(line.before, words)),
            Cell::marked(mark(line.after), conformity_words(line.after, words)),
            words.say(&format!("gap-change-{}", line.change)).into(),
        ])
    };
    let table = Table {
        summary: words.say("gap-report-since"),
        columns: vec![
            Column::new(words.say("gap-report-line"), Width::Points(46.0)).tone(Tone::Quiet).heads_row(),
            Column::new("", Width::Share(1.0)).tone(Tone::Strong),
            Column::new(words.say("gap-report-before"), Width::Points(98.0)),
            Column::new(words.say("gap-report-now"), Width::Points(98.0)),
            Column::new(words.say("gap-report-change"), Width::Points(86.0)),
        ],
        rows: since.lines.iter().map(row).collect(),
        empty: words.say("gap-report-since-nothing"),
        ..Table::default()
    };
    vec![Block::Paragraph(Paragraph { text: text.into(), role: Role::Body }), Block::Table(table)]
}
