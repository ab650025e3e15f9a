//! Builders for files, good and bad. Nothing binary is committed.

use std::io::{Cursor, Write};
use std::path::PathBuf;

use cairn_exchange::fix::{Fix, apply_to_mapping};
use cairn_exchange::header::Header;
use cairn_exchange::import::{DryRun, Existing, Plan, Policy, dry_run};
use cairn_exchange::lexicon::Lexicon;
use cairn_exchange::mapping::Mapping;
use cairn_exchange::sheet::Proposal;
use cairn_exchange::{Book, ErrorCode, Sheet, Watch, header, mapping, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The bytes of a sample file.
///
/// # Panics
/// When the folder of samples is missing: tests must not pass without them.
pub fn sample(name: &str) -> Vec<u8> {
    let fallback = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/samples");
    let folder = std::env::var_os("CAIRN_SAMPLES").map_or_else(|| PathBuf::from(fallback), PathBuf::from);
    let path = folder.join(name);
    std::fs::read(&path)
        .unwrap_or_else(|error| panic!("CAIRN_SAMPLES must name the samples: {path:?}: {error}"))
}

/// A zip of these entries.
pub fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// `[Content_Types].xml`.
pub const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
/// `_rels/.rels`.
pub const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
/// `xl/_rels/workbook.xml.rels`.
pub const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
/// `xl/styles.xml`: style 1 is a date.
pub const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#;

/// `xl/workbook.xml`; `extra` stands before the list of sheets.
pub fn workbook_xml(extra: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{extra}<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    )
}

/// A workbook of one sheet with this inside its `sheetData`.
pub fn xlsx_with(sheet_data: &str) -> Vec<u8> {
    xlsx_parts("", sheet_data, &[])
}

/// A workbook of one sheet, with something in the workbook part and more parts.
pub fn xlsx_parts(workbook: &str, sheet_data: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet_data}</sheetData></worksheet>"#
    );
    let book = workbook_xml(workbook);
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend(more);
    zip_of(&parts)
}

/// A sheet of inline strings: rows of cells, empty text = no cell.
pub fn xlsx_rows(rows: &[&[&str]]) -> Vec<u8> {
    let mut data = String::new();
    for (number, row) in rows.iter().enumerate() {
        data.push_str(&format!("<row r=\"{}\">", number + 1));
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let letters = cairn_exchange::sheet::column_letters(u32::try_from(column).unwrap());
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            data.push_str(&format!(
                "<c r=\"{letters}{}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
                number + 1
            ));
        }
        data.push_str("</row>");
    }
    xlsx_with(&data)
}

/// Reads a file that must be readable.
pub fn open(bytes: &[u8]) -> Book {
    read(bytes, "file", &Watch::none()).unwrap()
}

/// Why a file is refused.
pub fn refused(bytes: &[u8]) -> ErrorCode {
    read(bytes, "file", &Watch::none()).unwrap_err().code
}

/// The headers of a sheet.
pub fn detect(sheet: &Sheet) -> Header {
    header::detect("file", sheet, Lexicon::built_in())
}

/// The proposed mapping.
pub fn propose(sheet: &Sheet, header: &Header) -> Mapping {
    mapping::propose(sheet, header, Lexicon::built_in())
}

/// A dry run of the first sheet with everything proposed.
pub fn run(book: &Book, existing: &[Existing], policy: Policy) -> DryRun {
    run_fixed(book, existing, policy, &[])
}

/// A dry run with columns that a person chose.
pub fn run_chosen(book: &Book, existing: &[Existing], chosen: &[&str]) -> DryRun {
    let proposal = book.propose(0, Lexicon::built_in()).unwrap();
    let mut mapping = proposal.mapping.clone();
    for text in chosen {
        mapping.choose_text(text, &proposal.header).unwrap();
    }
    run_mapped(book, existing, Policy::Update, &proposal, &mapping, &[])
}

/// A dry run with what a person decided.
pub fn run_fixed(book: &Book, existing: &[Existing], policy: Policy, fixes: &[Fix]) -> DryRun {
    let proposal = book.propose(0, Lexicon::built_in()).unwrap();
    let mapping = apply_to_mapping(&proposal.mapping, fixes);
    run_mapped(book, existing, policy, &proposal, &mapping, fixes)
}

fn run_mapped(
    book: &Book,
    existing: &[Existing],
    policy: Policy,
    proposal: &Proposal,
    mapping: &Mapping,
    fixes: &[Fix],
) -> DryRun {
    let plan = Plan {
        sheet: &book.sheets[0],
        header: &proposal.header,
        mapping,
        policy,
        source: "test",
        workspace: "ws",
        labels: &[],
        people: &[],
        existing,
        base: &|_, _| None,
        fixes,
    };
    dry_run(book, &plan, &Watch::none()).unwrap()
}
