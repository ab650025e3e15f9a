//! Hostile and mistaken files: each gets its own code, and nothing ends the program.

use cairn_exchange::{ErrorCode, Watch, read};
use proptest::prelude::*;

use crate::build::{
    BOOK_RELS, RELS, STYLES, TYPES, refused, sample, workbook_xml, xlsx_parts, xlsx_with, zip_of,
};

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// A file of the old Office container with these stream names.
fn compound(names: &[&str]) -> Vec<u8> {
    let mut bytes = OLE.to_vec();
    bytes.resize(1024, 0);
    for name in names {
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(bytes.len() + 64, 0);
    }
    bytes
}

#[test]
fn mistaken_files_are_named() {
    let cases: Vec<(Vec<u8>, ErrorCode)> = vec![
        (Vec::new(), ErrorCode::EmptyFile),
        (b" \r\n\t".to_vec(), ErrorCode::EmptyFile),
        (b"\xEF\xBB\xBF".to_vec(), ErrorCode::EmptyFile),
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj".to_vec(), ErrorCode::Pdf),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), ErrorCode::Image),
        (b"<!DOCTYPE html><html><table><tr><td>a</td></tr></table>".to_vec(), ErrorCode::Html),
        (b"{\"a\": 1}".to_vec(), ErrorCode::UnknownKind),
        (b"\x00\x01\x02\x03binary".to_vec(), ErrorCode::UnknownKind),
        (
            compound(&["EncryptionInfo", "EncryptedPackage", "StrongEncryptionDataSpace"]),
            ErrorCode::PasswordProtected,
        ),
        (compound(&["EncryptedPackage", "DRMEncryptedDataSpace"]), ErrorCode::RightsManaged),
        (compound(&["Workbook"]), ErrorCode::LegacyXls),
        (compound(&["WordDocument"]), ErrorCode::LegacyOffice),
        (zip_of(&[("readme.txt", b"hello")]), ErrorCode::PlainZip),
        (
            zip_of(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", b"<x/>")]),
            ErrorCode::OfficeDocument,
        ),
        (
            zip_of(&[("[Content_Types].xml", TYPES.as_bytes()), ("xl/workbook.bin", b"x")]),
            ErrorCode::BinaryWorkbook,
        ),
        (
            zip_of(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", b"<x/>"),
            ]),
            ErrorCode::OpenDocument,
        ),
        (xlsx_with(""), ErrorCode::NoData),
    ];
    for (bytes, code) in cases {
        assert_eq!(refused(&bytes), code);
    }
}

#[test]
fn a_truncated_workbook_is_named_wherever_it_breaks_off() {
    let whole = sample("consultant-raci-matrix.xlsx");
    for share in [10, 50, 90, 99] {
        assert_eq!(refused(&whole[..whole.len() * share / 100]), ErrorCode::TruncatedZip, "{share} %");
    }
}

#[test]
fn changed_bytes_never_end_the_program() {
    let whole = sample("consultant-raci-matrix.xlsx");
    for at in (0..whole.len()).step_by(97) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xFF;
        let _ = read(&bytes, "file", &Watch::none());
    }
}

#[test]
fn a_zip_bomb_is_stopped_while_inflating() {
    let spaces = vec![b' '; 8 << 20];
    let sheet = [b"<worksheet>".as_slice(), &spaces].concat();
    let bytes = zip_of(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", workbook_xml("").as_bytes()),
        ("xl/worksheets/sheet1.xml", &sheet),
    ]);
    assert!(bytes.len() < 20_000);
    assert_eq!(refused(&bytes), ErrorCode::ZipBomb);
}

#[test]
fn a_bomb_is_called_one_whatever_else_is_wrong_with_it() {
    // One endless piece of text, one part that may not be so large, one that is no XML.
    let text = [b"<worksheet><c><is><t>".as_slice(), &vec![b'x'; 24 << 20]].concat();
    let styles = [b"<styleSheet>".as_slice(), &b"<xf/>".repeat(5 << 20)].concat();
    for (name, part) in [
        ("xl/worksheets/sheet2.xml", text),
        ("xl/styles2/styles.xml", styles),
        ("xl/x.xml", vec![0; 24 << 20]),
    ] {
        assert_eq!(refused(&xlsx_parts("", "", &[(name, &part)])), ErrorCode::ZipBomb, "{name}");
    }
}

