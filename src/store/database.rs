//! sled, and what it needs around it. The only file that names sled.
//!
//! Each tree keeps, under the empty key, how many entries it has and an additive hash of them,
//! together with the lsn of the last frame applied to it. All of a tree's changes from one frame are
//! one atomic batch that carries these, so that every tree is consistent in itself and a missing or
//! older entry is noticed by counting.

use std::{
    collections::HashMap,
    fs::File,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Mutex, mpsc},
    thread,
    time::Duration,
};

use serde::{Deserialize, Serialize};

use super::codec;
use crate::error::{Error, Result};

/// The folder of the database; the version of sled is part of its name, because another version
/// would show an empty database.
pub(super) const FOLDER: &str = "sled-0.34";

/// How much sled keeps in memory, in bytes. It uses up to three times as much while scanning.
const CACHE: u64 = 64 << 20;

/// How long opening may take before it counts as hanging.
const PATIENCE: Duration = Duration::from_secs(120);

/// Where the total of a tree lies in it.
const TOTAL_KEY: &[u8] = b"";

/// A change to one entry of one tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Write {
    /// Which tree.
    pub tree: u16,
    /// Which entry.
    pub key: Vec<u8>,
    /// The sealed value; none removes the entry.
    pub value: Option<Vec<u8>>,
    /// Whether the entry is known not to exist yet: saves looking.
    pub is_fresh: bool,
}

/// How many entries a tree has and their additive hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// The number of entries.
    pub count: u64,
    /// The sum of the hashes of all entries, wrapping.
    pub sum: u64,
    /// The last frame of the journal applied to the tree.
    pub lsn: u64,
}

/// The open database.
pub(super) struct Database {
    db: sled::Db,
    folder: PathBuf,
    trees: Mutex<HashMap<u16, sled::Tree>>,
    totals: HashMap<u16, Total>,
}

impl Database {
    /// Opens the database in a workspace's folder, on a thread of its own: damage may make sled
    /// panic or hang, and neither may take the program with it.
    ///
    /// # Errors
    /// `damaged-database` with what sled said, or that it did not answer.
    pub fn open(workspace: &Path) -> Result<Self> {
        let folder = workspace.join(FOLDER);
        let (answer, opened) = mpsc::channel();
        let place = folder.clone();
        let worker = move || {
            let open = || sled::Config::new().path(&place).cache_capacity(CACHE).open();
            let result = match catch_unwind(AssertUnwindSafe(open)) {
                Ok(Ok(db)) => Ok(db),
                Ok(Err(err)) => Err(err.to_string()),
                Err(_) => Err("panic".to_owned()),
            };
            // Nobody listens any more after the time-out.
            answer.send(result).is_ok()
        };
        let thread = thread::Builder::new().name("open-database".to_owned()).spawn(worker);
        thread.map_err(|err| Error::file("@operation-open", &folder, err))?;
        let damaged = |reason: String| {
            Error::storage("damaged-database").with("path", folder.as_path()).because(reason)
        };
        let db = match opened.recv_timeout(PATIENCE) {
            Ok(result) => result.map_err(damaged)?,
            Err(_) => return Err(damaged("time-out".to_owned())),
        };
        Ok(Self { db, folder, trees: Mutex::default(), totals: HashMap::new() })
    }

    /// The numbers of the trees that exist.
    pub fn trees(&self) -> Vec<u16> {
        let names = self.db.tree_names();
        let mut numbers: Vec<u16> = names.iter().filter_map(|name| number_of(name)).collect();
        numbers.sort_unstable();
        numbers
    }

    /// The sealed value of an entry.
    pub fn get(&self, tree: u16, key: &[u8]) -> Result<Option<Vec<u8>>> {
        let found = self.guarded(|| self.tree(tree)?.get(key))?;
        Ok(found.map(|bytes| bytes.to_vec()))
    }

    /// The entries of a tree whose keys begin with `prefix`, in the order of their keys.
    pub fn scan(
        &self,
        tree: u16,
        prefix: &[u8],
    ) -> Result<impl DoubleEndedIterator<Item = Result<(Vec<u8>, Vec<u8>)>> + use<>> {
        let found = self.guarded(|| Ok(self.tree(tree)?.scan_prefix(prefix)))?;
        Ok(found.filter(|entry| !matches!(entry, Ok((key, _)) if key.is_empty())).map(|entry| {
            let (key, value) = entry.map_err(|err| damaged(&err))?;
            Ok((key.to_vec(), value.to_vec()))
        }))
    }

