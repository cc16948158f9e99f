//! What the writer thread publishes for everyone else to read.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use arc_swap::{ArcSwap, ArcSwapOption};

use crate::{error::Error, model::Model};

/// What the writer publishes: the newest snapshot, and how far a large command is.
#[derive(Clone)]
pub struct Published {
    pub(super) model: Arc<ArcSwap<Model>>,
    pub(super) progress: Arc<AtomicU64>,
    pub(super) cancel: Arc<AtomicBool>,
    pub(super) damage: Arc<ArcSwapOption<Error>>,
}

impl Published {
    /// The first snapshot, and nothing on its way.
    pub(super) fn new(model: Arc<Model>) -> Self {
        Self {
            model: Arc::new(ArcSwap::new(model)),
            progress: Arc::default(),
            cancel: Arc::default(),
            damage: Arc::default(),
        }
    }

    /// What was found damaged since the last time this was asked.
    pub fn take_damage(&self) -> Option<Arc<Error>> {
        self.damage.swap(None)
    }

    /// The newest snapshot.
    pub fn model(&self) -> Arc<Model> {
        self.model.load_full()
    }

    /// Rows or records the running large command has done; 0 if there is none.
    pub fn progress(&self) -> u64 {
        self.progress.load(Ordering::Relaxed)
    }

    /// Asks the running large command to stop: as if it had never begun.
    pub fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}
