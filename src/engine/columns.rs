//! Fields become columns when they are asked for: a slice of records at a time, commands in between.

use std::{collections::HashMap, sync::Arc};

use super::Crm;
use crate::{
    domain::{FieldPath, Kind, RecordId, Row},
    error::{Error, Result},
    model::{Columns, Model, ON_DEMAND_BYTES, Watch},
};

/// Records read at a time: a save that waits for them does not feel it.
const SLICE: usize = 2_048;

/// Slices after which it is seen whether there is still room.
const SLICES_BETWEEN_LOOKS: usize = 32;

/// Columns on their way.
#[derive(Debug)]
pub struct ColumnBuild {
    kind: Kind,
    paths: Vec<FieldPath>,
    /// The first row that is not filled.
    next: usize,
}

impl ColumnBuild {
    /// Columns of fields of a kind; those that are there when it begins are left alone.
    pub fn new(kind: Kind, paths: Vec<FieldPath>) -> Self {
        Self { kind, paths, next: 0 }
    }
}

impl Crm {
    /// Takes columns a slice further; false when they are there.
    ///
    /// # Errors
    /// `cancelled`; `column-too-large` when they take more memory than such columns may; or a record is damaged.
    /// Nothing is kept of them then.
    pub fn step_columns(&mut self, build: &mut ColumnBuild, watch: &Watch) -> Result<bool> {
        let goes_on = watch.goes_on().and_then(|()| match &self.next {
            // Until the next model is the model, they hold different states of the same records.
            Some(_) => Ok(true),
            None => self.fill_slice(build),
        });
        let capacity = self.model.columns(build.kind).map_or(0, Columns::capacity);
        watch.note((build.next, capacity));
        goes_on.inspect_err(|_| {
            Arc::make_mut(&mut self.model).drop_columns(build.kind, &build.paths);
        })
    }

    /// Makes columns of fields of a kind at once, when no large command is on its way. Whether there was room
    /// for them.
    ///
    /// # Errors
    /// When a record is damaged.
    pub fn make_columns(
        &mut self,
        kind: Kind,
        paths: Vec<FieldPath>,
        mut told: impl FnMut(usize, usize),
    ) -> Result<bool> {
        let (mut build, watch) = (ColumnBuild::new(kind, paths), Watch::default());
        loop {
            match self.step_columns(&mut build, &watch) {
                Ok(true) => {
                    let (done, of) = watch.progress();
                    told(done, of);
                }
                Ok(false) => return Ok(true),
                Err(err) if err.code() == "column-too-large" => return Ok(false),
                Err(err) => return Err(err),
            }
        }
    }

    fn fill_slice(&mut self, build: &mut ColumnBuild) -> Result<bool> {
        let ColumnBuild { kind, paths, next } = build;
        if *next == 0 {
            let columns = self.model.columns(*kind);
            paths.retain(|path| columns.is_some_and(|it| it.column_of(path).is_none()));
            // What an earlier attempt left would never be whole.
            Arc::make_mut(&mut self.model).drop_columns(*kind, paths);
        }
        let Some(columns) = self.model.columns(*kind).filter(|_| !paths.is_empty()) else {
            return Ok(false);
        };
        let ids: Vec<RecordId> =
            (*next..columns.capacity()).take(SLICE).filter_map(|row| columns.id(row)).collect();
        let found = self.store.read_all(&ids)?.into_iter();
        let mut found: HashMap<RecordId, Row> =
            found.map(|(record, stored)| (record, stored.row)).collect();
        let rows: Vec<Row> = ids.iter().map(|id| found.remove(id).unwrap_or_default()).collect();
        let model = Arc::make_mut(&mut self.model);
        model.fill_columns(*kind, paths, *next, &rows);
        *next += rows.len();
        let goes_on = rows.len() == SLICE;
        if !goes_on || (*next / SLICE).is_multiple_of(SLICES_BETWEEN_LOOKS) {
            make_room(model, (*kind, paths))?;
        }
        if !goes_on {
            model.note_columns();
        }
        Ok(goes_on)
    }

    /// Sees to it that columns which were asked for have not grown out of their room.
    pub(super) fn keep_columns_small(&mut self) {
        if self.model.on_demand_bytes() > ON_DEMAND_BYTES {
            Arc::make_mut(&mut self.model).evict_columns(ON_DEMAND_BYTES, (Kind::Lead, &[]));
        }
    }
}

fn make_room(model: &mut Model, kept: (Kind, &[FieldPath])) -> Result<()> {
    match model.evict_columns(ON_DEMAND_BYTES, kept) {
        true => Ok(()),
        false => Err(Error::refused("column-too-large")),
    }
}
