//! What a list shows: rows in order, under headings where it is grouped.

use std::{collections::HashSet, ops::Range};

use crate::{
    domain::{Kind, Money, RecordId, Row, Tag, Value},
    model::Model,
    query::{Note, RowSet},
};

/// The records that answer a question.
pub(in crate::ui) struct Answer {
    rows: Vec<u32>,
    set: RowSet,
    /// The records of a kind that stays small; rows are places among them.
    small: Vec<(RecordId, Row)>,
    /// How many there are without the filter.
    pub total: usize,
    /// What should be said of the filter.
    pub notes: Vec<Note>,
    /// Rows that belong together, if the list is grouped.
    pub groups: Vec<Group>,
    /// What the amounts of fields add up to, by currency.
    pub sums: Vec<(Tag, Vec<Money>)>,
    /// How many rows a set of rows must have room for.
    capacity: usize,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Group {
    /// What they have in common.
    pub value: Value,
    /// Where they are among the rows.
    pub rows: Range<usize>,
}

impl Default for Answer {
    fn default() -> Self {
        Self::of_rows(Vec::new(), 0)
    }
}

impl Answer {
    /// Rows in order, of a table of so many.
    pub fn of_rows(rows: Vec<u32>, capacity: usize) -> Self {
        let set = RowSet::of(capacity, &rows);
        Self::new(rows, set, Vec::new(), capacity)
    }

    /// Rows in order; of a kind that stays small, places among its records.
    pub fn new(rows: Vec<u32>, set: RowSet, small: Vec<(RecordId, Row)>, capacity: usize) -> Self {
        let total = rows.len();
        let (notes, groups, sums) = (Vec::new(), Vec::new(), Vec::new());
        Self { rows, set, small, total, notes, groups, sums, capacity }
    }

    /// The rows, in order.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// The same rows as a set.
    pub fn set(&self) -> &RowSet {
        &self.set
    }

    /// How many rows a set of rows must have room for.
    pub fn capacity(&self) -> usize {
        self.capacity
    }

    /// The record of a row.
    pub fn record(&self, model: &Model, kind: Kind, row: u32) -> Option<RecordId> {
        match model.columns(kind) {
            Some(columns) => columns.id(row as usize),
            None => self.small.get(row as usize).map(|(record, _)| *record),
        }
    }

    /// The fields of a row of a kind that stays small.
    pub fn small(&self, row: u32) -> Option<&Row> {
        self.small.get(row as usize).map(|(_, fields)| fields)
    }

    /// The place of a row in the list.
    pub fn place_of_row(&self, row: u32) -> Option<usize> {
        if !self.set.contains(row as usize) {
            return None;
        }
        self.rows.iter().position(|other| *other == row)
    }

    /// The place of a record in the list.
    pub fn place_of(&self, model: &Model, record: RecordId) -> Option<usize> {
        let row = match model.columns(record.kind) {
            Some(columns) => columns.find(record.uuid)?,
            None => self.small.iter().position(|(other, _)| *other == record)?,
        };
        self.place_of_row(u32::try_from(row).ok()?)
    }

    /// The rows of a kind that stays small which hold the given records.
    pub fn small_rows_of(&self, records: &HashSet<RecordId>) -> Vec<u32> {
        let is_shown = |row: &u32| {
            self.small.get(*row as usize).is_some_and(|(record, _)| records.contains(record))
        };
        self.rows.iter().copied().filter(is_shown).collect()
    }
}
