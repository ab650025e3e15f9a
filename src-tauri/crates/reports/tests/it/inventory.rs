//! A register of 3,611 real rows: every character arrives on paper.

use std::collections::BTreeMap;

use crate::inventory_rows::{register, rows};
use crate::reader::{print, squeezed};

fn count(text: &str) -> BTreeMap<char, i64> {
    let mut counts = BTreeMap::new();
    for c in text.chars() {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

#[test]
fn every_character_of_3611_rows_is_in_the_pdf() {
    let rows = rows();
    assert_eq!(rows.len(), 3_611);
    let printed = print(&register(&rows));
    assert_eq!(printed.rendered.warnings, []);
    let pages = printed.rendered.pages;
    let mut expected = String::from("Register");
    for n in 1..=pages {
        for column in 0..8 {
            expected.push_str(&format!("Column{column}"));
        }
        expected.push_str(&format!("{n}/{pages}"));
    }
    for cell in rows.iter().flat_map(|row| row.iter().take(8)) {
        expected.push_str(&squeezed(cell));
    }
    // Invisible by nature: soft hyphens, joiners, byte order marks, direction marks, variation selectors.
    expected.retain(|c| !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'));
    let (expected, found) = (count(&expected), count(&squeezed(&printed.raw())));
    let differing: Vec<_> = expected
        .keys()
        .chain(found.keys())
        .filter(|c| expected.get(c) != found.get(c))
        .map(|c| (*c, expected.get(c), found.get(c)))
        .collect();
    assert!(differing.is_empty(), "character, in the model, in the PDF: {differing:?}");
}
