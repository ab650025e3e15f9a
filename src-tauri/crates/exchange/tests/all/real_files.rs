//! The two inventories of the US government, whole.

use std::collections::BTreeMap;

use cairn_exchange::ProblemCode;
use cairn_exchange::import::{DryRun, Outcome, Policy};
use cairn_exchange::mapping::{Mapping, Target};

use crate::build::{detect, open, propose, run, sample};

const INVENTORY: &str = "us-federal-ai-inventory-2025.xlsx";
const COTS: &str = "us-federal-cots-ai-2025.xlsx";

fn overview(mapping: &Mapping) -> String {
    let line = |a: &cairn_exchange::mapping::Assignment| {
        let target = match &a.target {
            Target::Field(key) => key.as_str(),
            Target::Fact => "(fact)",
            Target::Ignore => "(ignored)",
        };
        let header: String = a.column.header.chars().take(60).collect();
        format!(
            "{:>2} {header:<60} {target:<14} {:>3} % {:?} {}",
            a.column.letters, a.confidence, a.reason, a.filled
        )
    };
    mapping.columns.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn by_status(run: &DryRun) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for row in &run.rows {
        let status =
            row.values.iter().find(|(key, _)| key == "status").map_or("", |(_, value)| value.as_str());
        *counts.entry(status).or_insert(0) += 1;
    }
    counts
}

#[test]
fn the_inventory_is_read_whole_and_every_cell_is_kept() {
    let book = open(&sample(INVENTORY));
    let sheet = &book.sheets[0];
    assert_eq!(sheet.cells(), 59_548);
    let header = detect(sheet);
    assert_eq!((header.row, header.columns.len()), (Some(2), 36));
    assert_eq!(header.columns[2].header, "Use Case ID [Agency Abbrev.] – [#]");
    let run = run(&book, &[], Policy::Update);
    assert_eq!((run.counts.rows, run.counts.cells, run.counts.created), (3_611, 59_548, 3_611));
    assert_eq!((run.counts.updated, run.counts.skipped), (0, 0));

    // Every cell is in a field word for word, is the row's id, or is a fact under its header.
    let mapping = propose(sheet, &header);
    for (row, proposed) in header.data(sheet).iter().zip(&run.rows) {
        for cell in &row.cells {
            let assignment = mapping.columns.iter().find(|a| a.column.index == cell.column).unwrap();
            let fact = proposed.facts.get(&assignment.column.header).and_then(|v| v.as_str());
            let held = match &assignment.target {
                Target::Field(key) if key == "source_id" => proposed.source_id == *cell.text,
                Target::Field(key) => {
                    let plain = |text: &str| text.trim().replace("\r\n", "\n");
                    proposed
                        .values
                        .iter()
                        .any(|(k, v)| k == key && v.eq_ignore_ascii_case(&plain(&cell.text)))
                }
                _ => false,
            };
            assert!(held || fact == Some(&*cell.text), "row {} {}", row.number, assignment.column.letters);
        }
    }
    let texts: Vec<&str> =
        run.rows.iter().flat_map(|r| r.facts.values().filter_map(|v| v.as_str())).collect();
    assert!(texts.contains(&"#NAME?") && texts.contains(&"N/A"));
}

#[test]
fn the_stages_of_the_inventory_become_states_of_the_life_cycle() {
    let run = run(&open(&sample(INVENTORY)), &[], Policy::Update);
    let expected =
        [("", 338), ("design-and-development", 1_479), ("in-use", 1_040), ("pilot", 440), ("retired", 314)];
    assert_eq!(by_status(&run), expected.into_iter().collect());
}

#[test]
fn judgements_of_other_schemes_stay_facts() {
    let run = run(&open(&sample(INVENTORY)), &[], Policy::Update);
    let never = ["scope", "scope_reason", "act_roles", "iso_roles", "restricted"];
    assert!(run.rows.iter().all(|row| row.values.iter().all(|(key, _)| !never.contains(&key.as_str()))));
    let facts = |start: &str| {
        run.rows.iter().filter(|row| row.facts.keys().any(|header| header.starts_with(start))).count()
    };
    assert_eq!(facts("Is the AI use case high-impact?"), 3_185);
    assert_eq!(facts("Has an AI impact assessment been completed"), 236);
}

