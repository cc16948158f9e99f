//! The thread of a lane: it saves one slice while it applies the one before, and reads in between.

use std::{
    collections::{HashMap, VecDeque},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, RecvTimeoutError},
    },
    thread::{self, Scope, ScopedJoinHandle},
    time::Duration,
};

use super::{
    commit::Frame,
    database::{Database, Write},
    disk::{Applying, Disk, Saving, locked},
    files::Files,
    journal::Place,
    lane::{Entries, Order, Spot, Work, gone},
    made::Made,
};
use crate::error::Result;

/// Writes applied before the lane looks whether someone wants to read.
const PIECE: usize = 512;

/// How long it waits for a frame to be saved before it looks up.
const GLANCE: Duration = Duration::from_micros(200);

/// The thread's side of a lane.
pub(super) struct Attendant {
    disk: Arc<Mutex<Disk>>,
    files: Files,
    inbox: Receiver<Order>,
    work: Arc<Work>,
    waiting: VecDeque<Waiting>,
    /// What is saved.
    made: Made,
}

/// A frame that is not applied yet.
struct Waiting {
    frame: Arc<Frame>,
    /// Once it is saved.
    lsn: Option<u64>,
}

/// The lsn of a frame that is saved, and where it lies.
type Saved = (u64, Place);

/// The frames of which something is to be done, from the first to the last.
struct Shift<'scope, 'env> {
    scope: &'scope Scope<'scope, 'env>,
    /// Unless it is at work.
    saving: Option<Saving<'env>>,
    saved: Option<ScopedJoinHandle<'scope, (Saving<'env>, Result<Saved>)>>,
    applying: Applying<'env>,
    /// Writes of the first frame that are applied.
    applied: usize,
}

impl Drop for Attendant {
    fn drop(&mut self) {
        self.work.end(thread::panicking().then(gone));
    }
}

impl Attendant {
    /// Takes orders for a disk.
    pub fn new(
        (disk, files): (Arc<Mutex<Disk>>, Files),
        inbox: Receiver<Order>,
        work: Arc<Work>,
    ) -> Self {
        let made = Made::new(locked(&disk).journal.folder().to_owned());
        Self { disk, files, inbox, work, waiting: VecDeque::new(), made }
    }

    /// Takes orders until nobody can give any.
    pub fn attend(mut self) {
        let disk = Arc::clone(&self.disk);
        while let Ok(order) = self.inbox.recv() {
            let mut disk = locked(&disk);
            self.take(order, &disk.database);
            if self.waiting.is_empty() {
                continue;
            }
            let disk = &mut *disk;
            thread::scope(|scope| {
                let (saving, applying) = disk.halves();
                let saving = Some(saving);
                self.work_off(&mut Shift { scope, saving, saved: None, applying, applied: 0 });
            });
        }
    }

    fn work_off(&mut self, shift: &mut Shift<'_, '_>) {
        while !self.waiting.is_empty() {
            self.save_next(shift);
            let has_applied = self.apply_piece(shift);
            let patience = if has_applied { Duration::ZERO } else { GLANCE };
            match self.inbox.recv_timeout(patience) {
                Ok(order) => self.take(order, shift.applying.database),
                // What is in the lane is finished all the same.
                Err(RecvTimeoutError::Disconnected) if !has_applied => self.take_saved(shift),
                Err(RecvTimeoutError::Disconnected | RecvTimeoutError::Timeout) => {}
            }
            if shift.saved.as_ref().is_some_and(ScopedJoinHandle::is_finished) {
                self.take_saved(shift);
            }
        }
    }

    /// Begins to save the next frame, if nobody is saving one.
    fn save_next(&mut self, shift: &mut Shift<'_, '_>) {
        if shift.saved.is_some() {
            return;
        }
        let Some(at) = self.waiting.iter().position(|it| it.lsn.is_none()) else { return };
        if let (Some(mut saving), Some(it), false) =
            (shift.saving.take(), self.waiting.get(at), *shift.applying.is_broken)
        {
            let frame = Arc::clone(&it.frame);
            let work = move || {
                let saved = saving.append(&frame);
                (saving, saved)
            };
            let thread = thread::Builder::new().name("save-journal".to_owned());
            shift.saved = thread.spawn_scoped(shift.scope, work).ok();
        }
        if shift.saved.is_none() {
            for _ in self.waiting.drain(at..) {
                self.work.done(Err(gone()));
            }
        }
    }

    /// Takes note of what became of the frame that was being saved.
    fn take_saved(&mut self, shift: &mut Shift<'_, '_>) {
        let Some(thread) = shift.saved.take() else { return };
        let saved = match thread.join() {
            Ok((saving, saved)) => {
                shift.saving = Some(saving);
                saved
            }
            Err(_) => {
                *shift.applying.is_broken = true;
                Err(gone())
            }
        };
        let Some(at) = self.waiting.iter().position(|it| it.lsn.is_none()) else { return };
        match (saved, self.waiting.get_mut(at)) {
            (Ok((lsn, place)), Some(it)) => {
                it.lsn = Some(lsn);
                self.made.add(place, it.frame.at_once());
            }
            (Ok(_), None) => {}
            (Err(err), _) => {
                self.waiting.remove(at);
                self.work.done(Err(err));
            }
        }
    }

    /// Applies the next writes of the first frame; false if it is not saved yet.
    fn apply_piece(&mut self, shift: &mut Shift<'_, '_>) -> bool {
        let first = self.waiting.front();
        let Some((frame, lsn)) = first.and_then(|it| Some((&it.frame, it.lsn?))) else {
            return false;
        };
        let writes = frame.at_once().get(shift.applied..).unwrap_or_default();
        let piece = writes.get(..PIECE).unwrap_or(writes);
        let applied = match *shift.applying.is_broken {
            true => Err(gone()),
            false => shift.applying.lay_down(piece, lsn),
        };
        shift.applied += piece.len();
        if applied.is_err() || piece.len() == writes.len() {
            self.waiting.pop_front();
            shift.applied = 0;
            self.work.done(applied);
        }
        true
    }

    fn take(&mut self, order: Order, database: &Database) {
        match order {
            Order::Save(fresh) => match fresh.frame(&self.files) {
                Ok(frame) => self.waiting.push_back(Waiting { frame: Arc::new(frame), lsn: None }),
                Err(err) => self.work.done(Err(err)),
            },
            Order::Read(spots, answer) => {
                // Who asked may have gone.
                drop(answer.send(self.read(&spots, database)));
            }
        }
    }

    fn read(&mut self, spots: &[Spot], database: &Database) -> Result<Entries> {
        let waiting = self.waiting.iter().flat_map(|it| it.frame.at_once());
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
        let entry = |(found, (tree, key)): (Option<&Write>, &Spot)| match found {
            Some(write) => Ok(write.value.clone()),
            None => match self.made.read(*tree, key) {
                Some(bytes) => Ok(Some(bytes)),
                None => database.get(*tree, key),
            },
        };
        found.into_iter().zip(spots).map(entry).collect()
    }
}
