//! The answers of a classification as they are printed: which stand on the first page, and what each did.

use std::collections::BTreeSet;

use super::{Room, caption, confirmed};
use crate::classification::{ClassificationFinding, ClassificationResult};
use cairn_domain::rules::Effect;
use cairn_reports::{Block, Cell, Column, Mark, Row, Table, TableSize, Tone, Width};
use cairn_words::Words;

/// Whether an answer opens or closes something, so that it stands among those that settle the case.
pub(super) fn settles(finding: &&ClassificationFinding) -> bool {
    !matches!(finding.effect, Effect::NotMet | Effect::Fact)
}

/// The answers for the first page, in the order of the questions: of every outcome that gives the tier at least one, so
/// that the tier and its day can be followed; then what else carries these outcomes; then other answers.
pub(super) fn telling<'a>(
    result: &ClassificationResult,
    settling: &[&'a ClassificationFinding],
    most: usize,
) -> Vec<&'a ClassificationFinding> {
    let grounds: Vec<&Vec<String>> =
        result.outcomes.iter().filter(|outcome| outcome.makes_tier).map(|outcome| &outcome.grounds).collect();
    let first = || grounds.iter().filter_map(|questions| questions.first());
    let least = most.max(first().collect::<BTreeSet<_>>().len());
    let others = grounds.iter().flat_map(|questions| questions.iter());
    let rest = settling.iter().map(|finding| &finding.question);
    let mut chosen: Vec<&String> = Vec::new();
    for question in first().chain(others).chain(rest) {
        if chosen.len() == least {
            break;
        }
        if !chosen.contains(&question) {
            chosen.push(question);
        }
    }
    settling.iter().copied().filter(|finding| chosen.contains(&&finding.question)).collect()
}

/// Answers and what each did, in short.
pub(super) fn findings(shown: &[&ClassificationFinding], words: &Words) -> Table {
    let row = |finding: &&ClassificationFinding| {
        // What the answer falls under; the annex has all provisions of the question.
        Row::Cells(vec![
            finding.provisions.join(", ").into(),
            confirmed(&finding.text, finding.confirm).into(),
            finding.answers.join(", ").into(),
            Cell::marked(mark(finding.effect), effect(finding.effect, words)),
        ])
    };
    answers_table("classification-report-findings", shown.iter().map(row).collect(), words)
}

pub(super) fn answers_table(summary: &str, rows: Vec<Row>, words: &Words) -> Table {
    Table {
        summary: words.say(summary),
        columns: vec![
            Column::new(words.say("classification-report-article"), Width::Points(96.0)).tone(Tone::Quiet),
            Column::new(words.say("classification-report-question"), Width::Share(1.6)).heads_row(),
            Column::new(words.say("classification-report-answer"), Width::Share(1.2)).tone(Tone::Strong),
            Column::new(words.say("classification-report-effect"), Width::Points(78.0)),
        ],
        rows,
        empty: words.say("report-none"),
        size: TableSize::Small,
    }
}

/// What an answer does, in words.
#[must_use]
pub fn effect(effect: Effect, words: &Words) -> String {
    words.say(match effect {
        Effect::Met => "classification-effect-met",
        Effect::NotMet => "classification-effect-not-met",
        Effect::CarveOut => "classification-effect-carve-out",
        Effect::Closed => "classification-effect-closed",
        Effect::Fact => "classification-effect-fact",
    })
}

pub(super) fn mark(effect: Effect) -> Mark {
    match effect {
        Effect::Met => Mark::Dot,
        Effect::CarveOut => Mark::HalfDot,
        Effect::Closed | Effect::NotMet | Effect::Fact => Mark::Dash,
    }
}

/// Answers to look at again, and how many more stand in the annex.
pub(super) fn conflicts(result: &ClassificationResult, room: Room, words: &Words) -> Option<Block> {
    let found: Vec<&str> = result.contradictions.iter().map(|found| found.label.as_str()).collect();
    let (shown, rest) = found.split_at(found.len().min(room.conflicts));
    let said = match shown {
        [] => words.say("classification-report-conflict"),
        _ => words.say_with("classification-report-conflicts", &[("labels", shown.join(" ").into())]),
    };
    let said = match i64::try_from(rest.len()) {
        Ok(count) if count > 0 => {
            words.say_with("classification-report-more", &[("title", said.into()), ("count", count.into())])
        }
        _ => said,
    };
    (!found.is_empty()).then(|| caption(&said))
}
