//! Tables: columns, the head row and its repetition, groups, rows that stay whole.

use super::blocks::draw_mark;
use super::flow::{Flow, Words, lines_in};
use super::tree::{Attributes, NodeId, Tag};
use super::{blocks, looks, marks};
use crate::model::{Align, Cell, Column, Group, Row, Table, TableSize, Text, Tone, Width};
use crate::type_setting::{Face, Ink, Lines, Look};

/// Gap between columns.
const GAP: f32 = 8.0;
/// Narrowest text of a column, however crowded the table.
const NARROWEST: f32 = 12.0;
/// A row that must be split leaves and takes at least this many lines.
const LEAST_LINES: usize = 3;

/// Height a table needs at its start: head, group, one row.
pub(crate) fn opening(table: &Table) -> f32 {
    if table.rows.is_empty() { 46.0 } else { 66.0 }
}

/// A column on paper.
struct Place {
    left: f32,
    /// Width of its text.
    width: f32,
}

/// Distances within a table.
struct Measures {
    cell: Look,
    above: f32,
    below: f32,
    places: Vec<Place>,
}

/// Places a table.
pub(crate) fn place(flow: &mut Flow<'_>, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let measures = measure(flow, table);
    let head_height = head_height(flow, table, &measures);
    flow.need(head_height + opening(table) - 20.0);
    let node = flow.tree.add(flow.section, Tag::Table);
    flow.tree.summarise(node, &table.summary);
    let head = flow.tree.add(node, Tag::TableHeader);
    draw_head(flow, table, &measures, Some(head));
    let body = flow.tree.add(node, Tag::TableBody);
    let walk = Walk { table, measures, head_height, body };
    if table.rows.is_empty() {
        walk.empty(flow);
    }
    for (index, row) in table.rows.iter().enumerate() {
        match row {
            Row::Group(group) => walk.group(flow, group, table.rows.get(index + 1)),
            Row::Cells(cells) => walk.row(flow, cells),
        }
    }
    flow.y += 10.0;
}

fn measure(flow: &mut Flow<'_>, table: &Table) -> Measures {
    let (cell, above, below) = match table.size {
        TableSize::Regular => (looks::CELL, 3.4, 2.9),
        TableSize::Small => (looks::SMALL_CELL, 2.6, 2.2),
    };
    let wanted = (0..table.columns.len()).map(|index| wanted(flow, table, index, cell)).collect::<Vec<_>>();
    Measures { cell, above, below, places: columns(&table.columns, &wanted, flow.left(), flow.width()) }
}

/// Width a column asks for in points; `None` for a share.
fn wanted(flow: &mut Flow<'_>, table: &Table, index: usize, cell: Look) -> Option<f32> {
    let column = table.columns.get(index)?;
    let most = match column.width {
        Width::Points(points) => return Some(points.max(0.0)),
        Width::Share(_) => return None,
        Width::Fit(most) => most.max(0.0),
    };
    let gap = if index + 1 == table.columns.len() { 0.0 } else { GAP };
    let spans = table.columns.get(index + 1).is_some_and(|next| next.label.is_empty());
    let head = Text::from(column.label.as_str());
    let mut widest = if spans { 0.0 } else { flow.set(&head, looks::HEAD, f32::INFINITY).width() };
    for row in &table.rows {
        let Row::Cells(cells) = row else { continue };
        let Some(found) = cells.get(index) else { continue };
        let inset = mark_room(found, cell);
        widest = widest.max(flow.set(&found.text, look(column, found, cell), f32::INFINITY).width() + inset);
        if widest + gap >= most {
            return Some(most);
        }
    }
    // A hair more than the widest line, against rounding.
    Some((widest + gap + 0.1).min(most))
}

/// Shares the width out. Columns of a given width that leave too little for the others shrink in proportion.
fn columns(columns: &[Column], wanted: &[Option<f32>], left: f32, width: f32) -> Vec<Place> {
    let share = |column: &Column| if let Width::Share(share) = column.width { share.max(0.0) } else { 0.0 };
    let fixed: f32 = wanted.iter().flatten().sum();
    let shares: f32 = columns.iter().map(share).sum();
    #[expect(clippy::cast_precision_loss, reason = "a page has far fewer than 2^23 columns")]
    let least = wanted.iter().filter(|width| width.is_none()).count() as f32 * (NARROWEST + GAP) * 2.0;
    let rest = if shares > 0.0 { (width - fixed).max(least.min(width * 0.5)) } else { 0.0 };
    let scale =
        if fixed > 0.0 && (fixed + rest > width || shares <= 0.0) { (width - rest) / fixed } else { 1.0 };
    let mut x = left;
    let mut places = Vec::with_capacity(columns.len());
    for (index, column) in columns.iter().enumerate() {
        let full = match wanted.get(index) {
            Some(Some(points)) => points * scale,
            _ if shares > 0.0 => rest * share(column) / shares,
            _ => 0.0,
        };
        let gap = if index + 1 == columns.len() { 0.0 } else { GAP };
        places.push(Place { left: x, width: (full - gap).max(NARROWEST) });
        x += full;
    }
    places
}

