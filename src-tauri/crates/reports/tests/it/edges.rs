//! Texts and tables at the edge of what fits.

use crate::reader::{print, squeezed};
use crate::sample;
use cairn_reports::{Block, Cell, Column, Group, Report, Row, Table, Tone, Warning, Width};

fn report(tables: Vec<Table>) -> Report {
    Report {
        language: "en-GB".into(),
        cover: cairn_reports::Cover { title: "Edges".into(), ..Default::default() },
        footer: sample::footer("Edges"),
        body: tables.into_iter().map(Block::Table).collect(),
        ..Report::default()
    }
}

fn table(rows: Vec<Row>) -> Table {
    Table {
        columns: vec![
            Column::new("Id", Width::Points(60.0)).tone(Tone::Id).heads_row(),
            Column::new("Words", Width::Share(2.0)),
            Column::new("Number", Width::Points(60.0)).numbers(),
        ],
        rows,
        empty: "Nothing here yet.".into(),
        ..Table::default()
    }
}

fn row(id: &str, words: &str) -> Row {
    Row::Cells(vec![Cell::from(id), Cell::from(words), Cell::from("1,284")])
}

#[test]
fn an_empty_table_says_so() {
    let printed = print(&report(vec![table(Vec::new())]));
    assert_eq!(printed.rendered.pages, 1);
    assert!(printed.layout().contains("Nothing here yet."));
}

#[test]
fn an_empty_report_is_a_page() {
    assert_eq!(print(&Report::default()).rendered.pages, 1);
}

#[test]
fn a_table_without_columns_is_nothing() {
    let bare = Table { rows: vec![row("1", "lost")], ..Table::default() };
    assert!(!print(&report(vec![bare])).raw().contains("lost"));
}

#[test]
fn a_row_taller_than_a_page_goes_on_with_its_head_repeated() {
    let sentence: String = (1..=900).map(|n| format!("word{n} is here. ")).collect();
    let printed =
        print(&report(vec![table(vec![row("1", "before"), row("2", &sentence), row("3", "after")])]));
    assert!(printed.rendered.pages > 2, "{} pages", printed.rendered.pages);
    let raw = printed.raw().replace('\n', " ");
    assert_eq!(raw.matches("Number").count(), printed.rendered.pages);
    for n in 1..=900 {
        assert_eq!(raw.matches(&format!("word{n} ")).count(), 1, "word{n}");
    }
    let (before, after) = (raw.find("before"), raw.find("after"));
    assert!(before < raw.find("word1 ") && raw.find("word900 ") < after);
}

#[test]
fn a_word_longer_than_its_column_breaks_and_stays_whole_in_the_text() {
    let word: String = ('a'..='z').cycle().take(500).collect();
    let address = format!("https://registry.example/{}", "systems/decisions/".repeat(20));
    let printed = print(&report(vec![table(vec![row("1", &word), row("2", &address)])]));
    let raw = squeezed(&printed.raw());
    assert!(raw.contains(&word), "{raw}");
    assert!(raw.contains(&address), "{raw}");
}

#[test]
fn other_scripts_print_and_can_be_copied() {
    let words = [
        "Česká správa: Příliš žluťoučký kůň",
        "Ελληνική εποπτεία: Ψυχή",
        "Надзор за системами: Ёж",
        "Świętokrzyskie źdźbło, İstanbul ığşç",
        "人工知能システムの影響評価",
        "人工智能管理体系适用性声明",
        "인공지능 경영시스템",
        "Tiếng Việt: trách nhiệm",
        "→ ≤ ≥ ≠ € № ✓ ☐",
    ];
    let rows = words.iter().enumerate().map(|(n, words)| row(&n.to_string(), words)).collect();
    let printed = print(&report(vec![table(rows)]));
    assert_eq!(printed.rendered.warnings, []);
    let raw = squeezed(&printed.raw());
    for words in words {
        assert!(raw.contains(&squeezed(words)), "{words} is not in {raw}");
    }
}

