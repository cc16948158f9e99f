//! What was done: headers by number, touched records by command, changes by record.

use super::{
    CHANGES, HEADERS, Store, TOUCHED,
    commit::{record_key, sequence_of_key},
    damaged_record, unseal,
};
use crate::{
    domain::{FieldChange, Header, RecordId},
    error::Result,
};

/// The key of a piece and what lies in it.
type TouchedPiece = (Vec<u8>, Vec<(RecordId, bool)>);

impl Store {
    /// The header of a command.
    ///
    /// # Errors
    /// When the history is damaged.
    pub fn header(&self, sequence: u64) -> Result<Option<Header>> {
        let key = sequence.to_be_bytes();
        let found = self.disk().database.get(HEADERS, &key)?;
        found.map(|bytes| unseal(HEADERS, &key, &bytes)).transpose()
    }

    /// The headers of all commands, the newest first.
    ///
    /// # Errors
    /// When the history is damaged.
    pub fn headers(&self) -> Result<impl Iterator<Item = Result<Header>> + use<>> {
        let entries = self.disk().database.scan(HEADERS, &[])?.rev();
        Ok(entries.map(|entry| {
            let (key, bytes) = entry?;
            unseal(HEADERS, &key, &bytes)
        }))
    }

    /// The records a command touched, and whether it made them.
    ///
    /// # Errors
    /// When the history is damaged; `large-command-running` while what the command changed is laid down.
    pub fn touched(
        &self,
        sequence: u64,
    ) -> Result<impl Iterator<Item = Result<(RecordId, bool)>> + use<>> {
        if self.ended.as_ref().is_some_and(|ended| ended.sequence == sequence) {
            self.alone()?;
        }
        Ok(self.touched_pieces(sequence)?.flat_map(|piece| {
            let (records, error) = match piece {
                Ok((_, records)) => (records, None),
                Err(err) => (Vec::new(), Some(Err(err))),
            };
            records.into_iter().map(Ok).chain(error)
        }))
    }

    /// What changed in a record and in which command, oldest first; long texts are brought back.
    ///
    /// # Errors
    /// When the history is damaged.
    pub fn timeline(&self, record: RecordId) -> Result<Vec<(u64, Vec<FieldChange>)>> {
        self.changes_under(record, &record_key(record))
    }

    /// What a command changed in a record.
    ///
    /// # Errors
    /// When the history is damaged.
    pub fn changes(&self, record: RecordId, sequence: u64) -> Result<Vec<FieldChange>> {
        let mut prefix = record_key(record);
        prefix.extend_from_slice(&sequence.to_be_bytes());
        let found = self.changes_under(record, &prefix)?;
        Ok(found.into_iter().flat_map(|(_, changes)| changes).collect())
    }

    pub(super) fn touched_pieces(
        &self,
        sequence: u64,
    ) -> Result<impl Iterator<Item = Result<TouchedPiece>> + use<>> {
        let entries = self.disk().database.scan(TOUCHED, &sequence.to_be_bytes())?;
        Ok(entries.map(|entry| {
            let (key, bytes) = entry?;
            let touched = unseal(TOUCHED, &key, &bytes)?;
            Ok((key, touched))
        }))
    }

    fn changes_under(
        &self,
        record: RecordId,
        prefix: &[u8],
    ) -> Result<Vec<(u64, Vec<FieldChange>)>> {
        let disk = self.disk();
        let mut entries = disk.database.scan(CHANGES, prefix)?.collect::<Result<Vec<_>>>()?;
        if let Some(ended) = &self.ended {
            let waiting = ended.waiting.writes_of(&disk.journal, record)?.into_iter();
            let changes =
                waiting.filter(|write| write.tree == CHANGES && write.key.starts_with(prefix));
            entries.extend(changes.filter_map(|write| Some((write.key, write.value?))));
            entries.sort_unstable();
        }
        let mut out: Vec<(u64, Vec<FieldChange>)> = Vec::new();
        for (key, bytes) in entries {
            let sequence = sequence_of_key(&key).ok_or_else(|| damaged_record(CHANGES))?;
            let mut piece: Vec<FieldChange> = unseal(CHANGES, &key, &bytes)?;
            for field in &mut piece {
                self.files.fetch_value(&mut field.before)?;
                self.files.fetch_value(&mut field.after)?;
            }
            match out.last_mut().filter(|(last, _)| *last == sequence) {
                Some((_, fields)) => fields.append(&mut piece),
                None => out.push((sequence, piece)),
            }
        }
        Ok(out)
    }
}
