//! What commands have changed since a checkpoint was written, taken into what was read from it.

use std::collections::BTreeSet;

use super::Model;
use crate::{
    domain::RecordId,
    error::Result,
    store::{Laid, Store},
};

/// Records that are rather taken one by one than all of them read anew.
const MOST: usize = 150_000;

/// Records taken together. They come in the order of their rows, so that a column's piece is written once or
/// twice.
const SLICE: usize = 10_000;

impl Model {
    /// Takes what commands after `sequence` changed: how many records; none if they are too many.
    ///
    /// What the store has just applied again is at hand; what came before is read.
    pub(super) fn replay(&mut self, store: &mut Store, sequence: u64) -> Result<Option<usize>> {
        let replayed = store.take_replayed();
        let through = replayed.as_ref().map_or(store.last_sequence(), |it| it.after());
        let Some(older) = touched(store, (sequence + 1, through))? else { return Ok(None) };
        let mut count = older.len();
        let older: Vec<RecordId> = older.into_iter().collect();
        for slice in older.chunks(SLICE) {
            let mut records = Vec::with_capacity(slice.len());
            for (record, stored) in store.read_all(slice)? {
                records.push(Laid { record, fields: None, row: stored.row });
            }
            self.take_replayed(&records);
        }
        let Some(replayed) = replayed else { return Ok(Some(count)) };
        let newer = store.changed_since(&replayed, sequence);
        let mut newer = newer.filter(|it| match it {
            Ok(it) => older.binary_search(&it.record).is_err(),
            Err(_) => true,
        });
        loop {
            let records = newer.by_ref().take(SLICE).collect::<Result<Vec<_>>>()?;
            if records.is_empty() {
                return Ok(Some(count));
            }
            count += records.len();
            if count > MOST {
                return Ok(None);
            }
            self.take_replayed(&records);
        }
    }

    fn take_replayed(&mut self, records: &[Laid]) {
        self.put_laid(records);
        self.know_laid(records);
    }
}

/// What commands have touched, from one to another; none if it is too much.
fn touched(store: &Store, (first, last): (u64, u64)) -> Result<Option<BTreeSet<RecordId>>> {
    let mut touched = BTreeSet::new();
    for sequence in first..=last {
        for record in store.touched(sequence)? {
            touched.insert(record?.0);
        }
        if touched.len() > MOST {
            return Ok(None);
        }
    }
    Ok(Some(touched))
}
