//! A segment: one file of the journal.
//!
//! `[magic 8][seal 12]` and then frames `[length u32][crc32 u32][lsn u64][payload]`, behind which the
//! file is zero. The seal says up to which frame everything is synced. It is written after each sync and
//! becomes durable with the next one, so that it never promises too much. A frame it promises that is
//! not there was not torn by a crash: it is lost, and that is noticed.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, IoSlice, Read as _, Seek as _, SeekFrom, Write as _},
    ops::Range,
    path::{Path, PathBuf},
};

/// The size a segment is preallocated with, so that an append changes no metadata of the file.
pub(super) const SIZE: u64 = 8 << 20;

/// Marks a file as a segment; the last byte is its format.
const MAGIC: [u8; 8] = *b"FLJRNL\0\x02";

/// Where the frames begin.
pub(super) const HEAD: u64 = 20;

/// What lies before a frame's payload.
pub(super) const FRAME_HEAD: usize = 16;

/// Bytes that are written or compared together.
const BLOCK: usize = 64 << 10;

/// What one segment holds.
pub(super) struct Scan {
    /// The frames, as their lsn and where their payload lies.
    pub frames: Vec<(u64, Range<usize>)>,
    /// Up to which frame everything was synced.
    pub sealed: u64,
    /// Where the next frame goes.
    pub end: u64,
    /// Whether it is no segment, not all of one, or does not go on where the one before ended.
    pub is_damaged: bool,
}

impl Scan {
    /// Finds the frames of a segment; `expected` is the lsn the first must have, if that is known.
    pub fn of(bytes: &[u8], mut expected: Option<u64>) -> Self {
        let mut scan = Self { frames: Vec::new(), sealed: 0, end: HEAD, is_damaged: true };
        let sealed = bytes.get(MAGIC.len()..HEAD as usize).and_then(unsealed);
        let is_whole = bytes.get(..MAGIC.len()) == Some(&MAGIC[..]) && bytes.len() as u64 >= SIZE;
        let (Some(sealed), true) = (sealed, is_whole) else { return scan };
        scan.sealed = sealed;
        scan.is_damaged = false;
        while let Some((lsn, range)) = frame_at(bytes, scan.end as usize) {
            if expected.is_some_and(|expected| expected != lsn) {
                scan.is_damaged = true;
                break;
            }
            scan.end = range.end as u64;
            scan.frames.push((lsn, range));
            expected = Some(lsn + 1);
        }
        scan
    }
}

/// Where the segment of a number lies.
pub(super) fn path_of(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("{number:08}.jnl"))
}

/// The segments in a folder, as number and path, oldest first.
pub(super) fn segments(folder: &Path) -> io::Result<Vec<(u64, PathBuf)>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(err) if err.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(err) => return Err(err),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let is_segment = path.extension().is_some_and(|extension| extension == "jnl");
        let number = path.file_stem().and_then(|stem| stem.to_str()?.parse().ok());
        if let (true, Some(number)) = (is_segment, number) {
            found.push((number, path));
        }
    }
    found.sort();
    Ok(found)
}

/// Makes an empty segment after the frame `sealed`. It gets its name when it is whole, so that a crash
/// leaves none by halves.
pub(super) fn create(path: &Path, size: u64, sealed: u64) -> io::Result<File> {
    let aside = aside(path);
    let made = preallocate(&aside, size, sealed).and_then(|file| name(path).map(|()| file));
    made.inspect_err(|_| {
        // It holds nothing, and the next one made overwrites it.
        drop(fs::remove_file(&aside));
    })
}

/// Where the segment of a path is made.
pub(super) fn aside(path: &Path) -> PathBuf {
    path.with_extension("new")
}

/// Gives a segment that is whole its name.
pub(super) fn name(path: &Path) -> io::Result<()> {
    fs::rename(aside(path), path)?;
    super::manifest::sync_folder(path.parent().unwrap_or(path))
}

/// Writes a segment without frames, and syncs it.
pub(super) fn preallocate(path: &Path, size: u64, sealed: u64) -> io::Result<File> {
    let mut file =
        OpenOptions::new().read(true).write(true).create(true).truncate(true).open(path)?;
    file.write_all(&MAGIC)?;
    file.write_all(&seal(sealed))?;
    let zeros = vec![0; BLOCK];
    let mut at = HEAD;
    while at < size {
        let length = (size - at).min(BLOCK as u64) as usize;
        file.write_all(zeros.get(..length).unwrap_or_default())?;
        at += length as u64;
    }
    file.sync_all()?;
    Ok(file)
}

