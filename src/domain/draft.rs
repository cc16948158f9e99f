//! What a file said, before anyone decides what it means: the one form that every reader yields
//! and that mapping and staging take.

use std::fmt;

use serde::Serialize;

/// A file taken apart into lines of cells.
///
/// The lines are streamed: a reader never holds the whole file as cells. A reader that cannot go
/// on (the stick was pulled out, the workbook is damaged further down) yields one `Err` and then
/// nothing more; what came before it must not be imported either.
pub struct Draft {
    /// How the file was read.
    pub layout: Layout,
    /// The labels of the columns; empty labels stay empty. Lines may be shorter or longer.
    pub headers: Vec<String>,
    /// The lines below the header, in the order of the file.
    pub lines: Box<dyn Iterator<Item = Result<Line, Problem>> + Send>,
    /// What is to be said of the file as a whole.
    pub notes: Vec<Problem>,
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Draft");
        out.field("layout", &self.layout).field("headers", &self.headers).finish_non_exhaustive()
    }
}

/// How a file was read: what was found out, or what the user said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Layout {
    /// The name of the reader: `csv`, `xlsx`, `vcf`.
    pub kind: &'static str,
    /// The name of the encoding, as the Encoding Standard spells it; none for workbooks.
    pub encoding: Option<String>,
    /// What separates the cells of a line.
    pub delimiter: Option<char>,
    /// The sheet of a workbook; several that were read as one are parted by commas.
    pub sheet: Option<String>,
    /// The sheets among which a person can choose, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<FoundSheet>,
    /// The line (or sheet row) of the labels, counted from 1; none if there is none.
    pub header_row: Option<u32>,
    /// The file within an archive.
    #[serde(skip)]
    pub part: Option<String>,
}

/// A sheet of a workbook, as a person sees it who chooses among several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundSheet {
    /// Its name.
    pub name: String,
    /// Whether the workbook hides it.
    #[serde(rename = "hidden")]
    pub is_hidden: bool,
    /// What it looks like.
    pub look: SheetLook,
    /// Rows below its labels; none where nobody asked for them to be counted.
    pub rows: Option<u64>,
    /// Whether it is read: chosen by a person, or else because it looks like cards.
    #[serde(rename = "read")]
    pub is_read: bool,
}

/// What a sheet looks like, as far as its first rows tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SheetLook {
    /// There is nothing in it.
    Empty,
    /// People: their labels are known, or their phones and mails are.
    Cards,
    /// A table of something else, such as what may stand in a column.
    Table,
    /// Words in one column, such as an explanation.
    Words,
}

/// One line of a file: a row of a table, or a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The line (or sheet row) where it starts in the file, counted from 1.
    pub number: u32,
    /// The cells, decoded, otherwise as they are in the file.
    pub cells: Vec<String>,
    /// What was found wrong while reading it.
    pub problems: Vec<Problem>,
}

/// Something that is not right in a line, said without stopping the import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The line (or sheet row), counted from 1; 0 for the file as a whole.
    pub row: u32,
    /// The label of the column; empty for the line as a whole.
    pub column: String,
    /// What stood there, shortened to 200 characters.
    pub value: String,
    /// The stable name of the problem; its sentence is the text `problem-<code>`.
    pub code: &'static str,
    /// Whether the line cannot be imported for this.
    pub rejects: bool,
}

impl Problem {
    /// A remark on a line that can be imported all the same.
    pub fn warning(row: u32, code: &'static str) -> Self {
        Self { row, column: String::new(), value: String::new(), code, rejects: false }
    }

    /// The reason why a line cannot be imported.
    pub fn rejection(row: u32, code: &'static str) -> Self {
        Self { rejects: true, ..Self::warning(row, code) }
    }

    /// Says in which column it is and what stood there.
    #[must_use]
    pub fn in_column(mut self, label: &str, value: &str) -> Self {
        label.clone_into(&mut self.column);
        self.value = value.chars().take(200).collect();
        self
    }
}
