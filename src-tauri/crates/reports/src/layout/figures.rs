//! Horizontal bars with their figures in words.

use super::flow::{Flow, Words};
use super::looks;
use super::page::{Drawing, Segment, Shape};
use super::tree::{Attributes, Tag};
use crate::model::{BarTone, Bars, Text};
use crate::type_setting::Ink;

pub(super) const BAR: f32 = 6.0;

/// Places the bars. In the structure they are a table of labels and figures.
pub(crate) fn place(flow: &mut Flow<'_>, bars: &Bars) {
    let (left, width) = (flow.left(), flow.width());
    if !bars.title.is_empty() {
        flow.need(looks::DETAIL.line + 30.0);
        let title = Text::from(bars.title.as_str());
        flow.paragraph(&title, looks::DETAIL, Tag::Paragraph, left, width);
        flow.y += 4.0;
    }
    let table = flow.tree.add(flow.section, Tag::Table);
    flow.tree.summarise(table, &bars.title);
    let look = looks::CELL;
    let (label_width, figure_width) = (width * 0.34, width * 0.18);
    let track = (left + label_width, left + width - figure_width);
    for bar in &bars.bars {
        let label = Text::from(bar.label.as_str());
        let figure = Text::from(bar.figure.as_str());
        let label_lines = flow.set(&label, look, label_width - 10.0);
        let figure_lines = flow.set(&figure, look.ink(Ink::Second), figure_width - 10.0);
        let height = label_lines.height().max(figure_lines.height());
        flow.need(height + 4.0);
        let y = flow.y;
        let row = flow.tree.add(table, Tag::TableRow);
        let scope = Attributes { scope: Some("Row"), ..Attributes::default() };
        let head = flow.tree.add_with(row, Tag::TableHead, scope);
        let data = flow.tree.add(row, Tag::TableData);
        flow.lines(&mut Words::new(&label, &label_lines, head), 0..label_lines.lines.len(), left, y, 0.0);
        let share = if bar.share.is_finite() { bar.share.clamp(0.0, 1.0) } else { 0.0 };
        draw(flow, track, y + (look.line - BAR) / 2.0, share, bar.tone);
        let at = track.1 + 10.0;
        flow.lines(&mut Words::new(&figure, &figure_lines, data), 0..figure_lines.lines.len(), at, y, 0.0);
        flow.y += height + 4.0;
    }
    flow.y += 10.0;
}

pub(super) fn rectangle(left: f32, top: f32, right: f32, bottom: f32) -> Vec<Segment> {
    vec![
        Segment::Move(left, top),
        Segment::Line(right, top),
        Segment::Line(right, bottom),
        Segment::Line(left, bottom),
        Segment::Close,
    ]
}

fn draw(flow: &mut Flow<'_>, track: (f32, f32), top: f32, share: f32, tone: BarTone) {
    let end = track.0 + (track.1 - track.0) * share;
    flow.begin_artifact();
    let ground = rectangle(track.0, top, track.1, top + BAR);
    flow.draw(Drawing::Shape(Shape { path: ground, fill: Some(Ink::Track), ..PLAIN }));
    if share > 0.0 {
        bar(flow, (track.0, end), top, tone);
    }
    flow.end();
}

pub(super) const PLAIN: Shape =
    Shape { path: Vec::new(), fill: None, stroke: None, dash: None, round: false };

/// Draws the bar itself.
pub(super) fn bar(flow: &mut Flow<'_>, (left, right): (f32, f32), top: f32, tone: BarTone) {
    let path = rectangle(left, top, right, top + BAR);
    let edge = || Shape { path: path.clone(), stroke: Some((Ink::Slate, 0.6)), ..PLAIN };
    match tone {
        BarTone::Solid => {
            flow.draw(Drawing::Shape(Shape { path: path.clone(), fill: Some(Ink::Accent), ..PLAIN }));
        }
        BarTone::Hatched => {
            // Upright strokes: visible without colour, and one path whatever the length.
            let middle = top + BAR / 2.0;
            let line = vec![Segment::Move(left, middle), Segment::Line(right, middle)];
            let strokes =
                Shape { path: line, stroke: Some((Ink::Slate, BAR)), dash: Some((1.4, 1.0)), ..PLAIN };
            flow.draw(Drawing::Shape(strokes));
            flow.draw(Drawing::Shape(edge()));
        }
        BarTone::Outline => flow.draw(Drawing::Shape(edge())),
    }
}
