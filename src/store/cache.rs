//! A file that holds what can be made anew from the records: read fast if it fits, forgotten if not.
//!
//! ```text
//! stream, stream, … , table of the streams with the stamp, length of the table, magic
//! a stream is sections of about a megabyte: length, checksum, bytes
//! ```
//!
//! Nothing in it is ever trusted more than the records: whoever reads compares the stamp first, every
//! section carries a checksum, and what does not fit is made anew.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Read, Seek as _, SeekFrom, Take, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use xxhash_rust::xxh3::xxh3_64;

use super::{
    codec,
    manifest::sync_folder,
    synced::{Hurry, Synced},
};
use crate::error::{Error, Result};

/// The end of every such file; another layout has another one.
const MAGIC: &[u8; 8] = b"FLCACHE1";

/// Bytes after which a section ends.
const SECTION: usize = 1 << 20;

/// The longest section that is believed: one item may be longer than a section usually is.
const LONGEST_SECTION: u64 = 1 << 30;

/// A cache file being written.
pub struct CacheFile {
    path: PathBuf,
    aside: PathBuf,
    file: BufWriter<Synced>,
    streams: Vec<Stream>,
    at: u64,
}

/// A cache file that was found.
#[derive(Debug)]
pub struct FoundCache<S> {
    /// What its writer says it holds.
    pub stamp: S,
    path: PathBuf,
    streams: Vec<Stream>,
}

/// Where a stream lies.
#[derive(Debug, Serialize, Deserialize)]
struct Stream {
    name: String,
    at: u64,
    length: u64,
}

#[derive(Serialize, Deserialize)]
struct Table<S> {
    stamp: S,
    streams: Vec<Stream>,
}

impl CacheFile {
    /// Begins a file that will replace the one of this path.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn create(path: &Path, hurry: &Hurry) -> Result<Self> {
        let aside = path.with_extension("new");
        let file = File::create(&aside).map_err(|err| write_error(path, err))?;
        let file = BufWriter::with_capacity(SECTION, Synced::new(file, hurry.clone()));
        Ok(Self { path: path.to_owned(), aside, file, streams: Vec::new(), at: 0 })
    }

    /// Writes a stream.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn stream(&mut self, name: &str, write: impl FnOnce(&mut CacheWriter<'_>)) -> Result<()> {
        let mut writer = CacheWriter::new(&mut self.file);
        write(&mut writer);
        let length = writer.finish().map_err(|err| write_error(&self.path, err))?;
        self.streams.push(Stream { name: name.to_owned(), at: self.at, length });
        self.at += length;
        Ok(())
    }

    /// Ends the file: from now on it is the one of its path.
    ///
    /// # Errors
    /// When the disk is full; the old file is still there then.
    pub fn finish<S: Serialize>(mut self, stamp: &S) -> Result<()> {
        let streams = std::mem::take(&mut self.streams);
        let table = codec::encode(&Table { stamp, streams })
            .map_err(|err| Error::other("cannot-encode").because(err))?;
        let end = [table.as_slice(), &xxh3_64(&table).to_le_bytes()].concat();
        let folder = self.path.parent().unwrap_or(&self.path).to_owned();
        let finished = self
            .file
            .write_all(&end)
            .and_then(|()| self.file.write_all(&(table.len() as u64).to_le_bytes()))
            .and_then(|()| self.file.write_all(MAGIC))
            .and_then(|()| self.file.flush())
            .and_then(|()| self.file.get_mut().sync())
            .and_then(|()| fs::rename(&self.aside, &self.path))
            .and_then(|()| sync_folder(&folder));
        finished.map_err(|err| write_error(&self.path, err))
    }
}

