//! Placing a report on pages.

mod blocks;
mod contents;
mod cover;
mod figures;
mod flow;
mod footer;
pub(crate) mod looks;
mod marks;
mod page;
mod question;
mod sign_off;
mod table;
mod timeline;
mod tree;

pub(crate) use page::{Drawing, Owner, Page, Segment, Shape, Target};
pub(crate) use tree::{Child, Node, NodeId, Tag, Tree};

use flow::Flow;

use crate::RenderError;
use crate::model::Report;
use crate::type_setting::Fonts;

/// A report on pages, ready to be written.
pub(crate) struct LaidOut {
    pub(crate) pages: Vec<Page>,
    pub(crate) tree: Tree,
    pub(crate) outline: Vec<OutlineEntry>,
    pub(crate) fonts: Fonts,
}

/// A bookmark.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OutlineEntry {
    pub(crate) title: String,
    /// 0 for the top.
    pub(crate) depth: usize,
    pub(crate) place: Place,
}

/// A place in the report: page index and distance from the top of the page in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// Lays a report out. A table of contents with a minimum length needs the length first, so such reports are laid out
/// twice when they are long enough.
pub(crate) fn lay_out(report: &Report) -> Result<LaidOut, RenderError> {
    let minimum = report.contents.as_ref().map(|contents| contents.from_pages);
    let first = lay_out_once(report, minimum == Some(0))?;
    match minimum {
        Some(minimum) if minimum > 0 && first.pages.len() >= minimum => lay_out_once(report, true),
        _ => Ok(first),
    }
}

fn lay_out_once(report: &Report, with_contents: bool) -> Result<LaidOut, RenderError> {
    let mut flow = Flow::new(report)?;
    cover::place(&mut flow, &report.cover);
    let slots = if with_contents { contents::reserve(&mut flow, report) } else { Vec::new() };
    blocks::place_all(&mut flow, &report.body);
    contents::fill(&mut flow, &slots);
    footer::place(&mut flow, report);
    Ok(flow.finish())
}
