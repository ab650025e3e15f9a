//! The blocks of the body, one after the other.

use super::contents::Entry;
use super::flow::{Flow, Words};
use super::page::Drawing;
use super::tree::{Attributes, Tag, Tree};
use super::{figures, looks, marks, question, sign_off, table, timeline};
use crate::model::{Block, Heading, KeyValues, Legend, Level, List, Mark, Note, Paragraph, Role, Row, Text};
use crate::type_setting::{Ink, Lines, Look};

/// Widest line of reading text in points; longer lines are hard to follow.
const MEASURE: f32 = 400.0;

/// Places all blocks.
pub(crate) fn place_all(flow: &mut Flow<'_>, body: &[Block]) {
    for (index, block) in body.iter().enumerate() {
        let next = body.get(index + 1);
        match block {
            Block::Heading(heading) => place_heading(flow, heading, next),
            Block::Paragraph(paragraph) => place_paragraph(flow, paragraph),
            Block::List(list) => place_list(flow, list),
            Block::KeyValues(values) => key_values(flow, values),
            Block::Legend(legend) => place_legend(flow, legend, next),
            Block::Table(table) => table::place(flow, table),
            Block::Bars(bars) => figures::place(flow, bars),
            Block::Timeline(timeline) => timeline::place(flow, timeline),
            Block::Question(block) => question::place(flow, block),
            Block::SignOff(block) => sign_off::place(flow, block),
            Block::Note(note) => place_note(flow, note),
            Block::PageBreak => {
                if !flow.at_top() {
                    flow.add_page();
                }
            }
            Block::Turn(orientation) => flow.turn(*orientation),
        }
    }
}

/// Height that must follow a heading or legend on the same page.
fn opening(next: Option<&Block>) -> f32 {
    match next {
        None | Some(Block::PageBreak | Block::Turn(_)) => 0.0,
        Some(Block::Table(table)) => table::opening(table),
        Some(Block::Legend(_)) => 24.0 + 62.0,
        Some(Block::Heading(_)) => 60.0,
        Some(Block::SignOff(_)) => sign_off::LEAST,
        Some(Block::Bars(_) | Block::Timeline(_) | Block::Question(_)) => 44.0,
        Some(Block::Paragraph(_) | Block::List(_) | Block::KeyValues(_) | Block::Note(_)) => 30.0,
    }
}

fn place_heading(flow: &mut Flow<'_>, heading: &Heading, next: Option<&Block>) {
    let (look, before, after, depth) = match heading.level {
        Level::Section => (looks::SECTION, 20.0, 6.0, 1),
        Level::Part => (looks::PART, 14.0, 4.0, 2),
        Level::Detail => (looks::DETAIL, 9.0, 4.0, 3),
    };
    let text = Text::from(heading.text.as_str());
    let (left, width) = (flow.left(), flow.width());
    // The space after the number is for readers of the text; the gap on paper is wider.
    let number = Text::from(format!("{} ", heading.number));
    let number_lines = flow.set(&number, look, width * 0.4);
    let inset = if heading.number.is_empty() { 0.0 } else { number_lines.width() + look.size * 0.55 };
    let height = flow.set(&text, look, width - inset).height().max(number_lines.height());
    let gap = if flow.at_top() { 0.0 } else { before };
    flow.need(gap + height + after + opening(next));
    if !flow.at_top() {
        flow.y += before;
    }
    flow.anchor(heading.anchor.as_ref());
    flow.bookmark(numbered(&heading.number, &heading.text), depth);
    if heading.level == Level::Section {
        flow.section = flow.tree.add(Tree::ROOT, Tag::Section);
    }
    let tag = flow.heading_tag(depth);
    let node = flow.tree.add(flow.section, tag);
    if inset > 0.0 {
        let y = flow.y;
        flow.lines(&mut Words::new(&number, &number_lines, node), 0..number_lines.lines.len(), left, y, 0.0);
    }
    flow.flowing(&text, look, node, left + inset, width - inset);
    flow.y += after;
}

