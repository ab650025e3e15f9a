//! Excel files, through `rust_xlsxwriter`.

use std::collections::HashSet;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, Note, ProtectionOptions, Workbook as Xlsx, Worksheet, XlsxError,
};

use crate::problem::{ErrorCode, ExchangeError, Problem, ProblemCode, Problems};
use crate::round_trip;
use crate::workbook::{OutColumn, OutKind, OutSheet, Value, Workbook, Written};

/// Longest text of a cell, in characters; counted in UTF-16 units as Excel does.
const CELL_LIMIT: usize = 32_767;
/// Longest list of values that stands in the validation itself.
const LIST_LIMIT: usize = 255;
/// Longest help text of a validation.
const HELP_LIMIT: usize = 255;

pub fn write(workbook: &Workbook) -> Result<Written, ExchangeError> {
    let mut problems = Problems::default();
    let bytes = Writer::default()
        .write(workbook, &mut problems)
        .map_err(|error| ErrorCode::WriteFailed.with("detail", error))?;
    Ok(Written { bytes, problems: problems.finish("", "") })
}

/// Collects lists that are too long for a validation.
#[derive(Default)]
struct Writer {
    lists: Vec<Vec<String>>,
}

impl Writer {
    fn write(mut self, workbook: &Workbook, problems: &mut Problems) -> Result<Vec<u8>, XlsxError> {
        let mut xlsx = Xlsx::new();
        // At the default level writing spends half its time compressing.
        xlsx.set_zip_compression_level(3);
        xlsx.set_properties(&properties(workbook)?);
        let mut names = HashSet::from([round_trip::SHEET.to_owned(), round_trip::LISTS.to_owned()]);
        for sheet in &workbook.sheets {
            let worksheet = xlsx.add_worksheet();
            worksheet.set_name(sheet_name(&sheet.name, &mut names))?;
            self.sheet(worksheet, sheet, problems)?;
        }
        if !self.lists.is_empty() {
            let worksheet = xlsx.add_worksheet();
            worksheet.set_name(round_trip::LISTS)?.set_hidden(true);
            for (column, list) in (0u16..).zip(&self.lists) {
                for (row, value) in (0u32..).zip(list) {
                    worksheet.write_string(row, column, value.as_str())?;
                }
            }
        }
        if let Some(meta) = &workbook.round_trip {
            let worksheet = xlsx.add_worksheet();
            worksheet.set_name(round_trip::SHEET)?.set_very_hidden(true);
            for (row, line) in (0u32..).zip(meta.to_lines()) {
                for (column, text) in (0u16..).zip(line) {
                    worksheet.write_string(row, column, text)?;
                }
            }
        }
        xlsx.save_to_buffer()
    }

    fn sheet(
        &mut self,
        worksheet: &mut Worksheet,
        sheet: &OutSheet,
        problems: &mut Problems,
    ) -> Result<(), XlsxError> {
        heading(worksheet, sheet)?;
        let header = sheet.header_row() - 1;
        let count = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        let last = header.saturating_add(count);
        let formats: Vec<Format> =
            sheet.columns.iter().map(|column| cell_format(column, sheet.protected)).collect();
        for (at, (column, format)) in (0u16..).zip(sheet.columns.iter().zip(&formats)) {
            worksheet.set_column_width(at, column.width)?;
            // Cells without a format of their own take that of the column: looking one up for each of 60,000 cells
            // costs a tenth of the time, and empty cells need not be written at all.
            worksheet.set_column_format(at, format)?;
            worksheet.write_string_with_format(header, at, column.header.as_str(), &header_format())?;
            if let Some(help) = &column.help {
                worksheet.insert_note(header, at, &note(help))?;
            }
            let rows = count > 0 || sheet.spare_rows > 0;
            if let Some(validation) = self.validation(column)?.filter(|_| rows) {
                let end = last.saturating_add(sheet.spare_rows).min(1_048_575);
                worksheet.add_data_validation(header + 1, at, end, at, &validation)?;
            }
        }
        for (row, values) in (header + 1..).zip(&sheet.rows) {
            for (at, (value, format)) in (0u16..).zip(values.iter().zip(&formats)) {
                if let Some(problem) = cell(worksheet, row, at, value, format, &sheet.name)? {
                    problems.push(problem);
                }
            }
        }
        worksheet.set_freeze_panes(header + 1, sheet.frozen_columns)?;
        worksheet.set_repeat_rows(header, header)?.set_landscape().set_print_fit_to_pages(1, 0);
        let columns = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
        if sheet.filter && columns > 0 {
            worksheet.autofilter(header, 0, last, columns - 1)?;
        }
        if sheet.protected {
            worksheet.protect_with_options(&ProtectionOptions {
                format_columns: true,
                format_rows: true,
                insert_rows: true,
                sort: true,
                use_autofilter: true,
                ..ProtectionOptions::default()
            });
        }
        Ok(())
    }

