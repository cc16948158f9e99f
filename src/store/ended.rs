//! A large command that has ended: it is saved, and what it changes is laid down a part at a time, so
//! that small commands come in between.

use std::{sync::Arc, thread};

use super::{
    CHANGES, Store, Stored, TOUCHED,
    database::Write,
    disk::locked,
    lane::gone,
    unseal,
    waiting::{Waiting, record_of},
};
use crate::{
    domain::{Change, FieldChange, Kind, RecordId, Row},
    error::{Error, Result},
};

/// What is left of a large command that has ended.
pub(super) struct Ended {
    /// Its sequence number.
    pub sequence: u64,
    /// What is not laid down yet.
    pub waiting: Waiting,
    /// The frame of its end.
    lsn: u64,
    /// The frame that is laid down next.
    next: u32,
}

/// A record that a large command has changed.
pub struct Laid {
    /// Which record.
    pub record: RecordId,
    /// What has changed, long texts named by their content; none if it may be anything.
    pub fields: Option<Vec<FieldChange>>,
    /// All of its fields, or those alone that have changed.
    pub row: Row,
}

impl Ended {
    /// A command that has ended with a frame of the journal.
    pub fn new(sequence: u64, waiting: Waiting, lsn: u64) -> Self {
        Self { sequence, waiting, lsn, next: 0 }
    }
}

impl Store {
    /// Lays down the next part of what a large command that has ended changes, and beside that lets it be
    /// taken; false when there is nothing more. Whoever reads a record meanwhile gets it as it will be.
    /// `is_whole` says whether all fields of a record are wanted, by those that have changed.
    ///
    /// # Errors
    /// When the journal or the database is damaged or cannot be written.
    pub fn lay_down_next(
        &mut self,
        is_whole: impl Fn(Kind, &[FieldChange]) -> bool,
        take: impl FnOnce(&[Laid]),
    ) -> Result<bool> {
        let Some(ended) = &mut self.ended else { return Ok(false) };
        if ended.next == ended.waiting.len() {
            self.ended = None;
            self.checkpoint_if_due();
            return Ok(false);
        }
        let (writes, lsn) =
            (ended.waiting.take(&locked(&self.disk).journal, ended.next)?, ended.lsn);
        ended.next += 1;
        let disk = Arc::clone(&self.disk);
        let lay_down = || locked(&disk).lay_down(&writes, lsn);
        thread::scope(|scope| {
            let thread = thread::Builder::new().name("lay-down".to_owned());
            let beside = thread.spawn_scoped(scope, lay_down);
            let taken = self.laid(&writes, is_whole).map(|laid| take(&laid));
            let done = match beside {
                Ok(beside) => beside.join().unwrap_or_else(|_| Err(gone())),
                // The system has no thread to give.
                Err(_) => lay_down(),
            };
            done.and(taken).map(|()| true)
        })
    }

    /// What writes say of the records that they change.
    fn laid(
        &self,
        writes: &[Write],
        is_whole: impl Fn(Kind, &[FieldChange]) -> bool,
    ) -> Result<Vec<Laid>> {
        let mut records = Vec::new();
        let mut writes = writes.iter().filter(|write| write.tree != TOUCHED).peekable();
        while let Some(write) = writes.next() {
            let Some(record) = record_of(write) else { continue };
            let mut fields = Vec::new();
            // What changed in a record follows it.
            while let Some(piece) = writes.next_if(|next| next.tree == CHANGES) {
                if let Some(bytes) = &piece.value {
                    fields.extend(unseal::<Vec<FieldChange>>(CHANGES, &piece.key, bytes)?);
                }
            }
            if let (true, Some(bytes)) = (write.tree != CHANGES, &write.value) {
                let row = if is_whole(record.kind, &fields) {
                    let mut stored: Stored = unseal(write.tree, &write.key, bytes)?;
                    self.files.fetch(&mut stored.row)?;
                    stored.row
                } else {
                    self.after(&fields)?
                };
                records.push(Laid { record, fields: Some(fields), row });
            }
        }
        Ok(records)
    }

    /// The fields that have changed, as they are since.
    fn after(&self, fields: &[FieldChange]) -> Result<Row> {
        let mut row: Row = fields.iter().map(|field| (field.tag, field.after.clone())).collect();
        self.files.fetch(&mut row)?;
        Ok(row)
    }

    /// Whether no large command is on its way.
    ///
    /// # Errors
    /// `large-command-running` if one is.
    pub fn alone(&self) -> Result<()> {
        let is_alone = self.open_batch.is_none() && self.ended.is_none();
        is_alone.then_some(()).ok_or_else(|| Error::refused("large-command-running"))
    }

    /// What a small command is about to change must be laid down, and a large one hears of it.
    pub(super) fn make_way(&mut self, changes: &[Change]) -> Result<()> {
        let records = changes.iter().map(|change| change.record);
        if self.open_batch.is_some() {
            self.changed_meanwhile.extend(records);
        } else if let Some(ended) = &mut self.ended {
            let mut writes = Vec::new();
            let disk = locked(&self.disk);
            for record in records {
                writes.extend(ended.waiting.take_record(&disk.journal, record)?);
            }
            drop(disk);
            let lsn = ended.lsn;
            self.lay_down(&writes, lsn)?;
        }
        Ok(())
    }

    /// A record of which a change waits, as it will be.
    pub(super) fn read_waiting(
        &self,
        waiting: &Waiting,
        record: RecordId,
    ) -> Result<Option<Stored>> {
        if !waiting.has(record) {
            return Ok(None);
        }
        let mut stored = waiting.record(&self.disk().journal, record)?;
        if let Some(stored) = &mut stored {
            self.files.fetch(&mut stored.row)?;
        }
        Ok(stored)
    }
}
