//! Spreadsheets: read to the end of a dry run, or refused, in a time a person waits.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use cairn_exchange::import::{Plan, Policy, dry_run};
use cairn_exchange::lexicon::Lexicon;
use cairn_exchange::{Watch, read};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{cases, edits, mutate};

/// Longest time for one file; a build without optimisation on a busy computer is slow.
const PATIENCE: Duration = Duration::from_secs(20);

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Systems" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#;
const STRINGS: &str = r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="6" uniqueCount="6"><si><t>Use case name</t></si><si><t>Stage</t></si><si><t>Owner</t></si><si><t>Invoice reader</t></si><si><r><t>Pi</t></r><r><t>lot</t></r></si><si><t xml:space="preserve"> A &amp; B </t></si></sst>"#;
const ROWS: &str = r#"<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>Review date</t></is></c></row><row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c><c r="C2" t="s"><v>5</v></c><c r="D2" s="1"><v>46000</v></c></row><row r="3"><c r="A3" t="str"><f>A2&amp;"x"</f><v>x</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#REF!</v></c></row>"#;

const WORDS: &[&str] = &[
    "<",
    ">",
    "</",
    "/>",
    "\"",
    "=",
    "&",
    "&#0;",
    "&#x110000;",
    "&lol;",
    "<!DOCTYPE x [<!ENTITY lol \"lol\">]>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "A1048577",
    "XFE1",
    "4294967295",
    "-1",
    "t=\"s\"",
    "<row r=\"1\">",
    "PK\x03\x04",
    ";",
    ",",
    "\t",
    "\r",
    "\n",
    "\u{feff}",
    "\0",
    "=cmd|' /C calc'!A0",
];

fn sheet(rows: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:D3"/><sheetData>{rows}</sheetData></worksheet>"#
    )
}

/// The parts of a small workbook, in the order of a writer.
fn parts() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("[Content_Types].xml", TYPES.into()),
        ("_rels/.rels", RELS.into()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.into()),
        ("xl/workbook.xml", BOOK.into()),
        ("xl/styles.xml", STYLES.into()),
        ("xl/sharedStrings.xml", STRINGS.into()),
        ("xl/worksheets/sheet1.xml", sheet(ROWS).into()),
    ]
}

fn pack(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with other rows and other shared strings.
fn workbook(rows: &str, strings: &str) -> Vec<u8> {
    let mut all = parts();
    for (name, bytes) in &mut all {
        match *name {
            "xl/sharedStrings.xml" => *bytes = strings.into(),
            "xl/worksheets/sheet1.xml" => *bytes = sheet(rows).into(),
            _ => {}
        }
    }
    pack(&all)
}

/// Brings a file as far as a person would before pressing Import; says how many rows there were.
fn bring(bytes: &[u8]) -> Option<usize> {
    let began = Instant::now();
    let book = read(bytes, "file", &Watch::none()).ok()?;
    let mut rows = 0;
    for (index, table) in book.sheets.iter().enumerate() {
        let Some(proposal) = book.propose(index, Lexicon::built_in()) else { continue };
        let plan = Plan {
            sheet: table,
            header: &proposal.header,
            mapping: &proposal.mapping,
            policy: Policy::Skip,
            source: "file",
            workspace: "ws",
            labels: &[],
            people: &[],
            existing: &[],
            base: &|_, _| None,
            fixes: &[],
        };
        if let Ok(run) = dry_run(&book, &plan, &Watch::none()) {
            rows += run.rows.len();
        }
    }
    assert!(began.elapsed() < PATIENCE, "{} bytes took {:?}", bytes.len(), began.elapsed());
    Some(rows)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_changed_part_is_read_or_refused(part in any::<proptest::sample::Index>(), edits in edits()) {
        let mut all = parts();
        let at = part.index(all.len());
        all[at].1 = mutate(&all[at].1, &edits, WORDS);
        let _ = bring(&pack(&all));
    }

    #[test]
    fn a_changed_container_is_read_or_refused(edits in edits()) {
        let _ = bring(&mutate(&pack(&parts()), &edits, WORDS));
    }

    #[test]
    fn a_changed_text_file_is_read_or_refused(edits in edits(), wide in any::<bool>()) {
        let text = "Use case name;Stage;Owner\n\"Invoice; reader\";Pilot;\"A \"\"B\"\"\"\nShift planner;In use;\n";
        let bytes = if wide {
            [&b"\xff\xfe"[..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat()
        } else {
            text.as_bytes().to_vec()
        };
        let _ = bring(&mutate(&bytes, &edits, WORDS));
    }
}

#[test]
fn the_seeds_themselves_are_read() {
    assert_eq!(bring(&pack(&parts())), Some(2));
}

#[test]
fn workbooks_that_claim_too_much_are_stopped() {
    let cell = |at: &str| format!(r#"<row r="1"><c r="{at}"><v>1</v></c></row>"#);
    let lol = r#"<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>"#;
    let corpus = [
        workbook(&cell("XFD1048576"), STRINGS),
        workbook(&cell("ZZZZZZZ99999999999"), STRINGS),
        workbook(r#"<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>"#, STRINGS),
        workbook(&format!("{}{}", "<row r=\"1\"><c r=\"A1\">".repeat(20_000), "<v>1</v>"), STRINGS),
        workbook(ROWS, &STRINGS.replace("uniqueCount=\"6\"", "uniqueCount=\"4294967295\"")),
        workbook(ROWS, lol),
        workbook(&ROWS.replace("<v>0</v>", "<v>4294967295</v>"), STRINGS),
        workbook(&ROWS.replace("<v>46000</v>", "<v>1e308</v>"), STRINGS),
        workbook(&ROWS.replace("spans=\"1:4\"", "spans=\"1:16384\""), STRINGS),
    ];
    for (number, bytes) in corpus.iter().enumerate() {
        assert!(bytes.len() < 100_000, "seed {number} has {} bytes", bytes.len());
        let _ = bring(bytes);
    }
}

#[test]
fn text_files_without_shape_are_stopped() {
    let corpus = [
        "a".repeat(4 << 20),
        ",".repeat(200_000),
        "\"".repeat(200_000),
        format!("\"{}", "a,b\n".repeat(100_000)),
        format!("name\n{}", "x\n".repeat(50_000)),
        format!("{}\n1\n", "n,".repeat(20_000)),
        "\r".repeat(200_000),
    ];
    for text in corpus {
        let _ = bring(text.as_bytes());
    }
}
