//! Where a list stands: the row at its top and how far that row is scrolled out. A single offset in
//! points would lose slow scrolling from row 699,051 on (24 points each), where `f32` has no more digits.

/// Where a list stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Position {
    /// The row at the top.
    pub row: usize,
    /// How much of it is scrolled out, 0 to 1.
    pub part: f32,
}

/// How much of a list can be seen.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// Rows there are.
    pub rows: usize,
    /// Rows that fit, whole and in part.
    pub visible: f64,
}

impl Extent {
    /// The last place a list can stand at, in rows.
    pub fn last(self) -> f64 {
        (self.rows as f64 - self.visible).max(0.0)
    }
}

impl Position {
    /// In rows from the first.
    pub fn in_rows(self) -> f64 {
        self.row as f64 + f64::from(self.part)
    }

    /// At so many rows from the first, as far as the list goes.
    pub fn at(rows: f64, extent: Extent) -> Self {
        let rows = rows.clamp(0.0, extent.last());
        let row = rows.floor();
        Self { row: row as usize, part: (rows - row) as f32 }
    }

    /// Scrolled by so many rows.
    #[must_use]
    pub fn by(self, rows: f64, extent: Extent) -> Self {
        Self::at(self.in_rows() + rows, extent)
    }

    /// Scrolled just so far that a row is seen whole.
    #[must_use]
    pub fn showing(self, row: usize, extent: Extent) -> Self {
        let (row, at) = (row as f64, self.in_rows());
        if row < at {
            Self::at(row, extent)
        } else if row + 1.0 > at + extent.visible {
            Self::at(row + 1.0 - extent.visible, extent)
        } else {
            Self::at(at, extent)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_scrolling_is_exact_everywhere() {
        let extent = Extent { rows: 1_000_000, visible: 25.0 };
        for start in [0_usize, 500_000, 708_333, 995_833] {
            let mut position = Position { row: start, part: 0.0 };
            for _ in 0..60 {
                position = position.by(0.6 / 24.0, extent);
            }
            let moved = (position.in_rows() - start as f64) * 24.0;
            assert!((moved - 36.0).abs() < 0.01, "from row {start}: {moved}");
        }
    }

    #[test]
    fn a_list_ends_where_its_rows_end() {
        let extent = Extent { rows: 100, visible: 10.5 };
        assert_eq!(Position::at(1e9, extent), Position { row: 89, part: 0.5 });
        assert_eq!(Position::default().by(-5.0, extent), Position::default());
        let short = Extent { rows: 3, visible: 10.0 };
        assert_eq!(Position::at(2.0, short), Position::default());
    }

    #[test]
    fn a_row_is_brought_into_sight_and_no_further() {
        let extent = Extent { rows: 100, visible: 10.0 };
        let at = Position { row: 50, part: 0.0 };
        for (row, expected) in [(55, 50.0), (40, 40.0), (60, 51.0), (99, 90.0)] {
            assert_eq!(at.showing(row, extent).in_rows(), expected, "row {row}");
        }
    }
}
