//! What was done about records: the activities of each.

use std::{collections::HashMap, sync::Arc};

use super::{
    lists::Lists,
    saved::{Reader, Saved, Writer},
};
use crate::domain::{Kind, RecordId};

/// The rows of the activities about each record, the oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    /// By the rows of the kinds that grow.
    grown: Vec<(Kind, Lists<u32>)>,
    /// Of the kinds that stay small, and of records that are not there.
    small: Arc<HashMap<RecordId, Vec<u32>>>,
}

/// A record that activities are about: its row, if its kind grows and it is there.
pub(super) type Subject = (RecordId, Option<usize>);

impl About {
    /// The rows of the activities about a record, the oldest first.
    pub fn of(&self, (record, row): Subject) -> &[u32] {
        match (row, self.lists(record.kind)) {
            (Some(row), Some(lists)) => lists.get(row),
            (Some(_), None) => &[],
            (None, _) => self.small.get(&record).map_or(&[], Vec::as_slice),
        }
    }

    /// All of them at once: each subject with the row of an activity about it.
    pub fn of_all(pairs: impl Iterator<Item = (Subject, u32)>) -> Self {
        let mut about = Self::default();
        let mut grown: Vec<(Kind, Vec<(u32, u32)>)> = Vec::new();
        for ((record, row), activity) in pairs {
            let Some(row) = row else {
                let small = Arc::make_mut(&mut about.small);
                small.entry(record).or_default().push(activity);
                continue;
            };
            match grown.iter_mut().find(|(kind, _)| *kind == record.kind) {
                Some((_, rows)) => rows.push((row as u32, activity)),
                None => grown.push((record.kind, vec![(row as u32, activity)])),
            }
        }
        for (kind, mut rows) in grown {
            rows.sort_unstable();
            rows.dedup();
            let lists = about.lists_mut(kind);
            for of_one in rows.chunk_by(|(row, _), (next, _)| row == next) {
                let row = of_one.first().map_or(0, |(row, _)| *row);
                lists.grow(row as usize);
                let activities: Vec<u32> = of_one.iter().map(|(_, activity)| *activity).collect();
                lists.push(&activities);
            }
        }
        about
    }

    /// Says which activities are now, and which are no longer, about records.
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
        for ((record, row), list) in lists {
            match row {
                Some(row) => grown.entry(record.kind).or_default().push((row, list)),
                None => drop(Arc::make_mut(&mut self.small).insert(record, list)),
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
        let small = self.small.values().map(|list| 64 + list.capacity() * size_of::<u32>());
        self.grown.iter().map(|(_, lists)| lists.bytes()).chain(small).sum()
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
        out.number(self.grown.len() as u64);
        for (kind, lists) in &self.grown {
            out.number(kind.number().into());
            Saved::save(lists, out);
        }
        out.number(self.small.len() as u64);
        for (record, list) in self.small.iter() {
            out.all(&[*record], RecordId::to_bytes);
            out.all(list, u32::to_le_bytes);
        }
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        let mut about = Self::default();
        for _ in 0..from.number()? {
            let kind = Kind::of_number(u16::try_from(from.number()?).ok()?)?;
            about.grown.push((kind, Saved::load(from)?));
        }
        let mut small = HashMap::new();
        for _ in 0..from.number()? {
            let record = from.all(RecordId::of_bytes)?.into_iter().flatten().next()?;
            small.insert(record, from.all(u32::from_le_bytes)?);
        }
        about.small = Arc::new(small);
        Some(about)
    }
}
