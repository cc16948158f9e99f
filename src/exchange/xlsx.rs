//! Workbooks: xlsx and xlsm.
//!
//! The cells are streamed and never laid out as a rectangle: one cell in the far corner of a
//! 5 KB file would need 549 GB. The crate's reader borrows the workbook, so each sheet is read by
//! a thread of its own, which starts when its first line is asked for and waits when it is
//! far ahead. A panic in the crate ends in a clear error.

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Receiver, sync_channel},
    thread, vec,
};

use calamine::{Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::{
    domain::{Draft, Layout, Line, Problem},
    error::{Error, Result},
};

use super::{
    Options, Reader, Sniff,
    archive_guard::{self, Found},
    grid::{Flaw, GridRow},
    header::{self, Head, Row},
    sheets::{self, FirstRows, SheetName},
    source::{Places, Source},
    tidy::{Columns, bare},
    xlsx_rows::{Sheet, rows},
};

/// Reads workbooks.
pub const READER: Reader = Reader { kind: "xlsx", detect, open };

type Workbook = Xlsx<Box<dyn Places>>;

fn detect(sniff: &Sniff) -> bool {
    sniff.holds_in("xl/", ".xml") && !sniff.holds("xl/workbook.bin")
}

fn open(source: &Source, options: &Options) -> Result<Vec<Draft>> {
    let found = archive_guard::check(source)?;
    let damaged = |reason: String| {
        Error::unreadable("damaged-file").with("path", source.name()).because(reason)
    };
    let mut workbook = caught(|| workbook(source)).map_err(damaged)?;
    let names = names(&workbook);
    let firsts = caught(|| {
        let first = |sheet| first_rows(&mut workbook, sheet, options.header_row);
        names.into_iter().map(first).collect::<Result<Vec<_>, XlsxError>>()
    });
    let count = |name: &str, from| caught(|| count_rows(&mut workbook, name, from)).ok();
    let chosen = sheets::chosen(source, firsts.map_err(damaged)?, options, count)?;
    // Opening it takes most of the time until a first row is there: the first sheet need not do it again.
    let mut workbook = Some(workbook);
    let drafts = chosen.heads.into_iter().map(|(name, head)| {
        let sheet = Sheet { name, found, data_from: head.data_from };
        draft(source, workbook.take(), sheet, head)
    });
    Ok(sheets::joined(drafts.collect(), &chosen.found, options))
}

fn draft(source: &Source, workbook: Option<Workbook>, sheet: Sheet, head: Head) -> Draft {
    let layout = Layout {
        kind: READER.kind,
        sheet: Some(sheet.name.clone()),
        header_row: head.row,
        ..Layout::default()
    };
    let plan = Plan { source: source.clone(), workbook, sheet, headers: head.headers.clone() };
    Draft {
        layout,
        headers: head.headers,
        lines: Box::new(Lines::Ready(Box::new(plan))),
        notes: Vec::new(),
    }
}

fn workbook(source: &Source) -> Result<Workbook, XlsxError> {
    let places = source.places().map_err(|error| io::Error::other(error.to_string()))?;
    Xlsx::new(places)
}

/// Runs a reader that may panic on what it reads.
fn caught<T>(read: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("the reader gave up".to_owned()),
    }
}

fn names(workbook: &Workbook) -> Vec<SheetName> {
    let sheets =
        workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let name = |sheet: &calamine::Sheet| SheetName {
        name: sheet.name.clone(),
        is_hidden: sheet.visible != SheetVisible::Visible,
    };
    sheets.map(name).collect()
}

/// The rows among which the header is, or as far down as a person says that it is.
fn first_rows(
    workbook: &mut Workbook,
    sheet: SheetName,
    wanted: Option<u32>,
) -> Result<FirstRows, XlsxError> {
    let (mut first, mut has_errors) = (Vec::new(), false);
    each_row(workbook, &sheet.name, wanted.unwrap_or(1), |row| {
        if is_seen(&row) {
            first.push(Row { number: row.number, cells: row.cells });
        } else {
            has_errors |= row.flaws.iter().any(|(_, flaw)| *flaw == Flaw::FormulaError);
        }
        first.len() < header::ROWS + 8
    })?;
    Ok(FirstRows { sheet, rows: first, has_errors })
}

