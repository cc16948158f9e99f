//! Text taken apart into records and cells.
//!
//! The grammar is that of RFC 4180 as Excel and the `csv` crate read it. The crate itself is not
//! used for reading: it says nothing of a quote that is never closed, counts the lines of blank
//! rows to the row after them, and cannot part cells at `，`.

use std::io::{self, Read};

use super::{decode::Text, record::Record};

/// A quoted cell of more lines or bytes than this has perhaps eaten the rows after it.
const SUSPICIOUS: (usize, usize) = (50, 64 << 10);

/// A record longer than this is cut, so that a file without line ends does not fill the memory.
const LONGEST: usize = 16 << 20;

/// Reads records from a text.
pub struct Records<R> {
    text: Text<R>,
    delimiter: Vec<u8>,
    buffer: Vec<u8>,
    start: usize,
    line: u32,
    has_more: bool,
}

impl<R: Read> Records<R> {
    /// Splits `text` at `delimiter`.
    pub fn new(text: Text<R>, delimiter: char) -> Self {
        let delimiter = delimiter.to_string().into_bytes();
        Self { text, delimiter, buffer: Vec::new(), start: 0, line: 1, has_more: true }
    }

    /// The text that is read.
    pub fn source(&mut self) -> &mut Text<R> {
        &mut self.text
    }

    /// Reads the next record that is not an empty line; false at the end.
    ///
    /// # Errors
    ///
    /// If the file cannot be read further.
    pub fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        loop {
            self.skip_empty_lines();
            let rest = self.buffer.get(self.start..).unwrap_or_default();
            if rest.is_empty() && !self.has_more {
                return Ok(false);
            }
            record.clear(self.line);
            let is_all = !self.has_more || rest.len() > LONGEST;
            if let Some(read) =
                (Splitter { rest, delimiter: &self.delimiter, is_all }).record(record)
            {
                self.start += read.bytes;
                self.line = self.line.saturating_add(read.lines);
                record.last_line = self.line.saturating_sub(1).max(record.line);
                if read.is_open {
                    self.skip_rest_of_line()?;
                }
                return Ok(true);
            }
            self.read_more()?;
        }
    }

    /// Skips a whole line, whatever is in it; gives its text.
    ///
    /// # Errors
    ///
    /// If the file cannot be read further.
    pub fn skip_line(&mut self) -> io::Result<()> {
        while memchr::memchr(b'\n', self.buffer.get(self.start..).unwrap_or_default()).is_none() {
            if !self.has_more {
                break;
            }
            self.read_more()?;
        }
        let rest = self.buffer.get(self.start..).unwrap_or_default();
        self.start += memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
        self.line = self.line.saturating_add(1);
        Ok(())
    }

    fn skip_empty_lines(&mut self) {
        let rest = self.buffer.get(self.start..).unwrap_or_default();
        let empty = rest.iter().take_while(|b| **b == b'\n').count();
        self.start += empty;
        self.line = self.line.saturating_add(empty as u32);
    }

    fn read_more(&mut self) -> io::Result<()> {
        self.buffer.drain(..self.start);
        self.start = 0;
        // Reading as much again as is there keeps a long record linear.
        let wanted = (self.buffer.len() * 2).max(256 << 10);
        while self.has_more && self.buffer.len() < wanted {
            self.has_more = self.text.read_more(&mut self.buffer)?;
        }
        Ok(())
    }

    /// Drops what follows a record that was cut for its length.
    fn skip_rest_of_line(&mut self) -> io::Result<()> {
        while self.has_more {
            self.buffer.clear();
            self.has_more = self.text.read_more(&mut self.buffer)?;
            self.start = self.buffer.len();
            if let Some(at) = memchr::memchr(b'\n', &self.buffer) {
                self.start = at + 1;
                break;
            }
        }
        Ok(())
    }
}

/// What of the text went into a record.
struct Consumed {
    bytes: usize,
    lines: u32,
    /// Whether no line end was found.
    is_open: bool,
}

/// One attempt to read one record from what is in the buffer.
struct Splitter<'a> {
    rest: &'a [u8],
    delimiter: &'a [u8],
    /// Whether nothing follows what is in the buffer.
    is_all: bool,
}

/// How a cell ended.
enum End {
    Cell(usize),
    Record(usize),
    /// The buffer ended first.
    Cut,
    /// The quote that opened it belongs to no quote that closes it.
    Unclosed,
}

