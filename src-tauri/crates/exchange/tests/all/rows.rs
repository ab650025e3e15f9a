//! The dry run, row by row.

use cairn_exchange::difference::ChangeState;
use cairn_exchange::import::{Existing, Outcome, Plan, Policy, dry_run};
use cairn_exchange::value::{Label, Person};
use cairn_exchange::{ErrorCode, ProblemCode, Watch};

use crate::build::{detect, open, propose, run, run_chosen, xlsx_rows, xlsx_with};

fn system(id: &str, name: &str) -> Existing {
    Existing {
        id: id.into(),
        rev: "r1".into(),
        code: format!("AI-{id}"),
        values: [("name".to_owned(), name.to_owned())].into(),
        ..Existing::default()
    }
}

#[test]
fn what_does_not_fit_a_field_is_a_problem_and_stays_a_fact() {
    let long = "x".repeat(401);
    let book = open(&xlsx_rows(&[
        &["Name", "Status", "Go live date", "Owner", "Supplier"],
        &["Chatbot", "orbiting", "soon", "Ana", &long],
        &["Scorer", "Live", "2025-01-31", "", "Acme"],
    ]));
    let run = run(&book, &[], Policy::Update);
    let found: Vec<_> = run
        .problems
        .iter()
        .map(|p| (p.place.row.unwrap(), p.place.column.clone().unwrap(), p.code))
        .collect();
    assert_eq!(
        found,
        [
            (2, "B".to_owned(), ProblemCode::NotInList),
            (2, "C".to_owned(), ProblemCode::NotADate),
            (2, "D".to_owned(), ProblemCode::UnknownMember),
            (2, "E".to_owned(), ProblemCode::TextTooLong),
        ]
    );
    assert_eq!(run.rows[0].facts["Status"], "orbiting");
    assert_eq!(run.rows[0].facts["Supplier"], long);
    assert_eq!(run.rows[0].values, [("name".to_owned(), "Chatbot".to_owned())]);
    assert_eq!(run.rows[0].problems, 4);
    let second: Vec<&str> = run.rows[1].values.iter().map(|(_, v)| v.as_str()).collect();
    assert_eq!(second, ["Scorer", "in-use", "2025-01-31", "Acme"]);
    assert_eq!(run.rows[1].facts["Status"], "Live", "the wording of the source is kept");
}

#[test]
fn a_statement_without_its_reason_is_a_problem_unless_the_system_says_it_already() {
    let book = open(&xlsx_rows(&[
        &["Name", "In AIMS scope", "Reason for the scope decision"],
        &["Chatbot", "out", ""],
        &["Scorer", "out", "Sold in May"],
        &["Old one", "out", ""],
    ]));
    let mut old = system("7", "Old one");
    old.values.insert("scope".to_owned(), "out".to_owned());
    let run = run_chosen(&book, &[old], &["scope=B", "scope_reason=C"]);
    let found: Vec<_> = run.problems.iter().map(|p| (p.place.row, p.code)).collect();
    assert_eq!(found, [(Some(2), ProblemCode::ReasonMissing)]);
    assert_eq!(run.rows[0].values, [("name".to_owned(), "Chatbot".to_owned())], "nobody decided its scope");
    assert_eq!(run.rows[0].facts["In AIMS scope"], "out");
    assert!(run.rows[1].values.contains(&("scope".to_owned(), "out".to_owned())));
}

#[test]
fn error_cells_do_not_reach_a_field() {
    let book = open(&xlsx_with(
        r##"<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Purpose</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>Bot</t></is></c><c r="B2" t="e"><v>#NAME?</v></c></row>"##,
    ));
    let run = run(&book, &[], Policy::Update);
    assert_eq!(run.problems[0].code, ProblemCode::ErrorCell);
    assert_eq!(run.rows[0].facts["Purpose"], "#NAME?");
    assert_eq!(run.rows[0].values.len(), 1);
    let book = open(&xlsx_with(
        r##"<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Supplier</t></is></c></row>
            <row r="2"><c r="A2" t="e"><v>#NAME?</v></c><c r="B2" t="inlineStr"><is><t>Acme</t></is></c></row>
            <row r="3"><c r="A3" t="e"><v>#REF!</v></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><t>Scorer</t></is></c></row>"##,
    ));
    let names: Vec<String> =
        self::run(&book, &[], Policy::Update).rows.into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["Acme", "row 3", "Scorer"], "an error is no name");
}

