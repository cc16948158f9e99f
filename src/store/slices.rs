//! All records of a kind in slices that several threads take and read, checked like any scan.

use std::sync::{Mutex, PoisonError};

use uuid::Uuid;

use super::{
    Store, Stored, codec, damaged, damaged_record,
    database::{Bytes, Total},
    files::Files,
    glance::{self, Wanted},
};
use crate::{
    domain::{Kind, Tag, ValueRef},
    error::{Error, Result},
};

/// All records of a kind, oldest first, in slices for whoever takes the next one.
pub struct Slices {
    kind: Kind,
    total: Total,
    length: usize,
    files: Files,
    waiting: Mutex<Waiting>,
    seen: Mutex<Total>,
}

/// What nobody has taken yet.
struct Waiting {
    entries: Box<dyn Iterator<Item = Result<(Bytes, Bytes)>> + Send>,
    /// The number of the next slice.
    next: usize,
    is_over: bool,
}

/// Records that are read together.
pub struct Slice {
    /// How many slices come before it.
    pub number: usize,
    entries: Vec<(Bytes, Bytes)>,
}

impl Slice {
    /// How many records they are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl Store {
    /// Every record of a kind, oldest first, those in the bin too, so many in a slice.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn slices(&mut self, kind: Kind, length: usize) -> Result<Slices> {
        let tree = kind.number();
        let mut disk = self.disk();
        let total = disk.database.total(tree)?;
        let entries = Box::new(disk.database.entries(tree)?);
        drop(disk);
        let waiting = Mutex::new(Waiting { entries, next: 0, is_over: false });
        let seen = Mutex::new(Total { lsn: total.lsn, ..Total::default() });
        Ok(Slices { kind, total, length, files: self.files.clone(), waiting, seen })
    }
}

impl Slices {
    /// The next slice that nobody has taken; none behind the last, or behind one that cannot be read.
    pub fn next(&self) -> Option<Result<Slice>> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.is_over {
            return None;
        }
        let entries: Result<Vec<_>> = waiting.entries.by_ref().take(self.length).collect();
        waiting.is_over = entries.as_ref().map_or(true, |entries| entries.len() < self.length);
        let number = waiting.next;
        waiting.next += 1;
        Some(entries.map(|entries| Slice { number, entries }))
    }

    /// Looks at the wanted fields of a slice's records, in their order: `look` is given each record's id and
    /// fields, by tag.
    ///
    /// # Errors
    /// When a record, or a long text of one, is damaged.
    pub fn read(
        &self,
        slice: &Slice,
        wanted: &Wanted,
        mut look: impl FnMut(Uuid, &[(Tag, ValueRef<'_>)]),
    ) -> Result<()> {
        let tree = self.kind.number();
        let mut sum = 0_u64;
        for (key, bytes) in &slice.entries {
            sum = sum.wrapping_add(codec::entry_hash(tree, key, bytes));
            let uuid = Uuid::from_slice(key).map_err(|_| damaged_record(tree))?;
            let payload = codec::payload(tree, key, bytes).map_err(|it| damaged(tree, it))?;
            match glance::fields(payload, wanted).map_err(|it| damaged(tree, it))? {
                Some(fields) => look(uuid, &fields),
                None => {
                    let stored: Result<Stored, _> = codec::decode(payload);
                    let mut row = stored.map_err(|it| damaged(tree, it))?.row;
                    self.files.fetch(&mut row)?;
                    let fields = row.iter().filter(|(tag, _)| wanted.has(*tag));
                    let fields: Vec<_> = fields.map(|(tag, value)| (tag, value.into())).collect();
                    look(uuid, &fields);
                }
            }
        }
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.count += slice.entries.len() as u64;
        seen.sum = seen.sum.wrapping_add(sum);
        Ok(())
    }

    /// Whether all slices together were all that should be there.
    ///
    /// # Errors
    /// `missing-records`.
    pub fn finish(self) -> Result<()> {
        let seen = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        match seen == self.total {
            true => Ok(()),
            false => Err(Error::storage("missing-records").with("tree", self.kind.name())),
        }
    }
}
