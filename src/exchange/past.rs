//! What is asked of the disk about records whose file comes back.

use crate::{
    domain::{FieldChange, RecordId, Row},
    engine::Reader,
    error::Result,
    store::Store,
};

/// Records as they stand, and what was changed in them since.
pub trait Past {
    /// A record; none if it never was there.
    ///
    /// # Errors
    /// When the store is damaged.
    fn row(&self, record: RecordId) -> Result<Option<Row>>;

    /// What was changed in a record, oldest first: the number of each command, and its changes.
    ///
    /// # Errors
    /// When the history is damaged.
    fn timeline(&self, record: RecordId) -> Result<Vec<(u64, Vec<FieldChange>)>>;
}

impl Past for Store {
    fn row(&self, record: RecordId) -> Result<Option<Row>> {
        Ok(self.read(record)?.map(|stored| stored.row))
    }

    fn timeline(&self, record: RecordId) -> Result<Vec<(u64, Vec<FieldChange>)>> {
        Self::timeline(self, record)
    }
}

impl Past for Reader {
    fn row(&self, record: RecordId) -> Result<Option<Row>> {
        self.ask(move |store| Past::row(store, record))
    }

    fn timeline(&self, record: RecordId) -> Result<Vec<(u64, Vec<FieldChange>)>> {
        self.ask(move |store| Past::timeline(store, record))
    }
}
