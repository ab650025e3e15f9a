//! Cells, header rows and proposals.

use cairn_exchange::mapping::{Reason, Target};
use cairn_exchange::{CellKind, ErrorCode, ProblemCode};
use proptest::prelude::*;

use crate::build::{detect, open, propose, sample, xlsx_parts, xlsx_rows, xlsx_with};

fn texts(data: &str) -> Vec<(CellKind, bool, String)> {
    let book = open(&xlsx_with(data));
    let cells = book.sheets[0].rows.iter().flat_map(|row| row.cells.clone());
    cells.map(|cell| (cell.kind, cell.formula, cell.text.to_string())).collect()
}

#[test]
fn every_kind_of_cell_keeps_its_text_and_kind() {
    let cells = texts(
        r##"<row r="1"><c r="A1" t="inlineStr"><is><t>N/A</t></is></c><c r="B1"><v>25</v></c><c r="C1"><v>0.1</v></c>
        <c r="D1" s="1"><v>45000</v></c><c r="E1" s="1"><v>45000.5</v></c><c r="F1" t="b"><v>1</v></c>
        <c r="G1" t="e"><v>#NAME?</v></c><c r="H1" t="str"><f>A1&amp;"x"</f><v>N/Ax</v></c>
        <c r="I1"><f>1+1</f><v>2</v></c><c r="J1" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c>
        <c r="K1" t="d"><v>2025-03-04</v></c><c r="L1"/></row>"##,
    );
    let expected = [
        (CellKind::Text, false, "N/A"),
        (CellKind::Number, false, "25"),
        (CellKind::Number, false, "0.1"),
        (CellKind::Date, false, "2023-03-15"),
        (CellKind::Date, false, "2023-03-15T12:00:00"),
        (CellKind::Bool, false, "TRUE"),
        (CellKind::Error, false, "#NAME?"),
        (CellKind::Text, true, "N/Ax"),
        (CellKind::Number, true, "2"),
        (CellKind::Text, false, "a b"),
        (CellKind::Date, false, "2025-03-04"),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(kind, formula, text)| (*kind, *formula, (*text).to_owned())).collect();
    assert_eq!(cells, expected);
}

