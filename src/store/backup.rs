//! Backup and restore: one verified file that holds the whole workspace.
//!
//! `FLBACKUP` and a format number, then blocks `[length u32][crc32 u32][lz4]` of entries, and at the
//! end the totals of all trees. A backup is read back and compared before it gets its name. A restore
//! builds a new folder and swaps it in; the old one is renamed, never deleted.

use std::{
    fs::{self, File},
    io::{self, BufReader, BufWriter, Read, Write as _},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{
    Checkpoint, Database, Files, Manifest, Store, codec,
    database::{Total, Write},
    lock::Lock,
    manifest::sync_folder,
};
use crate::error::{Error, Result};

const MAGIC: &[u8; 9] = b"FLBACKUP\x01";

/// Bytes of entries in a block.
const BLOCK: usize = 256 << 10;

/// The longest block that is read, in bytes.
const LONGEST_BLOCK: u32 = 256 << 20;

/// Entries that are laid down together.
const SLICE: usize = 2_000;

/// What a block holds. Append only: the order of the variants is on disk.
#[derive(Serialize, Deserialize)]
enum Block {
    Manifest(Manifest, u64),
    Entries(u16, Vec<(Vec<u8>, Vec<u8>)>),
    File(String, Vec<u8>),
    End(Vec<(u16, Total)>),
}

/// What a backup holds.
#[derive(Clone, Debug, Serialize)]
pub struct BackupReport {
    /// The file.
    pub file: PathBuf,
    /// Records and entries of the history.
    pub entries: u64,
    /// Kept files.
    pub files: u64,
    /// Its size in bytes.
    pub bytes: u64,
}

impl Store {
    /// Writes the whole workspace into one file and reads it back.
    ///
    /// # Errors
    /// When the file cannot be written, or what is read back is not what was written. A file that was
    /// there before under that name is kept then.
    pub fn backup(&mut self, path: &Path) -> Result<BackupReport> {
        self.usable()?;
        // Half of a large command would be in it, and count.
        self.alone()?;
        let aside = path.with_extension("part");
        let written = self.write_backup(&aside);
        let report = written.and_then(|()| verify(&aside)).inspect_err(|_| {
            // The half-made file is of no use; that it could not be removed changes nothing.
            drop(fs::remove_file(&aside));
        })?;
        fs::rename(&aside, path).map_err(|err| Error::file("@operation-write", path, err))?;
        Ok(BackupReport { file: path.to_owned(), ..report })
    }

    fn write_backup(&mut self, path: &Path) -> Result<()> {
        let failed = |err| Error::file("@operation-write", path, err);
        let mut out = BufWriter::new(File::create(path).map_err(failed)?);
        out.write_all(MAGIC).map_err(failed)?;
        put(&mut out, &Block::Manifest(self.manifest.clone(), self.sequence)).map_err(failed)?;
        let mut totals = Vec::new();
        let trees = self.disk().database.trees();
        for tree in trees {
            let scan = self.disk().database.scan(tree, &[])?;
            let mut entries = Vec::new();
            let mut size = 0;
            for entry in scan {
                let (key, value) = entry?;
                size += key.len() + value.len();
                entries.push((key, value));
                if size >= BLOCK {
                    let block = Block::Entries(tree, std::mem::take(&mut entries));
                    put(&mut out, &block).map_err(failed)?;
                    size = 0;
                }
            }
            put(&mut out, &Block::Entries(tree, entries)).map_err(failed)?;
            totals.push((tree, self.disk().database.total(tree)?));
        }
        for name in self.files.names()? {
            let content = self.files.read(&name)?;
            put(&mut out, &Block::File(name, content)).map_err(failed)?;
        }
        put(&mut out, &Block::End(totals)).map_err(failed)?;
        let file = out.into_inner().map_err(|err| failed(err.into_error()))?;
        file.sync_all().map_err(failed)
    }
}

/// Makes the workspace in `folder` what the backup holds. Gives where the old one lies now, if there
/// was one.
///
/// # Errors
/// `damaged-backup` if the file is not whole: the workspace is untouched then. `locked` if the
/// workspace is open in another program.
pub fn restore(path: &Path, folder: &Path) -> Result<Option<PathBuf>> {
    verify(path)?;
    let fresh = folder.with_extension("restoring");
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(|err| Error::file("@operation-remove", &fresh, err))?;
    }
    lay_out(path, &fresh)?;
    let old = set_aside(folder)?;
    fs::rename(&fresh, folder).map_err(|err| Error::file("@operation-write", folder, err))?;
    if let Some(parent) = folder.parent().filter(|parent| parent.exists()) {
        sync_folder(parent).map_err(|err| Error::file("@operation-write", parent, err))?;
    }
    Ok(old)
}

fn set_aside(folder: &Path) -> Result<Option<PathBuf>> {
    if !folder.exists() {
        return Ok(None);
    }
    let _lock = Lock::take(folder)?;
    let number = (1..).find(|number| !folder.with_extension(format!("before-{number}")).exists());
    let old = folder.with_extension(format!("before-{}", number.unwrap_or(1)));
    fs::rename(folder, &old).map_err(|err| Error::file("@operation-write", &old, err))?;
    Ok(Some(old))
}

