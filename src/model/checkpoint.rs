//! What is in memory, kept beside the records, so that opening need not read them all.
//!
//! A cache and never the truth: it says which command it has seen last, and is read only if the history
//! still has that very command. What came after is applied again; what does not fit is built anew.

use std::{path::Path, sync::Arc, thread};

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use xxhash_rust::xxh3::Xxh3;

use super::{
    GROWN, Keys, Model, Watch, about::About, columns::Columns, derived::Derived, lazy::Lazy,
    saved::Saved as _, searched::Searched,
};
use crate::{
    domain::{Kind, collation, sound::Sound},
    error::{Error, Result},
    store::{self, CacheFile, FoundCache, Hurry, Store},
};

/// The file in the workspace.
const FILE: &str = "columns.cache";

/// The streams beside those of the kinds.
const DERIVED: &str = "derived";
const ABOUT: &str = "about";

/// The stream of the keys under which people meet.
const KEYS: &str = "keys";

/// Goes up when what the same records give in memory changes without a change of their fields.
const VERSION: u32 = 5;

/// One row in so many may be hidden; a checkpoint with more is not worth keeping.
const HIDDEN_SHARE: usize = 8;

/// Where a model came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The checkpoint, and so many records that changed since.
    Checkpoint(usize),
    /// The records themselves.
    Records,
}

/// What a checkpoint has seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    workspace: Uuid,
    /// What the program makes of records.
    program: u64,
    /// The last command, and what the history says of it.
    sequence: u64,
    header: u64,
    /// The settings that scores depend on.
    scoring: u64,
    /// How many records there were, by kind.
    records: Vec<u64>,
}

impl Model {
    /// Reads the checkpoint and what came after, or everything, watched, if it does not fit.
    ///
    /// # Errors
    /// As [`Model::load`].
    pub fn open(store: &mut Store, watch: &Watch) -> Result<(Self, Opened)> {
        if let Some((model, replayed)) = Self::of_checkpoint(store)? {
            return Ok((model, Opened::Checkpoint(replayed)));
        }
        // What was applied again is among the records.
        drop(store.take_replayed());
        Ok((Self::load(store, watch)?, Opened::Records))
    }

    /// What a checkpoint of this moment has seen; none before the first command.
    ///
    /// # Errors
    /// When the history is damaged.
    pub fn stamp(&self, store: &Store) -> Result<Option<Stamp>> {
        let columns = GROWN.iter().filter_map(|kind| self.columns(*kind));
        let records = columns.map(|columns| columns.kept() as u64).collect();
        Stamp::of(store, store.last_sequence(), (encoded(&self.scoring_rules())?, records))
    }

    /// Writes the checkpoint of a workspace; the model must be that of the stamp.
    ///
    /// # Errors
    /// When the disk is full; the old checkpoint is still there then.
    pub fn save(&self, workspace: &Path, stamp: &Stamp, hurry: &Hurry) -> Result<()> {
        let path = workspace.join(FILE);
        let columns = || GROWN.iter().filter_map(|kind| self.columns(*kind));
        let rows: usize = columns().map(Columns::capacity).sum();
        let hidden = rows - columns().map(Columns::kept).sum::<usize>();
        if hidden * HIDDEN_SHARE > rows {
            return Self::forget(workspace);
        }
        let mut file = CacheFile::create(&path, hurry)?;
        for columns in columns() {
            file.stream(columns.kind().name(), |out| columns.save(out))?;
            let searched = searched_name(columns.kind());
            file.stream(&searched, |out| columns.searched().save(out))?;
        }
        file.stream(DERIVED, |out| self.derived.save(out))?;
        file.stream(ABOUT, |out| self.about.save(out))?;
        file.stream(KEYS, |out| self.keys.save(out))?;
        file.finish(stamp)
    }

