//! Pairs of people that may be the same: in the whole base, and for someone who is being typed.
//!
//! Keys in memory propose the pairs; the records of those alone are read and compared.

use std::{cmp::Reverse, collections::HashMap};

use super::known::{MOST_CANDIDATES, record_of, sharing};
use crate::{
    domain::{
        Kind, RecordId, Row, identity_of,
        match_evidence::{Match, Verdict, Weights, compare},
        match_keys::{Identity, asked},
    },
    error::Result,
    model::Model,
};

/// Pairs whose records are read together.
const SLICE: usize = 2_000;

/// Reads records all at once; those that are not there are left out.
pub type ReadAll<'a> = dyn Fn(&[RecordId]) -> Result<Vec<(RecordId, Row)>> + 'a;

/// Two records that may be the same, and why.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The older record.
    pub a: RecordId,
    /// The younger record.
    pub b: RecordId,
    /// The score, and what speaks for and against.
    pub found: Match,
}

/// The pairs of the kinds with at least a score, the surest first. The keys of everyone must be in
/// memory, see [`Model::knows_everyone`].
///
/// # Errors
/// When a record cannot be read.
pub fn pairs(model: &Model, kinds: &[Kind], min: u8, read: &ReadAll<'_>) -> Result<Vec<Pair>> {
    let people = |(a, b)| Some((record_of(model, a)?, record_of(model, b)?));
    let is_asked =
        |(a, b): &(RecordId, RecordId)| kinds.contains(&a.kind) && kinds.contains(&b.kind);
    let proposed: Vec<(RecordId, RecordId)> =
        model.keys().pairs().into_iter().filter_map(people).filter(is_asked).collect();
    let weights = Weights::of(model.settings());
    let mut found = Vec::new();
    for slice in proposed.chunks(SLICE) {
        let people = identities(slice.iter().flat_map(|(a, b)| [*a, *b]).collect(), read)?;
        for (a, b) in slice {
            let (Some(first), Some(second)) = (people.get(a), people.get(b)) else { continue };
            let compared = compare(first, second, &weights);
            if compared.score >= min {
                let (a, b) = if a.uuid <= b.uuid { (*a, *b) } else { (*b, *a) };
                found.push(Pair { a, b, found: compared });
            }
        }
    }
    found.sort_by_key(|pair| (Reverse(pair.found.score), pair.a, pair.b));
    Ok(found)
}

/// Records that may be the person, before any is read: those who share the most first.
pub fn candidates(model: &Model, person: &Identity) -> Vec<RecordId> {
    let mut found = sharing(model.keys(), asked(&person.keys()));
    found.sort_by_key(|(person, count)| (Reverse(*count), *person));
    let records = found.into_iter().filter_map(|(person, _)| record_of(model, person));
    records.take(MOST_CANDIDATES).collect()
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

fn identities(
    mut records: Vec<RecordId>,
    read: &ReadAll<'_>,
) -> Result<HashMap<RecordId, Identity>> {
    records.sort_unstable();
    records.dedup();
    let rows = read(&records)?;
    let people =
        rows.iter().filter_map(|(record, row)| Some((*record, identity_of(record.kind, row)?)));
    Ok(people.collect())
}
