//! What an export of ours carries along so that it can come back: a hidden sheet with the workspace, the checkpoint,
//! the keys of the columns, and the id and `rev` of every row. Rows are found by their code, never by their order.

use std::collections::HashMap;

use crate::header::{Header, normalise};
use crate::sheet::Sheet;

/// Name of the hidden sheet.
pub const SHEET: &str = "_meta";
/// Name of the hidden sheet with the values of closed lists.
pub const LISTS: &str = "_lists";
/// First cell of the hidden sheet.
const FORMAT: &str = "cairn-roundtrip/1";

/// What the hidden sheet says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoundTrip {
    /// Id of the workspace that the file was exported from.
    pub workspace: String,
    /// Id of the entry that was the head at that time.
    pub checkpoint: String,
    /// Kind of the records, for example `system`.
    pub kind: String,
    /// Name of the sheet with the rows.
    pub sheet: String,
    /// Number of its header row, from 1.
    pub header_row: u32,
    /// Field key and header of every column.
    pub columns: Vec<(String, String)>,
    /// One entry for each row.
    pub rows: Vec<RowRef>,
}

/// A row at the time of the export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRef {
    /// The record's human code, which also stands in the visible sheet.
    pub code: String,
    /// The record's id.
    pub id: String,
    /// The row's `rev`.
    pub rev: String,
    /// What the column said that is only shown, to tell whether somebody typed over it; empty where there is none.
    pub shown: String,
}

impl RoundTrip {
    /// The lines of the hidden sheet.
    #[must_use]
    pub fn to_lines(&self) -> Vec<Vec<String>> {
        let pair = |key: &str, value: &str| vec![key.to_owned(), value.to_owned()];
        let mut lines = vec![
            pair("format", FORMAT),
            pair("workspace", &self.workspace),
            pair("checkpoint", &self.checkpoint),
            pair("kind", &self.kind),
            pair("sheet", &self.sheet),
            pair("header-row", &self.header_row.to_string()),
        ];
        lines.extend(
            self.columns.iter().map(|(key, header)| vec!["column".to_owned(), key.clone(), header.clone()]),
        );
        lines.extend(
            self.rows
                .iter()
                .map(|row| ["row", &row.code, &row.id, &row.rev, &row.shown].map(str::to_owned).to_vec()),
        );
        lines
    }

    /// Reads the hidden sheet; none when it is somebody else's sheet of that name.
    #[must_use]
    pub fn from_sheet(sheet: &Sheet) -> Option<Self> {
        let mut meta = Self::default();
        let mut ours = false;
        for row in &sheet.rows {
            let (a, b, c) = (row.text(1), row.text(2), row.text(3));
            match row.text(0) {
                "format" => ours = a == FORMAT,
                "workspace" => meta.workspace = a.to_owned(),
                "checkpoint" => meta.checkpoint = a.to_owned(),
                "kind" => meta.kind = a.to_owned(),
                "sheet" => meta.sheet = a.to_owned(),
                "header-row" => meta.header_row = a.parse().ok()?,
                "column" => meta.columns.push((a.to_owned(), b.to_owned())),
                "row" => {
                    let (code, id, rev) = (a.to_owned(), b.to_owned(), c.to_owned());
                    meta.rows.push(RowRef { code, id, rev, shown: row.text(4).to_owned() });
                }
                _ => {}
            }
        }
        ours.then_some(meta)
    }

    /// The field key of a column with this header.
    #[must_use]
    pub fn key_of(&self, header: &str) -> Option<&str> {
        let wanted = normalise(header);
        self.columns.iter().find(|(_, known)| normalise(known) == wanted).map(|(key, _)| key.as_str())
    }

    /// Whether a sheet with these headers is the exported one: it has most of the columns. The one with the codes may be
    /// gone; what the others say still goes where it came from.
    #[must_use]
    pub fn fits(&self, header: &Header) -> bool {
        let keys: Vec<&str> =
            header.columns.iter().filter_map(|column| self.key_of(&column.header)).collect();
        keys.len() * 2 > self.columns.len()
    }

    /// The rows by code.
    #[must_use]
    pub fn by_code(&self) -> HashMap<&str, &RowRef> {
        self.rows.iter().map(|row| (row.code.as_str(), row)).collect()
    }
}
