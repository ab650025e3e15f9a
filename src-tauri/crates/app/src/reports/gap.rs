//! The gap analysis as a report: where we stand, what blocks, and all 70 lines.

use cairn_domain::gap::{Conformity, Figures};
use cairn_reports::{
    Bar, BarTone, Bars, Block, Cell, Column, Figure, Heading, Level, List, Mark, Note, Paragraph, Report,
    Role, Row, Table, Text, Tone, Width,
};
use cairn_words::Words;

pub use super::gap_model::{Assessment, Demand, Line, Todo};
use super::{Issue, Origin, Title, fact, frame, gap_lines};
use crate::roadmap::RoadmapView;

/// The report.
#[must_use]
pub fn report(
    assessment: &Assessment,
    roadmap: Option<&RoadmapView>,
    issue: &Issue,
    origin: &Origin,
    words: &Words,
) -> Report {
    let key = if assessment.frozen { "gap-report-frozen" } else { "gap-report-draft" };
    let version = words.say_with(key, &[("date", words.date(&assessment.date).into())]);
    let scope =
        if assessment.scope.is_empty() { words.say("report-not-named") } else { assessment.scope.clone() };
    let mut facts = vec![
        fact(words.say("gap-report-scope"), scope, 1.6),
        fact(words.say("gap-report-assessment"), format!("{}, {version}", assessment.name), 1.2),
    ];
    facts.extend(issue.facts(words));
    let title = Title {
        title: words.say("gap-report-title"),
        standfirst: "gap-report-standfirst",
        version: issue.short(words),
        source: words.say_with("report-titles-from", &[("standard", assessment.standard.clone().into())]),
    };
    let mut report = frame(origin, &title, facts, words);
    let (clauses, controls) = (assessment.figures(false), assessment.figures(true));
    report.cover.lead = lead(assessment, &clauses, &controls, words);
    report.cover.figures = vec![
        count(clauses.not_conforming(), "gap-report-clauses-open", words),
        count(controls.not_conforming(), "gap-report-controls-open", words),
        count(number(assessment.blocking().len()), "gap-report-blocking", words),
    ];
    report.body = summary(assessment, &clauses, &controls, words);
    report.body.extend(details(assessment, roadmap, words));
    report.body.push(Block::SignOff(issue.sign_off.clone()));
    report
}

/// Blockers named on the first page; the others follow in their own section.
const FIRST_PAGE: usize = 4;

/// Clauses and controls in one row each: lines per conformity, never added up.
fn standing(clauses: &Figures, controls: &Figures, words: &Words) -> Table {
    let row = |key: &str, figures: &Figures| {
        let score = |level: &Conformity| words.number(figures.by_score[level.score() as usize].into()).into();
        let open = words.number((figures.applicable - figures.assessed).into());
        let first = std::iter::once(words.say(key).into());
        Row::Cells(first.chain(Conformity::ALL.iter().rev().map(score)).chain([open.into()]).collect())
    };
    let level =
        |level: &Conformity| Column::new(words.say(&format!("conformity-{level}")), Width::Points(74.0));
    let first = Column::new("", Width::Share(1.0)).tone(Tone::Strong).heads_row();
    let last = Column::new(words.say("conformity-not-assessed"), Width::Points(70.0));
    Table {
        summary: words.say("gap-report-standing"),
        columns: std::iter::once(first)
            .chain(Conformity::ALL.iter().rev().map(level))
            .chain([last])
            .collect(),
        rows: vec![row("gap-report-clauses", clauses), row("gap-report-controls", controls)],
        ..Table::default()
    }
}

/// Clause lines and controls in one paragraph each: what stage 1 would stop at, what stage 2 counts.
fn stages(assessment: &Assessment, words: &Words) -> [Block; 2] {
    let stages = &assessment.stages;
    let one = words.say_with(
        "gap-report-stage-one-text",
        &[
            ("lines", stages.one.into()),
            ("below", stages.below_paper.into()),
            ("documents", stages.documents.into()),
            ("unplanned", stages.not_planned.into()),
        ],
    );
    let two = words.say_with(
        "gap-report-stage-two-text",
        &[
            ("clauses", stages.clauses.into()),
            ("controls", stages.controls.into()),
            ("included", stages.included.into()),
            ("assessed", stages.included_assessed.into()),
        ],
    );
    [one, two].map(|text| Block::Paragraph(Paragraph { text: text.into(), role: Role::Body }))
}

/// Lines whose conformity was given before and would not be given today, where there are any.
fn look_again(assessment: &Assessment, words: &Words) -> Option<Block> {
    let lines: Vec<&str> =
        assessment.counted().filter(|line| line.look_again).map(|line| line.id.as_str()).collect();
    let args = [("count", number(lines.len()).into()), ("lines", lines.join(", ").into())];
    let text = words.say_with("gap-report-look-again-lines", &args).into();
    (!lines.is_empty()).then_some(Block::Paragraph(Paragraph { text, role: Role::Body }))
}

