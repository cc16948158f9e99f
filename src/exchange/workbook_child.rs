//! What the process does that reads an old workbook for another one: the workbook comes on standard
//! input, its rows go to standard output, one JSON document a line.
//!
//! The libraries that read these kinds lay out whole sheets in memory, as large as a file claims
//! that they are. Here that ends this process and nothing else: it limits itself before it reads,
//! and can neither write files nor take more memory or time than the file is worth.

use std::{
    io::{self, BufWriter, Cursor, Read as _, Write},
    process::ExitCode,
};

use calamine::{
    Data, DataRef, Ods, OdsError, Range, Reader as _, SheetType, SheetVisible, Xls, XlsError, Xlsb,
    XlsbError,
};
use serde::{Deserialize, Serialize};

use super::{
    grid::{Flaw, GridRow, Spans},
    ods_merges,
    sheets::SheetName,
    xlsx_cell::text,
    xlsx_rows::Merges,
};

/// What the process says beside the rows of the sheet it has named last.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// The rows of a sheet follow.
    Sheet(SheetName),
    /// The workbook is protected by a password.
    Locked,
    /// The workbook is damaged.
    Damaged(String),
    /// That was all.
    End,
}

/// What a process may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChildLimits {
    /// Bytes of memory.
    pub memory: u64,
    /// Seconds of work.
    pub seconds: u64,
}

/// Reads a workbook of the kind `xls`, `xlsb` or `ods`, under limits that cannot be lifted again.
pub fn read_workbook(kind: &str, limits: ChildLimits) -> ExitCode {
    let mut out = BufWriter::with_capacity(256 << 10, io::stdout().lock());
    // Whoever has started this one notices by what is missing at the end that it has failed.
    match limit(limits).and_then(|()| read(kind, &mut out)).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

#[cfg(unix)]
fn limit(limits: ChildLimits) -> io::Result<()> {
    use rlimit::{Resource, setrlimit};
    for (resource, most) in [
        (Resource::DATA, limits.memory),
        (Resource::CPU, limits.seconds),
        (Resource::FSIZE, 0),
        (Resource::CORE, 0),
    ] {
        setrlimit(resource, most, most)?;
    }
    Ok(())
}

/// Elsewhere whoever has started this one ends it when its time is over.
#[cfg(not(unix))]
fn limit(_: ChildLimits) -> io::Result<()> {
    Ok(())
}

fn read(kind: &str, out: &mut impl Write) -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let bytes = Cursor::new(bytes);
    let done = match kind {
        "xls" => xls(bytes, out),
        "xlsb" => xlsb(bytes, out),
        _ => ods(bytes, out),
    };
    match done {
        Ok(()) => say(out, &Said::End),
        Err(Failed::Told(said)) => say(out, &said),
        Err(Failed::Io(error)) => Err(error),
    }
}

/// Why a workbook is not read to its end.
enum Failed {
    /// For a reason that is to be told.
    Told(Said),
    /// Because nobody listens.
    Io(io::Error),
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

macro_rules! failures {
    ($( $Error:ident )*) => { $(
        impl From<$Error> for Failed {
            fn from(error: $Error) -> Self {
                Self::Told(match error {
                    $Error::Password => Said::Locked,
                    error => Said::Damaged(error.to_string()),
                })
            }
        }
    )* };
}

failures! { XlsError XlsbError OdsError }

fn say(out: &mut impl Write, said: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, said)?;
    out.write_all(b"\n")
}

fn names(sheets: &[calamine::Sheet]) -> Vec<SheetName> {
    let sheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let name = |sheet: &calamine::Sheet| SheetName {
        name: sheet.name.clone(),
        is_hidden: sheet.visible != SheetVisible::Visible,
    };
    sheets.map(name).collect()
}

fn xls(bytes: Cursor<Vec<u8>>, out: &mut impl Write) -> Result<(), Failed> {
    let mut workbook = Xls::new(bytes)?;
    for sheet in names(workbook.sheets_metadata()) {
        say(out, &Said::Sheet(sheet.clone()))?;
        let merges = Merges::of(&workbook.merge_cells_by_sheet_name(&sheet.name)?);
        let formulas = workbook.worksheet_formula(&sheet.name)?;
        dense(&workbook.worksheet_range(&sheet.name)?, &formulas, &merges, out)?;
    }
    Ok(())
}

fn ods(bytes: Cursor<Vec<u8>>, out: &mut impl Write) -> Result<(), Failed> {
    // Only where a cell reaches over several rows is the file read a second time.
    let merges = ods_merges::of(Cursor::new(bytes.get_ref().as_slice()));
    let mut workbook = Ods::new(bytes)?;
    for sheet in names(workbook.sheets_metadata()) {
        say(out, &Said::Sheet(sheet.clone()))?;
        let formulas = workbook.worksheet_formula(&sheet.name)?;
        let range = workbook.worksheet_range(&sheet.name)?;
        let merges = merges.get(&sheet.name).map(Vec::as_slice).unwrap_or_default();
        dense(&range, &formulas, &Merges::of(merges), out)?;
    }
    Ok(())
}

fn xlsb(bytes: Cursor<Vec<u8>>, out: &mut impl Write) -> Result<(), Failed> {
    let mut workbook = Xlsb::new(bytes)?;
    for sheet in names(workbook.sheets_metadata()) {
        say(out, &Said::Sheet(sheet.clone()))?;
        let mut cells = workbook.worksheet_cells_reader(&sheet.name)?;
        let mut spans = Spans::new();
        while let Some(cell) = cells.next_cell()? {
            let (row, column) = cell.get_position();
            if row.saturating_add(1) != spans.row.number {
                row_of(&mut spans, out)?;
                spans.go_to(row.saturating_add(1));
            }
            put(&mut spans, column, cell.get_value(), 0);
        }
        row_of(&mut spans, out)?;
    }
    Ok(())
}

/// The rows of a sheet that lies in memory as a rectangle.
fn dense(
    range: &Range<Data>,
    formulas: &Range<String>,
    merges: &Merges,
    out: &mut impl Write,
) -> io::Result<()> {
    let Some((first_row, first_column)) = range.start() else { return Ok(()) };
    let mut spans = Spans::new();
    for (row, cells) in (first_row..).zip(range.rows()) {
        spans.go_to(row.saturating_add(1));
        for (column, value) in (first_column..).zip(cells) {
            let formula = formulas.get_value((row, column)).map_or("", String::as_str);
            if *value == Data::Empty && formula.is_empty() {
                continue;
            }
            if *value == Data::Empty {
                spans.row.flaws.push((column, Flaw::FormulaEmpty));
            }
            put(&mut spans, column, &borrowed(value), merges.rows_below(row, column));
        }
        row_of(&mut spans, out)?;
    }
    Ok(())
}

fn put(spans: &mut Spans, column: u32, value: &DataRef<'_>, rows_below: u32) {
    let (text, is_error) = text(value, None);
    if is_error {
        spans.row.flaws.push((column, Flaw::FormulaError));
    }
    spans.put(column as usize, text, (0, rows_below));
}

fn row_of(spans: &mut Spans, out: &mut impl Write) -> io::Result<()> {
    let row: GridRow = spans.finish();
    if row.cells.is_empty() && row.flaws.is_empty() {
        return Ok(());
    }
    say(out, &row)
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}
