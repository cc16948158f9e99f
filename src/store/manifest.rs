//! Two small text files beside the database: what the workspace is, and up to where it is durable.
//!
//! Both are replaced as a whole (written aside, synced, renamed) and end in a checksum.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

use super::{codec, database, database::Total};
use crate::{
    domain::{Hybrid, Timestamp},
    error::{Error, Result},
};

/// What the workspace is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The layout of the folder.
    pub format: u32,
    /// The newest schema anything in it was written with.
    pub schema: u16,
    /// The database, with its version.
    pub store: String,
    /// This workspace.
    pub workspace: Uuid,
    /// This laptop, as far as this workspace is concerned.
    pub device: Uuid,
}

/// The layout of the folder that this program writes.
pub(super) const FORMAT: u32 = 1;

/// Up to where the database itself is durable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Checkpoint {
    /// Everything up to this frame of the journal is in sled's file, synced.
    pub lsn: u64,
    /// The last command's number.
    pub sequence: u64,
    /// The hybrid clock of the newest command.
    #[serde(default)]
    pub clock: Hybrid,
    /// The totals of the trees at that moment.
    pub totals: Vec<(u16, Total)>,
    /// Whether the program closed the workspace in good order.
    pub is_clean: bool,
    /// When everything was last read and found as it was written.
    #[serde(default)]
    pub verified_at: Timestamp,
}

impl Manifest {
    const FILE: &'static str = "MANIFEST";

    /// What a folder says it is; none if it is no workspace yet.
    ///
    /// # Errors
    /// `damaged-manifest`, or `newer-workspace` if a newer program made it.
    pub fn read(folder: &Path) -> Result<Option<Self>> {
        let path = folder.join(Self::FILE);
        let Some(manifest) = read::<Self>(&path)? else { return Ok(None) };
        if manifest.format > FORMAT || manifest.schema > codec::SCHEMA {
            return Err(Error::storage("newer-workspace").with("path", folder));
        }
        if manifest.store != database::FOLDER {
            return Err(Error::storage("damaged-manifest").with("path", path.as_path()));
        }
        Ok(Some(manifest))
    }

    /// Writes what a new workspace is.
    pub fn create(folder: &Path, workspace: Uuid, device: Uuid) -> Result<Self> {
        let manifest = Self {
            format: FORMAT,
            schema: codec::SCHEMA,
            store: database::FOLDER.to_owned(),
            workspace,
            device,
        };
        write(&folder.join(Self::FILE), &manifest)?;
        Ok(manifest)
    }
}

impl Checkpoint {
    const FILE: &'static str = "CHECKPOINT";

    /// The last checkpoint; none if there has not been one.
    pub fn read(folder: &Path) -> Result<Option<Self>> {
        read(&folder.join(Self::FILE))
    }

    /// Replaces the checkpoint.
    pub fn write(&self, folder: &Path) -> Result<()> {
        write(&folder.join(Self::FILE), self)
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(err) if err.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(err) if err.kind() == io::ErrorKind::InvalidData => {
            return Err(Error::storage("damaged-manifest").with("path", path));
        }
        Err(err) => return Err(Error::file("@operation-read", path, err)),
    };
    let parsed = text.trim_end().rsplit_once('\n').and_then(|(json, sum)| {
        let fits = u32::from_str_radix(sum, 16).ok()? == crc32fast::hash(json.as_bytes());
        if fits { serde_json::from_str(json).ok() } else { None }
    });
    parsed.map(Some).ok_or_else(|| Error::storage("damaged-manifest").with("path", path))
}

fn write<T: Serialize>(path: &Path, value: &T) -> Result<()> {
    let json = serde_json::to_string_pretty(value)
        .map_err(|err| Error::other("cannot-encode").because(err))?;
    let text = format!("{json}\n{:08x}\n", crc32fast::hash(json.as_bytes()));
    replace(path, text.as_bytes())
}

/// Replaces a file as a whole: after a crash it is the old one or the new one.
///
/// # Errors
/// When the folder cannot be written; the old file is still there then.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let aside = path.with_extension("new");
    let folder = path.parent().unwrap_or(path);
    let replaced = File::create(&aside)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&aside, path))
        .and_then(|()| sync_folder(folder));
    replaced.map_err(|err| Error::file("@operation-write", path, err))
}

/// Makes the names in a folder durable. Windows does so by itself and has no handle for it.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) { Ok(()) } else { File::open(folder)?.sync_all() }
}

/// Makes a folder whose name is durable.
pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    folder.parent().filter(|parent| parent.is_dir()).map_or(Ok(()), sync_folder)
}
