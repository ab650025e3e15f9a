//! The register of obligations as a report: every legal duty with where it stands.

use cairn_domain::state::ObligationStatus;
use cairn_reports::{
    Block, Cell, Column, Figure, Group, Mark, Note, Orientation, Paragraph, Report, Role, Row, Table,
    TableSize, Tone, Width,
};
use cairn_words::Words;

use super::{Origin, Title, fact, frame};
use crate::obligation::{ObligationItem, laws};

/// What the rules for a law are, and what they are not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The law, in two or three words.
    pub law: String,
    /// In full sentences.
    pub text: String,
}

/// The report, on its side, grouped by system and law.
#[must_use]
pub fn report(items: &[ObligationItem], notices: &[Notice], origin: &Origin, words: &Words) -> Report {
    let version = words.date(origin.at.as_str());
    let systems = items.iter().map(|item| item.system.id).collect::<std::collections::BTreeSet<_>>().len();
    let facts = vec![
        fact(words.say("obligation-report-systems"), words.number(whole(systems)), 1.0),
        fact(words.say("obligation-report-date"), version.clone(), 1.0),
    ];
    let title = Title {
        title: words.say("obligation-report-title"),
        standfirst: "obligation-report-standfirst",
        version,
        source: String::new(),
    };
    let mut report = frame(origin, &title, facts, words);
    report.orientation = Orientation::Landscape;
    let counted = |key: &str, test: &dyn Fn(&ObligationItem) -> bool| Figure {
        value: words.number(whole(items.iter().filter(|item| test(item)).count())),
        label: words.say(key),
    };
    report.cover.figures = vec![
        counted("obligation-report-all", &|_| true),
        counted("obligation-report-due", &|item| item.applies && unmet(item)),
        counted("obligation-report-met", &|item| item.status == ObligationStatus::Met),
        counted("obligation-report-not-ours", &|item| item.status == ObligationStatus::NotOurs),
    ];
    report.cover.lead = by_law(items, words);
    report.body = vec![caption(&words.say("obligation-report-notice"))];
    if items.iter().any(|item| item.duty.confirm) {
        report.body.push(caption(&words.say("classification-report-confirm-legend")));
    }
    report.body.push(Block::Table(table(items, words)));
    report.body.extend(notices.iter().map(|notice| {
        let title = words.say_with("obligation-report-rules", &[("law", notice.law.clone().into())]);
        Block::Note(Note { title, text: notice.text.clone().into(), mark: None })
    }));
    report
}

fn caption(text: &str) -> Block {
    Block::Paragraph(Paragraph { text: text.into(), role: Role::Caption })
}

/// How many duties each law gives, and how many of them are met.
fn by_law(items: &[ObligationItem], words: &Words) -> String {
    let said = laws(items).into_iter().map(|law| {
        words.say_with(
            "obligation-report-law-counts",
            &[("law", law.law.into()), ("all", law.counts.all.into()), ("met", law.counts.met.into())],
        )
    });
    said.collect::<Vec<_>>().join(" ")
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn unmet(item: &ObligationItem) -> bool {
    matches!(item.status, ObligationStatus::Open | ObligationStatus::InProgress)
}

fn table(items: &[ObligationItem], words: &Words) -> Table {
    let mut sorted: Vec<&ObligationItem> = items.iter().collect();
    sorted.sort_by(|a, b| {
        let place = |item: &ObligationItem| {
            (item.system.code.clone(), item.law.clone(), item.duty.applies_from.clone())
        };
        place(a).cmp(&place(b))
    });
    let mut rows = Vec::new();
    let mut group = None;
    for item in sorted {
        if group != Some((item.system.id, &item.law)) {
            group = Some((item.system.id, &item.law));
            rows.push(Row::Group(Group {
                id: item.system.code.clone().unwrap_or_default(),
                title: words.say_with(
                    "obligation-report-group",
                    &[("name", item.system.title.clone().into()), ("law", item.law.clone().into())],
                ),
                anchor: None,
                bookmark: true,
            }));
        }
        rows.push(row(item, words));
    }
    Table {
        summary: words.say("obligation-report-title"),
        columns: vec![
            Column::new(words.say("classification-report-article"), Width::Points(86.0))
                .tone(Tone::Quiet)
                .heads_row(),
            Column::new(words.say("classification-report-duty"), Width::Share(2.2)),
            Column::new(words.say("classification-report-applies"), Width::Points(74.0)),
            Column::new(words.say("obligation-report-status"), Width::Points(96.0)),
            Column::new(words.say("obligation-report-owner"), Width::Points(86.0)),
            Column::new(words.say("obligation-report-until"), Width::Points(62.0)),
            Column::new(words.say("obligation-report-evidence"), Width::Points(50.0)),
            Column::new(words.say("obligation-report-helps"), Width::Share(0.8)).tone(Tone::Soft),
        ],
        rows,
        empty: words.say("obligation-report-empty"),
        size: TableSize::Small,
    }
}

fn row(item: &ObligationItem, words: &Words) -> Row {
    let mark = match item.status {
        ObligationStatus::Open => Mark::DashedRing,
        ObligationStatus::InProgress => Mark::HalfDot,
        ObligationStatus::Met => Mark::Dot,
        ObligationStatus::NotOurs => Mark::Dash,
    };
    let none = || Cell::toned(Tone::Quiet, words.say("report-none"));
    let status = words.say(&format!("obligation-status-{}", item.status));
    let mut duty = match (&item.reason, item.status) {
        (Some(reason), ObligationStatus::NotOurs) => format!("{} ({reason})", item.duty.label),
        _ => item.duty.label.clone(),
    };
    if let Some(remark) = &item.duty.remark {
        duty = format!("{duty}\n{remark}");
    }
    let reference = &item.duty.reference;
    let reference = if item.duty.confirm { format!("{reference} *") } else { reference.clone() };
    let from = words.date_short(item.duty.applies_from.as_str());
    let from = match &item.duty.qualifier {
        Some(limit) => format!("{from} ({limit})"),
        None => from,
    };
    let helps: Vec<&str> = item.helps.iter().map(|help| help.id.as_str()).collect();
    Row::Cells(vec![
        reference.into(),
        duty.into(),
        from.into(),
        Cell::marked(mark, status),
        item.owner.as_ref().map_or_else(none, |owner| owner.name.clone().into()),
        item.due.as_deref().map_or_else(none, |due| words.date_short(due).into()),
        words.number(item.evidence.into()).into(),
        helps.join(", ").into(),
    ])
}
