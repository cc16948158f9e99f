//! Writers: tables as csv, documents as json lines.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
};

use serde_json::Value as Json;

use crate::{
    domain::fold::fold,
    error::{Error, Result},
};

/// Marks a file as UTF-8 for spreadsheets.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes a table as csv: UTF-8 with a byte order mark, formulas made harmless. Gives the number of
/// rows.
///
/// # Errors
/// When the file cannot be written, or a row cannot be had.
pub fn write_csv(
    path: &Path,
    headers: &[String],
    rows: impl Iterator<Item = Result<Vec<String>>>,
) -> Result<usize> {
    let failed = |err: csv::Error| Error::other("cannot-write").with("path", path).because(err);
    let mut file = create(path)?;
    file.write_all(BYTE_ORDER_MARK).map_err(|err| failed(err.into()))?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
    writer.write_record(headers).map_err(failed)?;
    let mut count = 0;
    for row in rows {
        let row: Vec<String> = row?.into_iter().map(harmless).collect();
        writer.write_record(&row).map_err(failed)?;
        count += 1;
    }
    writer.flush().map_err(|err| failed(err.into()))?;
    Ok(count)
}

/// Writes documents, one a line. Gives their number.
///
/// # Errors
/// As [`write_csv`].
pub fn write_json_lines(
    path: &Path,
    documents: impl Iterator<Item = Result<Json>>,
) -> Result<usize> {
    let failed = |err: std::io::Error| Error::other("cannot-write").with("path", path).because(err);
    let mut file = create(path)?;
    let mut count = 0;
    for document in documents {
        writeln!(file, "{}", document?).map_err(failed)?;
        count += 1;
    }
    file.flush().map_err(failed)?;
    Ok(count)
}

fn create(path: &Path) -> Result<BufWriter<File>> {
    let file = File::create(path);
    file.map(BufWriter::new)
        .map_err(|err| Error::other("cannot-write").with("path", path).because(err))
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe; phone numbers and plain
/// numbers, which begin the same way, are left alone.
fn harmless(cell: String) -> String {
    let folded = fold(&cell);
    let is_suspect = folded.starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r']);
    let is_number =
        |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '.' | '(' | ')' | '#');
    let is_plain = folded.chars().all(is_number) && folded.chars().any(|c| c.is_ascii_digit());
    if is_suspect && !is_plain { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_made_harmless_and_phones_are_not() {
        for (cell, written) in [
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("+886 912-345-678", "+886 912-345-678"),
            ("-12.5", "-12.5"),
            ("@cmd", "'@cmd"),
            ("＝1+1", "'＝1+1"),
            ("王小明", "王小明"),
            ("+1+cmd|x", "'+1+cmd|x"),
        ] {
            assert_eq!(harmless(cell.to_owned()), written);
        }
    }
}
