//! Where the records that a large command has made lie in the journal. An import looks for people among its own
//! rows: a record is read back from there in a fraction of the time that the database takes, which fetches and
//! takes apart a whole page for it.
//!
//! It is a short cut and no more: what is not found here, or not whole, the database has.

use std::{
    collections::HashMap,
    fs::File,
    io::{Read as _, Seek as _, SeekFrom},
    path::PathBuf,
};

use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::{
    codec,
    database::Write,
    journal::Place,
    segment::{self, FRAME_HEAD},
};

/// A record's id as a key.
type Id = [u8; 16];

/// Records of the frames of a large command.
pub(super) struct Made {
    /// Where the segments of the journal are.
    folder: PathBuf,
    /// Frames of new records, the ids of each behind all those of the one before; others are left out.
    frames: Vec<New>,
    /// The last of those ids.
    newest: Id,
    /// What was written again, or of other records; none if it was removed.
    again: HashMap<(u16, Id), Option<(Place, Spot)>>,
    segments: HashMap<u64, File>,
}

/// The new records of a frame.
struct New {
    place: Place,
    first: Id,
    spots: Vec<Spot>,
}

/// Where in a frame a record lies.
#[derive(Clone, Copy)]
struct Spot {
    /// A hash of its tree and key.
    mark: u32,
    at: u32,
    length: u32,
}

impl Made {
    /// No records yet, of a journal with segments in a folder.
    pub fn new(folder: PathBuf) -> Self {
        let (frames, again, segments) = Default::default();
        Self { folder, frames, newest: Id::default(), again, segments }
    }

    /// Takes note of a frame that holds writes and is saved at a place.
    pub fn add(&mut self, place: Place, writes: &[Write]) {
        // Nothing comes behind the writes, so that their end is known without what comes before them.
        let mut at = place.length - writes.iter().map(size).sum::<usize>().min(place.length);
        let (mut ids, mut spots): (Vec<Id>, Vec<Spot>) = Default::default();
        for write in writes {
            let length = write.value.as_ref().map_or(0, Vec::len);
            let mark = mark(write.tree, &write.key);
            at += size(write);
            // The last byte says whether the entry is fresh.
            let spot = Spot { mark, at: (at - 1 - length) as u32, length: length as u32 };
            let Ok(id) = Id::try_from(write.key.as_slice()) else { continue };
            match write.is_fresh {
                true if id > self.newest => {
                    ids.push(id);
                    spots.push(spot);
                }
                true => {}
                false => {
                    let spot = write.value.is_some().then_some((place, spot));
                    self.again.insert((write.tree, id), spot);
                }
            }
        }
        let bounds = ids.iter().min().copied().zip(ids.iter().max().copied());
        if let Some((first, last)) = bounds {
            self.newest = last;
            self.frames.push(New { place, first, spots });
        }
    }

    /// What was written last of a record, if it is known and whole.
    pub fn read(&mut self, tree: u16, key: &[u8]) -> Option<Vec<u8>> {
        let id = Id::try_from(key).ok()?;
        if let Some(last) = self.again.get(&(tree, id)) {
            let (place, spot) = (*last)?;
            return self.read_at((place, spot), (tree, key));
        }
        let at = self.frames.partition_point(|frame| frame.first <= id).checked_sub(1)?;
        let frame = self.frames.get(at)?;
        let mark = mark(tree, key);
        let spot = frame.spots.iter().find(|spot| spot.mark == mark)?;
        self.read_at((frame.place, *spot), (tree, key))
    }

    fn read_at(
        &mut self,
        (place, spot): (Place, Spot),
        (tree, key): (u16, &[u8]),
    ) -> Option<Vec<u8>> {
        if !self.segments.contains_key(&place.segment) {
            let segment = File::open(segment::path_of(&self.folder, place.segment)).ok()?;
            self.segments.insert(place.segment, segment);
        }
        let segment = self.segments.get_mut(&place.segment)?;
        let at = place.at + FRAME_HEAD as u64 + u64::from(spot.at);
        segment.seek(SeekFrom::Start(at)).ok()?;
        let mut value = vec![0; spot.length as usize];
        segment.read_exact(&mut value).ok()?;
        codec::payload(tree, key, &value).is_ok().then_some(value)
    }
}

/// The bytes of a write in a frame: tree, key, whether there is a value and the value, whether it is fresh.
fn size(write: &Write) -> usize {
    let bytes = |length: usize| codec::number_size(length as u64) + length;
    let value = write.value.as_ref().map_or(0, |value| bytes(value.len()));
    codec::number_size(write.tree.into()) + bytes(write.key.len()) + 1 + value + 1
}

fn mark(tree: u16, key: &[u8]) -> u32 {
    xxh3_64_with_seed(key, tree.into()) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, commit::Frame, disk::Disk};

    fn write(tree: u16, number: u128, text: Option<&str>, is_fresh: bool) -> Write {
        let key = number.to_be_bytes().to_vec();
        let value = text.map(|text| codec::seal(tree, &key, &text).unwrap());
        Write { tree, key, value, is_fresh }
    }

    fn save(disk: &mut Disk, made: &mut Made, writes: Vec<Write>) {
        let frame = Frame::Fresh(70_000, writes);
        let (_, place) = disk.append(&frame).unwrap();
        made.add(place, frame.at_once());
    }

    #[test]
    fn the_last_that_was_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let mut disk = store.disk();
        let mut made = Made::new(disk.journal.folder().to_owned());
        let long = "王小明".repeat(20_000);
        let texts = ["a", "", "王", &"x".repeat(250), &"y".repeat(251), &long];
        let all = |from: u128| {
            let numbered = (from..).zip(texts);
            numbered.map(|(number, text)| write(1, number, Some(text), true)).collect::<Vec<_>>()
        };
        let told = Write { key: vec![1; 12], ..write(60_002, 1, Some("told"), true) };
        save(&mut disk, &mut made, all(1_000).into_iter().chain([told]).collect());
        save(&mut disk, &mut made, all(2_000));
        let late = write(1, 1_500, Some("late"), true);
        let again = write(1, 1_003, Some("again"), false);
        let gone = write(1, 2_000, None, false);
        let other = write(300, 1_001, Some("other"), false);
        save(&mut disk, &mut made, vec![late, again, gone, other]);
        let mut read = |tree, number: u128| {
            let key = number.to_be_bytes();
            let value = made.read(tree, &key)?;
            Some(codec::unseal::<String>(tree, &key, &value).unwrap())
        };
        for (number, text) in (1_000..).zip(texts).filter(|(number, _)| *number != 1_003) {
            assert_eq!(read(1, number).as_deref(), Some(text), "{number}");
        }
        assert_eq!(read(1, 2_005), Some(long));
        assert_eq!(read(1, 1_003).as_deref(), Some("again"));
        assert_eq!(read(300, 1_001).as_deref(), Some("other"));
        for (tree, number) in [(1, 1_500), (1, 2_000), (1, 7), (1, 3_000), (2, 1_000)] {
            assert_eq!(read(tree, number), None, "{number}");
        }
    }
}