/// Lines that a person graded milder than the forecast, where there are any: they are counted as forecast.
fn regraded(assessment: &Assessment, words: &Words) -> Option<Block> {
    let lines: Vec<&str> =
        assessment.counted().filter(|line| line.forecast.is_some()).map(|line| line.id.as_str()).collect();
    let args = [("count", number(lines.len()).into()), ("lines", lines.join(", ").into())];
    let text = words.say_with("gap-report-regraded-lines", &args).into();
    (!lines.is_empty()).then_some(Block::Paragraph(Paragraph { text, role: Role::Body }))
}

/// What management has to know, on the first page.
fn summary(assessment: &Assessment, clauses: &Figures, controls: &Figures, words: &Words) -> Vec<Block> {
    let blockers = assessment.blocking();
    let mut body =
        vec![heading("gap-report-standing", words), Block::Table(standing(clauses, controls, words))];
    body.push(heading("gap-report-stages", words));
    body.extend(stages(assessment, words));
    body.extend(look_again(assessment, words));
    if !blockers.is_empty() {
        let mut named: Vec<Text> = blockers
            .iter()
            .take(FIRST_PAGE)
            .map(|line| format!("{} {}", line.id, line.full_title()).into())
            .collect();
        if let more @ 1.. = blockers.len().saturating_sub(FIRST_PAGE) {
            named.push(words.say_with("gap-report-more-blockers", &[("count", number(more).into())]).into());
        }
        body.push(paragraph("gap-report-first-blockers", words));
        body.push(Block::List(List { numbered: false, items: named }));
    }
    body.extend(regraded(assessment, words));
    body.push(Block::PageBreak);
    body
}

/// Method, results by clause and area, what the audits would stop at, roadmap, reuse, and all lines.
fn details(assessment: &Assessment, roadmap: Option<&RoadmapView>, words: &Words) -> Vec<Block> {
    let mut body = vec![heading("gap-report-method", words)];
    let method = [
        "gap-report-method-scale",
        "gap-report-method-answers",
        "gap-report-method-maturity",
        "gap-report-method-grade",
        "gap-report-method-stages",
    ];
    body.extend(method.iter().map(|key| paragraph(key, words)));
    body.extend([
        heading("gap-report-results", words),
        Block::Bars(bars(&assessment.figures(false), "gap-report-clauses", BarTone::Solid, words)),
        Block::Bars(bars(&assessment.figures(true), "gap-report-controls", BarTone::Hatched, words)),
        Block::Table(results(assessment, false, words)),
        Block::Table(results(assessment, true, words)),
        heading("gap-report-blockers", words),
        Block::Table(gap_lines::blockers(assessment, words)),
        heading("gap-report-stage-one", words),
        Block::Table(gap_lines::stage_one(assessment, words)),
        heading("gap-report-stage-two", words),
    ]);
    let two: Vec<&str> =
        assessment.counted().filter(|line| line.stage_two).map(|line| line.id.as_str()).collect();
    let text = if two.is_empty() { words.say("gap-report-stage-two-none") } else { two.join(", ") };
    body.push(Block::Paragraph(Paragraph { text: text.into(), role: Role::Body }));
    if let Some(since) = &assessment.since {
        body.push(heading("gap-report-since", words));
        body.extend(super::gap_change::blocks(since, words));
    }
    if let Some(roadmap) = roadmap {
        body.extend(plan(roadmap, assessment.frozen, words));
    }
    let accepted = number(assessment.lines.iter().filter(|line| !line.reused.is_empty()).count());
    let of = [("count", accepted.into()), ("total", number(assessment.lines.len()).into())];
    body.extend([
        heading("gap-report-reused", words),
        Block::Paragraph(Paragraph {
            text: words.say_with("gap-report-reused-text", &of).into(),
            role: Role::Body,
        }),
    ]);
    if accepted > 0 {
        body.push(Block::Table(gap_lines::reused(assessment, words)));
    }
    body.extend([
        heading("gap-report-lines-clauses", words),
        Block::Table(gap_lines::all(assessment, false, words)),
        heading("gap-report-lines-controls", words),
        Block::Table(gap_lines::all(assessment, true, words)),
    ]);
    body
}

/// The steps to the audits and the open actions, where there are any. They go on after an assessment is frozen, which is
/// said there.
fn plan(roadmap: &RoadmapView, frozen: bool, words: &Words) -> Vec<Block> {
    let mut body = Vec::new();
    if roadmap.steps.is_empty() && roadmap.actions.is_empty() {
        return body;
    }
    body.push(heading("gap-report-roadmap", words));
    if frozen {
        body.push(paragraph("gap-report-roadmap-today", words));
    }
    body.extend(roadmap.warnings.iter().map(|warning| {
        let text = warning.clone().into();
        Block::Note(Note { title: String::new(), text, mark: Some(Mark::HalfDot) })
    }));
    if !roadmap.steps.is_empty() {
        body.push(Block::Table(super::roadmap::steps(&roadmap.steps, words)));
    }
    if !roadmap.actions.is_empty() {
        body.push(paragraph("gap-report-actions", words));
        body.push(Block::Table(super::roadmap::actions(&roadmap.actions, words)));
    }
    body
}

