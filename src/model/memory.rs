//! What lies in memory, part by part.

use super::{GROWN, Model};

/// A part of what is in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoryPart {
    /// The kind of record, or what follows from records.
    pub of: &'static str,
    /// The field or arena.
    pub part: &'static str,
    /// Bytes; those of values that point to others, about.
    pub bytes: usize,
}

impl Model {
    /// The parts of what is in memory when all of it is read. Kinds that stay small are not counted.
    pub fn memory(&self) -> Vec<MemoryPart> {
        let mut parts = self.parts_without_keys();
        parts.push(MemoryPart { of: "people", part: "keys", bytes: self.keys.bytes() });
        parts
    }

    pub(super) fn parts_without_keys(&self) -> Vec<MemoryPart> {
        let kinds = GROWN.iter().filter_map(|kind| self.columns(*kind));
        let mut parts: Vec<MemoryPart> = Vec::new();
        for columns in kinds {
            let of = columns.kind().name();
            let own = columns.bytes().into_iter();
            parts.extend(own.map(|(part, bytes)| MemoryPart { of, part, bytes }));
        }
        let derived = MemoryPart { of: "lead", part: "derived", bytes: self.derived.bytes() };
        let about = MemoryPart { of: "activity", part: "by_subject", bytes: self.about.bytes() };
        parts.extend([derived, about]);
        parts
    }
}
