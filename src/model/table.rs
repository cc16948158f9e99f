//! All records of a kind that stays small, typed.

use std::{collections::BTreeMap, sync::Arc};

use crate::domain::{DELETED_AT, Id, Record, Row};

/// All records of one kind, oldest first; those in the bin are not among them.
#[derive(Clone, Debug)]
pub struct Table<T>(Arc<BTreeMap<Id<T>, Arc<T>>>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Record> Table<T> {
    /// A record.
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.0.get(&id).map(Arc::as_ref)
    }

    /// The records, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> {
        self.0.iter().map(|(id, record)| (*id, record.as_ref()))
    }

    /// The first record of which `is` holds.
    pub fn find(&self, is: impl Fn(&T) -> bool) -> Option<(Id<T>, &T)> {
        self.iter().find(|(_, record)| is(record))
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes a record as it stands now.
    pub(super) fn put(&mut self, id: Id<T>, row: &Row) {
        let table = Arc::make_mut(&mut self.0);
        if row.get(DELETED_AT).is_empty() {
            table.insert(id, Arc::new(T::from_row(row.clone())));
        } else {
            table.remove(&id);
        }
    }
}
