//! Reports as Excel: one sheet each, with validation lists, frozen header, filters and fixed properties. Controlled
//! documents stand in `documents`.

use cairn_domain::crosswalk::{PairOrigin, Relation};
use cairn_domain::gap::Confidence;
use cairn_exchange::workbook::{OutSheet, Workbook};
use cairn_words::Words;

use super::{choice_column, long_column, stored, text, text_column, workbook};
use crate::framework::{CrosswalkEnd, CrosswalkView};
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
