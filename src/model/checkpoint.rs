//! What is in memory, kept beside the records, so that opening need not read them all.
//!
//! A cache and never the truth: it says which command it has seen last, and is read only if the history
//! still has that very command. What came after is applied again; what does not fit is built anew.

use std::{collections::BTreeSet, path::Path, sync::Arc, thread};

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use xxhash_rust::xxh3::Xxh3;

use super::{
    GROWN, Model, RowState, about::About, columns::Columns, derived::Derived, saved::Saved as _,
};
use crate::{
    domain::{Fields as _, Kind, RecordId, Row, Settings, collation, sound::Sound},
    error::{Error, Result},
    store::{self, CacheFile, FoundCache, Store},
};

/// The file in the workspace.
const FILE: &str = "columns.cache";

/// Goes up when what the same records give in memory changes without a change of their fields.
const VERSION: u32 = 2;

/// Records that are rather read one by one than all of them anew.
const MOST_REPLAYED: usize = 150_000;

/// Records taken together while replaying.
const SLICE: usize = 10_000;

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
}

impl Model {
    /// Reads the checkpoint and what came after, or everything if it does not fit.
    ///
    /// # Errors
    /// As [`Model::load`].
    pub fn open(store: &mut Store) -> Result<(Self, Opened)> {
        if let Some((model, replayed)) = Self::of_checkpoint(store)? {
            return Ok((model, Opened::Checkpoint(replayed)));
        }
        Ok((Self::load(store)?, Opened::Records))
    }

    /// What a checkpoint of this moment has seen; none before the first command.
    ///
    /// # Errors
    /// When the history is damaged.
    pub fn stamp(&self, store: &Store) -> Result<Option<Stamp>> {
        Stamp::of(store, store.last_sequence(), self.scoring_hash()?)
    }

    /// Writes the checkpoint of a workspace; the model must be that of the stamp.
    ///
    /// # Errors
    /// When the disk is full; the old checkpoint is still there then.
    pub fn save(&self, workspace: &Path, stamp: &Stamp) -> Result<()> {
        let path = workspace.join(FILE);
        let columns = || GROWN.iter().filter_map(|kind| self.columns(*kind));
        let hidden: usize = columns().map(|columns| columns.count(RowState::Hidden)).sum();
        let rows: usize = columns().map(Columns::capacity).sum();
        if hidden * HIDDEN_SHARE > rows {
            return Self::forget(workspace);
        }
        let mut file = CacheFile::create(&path)?;
        for columns in columns() {
            file.stream(columns.kind().name(), |out| columns.save(out))?;
        }
        file.stream("derived", |out| self.derived.save(out))?;
        file.stream("about", |out| self.about.save(out))?;
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
        if Stamp::of(store, stamp.sequence, stamp.scoring)?.as_ref() != Some(stamp) {
            return Ok(None);
        }
        let mut model = Self::default();
        let is_read = thread::scope(|scope| {
            let beside = thread::Builder::new().name("read-checkpoint".to_owned());
            let (leads, rest) = GROWN.split_at(1);
            let rest = beside.spawn_scoped(scope, || Parts::read(&found, rest, true)).ok();
            let leads = Parts::read(&found, leads, false);
            let rest = rest.and_then(|rest| rest.join().ok().flatten());
            let parts = [leads, rest].into_iter().map(|parts| parts.map(|it| it.into(&mut model)));
            parts.collect::<Option<Vec<()>>>().is_some()
        });
        if !is_read {
            return Ok(None);
        }
        model.load_small(store)?;
        let Some(replayed) = model.replay(store, found.stamp.sequence)? else { return Ok(None) };
        if model.scoring_hash()? != found.stamp.scoring {
            model = model.rescored(store)?;
        }
        model.revision = 1;
        Ok(model.has_all_of(store)?.then_some((model, replayed)))
    }

    /// Takes what commands after `sequence` changed: how many records; none if they are too many.
    fn replay(&mut self, store: &mut Store, sequence: u64) -> Result<Option<usize>> {
        let mut touched = BTreeSet::new();
        for sequence in sequence + 1..=store.last_sequence() {
            for record in store.touched(sequence)? {
                touched.insert(record?.0);
            }
            if touched.len() > MOST_REPLAYED {
                return Ok(None);
            }
        }
        let touched: Vec<RecordId> = touched.into_iter().collect();
        for slice in touched.chunks(SLICE) {
            let mut rows = Vec::with_capacity(slice.len());
            for record in slice {
                rows.extend(store.read(*record)?.map(|stored| (*record, stored.row)));
            }
            let rows: Vec<(RecordId, &Row)> = rows.iter().map(|(id, row)| (*id, row)).collect();
            self.put_all(&rows);
        }
        Ok(Some(touched.len()))
    }

    fn scoring_hash(&self) -> Result<u64> {
        let settings = self.settings().to_row();
        encoded(&settings.only(|tag| Settings::OF_SCORING.contains(&tag)))
    }

    /// Whether there are as many rows as records.
    fn has_all_of(&self, store: &mut Store) -> Result<bool> {
        for kind in GROWN {
            let Some(columns) = self.columns(*kind) else { continue };
            let rows = columns.capacity() - columns.count(RowState::Hidden);
            if store.count(*kind)? != rows as u64 {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl Stamp {
    fn of(store: &Store, sequence: u64, scoring: u64) -> Result<Option<Self>> {
        let Some(header) = store.header(sequence)? else { return Ok(None) };
        let (workspace, header) = (store.workspace(), encoded(&header)?);
        Ok(Some(Self { workspace, program: program(), sequence, header, scoring }))
    }
}

/// What is read of a checkpoint by one thread.
struct Parts {
    columns: Vec<Columns>,
    followed: Option<(Derived, About)>,
}

impl Parts {
    fn read(found: &FoundCache<Stamp>, kinds: &[Kind], with_followed: bool) -> Option<Self> {
        let columns =
            kinds.iter().map(|kind| found.read(kind.name(), |from| Columns::load(*kind, from)));
        let columns = columns.collect::<Option<Vec<_>>>()?;
        let followed = if with_followed {
            Some((found.read("derived", Derived::load)?, found.read("about", About::load)?))
        } else {
            None
        };
        Some(Self { columns, followed })
    }

    fn into(self, model: &mut Model) {
        for columns in self.columns {
            if let Some(place) = model.columns_mut(columns.kind()) {
                *place = Arc::new(columns);
            }
        }
        if let Some((derived, about)) = self.followed {
            model.derived = Arc::new(derived);
            model.about = Arc::new(about);
        }
    }
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
