//! Reports as Excel: one sheet each, with validation lists, frozen header, filters and fixed properties. Controlled
//! documents stand in `documents`.

use cairn_domain::crosswalk::{PairOrigin, Relation};
use cairn_domain::gap::Confidence;
use cairn_domain::state::ObligationStatus;
use cairn_exchange::workbook::{OutSheet, Workbook};
use cairn_words::Words;

use super::{choice_column, heading, long_column, number, stored, text, text_column, workbook};
use crate::classification::ClassificationView;
use crate::framework::{CrosswalkEnd, CrosswalkView};
use crate::obligation::ObligationItem;
use crate::reports::Origin;

/// A crosswalk, everything as its source states it.
pub(super) fn crosswalk(view: &CrosswalkView, origin: &Origin, words: &Words) -> Workbook {
    let columns = vec![
        text_column(&view.from_title, 13.0),
        text_column(&words.say("sheet-title"), 44.0),
        choice_column(&words.say("sheet-relation"), 16.0, "relation", stored!(Relation), words),
        text_column(&view.to_title, 14.0),
        long_column(&words.say("sheet-title"), 60.0),
        choice_column(&words.say("sheet-origin"), 16.0, "origin", stored!(PairOrigin), words),
        choice_column(&words.say("sheet-confidence"), 12.0, "confidence", stored!(Confidence), words),
        text_column(&words.say("sheet-strength"), 10.0),
        text_column(&words.say("sheet-source"), 44.0),
        long_column(&words.say("sheet-note"), 44.0),
    ];
    let id = |end: &Option<CrosswalkEnd>| end.as_ref().map(|end| end.id.clone()).unwrap_or_default();
    let name = |end: &Option<CrosswalkEnd>| match end {
        Some(CrosswalkEnd { title: Some(title), .. }) => title.clone(),
        Some(_) => words.say("sheet-unresolved"),
        None => String::new(),
    };
    let rows = view.pairs.iter().map(|pair| {
        let confidence = pair.confidence.map(|confidence| words.say(&format!("confidence-{confidence}")));
        vec![
            text(&id(&pair.from)),
            text(&name(&pair.from)),
            text(&words.say(&format!("relation-{}", pair.relation))),
            text(&id(&pair.to)),
            text(&name(&pair.to)),
            text(&words.say(&format!("origin-{}", pair.origin))),
            text(&confidence.unwrap_or_default()),
            text(pair.strength.as_deref().unwrap_or_default()),
            text(&pair.source),
            text(pair.note.as_deref().unwrap_or_default()),
        ]
    });
    let title = words.say_with(
        "sheet-crosswalk-title",
        &[("from", view.from_title.clone().into()), ("to", view.to_title.clone().into())],
    );
    let mut sheet = OutSheet::new(&words.say("sheet-crosswalk"), columns, rows.collect());
    sheet.heading = vec![title.clone(), words.say("sheet-crosswalk-limits")];
    sheet.frozen_columns = 2;
    workbook(&title, sheet, origin)
}

/// A classification: every answer with its articles and effect.
pub(super) fn classification(view: &ClassificationView, origin: &Origin, words: &Words) -> Workbook {
    let columns = vec![
        text_column(&words.say("classification-report-article"), 18.0),
        long_column(&words.say("classification-report-question"), 70.0),
        long_column(&words.say("classification-report-answer"), 46.0),
        text_column(&words.say("classification-report-effect"), 18.0),
        long_column(&words.say("sheet-note"), 60.0),
    ];
    let rows = view.result.findings.iter().map(|finding| {
        vec![
            text(&finding.refs.join(", ")),
            text(&finding.text),
            text(&finding.answers.join(", ")),
            text(&crate::reports::classification::effect(finding.effect, words)),
            text(finding.note.as_deref().unwrap_or_default()),
        ]
    });
    let code = view.system.code.clone().unwrap_or_default();
    let rules = words.say_with("classification-report-title", &[("rules", view.rules.clone().into())]);
    let title = format!("{rules}, {code} {}", view.system.title);
    let mut sheet = OutSheet::new(&words.say("sheet-classification"), columns, rows.collect());
    let version = crate::reports::classification::version(view, words);
    sheet.heading = vec![title.clone(), version, heading(origin, words)];
    sheet.frozen_columns = 1;
    workbook(&title, sheet, origin)
}

/// The register of obligations.
pub(super) fn obligations(items: &[ObligationItem], origin: &Origin, words: &Words) -> Workbook {
    let columns = vec![
        text_column(&words.say("register-report-system"), 10.0),
        text_column(&words.say("sheet-title"), 30.0),
        text_column(&words.say("classification-report-article"), 20.0),
        long_column(&words.say("classification-report-duty"), 60.0),
        text_column(&words.say("classification-report-binds"), 20.0),
        text_column(&words.say("classification-report-applies"), 13.0),
        choice_column(
            &words.say("obligation-report-status"),
            22.0,
            "obligation-status",
            stored!(ObligationStatus),
            words,
        ),
        text_column(&words.say("obligation-report-owner"), 22.0),
        text_column(&words.say("obligation-report-until"), 13.0),
        long_column(&words.say("sheet-note"), 40.0),
        text_column(&words.say("obligation-report-evidence"), 10.0),
        text_column(&words.say("obligation-report-helps"), 30.0),
    ];
    let rows = items.iter().map(|item| {
        let helps: Vec<&str> = item.helps.iter().map(|help| help.id.as_str()).collect();
        vec![
            text(item.system.code.as_deref().unwrap_or_default()),
            text(&item.system.title),
            text(&item.duty.reference),
            text(&item.duty.label),
            text(&item.duty.roles.join(", ")),
            text(item.duty.applies_from.as_str()),
            text(&words.say(&format!("obligation-status-{}", item.status))),
            text(item.owner.as_ref().map(|owner| owner.name.as_str()).unwrap_or_default()),
            text(item.due.as_deref().unwrap_or_default()),
            text(item.reason.as_deref().unwrap_or_default()),
            number(item.evidence),
            text(&helps.join(", ")),
        ]
    });
    let title = words.say("obligation-report-title");
    let mut sheet = OutSheet::new(&words.say("sheet-obligations"), columns, rows.collect());
    sheet.heading = vec![title.clone(), heading(origin, words)];
    sheet.frozen_columns = 2;
    workbook(&title, sheet, origin)
}
