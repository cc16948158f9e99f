//! A change is data: inverting it is undo, appending it is the history.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Id, RecordId, Row, Tag, Timestamp, User, Value};

/// What one command did to one field of one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Which field.
    pub tag: Tag,
    /// What stood there.
    pub before: Value,
    /// What stands there since.
    pub after: Value,
}

/// What one command did to one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Which record.
    pub record: RecordId,
    /// The fields that changed; none for a creation, whose fields are all new.
    pub fields: Vec<FieldChange>,
    /// The whole record as it stands since.
    pub row: Row,
    /// The command that made the record; none if it is this one.
    pub created_in: Option<u64>,
}

impl Change {
    /// A record came into being.
    pub fn creation(record: RecordId, row: Row) -> Self {
        Self { record, fields: Vec::new(), row, created_in: None }
    }

    /// A record made by `created_in` changed from `before` to `after`; none if nothing differs.
    pub fn between(record: RecordId, created_in: u64, before: &Row, after: Row) -> Option<Self> {
        let fields = differences(before, &after);
        let created_in = Some(created_in);
        (!fields.is_empty()).then_some(Self { record, fields, row: after, created_in })
    }

    /// Whether the record came into being.
    pub fn is_creation(&self) -> bool {
        self.created_in.is_none()
    }

    /// This change and a later one of the same record as one; none if together they change nothing.
    #[must_use]
    pub fn followed_by(self, later: Self) -> Option<Self> {
        let mut before = later.row.clone();
        for field in later.fields.into_iter().rev().chain(self.fields.into_iter().rev()) {
            before.set(field.tag, field.before);
        }
        match self.created_in {
            None => Some(Self::creation(self.record, later.row)),
            Some(created_in) => Self::between(self.record, created_in, &before, later.row),
        }
    }
}

/// The fields in which two rows differ, by tag.
fn differences(before: &Row, after: &Row) -> Vec<FieldChange> {
    let changed = |tag: Tag, old: &Value, new: &Value| {
        (old != new).then(|| FieldChange { tag, before: old.clone(), after: new.clone() })
    };
    let mut fields: Vec<FieldChange> =
        after.iter().filter_map(|(tag, new)| changed(tag, before.get(tag), new)).collect();
    let gone = before.iter().filter(|(tag, _)| after.get(*tag).is_empty());
    fields.extend(gone.filter_map(|(tag, old)| changed(tag, old, &Value::Empty)));
    fields.sort_by_key(|field| field.tag);
    fields
}

/// What is kept of a command beside its changes: who did what, where, when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// The number of the command in this workspace: 1, 2, 3…
    pub sequence: u64,
    /// The name of the command, as `do --list` prints it.
    pub command: String,
    /// Who did it; none before the first user exists.
    pub actor: Option<Id<User>>,
    /// The laptop it was done on.
    pub device: Uuid,
    /// When, by the hybrid logical clock.
    pub clock: Hybrid,
    /// Why, in the person's words, where the command asks for it.
    pub note: String,
    /// The command it takes back, if it is an undo.
    pub undoes: Option<u64>,
    /// The undo it takes back, if it is a redo.
    pub redoes: Option<u64>,
    /// How many records it touched.
    pub records: u64,
    /// Whether it can be taken back.
    pub is_undoable: bool,
}

/// A hybrid logical clock: the wall clock, never running backwards, with a counter for ties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hybrid {
    /// The latest wall-clock time seen.
    pub wall: Timestamp,
    /// Tells apart what happened within the same millisecond, or while the clock stood back.
    pub counter: u32,
}

impl Hybrid {
    /// The next moment, given what the wall clock says.
    #[must_use]
    pub fn next(self, wall: Timestamp) -> Self {
        if wall > self.wall {
            Self { wall, counter: 0 }
        } else {
            Self { wall: self.wall, counter: self.counter + 1 }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;

    #[test]
    fn only_what_differs_is_a_change() {
        let text = |text: &str| Value::Text(text.to_owned());
        let record = RecordId { kind: Kind::Lead, uuid: Uuid::nil() };
        let before = Row::new().with(1, text("a")).with(2, text("b")).with(3, text("c"));
        let after = Row::new().with(1, text("a")).with(2, text("B")).with(4, text("d"));
        let change = Change::between(record, 1, &before, after).unwrap();
        let tags: Vec<_> = change.fields.iter().map(|field| field.tag).collect();
        assert_eq!(tags, [2, 3, 4]);
        assert_eq!(Change::between(record, 1, &before, before.clone()), None);
    }

    #[test]
    fn the_clock_never_runs_backwards() {
        let first = Hybrid::default().next(Timestamp(1_000));
        let back = first.next(Timestamp(500));
        assert!(back > first);
        assert_eq!(back.next(Timestamp(2_000)), Hybrid { wall: Timestamp(2_000), counter: 0 });
    }
}
