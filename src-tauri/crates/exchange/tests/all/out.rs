//! Files that go out, and come back.

use std::io::Read;

use cairn_exchange::difference::{ChangeState, Values};
use cairn_exchange::import::{Existing, Outcome, Plan, Policy, dry_run};
use cairn_exchange::round_trip::RowRef;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value, Workbook};
use cairn_exchange::{Book, CellKind, Level, ProblemCode, Watch};

use crate::build::{detect, open};

fn workbook(rows: Vec<Vec<Value>>) -> Workbook {
    let status =
        OutKind::Choice { values: vec!["In use".into(), "Pilot".into()], refusal: Some("Choose one".into()) };
    let long: Vec<String> = (0..60).map(|n| format!("Department number {n}, building {n}")).collect();
    let columns = vec![
        OutColumn { locked: true, ..OutColumn::new("Id", 10.0, OutKind::Text) },
        OutColumn { help: Some("The name people use".into()), ..OutColumn::new("Name", 30.0, OutKind::Text) },
        OutColumn::new("Status", 14.0, status),
        OutColumn::new("Department", 14.0, OutKind::Choice { values: long, refusal: None }),
        OutColumn::new("In use since", 12.0, OutKind::Date),
    ];
    let sheet = OutSheet {
        heading: vec!["Register of AI systems".into(), "Harbour Analytics".into()],
        protected: true,
        spare_rows: 100,
        frozen_columns: 2,
        ..OutSheet::new("Register/AI", columns, rows)
    };
    let keys = ["code", "name", "status", "department", "in_use_since"];
    let refs = (1..=3).map(|n| RowRef {
        code: format!("AI-00{n}"),
        id: format!("id-{n}"),
        rev: "r1".into(),
        shown: String::new(),
    });
    let meta = sheet.round_trip("ws", "abc", "system", &keys, refs.collect());
    Workbook {
        sheets: vec![sheet],
        properties: Properties {
            title: "Register".into(),
            subject: "AI systems".into(),
            company: "Harbour Analytics".into(),
            time: "2026-11-23T14:02:11.000Z".parse().unwrap(),
        },
        round_trip: Some(meta),
    }
}

fn row(code: &str, name: &str, status: &str, date: Option<&str>) -> Vec<Value> {
    let date = date.map_or(Value::Empty, |d| Value::Date(d.parse().unwrap()));
    vec![code.into(), name.into(), status.into(), Value::Empty, date]
}

fn three_rows() -> Vec<Vec<Value>> {
    vec![
        row("AI-001", "=HYPERLINK(1)", "In use", Some("2025-03-04")),
        row("AI-002", "Scorer", "Pilot", None),
        row("AI-003", "Ranker", "Pilot", None),
    ]
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_same_workbook_gives_the_same_bytes_and_tells_nothing_of_the_machine() {
    let first = workbook(three_rows()).to_xlsx().unwrap().bytes;
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    let second = std::thread::spawn(|| workbook(three_rows()).to_xlsx().unwrap().bytes).join().unwrap();
    assert!(first == second);
    let core = part(&first, "docProps/core.xml");
    assert!(core.contains("2026-11-23T14:02:11Z") && core.contains("<dc:creator></dc:creator>"), "{core}");
}

#[test]
fn validation_filter_panes_and_protection_are_written() {
    let bytes = workbook(three_rows()).to_xlsx().unwrap().bytes;
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for wanted in [
        "<autoFilter ref=\"A4:E7\"",
        "xSplit=\"2\" ySplit=\"4\"",
        "sqref=\"C5:C107\"",
        "\"In use,Pilot\"",
        "_lists!$A$1:$A$60",
        "<sheetProtection",
    ] {
        assert!(sheet.contains(wanted), "{wanted} not in the sheet");
    }
    assert!(!sheet.contains("<f>"), "text is never a formula");
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("name=\"_lists\" sheetId=\"2\" state=\"hidden\""), "{book}");
    assert!(book.contains("name=\"_meta\" sheetId=\"3\" state=\"veryHidden\""), "{book}");
    assert!(book.contains("name=\"Register AI\""));
}

