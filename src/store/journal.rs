//! The journal: where a command becomes *saved*.
//!
//! Frames in segments (see `segment`), numbered without gaps (log sequence number, lsn). A frame is
//! synced before it is applied to sled and before the next one is written: sled, which is only what the
//! frames materialise, is never ahead of them, and a crash can tear the last frame alone.

use std::{
    fs::{self, File, OpenOptions},
    path::{Path, PathBuf},
};

use super::{
    manifest::create_folder,
    segment::{self, FRAME_HEAD, HEAD, SIZE, Scan},
    spare::{Removal, Spare},
};
use crate::error::{Error, Result};

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
    /// The next segment, once one has been filled.
    spare: Option<Spare>,
    removal: Removal,
    /// After a failed sync nobody knows what is on disk: the journal takes nothing more.
    is_broken: bool,
}

/// Where a frame lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The number of its segment.
    pub segment: u64,
    /// Where it begins there.
    pub at: u64,
    /// The length of what it holds.
    pub length: usize,
}

/// What was found in the journal at opening.
pub(super) struct Found {
    /// The frames after the asked lsn, in order.
    pub frames: Vec<(u64, Vec<u8>)>,
    /// The last lsn that is there, or was asked after.
    pub last_lsn: u64,
    /// The last lsn that is there.
    pub last_seen: Option<u64>,
    /// Whether a frame is gone that was synced: not a torn end, but a loss.
    pub is_damaged: bool,
    /// The older segments, with their last lsn.
    full: Vec<(PathBuf, u64)>,
    /// The newest segment: its number, and where the next frame goes in it.
    newest: Option<(u64, PathBuf, u64)>,
}

impl Found {
    /// Reads the frames after `from`. Nothing is changed.
    ///
    /// # Errors
    /// When the folder or a segment cannot be read.
    pub fn read(folder: &Path, from: u64) -> Result<Self> {
        let mut found = Self {
            frames: Vec::new(),
            last_lsn: from,
            last_seen: None,
            is_damaged: false,
            full: Vec::new(),
            newest: None,
        };
        let segments =
            segment::segments(folder).map_err(|err| Error::file("@operation-read", folder, err))?;
        let mut sealed = 0;
        for (number, path) in segments {
            let bytes =
                fs::read(&path).map_err(|err| Error::file("@operation-read", &path, err))?;
            let scan = Scan::of(&bytes, found.last_seen.map(|lsn| lsn + 1));
            if let Some((_, older, _)) = found.newest.replace((number, path, scan.end)) {
                found.full.push((older, found.last_lsn));
            }
            found.is_damaged |= scan.is_damaged;
            sealed = sealed.max(scan.sealed);
            for (lsn, range) in scan.frames {
                found.last_lsn = found.last_lsn.max(lsn);
                found.last_seen = Some(lsn);
                if lsn > from {
                    found.frames.push((lsn, bytes.get(range).unwrap_or_default().to_vec()));
                }
            }
        }
        found.is_damaged |= found.last_lsn < sealed;
        Ok(found)
    }
}

impl Found {
    /// Whether this is every frame there ever was, at least up to a number.
    pub fn is_whole(&self, lsn: u64) -> bool {
        let begins = self.frames.first().is_none_or(|(first, _)| *first == 1);
        begins && !self.is_damaged && self.last_lsn >= lsn
    }
}

impl Journal {
    /// Makes the journal ready to append behind the last frame that was found. What was found is
    /// durable then: until now it may have been in the memory of the system alone.
    ///
    /// # Errors
    /// When the folder or a segment cannot be written.
    pub fn open(folder: &Path, found: &Found) -> Result<Self> {
        let (next_lsn, full) = (found.last_lsn + 1, found.full.clone());
        let Some((number, path, end)) = found.newest.clone() else {
            create_folder(folder).map_err(|err| Error::file("@operation-create", folder, err))?;
            return Self::begin(folder, 1, next_lsn, 0);
        };
        let file = OpenOptions::new().read(true).write(true).open(&path);
        let opened = file.and_then(|mut file| {
            segment::clear_from(&mut file, end)?;
            file.sync_all()?;
            segment::write_seal(&mut file, found.last_lsn)?;
            let room = file.metadata()?.len();
            Ok((file, room))
        });
        let (file, room) = opened.map_err(|err| Error::file("@operation-open", &path, err))?;
        let folder = folder.to_owned();
        let (spare, removal) = (None, Removal::default());
        let is_broken = false;
        Ok(Self {
            folder,
            file,
            path,
            number,
            end,
            room,
            next_lsn,
            full,
            spare,
            removal,
            is_broken,
        })
    }

