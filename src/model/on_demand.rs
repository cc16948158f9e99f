//! Columns that were asked for: fields that are not resident, in memory for as long as they are used.
//!
//! A column is filled beside the changes of commands, from the first row on: what is filled is kept up
//! to date like any column, what is not is read later as it stands then. So nothing has to be caught up with.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use super::{Columns, GROWN, Model, column::Column};
use crate::domain::{FieldPath, Kind, Row, Tag};

/// Bytes that columns which were asked for may take together.
pub const ON_DEMAND_BYTES: usize = 64 << 20;

/// Counts the uses of columns, so that the one unused for longest is known.
static USES: AtomicU64 = AtomicU64::new(1);

/// The columns that were asked for, of one kind.
#[derive(Clone, Debug, Default)]
pub(super) struct OnDemand(Vec<Asked>);

#[derive(Clone, Debug)]
struct Asked {
    path: FieldPath,
    column: Column,
    /// Rows that are filled.
    rows: usize,
    /// When it was last used; all snapshots share it.
    used: Arc<AtomicU64>,
}

impl Asked {
    fn new(path: FieldPath) -> Self {
        let column = Column::of_asked(&path.value_shape());
        let used = Arc::new(AtomicU64::new(USES.fetch_add(1, Ordering::Relaxed)));
        Self { path, column, rows: 0, used }
    }

    fn push(&mut self, row: &Row) {
        self.column.push(&self.path.value(row).as_ref().into());
        self.rows += 1;
    }
}

impl OnDemand {
    /// A column that has all of so many rows.
    pub fn get(&self, path: &FieldPath, rows: usize) -> Option<&Column> {
        let found = self.0.iter().find(|it| it.path.is_same(path) && it.rows == rows)?;
        found.used.store(USES.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        Some(&found.column)
    }

    /// Takes rows that are known as they stand now: `changed` gives those in which one of some fields may
    /// have changed.
    pub fn put<'a>(&mut self, changed: impl Fn(&[Tag]) -> Vec<(usize, &'a Row)>) {
        for Asked { path, column, rows, .. } in &mut self.0 {
            let filled = changed(&[path.tag]).into_iter().filter(|(at, _)| at < rows);
            let values: Vec<_> = filled.map(|(at, row)| (at, path.value(row))).collect();
            column.set_many(values.iter().map(|(at, value)| (*at, value.as_ref())));
        }
    }

    /// Whether no field was asked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes a new row.
    pub fn push(&mut self, at: usize, row: &Row) {
        self.0.iter_mut().filter(|it| it.rows == at).for_each(|it| it.push(row));
    }

    /// The columns and their bytes.
    pub fn bytes(&self) -> impl Iterator<Item = (&FieldPath, usize)> {
        self.0.iter().map(|it| (&it.path, it.column.bytes()))
    }

    /// When each column was last used, those in use by `kept` not among them.
    fn uses(&self, kept: &[FieldPath]) -> impl Iterator<Item = (u64, FieldPath)> {
        let others = self.0.iter().filter(|it| !kept.iter().any(|path| path.is_same(&it.path)));
        others.map(|it| (it.used.load(Ordering::Relaxed), it.path))
    }

    fn drop(&mut self, path: &FieldPath) {
        self.0.retain(|it| !it.path.is_same(path));
    }
}

impl Columns {
    /// The column of a field or of a field of its parts: resident, or asked for and filled.
    pub fn column_of(&self, path: &FieldPath) -> Option<&Column> {
        let resident = || self.column(path.tag).filter(|_| path.part.is_none());
        resident().or_else(|| self.on_demand.get(path, self.capacity()))
    }

    /// Fills columns that are being asked for with the rows from `first` on.
    fn fill(&mut self, paths: &[FieldPath], first: usize, rows: &[Row]) {
        for path in paths {
            let known = self.on_demand.0.iter().position(|it| it.path.is_same(path));
            if known.is_none() {
                self.on_demand.0.push(Asked::new(*path));
            }
            let found = self.on_demand.0.iter_mut().find(|it| it.path.is_same(path));
            // A column that was dropped meanwhile begins with its first row or not at all.
            if let Some(asked) = found.filter(|it| it.rows == first) {
                rows.iter().for_each(|row| asked.push(row));
            }
        }
    }
}

impl Model {
    /// Fills columns of a kind with the rows from `first` on, as the records stand now. They are used once
    /// they have them all.
    pub fn fill_columns(&mut self, kind: Kind, paths: &[FieldPath], first: usize, rows: &[Row]) {
        if let Some(columns) = self.columns_mut(kind) {
            columns.make_mut().fill(paths, first, rows);
        }
    }

    /// Says that columns are there which were not: what is computed from the model is computed anew.
    pub fn note_columns(&mut self) {
        self.revision += 1;
    }

    /// Forgets columns that were asked for.
    pub fn drop_columns(&mut self, kind: Kind, paths: &[FieldPath]) {
        if let Some(columns) = self.columns_mut(kind) {
            let on_demand = &mut columns.make_mut().on_demand;
            paths.iter().for_each(|path| on_demand.drop(path));
        }
    }

    /// Bytes of the columns that were asked for.
    pub fn on_demand_bytes(&self) -> usize {
        let columns = GROWN.iter().filter_map(|kind| self.columns_there(*kind));
        columns.flat_map(|columns| columns.on_demand.bytes()).map(|(_, bytes)| bytes).sum()
    }

    /// Forgets the columns unused for longest until the others take at most `most` bytes; those of `kept`
    /// stay. Whether they do so then.
    pub fn evict_columns(&mut self, most: usize, (kind, kept): (Kind, &[FieldPath])) -> bool {
        while self.on_demand_bytes() > most {
            let of_kind = |it: Kind| {
                let kept = if it == kind { kept } else { &[] };
                let columns = self.columns_there(it).map(|columns| &columns.on_demand);
                columns
                    .into_iter()
                    .flat_map(move |it| it.uses(kept))
                    .map(move |(at, path)| (at, it, path))
            };
            let oldest = GROWN.iter().flat_map(|kind| of_kind(*kind)).min_by_key(|(at, ..)| *at);
            let Some((_, kind, path)) = oldest else { return false };
            self.drop_columns(kind, &[path]);
        }
        true
    }
}
