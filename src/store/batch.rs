//! Large commands, in slices: all there or not at all.

use std::sync::Arc;

use super::{
    Store, Stored, TOUCHED,
    commit::{Frame, write_header, write_touched},
    damaged_record,
    database::Write,
    encoded::NewRecord,
    ended::Ended,
    lane::{Fresh, Lane},
    waiting::Waiting,
};
use crate::{
    domain::{Change, Header, RecordId},
    error::Result,
};

/// Changes in a frame.
const FRAME: usize = 500;

/// Records changed by small commands that wait to be looked at before more of a large one is done: the end
/// has to look at fewer.
const MEANWHILE: usize = 4;

/// A large command between its begin and its end.
pub struct Batch {
    /// Its sequence number: small commands that come between have later ones.
    pub sequence: u64,
    /// How many records it has touched so far.
    pub records: u64,
    /// What it changes of records that were there before.
    waiting: Waiting,
    pieces: u32,
}

impl Store {
    /// Begins a large command.
    ///
    /// # Errors
    /// When the journal cannot be written, or another large command is not done.
    pub fn begin_batch(&mut self) -> Result<Batch> {
        self.usable()?;
        self.alone()?;
        let sequence = self.next_sequence();
        self.append(&Frame::Begin(sequence))?;
        self.lane = Some(Lane::open(Arc::clone(&self.disk), self.files.clone())?);
        self.sequence = sequence;
        self.open_batch = Some(sequence);
        Ok(Batch { sequence, records: 0, waiting: Waiting::default(), pieces: 0 })
    }

    /// Adds changes to a large command, and records that it makes. Nobody sees them before its end.
    ///
    /// # Errors
    /// When the journal or the database cannot be written; the batch can only be aborted then.
    pub fn add_slice(
        &mut self,
        batch: &mut Batch,
        changes: Vec<Change>,
        made: Vec<NewRecord>,
    ) -> Result<()> {
        // Whoever asks for the disk waits until the lane is empty; it sees for itself whether it can be used.
        if self.lane.is_none() {
            self.usable()?;
        }
        let is_own = |change: &Change| change.created_in == Some(batch.sequence);
        let is_new = |change: &&Change| !is_own(change) && !batch.waiting.has(change.record);
        let touched = changes.iter().filter(is_new);
        let touched = touched.map(|change| (change.record, change.is_creation()));
        let touched: Vec<(RecordId, bool)> =
            touched.chain(made.iter().map(|made| (made.record, true))).collect();
        batch.records += touched.len() as u64;
        let (fresh, changed): (Vec<Change>, Vec<Change>) =
            changes.into_iter().partition(|change| change.is_creation() || is_own(change));
        // What it made is found by this when it has to be swept.
        let mut told = Vec::new();
        batch.pieces = write_touched(&mut told, batch.sequence, batch.pieces, &touched)?;
        let is_later = fresh.is_empty() && made.is_empty();
        let told_later = if is_later { std::mem::take(&mut told) } else { Vec::new() };
        if !is_later {
            let fresh = Fresh { sequence: batch.sequence, changes: fresh, made, told };
            match &self.lane {
                Some(lane) => lane.save(fresh)?,
                None => self.disk().save(&fresh.frame(&self.files)?)?,
            }
        }
        if !changed.is_empty() {
            let mut later = Vec::new();
            for change in &changed {
                self.write_later(&mut later, batch, change)?;
            }
            later.extend(told_later);
            let (_, place) = self.append(&Frame::Later(batch.sequence, later))?;
            batch.waiting.add(place, changed.iter().map(|change| change.record));
        }
        Ok(())
    }

    /// Brings what waits of a large command up to what small commands have changed meanwhile, if that is
    /// much. What it has not changed yet it reads as it is.
    ///
    /// # Errors
    /// As [`Store::add_slice`].
    pub fn keep_up(&mut self, batch: &mut Batch) -> Result<()> {
        if self.changed_meanwhile.len() < MEANWHILE { Ok(()) } else { self.rebase(batch) }
    }

    /// A record as the large command sees it: with its own changes.
    ///
    /// # Errors
    /// When the database or the record is damaged.
    pub fn read_in(&self, batch: &Batch, record: RecordId) -> Result<Option<Stored>> {
        match self.read_waiting(&batch.waiting, record)? {
            Some(stored) => Ok(Some(stored)),
            None => self.read(record),
        }
    }

    /// Several records as a large command sees them, or as they are; those that are not there are left
    /// out.
    ///
    /// # Errors
    /// When the database or one of the records is damaged.
    pub fn read_many(
        &self,
        batch: Option<&Batch>,
        records: &[RecordId],
    ) -> Result<Vec<(RecordId, Stored)>> {
        let Some(batch) = batch else { return self.read_all(records) };
        let mut found = Vec::with_capacity(records.len());
        let mut others = Vec::with_capacity(records.len());
        for record in records {
            match self.read_waiting(&batch.waiting, *record)? {
                Some(stored) => found.push((*record, stored)),
                None => others.push(*record),
            }
        }
        found.extend(self.read_all(&others)?);
        Ok(found)
    }

