//! The top of the first page: who, what, in which state, and the figures.

use super::flow::{Flow, TOP, Words};
use super::looks;
use super::marks;
use super::page::Drawing;
use super::tree::{Tag, Tree};
use crate::model::{Cover, Fact, Figure, Text};
use crate::type_setting::{Ink, Look};

/// Figures side by side.
const FIGURES_PER_ROW: usize = 4;
/// Height from which on words of the cover get the full width, and may go on on the next page.
const LONG: f32 = 160.0;
/// Gap between a rule and the words right of it.
const FIGURE_INSET: f32 = 9.2;

/// Places the cover at the top of the first page.
pub(crate) fn place(flow: &mut Flow<'_>, cover: &Cover) {
    letterhead(flow, cover);
    let (left, width) = (flow.left(), flow.width());
    if !cover.title.is_empty() {
        let node = flow.tree.add(Tree::ROOT, Tag::H1);
        flow.bookmark(cover.title.clone(), 0);
        flow.flowing(&Text::from(cover.title.as_str()), looks::TITLE, node, left, width);
        flow.y += 7.6;
    }
    if !cover.standfirst.is_empty() {
        let text = Text::from(cover.standfirst.as_str());
        flow.paragraph(&text, looks::STANDFIRST, Tag::Paragraph, left, width.min(365.0));
        flow.y += 19.5;
    }
    if cover.facts.is_empty() {
        flow.rule(flow.y, Ink::First, 1.0);
        flow.y += 14.0;
    } else {
        facts(flow, &cover.facts);
    }
    if !cover.lead.is_empty() || !cover.figures.is_empty() {
        lead_and_figures(flow, &cover.lead, &cover.figures);
    }
}

fn letterhead(flow: &mut Flow<'_>, cover: &Cover) {
    let (left, right) = (flow.left(), flow.right());
    let top = TOP + 2.6;
    flow.begin_artifact();
    for shape in marks::cairn(left, TOP + 3.4) {
        flow.draw(Drawing::Shape(shape));
    }
    flow.end();
    let side = |flow: &mut Flow<'_>, words: &str, look: Look, x: f32, align: f32, share: f32| {
        if words.is_empty() {
            return 0.0;
        }
        let text = Text::from(words);
        let node = flow.tree.add(Tree::ROOT, Tag::Paragraph);
        let lines = flow.set(&text, look, flow.width() * share);
        flow.lines(&mut Words::new(&text, &lines, node), 0..lines.lines.len(), x, top, align);
        lines.height()
    };
    let name = side(flow, &cover.organisation, looks::ORGANISATION, left + 22.0, 0.0, 0.42);
    let mark = side(flow, &cover.confidentiality, looks::CONFIDENTIALITY, right, 1.0, 0.5);
    flow.y = top + name.max(mark).max(11.0) + 32.2;
}

/// The facts between a heavy and a light rule: side by side, or one below the other if one of them is long.
fn facts(flow: &mut Flow<'_>, facts: &[Fact]) {
    let shares: Vec<f32> = facts.iter().map(|fact| if fact.share > 0.0 { fact.share } else { 1.0 }).collect();
    let total: f32 = shares.iter().sum();
    let (left, width) = (flow.left(), flow.width());
    let mut tallest = 0.0_f32;
    for (fact, share) in facts.iter().zip(&shares) {
        let value = Text::from(fact.value.as_str());
        tallest =
            tallest.max(flow.set(&value, looks::FACT, (width * share / total - 12.0).max(20.0)).height());
    }
    flow.rule(flow.y, Ink::First, 1.0);
    flow.y += 7.6;
    if tallest > LONG {
        stacked_facts(flow, facts);
        return;
    }
    let top = flow.y;
    let mut x = left;
    let mut deepest = top;
    for (fact, share) in facts.iter().zip(&shares) {
        let column = width * share / total;
        let node = flow.tree.add(Tree::ROOT, Tag::Paragraph);
        let label = flow.tree.add(node, Tag::Span);
        let value = flow.tree.add(node, Tag::Span);
        let room = (column - 12.0).max(20.0);
        let below = stacked(flow, &fact.label, looks::FACT_LABEL, label, (x, top, room));
        let below = stacked(flow, &fact.value, looks::FACT, value, (x, below + 2.4, room));
        deepest = deepest.max(below);
        x += column;
    }
    flow.y = deepest + 8.2;
    flow.rule(flow.y, Ink::Rule, 0.5);
    flow.y += 13.6;
}

