//! The pairs of records of which a person has to say whether they are the same.

use std::{cmp::Reverse, collections::HashSet};

use super::known::stands;
use crate::{
    domain::{Id, Pair, PairState, RecordId},
    model::Model,
};

/// A pair that waits for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The pair.
    pub pair: Id<Pair>,
    /// The older record.
    pub a: RecordId,
    /// The younger record.
    pub b: RecordId,
    /// The score with which it was found, 0 to 100.
    pub score: u8,
}

/// The pairs that wait for a person, the surest first. A pair of which one record is gone or has become
/// another one waits no more.
pub fn waiting(model: &Model) -> Vec<Waiting> {
    let open = model.pairs.iter().filter(|(_, pair)| pair.state == PairState::Open);
    let waiting = open.filter_map(|(id, pair)| {
        let (a, b) = pair.records()?;
        let score = pair.score.and_then(|score| u8::try_from(score).ok()).unwrap_or_default();
        (stands(model, a) && stands(model, b)).then_some(Waiting { pair: id, a, b, score })
    });
    let mut waiting: Vec<Waiting> = waiting.collect();
    waiting.sort_by_key(|waiting| (Reverse(waiting.score), waiting.pair));
    waiting
}

/// The pairs of which a person has said that they are not the same, as [`Pair::key`] has them.
pub fn told_apart(model: &Model) -> HashSet<(RecordId, RecordId)> {
    let apart = model.pairs.iter().filter(|(_, pair)| pair.state == PairState::Apart);
    apart.filter_map(|(_, pair)| pair.records()).collect()
}