#[test]
fn text_that_does_not_fit_a_cell_is_cut_and_reported() {
    let mut rows = three_rows();
    rows[1][1] = Value::Text("😀".repeat(20_000));
    let written = workbook(rows).to_xlsx().unwrap();
    assert_eq!(written.problems.len(), 1);
    let problem = &written.problems[0];
    assert_eq!((problem.code, problem.place.row), (ProblemCode::TextCut, Some(6)));
    let book = open(&written.bytes);
    assert_eq!(book.sheets[0].row(6).unwrap().text(1).chars().count(), 16_383);
}

#[test]
fn what_was_written_is_read_back() {
    let book = open(&workbook(three_rows()).to_xlsx().unwrap().bytes);
    assert_eq!(book.sheets.len(), 1, "hidden sheets of ours are not offered");
    let meta = book.round_trip.as_ref().unwrap();
    assert_eq!((meta.workspace.as_str(), meta.header_row, meta.rows.len()), ("ws", 4, 3));
    let sheet = &book.sheets[0];
    assert_eq!(detect(sheet).row, Some(4));
    let cell = sheet.row(5).unwrap().cell(4).unwrap();
    assert_eq!((cell.kind, &*cell.text), (CellKind::Date, "2025-03-04"));
    assert_eq!(sheet.row(5).unwrap().text(1), "=HYPERLINK(1)");
    assert!(!sheet.row(5).unwrap().cell(1).unwrap().formula);
}

fn existing(n: u32, rev: &str, name: &str, status: &str) -> Existing {
    let values: Values =
        [("name", name), ("status", status)].into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
    Existing {
        id: format!("id-{n}"),
        rev: rev.into(),
        code: format!("AI-00{n}"),
        values,
        ..Existing::default()
    }
}

fn come_back(book: &Book, workspace: &str, existing: &[Existing]) -> cairn_exchange::import::DryRun {
    let sheet = &book.sheets[0];
    let proposal = book.propose_best(cairn_exchange::lexicon::Lexicon::built_in()).unwrap();
    let base = |id: &str, rev: &str| {
        (id == "id-2" && rev == "r1").then(|| {
            [("name".to_owned(), "Scorer".to_owned()), ("status".to_owned(), "pilot".to_owned())].into()
        })
    };
    let plan = Plan {
        sheet,
        header: &proposal.header,
        mapping: &proposal.mapping,
        policy: Policy::Update,
        source: "register",
        workspace,
        labels: &[],
        people: &[],
        existing,
        base: &base,
        fixes: &[],
    };
    dry_run(book, &plan, &Watch::none()).unwrap()
}

#[test]
fn an_export_that_comes_back_is_compared_three_ways() {
    // Sorted by the reader, AI-001 unchanged, AI-002 changed on both sides and in Cairn only, one row added.
    let rows = vec![
        row("AI-003", "Ranker 2", "", None),
        row("AI-002", "Scorer (file)", "Pilot", None),
        row("AI-001", "=HYPERLINK(1)", "In use", Some("2025-03-04")),
        row("", "New one", "Pilot", None),
        row("AI-099", "Nobody", "Pilot", None),
    ];
    let book = open(&workbook(rows).to_xlsx().unwrap().bytes);
    let mut first = existing(1, "r1", "=HYPERLINK(1)", "in-use");
    first.values.insert("in_use_since".into(), "2025-03-04".into());
    let there = [first, existing(2, "r2", "Scorer (Cairn)", "in-use"), existing(3, "r1", "Ranker", "pilot")];
    let run = come_back(&book, "ws", &there);
    let outcomes: Vec<Outcome> = run.rows.iter().map(|row| row.outcome).collect();
    assert_eq!(
        outcomes,
        [Outcome::Update, Outcome::Unchanged, Outcome::Unchanged, Outcome::Create, Outcome::Skip]
    );
    let states = |at: usize| -> Vec<(&str, ChangeState)> {
        run.rows[at].changes.iter().map(|c| (c.field.as_str(), c.state)).collect()
    };
    assert_eq!(states(0), [("name", ChangeState::File), ("status", ChangeState::File)]);
    assert_eq!(states(1), [("name", ChangeState::Conflict), ("status", ChangeState::Cairn)]);
    assert_eq!(run.rows[1].changes[0].base.as_deref(), Some("Scorer"));
    let codes: Vec<ProblemCode> = run.problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, [ProblemCode::ChangedOnBothSides, ProblemCode::UnknownId]);
    assert_eq!((run.counts.created, run.counts.updated, run.counts.skipped), (1, 1, 3));
}