    /// The validation of a column: its values, and the help when a cell is selected.
    fn validation(&mut self, column: &OutColumn) -> Result<Option<DataValidation>, XlsxError> {
        let mut validation = DataValidation::new();
        match &column.kind {
            OutKind::Choice { values, refusal } if !values.is_empty() => {
                validation = self.list(validation, values)?;
                validation = match refusal {
                    Some(text) => validation.set_error_message(cut(text, HELP_LIMIT))?,
                    None => validation.set_error_style(DataValidationErrorStyle::Information),
                };
            }
            OutKind::Shown { refusal } => {
                // A condition that nothing meets keeps the cell as it is without protecting the whole sheet, which
                // would bar sorting and new rows.
                let never = Formula::new("=FALSE");
                validation = validation.allow_custom(never).set_error_message(cut(refusal, HELP_LIMIT))?;
            }
            _ if column.help.is_none() => return Ok(None),
            _ => validation = validation.allow_any_value(),
        }
        if let Some(help) = &column.help {
            validation = validation.set_input_message(cut(help, HELP_LIMIT))?;
        }
        Ok(Some(validation))
    }

    /// Short lists stand in the validation; long ones, and values with a comma, on the hidden sheet of lists.
    fn list(&mut self, validation: DataValidation, values: &[String]) -> Result<DataValidation, XlsxError> {
        let length: usize = values.iter().map(|value| value.encode_utf16().count() + 1).sum();
        if length <= LIST_LIMIT && !values.iter().any(|value| value.contains([',', '"'])) {
            return validation.allow_list_strings(values);
        }
        let at = self.lists.iter().position(|list| list == values).unwrap_or_else(|| {
            self.lists.push(values.to_vec());
            self.lists.len() - 1
        });
        let letters = crate::sheet::column_letters(u32::try_from(at).unwrap_or(0));
        let range = format!("={}!${letters}$1:${letters}${}", round_trip::LISTS, values.len());
        Ok(validation.allow_list_formula(Formula::new(range)))
    }
}

fn properties(workbook: &Workbook) -> Result<DocProperties, XlsxError> {
    let given = &workbook.properties;
    let time = given.time.as_str().trim_end_matches('Z');
    let moment = ExcelDateTime::parse_from_str(time)?;
    Ok(DocProperties::new()
        .set_title(given.title.as_str())
        .set_subject(given.subject.as_str())
        .set_company(given.company.as_str())
        .set_author("")
        .set_creation_datetime(&moment))
}

fn heading(worksheet: &mut Worksheet, sheet: &OutSheet) -> Result<(), XlsxError> {
    for (row, line) in (0u32..).zip(&sheet.heading) {
        let plain = Format::new().set_align(FormatAlign::Left);
        let format = if row == 0 { plain.set_bold().set_font_size(14) } else { plain };
        worksheet.write_string_with_format(row, 0, cut(line, CELL_LIMIT), &format)?;
    }
    Ok(())
}

fn header_format() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00F1_F1ED))
        .set_border_bottom(FormatBorder::Thin)
}

fn cell_format(column: &OutColumn, protected: bool) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    let format = match &column.kind {
        OutKind::LongText => format.set_text_wrap(),
        OutKind::Date => format.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
        OutKind::Percent => format.set_num_format("0.0%"),
        OutKind::Number(0) => format.set_num_format("0"),
        OutKind::Number(decimals) => format.set_num_format(format!("0.{}", "0".repeat((*decimals).into()))),
        OutKind::Shown { .. } => format
            .set_text_wrap()
            .set_italic()
            .set_font_color(Color::RGB(0x0066_6660))
            .set_background_color(Color::RGB(0x00F1_F1ED)),
        OutKind::Text | OutKind::Choice { .. } => format,
    };
    if protected && !column.locked { format.set_unlocked() } else { format }
}

fn note(text: &str) -> Note {
    Note::new(text).set_author("").add_author_prefix(false)
}

/// Writes one value; a problem when its text had to be cut.
fn cell(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value,
    format: &Format,
    sheet: &str,
) -> Result<Option<Problem>, XlsxError> {
    match value {
        Value::Empty => {}
        Value::Text(text) => {
            let short = cut(text, CELL_LIMIT);
            worksheet.write_string(row, column, short)?;
            if short.len() < text.len() {
                let problem = Problem::new(ProblemCode::TextCut, "", sheet);
                return Ok(Some(problem.row(row.saturating_add(1)).column(column.into())));
            }
        }
        Value::Number(number) => {
            worksheet.write_number(row, column, *number)?;
        }
        Value::Bool(flag) => {
            worksheet.write_boolean(row, column, *flag)?;
        }
        Value::Date(date) => match ExcelDateTime::parse_from_str(date.as_str()) {
            Ok(day) => {
                worksheet.write_datetime_with_format(row, column, &day, format)?;
            }
            // Before 1900 Excel knows no dates.
            Err(_) => {
                worksheet.write_string(row, column, date.as_str())?;
            }
        },
    }
    Ok(None)
}

/// The longest start of the text with at most so many UTF-16 units.
fn cut(text: &str, limit: usize) -> &str {
    if text.len() <= limit {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > limit
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// A name that Excel accepts: at most 31 characters, none of `[]:*?/\`, no apostrophe at the ends, not taken.
fn sheet_name(wanted: &str, taken: &mut HashSet<String>) -> String {
    let plain: String = wanted
        .chars()
        .map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { ' ' } else { c })
        .collect();
    let plain = plain.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    let base = if plain.is_empty() { "Sheet" } else { plain };
    let mut name = cut(base, 31).to_owned();
    let mut number = 1;
    while !taken.insert(name.to_lowercase()) {
        number += 1;
        let ending = format!(" ({number})");
        name = format!("{}{ending}", cut(base, 31 - ending.len()));
    }
    name
}