/// Facts one below the other, across pages if need be.
fn stacked_facts(flow: &mut Flow<'_>, facts: &[Fact]) {
    let (left, width) = (flow.left(), flow.width());
    for fact in facts {
        let node = flow.tree.add(Tree::ROOT, Tag::Paragraph);
        flow.flowing(&Text::from(fact.label.as_str()), looks::FACT_LABEL, node, left, width);
        flow.flowing(&Text::from(fact.value.as_str()), looks::FACT, node, left, width);
        flow.y += 6.0;
    }
    flow.y += 2.2;
    flow.rule(flow.y, Ink::Rule, 0.5);
    flow.y += 13.6;
}

/// Draws words at (x, top) in a width; gives their lower edge.
fn stacked(flow: &mut Flow<'_>, words: &str, look: Look, node: super::NodeId, at: (f32, f32, f32)) -> f32 {
    let text = Text::from(words);
    let lines = flow.set(&text, look, at.2);
    flow.lines(&mut Words::new(&text, &lines, node), 0..lines.lines.len(), at.0, at.1, 0.0);
    at.1 + lines.height()
}

/// Lead at the left, figures between thin rules at the right.
fn lead_and_figures(flow: &mut Flow<'_>, lead: &str, figures: &[Figure]) {
    let (left, width) = (flow.left(), flow.width());
    let mut lead = lead;
    let beside = flow.set(&Text::from(lead), looks::LEAD, width * 0.3457 - 10.0).height();
    if beside > LONG {
        flow.paragraph(&Text::from(lead), looks::LEAD, Tag::Paragraph, left, width.min(420.0));
        flow.y += 12.0;
        lead = "";
        if figures.is_empty() {
            return;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a cover has few figures")]
    let rows = figures.len().div_ceil(FIGURES_PER_ROW) as f32;
    flow.need(rows * 52.0);
    let top = flow.y;
    let share = if figures.is_empty() { 0.72 } else { 0.3457 };
    let mut lead_bottom = top;
    let mut from = left;
    if !lead.is_empty() {
        let node = flow.tree.add(Tree::ROOT, Tag::Paragraph);
        lead_bottom = stacked(flow, lead, looks::LEAD, node, (left, top, width * share - 10.0));
        from = left + width * share;
    }
    let columns = figures.len().clamp(1, FIGURES_PER_ROW);
    #[expect(clippy::cast_precision_loss, reason = "at most four columns")]
    let column = (left + width - from) / columns as f32;
    let row_height = 40.6;
    let mut row_top = top;
    for row in figures.chunks(FIGURES_PER_ROW) {
        let mut x = from;
        let mut bottom = row_top + row_height;
        for figure in row {
            let node = flow.tree.add(Tree::ROOT, Tag::Paragraph);
            let value = flow.tree.add(node, Tag::Span);
            let label = flow.tree.add(node, Tag::Span);
            let inner = (x + FIGURE_INSET, column - FIGURE_INSET - 4.0);
            let below = stacked(flow, &figure.value, looks::FIGURE, value, (inner.0, row_top - 0.5, inner.1));
            let below =
                stacked(flow, &figure.label, looks::FIGURE_LABEL, label, (inner.0, below + 1.2, inner.1));
            bottom = bottom.max(below);
            x += column;
        }
        let mut x = from;
        for _ in row {
            flow.stroke(&[(x, row_top), (x, bottom)], Ink::Rule, 0.5);
            x += column;
        }
        row_top = bottom + 10.0;
    }
    let figures_bottom = if figures.is_empty() { top } else { row_top - 10.0 };
    flow.y = lead_bottom.max(figures_bottom) + 18.6;
}
