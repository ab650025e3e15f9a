//! The tables of the gap report: what blocks, what was reused, and every line.

use cairn_reports::{Cell, Column, Group, Mark, Row, Table, TableSize, Tone, Width};
use cairn_words::Words;

use super::conformity::{conformity_words, mark};
use super::gap_model::{Assessment, Line};

/// Longest piece of an interview note that the annex prints, in characters.
const LONGEST_NOTE: usize = 600;

fn none(words: &Words) -> Cell {
    Cell::toned(Tone::Quiet, words.say("report-none"))
}

fn line_column(words: &Words) -> Column {
    Column::new(words.say("gap-report-line"), Width::Points(40.0)).tone(Tone::Quiet).heads_row()
}

/// The gap in words, and how it was graded against the forecast.
fn gap_cell(line: &Line, words: &Words) -> Cell {
    let texts = [Some(line.statement.clone()).filter(|text| !text.is_empty()), line.regraded(words)];
    let texts: Vec<String> = texts.into_iter().flatten().collect();
    if texts.is_empty() {
        return Cell::toned(Tone::Quiet, words.say("gap-report-no-statement"));
    }
    texts.join(" ").into()
}

/// What blocks certification, with what was seen of it and who does what about it until when.
pub(super) fn blockers(assessment: &Assessment, words: &Words) -> Table {
    let row = |line: &&Line| {
        let texts = |texts: Vec<String>| if texts.is_empty() { none(words) } else { texts.join("; ").into() };
        let due = line.actions.iter().filter_map(|action| action.due.as_deref()).min();
        Row::Cells(vec![
            line.id.clone().into(),
            line.full_title().into(),
            gap_cell(line, words),
            texts(line.seen.clone()),
            texts(line.actions.iter().map(|action| action.in_words(words)).collect()),
            line.owner.clone().map_or_else(|| none(words), Cell::from),
            due.map_or_else(|| none(words), |due| words.date_short(due).into()),
        ])
    };
    Table {
        summary: words.say("gap-report-blockers"),
        columns: vec![
            line_column(words),
            Column::new("", Width::Share(0.9)).tone(Tone::Strong),
            Column::new(words.say("gap-report-gap"), Width::Share(1.2)).tone(Tone::Soft),
            Column::new(words.say("gap-report-seen"), Width::Share(1.0)).tone(Tone::Soft),
            Column::new(words.say("gap-report-action"), Width::Share(1.1)),
            Column::new(words.say("gap-report-owner"), Width::Points(60.0)),
            Column::new(words.say("gap-report-due"), Width::Points(48.0)),
        ],
        rows: assessment.blocking().iter().map(row).collect(),
        empty: words.say("gap-report-no-blockers"),
        size: TableSize::Small,
    }
}

/// Clause lines at which an auditor of stage 1 would stop, and why.
pub(super) fn stage_one(assessment: &Assessment, words: &Words) -> Table {
    let lines = assessment.counted().filter(|line| !line.stage_one.is_empty());
    let row = |line: &Line| {
        let why: Vec<String> =
            line.stage_one.iter().map(|why| words.say(&format!("gap-stage-one-{why}"))).collect();
        Row::Cells(vec![
            line.id.clone().into(),
            line.full_title().into(),
            Cell::marked(mark(line.conformity), conformity_words(line.conformity, words)),
            why.join("; ").into(),
            line.owner.clone().map_or_else(|| none(words), Cell::from),
        ])
    };
    Table {
        summary: words.say("gap-report-stage-one"),
        columns: vec![
            line_column(words),
            Column::new("", Width::Share(1.0)).tone(Tone::Strong),
            Column::new(words.say("gap-report-conformity"), Width::Points(92.0)),
            Column::new(words.say("gap-report-why"), Width::Share(1.1)).tone(Tone::Soft),
            Column::new(words.say("gap-report-owner"), Width::Points(80.0)),
        ],
        rows: lines.map(row).collect(),
        empty: words.say("gap-report-stage-one-none"),
        size: TableSize::Small,
    }
}

/// What was accepted of other frameworks, and over whose mapping.
pub(super) fn reused(assessment: &Assessment, words: &Words) -> Table {
    let rows = assessment.lines.iter().flat_map(|line| {
        line.reused.iter().map(|one| {
            Row::Cells(vec![
                line.id.clone().into(),
                format!("{} {} {}", one.framework, one.source, one.title).into(),
                one.mappings.join("; ").into(),
                words.say(&format!("origin-{}", one.origin)).into(),
                one.note.clone().map_or_else(|| none(words), Cell::from),
            ])
        })
    });
    Table {
        summary: words.say("gap-report-reused"),
        columns: vec![
            line_column(words),
            Column::new(words.say("gap-report-reused-from"), Width::Share(1.1)).tone(Tone::Strong),
            Column::new(words.say("gap-report-reused-mapping"), Width::Share(1.2)).tone(Tone::Soft),
            Column::new(words.say("gap-report-reused-origin"), Width::Points(70.0)),
            Column::new(words.say("gap-report-reused-why"), Width::Share(0.9)).tone(Tone::Soft),
        ],
        rows: rows.collect(),
        empty: words.say("gap-report-reused-none"),
        size: TableSize::Small,
    }
}

