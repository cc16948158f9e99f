//! A table of any length. It draws the rows that are seen and knows where it stands as a row and a part
//! of it, so that it scrolls exactly at row 1,000,000. Its rows lie elsewhere: whoever shows the table
//! draws each cell and does what the person wanted done.
//!
//! | file         | answers                                               |
//! |--------------|-------------------------------------------------------|
//! | `show`       | how the table is put together                         |
//! | `place`      | where its columns stand                               |
//! | `header`     | their titles: sort, size, move                        |
//! | `rows`       | the rows that are seen                                |
//! | `keys`       | what the keyboard does                                |
//! | `cell`       | what may stand in a cell                              |
//! | `position`   | where the list stands                                 |
//! | `scroll_bar` | the bars beside and below it                          |

mod cell;
mod header;
mod keys;
mod place;
mod position;
mod rows;
mod scroll_bar;
mod show;

use std::ops::Range;

pub use cell::Cell;
use eframe::egui::{Color32, Pos2, Rect, Ui};
pub use position::Position;

use crate::ui::theme::measure;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// What stands in the header.
    pub label: String,
    /// Its width; of a flexible one the least.
    pub width: f32,
    /// Takes what the others leave.
    pub is_flexible: bool,
    /// Holds numbers, which stand at the right.
    pub is_right: bool,
    /// Whether its header sorts.
    pub can_sort: bool,
}

/// By which column a table is sorted, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The place of the column.
    pub column: usize,
    /// Largest first.
    pub is_descending: bool,
}

/// How many of some rows are ticked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tick {
    /// None.
    #[default]
    None,
    /// Some.
    Some,
    /// All.
    All,
}

/// The boxes before the rows.
#[derive(Clone, Copy, Debug)]
pub struct Ticks<'a> {
    /// How many of all rows are ticked.
    pub of_all: Tick,
    /// The name of the box in the header.
    pub all: &'a str,
    /// What the name of a row's box begins with.
    pub one: &'a str,
}

/// What a table remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct TableState {
    /// Where it stands.
    pub position: Position,
    /// The row the keyboard is at.
    pub cursor: Option<usize>,
    /// The column the keyboard is at; none as long as it goes by whole rows.
    pub column: Option<usize>,
    /// How far it is scrolled to the right, in points.
    across: f32,
    /// The column that is being moved, and where to.
    moving: Option<(usize, usize)>,
}

/// A table to be shown.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    /// What it is called, also in the tree that screen readers see.
    pub name: &'a str,
    /// The columns, from the left.
    pub columns: &'a [Column],
    /// How many of them stay where they are when the others scroll.
    pub pinned: usize,
    /// Whether columns can be sized and moved.
    pub is_arranged: bool,
    /// How many rows there are.
    pub rows: usize,
    /// The height of each.
    pub row_height: f32,
    /// What it is sorted by.
    pub order: Option<Order>,
    /// The boxes before the rows, if rows can be ticked.
    pub ticks: Option<Ticks<'a>>,
}

/// What lies under a row that has to be told from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    /// The fill.
    pub fill: Color32,
    /// The bar at its left.
    pub bar: Color32,
}

/// What stands in the rows of a table.
pub trait Rows {
    /// Draws the cell of a row and a column.
    fn draw(&mut self, cell: &mut Cell<'_>, row: usize, column: usize);

    /// The heading that stands there instead of a row.
    fn heading(&self, _row: usize) -> Option<Heading> {
        None
    }

    /// How high the header is.
    fn header_height(&self) -> f32 {
        measure::TABLE_HEADER
    }

    /// Draws the title of a column in the header; false leaves it to the table.
    fn title(&mut self, _ui: &mut Ui, _rect: Rect, _column: usize) -> bool {
        false
    }

    /// What lies under a row, if it is told from others.
    fn ground(&self, _row: usize) -> Option<Ground> {
        None
    }

    /// Whether a row is ticked.
    fn is_ticked(&self, _row: usize) -> bool {
        false
    }
}

impl<F: FnMut(&mut Cell<'_>, usize, usize)> Rows for F {
    fn draw(&mut self, cell: &mut Cell<'_>, row: usize, column: usize) {
        self(cell, row, column);
    }
}

/// The heading of rows that belong together.
#[derive(Clone, Debug)]
pub struct Heading {
    /// What they have in common.
    pub text: String,
    /// How many there are.
    pub count: String,
    /// Whether they are put away.
    pub is_folded: bool,
}

/// What a person did to a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Deed {
    /// Went to a row.
    Chosen(usize),
    /// Opened a row.
    Opened(usize),
    /// Ticked a row, or took its tick away.
    Ticked(usize),
    /// Ticked everything from the row ticked or chosen last to this one.
    TickedTo(usize),
    /// Ticked every row, or took every tick away.
    TickedAll,
    /// Folded a heading, or unfolded it.
    Folded(usize),
    /// Gave up what was chosen.
    Cleared,
    /// Wants to change the cell of a row and a column; without one the first that can be.
    Edit(usize, Option<usize>),
    /// Wants to know what can be done with a row, at a column.
    Menu(usize, Option<usize>, Pos2),
    /// Clicked the header of a column.
    Sorted(usize),
    /// Wants to know what can be done with a column.
    ColumnMenu(usize, Pos2),
    /// Gave a column a width.
    Resized(usize, f32),
    /// Moved a column to the place of another.
    Moved(usize, usize),
}

/// What became of a table in a frame.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The rows that were seen.
    pub shown: Range<usize>,
    /// What was done, one after another.
    pub deeds: Vec<Deed>,
    /// Where the cell lies at which the keyboard is.
    pub cell: Option<Rect>,
}
