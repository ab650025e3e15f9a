//! Evidence by script: what there is, one piece in, one file out.

use serde_json::{Value, json};

use crate::bench::Bench;

/// A workspace with one system and a file to attach.
fn with_system() -> Bench {
    let bench = Bench::new();
    bench.json(0, &["new", "@a.cairn", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"]);
    std::fs::write(bench.path("in.csv"), "Name\nShift planner\nChat helper\n").unwrap();
    bench.json(0, &["systems", "import", "@a.cairn", "@in.csv"]);
    std::fs::write(bench.path("minutes.pdf"), "signed minutes").unwrap();
    bench
}

fn add(bench: &Bench) -> Value {
    let words =
        ["evidence", "add", "@a.cairn", "@minutes.pdf", "--subject", "ai-001", "--title", "Minutes of March"];
    bench.json(0, &[&words[..], &["--effective", "2026-03-03"]].concat())
}

#[test]
fn what_is_added_is_listed_and_comes_out_byte_for_byte() {
    let bench = with_system();
    assert_eq!(bench.json(0, &["evidence", "list", "@a.cairn"]), json!({"evidence": [], "bytes": 0}));
    let added = add(&bench);
    assert_eq!((&added["code"], &added["known"]), (&json!("EV-001"), &json!(false)));
    let list = bench.json(0, &["evidence", "list", "@a.cairn", "--subject", "AI-001"]);
    let item = &list["evidence"][0];
    let said =
        ["id", "code", "title", "file", "size", "effective_on", "reference", "expired"].map(|key| &item[key]);
    let wanted =
        json!([added["id"], "EV-001", "Minutes of March", "minutes.pdf", 14, "2026-03-03", null, false]);
    assert_eq!(json!(said), wanted);
    assert_eq!(
        (&item["used_by"][0]["code"], &item["used_by"][0]["kind"]),
        (&json!("AI-001"), &json!("system"))
    );
    assert_eq!(
        bench.json(0, &["evidence", "list", "@a.cairn", "--subject", "AI-002"])["evidence"],
        json!([])
    );
    let written = bench.json(0, &["evidence", "save", "@a.cairn", "ev-001", "@out.pdf"]);
    assert_eq!(written["bytes"], 14);
    assert_eq!(std::fs::read(bench.path("out.pdf")).unwrap(), b"signed minutes");
    let shown = bench.run(&["evidence", "list", "@a.cairn"]);
    assert_eq!(shown.out.trim(), "EV-001  Minutes of March (minutes.pdf)");
    assert_eq!(bench.json(0, &["verify", "@a.cairn"])["ok"], true);
}

#[test]
fn the_same_bytes_are_kept_once() {
    let bench = with_system();
    add(&bench);
    std::fs::copy(bench.path("minutes.pdf"), bench.path("copy.pdf")).unwrap();
    let again = bench.json(0, &["evidence", "add", "@a.cairn", "@copy.pdf", "--subject", "AI-002"]);
    assert_eq!((&again["code"], &again["known"]), (&json!("EV-001"), &json!(true)));
    let list = bench.json(0, &["evidence", "list", "@a.cairn"]);
    assert_eq!((list["evidence"].as_array().unwrap().len(), &list["bytes"]), (1, &json!(14)));
    let shown = bench.run(&["evidence", "add", "@a.cairn", "@copy.pdf", "--subject", "AI-002"]);
    assert!(shown.out.contains("same bytes"), "{shown:?}");
}

#[test]
fn a_file_that_is_there_is_only_replaced_when_that_is_said_and_a_workspace_never() {
    let bench = with_system();
    add(&bench);
    std::fs::write(bench.path("out.pdf"), "older").unwrap();
    let refused = bench.json(3, &["evidence", "save", "@a.cairn", "EV-001", "@out.pdf"]);
    assert_eq!(refused["error"]["code"], "exists");
    assert!(refused["error"]["message"].as_str().unwrap().contains("out.pdf"), "{refused}");
    assert_eq!(std::fs::read(bench.path("out.pdf")).unwrap(), b"older");
    bench.json(0, &["evidence", "save", "@a.cairn", "EV-001", "@out.pdf", "--overwrite"]);
    assert_eq!(std::fs::read(bench.path("out.pdf")).unwrap(), b"signed minutes");
    std::fs::copy(bench.path("a.cairn"), bench.path("copy.pdf")).unwrap();
    for out in ["@a.cairn", "@copy.pdf"] {
        let over = bench.json(3, &["evidence", "save", "@a.cairn", "EV-001", out, "--overwrite"]);
        assert!(over["error"]["message"].as_str().unwrap().contains("workspace"), "{over}");
    }
    assert_eq!(bench.json(0, &["verify", "@a.cairn"])["ok"], true);
    let nowhere = bench.json(3, &["evidence", "save", "@a.cairn", "EV-001", "@no/such/out.pdf"]);
    assert_eq!(nowhere["error"]["code"], "missing");
}

#[test]
fn what_is_asked_for_wrongly_is_wrong_usage_and_what_is_not_there_is_named() {
    let bench = with_system();
    add(&bench);
    let nobody = "0192aaaa-0000-7000-8000-000000000000";
    for words in [
        &["evidence", "list", "@a.cairn", "--subject", "AI-999"][..],
        &["evidence", "list", "@a.cairn", "--subject", nobody],
        &["evidence", "add", "@a.cairn", "@minutes.pdf"],
        &["evidence", "add", "@a.cairn", "@minutes.pdf", "--subject", "AI-999"],
        &["evidence", "add", "@a.cairn", "@minutes.pdf", "--subject", nobody],
        &["evidence", "save", "@a.cairn", "EV-999", "@o.pdf"],
        &["evidence", "save", "@a.cairn", "AI-001", "@o.pdf"],
        &["evidence", "save", "@a.cairn", nobody, "@o.pdf"],
    ] {
        bench.json(2, words);
    }
    std::fs::write(bench.path("other.pdf"), "other").unwrap();
    let day = ["evidence", "add", "@a.cairn", "@other.pdf", "--subject", "AI-001", "--effective", "3 March"];
    assert_eq!(bench.json(2, &day)["error"]["fields"][0]["path"], "effectiveOn");
    let gone = bench.json(3, &["evidence", "add", "@a.cairn", "@gone.pdf", "--subject", "AI-001"]);
    assert_eq!(gone["error"]["code"], "missing");
    assert!(gone["error"]["message"].as_str().unwrap().contains("gone.pdf"), "{gone}");
    let folder = bench.json(3, &["evidence", "add", "@a.cairn", "@config", "--subject", "AI-001"]);
    assert_eq!(folder["error"]["code"], "file-refused");
    assert!(!bench.path("o.pdf").exists());
    assert_eq!(bench.json(0, &["evidence", "list", "@a.cairn"])["evidence"].as_array().unwrap().len(), 1);
}

#[test]
#[cfg(target_os = "linux")]
fn a_large_file_is_held_in_memory_once_at_most() {
    const LARGE: usize = 64 << 20;
    let bench = with_system();
    // No two chunks alike, as in a real file.
    let bytes: Vec<u8> =
        (0..LARGE).map(|at| (at.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
    std::fs::write(bench.path("large.bin"), bytes).unwrap();
    let usual = bench.peak(&["evidence", "add", "@a.cairn", "@minutes.pdf", "--subject", "AI-001"]);
    let large = bench.peak(&["evidence", "add", "@a.cairn", "@large.bin", "--subject", "AI-001"]);
    assert!(large < usual + 64 * 3 / 2, "{large} MB, usually {usual} MB");
    let out = bench.peak(&["evidence", "save", "@a.cairn", "EV-002", "@out.bin"]);
    assert!(out < usual + 32, "{out} MB on the way out, usually {usual} MB");
}
