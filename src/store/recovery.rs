//! Opening a workspace: what is there is checked, what is missing in sled is applied again.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use uuid::Uuid;

use super::{
    Checkpoint, Database, Files, HEADERS, Journal, Lock, Manifest, Store, codec,
    commit::Frame,
    database::{self, Write},
    journal::Found,
};
use crate::{
    domain::{Header, Hybrid},
    error::{Error, Result},
};

/// Writes that are applied together while replaying.
const REPLAY_SLICE: usize = 4_000;

impl Store {
    /// Opens the workspace in a folder, or makes one there.
    ///
    /// # Errors
    /// `locked` if another program has it open; `newer-workspace`; `damaged-…` if anything in it is
    /// not as it was written: nothing is changed then.
    pub fn open(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).map_err(|err| Error::file("@operation-create", folder, err))?;
        let lock = Lock::take(folder)?;
        let known = Manifest::read(folder)?;
        if known.is_none() && folder.join(database::FOLDER).exists() {
            return Err(damaged(&folder.join("MANIFEST")));
        }
        let is_new = known.is_none();
        let checkpoint = Checkpoint::read(folder)?.unwrap_or_default();
        let database = Database::open(folder)?;
        let (journal, found) = Journal::open(&folder.join("journal"), checkpoint.lsn)?;
        let manifest = match known {
            Some(manifest) => manifest,
            None => Manifest::create(folder, Uuid::now_v7(), Uuid::now_v7())?,
        };
        let mut store = Self {
            folder: folder.to_owned(),
            manifest,
            journal,
            database,
            files: Files::of(folder),
            sequence: checkpoint.sequence,
            clock: Hybrid::default(),
            checkpoint,
            open_batch: None,
            checkpoint_is_overdue: false,
            is_broken: false,
            _lock: lock,
        };
        if !is_new {
            store.verify_ends(&found)?;
        }
        store.replay(found.frames)?;
        store.find_last_command()?;
        let marked = Checkpoint { is_clean: false, ..store.checkpoint.clone() };
        marked.write(folder)?;
        store.checkpoint = marked;
        Ok(store)
    }

    /// Whether the workspace was closed in good order the last time.
    pub fn was_closed(&self) -> bool {
        self.checkpoint.is_clean
    }

    /// Nothing that was durable may be gone: neither frames of the journal nor sled's last writes.
    fn verify_ends(&mut self, found: &Found) -> Result<()> {
        let from = self.checkpoint.lsn;
        let first_new = found.frames.first().map(|(lsn, _)| *lsn);
        let has_gap = first_new.is_some_and(|first| first != from + 1);
        // The segments around the checkpoint are kept, so that its own frame must be there.
        let is_short = from > 0 && found.last_seen.is_none_or(|last| last < from);
        if found.is_damaged || has_gap || is_short {
            return Err(damaged(&self.folder.join("journal")));
        }
        for (tree, durable) in self.checkpoint.totals.clone() {
            let now = self.database.total(tree)?;
            let is_older = now.lsn < durable.lsn;
            let differs = now.lsn == durable.lsn && now != durable;
            if is_older || differs {
                return Err(damaged(&self.folder.join(database::FOLDER)));
            }
        }
        Ok(())
    }

    fn replay(&mut self, frames: Vec<(u64, Vec<u8>)>) -> Result<()> {
        if frames.is_empty() {
            return Ok(());
        }
        let mut later: BTreeMap<u64, Vec<Write>> = BTreeMap::new();
        let mut unended = BTreeSet::new();
        let mut ready: Vec<Write> = Vec::new();
        let mut last = 0;
        for (lsn, bytes) in frames {
            let frame: Frame =
                codec::decode(&bytes).map_err(|_| damaged(&self.folder.join("journal")))?;
            last = lsn;
            match frame {
                Frame::Command(writes) | Frame::Fresh(_, writes) => ready.extend(writes),
                Frame::Begin(batch) => {
                    unended.insert(batch);
                    self.sequence = self.sequence.max(batch);
                }
                Frame::Later(batch, writes) => later.entry(batch).or_default().extend(writes),
                Frame::End(batch, writes) => {
                    unended.remove(&batch);
                    ready.extend(later.remove(&batch).unwrap_or_default());
                    ready.extend(writes);
                }
                Frame::Abort(_) => {}
            }
            if ready.len() >= REPLAY_SLICE {
                self.reapply(std::mem::take(&mut ready))?;
            }
        }
        self.reapply(ready)?;
        for batch in unended {
            self.sweep(batch)?;
        }
        // A frame's number is taken by a tree only now: before, a crash must begin all over again.
        self.database.mark(last)?;
        self.checkpoint()
    }

    /// Applies writes again that may have been applied before.
    fn reapply(&mut self, mut writes: Vec<Write>) -> Result<()> {
        for write in &mut writes {
            write.is_fresh = false;
        }
        self.database.apply(&writes, 0)
    }

    fn find_last_command(&mut self) -> Result<()> {
        let newest: Option<Header> = self.headers()?.next().transpose()?;
        if let Some(header) = newest {
            self.sequence = self.sequence.max(header.sequence);
            self.clock = header.clock;
        } else if self
            .checkpoint
            .totals
            .iter()
            .any(|(tree, total)| *tree == HEADERS && total.count > 0)
        {
            return Err(damaged(&self.folder.join(database::FOLDER)));
        }
        Ok(())
    }
}

fn damaged(path: &Path) -> Error {
    Error::storage("damaged-workspace").with("path", path)
}
