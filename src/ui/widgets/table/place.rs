//! Where the columns of a table stand.

use eframe::egui::{Rangef, Rect};

use super::{Column, Table, TableState};
use crate::ui::theme::{measure, space};

/// A column that has its place.
pub(super) struct Placed<'a> {
    /// Its place among the columns.
    pub at: usize,
    pub column: &'a Column,
    /// From one border to the other.
    pub outer: Rangef,
    /// Without the padding.
    pub inner: Rangef,
    /// Where it may be seen.
    pub clip: Rangef,
}

/// The columns side by side.
pub(super) struct Places<'a> {
    pub columns: Vec<Placed<'a>>,
    /// Where the boxes stand.
    pub ticks: Option<Rangef>,
    /// The room of the columns that scroll.
    pub scrolled: Rangef,
    /// How wide those are together.
    pub width: f32,
}

impl<'a> Places<'a> {
    /// Places the columns of a table. What they leave goes to the flexible ones; where there is no room
    /// for all, those that are not pinned scroll.
    pub fn new(table: &Table<'a>, room: Rangef, state: &mut TableState) -> Self {
        let ticks = table.ticks.map(|_| Rangef::new(room.min, room.min + measure::TICKS));
        let left = ticks.map_or(room.min, |ticks| ticks.max);
        let total: f32 = table.columns.iter().map(|column| column.width).sum();
        let flexible = table.columns.iter().filter(|column| column.is_flexible).count().max(1);
        let spare = ((room.max - left - total) / flexible as f32).floor().max(0.0);
        let width_of =
            |column: &Column| column.width + if column.is_flexible { spare } else { 0.0 };
        let pinned: f32 = table.columns.iter().take(table.pinned).map(width_of).sum();
        let scrolled = Rangef::new((left + pinned).min(room.max), room.max);
        let width: f32 = table.columns.iter().skip(table.pinned).map(width_of).sum();
        state.across = state.across.clamp(0.0, (width - scrolled.span()).max(0.0));

        let mut columns = Vec::with_capacity(table.columns.len());
        let mut at_x = left;
        let last = table.columns.len().saturating_sub(1);
        for (at, column) in table.columns.iter().enumerate() {
            if at == table.pinned {
                at_x = scrolled.min - state.across;
            }
            let outer = Rangef::new(at_x, at_x + width_of(column));
            at_x = outer.max;
            let clip = if at < table.pinned { Rangef::new(left, room.max) } else { scrolled };
            // The first and the last stand in line with the rest of the page.
            let edge = |is_edge| if is_edge { space::LARGE } else { measure::CELL_PADDING };
            let before = edge(at == 0 && ticks.is_none());
            let inner = Rangef::new(outer.min + before, outer.max - edge(at == last));
            columns.push(Placed { at, column, outer, inner, clip });
        }
        Self { columns, ticks, scrolled, width }
    }

    /// Those that can be seen.
    pub fn seen(&self) -> impl Iterator<Item = &Placed<'a>> {
        let is_seen = |placed: &&Placed<'_>| {
            placed.outer.min < placed.clip.max && placed.outer.max > placed.clip.min
        };
        self.columns.iter().filter(is_seen)
    }

    /// The column at a place.
    pub fn at(&self, x: f32) -> Option<usize> {
        let is_there = |placed: &&Placed<'_>| placed.outer.contains(x) && placed.clip.contains(x);
        self.columns.iter().find(is_there).map(|placed| placed.at)
    }

    /// Scrolls just so far that a column is seen whole.
    pub fn show(&self, at: usize, state: &mut TableState) {
        let Some(placed) = self.columns.get(at) else { return };
        if placed.clip != self.scrolled {
            return;
        }
        if placed.outer.min < self.scrolled.min {
            state.across -= self.scrolled.min - placed.outer.min;
        } else if placed.outer.max > self.scrolled.max {
            state.across += placed.outer.max - self.scrolled.max;
        }
    }
}

impl Placed<'_> {
    /// The cell of a row, as far as it can be seen.
    pub fn cell(&self, row: Rect) -> Rect {
        Rect::from_x_y_ranges(self.outer.intersection(self.clip), row.y_range())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(width: f32, is_flexible: bool) -> Column {
        let label = String::new();
        Column { label, width, is_flexible, is_right: false, can_sort: false }
    }

    #[test]
    fn columns_fill_their_room_or_scroll() {
        let columns = [column(200.0, true), column(100.0, false), column(80.0, false)];
        let table = Table {
            name: "",
            columns: &columns,
            pinned: 1,
            is_arranged: true,
            rows: 0,
            row_height: 32.0,
            order: None,
            ticks: None,
        };
        for (room, across, expected) in [
            (500.0, 0.0, [(0.0, 320.0), (320.0, 420.0), (420.0, 500.0)]),
            (500.0, 90.0, [(0.0, 320.0), (320.0, 420.0), (420.0, 500.0)]),
            (300.0, 0.0, [(0.0, 200.0), (200.0, 300.0), (300.0, 380.0)]),
            (300.0, 50.0, [(0.0, 200.0), (150.0, 250.0), (250.0, 330.0)]),
            (300.0, 900.0, [(0.0, 200.0), (120.0, 220.0), (220.0, 300.0)]),
        ] {
            let mut state = TableState { across, ..TableState::default() };
            let places = Places::new(&table, Rangef::new(0.0, room), &mut state);
            let found: Vec<_> =
                places.columns.iter().map(|it| (it.outer.min, it.outer.max)).collect();
            assert_eq!(found, expected, "{room} {across}");
        }
    }

    #[test]
    fn what_a_pinned_column_covers_is_not_there() {
        let columns = [column(200.0, false), column(100.0, false), column(80.0, false)];
        let table = Table {
            name: "",
            columns: &columns,
            pinned: 1,
            is_arranged: true,
            rows: 0,
            row_height: 32.0,
            order: None,
            ticks: None,
        };
        let mut state = TableState { across: 100.0, ..TableState::default() };
        let places = Places::new(&table, Rangef::new(0.0, 270.0), &mut state);
        assert_eq!(places.at(150.0), Some(0));
        assert_eq!(places.at(210.0), Some(2));
        let seen: Vec<usize> = places.seen().map(|placed| placed.at).collect();
        assert_eq!(seen, [0, 2]);
    }
}
