//! A classification and the register of obligations as Excel.

use cairn_domain::state::ObligationStatus;
use cairn_exchange::workbook::{OutColumn, OutSheet, Value, Workbook};
use cairn_words::Words;

use super::{
    choice_column, date, date_column, heading, long_column, number, stored, text, text_column, workbook,
};
use crate::classification::{ClassificationDuty, ClassificationView};
use crate::obligation::ObligationItem;
use crate::reports::Origin;

/// The words that mark what rests on an uncertain reading; empty for what is settled.
fn confirm(confirm: bool, words: &Words) -> String {
    if confirm { words.say("classification-report-confirm") } else { String::new() }
}

/// A classification: the record, its duties, every answer, and the written reasons, one sheet each.
pub(in crate::report) fn classification(
    view: &ClassificationView,
    tracked: &[ObligationItem],
    origin: &Origin,
    words: &Words,
) -> Workbook {
    let code = view.system.code.clone().unwrap_or_default();
    let rules = words.say_with("classification-report-title", &[("rules", view.rules.clone().into())]);
    let title = format!("{rules}, {code} {}", view.system.title);
    let version = crate::reports::classification::version(view, words);
    let sheet = |key: &str, columns: Vec<OutColumn>, rows: Vec<Vec<Value>>| {
        let mut sheet = OutSheet::new(&words.say(key), columns, rows);
        sheet.heading = vec![title.clone(), version.clone(), heading(origin, words)];
        sheet.frozen_columns = 1;
        sheet
    };
    let record = vec![
        text_column(&words.say("classification-report-fact"), 26.0),
        long_column(&words.say("sheet-value"), 90.0),
    ];
    let mut book = workbook(&title, sheet("sheet-classification", record, record_rows(view, words)), origin);
    book.sheets.push(duties(view, tracked, &sheet, words));
    book.sheets.push(sheet("sheet-answers", answer_columns(words), answers(view, words)));
    let reasons = vec![
        text_column(&words.say("classification-report-article"), 18.0),
        long_column(&words.say("sheet-reason"), 40.0),
        long_column(&words.say("sheet-note"), 90.0),
    ];
    let written = view.result.required_notes.iter().map(|note| {
        let said = view.answers.notes.get(&note.id).map(String::as_str).unwrap_or_default();
        vec![text(&note.refs.join(", ")), text(&note.label), text(said)]
    });
    book.sheets.push(sheet("classification-report-reasons", reasons, written.collect()));
    book
}

/// Tier, outcomes, roles, signature and rules, then the facts and what is open.
fn record_rows(view: &ClassificationView, words: &Words) -> Vec<Vec<Value>> {
    let result = &view.result;
    let line = |key: &str, value: &str| vec![text(&words.say(key)), text(value)];
    let signed = view.signed.as_ref();
    let by = signed.and_then(|signed| signed.by.as_ref()).map(|by| by.name.as_str()).unwrap_or_default();
    let at = signed.and_then(|signed| signed.at.as_deref()).unwrap_or_default();
    let review = signed.and_then(|signed| signed.review_on.as_deref()).unwrap_or_default();
    let roles: Vec<&str> = result.roles.iter().map(|role| role.label.as_str()).collect();
    let tier = match &result.tier {
        Some(tier) => tier.label.clone(),
        None => words.say_with("sheet-tier-open", &[("worst", result.worst_possible.label.clone().into())]),
    };
    let code = view.record.as_ref().and_then(|record| record.code.as_deref()).unwrap_or_default();
    let basis = &view.basis;
    let mut rows = vec![
        line("classification-report-record", code),
        line("sheet-tier", &tier),
        line("classification-report-roles", &roles.join(", ")),
        line(crate::reports::classification_sign::decider_key(view), by),
        line("sheet-decided-at", at),
        line("sheet-review", review),
        line(
            "classification-report-rules",
            &format!("{} {} {} {}", view.pack, basis.version, basis.date, basis.sha256),
        ),
        line("sheet-notice", &basis.notice),
    ];
    for outcome in &result.outcomes {
        let from = outcome.applies_from.as_ref().map(ToString::to_string).unwrap_or_default();
        let limit = outcome.qualifier.clone().unwrap_or_default();
        let said =
            [outcome.label.clone(), outcome.refs.join(", "), from, limit, confirm(outcome.confirm, words)];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        rows.push(line("sheet-outcome", &said.join("; ")));
    }
    for conflict in &result.contradictions {
        rows.push(line("classification-report-conflict", &conflict.label));
    }
    for gap in &result.gaps {
        rows.push(line("sheet-open", &format!("{} ({})", gap.text, gap.ask)));
    }
    for fact in &view.facts {
        rows.push(vec![text(&fact.label), text(&fact.then)]);
    }
    rows
}

