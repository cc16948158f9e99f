//! How is it kept? Rows on disk, and what makes them survive. Knows rows, not leads: a new kind of
//! record changes nothing here.
//!
//! A workspace is a folder:
//!
//! | file           | what it is                                                               |
//! |----------------|--------------------------------------------------------------------------|
//! | `MANIFEST`     | format and versions; a newer workspace is never written by an older program |
//! | `CHECKPOINT`   | up to which frame of the journal the database itself is durable           |
//! | `journal/`     | the truth: frames, acknowledged by `fdatasync`                            |
//! | `sled-0.34/`   | what the frames materialise: one tree a kind, the history                 |
//! | `files/`       | long texts and kept source files, by content                              |
//! | `columns.cache` | what the model was, so that opening need not read every record: no more than that |
//! | `lock`         | held by the one program that has the workspace open                       |
//!
//! A command is saved when its frame is synced; only then it is applied to sled. At opening, every frame
//! after the checkpoint is applied again: that changes nothing if it was applied before.
//! Large commands are frames between a begin and an end mark: what they create is invisible, and what
//! they change waits in the journal, until the end mark is synced; without it they are swept.

mod attendant;
mod backup;
mod batch;
mod cache;
mod check;
mod codec;
mod commit;
mod database;
mod disk;
mod encoded;
mod ended;
mod files;
mod glance;
mod history;
mod journal;
mod lane;
mod lock;
mod made;
mod manifest;
mod recovery;
mod replay;
mod segment;
mod slices;
mod spare;
mod synced;
mod verification;
mod waiting;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard},
};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use backup::{BackupReport, restore};
pub use batch::Batch;
pub use cache::{CacheFile, CacheReader, CacheWriter, FoundCache};
pub use check::{CheckReport, TreeReport};
pub use codec::{Damage, decode, encode};
pub use database::Total;
pub use encoded::{EncodedRow, NewRecord};
pub use ended::Laid;
pub use files::{hash_of, keep_file, unpack_file};
pub use glance::Wanted;
pub use replay::Replayed;
pub use slices::{Slice, Slices};
pub use synced::Hurry;
pub use verification::Verification;

use crate::{
    domain::{Hybrid, Kind, RecordId, Row},
    error::{Error, Result},
};
use database::Database;
use disk::Disk;
use ended::Ended;
use files::Files;
use journal::Journal;
use lane::{Entries, Lane, Spot};
use lock::Lock;
use manifest::{Checkpoint, Manifest};

/// The tree of the commands' headers, by sequence number.
const HEADERS: u16 = 60_001;
/// The tree of the records each command touched, by sequence number and piece.
const TOUCHED: u16 = 60_002;
/// The tree of the field changes, by record, sequence number and piece.
const CHANGES: u16 = 60_003;

/// Frames after which the database is made durable and the journal is released.
const CHECKPOINT_FRAMES: u64 = 5_000;

/// Bytes of journal after which the same happens.
const CHECKPOINT_BYTES: u64 = 256 << 20;

/// A record as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    /// The command that made it.
    pub created_in: u64,
    /// The last command that changed it.
    pub changed_in: u64,
    /// Its fields.
    pub row: Row,
}

/// An open workspace.
pub struct Store {
    folder: PathBuf,
    manifest: Manifest,
    /// Open while a large command runs: the disk is the lane's then.
    lane: Option<Lane>,
    disk: Arc<Mutex<Disk>>,
    files: Files,
    sequence: u64,
    clock: Hybrid,
    checkpoint: Checkpoint,
    /// The large command that has begun and not ended.
    open_batch: Option<u64>,
    /// What small commands have changed since it began.
    changed_meanwhile: BTreeSet<RecordId>,
    /// The large command that has ended and is not laid down yet.
    ended: Option<Ended>,
    checkpoint_is_overdue: bool,
    /// What was applied again when it was opened, until someone asks for it.
    replayed: Option<Replayed>,
    rebuilt: Option<PathBuf>,
    /// Whether the workspace was closed in good order the last time, or has been read since.
    was_closed: bool,
    /// Dropped last, so that nobody else comes in while the rest is being closed.
    _lock: Lock,
}

