//! Whether a workbook may be opened at all. Its parts are inflated once into nothing and counted,
//! for what an archive says of their sizes may be a lie: 265 KB can become 256 MB.

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use memchr::memmem;
use zip::{ZipArchive, result::ZipError};

use crate::error::{Error, Result};

use super::sniff::unreadable;

const MB: u64 = 1 << 20;

/// A workbook larger than this is refused.
const LARGEST_FILE: u64 = 64 * MB;

/// So is one that inflates to more than this,
const LARGEST_CONTENT: u64 = 512 * MB;

/// or, beyond some size, to so many times its own size.
const FREE_CONTENT: u64 = 10 * MB;
const LARGEST_RATIO: u64 = 200;

/// So is one of more parts than this.
const MOST_PARTS: usize = 20_000;

/// What a look at every part of a workbook has shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Whether a sheet may hold formulas.
    pub has_formulas: bool,
    /// Whether a sheet may hold merged cells.
    pub has_merges: bool,
}

/// Looks at every part of a workbook.
///
/// # Errors
///
/// If it is too large, inflates to too much, or cannot be inflated.
pub fn check(path: &Path) -> Result<Found> {
    let file = File::open(path).map_err(|error| unreadable(path, error))?;
    let size = file.metadata().map_err(|error| unreadable(path, error))?.len();
    if size > LARGEST_FILE {
        return Err(Error::unreadable("file-too-large").with("path", path).with("limit", "64 MB"));
    }
    let mut archive = ZipArchive::new(io::BufReader::new(file)).map_err(|e| damaged(path, &e))?;
    if archive.len() > MOST_PARTS {
        return Err(bomb(path));
    }
    let (mut found, mut inflated) = (Found::default(), 0);
    let mut buffer = vec![0; 64 << 10];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|error| damaged(path, &error))?;
        let mut held = 0;
        loop {
            let free = buffer.get_mut(held..).unwrap_or_default();
            let count = part.read(free).map_err(|error| damaged(path, &ZipError::Io(error)))?;
            if count == 0 {
                break;
            }
            inflated += count as u64;
            if inflated > LARGEST_CONTENT || inflated > FREE_CONTENT.max(size * LARGEST_RATIO) {
                return Err(bomb(path));
            }
            let seen = buffer.get(..held + count).unwrap_or_default();
            found.has_formulas |= memmem::find(seen, b"f>").is_some();
            found.has_merges |= memmem::find(seen, b"mergeCell").is_some();
            // A word may be cut by the end of the buffer.
            let end = held + count;
            held = end.min(16);
            buffer.copy_within(end - held..end, 0);
        }
    }
    Ok(found)
}

fn bomb(path: &Path) -> Error {
    Error::unreadable("inflates-too-much").with("path", path)
}

fn damaged(path: &Path, error: &ZipError) -> Error {
    let is_locked = matches!(error, ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED));
    let code = if is_locked { "password-protected" } else { "damaged-file" };
    Error::unreadable(code).with("path", path).because(error.to_string())
}