#[test]
fn rows_are_matched_by_source_id_then_by_a_name_that_is_unique() {
    let book = open(&xlsx_rows(&[
        &["ID", "Name"],
        &["1", "Chatbot"],
        &["2", "Scorer"],
        &["3", "Twin"],
        &["2", "Scorer again"],
    ]));
    let mut known = system("001", "Old name");
    (known.source, known.source_id) = (Some("test".into()), Some("1".into()));
    let existing = [known, system("002", "scorer"), system("003", "Twin"), system("004", "twin")];
    let run = run(&book, &existing, Policy::Update);
    let outcomes: Vec<_> = run.rows.iter().map(|row| (row.outcome, row.target.as_deref())).collect();
    assert_eq!(
        outcomes,
        [
            (Outcome::Update, Some("001")),
            (Outcome::Update, Some("002")),
            (Outcome::Create, None),
            (Outcome::Create, None),
        ]
    );
    assert_eq!(run.rows[0].changes[0].current.as_deref(), Some("Old name"));
    assert_eq!(run.rows[3].source_id, "2 #2");
    let codes: Vec<ProblemCode> = run.problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, [ProblemCode::AmbiguousName, ProblemCode::DuplicateRow]);
}

#[test]
fn stop_and_skip() {
    let book = open(&xlsx_rows(&[&["Name", "Purpose"], &["Chatbot", "a"], &["Scorer", "b"]]));
    let existing = [system("001", "Chatbot")];
    let stopped = run(&book, &existing, Policy::Stop);
    assert!(stopped.stopped);
    assert_eq!(stopped.problems[0].code, ProblemCode::AlreadyThere);
    let skipped = run(&book, &existing, Policy::Skip);
    assert!(!skipped.stopped);
    assert_eq!((skipped.counts.created, skipped.counts.skipped), (1, 1));
}

#[test]
fn people_and_words_of_the_workspace_are_understood() {
    let book = open(&xlsx_rows(&[
        &["Name", "Owner", "Status"],
        &["Chatbot", "ana  Ruiz", "Im Einsatz"],
        &["B", "", ""],
    ]));
    let sheet = &book.sheets[0];
    let header = detect(sheet);
    let mut mapping = propose(sheet, &header);
    mapping.choose("status", &header, "Status").unwrap();
    let ana = "0198c7a0-0000-7000-8000-000000000001";
    let people = [Person { id: ana.into(), name: "Ana Ruiz".into() }];
    let labels = [Label { list: "system-status".into(), word: "in-use".into(), label: "Im Einsatz".into() }];
    let plan = Plan {
        sheet,
        header: &header,
        mapping: &mapping,
        policy: Policy::Update,
        source: "x",
        workspace: "ws",
        labels: &labels,
        people: &people,
        existing: &[],
        base: &|_, _| None,
        fixes: &[],
    };
    let run = dry_run(&book, &plan, &Watch::none()).unwrap();
    let expected = [("name", "Chatbot"), ("owner", ana), ("status", "in-use")];
    let values: Vec<(&str, &str)> =
        run.rows[0].values.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(values, expected);
    let stopped = Watch { progress: &|_, _| {}, cancelled: &|| true };
    assert_eq!(dry_run(&book, &plan, &stopped).unwrap_err().code, ErrorCode::Cancelled);
}

#[test]
fn without_a_name_column_there_is_no_dry_run() {
    let book = open(&xlsx_rows(&[&["Colour", "Shape"], &["red", "round"], &["blue", "square"]]));
    let sheet = &book.sheets[0];
    let header = detect(sheet);
    let mapping = propose(sheet, &header);
    let plan = Plan {
        sheet,
        header: &header,
        mapping: &mapping,
        policy: Policy::Update,
        source: "x",
        workspace: "ws",
        labels: &[],
        people: &[],
        existing: &[],
        base: &|_, _| None,
        fixes: &[],
    };
    assert_eq!(dry_run(&book, &plan, &Watch::none()).unwrap_err().code, ErrorCode::NameNotMapped);
}

#[test]
fn dates_that_can_be_read_both_ways_are_noted_once() {
    let book = open(&xlsx_rows(&[&["Name", "Review date"], &["a", "01/02/2025"], &["b", "03/04/2025"]]));
    let run = run(&book, &[], Policy::Update);
    let codes: Vec<ProblemCode> = run.problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, [ProblemCode::DateOrderAssumed]);
    assert!(run.rows[0].values.contains(&("review_due".to_owned(), "2025-02-01".to_owned())));
}

#[test]
fn states_of_a_change_are_words_on_the_wire() {
    assert_eq!(serde_json::to_string(&ChangeState::Conflict).unwrap(), "\"conflict\"");
}
