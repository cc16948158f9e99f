//! Who is known already: how an import, a new record and a conversion find people. Keys in memory
//! propose, a comparison decides.

use crate::{
    domain::{
        RecordId,
        match_evidence::{Match, Weights, compare},
        match_keys::{Identity, Key},
    },
    model::{Keys, Model, Person},
};

/// Candidates that are compared for one person; a key that many share says little.
pub const MOST_CANDIDATES: usize = 20;

/// The people who share a key that says something, each with how many they share.
pub fn sharing(keys: &Keys, asked: impl Iterator<Item = Key>) -> Vec<(Person, usize)> {
    let mut people = Vec::new();
    asked.for_each(|key| keys.sharing(key, &mut people));
    people.sort_unstable();
    let counted = people.chunk_by(|a, b| a == b);
    counted.filter_map(|same| Some((*same.first()?, same.len()))).collect()
}

/// The record of a person, unless it is in the bin or not to be seen yet.
pub fn record_of(model: &Model, person: Person) -> Option<RecordId> {
    let columns = model.columns(person.kind())?;
    let row = person.row as usize;
    columns.is_live(row).then(|| columns.id(row)).flatten()
}

/// The best match of a person among candidates, if any is the same.
pub fn same_person<'a, T>(
    identity: &Identity,
    candidates: impl Iterator<Item = (T, &'a Identity)>,
    weights: &Weights,
) -> Option<(T, Match)> {
    let compared =
        candidates.map(|(candidate, other)| (candidate, compare(identity, other, weights)));
    let mut best: Option<(T, Match)> = None;
    for (candidate, found) in compared.filter(|(_, found)| found.is_same()) {
        if best.as_ref().is_none_or(|(_, best)| found.score > best.score) {
            best = Some((candidate, found));
        }
    }
    best
}
