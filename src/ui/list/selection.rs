//! Which records of a list are ticked: one bit a row, so that a million of them cost nothing in a frame.

use std::ops::Range;

use super::Answer;
use crate::{query::RowSet, ui::widgets::Tick};

/// Which records of a list are ticked.
pub(in crate::ui) struct Selection {
    rows: RowSet,
    count: usize,
    /// The row ticked or chosen last: ticking on with Shift begins there.
    anchor: Option<u32>,
}

impl Default for Selection {
    fn default() -> Self {
        Self { rows: RowSet::none(0), count: 0, anchor: None }
    }
}

impl Selection {
    /// How many are ticked.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether none is ticked.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether a row is ticked.
    pub fn has(&self, row: u32) -> bool {
        self.rows.contains(row as usize)
    }

    /// How many of the rows of an answer are ticked.
    pub fn of_all(&self, answer: &Answer) -> Tick {
        match self.count {
            0 => Tick::None,
            count if count == answer.rows().len() => Tick::All,
            _ => Tick::Some,
        }
    }

    /// The rows that are ticked, in the order of creation.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.rows.iter()
    }

    /// Notes where ticking on begins.
    pub fn set_anchor(&mut self, row: Option<u32>) {
        self.anchor = row;
    }

    /// Ticks a row, or takes its tick away.
    pub fn toggle(&mut self, answer: &Answer, row: u32) {
        let one = RowSet::of(answer.capacity(), &[row]);
        let is_ticked = self.has(row);
        self.change(|rows| {
            if is_ticked {
                return rows.without(&one);
            }
            let mut rows = rows.resized(answer.capacity());
            rows.add(&one);
            rows
        });
        self.anchor = Some(row);
    }

    /// Ticks every row from the anchor to a place in the list.
    pub fn extend(&mut self, answer: &Answer, to: usize) {
        let from = self.anchor.and_then(|row| answer.place_of_row(row)).unwrap_or(to);
        let range: Range<usize> = from.min(to)..from.max(to) + 1;
        let added = RowSet::of(answer.capacity(), answer.rows().get(range).unwrap_or_default());
        self.change(|rows| {
            let mut rows = rows.resized(answer.capacity());
            rows.add(&added);
            rows
        });
    }

    /// Ticks every row of an answer; takes every tick away if all are ticked.
    pub fn toggle_all(&mut self, answer: &Answer) {
        if self.of_all(answer) == Tick::All {
            self.clear();
        } else {
            self.change(|_| answer.set().clone());
        }
    }

    /// Takes every tick away.
    pub fn clear(&mut self) {
        self.change(|_| RowSet::none(0));
        self.anchor = None;
    }

    /// Keeps the ticks of what a new answer shows: nothing is done to what cannot be seen.
    pub fn keep(&mut self, answer: &Answer) {
        if !self.is_empty() {
            self.change(|rows| rows.resized(answer.capacity()).and(answer.set()));
        }
    }

    /// Takes the ticks of rows that have other numbers now.
    pub fn renumber(&mut self, answer: &Answer, rows: &[u32]) {
        self.change(|_| RowSet::of(answer.capacity(), rows));
        self.anchor = None;
    }

    fn change(&mut self, how: impl FnOnce(RowSet) -> RowSet) {
        let rows = std::mem::replace(&mut self.rows, RowSet::none(0));
        self.rows = how(rows);
        self.count = self.rows.count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_follow_the_list() {
        // Rows 9 to 0: the list is sorted the other way round.
        let answer = Answer::of_rows((0..10).rev().collect(), 10);
        let mut selection = Selection::default();
        selection.toggle(&answer, 7);
        assert_eq!(answer.place_of_row(7), Some(2));
        selection.extend(&answer, 4);
        assert_eq!(selection.rows().collect::<Vec<_>>(), [5, 6, 7]);
        selection.toggle(&answer, 6);
        assert_eq!((selection.count(), selection.of_all(&answer)), (2, Tick::Some));
        // A new answer shows fewer, and one that was made since.
        let fewer = Answer::of_rows(vec![10, 5, 1], 11);
        selection.keep(&fewer);
        assert_eq!(selection.rows().collect::<Vec<_>>(), [5]);
        selection.toggle(&fewer, 10);
        assert!(selection.has(10));
        selection.toggle_all(&fewer);
        assert_eq!((selection.count(), selection.of_all(&fewer)), (3, Tick::All));
        selection.toggle_all(&fewer);
        assert!(selection.is_empty());
        selection.extend(&fewer, 1);
        assert_eq!(selection.rows().collect::<Vec<_>>(), [5], "without an anchor, the row alone");
    }
}