    /// Ends a large command: when this returns, all of it is saved and counts. What it changes of records
    /// that were there before is still to be laid down, see [`Store::lay_down_next`]. What small
    /// commands changed meanwhile is kept where the large one did not touch the same field.
    ///
    /// # Errors
    /// As [`Store::commit`]; unless it is saved, the command is taken back.
    pub fn end_batch(&mut self, mut batch: Batch, header: &Header) -> Result<()> {
        self.usable()?;
        let sequence = batch.sequence;
        let settled = self.close_lane();
        let ended = settled.and_then(|()| self.append_end(&mut batch, header));
        if ended.is_err() && self.sweep(sequence).is_err() {
            // What it made is still there: the next start sweeps it.
            self.disk().is_broken = true;
        }
        self.open_batch = None;
        self.changed_meanwhile.clear();
        let (writes, lsn) = ended?;
        self.clock = self.clock.max(header.clock);
        self.ended = Some(Ended::new(sequence, batch.waiting, lsn));
        self.lay_down(&writes, lsn)
    }

    /// Takes a large command back before its end: as if it had never begun.
    ///
    /// # Errors
    /// When the database cannot be written; the next start finishes the sweeping.
    pub fn abort_batch(&mut self, batch: &Batch) -> Result<()> {
        // What went wrong in the lane does not matter any more.
        drop(self.close_lane());
        self.sweep(batch.sequence)?;
        self.open_batch = None;
        self.changed_meanwhile.clear();
        Ok(())
    }

    /// Waits until everything in the lane is done, and takes the disk back.
    fn close_lane(&mut self) -> Result<()> {
        self.lane.take().map_or(Ok(()), |lane| lane.settle())
    }

    /// A change to a record that was there before, on top of what the command has done to it already.
    fn write_later(&self, writes: &mut Vec<Write>, batch: &Batch, change: &Change) -> Result<()> {
        if !batch.waiting.has(change.record) {
            return self.write_change(writes, batch.sequence, change);
        }
        let disk = self.disk();
        let earlier = batch.waiting.change((&disk.journal, &self.files), change.record)?;
        let replaced = batch.waiting.writes_of(&disk.journal, change.record)?;
        drop(disk);
        let row = change.row.clone();
        let unchanged = Change { fields: Vec::new(), row, ..change.clone() };
        let merged = earlier.and_then(|earlier| earlier.followed_by(change.clone()));
        let merged = merged.unwrap_or(unchanged);
        self.write_instead(writes, &replaced, batch.sequence, &merged)
    }

    /// A change in place of one that waits.
    fn write_instead(
        &self,
        writes: &mut Vec<Write>,
        replaced: &[Write],
        sequence: u64,
        change: &Change,
    ) -> Result<()> {
        let first = writes.len();
        self.write_change(writes, sequence, change)?;
        let own = writes.get(first..).unwrap_or_default();
        let is_gone =
            |old: &&Write| !own.iter().any(|new| (new.tree, &new.key) == (old.tree, &old.key));
        let gone: Vec<Write> =
            replaced.iter().filter(is_gone).map(|old| removal(old.tree, old.key.clone())).collect();
        writes.extend(gone);
        Ok(())
    }

    /// Saves what has to be changed of what waits because small commands came between.
    fn rebase(&mut self, batch: &mut Batch) -> Result<()> {
        let meanwhile = std::mem::take(&mut self.changed_meanwhile);
        for records in batch.waiting.among(meanwhile.iter()).chunks(FRAME) {
            let mut writes = Vec::new();
            for record in records {
                let disk = self.disk();
                let change = batch.waiting.change((&disk.journal, &self.files), *record)?;
                let replaced = batch.waiting.writes_of(&disk.journal, *record)?;
                drop(disk);
                let Some(change) = change else { continue };
                let change = self.rebased(change)?;
                self.write_instead(&mut writes, &replaced, batch.sequence, &change)?;
            }
            let (_, place) = self.append(&Frame::Later(batch.sequence, writes))?;
            batch.waiting.add(place, records.iter().copied());
        }
        Ok(())
    }

    /// Saves the end. Gives what takes effect at once, and the lsn of the end.
    fn append_end(&mut self, batch: &mut Batch, header: &Header) -> Result<(Vec<Write>, u64)> {
        self.rebase(batch)?;
        let sequence = batch.sequence;
        let mut writes = Vec::new();
        write_header(&mut writes, header)?;
        let end = Frame::End(sequence, writes);
        let (lsn, _) = self.append(&end)?;
        let Frame::End(_, writes) = end else { return Ok((Vec::new(), lsn)) };
        Ok((writes, lsn))
    }

    /// Removes what a large command without an end has left in the database. The journal needs no word
    /// of it: without an end nothing of the command counts.
    fn sweep(&mut self, sequence: u64) -> Result<()> {
        let lsn = self.disk().journal.last_lsn();
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
    fn rebased(&self, change: Change) -> Result<Change> {
        let now = self.read(change.record)?;
        let now = now.ok_or_else(|| damaged_record(change.record.kind.number()))?;
        let mut row = now.row.clone();
        for field in change.fields {
            row.set(field.tag, field.after);
        }
        let (record, created_in) = (change.record, Some(now.created_in));
        let unchanged = Change { record, fields: Vec::new(), row: now.row.clone(), created_in };
        let between = Change::between(record, now.created_in, &now.row, row);
        Ok(between.unwrap_or(unchanged))
    }
}

/// A write that removes an entry, if it is there.
pub(super) fn removal(tree: u16, key: Vec<u8>) -> Write {
    Write { tree, key, value: None, is_fresh: false }
}
