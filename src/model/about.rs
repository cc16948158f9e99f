//! What activities are about: the records of each activity, and the activities of each record.

use std::{collections::HashMap, sync::Arc};

use super::{
    GROWN,
    flat::{Counts, Flat},
    saved::{Reader, Saved, Writer},
    varied::Lists,
};
use crate::domain::{Kind, RecordId};

/// Both directions, by rows: four bytes a link and direction.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    /// What each activity is about, as numbers of subjects, by its row.
    subjects: Lists<u32>,
    /// The rows of the live activities about each record, the oldest first, by the rows of each kind.
    grown: Vec<(Kind, Lists<u32>)>,
    /// The same of the other records, by their place.
    other: Arc<Others>,
}

/// Records that have no row: of the kinds that stay small, or not there.
#[derive(Clone, Debug, Default)]
struct Others {
    records: Vec<RecordId>,
    places: HashMap<RecordId, u32>,
    activities: HashMap<u32, Vec<u32>>,
}

/// A record that activities are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Subject {
    /// By its row.
    Row(Kind, usize),
    /// One that has no row.
    Other(RecordId),
}

/// Bits of a number that say the row, or the place; those above say the kind.
const ROW_BITS: u32 = 28;

/// The bits below the kind.
const LOWER: u32 = (1 << ROW_BITS) - 1;

/// What stands above them for a record that has no row.
const OTHER: u32 = u32::MAX >> ROW_BITS;

impl About {
    /// The rows of the live activities about a record, the oldest first.
    pub fn of(&self, subject: Subject) -> &[u32] {
        match subject {
            Subject::Row(kind, row) => self.lists(kind).map_or(&[], |lists| lists.get(row)),
            Subject::Other(record) => {
                let place = self.other.places.get(&record);
                place.and_then(|at| self.other.activities.get(at)).map_or(&[], Vec::as_slice)
            }
        }
    }

