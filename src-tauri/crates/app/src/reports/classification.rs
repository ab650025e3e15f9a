//! A classification as a record: the tier, the answers and articles it rests on, the duties, and who decided.

use cairn_domain::rules::Effect;
use cairn_reports::{
    Approval, ApprovalState, Block, Cell, Column, Heading, Level, Mark, Note, Report, Row, SignOff, Table,
    TableSize, Tone, Width,
};
use cairn_words::Words;

use super::{Origin, Title, fact, frame};
use crate::classification::{
    AnswerEvidence, ClassificationDuty, ClassificationFact, ClassificationFinding, ClassificationResult,
    ClassificationView,
};
use crate::pack::EU_AI_ACT;

/// Duties up to this number stand in full on the first page; more are summed up there and follow on the next.
const FEW_DUTIES: usize = 8;

/// The report. Its first page is the decision record by itself; what follows is for whoever works with it.
#[must_use]
pub fn report(view: &ClassificationView, origin: &Origin, words: &Words) -> Report {
    let result = &view.result;
    let code = view.system.code.clone().unwrap_or_default();
    let version = version(view, words);
    let facts = vec![
        fact(words.say("classification-report-system"), format!("{code} {}", view.system.title), 1.5),
        fact(words.say("report-version"), version.clone(), 1.0),
        fact(words.say("classification-report-roles"), roles(result, words), 1.0),
        fact(words.say("classification-report-rules"), rules(view, words), 1.3),
    ];
    let title = Title {
        title: words.say_with("classification-report-title", &[("rules", view.rules.clone().into())]),
        standfirst: "classification-report-standfirst",
        version: format!("{code}, {version}"),
        source: view.basis.notice.clone(),
    };
    let mut report = frame(origin, &title, facts, words);
    report.cover.lead = lead(view, words);
    let settles = |finding: &&ClassificationFinding| !matches!(finding.effect, Effect::NotMet | Effect::Fact);
    let (settling, others): (Vec<_>, Vec<_>) = result.findings.iter().partition(settles);
    // What was decided and why stands on the first page; plain facts and answers that settled nothing are an annex.
    report.body = vec![
        Block::SignOff(sign_off(view, words)),
        heading("classification-report-findings", words),
        Block::Table(findings(&settling, &view.evidence, words)),
    ];
    let many = result.obligations.len() > FEW_DUTIES;
    if many {
        report.body.push(heading("classification-report-glance", words));
        report.body.push(Block::Table(glance(result, words)));
        report.body.push(Block::PageBreak);
    }
    let reasons: Vec<_> = result.required_notes.iter().filter(|note| note.given).collect();
    if !reasons.is_empty() {
        report.body.push(heading("classification-report-reasons", words));
        for note in reasons {
            let text = view.answers.notes.get(&note.id).cloned().unwrap_or_default();
            let title = format!("{} ({})", note.label, note.refs.join(", "));
            report.body.push(Block::Note(Note { title, text: text.into(), mark: None }));
        }
    }
    report.body.push(heading("classification-report-duties", words));
    report.body.push(Block::Table(duties(result, words)));
    if !view.facts.is_empty() {
        report.body.push(heading("classification-report-facts", words));
        report.body.push(Block::Table(system_facts(view, words)));
    }
    if !others.is_empty() {
        report.body.push(heading("classification-report-others", words));
        report.body.push(Block::Table(findings(&others, &view.evidence, words)));
    }
    report
}

fn heading(key: &str, words: &Words) -> Block {
    Block::Heading(Heading {
        level: Level::Section,
        text: words.say(key),
        anchor: Some(key.to_owned()),
        ..Heading::default()
    })
}

/// Version with the day it was signed, or that it is a draft.
pub(crate) fn version(view: &ClassificationView, words: &Words) -> String {
    let number = ("version", i64::try_from(view.version).unwrap_or(i64::MAX).into());
    match view.signed.as_ref().and_then(|signed| signed.at.as_deref()) {
        Some(at) => {
            words.say_with("classification-report-signed", &[number, ("date", words.date_short(at).into())])
        }
        None => words.say_with("classification-report-draft", &[number]),
    }
}

