//! Words with emphasis and links, and the marks drawn beside words.

/// A piece of running text. A line feed in a span starts a new line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Span>);

impl Text {
    /// True if no span holds any character.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.text.is_empty())
    }

    /// The characters without emphasis and links.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    /// Adds a span and gives the text back, to build a sentence from pieces.
    #[must_use]
    pub fn and(mut self, span: Span) -> Self {
        self.0.push(span);
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(vec![Span::plain(text)])
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(vec![Span { text, style: Style::Plain, link: None }])
    }
}

impl From<Span> for Text {
    fn from(span: Span) -> Self {
        Self(vec![span])
    }
}

/// Characters of one style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    /// The characters.
    pub text: String,
    /// How they look.
    pub style: Style,
    /// Where a click leads.
    pub link: Option<Link>,
}

impl Span {
    /// A span in the style of its surroundings.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Plain, link: None }
    }

    /// A span in a given style.
    #[must_use]
    pub fn styled(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style, link: None }
    }

    /// A link, printed in the accent colour.
    #[must_use]
    pub fn link(text: impl Into<String>, link: Link) -> Self {
        Self { text: text.into(), style: Style::Accent, link: Some(link) }
    }
}

/// Look of a span within its surroundings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// As the surroundings.
    #[default]
    Plain,
    /// Heavier.
    Strong,
    /// Lighter in colour, for ids and asides.
    Quiet,
    /// In the accent colour.
    Accent,
    /// Monospaced, for hashes and file names.
    Code,
}

/// Target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// An address outside the document; `http`, `https` and `mailto` become a link, anything else stays plain text.
    Web(String),
    /// The heading, row or group with this anchor; an unknown anchor leads nowhere.
    Anchor(String),
}

/// A mark drawn as a vector shape before a word. The shapes differ without colour, so they survive a monochrome
/// printer. A mark is decoration: the word beside it carries the meaning for readers who cannot see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Filled disc: included, done.
    Dot,
    /// Short dash: excluded, not needed.
    Dash,
    /// Disc, right half filled: in part, shared.
    HalfDot,
    /// Dashed ring: not decided, not started.
    DashedRing,
    /// Plain ring: planned.
    Ring,
    /// Tick: in place, shown by records.
    Check,
    /// Filled triangle: attention, overdue.
    Triangle,
    /// Filled octagon: blocked, not met.
    Octagon,
    /// Rounded square: information.
    Square,
    /// Arrow to the right: taken from elsewhere.
    Arrow,
}
