//! The pen that walks down the pages: room, page breaks, drawing lines of text with their owner.

use std::collections::BTreeMap;

use super::page::{Area, Drawing, Owner, Page, Segment, Shape, Target};
use super::tree::{Child, NodeId, Tag, Tree};
use super::{LaidOut, OutlineEntry, Place, footer};
use crate::RenderError;
use crate::model::{Link, Orientation, Paper, Report, Text};
use crate::type_setting::{Fonts, Ink, Line, Lines, Look, break_lines};

const MM: f32 = 72.0 / 25.4;
pub(crate) const LEFT: f32 = 19.0 * MM;
pub(crate) const RIGHT: f32 = 18.0 * MM;
pub(crate) const TOP: f32 = 16.0 * MM;
/// Distance of the foot from the edge of the paper.
pub(crate) const FOOT: f32 = 10.0 * MM;
/// First baseline of content on pages with a running head.
const HEAD_ROOM: f32 = 26.0;

/// Left and right edge of the content on paper of this size. Upright Letter is wider than A4; the surplus goes to both
/// sides so that columns keep their width.
pub(crate) fn edges(width: f32, height: f32) -> (f32, f32) {
    let surplus = if width < height { (width - 210.0 * MM).max(0.0) } else { 0.0 };
    (LEFT + surplus / 2.0, width - RIGHT - surplus / 2.0)
}

/// Where the next block goes.
pub(crate) struct Flow<'a> {
    pub(crate) report: &'a Report,
    pub(crate) fonts: Fonts,
    pub(crate) tree: Tree,
    pub(crate) pages: Vec<Page>,
    pub(crate) outline: Vec<OutlineEntry>,
    /// Distance of the pen from the top of the page.
    pub(crate) y: f32,
    /// Element new blocks hang below.
    pub(crate) section: NodeId,
    /// Index of the page that is drawn on: the last one, except while contents and feet are filled in.
    current: usize,
    anchors: BTreeMap<String, Place>,
    orientation: Orientation,
    foot_height: f32,
}

impl<'a> Flow<'a> {
    pub(crate) fn new(report: &'a Report) -> Result<Self, RenderError> {
        let mut flow = Self {
            report,
            fonts: Fonts::new()?,
            tree: Tree::new(),
            pages: Vec::new(),
            outline: Vec::new(),
            y: TOP,
            section: Tree::ROOT,
            current: 0,
            anchors: BTreeMap::new(),
            orientation: report.orientation,
            foot_height: 0.0,
        };
        flow.foot_height = footer::height(report);
        flow.add_page();
        flow.y = TOP;
        Ok(flow)
    }

    pub(crate) fn finish(self) -> LaidOut {
        let Self { mut pages, tree, outline, fonts, anchors, .. } = self;
        for area in pages.iter_mut().flat_map(|page| page.areas.iter_mut()) {
            if let Target::Anchor(name) = &area.target
                && let Some(place) = anchors.get(name)
            {
                area.target = Target::Place(*place);
            }
        }
        LaidOut { pages, tree, outline, fonts }
    }

    fn paper(&self) -> (f32, f32) {
        let (short, long) = match self.report.paper {
            Paper::A4 => (210.0 * MM, 297.0 * MM),
            Paper::Letter => (612.0, 792.0),
        };
        match self.orientation {
            Orientation::Portrait => (short, long),
            Orientation::Landscape => (long, short),
        }
    }

    /// Left edge of the content.
    pub(crate) fn left(&self) -> f32 {
        let (width, height) = self.paper();
        edges(width, height).0
    }

    /// Right edge of the content.
    pub(crate) fn right(&self) -> f32 {
        let (width, height) = self.paper();
        edges(width, height).1
    }

    /// Width of the content.
    pub(crate) fn width(&self) -> f32 {
        self.right() - self.left()
    }

    /// Lowest point of content.
    pub(crate) fn bottom(&self) -> f32 {
        self.paper().1 - FOOT - self.foot_height - 14.0
    }