impl<S: DeserializeOwned> FoundCache<S> {
    /// The file of a path; none if there is none, or if it is damaged or of another layout.
    pub fn open(path: &Path) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let mut end = [0; 24];
        file.seek(SeekFrom::End(-24)).ok()?;
        file.read_exact(&mut end).ok()?;
        let (sum, rest) = end.split_first_chunk()?;
        let (length, magic) = rest.split_first_chunk()?;
        let length = u64::from_le_bytes(*length);
        if magic != MAGIC || length > LONGEST_SECTION {
            return None;
        }
        file.seek(SeekFrom::End(-24 - i64::try_from(length).ok()?)).ok()?;
        let mut table = vec![0; usize::try_from(length).ok()?];
        file.read_exact(&mut table).ok()?;
        if xxh3_64(&table) != u64::from_le_bytes(*sum) {
            return None;
        }
        let Table { stamp, streams } = codec::decode(&table).ok()?;
        Some(Self { stamp, path: path.to_owned(), streams })
    }

    /// Reads a stream; none if there is none of this name, or it does not hold what `read` expects.
    pub fn read<T>(
        &self,
        name: &str,
        read: impl FnOnce(&mut CacheReader<'_>) -> Option<T>,
    ) -> Option<T> {
        read(&mut CacheReader::new(&mut self.source(name)?))
    }

    /// Whether a stream is as it was written.
    pub fn is_whole(&self, name: &str) -> bool {
        let length = self.streams.iter().find(|stream| stream.name == name);
        let (Some(mut source), Some(length)) = (self.source(name), length) else { return false };
        // One reader for all of it: each has room for a section, which the system has to make first.
        let mut reader = CacheReader::new(&mut source);
        let mut left = length.length;
        while left > 0 {
            if reader.next_section().is_none() {
                return false;
            }
            left = left.saturating_sub(16 + reader.section.len() as u64);
        }
        true
    }

    fn source(&self, name: &str) -> Option<Take<File>> {
        let stream = self.streams.iter().find(|stream| stream.name == name)?;
        let mut file = File::open(&self.path).ok()?;
        file.seek(SeekFrom::Start(stream.at)).ok()?;
        Some(file.take(stream.length))
    }
}

/// Writes a stream.
pub struct CacheWriter<'a> {
    sink: &'a mut dyn Write,
    section: Vec<u8>,
    written: u64,
    error: Option<io::Error>,
}

impl<'a> CacheWriter<'a> {
    /// A stream into a sink.
    pub fn new(sink: &'a mut dyn Write) -> Self {
        Self { sink, section: Vec::with_capacity(SECTION * 2), written: 0, error: None }
    }

    /// Writes a number.
    pub fn number(&mut self, number: u64) {
        self.put(&number.to_le_bytes());
    }

    /// Writes numbers that may be negative.
    pub fn numbers(&mut self, numbers: &[i64]) {
        numbers.iter().for_each(|number| self.put(&number.to_le_bytes()));
    }

    /// Writes bytes and how many they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.put(bytes);
    }

    /// Writes items of one size, and how many bytes they take.
    pub fn all<T: Copy, const N: usize>(&mut self, items: &[T], to: impl Fn(T) -> [u8; N]) {
        self.number((items.len() * N) as u64);
        items.iter().for_each(|item| self.section.extend_from_slice(&to(*item)));
    }

    /// Ends the stream: how many bytes it took.
    ///
    /// # Errors
    /// The first that the sink gave.
    pub fn finish(mut self) -> io::Result<u64> {
        self.cut();
        self.error.map_or(Ok(self.written), Err)
    }

    fn put(&mut self, bytes: &[u8]) {
        // Items lie within a section, so that each is compared before it is read.
        if self.section.len() >= SECTION {
            self.cut();
        }
        self.section.extend_from_slice(bytes);
    }

    fn cut(&mut self) {
        if self.section.is_empty() || self.error.is_some() {
            return self.section.clear();
        }
        let length = (self.section.len() as u64).to_le_bytes();
        let sum = xxh3_64(&self.section).to_le_bytes();
        let parts = [length.as_slice(), sum.as_slice(), self.section.as_slice()];
        let result = parts.into_iter().try_for_each(|part| self.sink.write_all(part));
        self.error = result.err();
        self.written += 16 + self.section.len() as u64;
        self.section.clear();
    }
}

/// Reads a stream: the same calls in the same order as it was written.
pub struct CacheReader<'a> {
    source: &'a mut dyn Read,
    section: Vec<u8>,
    at: usize,
}