/// Writes a frame at a place, not yet synced.
pub(super) fn write_frame(file: &mut File, at: u64, lsn: u64, payload: &[u8]) -> io::Result<()> {
    let mut head = [0; FRAME_HEAD];
    let (length, rest) = head.split_at_mut(4);
    let (sum, number) = rest.split_at_mut(4);
    length.copy_from_slice(&(payload.len() as u32).to_le_bytes());
    sum.copy_from_slice(&checksum(lsn, payload).to_le_bytes());
    number.copy_from_slice(&lsn.to_le_bytes());
    file.seek(SeekFrom::Start(at))?;
    let mut parts = [IoSlice::new(&head), IoSlice::new(payload)];
    write_all(file, &mut parts)
}

/// Writes parts one behind the other, as one write where the system can.
fn write_all(file: &mut File, parts: &mut [IoSlice<'_>]) -> io::Result<()> {
    let mut rest = parts;
    while rest.iter().any(|part| !part.is_empty()) {
        match file.write_vectored(rest) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => IoSlice::advance_slices(&mut rest, written),
            Err(err) if err.kind() == io::ErrorKind::Interrupted => {}
            Err(err) => return Err(err),
        }
    }
    Ok(())
}

/// What the frame that begins at a place holds; none if it is not whole.
pub(super) fn read_frame(path: &Path, at: u64, length: usize) -> io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(at))?;
    let mut bytes = vec![0; FRAME_HEAD + length];
    file.read_exact(&mut bytes)?;
    let is_whole = frame_at(&bytes, 0).is_some_and(|(_, range)| range.len() == length);
    bytes.drain(..FRAME_HEAD);
    Ok(is_whole.then_some(bytes))
}

/// Says that everything up to a frame is synced.
pub(super) fn write_seal(file: &mut File, lsn: u64) -> io::Result<()> {
    file.seek(SeekFrom::Start(MAGIC.len() as u64))?;
    file.write_all(&seal(lsn))
}

/// What a crash left half written behind the last frame must not be taken for a frame later.
pub(super) fn clear_from(file: &mut File, at: u64) -> io::Result<()> {
    let mut rest = Vec::new();
    file.seek(SeekFrom::Start(at))?;
    file.read_to_end(&mut rest)?;
    let zeros = vec![0; BLOCK];
    for (number, block) in rest.chunks(BLOCK).enumerate() {
        let zeros = zeros.get(..block.len()).unwrap_or_default();
        if block != zeros {
            file.seek(SeekFrom::Start(at + (number * BLOCK) as u64))?;
            file.write_all(zeros)?;
        }
    }
    Ok(())
}

fn seal(lsn: u64) -> [u8; 12] {
    let mut bytes = [0; 12];
    let (number, sum) = bytes.split_at_mut(8);
    number.copy_from_slice(&lsn.to_le_bytes());
    sum.copy_from_slice(&checksum(lsn, &MAGIC).to_le_bytes());
    bytes
}

fn unsealed(bytes: &[u8]) -> Option<u64> {
    let lsn = u64::from_le_bytes(bytes.get(..8)?.try_into().ok()?);
    (seal(lsn) == bytes).then_some(lsn)
}

fn checksum(lsn: u64, payload: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&lsn.to_le_bytes());
    hasher.update(payload);
    hasher.finalize()
}

/// The frame that begins at a place, if a whole one does.
fn frame_at(bytes: &[u8], at: usize) -> Option<(u64, Range<usize>)> {
    let head = bytes.get(at..at.checked_add(FRAME_HEAD)?)?;
    let length = u32::from_le_bytes(head.get(..4)?.try_into().ok()?) as usize;
    let sum = u32::from_le_bytes(head.get(4..8)?.try_into().ok()?);
    let lsn = u64::from_le_bytes(head.get(8..16)?.try_into().ok()?);
    if length == 0 || lsn == 0 {
        return None;
    }
    let range = at + FRAME_HEAD..(at + FRAME_HEAD).checked_add(length)?;
    let payload = bytes.get(range.clone())?;
    (checksum(lsn, payload) == sum).then_some((lsn, range))
}
