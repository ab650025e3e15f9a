//! Files that were changed past the program: what does not fit is named, also where the file no longer opens.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::bench::Bench;

/// Edits the closed file as another tool would; the triggers that forbid it are out of the way meanwhile.
const EDIT: &str = "
import sqlite3, sys
c = sqlite3.connect(sys.argv[1])
triggers = c.execute(\"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'\").fetchall()
for name, _ in triggers:
    c.execute('DROP TRIGGER ' + name)
c.executescript(sys.argv[2])
for _, sql in triggers if sys.argv[3] == 'restore' else []:
    c.execute(sql)
c.commit()";

fn edit(file: &Path, sql: &str, triggers: &str) {
    let done = Command::new("python3").args(["-c", EDIT]).arg(file).args([sql, triggers]).status();
    assert!(done.is_ok_and(|status| status.success()), "python3 is needed for this test");
}

/// A workspace of three entries, kept as bytes so that each case begins from the same.
fn world() -> (Bench, Vec<u8>) {
    let bench = Bench::new();
    bench.json(0, &["new", "@a.cairn", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"]);
    std::fs::write(bench.path("list.csv"), "Name,Purpose\nLoans,Scoring\nChat,Answers\n").unwrap();
    let imported = bench.json(0, &["systems", "import", "@a.cairn", "@list.csv"]);
    assert_eq!(imported["created"], 2);
    let bytes = std::fs::read(bench.path("a.cairn")).unwrap();
    (bench, bytes)
}

#[test]
fn whatever_was_changed_is_found_and_named() {
    let (bench, bytes) = world();
    let cases: [(&str, Value); 13] = [
        ("UPDATE entry SET line = 'x' || line WHERE n = 1", json!({"entry": 1})),
        ("UPDATE entry SET line = replace(line, 'genesis', 'change') WHERE n = 1", json!({"entry": 1})),
        ("UPDATE entry SET id = x'00' WHERE n = 2", json!({"entry": 2})),
        ("UPDATE entry SET time = 'noon' WHERE n = 2", json!({"entry": 2})),
        ("UPDATE payload SET bytes = zeroblob(9) WHERE n = 2", json!({"entry": 2})),
        ("UPDATE member SET roles = '{'", json!({"table": "member"})),
        ("UPDATE member SET kind = 'ghost'", json!({"table": "member"})),
        ("UPDATE device SET admitted_at = 'noon'", json!({"table": "device"})),
        ("UPDATE organisation SET stage1_on = 'soon'", json!({"table": "organisation"})),
        ("DELETE FROM organisation", json!({"table": "organisation"})),
        ("DELETE FROM member", json!({"table": "member"})),
        ("DROP INDEX record_kind", json!({"table": "record"})),
        ("UPDATE device_key SET share = zeroblob(32)", json!({"table": "device_key"})),
    ];
    for (sql, expected) in cases {
        std::fs::write(bench.path("a.cairn"), &bytes).unwrap();
        edit(&bench.path("a.cairn"), sql, "restore");
        let verified = bench.json(1, &["verify", "@a.cairn"]);
        assert_eq!(verified["ok"], false, "{sql}");
        let names = |problem: &&Value| {
            let place = problem["where"].as_object().unwrap();
            let row = place["table"].is_null() || place["record"].is_string();
            row && expected.as_object().unwrap().iter().all(|(key, value)| place.get(key) == Some(value))
        };
        assert!(verified["problems"].as_array().unwrap().iter().any(|p| names(&p)), "{sql}: {verified:#}");
    }
}

#[test]
fn triggers_that_were_dropped_are_named_with_their_table() {
    let (bench, _) = world();
    edit(&bench.path("a.cairn"), "", "drop");
    let refused = bench.json(3, &["info", "@a.cairn"]);
    assert_eq!(refused["error"]["code"], "damaged");
    let message = refused["error"]["message"].as_str().unwrap();
    assert!(message.contains("trigger"), "{message}");
    let hint = refused["error"]["hints"][0].as_str().unwrap();
    assert!(hint.contains("cairnctl verify") && !hint.contains("ackups"), "there are none: {hint}");
    std::fs::create_dir_all(bench.path("config/backups/some-workspace")).unwrap();
    let refused = bench.json(3, &["info", "@a.cairn"]);
    let hint = refused["error"]["hints"][0].as_str().unwrap();
    assert!(hint.contains("config/backups") && hint.contains("cairnctl verify"), "{hint}");
    let verified = bench.json(1, &["verify", "@a.cairn"]);
    let tables: Vec<&str> = verified["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|problem| problem["where"]["table"].as_str())
        .collect();
    assert!(tables.contains(&"entry") && tables.contains(&"payload"), "{tables:?}");
}

#[test]
fn verifying_writes_nothing() {
    let (bench, bytes) = world();
    bench.json(0, &["verify", "@a.cairn"]);
    assert!(std::fs::read(bench.path("a.cairn")).unwrap() == bytes);
}

#[test]
fn an_encrypted_file_is_verified_with_its_passphrase_and_a_cut_one_is_damaged() {
    let bench = Bench::new();
    std::fs::write(bench.path("secret"), "correct horse battery\n").unwrap();
    std::fs::write(bench.path("wrong"), "incorrect horse\n").unwrap();
    let new = ["new", "@s.cairn", "--organisation", "A", "--lead", "B", "--passphrase-file", "@secret"];
    bench.json(0, &new);
    assert_eq!(bench.json(0, &["verify", "@s.cairn", "--passphrase-file", "@secret"])["ok"], true);
    let needed = bench.json(3, &["verify", "@s.cairn"]);
    assert_eq!(needed["error"]["code"], "passphrase-needed");
    let wrong = bench.json(3, &["verify", "@s.cairn", "--passphrase-file", "@wrong"]);
    assert_eq!(wrong["error"]["code"], "passphrase-wrong");
    let bytes = std::fs::read(bench.path("s.cairn")).unwrap();
    std::fs::write(bench.path("s.cairn"), &bytes[..bytes.len() - 100]).unwrap();
    let cut = bench.json(3, &["info", "@s.cairn", "--passphrase-file", "@secret"]);
    assert_eq!(cut["error"]["code"], "damaged");
    assert!(cut["error"]["message"].as_str().unwrap().contains("cut off"), "{cut}");
    let verified = bench.json(3, &["verify", "@s.cairn", "--passphrase-file", "@secret"]);
    let hint = verified["error"]["hints"][0].as_str().unwrap();
    assert!(!hint.contains("cairnctl verify"), "whoever runs it is not sent to it: {hint}");
}

#[test]
fn places_that_are_not_there_are_named() {
    let bench = Bench::new();
    let nowhere = bench.json(3, &["new", "@none/a.cairn", "--organisation", "A", "--lead", "B"]);
    assert_eq!(nowhere["error"]["code"], "missing");
    assert!(nowhere["error"]["message"].as_str().unwrap().contains("none"), "{nowhere}");
    std::fs::write(bench.path("config"), b"a file where the folder should be").unwrap();
    let config = bench.json(3, &["new", "@a.cairn", "--organisation", "A", "--lead", "B"]);
    assert_eq!(config["error"]["code"], "config-folder");
    assert!(!bench.path("a.cairn").exists());
}

#[test]
fn a_subject_that_is_no_record_is_said_clearly() {
    let (bench, _) = world();
    for subject in ["zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz", "this text has six and thirty letters!", "AI-999"]
    {
        let refused = bench.json(2, &["history", "@a.cairn", "--subject", subject]);
        assert_eq!(refused["error"]["code"], "usage");
        assert!(refused["error"]["message"].as_str().unwrap().contains(subject), "{refused}");
    }
}
