//! Limits of the machine and files made to hurt: a clear error, never a signal, never the text of a panic.
#![cfg(unix)]
#![allow(clippy::panic, reason = "a test fails loudly")]

use std::io::Write;
use std::process::Command;

use crate::bench::Bench;

/// Runs `cairnctl … --json` under a limit on the size of files, in KiB.
fn limited(bench: &Bench, kib: u64, words: &[&str]) -> (Option<i32>, serde_json::Value) {
    let words: Vec<String> = words
        .iter()
        .map(|word| match word.strip_prefix('@') {
            Some(name) => bench.path(name).display().to_string(),
            None => (*word).to_owned(),
        })
        .collect();
    let output = Command::new("bash")
        .args(["-c", &format!("ulimit -f {kib}; exec \"$@\""), "bash", env!("CARGO_BIN_EXE_cairnctl")])
        .args(words)
        .arg("--json")
        .env("CAIRN_CONFIG_DIR", bench.path("config"))
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    (output.status.code(), serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}")))
}

#[test]
fn a_limit_on_the_size_of_files_is_told_as_a_full_disk_and_loses_nothing() {
    let bench = Bench::new();
    bench.json(0, &["new", "@a.cairn", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"]);
    let mut list = String::from("Name,Purpose\n");
    for n in 0..3000 {
        list.push_str(&format!("System {n},What system number {n} is for in the port\n"));
    }
    std::fs::write(bench.path("list.csv"), list).unwrap();
    let size = std::fs::metadata(bench.path("a.cairn")).unwrap().len();
    for room in [8, 400] {
        let words = ["systems", "import", "@a.cairn", "@list.csv"];
        let (code, refused) = limited(&bench, size / 1024 + room, &words);
        assert_eq!((code, refused["error"]["code"].as_str()), (Some(3), Some("disk-full")), "{refused}");
        assert_eq!(bench.json(0, &["info", "@a.cairn"])["entries"], 1);
        assert_eq!(bench.json(0, &["verify", "@a.cairn"])["ok"], true);
    }
    assert_eq!(bench.json(0, &["systems", "import", "@a.cairn", "@list.csv"])["created"], 3000);
    assert_eq!(bench.json(0, &["verify", "@a.cairn"])["ok"], true);
}

/// A workbook with one sheet of this XML.
fn workbook(sheet: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
             <sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
             relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_made_to_hurt_is_refused_without_the_text_of_a_panic() {
    let bench = Bench::new();
    bench.json(0, &["new", "@a.cairn", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"]);
    for dimension in ["B5:A1", "A0:A0", "XFD1048576:A1"] {
        let sheet = format!(
            "<worksheet><dimension ref=\"{dimension}\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
             </sheetData></worksheet>"
        );
        std::fs::write(bench.path("odd.xlsx"), workbook(&sheet)).unwrap();
        let ran = bench.run(&["systems", "import", "@a.cairn", "@odd.xlsx", "--json"]);
        assert!(ran.code.is_some_and(|code| code <= 3), "{ran:?}");
        assert!(ran.json().is_object());
        assert!(!ran.messages.contains("panicked") && !ran.messages.contains("RUST_BACKTRACE"), "{ran:?}");
    }
}
