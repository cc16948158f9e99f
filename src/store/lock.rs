//! One program a workspace. The lock is the operating system's, so that after a crash it is free.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read as _, Seek as _, Write as _},
    path::Path,
    process, thread,
    time::{Duration, Instant},
};

use crate::error::{Error, Result};

/// How long a lock may still seem to be held that is being let go of: a program that is just starting another
/// one shares its files with it for a moment.
const PATIENCE: Duration = Duration::from_millis(100);

/// Holds the workspace until it is dropped.
pub(super) struct Lock(#[expect(dead_code, reason = "held, not used")] File);

impl Lock {
    /// Takes the workspace, or says who holds it.
    ///
    /// # Errors
    /// `locked` with the other program's number, or the folder cannot be written.
    pub fn take(folder: &Path) -> Result<Self> {
        let path = folder.join("lock");
        let failed = |err| Error::file("@operation-open", &path, err);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(failed)?;
        let begun = Instant::now();
        while let Err(taken) = file.try_lock() {
            match taken {
                TryLockError::WouldBlock if begun.elapsed() < PATIENCE => thread::yield_now(),
                TryLockError::WouldBlock => return Err(Self::held_by(&mut file, folder)),
                TryLockError::Error(err) => return Err(failed(err)),
            }
        }
        let written = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| write!(file, "{}", process::id()))
            .and_then(|()| file.flush());
        written.map_err(failed)?;
        Ok(Self(file))
    }

    fn held_by(file: &mut File, folder: &Path) -> Error {
        let mut holder = String::new();
        if file.read_to_string(&mut holder).is_err() || holder.is_empty() {
            // Some systems let nobody else read a locked file.
            "?".clone_into(&mut holder);
        }
        Error::storage("locked").with("holder", holder).with("path", folder)
    }
}
