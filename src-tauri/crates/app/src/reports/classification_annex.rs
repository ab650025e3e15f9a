//! What stands behind the first page of a classification: every duty, reason, fact and answer in full.

use super::{
    Room, answers_table, confirmed, effect, from, heading, mark, missing, settles, sign_off, standing,
    standing_columns, tracking,
};
use crate::classification::{
    ClassificationDuty, ClassificationFact, ClassificationFinding, ClassificationView,
};
use crate::obligation::ObligationItem;
use cairn_reports::{Block, Cell, Column, List, Note, Row, Table, TableSize, Tone, Width};
use cairn_words::Words;

/// The blocks of the annex; none when there is nothing to add.
pub(super) fn blocks(
    view: &ClassificationView,
    tracked: &[ObligationItem],
    said: Room,
    words: &Words,
) -> Vec<Block> {
    let mut body = Vec::new();
    let result = &view.result;
    let mut section = |key: &str, block: Block| {
        body.push(heading(key, words));
        body.push(block);
    };
    if result.gaps.len() > said.rows {
        section("classification-report-annex-missing", Block::Table(missing(result, usize::MAX, words)));
    }
    if result.contradictions.len() > said.conflicts {
        let items: Vec<_> = result.contradictions.iter().map(|found| found.label.clone().into()).collect();
        section("classification-report-conflict", Block::List(List { items, ..List::default() }));
    }
    if !result.obligations.is_empty() {
        section("classification-report-annex-duties", Block::Table(duties(view, tracked, words)));
    }
    for note in result.required_notes.iter().filter(|note| note.given) {
        let text = view.answers.notes.get(&note.id).cloned().unwrap_or_default();
        let title = format!("{} ({})", note.label, note.refs.join(", "));
        section("classification-report-reasons", Block::Note(Note { title, text: text.into(), mark: None }));
    }
    if !view.facts.is_empty() {
        section("classification-report-facts", Block::Table(facts(view, words)));
    }
    let (settling, others): (Vec<_>, Vec<_>) = result.findings.iter().partition(settles);
    for (key, shown) in
        [("classification-report-annex-findings", settling), ("classification-report-others", others)]
    {
        if !shown.is_empty() {
            let rows = shown.iter().map(|finding| answer(finding, view, words)).collect();
            section(key, Block::Table(answers_table(key, rows, words)));
        }
    }
    let mut body = once(body);
    // A recommendation has its lines on the first page.
    if view.signed.as_ref().is_some_and(|signed| !signed.recommended) {
        body.push(Block::SignOff(sign_off(view, words)));
    }
    body
}

/// One heading for reasons that follow each other.
fn once(body: Vec<Block>) -> Vec<Block> {
    let mut kept: Vec<Block> = Vec::new();
    let mut last = None;
    for block in body {
        if let Block::Heading(heading) = &block {
            if last.as_ref() == Some(&heading.anchor) {
                continue;
            }
            last = Some(heading.anchor.clone());
        }
        kept.push(block);
    }
    kept
}

/// A duty with every day, remark and mark.
fn duties(view: &ClassificationView, tracked: &[ObligationItem], words: &Words) -> Table {
    let row = |duty: &ClassificationDuty| {
        let mut cells: Vec<Cell> = vec![
            confirmed(&duty.reference, duty.confirm).into(),
            described(duty, words).into(),
            days(duty, view.result.provisional, words).into(),
        ];
        if !tracked.is_empty() {
            cells.extend(standing(tracking(duty, tracked), words));
        }
        Row::Cells(cells)
    };
    let mut columns = vec![
        Column::new(words.say("classification-report-article"), Width::Points(72.0))
            .tone(Tone::Quiet)
            .heads_row(),
        Column::new(words.say("classification-report-duty"), Width::Share(2.0)),
        Column::new(words.say("classification-report-applies"), Width::Points(84.0)),
    ];
    if !tracked.is_empty() {
        columns.extend(standing_columns(words));
    }
    Table {
        summary: words.say("classification-report-annex-duties"),
        columns,
        rows: view.result.obligations.iter().map(row).collect(),
        empty: words.say("classification-report-no-duties"),
        size: TableSize::Small,
    }
}

/// What to do, whom it binds, what is uncertain about it.
pub(super) fn described(duty: &ClassificationDuty, words: &Words) -> String {
    let roles = words.say_with("classification-report-as", &[("roles", duty.roles.join(", ").into())]);
    let mut parts = vec![duty.label.clone(), roles];
    parts.extend(duty.remark.clone());
    if duty.confirm {
        parts.push(words.say("classification-report-confirm"));
    }
    parts.join("\n")
}

/// Every day of a duty.
fn days(duty: &ClassificationDuty, open: bool, words: &Words) -> String {
    // While answers are open, every day that they may come to is among the dates: a long list that says little.
    if open && duty.dates.len() > 2 {
        let day = ("date", words.date_short(duty.applies_from.as_str()).into());
        return words.say_with("classification-report-day-open", &[day]);
    }
    if duty.dates.len() < 2 && duty.formal_from.is_none() {
        return from(duty, words);
    }
    let mut all: Vec<String> = duty
        .dates
        .iter()
        .map(|day| {
            let date = words.date_short(day.date.as_str());
            format!("{date}: {}", day.qualifier.as_ref().unwrap_or(&day.label))
        })
        .collect();
    if let Some(formal) = &duty.formal_from {
        let date = words.date_short(formal.as_str());
        all.push(words.say_with("classification-report-formal", &[("date", date.into())]));
    }
    all.join("\n")
}

/// An answer with its reason and evidence.
fn answer(finding: &ClassificationFinding, view: &ClassificationView, words: &Words) -> Row {
    let mut said = match &finding.note {
        Some(note) => format!("{}. {note}", finding.answers.join(", ")),
        None => finding.answers.join(", "),
    };
    for seen in view.evidence.iter().filter(|seen| seen.question == finding.question) {
        let code = seen.evidence.code.clone().unwrap_or_default();
        let line = words.say_with(
            "classification-report-evidence",
            &[("code", code.into()), ("title", seen.evidence.title.clone().into())],
        );
        said = format!("{said}\n{line}");
    }
    Row::Cells(vec![
        finding.refs.join(", ").into(),
        confirmed(&finding.text, finding.confirm).into(),
        said.into(),
        Cell::marked(mark(finding.effect), effect(finding.effect, words)),
    ])
}

/// What the register says of the system; of a decision what it said then, and what has changed since.
fn facts(view: &ClassificationView, words: &Words) -> Table {
    let row = |fact: &ClassificationFact| {
        let text = match &fact.now {
            Some(now) => words.say_with(
                "classification-report-fact-now",
                &[("then", fact.then.clone().into()), ("now", now.clone().into())],
            ),
            None => fact.then.clone(),
        };
        Row::Cells(vec![fact.label.clone().into(), text.into()])
    };
    let when = if view.signed.is_some() {
        "classification-report-fact-value"
    } else {
        "classification-report-fact-today"
    };
    Table {
        summary: words.say("classification-report-facts"),
        columns: vec![
            Column::new(words.say("classification-report-fact"), Width::Points(130.0))
                .tone(Tone::Quiet)
                .heads_row(),
            Column::new(words.say(when), Width::Share(1.0)),
        ],
        rows: view.facts.iter().map(row).collect(),
        empty: words.say("report-none"),
        size: TableSize::Small,
    }
}
