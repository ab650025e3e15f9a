//! A classification as a record. The first page is the record by itself: what the system is, what the law makes of it,
//! why, what follows for us and who answers for it. The annex behind it is for whoever works with the decision.

use cairn_domain::state::ObligationStatus;
use cairn_domain::time::Date;
use cairn_reports::{
    Block, Cell, Column, Fact, Heading, Level, Mark, Paragraph, Report, Role, Row, Table, TableSize, Tone,
    Width,
};
use cairn_words::Words;

use super::classification_sign::sign_off;
use super::{Origin, Title, fact, frame};
use crate::classification::{
    ClassificationDuty, ClassificationFinding, ClassificationResult, ClassificationView,
};
use crate::obligation::ObligationItem;
use crate::pack::EU_AI_ACT;

#[path = "classification_annex.rs"]
mod annex;
#[path = "classification_answers.rs"]
mod answers;
#[path = "classification_duties.rs"]
mod duties;

pub use answers::effect;
use answers::{answers_table, conflicts, findings, mark, settles, telling};
use duties::duties_in_short;

/// Duties up to this number stand one by one on the first page; more are summed up there and follow in the annex.
const FEW_DUTIES: usize = 8;
/// Characters of a fact on the first page; the annex has the whole.
const SHORT: usize = 70;

/// How much the first page says; the annex has all.
#[derive(Clone, Copy)]
struct Room {
    /// Answers, and open questions.
    rows: usize,
    /// Facts of the register.
    facts: usize,
    /// Answers to look at again.
    conflicts: usize,
    /// Duties are only counted by day, and outcomes beside the tier stand without their provisions and limits.
    short: bool,
    /// Duties are one sentence: how many, and between which days.
    counted: bool,
}

/// From ample to tight: the first that keeps the record, and the line to sign on, on one page.
const ROOMS: [Room; 5] = [
    Room { rows: 3, facts: 5, conflicts: 3, short: false, counted: false },
    Room { rows: 2, facts: 3, conflicts: 1, short: false, counted: false },
    Room { rows: 1, facts: 1, conflicts: 0, short: false, counted: false },
    Room { rows: 1, facts: 0, conflicts: 0, short: true, counted: false },
    Room { rows: 1, facts: 0, conflicts: 0, short: true, counted: true },
];

/// The report. `tracked` tells where the duties of a decision in force stand; it is empty for others.
#[must_use]
pub fn report(
    view: &ClassificationView,
    tracked: &[ObligationItem],
    origin: &Origin,
    words: &Words,
) -> Report {
    let code = view.system.code.clone().unwrap_or_default();
    let facts = cover_facts(view, words);
    let record = view.record.as_ref().and_then(|record| record.code.clone());
    let title = Title {
        title: words.say_with("classification-report-title", &[("rules", view.rules.clone().into())]),
        standfirst: "classification-report-standfirst",
        // Short, for the foot of each page: the cover says the rest.
        version: [Some(code), record].into_iter().flatten().collect::<Vec<_>>().join(", "),
        source: String::new(),
    };
    let mut report = frame(origin, &title, facts, words);
    // The first page is a record, not a cover: it needs the room.
    report.cover.standfirst = String::new();
    let mut said = ROOMS[0];
    for room in ROOMS {
        said = room;
        report.cover.lead = lead(view, room, words);
        report.body = first_page(view, tracked, room, words);
        if cairn_reports::pages(&report).is_ok_and(|pages| pages == 1) {
            break;
        }
    }
    let annex = annex::blocks(view, tracked, said, words);
    if !annex.is_empty() {
        report.body.push(Block::PageBreak);
        report.body.extend(annex);
    }
    report
}

fn cover_facts(view: &ClassificationView, words: &Words) -> Vec<Fact> {
    let code = view.system.code.clone().unwrap_or_default();
    let wide = if view.result.roles.len() > 2 { 2.0 } else { 1.0 };
    let mut facts = vec![
        fact(words.say("classification-report-system"), format!("{code} {}", view.system.title), 1.3),
        fact(words.say("classification-report-record"), version(view, words), 1.4),
        // Several roles stand side by side where they have the room.
        fact(words.say("classification-report-roles"), roles(&view.result, words), wide),
    ];
    if let Some(signed) = &view.signed {
        let by = signed.by.as_ref().map(|member| member.name.clone()).unwrap_or_default();
        facts.push(fact(words.say(super::classification_sign::decider_key(view)), by, 1.0));
        if let Some(day) = signed.review_on.as_deref() {
            facts.push(fact(words.say("sheet-review"), words.date_short(day), 0.8));
        }
    }
    facts
}

