//! Results of an assessment under some framework as other programs write them: an id, a status, perhaps a record.
//!
//! What the columns and the statuses are called is data (`assets/imports/results.en.json`).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::header::normalise;
use crate::problem::{ErrorCode, ExchangeError};
use crate::sheet::{Book, CellKind, Row, Sheet};

const WORDS: &str = include_str!("../../../../assets/imports/results.en.json");
/// How far down the header row is looked for, in rows that have cells.
const SEARCH_ROWS: usize = 60;

/// What other people call the columns and the statuses.
#[derive(Debug, Default, Deserialize)]
struct Lexicon {
    columns: BTreeMap<String, Vec<String>>,
    values: BTreeMap<String, Vec<String>>,
    not_said: Vec<String>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| serde_json::from_str(WORDS).unwrap_or_default())
}

/// A name as it is compared: `Non-compliant`, `non_compliant` and `NON COMPLIANT` are one.
fn folded(text: &str) -> String {
    let plain = text.to_lowercase().replace(['-', '_', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'], " ");
    normalise(plain.trim_end_matches(['.', '!', ':']))
}

/// The rows of a file of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The first row whose status is a bare number that was read on our scale, which may have meant something else.
    pub scored: Option<u32>,
    /// Name of the sheet; empty for a CSV file.
    pub sheet: String,
    /// Headers of the columns used: id, status, record.
    pub columns: [Option<String>; 3],
    /// Column of the ids, counted from 0.
    pub id_column: u32,
    /// Column of the statuses, counted from 0.
    pub status_column: u32,
    /// Rows with an id or a status.
    pub rows: Vec<ResultRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// Number in the sheet, from 1.
    pub number: u32,
    /// The id as written.
    pub id: String,
    /// Whether the id is a numeric cell, which forgets zeros at its end: 4.10 became 4.1.
    pub numeric: bool,
    /// The status as written.
    pub status: String,
    /// What the status says.
    pub said: Said,
    /// The record, if there is a column for it.
    pub record: Option<String>,
}

/// What a status says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// One of our words for how far something is met.
    Word(String),
    /// Nothing: blank, not assessed, not applicable.
    Nothing,
    /// A word that is not known.
    Unknown,
    /// A number in a column whose numbers count on another scale than ours, such as maturity from 0 to 5 or percent.
    OtherScale,
}

/// Reads the first sheet that has a column of ids and one of statuses.
///
/// # Errors
/// [`ErrorCode::NoData`] when no sheet has both.
pub fn read(book: &Book) -> Result<Results, ExchangeError> {
    let visible = book.sheets.iter().filter(|sheet| !sheet.hidden);
    let found = visible.into_iter().find_map(|sheet| {
        let row =
            sheet.rows.iter().take(SEARCH_ROWS).find(|row| {
                column(row, "id", &[]).is_some_and(|id| column(row, "status", &[id]).is_some())
            })?;
        Some((sheet, row))
    });
    let (sheet, header) = found.ok_or(ExchangeError::from(ErrorCode::NoData))?;
    let missing = || ExchangeError::from(ErrorCode::NoData);
    let id_column = column(header, "id", &[]).ok_or_else(missing)?;
    let status_column = column(header, "status", &[id_column]).ok_or_else(missing)?;
    let record_column = column(header, "record", &[id_column, status_column]);
    let name = |column: u32| Some(normalise(header.text(column)));
    Ok(Results {
        sheet: sheet.name.clone(),
        columns: [name(id_column), name(status_column), record_column.and_then(name)],
        id_column,
        status_column,
        scored: scored(sheet, header.number, status_column),
        rows: rows(sheet, header.number, (id_column, status_column, record_column)),
    })
}

fn scored(sheet: &Sheet, header: u32, status: u32) -> Option<u32> {
    let mut below = sheet.rows.iter().filter(|row| row.number > header);
    if below.clone().any(|row| number(row.text(status)) == Some(None)) {
        return None;
    }
    below.find(|row| number(row.text(status)).is_some()).map(|row| row.number)
}

