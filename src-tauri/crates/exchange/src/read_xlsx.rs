//! Excel workbooks, through the streaming cell reader only: a range reader allocates the rectangle between the
//! outermost cells, which two cells can make as large as the sheet.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::Watch;
use crate::problem::{ErrorCode, ExchangeError, Problem, ProblemCode, Problems};
use crate::round_trip::{self, RoundTrip};
use crate::sheet::{Book, Cell, CellKind, Collector, Sheet};

/// Longest text of a cell in UTF-16 units.
pub const CELL_LIMIT: usize = 32_767;
/// Unreadable cells in one sheet after which the sheet counts as damaged.
const MAX_UNREADABLE: u32 = 1_000;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads every sheet of a workbook that has passed the gate.
pub fn read(bytes: &[u8], file: &str, watch: &Watch<'_>) -> Result<Book, ExchangeError> {
    // The parser indexes and subtracts without checks in a few places. The gate keeps out what is known to hurt; this
    // turns the rest into a refusal instead of the end of the program.
    catch_unwind(AssertUnwindSafe(|| read_guarded(bytes, file, watch)))
        .unwrap_or_else(|_| Err(ErrorCode::DamagedWorkbook.into()))
}

fn read_guarded(bytes: &[u8], file: &str, watch: &Watch<'_>) -> Result<Book, ExchangeError> {
    let mut workbook: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| opening(&error))?;
    let listed: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut sheets = Vec::new();
    let mut meta: Option<RoundTrip> = None;
    let mut used = (0, 0);
    let count = listed.len() as u64;
    for (index, (name, hidden)) in listed.into_iter().enumerate() {
        watch.step(index as u64, count)?;
        let sheet = read_sheet(&mut workbook, file, name, hidden, &mut used, watch)?;
        if hidden && sheet.name == round_trip::SHEET {
            meta = RoundTrip::from_sheet(&sheet);
            if meta.is_some() {
                continue;
            }
        }
        if !sheet.rows.is_empty() {
            sheets.push(sheet);
        }
    }
    if meta.is_some() {
        sheets.retain(|sheet| !(sheet.hidden && sheet.name == round_trip::LISTS));
    }
    if sheets.is_empty() {
        return Err(ErrorCode::NoData.into());
    }
    Ok(Book { file: file.to_owned(), sheets, round_trip: meta })
}

fn opening(error: &XlsxError) -> ErrorCode {
    match error {
        XlsxError::Password => ErrorCode::PasswordProtected,
        XlsxError::Zip(_) => ErrorCode::TruncatedZip,
        _ => ErrorCode::DamagedWorkbook,
    }
}

fn read_sheet(
    workbook: &mut Workbook<'_>,
    file: &str,
    name: String,
    hidden: bool,
    used: &mut (u64, u64),
    watch: &Watch<'_>,
) -> Result<Sheet, ExchangeError> {
    let mut cells = Collector::new(used.0, used.1);
    let mut problems = Problems::default();
    let mut formulas: Vec<u32> = Vec::new();
    let mut unreadable = 0;
    let mut reader = match workbook.worksheet_cells_reader(&name) {
        Ok(reader) => reader,
        Err(XlsxError::WorksheetNotFound(_) | XlsxError::NotAWorksheet(_)) => {
            return Ok(Sheet { name, hidden, rows: Vec::new(), problems: Vec::new() });
        }
        Err(_) => return Err(ErrorCode::DamagedWorkbook.into()),
    };
    let mut seen: u64 = 0;
    loop {
        seen += 1;
        if seen.is_multiple_of(4096) {
            watch.step(seen.min(99_999), 100_000)?;
        }
        let record = match reader.next_cell_with_formula_metadata() {
            Ok(Some(record)) => record,
            Ok(None) => break,
            Err(error) => {
                let text = cell_level(&error)?;
                unreadable += 1;
                if unreadable > MAX_UNREADABLE {
                    return Err(ErrorCode::DamagedWorkbook.into());
                }
                let row = cells.last().0;
                problems
                    .push(Problem::new(ProblemCode::UnreadableCell, file, &name).row(row).arg("text", text));
                continue;
            }
        };
        let (row, column) = (record.pos.0.saturating_add(1), record.pos.1);
        let formula = record.formula.is_some();
        match to_cell(&record.value, column, formula) {
            Some(cell) => {
                if cell.text.len() >= CELL_LIMIT && cell.text.encode_utf16().count() == CELL_LIMIT {
                    let problem = Problem::new(ProblemCode::TextAtCellLimit, file, &name);
                    problems.push(problem.row(row).column(column));
                }
                if formula {
                    formulas.push(column);
                }
                cells.push(row, cell)?;
            }
            None if formula && record.value == DataRef::Empty => {
                let problem = Problem::new(ProblemCode::FormulaWithoutValue, file, &name);
                problems.push(problem.row(row).column(column));
            }
            None => {}
        }
    }
    report_formulas(&mut problems, formulas, file, &name);
    *used = cells.used();
    let problems = problems.finish(file, &name);
    Ok(Sheet { rows: cells.finish(), name, hidden, problems })
}

