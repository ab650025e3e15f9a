//! The table of contents: room is reserved when the body is not yet placed, and filled when its pages are known.

use super::flow::{Flow, Words};
use super::page::{Area, Target};
use super::tree::{NodeId, Tag, Tree};
use super::{Place, blocks, looks};
use crate::model::{Report, Text};
use crate::type_setting::{Ink, Look};

/// A reserved line.
pub(crate) struct Slot {
    place: Place,
    depth: usize,
    words: String,
    node: NodeId,
}

const LINE: f32 = 15.0;

fn look(depth: usize) -> Look {
    let line = Look { line: LINE, ..looks::BODY };
    if depth < 2 { line.face(crate::type_setting::Face::SansMedium) } else { line.ink(Ink::Second) }
}

/// Places the heading and keeps one line for each entry; the body starts on a new page.
pub(crate) fn reserve(flow: &mut Flow<'_>, report: &Report) -> Vec<Slot> {
    let Some(contents) = &report.contents else { return Vec::new() };
    let entries: Vec<(usize, String)> = blocks::listed(&report.body).collect();
    if entries.is_empty() {
        return Vec::new();
    }
    flow.need(looks::SECTION.line + LINE * 4.0);
    let (left, width) = (flow.left(), flow.width());
    if !contents.title.is_empty() {
        let title = Text::from(contents.title.as_str());
        flow.bookmark(contents.title.clone(), 1);
        flow.paragraph(&title, looks::SECTION, Tag::H2, left, width);
        flow.y += 6.0;
    }
    let list = flow.tree.add(Tree::ROOT, Tag::Contents);
    let mut slots = Vec::new();
    for (depth, words) in entries {
        flow.need(LINE);
        if depth < 2 && !slots.is_empty() {
            flow.y += 3.0;
        }
        let item = flow.tree.add(list, Tag::ContentsItem);
        let node = flow.tree.add(item, Tag::Link);
        slots.push(Slot { place: flow.place(), depth, words, node });
        flow.y += LINE;
    }
    flow.add_page();
    slots
}

/// Writes the entries with their pages. The entries come in the order of the bookmarks of the body.
pub(crate) fn fill(flow: &mut Flow<'_>, slots: &[Slot]) {
    let Some(first) = slots.first() else { return };
    let start =
        flow.outline.iter().position(|entry| entry.title == first.words && entry.depth == first.depth);
    let places: Vec<(usize, String, Place)> = flow
        .outline
        .iter()
        .skip(start.unwrap_or(0))
        .filter(|entry| entry.depth < 3)
        .map(|entry| (entry.depth, entry.title.clone(), entry.place))
        .collect();
    for (slot, (_, _, target)) in slots.iter().zip(&places) {
        flow.go_to(slot.place.page);
        entry(flow, slot, *target);
    }
}

fn entry(flow: &mut Flow<'_>, slot: &Slot, target: Place) {
    let look = look(slot.depth);
    let (width, height) =
        flow.pages.get(slot.place.page).map_or((0.0, 0.0), |page| (page.width, page.height));
    let (left, right) = super::flow::edges(width, height);
    let inset = if slot.depth < 2 { 0.0 } else { 14.0 };
    let mut shown = Text::from(slot.words.as_str());
    let mut lines = flow.set(&shown, look, right - left - inset - 34.0);
    if lines.lines.len() > 1 {
        shown = Text::from(shortened(
            &slot.words,
            lines.lines.first().map_or(0, |line| line.pieces.iter().map(|p| p.glyphs.len()).sum()),
        ));
        lines = flow.set(&shown, look, f32::INFINITY);
    }
    let y = slot.place.y;
    flow.lines(&mut Words::new(&shown, &lines, slot.node), 0..1, left + inset, y, 0.0);
    let number = Text::from((target.page + 1).to_string());
    let tabular = Look { tabular: true, ..look };
    let number_lines = flow.set(&number, tabular, 30.0);
    flow.lines(&mut Words::new(&number, &number_lines, slot.node), 0..1, right, y, 1.0);
    flow.add_area(Area {
        left: left + inset,
        top: y,
        right,
        bottom: y + LINE,
        target: Target::Place(target),
        node: slot.node,
        words: slot.words.clone(),
    });
}

/// The first `count` characters, less two, with an ellipsis: a title too long for its line in the contents is whole at
/// its heading.
fn shortened(words: &str, count: usize) -> String {
    let kept: String = words.chars().take(count.saturating_sub(2)).collect();
    format!("{}\u{2026}", kept.trim_end())
}