fn roles(result: &ClassificationResult, words: &Words) -> String {
    let labels: Vec<&str> = result.roles.iter().map(|role| role.label.as_str()).collect();
    if labels.is_empty() { words.say("report-none") } else { labels.join(", ") }
}

fn rules(view: &ClassificationView, words: &Words) -> String {
    words.say_with(
        "classification-report-pack",
        &[
            ("title", view.basis.title.clone().into()),
            ("version", view.basis.version.clone().into()),
            ("date", words.date_short(view.basis.date.as_str()).into()),
        ],
    )
}

/// The tier as a sentence, then each outcome with its articles.
fn lead(view: &ClassificationView, words: &Words) -> String {
    let result = &view.result;
    let name = || ("name", view.system.title.clone().into());
    let first = match &result.tier {
        Some(tier) if view.pack == EU_AI_ACT => {
            words.say_with(&format!("classification-report-tier-{}", tier.id), &[name()])
        }
        Some(tier) => format!("{}: {}. {}.", view.system.title, tier.label, tier.explain),
        None => words.say_with(
            "classification-report-tier-open",
            &[name(), ("worst", result.worst_possible.label.clone().into())],
        ),
    };
    let outcomes = result.outcomes.iter().map(|outcome| {
        let refs = outcome.refs.join(", ");
        if refs.is_empty() { format!("{}.", outcome.label) } else { format!("{} ({refs}).", outcome.label) }
    });
    let mut parts = vec![first];
    parts.extend(outcomes);
    if let Some(from) = &result.applies_from {
        let date = words.date(from.as_str());
        parts.push(words.say_with("classification-report-from", &[("date", date.into())]));
    }
    parts.join(" ")
}

/// What the register said of the system, and what has changed since.
fn system_facts(view: &ClassificationView, words: &Words) -> Table {
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
    Table {
        summary: words.say("classification-report-facts"),
        columns: vec![
            Column::new(words.say("classification-report-fact"), Width::Points(130.0))
                .tone(Tone::Quiet)
                .heads_row(),
            Column::new(words.say("classification-report-fact-value"), Width::Share(1.0)),
        ],
        rows: view.facts.iter().map(row).collect(),
        empty: words.say("report-none"),
        size: TableSize::Small,
    }
}

