//! What would become of the rows of an import, without an import: whom they are, and what is wrong.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    OnMatch,
    import_people::{Known, People},
    import_take::take_card,
    rules::person,
};
use crate::{
    domain::{
        Decision, Fields as _, Id, Kind, Lead, RecordId, Row, Staged, Timestamp, identity_of_lead,
        match_evidence::Match,
        match_keys::{Identity, Key},
    },
    error::Result,
    model::{Keys, Model, NewKeys, Person},
    query::{duplicates::ReadAll, known::record_of},
};

/// Records that are kept as rows have changed them; the others are put together again when asked for.
const MOST_CHANGED: usize = 10_000;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It becomes someone new.
    #[default]
    New,
    /// It is someone known before.
    Update,
    /// It is the person of an earlier row of the file.
    Duplicate,
    /// It comes in as new, and may be someone known: a person has to look.
    Conflict,
    /// It is left out because a person wants it so, or changes nothing but the membership.
    Skip,
    /// It cannot be imported.
    Error,
}

/// With whom a row was compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum With {
    /// With nobody that matters.
    #[default]
    Nobody,
    /// With a record.
    Record(RecordId),
    /// With an earlier row of the file, by its place.
    Row(u32),
    /// With a row of a table that is imported before: the number of the table, and the place of the row.
    Earlier(u32, u32),
}

/// What becomes of a row, and because of whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// What becomes of it.
    pub fate: Fate,
    /// Because of whom.
    pub with: With,
}

/// Gives the lead that a row speaks of, by its place: one that was judged before, or is being judged.
pub type LeadOf<'a> = dyn Fn(u32) -> Option<Box<Lead>> + 'a;

/// Judges the rows of an import, slice by slice in their order, as the import takes them.
pub struct ImportCheck<'a> {
    people: Everyone<'a>,
}

/// Everyone known, and the rows judged so far.
struct Everyone<'a> {
    model: &'a Model,
    read: &'a ReadAll<'a>,
    lead: &'a LeadOf<'a>,
    on_match: OnMatch,
    now: Timestamp,
    keys: Keys,
    /// The row of the model that the first new lead of an import would take.
    first_own: usize,
    /// The rows that make leads, in their order.
    own: Vec<u32>,
    /// The rows that changed a record, in their order.
    changed_by: HashMap<RecordId, Vec<u32>>,
    /// Records as rows have changed them.
    changed: HashMap<RecordId, Row>,
    ahead: HashMap<RecordId, Row>,
}

impl<'a> ImportCheck<'a> {
    /// How many rows a slice has.
    pub const SLICE: usize = super::import::SLICE;

    /// A check that has seen no row yet. `read` reads records, `lead` gives what a row speaks of.
    pub fn new(
        model: &'a Model,
        (on_match, now): (OnMatch, Timestamp),
        read: &'a ReadAll<'a>,
        lead: &'a LeadOf<'a>,
    ) -> Self {
        let people = Everyone {
            model,
            read,
            lead,
            on_match,
            now,
            keys: model.keys().clone(),
            first_own: model.leads.capacity(),
            own: Vec::new(),
            changed_by: HashMap::new(),
            changed: HashMap::new(),
            ahead: HashMap::new(),
        };
        Self { people }
    }

    /// Judges the next slice: [`ImportCheck::SLICE`] rows, but for the last. Of a row that looks like
    /// someone, how like.
    ///
    /// # Errors
    /// When a record cannot be read.
    pub fn judge(&mut self, slice: &mut [Staged]) -> Result<Vec<(Verdict, Option<Match>)>> {
        let keys = |staged: &mut Staged| staged.is_accepted().then(|| staged.take_keys());
        let keys: Vec<Option<Vec<Key>>> = slice.iter_mut().map(keys).collect();
        let everyone = &mut self.people;
        let mut people = match everyone.on_match {
            OnMatch::New => People::new(everyone.model, keys),
            _ => People::of(everyone, keys)?,
        };
        let mut verdicts = Vec::with_capacity(slice.len());
        let mut keys = NewKeys::default();
        for (at, staged) in slice.iter().enumerate() {
            let (verdict, record, found) = everyone.judge(&people, at, staged)?;
            verdicts.push((verdict, found));
            let Some(record) = record else { continue };
            let own: Vec<Key> = people.became(at, record);
            if let Some(person) = everyone.person(record) {
                keys.add(person, &own);
            }
        }
        everyone.keys.add(keys);
        Ok(verdicts)
    }
}

