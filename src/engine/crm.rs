//! The open workspace: what is on disk, the same in memory, and the only way in.

use std::{collections::HashMap, path::Path, sync::Arc};

use super::{
    Command, Edit, Env, Outcome,
    import::{ImportJob, ImportStep},
    rules,
    undo_stack::UndoStack,
};
use crate::{
    domain::{Change, DELETED_AT, Header, Hybrid, Id, Kind, Lead, RecordId, Row, User},
    error::{Error, Result},
    model::Model,
    query::Viewer,
    store::{Batch, Store},
};

/// The open workspace. It lives on one thread; readers take [`Crm::model`].
pub struct Crm {
    store: Store,
    model: Arc<Model>,
    env: Env,
    stacks: HashMap<Option<Id<User>>, UndoStack>,
}

/// A large command on its way: it goes forward a slice at a time.
pub struct Large {
    batch: Batch,
    actor: Option<Id<User>>,
    name: &'static str,
    note: String,
    outcome: Outcome,
    created: Vec<RecordId>,
    work: Work,
    undoes: Option<u64>,
    redoes: Option<u64>,
}

/// Whole records, one after another.
pub type Records = Box<dyn Iterator<Item = (RecordId, Row)> + Send>;

enum Work {
    Fill(Records),
    Commands(std::vec::IntoIter<Command>),
    Import(Box<ImportJob>),
    Undo(rules::undo::UndoRun),
}

/// What a person wants: a command, or to take one back.
pub enum Request {
    /// A command.
    Run(Command),
    /// A file's rows.
    Import(Box<ImportJob>),
    /// Whole records, as they are: sample data.
    Fill(Records),
    /// The person's last command, back.
    Undo,
    /// The person's last undo, back.
    Redo,
    /// A command of any time, back.
    UndoCommand(u64),
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
    /// Opens the workspace in a folder, or makes one there.
    ///
    /// # Errors
    /// As [`Store::open`]; or what is in it is damaged.
    pub fn open(folder: &Path, env: Env) -> Result<Self> {
        let mut store = Store::open(folder)?;
        let model = Arc::new(Model::load(&mut store)?);
        let mut crm = Self { store, model, env, stacks: HashMap::new() };
        crm.env.not_before(crm.store.clock().wall);
        if crm.store.last_sequence() == 0 {
            crm.set_up()?;
        }
        Ok(crm)
    }

    /// Everything in memory, as of now.
    pub fn model(&self) -> &Arc<Model> {
        &self.model
    }

    /// What is on disk: records, history, kept files.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// What is on disk, for backup and checks.
    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// Who a user is, now.
    pub fn viewer(&self, user: Option<Id<User>>) -> Viewer {
        Viewer::of(&self.model, user, self.env.now())
    }

    /// The user who acts when nobody says who: the only one there is.
    pub fn only_user(&self) -> Option<Id<User>> {
        let mut active = self.model.users.iter().filter(|(_, user)| !user.inactive);
        let first = active.next().map(|(id, _)| id);
        if active.next().is_none() { first } else { None }
    }

    /// Does what a person wants, to its end. When this returns, it is saved.
    ///
    /// # Errors
    /// When a rule or right says no, or the disk does: nothing happened then.
    pub fn request(&mut self, actor: Option<Id<User>>, request: Request) -> Result<Outcome> {
        match self.begin(actor, request)? {
            Begun::Done(outcome) => Ok(outcome),
            Begun::Large(mut large) => {
                while self.step(&mut large)? {}
                self.finish(*large)
            }
        }
    }

    /// Runs a command. See [`Crm::request`].
    ///
    /// # Errors
    /// As [`Crm::request`].
    pub fn run(&mut self, actor: Option<Id<User>>, command: impl Into<Command>) -> Result<Outcome> {
        self.request(actor, Request::Run(command.into()))
    }