fn rows(sheet: &Sheet, header: u32, (id, status, record): (u32, u32, Option<u32>)) -> Vec<ResultRow> {
    let below = sheet.rows.iter().filter(|row| row.number > header);
    let foreign = below.clone().any(|row| number(row.text(status)) == Some(None));
    let read = below.map(|row| {
        let text = normalise(row.text(status));
        ResultRow {
            number: row.number,
            id: normalise(row.text(id)),
            numeric: row.cell(id).is_some_and(|cell| cell.kind == CellKind::Number),
            said: said(&text, foreign),
            status: text,
            record: record.map(|at| row.text(at).trim().to_owned()).filter(|text| !text.is_empty()),
        }
    });
    read.filter(|row| !row.id.is_empty() || !row.status.is_empty()).collect()
}

/// The column whose header is the best known name of a field.
fn column(row: &Row, field: &str, taken: &[u32]) -> Option<u32> {
    let names = lexicon().columns.get(field)?;
    let free =
        || row.cells.iter().filter(|cell| cell.kind == CellKind::Text && !taken.contains(&cell.column));
    let called = |name: &str| free().find(|cell| folded(&cell.text) == folded(name));
    names.iter().find_map(|name| called(name)).map(|cell| cell.column)
}

/// The score that a status gives as a bare number: our own from 0 to 3, or none of ours; none at all for words.
fn number(status: &str) -> Option<Option<&'static str>> {
    let text = normalise(status);
    let bare = text.strip_suffix('%').map(str::trim_end);
    let value: f64 = bare.unwrap_or(&text).replace(',', ".").parse().ok()?;
    let ours = ["0", "1", "2", "3"].into_iter().zip([0.0, 1.0, 2.0, 3.0_f64]);
    let same = |score: f64| (score - value).abs() < f64::EPSILON;
    Some(ours.into_iter().find(|(_, score)| bare.is_none() && same(*score)).map(|(text, _)| text))
}

fn said(status: &str, foreign: bool) -> Said {
    let number = number(status);
    if foreign && number.is_some() {
        return Said::OtherScale;
    }
    let wanted = folded(number.flatten().unwrap_or(status));
    let lexicon = lexicon();
    let is = |name: &String| folded(name) == wanted;
    if wanted.is_empty() || lexicon.not_said.iter().any(is) {
        return Said::Nothing;
    }
    // Our own stored words are known too.
    let known = lexicon.values.iter().find(|(word, names)| is(word) || names.iter().any(is));
    known.map_or(Said::Unknown, |(word, _)| Said::Word(word.clone()))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::Watch;

    fn csv(text: &str) -> Result<Results, ExchangeError> {
        read(&crate::read(text.as_bytes(), "soa.csv", &Watch::none()).unwrap())
    }

    #[test]
    fn columns_are_found_below_titles_and_statuses_understood() {
        let text = "Statement of Applicability,,,\n,,,\nControl ID,Title,Implementation status,Evidence\n\
                    A.5.1,Policies,Implemented,POL-1\nA.5.2,Roles,Partially implemented,\nA.5.3,Duties,Sort of,\n\
                    A.5.4,Management,N/A,\n";
        let found = csv(text).unwrap();
        assert_eq!(found.columns[1].as_deref(), Some("Implementation status"));
        let said: Vec<(&str, &Said)> = found.rows.iter().map(|row| (row.id.as_str(), &row.said)).collect();
        assert_eq!(
            said,
            [
                ("A.5.1", &Said::Word("on-paper".to_owned())),
                ("A.5.2", &Said::Word("partly".to_owned())),
                ("A.5.3", &Said::Unknown),
                ("A.5.4", &Said::Nothing),
            ]
        );
        assert_eq!(found.rows[0].record.as_deref(), Some("POL-1"));
        assert_eq!(found.rows[0].number, 4);
    }

    #[test]
    fn a_file_without_both_columns_is_refused() {
        assert!(csv("Name,Owner\nA,B\nC,D\n").is_err());
    }

    #[test]
    fn every_value_is_one_of_our_words_and_stands_once() {
        let words: Vec<&str> = lexicon().values.keys().map(String::as_str).collect();
        assert_eq!(words, ["not-addressed", "on-paper", "partly", "shown-by-records"]);
        let names = lexicon().values.values().flatten().chain(&lexicon().not_said);
        let all: Vec<String> = names.map(|name| folded(name)).collect();
        let distinct: HashSet<&String> = all.iter().collect();
        assert_eq!(all.len(), distinct.len());
    }
}
