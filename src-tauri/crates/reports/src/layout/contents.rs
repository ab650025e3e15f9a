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
    entry: Entry,
    node: NodeId,
}

/// An entry of the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// 1 for a section, 2 for what hangs below it.
    pub(crate) depth: usize,
    pub(crate) number: String,
    pub(crate) title: String,
}

const LINE: f32 = 15.0;

fn look(depth: usize) -> Look {
    let line = Look { line: LINE, ..looks::BODY };
    if depth < 2 { line.face(crate::type_setting::Face::SansMedium) } else { line.ink(Ink::Second) }
}

/// Places the heading and keeps one line for each entry; the body starts on a new page.
pub(crate) fn reserve(flow: &mut Flow<'_>, report: &Report) -> Vec<Slot> {
    let Some(contents) = &report.contents else { return Vec::new() };
    let entries = blocks::listed(&report.body);
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
    for entry in entries {
        flow.need(LINE);
        if entry.depth < 2 && slots.last().is_some_and(|slot: &Slot| slot.entry.depth > 1) {
            flow.y += 3.0;
        }
        let item = flow.tree.add(list, Tag::ContentsItem);
        let node = flow.tree.add(item, Tag::Link);
        slots.push(Slot { place: flow.place(), entry, node });
        flow.y += LINE;
    }
    flow.add_page();
    slots
}

/// Writes the entries with their pages. They come in the order of the bookmarks of the body, which start behind the
/// contents.
pub(crate) fn fill(flow: &mut Flow<'_>, slots: &[Slot]) {
    let Some(last) = slots.last() else { return };
    let places = flow.outline.iter().filter(|entry| entry.place.page > last.place.page && entry.depth < 3);
    let places: Vec<Place> = places.map(|entry| entry.place).collect();
    let sections = number_column(flow, slots, 1);
    let parts = number_column(flow, slots, 2);
    for (slot, target) in slots.iter().zip(places) {
        flow.go_to(slot.place.page);
        write(flow, slot, target, if slot.entry.depth < 2 { sections } else { parts });
    }
}

/// Room for the numbers of one depth, gap included: none if no entry has a number.
fn number_column(flow: &mut Flow<'_>, slots: &[Slot], depth: usize) -> f32 {
    let mut widest = 0.0_f32;
    for slot in slots.iter().filter(|slot| slot.entry.depth == depth && !slot.entry.number.is_empty()) {
        let number = Text::from(slot.entry.number.as_str());
        widest = widest.max(flow.set(&number, look(depth), f32::INFINITY).width() + 9.0);
    }
    widest.min(120.0)
}

fn write(flow: &mut Flow<'_>, slot: &Slot, target: Place, column: f32) {
    let Some((width, height)) = flow.pages.get(slot.place.page).map(|page| (page.width, page.height)) else {
        return;
    };
    let (left, right) = super::flow::edges(width, height);
    let (look, y) = (look(slot.entry.depth), slot.place.y);
    let left = if slot.entry.depth < 2 { left } else { left + 20.0 };
    let mut title_left = left;
    if !slot.entry.number.is_empty() {
        let number = Text::from(format!("{} ", slot.entry.number));
        let lines = flow.set(&number, look, right - left);
        flow.lines(&mut Words::new(&number, &lines, slot.node), 0..1, left, y, 0.0);
        title_left += column.max(lines.width() + 9.0);
    }
    let room = right - title_left - 34.0;
    let mut shown = Text::from(slot.entry.title.as_str());
    let mut lines = flow.set(&shown, look, room);
    if lines.lines.len() > 1 {
        let fitting =
            lines.lines.first().map_or(0, |line| line.pieces.iter().map(|piece| piece.glyphs.len()).sum());
        shown = Text::from(shortened(&slot.entry.title, fitting));
        lines = flow.set(&shown, look, f32::INFINITY);
    }
    flow.lines(&mut Words::new(&shown, &lines, slot.node), 0..1, title_left, y, 0.0);
    let page = Text::from((target.page + 1).to_string());
    let page_lines = flow.set(&page, Look { tabular: true, ..look }, 30.0);
    flow.lines(&mut Words::new(&page, &page_lines, slot.node), 0..1, right, y, 1.0);
    flow.add_area(Area {
        left,
        top: y,
        right,
        bottom: y + LINE,
        target: Target::Place(target),
        node: slot.node,
        words: blocks::numbered(&slot.entry.number, &slot.entry.title),
    });
}

/// The first `count` characters, less two, with an ellipsis: a title too long for its line in the contents is whole at
/// its heading.
fn shortened(words: &str, count: usize) -> String {
    let kept: String = words.chars().take(count.saturating_sub(2)).collect();
    format!("{}\u{2026}", kept.trim_end())
}
