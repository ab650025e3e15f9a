//! The blocks a report body is made of.

use super::{Mark, Orientation, Table, Text};

/// A block of the body.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading; stays with what follows.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list.
    List(List),
    /// Labels and values side by side.
    KeyValues(KeyValues),
    /// Meaning of marks; stays with the table that follows.
    Legend(Legend),
    /// A table.
    Table(Table),
    /// Horizontal bars.
    Bars(Bars),
    /// Stretches of time on a common scale.
    Timeline(Timeline),
    /// A question to answer on paper; stays whole.
    Question(Question),
    /// Approvals and signatures; each stays whole.
    SignOff(SignOff),
    /// A remark set apart.
    Note(Note),
    /// Starts a new page.
    PageBreak,
    /// Starts a new page that lies as given; no new page if the page at hand is still empty and lies so.
    Turn(Orientation),
}

/// Rank of a heading below the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub enum Level {
    /// A section; tagged H2.
    #[default]
    Section,
    /// A part of a section; tagged H3.
    Part,
    /// A part of a part; tagged H4, not in the table of contents.
    Detail,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// Rank.
    pub level: Level,
    /// Number or id before the words ("2", "A.6.2.4"). May be empty.
    pub number: String,
    /// The words.
    pub text: String,
    /// Name that links can lead to.
    pub anchor: Option<String>,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// The words.
    pub text: Text,
    /// What it is for.
    pub role: Role,
}

/// What a paragraph is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Reading text, Inter 9 / 13.2 pt.
    #[default]
    Body,
    /// The paragraph that opens a section, Source Serif 9.5 / 13.5 pt.
    Lead,
    /// Small print, Inter 7.4 / 10.4 pt.
    Caption,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// True: numbered from 1; false: dots.
    pub numbered: bool,
    /// The items.
    pub items: Vec<Text>,
}

/// Labels and values side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyValues {
    /// The lines.
    pub rows: Vec<KeyValue>,
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyValue {
    /// Label.
    pub label: String,
    /// Value.
    pub value: Text,
    /// Mark before the value.
    pub mark: Option<Mark>,
}

/// Meaning of marks and letters, above a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Legend {
    /// Marks with their words, from the left.
    pub entries: Vec<LegendEntry>,
    /// Remark at the right, below the marks if there is no room.
    pub note: String,
}

/// A mark and its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendEntry {
    /// The mark.
    pub mark: Mark,
    /// Its meaning.
    pub label: String,
}

/// Horizontal bars, each with its figure in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bars {
    /// What the bars show; printed above as a small heading and read out. May be empty.
    pub title: String,
    /// The bars from top to bottom.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Length between 0 (empty) and 1 (full width); other values are cut to that range.
    pub share: f32,
    /// The figure in words, with its base ("29 of 32").
    pub figure: String,
    /// Look of the bar.
    pub tone: BarTone,
}

/// Look of a bar; they differ without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BarTone {
    /// Solid accent.
    #[default]
    Solid,
    /// Hatched slate: a second series.
    Hatched,
    /// Slate outline: what is still to come.
    Outline,
}

/// Stretches of time on a common scale, each with its days in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timeline {
    /// What it shows; read out, not printed.
    pub summary: String,
    /// Names on the scale: where between 0 and 1, and the word.
    pub marks: Vec<(f32, String)>,
    /// Where today lies.
    pub now: Option<f32>,
    /// The stretches from top to bottom.
    pub stretches: Vec<Stretch>,
}

/// A stretch of time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stretch {
    /// What it stands for.
    pub label: String,
    /// Where it begins, between 0 and 1; other values are cut to that range.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
    /// Its days in words.
    pub figure: String,
    /// Look of the bar.
    pub tone: BarTone,
}

/// A question to answer on paper.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: String,
    /// Small print below it. May be empty.
    pub note: String,
    /// Boxes to tick.
    pub answers: Vec<Choice>,
    /// Ruled spaces to write on, side by side.
    pub fields: Vec<Field>,
}

/// A box to tick.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What it says.
    pub label: String,
    /// Whether it is the answer given so far.
    pub given: bool,
}

/// A ruled space to write on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Field {
    /// What belongs there.
    pub label: String,
    /// What is known; empty leaves room for a hand.
    pub value: String,
    /// Its share of the width.
    pub share: f32,
}

/// Approvals and signatures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SignOff {
    /// Small heading above. May be empty.
    pub title: String,
    /// One per person.
    pub approvals: Vec<Approval>,
}

/// One person's approval, given or awaited.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Approval {
    /// What the person does ("Approved by", "Prepared by").
    pub role: String,
    /// Name or job of the person ("Managing director").
    pub person: String,
    /// Job below the name. May be empty.
    pub job: String,
    /// Where it stands.
    pub state: ApprovalState,
}

/// Where an approval stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApprovalState {
    /// Given in the program.
    Given {
        /// Mark and words ("Approved").
        mark: Mark,
        /// Words beside the mark.
        words: String,
        /// When ("23 November 2026, 14:02").
        date: String,
        /// Further lines, such as the hash of the approved content. May be empty.
        note: String,
    },
    /// Given on paper and recorded by someone ("Approved on paper, recorded by the compliance lead").
    OnPaper {
        /// Words beside the mark.
        words: String,
        /// Date on the paper.
        date: String,
        /// Who recorded it, when, and where the paper is.
        note: String,
    },
    /// To be given: lines to sign by hand.
    Open {
        /// Caption of the line for the signature ("Signature").
        signature: String,
        /// Caption of the line for the date ("Date").
        date: String,
        /// What is awaited ("Waiting for the managing director"). May be empty.
        note: String,
    },
}

impl Default for ApprovalState {
    fn default() -> Self {
        Self::Open { signature: String::new(), date: String::new(), note: String::new() }
    }
}

/// A remark set apart by a rule at its left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// First words, heavier. May be empty.
    pub title: String,
    /// The words.
    pub text: Text,
    /// Mark before the title.
    pub mark: Option<Mark>,
}
