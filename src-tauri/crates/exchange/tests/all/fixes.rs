//! Decisions about problems: each takes the problem away, says what happens instead, and is gone when left out.

use cairn_exchange::ProblemCode;
use cairn_exchange::dates::DateOrder;
use cairn_exchange::fix::{Fix, Side, Twin};
use cairn_exchange::import::{DryRun, Existing, Outcome, Policy};

use crate::build::{open, run, run_fixed, xlsx_rows};

const ROWS: &[&[&str]] = &[
    &["Name", "Status", "Go live date", "Supplier"],
    &["Chatbot", "orbiting", "soon", "Acme"],
    &["Scorer", "orbiting", "2025-01-31", "Acme"],
    &["Planner", "landed", "2025-02-01", "Bolt"],
    &["Sorter", "Live", "2025-02-01", "Bolt"],
    &["Finder", "Pilot", "2025-02-01", "Bolt"],
    &["Router", "Retired", "2025-02-01", "Bolt"],
];

fn codes(run: &DryRun) -> Vec<ProblemCode> {
    run.problems.iter().map(|problem| problem.code).collect()
}

fn value<'a>(run: &'a DryRun, row: usize, key: &str) -> Option<&'a str> {
    run.rows[row].values.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
}

fn system(code: &str, values: &[(&str, &str)]) -> Existing {
    Existing {
        id: format!("id-{code}"),
        rev: "r1".into(),
        code: code.into(),
        values: values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
        ..Existing::default()
    }
}

#[test]
fn equal_values_are_taken_as_another_and_the_wording_is_kept() {
    let book = open(&xlsx_rows(ROWS));
    assert_eq!(run(&book, &[], Policy::Update).counts.problems, 4);
    let fix = Fix::Take { column: 1, text: "orbiting".into(), value: "pilot".into() };
    let fixed = run_fixed(&book, &[], Policy::Update, &[fix]);
    assert_eq!(codes(&fixed), [ProblemCode::NotADate, ProblemCode::NotInList]);
    assert_eq!((value(&fixed, 0, "status"), value(&fixed, 1, "status")), (Some("pilot"), Some("pilot")));
    assert_eq!(fixed.rows[0].facts["Status"], "orbiting");
}

#[test]
fn cells_are_left_blank_and_rows_left_out() {
    let book = open(&xlsx_rows(ROWS));
    let blank = Fix::Blank { code: ProblemCode::NotInList, column: Some(1), text: Some("orbiting".into()) };
    let skip = Fix::Skip { code: ProblemCode::NotADate, column: Some(2), text: None, row: None };
    let fixed = run_fixed(&book, &[], Policy::Update, &[blank, skip]);
    assert_eq!(codes(&fixed), [ProblemCode::NotInList], "only “landed” is left");
    assert_eq!(fixed.rows[0].outcome, Outcome::Skip);
    assert_eq!((fixed.counts.created, fixed.counts.skipped, fixed.counts.problems), (5, 1, 1));
    assert_eq!(value(&fixed, 1, "status"), None);
}

#[test]
fn long_text_is_cut_and_control_characters_are_taken_out() {
    let long = "x".repeat(401);
    let book = open(&xlsx_rows(&[&["Name", "Supplier"], &["Chatbot", &long]]));
    let fix = Fix::Fit { code: ProblemCode::TextTooLong, column: 1 };
    let fixed = run_fixed(&book, &[], Policy::Update, &[fix]);
    assert!(fixed.problems.is_empty(), "{:?}", fixed.problems);
    assert_eq!(value(&fixed, 0, "supplier").map(str::len), Some(400));
    assert_eq!(fixed.rows[0].facts["Supplier"], long);
}