/// Number and words of a heading.
pub(crate) fn numbered(number: &str, words: &str) -> String {
    if number.is_empty() { words.to_owned() } else { format!("{number}\u{2002}{words}") }
}

fn place_paragraph(flow: &mut Flow<'_>, paragraph: &Paragraph) {
    let look = match paragraph.role {
        Role::Body => looks::BODY,
        Role::Lead => looks::LEAD,
        Role::Caption => looks::CAPTION,
    };
    let (left, width) = (flow.left(), flow.width().min(MEASURE));
    flow.paragraph(&paragraph.text, look, Tag::Paragraph, left, width);
    flow.y += look.line * 0.5;
}

fn place_list(flow: &mut Flow<'_>, list: &List) {
    let look = looks::BODY;
    let numbering = if list.numbered { "Decimal" } else { "Disc" };
    let attributes = Attributes { numbering: Some(numbering), ..Attributes::default() };
    let node = flow.tree.add_with(flow.section, Tag::List, attributes);
    let (left, width) = (flow.left(), flow.width().min(MEASURE));
    let inset = if list.numbered && list.items.len() > 9 { 20.0 } else { 14.0 };
    for (index, item) in list.items.iter().enumerate() {
        flow.need(look.line);
        let entry = flow.tree.add(node, Tag::ListItem);
        let label = flow.tree.add(entry, Tag::ListLabel);
        let body = flow.tree.add(entry, Tag::ListBody);
        let sign = if list.numbered { format!("{}.", index + 1) } else { "\u{2022}".to_owned() };
        let sign = Text::from(sign);
        let lines = flow.set(&sign, look.ink(Ink::Third), inset);
        let y = flow.y;
        flow.lines(&mut Words::new(&sign, &lines, label), 0..lines.lines.len(), left, y, 0.0);
        flow.flowing(item, look, body, left + inset, width - inset);
        flow.y += 3.0;
    }
    flow.y += look.line * 0.5 - 3.0;
}

fn key_values(flow: &mut Flow<'_>, values: &KeyValues) {
    let (left, width) = (flow.left(), flow.width());
    let table = flow.tree.add(flow.section, Tag::Table);
    let value_left = left + 130.0;
    for row in &values.rows {
        let label = Text::from(row.label.as_str());
        let label_lines = flow.set(&label, looks::LABEL, 122.0);
        flow.need((label_lines.height() + 6.0).max(looks::BODY.line * 2.0));
        let line = flow.tree.add(table, Tag::TableRow);
        let scope = Attributes { scope: Some("Row"), ..Attributes::default() };
        let head = flow.tree.add_with(line, Tag::TableHead, scope);
        let data = flow.tree.add(line, Tag::TableData);
        let (page, top) = (flow.page(), flow.y);
        flow.lines(&mut Words::new(&label, &label_lines, head), 0..label_lines.lines.len(), left, top, 0.0);
        let inset = row.mark.map_or(0.0, |mark| {
            draw_mark(flow, mark, value_left, top, looks::BODY);
            marks::ROOM
        });
        flow.flowing(&row.value, looks::BODY, data, value_left + inset, width - 130.0 - inset);
        if flow.page() == page {
            flow.y = flow.y.max(top + label_lines.height());
        }
        flow.y += 2.6;
        flow.rule(flow.y, Ink::Hairline, 0.5);
        flow.y += 3.0;
    }
    flow.y += 8.0;
}

/// Draws a mark in the first line of words of this look that start at (x, top), before them.
pub(crate) fn draw_mark(flow: &mut Flow<'_>, mark: Mark, x: f32, top: f32, look: Look) {
    let baseline = top + flow.fonts.baseline(look.face, look.size, look.line);
    let centre = baseline - look.size * 0.364;
    flow.begin_artifact();
    for shape in marks::shapes(mark, x + 3.2, centre) {
        flow.draw(Drawing::Shape(shape));
    }
    flow.end();
}