#[test]
fn ids_are_unique_and_the_second_import_finds_every_row() {
    let book = open(&sample(INVENTORY));
    let first = run(&book, &[], Policy::Update);
    let ids: std::collections::HashSet<&str> = first.rows.iter().map(|row| row.source_id.as_str()).collect();
    assert_eq!(ids.len(), 3_611);
    let existing: Vec<_> = first
        .rows
        .iter()
        .enumerate()
        .map(|(number, row)| cairn_exchange::import::Existing {
            id: format!("id-{number}"),
            rev: "r1".into(),
            code: format!("AI-{number:03}"),
            source: Some("test".into()),
            source_id: Some(row.source_id.clone()),
            values: row.values.iter().cloned().collect(),
            facts: row.facts.clone(),
        })
        .collect();
    let again = run(&book, &existing, Policy::Update);
    assert_eq!((again.counts.created, again.counts.updated, again.counts.skipped), (0, 0, 3_611));
    assert!(again.rows.iter().all(|row| row.outcome == Outcome::Unchanged));
    let stopped = run(&book, &existing[..1], Policy::Stop);
    assert!(stopped.stopped);
    assert_eq!(run(&book, &existing[..10], Policy::Skip).counts.skipped, 10);
}

#[test]
fn problems_of_the_inventory_are_counted_by_code() {
    let run = run(&open(&sample(INVENTORY)), &[], Policy::Update);
    let mut counts: BTreeMap<ProblemCode, usize> = BTreeMap::new();
    for problem in &run.problems {
        *counts.entry(problem.code).or_insert(0) += 1;
    }
    insta::assert_debug_snapshot!(counts);
    assert_eq!(run.problems.len(), run.counts.problems as usize);
    let nameless = run.problems.iter().find(|p| p.code == ProblemCode::NameMissing).unwrap();
    assert_eq!((nameless.place.row, nameless.args["name"].as_str()), (Some(2730), "DOI-0015"));
}

#[test]
fn proposed_mapping_of_the_inventory() {
    let book = open(&sample(INVENTORY));
    let header = detect(&book.sheets[0]);
    insta::assert_snapshot!(overview(&propose(&book.sheets[0], &header)));
}

#[test]
fn proposed_mapping_of_the_commercial_products() {
    let book = open(&sample(COTS));
    let header = detect(&book.sheets[0]);
    assert_eq!((header.row, header.data(&book.sheets[0]).len()), (Some(1), 900));
    insta::assert_snapshot!(overview(&propose(&book.sheets[0], &header)));
    let run = run(&book, &[], Policy::Update);
    assert_eq!((run.counts.rows, run.counts.cells, run.counts.created), (900, 3_587, 900));
}

#[test]
fn every_sample_workbook_is_read() {
    for (name, cells) in [
        ("ca-v1-mapping-csf11-csf20.xlsx", vec![4, 745]),
        ("ca-v2-framework-iso42001.xlsx", vec![22, 20, 492, 4, 21, 4, 7]),
        ("ca-v2-mapping-iso42001-scf.xlsx", vec![22, 18, 1_077, 18, 513, 8_189]),
        ("ca-v2-risk-matrix-6x6.xlsx", vec![20, 10, 162]),
        ("olir-csf20-to-800-53.xlsx", vec![2_278]),
        ("consultant-raci-matrix.xlsx", vec![23, 229]),
        ("consultant-risk-register.xlsx", vec![38, 331, 59, 114, 188]),
    ] {
        let book = open(&sample(name));
        assert_eq!(book.sheets.iter().map(cairn_exchange::Sheet::cells).collect::<Vec<_>>(), cells, "{name}");
    }
}
