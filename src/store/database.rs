//! sled, and what it needs around it. The only file that names sled.
//!
//! Each tree keeps, under the empty key, how many entries it has and an additive hash of them,
//! together with the lsn of the last frame applied to it. All of a tree's changes from one frame are
//! one atomic batch that carries these, so that every tree is consistent in itself and a missing or
//! older entry is noticed by counting.

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    io,
    ops::Bound,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Mutex, mpsc},
    thread,
    time::Duration,
};

use serde::{Deserialize, Serialize};

use super::{codec, manifest::sync_folder};
use crate::error::{Error, Result};

/// The folder of the database; the version of sled is part of its name, because another version
/// would show an empty database.
pub(super) const FOLDER: &str = "sled-0.34";

/// How much sled keeps in memory, in bytes. It uses several times as much while scanning; what it has to
/// read again lies in the memory of the system.
const CACHE: u64 = 8 << 20;

/// How long opening may take before it counts as hanging.
const PATIENCE: Duration = Duration::from_secs(120);

/// The size of sled's own segments. On Linux sled takes what it has written for durable though it is
/// not, and after a power cut may miss one segment and go on with the next. It looks for such a gap in the
/// newest segment alone, so that with a sync well within the length of one there is nothing to miss.
const SEGMENT: usize = 8 << 20;

/// Bytes applied before sled's file is synced; sled writes a few times as many.
const UNSYNCED: usize = 1 << 20;

/// Where the total of a tree lies in it.
const TOTAL_KEY: &[u8] = b"";

/// A change to one entry of one tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Write {
    /// Which tree.
    pub tree: u16,
    /// Which entry.
    #[serde(with = "serde_bytes")]
    pub key: Vec<u8>,
    /// The sealed value; none removes the entry.
    #[serde(with = "serde_bytes")]
    pub value: Option<Vec<u8>>,
    /// Whether the entry is known not to exist yet: saves looking.
    pub is_fresh: bool,
}

/// Bytes of a key or value, where sled has them.
pub(super) struct Bytes(sled::IVec);

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

impl Write {
    /// About how many bytes it takes in the database.
    pub fn size(&self) -> usize {
        self.key.len() + self.value.as_ref().map_or(0, Vec::len) + 16
    }
}

impl std::ops::Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl Total {
    /// Without an entry of a hash; none if there is no entry to take.
    fn without(self, hash: u64) -> Option<Self> {
        let count = self.count.checked_sub(1)?;
        Some(Self { count, sum: self.sum.wrapping_sub(hash), ..self })
    }
}

/// The open database.
pub(super) struct Database {
    db: sled::Db,
    folder: PathBuf,
    /// Our own handle of sled's file.
    file: File,
    trees: Mutex<HashMap<u16, sled::Tree>>,
    totals: HashMap<u16, Total>,
    /// Bytes applied since the last sync.
    unsynced: usize,
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
            // Nothing is written but when we say so: no flusher, so that no sync is needed beside ours.
            let config = sled::Config::new().path(&place).cache_capacity(CACHE);
            let open = || config.segment_size(SEGMENT).flush_every_ms(None).open();
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
        let file = settled(&folder).map_err(|err| Error::file("@operation-open", &folder, err))?;
        Ok(Self { db, folder, file, trees: Mutex::default(), totals: HashMap::new(), unsynced: 0 })
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

    /// All entries of a tree in the order of their keys, without a copy.
    pub fn entries(
        &self,
        tree: u16,
    ) -> Result<impl Iterator<Item = Result<(Bytes, Bytes)>> + Send + use<>> {
        let found = self.guarded(|| Ok(self.tree(tree)?.iter()))?;
        Ok(found.filter(|entry| !matches!(entry, Ok((key, _)) if key.is_empty())).map(|entry| {
            let (key, value) = entry.map_err(|err| damaged(&err))?;
            Ok((Bytes(key), Bytes(value)))
        }))
    }

    /// The entries of a tree behind a key, in the order of their keys.
    pub fn after(
        &self,
        tree: u16,
        key: &[u8],
    ) -> Result<impl Iterator<Item = Result<(Vec<u8>, Vec<u8>)>> + use<>> {
        // The empty key is that of the total.
        let behind = (Bound::Excluded(key.to_vec()), Bound::Unbounded);
        let found = self.guarded(|| Ok(self.tree(tree)?.range(behind)))?;
        Ok(found.map(|entry| {
            let (key, value) = entry.map_err(|err| damaged(&err))?;
            Ok((key.to_vec(), value.to_vec()))
        }))
    }

