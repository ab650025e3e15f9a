//! Tables: columns, rows, groups of rows.

use super::{Mark, Text};

/// A table. The head row repeats on every page; rows stay whole unless taller than a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the table shows, for readers who cannot see it; not printed. May be empty.
    pub summary: String,
    /// The columns from left to right. Without columns nothing is printed.
    pub columns: Vec<Column>,
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
    /// Line printed when there are no rows ("No systems in scope.").
    pub empty: String,
    /// Size of the text.
    pub size: TableSize,
}

/// Text size of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TableSize {
    /// 8.5 on 11.7 pt.
    #[default]
    Regular,
    /// 7.2 on 9.6 pt, for registers with many columns.
    Small,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Column {
    /// Head of the column. An empty label lets the head to its left span this column too.
    pub label: String,
    /// Its width.
    pub width: Width,
    /// How its cells stand.
    pub align: Align,
    /// How its cells look unless a cell says otherwise.
    pub tone: Tone,
    /// True if its cells name their row; they are tagged as row heads.
    pub heads_row: bool,
}

impl Column {
    /// A left-aligned column of plain text.
    #[must_use]
    pub fn new(label: impl Into<String>, width: Width) -> Self {
        Self { label: label.into(), width, ..Self::default() }
    }

    /// The same column with another look of its cells.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The same column, its cells naming their row.
    #[must_use]
    pub fn heads_row(mut self) -> Self {
        self.heads_row = true;
        self
    }

    /// The same column, right-aligned with tabular figures.
    #[must_use]
    pub fn numbers(mut self) -> Self {
        self.align = Align::End;
        self
    }
}

/// Width of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// Points, gap to the next column included.
    Points(f32),
    /// As wide as the widest cell on one line and the head, gap included, but at most so many points. For columns
    /// with few short words whose length depends on the language.
    Fit(f32),
    /// Share of what the other columns leave.
    Share(f32),
}

impl Default for Width {
    fn default() -> Self {
        Self::Share(1.0)
    }
}

/// Where the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left edge.
    #[default]
    Start,
    /// At the right edge, with figures of equal width.
    End,
}

/// Look of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Ink, normal weight.
    #[default]
    Plain,
    /// Ink, medium weight: names.
    Strong,
    /// Slightly lighter than ink: longer reasoning.
    Soft,
    /// Second ink: ids.
    Id,
    /// Third ink: "none", asides.
    Quiet,
    /// Monospaced.
    Code,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A title above the rows that follow; never the last line of a page.
    Group(Group),
    /// One cell per column; missing cells are empty, surplus cells are dropped.
    Cells(Vec<Cell>),
}

/// Title of a group of rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// Id in the accent colour in the first column ("A.2"). Empty: the title starts at the left edge.
    pub id: String,
    /// Title, across the other columns.
    pub title: String,
    /// Name that links can lead to.
    pub anchor: Option<String>,
    /// True if the group appears among the bookmarks and in the table of contents.
    pub bookmark: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The words.
    pub text: Text,
    /// Mark before the words.
    pub mark: Option<Mark>,
    /// Look that differs from its column.
    pub tone: Option<Tone>,
}

impl Cell {
    /// A cell with a mark before its words.
    #[must_use]
    pub fn marked(mark: Mark, text: impl Into<Text>) -> Self {
        Self { text: text.into(), mark: Some(mark), tone: None }
    }

    /// A cell with a look of its own.
    #[must_use]
    pub fn toned(tone: Tone, text: impl Into<Text>) -> Self {
        Self { text: text.into(), mark: None, tone: Some(tone) }
    }
}

impl<T: Into<Text>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), mark: None, tone: None }
    }
}
