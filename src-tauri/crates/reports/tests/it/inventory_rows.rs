//! The real inventory as a register.

use std::path::PathBuf;

use cairn_reports::{
    Block, Cell, Column, Cover, Footer, Orientation, Report, Row, Table, TableSize, Tone, Width,
};
use calamine::{Data, Reader, open_workbook_auto};

fn samples() -> PathBuf {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/samples");
    let folder = std::env::var_os("CAIRN_SAMPLES").map_or_else(beside, PathBuf::from);
    assert!(folder.is_dir(), "the samples are missing: set CAIRN_SAMPLES; looked in {}", folder.display());
    folder
}

/// Cells of the inventory below the row of heads.
pub fn rows() -> Vec<Vec<String>> {
    let file = samples().join("us-federal-ai-inventory-2025.xlsx");
    let mut book = open_workbook_auto(&file).expect("the inventory opens");
    let name = book.sheet_names().first().cloned().expect("a sheet");
    let sheet = book.worksheet_range(&name).expect("the sheet reads");
    let word = |cell: &Data| if matches!(cell, Data::Empty) { String::new() } else { cell.to_string() };
    sheet.rows().skip(1).map(|row| row.iter().map(word).collect()).collect()
}

pub fn register(rows: &[Vec<String>]) -> Report {
    let share = [0.5, 0.8, 1.0, 0.8, 2.0, 2.0, 2.0, 1.2];
    let columns =
        share.iter().enumerate().map(|(n, &share)| Column::new(format!("Column {n}"), Width::Share(share)));
    let mut columns: Vec<Column> = columns.collect();
    if let Some(first) = columns.first_mut() {
        *first = first.clone().tone(Tone::Id).heads_row();
    }
    let lines =
        rows.iter().map(|row| Row::Cells(row.iter().take(8).map(|c| Cell::from(c.as_str())).collect()));
    Report {
        language: "en-GB".into(),
        orientation: Orientation::Landscape,
        cover: Cover { title: "Register".into(), ..Cover::default() },
        footer: Footer { page: "{x}/{y}".into(), ..Footer::default() },
        body: vec![Block::Table(Table {
            columns,
            rows: lines.collect(),
            size: TableSize::Small,
            ..Table::default()
        })],
        ..Report::default()
    }
}
