//! Embedding the used part of each font.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use printpdf::{ParsedFont, cff_charset_gid_to_cid_map, extract_cid_keyed_cff, subset_font};

use super::{Codes, compress, flate, integer};
use crate::RenderError;
use crate::type_setting::{Face, FontUse, Fonts, advance, thousandths};

/// Embeds all used fonts; gives the font resources and the code of each glyph in page content.
pub(crate) fn embed(doc: &mut Document, fonts: &Fonts) -> Result<(Dictionary, Codes), RenderError> {
    let mut resources = Dictionary::new();
    let mut codes = Codes::new();
    for (face, parsed, used) in fonts.used() {
        let subset = subset(face, used)?;
        for (&glyph, &code) in &subset.codes {
            codes.insert((face, glyph), code);
        }
        let dictionary = write(doc, face, parsed, used, &subset)?;
        resources.set(face.resource(), dictionary);
    }
    Ok((resources, codes))
}

struct Subset {
    program: Vec<u8>,
    /// Key and subtype of the font program, subtype of the descendant font.
    kind: (&'static str, Option<&'static str>, &'static str),
    codes: BTreeMap<u16, u16>,
}

fn subset(face: Face, used: &FontUse) -> Result<Subset, RenderError> {
    let fault = |reason: String| RenderError::Font { font: face.name(), reason };
    let mut remarks = Vec::new();
    let font = ParsedFont::from_bytes(face.file(), 0, &mut remarks)
        .ok_or_else(|| fault("the file is not a font".to_owned()))?;
    let wanted = used.iter().map(|(&glyph, c)| (glyph, c.to_string())).collect();
    let subset = subset_font(&font, &wanted).map_err(fault)?;
    // A font program addressed by character ids of its own has to be used with those ids.
    let ids = cff_charset_gid_to_cid_map(&subset.bytes, 0);
    let codes = subset.glyph_mapping.iter().map(|(&glyph, &(new, _))| {
        (glyph, ids.as_ref().and_then(|ids| ids.get(&new).copied()).unwrap_or(new))
    });
    let codes = codes.collect();
    if let Some(bare) = extract_cid_keyed_cff(&subset.bytes, 0) {
        return Ok(Subset {
            program: bare,
            kind: ("FontFile3", Some("CIDFontType0C"), "CIDFontType0"),
            codes,
        });
    }
    let kind = if subset.bytes.starts_with(b"OTTO") {
        ("FontFile3", Some("OpenType"), "CIDFontType0")
    } else {
        ("FontFile2", None, "CIDFontType2")
    };
    Ok(Subset { program: subset.bytes, kind, codes })
}

fn write(
    doc: &mut Document,
    face: Face,
    parsed: &ttf_parser::Face<'static>,
    used: &FontUse,
    subset: &Subset,
) -> Result<Object, RenderError> {
    let name = format!("{}+{}", face.resource(), face.name());
    let (key, program_kind, descendant_kind) = subset.kind;
    let mut program = flate(compress(&subset.program)?);
    match program_kind {
        Some(kind) => program.dict.set("Subtype", kind),
        None => program.dict.set("Length1", integer(subset.program.len())),
    }
    let program = doc.add_object(program);
    let mut descriptor = descriptor(parsed, &name);
    descriptor.set(key, program);
    let descriptor = doc.add_object(descriptor);
    let by_code: BTreeMap<u16, u16> = subset.codes.iter().map(|(&glyph, &code)| (code, glyph)).collect();
    let mut descendant = dictionary! {
        "Type" => "Font",
        "Subtype" => descendant_kind,
        "BaseFont" => Object::Name(name.clone().into_bytes()),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => descriptor,
        "DW" => 1000,
        "W" => widths(parsed, &by_code),
    };
    if descendant_kind == "CIDFontType2" {
        descendant.set("CIDToGIDMap", "Identity");
    }
    let descendant = doc.add_object(descendant);
    let unicode = to_unicode(&by_code, used);
    let unicode: Stream = flate(compress(unicode.as_bytes())?);
    let unicode = doc.add_object(unicode);
    let font = doc.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => Object::Name(name.into_bytes()),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![descendant.into()],
        "ToUnicode" => unicode,
    });
    Ok(font.into())
}

fn descriptor(parsed: &ttf_parser::Face<'static>, name: &str) -> Dictionary {
    let scaled = |units: i16| Object::Integer(i64::from(thousandths(parsed, units)));
    let bounds = parsed.global_bounding_box();
    let weight = i64::from(parsed.weight().to_number());
    // Symbolic (bit 3): the codes are our own; fixed pitch is bit 1.
    let flags = 4 + i64::from(parsed.is_monospaced());
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => Object::Name(name.as_bytes().to_vec()),
        "Flags" => flags,
        "FontBBox" => vec![scaled(bounds.x_min), scaled(bounds.y_min), scaled(bounds.x_max), scaled(bounds.y_max)],
        "ItalicAngle" => 0,
        "Ascent" => scaled(parsed.ascender()),
        "Descent" => scaled(parsed.descender()),
        "CapHeight" => scaled(parsed.capital_height().unwrap_or(parsed.ascender())),
        // No font table carries the thickness of stems; 50 + (weight / 65)^2 is the usual estimate.
        "StemV" => 50 + weight * weight / 4225,
    }
}

/// Widths in runs of neighbouring codes.
fn widths(parsed: &ttf_parser::Face<'static>, by_code: &BTreeMap<u16, u16>) -> Vec<Object> {
    let mut widths: Vec<Object> = Vec::new();
    let mut run: Vec<Object> = Vec::new();
    let mut expected = None;
    for (&code, &glyph) in by_code {
        if expected != Some(code) {
            if !run.is_empty() {
                widths.push(std::mem::take(&mut run).into());
            }
            widths.push(Object::Integer(i64::from(code)));
        }
        run.push(Object::Integer(i64::from(advance(parsed, glyph))));
        expected = code.checked_add(1);
    }
    if !run.is_empty() {
        widths.push(run.into());
    }
    widths
}

/// The table that gives the characters back when text is copied, searched or read out.
fn to_unicode(by_code: &BTreeMap<u16, u16>, used: &FontUse) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering \
         (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> \
         <FFFF>\nendcodespacerange\n",
    );
    let pairs: Vec<(u16, char)> =
        by_code.iter().filter_map(|(&code, glyph)| used.get(glyph).map(|&c| (code, c))).collect();
    for block in pairs.chunks(100) {
        // Writing to a string cannot fail.
        let _ = writeln!(map, "{} beginbfchar", block.len());
        for (code, c) in block {
            let mut units = [0; 2];
            let _ = write!(map, "<{code:04X}> <");
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
