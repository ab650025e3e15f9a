//! Files that commands write and read beside the workspace.

use serde_json::json;

use crate::bench::Bench;

fn with_workspace() -> Bench {
    let bench = Bench::new();
    bench.json(0, &["new", "@a.cairn", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"]);
    bench
}

#[test]
fn nothing_is_written_over_a_workspace() {
    let bench = with_workspace();
    std::fs::write(bench.path("pw"), "correct horse battery\n").unwrap();
    let new = ["new", "@s.cairn", "--organisation", "A", "--lead", "B", "--passphrase-file", "@pw"];
    bench.json(0, &new);
    // Copies under another name: the plain one is known by its bytes, the encrypted one by having been opened.
    std::fs::copy(bench.path("a.cairn"), bench.path("a.xlsx")).unwrap();
    std::fs::copy(bench.path("s.cairn"), bench.path("s.xlsx")).unwrap();
    bench.json(0, &["info", "@s.xlsx", "--passphrase-file", "@pw"]);
    std::fs::copy(bench.path("a.cairn"), bench.path("a.pdf")).unwrap();
    let crosswalk =
        ["crosswalk", "export", "@a.cairn", "@a.xlsx", "--from", "iso42001", "--to", "nist-ai-rmf"];
    for (words, kept) in [
        (&["systems", "export", "@a.cairn", "@a.xlsx"][..], "a.xlsx"),
        (&["systems", "export", "@a.cairn", "@s.xlsx"], "s.xlsx"),
        (&["systems", "export", "@a.xlsx", "@a.xlsx"], "a.xlsx"),
        (&crosswalk, "a.xlsx"),
        (&["report", "@a.cairn", "soa", "@a.pdf"], "a.pdf"),
        (&["report", "@a.cairn", "history", "@a.xlsx"], "a.xlsx"),
    ] {
        let before = std::fs::read(bench.path(kept)).unwrap();
        let refused = bench.json(3, words);
        assert_eq!(refused["error"]["code"], "exists", "{words:?}");
        let message = refused["error"]["message"].as_str().unwrap();
        assert!(message.contains(kept) && message.contains("workspace"), "{message}");
        assert_eq!(std::fs::read(bench.path(kept)).unwrap(), before);
    }
    // An older report is no workspace.
    bench.json(0, &["systems", "export", "@a.cairn", "@out.xlsx"]);
    bench.json(0, &["systems", "export", "@a.cairn", "@out.xlsx"]);
}

#[test]
fn a_workbook_is_written_under_the_name_of_one_only() {
    let bench = with_workspace();
    for out in ["@a.cairn", "@out.csv", "@out"] {
        bench.json(2, &["systems", "export", "@a.cairn", out]);
        bench.json(2, &["crosswalk", "export", "@a.cairn", out, "--from", "iso42001", "--to", "nist-ai-rmf"]);
    }
    assert_eq!(bench.json(0, &["verify", "@a.cairn"])["ok"], true);
}

#[test]
fn a_missing_folder_is_named() {
    let bench = with_workspace();
    for words in [
        &["systems", "export", "@a.cairn", "@no/such/out.xlsx"][..],
        &["demo", "@no/such/b.cairn"],
        &["new", "@no/such/b.cairn", "--organisation", "A", "--lead", "B"],
    ] {
        let nowhere = bench.json(3, words);
        assert_eq!(nowhere["error"]["code"], "missing");
        assert!(nowhere["error"]["message"].as_str().unwrap().contains("folder"), "{nowhere}");
    }
    std::fs::create_dir(bench.path("out.xlsx")).unwrap();
    let taken = bench.json(3, &["systems", "export", "@a.cairn", "@out.xlsx"]);
    assert_eq!(taken["error"]["code"], "read-only", "the folder is there");
}

#[test]
fn a_passphrase_is_never_dropped() {
    let bench = Bench::new();
    std::fs::write(bench.path("empty"), "\nsecond line\n").unwrap();
    std::fs::write(bench.path("pw"), "correct horse battery\n").unwrap();
    let new = ["new", "@a.cairn", "--organisation", "A", "--lead", "B", "--passphrase-file"];
    bench.json(2, &[&new[..], &["@empty"]].concat());
    bench.json(3, &[&new[..], &["@none"]].concat());
    bench.json(2, &["demo", "@a.cairn", "--passphrase-file", "@empty"]);
    assert!(!bench.path("a.cairn").exists());
    assert_eq!(bench.json(0, &["demo", "@a.cairn", "--passphrase-file", "@pw"])["encrypted"], true);
    assert_eq!(bench.json(3, &["info", "@a.cairn"])["error"]["code"], "passphrase-needed");
    assert_eq!(bench.json(0, &["info", "@a.cairn", "--passphrase-file", "@pw"])["encrypted"], true);
}

#[test]
fn text_that_no_cell_holds_is_named() {
    let bench = with_workspace();
    let long = "x".repeat(33_000);
    std::fs::write(bench.path("in.csv"), format!("Name,Purpose\nShift planner,{long}\n")).unwrap();
    bench.json(0, &["systems", "import", "@a.cairn", "@in.csv"]);
    let written = bench.json(1, &["systems", "export", "@a.cairn", "@out.xlsx"]);
    let problem = &written["problems"][0];
    assert_eq!((problem["code"].as_str(), problem["where"]["row"].as_u64()), (Some("text-cut"), Some(6)));
    assert_eq!(written["warnings"].as_array().unwrap().len(), 1);
    let shown = bench.run(&["systems", "export", "@a.cairn", "@out.xlsx"]);
    assert!(shown.out.contains("32,767"), "{shown:?}");
}

#[test]
fn what_is_asked_for_wrongly_is_wrong_usage() {
    let bench = with_workspace();
    std::fs::write(bench.path("in.csv"), "Name,Purpose\nShift planner,Plans\nChatbot,Answers\n").unwrap();
    let import = ["systems", "import", "@a.cairn", "@in.csv", "--map"];
    for map in ["name", "=A", "banana=A", "name=Nowhere"] {
        assert_eq!(bench.json(2, &[&import[..], &[map]].concat())["error"]["code"], "invalid", "{map}");
    }
    let nobody = "0192aaaa-0000-7000-8000-000000000000";
    for words in [
        &["crosswalk", "export", "@a.cairn", "@o.xlsx", "--from", "iso42001", "--to", "no-such"][..],
        &["framework", "show", "no-such"],
        &["classify", "--questions", "--pack", "no-such"],
        &["report", "@a.cairn", "obligations", "@o.pdf", "--system", "AI-999"],
        &["report", "@a.cairn", "classification", "@o.pdf"],
        &["history", "@a.cairn", "--subject", "AI-999"],
        &["history", "@a.cairn", "--subject", nobody],
        &["history", "@a.cairn", "--subject", "exactly-thirty-six-characters-long!!"],
        &["history", "@a.cairn", "--limit", "0"],
    ] {
        bench.json(2, words);
    }
}

#[test]
fn a_person_sees_what_was_refused_in_which_field() {
    let bench = Bench::new();
    let ran = bench.run(&["new", "@a.cairn", "--organisation", " ", "--lead", "B"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.messages.contains("organisation: "), "{ran:?}");
}

#[test]
fn a_person_reads_places_and_plurals() {
    let bench = with_workspace();
    std::fs::write(bench.path("in.csv"), "Name,Purpose,Stage\nShift planner,Plans,Purple\n").unwrap();
    let ran = bench.run(&["systems", "import", "@a.cairn", "@in.csv", "--dry-run", "--map", "status=C"]);
    assert!(ran.out.contains("row 2, column C: "), "{ran:?}");
    assert!(ran.out.contains("1 row, 6 cells"), "{ran:?}");
    assert!(!ran.out.contains("null"), "{ran:?}");
    std::fs::write(bench.path("dates.csv"), "Name,Review due\nShift planner,03/04/2027\nChat,04/03/2027\n")
        .unwrap();
    let ran = bench.run(&["systems", "import", "@a.cairn", "@dates.csv", "--dry-run"]);
    assert!(ran.out.contains("column B: ") && !ran.out.contains("null"), "{ran:?}");
}

#[test]
fn frameworks_are_looked_up_in_the_workspace_that_is_named() {
    let bench = with_workspace();
    let own = bench.json(0, &["framework", "list", "--workspace", "@a.cairn"]);
    assert_eq!(own, bench.json(0, &["framework", "list"]));
    bench.json(0, &["framework", "show", "iso42001", "--workspace", "@a.cairn"]);
    for words in [&["framework", "list"][..], &["framework", "show", "iso42001"]] {
        let refused = bench.json(3, &[words, &["--workspace", "@none.cairn"]].concat());
        assert_eq!(refused["error"]["code"], json!("missing"));
    }
}
