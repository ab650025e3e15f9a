//! The gate for bytes: what is this file, and is it safe to parse?
//!
//! The zip directory is checked first, then every entry is really inflated once while its bytes are counted, because
//! the sizes a directory states can lie. Only then does the parser see the file.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::Watch;
use crate::problem::{ErrorCode, ExchangeError};
use crate::xml_guard::XmlGuard;

/// Largest file, in bytes.
pub const MAX_FILE: u64 = 50 << 20;
/// Most entries in a zip.
pub const MAX_ENTRIES: usize = 2_000;
/// Most bytes all entries may inflate to.
pub const MAX_INFLATED: u64 = 500 << 20;
/// Most inflated bytes for one stored byte, once an entry has grown beyond [`RATIO_FROM`].
pub const MAX_RATIO: u64 = 200;
/// Below this an entry may be as compressible as it likes.
pub const RATIO_FROM: u64 = 1 << 20;
/// Most non-empty cells in all sheets.
pub const MAX_CELLS: u64 = 2_000_000;
/// Most bytes of text in all cells.
pub const MAX_TEXT: u64 = 256 << 20;
/// Largest part other than a sheet, in bytes: styles, relationships, the list of sheets.
const MAX_SMALL_PART: u64 = 16 << 20;
/// Largest part that the reader has no use for, in bytes: custom XML and document properties. Query definitions
/// legally hold very long pieces and other encodings there, so only their size is bounded.
const MAX_ASIDE_PART: u64 = 64 << 20;
/// Largest table of shared strings, in bytes.
const MAX_STRINGS_PART: u64 = 256 << 20;

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// An Excel workbook (`.xlsx`, `.xlsm`).
    Xlsx,
    /// Text with separators.
    Csv,
}

/// Says what the bytes are, and refuses everything that cannot or must not be read.
///
/// # Errors
/// The [`ErrorCode`] that names the reason.
pub fn inspect(bytes: &[u8], watch: &Watch<'_>) -> Result<FileKind, ExchangeError> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(ErrorCode::FileTooLarge.with("limit", MAX_FILE >> 20));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) || bytes == b"\xEF\xBB\xBF" {
        return Err(ErrorCode::EmptyFile.into());
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return inspect_zip(bytes, watch);
    }
    refuse_by_signature(bytes)?;
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Ok(FileKind::Csv);
    }
    let control = |b: &u8| *b < 0x20 && !matches!(*b, b'\t' | b'\n' | b'\r' | 0x0C);
    let strange = bytes.iter().filter(|b| control(b)).count();
    // A stray control character is a defect of a text; more of them, or a zero byte, make it no text.
    if bytes.contains(&0) || strange * 200 > bytes.len() + 200 {
        return Err(ErrorCode::UnknownKind.into());
    }
    Ok(FileKind::Csv)
}

fn refuse_by_signature(bytes: &[u8]) -> Result<(), ExchangeError> {
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let contains = |needle: &[u8]| start.windows(needle.len()).any(|w| w == needle);
    if contains(b"%PDF-") {
        return Err(ErrorCode::Pdf.into());
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(compound_file(bytes).into());
    }
    let pictures: [&[u8]; 4] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"RIFF"];
    if pictures.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(ErrorCode::Image.into());
    }
    let text =
        String::from_utf8_lossy(start).trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']).to_lowercase();
    if ["<!doctype html", "<html", "<head", "<table"].iter().any(|tag| text.starts_with(tag)) {
        return Err(ErrorCode::Html.into());
    }
    if text.starts_with("<?xml") || text.starts_with('{') || bytes.starts_with(b"\x1F\x8B") {
        return Err(ErrorCode::UnknownKind.into());
    }
    Ok(())
}

/// Which file of the old Office container this is; stream names are stored as UTF-16.
fn compound_file(bytes: &[u8]) -> ErrorCode {
    let has = |name: &str| {
        let needle: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(needle.len()).any(|w| w == needle)
    };
    if has("DRMEncrypted") || has("DRMContent") || has("DRMDataSpace") {
        ErrorCode::RightsManaged
    } else if has("EncryptedPackage") || has("EncryptionInfo") {
        ErrorCode::PasswordProtected
    } else if has("Workbook") || has("Book") {
        ErrorCode::LegacyXls
    } else {
        ErrorCode::LegacyOffice
    }
}

fn inspect_zip(bytes: &[u8], watch: &Watch<'_>) -> Result<FileKind, ExchangeError> {
    // Counted in the bytes, because opening the archive already reads the whole directory into memory.
    let listed = bytes.windows(4).filter(|w| *w == b"PK\x01\x02").count();
    if listed > MAX_ENTRIES {
        return Err(ErrorCode::TooManyEntries.with("limit", MAX_ENTRIES));
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ErrorCode::TruncatedZip)?;
    if zip.len() > MAX_ENTRIES {
        return Err(ErrorCode::TooManyEntries.with("limit", MAX_ENTRIES));
    }
    let names = entry_names(&zip, listed)?;
    let kind = kind_of_package(&names)?;
    let mut inflated = 0;
    let total = bytes.len() as u64;
    let mut buffer = vec![0; 64 << 10];
    for index in 0..zip.len() {
        inflate(&mut zip, index, &mut inflated, &mut buffer, watch, total)?;
    }
    Ok(kind)
}

