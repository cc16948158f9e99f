//! The journal: where a command becomes *saved*.
//!
//! Segments of preallocated files hold frames `[length u32][crc32 u32][lsn u64][payload]`. A frame is
//! acknowledged after `fdatasync`; sled is only what the frames materialise. Frames are numbered
//! without gaps (log sequence number, lsn), so that a lost or foreign frame is noticed.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

use crate::error::{Error, Result};

/// The size a segment is preallocated with, so that an append changes no metadata of the file.
const SEGMENT: u64 = 8 << 20;

/// Marks a file as a segment; the last byte is its format.
const MAGIC: [u8; 8] = *b"FLJRNL\0\x01";

const FRAME_HEAD: usize = 16;

/// Segments that are kept although sled has all of what they hold.
const KEPT: usize = 2;

/// The open journal, ready to append.
pub(super) struct Journal {
    folder: PathBuf,
    file: File,
    path: PathBuf,
    number: u64,
    end: u64,
    room: u64,
    next_lsn: u64,
    /// The last lsn of each older segment.
    full: Vec<(PathBuf, u64)>,
    /// After a failed sync nobody knows what is on disk: the journal takes nothing more.
    is_broken: bool,
}

/// What was found in the journal at opening.
pub(super) struct Found {
    /// The frames after the asked lsn, in order.
    pub frames: Vec<(u64, Vec<u8>)>,
    /// The first lsn that is there at all.
    pub first_lsn: Option<u64>,
    /// The last lsn that is there, or was asked after.
    pub last_lsn: u64,
    /// The last lsn that is there.
    pub last_seen: Option<u64>,
    /// Whether a frame is damaged that others follow: not a torn end, but a loss.
    pub is_damaged: bool,
}

impl Journal {
    /// Reads the frames after `from` and makes the journal ready to append behind the last.
    ///
    /// # Errors
    /// When the folder or a segment cannot be read or written.
    pub fn open(folder: &Path, from: u64) -> Result<(Self, Found)> {
        fs::create_dir_all(folder).map_err(|err| Error::file("@operation-create", folder, err))?;
        let mut found = Found {
            frames: Vec::new(),
            first_lsn: None,
            last_lsn: from,
            last_seen: None,
            is_damaged: false,
        };
        let mut full = Vec::new();
        let mut last = None;
        let mut expected = None;
        for (number, path) in segments(folder)? {
            let bytes =
                fs::read(&path).map_err(|err| Error::file("@operation-read", &path, err))?;
            let scan = Scan::of(&bytes, expected);
            found.is_damaged |= scan.is_damaged;
            if let Some((_, older, _)) = last.replace((number, path, scan.end)) {
                full.push((older, found.last_lsn));
            }
            for (lsn, range) in &scan.frames {
                found.first_lsn.get_or_insert(*lsn);
                found.last_lsn = found.last_lsn.max(*lsn);
                found.last_seen = Some(*lsn);
                if *lsn > from {
                    found
                        .frames
                        .push((*lsn, bytes.get(range.clone()).unwrap_or_default().to_vec()));
                }
            }
            if let Some((lsn, _)) = scan.frames.last() {
                expected = Some(lsn + 1);
            }
        }
        let number = last.as_ref().map_or(0, |(number, ..)| *number);
        let next_lsn = found.last_lsn + 1;
        let mut journal = match last {
            Some((number, path, end)) if end > 0 => {
                let file = OpenOptions::new().read(true).write(true).open(&path);
                let file = file.map_err(|err| Error::file("@operation-open", &path, err))?;
                let room = file.metadata().map_or(end, |meta| meta.len());
                Self {
                    folder: folder.to_owned(),
                    file,
                    path,
                    number,
                    end,
                    room,
                    next_lsn,
                    full,
                    is_broken: false,
                }
            }
            _ => Self::begin(folder, number + 1, next_lsn, full)?,
        };
        journal.cut_torn_end()?;
        Ok((journal, found))
    }

    /// Appends a frame; it is saved only after [`Journal::sync`]. Gives its lsn.
    ///
    /// # Errors
    /// When the disk is full or gone. Nothing of the frame counts then, and the next one may succeed.
    pub fn append(&mut self, payload: &[u8]) -> Result<u64> {
        if self.is_broken {
            return Err(Error::storage("journal-broken"));
        }
        let size = (FRAME_HEAD + payload.len()) as u64;
        if self.end + size > self.room {
            self.next_segment(size)?;
        }
        let lsn = self.next_lsn;
        let mut frame = Vec::with_capacity(FRAME_HEAD + payload.len());
        frame.extend_from_slice(&(payload.len() as u32).to_le_bytes());
        frame.extend_from_slice(&checksum(lsn, payload).to_le_bytes());
        frame.extend_from_slice(&lsn.to_le_bytes());
        frame.extend_from_slice(payload);
        let written =
            self.file.seek(SeekFrom::Start(self.end)).and_then(|_| self.file.write_all(&frame));
        written.map_err(|err| Error::file("@operation-write", &self.path, err))?;
        self.end += size;
        self.next_lsn += 1;
        Ok(lsn)
    }

