//! Tables that lie in memory: of readers that cannot stream. Their rows are packed, for as texts of
//! their own the cells of a large table would take several times its size.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Draft, Layout, Line, Problem},
    error::{Error, Result},
};

use super::{
    Options,
    header::{self, Head, Row},
    sheets::{self, FirstRows, SheetName},
    source::Source,
    tidy::{Columns, MOST_COLUMNS, bare},
};

/// More than this is not kept of a file.
const LARGEST: usize = 512 << 20;

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridRow {
    /// The line (or sheet row) where it starts, counted from 1.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<String>,
    /// What is wrong with them, each with its column, counted from 0.
    pub flaws: Vec<(u32, Flaw)>,
}

/// What can be wrong with a cell of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flaw {
    /// A formula that nobody has calculated.
    FormulaEmpty,
    /// A formula that gives an error.
    FormulaError,
    /// The first cell beyond the last column that is read.
    TooManyColumns,
}

impl Flaw {
    /// The flaw as a problem of a row.
    pub fn problem(self, row: u32) -> Problem {
        let code = match self {
            Self::FormulaEmpty => "formula-empty",
            Self::FormulaError => "formula-error",
            Self::TooManyColumns => "too-many-columns",
        };
        Problem::warning(row, code)
    }
}

/// A table: one row of JSON a line.
#[derive(Debug)]
pub struct Grid {
    name: SheetName,
    packed: Vec<u8>,
}

impl Grid {
    /// A table without rows.
    pub fn new(name: SheetName) -> Self {
        Self { name, packed: Vec::new() }
    }

    /// Its name.
    pub fn name_mut(&mut self) -> &mut SheetName {
        &mut self.name
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.packed.is_empty()
    }

    /// Adds a row, if there is anything to see in it; false if the table is full.
    pub fn push(&mut self, row: &GridRow) -> bool {
        let is_seen = row.cells.iter().any(|cell| !bare(cell).is_empty());
        if is_seen || !row.flaws.is_empty() {
            // Writing plain text into memory cannot fail.
            let packed = serde_json::to_vec(row).unwrap_or_default();
            return self.push_packed(&packed);
        }
        true
    }

    /// Adds a row that is packed already; false if the table is full.
    pub fn push_packed(&mut self, row: &[u8]) -> bool {
        self.packed.extend_from_slice(row);
        self.packed.push(b'\n');
        self.packed.len() < LARGEST
    }

    /// The rows among which the header is, or as far down as a person says that it is.
    fn first_rows(&self, wanted: Option<u32>) -> Vec<Row> {
        let rows = self.packed.split(|b| *b == b'\n').filter_map(unpacked);
        rows.filter(|row| row.number >= wanted.unwrap_or(0))
            .map(|row| Row { number: row.number, cells: row.cells })
            .take(header::ROWS + 8)
            .collect()
    }

    /// Whether a formula of the first rows gives an error.
    fn has_errors(&self) -> bool {
        let rows = self.packed.split(|b| *b == b'\n').filter_map(unpacked).take(header::ROWS);
        rows.flat_map(|row| row.flaws).any(|(_, flaw)| flaw == Flaw::FormulaError)
    }

    /// How many rows there are from this one on. Only the first few are looked at one by one: all others lie
    /// below the labels.
    fn count_rows(&self, from: u32) -> u64 {
        let rows = memchr::memchr_iter(b'\n', &self.packed).count();
        let above = self.first_rows(None).iter().filter(|row| row.number < from).count();
        (rows - above.min(rows)) as u64
    }

    fn draft(self, head: Head, layout: &Layout) -> Draft {
        let layout = Layout {
            sheet: Some(self.name.name).filter(|name| !name.is_empty()),
            header_row: head.row,
            ..layout.clone()
        };
        let lines = Lines {
            columns: Columns::new(&head.headers, false),
            data_from: head.data_from,
            packed: self.packed,
            at: 0,
        };
        Draft { layout, headers: head.headers, lines: Box::new(lines), notes: Vec::new() }
    }
}