/// Names of the entries in lower case with `/` between folders, refused when one leaves the archive or stands twice.
fn entry_names(zip: &ZipArchive<Cursor<&[u8]>>, listed: usize) -> Result<Vec<String>, ExchangeError> {
    let mut names = Vec::with_capacity(zip.len());
    let mut seen = HashSet::new();
    for raw in zip.file_names_raw() {
        let name = String::from_utf8_lossy(raw).replace('\\', "/");
        let drive = name.as_bytes().get(1) == Some(&b':');
        if name.starts_with('/') || drive || name.contains('\0') || name.split('/').any(|part| part == "..") {
            return Err(ErrorCode::UnsafeEntryName.with("name", name));
        }
        let lower = name.to_lowercase();
        if !seen.insert(lower.clone()) {
            return Err(ErrorCode::DuplicateEntries.into());
        }
        names.push(lower);
    }
    // The reader keeps one entry for each name, so a repeated one shows only in the count.
    if zip.has_duplicate_names() || listed > zip.len() {
        return Err(ErrorCode::DuplicateEntries.into());
    }
    Ok(names)
}

fn kind_of_package(names: &[String]) -> Result<FileKind, ExchangeError> {
    let has = |ending: &str| names.iter().any(|name| name.ends_with(ending));
    let under = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    if has("workbook.bin") {
        Err(ErrorCode::BinaryWorkbook.into())
    } else if has("[content_types].xml") && under("xl/") {
        Ok(FileKind::Xlsx)
    } else if under("word/") || under("ppt/") {
        Err(ErrorCode::OfficeDocument.into())
    } else if names.iter().any(|name| name == "mimetype") && has("content.xml") {
        Err(ErrorCode::OpenDocument.into())
    } else if has("[content_types].xml") && has("workbook.xml") {
        Ok(FileKind::Xlsx)
    } else {
        Err(ErrorCode::PlainZip.into())
    }
}

/// Inflates one entry, counting; looks into it when it is XML. Whatever is wrong with its content, that it is a bomb is
/// said first, so the counting goes on after the first fault.
fn inflate(
    zip: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    inflated: &mut u64,
    buffer: &mut [u8],
    watch: &Watch<'_>,
    total: u64,
) -> Result<(), ExchangeError> {
    let mut entry = zip.by_index(index).map_err(|error| match error {
        zip::result::ZipError::UnsupportedArchive(_) | zip::result::ZipError::InvalidPassword => {
            ErrorCode::PasswordProtected
        }
        zip::result::ZipError::Io(_) => ErrorCode::TruncatedZip,
        _ => ErrorCode::DamagedWorkbook,
    })?;
    let name = String::from_utf8_lossy(entry.name_raw()).to_lowercase();
    let stored = entry.compressed_size().max(1);
    let limit = part_limit(&name);
    let mut size = 0;
    let mut guard = None;
    let mut fault = None;
    loop {
        let read = match entry.read(buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
                return Err(ErrorCode::TruncatedZip.into());
            }
            Err(_) => return Err(ErrorCode::DamagedWorkbook.into()),
        };
        let chunk = buffer.get(..read).unwrap_or_default();
        if size == 0 {
            match guard_for(&name, chunk) {
                Ok(found) => guard = found,
                Err(error) => fault = Some(error),
            }
        }
        size += read as u64;
        *inflated += read as u64;
        if *inflated > MAX_INFLATED || (size > RATIO_FROM && size / stored > MAX_RATIO) {
            return Err(ErrorCode::ZipBomb.into());
        }
        if fault.is_none() {
            fault = match &mut guard {
                _ if size > limit => Some(ErrorCode::OversizedPart.with("name", &name)),
                Some(guard) => guard.feed(chunk).err().map(|code| refusal(code, &name)),
                None => None,
            };
        }
        watch.step((entry.data_start().unwrap_or(0)).min(total) / 2, total)?;
    }
    fault.map_or(Ok(()), Err)
}

fn refusal(code: ErrorCode, name: &str) -> ExchangeError {
    match code {
        ErrorCode::OversizedPart => code.with("name", name),
        ErrorCode::TooManyStrings => code.with("limit", crate::xml_guard::MAX_STRINGS),
        ErrorCode::TooManyCells => code.with("limit", MAX_CELLS),
        _ => code.into(),
    }
}

fn part_limit(name: &str) -> u64 {
    if name.ends_with("sharedstrings.xml") {
        MAX_STRINGS_PART
    } else if name.ends_with(".rels")
        || name == "[content_types].xml"
        || ["styles.xml", "workbook.xml", "theme1.xml"].iter().any(|n| name.ends_with(n))
    {
        MAX_SMALL_PART
    } else if is_aside(name) {
        MAX_ASIDE_PART
    } else {
        MAX_INFLATED
    }
}

/// Parts beside the workbook itself.
fn is_aside(name: &str) -> bool {
    name.starts_with("customxml/item") || name.starts_with("docprops/")
}

/// A guard for parts that look like XML; a part that is called XML but is not one of its byte-wise readable
/// encodings is refused.
fn guard_for(name: &str, start: &[u8]) -> Result<Option<XmlGuard>, ExchangeError> {
    if is_aside(name) {
        return Ok(None);
    }
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    if text.first() == Some(&b'<') && text.get(1) != Some(&0) {
        Ok(Some(XmlGuard::new()))
    } else if name.ends_with(".xml") || name.ends_with(".rels") {
        Err(ErrorCode::DamagedWorkbook.into())
    } else {
        Ok(None)
    }
}
