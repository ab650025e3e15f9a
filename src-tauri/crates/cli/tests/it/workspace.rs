//! Commands on a workspace.

use std::process::Command;

use crate::bench::Bench;

fn with_workspace() -> Bench {
    let bench = Bench::new();
    bench.json(0, &["new", "@a.cairn", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"]);
    bench
}

#[test]
fn a_new_workspace_is_listed_told_and_verified() {
    let bench = with_workspace();
    let info = bench.json(0, &["info", "@a.cairn"]);
    assert_eq!(info["organisation"], "Harbour Analytics");
    assert_eq!((info["entries"].as_u64(), info["systems"].as_u64()), (Some(1), Some(0)));
    assert_eq!(info["checkpoint"].as_str().map(str::len), Some(64));
    let tables = info["tables"].as_array().unwrap();
    assert!(tables.iter().any(|table| table["name"] == "ai_system" && table["class"] == "recorded"));
    assert_eq!(bench.json(0, &["systems", "list", "@a.cairn"])["systems"], serde_json::json!([]));
    let verified = bench.json(0, &["verify", "@a.cairn"]);
    assert_eq!((verified["ok"].as_bool(), verified["entries"].as_u64()), (Some(true), Some(1)));
    let history = bench.json(0, &["history", "@a.cairn", "--limit", "5"]);
    assert_eq!(history["entries"][0]["what"], "Created the workspace of Harbour Analytics");
}

#[test]
fn the_file_that_was_written_is_named_with_the_ending_it_got() {
    let bench = Bench::new();
    let new = ["new", "@plain", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"];
    let made = bench.json(0, &new);
    assert_eq!(made["file"], bench.path("plain.cairn").to_string_lossy().as_ref());
    assert!(bench.path("plain.cairn").is_file());
}

#[test]
fn files_of_other_programs_are_no_damaged_workspaces() {
    let bench = Bench::new();
    bench.json(0, &["demo", "@a.cairn"]);
    for out in ["@soa.xlsx", "@soa.pdf"] {
        bench.run(&["report", "@a.cairn", "soa", out]);
    }
    for name in ["soa.xlsx", "soa.pdf"] {
        std::fs::copy(bench.path(name), bench.path("x.cairn")).unwrap();
        assert_eq!(bench.json(3, &["info", "@x.cairn"])["error"]["code"], "not-a-workspace", "{name}");
    }
}

#[test]
fn workbooks_that_are_no_register_are_refused_for_what_they_are() {
    let bench = Bench::new();
    bench.json(0, &["demo", "@a.cairn"]);
    let kinds = [
        ("soa", "Statement of Applicability"),
        ("gap", "gap analysis"),
        ("register", "Excel to edit and bring back"),
        ("history", "a document that Cairn wrote"),
    ];
    for (kind, words) in kinds {
        bench.run(&["report", "@a.cairn", kind, "@out.xlsx"]);
        let error = bench.json(3, &["systems", "import", "@a.cairn", "@out.xlsx"])["error"].clone();
        assert_eq!(error["code"], "file-refused", "{kind}");
        assert!(error["message"].as_str().unwrap().contains(words), "{kind}: {error}");
        std::fs::remove_file(bench.path("out.xlsx")).unwrap();
    }
    bench.run(&["systems", "export", "@a.cairn", "@out.xlsx"]);
    assert_eq!(bench.json(0, &["systems", "import", "@a.cairn", "@out.xlsx"])["created"], 0);
}

#[test]
fn a_value_changed_by_another_program_is_found_and_named() {
    let bench = with_workspace();
    let edit = "import sqlite3, sys\n\
                c = sqlite3.connect(sys.argv[1])\n\
                c.execute(\"UPDATE organisation SET name = 'Somebody Else'\")\n\
                c.commit()";
    let done = Command::new("python3").args(["-c", edit]).arg(bench.path("a.cairn")).status();
    assert!(done.is_ok_and(|status| status.success()), "python3 is needed for this test");
    let verified = bench.json(1, &["verify", "@a.cairn"]);
    assert_eq!(verified["ok"], false);
    let problem = &verified["problems"][0];
    assert_eq!(
        (problem["where"]["table"].as_str(), problem["code"].as_str()),
        (Some("organisation"), Some("row-changed"))
    );
}

#[test]
fn an_encrypted_workspace_needs_its_passphrase_and_never_prompts_a_script() {
    let bench = Bench::new();
    std::fs::write(bench.path("secret"), "correct horse battery\n").unwrap();
    std::fs::write(bench.path("wrong"), "incorrect horse\n").unwrap();
    let new = ["new", "@s.cairn", "--organisation", "A", "--lead", "B", "--passphrase-file", "@secret"];
    assert_eq!(bench.json(0, &new)["encrypted"], true);
    assert_eq!(bench.json(3, &["info", "@s.cairn"])["error"]["code"], "passphrase-needed");
    let wrong = bench.json(3, &["info", "@s.cairn", "--passphrase-file", "@wrong"]);
    assert_eq!(wrong["error"]["code"], "passphrase-wrong");
    let info = bench.json(0, &["info", "@s.cairn", "--passphrase-file", "@secret"]);
    assert_eq!(info["encrypted"], true);
}

#[test]
fn what_cannot_be_opened_exits_with_three() {
    let bench = with_workspace();
    std::fs::write(bench.path("notes.txt"), "x".repeat(4096)).unwrap();
    assert_eq!(bench.json(3, &["info", "@none.cairn"])["error"]["code"], "missing");
    let notes = bench.json(3, &["verify", "@notes.txt"]);
    assert_eq!(notes["error"]["code"], "not-a-workspace");
    let again = bench.json(3, &["new", "@a.cairn", "--organisation", "A", "--lead", "B"]);
    assert_eq!(again["error"]["code"], "exists");
}

#[test]
fn wrong_usage_exits_with_two_and_says_how() {
    let bench = with_workspace();
    for words in [&["explode"][..], &["info"], &["report", "@a.cairn", "soa", "@out.doc"], &["classify"]] {
        let ran = bench.run(words);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(!ran.messages.is_empty());
    }
    assert_eq!(bench.run(&["--help"]).code, Some(0));
}

#[test]
fn reports_are_written_whole() {
    let bench = with_workspace();
    for (kind, out, magic) in [
        ("soa", "soa.pdf", "%PDF"),
        ("gap", "gap.xlsx", "PK"),
        ("register", "reg.pdf", "%PDF"),
        ("history", "history.pdf", "%PDF"),
        ("history", "history.xlsx", "PK"),
    ] {
        let written = bench.json(0, &["report", "@a.cairn", kind, &format!("@{out}")]);
        let bytes = std::fs::read(bench.path(out)).unwrap();
        assert_eq!(written["bytes"].as_u64(), Some(bytes.len() as u64));
        assert!(bytes.starts_with(magic.as_bytes()));
    }
    let nowhere = bench.json(3, &["report", "@a.cairn", "soa", "@no/such/folder.pdf"]);
    assert_eq!(nowhere["error"]["code"], "missing");
}

#[test]
fn the_sample_is_rich_and_verifies() {
    let bench = Bench::new();
    bench.json(0, &["demo", "@demo.cairn"]);
    assert_eq!(bench.json(0, &["verify", "@demo.cairn"])["ok"], true);
    let systems = bench.json(0, &["systems", "list", "@demo.cairn"]);
    let systems = systems["systems"].as_array().unwrap().clone();
    assert_eq!(systems.len(), 14);
    assert_eq!(systems.iter().filter(|system| system["tier"] == "high").count(), 3);
}
