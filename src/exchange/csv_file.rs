//! Delimited text: csv, tsv, txt, whatever the file is called. Streamed, for it may have 2 GB.

use std::io;

use crate::{
    domain::{Draft, Layout, Line, Problem},
    error::{Error, Result},
};

use super::{
    Options, Reader, Sniff,
    decode::Text,
    delimiter,
    encoding::{self, Spelling},
    header::{self, Row},
    record::Record,
    source::{Source, Stream},
    split::Records,
    tidy::Columns,
};

/// Reads delimited text.
pub const READER: Reader = Reader { kind: "csv", detect: Sniff::is_text, open };

/// A file larger than this is refused.
const LARGEST: u64 = 2 << 30;

/// More rows than this are refused.
const MOST_ROWS: u32 = 5_000_000;

fn open(source: &Source, options: &Options) -> Result<Vec<Draft>> {
    let failed = |error| source.failed(error);
    source.at_most(LARGEST)?;
    let spelling = match &options.encoding {
        Some(label) => Spelling::whole(encoding::by_label(label)?),
        None => encoding::detect(source).map_err(failed)?,
    };
    let file = Spelled { source, spelling };
    let mut sample = Vec::new();
    let mut text = file.text().map_err(failed)?;
    while sample.len() < 256 << 10 && text.read_more(&mut sample).map_err(failed)? {}
    let first = sample.split_inclusive(|b| *b == b'\n').next().unwrap_or_default();
    let declared = delimiter::declared(&String::from_utf8_lossy(first));
    let body = if declared.is_some() { sample.get(first.len()..) } else { Some(&*sample) };
    let delimiter = options.delimiter.or(declared);
    let delimiter = delimiter.unwrap_or_else(|| delimiter::sniff(body.unwrap_or_default()));

    let start = || file.records(delimiter, declared.is_some());
    let rows = first_rows(start().map_err(failed)?, options.header_row).map_err(failed)?;
    if rows.is_empty() {
        return Err(match options.header_row {
            Some(number) if number > 1 => {
                Error::usage("no-such-row").with("row", u64::from(number))
            }
            _ => Error::unreadable("empty-file"),
        }
        .with("path", source.name()));
    }
    let head = header::find(&rows, options.header_row);
    let layout = Layout {
        kind: READER.kind,
        encoding: Some(spelling.name()),
        delimiter: Some(delimiter),
        header_row: head.row,
        ..Layout::default()
    };
    let lines = Lines {
        columns: Columns::new(&head.headers, true),
        records: start().map_err(failed)?,
        record: Record::default(),
        data_from: head.data_from,
        size: source.size(),
        rows: 0,
        is_done: false,
    };
    Ok(vec![Draft { layout, headers: head.headers, lines: Box::new(lines), notes: Vec::new() }])
}

/// A file whose encoding is known.
struct Spelled<'a> {
    source: &'a Source,
    spelling: Spelling,
}

impl Spelled<'_> {
    fn text(&self) -> io::Result<Text<Stream>> {
        Ok(Text::new(self.source.open_at(0)?, self.spelling))
    }

    fn records(&self, delimiter: char, skips_first_line: bool) -> io::Result<Records<Stream>> {
        let mut records = Records::new(self.text()?, delimiter);
        if skips_first_line {
            records.skip_line()?;
        }
        Ok(records)
    }
}

/// The rows among which the header is, or as far down as a person says that it is.
fn first_rows(mut records: Records<Stream>, wanted: Option<u32>) -> io::Result<Vec<Row>> {
    let mut record = Record::default();
    let mut rows: Vec<Row> = Vec::new();
    while records.next(&mut record)? {
        if wanted.is_some_and(|wanted| record.last_line < wanted) {
            continue;
        }
        let cells = record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned());
        rows.push(Row { number: record.line, cells: cells.collect() });
        if rows.len() > header::ROWS + 8 {
            break;
        }
    }
    Ok(rows)
}

/// The lines below the header.
struct Lines {
    records: Records<Stream>,
    record: Record,
    columns: Columns,
    data_from: u32,
    size: u64,
    rows: u32,
    is_done: bool,
}

impl Iterator for Lines {
    type Item = Result<Line, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_done {
            match self.records.next(&mut self.record) {
                Ok(true) if self.record.line < self.data_from => {}
                Ok(true) => {
                    if let Some(line) = self.line() {
                        self.rows += 1;
                        let is_too_much = self.rows > MOST_ROWS;
                        return Some(if is_too_much {
                            self.stop("too-many-rows", "")
                        } else {
                            Ok(line)
                        });
                    }
                }
                Ok(false) if self.records.source().taken() != self.size => {
                    return Some(self.stop("file-changed", ""));
                }
                Ok(false) => self.is_done = true,
                Err(error) => return Some(self.stop("read-failed", &error.to_string())),
            }
        }
        None
    }
}

impl Lines {
    /// Ends the lines for a reason that concerns the file.
    fn stop(&mut self, code: &'static str, reason: &str) -> Result<Line, Problem> {
        self.is_done = true;
        Err(Problem::rejection(self.record.last_line, code).in_column("", reason))
    }

    /// The record as a line; none if there is nothing to see in it.
    fn line(&mut self) -> Option<Line> {
        let (number, last) = (self.record.line, self.record.last_line);
        let mut problems = Vec::new();
        if self.record.is_unclosed {
            problems.push(Problem::warning(number, "unclosed-quote"));
        }
        if self.records.source().is_foreign(number, last) {
            problems.push(Problem::warning(number, "mixed-encoding"));
        }
        let Some((text, cells)) = self.record.text() else {
            // Only a file that changed while it was read comes here.
            problems.push(Problem::warning(number, "undecodable"));
            let cells = self.record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned());
            let cells: Vec<String> = cells.collect();
            return self.columns.line(number, cells.iter().map(String::as_str), problems);
        };
        if text.contains('\u{FFFD}') {
            problems.push(Problem::warning(number, "undecodable"));
        }
        let cells = cells.map(|range| text.get(range).unwrap_or_default());
        self.columns.line(number, cells, problems)
    }
}
