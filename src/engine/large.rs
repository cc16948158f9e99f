//! Large commands: slices under a batch, shown as a whole at the end.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Begun, Command, Crm, Edit, LARGE, Outcome,
    import::{ImportJob, ImportStep},
    rules::undo::UndoRun,
};
use crate::{
    domain::{Change, Id, RecordId, Row, User},
    error::Result,
    query::Viewer,
    store::Batch,
};

/// A large command on its way: it goes forward a slice at a time.
pub struct Large {
    batch: Batch,
    actor: Option<Id<User>>,
    name: &'static str,
    note: String,
    outcome: Outcome,
    created: Vec<RecordId>,
    /// Those of the created that the command touched again: memory has an older state of them.
    revisited: BTreeSet<RecordId>,
    work: Work,
    pub(super) undoes: Option<u64>,
    pub(super) redoes: Option<u64>,
}

/// Whole records, one after another.
pub type Records = Box<dyn Iterator<Item = (RecordId, Row)> + Send>;

pub(super) enum Work {
    Fill(Records),
    Commands(std::vec::IntoIter<Command>),
    Import(Box<ImportJob>),
    Undo(UndoRun),
}

impl Large {
    /// Rows or records done so far.
    pub fn progress(&self) -> u64 {
        match &self.work {
            Work::Import(job) => job.rows_done(),
            _ => self.batch.records,
        }
    }
}

impl Crm {
    /// Takes a large command one slice further; false when there is no more. On an error the command
    /// is taken back as a whole.
    ///
    /// # Errors
    /// As [`Crm::request`].
    pub fn step(&mut self, large: &mut Large) -> Result<bool> {
        self.try_step(large).inspect_err(|_| self.abort(large))
    }

    /// Takes a large command back that has not ended: as if it had never begun.
    pub fn abort(&mut self, large: &mut Large) {
        if self.store.abort_batch(&large.batch).is_ok() {
            large.created.clear();
        }
    }

    /// Ends a large command. When this returns, all of it is saved.
    ///
    /// # Errors
    /// As [`Crm::request`].
    pub fn finish(&mut self, mut large: Large) -> Result<Outcome> {
        let last = self.last_slice(&mut large).inspect_err(|_| self.abort(&mut large));
        last?;
        let sequence = large.batch.sequence;
        let mut header = self.header(sequence, large.actor, large.name);
        header.note = std::mem::take(&mut large.note);
        header.records = large.batch.records;
        (header.undoes, header.redoes) = (large.undoes, large.redoes);
        let is_dry_run = matches!(&large.work, Work::Import(job) if job.is_dry_run());
        if is_dry_run || large.batch.records == 0 {
            self.abort(&mut large);
            return Ok(large.outcome);
        }
        let Large { batch, actor, created, revisited, mut outcome, .. } = large;
        let changes = self.store.finish_batch(batch, &header)?;
        let mut model = (*self.model).clone();
        let (grown, small): (Vec<RecordId>, Vec<RecordId>) =
            created.into_iter().partition(|record| model.columns(record.kind).is_some());
        model.show(&grown);
        let again: Vec<RecordId> = small.into_iter().chain(revisited).collect();
        for slice in again.chunks(LARGE * 10) {
            let mut rows = Vec::with_capacity(slice.len());
            for record in slice {
                rows.extend(self.store.read(*record)?.map(|stored| (*record, stored.row)));
            }
            let rows: Vec<(RecordId, &Row)> = rows.iter().map(|(id, row)| (*id, row)).collect();
            model.put_all(&rows);
        }
        self.publish(&model, &changes)?;
        self.note_in_stack(actor, &header)?;
        self.checkpoints.count(header.records);
        self.checkpoints.begin_if_due(&self.store, &self.model);
        outcome.sequence = Some(sequence);
        Ok(outcome)
    }

    pub(super) fn begin_large(
        &mut self,
        actor: Option<Id<User>>,
        name: &'static str,
        work: Work,
    ) -> Result<Begun> {
        Ok(Begun::Large(Box::new(Large {
            batch: self.store.begin_batch()?,
            actor,
            name,
            note: String::new(),
            outcome: Outcome::default(),
            created: Vec::new(),
            revisited: BTreeSet::new(),
            work,
            undoes: None,
            redoes: None,
        })))
    }

    fn try_step(&mut self, large: &mut Large) -> Result<bool> {
        let viewer = Viewer::of(&self.model, large.actor, self.env.now());
        let mut edit =
            Edit::new(&self.model, &self.store, Some(&large.batch), &mut self.env, viewer);
        edit.outcome = std::mem::take(&mut large.outcome);
        let goes_on = match &mut large.work {
            Work::Fill(records) => {
                let mut count = 0;
                for (record, row) in records.by_ref().take(LARGE) {
                    edit.create_row(record, row)?;
                    count += 1;
                }
                count == LARGE
            }
            Work::Commands(commands) => match commands.next() {
                Some(command) => command.apply(&mut edit).map(|()| true)?,
                None => false,
            },
            Work::Import(job) => job.step(&mut edit)? == ImportStep::More,
            Work::Undo(run) => run.step(&mut edit)?,
        };
        let slice = edit.finish();
        self.take_slice(large, slice)?;
        Ok(goes_on)
    }

    /// What a large command has to say at its very end.
    fn last_slice(&mut self, large: &mut Large) -> Result<()> {
        let viewer = Viewer::of(&self.model, large.actor, self.env.now());
        let mut edit =
            Edit::new(&self.model, &self.store, Some(&large.batch), &mut self.env, viewer);
        edit.outcome = std::mem::take(&mut large.outcome);
        match &mut large.work {
            Work::Commands(_) | Work::Fill(_) => {}
            Work::Import(job) => job.end(&mut edit, large.batch.sequence)?,
            Work::Undo(run) => edit.outcome.undo = Some(run.report().clone()),
        }
        let slice = edit.finish();
        self.take_slice(large, slice)
    }

    fn take_slice(
        &mut self,
        large: &mut Large,
        (changes, outcome, note): (Vec<Change>, Outcome, String),
    ) -> Result<()> {
        large.outcome = outcome;
        if !note.is_empty() {
            large.note = note;
        }
        self.store.add_slice(&mut large.batch, &changes)?;
        let sequence = large.batch.sequence;
        let model = Arc::make_mut(&mut self.model);
        let (fresh, changed): (Vec<&Change>, Vec<&Change>) =
            changes.iter().partition(|change| change.is_creation());
        let rows: Vec<(RecordId, &Row)> =
            fresh.iter().map(|change| (change.record, &change.row)).collect();
        model.put_hidden(&rows);
        large.created.extend(fresh.iter().map(|change| change.record));
        let revisited = changed.iter().filter(|change| change.created_in == Some(sequence));
        large.revisited.extend(revisited.map(|change| change.record));
        Ok(())
    }
}
