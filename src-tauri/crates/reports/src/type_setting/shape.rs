//! From characters to glyphs: faces, fallbacks, kerning, places where a line may break.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Face, Fonts};
use crate::model::{Style, Text};

/// Colours of the printed page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Text.
    First,
    /// Longer text: reasoning, standfirst, lead.
    Reading,
    /// Secondary text.
    Second,
    /// Captions.
    Third,
    /// The one accent.
    Accent,
    /// The accent, lighter: upper stones of the mark.
    AccentLight,
    /// The accent, lightest.
    AccentPale,
    /// Rule below a block.
    Rule,
    /// Rule between rows.
    Hairline,
    /// Empty part of a bar.
    Track,
    /// Second series.
    Slate,
    /// The paper, for shapes cut out of others.
    Paper,
}

/// How a text is set: face, size, line height and letter spacing in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Look {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) line: f32,
    pub(crate) ink: Ink,
    pub(crate) tracking: f32,
    /// Figures of equal width.
    pub(crate) tabular: bool,
}

impl Look {
    pub(crate) const fn new(face: Face, size: f32, line: f32, ink: Ink) -> Self {
        Self { face, size, line, ink, tracking: 0.0, tabular: false }
    }

    pub(crate) const fn tracking(mut self, em: f32) -> Self {
        self.tracking = em * self.size;
        self
    }

    pub(crate) const fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }

    pub(crate) const fn face(mut self, face: Face) -> Self {
        self.face = face;
        self
    }

    /// Face, size and ink of a span in these surroundings.
    fn styled(self, style: Style) -> (Face, f32, Ink) {
        let heavier = match self.face {
            Face::Sans | Face::Mono => Face::SansMedium,
            Face::SansMedium => Face::SansSemi,
            Face::Serif => Face::SerifMedium,
            other => other,
        };
        match style {
            Style::Plain => (self.face, self.size, self.ink),
            Style::Strong => (heavier, self.size, Ink::First),
            Style::Quiet => (self.face, self.size, Ink::Third),
            Style::Accent => (self.face, self.size, Ink::Accent),
            Style::Code => (Face::Mono, self.size * 0.94, self.ink),
        }
    }
}

/// Whether a line may end after a glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Break {
    /// Only if the word is wider than the line.
    Emergency,
    /// Only if the word is wider than the line, but better than elsewhere: after a slash, dot or underscore.
    Preferred,
    /// Yes: after a space, a hyphen, between ideographs.
    Allowed,
    /// It must.
    Forced,
    /// Never: a combining mark follows.
    Never,
}

/// A glyph in a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) face: Face,
    /// Index of the span it comes from.
    pub(crate) span: u16,
    /// Advance in points, kerning and letter spacing included.
    pub(crate) advance: f32,
    /// Kerning to the next glyph in thousandths of an em, included in the advance.
    pub(crate) kern: i16,
    pub(crate) space: bool,
    pub(crate) after: Break,
}

/// A text as glyphs, with the size and ink of each span.
pub(crate) struct Shaped {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) spans: Vec<(f32, Ink)>,
}

/// Turns a text into glyphs.
pub(crate) fn shape(fonts: &mut Fonts, text: &Text, look: Look) -> Shaped {
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut spans = Vec::with_capacity(text.0.len());
    let mut before = None;
    for (index, span) in text.0.iter().enumerate() {
        let (face, size, ink) = look.styled(span.style);
        spans.push((size, ink));
        let run = Run { face, size, span: u16::try_from(index).unwrap_or(u16::MAX), look };
        if is_nfc(&span.text) {
            run.shape(fonts, span.text.chars(), &mut before, &mut glyphs);
        } else {
            run.shape(fonts, span.text.nfc(), &mut before, &mut glyphs);
        }
    }
    Shaped { glyphs, spans }
}

struct Run {
    face: Face,
    size: f32,
    span: u16,
    look: Look,
}

