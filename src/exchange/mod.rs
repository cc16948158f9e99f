//! How data comes in: readers of files, and the mapping of their columns to fields.
//!
//! file -> sniff (what is it?) -> reader -> `domain::Draft` (lines of cells) -> `Mapping` (which
//! column is which field) -> `Mapping::values` (what a line says). Nothing here decides what is a
//! duplicate or writes a record.
//!
//! A new format is one file with a `READER` and one line in `READERS`.

mod content;
mod csv_file;
mod dates;
mod decode;
mod delimiter;
mod encoding;
mod header;
mod labels;
mod mapping;
mod meaning;
mod neighbours;
mod picks;
mod record;
mod sniff;
mod split;
mod staging;
mod targets;
mod tidy;
mod user_map;
mod values;
mod vcard;
mod vcard_lines;
mod vcf;
mod write;
mod xlsx;
mod xlsx_cell;
mod xlsx_guard;
mod xlsx_rows;

use std::path::Path;

use crate::{domain::Draft, error::Result};

pub use self::{
    dates::parse_date,
    mapping::{ColumnMap, Mapping, guess, signature},
    meaning::Meaning,
    sniff::{Sniff, open, stopped},
    staging::{StageOptions, keep_source, stage_file},
    targets::{TARGETS, Target, target},
    user_map::{Wish, read_map},
    values::{PhoneHint, has_lost_digits, split_emails, split_phones},
    write::{write_csv, write_json_lines, write_rejects},
};

/// A kind of file that can be read.
pub struct Reader {
    /// The name in reports: `csv`, `xlsx`, `vcf`.
    pub kind: &'static str,
    /// Whether a file is of this kind, judged by its content.
    pub detect: fn(&Sniff) -> bool,
    /// Takes a file apart: one draft for each sheet.
    pub open: fn(&Path, &Options) -> Result<Vec<Draft>>,
}

/// Every reader. The first that recognises a file reads it; text of any sort is a table.
pub const READERS: &[Reader] = &[xlsx::READER, vcf::READER, csv_file::READER];

/// What a person says of a file, instead of what is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The name of the encoding.
    pub encoding: Option<String>,
    /// What separates cells.
    pub delimiter: Option<char>,
    /// The sheet of a workbook, hidden or not.
    pub sheet: Option<String>,
    /// The line (or sheet row) of the labels, counted from 1; 0 if there are none.
    pub header_row: Option<u32>,
}
