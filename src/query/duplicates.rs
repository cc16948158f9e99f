//! Pairs of people that may be the same: in the whole base, and for someone who is being typed.
//!
//! Keys in memory propose the pairs; the records of those alone are read, each once, and compared. Reading
//! and comparing share two threads.

use std::{cmp::Reverse, thread};

use super::{
    known::{MOST_CANDIDATES, record_of, sharing, stands_at},
    people::{People, Progress, everyone, identities},
    review::told_apart,
};
use crate::{
    domain::{
        Kind, Pair, RecordId, Row, identity_of,
        match_evidence::{Match, Verdict, Weights, compare},
        match_keys::{Identity, asked},
    },
    error::{Error, Result},
    model::{Keys, Model, Person},
};

/// Pairs compared between two looks at whether to go on.
const BETWEEN_LOOKS: usize = 20_000;

/// Reads records all at once; those that are not there are left out.
pub type ReadAll<'a> = dyn Fn(&[RecordId]) -> Result<Vec<(RecordId, Row)>> + 'a;

/// Two records that may be the same, and why.
#[derive(Clone, Debug)]
pub struct Found {
    /// The older record.
    pub a: RecordId,
    /// The younger record.
    pub b: RecordId,
    /// The score, and what speaks for and against.
    pub found: Match,
}

/// Which pairs are looked for.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    /// The kinds of both records.
    pub kinds: &'a [Kind],
    /// The least score.
    pub min: u8,
}

/// The pairs of the kinds with at least a score, the surest first; those that were told apart are left out.
/// The keys must be those of everyone, see [`Model::knows_everyone`]. `told` is called with how far it is,
/// and says whether to go on.
///
/// # Errors
/// When a record cannot be read; `cancelled`.
pub fn pairs(
    (model, keys): (&Model, &Keys),
    search: Search<'_>,
    read: &ReadAll<'_>,
    told: &dyn Fn(Progress) -> bool,
) -> Result<Vec<Found>> {
    let proposed = proposed((model, keys), search.kinds);
    let mut people: Vec<Person> = proposed.iter().flat_map(|(a, b)| [*a, *b]).collect();
    people.sort_unstable();
    people.dedup();
    let people = identities(model, people, read, told)?;
    let half = proposed.len().div_ceil(2).max(1);
    let mut found: Vec<Found> = Vec::new();
    thread::scope(|scope| {
        let mut halves = proposed.chunks(half);
        let (first, second) = (halves.next(), halves.next());
        let (people, weights) = (&people, Weights::of(model.settings()));
        let beside =
            move || compared((model, people), second.unwrap_or_default(), search.min, &weights);
        let worker = thread::Builder::new().name("compare".to_owned()).spawn_scoped(scope, beside);
        let worker = worker.map_err(|err| Error::other("no-thread").because(err))?;
        for part in first.unwrap_or_default().chunks(BETWEEN_LOOKS) {
            if !told(Progress::comparing()) {
                return Err(Error::refused("cancelled"));
            }
            found.extend(compared((model, people), part, search.min, &weights));
        }
        found.extend(worker.join().map_err(|_| Error::other("no-thread"))?);
        Ok(())
    })?;
    let apart = told_apart(model);
    found.retain(|pair| !apart.contains(&(pair.a, pair.b)));
    found.sort_by_key(|pair| (Reverse(pair.found.score), pair.a, pair.b));
    Ok(found)
}

/// The keys of everyone, made of their records: for a model that lacks them.
///
/// # Errors
/// As [`pairs`].
pub fn keys_of_everyone(
    model: &Model,
    read: &ReadAll<'_>,
    told: &dyn Fn(Progress) -> bool,
) -> Result<Keys> {
    everyone(model, read, told)
}

/// The pairs that share a key and of which both stand for someone.
fn proposed((model, keys): (&Model, &Keys), kinds: &[Kind]) -> Vec<(Person, Person)> {
    let stands = |person: Person| {
        let row = person.row as usize;
        kinds.contains(&person.kind())
            && model.columns(person.kind()).is_some_and(|columns| columns.is_live(row))
            && stands_at(model, person.kind(), row)
    };
    let mut pairs = keys.pairs();
    pairs.retain(|(a, b)| stands(*a) && stands(*b));
    pairs
}

fn compared(
    (model, people): (&Model, &People),
    pairs: &[(Person, Person)],
    min: u8,
    weights: &Weights,
) -> Vec<Found> {
    let compared = pairs.iter().filter_map(|(first, second)| {
        let found = compare(people.get(*first)?, people.get(*second)?, weights);
        if found.score < min {
            return None;
        }
        let (a, b) = Pair::key(record_of(model, *first)?, record_of(model, *second)?);
        Some(Found { a, b, found })
    });
    compared.collect()
}

/// Records that may be the person, before any is read: those who share the most first.
pub fn candidates(model: &Model, person: &Identity) -> Vec<RecordId> {
    let mut found = sharing(model.keys(), asked(&person.keys()));
    found.sort_by_key(|(person, count)| (Reverse(*count), *person));
    let stands = |person: &Person| stands_at(model, person.kind(), person.row as usize);
    let people = found.into_iter().map(|(person, _)| person).filter(stands);
    people.filter_map(|person| record_of(model, person)).take(MOST_CANDIDATES).collect()
}

/// Who of some records may be the person: from the score at which someone has to look, the surest first.
pub fn likely(
    model: &Model,
    person: &Identity,
    records: &[(RecordId, Row)],
) -> Vec<(RecordId, Match)> {
    let weights = Weights::of(model.settings());
    let compared = records.iter().filter_map(|(record, row)| {
        Some((*record, compare(person, &identity_of(record.kind, row)?, &weights)))
    });
    let mut found: Vec<(RecordId, Match)> =
        compared.filter(|(_, found)| found.verdict != Verdict::Two).collect();
    found.sort_by_key(|(record, found)| (Reverse(found.score), *record));
    found
}
