//! Links and bookmarks.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{integer, real, structure, text};
use crate::layout::{OutlineEntry, Page, Place, Target};

/// Where a place is: page, and a position just above it.
fn destination(place: Place, pages: &[Page], page_ids: &[ObjectId]) -> Object {
    let (Some(page), Some(&id)) = (pages.get(place.page), page_ids.get(place.page)) else {
        return Object::Null;
    };
    let top = real((page.height - place.y + 8.0).min(page.height));
    vec![id.into(), "XYZ".into(), Object::Null, top, Object::Null].into()
}

/// The link annotations of a page.
pub(crate) fn annotations(
    doc: &mut Document,
    page: &Page,
    index: usize,
    pages: &[Page],
    page_ids: &[ObjectId],
    structure: &structure::Written,
) -> Vec<Object> {
    let mut ids = Vec::new();
    for (number, area) in page.areas.iter().enumerate() {
        let Some((id, key)) = structure.annotation(index, number) else { continue };
        let (bottom, top) = (page.height - area.bottom, page.height - area.top);
        let mut link = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => vec![real(area.left), real(bottom), real(area.right), real(top)],
            "Border" => vec![0.into(), 0.into(), 0.into()],
            // Printed like the page.
            "F" => 4,
            "StructParent" => integer(key),
            "Contents" => text(&area.words),
        };
        match &area.target {
            Target::Web(address) => {
                let address = Object::string_literal(encoded(address));
                link.set("A", dictionary! { "S" => "URI", "URI" => address });
            }
            Target::Place(place) => link.set("Dest", destination(*place, pages, page_ids)),
            Target::Anchor(_) => {}
        }
        doc.set_object(id, link);
        ids.push(id.into());
    }
    ids
}

/// An address in ASCII: other bytes percent-encoded.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push_str(&hex::encode_upper([byte]));
        }
    }
    out
}

/// A bookmark with those below it.
pub(crate) struct Item {
    title: String,
    destination: Object,
    children: Vec<Item>,
}

/// Bookmarks as a tree; a bookmark hangs below the last one of lesser depth.
pub(crate) fn outline(entries: &[OutlineEntry], pages: &[Page], page_ids: &[ObjectId]) -> Vec<Item> {
    let mut rest = entries;
    let mut items = Vec::new();
    while let Some((first, others)) = rest.split_first() {
        let below = others.iter().take_while(|entry| entry.depth > first.depth).count();
        let (children, after) = others.split_at(below);
        items.push(Item {
            title: first.title.clone(),
            destination: destination(first.place, pages, page_ids),
            children: outline(children, pages, page_ids),
        });
        rest = after;
    }
    items
}

/// Writes the bookmarks; `None` without any.
pub(crate) fn write_outline(doc: &mut Document, items: Vec<Item>) -> Option<ObjectId> {
    if items.is_empty() {
        return None;
    }
    let root = doc.new_object_id();
    let (first, last, shown) = write_level(doc, items, root, true)?;
    doc.set_object(
        root,
        dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => integer(shown) },
    );
    Some(root)
}

/// Writes bookmarks of one level; gives the first, the last and how many are visible.
fn write_level(
    doc: &mut Document,
    items: Vec<Item>,
    parent: ObjectId,
    open: bool,
) -> Option<(ObjectId, ObjectId, usize)> {
    let ids: Vec<ObjectId> = items.iter().map(|_| doc.new_object_id()).collect();
    let mut shown = items.len();
    for (index, item) in items.into_iter().enumerate() {
        let Some(&id) = ids.get(index) else { continue };
        let mut entry = Dictionary::new();
        entry.set("Title", text(&item.title));
        entry.set("Parent", parent);
        entry.set("Dest", item.destination);
        if let Some(&previous) = index.checked_sub(1).and_then(|before| ids.get(before)) {
            entry.set("Prev", previous);
        }
        if let Some(&next) = ids.get(index + 1) {
            entry.set("Next", next);
        }
        // The title of the report stands open, deeper levels are closed.
        if let Some((first, last, below)) = write_level(doc, item.children, id, false) {
            entry.set("First", first);
            entry.set("Last", last);
            let count = i64::try_from(below).unwrap_or(i64::MAX);
            entry.set("Count", if open { count } else { -count });
            if open {
                shown += below;
            }
        }
        doc.set_object(id, entry);
    }
    Some((*ids.first()?, *ids.last()?, shown))
}