/// Every line of the standard; what the Statement of Applicability excludes stands with it, as excluded.
pub(super) fn all(assessment: &Assessment, control: bool, words: &Words) -> Table {
    let mut rows = Vec::new();
    let mut group = "";
    for line in assessment.lines.iter().filter(|line| line.control == control) {
        if line.group != group {
            group = &line.group;
            rows.push(Row::Group(Group {
                id: line.group.clone(),
                title: line.group_title.clone(),
                anchor: None,
                bookmark: true,
            }));
        }
        rows.push(if line.excluded { excluded(line, words) } else { full(line, words) });
    }
    let key = if control { "gap-report-lines-controls" } else { "gap-report-lines-clauses" };
    Table {
        summary: words.say(key),
        columns: vec![
            line_column(words),
            Column::new("", Width::Share(0.9)).tone(Tone::Strong),
            Column::new(words.say("gap-report-conformity"), Width::Points(88.0)),
            Column::new(words.say("gap-report-items"), Width::Points(42.0)),
            Column::new(words.say("gap-report-grade"), Width::Points(62.0)),
            Column::new(words.say("gap-report-found"), Width::Share(1.7)).tone(Tone::Soft),
        ],
        rows,
        empty: words.say("gap-report-no-lines"),
        size: TableSize::Small,
    }
}

fn excluded(line: &Line, words: &Words) -> Row {
    Row::Cells(vec![
        line.id.clone().into(),
        line.title.clone().into(),
        Cell::marked(Mark::Dash, words.say("gap-report-excluded")),
        none(words),
        none(words),
        words.say("gap-report-excluded-help").into(),
    ])
}

fn full(line: &Line, words: &Words) -> Row {
    let grade =
        line.grade.map_or_else(|| none(words), |grade| words.say(&format!("gap-grade-{grade}")).into());
    let of = [("count", line.met.into()), ("total", line.items.into())];
    Row::Cells(vec![
        line.id.clone().into(),
        line.title.clone().into(),
        Cell::marked(mark(line.conformity), conformity_words(line.conformity, words)),
        words.say_with("gap-report-of", &of).into(),
        grade,
        found(line, words).into(),
    ])
}

/// The gap, what was seen, how mature the practice is, who judged it and how sure, in sentences.
pub(crate) fn found(line: &Line, words: &Words) -> String {
    let mut texts = vec![line.statement.clone()];
    // A note that is the reason of a milder grade is printed with it.
    match line.regraded(words) {
        Some(regraded) => texts.push(regraded),
        None if line.note.is_empty() => {}
        None => texts.push(words.say_with("gap-report-note-line", &[("note", short(&line.note).into())])),
    }
    if line.look_again {
        texts.push(words.say("gap-report-look-again"));
    }
    let say = |key: &str, name: &str, value: String| words.say_with(key, &[(name, value.into())]);
    if !line.seen.is_empty() {
        texts.push(say("gap-report-seen-line", "seen", line.seen.join("; ")));
    }
    if !line.not_needed_fact.is_empty() {
        texts.push(say("gap-report-not-needed", "fact", line.not_needed_fact.clone()));
    }
    for one in &line.reused {
        texts.push(say("gap-report-reused-line", "source", format!("{} {}", one.framework, one.source)));
    }
    if let Some(maturity) = line.maturity {
        texts.push(say("gap-report-maturity-line", "maturity", maturity_words(maturity, words)));
    }
    texts.extend(judged(line, words));
    texts.retain(|text| !text.is_empty());
    texts.join(" ")
}

/// The beginning of a long note: the annex is read, and the workbook has the whole.
fn short(note: &str) -> String {
    match note.char_indices().nth(LONGEST_NOTE) {
        Some((end, _)) => format!("{}…", note.get(..end).unwrap_or_default().trim_end()),
        None => note.to_owned(),
    }
}

/// Who gave the conformity, when, on which pass and how sure.
fn judged(line: &Line, words: &Words) -> Option<String> {
    let name = line.assessor.clone()?;
    let day = line.assessed_on.as_deref().map(|day| words.date_short(day));
    let confidence = line.confidence.map(|word| words.say(&format!("confidence-{word}")));
    let key = if line.quick { "gap-report-judged-quick" } else { "gap-report-judged" };
    Some(
        words.say_with(
            key,
            &[
                ("name", name.into()),
                ("date", day.unwrap_or_default().into()),
                (
                    "confidence",
                    confidence
                        .map_or_else(|| words.say("gap-report-not-said"), |word| word.to_lowercase())
                        .into(),
                ),
            ],
        ),
    )
}

/// A maturity with its number.
pub(crate) fn maturity_words(maturity: cairn_domain::gap::Maturity, words: &Words) -> String {
    let step = cairn_domain::gap::Maturity::ALL.iter().position(|one| *one == maturity).unwrap_or_default();
    format!("{step} {}", words.say(&format!("maturity-{maturity}")))
}
