//! Approvals and signatures: role and person at the left, what they did or where they sign at the right.

use super::blocks::draw_mark;
use super::flow::{Flow, Words};
use super::tree::{Attributes, NodeId, Tag};
use super::{looks, marks};
use crate::model::{Approval, ApprovalState, Mark, SignOff, Text};
use crate::type_setting::{Ink, Look};

/// Height an approval needs at least.
pub(crate) const LEAST: f32 = 62.0;
/// Lines of a note from which on it stands below.
const LONG_NOTE: usize = 8;
/// Gap above the title.
const BEFORE: f32 = 16.0;

/// Places the approvals: all on one page if one page can hold them, otherwise each whole.
pub(crate) fn place(flow: &mut Flow<'_>, sign_off: &SignOff) {
    let (left, width) = (flow.left(), flow.width());
    let titled = !sign_off.title.is_empty();
    let before = if titled && !flow.at_top() { BEFORE } else { 0.0 };
    let title_room = if titled { before + looks::PART.line + 6.0 } else { 0.0 };
    let all: f32 = sign_off.approvals.iter().map(|approval| measure(flow, approval)).sum();
    let together = title_room + all;
    flow.need(if together <= flow.full_room() { together } else { title_room + LEAST });
    if titled {
        if !flow.at_top() {
            flow.y += before;
        }
        let title = Text::from(sign_off.title.as_str());
        flow.bookmark(sign_off.title.clone(), 2);
        let tag = flow.heading_tag(2);
        flow.paragraph(&title, looks::PART, tag, left, width);
        flow.y += 6.0;
    }
    let list = flow.tree.add(flow.section, Tag::Table);
    flow.tree.summarise(list, &sign_off.title);
    flow.rule(flow.y, Ink::First, 1.0);
    for approval in &sign_off.approvals {
        place_one(flow, approval, list);
    }
    flow.y += 12.0;
}

/// Words to draw at a place, measured first so that the whole approval can be kept together.
struct Part {
    text: Text,
    look: Look,
    node: NodeId,
    x: f32,
    y: f32,
    width: f32,
}

fn place_one(flow: &mut Flow<'_>, approval: &Approval, list: NodeId) {
    let height = measure(flow, approval);
    flow.need(height);
    if flow.at_top() {
        flow.rule(flow.y, Ink::First, 1.0);
    }
    let row = flow.tree.add(list, Tag::TableRow);
    let scope = Attributes { scope: Some("Row"), ..Attributes::default() };
    let head = flow.tree.add_with(row, Tag::TableHead, scope);
    let data = flow.tree.add(row, Tag::TableData);
    let (parts, lines, mark) = arrange(flow, approval, head, data);
    let top = flow.y;
    for part in parts {
        let set = flow.set(&part.text, part.look, part.width);
        let words = &mut Words::new(&part.text, &set, part.node);
        flow.lines(words, 0..set.lines.len(), part.x, top + part.y, 0.0);
    }
    for (from, to, y) in lines {
        flow.stroke(&[(from, top + y), (to, top + y)], Ink::Second, 0.6);
    }
    if let Some((mark, x, y)) = mark {
        draw_mark(flow, mark, x, top + y, looks::FACT);
    }
    flow.y += height;
    if let Some(note) = long_note(flow, approval) {
        let (left, _, _, right) = columns(flow);
        flow.y -= 6.0;
        flow.flowing(&note, looks::CAPTION, data, left, right - left);
        flow.y += 6.0;
    }
    flow.rule(flow.y, Ink::Hairline, 0.5);
}

/// The note of an approval if it is too long to stand beside the person; it then follows below, across pages if need
/// be.
fn long_note(flow: &mut Flow<'_>, approval: &Approval) -> Option<Text> {
    let (ApprovalState::Given { note, .. }
    | ApprovalState::OnPaper { note, .. }
    | ApprovalState::Open { note, .. }) = &approval.state;
    let (_, middle, _, right) = columns(flow);
    let text = Text::from(note.as_str());
    let lines = flow.set(&text, looks::CAPTION, right - middle - marks::ROOM).lines.len();
    (lines > LONG_NOTE).then_some(text)
}

