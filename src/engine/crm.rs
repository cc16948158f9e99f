//! The open workspace: what is on disk, the same in memory, and the only way in.

use std::{collections::HashMap, path::Path, sync::Arc};

use super::{
    Command, Edit, Env, ImportJob, Large, Outcome, Records,
    checkpoints::Checkpoints,
    demo::{self, DemoOptions},
    edit::Done,
    everyone::{Learning, renamed},
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
    /// Whether pairs of an older workspace were looked at.
    has_followed: bool,
    pub(super) stacks: HashMap<Option<Id<User>>, UndoStack>,
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
        let mut crm = Self {
            store,
            model,
            next: None,
            env,
            checkpoints,
            learning,
            verification,
            has_followed: false,
            stacks,
        };
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
                let command = command.arranged(&self.model, self.env.now());
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
                super::give_back::give_back();
            }
            if more.is_err() {
                Model::forget(self.store.folder())?;
            }
            return more;
        }
        if self.next.is_none() && self.learn()? {
            return Ok(true);
        }
        if !self.has_followed && self.next.is_none() {
            self.has_followed = true;
            self.follow_pairs()?;
        }
        self.store.checkpoint_when_idle();
        self.keep_columns_small();
        if self.next.is_none() {
            self.checkpoints.begin_if_due(&self.store, &self.model);
        }
        Ok(false)
    }

    fn run_small(&mut self, actor: Option<Id<User>>, command: &Command) -> Result<Outcome> {
        let mut edit = self.edit(actor);
        command.apply(&mut edit)?;
        let done = edit.finish();
        let (name, is_lasting) = (command.name(), !command.is_undoable());
        self.commit(Entry { actor, name, is_lasting, ..Entry::default() }, done)
    }

    fn commit(
        &mut self,
        Entry { actor, name, undoes, redoes, is_lasting }: Entry,
        Done { changes, mut outcome, note, noted, .. }: Done,
    ) -> Result<Outcome> {
        if changes.is_empty() && noted.is_none() {
            return Ok(outcome);
        }
        let mut header = self.header(self.store.next_sequence(), actor, name);
        header.note = note;
        header.records = noted.unwrap_or(changes.len() as u64);
        (header.undoes, header.redoes, header.is_undoable) = (undoes, redoes, !is_lasting);
        self.store.commit(&header, &changes)?;
        self.checkpoints.count(changes.len() as u64);
        // What is in memory is still right when nothing changed: nobody has to look at it again.
        if !changes.is_empty() {
            self.publish(&changes)?;
            self.know_renamed(&renamed(&changes))?;
        }
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
        let entry = Entry { actor, name, undoes: of.0, redoes: of.1, is_lasting: false };
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
            is_undoable: true,
        }
    }

    /// What a new workspace begins with: settings, two pools and its first user.
    fn set_up(&mut self) -> Result<()> {
        let mut edit = self.edit(None);
        rules::set_up::set_up(&mut edit)?;
        let done = edit.finish();
        let entry = Entry { name: "set_up", is_lasting: true, ..Entry::default() };
        self.commit(entry, done).map(drop)
    }

    /// Pairs of an older workspace are those of what their leads have become since.
    fn follow_pairs(&mut self) -> Result<()> {
        let leads = rules::pairs::left_behind(&self.model);
        if leads.is_empty() {
            return Ok(());
        }
        let mut edit = self.edit(None);
        rules::pairs::catch_up(&mut edit, &leads)?;
        let done = edit.finish();
        let entry = Entry { name: "follow_pairs", is_lasting: true, ..Entry::default() };
        self.commit(entry, done).map(drop)
    }
}

/// What the history says of a command beside its changes.
#[derive(Default)]
struct Entry {
    actor: Option<Id<User>>,
    name: &'static str,
    undoes: Option<u64>,
    redoes: Option<u64>,
    /// Whether it is no step of undo.
    is_lasting: bool,
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
