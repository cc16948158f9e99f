//! Large commands: slices under a batch, shown as a whole at the end.
//!
//! ```text
//! slices of work -> slices of what it made and changed again, as it is now -> the end mark: saved
//!       -> slices of what changed, laid down and taken into the next model
//!       -> the next model is the model
//! ```
//!
//! Small commands run between all of these; while there is a next model, they change both.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Begun, Command, Crm, Edit, LARGE, Outcome, Set,
    edit::Done,
    everyone,
    import::{ImportJob, ImportStep},
    rules::{self, undo::UndoRun},
};
use crate::{
    domain::{Change, Id, RecordId, Row, User},
    error::Result,
    model::Model,
    query::Viewer,
    store::{Batch, Store},
};

/// Records it made that are shown in one slice.
const SHOWN: usize = 5_000;

/// A large command on its way: it goes forward a slice at a time.
pub struct Large {
    stage: Stage,
    sequence: u64,
    records: u64,
    actor: Option<Id<User>>,
    name: &'static str,
    note: String,
    outcome: Outcome,
    created: Vec<RecordId>,
    /// Accounts that are called otherwise by it.
    renamed: Vec<RecordId>,
    /// Those of the created that the command touched again: memory has an older state of them.
    revisited: BTreeSet<RecordId>,
    work: Work,
    /// Whether all of its work is done.
    is_done: bool,
    pub(super) undoes: Option<u64>,
    pub(super) redoes: Option<u64>,
}

/// How far a large command is.
enum Stage {
    /// It is at work, and can be taken back.
    Working(Batch),
    /// It is saved, and taken into the next model.
    Saved,
    /// Nothing is left to do.
    Over,
}

/// Whole records, one after another.
pub type Records = Box<dyn Iterator<Item = (RecordId, Row)> + Send>;

pub(super) enum Work {
    /// What the sample says of its workspace, until it is said; then its records.
    Sample(Option<Set>, Records),
    Commands(std::vec::IntoIter<Command>),
    Import(Box<ImportJob>),
    Undo(UndoRun),
}

impl Large {
    /// Rows or records done so far.
    pub fn progress(&self) -> u64 {
        match &self.work {
            Work::Import(job) => job.rows_done(),
            _ => self.records,
        }
    }

    /// Whether all of it is saved: it cannot be taken back by [`Crm::abort`] any more.
    pub fn is_saved(&self) -> bool {
        matches!(self.stage, Stage::Saved)
    }
}

impl Stage {
    fn batch(&self) -> Option<&Batch> {
        match self {
            Self::Working(batch) => Some(batch),
            Self::Saved | Self::Over => None,
        }
    }
}

impl Crm {
    /// Takes a large command one slice further; false when there is no more. On an error the command
    /// is taken back as a whole, unless it is saved.
    ///
    /// # Errors
    /// As [`Crm::request`].
    pub fn step(&mut self, large: &mut Large) -> Result<bool> {
        match &large.stage {
            Stage::Working(_) => {
                let goes_on = match large.is_done {
                    false => self.try_step(large).map(|goes_on| {
                        large.is_done = !goes_on;
                        true
                    }),
                    true => self.catch_up(large).and_then(|goes_on| match goes_on {
                        true => Ok(true),
                        false => self.save(large),
                    }),
                };
                goes_on.inspect_err(|_| self.abort(large))
            }
            Stage::Saved => self.settle(large),
            Stage::Over => Ok(false),
        }
    }

    /// Takes a large command back that is not saved: as if it had never begun.
    pub fn abort(&mut self, large: &mut Large) {
        if let Stage::Working(batch) = &large.stage {
            // What cannot be swept now is swept at the next start.
            drop(self.store.abort_batch(batch));
            large.stage = Stage::Over;
        }
    }

    /// Ends a large command. When this returns, all of it is saved.
    ///
    /// # Errors
    /// As [`Crm::request`].
    pub fn finish(&mut self, mut large: Large) -> Result<Outcome> {
        while self.step(&mut large)? {}
        Ok(large.outcome)
    }

    /// Takes the next of what it made and changed again as it is now: what nobody sees yet needs no copy, which it
    /// would after the end. False when there is nothing more.
    fn catch_up(&mut self, large: &mut Large) -> Result<bool> {
        let grows = |record: &RecordId| self.model.columns(record.kind).is_some();
        let records: Vec<RecordId> = large.revisited.extract_if(.., grows).take(LARGE).collect();
        if records.is_empty() {
            return Ok(false);
        }
        let found = self.store.read_all(&records)?;
        let rows: Vec<(RecordId, &Row)> =
            found.iter().map(|(record, stored)| (*record, &stored.row)).collect();
        Arc::make_mut(&mut self.model).put_hidden(&rows);
        Ok(true)
    }

    /// Ends the command on the disk; false if there is nothing to be kept.
    fn save(&mut self, large: &mut Large) -> Result<bool> {
        self.last_slice(large)?;
        let is_dry_run = matches!(&large.work, Work::Import(job) if job.is_dry_run());
        if is_dry_run || large.records == 0 {
            self.abort(large);
            return Ok(false);
        }
        let mut header = self.header(large.sequence, large.actor, large.name);
        header.note = std::mem::take(&mut large.note);
        header.records = large.records;
        (header.undoes, header.redoes) = (large.undoes, large.redoes);
        if let Stage::Working(batch) = std::mem::replace(&mut large.stage, Stage::Over) {
            self.store.end_batch(batch, &header)?;
        }
        large.stage = Stage::Saved;
        large.outcome.sequence = Some(large.sequence);
        self.note_in_stack(large.actor, &header)?;
        self.next = Some((*self.model).clone());
        let grows = |record: &RecordId| self.model.columns(record.kind).is_some();
        let small = large.created.extract_if(.., |record| !grows(record));
        large.revisited.extend(small);
        Ok(true)
    }

