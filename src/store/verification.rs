//! Reading everything again, a little at a time between commands: opening by the checkpoint of what is
//! in memory reads few records, so that damage to the others would go unnoticed.

use super::{
    CHANGES, HEADERS, Store, Stored, TOUCHED, codec, damaged_record, database::Total, unseal,
};
use crate::{
    domain::{DAY_MS, FieldChange, Header, Kind, RecordId, Timestamp},
    error::{Error, Result},
};

/// Entries read at a time.
const SLICE: usize = 2_000;

/// How long a workspace that was closed in good order need not be read again.
const OFTEN: i64 = DAY_MS;

/// How far the reading of everything has come.
pub struct Verification {
    /// The trees that are left, the present one last.
    trees: Vec<u16>,
    present: Option<Tree>,
}

struct Tree {
    number: u16,
    /// What it said of itself when its reading began.
    total: Total,
    seen: Total,
    /// The last entry that was read.
    last: Vec<u8>,
}

impl Store {
    /// A reading of everything, if one is due: the workspace was not closed in good order, or has not been
    /// read for a day.
    pub fn verification(&self, now: Timestamp) -> Option<Verification> {
        let is_recent = (0..OFTEN).contains(&(now.0 - self.checkpoint.verified_at.0));
        (!self.was_closed || !is_recent)
            .then(|| Verification { trees: self.disk().database.trees(), present: None })
    }

    /// Reads a little more; false when everything was read. A tree that was written to meanwhile is read
    /// from its beginning.
    ///
    /// # Errors
    /// What is damaged or missing.
    pub fn verify(&mut self, going: &mut Verification, now: Timestamp) -> Result<bool> {
        let tree = match going.present.take() {
            Some(tree) if self.disk().database.total(tree.number)? == tree.total => Some(tree),
            Some(tree) => Some(self.tree_to_read(tree.number)?),
            None => going.trees.pop().map(|number| self.tree_to_read(number)).transpose()?,
        };
        let Some(mut tree) = tree else {
            self.checkpoint.verified_at = now;
            self.was_closed = true;
            return Ok(false);
        };
        if !self.read_on(&mut tree)? {
            going.present = Some(tree);
        } else if (tree.seen.count, tree.seen.sum) != (tree.total.count, tree.total.sum) {
            return Err(Error::storage("missing-records").with("tree", name_of(tree.number)));
        }
        Ok(true)
    }

    fn tree_to_read(&mut self, number: u16) -> Result<Tree> {
        let total = self.disk().database.total(number)?;
        Ok(Tree { number, total, seen: Total::default(), last: Vec::new() })
    }

    /// Reads some entries; whether they were the last.
    fn read_on(&self, tree: &mut Tree) -> Result<bool> {
        let mut count = 0;
        let entries = self.disk().database.after(tree.number, &tree.last)?;
        for entry in entries.take(SLICE) {
            let (key, bytes) = entry?;
            tree.seen.count += 1;
            tree.seen.sum =
                tree.seen.sum.wrapping_add(codec::entry_hash(tree.number, &key, &bytes));
            readable(tree.number, &key, &bytes).map_err(|_| damaged_record(tree.number))?;
            tree.last = key;
            count += 1;
        }
        Ok(count < SLICE)
    }
}

/// Whether an entry of a tree can be read.
pub(super) fn readable(tree: u16, key: &[u8], bytes: &[u8]) -> Result<()> {
    match tree {
        HEADERS => unseal::<Header>(tree, key, bytes).map(drop),
        TOUCHED => unseal::<Vec<(RecordId, bool)>>(tree, key, bytes).map(drop),
        CHANGES => unseal::<Vec<FieldChange>>(tree, key, bytes).map(drop),
        _ => unseal::<Stored>(tree, key, bytes).map(drop),
    }
}

/// The kind of record, or the part of the history.
pub(super) fn name_of(tree: u16) -> &'static str {
    match tree {
        HEADERS => "history_headers",
        TOUCHED => "history_records",
        CHANGES => "history_changes",
        kind => Kind::of_number(kind).map_or("unknown", Kind::name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{Change, Id, Lead, Row, Value},
        store::database::Write,
    };

    fn header(store: &Store) -> Header {
        Header {
            sequence: store.next_sequence(),
            command: "create".to_owned(),
            actor: None,
            device: store.device(),
            clock: store.clock().next(Timestamp(DAY_MS)),
            note: String::new(),
            undoes: None,
            redoes: None,
            records: 1,
            is_undoable: true,
        }
    }

    fn add(store: &mut Store, numbers: std::ops::Range<u128>) {
        let row = Row::new().with(Lead::name, Value::Text("王小明".to_owned()));
        let changes: Vec<Change> =
            numbers.map(|number| Change::creation(lead(number), row.clone())).collect();
        store.commit(&header(store), &changes).unwrap();
    }

    fn lead(number: u128) -> RecordId {
        Id::<Lead>::new(uuid::Uuid::from_u128(number)).record()
    }

    fn verified(store: &mut Store, now: Timestamp) -> Result<u32> {
        let mut going = store.verification(now).unwrap();
        let mut steps = 0;
        while store.verify(&mut going, now)? {
            steps += 1;
            if steps == 3 {
                add(store, 1_000_000..1_000_001);
            }
        }
        Ok(steps)
    }

    #[test]
    fn everything_is_read_once_a_day_and_damage_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        add(&mut store, 1..SLICE as u128 * 3 / 2);
        store.close().unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        let now = Timestamp(DAY_MS * 10);
        // Two trees of the history, the leads begun, and begun again after one was added.
        assert_eq!(verified(&mut store, now).unwrap(), 5);
        store.close().unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        assert!(store.verification(now.plus_ms(DAY_MS - 1)).is_none());
        assert!(store.verification(now.plus_ms(DAY_MS)).is_some());
        let lead = lead(2);
        let (tree, key) = (lead.kind.number(), lead.uuid.as_bytes().to_vec());
        let value = Some(b"not a record".to_vec());
        let write = Write { tree, key, value, is_fresh: false };
        let lsn = store.disk().journal.last_lsn();
        store.disk().lay_down(&[write], lsn).unwrap();
        let found = verified(&mut store, now.plus_ms(DAY_MS)).unwrap_err();
        assert_eq!(found.code(), "damaged-record");
    }
}
