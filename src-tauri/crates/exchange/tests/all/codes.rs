//! Codes of systems in files that are no export of ours.

use cairn_exchange::header::Header;
use cairn_exchange::mapping::{Mapping, Reason};

use crate::build::{detect, open, propose, xlsx_rows};

const SYSTEMS: [(&str, &str); 3] = [("AI-001", "Chatbot"), ("AI-002", "Scorer"), ("AI-003", "Ranker")];

/// The column of codes and why, and the column of names.
fn columns(rows: &[&[&str]]) -> (Option<(String, Reason)>, Option<String>) {
    let book = open(&xlsx_rows(rows));
    let header: Header = detect(&book.sheets[0]);
    let mut mapping: Mapping = propose(&book.sheets[0], &header);
    mapping.take_known_codes(&book.sheets[0], &header, &SYSTEMS);
    let code = mapping.column_of("code").map(|a| (a.column.header.clone(), a.reason));
    (code, mapping.column_of("name").map(|a| a.column.header.clone()))
}

#[test]
fn a_column_of_our_codes_beside_their_names_is_known_and_the_plainest_name_wins() {
    let found = columns(&[
        &["System", "Name", "In AIMS scope"],
        &["AI-002", "Scorer", "yes"],
        &["AI-001", " chatbot", "yes"],
        &["", "A new one", "no"],
    ]);
    assert_eq!(found, (Some(("System".to_owned(), Reason::KnownCodes)), Some("Name".to_owned())));
}

#[test]
fn codes_beside_other_names_are_ids_of_somebody_else() {
    let (code, _) = columns(&[
        &["ID", "Name"],
        &["AI-001", "Route finder"],
        &["AI-002", "Chatbot"],
        &["AI-003", "Scorer"],
    ]);
    assert_eq!(code, None);
}

#[test]
fn a_column_of_parents_is_no_column_of_ids() {
    let (code, _) =
        columns(&[&["Name", "Belongs to"], &["Chatbot", "AI-003"], &["Scorer", "AI-003"], &["Ranker", ""]]);
    assert_eq!(code, None);
}

#[test]
fn what_only_a_person_decides_is_taken_for_nothing_else() {
    let book = open(&xlsx_rows(&[&["Name", "In AIMS scope"], &["Chatbot", "yes"], &["Scorer", "no"]]));
    let mapping = propose(&book.sheets[0], &detect(&book.sheets[0]));
    assert!(mapping.column_of("objectives").is_none(), "{mapping:?}");
}
