//! How far the reading of many records is, for those who wait for it.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use super::Model;
use crate::error::{Error, Result};

/// How far the reading of many records is; by it they who wait may also ask to stop.
#[derive(Clone, Default)]
pub struct Watch {
    done: Arc<AtomicUsize>,
    of: Arc<AtomicUsize>,
    is_cancelled: Arc<AtomicBool>,
    /// What can be looked at before everything is read, for those who begin with it.
    early: Option<Arc<OnceLock<Arc<Model>>>>,
}

impl Watch {
    /// For those who begin with the leads while the rest is read.
    pub fn eager() -> Self {
        Self { early: Some(Arc::default()), ..Self::default() }
    }

    /// The leads, as soon as they are read and before the rest is; see [`Model::is_whole`]. None if nobody
    /// wanted them early, or nothing had to be read.
    pub fn early(&self) -> Option<Arc<Model>> {
        self.early.as_ref()?.get().map(Arc::clone)
    }

    /// Whether someone begins with the leads.
    pub(super) fn is_eager(&self) -> bool {
        self.early.is_some()
    }

    /// Shows what can be looked at before everything is read.
    pub(super) fn show(&self, model: Model) {
        if let Some(early) = &self.early {
            early.get_or_init(|| Arc::new(model));
        }
    }

    /// Records read so far, and how many there are; none of none before the first is read. Those that are
    /// read twice because someone begins early count twice from then on.
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