    /// The *saved* moment: everything appended so far survives a power cut.
    ///
    /// # Errors
    /// When the disk does not confirm. Nobody can know then what is on it; the journal closes.
    pub fn sync(&mut self) -> Result<()> {
        self.file.sync_data().map_err(|err| {
            self.is_broken = true;
            Error::file("@operation-write", &self.path, err)
        })
    }

    /// The lsn of the last frame.
    pub fn last_lsn(&self) -> u64 {
        self.next_lsn - 1
    }

    /// Bytes in use, of all segments.
    pub fn size(&self) -> u64 {
        self.end + self.full.len() as u64 * SEGMENT
    }

    /// Removes the segments whose frames are all at or below `lsn`, but for the last few.
    ///
    /// # Errors
    /// When a segment cannot be removed.
    pub fn release(&mut self, lsn: u64) -> Result<()> {
        let done = self.full.iter().filter(|(_, last)| *last <= lsn).count();
        for (path, _) in self.full.drain(..done.saturating_sub(KEPT)) {
            fs::remove_file(&path).map_err(|err| Error::file("@operation-remove", &path, err))?;
        }
        Ok(())
    }

    /// What a crash left half written behind the last frame must not be taken for a frame later.
    fn cut_torn_end(&mut self) -> Result<()> {
        let mut rest = Vec::new();
        let read = self
            .file
            .seek(SeekFrom::Start(self.end))
            .and_then(|_| self.file.read_to_end(&mut rest));
        read.map_err(|err| Error::file("@operation-read", &self.path, err))?;
        if rest.iter().any(|byte| *byte != 0) {
            rest.fill(0);
            let written =
                self.file.seek(SeekFrom::Start(self.end)).and_then(|_| self.file.write_all(&rest));
            written
                .and_then(|()| self.file.sync_data())
                .map_err(|err| Error::file("@operation-write", &self.path, err))?;
        }
        Ok(())
    }

    fn next_segment(&mut self, at_least: u64) -> Result<()> {
        self.sync()?;
        let mut full = std::mem::take(&mut self.full);
        full.push((self.path.clone(), self.last_lsn()));
        match Self::begin_with(&self.folder, self.number + 1, self.next_lsn, at_least) {
            Ok(fresh) => {
                *self = Self { full, ..fresh };
                Ok(())
            }
            Err(err) => {
                full.pop();
                self.full = full;
                Err(err)
            }
        }
    }

    fn begin(folder: &Path, number: u64, next_lsn: u64, full: Vec<(PathBuf, u64)>) -> Result<Self> {
        Ok(Self { full, ..Self::begin_with(folder, number, next_lsn, 0)? })
    }

    fn begin_with(folder: &Path, number: u64, next_lsn: u64, at_least: u64) -> Result<Self> {
        let path = folder.join(format!("{number:08}.jnl"));
        let room = SEGMENT.max(at_least + MAGIC.len() as u64);
        let made = preallocate(&path, room).and_then(|file| {
            // Without this the segment's name itself might be lost in a power cut.
            File::open(folder)?.sync_all()?;
            Ok(file)
        });
        let file = made.map_err(|err| {
            // A half-made segment would be taken for a damaged one.
            if let Err(left) = fs::remove_file(&path)
                && left.kind() != io::ErrorKind::NotFound
            {
                return Error::file("@operation-remove", &path, left);
            }
            Error::file("@operation-create", &path, err)
        })?;
        Ok(Self {
            folder: folder.to_owned(),
            file,
            path,
            number,
            end: MAGIC.len() as u64,
            room,
            next_lsn,
            full: Vec::new(),
            is_broken: false,
        })
    }
}

fn preallocate(path: &Path, size: u64) -> io::Result<File> {
    let mut file =
        OpenOptions::new().read(true).write(true).create(true).truncate(true).open(path)?;
    file.write_all(&MAGIC)?;
    io::copy(&mut io::repeat(0).take(size - MAGIC.len() as u64), &mut file)?;
    file.sync_all()?;
    Ok(file)
}

fn segments(folder: &Path) -> Result<Vec<(u64, PathBuf)>> {
    let failed = |err| Error::file("@operation-read", folder, err);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let is_segment = path.extension().is_some_and(|extension| extension == "jnl");
        let number = path.file_stem().and_then(|stem| stem.to_str()?.parse().ok());
        if let (true, Some(number)) = (is_segment, number) {
            found.push((number, path));
        }
    }
    found.sort();
    Ok(found)
}

fn checksum(lsn: u64, payload: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&lsn.to_le_bytes());
    hasher.update(payload);
    hasher.finalize()
}

/// What one segment holds.
struct Scan {
    frames: Vec<(u64, std::ops::Range<usize>)>,
    /// Where the next frame goes; 0 if the file is no segment.
    end: u64,
    is_damaged: bool,
}

