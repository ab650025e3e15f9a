//! Headers that stand twice, are not there, or are all there is.

use cairn_exchange::import::{Policy, hindrance};
use cairn_exchange::{ErrorCode, ProblemCode};

use crate::build::{detect, open, propose, run, xlsx_rows, xlsx_with};

fn hinders(bytes: &[u8]) -> Option<ErrorCode> {
    let book = open(bytes);
    let header = detect(&book.sheets[0]);
    hindrance(&book.sheets[0], &header, &propose(&book.sheets[0], &header))
}

#[test]
fn headers_that_repeat_lose_no_row() {
    for (text, names, duplicates) in [
        (
            "Name,Purpose,Notes,Notes,Notes,Notes,Notes,Notes\nChatbot,Answers,a,b,c,d,e,f\nScorer,Scores,g,h,i,j,k,l\n",
            ["Chatbot", "Scorer"],
            5,
        ),
        (
            "Name,Name,Purpose,Purpose\nChatbot,Bot,Answers,x\nScorer,Score,Scores,y\n",
            ["Chatbot", "Scorer"],
            2,
        ),
    ] {
        let book = open(text.as_bytes());
        let done = run(&book, &[], Policy::Update);
        let found: Vec<&str> = done.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(found, names, "{text}");
        let named = done.problems.iter().filter(|problem| problem.code == ProblemCode::DuplicateHeader);
        assert_eq!(named.count(), duplicates, "{text}");
        assert!(done.problems.iter().all(|problem| problem.code != ProblemCode::HeaderAssumed));
    }
}

#[test]
fn a_first_row_that_is_only_taken_for_headers_is_named() {
    let book = open(b"Chatbot,Answers customers\nPlanner,Plans shifts\nOCR,Reads invoices\n");
    let header = detect(&book.sheets[0]);
    assert_eq!(header.row, Some(1));
    let assumed = header.problems.iter().find(|problem| problem.code == ProblemCode::HeaderAssumed).unwrap();
    assert_eq!(assumed.place.row, Some(1));
    let known = open(b"Name,Colour\nPlanner,Plans shifts\nOCR,Reads invoices\n");
    assert!(detect(&known.sheets[0]).problems.is_empty());
}

#[test]
fn what_is_missing_is_named_for_itself() {
    assert_eq!(hinders(b"Name,Purpose\n"), Some(ErrorCode::NoRows));
    assert_eq!(hinders(b"Name\n"), Some(ErrorCode::NoRows));
    assert_eq!(hinders(b"Name,Purpose,Colour\n"), Some(ErrorCode::NoRows), "not every word need be known");
    assert_eq!(hinders(b"Chatbot,Acme,Live\n"), Some(ErrorCode::HeaderNotFound));
    assert_eq!(hinders(b"1,2\n3,4\n"), Some(ErrorCode::HeaderNotFound));
    assert_eq!(hinders(b"Colour,Shape\nred,round\nblue,square\n"), Some(ErrorCode::NameNotMapped));
    assert_eq!(hinders(b"Name,Purpose\nChatbot,Answers\n"), None);
    let corners = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>z</t></is></c></row>"#;
    assert_eq!(hinders(&xlsx_with(corners)), Some(ErrorCode::HeaderNotFound));
    assert_eq!(hinders(&xlsx_rows(&[&["Name", "Purpose"]])), Some(ErrorCode::NoRows));
}
