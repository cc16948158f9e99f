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
    domain::{Account, Change, Kind, RecordId, Row, match_keys::Key},
    error::{Error, Result},
    model::{Model, NewKeys, Person},
    query,
    store::{Store, Stored},
};

/// Records whose keys are computed together.
const PARCEL: usize = 2_048;

/// People who are learnt at once when the workspace is opened: nobody feels it.
const FEW: usize = 5_000;

/// People who are learnt at a time while nobody asks for anything: a save does not feel it.
const AT_A_TIME: usize = 500;

/// The kinds of people.
const KINDS: [Kind; 2] = [Kind::Lead, Kind::Contact];

type Parcel = Vec<(Person, Row)>;

/// How far the learning of everyone's keys is.
#[derive(Default)]
pub(super) struct Learning {
    keys: NewKeys,
    /// The place of the kind, and the first of its rows that is not learnt.
    next: (usize, usize),
}

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
        for kind in KINDS {
            everyone.append(keys_of(&self.model, &mut self.store, kind)?);
        }
        Arc::make_mut(&mut self.model).know_everyone(everyone);
        Ok(())
    }
}

impl Crm {
    /// Learns the keys anew of the people who work at accounts that are called otherwise now.
    ///
    /// # Errors
    /// When the store is damaged.
    pub(super) fn know_renamed(&mut self, accounts: &[RecordId]) -> Result<()> {
        let people = |account: &RecordId| query::people_of(&self.model, *account);
        let people: Vec<RecordId> = accounts.iter().flat_map(people).collect();
        if people.is_empty() {
            return Ok(());
        }
        let found = self.store.read_all(&people)?;
        let keys = |model: &Model| -> Vec<(RecordId, Vec<Key>)> {
            let keys = |(record, stored): &(RecordId, Stored)| {
                Some((*record, model.identity_of(record.kind, &stored.row)?.keys()))
            };
            found.iter().filter_map(keys).collect()
        };
        if let Some(next) = &mut self.next {
            next.know(keys(next));
        }
        let keys = keys(&self.model);
        Arc::make_mut(&mut self.model).know(keys);
        Ok(())
    }

    /// Learns everyone's keys at once, if there are few people.
    ///
    /// # Errors
    /// When the store is damaged.
    pub(super) fn know_few(&mut self) -> Result<()> {
        // Contacts are not read for this where there are many leads.
        let are_few =
            |kind: &Kind| self.model.columns(*kind).is_some_and(|it| it.capacity() <= FEW);
        if KINDS.iter().all(are_few) { self.know_everyone() } else { Ok(()) }
    }

    /// Learns the keys of a few people more; whether there are more of them. What changes meanwhile is
    /// known by itself: keys only propose.
    ///
    /// # Errors
    /// When the store is damaged.
    pub(super) fn learn(&mut self) -> Result<bool> {
        if !self.model.lacks_people() {
            self.learning = Learning::default();
            return Ok(false);
        }
        let (at, from) = self.learning.next;
        let columns = KINDS.get(at).and_then(|kind| self.model.columns(*kind));
        let Some(columns) = columns else {
            let learnt = std::mem::take(&mut self.learning).keys;
            Arc::make_mut(&mut self.model).know_older(learnt);
            return Ok(false);
        };
        let rows = from..columns.capacity().min(from + AT_A_TIME);
        self.learning.next =
            if rows.end == columns.capacity() { (at + 1, 0) } else { (at, rows.end) };
        let records: Vec<RecordId> = rows.filter_map(|row| columns.id(row)).collect();
        let mut parcel = Vec::with_capacity(records.len());
        for (record, stored) in self.store.read_all(&records)? {
            let row = columns.row_of(record.uuid);
            let person = row.and_then(|row| Person::of(record.kind, row));
            parcel.extend(person.map(|person| (person, stored.row)));
        }
        add(&mut self.learning.keys, &self.model, &parcel);
        Ok(true)
    }
}

/// The accounts of which a command changed the name.
pub(super) fn renamed(changes: &[Change]) -> Vec<RecordId> {
    let is_renamed = |change: &&Change| {
        change.record.kind == Kind::Account
            && !change.is_creation()
            && change.fields.iter().any(|field| field.tag == Account::name)
    };
    changes.iter().filter(is_renamed).map(|change| change.record).collect()
}

/// The keys of all records of a kind. Reading them and computing keys share two threads.
fn keys_of(model: &Model, store: &mut Store, kind: Kind) -> Result<NewKeys> {
    let (give, take) = mpsc::sync_channel::<Parcel>(2);
    thread::scope(|scope| {
        let work = move || {
            let mut keys = NewKeys::default();
            take.iter().for_each(|parcel| add(&mut keys, model, &parcel));
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
                        add(&mut keys, model, &own);
                    }
                }
            }
        }
        drop(give);
        add(&mut keys, model, &parcel);
        keys.append(worker.join().map_err(|_| Error::other("no-thread"))?);
        Ok(keys)
    })
}

fn add(keys: &mut NewKeys, model: &Model, people: &Parcel) {
    for (person, row) in people {
        if let Some(identity) = model.identity_of(person.kind(), row) {
            keys.add(*person, &identity.keys());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        domain::{Email, Lead, identity_of_lead, match_keys::asked},
        engine::{Command, Env},
        query::known::sharing,
    };

    #[test]
    fn everyone_is_learnt_a_little_at_a_time_beside_what_changes() {
        let folder = tempfile::tempdir().unwrap();
        let mut crm = Crm::open(folder.path(), Env::system()).unwrap();
        let create = |crm: &mut Crm, kind: &str, name: &str| {
            let values = json!({"name": name, "emails": [{"address": "wang@acer.example"}]});
            let command = json!({"kind": kind, "values": values});
            crm.run(crm.only_user(), Command::from_json("create", command).unwrap()).unwrap();
        };
        (0..2).for_each(|_| create(&mut crm, "lead", "王小明"));
        Arc::make_mut(&mut crm.model).forget_people();
        assert!(!crm.model.knows_everyone());
        assert!(crm.learn().unwrap(), "leads first");
        create(&mut crm, "contact", "王小明");
        create(&mut crm, "lead", "王小明");
        while crm.learn().unwrap() {}
        assert!(crm.model.knows_everyone());
        let mail = Email { address: "wang@acer.example".to_owned(), ..Email::default() };
        let card = Lead { emails: vec![mail], ..Lead::default() };
        let keys = identity_of_lead(&card).keys();
        assert_eq!(sharing(crm.model.keys(), asked(&keys)).len(), 4);
    }
}