    /// Takes the next part of a saved command into the next model; false when that is the model.
    fn settle(&mut self, large: &mut Large) -> Result<bool> {
        let Some(next) = &mut self.next else { return Ok(false) };
        if !large.created.is_empty() {
            let from = large.created.len().saturating_sub(SHOWN);
            next.show(&large.created.split_off(from));
            return Ok(true);
        }
        if self.store.lay_down_next(Model::looks_at_all, |laid| next.put_laid(laid))? {
            return Ok(true);
        }
        if !large.revisited.is_empty() {
            let rows = revisited(&self.store, large)?;
            let rows: Vec<(RecordId, &Row)> = rows.iter().map(|(id, row)| (*id, row)).collect();
            next.put_all(&rows);
            return Ok(true);
        }
        let mut last = next.after(&[]);
        if !last.scores_like(&self.model) {
            last = last.rescored(&mut self.store)?;
        }
        self.model = Arc::new(last);
        self.next = None;
        large.stage = Stage::Over;
        self.know_renamed(&large.renamed)?;
        self.checkpoints.count(large.records);
        self.checkpoints.begin_if_due(&self.store, &self.model);
        Ok(false)
    }

    pub(super) fn begin_large(
        &mut self,
        actor: Option<Id<User>>,
        name: &'static str,
        work: Work,
    ) -> Result<Begun> {
        let batch = self.store.begin_batch()?;
        Ok(Begun::Large(Box::new(Large {
            sequence: batch.sequence,
            stage: Stage::Working(batch),
            records: 0,
            actor,
            name,
            note: String::new(),
            outcome: Outcome::default(),
            created: Vec::new(),
            renamed: Vec::new(),
            revisited: BTreeSet::new(),
            work,
            is_done: false,
            undoes: None,
            redoes: None,
        })))
    }

    fn try_step(&mut self, large: &mut Large) -> Result<bool> {
        if let Stage::Working(batch) = &mut large.stage {
            self.store.keep_up(batch)?;
        }
        let viewer = Viewer::of(&self.model, large.actor, self.env.now());
        let mut edit =
            Edit::new(&self.model, &self.store, large.stage.batch(), &mut self.env, viewer);
        edit.outcome = std::mem::take(&mut large.outcome);
        let goes_on = match &mut large.work {
            Work::Sample(settings, records) => {
                if let Some(settings) = settings.take() {
                    rules::records::set(&mut edit, &settings)?;
                }
                let mut count = 0;
                for (record, row) in records.by_ref().take(LARGE) {
                    edit.create_row(record, row)?;
                    count += 1;
                }
                count == LARGE
            }
            Work::Commands(commands) => match commands.next() {
                Some(command) => {
                    edit.read_ahead(&command.targets())?;
                    command.apply(&mut edit).map(|()| true)?
                }
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
            Edit::new(&self.model, &self.store, large.stage.batch(), &mut self.env, viewer);
        edit.outcome = std::mem::take(&mut large.outcome);
        match &mut large.work {
            Work::Commands(_) | Work::Sample(..) => {}
            Work::Import(job) => job.end(&mut edit, large.sequence)?,
            Work::Undo(run) => edit.outcome.undo = Some(run.report().clone()),
        }
        let slice = edit.finish();
        self.take_slice(large, slice)
    }

    fn take_slice(
        &mut self,
        large: &mut Large,
        Done { changes, made, outcome, note, people, .. }: Done,
    ) -> Result<()> {
        large.outcome = outcome;
        if !note.is_empty() {
            large.note = note;
        }
        let (fresh, changed): (Vec<&Change>, Vec<&Change>) =
            changes.iter().partition(|change| change.is_creation());
        large.renamed.extend(everyone::renamed(&changes));
        large.created.extend(fresh.iter().map(|change| change.record));
        large.created.extend(made.iter().map(|made| made.record));
        let revisited = changed.iter().filter(|change| change.created_in == Some(large.sequence));
        large.revisited.extend(revisited.map(|change| change.record));
        let rows: Vec<(RecordId, &Row)> =
            fresh.iter().map(|change| (change.record, &change.row)).collect();
        // Nobody sees it yet: memory may have what the disk refuses.
        let model = Arc::make_mut(&mut self.model);
        model.put_hidden(&rows);
        model.put_made(&made)?;
        match large.work {
            Work::Import(_) => model.know(people),
            _ => model.know_changed(&changes),
        }
        if let Stage::Working(batch) = &mut large.stage {
            self.store.add_slice(batch, changes, made)?;
            large.records = batch.records;
        }
        Ok(())
    }
}

/// The next of those records that memory has in an older state, or not at all.
fn revisited(store: &Store, large: &mut Large) -> Result<Vec<(RecordId, Row)>> {
    let mut records = Vec::with_capacity(LARGE);
    while records.len() < LARGE
        && let Some(record) = large.revisited.pop_first()
    {
        records.push(record);
    }
    let found = store.read_all(&records)?;
    Ok(found.into_iter().map(|(record, stored)| (record, stored.row)).collect())
}
