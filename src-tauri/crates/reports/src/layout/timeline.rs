//! Stretches of time on a common scale.

use super::figures::{BAR, PLAIN, bar};
use super::flow::{Flow, Words};
use super::looks;
use super::page::{Drawing, Segment, Shape};
use super::tree::{Attributes, Tag};
use crate::model::{Text, Timeline};
use crate::type_setting::Ink;

/// Height of the names on the scale.
const SCALE: f32 = 13.0;
/// Shortest bar, in points: one day of a long plan is still seen.
const LEAST: f32 = 3.0;

/// Places the timeline; its scale stands again on each page. In the structure it is a table of labels and days.
pub(crate) fn place(flow: &mut Flow<'_>, timeline: &Timeline) {
    let (left, width) = (flow.left(), flow.width());
    let look = looks::SMALL_CELL;
    let (label_width, figure_width) = (width * 0.27, width * 0.23);
    let track = (left + label_width, left + width - figure_width);
    let table = flow.tree.add(flow.section, Tag::Table);
    flow.tree.summarise(table, &timeline.summary);
    let mut scaled = None;
    for stretch in &timeline.stretches {
        let label = Text::from(stretch.label.as_str());
        let figure = Text::from(stretch.figure.as_str());
        let label_lines = flow.set(&label, look, label_width - 8.0);
        let figure_lines = flow.set(&figure, look.ink(Ink::Second), figure_width - 8.0);
        let height = label_lines.height().max(figure_lines.height()) + 3.0;
        flow.need(height + if scaled.is_none() { SCALE } else { 0.0 });
        if scaled != Some(flow.page()) {
            scale(flow, timeline, track);
            scaled = Some(flow.page());
        }
        let y = flow.y;
        let row = flow.tree.add(table, Tag::TableRow);
        let scope = Attributes { scope: Some("Row"), ..Attributes::default() };
        let head = flow.tree.add_with(row, Tag::TableHead, scope);
        let data = flow.tree.add(row, Tag::TableData);
        flow.lines(&mut Words::new(&label, &label_lines, head), 0..label_lines.lines.len(), left, y, 0.0);
        flow.begin_artifact();
        if let Some(now) = timeline.now {
            upright(flow, at(track, now), y - 1.0, height, Ink::Third);
        }
        let from = at(track, stretch.from).min(track.1 - LEAST);
        let to = at(track, stretch.to).max(from + LEAST);
        bar(flow, (from, to), y + (look.line - BAR) / 2.0, stretch.tone);
        flow.end();
        let beside = track.1 + 8.0;
        flow.lines(
            &mut Words::new(&figure, &figure_lines, data),
            0..figure_lines.lines.len(),
            beside,
            y,
            0.0,
        );
        flow.y += height;
    }
    flow.y += 8.0;
}

/// The names on the scale, decoration beside the days in words.
fn scale(flow: &mut Flow<'_>, timeline: &Timeline, track: (f32, f32)) {
    let y = flow.y;
    for (place, name) in &timeline.marks {
        let text = Text::from(name.as_str());
        let lines = flow.set(&text, looks::FOOT, 60.0);
        let x = at(track, *place);
        flow.begin_artifact();
        upright(flow, x, y, SCALE - 2.0, Ink::Hairline);
        flow.end();
        if x + 3.0 + lines.width() <= track.1 {
            flow.artifact_lines(&lines, x + 3.0, y, 0.0);
        }
    }
    flow.y += SCALE;
}

fn at(track: (f32, f32), share: f32) -> f32 {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    track.0 + (track.1 - track.0) * share
}

fn upright(flow: &mut Flow<'_>, x: f32, top: f32, height: f32, ink: Ink) {
    let path = vec![Segment::Move(x, top), Segment::Line(x, top + height)];
    flow.draw(Drawing::Shape(Shape { path, stroke: Some((ink, 0.5)), ..PLAIN }));
}
