//! The open workspace: what is on disk, the same in memory, and the only way in.

use std::{collections::HashMap, path::Path, sync::Arc};

use super::{
    Command, Edit, Env, ImportJob, Large, Outcome, Records,
    checkpoints::Checkpoints,
    demo::{self, DemoOptions},
    edit::Done,
    everyone::Learning,
    large::Work,
    rules,
    undo_stack::UndoStack,
};
use crate::{
    domain::{Change, Header, Hybrid, Id, User},
    error::{Error, Result},
    model::{Model, Opened, Watch},
    query::Viewer,
    store::{Store, Verification},
};

/// The open workspace. It lives on one thread; readers take [`Crm::model`].
pub struct Crm {
    pub(super) store: Store,
    pub(super) model: Arc<Model>,
    /// What the model will be when the large command that is saved is taken in.
    pub(super) next: Option<Model>,
    pub(super) env: Env,
    pub(super) checkpoints: Checkpoints,
    /// How far it is known under which keys people meet, where memory lacks them.
    pub(super) learning: Learning,
    verification: Option<Verification>,
    stacks: HashMap<Option<Id<User>>, UndoStack>,
}

/// What a person wants: a command, or to take one back.
pub enum Request {
    /// A command.
    Run(Command),
    /// A file's rows.
    Import(Box<ImportJob>),
    /// Whole records, as they are, as if they were a sample.
    Fill(Records),
    /// Sample data into a workspace without leads.
    Sample(DemoOptions),
    /// The sample data out again, with all that was done to it.
    RemoveSample,
    /// The person's last command, back.
    Undo,
    /// The person's last undo, back.
    Redo,
    /// A command of any time, back.
    UndoCommand(u64),
}

impl Crm {
    /// Opens the workspace in a folder, or makes one there.
    ///
    /// # Errors
    /// As [`Store::open`]; or what is in it is damaged.
    pub fn open(folder: &Path, env: Env) -> Result<Self> {
        Self::open_watched(folder, env, &Watch::default())
    }

    /// The same, for those who want to know how far it is when all records must be read.
    ///
    /// # Errors
    /// As [`Crm::open`]; `cancelled` if they asked to stop.
    pub fn open_watched(folder: &Path, env: Env, watch: &Watch) -> Result<Self> {
        let mut store = Store::open(folder)?;
        let (model, opened) = Model::open(&mut store, watch)?;
        let checkpoints = Checkpoints::of(&model, opened);
        let (model, stacks) = (Arc::new(model), HashMap::new());
        // What was read from the records has been compared already.
        let verification = match opened {
            Opened::Checkpoint(_) => store.verification(env.now()),
            Opened::Records => None,
        };
        let learning = Learning::default();
        let mut crm =
            Self { store, model, next: None, env, checkpoints, learning, verification, stacks };
        crm.env.not_before(crm.store.clock().wall);
        if crm.store.last_sequence() == 0 {
            crm.set_up()?;
        }
        crm.know_few()?;
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
        self.model.only_user()
    }

