//! The rows of a sheet, put together from its stream of cells.

use std::{
    collections::HashMap,
    io::{Read, Seek},
};

use calamine::{DataRef, Dimensions, Xlsx, XlsxError, XlsxFormulaMetadata};

use super::{
    archive_guard::Found,
    grid::{Flaw, GridRow, Spans},
    tidy::MOST_COLUMNS,
    xlsx_cell::{DigitFormat, text},
};

/// More merged cells than this in a sheet are not filled.
const MOST_MERGES: usize = 100_000;

/// The sheet to read.
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// What may be in it.
    pub found: Found,
    /// The first row that is wanted.
    pub data_from: u32,
}

/// Calls `each` with every row that has cells, until it says that it is enough.
///
/// # Errors
///
/// If the workbook is damaged.
pub fn rows<RS: Read + Seek>(
    workbook: &mut Xlsx<RS>,
    sheet: &Sheet,
    mut each: impl FnMut(GridRow) -> bool,
) -> Result<(), XlsxError> {
    let merges = match sheet.found.has_merges {
        true => Merges::of(&workbook.merge_cells_by_sheet_name(&sheet.name)?),
        false => Merges::default(),
    };
    let uncalculated = uncalculated(workbook, sheet)?;
    let mut spans = Spans::new();
    let mut reader = workbook.worksheet_cells_reader(&sheet.name)?;
    let formats: Vec<_> = reader.styles().iter().map(DigitFormat::of_style).collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let (row, column) = cell.get_position();
        let number = row.saturating_add(1);
        if number < sheet.data_from {
            continue;
        }
        if number != spans.row.number && !(next_row(&mut spans, number, &mut each)) {
            return Ok(());
        }
        let (text, is_error) = text(cell.get_value(), formats.get(style).and_then(Option::as_ref));
        if is_error {
            spans.row.flaws.push((column, Flaw::FormulaError));
        }
        let formula = uncalculated.get(&(row, column));
        if formula.is_some() {
            spans.row.flaws.push((column, Flaw::FormulaEmpty));
        }
        let text = formula.and_then(Clone::clone).unwrap_or(text);
        spans.put(column as usize, text, (0, merges.rows_below(row, column)));
    }
    let last = spans.finish();
    if !last.cells.is_empty() || !last.flaws.is_empty() {
        each(last);
    }
    Ok(())
}

/// Hands the row on that was put together, and begins this one; false if no more are wanted.
fn next_row(spans: &mut Spans, number: u32, each: &mut impl FnMut(GridRow) -> bool) -> bool {
    let row = spans.finish();
    spans.go_to(number);
    (row.cells.is_empty() && row.flaws.is_empty()) || each(row)
}

/// The merges that reach over several rows.
#[derive(Default)]
pub struct Merges(HashMap<(u32, u32), u32>);

impl Merges {
    /// Of all merges of a sheet those that matter.
    pub fn of(merges: &[Dimensions]) -> Self {
        let high = merges
            .iter()
            .take(MOST_MERGES)
            .filter(|merge| merge.end.0 > merge.start.0 && (merge.start.1 as usize) < MOST_COLUMNS);
        Self(high.map(|merge| (merge.start, merge.end.0 - merge.start.0)).collect())
    }

    /// Over how many more rows the cell at this place reaches.
    pub fn rows_below(&self, row: u32, column: u32) -> u32 {
        if self.0.is_empty() { 0 } else { self.0.get(&(row, column)).copied().unwrap_or(0) }
    }
}

/// The formulas that nobody has calculated, for their cells come back empty, without a word; with what a link
/// shows, which needs no calculation.
fn uncalculated<RS: Read + Seek>(
    workbook: &mut Xlsx<RS>,
    sheet: &Sheet,
) -> Result<HashMap<(u32, u32), Option<String>>, XlsxError> {
    let mut found = HashMap::new();
    if !sheet.found.has_formulas {
        return Ok(found);
    }
    let mut reader = workbook.worksheet_cells_reader(&sheet.name)?;
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        if let Some(formula) = cell.formula.filter(|_| cell.value == DataRef::Empty) {
            let link = match &formula {
                XlsxFormulaMetadata::Normal { formula } => shown_by_link(formula),
                _ => None,
            };
            found.insert(cell.pos, link);
        }
    }
    Ok(found)
}

/// What a formula shows that is nothing but a link: its second text, else where it leads.
fn shown_by_link(formula: &str) -> Option<String> {
    let inside = formula.trim_start_matches('=').strip_prefix("HYPERLINK(")?.strip_suffix(')')?;
    let texts: Vec<&str> = inside.split('"').collect();
    let (target, shown) = match texts.as_slice() {
        ["", target, ""] => (target, ""),
        ["", target, comma, shown, ""] if matches!(comma.trim(), "," | ";") => (target, *shown),
        // Anything else is worked out from other cells.
        _ => return None,
    };
    let address = target.strip_prefix("mailto:").unwrap_or(target);
    let shown = if shown.is_empty() || address != *target { address } else { shown };
    Some(shown.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_need_no_calculation() {
        for (formula, shown) in [
            ("HYPERLINK(\"mailto:a@x.tw\",\"寫信\")", Some("a@x.tw")),
            ("HYPERLINK(\"https://x.tw\", \"首頁\")", Some("首頁")),
            ("HYPERLINK(\"https://x.tw\")", Some("https://x.tw")),
            ("HYPERLINK(\"mailto:\"&A2,\"x\")", None),
            ("A1&B1", None),
        ] {
            assert_eq!(shown_by_link(formula).as_deref(), shown, "{formula}");
        }
    }
}
