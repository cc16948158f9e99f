//! How many people are compared: their records read in slices, each once, and what is compared made of them
//! on two threads.

use std::{
    collections::HashMap,
    sync::mpsc::{self, TrySendError},
    thread,
};

use super::{duplicates::ReadAll, known::record_of};
use crate::{
    domain::{Kind, RecordId, Row, match_keys::Identity},
    error::{Error, Result},
    model::{Keys, Model, NewKeys, Person},
};

/// Records read at a time.
const SLICE: usize = 2_000;

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Records read.
    pub read: usize,
    /// Records to be read; none when all are and they are compared.
    pub of: Option<usize>,
}

impl Progress {
    /// Everything is read.
    pub fn comparing() -> Self {
        Self { read: 0, of: None }
    }
}

/// How people are compared, found by who they are.
pub(super) struct People {
    /// Where the identity lies of each row of the leads, and of the contacts.
    places: [Vec<u32>; 2],
    identities: Vec<Option<Identity>>,
}

impl People {
    /// How someone is compared.
    pub fn get(&self, person: Person) -> Option<&Identity> {
        let places = self.places.get(usize::from(person.is_contact))?;
        let at = *places.get(person.row as usize)?;
        self.identities.get(at as usize)?.as_ref()
    }
}

type Slice = (usize, Vec<(RecordId, Row)>);

type Made = Vec<(usize, Identity)>;

/// Reads how people are compared; they come sorted, each once.
///
/// # Errors
/// When a record cannot be read; `cancelled`.
pub(super) fn identities(
    model: &Model,
    people: &[Person],
    read: &ReadAll<'_>,
    told: &dyn Fn(Progress) -> bool,
) -> Result<People> {
    let mut places: [Vec<u32>; 2] =
        [&model.leads, &model.contacts].map(|columns| vec![u32::MAX; columns.capacity()]);
    for (at, person) in (0_u32..).zip(people) {
        let rows = places.get_mut(usize::from(person.is_contact));
        if let Some(place) = rows.and_then(|rows| rows.get_mut(person.row as usize)) {
            *place = at;
        }
    }
    let records: Vec<Option<RecordId>> =
        people.iter().map(|person| record_of(model, *person)).collect();
    let mut identities: Vec<Option<Identity>> = vec![None; people.len()];
    thread::scope(|scope| {
        let (give, take) = mpsc::sync_channel::<Slice>(2);
        let all = &records;
        let work = move || {
            let mut made = Vec::new();
            take.iter().for_each(|slice| add(&mut made, model, slice, all));
            made
        };
        let worker = thread::Builder::new().name("identities".to_owned());
        let worker = worker.spawn_scoped(scope, work);
        let worker = worker.map_err(|err| Error::other("no-thread").because(err))?;
        let mut own = Vec::new();
        for (number, slice) in records.chunks(SLICE).enumerate() {
            let begin = number * SLICE;
            if !told(Progress { read: begin, of: Some(records.len()) }) {
                return Err(Error::refused("cancelled"));
            }
            let wanted: Vec<RecordId> = slice.iter().copied().flatten().collect();
            // The other thread has enough to do.
            match give.try_send((begin, read(&wanted)?)) {
                Ok(()) => {}
                Err(TrySendError::Full(slice) | TrySendError::Disconnected(slice)) => {
                    add(&mut own, model, slice, all);
                }
            }
        }
        drop(give);
        let others = worker.join().map_err(|_| Error::other("no-thread"))?;
        for (at, identity) in own.into_iter().chain(others) {
            if let Some(place) = identities.get_mut(at) {
                *place = Some(identity);
            }
        }
        Ok(())
    })?;
    Ok(People { places, identities })
}

/// The keys of all leads and contacts, made of their records.
///
/// # Errors
/// As [`identities`].
pub(super) fn everyone(
    model: &Model,
    read: &ReadAll<'_>,
    told: &dyn Fn(Progress) -> bool,
) -> Result<Keys> {
    let of_kind = |kind: Kind| {
        let rows = model.columns(kind).into_iter().flat_map(|columns| columns.rows());
        rows.filter_map(move |row| Person::of(kind, row))
    };
    let people: Vec<Person> = of_kind(Kind::Lead).chain(of_kind(Kind::Contact)).collect();
    let mut keys = NewKeys::default();
    for (number, slice) in people.chunks(SLICE).enumerate() {
        if !told(Progress { read: number * SLICE, of: Some(people.len()) }) {
            return Err(Error::refused("cancelled"));
        }
        let records =
            slice.iter().filter_map(|person| record_of(model, *person)).collect::<Vec<_>>();
        for (record, row) in read(&records)? {
            let row_of = model.columns(record.kind).and_then(|it| it.row_of(record.uuid));
            let person = row_of.and_then(|row| Person::of(record.kind, row));
            if let (Some(person), Some(identity)) = (person, model.identity_of(record.kind, &row)) {
                keys.add(person, &identity.keys());
            }
        }
    }
    Ok(Keys::of_everyone(keys))
}

fn add(made: &mut Made, model: &Model, (begin, rows): Slice, all: &[Option<RecordId>]) {
    let places = all.iter().enumerate().skip(begin).take(SLICE);
    let places: HashMap<RecordId, usize> =
        places.filter_map(|(at, record)| Some(((*record)?, at))).collect();
    for (record, row) in rows {
        let identity = model.identity_of(record.kind, &row);
        made.extend(places.get(&record).copied().zip(identity));
    }
}