    /// Does what a person wants, to its end. When this returns, it is saved.
    ///
    /// # Errors
    /// When a rule or right says no, or the disk does: nothing happened then.
    pub fn request(&mut self, actor: Option<Id<User>>, request: Request) -> Result<Outcome> {
        match self.begin(actor, request)? {
            Begun::Done(outcome) => Ok(*outcome),
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
                    None => self.run_small(actor, &command).map(|done| Begun::Done(Box::new(done))),
                    Some(slices) => {
                        let name = command.name();
                        self.begin_large(actor, name, Work::Commands(slices.into_iter()))
                    }
                }
            }
            Request::Import(job) => {
                self.edit(actor).require(super::Right::Import)?;
                self.know_everyone()?;
                self.begin_large(actor, "import", Work::Import(job))
            }
            Request::Sample(options) => {
                self.edit(actor).require(super::Right::Administer)?;
                let settings = rules::sample::arrival(&self.model)?;
                let records = demo::records(&options, &self.model);
                let work = Work::Sample(Some(settings), records);
                self.begin_large(actor, rules::sample::NAME, work)
            }
            Request::Fill(records) => {
                self.edit(actor).require(super::Right::Administer)?;
                self.begin_large(actor, rules::sample::NAME, Work::Sample(None, records))
            }
            Request::RemoveSample => {
                self.edit(actor).require(super::Right::Administer)?;
                let commands = rules::sample::removal(&self.store, &self.model)?.into_iter();
                self.begin_large(actor, "remove_sample", Work::Commands(commands))
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

    /// Closes the workspace in good order.
    ///
    /// # Errors
    /// As [`Store::close`].
    pub fn close(mut self) -> Result<()> {
        // A command that is saved and not taken in must be missed by the next opening.
        let kept = match self.next {
            Some(_) => Ok(()),
            None => self.checkpoints.close(&self.store, &self.model),
        };
        self.store.close().and(kept)
    }

    /// What can be done while nobody asks for anything: disk and checkpoint catch up, and records that
    /// were not read at opening are read a little at a time. Whether there is more of that.
    ///
    /// # Errors
    /// What is damaged; the next opening reads everything.
    pub fn rest(&mut self) -> Result<bool> {
        if let Some(going) = &mut self.verification {
            let more = self.store.verify(going, self.env.now());
            if !matches!(more, Ok(true)) {
                self.verification = None;
            }
            if more.is_err() {
                Model::forget(self.store.folder())?;
            }
            return more;
        }
        if self.next.is_none() && self.learn()? {
            return Ok(true);
        }
        self.store.checkpoint_when_idle();
        self.keep_columns_small();
        if self.next.is_none() {
            self.checkpoints.begin_if_due(&self.store, &self.model);
        }
        Ok(false)
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
        let done = edit.finish();
        self.commit(Entry { actor, name: command.name(), undoes: None, redoes: None }, done)
    }

    fn commit(
        &mut self,
        Entry { actor, name, undoes, redoes }: Entry,
        Done { changes, mut outcome, note, .. }: Done,
    ) -> Result<Outcome> {
        if changes.is_empty() {
            return Ok(outcome);
        }
        let mut header = self.header(self.store.next_sequence(), actor, name);
        header.note = note;
        header.records = changes.len() as u64;
        (header.undoes, header.redoes) = (undoes, redoes);
        self.store.commit(&header, &changes)?;
        self.checkpoints.count(header.records);
        self.publish(&changes)?;
        self.note_in_stack(actor, &header)?;
        outcome.sequence = Some(header.sequence);
        Ok(outcome)
    }

    /// Disk first: this is called when the command is saved.
    fn publish(&mut self, changes: &[Change]) -> Result<()> {
        let before = Arc::clone(&self.model);
        self.model = match self.next.clone() {
            None => Arc::new(self.scored(&before, before.after(changes))?),
            // What the large command has saved is not in memory before it is laid down.
            Some(next) => {
                self.next = Some(self.scored(&next, next.after_all(changes))?);
                Arc::new(self.scored(&before, before.after_all(changes))?)
            }
        };
        Ok(())
    }

    /// A model after changes, with scores by the rules that hold since.
    fn scored(&mut self, before: &Model, after: Model) -> Result<Model> {
        if after.scores_like(before) { Ok(after) } else { after.rescored(&mut self.store) }
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
        let done = edit.finish();
        let entry = Entry { actor, name, undoes: of.0, redoes: of.1 };
        self.commit(entry, done).map(|outcome| Begun::Done(Box::new(outcome)))
    }

    pub(super) fn edit(&mut self, actor: Option<Id<User>>) -> Edit<'_> {
        let viewer = Viewer::of(&self.model, actor, self.env.now());
        Edit::new(&self.model, &self.store, None, &mut self.env, viewer)
    }

    pub(super) fn header(&self, sequence: u64, actor: Option<Id<User>>, name: &str) -> Header {
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
            is_undoable: !matches!(name, "set_up" | "begin_in"),
        }
    }

    fn stack(&mut self, actor: Option<Id<User>>) -> Result<&mut UndoStack> {
        if !self.stacks.contains_key(&actor) {
            let stack = UndoStack::of(&self.store, actor)?;
            self.stacks.insert(actor, stack);
        }
        self.stacks.get_mut(&actor).ok_or_else(|| Error::other("cannot-encode"))
    }

    pub(super) fn note_in_stack(&mut self, actor: Option<Id<User>>, header: &Header) -> Result<()> {
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
        let done = edit.finish();
        self.commit(Entry { actor: None, name: "set_up", undoes: None, redoes: None }, done)?;
        Ok(())
    }
}

/// What the history says of a command beside its changes.
struct Entry {
    actor: Option<Id<User>>,
    name: &'static str,
    undoes: Option<u64>,
    redoes: Option<u64>,
}

/// A command that is done, or a large one that has begun.
pub enum Begun {
    /// Done, and saved.
    Done(Box<Outcome>),
    /// Begun; see [`Crm::step`].
    Large(Box<Large>),
}

fn next_clock(clock: Hybrid, env: &Env) -> Hybrid {
    clock.next(env.now())
}