impl Splitter<'_> {
    /// None if the buffer ends within the record.
    fn record(&self, record: &mut Record) -> Option<Consumed> {
        if let Some(read) = self.line_without_quotes(record) {
            return Some(read);
        }
        let mut at = 0;
        loop {
            let end = match self.rest.get(at) {
                Some(b'"') if !record.is_unclosed => self.quoted(at, record),
                _ => self.plain(at, record),
            };
            match end {
                End::Cell(next) => at = next,
                End::Record(next) => {
                    let read = self.rest.get(..next).unwrap_or_default();
                    let lines = memchr::memchr_iter(b'\n', read).count() as u32;
                    let is_open = read.last() != Some(&b'\n');
                    let lines = lines + u32::from(is_open);
                    return Some(Consumed { bytes: next, lines, is_open });
                }
                End::Cut => return None,
                End::Unclosed => {
                    record.clear(record.line);
                    record.is_unclosed = true;
                    at = 0;
                }
            }
        }
    }

    /// The line that comes next, as a record; none if there may be more to it than delimiters.
    fn line_without_quotes(&self, record: &mut Record) -> Option<Consumed> {
        let [delimiter] = self.delimiter else { return None };
        let end = memchr::memchr2(b'\n', b'"', self.rest)?;
        let line = self.rest.get(..end).filter(|_| self.rest.get(end) == Some(&b'\n'))?;
        for cell in line.split(|byte| byte == delimiter) {
            record.push(cell);
            record.end_cell();
        }
        Some(Consumed { bytes: end + 1, lines: 1, is_open: false })
    }

    fn plain(&self, from: usize, record: &mut Record) -> End {
        let rest = self.rest.get(from..).unwrap_or_default();
        let Some(first) = self.delimiter.first() else { return End::Cut };
        let mut found = memchr::memchr2_iter(*first, b'\n', rest);
        let end = found.find(|at| {
            let here = rest.get(*at..).unwrap_or_default();
            here.first() == Some(&b'\n') || here.starts_with(self.delimiter)
        });
        let cell = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        if end.is_none() && !self.is_all {
            return End::Cut;
        }
        record.push(if record.is_unclosed { unquoted(cell) } else { cell });
        record.end_cell();
        let after = from + cell.len();
        match self.rest.get(after) {
            None => End::Record(after),
            Some(b'\n') => End::Record(after + 1),
            Some(_) => End::Cell(after + self.delimiter.len()),
        }
    }

    fn quoted(&self, from: usize, record: &mut Record) -> End {
        let mut at = from + 1;
        let mut look_at = 256;
        loop {
            let rest = self.rest.get(at..).unwrap_or_default();
            let Some(length) = memchr::memchr(b'"', rest) else {
                return if self.is_all || self.is_a_swallow(from, self.rest.len(), &mut look_at) {
                    End::Unclosed
                } else {
                    End::Cut
                };
            };
            let quote = at + length;
            if self.is_a_swallow(from, quote, &mut look_at) {
                return End::Unclosed;
            }
            record.push(rest.get(..length).unwrap_or_default());
            if self.rest.get(quote + 1) != Some(&b'"') {
                return self.after_quote(from, quote, record);
            }
            record.push(b"\"");
            at = quote + 2;
        }
    }

    /// What follows the quote that closes a cell: nothing, or letters that belong to it.
    fn after_quote(&self, from: usize, quote: usize, record: &mut Record) -> End {
        let after = self.rest.get(quote + 1..).unwrap_or_default();
        let ends_line = after.first() == Some(&b'\n');
        if after.len() < self.delimiter.len() && !ends_line && !self.is_all {
            return End::Cut;
        }
        let is_clean = after.is_empty() || ends_line || after.starts_with(self.delimiter);
        let cell = self.rest.get(from..quote).unwrap_or_default();
        if !is_clean && memchr::memchr(b'\n', cell).is_some() {
            // `"a` … several lines … `"b"`: the quote that closes it opens another cell.
            return End::Unclosed;
        }
        self.plain(quote + 1, record)
    }

    /// Whether a quoted cell has eaten the rows that follow it: it is long, and its lines look
    /// like rows. Looked at each time it has grown twice as long.
    fn is_a_swallow(&self, from: usize, to: usize, look_at: &mut usize) -> bool {
        let cell = self.rest.get(from..to).unwrap_or_default();
        if cell.len() < *look_at {
            return false;
        }
        *look_at = cell.len() * 2;
        let lines = memchr::memchr_iter(b'\n', cell).count();
        if lines == 0 || (lines <= SUSPICIOUS.0 && cell.len() <= SUSPICIOUS.1) {
            return false;
        }
        let inner = cell.split(|b| *b == b'\n').skip(1);
        let like_rows = inner.filter(|l| memchr::memmem::find(l, self.delimiter).is_some()).count();
        like_rows * 2 > lines
    }
}