    /// Room left on this page.
    pub(crate) fn room(&self) -> f32 {
        self.bottom() - self.y
    }

    /// Room on a fresh page.
    pub(crate) fn full_room(&self) -> f32 {
        self.bottom() - TOP - HEAD_ROOM
    }

    /// True if nothing has been placed on this page yet.
    pub(crate) fn at_top(&self) -> bool {
        self.pages.len() > 1 && self.y <= TOP + HEAD_ROOM + 0.01
    }

    /// Index of this page.
    pub(crate) fn page(&self) -> usize {
        self.current
    }

    /// Draws on another page from now on.
    pub(crate) fn go_to(&mut self, page: usize) {
        self.current = page;
    }

    pub(crate) fn place(&self) -> Place {
        Place { page: self.page(), y: self.y }
    }

    /// Goes to a new page.
    pub(crate) fn add_page(&mut self) {
        let (width, height) = self.paper();
        self.pages.push(Page::new(width, height));
        self.current = self.pages.len() - 1;
        self.y = TOP + HEAD_ROOM;
        if self.pages.len() > 1 {
            self.running_head();
        }
    }

    /// Organisation and confidentiality at the top of later pages.
    fn running_head(&mut self) {
        let cover = &self.report.cover;
        let (left, right) = (self.left(), self.right());
        self.begin_artifact();
        let room = (right - left) / 2.0 - 8.0;
        self.fitted(&cover.organisation, super::looks::RUNNING, left, TOP, 0.0, room);
        self.fitted(&cover.confidentiality, super::looks::RUNNING, right, TOP, 1.0, room);
        self.end();
    }

    /// Makes sure that `height` fits, on a new page if need be.
    pub(crate) fn need(&mut self, height: f32) {
        if height > self.room() && !self.at_top() {
            self.add_page();
        }
    }

    /// Turns the paper; a new page unless this one is fresh and lies right.
    pub(crate) fn turn(&mut self, orientation: Orientation) {
        if self.orientation == orientation && self.at_top() {
            return;
        }
        if self.at_top() {
            self.pages.pop();
        }
        self.orientation = orientation;
        self.add_page();
    }

    /// Remembers where links to `anchor` lead; the first of equal names counts.
    pub(crate) fn anchor(&mut self, anchor: Option<&String>) {
        if let Some(name) = anchor {
            let place = self.place();
            self.anchors.entry(name.clone()).or_insert(place);
        }
    }

    /// Tag of a heading of this depth below the title. Before the first section all are one rank higher, so that no
    /// rank is left out.
    pub(crate) fn heading_tag(&self, depth: usize) -> Tag {
        let depth = if self.section == Tree::ROOT { depth.saturating_sub(1).max(1) } else { depth };
        match depth {
            0 | 1 => Tag::H2,
            2 => Tag::H3,
            _ => Tag::H4,
        }
    }

    pub(crate) fn bookmark(&mut self, title: String, depth: usize) {
        let place = self.place();
        self.outline.push(OutlineEntry { title, depth, place });
    }

    pub(crate) fn draw(&mut self, drawing: Drawing) {
        if let Some(page) = self.pages.get_mut(self.current) {
            page.drawings.push(drawing);
        }
    }

    pub(crate) fn begin_artifact(&mut self) {
        self.draw(Drawing::Begin(Owner::Artifact));
    }

    /// What is drawn up to [`Self::end`] belongs to `node`.
    pub(crate) fn begin(&mut self, node: NodeId) {
        let page_index = self.page();
        let tag = self.tree.tag(node);
        let Some(page) = self.pages.get_mut(page_index) else { return };
        let mcid = page.marked.len();
        page.marked.push(node);
        page.drawings.push(Drawing::Begin(Owner::Element { tag, mcid }));
        self.tree.attach(node, Child::Content { page: page_index, mcid });
    }

    pub(crate) fn end(&mut self) {
        self.draw(Drawing::End);
    }

