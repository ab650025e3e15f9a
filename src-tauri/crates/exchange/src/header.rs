//! Which row holds the headers, and what the columns are called.

use std::collections::HashMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::lexicon::Lexicon;
use crate::problem::{Problem, ProblemCode};
use crate::sheet::{CellKind, Row, Sheet, column_letters};

/// How far down the header row is looked for, in rows that have cells.
const SEARCH_ROWS: usize = 40;
/// How many rows below a candidate are looked at.
const LOOK_BELOW: usize = 20;

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Position, counted from 0.
    pub index: u32,
    /// Letters as the spreadsheet program shows them.
    pub letters: String,
    /// The header with its white space put right, made unique; the letters when there is none.
    pub header: String,
}

/// The headers of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Header {
    /// Number of the header row, from 1; none when the sheet has no header.
    pub row: Option<u32>,
    /// Columns with a header or a value, in order.
    pub columns: Vec<Column>,
    /// SHA-256 of the headers: the same file layout gives the same text, so that a saved mapping is found again.
    pub fingerprint: String,
    /// What was odd about the headers.
    pub problems: Vec<Problem>,
}

impl Header {
    /// The column a person names by its header (any case and spacing) or its letters.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Column> {
        let wanted = normalise(name).to_lowercase();
        self.columns
            .iter()
            .find(|column| column.header.to_lowercase() == wanted)
            .or_else(|| self.columns.iter().find(|column| column.letters.eq_ignore_ascii_case(name.trim())))
    }

    /// The rows below the header.
    #[must_use]
    pub fn data<'a>(&self, sheet: &'a Sheet) -> &'a [Row] {
        let first = self.row.unwrap_or(0);
        let at = sheet.rows.partition_point(|row| row.number <= first);
        sheet.rows.get(at..).unwrap_or_default()
    }
}

/// Line breaks, no-break spaces and runs of white space become single spaces; the ends are trimmed.
#[must_use]
pub fn normalise(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}'))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Finds the header row: the first row with many non-empty, mostly textual, different cells that is followed by data.
/// Where none of its words is known as a header, that it is one is an assumption, and said to be.
#[must_use]
pub fn detect(file: &str, sheet: &Sheet, lexicon: &Lexicon) -> Header {
    let found = (0..sheet.rows.len().min(SEARCH_ROWS)).find(|at| looks_like_header(sheet, *at, lexicon));
    let row = found.and_then(|at| sheet.rows.get(at));
    let mut header = at_row(file, sheet, row.map(|row| row.number));
    if let Some(row) = row.filter(|row| known_headers(row, lexicon) == 0)
        && lexicon.profile(&header).is_none()
    {
        header.problems.push(Problem::new(ProblemCode::HeaderAssumed, file, &sheet.name).row(row.number));
    }
    header
}

fn known_headers(row: &Row, lexicon: &Lexicon) -> usize {
    row.cells.iter().filter(|cell| lexicon.knows_header(&cell.text)).count()
}