impl Scan {
    fn of(bytes: &[u8], mut expected: Option<u64>) -> Self {
        if bytes.get(..MAGIC.len()) != Some(&MAGIC[..]) {
            return Self { frames: Vec::new(), end: 0, is_damaged: true };
        }
        let mut frames = Vec::new();
        let mut at = MAGIC.len();
        let mut is_damaged = false;
        while let Some((lsn, range)) = frame_at(bytes, at) {
            if expected.is_some_and(|expected| expected != lsn) {
                is_damaged = true;
                break;
            }
            at = range.end;
            frames.push((lsn, range));
            expected = Some(lsn + 1);
        }
        is_damaged |= follows(bytes, at, expected.unwrap_or(1));
        Self { frames, end: at as u64, is_damaged }
    }
}

/// The frame that begins at a place, if a whole one does.
fn frame_at(bytes: &[u8], at: usize) -> Option<(u64, std::ops::Range<usize>)> {
    let head = bytes.get(at..at + FRAME_HEAD)?;
    let length = u32::from_le_bytes(head.get(..4)?.try_into().ok()?) as usize;
    let sum = u32::from_le_bytes(head.get(4..8)?.try_into().ok()?);
    let lsn = u64::from_le_bytes(head.get(8..16)?.try_into().ok()?);
    if length == 0 || lsn == 0 {
        return None;
    }
    let range = at + FRAME_HEAD..at + FRAME_HEAD + length;
    let payload = bytes.get(range.clone())?;
    (checksum(lsn, payload) == sum).then_some((lsn, range))
}

/// Whether a whole, later frame lies behind a place that holds none: then what lies between was lost.
fn follows(bytes: &[u8], from: usize, expected: u64) -> bool {
    let Some(rest) = bytes.get(from..) else { return false };
    if rest.iter().all(|byte| *byte == 0) {
        return false;
    }
    (from + 1..bytes.len().saturating_sub(FRAME_HEAD)).any(|at| {
        let lsn = bytes
            .get(at + 8..at + 16)
            .and_then(|lsn| Some(u64::from_le_bytes(lsn.try_into().ok()?)));
        // Only numbers that could follow are worth a checksum.
        lsn.is_some_and(|lsn| lsn > expected && lsn < expected + 1_000_000)
            && frame_at(bytes, at).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payloads(found: &Found) -> Vec<&[u8]> {
        found.frames.iter().map(|(_, payload)| payload.as_slice()).collect()
    }

    #[test]
    fn frames_come_back_in_order_and_after_a_number() {
        let folder = tempfile::tempdir().unwrap();
        let (mut journal, found) = Journal::open(folder.path(), 0).unwrap();
        assert!(found.frames.is_empty());
        for text in ["one", "two", "three"] {
            journal.append(text.as_bytes()).unwrap();
        }
        journal.sync().unwrap();
        drop(journal);
        let (journal, found) = Journal::open(folder.path(), 1).unwrap();
        assert_eq!(payloads(&found), [b"two".as_slice(), b"three"]);
        assert_eq!((found.first_lsn, journal.last_lsn(), found.is_damaged), (Some(1), 3, false));
    }

    #[test]
    fn a_torn_end_is_dropped_and_a_damaged_middle_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let (mut journal, _) = Journal::open(folder.path(), 0).unwrap();
        for text in ["one", "two", "three"] {
            journal.append(text.as_bytes()).unwrap();
        }
        journal.sync().unwrap();
        let path = journal.path.clone();
        let end = journal.end as usize;
        drop(journal);
        let whole = fs::read(&path).unwrap();

        let mut torn = whole.clone();
        torn[end - 1] ^= 1;
        fs::write(&path, &torn).unwrap();
        let (_, found) = Journal::open(folder.path(), 0).unwrap();
        assert_eq!((payloads(&found).len(), found.is_damaged), (2, false));

        let mut damaged = whole;
        damaged[MAGIC.len() + FRAME_HEAD] ^= 1;
        fs::write(&path, &damaged).unwrap();
        let (_, found) = Journal::open(folder.path(), 0).unwrap();
        assert!(found.is_damaged);
    }

    #[test]
    fn segments_follow_each_other_and_are_released() {
        let folder = tempfile::tempdir().unwrap();
        let (mut journal, _) = Journal::open(folder.path(), 0).unwrap();
        let large = vec![7; 3 << 20];
        for _ in 0..12 {
            journal.append(&large).unwrap();
        }
        journal.sync().unwrap();
        assert_eq!(segments(folder.path()).unwrap().len(), 6);
        journal.release(12).unwrap();
        assert_eq!(segments(folder.path()).unwrap().len(), KEPT + 1);
        drop(journal);
        let (_, found) = Journal::open(folder.path(), 10).unwrap();
        assert_eq!((found.frames.len(), found.last_lsn, found.is_damaged), (2, 12, false));
    }
}
