//! Fonts, measuring and breaking text into lines.

mod fonts;
mod kerning;
mod lines;
mod shape;

pub(crate) use fonts::{Face, FontUse, Fonts, advance, thousandths};
pub(crate) use lines::{Line, Lines, Piece, break_lines};
use shape::{Glyph, shape};
pub(crate) use shape::{Ink, Look};
