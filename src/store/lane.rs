//! The lane of a large command: a thread that saves and applies its slices, one frame after another, while
//! the next slice is being put together. Nothing of the command counts before its end, so that a failure
//! may come to light a slice late.
//!
//! sled is used by one thread at a time. While there is work in the lane, journal and database belong to
//! it: whoever wants to read records asks it, and everything else waits until it is empty.

use std::{
    collections::{HashMap, VecDeque},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{self, Receiver, Sender, SyncSender},
    },
    thread::{self, JoinHandle},
};

use super::{
    commit::Frame,
    database::Write,
    disk::{Disk, locked},
};
use crate::error::{Error, Result};

/// Frames that wait or are at work at most.
const DEPTH: usize = 2;

/// Writes applied before the lane looks whether someone wants to read.
const PIECE: usize = 256;

/// Which tree, and which entry of it.
pub(super) type Spot = (u16, Vec<u8>);

/// What was found at spots, in their order.
pub(super) type Entries = Vec<Option<Vec<u8>>>;

enum Order {
    Save(Frame),
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
struct Work {
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
    pub fn open(disk: Arc<Mutex<Disk>>) -> Result<Self> {
        let (orders, inbox) = mpsc::channel();
        let work = Arc::new(Work::default());
        let attendant = Attendant { disk, inbox, work: Arc::clone(&work), frames: VecDeque::new() };
        let thread = thread::Builder::new().name("save-slices".to_owned());
        let thread = thread.spawn(move || attendant.attend());
        let thread = thread.map_err(|err| Error::other("no-thread").because(err))?;
        Ok(Self { orders: Some(orders), work, thread: Some(thread) })
    }

    /// Gives it a frame; waits while there are too many.
    ///
    /// # Errors
    /// What went wrong with this or an earlier frame, as far as it is known.
    pub fn save(&self, frame: Frame) -> Result<()> {
        let mut state = self.work.wait(|state| state.frames >= DEPTH);
        if let Some(failed) = state.failed.take() {
            return Err(failed);
        }
        state.frames += 1;
        drop(state);
        self.send(Order::Save(frame))
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

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }
}

/// The thread's side.
struct Attendant {
    disk: Arc<Mutex<Disk>>,
    inbox: Receiver<Order>,
    work: Arc<Work>,
    /// The first of them is at work.
    frames: VecDeque<Frame>,
}

impl Drop for Attendant {
    fn drop(&mut self) {
        let is_panic = thread::panicking();
        self.work.change(|state| {
            state.is_over = true;
            state.frames = 0;
            if is_panic {
                state.failed = Some(gone());
            }
        });
    }
}

impl Attendant {
    fn attend(mut self) {
        while let Ok(order) = self.inbox.recv() {
            self.take(order);
            while let Some(frame) = self.frames.front() {
                let writes = frame.at_once().len();
                let saved = self.saved(writes);
                self.frames.pop_front();
                self.work.change(|state| {
                    state.frames = state.frames.saturating_sub(1);
                    if let Err(err) = saved {
                        state.failed.get_or_insert(err);
                    }
                });
            }
        }
    }

    /// Saves and applies the first frame, piece by piece; who wants to read comes in between.
    fn saved(&mut self, writes: usize) -> Result<()> {
        let lsn = self.with_first(|disk, frame| {
            disk.usable()?;
            disk.append(frame).map(|(lsn, _)| lsn)
        })?;
        for from in (0..writes).step_by(PIECE) {
            self.with_first(|disk, frame| {
                let rest = frame.at_once().get(from..).unwrap_or_default();
                disk.lay_down(rest.get(..PIECE).unwrap_or(rest), lsn)
            })?;
            while let Ok(order) = self.inbox.try_recv() {
                self.take(order);
            }
        }
        Ok(())
    }

    fn with_first<T>(&self, work: impl FnOnce(&mut Disk, &Frame) -> Result<T>) -> Result<T> {
        let frame = self.frames.front().ok_or_else(gone)?;
        work(&mut locked(&self.disk), frame)
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Save(frame) => self.frames.push_back(frame),
            Order::Read(spots, answer) => {
                // Who asked may have gone.
                drop(answer.send(self.read(&spots)));
            }
        }
    }

    fn read(&self, spots: &[Spot]) -> Result<Entries> {
        let waiting = self.frames.iter().flat_map(Frame::at_once);
        let wanted: HashMap<(u16, &[u8]), usize> = spots
            .iter()
            .enumerate()
            .map(|(at, (tree, key))| ((*tree, key.as_slice()), at))
            .collect();
        let mut found: Vec<Option<&Write>> = vec![None; spots.len()];
        for write in waiting {
            let spot = wanted.get(&(write.tree, write.key.as_slice()));
            if let Some(found) = spot.and_then(|at| found.get_mut(*at)) {
                *found = Some(write);
            }
        }
        let disk = locked(&self.disk);
        let entry = |(found, (tree, key)): (Option<&Write>, &Spot)| match found {
            Some(write) => Ok(write.value.clone()),
            None => disk.database.get(*tree, key),
        };
        found.into_iter().zip(spots).map(entry).collect()
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
            store.add_slice(&mut batch, &changes).unwrap();
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