fn first_page(
    view: &ClassificationView,
    tracked: &[ObligationItem],
    room: Room,
    words: &Words,
) -> Vec<Block> {
    let result = &view.result;
    let mut body = basis(view, room, words);
    if result.provisional {
        let rest = result.gaps.len().saturating_sub(room.rows);
        body.push(small("classification-report-missing", rest, words));
        body.push(Block::Table(missing(result, room.rows, words)));
        body.push(caption(&possible(result, words)));
    }
    body.extend(conflicts(result, room, words));
    let ground = |finding: &&ClassificationFinding| {
        let mut tier = result.outcomes.iter().filter(|outcome| outcome.makes_tier);
        settles(finding) || tier.any(|outcome| outcome.grounds.contains(&finding.question))
    };
    let settling: Vec<_> = result.findings.iter().filter(ground).collect();
    if !settling.is_empty() || !result.provisional {
        let key = if result.provisional {
            "classification-report-findings-so-far"
        } else {
            "classification-report-findings"
        };
        let shown = telling(result, &settling, room.rows);
        body.push(small(key, settling.len() - shown.len(), words));
        body.push(Block::Table(findings(&shown, words)));
    }
    duties_in_short(&mut body, view, tracked, room, words);
    let legend = marked(view).then(|| words.say("classification-report-confirm-legend"));
    let notice = legend.into_iter().chain([view.basis.notice.clone()]).collect::<Vec<_>>().join("\n");
    body.push(caption(&notice));
    // Who decided stands at the head of the page; a draft and a recommendation have a line to sign by hand.
    if view.signed.as_ref().is_none_or(|signed| signed.recommended) {
        body.push(Block::SignOff(sign_off(view, words)));
    }
    body
}

/// Whether anything on the first page is marked to confirm with counsel.
fn marked(view: &ClassificationView) -> bool {
    let result = &view.result;
    result.outcomes.iter().any(|outcome| outcome.confirm)
        || result.obligations.iter().any(|duty| duty.confirm)
        || result.findings.iter().any(|finding| settles(&finding) && finding.confirm)
}

/// A text with the mark that leads to "confirm with counsel".
fn confirmed(text: &str, confirm: bool) -> String {
    if confirm { format!("{text} *") } else { text.to_owned() }
}

fn caption(text: &str) -> Block {
    Block::Paragraph(Paragraph { text: text.into(), role: Role::Caption })
}

/// A heading of the first page, which has little room; `rest` rows stand in the annex only.
fn small(key: &str, rest: usize, words: &Words) -> Block {
    let text = match i64::try_from(rest) {
        Ok(rest) if rest > 0 => {
            let title = ("title", words.say(key).into());
            words.say_with("classification-report-more", &[title, ("count", rest.into())])
        }
        _ => words.say(key),
    };
    Block::Heading(Heading { level: Level::Detail, text, anchor: Some(key.to_owned()), ..Heading::default() })
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
    let record = view.record.as_ref().and_then(|record| record.code.clone()).unwrap_or_default();
    let said = match view.signed.as_ref().and_then(|signed| signed.at.as_deref()) {
        Some(at) => {
            words.say_with("classification-report-signed", &[number, ("date", words.date_short(at).into())])
        }
        None => words.say_with("classification-report-draft", &[number]),
    };
    if record.is_empty() { said } else { format!("{record}, {said}") }
}

fn roles(result: &ClassificationResult, words: &Words) -> String {
    let labels: Vec<&str> = result.roles.iter().map(|role| role.label.as_str()).collect();
    if labels.is_empty() { words.say("report-none") } else { labels.join(", ") }
}

/// The tier as a sentence, then each outcome with its articles.
fn lead(view: &ClassificationView, room: Room, words: &Words) -> String {
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
    // One day needs saying once; where there are more, each stands with what it belongs to.
    let many = result.outcomes.iter().filter(|outcome| outcome.applies_from.is_some()).count() > 1;
    let outcomes = result.outcomes.iter().map(|outcome| {
        let refs = outcome.refs.join(", ");
        let label = confirmed(&outcome.label, outcome.confirm);
        let bare = room.short && !outcome.makes_tier;
        let said = if bare || refs.is_empty() { label } else { format!("{label} ({refs})") };
        match &outcome.applies_from {
            Some(day) if many => {
                let limit = outcome.qualifier.as_deref().filter(|_| !room.short || outcome.makes_tier);
                let day = limited(day, limit, words);
                words.say_with(
                    "classification-report-outcome-from",
                    &[("outcome", said.into()), ("date", day.into())],
                )
            }
            _ => format!("{said}."),
        }
    });
    let mut parts = vec![first];
    parts.extend(outcomes);
    if let Some(from) = &result.applies_from {
        let limit = result.qualifier.as_ref().map(|limit| format!(" ({limit})")).unwrap_or_default();
        let date = ("date", (words.date(from.as_str()) + &limit).into());
        parts.push(words.say_with("classification-report-from", &[date]));
    }
    parts.join(" ")
}

