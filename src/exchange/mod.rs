//! How data comes in: readers of files, and the mapping of their columns to fields.
//!
//! file -> sniff (what is it?) -> reader -> `domain::Draft` (lines of cells) -> `Mapping` (which
//! column is which field) -> `Mapping::values` (what a line says). Nothing here decides what is a
//! duplicate or writes a record.
//!
//! A new format is one file with a `READER` and one line in `READERS`.

mod adjustments;
mod archive;
mod archive_guard;
mod card_row;
mod card_text;
mod checking;
mod content;
mod csv_file;
mod dates;
mod decode;
mod delimiter;
mod encoding;
mod eras;
mod export;
mod grid;
mod header;
mod held;
mod html;
mod intake;
mod kept;
mod labels;
mod mapping;
mod meaning;
mod mecard;
mod name_cell;
mod neighbours;
mod ods_merges;
mod old_workbook;
mod past;
mod picks;
mod qr;
mod read_ahead;
mod record;
mod rejects;
mod returned;
mod sheets;
mod shown;
mod sniff;
mod source;
mod split;
mod spreadsheetml;
mod stager;
mod staging;
mod table;
mod targets;
mod templates;
mod tidy;
mod title_rows;
mod user_map;
mod values;
mod vcard;
mod vcard_lines;
mod vcf;
mod watch;
mod whereabouts;
mod workbook_child;
mod write;
mod write_vcf;
mod write_xlsx;
mod xlsx;
mod xlsx_cell;
mod xlsx_rows;

use std::path::PathBuf;

use crate::{domain::Draft, error::Result};

use self::source::Source;

pub use self::{
    adjustments::{Adjustments, ColumnRule},
    checking::{Checked, FATES, ProblemGroup, Understood, check, shares, understood},
    dates::{DateOrder, parse_date},
    export::{Format, export},
    held::Held,
    intake::{Opened, TableOptions, hash_source, keep_source, open_path, stage_path},
    kept::KeptSource,
    mapping::{ColumnMap, Mapping, guess, signature},
    meaning::Meaning,
    old_workbook::CHILD_COMMAND,
    past::Past,
    rejects::write_rejects,
    returned::{Asker, Mark, Returned, returned},
    shown::{choice_label, sheet_words, shown_field, shown_value},
    sniff::{Sniff, open, open_text, stopped},
    stager::{Stager, shape_of_values},
    staging::{StageOptions, phone_country, stage_file},
    table::{Table, unknown_field},
    targets::{TARGETS, Target, Targets, target},
    templates::Templates,
    user_map::{Wish, named_map, read_map},
    values::{PhoneHint, has_lost_digits, split_emails, split_phones},
    watch::Watch,
    workbook_child::{ChildLimits, read_workbook},
    write::{write_csv, write_json_lines},
    write_vcf::write_vcf,
    write_xlsx::{ExportColumn, write_xlsx},
};

/// A kind of file that can be read.
pub struct Reader {
    /// The name in reports: `csv`, `xlsx`, `vcf`.
    pub kind: &'static str,
    /// Whether a file is of this kind, judged by its content.
    pub detect: fn(&Sniff) -> bool,
    /// Takes a file apart: one draft for each sheet.
    pub open: fn(&Source, &Options) -> Result<Vec<Draft>>,
}

/// Every reader. The first that recognises a file reads it; text of any sort is a table.
pub const READERS: &[Reader] = &[
    xlsx::READER,
    old_workbook::XLSB,
    old_workbook::ODS,
    old_workbook::XLS,
    archive::READER,
    qr::READER,
    spreadsheetml::READER,
    html::READER,
    vcf::READER,
    card_text::READER,
    csv_file::READER,
];

/// What a person says of a file, instead of what is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The name of the encoding.
    pub encoding: Option<String>,
    /// What separates cells.
    pub delimiter: Option<char>,
    /// The sheets of a workbook, hidden or not; those that look like cards if none is named.
    pub sheets: Vec<String>,
    /// Whether the file is one of several that this is said of: it need not have the sheets that are named.
    pub is_among_others: bool,
    /// Whether the rows of all sheets are counted, for a person who may choose among them.
    pub counts_sheets: bool,
    /// The line (or sheet row) of the labels, counted from 1; 0 if there are none.
    pub header_row: Option<u32>,
    /// The program that reads old workbooks in a process of its own: this one, if none is named.
    pub program: Option<PathBuf>,
    /// By which someone else sees how far the reading has come, and stops it.
    pub watch: Watch,
}