    /// Appends a frame and syncs it, the *saved* moment: when this returns, it survives a power cut.
    /// Gives its lsn and where it lies.
    ///
    /// # Errors
    /// When the disk is full or gone: nothing of the frame counts then, and the next one may succeed.
    /// If the disk does not confirm, nobody can know what is on it: the journal closes.
    pub fn append(&mut self, payload: &[u8]) -> Result<(u64, Place)> {
        if self.is_broken {
            return Err(Error::storage("journal-broken"));
        }
        let size = (FRAME_HEAD + payload.len()) as u64;
        if self.end + size > self.room {
            self.next_segment(size)?;
        }
        let lsn = self.next_lsn;
        let failed = |path: &Path, err| Error::file("@operation-write", path, err);
        segment::write_frame(&mut self.file, self.end, lsn, payload)
            .map_err(|err| failed(&self.path, err))?;
        self.file.sync_data().map_err(|err| {
            self.is_broken = true;
            failed(&self.path, err)
        })?;
        let place = Place { segment: self.number, at: self.end, length: payload.len() };
        self.end += size;
        self.next_lsn += 1;
        // The frame is saved; a disk that does not take the seal will not take the next one either.
        self.is_broken = segment::write_seal(&mut self.file, lsn).is_err();
        Ok((lsn, place))
    }

    /// Reads back what a frame holds.
    ///
    /// # Errors
    /// When the segment cannot be read, or the frame is damaged.
    pub fn read(&self, place: Place) -> Result<Vec<u8>> {
        let path = segment::path_of(&self.folder, place.segment);
        let read = segment::read_frame(&path, place.at, place.length)
            .map_err(|err| Error::file("@operation-read", &path, err))?;
        read.ok_or_else(|| Error::storage("damaged-workspace").with("path", path.as_path()))
    }

    /// Where the segments are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether only a new start helps.
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// The lsn of the last frame.
    pub fn last_lsn(&self) -> u64 {
        self.next_lsn - 1
    }

    /// Bytes in use, of all segments.
    pub fn size(&self) -> u64 {
        self.end + self.full.len() as u64 * SIZE
    }

    /// Removes the segments whose frames are all at or below `lsn`, but for the last few; many of them beside
    /// what goes on.
    ///
    /// # Errors
    /// When a segment cannot be removed.
    pub fn release(&mut self, lsn: u64) -> Result<()> {
        let done = self.full.iter().filter(|(_, last)| *last <= lsn).count();
        let done = self.full.drain(..done.saturating_sub(KEPT));
        self.removal.begin(done.map(|(path, _)| path).collect())
    }

    /// Waits until what was released is gone.
    ///
    /// # Errors
    /// As [`Journal::release`].
    pub fn settle(&mut self) -> Result<()> {
        self.removal.finish()
    }

    fn next_segment(&mut self, at_least: u64) -> Result<()> {
        let path = segment::path_of(&self.folder, self.number + 1);
        let room = SIZE.max(HEAD + at_least);
        let spare = self.spare.take().and_then(|spare| spare.take(&path, room));
        let file = match spare {
            Some(file) => file,
            None => create(&path, room, self.last_lsn())?,
        };
        self.full.push((std::mem::replace(&mut self.path, path), self.last_lsn()));
        self.number += 1;
        (self.file, self.end, self.room) = (file, HEAD, room);
        let next = segment::path_of(&self.folder, self.number + 1);
        self.spare = Spare::begin(&next, self.last_lsn());
        Ok(())
    }

    fn begin(folder: &Path, number: u64, next_lsn: u64, at_least: u64) -> Result<Self> {
        let path = segment::path_of(folder, number);
        let room = SIZE.max(HEAD + at_least);
        let file = create(&path, room, next_lsn - 1)?;
        Ok(Self {
            folder: folder.to_owned(),
            file,
            path,
            number,
            end: HEAD,
            room,
            next_lsn,
            full: Vec::new(),
            spare: None,
            removal: Removal::default(),
            is_broken: false,
        })
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        if let Some(spare) = self.spare.take() {
            spare.discard();
        }
        // What could not be removed is found after the next start.
        drop(self.settle());
    }
}