fn columns(flow: &Flow<'_>) -> (f32, f32, f32, f32) {
    let (left, width) = (flow.left(), flow.width());
    (left, left + width * 0.3457, left + width * 0.76, left + width)
}

type Arranged = (Vec<Part>, Vec<(f32, f32, f32)>, Option<(Mark, f32, f32)>);

/// The parts of an approval relative to its top.
fn arrange(flow: &mut Flow<'_>, approval: &Approval, head: NodeId, data: NodeId) -> Arranged {
    let (left, middle, third, right) = columns(flow);
    let mut parts = Vec::new();
    let mut y = 8.0;
    let first = [
        (&approval.role, looks::FACT_LABEL),
        (&approval.person, looks::FACT),
        (&approval.job, looks::CELL.ink(Ink::Second)),
    ];
    for (words, look) in first {
        y = stack(flow, &mut parts, words, look, head, (left, y, middle - left - 12.0));
    }
    let below = long_note(flow, approval).is_some();
    let beside = |note: &'_ str| if below { String::new() } else { note.to_owned() };
    match &approval.state {
        ApprovalState::Given { mark, words, date, note } => {
            let mark = (*mark, middle, 8.0 + looks::FACT_LABEL.line);
            given(flow, &mut parts, data, (words, date, &beside(note)));
            (parts, Vec::new(), Some(mark))
        }
        ApprovalState::OnPaper { words, date, note } => {
            let mark = (Mark::Check, middle, 8.0 + looks::FACT_LABEL.line);
            given(flow, &mut parts, data, (words, date, &beside(note)));
            (parts, Vec::new(), Some(mark))
        }
        ApprovalState::Open { signature, date, note } => {
            let line = 34.0;
            stack(
                flow,
                &mut parts,
                signature,
                looks::FACT_LABEL,
                data,
                (middle, line + 2.5, third - middle - 16.0),
            );
            stack(flow, &mut parts, date, looks::FACT_LABEL, data, (third, line + 2.5, right - third));
            stack(
                flow,
                &mut parts,
                &beside(note),
                looks::CAPTION,
                data,
                (middle, line + 14.5, right - middle),
            );
            (parts, vec![(middle, third - 16.0, line), (third, right, line)], None)
        }
    }
}

fn given(flow: &mut Flow<'_>, parts: &mut Vec<Part>, data: NodeId, texts: (&str, &str, &str)) {
    let (_, middle, third, right) = columns(flow);
    let top = 8.0 + looks::FACT_LABEL.line;
    let inset = middle + marks::ROOM;
    let below = stack(flow, parts, texts.0, looks::FACT, data, (inset, top, third - inset - 12.0));
    let dated = stack(flow, parts, texts.1, looks::CELL, data, (third, top, right - third));
    stack(flow, parts, texts.2, looks::CAPTION, data, (inset, below.max(dated) + 1.5, right - inset));
}

/// Adds words at (x, y) in a width; gives their lower edge. Empty words take no room.
fn stack(
    flow: &mut Flow<'_>,
    parts: &mut Vec<Part>,
    words: &str,
    look: Look,
    node: NodeId,
    at: (f32, f32, f32),
) -> f32 {
    let text = Text::from(words);
    let height = flow.set(&text, look, at.2).height();
    if height > 0.0 {
        parts.push(Part { text, look, node, x: at.0, y: at.1, width: at.2 });
    }
    at.1 + height
}

fn measure(flow: &mut Flow<'_>, approval: &Approval) -> f32 {
    let nobody = NodeId(0);
    let (parts, _, _) = arrange(flow, approval, nobody, nobody);
    let mut lowest = 40.0_f32;
    for part in &parts {
        lowest = lowest.max(part.y + flow.set(&part.text, part.look, part.width).height());
    }
    (lowest + 8.0).max(LEAST - 8.0)
}