fn lay_out(path: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|err| Error::file("@operation-create", folder, err))?;
    let mut database = Database::open(folder)?;
    let files = Files::of(folder);
    let mut checkpoint = Checkpoint { is_clean: true, ..Checkpoint::default() };
    for block in Blocks::open(path)? {
        match block? {
            Block::Manifest(manifest, sequence) => {
                Manifest::create(folder, manifest.workspace, manifest.device)?;
                checkpoint.sequence = sequence;
            }
            Block::Entries(tree, entries) => {
                let write = |(key, value)| Write { tree, key, value: Some(value), is_fresh: true };
                let writes: Vec<Write> = entries.into_iter().map(write).collect();
                for slice in writes.chunks(SLICE) {
                    database.apply(slice, 0)?;
                }
            }
            Block::File(_, content) => {
                files.keep(content.as_slice())?;
            }
            Block::End(totals) => {
                for (tree, total) in totals {
                    let laid = database.total(tree)?;
                    if (laid.count, laid.sum) != (total.count, total.sum) {
                        return Err(damaged(path));
                    }
                    checkpoint.totals.push((tree, laid));
                }
            }
        }
    }
    database.sync()?;
    checkpoint.write(folder)
}

/// Reads a backup from end to end: every block, every entry, every total.
fn verify(path: &Path) -> Result<BackupReport> {
    let mut report = BackupReport {
        file: path.to_owned(),
        entries: 0,
        files: 0,
        bytes: fs::metadata(path).map_or(0, |meta| meta.len()),
    };
    let mut seen: std::collections::BTreeMap<u16, (u64, u64)> = std::collections::BTreeMap::new();
    let mut is_whole = false;
    for block in Blocks::open(path)? {
        match block? {
            Block::Manifest(manifest, _) => {
                if manifest.format > super::manifest::FORMAT || manifest.schema > codec::SCHEMA {
                    return Err(Error::storage("newer-workspace").with("path", path));
                }
            }
            Block::Entries(tree, entries) => {
                let (count, sum) = seen.entry(tree).or_default();
                for (key, value) in &entries {
                    *count += 1;
                    *sum = sum.wrapping_add(codec::entry_hash(tree, key, value));
                }
                report.entries += entries.len() as u64;
            }
            Block::File(name, content) => {
                if super::files::name_of(&content) != name {
                    return Err(damaged(path));
                }
                report.files += 1;
            }
            Block::End(totals) => {
                let fits = |(tree, total): &(u16, Total)| {
                    seen.get(tree).copied().unwrap_or_default() == (total.count, total.sum)
                };
                is_whole = totals.iter().all(fits);
            }
        }
    }
    if is_whole { Ok(report) } else { Err(damaged(path)) }
}

fn put(out: &mut impl io::Write, block: &Block) -> io::Result<()> {
    let bytes = codec::encode(block).map_err(io::Error::other)?;
    let packed = lz4_flex::compress_prepend_size(&bytes);
    out.write_all(&(packed.len() as u32).to_le_bytes())?;
    out.write_all(&crc32fast::hash(&packed).to_le_bytes())?;
    out.write_all(&packed)
}

/// The blocks of a backup, checked one by one.
struct Blocks {
    path: PathBuf,
    input: BufReader<File>,
}

impl Blocks {
    fn open(path: &Path) -> Result<Self> {
        let unreadable =
            |err: io::Error| Error::unreadable("cannot-read").with("path", path).because(err);
        let mut input = BufReader::new(File::open(path).map_err(unreadable)?);
        let mut magic = [0; MAGIC.len()];
        match input.read_exact(&mut magic) {
            Ok(()) if &magic == MAGIC => Ok(Self { path: path.to_owned(), input }),
            _ => Err(damaged(path)),
        }
    }

    fn read(&mut self) -> Option<Block> {
        let mut head = [0; 8];
        self.input.read_exact(&mut head).ok()?;
        let [a, b, c, d, sum @ ..] = head;
        let length = u32::from_le_bytes([a, b, c, d]);
        if length > LONGEST_BLOCK {
            return None;
        }
        let mut packed = vec![0; length as usize];
        self.input.read_exact(&mut packed).ok()?;
        if crc32fast::hash(&packed) != u32::from_le_bytes(sum) {
            return None;
        }
        let bytes = lz4_flex::decompress_size_prepended(&packed).ok()?;
        codec::decode(&bytes).ok()
    }
}

impl Iterator for Blocks {
    type Item = Result<Block>;

    fn next(&mut self) -> Option<Self::Item> {
        let is_over = io::BufRead::fill_buf(&mut self.input).is_ok_and(<[u8]>::is_empty);
        if is_over {
            return None;
        }
        Some(self.read().ok_or_else(|| damaged(&self.path)))
    }
}

fn damaged(path: &Path) -> Error {
    Error::unreadable("damaged-backup").with("path", path)
}
