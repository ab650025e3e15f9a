//! The structure tree: what a screen reader follows instead of positions on paper.

/// Structure types used here (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    Document,
    Section,
    H1,
    H2,
    H3,
    H4,
    Paragraph,
    List,
    ListItem,
    ListLabel,
    ListBody,
    Table,
    TableRow,
    TableHead,
    TableData,
    TableHeader,
    TableBody,
    Contents,
    ContentsItem,
    Link,
    Span,
}

impl Tag {
    /// Name in the file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
            Self::H4 => "H4",
            Self::Paragraph => "P",
            Self::List => "L",
            Self::ListItem => "LI",
            Self::ListLabel => "Lbl",
            Self::ListBody => "LBody",
            Self::Table => "Table",
            Self::TableRow => "TR",
            Self::TableHead => "TH",
            Self::TableData => "TD",
            Self::TableHeader => "THead",
            Self::TableBody => "TBody",
            Self::Contents => "TOC",
            Self::ContentsItem => "TOCI",
            Self::Link => "Link",
            Self::Span => "Span",
        }
    }
}

/// Index of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NodeId(pub(crate) usize);

/// What hangs below a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Child {
    Node(NodeId),
    /// Marked content of a page.
    Content {
        page: usize,
        mcid: usize,
    },
    /// A link annotation of a page, by index.
    Annotation {
        page: usize,
        index: usize,
    },
}

/// Attributes of a table cell or list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Attributes {
    /// `Column` or `Row` for a TH.
    pub(crate) scope: Option<&'static str>,
    /// Columns covered, if more than one.
    pub(crate) columns: Option<usize>,
    /// `Decimal` or `Disc` for an L.
    pub(crate) numbering: Option<&'static str>,
}

/// A structure element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) tag: Tag,
    pub(crate) parent: Option<NodeId>,
    pub(crate) children: Vec<Child>,
    pub(crate) attributes: Attributes,
    /// Summary of a table; not printed.
    pub(crate) summary: String,
}

/// The tree; node 0 is the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

impl Tree {
    pub(crate) const ROOT: NodeId = NodeId(0);

    pub(crate) fn new() -> Self {
        let root = Node {
            tag: Tag::Document,
            parent: None,
            children: Vec::new(),
            attributes: Attributes::default(),
            summary: String::new(),
        };
        Self { nodes: vec![root] }
    }

    /// Adds a node as the last child of `parent`.
    pub(crate) fn add(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        self.add_with(parent, tag, Attributes::default())
    }

    /// Adds a node with attributes.
    pub(crate) fn add_with(&mut self, parent: NodeId, tag: Tag, attributes: Attributes) -> NodeId {
        let id = NodeId(self.nodes.len());
        let summary = String::new();
        self.nodes.push(Node { tag, parent: Some(parent), children: Vec::new(), attributes, summary });
        self.attach(parent, Child::Node(id));
        id
    }

    pub(crate) fn attach(&mut self, node: NodeId, child: Child) {
        if let Some(node) = self.nodes.get_mut(node.0) {
            node.children.push(child);
        }
    }

    pub(crate) fn summarise(&mut self, node: NodeId, summary: &str) {
        if let Some(node) = self.nodes.get_mut(node.0) {
            summary.clone_into(&mut node.summary);
        }
    }

    pub(crate) fn tag(&self, node: NodeId) -> Tag {
        self.nodes.get(node.0).map_or(Tag::Span, |node| node.tag)
    }
}