#[test]
fn a_lying_directory_does_not_help_a_bomb() {
    let mut bytes = zip_of(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", workbook_xml("").as_bytes()),
        ("xl/worksheets/sheet1.xml", &vec![b' '; 8 << 20]),
    ]);
    // The last directory entry states the size at its offset 24: claim one byte.
    let at = bytes.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    bytes[at + 24..at + 28].copy_from_slice(&1u32.to_le_bytes());
    assert!(matches!(refused(&bytes), ErrorCode::ZipBomb | ErrorCode::DamagedWorkbook));
}

#[test]
fn odd_directories_are_refused() {
    let names: Vec<String> = (0..2_001).map(|n| format!("xl/{n}")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(refused(&zip_of(&many)), ErrorCode::TooManyEntries);
    assert_eq!(refused(&xlsx_parts("", "", &[("../evil.xml", b"<x/>")])), ErrorCode::UnsafeEntryName);
    assert_eq!(refused(&xlsx_parts("", "", &[("XL/Workbook.xml", b"<x/>")])), ErrorCode::DuplicateEntries);
    let mut twice = xlsx_parts("", "", &[("xl/workbook.xmk", b"<x/>")]);
    while let Some(at) = twice.windows(15).position(|w| w == b"xl/workbook.xmk") {
        twice[at + 14] = b'l';
    }
    assert_eq!(refused(&twice), ErrorCode::DuplicateEntries);
}

#[test]
fn claims_about_shared_strings_are_not_believed() {
    let lie = br#"<sst uniqueCount="18446744073709551615" count="1"><si><t>a</t></si></sst>"#;
    assert_eq!(refused(&xlsx_parts("", "", &[("xl/sharedStrings.xml", lie)])), ErrorCode::TooManyStrings);
    let long = format!("<sst><si><t>{}</t></si></sst>", "ab".repeat(3 << 20));
    // Compressible, but below the ratio because half of it is noise.
    let noise: String = (0..5u64 << 20)
        .map(|n| char::from(b'a' + u8::try_from(n.wrapping_mul(2_654_435_761) >> 13 & 15).unwrap()))
        .collect();
    let noisy = format!("<sst><si><t>{noise}</t></si></sst>");
    assert_eq!(
        refused(&xlsx_parts("", "", &[("xl/sharedStrings.xml", noisy.as_bytes())])),
        ErrorCode::OversizedPart
    );
    assert!(matches!(
        refused(&xlsx_parts("", "", &[("xl/sharedStrings.xml", long.as_bytes())])),
        ErrorCode::OversizedPart | ErrorCode::ZipBomb
    ));
}

#[test]
fn one_shared_string_in_very_many_cells_is_too_much_text() {
    let text = "x".repeat(32_000);
    let strings = format!("<sst><si><t>{text}</t></si></sst>");
    let cells: String =
        (1..=9_000).map(|row| format!("<row r=\"{row}\"><c t=\"s\"><v>0</v></c></row>")).collect();
    let bytes = xlsx_parts("", &cells, &[("xl/sharedStrings.xml", strings.as_bytes())]);
    assert_eq!(refused(&bytes), ErrorCode::TooMuchText);
}

#[test]
fn two_cells_at_the_corners_are_two_cells() {
    let bytes = xlsx_with(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
    );
    let book = crate::build::open(&bytes);
    let sheet = &book.sheets[0];
    assert_eq!(sheet.cells(), 2);
    assert_eq!((sheet.rows[1].number, sheet.rows[1].cells[0].column), (1_048_576, 16_383));
}

#[test]
fn broken_markup_is_damage_and_odd_references_are_no_panic() {
    for data in [
        "<row r=\"1\"><c r=\"A1\"><v>1</v>",
        "<row r=\"99999999999999\"><c r=\"ZZZZZZZZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>77</v></c></row>",
    ] {
        assert!(
            matches!(refused(&xlsx_with(data)), ErrorCode::DamagedWorkbook | ErrorCode::NoData),
            "{data}"
        );
    }
    let missing = zip_of(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/workbook.xml", workbook_xml("").as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
    ]);
    assert!(matches!(refused(&missing), ErrorCode::DamagedWorkbook | ErrorCode::NoData));
}