impl Everyone<'_> {
    /// What becomes of a row, the record it becomes or belongs to, and how like it is to whom it is with.
    fn judge(
        &mut self,
        people: &People,
        at: usize,
        staged: &Staged,
    ) -> Result<(Verdict, Option<RecordId>, Option<Match>)> {
        let plain = |fate| Verdict { fate, with: With::Nobody };
        if !staged.is_accepted() {
            return Ok((plain(Fate::Error), None, None));
        }
        match staged.decision {
            Some(Decision::Skip) => return Ok((plain(Fate::Skip), None, None)),
            Some(Decision::New) => return Ok((plain(Fate::New), Some(self.make(staged)), None)),
            Some(Decision::Known(record)) => {
                let record = self.survivor(record)?;
                return Ok((self.update(record, staged), Some(record), None));
            }
            Some(Decision::Row(place)) => {
                if let Some(record) = self.record_of_row(place) {
                    return Ok((self.update(record, staged), Some(record), None));
                }
            }
            None => {}
        }
        let known = people.known_as(self, at, || Ok(identity_of_lead(&staged.lead)))?;
        if let Some((record, found)) = known.same {
            let record = self.survivor(record)?;
            return Ok((self.update(record, staged), Some(record), Some(found)));
        }
        match known.doubtful.into_iter().next() {
            Some((record, found)) => {
                let verdict = Verdict { fate: Fate::Conflict, with: self.with(record) };
                Ok((verdict, Some(self.make(staged)), Some(found)))
            }
            None => Ok((plain(Fate::New), Some(self.make(staged)), None)),
        }
    }

    fn make(&mut self, staged: &Staged) -> RecordId {
        self.own.push(staged.place);
        own_id(self.own.len() - 1)
    }

    fn update(&mut self, record: RecordId, staged: &Staged) -> Verdict {
        if let Some(row) = self.changed.get_mut(&record) {
            take_card(self.model, (record, row), &staged.lead, (self.on_match, self.now));
        }
        self.changed_by.entry(record).or_default().push(staged.place);
        let with = self.with(record);
        let fate = match with {
            _ if self.on_match == OnMatch::Skip => Fate::Skip,
            With::Row(_) => Fate::Duplicate,
            _ => Fate::Update,
        };
        Verdict { fate, with }
    }

    fn with(&self, record: RecordId) -> With {
        match own_place(record).and_then(|own| self.own.get(own)) {
            Some(place) => With::Row(*place),
            None => With::Record(record),
        }
    }

    /// The record that a row made, or belongs to.
    fn record_of_row(&self, place: u32) -> Option<RecordId> {
        if let Ok(own) = self.own.binary_search(&place) {
            return Some(own_id(own));
        }
        self.changed_by.iter().find(|(_, rows)| rows.contains(&place)).map(|(record, _)| *record)
    }

    fn person(&self, record: RecordId) -> Option<Person> {
        if let Some(own) = own_place(record) {
            return Person::of(Kind::Lead, self.first_own + own);
        }
        let row = self.model.columns(record.kind)?.row_of(record.uuid)?;
        Person::of(record.kind, row)
    }

    fn survivor(&self, record: RecordId) -> Result<RecordId> {
        if own_place(record).is_some() {
            return Ok(record);
        }
        person::survivor(record, |lead| Ok(self.stored(lead)?.as_ref().and_then(person::became)))
    }

    fn stored(&self, record: RecordId) -> Result<Option<Row>> {
        if let Some(row) = self.ahead.get(&record) {
            return Ok(Some(row.clone()));
        }
        let mut rows = (self.read)(&[record])?;
        Ok(rows.pop().map(|(_, row)| row))
    }

    /// A record as the rows so far have changed it.
    fn row(&mut self, record: RecordId) -> Result<Option<Row>> {
        if let Some(row) = self.changed.get(&record) {
            return Ok(Some(row.clone()));
        }
        let base = match own_place(record).and_then(|own| self.own.get(own)) {
            Some(place) => (self.lead)(*place).map(|mut lead| {
                lead.captured_at = lead.captured_at.or(Some(self.now));
                lead.take_row()
            }),
            None => self.stored(record)?,
        };
        let (Some(mut row), Some(rows)) = (base.clone(), self.changed_by.get(&record)) else {
            return Ok(base);
        };
        for lead in rows.iter().filter_map(|place| (self.lead)(*place)) {
            take_card(self.model, (record, &mut row), &lead, (self.on_match, self.now));
        }
        if self.changed.len() == MOST_CHANGED {
            self.changed.clear();
        }
        self.changed.insert(record, row.clone());
        Ok(Some(row))
    }
}

impl Known for Everyone<'_> {
    fn model(&self) -> &Model {
        self.model
    }

    fn keys(&self) -> &Keys {
        &self.keys
    }

    fn record(&self, person: Person) -> Option<RecordId> {
        let own = (person.row as usize).checked_sub(self.first_own);
        match own.filter(|own| person.kind() == Kind::Lead && *own < self.own.len()) {
            Some(own) => Some(own_id(own)),
            None => record_of(self.model, person),
        }
    }

    fn read_ahead(&mut self, records: &[RecordId]) -> Result<()> {
        let mut wanted: Vec<RecordId> =
            records.iter().copied().filter(|record| own_place(*record).is_none()).collect();
        wanted.sort_unstable();
        wanted.dedup();
        self.ahead = match wanted.is_empty() {
            true => HashMap::new(),
            false => (self.read)(&wanted)?.into_iter().collect(),
        };
        Ok(())
    }

    fn identity(&mut self, record: RecordId) -> Result<Option<Identity>> {
        Ok(self.row(record)?.and_then(|row| self.model.identity_of(record.kind, &row)))
    }
}

/// The ids of leads that are not there yet lie behind all others, in the order of their rows.
const OWN: u128 = u128::MAX << 64;

fn own_id(own: usize) -> RecordId {
    Id::<Lead>::new(Uuid::from_u128(OWN | own as u128)).record()
}

fn own_place(record: RecordId) -> Option<usize> {
    let bits = record.uuid.as_u128();
    (bits & OWN == OWN).then(|| usize::try_from(bits & !OWN).ok()).flatten()
}
