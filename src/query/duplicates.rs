//! Pairs of people that may be the same, in the whole base.

use std::collections::{HashMap, HashSet};

use super::known::identity_of;
use crate::{
    domain::{
        Kind, RecordId, Row,
        match_evidence::{Match, Weights, compare},
        match_keys::{Identity, Key},
    },
    error::Result,
    model::Model,
};

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

/// The pairs of the kinds with at least a score, the surest first.
///
/// # Errors
/// When a record cannot be read.
pub fn pairs(
    model: &Model,
    kinds: &[Kind],
    min: u8,
    read: &dyn Fn(RecordId) -> Result<Option<Row>>,
) -> Result<Vec<Pair>> {
    let mut people: Vec<(RecordId, Identity)> = Vec::new();
    let mut by_key: HashMap<Key, Vec<usize>> = HashMap::new();
    for kind in kinds {
        let Some(columns) = model.columns(*kind) else { continue };
        for record in columns.rows().filter_map(|row| columns.id(row)) {
            let Some(row) = read(record)? else { continue };
            let Some(identity) = identity_of(*kind, &row) else { continue };
            for key in identity.keys() {
                by_key.entry(key).or_default().push(people.len());
            }
            people.push((record, identity));
        }
    }
    let weights = Weights::default();
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    // What more people share than its kind allows says nothing.
    for (_, sharing) in by_key.iter().filter(|(key, sharing)| sharing.len() <= key.kind.limit()) {
        for (at, first) in sharing.iter().enumerate() {
            for second in sharing.iter().skip(at + 1).filter(|second| *second != first) {
                if !seen.insert((*first, *second)) {
                    continue;
                }
                let (Some(a), Some(b)) = (people.get(*first), people.get(*second)) else {
                    continue;
                };
                let match_ = compare(&a.1, &b.1, &weights);
                if match_.score >= min {
                    found.push(Pair { a: a.0, b: b.0, found: match_ });
                }
            }
        }
    }
    found.sort_by_key(|pair| (100 - pair.found.score, pair.a, pair.b));
    Ok(found)
}