    /// A horizontal rule across the content, as an artifact.
    pub(crate) fn rule(&mut self, y: f32, ink: Ink, weight: f32) {
        let (left, right) = (self.left(), self.right());
        self.stroke(&[(left, y), (right, y)], ink, weight);
    }

    /// A straight line, as an artifact.
    pub(crate) fn stroke(&mut self, points: &[(f32, f32)], ink: Ink, weight: f32) {
        let path = points.iter().enumerate();
        let path =
            path.map(|(i, &(x, y))| if i == 0 { Segment::Move(x, y) } else { Segment::Line(x, y) }).collect();
        let shape = Shape { path, fill: None, stroke: Some((ink, weight)), dash: None, round: false };
        self.artifact(Drawing::Shape(shape));
    }

    pub(crate) fn artifact(&mut self, drawing: Drawing) {
        self.begin_artifact();
        self.draw(drawing);
        self.end();
    }

    /// Breaks a text into lines.
    pub(crate) fn set(&mut self, text: &Text, look: Look, width: f32) -> Lines {
        break_lines(&mut self.fonts, text, look, width)
    }

    /// One line without owner, at its top; `align` shifts it left by that part of its width. Words wider than `room`
    /// are set up to a quarter smaller, then cut with an ellipsis: such lines repeat what stands in full elsewhere.
    pub(crate) fn fitted(&mut self, words: &str, look: Look, x: f32, y: f32, align: f32, room: f32) {
        let mut lines = self.set(&Text::from(words), look, f32::INFINITY);
        if lines.width() > room {
            let size = look.size * (room / lines.width()).max(0.75);
            let look = Look { size, ..look };
            lines = self.set(&Text::from(words), look, f32::INFINITY);
            // Whole words go; only a single word that is too wide is cut within.
            let mut kept = words.trim_end();
            while lines.width() > room && !kept.is_empty() {
                kept = match kept.rsplit_once(char::is_whitespace) {
                    Some((before, _)) => before.trim_end_matches([',', ';', ' ']),
                    None => {
                        kept.char_indices().next_back().map_or("", |(last, _)| kept.get(..last).unwrap_or(""))
                    }
                };
                let cut = format!("{kept}\u{2026}");
                lines = self.set(&Text::from(cut), look, f32::INFINITY);
            }
        }
        let look = lines.look;
        if let Some(line) = lines.lines.first() {
            self.pieces(line, look, x - line.width * align, y);
        }
    }

    /// Lines without owner.
    pub(crate) fn artifact_lines(&mut self, lines: &Lines, x: f32, top: f32, align: f32) {
        self.begin_artifact();
        let mut top = top;
        for line in &lines.lines {
            self.pieces(line, lines.look, x - line.width * align, top);
            top += lines.look.line;
        }
        self.end();
    }

    fn pieces(&mut self, line: &Line, look: Look, x: f32, top: f32) {
        let y = top + self.fonts.baseline(look.face, look.size, look.line);
        for piece in &line.pieces {
            self.piece(piece, look, x, y);
        }
    }

    fn piece(&mut self, piece: &crate::type_setting::Piece, look: Look, x: f32, y: f32) {
        self.draw(Drawing::Text {
            face: piece.face,
            size: piece.size,
            ink: piece.ink,
            x: x + piece.x,
            y,
            tracking: look.tracking,
            glyphs: piece.glyphs.clone(),
        });
    }

    /// Draws lines one below the other as content of `node`. `align` shifts each line left by that part of its width.
    pub(crate) fn lines(
        &mut self,
        words: &mut Words<'_>,
        range: std::ops::Range<usize>,
        x: f32,
        top: f32,
        align: f32,
    ) {
        let look = words.lines.look;
        let Some(lines) = words.lines.lines.get(range) else { return };
        if lines.is_empty() {
            return;
        }
        let mut open: Option<NodeId> = None;
        let mut top = top;
        for line in lines {
            let x = x - line.width * align;
            let y = top + self.fonts.baseline(look.face, look.size, look.line);
            for (index, piece) in line.pieces.iter().enumerate() {
                let owner = words.owner(&mut self.tree, piece.span);
                if open != Some(owner) {
                    if open.is_some() {
                        self.end();
                    }
                    self.begin(owner);
                    open = Some(owner);
                }
                self.piece(piece, look, x, y);
                let end = line.pieces.get(index + 1).map_or(line.width, |next| next.x);
                self.link_area(words, piece.span, owner, (x + piece.x, top, x + end, top + look.line));
            }
            top += look.line;
        }
        if open.is_some() {
            self.end();
        }
    }

