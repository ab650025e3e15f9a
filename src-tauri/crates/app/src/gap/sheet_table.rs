//! Where the table of an interview sheet stands in a file, which column holds what, and how a problem names its place.

use std::collections::HashMap;

use cairn_exchange::round_trip::RoundTrip;
use cairn_exchange::sheet::column_letters;
use cairn_exchange::{Book, Cell, Level, Place, Row, Sheet};
use cairn_words::Words;

use super::sheet::{ACTIONS, COLUMNS, PROPOSED};
use super::sheet_cell::cut;
use crate::error::{AppError, AppResult};
use crate::import::ProblemView;

/// How far down the header row is looked for.
const SEARCH_ROWS: usize = 60;

/// Where the table stands in the file.
pub(super) struct Table<'a> {
    pub(super) sheet: &'a Sheet,
    header_row: u32,
    /// Column of each key; keys whose column is gone or there twice are left out.
    columns: HashMap<&'static str, u32>,
}

impl<'a> Table<'a> {
    /// Finds the table, and tells of its columns what is not as it was written.
    ///
    /// # Errors
    /// A refused file when no sheet of it is an interview sheet.
    pub(super) fn find(
        book: &'a Book,
        meta: &RoundTrip,
        words: &Words,
        problems: &mut Vec<ProblemView>,
    ) -> AppResult<Self> {
        let mut tables = find_tables(book, meta).into_iter();
        let (sheet, row) = tables.next().ok_or_else(|| {
            AppError::file_refused("error-interview-no-sheet").with("file", book.file.clone())
        })?;
        for (other, header) in tables {
            let at = place(&book.file, &other.name, Some(header.number), None);
            let args = [("sheet", sheet.name.clone())];
            problems.push(problem("sheet-left-out", Level::Warning, at, &args, words));
        }
        let columns = columns(&book.file, sheet, row, meta, words, problems);
        Ok(Self { sheet, header_row: row.number, columns })
    }

    /// The rows below the header.
    pub(super) fn rows(&self) -> &'a [Row] {
        let first = self.sheet.rows.partition_point(|row| row.number <= self.header_row);
        self.sheet.rows.get(first..).unwrap_or_default()
    }

    /// Whether the column of a key is there.
    pub(super) fn holds(&self, key: &str) -> bool {
        self.columns.contains_key(key)
    }

    /// The number of the column of a key.
    pub(super) fn column(&self, key: &str) -> Option<u32> {
        self.columns.get(key).copied()
    }

    /// The cell of a row in the column of a key.
    pub(super) fn cell<'r>(&self, row: &'r Row, key: &str) -> Option<&'r Cell> {
        self.column(key).and_then(|column| row.cell(column))
    }
}

/// One problem in words.
pub(super) fn problem(
    code: &str,
    level: Level,
    place: Place,
    args: &[(&'static str, String)],
    words: &Words,
) -> ProblemView {
    let args: Vec<(&str, cairn_words::Value)> =
        args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    counted(code, level, place, &args, words)
}

/// One problem in words that also depend on numbers.
pub(super) fn counted(
    code: &str,
    level: Level,
    place: Place,
    args: &[(&str, cairn_words::Value)],
    words: &Words,
) -> ProblemView {
    let message = words.say_with(&format!("interview-problem-{code}"), args);
    ProblemView { place, code: code.to_owned(), message, level }
}

/// A place in the file.
pub(super) fn place(file: &str, sheet: &str, row: Option<u32>, column: Option<u32>) -> Place {
    Place {
        file: Some(file.to_owned()),
        sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
        row,
        column: column.map(column_letters),
    }
}

/// Every sheet with a row of our headers, wherever people moved it, and that row. The one to read comes first: the sheet of
/// the name it was written under, else the one with most of our headers.
fn find_tables<'a>(book: &'a Book, meta: &RoundTrip) -> Vec<(&'a Sheet, &'a Row)> {
    let known = |row: &Row| row.cells.iter().filter(|cell| meta.key_of(&cell.text).is_some()).count();
    let header = |sheet: &'a Sheet| {
        let rows = sheet.rows.iter().take(SEARCH_ROWS).filter(|row| known(row) >= 2);
        rows.max_by_key(|row| (known(row), std::cmp::Reverse(row.number))).map(|row| (sheet, row))
    };
    let mut tables: Vec<_> = book.sheets.iter().filter_map(header).collect();
    tables.sort_by_key(|(sheet, row)| std::cmp::Reverse((sheet.name == meta.sheet, known(row))));
    tables
}

/// Which column holds what; says which are gone, there twice, or not ours.
fn columns(
    file: &str,
    sheet: &Sheet,
    header: &Row,
    meta: &RoundTrip,
    words: &Words,
    problems: &mut Vec<ProblemView>,
) -> HashMap<&'static str, u32> {
    let mut found: HashMap<&'static str, Vec<u32>> = HashMap::new();
    let mut tell = |code: &str, level: Level, column: Option<u32>, name: String| {
        let place = place(file, &sheet.name, Some(header.number), column);
        problems.push(problem(code, level, place, &[("field", name)], words));
    };
    for cell in &header.cells {
        let key = meta.key_of(&cell.text).and_then(|key| COLUMNS.into_iter().find(|known| *known == key));
        match key {
            Some(key) => found.entry(key).or_default().push(cell.column),
            None => tell("column-unknown", Level::Note, Some(cell.column), cut(&cell.text)),
        }
    }
    let mut columns = HashMap::new();
    for key in COLUMNS {
        let name = || words.say(&format!("interview-column-{key}"));
        match found.get(key).map(Vec::as_slice) {
            Some([one]) => {
                columns.insert(key, *one);
            }
            Some(several) => tell("column-twice", Level::Warning, several.get(1).copied(), name()),
            None if key == "code" => tell("id-column-missing", Level::Error, None, name()),
            // What a sheet of an older program never had, what only helps to read, and what is there to add something,
            // may be missing without loss.
            None if !meta.columns.iter().any(|(known, _)| known == key) => {}
            None if matches!(key, "owner" | "basis" | "evidence" | ACTIONS | PROPOSED) => {}
            None if key == "text" => tell("question-column-missing", Level::Warning, None, name()),
            None => tell("column-missing", Level::Warning, None, name()),
        }
    }
    columns
}