/// Questions, answers and what each did.
fn findings(shown: &[&ClassificationFinding], evidence: &[AnswerEvidence], words: &Words) -> Table {
    let row = |finding: &&ClassificationFinding| {
        let mut answer = match &finding.note {
            Some(note) => format!("{}. {note}", finding.answers.join(", ")),
            None => finding.answers.join(", "),
        };
        let seen = evidence.iter().filter(|seen| seen.question == finding.question);
        for seen in seen {
            let code = seen.evidence.code.clone().unwrap_or_default();
            let line = words.say_with(
                "classification-report-evidence",
                &[("code", code.into()), ("title", seen.evidence.title.clone().into())],
            );
            answer = format!("{answer}\n{line}");
        }
        Row::Cells(vec![
            finding.refs.join(", ").into(),
            finding.text.clone().into(),
            answer.into(),
            Cell::marked(mark(finding.effect), effect(finding.effect, words)),
        ])
    };
    Table {
        summary: words.say("classification-report-findings"),
        columns: vec![
            Column::new(words.say("classification-report-article"), Width::Points(96.0)).tone(Tone::Quiet),
            Column::new(words.say("classification-report-question"), Width::Share(1.6)).heads_row(),
            Column::new(words.say("classification-report-answer"), Width::Share(1.2)).tone(Tone::Strong),
            Column::new(words.say("classification-report-effect"), Width::Points(78.0)),
        ],
        rows: shown.iter().map(row).collect(),
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

fn mark(effect: Effect) -> Mark {
    match effect {
        Effect::Met => Mark::Dot,
        Effect::CarveOut => Mark::HalfDot,
        Effect::Closed | Effect::NotMet | Effect::Fact => Mark::Dash,
    }
}

/// The day from which a duty applies, with its limit.
fn from(duty: &ClassificationDuty, words: &Words) -> String {
    let date = words.date_short(duty.applies_from.as_str());
    match &duty.qualifier {
        Some(limit) => format!("{date} ({limit})"),
        None => date,
    }
}

/// Duties by group and day, named by their provisions only.
fn glance(result: &ClassificationResult, words: &Words) -> Table {
    let mut groups: Vec<(String, String, Vec<String>, Vec<String>)> = Vec::new();
    for duty in &result.obligations {
        let day = from(duty, words);
        let at = groups.iter().position(|(group, from, ..)| (group, from) == (&duty.category, &day));
        let at = at.unwrap_or_else(|| {
            groups.push((duty.category.clone(), day, Vec::new(), Vec::new()));
            groups.len() - 1
        });
        if let Some((_, _, provisions, roles)) = groups.get_mut(at) {
            provisions.push(duty.reference.clone());
            roles.extend(duty.roles.iter().filter(|role| !roles.contains(role)).cloned().collect::<Vec<_>>());
        }
    }
    let rows = groups.into_iter().map(|(group, from, provisions, roles)| {
        let count = i64::try_from(provisions.len()).unwrap_or(i64::MAX);
        let provisions = words.say_with(
            "classification-report-glance-provisions",
            &[("count", count.into()), ("provisions", provisions.join("; ").into())],
        );
        Row::Cells(vec![group.into(), provisions.into(), roles.join(", ").into(), from.into()])
    });
    Table {
        summary: words.say("classification-report-glance"),
        columns: vec![
            Column::new(words.say("classification-report-group"), Width::Points(110.0)).heads_row(),
            Column::new(words.say("classification-report-provisions"), Width::Share(1.4)),
            Column::new(words.say("classification-report-binds"), Width::Points(80.0)),
            Column::new(words.say("classification-report-applies"), Width::Points(80.0)),
        ],
        rows: rows.collect(),
        empty: words.say("classification-report-no-duties"),
        size: TableSize::Small,
    }
}

fn duties(result: &ClassificationResult, words: &Words) -> Table {
    let rows = result.obligations.iter().map(|duty| {
        let from = from(duty, words);
        Row::Cells(vec![
            duty.reference.clone().into(),
            duty.label.clone().into(),
            duty.roles.join(", ").into(),
            from.into(),
        ])
    });
    Table {
        summary: words.say("classification-report-duties"),
        columns: vec![
            Column::new(words.say("classification-report-article"), Width::Points(86.0))
                .tone(Tone::Quiet)
                .heads_row(),
            Column::new(words.say("classification-report-duty"), Width::Share(2.0)),
            Column::new(words.say("classification-report-binds"), Width::Points(80.0)),
            Column::new(words.say("classification-report-applies"), Width::Share(0.9)),
        ],
        rows: rows.collect(),
        empty: words.say("classification-report-no-duties"),
        size: TableSize::Small,
    }
}

fn sign_off(view: &ClassificationView, words: &Words) -> SignOff {
    let review = view.signed.as_ref().and_then(|signed| signed.review_on.as_deref());
    let note =
        review.map(|day| words.say_with("classification-report-review", &[("date", words.date(day).into())]));
    let state = match &view.signed {
        Some(signed) => ApprovalState::Given {
            mark: Mark::Dot,
            words: words.say("classification-report-signed-words"),
            date: signed.at.as_deref().map(|at| words.date(at)).unwrap_or_default(),
            note: note.unwrap_or_default(),
        },
        None => ApprovalState::Open {
            signature: words.say("sign-off-signature"),
            date: words.say("sign-off-date"),
            note: words.say("classification-report-unsigned"),
        },
    };
    let by = view.signed.as_ref().and_then(|signed| signed.by.as_ref());
    SignOff {
        title: words.say("classification-report-decision"),
        approvals: vec![Approval {
            role: words.say("classification-report-decider"),
            person: by.map(|member| member.name.clone()).unwrap_or_default(),
            job: String::new(),
            state,
        }],
    }
}