#[test]
fn dates_of_the_1904_calendar_are_four_years_later() {
    let data = r#"<row r="1"><c r="A1" s="1"><v>43538</v></c></row>"#;
    let book = open(&xlsx_parts(r#"<workbookPr date1904="1"/>"#, data, &[]));
    assert_eq!(&*book.sheets[0].rows[0].cells[0].text, "2023-03-15");
}

#[test]
fn formulas_are_reported_once_a_column_and_uncalculated_ones_each() {
    let book = open(&xlsx_with(
        r#"<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c></row>
           <row r="2"><c r="A2"><f>1+2</f><v>3</v></c></row>"#,
    ));
    let found: Vec<_> =
        book.sheets[0].problems.iter().map(|p| (p.code, p.place.column.clone().unwrap())).collect();
    assert_eq!(
        found,
        [(ProblemCode::FormulaWithoutValue, "B".to_owned()), (ProblemCode::FormulaResults, "A".to_owned())]
    );
    assert_eq!(book.sheets[0].problems[1].args["count"], "2");
}

#[test]
fn an_unknown_error_value_costs_one_cell_and_not_the_file() {
    let book = open(&xlsx_with(
        r##"<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#SPILL!</v></c><c r="C1"><v>3</v></c></row>"##,
    ));
    let sheet = &book.sheets[0];
    assert_eq!((sheet.rows[0].text(0), sheet.rows[0].text(2)), ("1", "3"));
    assert_eq!(sheet.problems[0].code, ProblemCode::UnreadableCell);
    assert_eq!(sheet.problems[0].args["text"], "#SPILL!");
}

#[test]
fn the_longest_cell_of_excel_is_kept_whole_and_noted() {
    let long = "ä".repeat(32_767);
    let book = open(&xlsx_rows(&[&["Name"], &[&long], &["short"]]));
    let sheet = &book.sheets[0];
    assert_eq!(sheet.row(2).unwrap().text(0), long);
    assert_eq!(sheet.problems.len(), 1);
    assert_eq!(sheet.problems[0].code, ProblemCode::TextAtCellLimit);
}

#[test]
fn the_header_is_found_below_title_rows() {
    let book = open(&xlsx_rows(&[
        &["Register of AI systems"],
        &["Prepared by the team"],
        &[],
        &["System\nname", "Owner", "Go-live  date"],
        &["Chatbot", "Ana", "2025-01-31"],
        &["Scorer", "Ben", "2025-02-28"],
    ]));
    let header = detect(&book.sheets[0]);
    assert_eq!(header.row, Some(4));
    let names: Vec<&str> = header.columns.iter().map(|c| c.header.as_str()).collect();
    assert_eq!(names, ["System name", "Owner", "Go-live date"]);
    assert!(header.problems.is_empty());
    assert_eq!(header.data(&book.sheets[0]).len(), 2);
}

#[test]
fn repeated_and_missing_headers_are_told_apart_and_reported() {
    let book = open(&xlsx_rows(&[
        &["Name", "Owner", "owner", "", "Owner (2)"],
        &["Chatbot", "Ana", "Ben", "x", "Eve"],
        &["Scorer", "Ben", "Ana", "y", "Eve"],
    ]));
    let header = detect(&book.sheets[0]);
    let names: Vec<&str> = header.columns.iter().map(|c| c.header.as_str()).collect();
    assert_eq!(names, ["Name", "Owner", "owner (2)", "D", "Owner (2) (2)"]);
    let codes: Vec<ProblemCode> = header.problems.iter().map(|p| p.code).collect();
    assert_eq!(
        codes,
        [ProblemCode::DuplicateHeader, ProblemCode::HeaderMissing, ProblemCode::DuplicateHeader]
    );
}

#[test]
fn a_sheet_without_header_is_said_to_have_none() {
    for rows in [
        [["Chatbot", "live", "12"], ["Scorer", "pilot", "7"], ["Ranker", "live", "3"]],
        [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]],
    ] {
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
        let book = open(&xlsx_rows(&rows));
        let header = detect(&book.sheets[0]);
        assert_eq!(header.row, None, "{rows:?}");
        assert_eq!(header.columns[2].header, "C");
        assert_eq!(header.problems[0].code, ProblemCode::NoHeader);
        assert_eq!(header.data(&book.sheets[0]).len(), 3);
    }
}

#[test]
fn headers_of_a_consultants_workbook_are_found() {
    let book = open(&sample("consultant-risk-register.xlsx"));
    let row = |name: &str| detect(book.sheets.iter().find(|s| s.name == name).unwrap()).row;
    assert_eq!(row("Risk Register"), Some(5));
    assert_eq!(row("Control Effectiveness"), Some(3));
    assert_eq!(row("Template (Blank)"), Some(5));
    let raci = open(&sample("consultant-raci-matrix.xlsx"));
    assert_eq!(detect(raci.sheets.iter().find(|s| s.name == "RACI Matrix").unwrap()).row, Some(4));
}

#[test]
fn the_sheet_with_the_register_is_proposed() {
    let notes: String = (1..30)
        .map(|n| format!("<row r=\"{n}\"><c t=\"inlineStr\"><is><t>line {n}</t></is></c></row>"))
        .collect();
    let bytes = xlsx_rows(&[&["Name", "Status"], &["Chatbot", "live"], &["Scorer", "pilot"]]);
    let mut book = open(&bytes);
    let mut lines = open(&xlsx_with(&notes)).sheets.remove(0);
    lines.name = "Notes".into();
    book.sheets.insert(0, lines);
    let best = book.propose_best(cairn_exchange::lexicon::Lexicon::built_in()).unwrap();
    assert_eq!(best.sheet, 1);
    assert_eq!(book.sheet_named(" notes").unwrap(), 0);
    assert_eq!(book.sheet_named("Register").unwrap_err().code, ErrorCode::NoSuchSheet);
}

#[test]
fn plain_registers_are_mapped_by_header_and_values() {
    let book = open(&xlsx_rows(&[
        &[
            "Ref",
            "AI system",
            "Business owner",
            "Lifecycle stage",
            "Description",
            "Vendor",
            "Go live date",
            "RAG",
            "EU AI Act risk class",
        ],
        &["S-1", "Chatbot", "Ana", "Live", "Answers customers", "Acme", "31/01/2025", "red", "high"],
        &[
            "S-2",
            "Scorer",
            "Ben",
            "In development",
            "Scores applicants",
            "",
            "28/02/2025",
            "green",
            "minimal",
        ],
    ]));
    let sheet = &book.sheets[0];
    let header = detect(sheet);
    let mapping = propose(sheet, &header);
    let targets: Vec<String> = mapping
        .columns
        .iter()
        .map(|a| match &a.target {
            Target::Field(key) => key.clone(),
            _ => "-".to_owned(),
        })
        .collect();
    assert_eq!(
        targets,
        ["source_id", "name", "owner", "status", "purpose", "supplier", "in_use_since", "-", "-"]
    );
    assert_eq!(mapping.columns[8].reason, Reason::OtherScheme);
    assert_eq!(mapping.date_order, Some(cairn_exchange::dates::DateOrder::DayMonth));
}

#[test]
fn a_person_overrides_by_header_or_letters_and_a_saved_mapping_is_found_again() {
    let rows: [&[&str]; 3] = [&["Name", "Blurb", "Stage"], &["a", "b", "pilot"], &["c", "d", "live"]];
    let book = open(&xlsx_rows(&rows));
    let header = detect(&book.sheets[0]);
    let mut mapping = propose(&book.sheets[0], &header);
    mapping.choose_text("purpose= blurb ", &header).unwrap();
    mapping.choose_text("notes=C", &header).unwrap();
    assert_eq!(mapping.column_of("purpose").unwrap().column.letters, "B");
    assert_eq!(mapping.column_of("notes").unwrap().column.letters, "C");
    assert!(mapping.column_of("status").is_none());
    for (text, code) in [
        ("purpose", ErrorCode::MapSyntax),
        ("=B", ErrorCode::MapSyntax),
        ("colour=B", ErrorCode::MapUnknownField),
        ("purpose=Z", ErrorCode::MapUnknownColumn),
    ] {
        assert_eq!(mapping.choose_text(text, &header).unwrap_err().code, code);
    }
    let saved = serde_json::to_string(&mapping.to_saved()).unwrap();
    let again = detect(
        &open(&xlsx_rows(&[
            &["", "note"],
            &["NAME", "blurb", "Stage"],
            &["x", "y", "pilot"],
            &["x", "y", "pilot"],
        ]))
        .sheets[0],
    );
    assert_eq!(again.fingerprint, header.fingerprint, "case and place of the header row do not matter");
    let mut fresh = propose(&book.sheets[0], &header);
    fresh.apply_saved(&serde_json::from_str(&saved).unwrap());
    assert_eq!(fresh.column_of("notes").unwrap().reason, Reason::Saved);
}

proptest! {
    #![proptest_config(crate::cases())]
    /// Whatever the headers are: each column has one target, no field is given twice, and choosing works.
    #[test]
    fn every_column_has_one_target_and_no_field_two_columns(
        headers in proptest::collection::vec("(name|owner|stage|purpose|AI|use case|id|date| |[a-z]{0,8}|é\\n){1,3}", 1..12),
        values in proptest::collection::vec("[ -~]{1,12}", 24),
    ) {
        let row = |shift: usize| -> Vec<&str> { (0..headers.len()).map(|at| values[at * 2 % 24 + shift].as_str()).collect() };
        let first: Vec<&str> = headers.iter().map(String::as_str).collect();
        let bytes = xlsx_rows(&[&first, &row(0), &row(1)]);
        let Ok(book) = cairn_exchange::read(&bytes, "file", &cairn_exchange::Watch::none()) else { return Ok(()); };
        let header = cairn_exchange::header::at_row("file", &book.sheets[0], Some(1));
        let mut mapping = propose(&book.sheets[0], &header);
        prop_assert_eq!(mapping.columns.len(), header.columns.len());
        let mut names: Vec<String> = header.columns.iter().map(|c| c.header.to_lowercase()).collect();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), header.columns.len(), "headers are unique");
        for column in &header.columns {
            mapping.choose("purpose", &header, &column.header).unwrap();
            let fields: Vec<&Target> = mapping.columns.iter().map(|a| &a.target).filter(|t| **t != Target::Fact).collect();
            let mut unique: Vec<String> = fields.iter().map(|t| format!("{t:?}")).collect();
            unique.sort();
            unique.dedup();
            prop_assert_eq!(unique.len(), fields.len());
        }
    }
}
