//! Lays a report model out as a tagged PDF, byte for byte reproducible.
//!
//! One [`Report`] goes in, one [`Rendered`] comes out. The crate knows layout only: every word a reader sees,
//! page numbers included, arrives through the model, already localised and formatted. It reads no clock, no file
//! and no random source, so equal models give equal bytes.
//!
//! The pages are A4 or Letter with the typography of the design (Source Serif 4 for title, standfirst, lead and
//! figures; Inter for the rest; JetBrains Mono for hashes). All fonts are embedded as subsets. The file carries a
//! structure tree, bookmarks, language, title and XMP metadata.

mod layout;
mod model;
mod pdf;
mod type_setting;

pub use model::{
    Align, Approval, ApprovalState, Bar, BarTone, Bars, Block, Cell, Checkpoint, Choice, Column, Contents,
    Cover, Fact, Field, Figure, Footer, Group, Heading, KeyValue, KeyValues, Legend, LegendEntry, Level,
    Link, List, Mark, Note, Orientation, Paper, Paragraph, Question, Report, Role, Row, SignOff, Span,
    Stretch, Style, Table, TableSize, Text, Timeline, Tone, Width,
};

/// What [`render`] gives back.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendered {
    /// The PDF file, PDF 1.7 with object streams.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// What could not be shown as written, in the order of the characters. Empty for a perfect print.
    pub warnings: Vec<Warning>,
}

/// Something a reader of the printed report should know about, because the text on paper differs from the text in
/// the model.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// No embedded font has this character; the replacement character U+FFFD stands in its place.
    MissingCharacter {
        /// The character of the model.
        character: char,
        /// How often it occurs.
        count: usize,
    },
    /// The character is printed, but its script needs shaping or right-to-left order that this layout does not do
    /// (Arabic, Hebrew, Indic scripts): the letters stand unjoined and in logical order.
    Unshaped {
        /// The first such character of the model.
        character: char,
        /// How many characters of such scripts occur.
        count: usize,
    },
}

/// Why a report could not be rendered. All cases are faults of the program or its fonts, never of the model: any
/// model gives a PDF.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// An embedded font file cannot be read or subset.
    #[error("the font {font} cannot be used: {reason}")]
    Font {
        /// PostScript name of the font.
        font: &'static str,
        /// What the font reader said.
        reason: String,
    },
    /// The document could not be written out.
    #[error("the document cannot be written: {0}")]
    Write(#[from] std::io::Error),
}

/// How many pages `report` takes, without making the PDF: for reports that say less where they would run over.
///
/// # Errors
/// [`RenderError`] if an embedded font cannot be read.
pub fn pages(report: &Report) -> Result<usize, RenderError> {
    Ok(layout::lay_out(report)?.pages.len())
}

/// Lays `report` out and gives the PDF bytes, the number of pages and what could not be shown as written.
///
/// The same model gives the same bytes, on any thread and however often it is called.
///
/// # Errors
/// [`RenderError`] if an embedded font cannot be read or the file cannot be assembled.
pub fn render(report: &Report) -> Result<Rendered, RenderError> {
    let pages = layout::lay_out(report)?;
    pdf::assemble(report, pages)
}