    /// Removes the checkpoint of a workspace: the next opening reads everything.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn forget(workspace: &Path) -> Result<()> {
        let path = workspace.join(FILE);
        match std::fs::remove_file(&path) {
            Err(err) if err.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::file("@operation-write", &path, err))
            }
            _ => Ok(()),
        }
    }

    fn of_checkpoint(store: &mut Store) -> Result<Option<(Self, usize)>> {
        let Some(found) = FoundCache::<Stamp>::open(&store.folder().join(FILE)) else {
            return Ok(None);
        };
        let stamp = &found.stamp;
        let own = (stamp.scoring, stamp.records.clone());
        if Stamp::of(store, stamp.sequence, own)?.as_ref() != Some(stamp) {
            return Ok(None);
        }
        let found = Arc::new(found);
        let Some(mut model) = Self::read(&found) else { return Ok(None) };
        model.load_small(store)?;
        let Some(replayed) = model.replay(store, found.stamp.sequence)? else { return Ok(None) };
        if encoded(&model.scoring_rules())? != found.stamp.scoring {
            model = model.rescored(store)?;
        }
        model.revision = 1;
        Ok(model.has_all_of(store, &found.stamp)?.then_some((model, replayed)))
    }

    /// Leads are read at once, because lists begin with them; the rest, and what words are looked for in,
    /// when someone asks for it. That it can be read is known before.
    fn read(found: &Arc<FoundCache<Stamp>>) -> Option<Self> {
        let mut later: Vec<String> = GROWN.iter().copied().map(searched_name).collect();
        later.extend(GROWN.iter().skip(1).map(|kind| kind.name().to_owned()));
        later.extend([ABOUT, KEYS].map(str::to_owned));
        let mut model = Self::default();
        let is_whole = thread::scope(|scope| {
            let beside = thread::Builder::new().name("check-checkpoint".to_owned());
            let rest = || later.iter().all(|name| found.is_whole(name));
            let rest = beside.spawn_scoped(scope, rest).ok()?;
            model.leads = Lazy::new(read_columns(found, Kind::Lead)?);
            model.derived = Lazy::new(found.read(DERIVED, Derived::load)?);
            rest.join().ok()
        });
        if is_whole != Some(true) {
            return None;
        }
        for kind in GROWN.iter().skip(1).copied() {
            let found = Arc::clone(found);
            let read = move || read_columns(&found, kind).unwrap_or_else(|| changed());
            model.columns_mut(kind).map(|place| *place = Lazy::behind(read))?;
        }
        let (of_about, of_keys) = (Arc::clone(found), Arc::clone(found));
        let about = move || of_about.read(ABOUT, About::load).unwrap_or_else(|| changed());
        model.about = Lazy::behind(about);
        // If these cannot be read, they are built anew.
        model.keys = match found.read(KEYS, Keys::read_whole) {
            Some(true) => Keys::behind(move || of_keys.read(KEYS, Keys::read)),
            _ => Keys::missing(),
        };
        Some(model)
    }

    /// Reads what still lies in the checkpoint, so that nobody has to wait for it later: how many bytes
    /// are in memory then. The keys of people, which only a search for the same people needs, wait for that.
    pub fn read_rest(&self) -> usize {
        self.parts_without_keys().iter().map(|part| part.bytes).sum()
    }

    /// Whether there are as many rows as records; of what was not read yet, the stamp knows.
    fn has_all_of(&mut self, store: &mut Store, stamp: &Stamp) -> Result<bool> {
        for (kind, stamped) in GROWN.iter().zip(&stamp.records) {
            let there = self.columns_mut(*kind).filter(|columns| columns.is_there());
            let rows = there.map_or(*stamped, |columns| columns.kept() as u64);
            if store.count(*kind)? != rows {
                return Ok(false);
            }
        }
        Ok(stamp.records.len() == GROWN.len())
    }
}

impl Stamp {
    fn of(
        store: &Store,
        sequence: u64,
        (scoring, records): (u64, Vec<u64>),
    ) -> Result<Option<Self>> {
        let Some(header) = store.header(sequence)? else { return Ok(None) };
        let (workspace, header) = (store.workspace(), encoded(&header)?);
        Ok(Some(Self { workspace, program: program(), sequence, header, scoring, records }))
    }
}

/// The stream of what words are looked for in.
fn searched_name(kind: Kind) -> String {
    format!("{} searched", kind.name())
}

/// Reads the columns of a kind, what words are looked for in later.
fn read_columns(found: &Arc<FoundCache<Stamp>>, kind: Kind) -> Option<Columns> {
    let columns = found.read(kind.name(), |from| Columns::load(kind, from))?;
    let (found, name) = (Arc::clone(found), searched_name(kind));
    let searched = move || found.read(&name, Searched::load).unwrap_or_else(|| changed());
    Some(columns.with_searched(searched))
}

/// What was whole a moment ago is so no longer. The workspace is locked, so that only a failing disk or
/// somebody else's hand can have changed it: there is nothing to go on with then.
fn changed() -> ! {
    panic!("{FILE} changed while it was being read")
}

/// Changes with the program and with the fields that are in memory.
fn program() -> u64 {
    let mut words = vec![env!("CARGO_PKG_VERSION").to_owned()];
    let versions = [VERSION, collation::version(), Sound::version()];
    words.extend(versions.map(|version| version.to_string()));
    for kind in GROWN {
        let fields = kind
            .fields()
            .iter()
            .filter(|field| field.spec.is_resident() || field.spec.is_searched());
        words.extend(fields.map(|field| format!("{} {} {:?}", kind.name(), field.tag, field.spec)));
    }
    hash(&words.iter().map(String::as_bytes).collect::<Vec<_>>())
}

fn encoded<T: Serialize>(value: &T) -> Result<u64> {
    let bytes = store::encode(value).map_err(|err| Error::other("cannot-encode").because(err))?;
    Ok(hash(&[&bytes]))
}

fn hash(parts: &[&[u8]]) -> u64 {
    let mut hasher = Xxh3::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.digest()
}
