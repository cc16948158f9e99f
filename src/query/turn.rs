//! Whose turn it is among questions of which only the newest matters.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// The turn of one question. It is over as soon as there is a newer one.
#[derive(Clone, Debug, Default)]
pub struct Turn {
    own: u64,
    newest: Arc<AtomicU64>,
}

impl Turn {
    /// Whether there is a newer question, so that nobody waits for an answer to this one.
    pub fn is_over(&self) -> bool {
        self.newest.load(Ordering::Relaxed) != self.own
    }

    /// The turn of a newer question: this one is over.
    #[must_use]
    pub fn next(&self) -> Self {
        let own = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        Self { own, newest: Arc::clone(&self.newest) }
    }
}
