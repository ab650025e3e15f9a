//! Workbooks that Cairn wrote for another purpose: an import that is not theirs says what they are.

use cairn_app::error::Code;
use cairn_exchange::{Row, Watch};
use cairn_tests::World;
use serde_json::{Value, json};

use crate::interview_bench::{assess, with_sheet};

/// Every kind of workbook, by the words that tell what it is.
const BOOKS: [(&str, &str); 6] = [
    ("offline", "is the register"),
    ("register", "is the register as a document"),
    ("soa", "is the Statement of Applicability"),
    ("gap", "is the report of"),
    ("requests", "is a document that Cairn wrote"),
    ("interview", "is an interview sheet"),
];

/// A workspace with every kind of workbook written.
fn world() -> World {
    let (world, owner, _) = with_sheet();
    world.call("system.create", json!({"name": "Shift planner", "values": {}}));
    let line =
        json!({"requirement": "5.2", "what": "Policy", "owner": null, "department": null, "due": null});
    world.call("request.create", line);
    for (kind, _) in BOOKS {
        let file = world.place(&format!("{kind}.xlsx")).token;
        match kind {
            "offline" => drop(world.job("system.export", json!({"file": file}))),
            "interview" => {
                let input = json!({"kind": kind, "format": "xlsx", "file": file, "owner": owner});
                world.job("report.export", input);
            }
            _ => drop(world.job("report.export", json!({"kind": kind, "format": "xlsx", "file": file}))),
        }
    }
    world
}

/// What an import says of each workbook that is not its own.
fn refused_by(world: &World, import: &str, own: &[&str]) {
    for (kind, words) in BOOKS.iter().filter(|(kind, _)| !own.contains(kind)) {
        // Only the import of results asks for it.
        let file = world.place(&format!("{kind}.xlsx")).token;
        let input = json!({"file": file, "framework": "iso27001", "dryRun": false});
        let error = world.try_job(import, input).unwrap_err();
        assert_eq!(error.code, Code::FileRefused, "{import} of {kind}: {error:#?}");
        let told = error.message.contains(words) && error.message.contains(&format!("{kind}.xlsx"));
        assert!(told, "{import} of {kind}: {}", error.message);
    }
}

#[test]
fn every_import_says_what_a_workbook_that_is_not_its_own_is() {
    let world = world();
    let before = world.call("trail.list", json!({}))["total"].clone();
    refused_by(&world, "import.open", &["offline"]);
    refused_by(&world, "candidate.import", &[]);
    refused_by(&world, "interview.import", &["interview"]);
    refused_by(&world, "reuse.import", &[]);
    assert_eq!(world.call("trail.list", json!({}))["total"], before, "nothing was written");
    for (import, own) in [("import.open", "offline"), ("interview.import", "interview")] {
        let input = json!({"file": world.place(&format!("{own}.xlsx")).token});
        let taken = world.job(import, input);
        assert_ne!(taken, Value::Null, "{import} takes its own");
    }
}

#[test]
fn a_report_that_lost_its_hidden_part_is_known_by_the_ids_in_it() {
    let world = World::with_workspace();
    assess(&world, "5.2", json!("partly"), "");
    let file = world.place("gap.xlsx").token;
    world.job("report.export", json!({"kind": "gap", "format": "xlsx", "file": file}));
    // As a program that keeps only what is seen writes it: the sheet with the demands has references and answers.
    let book =
        cairn_exchange::read(&std::fs::read(world.path("gap.xlsx")).unwrap(), "gap.xlsx", &Watch::none());
    let book = book.unwrap();
    let sheet = book.sheets.iter().find(|sheet| sheet.name == "Demands").unwrap();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |row: &Row| (0..6).map(|at| quoted(row.text(at))).collect::<Vec<_>>().join(",");
    let rows: Vec<String> = sheet.rows.iter().map(line).collect();
    std::fs::write(world.path("copied.csv"), rows.join("\n")).unwrap();
    let input = json!({"file": world.place("copied.csv").token, "framework": "iso27001", "dryRun": false});
    let before = world.call("trail.list", json!({}))["total"].clone();
    let error = world.try_job("reuse.import", input).unwrap_err();
    assert_eq!(error.code, Code::FileRefused, "{error:#?}");
    assert!(error.message.contains("ISO/IEC 42001"), "{}", error.message);
    assert_eq!(world.call("trail.list", json!({}))["total"], before, "nothing was written");
}
