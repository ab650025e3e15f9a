//! What stands on a page, before it becomes PDF operators. Positions are points from the top left corner.

use super::tree::{NodeId, Tag};
use crate::type_setting::{Face, Ink};

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) drawings: Vec<Drawing>,
    pub(crate) areas: Vec<Area>,
    /// The structure element of each marked content, by number.
    pub(crate) marked: Vec<NodeId>,
}

impl Page {
    /// An empty page of the given size in points.
    pub(crate) fn new(width: f32, height: f32) -> Self {
        Self { width, height, drawings: Vec::new(), areas: Vec::new(), marked: Vec::new() }
    }
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Drawing {
    /// What follows up to the end belongs to this owner.
    Begin(Owner),
    End,
    /// Glyphs with the kerning after each, in thousandths of an em.
    Text {
        face: Face,
        size: f32,
        ink: Ink,
        x: f32,
        y: f32,
        tracking: f32,
        glyphs: Vec<(u16, i16)>,
    },
    Shape(Shape),
}

/// Who owns content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Nobody: rules, marks, repeated heads, the foot of the page.
    Artifact,
    /// A structure element, through marked content with this number.
    Element { tag: Tag, mcid: usize },
}

/// A path that is filled, stroked or both.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shape {
    pub(crate) path: Vec<Segment>,
    pub(crate) fill: Option<Ink>,
    /// Ink and width of the line.
    pub(crate) stroke: Option<(Ink, f32)>,
    /// Lengths of dash and gap.
    pub(crate) dash: Option<(f32, f32)>,
    /// Round ends and joins.
    pub(crate) round: bool,
}

/// A part of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Segment {
    Move(f32, f32),
    Line(f32, f32),
    Curve([f32; 6]),
    Close,
}

/// A clickable area.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
    pub(crate) target: Target,
    /// The Link element it belongs to.
    pub(crate) node: NodeId,
    /// The words of the link, for screen readers.
    pub(crate) words: String,
}

/// Where a click leads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Target {
    Web(String),
    /// A name not yet looked up; one that is still there at the end leads nowhere.
    Anchor(String),
    Place(super::Place),
}
