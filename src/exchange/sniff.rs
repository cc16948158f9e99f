//! What a file is, told by its first bytes. The ending of its name is not looked at: a csv named
//! .xls, a web page named .xls and a workbook named .csv are all normal.

use std::{io::Read as _, path::Path};

use crate::{
    domain::{Draft, Problem},
    error::{Error, Result},
};

use super::{Options, READERS, Reader, encoding, source::Source, title_rows};

/// The contents of an archive larger than this are not even listed.
const LARGEST_ARCHIVE: u64 = 64 << 20;

/// What is seen of a file before it is read.
pub struct Sniff {
    source: Source,
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
    open_source(&Source::file(path)?, options, &|_| true)
}

/// Opens a text that was copied: a table, or cards.
///
/// # Errors
///
/// As [`open()`].
pub fn open_text(text: &str, options: &Options) -> Result<Vec<Draft>> {
    let options = Options { encoding: Some("utf-8".to_owned()), ..options.clone() };
    open_source(&Source::memory(Path::new("clipboard"), text.as_bytes()), &options, &|_| true)
}

/// Opens a source with the first of the readers asked for that recognises it.
///
/// # Errors
///
/// As [`open()`].
pub(super) fn open_source(
    source: &Source,
    options: &Options,
    is_asked: &dyn Fn(&Reader) -> bool,
) -> Result<Vec<Draft>> {
    let sniff = Sniff::of(source)?;
    let readers = READERS.iter().filter(|reader| is_asked(reader));
    match readers.into_iter().find(|reader| (reader.detect)(&sniff)) {
        Some(reader) => {
            let drafts = (reader.open)(source, options)?;
            Ok(drafts.into_iter().map(title_rows::told).collect())
        }
        None => Err(sniff.refusal().with("path", source.name())),
    }
}

/// The error for a file that could not be read to its end.
pub fn stopped(path: &Path, problem: &Problem) -> Error {
    Error::unreadable(problem.code)
        .with("path", path)
        .with("row", u64::from(problem.row))
        .because(problem.value.clone())
}

impl Sniff {
    fn of(source: &Source) -> Result<Self> {
        let mut head = Vec::new();
        let read = source.open()?.take(64 << 10).read_to_end(&mut head);
        read.map_err(|error| source.failed(error))?;
        if head.is_empty() {
            return Err(Error::unreadable("empty-file").with("path", source.name()));
        }
        let text = encoding::detect_bytes(&head).encoding.decode(&head).0;
        let text = text.trim_start().to_owned();
        let mut sniff = Self { source: source.clone(), head, text, entries: Vec::new() };
        if sniff.is_archive() {
            source.at_most(LARGEST_ARCHIVE)?;
            sniff.entries = entries(source);
        }
        Ok(sniff)
    }

    /// Its first bytes.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// Its first bytes as text, without the blanks before it.
    pub fn text(&self) -> &str {
        &self.text
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
        let others = ["%PDF-", "{\\rtf"];
        let is_source = self.is_markup() || others.iter().any(|mark| self.begins(mark));
        let count = |is: fn(char) -> bool| self.text.chars().filter(|c| is(*c)).count();
        let all = count(|_| true);
        // Zero bytes stray into text more often than other control characters.
        let zeros = count(|c| c == '\0');
        let odd = count(|c| c.is_control() && !c.is_whitespace() && c != '\0');
        let is_binary = zeros * 3 > all || odd * 10 > all;
        !self.is_archive() && !self.is_ole() && !is_source && !is_binary
    }

    /// Whether it is a web page, or a part of one.
    pub fn is_page(&self) -> bool {
        self.is_markup() && (!self.begins("<?xml") || self.text.contains("<html"))
    }

    /// Whether it is a workbook written as one XML file.
    pub fn is_spreadsheetml(&self) -> bool {
        self.is_markup() && self.text.contains("urn:schemas-microsoft-com:office:spreadsheet")
    }

    /// Whether it is an archive of files, and none that is one file to those who use it.
    pub fn is_archive_of_files(&self) -> bool {
        let is_document = self.holds("[Content_Types].xml") || self.holds("mimetype");
        self.is_archive() && !self.entries.is_empty() && !is_document
    }

    /// Whether it is a file of the old kind that is a file system of its own, with a stream of
    /// this name.
    pub fn is_ole_with(&self, stream: &str) -> bool {
        self.is_ole() && contains(&self.source, &wide(stream))
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
            "<?mso",
            "<workbook",
            "<head",
            "<meta",
            "<style",
            "<body",
            "<!--",
            "<div",
        ];
        marks.iter().any(|mark| self.begins(mark))
    }

    /// Why no reader takes it, and what to do instead.
    fn refusal(&self) -> Error {
        if self.is_ole() {
            let is_locked = self.is_ole_with("EncryptedPackage");
            return Error::unreadable(if is_locked { "password-protected" } else { "ole-unknown" });
        }
        let format = match () {
            () if self.is_archive() && self.entries.is_empty() => {
                return Error::unreadable("damaged-file").because("it lists no files");
            }
            () if self.holds("word/document.xml") => "Word (.docx)",
            () if self.holds("ppt/presentation.xml") => "PowerPoint (.pptx)",
            () if self.is_archive() => "zip",
            () if self.begins("%PDF-") => "PDF",
            () if self.begins("{\\rtf") => "RTF",
            () if self.is_markup() => "XML",
            () => return Error::unreadable("unknown-format"),
        };
        Error::unreadable("format-not-yet").with("format", format)
    }
}

/// The names of the parts of an archive; none if it is damaged.
fn entries(source: &Source) -> Vec<String> {
    let archive = source.places().ok().and_then(|places| zip::ZipArchive::new(places).ok());
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
fn contains(source: &Source, needle: &[u8]) -> bool {
    let Ok(file) = source.open_at(0) else { return false };
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