impl Store {
    /// The record's row and which commands made and last changed it.
    ///
    /// # Errors
    /// When the database or the record is damaged.
    pub fn read(&self, record: RecordId) -> Result<Option<Stored>> {
        Ok(self.read_all(&[record])?.pop().map(|(_, stored)| stored))
    }

    /// Those of the records that are there.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn read_all(&self, records: &[RecordId]) -> Result<Vec<(RecordId, Stored)>> {
        let mut found = Vec::with_capacity(records.len());
        let mut spots: Vec<Spot> = Vec::with_capacity(records.len());
        let mut others = Vec::with_capacity(records.len());
        for record in records {
            let waiting = self.ended.as_ref().map(|ended| &ended.waiting);
            match waiting.map_or(Ok(None), |waiting| self.read_waiting(waiting, *record))? {
                Some(stored) => found.push((*record, stored)),
                None => {
                    spots.push((record.kind.number(), record.uuid.as_bytes().to_vec()));
                    others.push(*record);
                }
            }
        }
        let entries = self.entries(&spots)?;
        for ((record, (tree, key)), bytes) in others.into_iter().zip(&spots).zip(entries) {
            let Some(bytes) = bytes else { continue };
            let mut stored: Stored = unseal(*tree, key, &bytes)?;
            self.files.fetch(&mut stored.row)?;
            found.push((record, stored));
        }
        Ok(found)
    }

    /// Every record of a kind, oldest first, those in the bin too. The entries are checked against
    /// the total of their tree; the last item is an error if any is missing.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn scan(
        &mut self,
        kind: Kind,
    ) -> Result<impl Iterator<Item = Result<(RecordId, Stored)>> + use<'_>> {
        let tree = kind.number();
        let mut disk = self.disk();
        let total = disk.database.total(tree)?;
        let mut entries = disk.database.scan(tree, &[])?;
        drop(disk);
        let files = &self.files;
        let mut seen = Total { lsn: total.lsn, ..Total::default() };
        let mut is_over = false;
        Ok(std::iter::from_fn(move || {
            if is_over {
                return None;
            }
            let Some(entry) = entries.next() else {
                is_over = true;
                let fits = seen == total;
                return (!fits)
                    .then(|| Err(Error::storage("missing-records").with("tree", kind.name())));
            };
            Some(entry.and_then(|(key, bytes)| {
                seen.count += 1;
                seen.sum = seen.sum.wrapping_add(codec::entry_hash(tree, &key, &bytes));
                let uuid = Uuid::from_slice(&key).map_err(|_| damaged_record(tree))?;
                let mut stored: Stored = unseal(tree, &key, &bytes)?;
                files.fetch(&mut stored.row)?;
                Ok((RecordId { kind, uuid }, stored))
            }))
        }))
    }

    /// Every record of a kind that stays small, oldest first, those in the bin too.
    ///
    /// # Errors
    /// When the database or a record is damaged.
    pub fn all(&self, kind: Kind) -> Result<Vec<(RecordId, Stored)>> {
        let tree = kind.number();
        let entries = self.disk().database.scan(tree, &[])?;
        let entries = entries.map(|entry| {
            let (key, bytes) = entry?;
            let uuid = Uuid::from_slice(&key).map_err(|_| damaged_record(tree))?;
            Ok((RecordId { kind, uuid }, unseal(tree, &key, &bytes)?))
        });
        entries.collect()
    }

    /// The kinds that have records, the users' own among them.
    pub fn kinds(&self) -> Vec<Kind> {
        self.disk().database.trees().into_iter().filter_map(Kind::of_number).collect()
    }

    /// The number the next command gets.
    pub fn next_sequence(&self) -> u64 {
        self.sequence + 1
    }

    /// Commands saved so far.
    pub fn last_sequence(&self) -> u64 {
        self.sequence
    }

    /// The hybrid clock of the newest command.
    pub fn clock(&self) -> Hybrid {
        self.clock
    }

    /// This laptop, as far as this workspace is concerned.
    pub fn device(&self) -> Uuid {
        self.manifest.device
    }

    /// The workspace, wherever it lies.
    pub fn workspace(&self) -> Uuid {
        self.manifest.workspace
    }

    /// How many records of a kind there are, those in the bin too.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn count(&mut self, kind: Kind) -> Result<u64> {
        Ok(self.disk().database.total(kind.number())?.count)
    }

    /// Where the workspace lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A kept file.
    ///
    /// # Errors
    /// When it is gone or damaged.
    pub fn kept_file(&self, hash: &str) -> Result<Vec<u8>> {
        self.files.read(hash)
    }

    /// Makes the database itself durable and releases the journal it no longer needs.
    ///
    /// # Errors
    /// When the disk does not confirm; the journal still holds everything then.
    pub fn checkpoint(&mut self) -> Result<()> {
        self.checkpoint_as(false)
    }

    /// Closes the workspace in good order.
    ///
    /// # Errors
    /// As [`Store::checkpoint`].
    pub fn close(mut self) -> Result<()> {
        if self.disk().usable().is_err() {
            return Ok(());
        }
        while self.lay_down_next(|_, _| false, |_| ())? {}
        self.checkpoint_as(true)?;
        self.disk().journal.settle()
    }

    /// Bytes of the workspace on disk: database, and journal in use.
    pub fn size(&self) -> (u64, u64) {
        let disk = self.disk();
        (disk.database.size(), disk.journal.size())
    }

    fn checkpoint_as(&mut self, is_clean: bool) -> Result<()> {
        // What the database failed to take is in the journal alone.
        self.usable()?;
        if self.alone().is_err() {
            // The journal is all there is of a batch's changes until they are laid down.
            return Ok(());
        }
        let mut disk = self.disk();
        disk.database.sync()?;
        let mut totals = Vec::new();
        for tree in disk.database.trees() {
            totals.push((tree, disk.database.total(tree)?));
        }
        let lsn = disk.journal.last_lsn();
        drop(disk);
        let (sequence, clock) = (self.sequence, self.clock);
        let verified_at = self.checkpoint.verified_at;
        let checkpoint = Checkpoint { lsn, sequence, clock, totals, is_clean, verified_at };
        checkpoint.write(&self.folder)?;
        self.checkpoint = checkpoint;
        self.disk().journal.release(lsn)
    }

    /// Journal and database, when nothing is left in the lane.
    fn disk(&self) -> MutexGuard<'_, Disk> {
        if let Some(lane) = &self.lane {
            lane.wait();
        }
        disk::locked(&self.disk)
    }

    /// What lies at spots of the database.
    fn entries(&self, spots: &[Spot]) -> Result<Entries> {
        if let Some(lane) = &self.lane {
            return lane.read(spots.to_vec());
        }
        let disk = self.disk();
        spots.iter().map(|(tree, key)| disk.database.get(*tree, key)).collect()
    }

    /// Makes the database durable if anything was saved since the last time. A failure is no loss,
    /// because the journal has everything: it is tried again, and told at the latest on closing.
    pub fn checkpoint_when_idle(&mut self) {
        let last_lsn = self.disk().journal.last_lsn();
        if last_lsn > self.checkpoint.lsn {
            self.checkpoint_is_overdue = self.checkpoint().is_err();
        }
    }

    fn checkpoint_if_due(&mut self) {
        let (last_lsn, size) = {
            let disk = self.disk();
            (disk.journal.last_lsn(), disk.journal.size())
        };
        let frames = last_lsn - self.checkpoint.lsn;
        let is_due = frames >= CHECKPOINT_FRAMES || size >= CHECKPOINT_BYTES;
        // What failed once is tried again when nothing else is to be done.
        if is_due && !self.checkpoint_is_overdue {
            self.checkpoint_when_idle();
        }
    }
}

/// Reads a value of a tree.
fn unseal<T: serde::de::DeserializeOwned>(tree: u16, key: &[u8], bytes: &[u8]) -> Result<T> {
    codec::unseal(tree, key, bytes).map_err(|damage| damaged(tree, damage))
}

fn damaged(tree: u16, damage: Damage) -> Error {
    match damage {
        Damage::Newer => Error::storage("newer-record"),
        Damage::Shape | Damage::Checksum => damaged_record(tree),
    }
}

fn damaged_record(tree: u16) -> Error {
    let name = Kind::of_number(tree).map_or("history", Kind::name);
    Error::storage("damaged-record").with("tree", name)
}