#[test]
fn another_column_and_another_order_of_dates() {
    let book = open(&xlsx_rows(&[&["Name", "Next review", "Checked again"], &["a", "soon", "01/02/2025"]]));
    let fixes = [
        Fix::Column { field: "review_due".into(), column: 2 },
        Fix::DateOrder { order: DateOrder::MonthDay },
    ];
    let fixed = run_fixed(&book, &[], Policy::Update, &fixes);
    assert!(fixed.problems.is_empty(), "{:?}", fixed.problems);
    assert_eq!(value(&fixed, 0, "review_due"), Some("2025-01-02"));
    assert_eq!(fixed.rows[0].facts["Next review"], "soon");
}

#[test]
fn a_row_close_to_a_system_is_created_skipped_or_updates_it() {
    let rows: &[&[&str]] = &[
        &["ID", "Name", "Supplier", "Purpose"],
        &["7", "Shift planners", "Acme", "Plans shifts"],
        &["8", "Shift planner", "Bolt", "Another supplier"],
        &["9", "Shift planner 2", "Acme", "Another number"],
    ];
    let book = open(&xlsx_rows(rows));
    let there = [system("AI-001", &[("name", "Shift planner"), ("supplier", "ACME")])];
    let there = there.map(|mut s| {
        (s.source, s.source_id) = (Some("other".into()), Some("1".into()));
        s
    });
    let plain = run(&book, &there, Policy::Update);
    assert_eq!(codes(&plain), [ProblemCode::LikelyDuplicate], "{:?}", plain.problems);
    assert_eq!(plain.problems[0].args["other"], "AI-001");
    assert_eq!(plain.counts.created, 3);
    let take = |take| run_fixed(&book, &there, Policy::Update, &[Fix::Duplicate { row: None, take }]);
    assert_eq!(take(Twin::Create).counts.created, 3);
    assert!(take(Twin::Create).problems.is_empty());
    assert_eq!((take(Twin::Skip).counts.created, take(Twin::Skip).counts.skipped), (2, 1));
    let updated = take(Twin::Update);
    assert_eq!((updated.counts.created, updated.counts.updated), (2, 1));
    assert_eq!(updated.rows[0].target.as_deref(), Some("id-AI-001"));
    let fields: Vec<&str> = updated.rows[0].changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["supplier", "purpose"], "the name stays");
}

#[test]
fn two_rows_that_are_one_product_are_told() {
    let rows: &[&[&str]] = &[
        &["ID", "Name", "Department", "Supplier", "Foundation model"],
        &["1", "Contract summaries", "Legal", "Acme", "Lex 4"],
        &["2", "Summaries for contracts", "Legal", "Acme", "Lex 4"],
        &["3", "Contract summaries", "Sales", "Acme", "Lex 4"],
    ];
    let told = run(&open(&xlsx_rows(rows)), &[], Policy::Update);
    assert_eq!(codes(&told), [ProblemCode::LikelyDuplicate], "{:?}", told.problems);
    assert_eq!((told.problems[0].args["reason"].as_str(), told.problems[0].place.row), ("product", Some(3)));
    let fix = Fix::Duplicate { row: Some(3), take: Twin::Skip };
    assert_eq!(run_fixed(&open(&xlsx_rows(rows)), &[], Policy::Update, &[fix]).counts.created, 2);
}

#[test]
fn a_value_of_a_plain_update_can_be_kept_as_it_is() {
    let book = open(&xlsx_rows(&[&["Name", "Supplier", "Purpose"], &["Chatbot", "Acme", "Answers"]]));
    let there = [system("AI-001", &[("name", "Chatbot"), ("supplier", "Bolt"), ("purpose", "Old")])];
    let all = Fix::Keep { row: None, field: None, side: Side::Cairn };
    assert_eq!(run_fixed(&book, &there, Policy::Update, &[all]).counts.updated, 1, "only conflicts");
    let one = Fix::Keep { row: Some(2), field: Some("supplier".into()), side: Side::Cairn };
    let fixed = run_fixed(&book, &there, Policy::Update, &[one]);
    let sides: Vec<_> = fixed.rows[0].changes.iter().map(|c| (c.field.as_str(), c.side)).collect();
    assert_eq!(sides, [("supplier", Side::Cairn), ("purpose", Side::File)]);
}