    /// The total a tree keeps of itself.
    pub fn total(&mut self, tree: u16) -> Result<Total> {
        if let Some(total) = self.totals.get(&tree) {
            return Ok(*total);
        }
        let total = match self.get(tree, TOTAL_KEY)? {
            Some(bytes) => codec::unseal(tree, TOTAL_KEY, &bytes)
                .map_err(|_| Error::storage("damaged-record").with("tree", u64::from(tree)))?,
            None => Total::default(),
        };
        self.totals.insert(tree, total);
        Ok(total)
    }

    /// Applies the writes of a frame: one atomic batch a tree, each with the tree's new total.
    /// Applying a frame again changes nothing.
    pub fn apply(&mut self, writes: &[Write], lsn: u64) -> Result<()> {
        let mut by_tree: HashMap<u16, Vec<&Write>> = HashMap::new();
        for write in writes {
            by_tree.entry(write.tree).or_default().push(write);
        }
        for (number, writes) in by_tree {
            let mut total = self.total(number)?;
            let tree = self.guarded(|| self.tree(number))?;
            let mut batch = sled::Batch::default();
            // An entry may be written twice in a frame; the batch takes the last, the total must too.
            let mut latest: HashMap<&[u8], &Write> = HashMap::with_capacity(writes.len());
            for write in writes {
                latest.insert(&write.key, write);
            }
            for write in latest.into_values() {
                let old =
                    if write.is_fresh { None } else { self.guarded(|| tree.get(&write.key))? };
                if let Some(old) = &old {
                    total.count -= 1;
                    total.sum = total.sum.wrapping_sub(codec::entry_hash(number, &write.key, old));
                }
                match &write.value {
                    Some(value) => {
                        total.count += 1;
                        total.sum =
                            total.sum.wrapping_add(codec::entry_hash(number, &write.key, value));
                        batch.insert(write.key.as_slice(), value.as_slice());
                    }
                    None => batch.remove(write.key.as_slice()),
                }
            }
            total.lsn = total.lsn.max(lsn);
            let sealed = codec::seal(number, TOTAL_KEY, &total)
                .map_err(|err| Error::other("cannot-encode").because(err))?;
            batch.insert(TOTAL_KEY, sealed);
            self.guarded(|| tree.apply_batch(batch))?;
            self.totals.insert(number, total);
        }
        Ok(())
    }

    /// Says of every tree that it has all frames up to `lsn`.
    pub fn mark(&mut self, lsn: u64) -> Result<()> {
        for number in self.trees() {
            let total = Total { lsn, ..self.total(number)? };
            let sealed = codec::seal(number, TOTAL_KEY, &total)
                .map_err(|err| Error::other("cannot-encode").because(err))?;
            self.guarded(|| self.tree(number)?.insert(TOTAL_KEY, sealed))?;
            self.totals.insert(number, total);
        }
        Ok(())
    }

    /// Makes everything applied so far durable. `flush` alone is not on Linux: sled 0.34 uses
    /// `sync_file_range`, so that our own handle has to do the `fdatasync`.
    pub fn checkpoint(&self) -> Result<()> {
        self.guarded(|| self.db.flush())?;
        let path = self.folder.join("db");
        let file = File::options().read(true).write(true).open(&path);
        file.and_then(|file| file.sync_data())
            .map_err(|err| Error::file("@operation-write", &path, err))
    }

    /// Bytes on disk.
    pub fn size(&self) -> u64 {
        self.db.size_on_disk().unwrap_or_default()
    }

    fn tree(&self, number: u16) -> sled::Result<sled::Tree> {
        let mut trees = self.trees.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(tree) = trees.get(&number) {
            return Ok(tree.clone());
        }
        let tree = self.db.open_tree(format!("t{number}"))?;
        trees.insert(number, tree.clone());
        Ok(tree)
    }

    /// Damage may make sled panic in the middle of anything: that is an error like any other.
    fn guarded<T>(&self, work: impl FnOnce() -> sled::Result<T>) -> Result<T> {
        match catch_unwind(AssertUnwindSafe(work)) {
            Ok(result) => result.map_err(|err| self.failed(err)),
            Err(_) => Err(Error::storage("damaged-database")
                .with("path", self.folder.as_path())
                .because("panic")),
        }
    }

    fn failed(&self, err: sled::Error) -> Error {
        match err {
            sled::Error::Io(err) => Error::file("@operation-write", &self.folder, err),
            other => Error::storage("damaged-database")
                .with("path", self.folder.as_path())
                .because(other),
        }
    }
}

fn damaged(err: &sled::Error) -> Error {
    Error::storage("damaged-database").with("path", FOLDER).because(err.to_string())
}

fn number_of(name: &[u8]) -> Option<u16> {
    std::str::from_utf8(name).ok()?.strip_prefix('t')?.parse().ok()
}
