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
        Kind, Pair, RecordId, Row,
        match_evidence::{Match, Weights, compare},
        match_keys::{Identity, asked},
    },
    error::{Error, Result},
    model::{Keys, Model, Person, PersonPair},
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
    let people = identities(model, &everyone_of(model, &proposed), read, told)?;
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
fn proposed((model, keys): (&Model, &Keys), kinds: &[Kind]) -> Vec<PersonPair> {
    let stands = |person: Person| {
        let row = person.row as usize;
        kinds.contains(&person.kind())
            && model.columns(person.kind()).is_some_and(|columns| columns.is_live(row))
            && stands_at(model, person.kind(), row)
    };
    keys.pairs(stands)
}

/// Everyone in some pairs, in their order, each once.
fn everyone_of(model: &Model, pairs: &[PersonPair]) -> Vec<Person> {
    let mut is_in: [Vec<bool>; 2] =
        [&model.leads, &model.contacts].map(|columns| vec![false; columns.capacity()]);
    for person in pairs.iter().map(|pair| pair.people()).flat_map(|(a, b)| [a, b]) {
        let place = is_in.get_mut(usize::from(person.is_contact));
        if let Some(place) = place.and_then(|rows| rows.get_mut(person.row as usize)) {
            *place = true;
        }
    }
    let of_kind = |(kind, rows): (usize, Vec<bool>)| {
        let rows = (0_u32..).zip(rows).filter(|(_, is_in)| *is_in);
        rows.map(move |(row, _)| Person { is_contact: kind == 1, row })
    };
    is_in.into_iter().enumerate().flat_map(of_kind).collect()
}

fn compared(
    (model, people): (&Model, &People),
    pairs: &[PersonPair],
    min: u8,
    weights: &Weights,
) -> Vec<Found> {
    let compared = pairs.iter().filter_map(|pair| {
        let (first, second) = pair.people();
        let found = compare(people.get(first)?, people.get(second)?, weights);
        if found.score < min {
            return None;
        }
        let (a, b) = Pair::key(record_of(model, first)?, record_of(model, second)?);
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
