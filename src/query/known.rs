//! Who is known already: how an import, a new record and a conversion find people. Keys in memory
//! propose, a comparison decides.

use std::cmp::Reverse;

use crate::{
    domain::{
        Account, Contact, Kind, Lead, RecordId, Stage,
        match_evidence::{Match, Verdict, Weights, compare},
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

/// Whether a record stands for someone or something by itself: it is there, and has not become another one.
pub fn stands(model: &Model, record: RecordId) -> bool {
    let row = model.columns(record.kind).and_then(|columns| columns.find(record.uuid));
    row.is_some_and(|row| stands_at(model, record.kind, row))
}

/// The same of a row that is there.
pub fn stands_at(model: &Model, kind: Kind, row: usize) -> bool {
    match kind {
        Kind::Lead => {
            let stage = Stage::of_id(model.leads.text(Lead::stage, row));
            !stage.is_some_and(Stage::is_read_only)
        }
        Kind::Contact => model.contacts.link(Contact::merged_into, row).is_none(),
        Kind::Account => model.accounts.link(Account::merged_into, row).is_none(),
        _ => false,
    }
}

/// Who of some candidates a person is.
#[derive(Clone, Debug)]
pub struct Judged<T> {
    /// The best of those who are surely the same.
    pub same: Option<(T, Match)>,
    /// Those of whom a person has to decide, the surest first.
    pub doubtful: Vec<(T, Match)>,
}

/// Compares a person with candidates.
pub fn judge<'a, T>(
    identity: &Identity,
    candidates: impl Iterator<Item = (T, &'a Identity)>,
    weights: &Weights,
) -> Judged<T> {
    let mut judged: Judged<T> = Judged { same: None, doubtful: Vec::new() };
    for (candidate, other) in candidates {
        let found = compare(identity, other, weights);
        let best = judged.same.as_ref().map(|(_, best)| best.score);
        match found.verdict {
            Verdict::Same if best.is_none_or(|best| found.score > best) => {
                judged.same = Some((candidate, found));
            }
            Verdict::Review => judged.doubtful.push((candidate, found)),
            Verdict::Same | Verdict::Two => {}
        }
    }
    judged.doubtful.sort_by_key(|(_, found)| Reverse(found.score));
    judged
}
