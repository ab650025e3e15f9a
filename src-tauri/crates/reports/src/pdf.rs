//! From placed pages to the bytes of a tagged PDF.

mod content;
mod fonts;
mod metadata;
mod navigation;
mod structure;

use lopdf::{Document, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};

use crate::layout::{LaidOut, Page};
use crate::model::Report;
use crate::{RenderError, Rendered};

/// Pages from which on two threads share the work of writing page content.
const WORTH_A_THREAD: usize = 12;

/// A font in the file: what page content needs to know.
pub(crate) type Codes = std::collections::BTreeMap<(crate::type_setting::Face, u16), u16>;

/// Writes the document.
pub(crate) fn assemble(report: &Report, laid_out: LaidOut) -> Result<Rendered, RenderError> {
    let LaidOut { pages, tree, outline, fonts } = laid_out;
    let mut doc = Document::with_version("1.7");
    let (font_dictionary, codes) = fonts::embed(&mut doc, &fonts)?;
    let streams = write_pages(&pages, &codes)?;

    let pages_id = doc.new_object_id();
    let page_ids: Vec<ObjectId> = pages.iter().map(|_| doc.new_object_id()).collect();
    let mut digest = Sha256::new();
    let structure = structure::write(&mut doc, &tree, &pages, &page_ids);
    let resources = doc.add_object(dictionary! { "Font" => font_dictionary });
    for ((index, page), stream) in pages.iter().enumerate().zip(streams) {
        digest.update(&stream);
        let content = doc.add_object(flate(stream));
        let annotations = navigation::annotations(&mut doc, page, index, &pages, &page_ids, &structure);
        let mut entry = dictionary! {
            "Type" => "Page",
            "Parent" => pages_id,
            "MediaBox" => vec![0.into(), 0.into(), real(page.width), real(page.height)],
            "Resources" => resources,
            "Contents" => content,
            "StructParents" => integer(index),
            "Tabs" => "S",
        };
        if !annotations.is_empty() {
            entry.set("Annots", annotations);
        }
        if let Some(&id) = page_ids.get(index) {
            doc.set_object(id, entry);
        }
    }
    let kids: Vec<Object> = page_ids.iter().map(|&id| id.into()).collect();
    doc.set_object(
        pages_id,
        dictionary! { "Type" => "Pages", "Count" => integer(kids.len()), "Kids" => kids },
    );

    let xmp = metadata::xmp(report);
    digest.update(xmp.as_bytes());
    let identity = digest.finalize();
    write_catalog(
        &mut doc,
        report,
        pages_id,
        &structure,
        xmp,
        navigation::outline(&outline, &pages, &page_ids),
    );
    let id = Object::string_literal(identity.get(..16).unwrap_or_default());
    doc.trailer.set("ID", vec![id.clone(), id]);

    let mut bytes = Vec::new();
    doc.save_modern(&mut bytes)?;
    Ok(Rendered { bytes, pages: pages.len(), warnings: fonts.warnings() })
}

fn write_catalog(
    doc: &mut Document,
    report: &Report,
    pages: ObjectId,
    structure: &structure::Written,
    xmp: String,
    outline: Vec<navigation::Item>,
) {
    let language = if report.language.is_empty() { "und" } else { &report.language };
    let mut metadata =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.into_bytes());
    metadata.allows_compression = false;
    let metadata = doc.add_object(metadata);
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Lang" => text(language),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => structure.root,
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "Metadata" => metadata,
    };
    let worth_showing = outline.len() > 3;
    if let Some(outline) = navigation::write_outline(doc, outline) {
        catalog.set("Outlines", outline);
        if worth_showing {
            catalog.set("PageMode", "UseOutlines");
        }
    }
    let catalog = doc.add_object(catalog);
    let info = doc.add_object(metadata::info(report));
    doc.trailer.set("Root", catalog);
    doc.trailer.set("Info", info);
}

/// Writes and compresses the content of the pages, in order; long reports on two threads.
fn write_pages(pages: &[Page], codes: &Codes) -> Result<Vec<Vec<u8>>, RenderError> {
    let write = |part: &[Page]| -> std::io::Result<Vec<Vec<u8>>> {
        part.iter().map(|page| compress(&content::write(page, codes))).collect()
    };
    if pages.len() < WORTH_A_THREAD {
        return Ok(write(pages)?);
    }
    let (first, second) = pages.split_at(pages.len() / 2);
    let (first, second) = std::thread::scope(|scope| {
        let other = scope.spawn(|| write(second));
        let first = write(first);
        let second =
            other.join().unwrap_or_else(|_| Err(std::io::Error::other("a thread of the layout stopped")));
        (first, second)
    });
    let mut streams = first?;
    streams.extend(second?);
    Ok(streams)
}

/// Deflates bytes, level 6.
fn compress(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    use std::io::Write;
    let mut encoder =
        flate2::write::ZlibEncoder::new(Vec::with_capacity(bytes.len() / 3), flate2::Compression::new(6));
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// A stream of bytes that are deflated already.
fn flate(bytes: Vec<u8>) -> Stream {
    let mut stream = Stream::new(dictionary! { "Filter" => "FlateDecode" }, bytes);
    stream.allows_compression = false;
    stream
}

/// A number with two decimals.
fn real(value: f32) -> Object {
    Object::Real((value * 100.0).round() / 100.0)
}

/// A count as a PDF integer.
fn integer(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}

/// A text string: plain where ASCII suffices, else UTF-16 with byte order mark.
fn text(words: &str) -> Object {
    if words.bytes().all(|b| (0x20..0x7F).contains(&b)) {
        return Object::string_literal(words);
    }
    let units = std::iter::once(0xFEFF).chain(words.encode_utf16());
    Object::string_literal(units.flat_map(u16::to_be_bytes).collect::<Vec<u8>>())
}
