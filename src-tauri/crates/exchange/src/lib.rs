//! Spreadsheets and other people's files, in and out: bytes on one side, domain values and row-level problems on
//! the other. No database, no clock, no words: errors and problems carry codes and arguments.
//!
//! In: [`read`] guards the bytes and gives a [`Book`]; [`header::detect`] finds the columns; [`mapping::propose`]
//! proposes what each column means; [`import::dry_run`] says what an import would do, row by row.
//! Out: fill a [`workbook::Workbook`] and call [`workbook::Workbook::to_xlsx`] or [`workbook::to_csv`].

pub mod calendar;
pub mod dates;
pub mod difference;
pub mod fix;
pub mod gate;
pub mod header;
pub mod import;
pub mod lexicon;
pub mod mapping;
pub mod problem;
mod read_csv;
mod read_xlsx;
pub mod results;
pub mod round_trip;
pub mod sheet;
pub mod value;
pub mod workbook;
mod write_xlsx;
mod xml_guard;

pub use problem::{ErrorCode, ExchangeError, Level, Place, Problem, ProblemCode};
pub use sheet::{Book, Cell, CellKind, Proposal, Row, Sheet};

/// How a long piece of work reports progress and learns that it should stop.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Called now and then with (done, total); the unit is the caller's concern, only the share matters.
    pub progress: &'a dyn Fn(u64, u64),
    /// True once the work should stop; the work then ends with [`ErrorCode::Cancelled`].
    pub cancelled: &'a dyn Fn() -> bool,
}

impl Watch<'_> {
    /// Reports to nobody and never stops.
    #[must_use]
    pub fn none() -> Watch<'static> {
        Watch { progress: &|_, _| {}, cancelled: &|| false }
    }

    /// Reports progress.
    ///
    /// # Errors
    /// [`ErrorCode::Cancelled`] when the work should stop.
    pub fn step(&self, done: u64, total: u64) -> Result<(), ExchangeError> {
        (self.progress)(done, total);
        if (self.cancelled)() { Err(ErrorCode::Cancelled.into()) } else { Ok(()) }
    }
}

/// Reads a spreadsheet or CSV file: recognises what it is, refuses what is dangerous or not a table, and gives the
/// sheets with every non-empty cell.
///
/// `file` is the name to show in problems; it is not opened.
///
/// # Errors
/// One clear [`ErrorCode`] for each kind of file that cannot be read; see that list.
pub fn read(bytes: &[u8], file: &str, watch: &Watch<'_>) -> Result<Book, ExchangeError> {
    match gate::inspect(bytes, watch)? {
        gate::FileKind::Xlsx => read_xlsx::read(bytes, file, watch),
        gate::FileKind::Csv => read_csv::read(bytes, file, watch),
    }
}