#[test]
fn what_no_font_has_is_replaced_and_reported() {
    let printed = print(&report(vec![table(vec![row("1", "a \u{1F9EA}\u{1F9EA} b \u{7} שלום")])]));
    let warnings = &printed.rendered.warnings;
    assert!(
        warnings.contains(&Warning::MissingCharacter { character: '\u{1F9EA}', count: 2 }),
        "{warnings:?}"
    );
    assert!(warnings.contains(&Warning::MissingCharacter { character: '\u{7}', count: 1 }), "{warnings:?}");
    assert!(warnings.contains(&Warning::Unshaped { character: 'ש', count: 4 }), "{warnings:?}");
    assert!(squeezed(&printed.raw()).contains("a\u{FFFD}\u{FFFD}b\u{FFFD}"));
}

#[test]
fn accents_typed_as_two_characters_become_one() {
    let printed = print(&report(vec![table(vec![row("1", "re\u{301}sume\u{301}")])]));
    assert!(printed.raw().contains("résumé"));
}

#[test]
fn a_group_is_never_the_last_line_of_a_page() {
    for filler in 30..48 {
        let mut rows: Vec<Row> = (0..filler).map(|n| row(&n.to_string(), "filler")).collect();
        rows.push(Row::Group(Group { id: "B".into(), title: "The group".into(), ..Group::default() }));
        rows.push(row("b1", "first of the group\nwith\nfour\nlines\nmore"));
        let raw = print(&report(vec![table(rows)])).raw();
        let page = |words: &str| raw.split('\u{c}').position(|page| page.contains(words));
        assert!(page("The group").is_some());
        assert_eq!(page("The group"), page("first of the group"), "after {filler} rows");
    }
}

#[test]
fn rows_short_of_cells_or_with_too_many_do_not_matter() {
    let odd = vec![
        Row::Cells(Vec::new()),
        Row::Cells(vec!["only".into()]),
        Row::Cells(vec!["a".into(), "b".into(), "3".into(), "surplus".into()]),
    ];
    let raw = print(&report(vec![table(odd)])).raw();
    assert!(raw.contains("only") && !raw.contains("surplus"));
}

#[test]
fn too_many_columns_shrink_to_the_page() {
    let columns = (0..30).map(|n| Column::new(format!("C{n}"), Width::Points(90.0))).collect();
    let cells = (0..30).map(|n| Cell::from(format!("cell{n}"))).collect();
    let wide = Table { columns, rows: vec![Row::Cells(cells)], ..Table::default() };
    let raw = squeezed(&print(&report(vec![wide])).raw());
    assert!(raw.contains("cell29"), "{raw}");
}

#[test]
fn long_words_of_cover_foot_and_approvals_stay_on_the_paper() {
    let many =
        |word: &str, count: usize| (1..=count).map(|n| format!("{word}{n}")).collect::<Vec<_>>().join(" ");
    let mut report = sample::statement();
    report.cover.facts[0].value = many("fact", 900);
    report.cover.lead = many("lead", 900);
    report.footer.document = many("footer", 20);
    report.cover.organisation = many("Organisation", 6);
    let mut sign_off = cairn_reports::SignOff::default();
    sign_off.approvals.push(cairn_reports::Approval {
        state: cairn_reports::ApprovalState::OnPaper {
            words: "Approved on paper".into(),
            date: "23 November 2026".into(),
            note: many("note", 900),
        },
        ..Default::default()
    });
    report.body.push(Block::SignOff(sign_off));
    let printed = print(&report);
    let raw = printed.raw().replace('\n', " ");
    for word in ["fact", "lead", "note"] {
        for n in 1..=900 {
            assert!(raw.contains(&format!("{word}{n} ")), "{word}{n}");
        }
    }
    // What lies off the paper is not part of the text that pdftotext crops to the page.
    let cropped = printed.cropped();
    assert!(cropped.contains("fact900") && cropped.contains("note900") && cropped.contains('\u{2026}'));
}