/// One row for each clause, or for each area of controls.
fn results(assessment: &Assessment, control: bool, words: &Words) -> Table {
    let mut groups: Vec<(&str, &str, Vec<&Line>)> = Vec::new();
    for line in assessment.counted().filter(|line| line.control == control) {
        match groups.last_mut() {
            Some((id, _, lines)) if *id == line.group => lines.push(line),
            _ => groups.push((&line.group, &line.group_title, vec![line])),
        }
    }
    let row = |(id, title, lines): &(&str, &str, Vec<&Line>)| {
        let figures = Figures::of(lines.iter().map(|line| line.conformity));
        let blocks = lines.iter().filter(|line| line.blocks()).count();
        let percent = figures.percent().map(|percent| format!("{percent} %"));
        let of = [("count", figures.assessed.into()), ("total", figures.applicable.into())];
        Row::Cells(vec![
            (*id).into(),
            (*title).into(),
            words.say_with("gap-report-of", &of).into(),
            words.number(figures.not_conforming().into()).into(),
            words.number(number(blocks).into()).into(),
            percent.map_or_else(|| Cell::toned(Tone::Quiet, words.say("report-no-data")), Cell::from),
        ])
    };
    let key = if control { "gap-report-controls" } else { "gap-report-clauses" };
    Table {
        summary: words.say(key),
        columns: vec![
            Column::new(words.say(key), Width::Points(52.0)).tone(Tone::Quiet).heads_row(),
            Column::new("", Width::Share(1.0)).tone(Tone::Strong),
            Column::new(words.say("gap-report-assessed"), Width::Points(72.0)),
            Column::new(words.say("gap-report-not-conforming"), Width::Points(82.0)),
            Column::new(words.say("gap-report-blocks"), Width::Points(52.0)),
            Column::new(words.say("gap-report-conformity"), Width::Points(66.0)),
        ],
        rows: groups.iter().map(row).collect(),
        empty: words.say("gap-report-no-lines"),
        ..Table::default()
    }
}

/// What does not yet conform and what blocks, in counts; then the conformity with its base.
fn lead(assessment: &Assessment, clauses: &Figures, controls: &Figures, words: &Words) -> String {
    if clauses.assessed + controls.assessed == 0 {
        return words.say("gap-report-lead-nothing");
    }
    let percent = |figures: &Figures| {
        figures.percent().map_or_else(|| words.say("report-no-data"), |percent| format!("{percent} %"))
    };
    let sentence = |key, figures: &Figures| {
        words.say_with(
            key,
            &[
                ("count", figures.not_conforming().into()),
                ("percent", percent(figures).into()),
                ("assessed", figures.assessed.into()),
                ("applicable", figures.applicable.into()),
            ],
        )
    };
    let blocking =
        words.say_with("gap-report-lead-blocking", &[("count", number(assessment.blocking().len()).into())]);
    let clauses = sentence("gap-report-lead-clauses", clauses);
    let controls = sentence("gap-report-lead-controls", controls);
    format!("{clauses} {controls} {blocking}")
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn count(value: u32, key: &str, words: &Words) -> Figure {
    Figure { value: words.number(value.into()), label: words.say(key) }
}

fn heading(key: &str, words: &Words) -> Block {
    Block::Heading(Heading {
        level: Level::Section,
        text: words.say(key),
        anchor: Some(key.to_owned()),
        ..Heading::default()
    })
}

fn paragraph(key: &str, words: &Words) -> Block {
    Block::Paragraph(Paragraph { text: words.say(key).into(), role: Role::Body })
}

fn bars(figures: &Figures, title: &str, tone: BarTone, words: &Words) -> Bars {
    let share = |lines: u32| if figures.applicable == 0 { 0.0 } else { ratio(lines, figures.applicable) };
    let bar = |label: String, lines: u32| Bar {
        label,
        share: share(lines),
        figure: words
            .say_with("gap-report-of", &[("count", lines.into()), ("total", figures.applicable.into())]),
        tone,
    };
    let mut bars: Vec<Bar> = Conformity::ALL
        .iter()
        .rev()
        .map(|level| {
            let lines = figures.by_score[level.score() as usize];
            bar(words.say(&format!("conformity-{level}")), lines)
        })
        .collect();
    bars.push(bar(words.say("conformity-not-assessed"), figures.applicable - figures.assessed));
    Bars { title: words.say(title), bars }
}

/// Both are counts of lines of one framework, far below the precision of the type.
#[allow(clippy::cast_precision_loss, reason = "counts of lines are small")]
pub(super) fn ratio(part: u32, whole: u32) -> f32 {
    part as f32 / whole as f32
}
