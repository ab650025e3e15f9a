//! Speed of the two promises: a dry run of the 3,611-row inventory below 1 s, and a 5,000 x 12 workbook with
//! validation lists below 200 ms. `CAIRN_SAMPLES` names the folder of the inventory.

#![allow(clippy::expect_used)] // a measurement that cannot set up must fail

use std::path::PathBuf;

use cairn_exchange::import::{DryRun, Plan, Policy, dry_run};
use cairn_exchange::lexicon::Lexicon;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value, Workbook};
use cairn_exchange::{Watch, header, mapping, read};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn inventory() -> Vec<u8> {
    let fallback = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/samples");
    let folder = std::env::var_os("CAIRN_SAMPLES").map_or_else(|| PathBuf::from(fallback), PathBuf::from);
    std::fs::read(folder.join("us-federal-ai-inventory-2025.xlsx")).expect("CAIRN_SAMPLES names the samples")
}

fn run(bytes: &[u8]) -> DryRun {
    let book = read(bytes, "inventory.xlsx", &Watch::none()).expect("readable");
    let sheet = &book.sheets[0];
    let header = header::detect(&book.file, sheet, Lexicon::built_in());
    let mapping = mapping::propose(sheet, &header, Lexicon::built_in());
    let plan = Plan {
        sheet,
        header: &header,
        mapping: &mapping,
        policy: Policy::Update,
        source: "inventory",
        workspace: "",
        labels: &[],
        people: &[],
        existing: &[],
        base: &|_, _| None,
        fixes: &[],
    };
    dry_run(&book, &plan, &Watch::none()).expect("a dry run")
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn dry_run_of_the_inventory(bencher: Bencher<'_, '_>) {
    let bytes = inventory();
    bencher.bench(|| run(black_box(&bytes)));
}

fn register() -> Workbook {
    let list: Vec<String> = (0..40).map(|n| format!("A value of the list, number {n}")).collect();
    let columns = (0..12)
        .map(|at| {
            let kind = match at % 3 {
                0 => OutKind::Choice { values: list.clone(), refusal: None },
                1 => OutKind::Choice { values: vec!["In".into(), "Out".into()], refusal: None },
                _ => OutKind::LongText,
            };
            OutColumn {
                help: Some("What to enter".into()),
                ..OutColumn::new(&format!("Column {at}"), 20.0, kind)
            }
        })
        .collect();
    let rows = (0..5_000)
        .map(|row| (0..12).map(|at| Value::Text(format!("Text of row {row} in column {at}"))).collect())
        .collect();
    Workbook {
        sheets: vec![OutSheet { protected: true, ..OutSheet::new("Register", columns, rows) }],
        properties: Properties {
            title: "Register".into(),
            subject: String::new(),
            company: String::new(),
            time: "2026-11-23T12:00:00.000Z".parse().expect("a time"),
        },
        round_trip: None,
    }
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn write_5000_rows_of_12(bencher: Bencher<'_, '_>) {
    let workbook = register();
    bencher.bench(|| black_box(&workbook).to_xlsx().expect("written"));
}