/// One note for each column with formula results.
fn report_formulas(problems: &mut Problems, mut columns: Vec<u32>, file: &str, sheet: &str) {
    columns.sort_unstable();
    for group in columns.chunk_by(|a, b| a == b) {
        if let Some(column) = group.first() {
            let problem = Problem::new(ProblemCode::FormulaResults, file, sheet);
            problems.push(problem.column(*column).arg("count", group.len()));
        }
    }
}

/// Errors that concern one cell give its content; all others mean that the sheet cannot be read on.
fn cell_level(error: &XlsxError) -> Result<String, ExchangeError> {
    match error {
        XlsxError::CellError(text) | XlsxError::CellTAttribute(text) => Ok(text.clone()),
        XlsxError::Unrecognized { val, .. } => Ok(val.clone()),
        XlsxError::ParseFloat(_) | XlsxError::ParseInt(_) | XlsxError::Unexpected(_) => Ok(String::new()),
        _ => Err(ErrorCode::DamagedWorkbook.into()),
    }
}

fn to_cell(value: &DataRef<'_>, column: u32, formula: bool) -> Option<Cell> {
    let (kind, text) = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => (CellKind::Text, text.clone()),
        DataRef::SharedString(text) => (CellKind::Text, (*text).to_owned()),
        DataRef::Int(number) => (CellKind::Number, number.to_string()),
        DataRef::Float(number) => (CellKind::Number, number_text(*number)),
        DataRef::Bool(true) => (CellKind::Bool, "TRUE".to_owned()),
        DataRef::Bool(false) => (CellKind::Bool, "FALSE".to_owned()),
        DataRef::Error(error) => (CellKind::Error, error.to_string()),
        DataRef::DateTimeIso(text) => (CellKind::Date, text.clone()),
        DataRef::DurationIso(text) => (CellKind::Text, text.clone()),
        DataRef::DateTime(moment) if moment.is_datetime() => date_text(moment),
        DataRef::DateTime(duration) => (CellKind::Number, number_text(duration.as_f64())),
    };
    (!text.trim().is_empty()).then(|| Cell { column, kind, formula, text: text.into() })
}

fn date_text(moment: &calamine::ExcelDateTime) -> (CellKind, String) {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if date.parse::<cairn_domain::time::Date>().is_err() {
        return (CellKind::Number, number_text(moment.as_f64()));
    }
    if (hour, minute, second) == (0, 0, 0) {
        (CellKind::Date, date)
    } else {
        (CellKind::Date, format!("{date}T{hour:02}:{minute:02}:{second:02}"))
    }
}

/// A number as people write it: whole numbers without a point, others with the fewest digits that read back equal.
fn number_text(number: f64) -> String {
    if number == 0.0 { "0".to_owned() } else { format!("{number}") }
}

#[cfg(test)]
mod tests {
    use super::number_text;

    #[test]
    fn numbers_as_people_write_them() {
        for (number, text) in
            [(25.0, "25"), (-0.0, "0"), (0.1, "0.1"), (4.1, "4.1"), (1e15, "1000000000000000")]
        {
            assert_eq!(number_text(number), text);
        }
    }
}