fn place_legend(flow: &mut Flow<'_>, legend: &Legend, next: Option<&Block>) {
    let look = looks::CAPTION;
    flow.need(look.line * 2.0 + 8.0 + opening(next));
    let (left, right) = (flow.left(), flow.right());
    let attributes = Attributes { numbering: Some("None"), ..Attributes::default() };
    let list = (!legend.entries.is_empty()).then(|| flow.tree.add_with(flow.section, Tag::List, attributes));
    let mut x = left;
    for entry in &legend.entries {
        let text = Text::from(entry.label.as_str());
        let lines = flow.set(&text, look, right - left - marks::ROOM);
        if x > left && x + marks::ROOM + lines.width() > right {
            x = left;
            flow.y += look.line;
        }
        let y = flow.y;
        draw_mark(flow, entry.mark, x, y, look);
        let Some(list) = list else { break };
        let item = flow.tree.add(list, Tag::ListItem);
        let body = flow.tree.add(item, Tag::ListBody);
        flow.lines(&mut Words::new(&text, &lines, body), 0..lines.lines.len(), x + marks::ROOM, y, 0.0);
        x += marks::ROOM + lines.width() + 12.0;
        if lines.lines.len() > 1 {
            flow.y += Lines::height_of(lines.lines.len() - 1, look);
        }
    }
    if !legend.note.is_empty() {
        let text = Text::from(legend.note.as_str());
        let lines = flow.set(&text, look, right - left);
        let fits = lines.lines.len() == 1 && x + lines.width() <= right;
        if !fits && x > left {
            flow.y += look.line;
        }
        let node = flow.tree.add(flow.section, Tag::Paragraph);
        let (at, align) = if fits { (right, 1.0) } else { (left, 0.0) };
        let y = flow.y;
        flow.lines(&mut Words::new(&text, &lines, node), 0..lines.lines.len(), at, y, align);
        flow.y += lines.height() - look.line;
    }
    flow.y += look.line + 5.6;
}

fn place_note(flow: &mut Flow<'_>, note: &Note) {
    let look = looks::BODY;
    let (left, width) = (flow.left() + 11.0, flow.width().min(MEASURE) - 11.0);
    let node = flow.tree.add(flow.section, Tag::Paragraph);
    flow.y += 3.0;
    let text_height = flow.set(&note.text, look, width).height().min(look.line * 3.0);
    flow.need(text_height + look.line + 4.0);
    let (first_page, mut top) = (flow.page(), flow.y);
    if !note.title.is_empty() {
        let inset = note.mark.map_or(0.0, |mark| {
            let y = flow.y;
            draw_mark(flow, mark, left, y, look);
            marks::ROOM
        });
        let title = Text::from(note.title.as_str());
        flow.flowing(&title, looks::DETAIL, node, left + inset, width - inset);
    }
    flow.flowing(&note.text, look, node, left, width);
    if flow.page() != first_page {
        top = flow.y - look.line;
    }
    let (x, bottom) = (flow.left() + 1.0, flow.y);
    flow.stroke(&[(x, top + 1.5), (x, bottom - 1.0)], Ink::First, 1.0);
    flow.y += look.line * 0.7;
}

/// The headings and group titles that appear in a table of contents. Groups before the first section stand as high as
/// sections.
pub(crate) fn listed(body: &[Block]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut below = 1;
    for block in body {
        match block {
            Block::Heading(heading) if heading.level < Level::Detail => {
                let depth = if heading.level == Level::Section { 1 } else { below };
                below = if heading.level == Level::Section { 2 } else { below };
                entries.push(Entry { depth, number: heading.number.clone(), title: heading.text.clone() });
            }
            Block::Table(table) => {
                let groups = table.rows.iter().filter_map(|row| match row {
                    Row::Group(group) if group.bookmark => Some(group),
                    _ => None,
                });
                entries.extend(groups.map(|group| Entry {
                    depth: below,
                    number: group.id.clone(),
                    title: group.title.clone(),
                }));
            }
            Block::SignOff(block) if !block.title.is_empty() => {
                entries.push(Entry { depth: below, number: String::new(), title: block.title.clone() });
            }
            _ => {}
        }
    }
    entries
}