/// A cell of a record read without quotes, without the quotes at its ends.
fn unquoted(cell: &[u8]) -> &[u8] {
    let cell = cell.strip_prefix(b"\"").unwrap_or(cell);
    cell.strip_suffix(b"\"").unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use encoding_rs::UTF_8;
    use proptest::prelude::*;

    use super::{
        super::{encoding::Spelling, tidy::MOST_COLUMNS},
        *,
    };

    type Rows = Vec<(u32, Vec<String>)>;

    fn split(text: &str, delimiter: char) -> Rows {
        let text = Text::new(text.as_bytes(), Spelling::whole(UTF_8));
        let mut records = Records::new(text, delimiter);
        let (mut record, mut rows) = (Record::default(), Vec::new());
        while records.next(&mut record).unwrap() {
            let cells = record.cells().map(|c| String::from_utf8(c.to_vec()).unwrap());
            rows.push((record.line, cells.collect()));
        }
        rows
    }

    #[track_caller]
    fn check(text: &str, delimiter: char, expected: &[(u32, &[&str])]) {
        let expected: Rows = expected
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(|c| (*c).to_owned()).collect()))
            .collect();
        assert_eq!(split(text, delimiter), expected, "{text:?}");
    }

    #[test]
    fn cells_are_parted_and_lines_counted() {
        check("a,b\n\n\nc,d", ',', &[(1, &["a", "b"]), (4, &["c", "d"])]);
        check("a,\"b\nc\",d\ne", ',', &[(1, &["a", "b\nc", "d"]), (3, &["e"])]);
        check("a,\"said \"\"hi\"\"\",\n", ',', &[(1, &["a", "said \"hi\"", ""])]);
        check("姓名，公司\n王，a", '，', &[(1, &["姓名", "公司"]), (2, &["王", "a"])]);
        check("a \"b\" c,5\"\n", ',', &[(1, &["a \"b\" c", "5\""])]);
        check("", ',', &[]);
    }

    #[test]
    fn a_quote_never_closed_does_not_swallow_the_rest() {
        check(
            "姓名,公司\n王,\"測試,經理\n李,\"Acme, Inc.\"\n陳,乙\n",
            ',',
            &[
                (1, &["姓名", "公司"]),
                (2, &["王", "測試", "經理"]),
                (3, &["李", "Acme, Inc."]),
                (4, &["陳", "乙"]),
            ],
        );
        check("a,b\nc,\"d\ne,f\n", ',', &[(1, &["a", "b"]), (2, &["c", "d"]), (3, &["e", "f"])]);
    }

    #[test]
    fn a_quote_that_swallows_a_large_file_is_noticed_early() {
        let text = format!("a,b\nc,\"d\n{}", "e,f\n".repeat(100_000));
        let rows = split(&text, ',');
        assert_eq!(rows.len(), 100_002);
        assert_eq!(rows.get(1), Some(&(2, vec!["c".to_owned(), "d".to_owned()])));
    }

    #[test]
    fn cells_beyond_the_last_column_are_dropped_but_noticed() {
        let rows = split(&format!("a{}b,c\n", ",".repeat(2_000)), ',');
        let cells = &rows.first().unwrap().1;
        assert_eq!((cells.len(), cells.last().unwrap().as_str()), (MOST_COLUMNS + 1, "b"));
    }

    #[test]
    fn a_long_note_stays_one_cell() {
        let note = "a line of a long note\n".repeat(200);
        let rows = split(&format!("a,b\nc,\"{note}\"\n"), ',');
        assert_eq!(rows.len(), 2);
    }

    proptest! {
        #[test]
        fn it_reads_what_the_csv_crate_reads(rows in prop::collection::vec(
            prop::collection::vec("[a-z王\",\n ]{0,6}", 1..5), 1..6,
        )) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<_> = split(&text, ',').into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn nothing_makes_it_panic(text in "[a\",\n;王]{0,40}") {
            for (line, cells) in split(&text, ',') {
                prop_assert!(line >= 1 && !cells.is_empty());
            }
        }
    }
}