    fn link_area(&mut self, words: &Words<'_>, span: u16, node: NodeId, edges: (f32, f32, f32, f32)) {
        if node == words.node {
            return;
        }
        let Some(span) = words.text.0.get(usize::from(span)) else { return };
        let target = match &span.link {
            Some(Link::Web(address)) => Target::Web(address.clone()),
            Some(Link::Anchor(name)) => Target::Anchor(name.clone()),
            None => return,
        };
        self.add_area(Area {
            left: edges.0,
            top: edges.1,
            right: edges.2,
            bottom: edges.3,
            target,
            node,
            words: span.text.clone(),
        });
    }

    pub(crate) fn add_area(&mut self, area: Area) {
        let page_index = self.page();
        let Some(page) = self.pages.get_mut(page_index) else { return };
        let index = page.areas.len();
        self.tree.attach(area.node, Child::Annotation { page: page_index, index });
        page.areas.push(area);
    }

    /// Sets a text and draws it at the pen as one element, across pages if need be; the pen moves below it.
    pub(crate) fn paragraph(&mut self, text: &Text, look: Look, tag: Tag, x: f32, width: f32) -> NodeId {
        let node = self.tree.add(self.section, tag);
        self.flowing(text, look, node, x, width);
        node
    }

    /// Draws a text at the pen as content of `node`, across pages if need be. No page keeps a single line of it unless
    /// the text has only one or the page is too short.
    pub(crate) fn flowing(&mut self, text: &Text, look: Look, node: NodeId, x: f32, width: f32) {
        let lines = self.set(text, look, width);
        let mut words = Words::new(text, &lines, node);
        let mut from = 0;
        let total = lines.lines.len();
        while from < total {
            let mut fits = lines_in(self.room(), look);
            let left = total - from;
            if fits < left && left - fits == 1 && fits > 2 {
                fits -= 1;
            }
            if fits < left.min(2) && !self.at_top() {
                self.add_page();
                continue;
            }
            let count = fits.clamp(1, left);
            let y = self.y;
            self.lines(&mut words, from..from + count, x, y, 0.0);
            self.y += Lines::height_of(count, look);
            from += count;
            if from < total {
                self.add_page();
            }
        }
    }
}

/// How many lines of a look fit into a height.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a page holds few lines; never negative"
)]
pub(crate) fn lines_in(height: f32, look: Look) -> usize {
    ((height + 0.01) / look.line).max(0.0).floor() as usize
}

/// A text broken into lines together with the elements that own its parts.
pub(crate) struct Words<'a> {
    text: &'a Text,
    pub(crate) lines: &'a Lines,
    node: NodeId,
    /// Link element of each span met so far.
    links: Vec<(u16, NodeId)>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a Text, lines: &'a Lines, node: NodeId) -> Self {
        Self { text, lines, node, links: Vec::new() }
    }

    /// The element that owns a span: a Link below the text's own element, or that element itself.
    fn owner(&mut self, tree: &mut Tree, span: u16) -> NodeId {
        let link = self.text.0.get(usize::from(span)).and_then(|span| span.link.as_ref());
        let live = match link {
            Some(Link::Web(address)) => {
                ["https://", "http://", "mailto:"].iter().any(|p| address.starts_with(p))
            }
            Some(Link::Anchor(_)) => true,
            None => false,
        };
        if !live {
            return self.node;
        }
        if let Some((_, node)) = self.links.iter().find(|(known, _)| *known == span) {
            return *node;
        }
        let node = tree.add(self.node, Tag::Link);
        self.links.push((span, node));
        node
    }
}
