//! Checks of a pack file that need no compiled conditions: ids, references, certainty, order.

use std::collections::BTreeSet;

use super::condition::Condition;
use super::file::{PackFile, Question, QuestionKind};
use super::pack::UNKNOWN;

/// Adds every problem found to `problems`.
pub(super) fn check(file: &PackFile, problems: &mut Vec<String>) {
    check_unique(file, problems);
    check_references(file, problems);
    check_certainty(file, problems);
    for question in &file.questions {
        check_question(question, problems);
    }
    check_steps(file, problems);
    check_tiers(file, problems);
    let questions: BTreeSet<&str> = file.questions.iter().map(|q| q.id.as_str()).collect();
    for note in &file.notes {
        if !questions.contains(note.question.as_str()) {
            problems.push(format!("note {}: no question {}", note.id, note.question));
        }
        if questions.contains(note.id.as_str()) {
            problems.push(format!("note {}: is also a question", note.id));
        }
    }
    for contradiction in &file.contradictions {
        for id in contradiction.questions.iter().filter(|id| !questions.contains(id.as_str())) {
            problems.push(format!("contradiction {}: no question {id}", contradiction.id));
        }
    }
}

fn check_unique(file: &PackFile, problems: &mut Vec<String>) {
    fn unique<'a>(list: &str, ids: impl Iterator<Item = &'a String>, problems: &mut Vec<String>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if id.is_empty() || !seen.insert(id) {
                problems.push(format!("{list}: id `{id}` is empty or used twice"));
            }
        }
    }
    unique("sources", file.sources.iter().map(|x| &x.id), problems);
    unique("citations", file.citations.iter().map(|x| &x.id), problems);
    unique("certainty", file.certainty.iter().map(|x| &x.id), problems);
    unique("dates", file.dates.iter().map(|x| &x.id), problems);
    unique("schedules", file.schedules.iter().map(|x| &x.id), problems);
    unique("facts", file.facts.iter().map(|x| &x.id), problems);
    unique("steps", file.steps.iter().map(|x| &x.id), problems);
    unique("questions", file.questions.iter().map(|x| &x.id), problems);
    unique("roles", file.roles.iter().map(|x| &x.id), problems);
    unique("tiers", file.tiers.iter().map(|x| &x.id), problems);
    unique("outcomes", file.outcomes.iter().map(|x| &x.id), problems);
    unique("obligations", file.obligations.iter().map(|x| &x.id), problems);
    unique("notes", file.notes.iter().map(|x| &x.id), problems);
    unique("contradictions", file.contradictions.iter().map(|x| &x.id), problems);
    for question in &file.questions {
        let list = format!("question {}", question.id);
        unique(&list, question.answers.iter().map(|x| &x.key), problems);
    }
}

/// Whether a reference is a citation, or a provision within one, such as `Art. 26(5)` within `Art. 26`.
fn cited(file: &PackFile, reference: &str) -> bool {
    file.citations.iter().any(|citation| {
        reference.strip_prefix(citation.id.as_str()).is_some_and(|rest| {
            rest.chars().next().is_none_or(|next| next == '(' || next == ',' || next == ' ')
        })
    })
}

fn check_references(file: &PackFile, problems: &mut Vec<String>) {
    let mut check = |at: String, refs: &[String], may_be_empty: bool| {
        if refs.is_empty() && !may_be_empty {
            problems.push(format!("{at}: no reference"));
        }
        for reference in refs.iter().filter(|reference| !cited(file, reference)) {
            problems.push(format!("{at}: `{reference}` is in no cited article"));
        }
    };
    for x in &file.dates {
        check(format!("date {}", x.id), &x.refs, false);
    }
    for x in &file.steps {
        check(format!("step {}", x.id), &x.refs, true);
    }
    for question in &file.questions {
        check(format!("question {}", question.id), &question.refs, false);
        for answer in &question.answers {
            check(format!("question {}, answer {}", question.id, answer.key), &answer.refs, true);
        }
    }
    for x in &file.roles {
        check(format!("role {}", x.id), &x.refs, false);
    }
    for x in &file.outcomes {
        check(format!("outcome {}", x.id), &x.refs, false);
    }
    for x in &file.obligations {
        check(format!("obligation {}", x.id), &x.refs, false);
    }
    for x in &file.notes {
        check(format!("note {}", x.id), &x.refs, false);
    }
}

fn check_certainty(file: &PackFile, problems: &mut Vec<String>) {
    let used = file
        .dates
        .iter()
        .map(|x| (&x.id, &x.certainty))
        .chain(file.questions.iter().map(|x| (&x.id, &x.certainty)))
        .chain(file.outcomes.iter().map(|x| (&x.id, &x.certainty)))
        .chain(file.obligations.iter().map(|x| (&x.id, &x.certainty)));
    for (id, certainty) in used {
        if !file.certainty.iter().any(|known| known.id == *certainty) {
            problems.push(format!("{id}: no certainty {certainty}"));
        }
    }
}

fn check_question(question: &Question, problems: &mut Vec<String>) {
    let id = &question.id;
    if question.answers.len() < 2 {
        problems.push(format!("question {id}: fewer than two answers"));
    }
    if question.answers.iter().any(|answer| answer.key == UNKNOWN) {
        problems.push(format!("question {id}: `{UNKNOWN}` is an answer of every question already"));
    }
    if question.kind == QuestionKind::Single && question.answers.iter().any(|answer| answer.exclusive) {
        problems.push(format!("question {id}: exclusive answers make sense among several only"));
    }
}

/// Questions stand in the order of their steps, and every step has one.
fn check_steps(file: &PackFile, problems: &mut Vec<String>) {
    let place = |step: &str| file.steps.iter().position(|known| known.id == step);
    let mut last = 0;
    for question in &file.questions {
        match place(&question.step) {
            None => problems.push(format!("question {}: no step {}", question.id, question.step)),
            Some(at) if at < last => {
                problems.push(format!("question {}: out of the order of steps", question.id));
            }
            Some(at) => last = at,
        }
    }
    for step in &file.steps {
        if !file.questions.iter().any(|question| question.step == step.id) {
            problems.push(format!("step {}: has no question", step.id));
        }
    }
}

/// The last tier always holds, so that exactly one tier is found; severities differ, so that one is worst.
fn check_tiers(file: &PackFile, problems: &mut Vec<String>) {
    if file.tiers.last().is_none_or(|tier| tier.when != Condition::always() || tier.ends) {
        problems.push("tiers: the last one must always hold and may not end the walk".to_owned());
    }
    let severities: BTreeSet<u8> = file.tiers.iter().map(|tier| tier.severity).collect();
    if severities.len() != file.tiers.len() {
        problems.push("tiers: two have the same severity".to_owned());
    }
}
