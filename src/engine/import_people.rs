//! Who the rows of an import are: people known before, those of rows before them, or new ones.
//!
//! Keys in memory propose people for a whole slice, their records are read all at once, and then row
//! after row is compared with them and with the rows of the slice before it. An import and its check go
//! the same way, so that the check promises what the import does.

use std::cmp::Reverse;

use super::Edit;
use crate::{
    domain::{
        Kind, RecordId,
        match_evidence::Weights,
        match_keys::{Identity, Key, asked},
    },
    error::Result,
    model::{Keys, Model, NewKeys, Person},
    query::known::{Judged, MOST_CANDIDATES, judge, record_of, sharing},
};

/// Records that one row is put beside for a person to look at.
const MOST_DOUBTFUL: usize = 3;

/// Rows whose keys are looked for together.
const NEAR: usize = 16;

/// Where the people known before a slice are found.
pub(super) trait Known {
    /// What is in memory.
    fn model(&self) -> &Model;
    /// The keys of everyone, the rows of slices before included.
    fn keys(&self) -> &Keys;
    /// The record of a person that counts; none if it is in the bin, or not to be seen.
    fn record(&self, person: Person) -> Option<RecordId>;
    /// Reads records all at once.
    fn read_ahead(&mut self, records: &[RecordId]) -> Result<()>;
    /// How the person of a record is compared, as the record stands now.
    fn identity(&mut self, record: RecordId) -> Result<Option<Identity>>;
}

/// An import, which sees what it has written itself. Hidden leads from the row `first_own` of the model
/// on were made by it.
pub(super) struct Writing<'a, 'b> {
    pub edit: &'a mut Edit<'b>,
    pub first_own: usize,
}

/// The rows of one slice, and whom they may be.
pub(super) struct People {
    /// The keys of each row; none of those that are left out.
    rows: Vec<Option<Vec<Key>>>,
    /// Of each row, people known before the slice, each with how many keys they share.
    known: Vec<Vec<(RecordId, usize)>>,
    /// The keys of the slice's own rows, by their place in it.
    keys: Keys,
    /// What became of the rows so far.
    records: Vec<Option<RecordId>>,
    weights: Weights,
}

impl Known for Writing<'_, '_> {
    fn model(&self) -> &Model {
        self.edit.model
    }

    fn keys(&self) -> &Keys {
        self.edit.model.keys()
    }

    fn record(&self, person: Person) -> Option<RecordId> {
        let row = person.row as usize;
        let leads = &self.edit.model.leads;
        let is_own = person.kind() == Kind::Lead && row >= self.first_own && leads.is_hidden(row);
        if is_own { leads.id(row) } else { record_of(self.edit.model, person) }
    }

    fn read_ahead(&mut self, records: &[RecordId]) -> Result<()> {
        self.edit.read_ahead(records)
    }

    fn identity(&mut self, record: RecordId) -> Result<Option<Identity>> {
        let model = self.edit.model;
        self.edit.look_even_deleted(record, |row| model.identity_of(record.kind, row))
    }
}

impl People {
    /// Rows that are all new.
    pub fn new(model: &Model, rows: Vec<Option<Vec<Key>>>) -> Self {
        Self {
            records: vec![None; rows.len()],
            rows,
            known: Vec::new(),
            keys: Keys::default(),
            weights: Weights::of(model.settings()),
        }
    }

    /// Proposes people for the rows of a slice.
    ///
    /// # Errors
    /// When the store is damaged.
    pub fn of(from: &mut dyn Known, rows: Vec<Option<Vec<Key>>>) -> Result<Self> {
        let mut known = Vec::with_capacity(rows.len());
        let mut own = NewKeys::default();
        for (at, row) in rows.iter().enumerate() {
            if at.is_multiple_of(NEAR) {
                let soon = rows.get(at..).unwrap_or_default().iter().take(NEAR).flatten();
                from.keys().touch(soon.flat_map(|keys| asked(keys)));
            }
            let keys = row.as_deref().unwrap_or_default();
            let found = sharing(from.keys(), asked(keys));
            let record = |(person, count)| Some((from.record(person)?, count));
            known.push(first_of(found.into_iter().filter_map(record).collect()));
            if let Some(person) = Person::of(Kind::Lead, at) {
                own.add(person, keys);
            }
        }
        let wanted: Vec<RecordId> = known.iter().flatten().map(|(record, _)| *record).collect();
        from.read_ahead(&wanted)?;
        let mut people = Self { known, ..Self::new(from.model(), rows) };
        people.keys.add(own);
        Ok(people)
    }

    /// The person of a row, if it is someone known; else those of whom a person has to decide. `identity` says how
    /// the row is compared.
    ///
    /// # Errors
    /// When the store is damaged.
    pub fn known_as(
        &self,
        from: &mut dyn Known,
        at: usize,
        identity: impl FnOnce() -> Result<Identity>,
    ) -> Result<Judged<RecordId>> {
        let nobody = Judged { same: None, doubtful: Vec::new() };
        let Some(Some(keys)) = self.rows.get(at) else { return Ok(nobody) };
        let mut found = self.known.get(at).cloned().unwrap_or_default();
        for (person, count) in sharing(&self.keys, asked(keys)) {
            let place = person.row as usize;
            let earlier = self.records.get(place).copied().flatten().filter(|_| place < at);
            let Some(record) = earlier else { continue };
            match found.iter_mut().find(|(known, _)| *known == record) {
                Some((_, shared)) => *shared += count,
                None => found.push((record, count)),
            }
        }
        if found.is_empty() {
            return Ok(nobody);
        }
        let mut candidates = Vec::with_capacity(found.len());
        for (record, _) in first_of(found) {
            candidates.extend(from.identity(record)?.map(|identity| (record, identity)));
        }
        let compared_with = candidates.iter().map(|(record, identity)| (*record, identity));
        let mut judged = judge(&identity()?, compared_with, &self.weights);
        judged.doubtful.truncate(MOST_DOUBTFUL);
        Ok(judged)
    }

    /// Says what became of a row: a record it made, or one it belongs to. Gives the row's keys.
    pub fn became(&mut self, at: usize, record: RecordId) -> Vec<Key> {
        if let Some(place) = self.records.get_mut(at) {
            *place = Some(record);
        }
        let keys = self.rows.get_mut(at).and_then(Option::as_mut);
        keys.map(std::mem::take).unwrap_or_default()
    }
}

/// Those who share the most, as many as are compared.
fn first_of(mut found: Vec<(RecordId, usize)>) -> Vec<(RecordId, usize)> {
    found.sort_unstable_by_key(|(record, count)| (Reverse(*count), *record));
    found.truncate(MOST_CANDIDATES);
    found
}