    /// Does a small command, or begins a large one.
    ///
    /// # Errors
    /// As [`Crm::request`].
    pub fn begin(&mut self, actor: Option<Id<User>>, request: Request) -> Result<Begun> {
        match request {
            Request::Run(command) => {
                self.edit(actor).require(command.right())?;
                match command.slices() {
                    None => self.run_small(actor, &command).map(Begun::Done),
                    Some(slices) => {
                        let name = command.name();
                        self.begin_large(actor, name, Work::Commands(slices.into_iter()))
                    }
                }
            }
            Request::Import(job) => {
                self.edit(actor).require(super::Right::Import)?;
                self.begin_large(actor, "import", Work::Import(job))
            }
            Request::Fill(records) => {
                self.edit(actor).require(super::Right::Administer)?;
                self.begin_large(actor, "fill", Work::Fill(records))
            }
            Request::Undo => {
                let top = self.stack(actor)?.to_undo();
                self.begin_undo(actor, top.ok_or_else(|| Error::refused("nothing-to-undo"))?)
            }
            Request::UndoCommand(sequence) => self.begin_undo(actor, sequence),
            Request::Redo => {
                let top = self.stack(actor)?.to_redo();
                let undone = top.ok_or_else(|| Error::refused("nothing-to-redo"))?;
                let run = rules::undo::UndoRun::new(&self.store, undone)?;
                self.begin_reversal(actor, run, (None, Some(undone)))
            }
        }
    }

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
        let Large { batch, actor, created, mut outcome, .. } = large;
        let changes = self.store.finish_batch(batch, &header)?;
        let mut model = (*self.model).clone();
        for record in &created {
            if record.kind == Kind::Lead {
                model.show_lead(Id::<Lead>::new(record.uuid));
            } else if let Some(stored) = self.store.read(*record)? {
                model.put_now(*record, &stored.row);
            }
        }
        self.publish(model, &changes)?;
        self.note_in_stack(actor, &header)?;
        outcome.sequence = Some(sequence);
        Ok(outcome)
    }

    /// Closes the workspace in good order.
    ///
    /// # Errors
    /// As [`Store::close`].
    pub fn close(self) -> Result<()> {
        self.store.close()
    }

    /// What undo and redo would take back for a person: the headers of those commands.
    ///
    /// # Errors
    /// When the history is damaged.
    pub fn undo_and_redo(
        &mut self,
        actor: Option<Id<User>>,
    ) -> Result<(Option<Header>, Option<Header>)> {
        let stack = self.stack(actor)?;
        let (undo, redo) = (stack.to_undo(), stack.to_redo());
        let header = |sequence: Option<u64>| {
            sequence.map_or(Ok(None), |sequence| self.store.header(sequence))
        };
        let undone = header(redo)?.and_then(|header| header.undoes);
        Ok((header(undo)?, header(undone)?))
    }

    fn run_small(&mut self, actor: Option<Id<User>>, command: &Command) -> Result<Outcome> {
        let mut edit = self.edit(actor);
        command.apply(&mut edit)?;
        let (changes, outcome, note) = edit.finish();
        self.commit(actor, command.name(), note, (None, None), changes, outcome)
    }

    fn commit(
        &mut self,
        actor: Option<Id<User>>,
        name: &'static str,
        note: String,
        (undoes, redoes): (Option<u64>, Option<u64>),
        changes: Vec<Change>,
        mut outcome: Outcome,
    ) -> Result<Outcome> {
        if changes.is_empty() {
            return Ok(outcome);
        }
        let mut header = self.header(self.store.next_sequence(), actor, name);
        header.note = note;
        header.records = changes.len() as u64;
        (header.undoes, header.redoes) = (undoes, redoes);
        self.store.commit(&header, &changes)?;
        self.publish((*self.model).clone(), &changes)?;
        self.note_in_stack(actor, &header)?;
        outcome.sequence = Some(header.sequence);
        Ok(outcome)
    }

    /// Disk first: this is called when the command is saved.
    fn publish(&mut self, model: Model, changes: &[Change]) -> Result<()> {
        let mut next = model.after(changes);
        if changes.iter().any(|change| change.record.kind == Kind::Settings) {
            next = next.rescored(&mut self.store)?;
        }
        self.model = Arc::new(next);
        Ok(())
    }

    fn begin_large(
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
            work,
            undoes: None,
            redoes: None,
        })))
    }

    fn begin_undo(&mut self, actor: Option<Id<User>>, sequence: u64) -> Result<Begun> {
        let header = self.store.header(sequence)?;
        let header = header.ok_or_else(|| Error::refused("no-such-command"))?;
        if !header.is_undoable {
            return Err(Error::refused("cannot-undo")
                .with("command", format!("@command-{}", header.command)));
        }
        let right =
            if header.command == "import" { super::Right::Import } else { super::Right::Undo };
        self.edit(actor).require(right)?;
        if header.command != "import" && header.actor != actor {
            return Err(Error::refused("not-your-command"));
        }
        let run = rules::undo::UndoRun::new(&self.store, sequence)?;
        self.begin_reversal(actor, run, (Some(sequence), None))
    }

    fn begin_reversal(
        &mut self,
        actor: Option<Id<User>>,
        mut run: rules::undo::UndoRun,
        of: (Option<u64>, Option<u64>),
    ) -> Result<Begun> {
        let name = if of.0.is_some() { "undo" } else { "redo" };
        if run.is_large() {
            let mut begun = self.begin_large(actor, name, Work::Undo(run))?;
            if let Begun::Large(large) = &mut begun {
                (large.undoes, large.redoes) = of;
            }
            return Ok(begun);
        }
        let mut edit = self.edit(actor);
        while run.step(&mut edit)? {}
        edit.outcome.undo = Some(run.into_report());
        let (changes, outcome, note) = edit.finish();
        self.commit(actor, name, note, of, changes, outcome).map(Begun::Done)
    }

    fn try_step(&mut self, large: &mut Large) -> Result<bool> {
        let viewer = Viewer::of(&self.model, large.actor, self.env.now());
        let mut edit =
            Edit::new(&self.model, &self.store, Some(&large.batch), &mut self.env, viewer);
        edit.outcome = std::mem::take(&mut large.outcome);
        let goes_on = match &mut large.work {
            Work::Fill(records) => {
                let mut count = 0;
                for (record, row) in records.by_ref().take(super::LARGE) {
                    edit.create_row(record, row)?;
                    count += 1;
                }
                count == super::LARGE
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
        let sequence = large.batch.sequence;
        let own = changes.iter().filter(|it| it.is_creation() || it.created_in == Some(sequence));
        let rows: Vec<(RecordId, Row)> = own.map(|it| (it.record, it.row.clone())).collect();
        large.created.extend(changes.iter().filter(|it| it.is_creation()).map(|it| it.record));
        self.store.add_slice(&mut large.batch, changes)?;
        let model = Arc::make_mut(&mut self.model);
        for (record, row) in rows.iter().filter(|(_, row)| row.get(DELETED_AT).is_empty()) {
            model.put_hidden(*record, row);
        }
        Ok(())
    }

    fn edit(&mut self, actor: Option<Id<User>>) -> Edit<'_> {
        let viewer = Viewer::of(&self.model, actor, self.env.now());
        Edit::new(&self.model, &self.store, None, &mut self.env, viewer)
    }

    fn header(&self, sequence: u64, actor: Option<Id<User>>, name: &str) -> Header {
        Header {
            sequence,
            command: name.to_owned(),
            actor,
            device: self.store.device(),
            clock: next_clock(self.store.clock(), &self.env),
            note: String::new(),
            undoes: None,
            redoes: None,
            records: 0,
            is_undoable: name != "set_up",
        }
    }

    fn stack(&mut self, actor: Option<Id<User>>) -> Result<&mut UndoStack> {
        if !self.stacks.contains_key(&actor) {
            let stack = UndoStack::of(&self.store, actor)?;
            self.stacks.insert(actor, stack);
        }
        self.stacks.get_mut(&actor).ok_or_else(|| Error::other("cannot-encode"))
    }

    fn note_in_stack(&mut self, actor: Option<Id<User>>, header: &Header) -> Result<()> {
        // The first look at the history already sees the command.
        let is_known = self.stacks.contains_key(&actor);
        let stack = self.stack(actor)?;
        if is_known {
            stack.note(header);
        }
        Ok(())
    }

    /// What a new workspace begins with: settings, two pools and its first user.
    fn set_up(&mut self) -> Result<()> {
        let mut edit = self.edit(None);
        rules::set_up::set_up(&mut edit)?;
        let (changes, outcome, note) = edit.finish();
        self.commit(None, "set_up", note, (None, None), changes, outcome)?;
        Ok(())
    }
}

/// A command that is done, or a large one that has begun.
pub enum Begun {
    /// Done, and saved.
    Done(Outcome),
    /// Begun; see [`Crm::step`].
    Large(Box<Large>),
}

fn next_clock(clock: Hybrid, env: &Env) -> Hybrid {
    clock.next(env.now())
}
