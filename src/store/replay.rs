//! The frames after the checkpoint, applied again; and what they have changed, for those who keep it in
//! memory and would have to read it back.

use std::collections::BTreeSet;

use super::{
    CHANGES, HEADERS, Laid, Store, Stored,
    batch::removal,
    codec,
    commit::{Frame, sequence_of_key},
    database::Write,
    recovery::damaged,
    unseal,
    waiting::record_of,
};
use crate::{
    domain::{FieldChange, Header, Hybrid, RecordId},
    error::Result,
};

/// Bytes of writes that are applied together: of an entry that is written several times among them, the
/// last alone.
const SLICE: usize = 32 << 20;

/// Bytes of writes that are kept for the memory; where more has changed, it is sooner read from the database.
const KEPT: usize = 128 << 20;

/// What commands have changed since the database was durable the last time.
pub struct Replayed {
    /// The command before the first of them.
    after: u64,
    /// What they wrote of records and of the history of these, as it stands since: those of a record side by
    /// side, in the order in which they were written.
    writes: Vec<(RecordId, Write)>,
}

impl Store {
    /// Applies the frames again, from the checkpoint on, as often as that takes: a crash meanwhile
    /// begins with the first of them.
    pub(super) fn replay(&mut self, frames: Vec<(u64, Vec<u8>)>) -> Result<()> {
        let after = self.sequence;
        let mut replayed = Vec::new();
        if !frames.is_empty() {
            let read = |(lsn, bytes): (u64, Vec<u8>)| {
                let frame = codec::decode(&bytes);
                Ok((lsn, frame.map_err(|_| damaged(&self.folder.join("journal")))?))
            };
            let frames: Vec<(u64, Frame)> = frames.into_iter().map(read).collect::<Result<_>>()?;
            let mut replay = Replay::of(&frames);
            let mut room = KEPT;
            for (lsn, frame) in frames {
                if let Frame::Begin(batch) = &frame {
                    self.sequence = self.sequence.max(*batch);
                }
                replay.take(frame);
                if replay.size >= SLICE {
                    self.reapply(replay.next_slice(), lsn, (&mut replayed, &mut room))?;
                }
            }
            let last_lsn = self.disk().journal.last_lsn();
            self.reapply(replay.next_slice(), last_lsn, (&mut replayed, &mut room))?;
            self.checkpoint()?;
            if room == 0 {
                return Ok(());
            }
        }
        replayed.sort_by_key(|(record, _)| *record);
        self.replayed = Some(Replayed { after, writes: replayed });
        Ok(())
    }

    fn reapply(
        &mut self,
        writes: Vec<Write>,
        lsn: u64,
        (kept, room): (&mut Vec<(RecordId, Write)>, &mut usize),
    ) -> Result<()> {
        for write in writes.iter().filter(|write| write.tree == HEADERS) {
            let header: Option<Header> =
                write.value.as_ref().map(|it| unseal(HEADERS, &write.key, it)).transpose()?;
            self.clock = self.clock.max(header.map_or(Hybrid::default(), |header| header.clock));
        }
        self.disk().database.reapply(&writes, lsn)?;
        *room = room.saturating_sub(writes.iter().map(Write::size).sum());
        if *room == 0 {
            *kept = Vec::new();
        } else {
            let of_records = writes.into_iter().filter_map(|it| Some((record_of(&it)?, it)));
            kept.extend(of_records);
        }
        Ok(())
    }

    /// What was applied again when the workspace was opened, to be asked for once; none if it was too much
    /// to be kept.
    pub fn take_replayed(&mut self) -> Option<Replayed> {
        self.replayed.take()
    }

    /// The records that commands after `sequence` have changed, as they stand since, in the order of their
    /// ids; so many of them in one step. For each, what was changed in it; none if it may be all of it.
    ///
    /// # Errors
    /// When a record or a file that belongs to it is damaged.
    pub fn changed_since<'a>(
        &'a self,
        replayed: &'a Replayed,
        sequence: u64,
    ) -> impl Iterator<Item = Result<Laid>> + use<'a> {
        let of_record = replayed.writes.chunk_by(|(record, _), (next, _)| record == next);
        of_record.filter_map(move |writes| self.changed(writes, sequence).transpose())
    }

    fn changed(&self, writes: &[(RecordId, Write)], sequence: u64) -> Result<Option<Laid>> {
        let last = writes.iter().rev().find(|(_, write)| write.tree != CHANGES);
        let Some((record, Write { tree, key, value: Some(bytes), .. })) = last else {
            return Ok(None);
        };
        let mut stored: Stored = unseal(*tree, key, bytes)?;
        let mut fields = Vec::new();
        for (_, write) in writes.iter().filter(|(_, write)| write.tree == CHANGES) {
            let is_later = sequence_of_key(&write.key).is_none_or(|of| of > sequence);
            if let (Some(bytes), true) = (&write.value, is_later) {
                fields.extend(unseal::<Vec<FieldChange>>(CHANGES, &write.key, bytes)?);
            }
        }
        if stored.changed_in <= sequence && fields.is_empty() {
            return Ok(None);
        }
        self.files.fetch(&mut stored.row)?;
        let is_told = stored.created_in <= sequence && !fields.is_empty();
        Ok(Some(Laid { record: *record, fields: is_told.then_some(fields), row: stored.row }))
    }
}

impl Replayed {
    /// The command before the first of those whose changes these are.
    pub fn after(&self) -> u64 {
        self.after
    }
}

/// The frames after the checkpoint, as writes that may have been applied before.
struct Replay {
    /// The large commands that came to their end; of the others nothing counts.
    ended: BTreeSet<u64>,
    /// What waits for the end of its large command.
    later: Vec<(u64, Vec<Write>)>,
    ready: Vec<Write>,
    /// Bytes of what is ready.
    size: usize,
}

impl Replay {
    fn of(frames: &[(u64, Frame)]) -> Self {
        let ended = |(_, frame): &(u64, Frame)| match frame {
            Frame::End(batch, _) => Some(*batch),
            _ => None,
        };
        let ended = frames.iter().filter_map(ended).collect();
        Self { ended, later: Vec::new(), ready: Vec::new(), size: 0 }
    }

    fn take(&mut self, frame: Frame) {
        match frame {
            Frame::Begin(_) => {}
            Frame::Command(writes) => self.add(writes),
            Frame::Fresh(batch, writes) if self.ended.contains(&batch) => self.add(writes),
            // Some of it may be in the database.
            Frame::Fresh(_, writes) => {
                let removals = writes.into_iter().map(|write| removal(write.tree, write.key));
                self.add(removals.collect());
            }
            Frame::Later(batch, writes) => self.later.push((batch, writes)),
            Frame::End(batch, writes) => {
                let waiting = self.later.extract_if(.., |(of, _)| *of == batch);
                for (_, writes) in waiting.collect::<Vec<_>>() {
                    self.add(writes);
                }
                self.add(writes);
            }
        }
    }

    fn add(&mut self, writes: Vec<Write>) {
        self.size += writes.iter().map(Write::size).sum::<usize>();
        self.ready.extend(writes.into_iter().map(|write| Write { is_fresh: false, ..write }));
    }

    fn next_slice(&mut self) -> Vec<Write> {
        self.size = 0;
        std::mem::take(&mut self.ready)
    }
}
