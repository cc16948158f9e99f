//! Taking a command back: one mechanism for edits, imports, merges and conversions.
//!
//! Each field goes back only if it still holds what the command wrote; a record the command made goes
//! to the bin only if nothing in it differs from how it was made. What was changed since is kept and
//! listed.

use std::collections::HashSet;

use crate::{
    domain::{DELETED_AT, Id, ImportBatch, Kind, RecordId, Row, Value},
    engine::{Edit, KeptUndo, LARGE, UndoReport, command::SLICE},
    error::Result,
    query::related,
    store::Store,
};

/// A command being taken back, a slice at a time.
pub struct UndoRun {
    sequence: u64,
    touched: std::vec::IntoIter<(RecordId, bool)>,
    is_large: bool,
    /// The batch of an import that is taken back.
    batch: Option<Id<ImportBatch>>,
    /// What the command touched, where it made a campaign: who else takes part in it keeps it.
    own: HashSet<RecordId>,
    report: UndoReport,
}

impl UndoRun {
    /// Begins to take back the command of a number.
    ///
    /// # Errors
    /// When the history is damaged.
    pub fn new(store: &Store, sequence: u64) -> Result<Self> {
        let command = original(store, sequence)?;
        let mut touched = store.touched(sequence)?.collect::<Result<Vec<_>>>()?;
        // What was made last may depend on what was made first.
        touched.reverse();
        let is_campaign =
            |(record, was_made): &(RecordId, bool)| *was_made && record.kind == Kind::Campaign;
        // Whether anyone still takes part in a campaign is known once everyone else has been taken back.
        touched.sort_by_key(is_campaign);
        let makes_campaigns = touched.last().is_some_and(is_campaign);
        let own = touched.iter().filter(|_| makes_campaigns).map(|(record, _)| *record).collect();
        Ok(Self {
            sequence,
            is_large: touched.len() > LARGE,
            touched: touched.into_iter(),
            batch: None,
            own,
            report: UndoReport { command, ..UndoReport::default() },
        })
    }

    /// Whether it takes more than one slice.
    pub fn is_large(&self) -> bool {
        self.is_large
    }

    /// What became of it so far.
    pub fn report(&self) -> &UndoReport {
        &self.report
    }

    /// What became of it.
    pub fn into_report(self) -> UndoReport {
        self.report
    }

    /// Takes the next slice back; false when there is none.
    ///
    /// # Errors
    /// When the store is damaged.
    pub fn step(&mut self, edit: &mut Edit<'_>) -> Result<bool> {
        let slice: Vec<(RecordId, bool)> = self.touched.by_ref().take(SLICE).collect();
        edit.read_ahead(&slice.iter().map(|(record, _)| *record).collect::<Vec<_>>())?;
        for (record, was_made) in &slice {
            self.reverse(edit, *record, *was_made)?;
        }
        if slice.is_empty()
            && let Some(batch) = self.batch.take()
        {
            self.note_batch(edit, batch)?;
        }
        Ok(!slice.is_empty())
    }

    /// Notes with the batch of an import what became of it.
    fn note_batch(&self, edit: &mut Edit<'_>, batch: Id<ImportBatch>) -> Result<()> {
        let row = edit.row_even_deleted(batch.record())?;
        let row = row
            .with(ImportBatch::undone_at, Value::At(edit.now()))
            .with(ImportBatch::undone, Value::Text(KeptUndo::written(&self.report)));
        edit.put(batch.record(), row)
    }

    fn reverse(&mut self, edit: &mut Edit<'_>, record: RecordId, was_made: bool) -> Result<()> {
        let now = edit.row_even_deleted(record)?;
        let (row, is_whole) = if was_made {
            self.unmade(edit, record, &now)?
        } else {
            self.put_back(edit, record, &now)?
        };
        if row != now && edit.put(record, row).is_err() {
            self.report.failed.push(record);
        } else if is_whole {
            self.report.reversed += 1;
            if was_made {
                self.batch = self.batch.or(Id::of(record));
            }
        } else {
            self.report.kept.push(record);
        }
        Ok(())
    }

    /// Whether a campaign is that of someone who stays: a card that was changed since, or one of another import.
    fn is_in_use(&self, edit: &Edit<'_>, campaign: RecordId) -> bool {
        const WHO: &[Kind] = &[Kind::Lead, Kind::Contact, Kind::Opportunity, Kind::Order];
        let kept: HashSet<&RecordId> = self.report.kept.iter().collect();
        let found = related(edit.model, campaign).into_iter().filter(|it| WHO.contains(&it.kind));
        found.flat_map(|it| it.records).any(|it| !self.own.contains(&it) || kept.contains(&it))
    }

    /// The record in the bin, if it still is as it was made and nobody needs it; else as it is now.
    fn unmade(&self, edit: &Edit<'_>, record: RecordId, now: &Row) -> Result<(Row, bool)> {
        if record.kind == Kind::Campaign && self.is_in_use(edit, record) {
            return Ok((now.clone(), false));
        }
        if edit.changed_in(record)? != self.sequence {
            let mut seen = Vec::new();
            let later = edit.store().timeline(record)?.into_iter();
            let later = later.filter(|(sequence, _)| *sequence > self.sequence);
            for change in later.flat_map(|(_, changes)| changes) {
                let is_first = !seen.contains(&change.tag);
                seen.push(change.tag);
                if is_first && change.tag != DELETED_AT && *now.get(change.tag) != change.before {
                    return Ok((now.clone(), false));
                }
            }
        }
        Ok((now.clone().with(DELETED_AT, Value::At(edit.now())), true))
    }

    /// The record with those of the command's fields as they were that still hold what it wrote, and
    /// whether those are all.
    fn put_back(&self, edit: &Edit<'_>, record: RecordId, now: &Row) -> Result<(Row, bool)> {
        let mut row = now.clone();
        let mut is_whole = true;
        for change in edit.store().changes(record, self.sequence)? {
            let holds = now.get(change.tag);
            // The moment of a deletion differs when it is done again; that it is deleted counts.
            let is_same = *holds == change.after
                || change.tag == DELETED_AT && holds.is_empty() == change.after.is_empty();
            if is_same {
                row.set(change.tag, change.before);
            } else {
                is_whole = false;
            }
        }
        Ok((row, is_whole))
    }
}

/// The name of the command behind undos and redos of it.
fn original(store: &Store, sequence: u64) -> Result<String> {
    let mut sequence = sequence;
    loop {
        let Some(header) = store.header(sequence)? else { return Ok(String::new()) };
        match header.undoes.or(header.redoes) {
            // A command takes back an earlier one, so that this ends.
            Some(earlier) if earlier < sequence => sequence = earlier,
            _ => return Ok(header.command),
        }
    }
}
