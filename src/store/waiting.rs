//! What a large command changes of records that were there before: it waits in the journal until the
//! command has ended, and is laid down then, a frame at a time.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use super::{
    CHANGES, Stored, codec,
    commit::{Frame, record_of_key},
    database::Write,
    files::Files,
    journal::{Journal, Place},
    unseal,
};
use crate::{
    domain::{Change, FieldChange, Kind, RecordId},
    error::{Error, Result},
};

/// Changes that wait, and where each of them lies.
#[derive(Default)]
pub(super) struct Waiting {
    frames: Vec<Place>,
    /// In which of the frames a record's change lies. One in an earlier frame has been replaced.
    of: BTreeMap<RecordId, u32>,
    /// The frame that was read last: records that are asked for one after another lie together.
    last: Mutex<Option<(u32, Arc<Vec<Write>>)>>,
}

impl Waiting {
    /// Whether a record's change waits.
    pub fn has(&self, record: RecordId) -> bool {
        self.of.contains_key(&record)
    }

    /// The records whose changes wait, of those asked for.
    pub fn among<'a>(&self, records: impl Iterator<Item = &'a RecordId>) -> Vec<RecordId> {
        records.copied().filter(|record| self.has(*record)).collect()
    }

    /// Takes note of a frame and of the records whose changes lie in it.
    pub fn add(&mut self, place: Place, records: impl Iterator<Item = RecordId>) {
        let number = self.frames.len() as u32;
        self.frames.push(place);
        self.of.extend(records.map(|record| (record, number)));
    }

    /// How many frames there are.
    pub fn len(&self) -> u32 {
        self.frames.len() as u32
    }

    /// The writes of a frame that count, and that of no record wait any more.
    pub fn take(&mut self, journal: &Journal, number: u32) -> Result<Vec<Write>> {
        let writes = self.writes(journal, number)?;
        let counts = |write: &&Write| {
            record_of(write).is_none_or(|record| self.of.get(&record) == Some(&number))
        };
        let writes: Vec<Write> = writes.iter().filter(counts).cloned().collect();
        for record in writes.iter().filter_map(record_of) {
            self.of.remove(&record);
        }
        Ok(writes)
    }

    /// A record's writes, which wait no longer.
    pub fn take_record(&mut self, journal: &Journal, record: RecordId) -> Result<Vec<Write>> {
        let writes = self.writes_of(journal, record)?;
        self.of.remove(&record);
        Ok(writes)
    }

    /// A record's writes: itself, and the pieces of what changed in it.
    pub fn writes_of(&self, journal: &Journal, record: RecordId) -> Result<Vec<Write>> {
        let Some(number) = self.of.get(&record) else { return Ok(Vec::new()) };
        let writes = self.writes(journal, *number)?;
        Ok(writes.iter().filter(|write| record_of(write) == Some(record)).cloned().collect())
    }

    /// A record as it will be; none if no change of it waits.
    pub fn record(&self, journal: &Journal, record: RecordId) -> Result<Option<Stored>> {
        let writes = self.writes_of(journal, record)?;
        let own = writes.iter().find(|write| write.tree == record.kind.number());
        own.and_then(|write| Some(unseal(write.tree, &write.key, write.value.as_ref()?)))
            .transpose()
    }

    /// A record's change; none if none waits.
    pub fn change(
        &self,
        (journal, files): (&Journal, &Files),
        record: RecordId,
    ) -> Result<Option<Change>> {
        let Some(mut stored) = self.record(journal, record)? else { return Ok(None) };
        files.fetch(&mut stored.row)?;
        let mut fields = Vec::new();
        for write in self.writes_of(journal, record)?.iter().filter(|write| write.tree == CHANGES) {
            let Some(bytes) = &write.value else { continue };
            let mut piece: Vec<FieldChange> = unseal(CHANGES, &write.key, bytes)?;
            for field in &mut piece {
                files.fetch_value(&mut field.before)?;
                files.fetch_value(&mut field.after)?;
            }
            fields.append(&mut piece);
        }
        let created_in = Some(stored.created_in);
        Ok(Some(Change { record, fields, row: stored.row, created_in }))
    }

    fn writes(&self, journal: &Journal, number: u32) -> Result<Arc<Vec<Write>>> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, writes)) = last.as_ref().filter(|(of, _)| *of == number) {
            return Ok(Arc::clone(writes));
        }
        let damaged = || Error::storage("damaged-workspace").with("path", "journal");
        let place = self.frames.get(number as usize).ok_or_else(damaged)?;
        let frame = codec::decode(&journal.read(*place)?).map_err(|_| damaged())?;
        let Frame::Later(_, writes) = frame else { return Err(damaged()) };
        let writes = Arc::new(writes);
        *last = Some((number, Arc::clone(&writes)));
        Ok(writes)
    }
}

/// The record that a write is of, or tells a change of; none for the rest of the history.
pub(super) fn record_of(write: &Write) -> Option<RecordId> {
    if write.tree == CHANGES {
        return record_of_key(&write.key);
    }
    let kind = Kind::of_number(write.tree)?;
    Some(RecordId { kind, uuid: uuid::Uuid::from_slice(&write.key).ok()? })
}