impl Run {
    fn shape(
        &self,
        fonts: &mut Fonts,
        chars: impl Iterator<Item = char>,
        before: &mut Option<char>,
        glyphs: &mut Vec<Glyph>,
    ) {
        for c in chars {
            let c = match c {
                '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => {
                    self.force_break(fonts, glyphs);
                    *before = None;
                    continue;
                }
                '\u{200B}' => {
                    if let Some(last) = glyphs.last_mut() {
                        last.after = Break::Allowed;
                    }
                    continue;
                }
                c if is_ignored(c) => continue,
                c => plain_form(c),
            };
            if let Some(previous) = *before
                && let Some(last) = glyphs.last_mut()
            {
                last.after = break_between(previous, c, last.after, self.face == Face::Mono);
            }
            self.push(fonts, c, glyphs);
            *before = Some(c);
        }
    }

    fn push(&self, fonts: &mut Fonts, c: char, glyphs: &mut Vec<Glyph>) {
        let no_break_space = c == '\u{A0}';
        let shown = if no_break_space { ' ' } else { c };
        let (face, measured) = fonts.choose(self.face, shown, self.look.tabular);
        if let Some(last) = glyphs.last_mut()
            && last.face == face
            && last.span == self.span
            && last.after != Break::Forced
        {
            last.kern = fonts.kern(face, last.id, measured.glyph);
            last.advance += f32::from(last.kern) * self.size / 1000.0;
        }
        glyphs.push(Glyph {
            id: measured.glyph,
            face,
            span: self.span,
            advance: f32::from(measured.advance) * self.size / 1000.0 + self.look.tracking,
            kern: 0,
            space: c == ' ',
            after: Break::Emergency,
        });
    }

    /// Ends the line; an empty line gets a space so that it keeps its height.
    fn force_break(&self, fonts: &mut Fonts, glyphs: &mut Vec<Glyph>) {
        if glyphs.last().is_none_or(|last| last.after == Break::Forced) {
            self.push(fonts, ' ', glyphs);
        }
        if let Some(last) = glyphs.last_mut() {
            last.after = Break::Forced;
        }
    }
}

/// Characters without a shape of their own that carry no text: soft hyphen, joiners, direction and variation marks,
/// byte order mark, carriage return.
fn is_ignored(c: char) -> bool {
    matches!(c, '\r' | '\u{AD}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Spaces of other widths and hyphens of other kinds as the fonts have them.
fn plain_form(c: char) -> char {
    match c {
        '\t' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{3000}' => ' ',
        '\u{202F}' | '\u{2007}' => '\u{A0}',
        '\u{2010}' => '-',
        c => c,
    }
}

fn break_between(left: char, right: char, known: Break, code: bool) -> Break {
    if known == Break::Allowed || known == Break::Forced {
        return known;
    }
    if is_combining(right)
        || left == '\u{A0}'
        || right == '\u{A0}'
        || left == '\u{2011}'
        || right == '\u{2011}'
    {
        return Break::Never;
    }
    if left == ' ' {
        return if right == ' ' { Break::Emergency } else { Break::Allowed };
    }
    if matches!(left, '-' | '\u{2013}' | '\u{2014}') && right.is_alphabetic() && !code {
        return Break::Allowed;
    }
    if is_ideograph(left) && !closes(right) && right != ' ' || is_ideograph(right) && !opens(left) {
        return Break::Allowed;
    }
    if matches!(
        left,
        '/' | '\\' | '_' | '.' | ',' | ';' | ':' | '?' | '&' | '=' | '#' | '%' | '+' | '@' | '|' | '-'
    ) {
        return Break::Preferred;
    }
    Break::Emergency
}

fn is_combining(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x0483..=0x0489 | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
}

/// Scripts written without spaces, where a line may end after any character.
fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x30FF | 0x3100..=0x9FFF | 0xA000..=0xA4CF | 0xF900..=0xFAFF | 0xFF01..=0xFF60 | 0x20000..=0x3FFFF)
}

fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '.'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '、'
            | '。'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '，'
            | '；'
            | '：'
            | '！'
            | '？'
            | 'ー'
    )
}

fn opens(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '「' | '『' | '（' | '【' | '《')
}
