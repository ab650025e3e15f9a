//! The report model: what the application says, without any position on paper.

mod block;
mod table;
mod text;

pub use block::{
    Approval, ApprovalState, Bar, BarTone, Bars, Block, Choice, Field, Heading, KeyValue, KeyValues, Legend,
    LegendEntry, Level, List, Note, Paragraph, Question, Role, SignOff, Stretch, Timeline,
};
pub use table::{Align, Cell, Column, Group, Row, Table, TableSize, Tone, Width};
pub use text::{Link, Mark, Span, Style, Text};

/// A whole report. All texts are final: localised, formatted, without markup.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// BCP 47 tag of the language of the text, such as `en-GB`; read out by screen readers.
    pub language: String,
    /// Paper size.
    pub paper: Paper,
    /// Orientation of the first page; [`Block::Turn`] changes it later.
    pub orientation: Orientation,
    /// Who publishes the report (the organisation); goes into the metadata.
    pub author: String,
    /// One sentence on what the report is about; goes into the metadata. May be empty.
    pub subject: String,
    /// Moment of the content (the time of the trail checkpoint, never the clock), as `YYYY-MM-DDTHH:MM:SSZ` with or
    /// without milliseconds; creation and modification date of the metadata. `None` or another form: no dates.
    pub created: Option<String>,
    /// The first page down to the content. Its title is also the title of the file.
    pub cover: Cover,
    /// A table of contents after the cover, if wanted.
    pub contents: Option<Contents>,
    /// The content in reading order.
    pub body: Vec<Block>,
    /// What stands at the foot of every page.
    pub footer: Footer,
}

/// Paper sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 210 x 297 mm.
    #[default]
    A4,
    /// 8.5 x 11 in; same column widths as A4.
    Letter,
}

/// How the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// On its side, for wide tables.
    Landscape,
}

/// The block at the top of the first page. Empty parts take no room.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cover {
    /// Name of the organisation, top left beside the mark and on every later page.
    pub organisation: String,
    /// Who may read it, top right and on every later page ("Confidential, for the certification body").
    pub confidentiality: String,
    /// Title of the report.
    pub title: String,
    /// One or two lines below the title.
    pub standfirst: String,
    /// The row of facts between two rules; four look best.
    pub facts: Vec<Fact>,
    /// A few sentences left of the figures.
    pub lead: String,
    /// The large figures; up to four per row.
    pub figures: Vec<Figure>,
}

/// A labelled fact of the cover.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fact {
    /// Label above ("Version").
    pub label: String,
    /// The fact ("3, draft of 23 November 2026").
    pub value: String,
    /// Share of the width relative to the other facts; 0 counts as 1.
    pub share: f32,
}

/// A large figure of the cover.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// The figure, formatted ("26").
    pub value: String,
    /// What it counts ("included").
    pub label: String,
}

/// A table of contents made from the headings of the body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// Its heading ("Contents").
    pub title: String,
    /// Only printed if the report has at least this many pages without it; 0 prints it always.
    pub from_pages: usize,
}

/// The foot of every page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Footer {
    /// Left, first line: document and version, with "draft" if it is one.
    pub document: String,
    /// Left, second line: usually the time of the checkpoint.
    pub note: String,
    /// Centre: the state of the trail the report was made from.
    pub checkpoint: Option<Checkpoint>,
    /// Right, first line: template with `{x}` for the page and `{y}` for the number of pages ("Page {x} of {y}").
    pub page: String,
    /// Right, second line: source of quoted titles.
    pub source: String,
}

/// The trail checkpoint a report can be compared with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checkpoint {
    /// Label ("Trail checkpoint 1,284").
    pub label: String,
    /// Hash in hexadecimal digits without gaps; all of them are printed, in groups of four.
    pub hash: String,
}
