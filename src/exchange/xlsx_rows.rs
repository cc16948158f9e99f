//! The rows of a sheet, put together from its stream of cells.

use std::{
    collections::HashSet,
    io::{Read, Seek},
};

use calamine::{DataRef, Dimensions, Xlsx, XlsxError};

use crate::domain::Problem;

use super::{
    tidy::MOST_COLUMNS,
    xlsx_cell::{DigitFormat, text},
    xlsx_guard::Found,
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

/// Calls `each` with every row that has cells: its number from 1, its cells, what is wrong with
/// them. It goes on until `each` says that it is enough.
///
/// # Errors
///
/// If the workbook is damaged.
pub fn rows<RS: Read + Seek>(
    workbook: &mut Xlsx<RS>,
    sheet: &Sheet,
    mut each: impl FnMut(u32, &mut Vec<String>, &mut Vec<Problem>) -> bool,
) -> Result<(), XlsxError> {
    let mut builder = Builder {
        merges: merges(workbook, sheet)?,
        uncalculated: uncalculated(workbook, sheet)?,
        ..Builder::default()
    };
    let mut reader = workbook.worksheet_cells_reader(&sheet.name)?;
    let formats: Vec<_> = reader.styles().iter().map(DigitFormat::of_style).collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let (row, column) = cell.get_position();
        if row.saturating_add(1) < sheet.data_from {
            continue;
        }
        if row != builder.row && !builder.finish(&mut each) {
            return Ok(());
        }
        builder.row = row;
        let format = formats.get(style).and_then(Option::as_ref);
        builder.add(column, cell.get_value(), format);
    }
    builder.finish(&mut each);
    Ok(())
}

/// The merges that reach over several rows, the uppermost last.
fn merges<RS: Read + Seek>(
    workbook: &mut Xlsx<RS>,
    sheet: &Sheet,
) -> Result<Vec<Dimensions>, XlsxError> {
    if !sheet.found.has_merges {
        return Ok(Vec::new());
    }
    let mut merges = workbook.merge_cells_by_sheet_name(&sheet.name)?;
    merges.truncate(MOST_MERGES);
    merges.retain(|merge| {
        merge.end.0 > merge.start.0
            && merge.start.0.saturating_add(1) >= sheet.data_from
            && (merge.start.1 as usize) < MOST_COLUMNS
    });
    merges.sort_by_key(|merge| std::cmp::Reverse(merge.start));
    Ok(merges)
}

/// The formulas that nobody has calculated: their cells come back empty, without a word.
fn uncalculated<RS: Read + Seek>(
    workbook: &mut Xlsx<RS>,
    sheet: &Sheet,
) -> Result<HashSet<(u32, u32)>, XlsxError> {
    let mut found = HashSet::new();
    if !sheet.found.has_formulas {
        return Ok(found);
    }
    let mut reader = workbook.worksheet_cells_reader(&sheet.name)?;
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        if cell.formula.is_some() && cell.value == DataRef::Empty {
            found.insert(cell.pos);
        }
    }
    Ok(found)
}

/// The name of a column until its label is known.
fn place(column: u32) -> String {
    format!("#{}", column.saturating_add(1))
}

/// A row that is being put together.
#[derive(Default)]
struct Builder {
    row: u32,
    cells: Vec<String>,
    problems: Vec<Problem>,
    uncalculated: HashSet<(u32, u32)>,
    /// Merges further down, the next one last.
    merges: Vec<Dimensions>,
    /// Merges that reach into this row: their column, their last row, their text.
    open: Vec<(usize, u32, String)>,
}

impl Builder {
    fn add(&mut self, column: u32, value: &DataRef<'_>, format: Option<&DigitFormat>) {
        let (text, is_error) = text(value, format);
        let number = self.row.saturating_add(1);
        if is_error {
            self.problems
                .push(Problem::warning(number, "formula-error").in_column(&place(column), ""));
        }
        if !self.uncalculated.is_empty() && self.uncalculated.contains(&(self.row, column)) {
            self.problems
                .push(Problem::warning(number, "formula-empty").in_column(&place(column), ""));
        }
        let index = column as usize;
        if index >= MOST_COLUMNS {
            let is_said = self.problems.iter().any(|problem| problem.code == "too-many-columns");
            if !is_said && !text.is_empty() {
                self.problems.push(Problem::warning(number, "too-many-columns"));
            }
            return;
        }
        if self.cells.len() <= index {
            self.cells.resize(index + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(index) {
            *cell = text;
        }
    }

    /// Hands the row on, if there is one; false if no more are wanted.
    fn finish(
        &mut self,
        each: &mut impl FnMut(u32, &mut Vec<String>, &mut Vec<Problem>) -> bool,
    ) -> bool {
        if self.cells.is_empty() && self.problems.is_empty() {
            return true;
        }
        self.fill_down();
        let goes_on = each(self.row.saturating_add(1), &mut self.cells, &mut self.problems);
        self.cells.clear();
        self.problems.clear();
        goes_on
    }

    /// Only the first row of a merge has its value. Rows that have nothing else stay empty.
    fn fill_down(&mut self) {
        let row = self.row;
        self.open.retain(|(_, last, _)| *last >= row);
        if self.cells.iter().any(|cell| !cell.is_empty()) {
            for (column, _, text) in &self.open {
                if self.cells.len() <= *column {
                    self.cells.resize(column + 1, String::new());
                }
                if let Some(cell) = self.cells.get_mut(*column).filter(|cell| cell.is_empty()) {
                    cell.clone_from(text);
                }
            }
        }
        while let Some(merge) = self.merges.pop_if(|merge| merge.start.0 <= row) {
            let column = merge.start.1 as usize;
            let text = self.cells.get(column).filter(|text| !text.is_empty());
            if let Some(text) =
                text.filter(|_| merge.start.0 == row && self.open.len() < MOST_COLUMNS)
            {
                self.open.push((column, merge.end.0, text.clone()));
            }
        }
    }
}
