//! Files of the journal that are made and removed beside what goes on: nobody who saves waits for it.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    thread::{self, JoinHandle},
};

use super::segment::{self, SIZE};
use crate::error::{Error, Result};

/// The next segment, being made before it is needed. It has no name yet that counts.
pub(super) struct Spare {
    path: PathBuf,
    made: JoinHandle<io::Result<File>>,
}

impl Spare {
    /// Begins to make the segment of a path, behind the frame `sealed` or a later one. None if the system has no
    /// thread to give.
    pub fn begin(path: &Path, sealed: u64) -> Option<Self> {
        let aside = segment::aside(path);
        let made = move || segment::preallocate(&aside, SIZE, sealed);
        let thread = thread::Builder::new().name("next-segment".to_owned()).spawn(made);
        Some(Self { path: path.to_owned(), made: thread.ok()? })
    }

    /// Gives the segment its name. None if it could not be made, or is too short: whoever needs it makes it
    /// then, and hears why if that fails too.
    pub fn take(self, path: &Path, size: u64) -> Option<File> {
        let file = self.made.join().ok()?.ok()?;
        (path == self.path && size <= SIZE).then_some(())?;
        segment::name(path).ok()?;
        Some(file)
    }

    /// Takes it away again: it will not be needed.
    pub fn discard(self) {
        drop(self.made.join());
        // It holds nothing, and the next one made overwrites it.
        drop(fs::remove_file(segment::aside(&self.path)));
    }
}

/// Segments being removed, the oldest first, so that a crash leaves no gap.
#[derive(Default)]
pub(super) struct Removal(Option<JoinHandle<Result<()>>>);

impl Removal {
    /// Removes segments, after those that are being removed: a few at once, more beside what goes on.
    ///
    /// # Errors
    /// When a segment cannot be removed, or one of the last time could not.
    pub fn begin(&mut self, paths: Vec<PathBuf>) -> Result<()> {
        if self.0.as_ref().is_some_and(JoinHandle::is_finished) {
            self.finish()?;
        }
        if self.0.is_none() && paths.len() <= FEW {
            return remove(&paths);
        }
        let earlier = self.0.take();
        let work = move || joined(earlier).and_then(|()| remove(&paths));
        let thread = thread::Builder::new().name("remove-segments".to_owned()).spawn(work);
        // Without a thread they are found and removed after the next start.
        self.0 = thread.ok();
        Ok(())
    }

    /// Waits until they are gone.
    ///
    /// # Errors
    /// When one cannot be removed.
    pub fn finish(&mut self) -> Result<()> {
        joined(self.0.take())
    }
}

/// Segments that are removed at once: it takes a few milliseconds.
const FEW: usize = 3;

fn joined(thread: Option<JoinHandle<Result<()>>>) -> Result<()> {
    // A thread that died has left some: they are found and removed after the next start.
    thread.map_or(Ok(()), |thread| thread.join().unwrap_or(Ok(())))
}

fn remove(paths: &[PathBuf]) -> Result<()> {
    paths.iter().try_for_each(|path| {
        fs::remove_file(path).map_err(|err| Error::file("@operation-remove", path, err))
    })
}
