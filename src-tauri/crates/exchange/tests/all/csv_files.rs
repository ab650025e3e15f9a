//! Text with separators.

use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Value, to_csv};
use cairn_exchange::{ErrorCode, ProblemCode};
use proptest::prelude::*;

use crate::build::{detect, open, refused, sample};

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let book = open(bytes);
    book.sheets[0].rows.iter().map(|row| row.cells.iter().map(|c| c.text.to_string()).collect()).collect()
}

#[test]
fn encodings_and_separators() {
    let expected =
        vec![vec!["Name".to_owned(), "Straße".to_owned()], vec!["Zoë".to_owned(), "a\nb".to_owned()]];
    let text = "Name,Straße\r\nZoë,\"a\nb\"\r\n";
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        marked,
        utf16,
        windows.clone(),
        text.replace(',', ";").into_bytes(),
        text.replace(',', "\t").into_bytes(),
    ] {
        assert_eq!(cells(&bytes), expected);
    }
    assert_eq!(open(&windows).sheets[0].problems[0].code, ProblemCode::ReadAsWindows1252);
}

#[test]
fn a_declared_separator_is_no_row() {
    let book = open(b"sep=;\r\nName;Owner\r\na,b;c\r\n");
    assert_eq!(book.sheets[0].rows.len(), 2);
    assert_eq!(book.sheets[0].row(3).unwrap().text(0), "a,b");
}

#[test]
fn ragged_rows_empty_lines_and_open_quotes() {
    let book = open(b"Name,Owner\nChatbot,Ana,extra\n\nScorer\n");
    let header = detect(&book.sheets[0]);
    assert_eq!(header.columns[2].header, "C");
    assert_eq!(header.problems[0].code, ProblemCode::HeaderMissing);
    assert_eq!(header.data(&book.sheets[0]).len(), 2);
    assert_eq!(refused(b"Name,Owner\n\"Chatbot,Ana\nScorer,Ben\n"), ErrorCode::QuoteNotClosed);
    assert_eq!(refused(b",,,\n,,,\n"), ErrorCode::NoData);
}

#[test]
fn real_csv_files() {
    let book = open(&sample("nist-ai-rmf-subcategories.csv"));
    let header = detect(&book.sheets[0]);
    assert_eq!((header.row, header.data(&book.sheets[0]).len()), (Some(1), 72));
    let matrix = open(&sample("eramba-matrix-controls-to-requirements.csv"));
    assert!(detect(&matrix.sheets[0]).columns.len() > 5);
}

fn one_column(text: &str) -> OutSheet {
    let columns = vec![OutColumn::new("A", 10.0, OutKind::Text), OutColumn::new("B", 10.0, OutKind::Text)];
    OutSheet::new("S", columns, vec![vec![Value::from(text), Value::from("x")]])
}

#[test]
fn cells_that_could_run_get_an_apostrophe() {
    for (text, written) in [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-5", "'-5"),
        ("@x", "'@x"),
        ("\tx", "\"'\tx\""),
        ("\rx", "\"'\rx\""),
        ("'=x", "''=x"),
        ("'quoted'", "'quoted'"),
    ] {
        let bytes = to_csv(&one_column(text));
        assert_eq!(String::from_utf8(bytes).unwrap(), format!("\u{FEFF}A,B\r\n{written},x\r\n"));
    }
    let mut sheet = one_column("");
    sheet.rows[0][0] = Value::Number(-5.0);
    assert!(String::from_utf8(to_csv(&sheet)).unwrap().contains("\r\n-5,x"));
}

proptest! {
    #![proptest_config(crate::cases())]
    /// What we write as CSV we read back the same, whatever the text.
    #[test]
    fn csv_round_trip(texts in proptest::collection::vec("('|=|\\+|-|@|,|;|\"|\n|\t|[ -~]|[äöü€]){0,8}", 1..12)) {
        let columns = vec![OutColumn::new("First column", 10.0, OutKind::Text), OutColumn::new("Second column", 10.0, OutKind::Text)];
        let rows = texts.iter().map(|text| vec![Value::from("row"), Value::from(text.as_str())]).collect();
        let bytes = to_csv(&OutSheet::new("S", columns, rows));
        let book = open(&bytes);
        let rows = &book.sheets[0].rows;
        prop_assert_eq!(rows.len(), texts.len() + 1);
        for (row, text) in rows.iter().skip(1).zip(&texts) {
            let expected = if text.trim().is_empty() { "" } else { text.as_str() };
            prop_assert_eq!(row.text(1), expected);
        }
    }

    /// No bytes make the reader panic.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = cairn_exchange::read(&bytes, "file", &cairn_exchange::Watch::none());
    }
}
