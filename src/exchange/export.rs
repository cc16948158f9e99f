//! Records on their way into a file: which formats there are, and what each is for.

use std::path::Path;

use serde_json::json;

use super::{Table, write_csv, write_json_lines, write_vcf, write_xlsx};
use crate::{
    domain::{Kind, RecordId, Row, row_to_json},
    error::{Error, Result},
};

/// A format records are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook that can be filled in and come back.
    Xlsx,
    /// A table that every program reads.
    Csv,
    /// Cards for phones and mail programs.
    Vcf,
    /// Whole records for programs, one a line.
    Jsonl,
}

impl Format {
    /// Every format, the likeliest first.
    pub const ALL: [Self; 4] = [Self::Xlsx, Self::Csv, Self::Vcf, Self::Jsonl];

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Vcf => "vcf",
            Self::Jsonl => "jsonl",
        }
    }

    /// The format of a file, by its ending.
    ///
    /// # Errors
    /// Usage, `unknown-ending`.
    pub fn of_path(path: &Path) -> Result<Self> {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let ending = ending.to_ascii_lowercase();
        let found = Self::ALL.into_iter().find(|format| format.ending() == ending);
        found.ok_or_else(|| Error::usage("unknown-ending").with("ending", ending))
    }

    /// Whether records of a kind can be written in it: cards are of people.
    pub fn is_of(self, kind: Kind) -> bool {
        self != Self::Vcf || matches!(kind, Kind::Lead | Kind::Contact)
    }

    /// Whether which columns are written makes a difference: cards and documents hold all there is.
    pub fn has_columns(self) -> bool {
        matches!(self, Self::Xlsx | Self::Csv)
    }
}

/// Writes records into a file, as the one who asks may see them. `since` is the last command of the history that
/// they follow from. Gives their number.
///
/// # Errors
/// Usage, `no-people`; or the file cannot be written, or a record cannot be had.
pub fn export(
    path: &Path,
    format: Format,
    (table, since): (&Table<'_>, u64),
    rows: impl Iterator<Item = Result<(RecordId, Row)>>,
) -> Result<usize> {
    let kind = table.kind();
    if !format.is_of(kind) {
        return Err(Error::usage("no-people").with("kind", format!("@kind-{}", kind.name())));
    }
    match format {
        Format::Csv => {
            let rows = rows.map(|row| row.map(|(record, row)| table.cells(record, &row)));
            write_csv(path, &table.labels(), rows)
        }
        Format::Xlsx => {
            let rows = rows.map(|row| row.map(|(record, row)| table.handed_out(record, &row)));
            write_xlsx(path, &table.for_handing_out(since), rows)
        }
        Format::Vcf => {
            let people = rows.map(|row| {
                let (record, row) = row?;
                let mut person = row_to_json(kind.fields(), &row);
                person.insert("id".to_owned(), json!(record.uuid.to_string()));
                Ok(person)
            });
            write_vcf(path, people)
        }
        Format::Jsonl => {
            let documents = rows.map(|row| row.map(|(record, row)| table.document(record, &row)));
            write_json_lines(path, documents)
        }
    }
}
