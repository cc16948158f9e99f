//! Workbooks: xlsx and xlsm.
//!
//! The cells are streamed and never laid out as a rectangle: one cell in the far corner of a
//! 5 KB file would need 549 GB. The crate's reader borrows the workbook, so each sheet is read by
//! a thread of its own, which starts when its first line is asked for and waits when it is
//! far ahead. A panic in the crate ends in a clear error.

use std::{
    fs::File,
    io::BufReader,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
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
    header::{self, Head, Row},
    tidy::Columns,
    xlsx_guard::{self, Found},
    xlsx_rows::{Sheet, rows},
};

/// Reads workbooks.
pub const READER: Reader = Reader { kind: "xlsx", detect, open };

type Workbook = Xlsx<BufReader<File>>;

fn detect(sniff: &Sniff) -> bool {
    sniff.holds_in("xl/", ".xml") && !sniff.holds("xl/workbook.bin")
}

fn open(path: &Path, options: &Options) -> Result<Vec<Draft>> {
    let found = xlsx_guard::check(path)?;
    let damaged =
        |reason: String| Error::unreadable("damaged-file").with("path", path).because(reason);
    let sheets = caught(|| {
        let mut workbook = workbook(path)?;
        let names = chosen(&workbook, options.sheet.as_deref());
        let first = |name| first_rows(&mut workbook, name, options.header_row);
        names.into_iter().map(first).collect::<Result<Vec<_>, XlsxError>>()
    });
    let mut sheets = sheets.map_err(damaged)?;
    if let (Some(name), true) = (&options.sheet, sheets.is_empty()) {
        let names = caught(|| Ok(workbook(path)?.sheet_names())).map_err(damaged)?;
        return Err(Error::usage("unknown-sheet")
            .with("path", path)
            .with("sheet", name.as_str())
            .with("sheets", names.join(", ")));
    }
    sheets.retain(|(_, rows)| !rows.is_empty());
    let mut heads: Vec<(String, Head, usize)> = sheets
        .into_iter()
        .map(|(name, rows)| {
            let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
            (name, header::find(&rows, options.header_row), width)
        })
        .collect();
    if options.sheet.is_none() && heads.iter().any(|(_, head, _)| head.row.is_some()) {
        // Beside sheets with labels, one of a single column is a note on how to fill them in.
        heads.retain(|(_, head, width)| head.row.is_some() || *width > 1);
    }
    if heads.is_empty() {
        return Err(Error::unreadable("empty-file").with("path", path));
    }
    Ok(heads.into_iter().map(|(name, head, width)| draft(path, found, name, head, width)).collect())
}

fn draft(path: &Path, found: Found, name: String, mut head: Head, width: usize) -> Draft {
    head.headers.resize(width.max(head.headers.len()), String::new());
    let layout = Layout {
        kind: READER.kind,
        sheet: Some(name.clone()),
        header_row: head.row,
        ..Layout::default()
    };
    let plan = Plan {
        path: path.to_owned(),
        sheet: Sheet { name, found, data_from: head.data_from },
        headers: head.headers.clone(),
    };
    Draft { layout, headers: head.headers, lines: Box::new(Lines::Ready(Box::new(plan))) }
}

fn workbook(path: &Path) -> Result<Workbook, XlsxError> {
    Xlsx::new(BufReader::new(File::open(path)?))
}

/// Runs a reader that may panic on what it reads.
fn caught<T>(read: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("the reader gave up".to_owned()),
    }
}

/// The sheet a person names, or all that are not hidden.
fn chosen(workbook: &Workbook, wanted: Option<&str>) -> Vec<String> {
    let sheets =
        workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let is_chosen = |sheet: &&calamine::Sheet| match wanted {
        Some(name) => sheet.name.trim().to_lowercase() == name.trim().to_lowercase(),
        None => sheet.visible == SheetVisible::Visible,
    };
    sheets.filter(is_chosen).map(|sheet| sheet.name.clone()).collect()
}

/// The rows among which the header is, or as far down as a person says that it is.
fn first_rows(
    workbook: &mut Workbook,
    name: String,
    wanted: Option<u32>,
) -> Result<(String, Vec<Row>), XlsxError> {
    let sheet = Sheet { name, found: Found::default(), data_from: wanted.unwrap_or(1) };
    let mut first = Vec::new();
    rows(workbook, &sheet, |number, cells, _| {
        let is_visible = cells.iter().any(|cell| !super::tidy::bare(cell).is_empty());
        if is_visible {
            first.push(Row { number, cells: std::mem::take(cells) });
        }
        first.len() < header::ROWS + 8
    })?;
    Ok((sheet.name, first))
}

/// What a thread has to know to read a sheet.
struct Plan {
    path: PathBuf,
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
                let mut workbook = workbook(&self.path)?;
                rows(&mut workbook, &self.sheet, |number, cells, problems| {
                    last = number;
                    let problems = std::mem::take(problems);
                    let texts = cells.iter().map(String::as_str);
                    batch.items.extend(columns.line(number, texts, problems).map(Ok));
                    batch.bytes += cells.iter().map(String::len).sum::<usize>();
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