fn duties(
    view: &ClassificationView,
    tracked: &[ObligationItem],
    sheet: &impl Fn(&str, Vec<OutColumn>, Vec<Vec<Value>>) -> OutSheet,
    words: &Words,
) -> OutSheet {
    let columns = vec![
        text_column(&words.say("classification-report-article"), 20.0),
        long_column(&words.say("classification-report-duty"), 60.0),
        text_column(&words.say("classification-report-binds"), 20.0),
        date_column(&words.say("classification-report-applies")),
        long_column(&words.say("sheet-limit"), 40.0),
        long_column(&words.say("sheet-all-dates"), 40.0),
        text_column(&words.say("obligation-report-status"), 22.0),
        text_column(&words.say("obligation-report-owner"), 22.0),
        date_column(&words.say("obligation-report-until")),
        long_column(&words.say("sheet-remark"), 50.0),
        text_column(&words.say("sheet-confirm"), 22.0),
    ];
    let row = |duty: &ClassificationDuty| {
        let item = tracked.iter().find(|item| item.duty.id == duty.id);
        let status = item.map(|item| words.say(&format!("obligation-status-{}", item.status)));
        let owner = item.and_then(|item| item.owner.as_ref()).map(|owner| owner.name.as_str());
        let days = duty.dates.iter().map(|day| format!("{} {}", day.date, day.label));
        vec![
            text(&duty.reference),
            text(&duty.label),
            text(&duty.roles.join(", ")),
            Value::Date(duty.applies_from.clone()),
            text(duty.qualifier.as_deref().unwrap_or_default()),
            text(&days.collect::<Vec<_>>().join("; ")),
            text(&status.unwrap_or_default()),
            text(owner.unwrap_or_default()),
            date(item.and_then(|item| item.due.as_deref())),
            text(duty.remark.as_deref().unwrap_or_default()),
            text(&confirm(duty.confirm, words)),
        ]
    };
    sheet("sheet-obligations", columns, view.result.obligations.iter().map(row).collect())
}

fn answer_columns(words: &Words) -> Vec<OutColumn> {
    vec![
        text_column(&words.say("classification-report-article"), 18.0),
        long_column(&words.say("classification-report-question"), 70.0),
        long_column(&words.say("classification-report-answer"), 46.0),
        text_column(&words.say("classification-report-effect"), 18.0),
        long_column(&words.say("sheet-note"), 60.0),
        text_column(&words.say("sheet-confirm"), 22.0),
    ]
}

fn answers(view: &ClassificationView, words: &Words) -> Vec<Vec<Value>> {
    let findings = view.result.findings.iter().map(|finding| {
        vec![
            text(&finding.refs.join(", ")),
            text(&finding.text),
            text(&finding.answers.join(", ")),
            text(&crate::reports::classification::effect(finding.effect, words)),
            text(finding.note.as_deref().unwrap_or_default()),
            text(&confirm(finding.confirm, words)),
        ]
    });
    findings.collect()
}

/// The register of obligations.
pub(in crate::report) fn obligations(items: &[ObligationItem], origin: &Origin, words: &Words) -> Workbook {
    let columns = vec![
        text_column(&words.say("register-report-system"), 10.0),
        text_column(&words.say("sheet-title"), 30.0),
        text_column(&words.say("obligation-report-law"), 14.0),
        text_column(&words.say("classification-report-article"), 20.0),
        long_column(&words.say("classification-report-duty"), 60.0),
        text_column(&words.say("classification-report-binds"), 20.0),
        date_column(&words.say("classification-report-applies")),
        choice_column(
            &words.say("obligation-report-status"),
            22.0,
            "obligation-status",
            stored!(ObligationStatus),
            words,
        ),
        text_column(&words.say("obligation-report-owner"), 22.0),
        date_column(&words.say("obligation-report-until")),
        long_column(&words.say("sheet-note"), 40.0),
        text_column(&words.say("obligation-report-evidence"), 10.0),
        text_column(&words.say("obligation-report-helps"), 30.0),
        long_column(&words.say("sheet-limit"), 40.0),
        long_column(&words.say("sheet-remark"), 50.0),
        text_column(&words.say("sheet-confirm"), 22.0),
    ];
    let rows = items.iter().map(|item| {
        let helps: Vec<&str> = item.helps.iter().map(|help| help.id.as_str()).collect();
        vec![
            text(item.system.code.as_deref().unwrap_or_default()),
            text(&item.system.title),
            text(&item.law),
            text(&item.duty.reference),
            text(&item.duty.label),
            text(&item.duty.roles.join(", ")),
            Value::Date(item.duty.applies_from.clone()),
            text(&words.say(&format!("obligation-status-{}", item.status))),
            text(item.owner.as_ref().map(|owner| owner.name.as_str()).unwrap_or_default()),
            date(item.due.as_deref()),
            text(item.reason.as_deref().unwrap_or_default()),
            number(item.evidence),
            text(&helps.join(", ")),
            text(item.duty.qualifier.as_deref().unwrap_or_default()),
            text(item.duty.remark.as_deref().unwrap_or_default()),
            text(&confirm(item.duty.confirm, words)),
        ]
    });
    let title = words.say("obligation-report-title");
    let mut sheet = OutSheet::new(&words.say("sheet-obligations"), columns, rows.collect());
    let counts = crate::obligation::laws(items).into_iter().map(|law| {
        words.say_with(
            "obligation-report-law-counts",
            &[("law", law.law.into()), ("all", law.counts.all.into()), ("met", law.counts.met.into())],
        )
    });
    sheet.heading = vec![title.clone(), heading(origin, words), counts.collect::<Vec<_>>().join(" ")];
    sheet.frozen_columns = 2;
    workbook(&title, sheet, origin)
}
