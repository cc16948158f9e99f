//! Everything read from the records themselves: slower than the checkpoint, and always right.

use std::{
    sync::mpsc::{self, SyncSender},
    thread,
};

use super::{Columns, GROWN, Keys, Model, Watch, about::Subject, grows};
use crate::{
    domain::{Kind, RecordId, Row},
    error::{Error, Result},
    store::{Store, Stored},
};

/// Records taken together.
const SLICE: usize = 4_096;

/// Slices that wait to be taken, at most.
const AHEAD: usize = 4;

type Slice = Vec<(RecordId, Stored)>;

impl Model {
    /// Reads everything from the store. Fails if anything is missing or damaged.
    ///
    /// # Errors
    /// As [`Store::scan`]; `cancelled` if those who watch asked to stop.
    pub fn load(store: &mut Store, watch: &Watch) -> Result<Self> {
        let mut model = Self::default();
        model.load_small(store)?;
        model.load_grown(store, watch)?;
        model.relate_all();
        if model.leads.capacity() + model.contacts.capacity() > 0 {
            model.keys = Keys::missing();
        }
        model.revision = 1;
        Ok(model)
    }

    /// How many records the kinds that grow have, those in the bin too.
    pub fn rows(&self) -> usize {
        GROWN.iter().filter_map(|kind| self.columns(*kind)).map(Columns::capacity).sum()
    }

    /// Reads the kinds that stay small. Settings come first, because they decide scores.
    pub(super) fn load_small(&mut self, store: &mut Store) -> Result<()> {
        let mut kinds = store.kinds();
        kinds.retain(|kind| !grows(*kind));
        kinds.sort_by_key(|kind| *kind != Kind::Settings);
        for kind in kinds {
            for entry in store.scan(kind)? {
                let (record, stored) = entry?;
                self.put_all(&[(record, &stored.row)]);
            }
        }
        Ok(())
    }

    /// Reads the kinds that grow: one thread reads while this one takes what was read.
    fn load_grown(&mut self, store: &mut Store, watch: &Watch) -> Result<()> {
        let counts = GROWN.iter().map(|kind| store.count(*kind));
        let of = counts.sum::<Result<u64>>()? as usize;
        let mut done = 0;
        let (slices, read) = mpsc::sync_channel(AHEAD);
        thread::scope(|scope| {
            let reader = thread::Builder::new().name("read-records".to_owned());
            let reader = reader.spawn_scoped(scope, move || read_slices(store, &slices));
            reader.map_err(|err| Error::other("no-thread").because(err))?;
            read.into_iter().try_for_each(|slice: Result<Slice>| {
                let slice = slice?;
                watch.goes_on()?;
                self.take_slice(&slice);
                done += slice.len();
                watch.note((done, of));
                Ok(())
            })
        })
    }

    fn take_slice(&mut self, slice: &Slice) {
        let rows: Vec<(RecordId, &Row)> =
            slice.iter().map(|(record, stored)| (*record, &stored.row)).collect();
        self.put_columns(&rows, false);
        self.put_subjects(&rows);
        self.derive(&rows);
    }

    /// What was done about every record.
    fn relate_all(&mut self) {
        let mut leads = Vec::new();
        let mut pairs = Vec::new();
        for activity in self.activities.rows() {
            for subject in self.about.subjects(activity) {
                if let Subject::Row(Kind::Lead, row) = subject {
                    leads.push(row as u32);
                }
                pairs.push((subject, activity as u32));
            }
        }
        self.about.make_mut().fill(pairs.into_iter());
        leads.sort_unstable();
        leads.dedup();
        self.rederive(leads);
    }
}

/// Reads every record of the kinds that grow, until nobody takes them any more.
fn read_slices(store: &mut Store, slices: &SyncSender<Result<Slice>>) {
    for kind in GROWN {
        let read = store.scan(*kind).and_then(|entries| {
            let mut slice = Vec::with_capacity(SLICE);
            for entry in entries {
                slice.push(entry?);
                if slice.len() == SLICE {
                    let full = std::mem::replace(&mut slice, Vec::with_capacity(SLICE));
                    if slices.send(Ok(full)).is_err() {
                        return Ok(Vec::new());
                    }
                }
            }
            Ok(slice)
        });
        let is_broken = read.is_err();
        if slices.send(read).is_err() || is_broken {
            return;
        }
    }
}
