//! The embedded fonts: which file serves which face, metrics, and the fallback for characters a face lacks.

use std::collections::BTreeMap;

use ttf_parser::GlyphId;

use super::kerning::Kerning;
use crate::{RenderError, Warning};

/// A font of the report, in the order in which fallbacks are tried after the first six.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Face {
    Sans,
    SansMedium,
    SansSemi,
    Serif,
    SerifMedium,
    Mono,
    /// DejaVu Sans: symbols and further alphabets.
    Symbols,
    /// Droid Sans Fallback: Chinese and Japanese.
    Ideographs,
    /// Nanum Gothic: Korean.
    Hangul,
}

impl Face {
    pub(crate) const ALL: [Self; 9] = [
        Self::Sans,
        Self::SansMedium,
        Self::SansSemi,
        Self::Serif,
        Self::SerifMedium,
        Self::Mono,
        Self::Symbols,
        Self::Ideographs,
        Self::Hangul,
    ];

    /// The font file.
    pub(crate) fn file(self) -> &'static [u8] {
        match self {
            Self::Sans => include_bytes!("../../../../../assets/fonts/Inter-Regular.otf"),
            Self::SansMedium => include_bytes!("../../../../../assets/fonts/Inter-Medium.otf"),
            Self::SansSemi => include_bytes!("../../../../../assets/fonts/Inter-SemiBold.otf"),
            Self::Serif => include_bytes!("../../../../../assets/fonts/SourceSerif4-Regular.ttf"),
            Self::SerifMedium => include_bytes!("../../../../../assets/fonts/SourceSerif4-Medium.ttf"),
            Self::Mono => include_bytes!("../../../../../assets/fonts/JetBrainsMono-Regular.ttf"),
            Self::Symbols => include_bytes!("../../../../../assets/fonts/DejaVuSans.ttf"),
            Self::Ideographs => include_bytes!("../../../../../assets/fonts/DroidSansFallbackFull.ttf"),
            Self::Hangul => include_bytes!("../../../../../assets/fonts/NanumGothic-Regular.ttf"),
        }
    }

    /// PostScript name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sans => "Inter-Regular",
            Self::SansMedium => "Inter-Medium",
            Self::SansSemi => "Inter-SemiBold",
            Self::Serif => "SourceSerif4-Regular",
            Self::SerifMedium => "SourceSerif4-Medium",
            Self::Mono => "JetBrainsMono-Regular",
            Self::Symbols => "DejaVuSans",
            Self::Ideographs => "DroidSansFallback",
            Self::Hangul => "NanumGothic",
        }
    }

    /// Resource name in the page dictionaries; also makes the six letters of the subset tag.
    pub(crate) fn resource(self) -> &'static str {
        match self {
            Self::Sans => "CAIRNA",
            Self::SansMedium => "CAIRNB",
            Self::SansSemi => "CAIRNC",
            Self::Serif => "CAIRND",
            Self::SerifMedium => "CAIRNE",
            Self::Mono => "CAIRNF",
            Self::Symbols => "CAIRNG",
            Self::Ideographs => "CAIRNH",
            Self::Hangul => "CAIRNI",
        }
    }

    /// Faces tried for a character this face lacks.
    fn fallbacks(self) -> &'static [Self] {
        match self {
            Self::Sans => &[Self::Symbols, Self::Ideographs, Self::Hangul],
            Self::SansMedium | Self::SansSemi | Self::Serif | Self::SerifMedium | Self::Mono => {
                &[Self::Sans, Self::Symbols, Self::Ideographs, Self::Hangul]
            }
            Self::Symbols | Self::Ideographs | Self::Hangul => &[Self::Sans],
        }
    }
}

/// The glyphs of a face that a report uses, each with the character it stands for.
pub(crate) type FontUse = BTreeMap<u16, char>;

/// A glyph of a face with its advance in thousandths of an em.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Measured {
    pub(crate) glyph: u16,
    pub(crate) advance: u16,
}

/// One face ready to measure with.
pub(crate) struct Font {
    pub(crate) parsed: ttf_parser::Face<'static>,
    /// Glyphs of the ASCII characters, found once.
    ascii: Vec<Option<Measured>>,
    /// Figures of equal width, if the face has them.
    tabular: Vec<Measured>,
    kerning: Kerning,
    pub(crate) used: FontUse,
}

impl Font {
    fn load(face: Face) -> Result<Self, RenderError> {
        let parsed = ttf_parser::Face::parse(face.file(), 0)
            .map_err(|e| RenderError::Font { font: face.name(), reason: e.to_string() })?;
        let measure = |glyph: u16| Measured { glyph, advance: advance(&parsed, glyph) };
        let ascii =
            (0_u8..128).map(|code| parsed.glyph_index(char::from(code)).map(|g| measure(g.0))).collect();
        let digits: Option<Vec<_>> = ('0'..='9').map(|digit| parsed.glyph_index(digit)).collect();
        let tabular = digits.and_then(|digits| super::kerning::tabular(&parsed, &digits)).unwrap_or_default();
        let tabular = tabular.into_iter().map(measure).collect();
        let kerning = Kerning::new(&parsed);
        Ok(Self { parsed, ascii, tabular, kerning, used: FontUse::new() })
    }

    fn lookup(&self, c: char) -> Option<Measured> {
        if c.is_ascii() {
            return self.ascii.get(c as usize).copied().flatten();
        }
        let glyph = self.parsed.glyph_index(c)?.0;
        (glyph != 0).then(|| Measured { glyph, advance: advance(&self.parsed, glyph) })
    }
}

