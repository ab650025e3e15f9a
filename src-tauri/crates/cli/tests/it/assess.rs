//! Interview sheets from the command line.

use cairn_exchange::Watch;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value as Out, Workbook};
use serde_json::json;

use crate::bench::Bench;

/// Writes the sheet again with another text in one cell, as a spreadsheet program would.
fn edit(bench: &Bench, id: &str, header: &str, text: &str) {
    let bytes = std::fs::read(bench.path("sheet.xlsx")).unwrap();
    let book = cairn_exchange::read(&bytes, "sheet.xlsx", &Watch::none()).unwrap();
    let meta = book.round_trip.clone().unwrap();
    let rows: Vec<_> = book.sheets[0].rows.iter().filter(|row| row.number >= meta.header_row).collect();
    let headers: Vec<&str> = rows[0].cells.iter().map(|cell| &*cell.text).collect();
    let values = rows[1..].iter().map(|row| {
        let cell = |(at, name): (u32, &&str)| {
            let here = row.text(0) == id && *name == header;
            Out::from(if here { text } else { row.text(at) })
        };
        (0u32..).zip(&headers).map(cell).collect()
    });
    let columns = headers.iter().map(|header| OutColumn::new(header, 12.0, OutKind::Text)).collect();
    let workbook = Workbook {
        sheets: vec![OutSheet::new("Interview", columns, values.collect())],
        properties: Properties {
            title: String::new(),
            subject: String::new(),
            company: String::new(),
            time: "2026-11-23T08:00:00.000Z".parse().unwrap(),
        },
        round_trip: Some(meta),
    };
    std::fs::write(bench.path("answered.xlsx"), workbook.to_xlsx().unwrap().bytes).unwrap();
}

#[test]
fn a_sheet_goes_out_and_comes_back() {
    let bench = Bench::new();
    bench.json(0, &["new", "@a.cairn", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"]);
    let written = bench.json(0, &["assess", "export", "@a.cairn", "@sheet.xlsx"]);
    assert!(written["bytes"].as_u64().unwrap() > 10_000);
    edit(&bench, "6.1.4", "What is missing", "No impact assessment was done yet");
    let rehearsed = bench.json(0, &["assess", "import", "@a.cairn", "@answered.xlsx", "--dry-run"]);
    assert_eq!(
        (rehearsed["updated"].as_u64(), rehearsed["problems"].as_array().map(Vec::len)),
        (Some(1), Some(0))
    );
    let change = &rehearsed["changes"][0];
    assert_eq!(
        (&change["id"], &change["field"], &change["old"], &change["new"]),
        (
            &json!("6.1.4"),
            &json!("What is missing"),
            &json!("empty"),
            &json!("No impact assessment was done yet")
        )
    );
    assert_eq!(bench.json(0, &["info", "@a.cairn"])["entries"], 1, "a dry run writes nothing");
    let done = bench.json(0, &["assess", "import", "@a.cairn", "@answered.xlsx"]);
    assert_eq!(done["updated"], 1);
    assert_eq!(bench.json(0, &["verify", "@a.cairn"])["ok"], true);
    edit(&bench, "6.1.4", "New action", "Assess the impact of the ticket router");
    let proposed = ["assess", "import", "@a.cairn", "@answered.xlsx"];
    let made = bench.json(1, &proposed);
    assert_eq!(
        (&made["changes"][0]["field"], &made["problems"][0]["code"]),
        (&json!("New action"), &json!("changed-here"))
    );
    assert_eq!(bench.json(1, &proposed)["updated"], 0, "once, however often the file comes in");
    edit(&bench, "6.1.4", "Conformity", "Perfect");
    let problems = bench.json(1, &["assess", "import", "@a.cairn", "@answered.xlsx"]);
    let words: Vec<&str> = problems["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|problem| problem["code"].as_str())
        .collect();
    assert_eq!(words, ["unknown-word", "changed-here"]);
}

#[test]
fn wrong_people_and_files_are_named() {
    let bench = Bench::new();
    bench.json(0, &["new", "@a.cairn", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"]);
    bench.json(2, &["assess", "export", "@a.cairn", "@sheet.xlsx", "--owner", "Nobody"]);
    bench.json(2, &["assess", "export", "@a.cairn", "@sheet.csv"]);
    let refused =
        bench.json(1, &["report", "@a.cairn", "interview", "@out.pdf", "--owner", "compliance LEAD"]);
    assert_eq!(refused["error"]["code"], "refused", "nobody gave them a line yet");
    bench.json(0, &["report", "@a.cairn", "interview", "@out.pdf"]);
    std::fs::write(bench.path("junk.xlsx"), b"PK\x03\x04 not a workbook").unwrap();
    assert_eq!(
        bench.json(3, &["assess", "import", "@a.cairn", "@junk.xlsx"])["error"]["code"],
        "file-refused"
    );
}

#[test]
fn results_under_another_framework_come_in() {
    let bench = Bench::new();
    bench.json(0, &["new", "@a.cairn", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"]);
    std::fs::write(bench.path("soa.csv"), "Control,Status\nA.5.1,Implemented\nA.9.99,Implemented\n").unwrap();
    let import = ["reuse", "import", "@a.cairn", "@soa.csv", "--framework", "iso27001"];
    let rehearsed = bench.json(1, &[&import[..], &["--dry-run"]].concat());
    assert_eq!((rehearsed["noted"].as_u64(), &rehearsed["unresolved"][0]["id"]), (Some(1), &"A.9.99".into()));
    assert_eq!(bench.json(0, &["info", "@a.cairn"])["entries"], 1, "a dry run writes nothing");
    let done = bench.json(1, &import);
    assert_eq!(done["problems"][0]["code"], "unknown-id");
    assert_eq!(bench.json(0, &["info", "@a.cairn"])["entries"], 2);
    let own = ["reuse", "import", "@a.cairn", "@soa.csv", "--framework", "iso42001"];
    assert_eq!(bench.json(1, &own)["error"]["code"], "refused");
    bench.json(1, &["report", "@a.cairn", "requests", "@out.pdf", "--department", "Quality"]);
}
