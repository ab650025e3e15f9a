//! Breaking glyphs into lines of a given width.

use super::shape::{Break, Ink};
use super::{Face, Fonts, Glyph, Look, shape};
use crate::model::Text;

/// A text broken into lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lines {
    pub(crate) lines: Vec<Line>,
    pub(crate) look: Look,
}

impl Lines {
    /// Height in points.
    pub(crate) fn height(&self) -> f32 {
        Self::height_of(self.lines.len(), self.look)
    }

    #[expect(clippy::cast_precision_loss, reason = "a text has far fewer than 2^23 lines")]
    pub(crate) fn height_of(lines: usize, look: Look) -> f32 {
        lines as f32 * look.line
    }

    /// Width of the widest line in points.
    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Line {
    pub(crate) pieces: Vec<Piece>,
    /// Width without trailing spaces, in points.
    pub(crate) width: f32,
}

/// Neighbouring glyphs of one face and one span.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
    pub(crate) span: u16,
    /// Distance from the start of the line in points.
    pub(crate) x: f32,
    /// Glyph and kerning after it.
    pub(crate) glyphs: Vec<(u16, i16)>,
}

/// Sets `text` in lines no wider than `width` points. Words wider than a line break anywhere, after punctuation if
/// possible. An empty text has no lines.
pub(crate) fn break_lines(fonts: &mut Fonts, text: &Text, look: Look, width: f32) -> Lines {
    let shaped = shape(fonts, text, look);
    let glyphs = &shaped.glyphs;
    let mut lines = Vec::new();
    let mut start = 0;
    while start < glyphs.len() {
        let end = line_end(glyphs, start, width);
        lines.push(line(glyphs.get(start..end).unwrap_or_default(), &shaped.spans, look));
        start = end;
    }
    Lines { lines, look }
}

/// Index after the last glyph of the line that starts at `start`; always beyond `start`.
fn line_end(glyphs: &[Glyph], start: usize, width: f32) -> usize {
    let mut x = 0.0_f32;
    let mut allowed = None;
    let mut preferred = None;
    let mut emergency = None;
    for (index, glyph) in glyphs.iter().enumerate().skip(start) {
        let after = index + 1;
        // A trailing space may hang over the edge. The tolerance is far below what can be seen.
        if !glyph.space && x + glyph.advance > width + 0.01 && index > start {
            return allowed.unwrap_or_else(|| {
                let best = preferred.filter(|&at: &usize| (at - start) * 3 > (index - start) * 2);
                best.or(emergency).unwrap_or(index)
            });
        }
        x += glyph.advance;
        match glyph.after {
            Break::Forced => return after,
            Break::Allowed => allowed = Some(after),
            Break::Preferred => {
                preferred = Some(after);
                emergency = Some(after);
            }
            Break::Emergency => emergency = Some(after),
            Break::Never => {}
        }
    }
    glyphs.len()
}

fn line(glyphs: &[Glyph], spans: &[(f32, Ink)], look: Look) -> Line {
    let mut line = Line::default();
    let mut x = 0.0;
    for glyph in glyphs {
        let (size, ink) = spans.get(usize::from(glyph.span)).copied().unwrap_or((look.size, look.ink));
        match line.pieces.last_mut() {
            Some(piece) if piece.face == glyph.face && piece.span == glyph.span => {
                piece.glyphs.push((glyph.id, glyph.kern));
            }
            _ => line.pieces.push(Piece {
                face: glyph.face,
                size,
                ink,
                span: glyph.span,
                x,
                glyphs: vec![(glyph.id, glyph.kern)],
            }),
        }
        x += glyph.advance;
        if !glyph.space {
            line.width = x - look.tracking;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::looks::CELL;

    /// The characters of each line, read back through the record of used glyphs.
    fn broken(words: &str, width: f32) -> Vec<String> {
        let mut fonts = Fonts::new().unwrap();
        let lines = break_lines(&mut fonts, &Text::from(words), CELL, width);
        let used: std::collections::BTreeMap<(Face, u16), char> = fonts
            .used()
            .flat_map(|(face, _, used)| used.iter().map(move |(&glyph, &c)| ((face, glyph), c)))
            .collect();
        for line in &lines.lines {
            assert!(line.width <= width + 0.02, "{} is wider than {width}", line.width);
        }
        let read = |line: &Line| {
            line.pieces.iter().flat_map(|p| p.glyphs.iter().map(|g| used[&(p.face, g.0)])).collect()
        };
        lines.lines.iter().map(read).collect()
    }

    #[test]
    fn words_wrap_at_spaces_and_keep_them() {
        assert_eq!(
            broken("Assigned in the responsibility matrix", 90.0),
            ["Assigned in the ", "responsibility matrix"]
        );
    }

    #[test]
    fn nothing_is_no_line_and_line_feeds_are_lines() {
        assert!(broken("", 90.0).is_empty());
        assert_eq!(broken("a\n\nb\r\nc", 90.0), ["a", " ", "b", "c"]);
    }

    #[test]
    fn hyphens_and_ideographs_may_end_a_line_but_numbers_stay_whole() {
        assert_eq!(broken("high-risk", 24.0), ["high-", "risk"]);
        assert_eq!(broken("人工知能", 20.0), ["人工", "知能"]);
        assert_eq!(broken("a \u{2212}1 b-2", 17.5), ["a \u{2212}1 ", "b-2"]);
    }

    #[test]
    fn no_break_spaces_hold_words_together() {
        assert_eq!(broken("due 18\u{A0}December", 62.0), ["due ", "18 December"]);
    }

    #[test]
    fn long_words_break_after_punctuation_or_anywhere() {
        assert_eq!(broken("registry/systems/decisions", 75.0), ["registry/systems/", "decisions"]);
        let word = "x".repeat(500);
        let lines = broken(&word, 40.0);
        assert!(lines.len() > 40);
        assert_eq!(lines.concat(), word);
    }

    #[test]
    fn a_letter_wider_than_the_line_still_gets_a_line() {
        assert_eq!(broken_any("WW"), 2);
    }

    fn broken_any(words: &str) -> usize {
        let mut fonts = Fonts::new().unwrap();
        break_lines(&mut fonts, &Text::from(words), CELL, 1.0).lines.len()
    }

    #[test]
    fn marks_stay_with_their_letter() {
        let lines = broken(&"q\u{323}".repeat(30), 30.0);
        assert!(lines.iter().all(|line| line.starts_with('q')), "{lines:?}");
    }

    #[test]
    fn kerning_and_tabular_figures_come_from_the_font() {
        let mut fonts = Fonts::new().unwrap();
        let mut width =
            |words: &str, look: Look| break_lines(&mut fonts, &Text::from(words), look, 900.0).width();
        assert!(width("AV", CELL) < width("A", CELL) + width("V", CELL));
        let tabular = Look { tabular: true, ..CELL };
        let (ones, eights) = (width("1111", tabular), width("8888", tabular));
        assert!((ones - eights).abs() < 0.01, "{ones} {eights}");
        assert!(width("1111", CELL) < width("8888", CELL));
    }
}
