//! How far the reading of many records is, for those who wait for it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use crate::error::{Error, Result};

/// How far the reading of many records is; by it they who wait may also ask to stop.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    done: Arc<AtomicUsize>,
    of: Arc<AtomicUsize>,
    is_cancelled: Arc<AtomicBool>,
}

impl Watch {
    /// Records read so far, and how many there are; none of none before the first is read.
    pub fn progress(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed))
    }

    /// Asks to stop: nothing is kept of what was read.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Goes on, unless it was asked to stop.
    ///
    /// # Errors
    /// `cancelled`.
    pub fn goes_on(&self) -> Result<()> {
        match self.is_cancelled.load(Ordering::Relaxed) {
            true => Err(Error::refused("cancelled")),
            false => Ok(()),
        }
    }

    /// Notes how many records were read, of how many.
    pub fn note(&self, (done, of): (usize, usize)) {
        self.done.store(done, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
    }
}
