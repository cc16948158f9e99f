//! What frames go to: the journal, where they are saved, and the database, to which they are applied.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Database, Journal, codec, commit::Frame, database::Write, journal::Place};
use crate::error::{Error, Result};

/// Bytes of memory that are kept from frame to frame: those of a slice.
const KEPT: usize = 2 << 20;

/// Journal and database. One thread at a time has them: the writer, or the lane of a large command.
pub(super) struct Disk {
    pub journal: Journal,
    pub database: Database,
    /// Set when memory and disk may disagree: only a new start helps. The journal has a word in it, too.
    pub is_broken: bool,
    /// The bytes of a frame; the memory is used again.
    encoded: Vec<u8>,
}

impl Disk {
    /// A disk that may be written.
    pub fn new(journal: Journal, database: Database) -> Self {
        Self { journal, database, is_broken: false, encoded: Vec::new() }
    }

    /// Saves a frame and applies what it says of the database.
    pub fn save(&mut self, frame: &Frame) -> Result<()> {
        let (lsn, _) = self.append(frame)?;
        self.lay_down(frame.at_once(), lsn)
    }

    /// Saves a frame. It is durable before anything of it is applied, so that the database never holds
    /// what the journal may lose. Gives its lsn and where it lies.
    pub fn append(&mut self, frame: &Frame) -> Result<(u64, Place)> {
        self.halves().0.append(frame)
    }

    /// Applies writes that are saved: if that fails, memory and disk no longer agree.
    pub fn lay_down(&mut self, writes: &[Write], lsn: u64) -> Result<()> {
        self.halves().1.lay_down(writes, lsn)
    }

    /// Both halves, so that a frame can be saved while another one is applied.
    pub fn halves(&mut self) -> (Saving<'_>, Applying<'_>) {
        let Self { journal, database, is_broken, encoded } = self;
        (Saving { journal, encoded }, Applying { database, is_broken })
    }

    /// Whether anything more may be written.
    pub fn usable(&self) -> Result<()> {
        if self.is_broken || self.journal.is_broken() {
            Err(Error::storage("restart-needed"))
        } else {
            Ok(())
        }
    }
}

/// The half that saves.
pub(super) struct Saving<'a> {
    journal: &'a mut Journal,
    encoded: &'a mut Vec<u8>,
}

impl Saving<'_> {
    /// See [`Disk::append`].
    pub fn append(&mut self, frame: &Frame) -> Result<(u64, Place)> {
        self.encoded.clear();
        self.encoded.shrink_to(KEPT);
        codec::encode_to(frame, self.encoded)
            .map_err(|err| Error::other("cannot-encode").because(err))?;
        self.journal.append(self.encoded)
    }
}

/// The half that applies.
pub(super) struct Applying<'a> {
    pub database: &'a mut Database,
    pub is_broken: &'a mut bool,
}

impl Applying<'_> {
    /// See [`Disk::lay_down`].
    pub fn lay_down(&mut self, writes: &[Write], lsn: u64) -> Result<()> {
        self.database.apply(writes, lsn).map_err(|err| {
            *self.is_broken = true;
            Error::storage("saved-not-applied").because(err)
        })
    }
}

/// The disk, for whoever's it is: what broke while someone had it is noted in it.
pub(super) fn locked(disk: &Mutex<Disk>) -> MutexGuard<'_, Disk> {
    disk.lock().unwrap_or_else(PoisonError::into_inner)
}
