//! Tables as workbooks. Every cell is a text: none becomes a formula, and no phone loses its zero.

use std::path::Path;

use rust_xlsxwriter::{
    ColNum, DataValidation, DataValidationErrorStyle, Format, Formula, IgnoreError, RowNum,
    Workbook, Worksheet, XlsxError,
};

use crate::error::{Error, Result};

/// A column of a table that is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportColumn {
    /// Its label.
    pub label: String,
    /// What may be chosen in it; others may be typed all the same.
    pub choices: Vec<String>,
    /// Whether it is there for the program only.
    pub is_hidden: bool,
}

/// Excel's own limits.
const MOST_ROWS: RowNum = 1_048_575;
const LONGEST_CELL: usize = 32_767;

/// The sheet of what may be chosen. Excel takes only 255 characters of it in a cell's own rule.
const LISTS: &str = "Lists";

/// Writes a table as a workbook with one sheet. Gives the number of rows.
///
/// # Errors
/// When the file cannot be written, there are too many rows for a sheet, or a row cannot be had.
pub fn write_xlsx(
    path: &Path,
    columns: &[ExportColumn],
    rows: impl Iterator<Item = Result<Vec<String>>>,
) -> Result<usize> {
    let failed = |err: XlsxError| Error::other("cannot-write").with("path", path).because(err);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    header(sheet, columns).map_err(failed)?;
    let mut count: RowNum = 0;
    let mut widths: Vec<usize> = columns.iter().map(|column| width(&column.label)).collect();
    for row in rows {
        let row = row?;
        if count == MOST_ROWS {
            return Err(Error::usage("too-many-rows-for-xlsx").with("path", path));
        }
        count += 1;
        for ((column, text), widest) in (0..).zip(&row).zip(&mut widths) {
            *widest = (*widest).max(width(text));
            if !text.is_empty() {
                sheet.write_string(count, column, cut(text)).map_err(failed)?;
            }
        }
    }
    finish(sheet, columns, &widths, count).map_err(failed)?;
    lists(&mut workbook, columns).map_err(failed)?;
    workbook.save(path).map_err(failed)?;
    Ok(count as usize)
}

fn header(sheet: &mut Worksheet, columns: &[ExportColumn]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let text = Format::new().set_num_format("@");
    for (at, column) in (0..).zip(columns) {
        sheet.set_column_format(at, &text)?;
        sheet.write_string_with_format(0, at, cut(&column.label), &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn finish(
    sheet: &mut Worksheet,
    columns: &[ExportColumn],
    widths: &[usize],
    rows: RowNum,
) -> Result<(), XlsxError> {
    let last = ColNum::try_from(columns.len()).unwrap_or(ColNum::MAX).saturating_sub(1);
    sheet.autofilter(0, 0, rows, last)?;
    sheet.ignore_error_range(0, 0, rows, last, IgnoreError::NumberStoredAsText)?;
    let mut list: ColNum = 0;
    for ((at, column), widest) in (0..).zip(columns).zip(widths) {
        sheet.set_column_width(at, (*widest).clamp(6, 50) as f64 + 2.0)?;
        if column.is_hidden {
            sheet.set_column_hidden(at)?;
        }
        if !column.choices.is_empty() {
            let name = rust_xlsxwriter::utility::column_number_to_name(list);
            let range = format!("={LISTS}!${name}$1:${name}${}", column.choices.len());
            let rule = DataValidation::new()
                .allow_list_formula(Formula::new(range))
                .set_error_style(DataValidationErrorStyle::Information);
            sheet.add_data_validation(1, at, rows.max(1), at, &rule)?;
            list += 1;
        }
    }
    Ok(())
}

fn lists(workbook: &mut Workbook, columns: &[ExportColumn]) -> Result<(), XlsxError> {
    let lists: Vec<_> = columns.iter().filter(|column| !column.choices.is_empty()).collect();
    if lists.is_empty() {
        return Ok(());
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(LISTS)?;
    sheet.set_hidden(true);
    for (column, list) in (0..).zip(lists) {
        for (row, choice) in (0..).zip(&list.choices) {
            sheet.write_string(row, column, choice)?;
        }
    }
    Ok(())
}

/// A text as long as a cell may be; Excel counts in UTF-16.
fn cut(text: &str) -> &str {
    if text.len() <= LONGEST_CELL {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST_CELL
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// How wide a text is, in digits; Han characters take two.
fn width(text: &str) -> usize {
    let widest =
        text.lines().map(|line| line.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 }).sum());
    widest.max().unwrap_or(0)
}
