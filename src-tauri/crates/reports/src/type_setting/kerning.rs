//! Two OpenType features read from the font tables: pair kerning and figures of equal width.

use std::collections::HashMap;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::gsub::{SingleSubstitution, SubstitutionSubtable};
use ttf_parser::opentype_layout::LayoutTable;
use ttf_parser::{GlyphId, Tag};

/// Pair kerning of a font (feature `kern`, default language of the Latin script).
pub(crate) struct Kerning {
    /// Subtables by lookup: within a lookup the first that covers a pair decides.
    lookups: Vec<Vec<PairAdjustment<'static>>>,
    /// Pairs met so far.
    known: HashMap<(u16, u16), i16>,
}

impl Kerning {
    pub(crate) fn new(face: &ttf_parser::Face<'static>) -> Self {
        let lookups = face.tables().gpos.map(|table| pair_lookups(&table)).unwrap_or_default();
        Self { lookups, known: HashMap::new() }
    }

    /// Adjustment of the advance of `left` before `right`, as `scale` makes it of font units.
    pub(crate) fn between(&mut self, left: u16, right: u16, scale: impl Fn(i16) -> i16) -> i16 {
        if self.lookups.is_empty() {
            return 0;
        }
        let lookups = &self.lookups;
        *self.known.entry((left, right)).or_insert_with(|| {
            let units = lookups.iter().filter_map(|lookup| {
                lookup.iter().find_map(|subtable| pair_value(subtable, GlyphId(left), GlyphId(right)))
            });
            scale(units.fold(0_i16, i16::saturating_add))
        })
    }
}

fn feature_lookups(table: &LayoutTable<'static>, feature: &[u8; 4]) -> Vec<u16> {
    let script =
        table.scripts.find(Tag::from_bytes(b"latn")).or_else(|| table.scripts.find(Tag::from_bytes(b"DFLT")));
    let Some(language) = script.and_then(|script| script.default_language) else { return Vec::new() };
    let mut lookups: Vec<u16> = language
        .feature_indices
        .into_iter()
        .filter_map(|index| table.features.get(index))
        .filter(|found| found.tag == Tag::from_bytes(feature))
        .flat_map(|found| found.lookup_indices.into_iter())
        .collect();
    lookups.sort_unstable();
    lookups.dedup();
    lookups
}

fn pair_lookups(table: &LayoutTable<'static>) -> Vec<Vec<PairAdjustment<'static>>> {
    feature_lookups(table, b"kern")
        .into_iter()
        .filter_map(|index| table.lookups.get(index))
        .map(|lookup| {
            let subtables = lookup.subtables.into_iter::<PositioningSubtable<'static>>();
            subtables
                .filter_map(|s| if let PositioningSubtable::Pair(pair) = s { Some(pair) } else { None })
                .collect()
        })
        .collect()
}

fn pair_value(subtable: &PairAdjustment<'static>, left: GlyphId, right: GlyphId) -> Option<i16> {
    let index = subtable.coverage().get(left)?;
    match subtable {
        PairAdjustment::Format1 { sets, .. } => Some(sets.get(index)?.get(right)?.0.x_advance),
        PairAdjustment::Format2 { classes, matrix, .. } => {
            Some(matrix.get((classes.0.get(left), classes.1.get(right)))?.0.x_advance)
        }
    }
}

/// The glyphs that the feature `tnum` puts in place of the given figures; `None` if the font lacks one of them.
pub(crate) fn tabular(face: &ttf_parser::Face<'static>, digits: &[GlyphId]) -> Option<Vec<u16>> {
    let table = face.tables().gsub?;
    let subtables: Vec<SingleSubstitution<'static>> = feature_lookups(&table, b"tnum")
        .into_iter()
        .filter_map(|index| table.lookups.get(index))
        .flat_map(|lookup| lookup.subtables.into_iter::<SubstitutionSubtable<'static>>())
        .filter_map(|s| if let SubstitutionSubtable::Single(single) = s { Some(single) } else { None })
        .collect();
    digits.iter().map(|&digit| subtables.iter().find_map(|s| substitute(s, digit))).collect()
}

fn substitute(subtable: &SingleSubstitution<'static>, glyph: GlyphId) -> Option<u16> {
    let index = subtable.coverage().get(glyph)?;
    match subtable {
        SingleSubstitution::Format1 { delta, .. } => Some(glyph.0.wrapping_add_signed(*delta)),
        SingleSubstitution::Format2 { substitutes, .. } => substitutes.get(index).map(|g| g.0),
    }
}
