//! What was read: sheets of rows of non-empty cells, as text with the kind they had.

use crate::header::Header;
use crate::lexicon::Lexicon;
use crate::mapping::{Mapping, Target};
use crate::problem::Problem;
use crate::round_trip::RoundTrip;

/// What a cell was before it became text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Text.
    Text,
    /// A number; whole numbers are written without a decimal point.
    Number,
    /// A date or a moment: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` where there is a time of day.
    Date,
    /// `TRUE` or `FALSE`.
    Bool,
    /// A spreadsheet error such as `#NAME?`.
    Error,
}

/// One non-empty cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Column, counted from 0.
    pub column: u32,
    /// What it was.
    pub kind: CellKind,
    /// Whether a formula gave the value.
    pub formula: bool,
    /// The value as text; never empty.
    pub text: Box<str>,
}

/// One row with at least one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Number as the spreadsheet program shows it, from 1.
    pub number: u32,
    /// Cells by rising column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell in this column.
    #[must_use]
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }

    /// The text in this column, empty where there is none.
    #[must_use]
    pub fn text(&self, column: u32) -> &str {
        self.cell(column).map_or("", |cell| &cell.text)
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for a CSV file.
    pub name: String,
    /// Whether the spreadsheet program hides it.
    pub hidden: bool,
    /// Rows by rising number; rows without a cell are left out.
    pub rows: Vec<Row>,
    /// What was odd while reading.
    pub problems: Vec<Problem>,
}

impl Sheet {
    /// Number of non-empty cells.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).sum()
    }

    /// The row with this number.
    #[must_use]
    pub fn row(&self, number: u32) -> Option<&Row> {
        let at = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        self.rows.get(at)
    }

    /// Columns that hold a cell in any row, by rising number.
    #[must_use]
    pub fn columns(&self) -> Vec<u32> {
        let set: std::collections::BTreeSet<u32> =
            self.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
        set.into_iter().collect()
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// Name of the file, for problems.
    pub file: String,
    /// Sheets with at least one cell, in the order of the file; our own hidden sheets are left out.
    pub sheets: Vec<Sheet>,
    /// Present when the file is an export of ours that comes back.
    pub round_trip: Option<RoundTrip>,
}

/// What is proposed for a file before a person changes anything.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Index of the sheet.
    pub sheet: usize,
    /// Its headers.
    pub header: Header,
    /// What its columns mean.
    pub mapping: Mapping,
}

impl Book {
    /// The sheet of this name, in any case.
    ///
    /// # Errors
    /// [`crate::ErrorCode::NoSuchSheet`].
    pub fn sheet_named(&self, name: &str) -> Result<usize, crate::ExchangeError> {
        let wanted = name.trim().to_lowercase();
        let found = self.sheets.iter().position(|sheet| sheet.name.to_lowercase() == wanted);
        found.ok_or_else(|| crate::ErrorCode::NoSuchSheet.with("sheet", name))
    }

    /// Headers and mapping of a sheet; none when there is no such sheet. An export of ours is recognised by its
    /// columns, also when people renamed the sheet or put rows above the header.
    #[must_use]
    pub fn propose(&self, sheet: usize, lexicon: &Lexicon) -> Option<Proposal> {
        let table = self.sheets.get(sheet)?;
        let detect = || crate::header::detect(&self.file, table, lexicon);
        let stated = |meta: &RoundTrip| crate::header::at_row(&self.file, table, Some(meta.header_row));
        let own = self.round_trip.as_ref();
        let header = own.map(stated).filter(|header| own.is_some_and(|meta| meta.fits(header)));
        let header = header.unwrap_or_else(detect);
        let mut mapping = crate::mapping::propose(table, &header, lexicon);
        if let Some(meta) = own.filter(|meta| meta.fits(&header)) {
            mapping.apply_round_trip(meta);
        }
        Some(Proposal { sheet, header, mapping })
    }

    /// The sheet that most likely holds the register, with its proposal: the one with most understood cells, where a
    /// sheet that people can see, has a header and names its systems comes before others.
    ///
    /// # Errors
    /// [`crate::ErrorCode::NoData`] when there is no sheet.
    pub fn propose_best(&self, lexicon: &Lexicon) -> Result<Proposal, crate::ExchangeError> {
        let rank = |proposal: &Proposal| {
            let visible = self.sheets.get(proposal.sheet).is_some_and(|sheet| !sheet.hidden);
            let named = proposal.mapping.column_of("name").is_some();
            let mapped = proposal.mapping.columns.iter().filter(|a| matches!(a.target, Target::Field(_)));
            let understood: u64 = mapped.map(|a| u64::from(a.filled)).sum();
            (visible, named && proposal.header.row.is_some(), understood, std::cmp::Reverse(proposal.sheet))
        };
        (0..self.sheets.len())
            .filter_map(|sheet| self.propose(sheet, lexicon))
            .max_by_key(rank)
            .ok_or_else(|| crate::ErrorCode::NoData.into())
    }
}

