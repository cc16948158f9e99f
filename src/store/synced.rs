//! A large file that is written beside saves: synced in parts, so that none of them waits for all of it.

use std::{
    fs::File,
    io::{self, Write},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// Bytes after which what was written is synced: whoever saves something meanwhile waits for no more than
/// that.
const UNSYNCED: u64 = 8 << 20;

/// Whether somebody waits for a cache file to be written: it is not synced any more then. What a power cut tears is
/// noticed, and made anew.
#[derive(Clone, Debug, Default)]
pub struct Hurry(Arc<AtomicBool>);

impl Hurry {
    /// From now on somebody waits.
    pub fn begin(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn has_begun(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A file that is synced again and again.
pub(super) struct Synced {
    file: File,
    unsynced: u64,
    hurry: Hurry,
}

impl Synced {
    /// A file of which nothing is written yet.
    pub fn new(file: File, hurry: Hurry) -> Self {
        Self { file, unsynced: 0, hurry }
    }

    /// Waits until what was written is on the disk.
    pub fn sync(&mut self) -> io::Result<()> {
        self.unsynced = 0;
        if self.hurry.has_begun() { Ok(()) } else { self.file.sync_data() }
    }
}

impl Write for Synced {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.unsynced >= UNSYNCED {
            self.sync()?;
        }
        let written = self.file.write(bytes)?;
        self.unsynced += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