fn create(path: &Path, size: u64, sealed: u64) -> Result<File> {
    let made = segment::create(path, size, sealed);
    made.map_err(|err| Error::file("@operation-create", path, err))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(folder: &Path, from: u64) -> (Journal, Found) {
        let found = Found::read(folder, from).unwrap();
        (Journal::open(folder, &found).unwrap(), found)
    }

    fn payloads(found: &Found) -> Vec<&[u8]> {
        found.frames.iter().map(|(_, payload)| payload.as_slice()).collect()
    }

    /// A journal of three frames: its file, and where they end.
    fn three(folder: &Path) -> (PathBuf, usize) {
        let (mut journal, found) = open(folder, 0);
        assert!(found.frames.is_empty());
        for text in ["one", "two", "three"] {
            journal.append(text.as_bytes()).unwrap();
        }
        (journal.path.clone(), journal.end as usize)
    }

    #[test]
    fn frames_come_back_in_order_and_after_a_number() {
        let folder = tempfile::tempdir().unwrap();
        three(folder.path());
        let (journal, found) = open(folder.path(), 1);
        assert_eq!(payloads(&found), [b"two".as_slice(), b"three"]);
        assert_eq!((journal.last_lsn(), found.is_damaged), (3, false));
    }

    #[test]
    fn a_frame_is_read_back_by_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let (mut journal, _) = open(folder.path(), 0);
        let large = vec![7; 5 << 20];
        let places = [b"one".as_slice(), &large, &large, b"two"]
            .map(|payload| (payload, journal.append(payload).unwrap().1));
        for (payload, place) in places {
            assert!(journal.read(place).unwrap() == payload);
        }
    }

    #[test]
    fn a_frame_that_was_synced_is_missed() {
        let folder = tempfile::tempdir().unwrap();
        let (path, end) = three(folder.path());
        let whole = fs::read(&path).unwrap();
        for place in [HEAD as usize + FRAME_HEAD, end - 1, end - 6] {
            let mut damaged = whole.clone();
            damaged[place] ^= 1;
            fs::write(&path, &damaged).unwrap();
            assert!(Found::read(folder.path(), 0).unwrap().is_damaged, "{place}");
        }
        fs::write(&path, &whole[..end]).unwrap();
        assert!(Found::read(folder.path(), 0).unwrap().is_damaged);
        fs::write(&path, &whole).unwrap();
        assert!(!Found::read(folder.path(), 0).unwrap().is_damaged);
    }

    #[test]
    fn a_torn_end_is_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let (path, end) = three(folder.path());
        let mut torn = fs::read(&path).unwrap();
        // A frame that was never synced, of which the middle is missing.
        torn[end..end + 40].fill(7);
        fs::write(&path, &torn).unwrap();
        let (mut journal, found) = open(folder.path(), 0);
        assert_eq!((payloads(&found).len(), found.is_damaged), (3, false));
        assert_eq!(journal.append(b"four").unwrap().0, 4);
        let (_, found) = open(folder.path(), 0);
        assert_eq!((payloads(&found).len(), found.is_damaged), (4, false));
        assert!(fs::read(&path).unwrap()[end + FRAME_HEAD + 4..].iter().all(|byte| *byte == 0));
    }

    #[test]
    fn segments_follow_each_other_and_are_released() {
        let folder = tempfile::tempdir().unwrap();
        let (mut journal, _) = open(folder.path(), 0);
        let large = vec![7; 3 << 20];
        for _ in 0..12 {
            journal.append(&large).unwrap();
        }
        assert_eq!(segment::segments(folder.path()).unwrap().len(), 6);
        journal.release(12).unwrap();
        assert_eq!(segment::segments(folder.path()).unwrap().len(), KEPT + 1);
        drop(journal);
        let (_, found) = open(folder.path(), 10);
        assert_eq!((found.frames.len(), found.last_lsn, found.is_damaged), (2, 12, false));
    }
}
