//! One program a workspace. The lock is the operating system's, so that after a crash it is free.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read as _, Seek as _, Write as _},
    path::Path,
    process,
};

use crate::error::{Error, Result};

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
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Self::held_by(&mut file, folder)),
            Err(TryLockError::Error(err)) => return Err(failed(err)),
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
