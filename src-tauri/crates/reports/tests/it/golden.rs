//! The sample statement, word for word and tag for tag.

use crate::reader::print;
use crate::sample;
use cairn_reports::{Block, Contents, Orientation, Paper, Report, render};

#[test]
fn the_statement_reads_as_before() {
    let printed = print(&sample::statement());
    assert_eq!(printed.rendered.warnings, []);
    insta::assert_snapshot!("statement_pages", printed.layout());
}

#[test]
fn the_statement_is_tagged_as_before() {
    insta::assert_snapshot!("statement_structure", print(&sample::statement()).structure());
}

#[test]
fn the_gallery_reads_as_before() {
    let printed = print(&sample::gallery());
    assert_eq!(printed.rendered.warnings, []);
    insta::assert_snapshot!("gallery_pages", printed.layout());
}

#[test]
fn fonts_are_embedded_and_subset() {
    let fonts = print(&sample::statement()).fonts();
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(lines.len(), 6, "{fonts}");
    for line in lines {
        let words: Vec<&str> = line.split_whitespace().collect();
        let flags = words.iter().rev().skip(2).take(3).collect::<Vec<_>>();
        assert_eq!(flags, [&"yes", &"yes", &"yes"], "{line}");
        assert!(words.first().is_some_and(|name| name.as_bytes().get(6) == Some(&b'+')), "{line}");
    }
}

#[test]
fn the_file_says_what_it_is() {
    let printed = print(&sample::statement());
    let info = printed.info();
    for line in [
        "Title:           Statement of Applicability",
        "Tagged:          yes",
        "Author:          Harbour Analytics",
    ] {
        assert!(info.contains(line), "{info}");
    }
    assert!(info.contains("(A4)"), "{info}");
    let objects = printed.objects();
    for entry in [
        "\"/Lang\": \"u:en-GB\"",
        "\"/DisplayDocTitle\": true",
        "\"/Marked\": true",
        "\"/CreationDate\": \"u:D:20261123140211Z\"",
    ] {
        assert!(objects.contains(entry), "{entry} is missing");
    }
}

#[test]
fn letter_keeps_the_lines_of_a4() {
    let short = Report { contents: None, ..sample::statement() };
    let letter = Report { paper: Paper::Letter, ..short.clone() };
    let words =
        |report: &Report| print(report).raw().lines().filter(|l| l.starts_with("A.5.2")).collect::<String>();
    let printed = print(&letter);
    assert!(printed.info().contains("612 x 792 pts (letter)"));
    assert_eq!(words(&letter), words(&short));
}

#[test]
fn a_long_report_has_contents_that_lead_to_its_headings() {
    let mut report = sample::statement();
    report.contents = Some(Contents { title: "Contents".into(), from_pages: 3 });
    let printed = print(&report);
    assert_eq!(printed.rendered.pages, 4);
    insta::assert_snapshot!("contents_pages", printed.layout());
    let structure = printed.structure();
    assert!(structure.contains("TOCI"), "{structure}");
    report.contents = Some(Contents { title: "Contents".into(), from_pages: 40 });
    assert_eq!(render(&report).expect("renders").pages, 4);
}

#[test]
fn paper_turns_for_wide_tables() {
    let mut report = sample::statement();
    report.body.insert(0, Block::Turn(Orientation::Portrait));
    report.body.insert(2, Block::Turn(Orientation::Landscape));
    let printed = print(&report);
    let objects = printed.objects();
    assert!(objects.contains("841.89"), "{objects}");
    let info = printed.info();
    assert!(info.contains("595.28 x 841.89"), "{info}");
}