fn count_rows(workbook: &mut Workbook, name: &str, from: u32) -> Result<u64, XlsxError> {
    let mut count = 0;
    seen_rows(workbook, name, from, |_| {
        count += 1;
        true
    })?;
    Ok(count)
}

/// Calls `each` with every row in which something can be seen, until it says that it is enough.
fn seen_rows(
    workbook: &mut Workbook,
    name: &str,
    from: u32,
    mut each: impl FnMut(GridRow) -> bool,
) -> Result<(), XlsxError> {
    each_row(workbook, name, from, |row| !is_seen(&row) || each(row))
}

fn is_seen(row: &GridRow) -> bool {
    row.cells.iter().any(|cell| !bare(cell).is_empty())
}

/// Calls `each` with every row, until it says that it is enough.
fn each_row(
    workbook: &mut Workbook,
    name: &str,
    from: u32,
    mut each: impl FnMut(GridRow) -> bool,
) -> Result<(), XlsxError> {
    let sheet = Sheet { name: name.to_owned(), found: Found::default(), data_from: from };
    rows(workbook, &sheet, &mut each)
}

/// What a thread has to know to read a sheet.
struct Plan {
    source: Source,
    /// If it is open already.
    workbook: Option<Workbook>,
    sheet: Sheet,
    headers: Vec<String>,
}

type Item = Result<Line, Problem>;

/// The lines of a sheet.
enum Lines {
    Ready(Box<Plan>),
    Running(Receiver<Vec<Item>>, vec::IntoIter<Item>),
    Done,
}

impl Iterator for Lines {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            match self {
                Self::Ready(_) => match std::mem::replace(self, Self::Done) {
                    Self::Ready(plan) => match plan.start() {
                        Ok(lines) => *self = Self::Running(lines, Vec::new().into_iter()),
                        Err(problem) => return Some(Err(problem)),
                    },
                    _ => return None,
                },
                Self::Running(lines, batch) => match (batch.next(), lines) {
                    (Some(line), _) => return Some(line),
                    (None, lines) => match lines.recv() {
                        Ok(next) => *batch = next.into_iter(),
                        Err(_) => *self = Self::Done,
                    },
                },
                Self::Done => return None,
            }
        }
    }
}

impl Plan {
    /// Starts the thread. It ends by itself when nobody takes its lines any more.
    fn start(self) -> Result<Receiver<Vec<Item>>, Problem> {
        let (lines, taker) = sync_channel(8);
        let read = move || {
            let mut batch = Batch { items: Vec::new(), bytes: 0 };
            let columns = Columns::new(&self.headers, false);
            let mut last = 0;
            let result = caught(|| {
                let mut workbook = match self.workbook {
                    Some(workbook) => workbook,
                    None => workbook(&self.source)?,
                };
                rows(&mut workbook, &self.sheet, |row| {
                    last = row.number;
                    batch.items.extend(columns.line_of(&row).map(Ok));
                    batch.bytes += row.cells.iter().map(String::len).sum::<usize>();
                    !batch.is_full() || lines.send(batch.take()).is_ok()
                })
            });
            if let Err(reason) = result {
                let problem = Problem::rejection(last, "damaged-file");
                batch.items.push(Err(problem.in_column("", &reason)));
            }
            // The taker may be gone, and then nobody wants to know.
            lines.send(batch.items).unwrap_or_default();
        };
        let named = thread::Builder::new().name("read-xlsx".to_owned());
        named
            .spawn(read)
            .map(|_| taker)
            .map_err(|error| Problem::rejection(0, "read-failed").in_column("", &error.to_string()))
    }
}

/// Lines on their way to the taker: enough to be worth the way, never so many as to fill memory.
struct Batch {
    items: Vec<Item>,
    bytes: usize,
}

impl Batch {
    fn is_full(&self) -> bool {
        self.items.len() >= 256 || self.bytes > 1 << 20
    }

    fn take(&mut self) -> Vec<Item> {
        self.bytes = 0;
        std::mem::take(&mut self.items)
    }
}
