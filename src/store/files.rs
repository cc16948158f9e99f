//! What is too large for a record: long texts and kept source files, once per content.
//!
//! A file's name is the SHA-256 of its content, so that reading checks it. It is written, synced and
//! renamed before anything refers to it.

use std::{
    fs::{self, File},
    io::{self, Read, Write as _},
    path::{Path, PathBuf},
};

use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use sha2::{Digest as _, Sha256};

use super::manifest::{create_folder, sync_folder};
use crate::{
    domain::{Row, Value},
    error::{Error, Result},
};

/// The longest text that stays in its record, in bytes.
pub(super) const LONGEST_TEXT: usize = 2 << 10;

/// The longest content that is read back, in bytes: a source file of the largest size allowed.
const LONGEST_FILE: u64 = 2 << 30;

/// The folder of the files.
#[derive(Clone)]
pub(super) struct Files {
    folder: PathBuf,
}

impl Files {
    /// The files of a workspace.
    pub fn of(workspace: &Path) -> Self {
        Self { folder: workspace.join("files") }
    }

    /// Keeps what a reader yields and gives its name. The same content twice is kept once.
    ///
    /// # Errors
    /// When the source cannot be read or the folder cannot be written.
    pub fn keep(&self, mut content: impl Read) -> Result<String> {
        let failed = |err| Error::file("@operation-write", &self.folder, err);
        create_folder(&self.folder).map_err(failed)?;
        let aside = self.folder.join(format!("{}.new", uuid::Uuid::now_v7()));
        let hash = pack(&mut content, &aside).map_err(failed)?;
        let path = self.folder.join(&hash);
        let placed =
            if path.exists() { fs::remove_file(&aside) } else { fs::rename(&aside, &path) };
        placed.and_then(|()| sync_folder(&self.folder)).map_err(failed)?;
        Ok(hash)
    }

    /// Reads what was kept under a name.
    ///
    /// # Errors
    /// `missing-file` or `damaged-file-kept`: the content is gone or not what it was.
    pub fn read(&self, hash: &str) -> Result<Vec<u8>> {
        let path = self.folder.join(hash);
        let file = File::open(&path).map_err(|err| {
            Error::storage("missing-file").with("path", path.as_path()).because(err)
        })?;
        let mut content = Vec::new();
        let read = DeflateDecoder::new(file).take(LONGEST_FILE).read_to_end(&mut content);
        let damaged = || Error::storage("damaged-file-kept").with("path", path.as_path());
        read.map_err(|err| damaged().because(err))?;
        if name_of(&content) == hash { Ok(content) } else { Err(damaged()) }
    }

    /// The names of all files.
    pub fn names(&self) -> Result<Vec<String>> {
        let failed = |err| Error::file("@operation-read", &self.folder, err);
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(err) if err.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(err) => return Err(failed(err)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let name = entry.map_err(failed)?.file_name();
            if let Some(name) = name.to_str().filter(|name| !name.ends_with(".new")) {
                names.push(name.to_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    /// Whether a row has a text that is too long for its record.
    pub fn is_long(row: &Row) -> bool {
        fn is_long(value: &Value) -> bool {
            match value {
                Value::Text(text) => text.len() > LONGEST_TEXT,
                Value::List(items) => items.iter().any(is_long),
                Value::Part(row) => Files::is_long(row),
                _ => false,
            }
        }
        row.iter().any(|(_, value)| is_long(value))
    }

    /// Puts the long texts of a row into files.
    pub fn spill(&self, row: &mut Row) -> Result<()> {
        row.values_mut().try_for_each(|value| self.spill_value(value))
    }

    /// Puts a long text into a file.
    pub fn spill_value(&self, value: &mut Value) -> Result<()> {
        match value {
            Value::Text(text) if text.len() > LONGEST_TEXT => {
                *value = Value::Long(self.keep(text.as_bytes())?);
                Ok(())
            }
            Value::List(items) => items.iter_mut().try_for_each(|item| self.spill_value(item)),
            Value::Part(row) => self.spill(row),
            _ => Ok(()),
        }
    }

    /// Brings the long texts of a row back.
    pub fn fetch(&self, row: &mut Row) -> Result<()> {
        row.values_mut().try_for_each(|value| self.fetch_value(value))
    }

    /// Brings a long text back.
    pub fn fetch_value(&self, value: &mut Value) -> Result<()> {
        match value {
            Value::Long(hash) => {
                let text = String::from_utf8(self.read(hash)?);
                let damaged =
                    |_| Error::storage("damaged-file-kept").with("path", self.folder.as_path());
                *value = Value::Text(text.map_err(damaged)?);
                Ok(())
            }
            Value::List(items) => items.iter_mut().try_for_each(|item| self.fetch_value(item)),
            Value::Part(row) => self.fetch(row),
            _ => Ok(()),
        }
    }
}

/// Keeps a file with the workspace in `folder`, whole and compressed, once per content. Gives its hash.
/// Nothing else of the workspace is touched, so that this may run beside the writer.
///
/// # Errors
/// When the content cannot be read or the folder cannot be written.
pub fn keep_file(folder: &Path, content: impl Read) -> Result<String> {
    Files::of(folder).keep(content)
}

/// Writes what was kept under a name, as it was. Nothing else of the workspace in `folder` is touched.
///
/// # Errors
/// `missing-file` or `damaged-file-kept`: the content is gone or not what it was; else when it cannot be
/// written.
pub fn unpack_file(folder: &Path, hash: &str, mut to: impl io::Write) -> Result<()> {
    let path = Files::of(folder).folder.join(hash);
    let file = File::open(&path)
        .map_err(|err| Error::storage("missing-file").with("path", path.as_path()).because(err))?;
    let mut content = DeflateDecoder::new(file).take(LONGEST_FILE);
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 64 << 10];
    let damaged = || Error::storage("damaged-file-kept").with("path", path.as_path());
    loop {
        let read = content.read(&mut buffer).map_err(|err| damaged().because(err))?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hasher.update(bytes);
        to.write_all(bytes).map_err(|err| Error::file("@operation-write", &path, err))?;
    }
    if hex(&hasher.finalize()) == hash { Ok(()) } else { Err(damaged()) }
}

/// The name a content would be kept under: what it is known by.
///
/// # Errors
/// When it cannot be read.
pub fn hash_of(mut content: impl Read) -> io::Result<String> {
    let mut hasher = Sha256::new();
    io::copy(&mut content, &mut hasher)?;
    Ok(hex(&hasher.finalize()))
}

/// The name a content is kept under.
pub(super) fn name_of(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

fn pack(content: &mut impl Read, path: &Path) -> io::Result<String> {
    let mut packer = DeflateEncoder::new(File::create(path)?, Compression::fast());
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = content.read(&mut buffer)?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hasher.update(bytes);
        packer.write_all(bytes)?;
    }
    packer.finish()?.sync_all()?;
    Ok(hex(&hasher.finalize()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_leave_the_record_and_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::of(folder.path());
        let text = "名片".repeat(2_000);
        let row = Row::new().with(1, Value::Text(text)).with(2, Value::Text("short".to_owned()));
        let mut spilled = row.clone();
        files.spill(&mut spilled).unwrap();
        assert!(matches!(spilled.get(1), Value::Long(_)));
        assert_eq!(spilled.get(2), row.get(2));
        files.fetch(&mut spilled).unwrap();
        assert_eq!(spilled, row);
        files.spill(&mut spilled).unwrap();
        assert_eq!(files.names().unwrap().len(), 1);
    }
}
