//! A large command that has ended: it is saved, and what it changes is laid down a part at a time, so
//! that small commands come in between.

use uuid::Uuid;

use super::{
    CHANGES, Store, Stored, commit::record_of_key, damaged_record, database::Write, disk::locked,
    unseal, waiting::Waiting,
};
use crate::{
    domain::{Change, FieldChange, Kind, RecordId},
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

impl Ended {
    /// A command that has ended with a frame of the journal.
    pub fn new(sequence: u64, waiting: Waiting, lsn: u64) -> Self {
        Self { sequence, waiting, lsn, next: 0 }
    }
}

impl Store {
    /// Lays down the next part of what a large command that has ended changes, and gives it; none when
    /// there is nothing more. Whoever reads a record meanwhile gets it as it will be.
    ///
    /// # Errors
    /// When the journal or the database is damaged or cannot be written.
    pub fn lay_down_next(&mut self) -> Result<Option<Vec<Change>>> {
        let Some(ended) = &mut self.ended else { return Ok(None) };
        if ended.next == ended.waiting.len() {
            self.ended = None;
            self.checkpoint_if_due();
            return Ok(None);
        }
        let (writes, lsn) =
            (ended.waiting.take(&locked(&self.disk).journal, ended.next)?, ended.lsn);
        ended.next += 1;
        self.lay_down(&writes, lsn)?;
        let mut changes: Vec<Change> = Vec::new();
        for Write { tree, key, value, .. } in &writes {
            let Some(bytes) = value else { continue };
            if let Some(kind) = Kind::of_number(*tree) {
                let mut stored: Stored = unseal(*tree, key, bytes)?;
                self.files.fetch(&mut stored.row)?;
                let uuid = Uuid::from_slice(key).map_err(|_| damaged_record(*tree))?;
                let (record, created_in) = (RecordId { kind, uuid }, Some(stored.created_in));
                changes.push(Change { record, fields: Vec::new(), row: stored.row, created_in });
            } else if *tree == CHANGES {
                // What changed in a record follows it.
                let own = changes.last_mut().filter(|it| record_of_key(key) == Some(it.record));
                let own = own.ok_or_else(|| damaged_record(CHANGES))?;
                own.fields.extend(unseal::<Vec<FieldChange>>(CHANGES, key, bytes)?);
            }
        }
        Ok(Some(changes))
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
