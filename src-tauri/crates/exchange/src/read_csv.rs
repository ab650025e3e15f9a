//! Text with separators: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252; comma,
//! semicolon or tab; quoted line breaks.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::Watch;
use crate::problem::{ErrorCode, ExchangeError, Problem, ProblemCode};
use crate::sheet::{Book, Cell, CellKind, Collector, Sheet};

/// Reads a CSV file that has passed the gate as a book of one unnamed sheet.
pub fn read(bytes: &[u8], file: &str, watch: &Watch<'_>) -> Result<Book, ExchangeError> {
    let (text, fallback) = decode(bytes);
    let mut problems = Vec::new();
    if fallback {
        problems.push(Problem::new(ProblemCode::ReadAsWindows1252, file, ""));
    }
    // A first line `sep=;` tells Excel the separator; it is no data.
    let declared = text.lines().next().and_then(declared_separator);
    let delimiter = declared.unwrap_or_else(|| delimiter(&text));
    closed_quotes(&text, delimiter)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut cells = Collector::new(0, 0);
    let mut record = csv::StringRecord::new();
    let (mut row, total) = (0u32, text.len() as u64);
    while reader.read_record(&mut record).map_err(|_| ErrorCode::UnknownKind)? {
        row = row.saturating_add(1);
        if row == 1 && declared.is_some() {
            continue;
        }
        if row.is_multiple_of(1024) {
            watch.step(record.position().map_or(0, csv::Position::byte), total)?;
        }
        for (column, field) in (0u32..).zip(record.iter()) {
            let field = crate::workbook::without_guard(field);
            if !field.trim().is_empty() {
                cells.push(row, Cell { column, kind: CellKind::Text, formula: false, text: field.into() })?;
            }
        }
    }
    let rows = cells.finish();
    if rows.is_empty() {
        return Err(ErrorCode::NoData.into());
    }
    let sheet = Sheet { name: String::new(), hidden: false, rows, problems };
    Ok(Book { file: file.to_owned(), sheets: vec![sheet], round_trip: None })
}

/// The text, and whether Windows-1252 had to be assumed.
fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return (encoding.decode_without_bom_handling(rest).0, false);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, true),
    }
}

/// The separator of a line `sep=;`.
fn declared_separator(line: &str) -> Option<u8> {
    match line.trim_matches(['"', '\r']).strip_prefix("sep=")?.as_bytes() {
        [byte @ (b',' | b';' | b'\t' | b'|')] => Some(*byte),
        _ => None,
    }
}

/// The separator that splits the first records most evenly into more than one cell; a comma when none does.
fn delimiter(text: &str) -> u8 {
    let mut best = (0, b',');
    for candidate in [b',', b';', b'\t'] {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(candidate)
            .from_reader(text.as_bytes());
        let widths: Vec<usize> =
            reader.byte_records().take(50).map_while(Result::ok).map(|record| record.len()).collect();
        let most = widths.iter().copied().max().unwrap_or(0);
        if most < 2 {
            continue;
        }
        // Rows as wide as the commonest width count; a separator inside prose gives many different widths.
        let common = widths
            .iter()
            .map(|width| (widths.iter().filter(|w| *w == width).count(), *width))
            .max()
            .unwrap_or((0, 0));
        let even = common.1 >= 2 && common.0 * 2 > widths.len();
        let wide = widths.iter().sum::<usize>() >= widths.len() * 2;
        let score = if even {
            common.0 * 100 / widths.len().max(1) * 100 + common.1.min(99)
        } else {
            usize::from(wide)
        };
        if score > best.0 {
            best = (score, candidate);
        }
    }
    best.1
}

/// Refuses a text whose last quotation mark is never closed: everything after it would silently become one cell.
fn closed_quotes(text: &str, delimiter: u8) -> Result<(), ExchangeError> {
    let (mut open, mut at_start, mut line, mut opened) = (false, true, 1u64, 0);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if byte == b'\n' {
            line += 1;
        }
        if open {
            if byte == b'"' && bytes.peek() == Some(&b'"') {
                bytes.next();
            } else if byte == b'"' {
                open = false;
            }
        } else if byte == b'"' && at_start {
            (open, opened) = (true, line);
        }
        at_start = !open && (byte == delimiter || matches!(byte, b'\n' | b'\r'));
    }
    if open { Err(ErrorCode::QuoteNotClosed.with("line", opened)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_recognised() {
        assert_eq!(delimiter("a,b,c\n1,2,3\n"), b',');
        assert_eq!(delimiter("a;b;c\n1,5;2,5;3\n"), b';');
        assert_eq!(delimiter("a\tb\nwell, yes\tno\n"), b'\t');
        assert_eq!(delimiter("only one column\nof text; mostly\n"), b',');
        assert_eq!(delimiter("\"x;y\",b\n\"1;2;3\",c\n"), b',');
    }

    #[test]
    fn an_open_quote_is_named_by_its_line() {
        assert_eq!(closed_quotes("a,\"b\nc\",d\n5\" pipe,x\n", b','), Ok(()));
        assert_eq!(closed_quotes("a,b\nc,\"d\ne,f\n", b','), Err(ErrorCode::QuoteNotClosed.with("line", 2)));
    }
}
