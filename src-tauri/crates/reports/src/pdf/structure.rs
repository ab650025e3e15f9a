//! The structure tree in the file.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{integer, text};
use crate::layout::{Child, Node, NodeId, Page, Tag, Tree};

/// Ids that other parts of the file refer to.
pub(crate) struct Written {
    /// The root of the tree.
    pub(crate) root: ObjectId,
    /// Id of each annotation, by page and index.
    annotations: Vec<Vec<ObjectId>>,
    /// First key of annotations in the parent tree: behind those of the pages.
    first_key: usize,
}

impl Written {
    /// Id and key in the parent tree of an annotation.
    pub(crate) fn annotation(&self, page: usize, index: usize) -> Option<(ObjectId, usize)> {
        let before: usize = self.annotations.iter().take(page).map(Vec::len).sum();
        let id = self.annotations.get(page)?.get(index)?;
        Some((*id, self.first_key + before + index))
    }
}

/// Writes all structure elements and the parent tree.
pub(crate) fn write(doc: &mut Document, tree: &Tree, pages: &[Page], page_ids: &[ObjectId]) -> Written {
    let root = doc.new_object_id();
    let ids: Vec<ObjectId> = tree.nodes.iter().map(|_| doc.new_object_id()).collect();
    let annotations: Vec<Vec<ObjectId>> =
        pages.iter().map(|page| page.areas.iter().map(|_| doc.new_object_id()).collect()).collect();
    let written = Written { root, annotations, first_key: pages.len() };
    let context = Context { ids: &ids, page_ids, written: &written };
    for (node, &id) in tree.nodes.iter().zip(&ids) {
        doc.set_object(id, element(node, &context));
    }
    let parents = doc.add_object(dictionary! { "Nums" => parent_tree(pages, &context) });
    let keys = pages.len() + pages.iter().map(|page| page.areas.len()).sum::<usize>();
    let document = context.reference(NodeId(0));
    doc.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => document,
            "ParentTree" => parents,
            "ParentTreeNextKey" => integer(keys),
        },
    );
    written
}

struct Context<'a> {
    ids: &'a [ObjectId],
    page_ids: &'a [ObjectId],
    written: &'a Written,
}

impl Context<'_> {
    fn reference(&self, node: NodeId) -> Object {
        self.ids.get(node.0).map_or(Object::Null, |&id| id.into())
    }

    fn page(&self, page: usize) -> Object {
        self.page_ids.get(page).map_or(Object::Null, |&id| id.into())
    }
}

fn element(node: &Node, context: &Context<'_>) -> Dictionary {
    let mut element = Dictionary::new();
    element.set("S", node.tag.name());
    element.set(
        "P",
        node.parent.map_or_else(|| context.written.root.into(), |parent| context.reference(parent)),
    );
    let home = node.children.iter().find_map(|child| match child {
        Child::Content { page, .. } => Some(*page),
        _ => None,
    });
    if let Some(page) = home {
        element.set("Pg", context.page(page));
    }
    let mut kids: Vec<Object> = node.children.iter().map(|child| kid(child, home, context)).collect();
    match kids.len() {
        0 => {}
        1 => element.set("K", kids.remove(0)),
        _ => element.set("K", kids),
    }
    if let Some(attributes) = attributes(node) {
        element.set("A", attributes);
    }
    element
}

fn kid(child: &Child, home: Option<usize>, context: &Context<'_>) -> Object {
    match *child {
        Child::Node(node) => context.reference(node),
        Child::Content { page, mcid } if Some(page) == home => integer(mcid),
        Child::Content { page, mcid } => {
            dictionary! { "Type" => "MCR", "Pg" => context.page(page), "MCID" => integer(mcid) }.into()
        }
        Child::Annotation { page, index } => match context.written.annotation(page, index) {
            Some((id, _)) => dictionary! { "Type" => "OBJR", "Pg" => context.page(page), "Obj" => id }.into(),
            None => Object::Null,
        },
    }
}

fn attributes(node: &Node) -> Option<Object> {
    let given = node.attributes;
    let mut table = Dictionary::new();
    if let Some(scope) = given.scope {
        table.set("Scope", scope);
    }
    if let Some(columns) = given.columns {
        table.set("ColSpan", integer(columns));
    }
    if node.tag == Tag::Table && !node.summary.is_empty() {
        table.set("Summary", text(&node.summary));
    }
    if !table.is_empty() {
        table.set("O", "Table");
        return Some(table.into());
    }
    let numbering = given.numbering?;
    Some(dictionary! { "O" => "List", "ListNumbering" => numbering }.into())
}

/// Structure elements by page and number, then by annotation.
fn parent_tree(pages: &[Page], context: &Context<'_>) -> Vec<Object> {
    let mut numbers = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let owners: Vec<Object> = page.marked.iter().map(|&node| context.reference(node)).collect();
        numbers.push(integer(index));
        numbers.push(owners.into());
    }
    for (key, area) in (context.written.first_key..).zip(pages.iter().flat_map(|page| &page.areas)) {
        numbers.push(integer(key));
        numbers.push(context.reference(area.node));
    }
    numbers
}
