//! Pairs of records that may be the same: found, told apart, and followed when records become one.

use std::collections::{BTreeMap, HashSet};

use super::person;
use crate::{
    domain::{
        DELETED_AT, Fields as _, Id, ImportBatch, Kind, Lead, Pair, PairState, RecordId, Stage,
    },
    engine::{Edit, NotePairs, Right, TellApart},
    error::{Error, Result},
    model::Model,
    query::known::stands,
};

/// The kinds of which two records may be the same.
const KINDS: [Kind; 3] = [Kind::Lead, Kind::Contact, Kind::Account];

/// Puts pairs where a person looks at them; those that are known already stay as they are.
///
/// # Errors
/// When a record is not there, or of a kind that cannot be merged.
pub fn note(edit: &mut Edit<'_>, command: &NotePairs) -> Result<()> {
    let mut known = known(edit.model);
    for pair in &command.pairs {
        check(edit, pair.a, pair.b)?;
        if known.insert(Pair::key(pair.a, pair.b)) {
            let id = note_found(edit, (pair.a, pair.b), pair.score, None)?;
            edit.outcome.records.push(id.record());
        }
    }
    edit.outcome.told = Some("toast-noted");
    Ok(())
}

/// Remembers that two records are not the same.
///
/// # Errors
/// When a record is not there, or of a kind that cannot be merged.
pub fn tell_apart(edit: &mut Edit<'_>, command: &TellApart) -> Result<()> {
    check(edit, command.a, command.b)?;
    let key = Pair::key(command.a, command.b);
    let known = edit.model.pairs.find(|pair| pair.records() == Some(key)).map(|(id, _)| id);
    let mut pair = match known {
        Some(id) => edit.get(id)?,
        None => Pair::of(command.a, command.b, 0),
    };
    pair.state = PairState::Apart;
    (pair.decided_at, pair.decided_by) = (Some(edit.now()), edit.actor());
    let id = match known {
        Some(id) => {
            edit.put(id.record(), pair.to_row())?;
            id
        }
        None => edit.create(&pair)?,
    };
    edit.outcome.records.push(id.record());
    edit.outcome.told = Some("toast-apart");
    Ok(())
}

/// Notes a pair that nobody knows yet.
///
/// # Errors
/// As [`Edit::create`].
pub fn note_found(
    edit: &mut Edit<'_>,
    (a, b): (RecordId, RecordId),
    score: u8,
    batch: Option<Id<ImportBatch>>,
) -> Result<Id<Pair>> {
    let found_at = Some(edit.now());
    edit.create(&Pair { found_at, batch, ..Pair::of(a, b, score) })
}

/// Notes of a pair that nobody knows yet that the two are not the same.
///
/// # Errors
/// As [`Edit::create`].
pub fn note_apart(
    edit: &mut Edit<'_>,
    (a, b): (RecordId, RecordId),
    score: u8,
    batch: Option<Id<ImportBatch>>,
) -> Result<Id<Pair>> {
    let (at, decided_by) = (Some(edit.now()), edit.actor());
    let state = PairState::Apart;
    let pair = Pair::of(a, b, score);
    edit.create(&Pair { found_at: at, decided_at: at, decided_by, state, batch, ..pair })
}

/// Pairs of records that were merged or converted are pairs of what they became: one of a lead and the contact
/// that it has become is settled. Who was told apart from one of them
/// is not the survivor either.
///
/// # Errors
/// When a pair cannot be read.
pub(super) fn follow(edit: &mut Edit<'_>, losers: &[RecordId], survivor: RecordId) -> Result<()> {
    let is_one = |record: RecordId| record == survivor || losers.contains(&record);
    let is_near = |pair: &Pair| pair.records().is_some_and(|(a, b)| is_one(a) || is_one(b));
    let pairs = edit.model.pairs.iter().filter(|(_, pair)| is_near(pair));
    let near: Vec<Id<Pair>> = pairs.map(|(id, _)| id).collect();
    let became = |record: RecordId| if losers.contains(&record) { survivor } else { record };
    let mut kept: Vec<(Id<Pair>, Pair)> = Vec::new();
    for id in near {
        // One of two pairs that have become the same one is gone.
        if !edit.row_even_deleted(id.record())?.get(DELETED_AT).is_empty() {
            continue;
        }
        let mut pair = edit.get(id)?;
        let Some((a, b)) = pair.records().filter(|_| pair.state != PairState::Merged) else {
            continue;
        };
        let now = Pair::key(became(a), became(b));
        if now.0 == now.1 {
            pair.state = PairState::Merged;
            (pair.decided_at, pair.decided_by) = (Some(edit.now()), edit.actor());
            edit.put(id.record(), pair.to_row())?;
            continue;
        }
        (pair.a, pair.b) = (Some(now.0), Some(now.1));
        match kept.iter_mut().find(|(_, known)| known.records() == Some(now)) {
            // One of the two is enough; that they were told apart counts more than that they are alike.
            Some((_, known)) => {
                if pair.state == PairState::Apart && known.state == PairState::Open {
                    known.state = PairState::Apart;
                    (known.decided_at, known.decided_by) = (pair.decided_at, pair.decided_by);
                }
                edit.set_deleted(id.record(), true)?;
            }
            None => kept.push((id, pair)),
        }
    }
    kept.into_iter().try_for_each(|(id, pair)| edit.put(id.record(), pair.to_row()))
}

/// The leads of pairs, undecided or told apart, that have become someone else: they did so before pairs were
/// followed.
pub(in crate::engine) fn left_behind(model: &Model) -> Vec<RecordId> {
    let has_become = |record: &RecordId| {
        let row = (record.kind == Kind::Lead).then(|| model.leads.find(record.uuid)).flatten();
        let stage = row.and_then(|row| Stage::of_id(model.leads.text(Lead::stage, row)));
        stage.is_some_and(Stage::is_read_only)
    };
    let pairs = model.pairs.iter().filter(|(_, pair)| pair.state != PairState::Merged);
    let records = pairs.filter_map(|(_, pair)| pair.records()).flat_map(|(a, b)| [a, b]);
    let mut found: Vec<RecordId> = records.filter(has_become).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Pairs of leads that were left behind are pairs of what the leads have become.
///
/// # Errors
/// When a record cannot be read.
pub(in crate::engine) fn catch_up(edit: &mut Edit<'_>, leads: &[RecordId]) -> Result<()> {
    let mut became: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
    for lead in leads {
        let next = |lead| edit.look_even_deleted(lead, person::became);
        let survivor = person::survivor(*lead, next)?;
        if survivor != *lead && stands(edit.model, survivor) {
            became.entry(survivor).or_default().push(*lead);
        }
    }
    became.into_iter().try_for_each(|(survivor, leads)| follow(edit, &leads, survivor))
}

/// The pairs that are known, whatever became of them.
fn known(model: &Model) -> HashSet<(RecordId, RecordId)> {
    model.pairs.iter().filter_map(|(_, pair)| pair.records()).collect()
}

fn check(edit: &Edit<'_>, a: RecordId, b: RecordId) -> Result<()> {
    for record in [a, b] {
        if !KINDS.contains(&record.kind) {
            return Err(Error::usage("merge-kind"));
        }
        edit.require_of(Right::Merge, record)?;
        edit.row(record)?;
    }
    let is_account = |record: RecordId| record.kind == Kind::Account;
    if a == b || is_account(a) != is_account(b) {
        return Err(Error::usage("merge-same-kind"));
    }
    Ok(())
}
