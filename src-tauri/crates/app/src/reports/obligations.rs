//! The register of obligations as a report: every legal duty with where it stands.

use cairn_domain::state::ObligationStatus;
use cairn_reports::{
    Block, Cell, Column, Figure, Group, Mark, Orientation, Report, Row, Table, TableSize, Tone, Width,
};
use cairn_words::Words;

use super::{Origin, Title, fact, frame};
use crate::obligation::ObligationItem;

/// The report, on its side, grouped by system.
#[must_use]
pub fn report(items: &[ObligationItem], origin: &Origin, words: &Words) -> Report {
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
        source: words.say("obligation-report-notice"),
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
    report.body = vec![Block::Table(table(items, words))];
    report
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn unmet(item: &ObligationItem) -> bool {
    matches!(item.status, ObligationStatus::Open | ObligationStatus::InProgress)
}

fn table(items: &[ObligationItem], words: &Words) -> Table {
    let mut sorted: Vec<&ObligationItem> = items.iter().collect();
    sorted
        .sort_by(|a, b| (&a.system.code, &a.duty.applies_from).cmp(&(&b.system.code, &b.duty.applies_from)));
    let mut rows = Vec::new();
    let mut system = None;
    for item in sorted {
        if system != Some(item.system.id) {
            system = Some(item.system.id);
            rows.push(Row::Group(Group {
                id: item.system.code.clone().unwrap_or_default(),
                title: item.system.title.clone(),
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
    let duty = match (&item.reason, item.status) {
        (Some(reason), ObligationStatus::NotOurs) => format!("{} ({reason})", item.duty.label),
        _ => item.duty.label.clone(),
    };
    let helps: Vec<&str> = item.helps.iter().map(|help| help.id.as_str()).collect();
    Row::Cells(vec![
        item.duty.reference.clone().into(),
        duty.into(),
        words.date_short(item.duty.applies_from.as_str()).into(),
        Cell::marked(mark, status),
        item.owner.as_ref().map_or_else(none, |owner| owner.name.clone().into()),
        item.due.as_deref().map_or_else(none, |due| words.date_short(due).into()),
        words.number(item.evidence.into()).into(),
        helps.join(", ").into(),
    ])
}