/// The facts in a sentence, and the rules with their hash.
fn basis(view: &ClassificationView, room: Room, words: &Words) -> Vec<Block> {
    let known = view.facts.iter().filter(|fact| !fact.then.trim().is_empty()).take(room.facts);
    let known: Vec<String> = known.map(|fact| format!("{}: {}", fact.label, short(&fact.then))).collect();
    let rules = words.say_with(
        "classification-report-pack",
        &[
            ("title", view.basis.title.clone().into()),
            ("pack", view.pack.clone().into()),
            ("version", view.basis.version.clone().into()),
            ("date", words.date_short(view.basis.date.as_str()).into()),
            ("hash", view.basis.sha256.clone().into()),
        ],
    );
    let facts = || ("facts", known.join("; ").into());
    let facts = (!known.is_empty()).then(|| words.say_with("classification-report-described", &[facts()]));
    let lines: Vec<String> = facts.into_iter().chain([rules]).collect();
    vec![caption(&lines.join("\n"))]
}

fn short(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= SHORT {
        return text.trim_end_matches('.').to_owned();
    }
    let cut: String = text.chars().take(SHORT).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{whole}\u{2026}")
}

/// Open questions and whom to ask.
fn missing(result: &ClassificationResult, most: usize, words: &Words) -> Table {
    let row = |gap: &crate::classification::ClassificationGap| {
        Row::Cells(vec![gap.refs.join(", ").into(), gap.text.clone().into(), gap.ask.clone().into()])
    };
    Table {
        summary: words.say("classification-report-missing"),
        columns: vec![
            Column::new(words.say("classification-report-article"), Width::Points(96.0)).tone(Tone::Quiet),
            Column::new(words.say("classification-report-question"), Width::Share(1.6)).heads_row(),
            Column::new(words.say("classification-report-ask"), Width::Share(1.0)),
        ],
        rows: result.gaps.iter().take(most).map(row).collect(),
        empty: words.say("report-none"),
        size: TableSize::Small,
    }
}

/// What an unfinished case can still come to.
fn possible(result: &ClassificationResult, words: &Words) -> String {
    let outcomes: Vec<&str> = result.possible_outcomes.iter().map(|found| found.label.as_str()).collect();
    let outcomes = if outcomes.is_empty() { words.say("report-none") } else { outcomes.join("; ") };
    words.say_with(
        "classification-report-possible",
        &[
            ("outcomes", outcomes.into()),
            ("worst", result.worst_possible.label.clone().into()),
            ("count", i64::try_from(result.possible_obligations).unwrap_or(i64::MAX).into()),
        ],
    )
}

/// The day from which a duty applies, with its limit.
fn from(duty: &ClassificationDuty, words: &Words) -> String {
    limited(&duty.applies_from, duty.qualifier.as_deref(), words)
}

/// A day with the limit on it.
fn limited(day: &Date, limit: Option<&str>, words: &Words) -> String {
    let date = words.date_short(day.as_str());
    limit.map_or_else(|| date.clone(), |limit| format!("{date} ({limit})"))
}

fn tracking<'a>(duty: &ClassificationDuty, tracked: &'a [ObligationItem]) -> Option<&'a ObligationItem> {
    tracked.iter().find(|item| item.duty.id == duty.id)
}

/// Where a duty stands, who answers for it and what shows it.
fn standing(item: Option<&ObligationItem>, words: &Words) -> Vec<Cell> {
    let none = || Cell::toned(Tone::Quiet, words.say("report-none"));
    let Some(item) = item else { return vec![none(), none(), none()] };
    let mark = match item.status {
        ObligationStatus::Open => Mark::DashedRing,
        ObligationStatus::InProgress => Mark::HalfDot,
        ObligationStatus::Met => Mark::Dot,
        ObligationStatus::NotOurs => Mark::Dash,
    };
    let until = item.due.as_deref().map(|due| ("date", words.date_short(due).into()));
    let until = until.map(|date| words.say_with("classification-report-until", &[date]));
    let owner = item.owner.as_ref().map(|owner| owner.name.clone());
    let owner: Vec<String> = owner.into_iter().chain(until).collect();
    vec![
        Cell::marked(mark, words.say(&format!("obligation-status-{}", item.status))),
        if owner.is_empty() { none() } else { owner.join("\n").into() },
        words.number(item.evidence.into()).into(),
    ]
}

fn standing_columns(words: &Words) -> Vec<Column> {
    vec![
        Column::new(words.say("obligation-report-status"), Width::Points(70.0)),
        Column::new(words.say("classification-report-owner"), Width::Points(76.0)),
        Column::new(words.say("obligation-report-evidence"), Width::Points(42.0)),
    ]
}