    /// What an activity is about.
    pub fn subjects(&self, activity: usize) -> impl Iterator<Item = Subject> + use<'_> {
        self.subjects.get(activity).iter().filter_map(|number| {
            let rest = number & LOWER;
            if number >> ROW_BITS == OTHER {
                return self.other.records.get(rest as usize).copied().map(Subject::Other);
            }
            let kind = GROWN.get((number >> ROW_BITS) as usize)?;
            Some(Subject::Row(*kind, rest as usize))
        })
    }

    /// Takes what activities are about, by their rows; a row that is not there yet is the next one.
    pub fn put(&mut self, activities: Vec<(usize, Vec<Subject>)>) {
        let mut known = Vec::new();
        for (row, subjects) in activities {
            let numbers: Vec<u32> =
                subjects.into_iter().filter_map(|subject| self.number(subject)).collect();
            if row < self.subjects.len() {
                known.push((row, numbers));
            } else {
                self.subjects.push(&numbers);
            }
        }
        self.subjects.set_many(known);
    }

    /// Adds activities, each with what it is about.
    pub fn append(&mut self, activities: Vec<Vec<Subject>>) {
        for subjects in activities {
            let numbers: Vec<u32> =
                subjects.into_iter().filter_map(|subject| self.number(subject)).collect();
            self.subjects.push(&numbers);
        }
    }

    /// Sees of all records at once which activities are about them, of those that `is_live` holds for.
    pub fn fill(&mut self, is_live: impl Fn(usize) -> bool) {
        let mut counts = vec![Counts::default(); GROWN.len()];
        let mut others = Vec::new();
        self.each_link(&is_live, |number, activity| {
            let rest = (number & LOWER) as usize;
            match counts.get_mut((number >> ROW_BITS) as usize) {
                Some(counts) => counts.add(rest),
                None => {
                    let record = self.other.records.get(rest).copied();
                    others.extend(record.map(|it| (Subject::Other(it), activity, true)));
                }
            }
        });
        let mut filled: Vec<Flat> = counts.into_iter().map(Counts::into_flat).collect();
        self.each_link(&is_live, |number, activity| {
            if let Some(flat) = filled.get_mut((number >> ROW_BITS) as usize) {
                flat.put((number & LOWER) as usize, activity);
            }
        });
        self.change(&others);
        for (kind, flat) in GROWN.iter().zip(filled) {
            let lists = flat.into_lists();
            if !lists.is_empty() {
                *self.lists_mut(*kind) = lists;
            }
        }
    }

    /// The numbers of what activities are about, each with the row of the activity.
    fn each_link(&self, is_live: impl Fn(usize) -> bool, mut link: impl FnMut(u32, u32)) {
        for activity in (0..self.subjects.len()).filter(|activity| is_live(*activity)) {
            self.subjects.get(activity).iter().for_each(|number| link(*number, activity as u32));
        }
    }

    /// Says which live activities are now, and which are no longer, about records.
    pub fn change(&mut self, changes: &[(Subject, u32, bool)]) {
        let mut lists: HashMap<Subject, Vec<u32>> = HashMap::new();
        for (subject, activity, is_about) in changes {
            let list = lists.entry(*subject).or_insert_with(|| self.of(*subject).to_vec());
            match (list.binary_search(activity), is_about) {
                (Err(at), true) => list.insert(at, *activity),
                (Ok(at), false) => drop(list.remove(at)),
                _ => {}
            }
        }
        let mut grown: HashMap<Kind, Vec<(usize, Vec<u32>)>> = HashMap::new();
        for (subject, list) in lists {
            match subject {
                Subject::Row(kind, row) => grown.entry(kind).or_default().push((row, list)),
                Subject::Other(record) => {
                    let place = self.place(record);
                    Arc::make_mut(&mut self.other).activities.insert(place, list);
                }
            }
        }
        for (kind, rows) in grown {
            let lists = self.lists_mut(kind);
            lists.grow(rows.iter().map(|(row, _)| row + 1).max().unwrap_or_default());
            lists.set_many(rows);
        }
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        let other = self.other.activities.values().map(|list| 128 + list.capacity() * 4);
        self.grown.iter().map(|(_, lists)| lists.bytes()).chain(other).sum::<usize>()
            + self.subjects.bytes()
    }

    fn number(&mut self, subject: Subject) -> Option<u32> {
        let (above, rest) = match subject {
            Subject::Row(kind, row) => {
                let place = GROWN.iter().position(|of| *of == kind)?;
                (u32::try_from(place).ok()?, u32::try_from(row).ok()?)
            }
            Subject::Other(record) => (OTHER, self.place(record)),
        };
        (rest < 1 << ROW_BITS).then_some(above << ROW_BITS | rest)
    }

    fn place(&mut self, record: RecordId) -> u32 {
        if let Some(place) = self.other.places.get(&record) {
            return *place;
        }
        let other = Arc::make_mut(&mut self.other);
        let place = other.records.len() as u32;
        other.records.push(record);
        other.places.insert(record, place);
        place
    }

    fn lists(&self, kind: Kind) -> Option<&Lists<u32>> {
        self.grown.iter().find(|(of, _)| *of == kind).map(|(_, lists)| lists)
    }

    fn lists_mut(&mut self, kind: Kind) -> &mut Lists<u32> {
        let found = self.grown.iter().position(|(of, _)| *of == kind);
        let place = found.unwrap_or_else(|| {
            self.grown.push((kind, Lists::default()));
            self.grown.len() - 1
        });
        #[expect(clippy::indexing_slicing, reason = "the place was found or made just now")]
        let (_, lists) = &mut self.grown[place];
        lists
    }
}

impl Saved for About {
    fn save(&self, out: &mut Writer<'_>) {
        Saved::save(&self.subjects, out);
        out.number(self.grown.len() as u64);
        for (kind, lists) in &self.grown {
            out.number(kind.number().into());
            Saved::save(lists, out);
        }
        out.all(&self.other.records, RecordId::to_bytes);
        out.number(self.other.activities.len() as u64);
        for (place, list) in &self.other.activities {
            out.number((*place).into());
            out.all(list, u32::to_le_bytes);
        }
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        let subjects = Saved::load(from)?;
        let mut grown = Vec::new();
        for _ in 0..from.number()? {
            let kind = Kind::of_number(u16::try_from(from.number()?).ok()?)?;
            grown.push((kind, Saved::load(from)?));
        }
        let records = from.all(RecordId::of_bytes)?;
        let records: Vec<RecordId> = records.into_iter().collect::<Option<_>>()?;
        let mut activities = HashMap::new();
        for _ in 0..from.number()? {
            let place = u32::try_from(from.number()?).ok()?;
            activities.insert(place, from.all(u32::from_le_bytes)?);
        }
        let places = records.iter().copied().zip(0..).collect();
        let other = Arc::new(Others { records, places, activities });
        Some(Self { subjects, grown, other })
    }
}