/// How a cell looks in its column.
fn look(column: &Column, cell: &Cell, base: Look) -> Look {
    let base = Look { tabular: column.align == Align::End, ..base };
    match cell.tone.unwrap_or(column.tone) {
        Tone::Plain => base,
        Tone::Strong => base.face(Face::SansMedium),
        Tone::Soft => base.ink(Ink::Reading),
        Tone::Id => base.ink(Ink::Second),
        Tone::Quiet => base.ink(Ink::Third),
        Tone::Code => Look { size: base.size * 0.92, ..base.face(Face::Mono) },
    }
}

/// Room for the mark of a cell.
fn mark_room(cell: &Cell, look: Look) -> f32 {
    if cell.mark.is_some() { marks::ROOM * look.size / looks::CELL.size } else { 0.0 }
}

/// Labels of the head with the columns each covers: (first column, number of columns).
fn heads(table: &Table) -> Vec<(usize, usize)> {
    let mut heads: Vec<(usize, usize)> = Vec::new();
    for (index, column) in table.columns.iter().enumerate() {
        match heads.last_mut() {
            Some((_, covered)) if column.label.is_empty() => *covered += 1,
            _ => heads.push((index, 1)),
        }
    }
    heads
}

fn span_width(measures: &Measures, first: usize, covered: usize) -> f32 {
    let (Some(from), Some(to)) = (measures.places.get(first), measures.places.get(first + covered - 1))
    else {
        return NARROWEST;
    };
    to.left + to.width - from.left
}

fn head_height(flow: &mut Flow<'_>, table: &Table, measures: &Measures) -> f32 {
    let mut tallest = looks::HEAD.line;
    for (first, covered) in heads(table) {
        let Some(column) = table.columns.get(first) else { continue };
        let text = Text::from(column.label.as_str());
        tallest = tallest.max(flow.set(&text, looks::HEAD, span_width(measures, first, covered)).height());
    }
    tallest + 9.4
}

/// Draws the head at the pen: tagged the first time, an artifact on later pages.
fn draw_head(flow: &mut Flow<'_>, table: &Table, measures: &Measures, header: Option<NodeId>) {
    let height = head_height(flow, table, measures);
    let top = flow.y;
    flow.rule(top, Ink::First, 1.0);
    let row = header.map(|header| flow.tree.add(header, Tag::TableRow));
    for (first, covered) in heads(table) {
        let (Some(column), Some(place)) = (table.columns.get(first), measures.places.get(first)) else {
            continue;
        };
        let text = Text::from(column.label.as_str());
        let width = span_width(measures, first, covered);
        let lines = flow.set(&text, looks::HEAD, width);
        let (x, align) =
            if column.align == Align::End { (place.left + width, 1.0) } else { (place.left, 0.0) };
        let y = top + height - 4.6 - lines.height();
        let Some(row) = row else {
            flow.artifact_lines(&lines, x, y, align);
            continue;
        };
        let columns = (covered > 1).then_some(covered);
        let attributes = Attributes { scope: Some("Column"), columns, ..Attributes::default() };
        let node = flow.tree.add_with(row, Tag::TableHead, attributes);
        flow.lines(&mut Words::new(&text, &lines, node), 0..lines.lines.len(), x, y, align);
    }
    flow.y = top + height;
    flow.rule(flow.y, Ink::First, 0.5);
}

/// Where a table stands.
struct Walk<'t> {
    table: &'t Table,
    measures: Measures,
    head_height: f32,
    body: NodeId,
}

/// A cell broken into lines.
struct SetCell<'t> {
    cell: &'t Cell,
    lines: Lines,
    node: NodeId,
    inset: f32,
    x: f32,
    align: f32,
}