/// Column letters as spreadsheet programs show them: 0 = `A`, 26 = `AA`.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The column of these letters, counted from 0; none when they are not one to three letters.
#[must_use]
pub fn column_number(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let number = letters.bytes().fold(0u32, |n, b| n * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    Some(number - 1)
}

/// Collects cells that may come in any order, within the limits.
pub(crate) struct Collector {
    rows: Vec<Row>,
    cells: u64,
    text: u64,
}

impl Collector {
    /// A collector for one sheet; `cells` and `text` are what earlier sheets have used.
    pub(crate) fn new(cells: u64, text: u64) -> Self {
        Self { rows: Vec::new(), cells, text }
    }

    /// Adds a cell to a row (from 1).
    pub(crate) fn push(&mut self, row: u32, cell: Cell) -> Result<(), crate::ExchangeError> {
        use crate::gate::{MAX_CELLS, MAX_TEXT};
        self.cells += 1;
        self.text += cell.text.len() as u64;
        if self.cells > MAX_CELLS {
            return Err(crate::ErrorCode::TooManyCells.with("limit", MAX_CELLS));
        }
        if self.text > MAX_TEXT {
            return Err(crate::ErrorCode::TooMuchText.with("limit", MAX_TEXT >> 20));
        }
        match self.rows.last_mut() {
            Some(last) if last.number == row => last.cells.push(cell),
            _ => self.rows.push(Row { number: row, cells: vec![cell] }),
        }
        Ok(())
    }

    /// The row and column of the last cell.
    pub(crate) fn last(&self) -> (u32, u32) {
        self.rows.last().map_or((1, 0), |row| (row.number, row.cells.last().map_or(0, |cell| cell.column)))
    }

    /// Cells and bytes of text so far, earlier sheets included.
    pub(crate) fn used(&self) -> (u64, u64) {
        (self.cells, self.text)
    }

    /// The rows in order; of two cells in one place the later one in the file stays.
    pub(crate) fn finish(mut self) -> Vec<Row> {
        self.rows.sort_by_key(|row| row.number);
        let mut rows: Vec<Row> = Vec::with_capacity(self.rows.len());
        for row in self.rows {
            match rows.last_mut() {
                Some(last) if last.number == row.number => last.cells.extend(row.cells),
                _ => rows.push(row),
            }
        }
        for row in &mut rows {
            row.cells.reverse();
            row.cells.sort_by_key(|cell| cell.column);
            row.cells.dedup_by_key(|cell| cell.column);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_letters_both_ways() {
        for (number, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
        {
            assert_eq!(column_letters(number), letters);
            assert_eq!(column_number(letters), Some(number));
        }
        assert_eq!(column_number(""), None);
        assert_eq!(column_number("A1"), None);
    }

    #[test]
    fn cells_and_text_are_limited() {
        let cell = |text: &str| Cell { column: 0, kind: CellKind::Text, formula: false, text: text.into() };
        let mut full = Collector::new(crate::gate::MAX_CELLS - 1, 0);
        assert_eq!(full.push(1, cell("a")), Ok(()));
        assert_eq!(full.push(2, cell("a")).unwrap_err().code, crate::ErrorCode::TooManyCells);
        let mut long = Collector::new(0, crate::gate::MAX_TEXT - 1);
        assert_eq!(long.push(1, cell("ab")).unwrap_err().code, crate::ErrorCode::TooMuchText);
    }

    #[test]
    fn cells_out_of_order_and_twice_are_put_right() {
        let cell =
            |column, text: &str| Cell { column, kind: CellKind::Text, formula: false, text: text.into() };
        let mut collector = Collector::new(0, 0);
        for (row, column, text) in [(5, 1, "b"), (2, 0, "x"), (5, 0, "a"), (5, 1, "later")] {
            collector.push(row, cell(column, text)).unwrap();
        }
        let rows = collector.finish();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[1].cells, vec![cell(0, "a"), cell(1, "later")]);
    }
}
