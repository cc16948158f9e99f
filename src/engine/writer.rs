//! The writer thread: it alone holds the [`Crm`]; everyone else asks and reads snapshots.
//!
//! A large command goes forward a slice at a time; small ones run in between.

use std::{
    collections::VecDeque,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use super::{
    Begun, ColumnBuild, Command, Crm, Dossier, Large, Outcome, Published, Reader, Request,
    give_back::give_back,
};
use crate::{
    domain::{Change, FieldPath, Header, Id, Kind, RecordId, Row, User},
    error::{Error, Result},
    model::{Model, Watch},
    store::{BackupReport, CheckReport, Store},
};

/// How long nothing must happen before the database is made durable beside the journal.
const IDLE: Duration = Duration::from_secs(30);

/// How long nothing must happen before what is done then goes on.
const SOON: Duration = Duration::from_millis(20);

/// An answer that goes back to who asked.
pub(super) type Answer<T> = Box<dyn FnOnce(T) + Send>;

pub(super) enum Message {
    Request(Option<Id<User>>, Request, Answer<Result<Outcome>>),
    Rows(Vec<RecordId>, Answer<Result<Vec<(RecordId, Row)>>>),
    Dossier(Option<Id<User>>, RecordId, Vec<Command>, Answer<Result<Dossier>>),
    Preview(Option<Id<User>>, Box<Command>, Answer<Result<Vec<Change>>>),
    UndoAndRedo(Option<Id<User>>, Answer<Result<(Option<Header>, Option<Header>)>>),
    Backup(std::path::PathBuf, Answer<Result<BackupReport>>),
    Check(Answer<Result<CheckReport>>),
    Ask(Box<dyn FnOnce(&Store) + Send>),
    Everyone(Answer<Result<Arc<Model>>>),
    Columns(Kind, Vec<FieldPath>, Watch, Answer<Result<()>>),
    Close,
}

/// The handle to the writer thread.
pub struct Writer {
    messages: Sender<Message>,
    published: Published,
    thread: Option<JoinHandle<Result<()>>>,
    /// Whether what is still in the checkpoint is read by now, or on its way.
    is_rest_read: AtomicBool,
}

impl Writer {
    /// Takes an open workspace to a thread of its own. `woken` is called after every command.
    ///
    /// # Errors
    /// When the system has no thread to give.
    pub fn start(crm: Crm, woken: impl Fn() + Send + 'static) -> Result<Self> {
        let (messages, inbox) = mpsc::channel();
        let published = Published::new(Arc::clone(crm.model()));
        let desk = Desk {
            crm,
            inbox,
            published: published.clone(),
            woken: Box::new(woken),
            building: VecDeque::new(),
        };
        let thread = thread::Builder::new().name("writer".to_owned()).spawn(move || desk.work());
        let thread = thread.map_err(|err| Error::other("no-thread").because(err))?;
        Ok(Self { messages, published, thread: Some(thread), is_rest_read: AtomicBool::new(false) })
    }

    /// Reads what still lies in the checkpoint, beside everything else, so that nobody has to wait for it
    /// later. The first list is there without it, and sooner when it need not share the processor.
    pub fn read_rest(&self) {
        if self.is_rest_read.swap(true, Ordering::Relaxed) {
            return;
        }
        let model = self.published.model();
        let reader = thread::Builder::new().name("read-rest".to_owned());
        // Without a thread, whoever asks first waits.
        drop(reader.spawn(move || {
            model.read_rest();
            give_back();
        }));
    }

    /// What the writer publishes.
    pub fn published(&self) -> &Published {
        &self.published
    }

    /// Asks for a command; `answer` is called on the writer thread when it is done.
    pub fn request(
        &self,
        actor: Option<Id<User>>,
        request: Request,
        answer: impl FnOnce(Result<Outcome>) + Send + 'static,
    ) {
        self.send(Message::Request(actor, request, Box::new(answer)));
    }

    /// Asks for whole records.
    pub fn rows(
        &self,
        records: Vec<RecordId>,
        answer: impl FnOnce(Result<Vec<(RecordId, Row)>>) + Send + 'static,
    ) {
        self.send(Message::Rows(records, Box::new(answer)));
    }

    /// Reads whole records for jobs, which may wait.
    pub fn reader(&self) -> Reader {
        Reader::new(self.messages.clone())
    }

    /// Asks for all that is known of a record, and which of some commands would be done.
    pub fn dossier(
        &self,
        actor: Option<Id<User>>,
        record: RecordId,
        asked: Vec<Command>,
        answer: impl FnOnce(Result<Dossier>) + Send + 'static,
    ) {
        self.send(Message::Dossier(actor, record, asked, Box::new(answer)));
    }

    /// Asks what a command would change.
    pub fn preview(
        &self,
        actor: Option<Id<User>>,
        command: Command,
        answer: impl FnOnce(Result<Vec<Change>>) + Send + 'static,
    ) {
        self.send(Message::Preview(actor, Box::new(command), Box::new(answer)));
    }

    /// Asks what undo and redo would take back.
    pub fn undo_and_redo(
        &self,
        actor: Option<Id<User>>,
        answer: impl FnOnce(Result<(Option<Header>, Option<Header>)>) + Send + 'static,
    ) {
        self.send(Message::UndoAndRedo(actor, Box::new(answer)));
    }

    /// Asks for a backup.
    pub fn backup(
        &self,
        path: std::path::PathBuf,
        answer: impl FnOnce(Result<BackupReport>) + Send + 'static,
    ) {
        self.send(Message::Backup(path, Box::new(answer)));
    }

    /// Asks for a check of the whole workspace.
    pub fn check(&self, answer: impl FnOnce(Result<CheckReport>) + Send + 'static) {
        self.send(Message::Check(Box::new(answer)));
    }

    /// Asks that fields of a kind become columns: read beside everything else, in the model when `answer` is
    /// called. The handle says how far they are, and calls it off.
    pub fn columns(
        &self,
        kind: Kind,
        paths: Vec<FieldPath>,
        answer: impl FnOnce(Result<()>) + Send + 'static,
    ) -> Watch {
        let watch = Watch::default();
        self.send(Message::Columns(kind, paths, watch.clone(), Box::new(answer)));
        watch
    }

    /// Closes the workspace in good order, after everything that was asked before.
    ///
    /// # Errors
    /// As [`Crm::close`]; or the writer thread is gone.
    pub fn close(mut self) -> Result<()> {
        self.send(Message::Close);
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(result)) => result,
            _ => Err(Error::other("writer-gone")),
        }
    }

    fn send(&self, message: Message) {
        // A message that cannot be sent is answered by its own drop: whoever waits sees the channel close.
        if self.messages.send(message).is_err() {
            self.published.cancel.store(false, Ordering::Relaxed);
        }
    }
}