#[test]
fn a_query_definition_beside_the_workbook_does_no_harm() {
    let noise: String = (0..5u64 << 20)
        .map(|n| char::from(b'A' + u8::try_from(n.wrapping_mul(2_654_435_761) >> 13 & 15).unwrap()))
        .collect();
    let wide: Vec<u8> = std::iter::once(0xFEFF)
        .chain(format!("<DataMashup>{noise}</DataMashup>").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let data = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    let book = crate::build::open(&xlsx_parts("", data, &[("customXml/item1.xml", &wide)]));
    assert_eq!(book.sheets[0].cells(), 1);
    assert_eq!(refused(&xlsx_parts("", data, &[("xl/other.xml", &wide)])), ErrorCode::DamagedWorkbook);
}

#[test]
fn a_sheet_of_16384_columns_is_proposed_in_a_moment() {
    // Texts differ without a pattern: repetition would inflate beyond the ratio.
    let cells = |row: u32| -> String {
        (0..16_384u32)
            .map(|n| (n + row).wrapping_mul(2_654_435_761))
            .map(|n| format!("<c t=\"inlineStr\"><is><t>name {n}</t></is></c>"))
            .collect()
    };
    let data = format!("<row r=\"1\">{}</row><row r=\"2\">{}</row>", cells(0), cells(77));
    let book = crate::build::open(&xlsx_with(&data));
    let proposal = book.propose_best(cairn_exchange::lexicon::Lexicon::built_in()).unwrap();
    assert_eq!((proposal.header.row, proposal.header.columns.len()), (Some(1), 16_384));
}

#[test]
fn a_file_above_the_limit_is_not_even_looked_at() {
    let error = read(&vec![b'a'; (50 << 20) + 1], "file", &Watch::none()).unwrap_err();
    assert_eq!((error.code, error.args["limit"].as_str()), (ErrorCode::FileTooLarge, "50"));
}

#[test]
fn entries_encrypted_inside_the_zip_are_named() {
    let mut bytes = xlsx_with("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let found: Vec<usize> =
            bytes.windows(4).enumerate().filter(|(_, w)| w == signature).map(|(at, _)| at).collect();
        for at in found {
            bytes[at + flags] |= 1;
        }
    }
    assert_eq!(refused(&bytes), ErrorCode::PasswordProtected);
}

proptest! {
    #![proptest_config(crate::cases())]
    /// Markup broken at any place inside a whole zip is read or refused.
    #[test]
    fn broken_markup_never_ends_the_program(
        edits in proptest::collection::vec((any::<proptest::sample::Index>(), "[<>/\"'&;=a-zA-Z0-9!\\[\\]-]{0,3}"), 1..6),
    ) {
        let mut data = String::from(
            r#"<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row>
               <row r="2"><c r="A2" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="C2"><f t="shared" ref="C2:C9" si="0">A1</f><v>2</v></c></row>"#,
        );
        for (at, text) in edits {
            let at = at.index(data.len());
            data.replace_range(at..=at, &text);
        }
        let strings = b"<sst uniqueCount=\"1\"><si><t>x</t></si></sst>";
        let _ = read(&xlsx_parts("", &data, &[("xl/sharedStrings.xml", strings)]), "file", &Watch::none());
    }
}

#[test]
fn work_can_be_stopped() {
    let watch = Watch { progress: &|_, _| {}, cancelled: &|| true };
    let error = read(&sample("us-federal-cots-ai-2025.xlsx"), "file", &watch).unwrap_err();
    assert_eq!(error.code, ErrorCode::Cancelled);
}
