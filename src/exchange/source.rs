//! Where the bytes of a file come from: the disk, a part of an archive, or memory.
//!
//! A reader opens its source as often as it needs to, so that large parts of archives are inflated
//! on the way and never lie anywhere as a whole.

use std::{
    fs::File,
    io::{self, BufReader, Cursor, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    sync::Arc,
};

use flate2::read::DeflateDecoder;

use crate::error::{Error, Result};

/// Bytes that are read from the start to the end.
pub type Stream = Box<dyn Read + Send>;

/// Bytes of which any place can be read.
pub trait Places: Read + Seek + Send {}

impl<T: Read + Seek + Send> Places for T {}

/// Where the bytes of a file come from.
#[derive(Clone, Debug)]
pub struct Source {
    name: PathBuf,
    size: u64,
    body: Body,
}

#[derive(Clone, Debug)]
enum Body {
    File,
    Memory(Arc<[u8]>),
    Part(Arc<Source>, Packed),
}

/// Where a part lies in its archive.
#[derive(Clone, Copy, Debug)]
pub struct Packed {
    /// Its first byte.
    pub start: u64,
    /// How many bytes it takes there.
    pub length: u64,
    /// Whether these are to be inflated.
    pub is_deflated: bool,
}

impl Source {
    /// A file on the disk.
    ///
    /// # Errors
    ///
    /// If it is not there, is a folder, or may not be read.
    pub fn file(path: &Path) -> Result<Self> {
        let failed = |error| unreadable(path, error);
        let metadata = File::open(path).and_then(|file| file.metadata()).map_err(failed)?;
        if metadata.is_dir() {
            return Err(unreadable(path, io::ErrorKind::IsADirectory.into()));
        }
        Ok(Self { name: path.to_owned(), size: metadata.len(), body: Body::File })
    }

    /// Bytes that lie in memory.
    pub fn memory(name: &Path, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self { name: name.to_owned(), size: bytes.len() as u64, body: Body::Memory(bytes) }
    }

    /// A part of this archive that has `size` bytes when it is inflated.
    pub fn part(self: &Arc<Self>, name: &str, size: u64, packed: Packed) -> Self {
        let body = Body::Part(Arc::clone(self), packed);
        Self { name: self.name.join(name), size, body }
    }

    /// How it is called in messages.
    pub fn name(&self) -> &Path {
        &self.name
    }

    /// Its bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Refuses it if it has more bytes than this.
    ///
    /// # Errors
    ///
    /// `file-too-large`.
    pub fn at_most(&self, bytes: u64) -> Result<()> {
        if self.size <= bytes {
            return Ok(());
        }
        let limit = match bytes >> 30 {
            0 => format!("{} MB", bytes >> 20),
            gigabytes => format!("{gigabytes} GB"),
        };
        Err(Error::unreadable("file-too-large").with("path", self.name()).with("limit", limit))
    }

    /// Begins to read it at this byte.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn open_at(&self, from: u64) -> io::Result<Stream> {
        match &self.body {
            Body::File => {
                let mut file = File::open(&self.name)?;
                file.seek(SeekFrom::Start(from))?;
                Ok(Box::new(file))
            }
            Body::Memory(bytes) => {
                let mut bytes = Cursor::new(Arc::clone(bytes));
                bytes.set_position(from);
                Ok(Box::new(bytes))
            }
            Body::Part(archive, packed) => {
                let bytes = archive.open_at(packed.start)?.take(packed.length);
                let mut part: Stream = match packed.is_deflated {
                    true => Box::new(DeflateDecoder::new(bytes)),
                    false => Box::new(bytes),
                };
                io::copy(&mut part.by_ref().take(from), &mut io::sink())?;
                Ok(part)
            }
        }
    }

    /// Begins to read it.
    ///
    /// # Errors
    ///
    /// If it cannot be read; the error names it.
    pub fn open(&self) -> Result<Stream> {
        self.open_at(0).map_err(|error| self.failed(error))
    }

    /// All of it.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or has become larger meanwhile.
    pub fn bytes(&self) -> Result<Arc<[u8]>> {
        if let Body::Memory(bytes) = &self.body {
            return Ok(Arc::clone(bytes));
        }
        let mut bytes = Vec::new();
        let read = self.open()?.take(self.size + 1).read_to_end(&mut bytes);
        let count = read.map_err(|error| self.failed(error))?;
        if count as u64 != self.size {
            return Err(Error::unreadable("file-changed").with("path", self.name()));
        }
        Ok(bytes.into())
    }

    /// Opens it so that any place can be read. A part of an archive is laid into memory for that.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn places(&self) -> Result<Box<dyn Places>> {
        match &self.body {
            Body::File => {
                let file = File::open(&self.name).map_err(|error| self.failed(error))?;
                Ok(Box::new(BufReader::new(file)))
            }
            _ => Ok(Box::new(Cursor::new(self.bytes()?))),
        }
    }

    /// The error for a source that cannot be read.
    pub fn failed(&self, error: io::Error) -> Error {
        unreadable(&self.name, error)
    }
}

/// The error for a file that cannot be opened or read.
pub fn unreadable(path: &Path, error: io::Error) -> Error {
    let code = match error.kind() {
        io::ErrorKind::NotFound => "file-not-found",
        io::ErrorKind::IsADirectory => "file-is-a-folder",
        io::ErrorKind::PermissionDenied => "file-not-permitted",
        _ => "file-unreadable",
    };
    Error::unreadable(code).with("path", path).because(error)
}
