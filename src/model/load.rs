//! Everything read from the records themselves: slower than the checkpoint, and always right.

use super::{Columns, GROWN, Keys, Model, about::Subject, grows};
use crate::{
    domain::{Kind, RecordId, Row},
    error::Result,
    store::{Store, Stored},
};

/// Records taken together.
const SLICE: usize = 4_096;

impl Model {
    /// Reads everything from the store. Fails if anything is missing or damaged.
    ///
    /// # Errors
    /// As [`Store::scan`].
    pub fn load(store: &mut Store) -> Result<Self> {
        let mut model = Self::default();
        model.load_small(store)?;
        for kind in GROWN {
            model.load_grown(store, *kind)?;
        }
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

    fn load_grown(&mut self, store: &mut Store, kind: Kind) -> Result<()> {
        let mut slice: Vec<(RecordId, Stored)> = Vec::with_capacity(SLICE);
        for entry in store.scan(kind)? {
            slice.push(entry?);
            if slice.len() == SLICE {
                self.take_slice(&mut slice);
            }
        }
        self.take_slice(&mut slice);
        Ok(())
    }

    fn take_slice(&mut self, slice: &mut Vec<(RecordId, Stored)>) {
        let rows: Vec<(RecordId, &Row)> =
            slice.iter().map(|(record, stored)| (*record, &stored.row)).collect();
        self.put_grown(&rows, false);
        self.put_subjects(&rows);
        self.derive(&rows);
        slice.clear();
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
