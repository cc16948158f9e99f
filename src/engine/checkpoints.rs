//! When what is in memory is kept beside the records, so that the next opening is fast.

use std::{
    sync::Arc,
    thread::{self, JoinHandle},
};

use crate::{
    error::Result,
    model::{Model, Opened},
    store::{Hurry, Store},
};

/// Changed records after which a checkpoint is written when nothing else is to be done, or at once after
/// a large command.
const MANY: u64 = 20_000;

/// Changed records after which closing writes one: fewer are applied again sooner than all are written.
const WORTHWHILE: u64 = 1_000;

/// The checkpoints of an open workspace. That one cannot be written is no loss: the records have everything.
#[derive(Default)]
pub(super) struct Checkpoints {
    /// Records changed since the last.
    changed: u64,
    saving: Option<JoinHandle<Result<()>>>,
    /// When the workspace is closed.
    hurry: Hurry,
}

impl Checkpoints {
    /// After an opening: what was read from the records is worth keeping.
    pub fn of(model: &Model, opened: Opened) -> Self {
        let changed = match opened {
            Opened::Checkpoint(replayed) => replayed,
            Opened::Records => model.rows(),
        };
        Self { changed: changed as u64, ..Self::default() }
    }

    /// Counts changed records.
    pub fn count(&mut self, records: u64) {
        self.changed += records;
    }

    /// Writes a checkpoint beside what goes on, if there is much to keep.
    pub fn begin_if_due(&mut self, store: &Store, model: &Arc<Model>) {
        if self.changed < MANY || self.saving.as_ref().is_some_and(|saving| !saving.is_finished()) {
            return;
        }
        let Ok(Some(stamp)) = model.stamp(store) else { return };
        let (model, folder) = (Arc::clone(model), store.folder().to_owned());
        let hurry = self.hurry.clone();
        let save = move || model.save(&folder, &stamp, &hurry);
        let thread = thread::Builder::new().name("checkpoint".to_owned()).spawn(save);
        self.saving = thread.ok();
        self.changed = 0;
    }

    /// Writes the last checkpoint, if it saves the next opening anything.
    ///
    /// # Errors
    /// When the history is damaged, or the checkpoint cannot be written.
    pub fn close(&mut self, store: &Store, model: &Model) -> Result<()> {
        self.hurry.begin();
        let saved = self.saving.take().map_or(Ok(Ok(())), JoinHandle::join);
        let is_behind = !matches!(saved, Ok(Ok(())));
        if self.changed < WORTHWHILE && !is_behind {
            return Ok(());
        }
        match model.stamp(store)? {
            Some(stamp) => model.save(store.folder(), &stamp, &self.hurry),
            None => Ok(()),
        }
    }
}
