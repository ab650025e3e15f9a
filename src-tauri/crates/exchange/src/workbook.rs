//! What goes out: a workbook of plain tables, written as Excel or as CSV. The same model gives the same bytes.

use cairn_domain::time::{Date, Timestamp};

use crate::problem::{ExchangeError, Problem};
use crate::round_trip::{RoundTrip, RowRef};

/// A workbook to write.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// Sheets in order.
    pub sheets: Vec<OutSheet>,
    /// Document properties.
    pub properties: Properties,
    /// What the file carries along so that it can come back; written to a hidden sheet.
    pub round_trip: Option<RoundTrip>,
}

/// Document properties; nothing of the machine or its user goes into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    /// Title of the document.
    pub title: String,
    /// Subject.
    pub subject: String,
    /// The organisation.
    pub company: String,
    /// Time of the content, not of the writing.
    pub time: Timestamp,
}

/// One sheet: lines above, a header row, rows.
#[derive(Debug, Clone, PartialEq)]
pub struct OutSheet {
    /// Name; shortened and made unique where Excel asks for it.
    pub name: String,
    /// Lines above the header, the first one large.
    pub heading: Vec<String>,
    /// Columns.
    pub columns: Vec<OutColumn>,
    /// Rows of values, one for each column.
    pub rows: Vec<Vec<Value>>,
    /// Columns on the left that stay when scrolling sideways.
    pub frozen_columns: u16,
    /// Whether the header gets filter buttons.
    pub filter: bool,
    /// Whether locked columns cannot be edited. No password: it guards against accidents, not against people.
    pub protected: bool,
    /// Rows below the last that get validation too, for rows that people add.
    pub spare_rows: u32,
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct OutColumn {
    /// Header.
    pub header: String,
    /// Width in characters.
    pub width: f64,
    /// What it holds.
    pub kind: OutKind,
    /// What to enter; shown when a cell is selected and as a note on the header.
    pub help: Option<String>,
    /// Not for the reader to change, when the sheet is protected.
    pub locked: bool,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutKind {
    /// One line.
    Text,
    /// Several lines, wrapped.
    LongText,
    /// A number; with so many decimals.
    Number(u8),
    /// A share between 0 and 1, shown in per cent.
    Percent,
    /// A calendar date.
    Date,
    /// One of these values; the message is shown when another one is typed.
    Choice {
        /// Values as people see them.
        values: Vec<String>,
        /// What to say about other values; without one, other values are accepted.
        refusal: Option<String>,
    },
    /// Text that is only shown: grey, and the message says so when somebody types over it.
    Shown {
        /// What to say.
        refusal: String,
    },
}

/// The value of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Text; never a formula, whatever it begins with.
    Text(String),
    /// A number.
    Number(f64),
    /// A date.
    Date(Date),
    /// True or false.
    Bool(bool),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Self::from)
    }
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Text that had to be cut to fit a cell.
    pub problems: Vec<Problem>,
}

impl OutSheet {
    /// A sheet with a frozen header and filter buttons.
    #[must_use]
    pub fn new(name: &str, columns: Vec<OutColumn>, rows: Vec<Vec<Value>>) -> Self {
        Self {
            name: name.to_owned(),
            heading: Vec::new(),
            columns,
            rows,
            frozen_columns: 0,
            filter: true,
            protected: false,
            spare_rows: 0,
        }
    }

    /// What the workbook must carry along so that this sheet can come back: `keys` are the field keys of the
    /// columns in order (`code` for the human code, which must be one of them), `rows` the records shown.
    #[must_use]
    pub fn round_trip(
        &self,
        workspace: &str,
        checkpoint: &str,
        kind: &str,
        keys: &[&str],
        rows: Vec<RowRef>,
    ) -> RoundTrip {
        let headers = self.columns.iter().map(|column| column.header.clone());
        RoundTrip {
            workspace: workspace.to_owned(),
            checkpoint: checkpoint.to_owned(),
            kind: kind.to_owned(),
            sheet: self.name.clone(),
            header_row: self.header_row(),
            columns: keys.iter().map(|key| (*key).to_owned()).zip(headers).collect(),
            rows,
        }
    }

    /// Number of the header row as the spreadsheet program shows it: below the heading and an empty row.
    #[must_use]
    pub fn header_row(&self) -> u32 {
        let above = u32::try_from(self.heading.len()).unwrap_or(0);
        if above == 0 { 1 } else { above + 2 }
    }
}

impl OutColumn {
    /// A column that the reader may change.
    #[must_use]
    pub fn new(header: &str, width: f64, kind: OutKind) -> Self {
        Self { header: header.to_owned(), width, kind, help: None, locked: false }
    }
}

impl Workbook {
    /// The workbook as an Excel file. The same workbook gives the same bytes.
    ///
    /// # Errors
    /// [`crate::ErrorCode::WriteFailed`] when the tables do not fit Excel's limits.
    pub fn to_xlsx(&self) -> Result<Written, ExchangeError> {
        crate::write_xlsx::write(self)
    }
}

/// A sheet as CSV: UTF-8 with a byte order mark so that Excel reads it right, commas, CRLF. Cells that begin with
/// `=`, `+`, `-`, `@`, TAB or CR get a leading apostrophe, so that no spreadsheet program runs them.
#[must_use]
pub fn to_csv(sheet: &OutSheet) -> Vec<u8> {
    let mut out = String::from('\u{FEFF}');
    let header: Vec<Value> = sheet.columns.iter().map(|column| Value::Text(column.header.clone())).collect();
    for row in std::iter::once(&header).chain(&sheet.rows) {
        for (at, value) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            csv_cell(&mut out, value);
        }
        out.push_str("\r\n");
    }
    out.into_bytes()
}

fn csv_cell(out: &mut String, value: &Value) {
    let text = match value {
        Value::Empty => return,
        Value::Text(text) => with_guard(text),
        // A number below zero begins with a minus sign, but a number is no formula.
        Value::Number(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Bool(true) => "TRUE".to_owned(),
        Value::Bool(false) => "FALSE".to_owned(),
    };
    let quoted =
        text.contains(['"', ',', ';', '\t', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ');
    if quoted {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(&text);
    }
}

/// Whether a spreadsheet program could take the text for a formula, or it could be taken for a guarded one.
fn needs_guard(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn with_guard(text: &str) -> String {
    if needs_guard(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text without the apostrophe that [`to_csv`] put before it.
pub(crate) fn without_guard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest,
        _ => text,
    }
}