/// The writer's side.
struct Desk {
    crm: Crm,
    inbox: Receiver<Message>,
    published: Published,
    woken: Box<dyn Fn() + Send>,
    /// Columns on their way, the first at work.
    building: VecDeque<Building>,
}

/// Columns on their way and whoever waits for them.
struct Building {
    build: ColumnBuild,
    watch: Watch,
    answer: Answer<Result<()>>,
}

/// A large command on its way and whoever waits for it.
type Running = (Box<Large>, Answer<Result<Outcome>>);

impl Desk {
    fn work(mut self) -> Result<()> {
        let mut running: Option<Running> = None;
        let mut patience = IDLE;
        loop {
            let is_busy = running.is_some() || !self.building.is_empty();
            let message = match is_busy {
                true => match self.inbox.try_recv() {
                    Ok(message) => Some(message),
                    Err(TryRecvError::Empty) => None,
                    Err(TryRecvError::Disconnected) => Some(Message::Close),
                },
                false => match self.inbox.recv_timeout(patience) {
                    Ok(message) => Some(message),
                    Err(RecvTimeoutError::Timeout) => {
                        patience = if self.rest() { SOON } else { IDLE };
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => Some(Message::Close),
                },
            };
            match message {
                Some(Message::Close) => {
                    match running.take() {
                        Some((large, answer)) if large.is_saved() => {
                            answer(self.crm.finish(*large));
                        }
                        Some((mut large, answer)) => {
                            self.crm.abort(&mut large);
                            answer(Err(Error::refused("cancelled")));
                        }
                        None => {}
                    }
                    return self.crm.close();
                }
                Some(message) => running = self.serve(message, running),
                None => {
                    running = running.and_then(|running| self.go_on(running));
                    self.build_on();
                }
            }
        }
    }

    fn serve(&mut self, message: Message, running: Option<Running>) -> Option<Running> {
        match message {
            Message::Request(actor, request, answer) => match self.crm.begin(actor, request) {
                Ok(Begun::Large(mut large)) if running.is_some() => {
                    self.crm.abort(&mut large);
                    answer(Err(Error::refused("one-large-at-a-time")));
                }
                Ok(Begun::Large(large)) => {
                    self.published.cancel.store(false, Ordering::Relaxed);
                    return Some((large, answer));
                }
                Ok(Begun::Done(outcome)) => {
                    self.publish();
                    answer(Ok(*outcome));
                }
                Err(err) => answer(Err(err)),
            },
            Message::Rows(records, answer) => answer(self.read(records)),
            Message::Dossier(actor, record, asked, answer) => {
                answer(self.crm.dossier(actor, record, &asked));
            }
            Message::Preview(actor, command, answer) => {
                answer(self.crm.preview(actor, &command));
            }
            Message::UndoAndRedo(actor, answer) => answer(self.crm.undo_and_redo(actor)),
            Message::Backup(path, answer) => answer(self.crm.store_mut().backup(&path)),
            Message::Check(answer) => answer(self.crm.store_mut().check()),
            Message::Ask(ask) => ask(self.crm.store()),
            Message::Everyone(answer) => {
                let known = self.crm.know_everyone();
                self.publish();
                answer(known.map(|()| Arc::clone(self.crm.model())));
            }
            Message::Columns(kind, paths, watch, answer) => {
                let build = ColumnBuild::new(kind, paths);
                self.building.push_back(Building { build, watch, answer });
            }
            Message::Close => {}
        }
        (self.woken)();
        running
    }

    fn go_on(&mut self, (mut large, answer): Running) -> Option<Running> {
        // What is saved cannot be cancelled, only taken back.
        if self.published.cancel.swap(false, Ordering::Relaxed) && !large.is_saved() {
            self.crm.abort(&mut large);
            self.end(answer, Err(Error::refused("cancelled")));
            return None;
        }
        let result = match self.crm.step(&mut large) {
            Ok(true) => {
                self.published.progress.store(large.progress(), Ordering::Relaxed);
                (self.woken)();
                return Some((large, answer));
            }
            Ok(false) => self.crm.finish(*large),
            Err(err) => Err(err),
        };
        self.end(answer, result);
        None
    }

    /// Takes the columns at work a slice further.
    fn build_on(&mut self) {
        let Some(mut building) = self.building.pop_front() else { return };
        match self.crm.step_columns(&mut building.build, &building.watch) {
            Ok(true) => self.building.push_front(building),
            done => {
                self.publish();
                (building.answer)(done.map(drop));
            }
        }
        (self.woken)();
    }

    fn end(&mut self, answer: Answer<Result<Outcome>>, result: Result<Outcome>) {
        self.published.progress.store(0, Ordering::Relaxed);
        self.publish();
        answer(result);
        (self.woken)();
    }

    /// What can be done while nobody asks; whether there is more of it.
    fn rest(&mut self) -> bool {
        let before = self.crm.model().revision();
        let more = self.crm.rest().unwrap_or_else(|damage| {
            self.published.damage.store(Some(Arc::new(damage)));
            (self.woken)();
            false
        });
        // Pairs of an older workspace were brought up to date.
        if self.crm.model().revision() != before {
            self.publish();
            (self.woken)();
        }
        more
    }

    fn publish(&self) {
        self.published.model.store(Arc::clone(self.crm.model()));
    }

    fn read(&self, records: Vec<RecordId>) -> Result<Vec<(RecordId, Row)>> {
        let mut rows = Vec::with_capacity(records.len());
        for record in records {
            if let Some(stored) = self.crm.store().read(record)? {
                rows.push((record, stored.row));
            }
        }
        Ok(rows)
    }
}
