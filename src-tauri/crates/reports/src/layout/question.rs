//! A question to answer on paper: its words, boxes to tick, and ruled space to write on.

use super::figures::{PLAIN, rectangle};
use super::flow::{Flow, Words};
use super::looks;
use super::page::{Drawing, Segment, Shape};
use super::tree::{NodeId, Tag};
use crate::model::{Question, Text};
use crate::type_setting::{Ink, Look};

/// Room for the id, in points.
const INSET: f32 = 40.0;
/// Side of a box.
const BOX: f32 = 7.5;
/// Room to write in above a rule.
const WRITING: f32 = 15.0;
const GAP: f32 = 12.0;

/// Places a question; it stays whole.
pub(crate) fn place(flow: &mut Flow<'_>, question: &Question) {
    let (left, width) = (flow.left(), flow.width());
    let boxes = if question.answers.is_empty() { 0.0 } else { width * 0.36 };
    let words_width = width - INSET - boxes - GAP;
    let text = Text::from(question.text.as_str());
    let note = Text::from(question.note.as_str());
    let text_lines = flow.set(&text, looks::CELL, words_width);
    let note_lines = flow.set(&note, looks::CAPTION, words_width);
    let note_height = if question.note.is_empty() { 0.0 } else { note_lines.height() };
    let asks = !question.text.is_empty() || !question.answers.is_empty();
    let asked = if asks { (text_lines.height() + note_height).max(looks::CELL.line) } else { 0.0 };
    let written = fields_height(flow, question, width - INSET);
    flow.need(asked + written + 10.0);
    let node = flow.tree.add(flow.section, Tag::Paragraph);
    let y = flow.y;
    words(flow, &question.id, looks::CELL.ink(Ink::Third), node, (left, y), INSET - 6.0);
    flow.lines(&mut Words::new(&text, &text_lines, node), 0..text_lines.lines.len(), left + INSET, y, 0.0);
    if note_height > 0.0 {
        let below = y + text_lines.height();
        flow.lines(
            &mut Words::new(&note, &note_lines, node),
            0..note_lines.lines.len(),
            left + INSET,
            below,
            0.0,
        );
    }
    answers(flow, question, node, (left + width - boxes, y), boxes);
    flow.y = y + asked;
    fields(flow, question, (left + INSET, width - INSET), written);
    flow.y += 7.0;
    flow.rule(flow.y, Ink::Hairline, 0.5);
    flow.y += 5.0;
}

fn words(flow: &mut Flow<'_>, words: &str, look: Look, node: NodeId, (x, y): (f32, f32), width: f32) {
    let text = Text::from(words);
    let lines = flow.set(&text, look, width);
    flow.lines(&mut Words::new(&text, &lines, node), 0..lines.lines.len(), x, y, 0.0);
}

/// The boxes side by side; the given answer is ticked and heavier.
fn answers(flow: &mut Flow<'_>, question: &Question, node: NodeId, (left, y): (f32, f32), width: f32) {
    let mut x = left;
    for answer in &question.answers {
        let look = if answer.given { looks::FACT } else { looks::CELL };
        let text = Text::from(answer.label.as_str());
        let lines = flow.set(&text, look, width);
        let top = y + (look.line - BOX) / 2.0;
        flow.begin_artifact();
        let edge = rectangle(x, top, x + BOX, top + BOX);
        flow.draw(Drawing::Shape(Shape { path: edge, stroke: Some((Ink::Second, 0.7)), ..PLAIN }));
        if answer.given {
            let path = vec![
                Segment::Move(x + 1.6, top + 4.0),
                Segment::Line(x + 3.2, top + 5.8),
                Segment::Line(x + 6.2, top + 1.8),
            ];
            flow.draw(Drawing::Shape(Shape { path, stroke: Some((Ink::Accent, 1.2)), ..PLAIN }));
        }
        flow.end();
        flow.lines(&mut Words::new(&text, &lines, node), 0..lines.lines.len(), x + BOX + 3.5, y, 0.0);
        x += BOX + 3.5 + lines.width() + GAP;
    }
}

/// Where the fields stand: first point and width of each.
fn columns(question: &Question, (left, width): (f32, f32)) -> Vec<(f32, f32)> {
    let shares: f32 = question.fields.iter().map(|field| field.share).sum();
    let gaps: f32 = question.fields.iter().skip(1).map(|_| GAP).sum();
    let mut x = left;
    let place = |share: f32| (width - gaps) * if shares > 0.0 { share / shares } else { 0.0 };
    let column = |share: f32| {
        let at = (x, place(share));
        x += at.1 + GAP;
        at
    };
    question.fields.iter().map(|field| field.share).map(column).collect()
}

fn fields_height(flow: &mut Flow<'_>, question: &Question, width: f32) -> f32 {
    if question.fields.is_empty() {
        return 0.0;
    }
    let columns = columns(question, (0.0, width));
    let values = question.fields.iter().zip(columns).map(|(field, (_, width))| {
        let text = Text::from(field.value.as_str());
        if field.value.is_empty() { 0.0 } else { flow.set(&text, looks::SMALL_CELL, width).height() }
    });
    values.fold(WRITING, f32::max) + 2.0 + looks::FOOT.line
}

/// What is known above the rules, their labels below.
fn fields(flow: &mut Flow<'_>, question: &Question, across: (f32, f32), height: f32) {
    let (top, rule) = (flow.y, flow.y + height - looks::FOOT.line);
    for (field, (x, width)) in question.fields.iter().zip(columns(question, across)) {
        let node = flow.tree.add(flow.section, Tag::Paragraph);
        flow.stroke(&[(x, rule), (x + width, rule)], Ink::Rule, 0.5);
        // Read out the label before what stands above it.
        words(flow, &field.label, looks::FOOT, node, (x, rule + 0.5), width);
        if !field.value.is_empty() {
            words(flow, &field.value, looks::SMALL_CELL, node, (x, top + 1.0), width);
        }
    }
    flow.y = top + height;
}