    /// The total a tree keeps of itself; nothing if there is no such tree.
    pub fn total(&mut self, tree: u16) -> Result<Total> {
        if let Some(total) = self.totals.get(&tree) {
            return Ok(*total);
        }
        if !self.trees().contains(&tree) {
            return Ok(Total::default());
        }
        let total = match self.get(tree, TOTAL_KEY)? {
            Some(bytes) => codec::unseal(tree, TOTAL_KEY, &bytes)
                .map_err(|_| Error::storage("damaged-record").with("tree", u64::from(tree)))?,
            None => Total::default(),
        };
        self.totals.insert(tree, total);
        Ok(total)
    }

    /// Applies the writes of a frame: atomic batches of a tree, each with the tree's new total.
    /// Applying a frame again changes nothing.
    pub fn apply<'a>(
        &mut self,
        writes: impl IntoIterator<Item = &'a Write>,
        lsn: u64,
    ) -> Result<()> {
        let mut by_tree: BTreeMap<u16, Vec<&Write>> = BTreeMap::new();
        for write in writes {
            by_tree.entry(write.tree).or_default().push(write);
        }
        for (tree, writes) in by_tree {
            let mut rest = writes.as_slice();
            while !rest.is_empty() {
                let mut size = 0;
                let fits = |write: &&&Write| {
                    size += write.size();
                    size <= UNSYNCED
                };
                let count = rest.iter().take_while(fits).count().max(1);
                let (piece, others) = rest.split_at(count);
                self.apply_to(tree, piece, lsn)?;
                rest = others;
            }
        }
        Ok(())
    }

    /// Applies writes most of which have been applied before: what is there already is not written again.
    pub fn reapply(&mut self, writes: &[Write], lsn: u64) -> Result<()> {
        let mut latest: Vec<&Write> = writes.iter().collect();
        latest.sort_by_key(|write| (write.tree, &write.key));
        latest.reverse();
        latest.dedup_by_key(|write| (write.tree, &write.key));
        latest.reverse();
        let mut missing = Vec::new();
        for write in latest {
            let found = self.guarded(|| self.tree(write.tree)?.get(&write.key))?;
            if found.as_deref() != write.value.as_deref() {
                missing.push(write);
            }
        }
        self.apply(missing, lsn)
    }

    fn apply_to(&mut self, number: u16, writes: &[&Write], lsn: u64) -> Result<()> {
        let mut total = self.total(number)?;
        let tree = self.guarded(|| self.tree(number))?;
        let mut batch = sled::Batch::default();
        // An entry may be written twice; the batch takes the last, the total must too.
        let latest: BTreeMap<&[u8], &Write> =
            writes.iter().map(|write| (write.key.as_slice(), *write)).collect();
        for (key, write) in latest {
            let old = if write.is_fresh { None } else { self.guarded(|| tree.get(key))? };
            if let Some(old) = &old {
                total = total.without(codec::entry_hash(number, key, old)).ok_or_else(|| {
                    Error::storage("damaged-record").with("tree", u64::from(number))
                })?;
            }
            match &write.value {
                Some(value) => {
                    total.count += 1;
                    total.sum = total.sum.wrapping_add(codec::entry_hash(number, key, value));
                    batch.insert(key, value.as_slice());
                }
                None => batch.remove(key),
            }
        }
        total.lsn = total.lsn.max(lsn);
        let sealed = codec::seal(number, TOTAL_KEY, &total)
            .map_err(|err| Error::other("cannot-encode").because(err))?;
        batch.insert(TOTAL_KEY, sealed);
        self.guarded(|| tree.apply_batch(batch))?;
        self.totals.insert(number, total);
        self.unsynced += writes.iter().map(|write| write.size()).sum::<usize>();
        if self.unsynced >= UNSYNCED { self.sync() } else { Ok(()) }
    }

    /// Makes everything applied so far durable. `flush` alone is not on Linux: sled 0.34 uses
    /// `sync_file_range`, so that our own handle has to do the `fdatasync`.
    pub fn sync(&mut self) -> Result<()> {
        self.guarded(|| self.db.flush())?;
        let synced = self.file.sync_data();
        synced.map_err(|err| Error::file("@operation-write", &self.folder, err))?;
        self.unsynced = 0;
        Ok(())
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

/// sled's file, and around it what sled writes once and does not sync.
fn settled(folder: &Path) -> io::Result<File> {
    File::options().write(true).open(folder.join("conf"))?.sync_all()?;
    sync_folder(folder)?;
    File::options().read(true).write(true).open(folder.join("db"))
}

fn damaged(err: &sled::Error) -> Error {
    Error::storage("damaged-database").with("path", FOLDER).because(err.to_string())
}

fn number_of(name: &[u8]) -> Option<u16> {
    std::str::from_utf8(name).ok()?.strip_prefix('t')?.parse().ok()
}
