//! The lane of a large command: a thread that writes down, saves and applies its slices, one after another,
//! while the next slice is being put together. Nothing of the command counts before its end, so that a failure
//! may come to light a slice late.
//!
//! sled is used by one thread at a time. While there is work in the lane, journal and database belong to
//! it: whoever wants to read records asks it, and everything else waits until it is empty.

use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{self, Sender, SyncSender},
    },
    thread::{self, JoinHandle},
};

use super::{
    attendant::Attendant,
    commit::{Frame, written, written_as_made},
    database::Write,
    disk::Disk,
    encoded::NewRecord,
    files::Files,
};
use crate::{
    domain::Change,
    error::{Error, Result},
};

/// Slices that wait or are at work at most: one is applied, one is saved, one waits.
const DEPTH: usize = 3;

/// Which tree, and which entry of it.
pub(super) type Spot = (u16, Vec<u8>);

/// What was found at spots, in their order.
pub(super) type Entries = Vec<Option<Vec<u8>>>;

/// What a large command creates in a slice, and changes of what it has created.
pub(super) struct Fresh {
    /// The command.
    pub sequence: u64,
    /// The records as they are.
    pub changes: Vec<Change>,
    /// Other records, in their bytes already.
    pub made: Vec<NewRecord>,
    /// What is said of them.
    pub told: Vec<Write>,
}

impl Fresh {
    /// The same as a frame of the journal.
    pub fn frame(self, files: &Files) -> Result<Frame> {
        let count = self.changes.len() + self.made.len() + self.told.len();
        let mut writes = Vec::with_capacity(count);
        for change in &self.changes {
            writes.push(written(files, self.sequence, change)?);
        }
        for made in &self.made {
            writes.push(written_as_made(files, self.sequence, made)?);
        }
        writes.extend(self.told);
        Ok(Frame::Fresh(self.sequence, writes))
    }
}

/// What the lane is asked for.
pub(super) enum Order {
    /// To save and apply a slice.
    Save(Fresh),
    /// To read entries, those of waiting slices too.
    Read(Vec<Spot>, SyncSender<Result<Entries>>),
}

/// The open lane. Dropping it finishes what is in it.
pub(super) struct Lane {
    orders: Option<Sender<Order>>,
    work: Arc<Work>,
    thread: Option<JoinHandle<()>>,
}

/// How much is to be done.
#[derive(Default)]
pub(super) struct Work {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    frames: usize,
    failed: Option<Error>,
    /// The thread has ended, in good order or not.
    is_over: bool,
}

impl Lane {
    /// Opens a lane.
    ///
    /// # Errors
    /// When the system has no thread to give.
    pub fn open(disk: Arc<Mutex<Disk>>, files: Files) -> Result<Self> {
        let (orders, inbox) = mpsc::channel();
        let work = Arc::new(Work::default());
        let attendant = Attendant::new((disk, files), inbox, Arc::clone(&work));
        let thread = thread::Builder::new().name("save-slices".to_owned());
        let thread = thread.spawn(move || attendant.attend());
        let thread = thread.map_err(|err| Error::other("no-thread").because(err))?;
        Ok(Self { orders: Some(orders), work, thread: Some(thread) })
    }

    /// Gives it a slice; waits while there are too many.
    ///
    /// # Errors
    /// What went wrong with an earlier slice, as far as it is known.
    pub fn save(&self, fresh: Fresh) -> Result<()> {
        let mut state = self.work.wait(|state| state.frames >= DEPTH);
        if let Some(failed) = state.failed.take() {
            return Err(failed);
        }
        state.frames += 1;
        drop(state);
        self.send(Order::Save(fresh))
    }

    /// Waits until nothing is left to do.
    ///
    /// # Errors
    /// What went wrong with a frame, told once.
    pub fn settle(&self) -> Result<()> {
        let failed = self.work.wait(|state| state.frames > 0).failed.take();
        failed.map_or(Ok(()), Err)
    }

    /// Reads entries, those of waiting frames too.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn read(&self, spots: Vec<Spot>) -> Result<Entries> {
        let (answer, answered) = mpsc::sync_channel(1);
        self.send(Order::Read(spots, answer))?;
        answered.recv().map_err(|_| gone())?
    }

    /// Waits until nothing is left to do, whatever came of it.
    pub fn wait(&self) {
        drop(self.work.wait(|state| state.frames > 0));
    }

    fn send(&self, order: Order) -> Result<()> {
        let sent = self.orders.as_ref().map(|orders| orders.send(order));
        if matches!(sent, Some(Ok(()))) { Ok(()) } else { Err(gone()) }
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // A panic in it has been told as a failure.
            drop(thread.join());
        }
    }
}

impl Work {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits as long as a condition holds and there is someone to change it.
    fn wait(&self, holds: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        let waiting = self.changed.wait_while(self.lock(), |state| holds(state) && !state.is_over);
        waiting.unwrap_or_else(PoisonError::into_inner)
    }

    /// Says that a slice is done, or what went wrong with it.
    pub fn done(&self, done: Result<()>) {
        self.change(|state| {
            state.frames = state.frames.saturating_sub(1);
            if let Err(err) = done {
                state.failed.get_or_insert(err);
            }
        });
    }

    /// Says that nobody is there any more to do anything.
    pub fn end(&self, failed: Option<Error>) {
        self.change(|state| {
            state.is_over = true;
            state.frames = 0;
            state.failed = failed.or(state.failed.take());
        });
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }
}

/// A thread that had the disk has died: nobody knows what it has done.
pub(super) fn gone() -> Error {
    Error::storage("restart-needed")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::Store;
    use crate::domain::{Change, Kind, RecordId, Row, Value};

    fn lead(number: u128) -> (RecordId, Row) {
        let name = Value::Text(format!("王{number}"));
        (RecordId { kind: Kind::Lead, uuid: Uuid::from_u128(number) }, Row::new().with(1, name))
    }

    #[test]
    fn what_waits_in_the_lane_is_read_too() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        let mut batch = store.begin_batch().unwrap();
        for slice in 0..8 {
            let leads = (slice * 500..(slice + 1) * 500).map(lead);
            let changes: Vec<Change> =
                leads.map(|(record, row)| Change::creation(record, row)).collect();
            store.add_slice(&mut batch, changes, Vec::new()).unwrap();
            let asked: Vec<RecordId> =
                [slice * 500 + 499, 0, 1_000_000].map(|number| lead(number).0).to_vec();
            let found = store.read_many(Some(&batch), &asked).unwrap();
            let rows: Vec<_> = found.into_iter().map(|(_, stored)| stored.row).collect();
            assert_eq!(rows, [lead(slice * 500 + 499).1, lead(0).1]);
        }
        store.abort_batch(&batch).unwrap();
        assert_eq!(store.read(lead(0).0).unwrap(), None);
        assert_eq!(store.scan(Kind::Lead).unwrap().count(), 0);
    }
}