impl<'a> CacheReader<'a> {
    /// The stream of a source.
    pub fn new(source: &'a mut dyn Read) -> Self {
        Self { source, section: Vec::new(), at: 0 }
    }

    /// Reads a number.
    pub fn number(&mut self) -> Option<u64> {
        self.take(8)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
    }

    /// Reads a number that may be negative.
    pub fn signed(&mut self) -> Option<i64> {
        self.number().map(u64::cast_signed)
    }

    /// Reads bytes.
    pub fn bytes(&mut self) -> Option<&[u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        self.take(length)
    }

    /// Reads a text.
    pub fn text(&mut self) -> Option<&str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// Reads items of one size.
    pub fn all<T, const N: usize>(&mut self, of: impl Fn([u8; N]) -> T) -> Option<Vec<T>> {
        let (items, rest) = self.bytes()?.as_chunks();
        rest.is_empty().then(|| items.iter().map(|item| of(*item)).collect())
    }

    fn take(&mut self, length: usize) -> Option<&[u8]> {
        if self.at == self.section.len() && length > 0 {
            self.next_section()?;
        }
        let from = self.at;
        self.at = from.checked_add(length)?;
        self.section.get(from..self.at)
    }

    fn next_section(&mut self) -> Option<()> {
        let mut head = [0; 16];
        self.source.read_exact(&mut head).ok()?;
        let (length, sum) = head.split_first_chunk()?;
        let length = u64::from_le_bytes(*length);
        if length > LONGEST_SECTION {
            return None;
        }
        self.section.resize(usize::try_from(length).ok()?, 0);
        self.source.read_exact(&mut self.section).ok()?;
        self.at = 0;
        let sum = sum.first_chunk().map(|sum| u64::from_le_bytes(*sum));
        (sum == Some(xxh3_64(&self.section))).then_some(())
    }
}

fn write_error(path: &Path, err: io::Error) -> Error {
    Error::file("@operation-write", path, err)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path) {
        let mut file = CacheFile::create(path, &Hurry::default()).unwrap();
        file.stream("numbers", |out| {
            out.number(7);
            out.all(&(0..400_000_u64).collect::<Vec<_>>(), u64::to_le_bytes);
            out.bytes("王".as_bytes());
        })
        .unwrap();
        file.stream("empty", |_| ()).unwrap();
        file.finish(&42_u64).unwrap();
    }

    fn read(path: &Path) -> Option<(u64, u64, u64, String)> {
        let found = FoundCache::<u64>::open(path)?;
        let stamp = found.stamp;
        found.read("numbers", |from| {
            let first = from.number()?;
            let items: Vec<u64> = from.all(u64::from_le_bytes)?;
            Some((stamp, first, items.iter().sum(), from.text()?.to_owned()))
        })
    }

    #[test]
    fn what_was_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cache");
        assert_eq!(read(&path), None);
        write(&path);
        assert_eq!(read(&path), Some((42, 7, 79_999_800_000, "王".to_owned())));
        let found = FoundCache::<u64>::open(&path).unwrap();
        assert_eq!(found.read("empty", |from| from.number()), None);
        assert_eq!(found.read("other", |_| Some(())), None);
        let whole = ["numbers", "empty", "other"].map(|stream| found.is_whole(stream));
        assert_eq!(whole, [true, true, false]);
    }

    #[test]
    fn damage_is_never_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cache");
        write(&path);
        let whole = fs::read(&path).unwrap();
        let good = read(&path);
        for place in (0..whole.len()).step_by(whole.len() / 97) {
            let mut flipped = whole.clone();
            flipped[place] ^= 0x10;
            fs::write(&path, &flipped).unwrap();
            assert_eq!(read(&path), None, "flipped at {place}");
            let found = FoundCache::<u64>::open(&path);
            assert!(!found.is_some_and(|found| found.is_whole("numbers")), "flipped at {place}");
            fs::write(&path, &whole[..place]).unwrap();
            assert_eq!(read(&path), None, "cut at {place}");
        }
        fs::write(&path, &whole).unwrap();
        assert_eq!(read(&path), good);
    }
}