/// Font units as thousandths of an em, rounded: the number the width table of the PDF carries, so that what we measure
/// is what a viewer draws.
pub(crate) fn thousandths(face: &ttf_parser::Face<'_>, units: i16) -> i16 {
    let per_em = i32::from(face.units_per_em()).max(1);
    let scaled = (i32::from(units) * 2000 + per_em.signum() * per_em).div_euclid(2 * per_em);
    i16::try_from(scaled).unwrap_or(0)
}

/// Advance of a glyph in thousandths of an em.
pub(crate) fn advance(face: &ttf_parser::Face<'_>, glyph: u16) -> u16 {
    let units = face.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
    u16::try_from(thousandths(face, i16::try_from(units).unwrap_or(i16::MAX))).unwrap_or(0)
}

/// The fonts of one report: loaded when first needed, with a record of what was used.
pub(crate) struct Fonts {
    loaded: [Option<Box<Font>>; Face::ALL.len()],
    missing: BTreeMap<char, usize>,
    unshaped: Option<(char, usize)>,
}

impl Fonts {
    /// Loads the faces every report uses; the fallback faces follow when a character asks for them.
    pub(crate) fn new() -> Result<Self, RenderError> {
        let mut loaded = [const { None }; Face::ALL.len()];
        for (slot, face) in loaded.iter_mut().zip(Face::ALL) {
            *slot = Some(Box::new(Font::load(face)?));
        }
        Ok(Self { loaded, missing: BTreeMap::new(), unshaped: None })
    }

    fn font(&self, face: Face) -> Option<&Font> {
        self.loaded.get(face as usize)?.as_deref()
    }

    fn font_mut(&mut self, face: Face) -> Option<&mut Font> {
        self.loaded.get_mut(face as usize)?.as_deref_mut()
    }

    /// Face and glyph for a character, with fallbacks; notes what is used and what is missing. `tabular` asks for
    /// figures of equal width.
    pub(crate) fn choose(&mut self, face: Face, c: char, tabular: bool) -> (Face, Measured) {
        if needs_shaping(c) {
            let (_, count) = self.unshaped.get_or_insert((c, 0));
            *count += 1;
        }
        if tabular && let Some(digit) = c.to_digit(10) {
            let figure = self.font(face).and_then(|font| font.tabular.get(digit as usize).copied());
            if let Some(figure) = figure {
                return self.use_glyph(face, c, figure);
            }
        }
        if let Some(found) = self.find(face, c) {
            return self.use_glyph(found.0, c, found.1);
        }
        *self.missing.entry(c).or_default() += 1;
        let replacement = self.find(face, char::REPLACEMENT_CHARACTER).or_else(|| self.find(face, '?'));
        let (face, measured) = replacement.unwrap_or((face, Measured { glyph: 0, advance: 500 }));
        self.use_glyph(face, char::REPLACEMENT_CHARACTER, measured)
    }

    fn find(&self, face: Face, c: char) -> Option<(Face, Measured)> {
        std::iter::once(&face)
            .chain(face.fallbacks())
            .find_map(|&face| self.font(face)?.lookup(c).map(|measured| (face, measured)))
    }

    /// Notes the use of a glyph. Where several characters share a glyph the lowest is kept, so that a copied text has
    /// the plain form (hyphen, space) and the result does not depend on the order of use.
    fn use_glyph(&mut self, face: Face, c: char, measured: Measured) -> (Face, Measured) {
        if let Some(font) = self.font_mut(face) {
            font.used.entry(measured.glyph).and_modify(|known| *known = (*known).min(c)).or_insert(c);
        }
        (face, measured)
    }

    /// Kerning between two neighbouring glyphs of a face, in thousandths of an em.
    pub(crate) fn kern(&mut self, face: Face, left: u16, right: u16) -> i16 {
        self.font_mut(face).map_or(0, |font| {
            let parsed = &font.parsed;
            font.kerning.between(left, right, |units| thousandths(parsed, units))
        })
    }

    /// Distance from the top of a line of the given height to its baseline, both in points: the line gap is shared
    /// above and below the letters, as browsers do.
    pub(crate) fn baseline(&self, face: Face, size: f32, line: f32) -> f32 {
        let Some(font) = self.font(face) else { return size };
        let em = f32::from(font.parsed.units_per_em());
        let up = f32::from(font.parsed.ascender()) / em * size;
        let down = -f32::from(font.parsed.descender()) / em * size;
        (line - up - down) / 2.0 + up
    }

    /// The faces used, each with its parsed file and its glyphs, in fixed order.
    pub(crate) fn used(&self) -> impl Iterator<Item = (Face, &ttf_parser::Face<'static>, &FontUse)> {
        Face::ALL.into_iter().filter_map(|face| {
            let font = self.font(face)?;
            (!font.used.is_empty()).then_some((face, &font.parsed, &font.used))
        })
    }

    /// What could not be shown as written.
    pub(crate) fn warnings(&self) -> Vec<Warning> {
        let missing =
            self.missing.iter().map(|(&character, &count)| Warning::MissingCharacter { character, count });
        let unshaped = self.unshaped.map(|(character, count)| Warning::Unshaped { character, count });
        missing.chain(unshaped).collect()
    }
}

/// Scripts whose letters join, reorder or run from right to left.
fn needs_shaping(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08FF | 0x0900..=0x109F | 0x1780..=0x17FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE)
}