#[test]
fn an_emptied_name_is_kept() {
    let book = open(&workbook(vec![row("AI-001", "", "Pilot", None)]).to_xlsx().unwrap().bytes);
    let run = come_back(&book, "ws", &[existing(1, "r1", "Chatbot", "pilot")]);
    assert_eq!((run.rows[0].outcome, run.rows[0].name.as_str()), (Outcome::Unchanged, "Chatbot"));
}

#[test]
fn rows_that_share_an_id_are_left_out_whichever_was_meant() {
    let rows = vec![
        row("AI-001", "Chatbot", "In use", None),
        row("AI-002", "Scorer", "Pilot", None),
        row("AI-001", "Copy", "Pilot", None),
    ];
    let book = open(&workbook(rows).to_xlsx().unwrap().bytes);
    let there = [existing(1, "r1", "Chatbot", "pilot"), existing(2, "r1", "Scorer", "pilot")];
    let run = come_back(&book, "ws", &there);
    let outcomes: Vec<Outcome> = run.rows.iter().map(|row| row.outcome).collect();
    assert_eq!(outcomes, [Outcome::Skip, Outcome::Unchanged, Outcome::Skip]);
    let told: Vec<_> = run
        .problems
        .iter()
        .map(|p| (p.place.row, p.code, p.level, p.args["code"].as_str(), p.args["rows"].as_str()))
        .collect();
    let twice = |row, other| (Some(row), ProblemCode::IdTwice, Level::Error, "AI-001", other);
    assert_eq!(told, [twice(5, "7"), twice(7, "5")]);
}

#[test]
fn an_export_of_another_workspace_is_like_any_other_file() {
    let book = open(&workbook(three_rows()).to_xlsx().unwrap().bytes);
    let run = come_back(&book, "elsewhere", &[existing(1, "r1", "Something else", "pilot")]);
    assert_eq!((run.counts.created, run.counts.updated), (3, 0));
}

#[test]
fn a_renamed_sheet_with_rows_above_is_still_ours() {
    let mut book = open(&workbook(three_rows()).to_xlsx().unwrap().bytes);
    let sheet = &mut book.sheets[0];
    sheet.name = "My copy".into();
    for row in &mut sheet.rows {
        row.number += 3;
    }
    let mut first = existing(1, "r1", "=HYPERLINK(1)", "in-use");
    first.values.insert("in_use_since".into(), "2025-03-04".into());
    let there = [first, existing(2, "r1", "Scorer", "pilot"), existing(3, "r1", "Ranker", "pilot")];
    assert_eq!(come_back(&book, "ws", &there).counts.skipped, 3);
    // Without the codes it is a file like any other: found by name.
    for row in &mut book.sheets[0].rows {
        row.cells.retain(|cell| cell.column > 0);
    }
    let run = come_back(&book, "ws", &there);
    assert_eq!((run.counts.created, run.counts.updated, run.counts.skipped), (0, 0, 3));
}

#[test]
fn an_unchanged_export_changes_nothing() {
    let book = open(&workbook(three_rows()).to_xlsx().unwrap().bytes);
    let mut first = existing(1, "r1", "=HYPERLINK(1)", "in-use");
    first.values.insert("in_use_since".into(), "2025-03-04".into());
    let there = [first, existing(2, "r1", "Scorer", "pilot"), existing(3, "r1", "Ranker", "pilot")];
    let run = come_back(&book, "ws", &there);
    assert_eq!(
        (run.counts.created, run.counts.updated, run.counts.skipped, run.counts.problems),
        (0, 0, 3, 0)
    );
}