/// Makes drafts of the tables of a file: of those that are chosen, joined where they are alike.
///
/// # Errors
///
/// If there is no such sheet, or no row in any of them.
pub fn drafts(
    source: &Source,
    grids: Vec<Grid>,
    layout: &Layout,
    options: &Options,
) -> Result<Vec<Draft>> {
    let first = |grid: &Grid| FirstRows {
        sheet: grid.name.clone(),
        rows: grid.first_rows(options.header_row),
        has_errors: grid.has_errors(),
    };
    let firsts = grids.iter().map(first).collect();
    let count = |name: &str, from| {
        grids.iter().find(|grid| grid.name.name == name).map(|grid| grid.count_rows(from))
    };
    let chosen = sheets::chosen(source, firsts, options, count)?;
    let mut heads: VecDeque<_> = chosen.heads.into();
    let mut drafts = Vec::new();
    for grid in grids {
        if let Some((_, head)) = heads.pop_front_if(|(name, _)| *name == grid.name.name) {
            drafts.push(grid.draft(head, layout));
        }
    }
    Ok(sheets::joined(drafts, &chosen.found, options))
}

/// The error for a file that holds more than is kept of one.
pub fn too_much(source: &Source) -> Error {
    Error::unreadable("inflates-too-much").with("path", source.name())
}

fn unpacked(packed: &[u8]) -> Option<GridRow> {
    serde_json::from_slice(packed).ok()
}

/// The rows of a table below its header.
struct Lines {
    columns: Columns,
    data_from: u32,
    packed: Vec<u8>,
    at: usize,
}

impl Iterator for Lines {
    type Item = Result<Line, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.packed.get(self.at..).filter(|rest| !rest.is_empty())?;
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let row = rest.get(..end).and_then(unpacked);
            self.at += end + 1;
            let Some(row) = row else {
                self.at = self.packed.len();
                return Some(Err(Problem::rejection(0, "damaged-file")));
            };
            if row.number < self.data_from {
                continue;
            }
            if let Some(line) = self.columns.line_of(&row) {
                return Some(Ok(line));
            }
        }
    }
}

/// Puts rows together from cells that may reach over several columns and rows.
#[derive(Debug)]
pub struct Spans {
    /// The row that is being put together.
    pub row: GridRow,
    /// Cells that reach into later rows: their column, their last row, their text.
    open: Vec<(usize, u32, String)>,
}

/// More rows than this no cell reaches over.
const FURTHEST: u32 = 1 << 20;

impl Spans {
    /// Before the first row.
    pub fn new() -> Self {
        Self { row: GridRow { number: 1, ..GridRow::default() }, open: Vec::new() }
    }

    /// The first column that is still free.
    pub fn next_column(&self) -> usize {
        let mut column = self.row.cells.len();
        while self.open.iter().any(|(taken, ..)| *taken == column) {
            column += 1;
        }
        column
    }

    /// Puts a cell into this column, which reaches over so many more columns and rows.
    pub fn put(&mut self, column: usize, text: String, (across, down): (usize, u32)) {
        if column >= MOST_COLUMNS {
            let is_said = self.row.flaws.iter().any(|(_, flaw)| *flaw == Flaw::TooManyColumns);
            if !is_said && !text.trim().is_empty() {
                self.row.flaws.push((MOST_COLUMNS as u32, Flaw::TooManyColumns));
            }
            return;
        }
        let end = column.saturating_add(across).saturating_add(1).min(MOST_COLUMNS);
        if self.row.cells.len() < end {
            self.row.cells.resize(end, String::new());
        }
        if down > 0 && !text.trim().is_empty() && self.open.len() < MOST_COLUMNS {
            let last = self.row.number.saturating_add(down.min(FURTHEST));
            self.open.push((column, last, text.clone()));
        }
        if let Some(cell) = self.row.cells.get_mut(column) {
            *cell = text;
        }
    }

    /// Ends the row and begins the next one. Only the first row of a merge has its value: the rows
    /// below get it too, unless they have nothing else.
    pub fn finish(&mut self) -> GridRow {
        let number = self.row.number;
        let next = GridRow { number: number.saturating_add(1), ..GridRow::default() };
        let mut row = std::mem::replace(&mut self.row, next);
        if row.cells.iter().any(|cell| !bare(cell).is_empty()) {
            for (column, _, text) in &self.open {
                if row.cells.len() <= *column {
                    row.cells.resize(column + 1, String::new());
                }
                if let Some(cell) = row.cells.get_mut(*column).filter(|cell| cell.is_empty()) {
                    cell.clone_from(text);
                }
            }
        }
        self.open.retain(|(_, last, _)| *last > number);
        row
    }

    /// Goes on at another row.
    pub fn go_to(&mut self, number: u32) {
        self.row.number = number;
        self.open.retain(|(_, last, _)| *last >= number);
    }
}
