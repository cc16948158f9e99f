//! Large commands, in slices: all there or not at all.

use std::collections::BTreeMap;

use super::{
    Store, Stored, TOUCHED,
    commit::{Frame, write_header, write_touched},
    database::Write,
};
use crate::{
    domain::{Change, Header, RecordId},
    error::Result,
};

/// Records in a slice: small commands run between slices.
const SLICE: usize = 1_000;

/// A large command between its begin and its end.
pub struct Batch {
    /// Its sequence number: small commands that come between have later ones.
    pub sequence: u64,
    /// What it changes of records that were there before; laid down at the end.
    pending: BTreeMap<RecordId, Change>,
    pieces: u32,
    /// How many records it has touched so far.
    pub records: u64,
}

impl Store {
    /// Begins a large command.
    ///
    /// # Errors
    /// When the journal cannot be written, or another large command is not done.
    pub fn begin_batch(&mut self) -> Result<Batch> {
        self.usable()?;
        if self.open_batch.is_some() {
            return Err(crate::error::Error::refused("large-command-running"));
        }
        let sequence = self.next_sequence();
        self.append(&Frame::Begin(sequence))?;
        self.sequence = sequence;
        self.open_batch = Some(sequence);
        Ok(Batch { sequence, pending: BTreeMap::new(), pieces: 0, records: 0 })
    }

    /// Adds changes to a large command. Nobody sees them before its end.
    ///
    /// # Errors
    /// When the journal or the database cannot be written; the batch can only be aborted then.
    pub fn add_slice(&mut self, batch: &mut Batch, changes: &[Change]) -> Result<()> {
        self.usable()?;
        let mut writes = Vec::new();
        let mut first_touched = Vec::with_capacity(changes.len());
        for change in changes {
            let is_own = change.created_in == Some(batch.sequence);
            if change.is_creation() || is_own {
                self.write_record(&mut writes, batch.sequence, change)?;
                if !is_own {
                    first_touched.push((change.record, true));
                }
                continue;
            }
            let merged = match batch.pending.remove(&change.record) {
                Some(earlier) => earlier.followed_by(change.clone()),
                None => {
                    first_touched.push((change.record, false));
                    Some(change.clone())
                }
            };
            batch.pending.extend(merged.map(|change| (change.record, change)));
        }
        batch.records += first_touched.len() as u64;
        batch.pieces = write_touched(&mut writes, batch.sequence, batch.pieces, &first_touched)?;
        self.save(&Frame::Fresh(batch.sequence, writes))
    }

    /// A record as the large command sees it: with its own changes.
    ///
    /// # Errors
    /// When the database or the record is damaged.
    pub fn read_in(&self, batch: &Batch, record: RecordId) -> Result<Option<Stored>> {
        match batch.pending.get(&record) {
            Some(change) => Ok(Some(Stored {
                created_in: change.created_in.unwrap_or(batch.sequence),
                changed_in: batch.sequence,
                row: change.row.clone(),
            })),
            None => self.read(record),
        }
    }

    /// Ends a large command: when this returns, all of it is saved. Gives the changes to records
    /// that were there before, as they came out. What small commands changed meanwhile is kept where
    /// the large one did not touch the same field.
    ///
    /// # Errors
    /// As [`Store::commit`]; unless it is saved, the command is taken back.
    pub fn finish_batch(&mut self, batch: Batch, header: &Header) -> Result<Vec<Change>> {
        self.usable()?;
        let sequence = batch.sequence;
        let ended = self.append_end(batch, header);
        if ended.is_err() && self.sweep(sequence).is_err() {
            // What it made is still there: the next start sweeps it.
            self.is_broken = true;
        }
        self.open_batch = None;
        let (changes, frames, lsn) = ended?;
        self.clock = self.clock.max(header.clock);
        for frame in &frames {
            if let Frame::Later(_, writes) | Frame::End(_, writes) = frame {
                self.lay_down(writes, lsn)?;
            }
        }
        self.checkpoint_if_due();
        Ok(changes)
    }

    /// Saves what a large command changes, and its end. Gives the changes, the frames and the lsn of the
    /// end.
    fn append_end(
        &mut self,
        batch: Batch,
        header: &Header,
    ) -> Result<(Vec<Change>, Vec<Frame>, u64)> {
        let sequence = batch.sequence;
        let mut changes = Vec::with_capacity(batch.pending.len());
        for change in batch.pending.into_values() {
            changes.extend(self.rebased(sequence, change)?);
        }
        let mut frames = Vec::with_capacity(changes.len().div_ceil(SLICE) + 1);
        for slice in changes.chunks(SLICE) {
            let mut writes = Vec::with_capacity(slice.len() * 2);
            for change in slice {
                self.write_record(&mut writes, sequence, change)?;
                self.write_changes(&mut writes, sequence, change)?;
            }
            let frame = Frame::Later(sequence, writes);
            self.append(&frame)?;
            frames.push(frame);
        }
        let mut writes = Vec::new();
        write_header(&mut writes, header)?;
        let end = Frame::End(sequence, writes);
        let lsn = self.append(&end)?;
        frames.push(end);
        Ok((changes, frames, lsn))
    }

    /// Takes a large command back before its end: as if it had never begun.
    ///
    /// # Errors
    /// When the database cannot be written; the next start finishes the sweeping.
    pub fn abort_batch(&mut self, batch: &Batch) -> Result<()> {
        self.sweep(batch.sequence)?;
        self.open_batch = None;
        Ok(())
    }

    /// Removes what a large command without an end has left in the database. The journal needs no word
    /// of it: without an end nothing of the command counts.
    fn sweep(&mut self, sequence: u64) -> Result<()> {
        let lsn = self.journal.last_lsn();
        let mut writes = Vec::new();
        for piece in self.touched_pieces(sequence)? {
            let (key, touched) = piece?;
            for (record, _) in touched.into_iter().filter(|(_, is_new)| *is_new) {
                let key = record.uuid.as_bytes().to_vec();
                writes.push(removal(record.kind.number(), key));
            }
            writes.push(removal(TOUCHED, key));
        }
        self.lay_down(&writes, lsn)
    }

    /// The change as it applies to the record as it stands now.
    fn rebased(&self, sequence: u64, change: Change) -> Result<Option<Change>> {
        let Some(now) = self.read(change.record)? else { return Ok(None) };
        if now.changed_in <= sequence {
            return Ok(Some(change));
        }
        let mut row = now.row.clone();
        for field in change.fields {
            row.set(field.tag, field.after);
        }
        Ok(Change::between(change.record, now.created_in, &now.row, row))
    }
}

/// A write that removes an entry, if it is there.
pub(super) fn removal(tree: u16, key: Vec<u8>) -> Write {
    Write { tree, key, value: None, is_fresh: false }
}