fn looks_like_header(sheet: &Sheet, at: usize, lexicon: &Lexicon) -> bool {
    let Some(row) = sheet.rows.get(at) else {
        return false;
    };
    let below: Vec<&Row> = sheet.rows.iter().skip(at + 1).take(LOOK_BELOW).collect();
    let width = below.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(row.cells.len());
    let filled = row.cells.len();
    let known = known_headers(row, lexicon);
    if below.is_empty() {
        // Nothing tells headers without rows from a row without headers but that most words are known ones. A row of one
        // system may hold one by chance, such as a status, but hardly half.
        return known * 2 >= filled;
    }
    let first = row.cells.first().map(|cell| cell.column);
    let single_column =
        width == 1 && filled == 1 && below.iter().all(|other| other.cells.first().map(|c| c.column) == first);
    if (filled < 2 && !single_column) || filled * 10 < width * 6 {
        return false;
    }
    let texts = row.cells.iter().filter(|cell| is_wordy(cell.kind, &cell.text)).count();
    let mut distinct: Vec<String> =
        row.cells.iter().map(|cell| normalise(&cell.text).to_lowercase()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let named = known * 2 >= filled.min(2);
    // Headers that stand several times are still headers when their words are known as such.
    if texts * 10 < filled * 8 || (distinct.len() * 10 < filled * 6 && !named) {
        return false;
    }
    named || !resembles_data(row, &below, lexicon)
}

/// Text that is neither a number nor a date.
fn is_wordy(kind: CellKind, text: &str) -> bool {
    kind == CellKind::Text
        && text.trim().parse::<f64>().is_err()
        && !matches!(
            crate::dates::parse(text, crate::dates::DateOrder::DayMonth),
            crate::dates::DateText::Day(_)
        )
}

/// Whether a row of unknown words is rather the first row of data: its cells come again below, or are values of a
/// closed list, and no column turns from words to numbers or dates below it.
fn resembles_data(row: &Row, below: &[&Row], lexicon: &Lexicon) -> bool {
    let contrast = row.cells.iter().any(|cell| {
        let under: Vec<bool> = below
            .iter()
            .filter_map(|other| other.cell(cell.column))
            .map(|other| !is_wordy(other.kind, &other.text))
            .collect();
        is_wordy(cell.kind, &cell.text) && !under.is_empty() && under.iter().all(|other| *other)
    });
    let repeated = row
        .cells
        .iter()
        .filter(|cell| below.iter().any(|other| other.text(cell.column).trim() == cell.text.trim()))
        .count();
    let values = row.cells.iter().filter(|cell| lexicon.is_value(&cell.text)).count();
    !contrast && (repeated > 0 || values > 0)
}

/// The headers when they stand in this row; without one the columns are called by their letters.
#[must_use]
pub fn at_row(file: &str, sheet: &Sheet, row: Option<u32>) -> Header {
    let mut problems = Vec::new();
    let first_data = row.map_or(0, |row| row + 1);
    let from = sheet.rows.partition_point(|r| r.number < first_data);
    let mut used: Vec<u32> =
        sheet.rows.iter().skip(from).flat_map(|r| r.cells.iter().map(|cell| cell.column)).collect();
    let header_row = row.and_then(|number| sheet.row(number));
    used.extend(header_row.iter().flat_map(|r| r.cells.iter().map(|cell| cell.column)));
    used.sort_unstable();
    used.dedup();
    if header_row.is_none() {
        problems.push(Problem::new(ProblemCode::NoHeader, file, &sheet.name));
    }
    let mut taken: HashMap<String, u32> = HashMap::new();
    let columns = used
        .into_iter()
        .map(|index| {
            let letters = column_letters(index);
            let given = normalise(header_row.map_or("", |r| r.text(index)));
            let header = if given.is_empty() {
                if let Some(number) = header_row.map(|r| r.number) {
                    let problem = Problem::new(ProblemCode::HeaderMissing, file, &sheet.name);
                    problems.push(problem.row(number).column(index).arg("column", &letters));
                }
                unique(&letters, &mut taken)
            } else {
                let header = unique(&given, &mut taken);
                if header != given {
                    let problem = Problem::new(ProblemCode::DuplicateHeader, file, &sheet.name);
                    let problem = problem.row(row.unwrap_or(1)).column(index);
                    problems.push(problem.arg("column", &letters).arg("header", &header));
                }
                header
            };
            Column { index, letters, header }
        })
        .collect::<Vec<_>>();
    let fingerprint = fingerprint(&columns);
    Header { row: header_row.map(|r| r.number), columns, fingerprint, problems }
}

/// The header, with ` (2)`, ` (3)` … when it is already taken in any case.
fn unique(header: &str, taken: &mut HashMap<String, u32>) -> String {
    let mut candidate = header.to_owned();
    let mut number = taken.get(&header.to_lowercase()).copied().unwrap_or(0);
    while taken.contains_key(&candidate.to_lowercase()) {
        number += 1;
        candidate = format!("{header} ({})", number + 1);
    }
    taken.insert(header.to_lowercase(), number);
    taken.entry(candidate.to_lowercase()).or_insert(0);
    candidate
}

fn fingerprint(columns: &[Column]) -> String {
    let mut hash = Sha256::new();
    for column in columns {
        hash.update(column.header.to_lowercase().as_bytes());
        hash.update([0x1F]);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
