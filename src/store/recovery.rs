//! Opening a workspace: what is there is checked, what is missing in sled is applied again.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use uuid::Uuid;

use super::{
    Checkpoint, Database, Disk, Files, Journal, Lock, Manifest, Store,
    database::{self, Total},
    journal::Found,
    manifest::create_folder,
};
use crate::{
    domain::Header,
    error::{Error, Result},
};

impl Store {
    /// Opens the workspace in a folder, or makes one there.
    ///
    /// # Errors
    /// `locked` if another program has it open; `newer-workspace`; `damaged-…` if anything in it is
    /// not as it was written: nothing is changed then.
    pub fn open(folder: &Path) -> Result<Self> {
        // A newer workspace is not even locked.
        Manifest::read(folder)?;
        create_folder(folder).map_err(|err| Error::file("@operation-create", folder, err))?;
        let lock = Lock::take(folder)?;
        let manifest = Manifest::read(folder)?;
        if manifest.is_none() && folder.join(database::FOLDER).exists() {
            return Err(damaged(&folder.join("MANIFEST")));
        }
        // It comes first: whatever else there is belongs to it.
        let manifest = match manifest {
            Some(manifest) => manifest,
            None => Manifest::create(folder, Uuid::now_v7(), Uuid::now_v7())?,
        };
        let known = Checkpoint::read(folder)?;
        let place = folder.join("journal");
        let found = Found::read(&place, known.as_ref().map_or(0, |checkpoint| checkpoint.lsn))?;
        verify_journal(folder, known.as_ref(), &found)?;
        let (database, found, rebuilt) = match open_database(folder, known.as_ref(), &found) {
            Ok(database) => (database, found, None),
            // While the journal has every frame there ever was, the database can be made anew.
            Err(err) => {
                let whole = Found::read(&place, 0)?;
                if !whole.is_whole(known.as_ref().map_or(0, |checkpoint| checkpoint.lsn)) {
                    return Err(err);
                }
                let aside = set_aside(&folder.join(database::FOLDER))?;
                (Database::open(folder)?, whole, aside)
            }
        };
        let journal = Journal::open(&place, &found)?;
        let is_new = known.is_none();
        let checkpoint = known.unwrap_or_default();
        let was_closed = checkpoint.is_clean;
        let mut store = Self {
            folder: folder.to_owned(),
            manifest,
            lane: None,
            disk: Arc::new(Mutex::new(Disk::new(journal, database))),
            files: Files::of(folder),
            sequence: checkpoint.sequence,
            clock: checkpoint.clock,
            checkpoint,
            open_batch: None,
            changed_meanwhile: BTreeSet::new(),
            ended: None,
            checkpoint_is_overdue: false,
            replayed: None,
            rebuilt,
            was_closed,
            _lock: lock,
        };
        store.replay(found.frames)?;
        store.find_last_command()?;
        if store.checkpoint.is_clean || is_new {
            let marked = Checkpoint { is_clean: false, ..store.checkpoint.clone() };
            marked.write(folder)?;
            store.checkpoint = marked;
        }
        Ok(store)
    }

    /// Where the damaged database lies, if it was damaged and has been rebuilt from the journal.
    pub fn rebuilt(&self) -> Option<&Path> {
        self.rebuilt.as_deref()
    }

    /// Whether the workspace was closed in good order the last time.
    pub fn was_closed(&self) -> bool {
        self.was_closed
    }

    fn find_last_command(&mut self) -> Result<()> {
        let newest: Option<Header> = self.headers()?.next().transpose()?;
        if let Some(header) = newest {
            self.sequence = self.sequence.max(header.sequence);
            self.clock = self.clock.max(header.clock);
        }
        Ok(())
    }
}

/// No frame that was durable may be gone.
fn verify_journal(folder: &Path, known: Option<&Checkpoint>, found: &Found) -> Result<()> {
    let Some(checkpoint) = known else {
        // It is written before the first frame.
        let is_new = found.last_seen.is_none() && !found.is_damaged;
        return if is_new { Ok(()) } else { Err(damaged(&folder.join("CHECKPOINT"))) };
    };
    let from = checkpoint.lsn;
    let first_new = found.frames.first().map(|(lsn, _)| *lsn);
    let has_gap = first_new.is_some_and(|first| first != from + 1);
    // The segments around the checkpoint are kept, so that its own frame must be there.
    let is_short = from > 0 && found.last_seen.is_none_or(|last| last < from);
    if found.is_damaged || has_gap || is_short {
        return Err(damaged(&folder.join("journal")));
    }
    Ok(())
}

/// None of sled's writes that were durable may be gone, and it cannot have what the journal has not.
fn verify_database(
    folder: &Path,
    known: Option<&Checkpoint>,
    found: &Found,
    database: &mut Database,
) -> Result<()> {
    let durable: &[(u16, Total)] = known.map_or(&[], |checkpoint| &checkpoint.totals);
    for tree in database.trees() {
        let is_ahead = database.total(tree)?.lsn > found.last_lsn;
        if is_ahead || known.is_none() {
            return Err(damaged(&folder.join("journal")));
        }
    }
    for (tree, durable) in durable {
        let now = database.total(*tree)?;
        let is_older = now.lsn < durable.lsn;
        let differs = now.lsn == durable.lsn && now != *durable;
        if is_older || differs {
            return Err(damaged(&folder.join(database::FOLDER)));
        }
    }
    Ok(())
}

/// The database, if it is there and as it should be.
fn open_database(folder: &Path, known: Option<&Checkpoint>, found: &Found) -> Result<Database> {
    let mut database = Database::open(folder)?;
    verify_database(folder, known, found, &mut database)?;
    Ok(database)
}

/// Renames what is of no use, to a name of its own, which is given back; nothing is ever deleted.
fn set_aside(path: &Path) -> Result<Option<PathBuf>> {
    if !path.exists() {
        return Ok(None);
    }
    let names = (1..).map(|number| path.with_extension(format!("damaged-{number}")));
    let aside = names.into_iter().find(|aside| !aside.exists()).unwrap_or_default();
    fs::rename(path, &aside).map_err(|err| Error::file("@operation-write", path, err))?;
    Ok(Some(aside))
}

pub(super) fn damaged(path: &Path) -> Error {
    Error::storage("damaged-workspace").with("path", path)
}
