//! What a file is, told by its first bytes. The ending of its name is not looked at: a csv named
//! .xls, a web page named .xls and a workbook named .csv are all normal.

use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use crate::{
    domain::{Draft, Problem},
    error::{Error, Result},
};

use super::{Options, READERS, encoding};

/// The contents of an archive larger than this are not even listed.
const LARGEST_ARCHIVE: u64 = 64 << 20;

/// What is seen of a file before it is read.
pub struct Sniff {
    path: PathBuf,
    head: Vec<u8>,
    text: String,
    entries: Vec<String>,
}

/// Opens a file with the reader that recognises it: one draft for each sheet, at least one.
///
/// # Errors
///
/// If the file cannot be read, is of a kind that is not, or is empty, damaged, too large or
/// protected by a password. All of them name the file; nothing has been written.
pub fn open(path: &Path, options: &Options) -> Result<Vec<Draft>> {
    let sniff = Sniff::of(path)?;
    if let Some(reader) = READERS.iter().find(|reader| (reader.detect)(&sniff)) {
        return (reader.open)(path, options);
    }
    Err(sniff.refusal().with("path", path))
}

/// The error for a file that could not be read to its end.
pub fn stopped(path: &Path, problem: &Problem) -> Error {
    Error::unreadable(problem.code)
        .with("path", path)
        .with("row", u64::from(problem.row))
        .because(problem.value.clone())
}

/// The error for a file that cannot be opened or read.
pub(super) fn unreadable(path: &Path, error: io::Error) -> Error {
    let code = match error.kind() {
        io::ErrorKind::NotFound => "file-not-found",
        io::ErrorKind::IsADirectory => "file-is-a-folder",
        io::ErrorKind::PermissionDenied => "file-not-permitted",
        _ => "file-unreadable",
    };
    Error::unreadable(code).with("path", path).because(error)
}

impl Sniff {
    fn of(path: &Path) -> Result<Self> {
        let failed = |error| unreadable(path, error);
        let file = File::open(path).map_err(failed)?;
        let metadata = file.metadata().map_err(failed)?;
        if metadata.is_dir() {
            return Err(unreadable(path, io::ErrorKind::IsADirectory.into()));
        }
        let size = metadata.len();
        let mut head = Vec::new();
        file.take(64 << 10).read_to_end(&mut head).map_err(failed)?;
        if head.is_empty() {
            return Err(Error::unreadable("empty-file").with("path", path));
        }
        let text = encoding::detect_bytes(&head).encoding.decode(&head).0;
        let text = text.trim_start().to_owned();
        let is_archive = head.starts_with(b"PK");
        if is_archive && size > LARGEST_ARCHIVE {
            return Err(Error::unreadable("file-too-large")
                .with("path", path)
                .with("limit", "64 MB"));
        }
        let entries = if is_archive { entries(path) } else { Vec::new() };
        Ok(Self { path: path.to_owned(), head, text, entries })
    }

    /// Whether it is an archive that holds a part of this name.
    pub fn holds(&self, part: &str) -> bool {
        self.entries.iter().any(|name| name.eq_ignore_ascii_case(part))
    }

    /// Whether it is an archive that holds a part whose name begins and ends like this.
    pub fn holds_in(&self, folder: &str, ending: &str) -> bool {
        self.entries.iter().any(|name| {
            let name = name.trim_start_matches('/').to_lowercase();
            name.starts_with(folder) && name.ends_with(ending)
        })
    }

    /// Whether its text begins with these letters, large or small.
    pub fn begins(&self, letters: &str) -> bool {
        let start = self.text.get(..letters.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(letters))
    }

    /// Whether it is text that is not the source of a page or a program.
    pub fn is_text(&self) -> bool {
        let count = |is: fn(char) -> bool| self.text.chars().filter(|c| is(*c)).count();
        let all = count(|_| true);
        // Zero bytes stray into text more often than other control characters.
        let zeros = count(|c| c == '\0');
        let odd = count(|c| c.is_control() && !c.is_whitespace() && c != '\0');
        let is_binary = zeros * 3 > all || odd * 10 > all;
        !self.is_archive() && !self.is_ole() && !self.is_markup() && !is_binary
    }

    fn is_archive(&self) -> bool {
        self.head.starts_with(b"PK\x03\x04") || self.head.starts_with(b"PK\x05\x06")
    }

    fn is_ole(&self) -> bool {
        self.head.starts_with(b"\xD0\xCF\x11\xE0")
    }

    fn is_markup(&self) -> bool {
        let marks = [
            "<html",
            "<!doctype",
            "<table",
            "<?xml",
            "<head",
            "<meta",
            "<style",
            "<body",
            "<!--",
            "<div",
        ];
        let others = ["%PDF-", "{\\rtf", "MECARD:", "BIZCARD:"];
        marks.iter().chain(&others).any(|mark| self.begins(mark))
    }

    /// Why no reader takes it, and what to do instead.
    fn refusal(&self) -> Error {
        if self.is_ole() {
            let is_locked = contains(&self.path, &wide("EncryptedPackage"));
            return Error::unreadable(if is_locked { "password-protected" } else { "ole-not-yet" });
        }
        let format = if self.is_archive() {
            match () {
                () if self.entries.is_empty() => return Error::unreadable("damaged-file"),
                () if self.holds("xl/workbook.bin") => "Excel (.xlsb)",
                () if self.holds("content.xml") => "OpenDocument (.ods)",
                () if self.holds("word/document.xml") => "Word (.docx)",
                () => "zip",
            }
        } else if self.begins("<?xml") && self.text.contains("spreadsheet") {
            "SpreadsheetML 2003 (.xml)"
        } else if self.begins("%PDF-") {
            "PDF"
        } else if self.begins("{\\rtf") {
            "RTF"
        } else if self.begins("MECARD:") || self.begins("BIZCARD:") {
            "MECARD"
        } else if self.begins("<?xml") && !self.text.contains("<html") {
            "XML"
        } else if self.is_markup() {
            "HTML"
        } else {
            return Error::unreadable("unknown-format");
        };
        Error::unreadable("format-not-yet").with("format", format)
    }
}

/// The names of the parts of an archive; none if it is damaged.
fn entries(path: &Path) -> Vec<String> {
    let archive = File::open(path).ok().and_then(|file| zip::ZipArchive::new(file).ok());
    archive.map_or_else(Vec::new, |archive| {
        archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect()
    })
}

/// The letters as the directory of an OLE file spells them.
fn wide(letters: &str) -> Vec<u8> {
    letters.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Whether these bytes lie anywhere in the first 64 MB of a file. A directory of an OLE file can
/// stand anywhere, and following its chains would mean to trust them.
fn contains(path: &Path, needle: &[u8]) -> bool {
    let Ok(file) = File::open(path) else { return false };
    let mut file = file.take(64 << 20);
    let mut window = Vec::new();
    loop {
        let kept = window.len().min(needle.len());
        window.drain(..window.len() - kept);
        match file.by_ref().take(1 << 20).read_to_end(&mut window) {
            Ok(count) if count > 0 => {
                if memchr::memmem::find(&window, needle).is_some() {
                    return true;
                }
            }
            _ => return false,
        }
    }
}
