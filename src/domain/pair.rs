//! Two records that may be the same, and what a person has made of it.

use super::{Id, ImportBatch, RecordId, Timestamp, User, choice::choice, field, record::record};

choice! {
    /// What became of a pair.
    pub enum PairState "pair_state" {
        /// A person has to look.
        Open "open",
        /// They are not the same; nobody is asked again.
        Apart "apart",
        /// They were the same and are one record now.
        Merged "merged",
    }
}

record! {
    /// Two records that may be the same. As *apart* it is what the search for duplicates remembers.
    pub struct Pair {
        1: a: Option<RecordId> => field().required().listed().ruled(),
        2: b: Option<RecordId> => field().required().listed().ruled(),
        3: state: PairState => field().listed().ruled(),
        4: score: Option<i64> => field().listed().ruled(),
        5: found_at: Option<Timestamp> => field().listed().ruled(),
        6: batch: Option<Id<ImportBatch>> => field().ruled(),
        7: decided_at: Option<Timestamp> => field().ruled(),
        8: decided_by: Option<Id<User>> => field().ruled(),
    }
}

impl Pair {
    /// A pair of two records, the older one first. A score of 0 says that nobody has compared them.
    pub fn of(a: RecordId, b: RecordId, score: u8) -> Self {
        let (a, b) = Self::key(a, b);
        let score = Some(i64::from(score)).filter(|score| *score > 0);
        Self { a: Some(a), b: Some(b), score, ..Self::default() }
    }

    /// Two records in the order in which a pair has them: the older one first.
    pub fn key(a: RecordId, b: RecordId) -> (RecordId, RecordId) {
        if (a.uuid, a.kind) <= (b.uuid, b.kind) { (a, b) } else { (b, a) }
    }

    /// Both records, as [`Pair::key`] has them.
    pub fn records(&self) -> Option<(RecordId, RecordId)> {
        Some(Self::key(self.a?, self.b?))
    }

    /// The other one of the two, if a record is one of them.
    pub fn other(&self, record: RecordId) -> Option<RecordId> {
        match self.records()? {
            (a, b) if a == record => Some(b),
            (a, b) if b == record => Some(a),
            _ => None,
        }
    }
}