impl Walk<'_> {
    /// Goes to a new page and repeats the head.
    fn turn_page(&self, flow: &mut Flow<'_>) {
        flow.add_page();
        draw_head(flow, self.table, &self.measures, None);
    }

    /// Room for rows on a fresh page.
    fn full_room(&self, flow: &Flow<'_>) -> f32 {
        flow.full_room() - self.head_height
    }

    fn empty(&self, flow: &mut Flow<'_>) {
        let (left, width) = (flow.left(), flow.width());
        let row = flow.tree.add(self.body, Tag::TableRow);
        let covered = (self.table.columns.len() > 1).then_some(self.table.columns.len());
        let attributes = Attributes { columns: covered, ..Attributes::default() };
        let node = flow.tree.add_with(row, Tag::TableData, attributes);
        flow.y += self.measures.above;
        let text = Text::from(self.table.empty.as_str());
        flow.flowing(&text, self.measures.cell.ink(Ink::Third), node, left, width);
        flow.y += self.measures.below;
        flow.rule(flow.y, Ink::Hairline, 0.5);
    }

    fn group(&self, flow: &mut Flow<'_>, group: &Group, next: Option<&Row>) {
        let look = self.measures.cell.face(Face::SansSemi);
        let (left, right) = (flow.left(), flow.right());
        let indent = match (group.id.is_empty(), self.measures.places.get(1)) {
            (false, Some(second)) => second.left - left,
            _ => 0.0,
        };
        let id = Text::from(group.id.as_str());
        let title = Text::from(group.title.as_str());
        let id_width = if indent > 0.0 { indent - GAP } else { right - left };
        let id_lines = flow.set(&id, self.measures.cell.face(Face::SansMedium).ink(Ink::Accent), id_width);
        let title_lines = flow.set(&title, look, right - left - indent);
        let lead = 5.8;
        let height = lead + id_lines.height().max(title_lines.height()) + 3.0;
        let following = match next {
            Some(Row::Cells(cells)) => {
                let first = self.height(flow, cells);
                if height + first <= self.full_room(flow) { first } else { self.least_piece() }
            }
            Some(Row::Group(_)) => height,
            None => 0.0,
        };
        if height + following > flow.room() && height + following <= self.full_room(flow) {
            self.turn_page(flow);
        }
        flow.anchor(group.anchor.as_ref());
        if group.bookmark {
            flow.bookmark(blocks::numbered(&group.id, &group.title), 2);
        }
        let row = flow.tree.add(self.body, Tag::TableRow);
        let covered = (self.table.columns.len() > 1).then_some(self.table.columns.len());
        let scope = Attributes { scope: Some("Row"), columns: covered, ..Attributes::default() };
        let node = flow.tree.add_with(row, Tag::TableHead, scope);
        let y = flow.y + lead;
        flow.lines(&mut Words::new(&id, &id_lines, node), 0..id_lines.lines.len(), left, y, 0.0);
        flow.lines(
            &mut Words::new(&title, &title_lines, node),
            0..title_lines.lines.len(),
            left + indent,
            y,
            0.0,
        );
        flow.y += height;
        flow.rule(flow.y, Ink::Rule, 0.5);
    }

    /// Height of the smallest piece of a row that may stand alone.
    fn least_piece(&self) -> f32 {
        self.measures.above + self.measures.below + Lines::height_of(LEAST_LINES, self.measures.cell)
    }

    fn set<'t>(&self, flow: &mut Flow<'_>, cells: &'t [Cell]) -> Vec<SetCell<'t>> {
        let columns = self.table.columns.iter().zip(&self.measures.places);
        let mut set = Vec::with_capacity(cells.len());
        for (cell, (column, place)) in cells.iter().zip(columns) {
            let inset = mark_room(cell, self.measures.cell);
            let look = look(column, cell, self.measures.cell);
            let lines = flow.set(&cell.text, look, (place.width - inset).max(NARROWEST));
            let (x, align) = if column.align == Align::End {
                (place.left + place.width, 1.0)
            } else {
                (place.left + inset, 0.0)
            };
            set.push(SetCell { cell, lines, node: NodeId(0), inset, x, align });
        }
        set
    }

    fn height(&self, flow: &mut Flow<'_>, cells: &[Cell]) -> f32 {
        self.height_of(&self.set(flow, cells))
    }

    fn height_of(&self, set: &[SetCell<'_>]) -> f32 {
        let tallest = set.iter().map(|cell| cell.lines.height()).fold(self.measures.cell.line, f32::max);
        tallest + self.measures.above + self.measures.below
    }

    fn row(&self, flow: &mut Flow<'_>, cells: &[Cell]) {
        let mut set = self.set(flow, cells);
        let height = self.height_of(&set);
        let fits_a_page = height <= self.full_room(flow);
        let too_little = flow.room() < if fits_a_page { height } else { self.least_piece() };
        if too_little && flow.room() < self.full_room(flow) - 0.01 {
            self.turn_page(flow);
        }
        let row = flow.tree.add(self.body, Tag::TableRow);
        for (cell, column) in set.iter_mut().zip(&self.table.columns) {
            cell.node = if column.heads_row {
                let scope = Attributes { scope: Some("Row"), ..Attributes::default() };
                flow.tree.add_with(row, Tag::TableHead, scope)
            } else {
                flow.tree.add(row, Tag::TableData)
            };
        }
        for _ in set.len()..self.table.columns.len() {
            flow.tree.add(row, Tag::TableData);
        }
        self.draw(flow, &set);
    }

    /// Draws a row, in pieces where it is taller than a page.
    fn draw(&self, flow: &mut Flow<'_>, set: &[SetCell<'_>]) {
        let mut words: Vec<Words<'_>> =
            set.iter().map(|cell| Words::new(&cell.cell.text, &cell.lines, cell.node)).collect();
        let total = set.iter().map(|cell| cell.lines.lines.len()).max().unwrap_or(0).max(1);
        let line = self.measures.cell;
        let mut from = 0;
        while from < total {
            let room = flow.room() - self.measures.above - self.measures.below;
            let left = total - from;
            let mut count = lines_in(room, line).clamp(1, left);
            if count < left && left - count < LEAST_LINES && count > LEAST_LINES * 2 {
                count -= LEAST_LINES - (left - count);
            }
            let top = flow.y + self.measures.above;
            for (cell, words) in set.iter().zip(&mut words) {
                let end = (from + count).min(cell.lines.lines.len());
                if from == 0
                    && let Some(mark) = cell.cell.mark
                {
                    let at = if cell.align > 0.0 {
                        cell.x - cell.lines.width() - cell.inset
                    } else {
                        cell.x - cell.inset
                    };
                    draw_mark(flow, mark, at, top, line);
                }
                if from < end {
                    flow.lines(words, from..end, cell.x, top, cell.align);
                }
            }
            flow.y = top + Lines::height_of(count, line) + self.measures.below;
            flow.rule(flow.y, Ink::Hairline, 0.5);
            from += count;
            if from < total {
                self.turn_page(flow);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(columns_given: &[Column], wanted: &[Option<f32>], width: f32) -> Vec<f32> {
        columns(columns_given, wanted, 0.0, width).iter().map(|place| place.width.round()).collect()
    }

    #[test]
    fn shares_take_what_fixed_columns_leave() {
        let given = [
            Column::new("", Width::Points(100.0)),
            Column::new("", Width::Share(1.0)),
            Column::new("", Width::Share(3.0)),
        ];
        assert_eq!(widths(&given, &[Some(100.0), None, None], 500.0), [92.0, 92.0, 300.0]);
    }

    #[test]
    fn crowded_columns_shrink_but_never_vanish() {
        let given: Vec<Column> = (0..4).map(|_| Column::new("", Width::Points(200.0))).collect();
        assert_eq!(widths(&given, &[Some(200.0); 4], 400.0), [92.0, 92.0, 92.0, 100.0]);
        let given: Vec<Column> = (0..90).map(|_| Column::new("", Width::Points(200.0))).collect();
        assert!(widths(&given, &[Some(200.0); 90], 400.0).iter().all(|&width| width >= NARROWEST));
    }

    #[test]
    fn fixed_columns_leave_room_for_shares() {
        let given = [Column::new("", Width::Points(900.0)), Column::new("", Width::Share(1.0))];
        let widths = widths(&given, &[Some(900.0), None], 400.0);
        assert!(
            widths.iter().all(|&width| width >= 30.0) && widths.iter().sum::<f32>() <= 400.0,
            "{widths:?}"
        );
    }

    #[test]
    fn an_empty_label_lets_the_head_before_it_span() {
        let columns =
            ["Control", "", "Status", ""].map(|label| Column::new(label, Width::default())).to_vec();
        assert_eq!(heads(&Table { columns, ..Table::default() }), [(0, 2), (2, 2)]);
    }
}
