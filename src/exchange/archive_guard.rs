//! Whether an archive, which every workbook is, may be opened at all. Its parts are inflated once
//! into nothing and counted, for what an archive says of their sizes may be a lie: 265 KB can
//! become 256 MB.

use std::io::Read as _;

use memchr::memmem;
use zip::{CompressionMethod, ZipArchive, result::ZipError};

use crate::error::{Error, Result};

use super::source::{Packed, Places, Source};

const MB: u64 = 1 << 20;

/// An archive larger than this is refused.
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

/// A part of an archive, as it was found and not as the archive describes it.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name, as bytes in whatever encoding.
    pub name: Vec<u8>,
    /// Its bytes, inflated.
    pub size: u64,
    /// Where it lies.
    pub packed: Packed,
}

/// Looks at every part of a workbook.
///
/// # Errors
///
/// If it is too large, inflates to too much, or cannot be inflated.
pub fn check(source: &Source) -> Result<Found> {
    let mut found = Found::default();
    counted(source, |seen| {
        found.has_formulas |= memmem::find(seen, b"f>").is_some();
        found.has_merges |= memmem::find(seen, b"mergeCell").is_some();
    })?;
    Ok(found)
}

/// The parts of an archive, folders left out.
///
/// # Errors
///
/// As [`check`].
pub fn parts(source: &Source) -> Result<Vec<Part>> {
    counted(source, |_| {})
}

/// Inflates every part, shows its bytes to `each`, and counts them.
fn counted(source: &Source, mut each: impl FnMut(&[u8])) -> Result<Vec<Part>> {
    source.at_most(LARGEST_FILE)?;
    let limit = LARGEST_CONTENT.min(FREE_CONTENT.max(source.size().saturating_mul(LARGEST_RATIO)));
    let mut archive = ZipArchive::new(source.places()?).map_err(|err| damaged(source, &err))?;
    if archive.len() > MOST_PARTS {
        return Err(bomb(source));
    }
    let (mut parts, mut inflated) = (Vec::new(), 0);
    for index in 0..archive.len() {
        let mut part = part(&mut archive, index).map_err(|err| damaged(source, &err))?;
        let Some(left) = limit.checked_sub(inflated) else { return Err(bomb(source)) };
        let size = inflate(&mut archive, index, left, &mut each);
        part.size = size.map_err(|err| damaged(source, &err))?;
        inflated += part.size;
        if inflated > limit {
            return Err(bomb(source));
        }
        if !part.name.ends_with(b"/") {
            parts.push(part);
        }
    }
    Ok(parts)
}

fn part(archive: &mut ZipArchive<Box<dyn Places>>, index: usize) -> Result<Part, ZipError> {
    let part = archive.by_index(index)?;
    let is_deflated = match part.compression() {
        CompressionMethod::Stored => false,
        CompressionMethod::Deflated => true,
        _ => return Err(ZipError::UnsupportedArchive("an unusual compression")),
    };
    let start = part.data_start().ok_or(ZipError::InvalidArchive("a part without data".into()))?;
    let packed = Packed { start, length: part.compressed_size(), is_deflated };
    Ok(Part { name: part.name_raw().to_vec(), size: 0, packed })
}

/// Inflates a part as far as one byte more than is left; gives the number of its bytes.
fn inflate(
    archive: &mut ZipArchive<Box<dyn Places>>,
    index: usize,
    left: u64,
    each: &mut impl FnMut(&[u8]),
) -> Result<u64, ZipError> {
    let mut part = archive.by_index(index)?.take(left + 1);
    let mut buffer = vec![0; 64 << 10];
    let (mut held, mut size) = (0, 0);
    loop {
        let count = part.read(buffer.get_mut(held..).unwrap_or_default())?;
        if count == 0 {
            return Ok(size);
        }
        size += count as u64;
        let end = held + count;
        each(buffer.get(..end).unwrap_or_default());
        // A word may be cut by the end of the buffer.
        held = end.min(16);
        buffer.copy_within(end - held..end, 0);
    }
}

fn bomb(source: &Source) -> Error {
    Error::unreadable("inflates-too-much").with("path", source.name())
}

fn damaged(source: &Source, error: &ZipError) -> Error {
    let is_locked = matches!(error, ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED));
    let code = if is_locked { "password-protected" } else { "damaged-file" };
    Error::unreadable(code).with("path", source.name()).because(error.to_string())
}
