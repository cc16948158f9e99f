//! Knowing everyone: the keys of all leads and contacts, built from their records when memory lacks them.

use std::{
    sync::{
        Arc,
        mpsc::{self, TrySendError},
    },
    thread,
};

use super::Crm;
use crate::{
    domain::{Kind, Row, identity_of},
    error::{Error, Result},
    model::{Model, NewKeys, Person},
    store::Store,
};

/// Records whose keys are computed together.
const PARCEL: usize = 2_048;

type Parcel = Vec<(Person, Row)>;

impl Crm {
    /// Sees to it that the keys of everyone are in memory. They are, but after an opening that had to
    /// read every record.
    ///
    /// # Errors
    /// When the store is damaged.
    pub fn know_everyone(&mut self) -> Result<()> {
        if self.model.knows_everyone() {
            return Ok(());
        }
        let mut everyone = NewKeys::default();
        for kind in [Kind::Lead, Kind::Contact] {
            everyone.append(keys_of(&self.model, &mut self.store, kind)?);
        }
        Arc::make_mut(&mut self.model).know_everyone(everyone);
        Ok(())
    }
}

/// The keys of all records of a kind. Reading them and computing keys share two threads.
fn keys_of(model: &Model, store: &mut Store, kind: Kind) -> Result<NewKeys> {
    let (give, take) = mpsc::sync_channel::<Parcel>(2);
    thread::scope(|scope| {
        let work = move || {
            let mut keys = NewKeys::default();
            take.iter().for_each(|parcel| add(&mut keys, &parcel));
            keys
        };
        let worker = thread::Builder::new().name("know-everyone".to_owned());
        let worker = worker.spawn_scoped(scope, work);
        let worker = worker.map_err(|err| Error::other("no-thread").because(err))?;
        let mut keys = NewKeys::default();
        let mut parcel = Vec::with_capacity(PARCEL);
        let rows = model.columns(kind);
        for entry in store.scan(kind)? {
            let (record, stored) = entry?;
            let row = rows.and_then(|rows| rows.row_of(record.uuid));
            parcel.extend(row.and_then(|row| Person::of(kind, row)).map(|it| (it, stored.row)));
            if parcel.len() == PARCEL {
                // The other thread has enough to do.
                match give.try_send(std::mem::replace(&mut parcel, Vec::with_capacity(PARCEL))) {
                    Ok(()) => {}
                    Err(TrySendError::Full(own) | TrySendError::Disconnected(own)) => {
                        add(&mut keys, &own);
                    }
                }
            }
        }
        drop(give);
        add(&mut keys, &parcel);
        keys.append(worker.join().map_err(|_| Error::other("no-thread"))?);
        Ok(keys)
    })
}

fn add(keys: &mut NewKeys, people: &Parcel) {
    for (person, row) in people {
        if let Some(identity) = identity_of(person.kind(), row) {
            keys.add(*person, &identity.keys());
        }
    }
}
