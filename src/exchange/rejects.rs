//! The rows that an import leaves out, as a file of their own: the reason first, then the columns of
//! the source. Once they are corrected, the file can be imported like any other.

use std::path::{Path, PathBuf};

use super::{
    ExportColumn, StageOptions, Stager, intake, open, staging::understood, stopped, write_csv,
    write_xlsx,
};
use crate::{
    domain::{Draft, Layout, Staged},
    error::Result,
    i18n::{self, Lang},
};

/// Writes the rows of `sources` that an import with these options leaves out. Gives their number.
///
/// The sources are read again: what a row says decides by itself whether it is left out.
///
/// # Errors
/// When the file cannot be written, or a source cannot be read any more.
pub fn write_rejects(path: &Path, sources: &[PathBuf], options: &StageOptions) -> Result<usize> {
    write_rejects_of(path, &Sources { paths: sources, is_taken: &|_| true }, options)
}

/// Files, and which of their tables are meant.
pub(super) struct Sources<'a> {
    pub paths: &'a [PathBuf],
    pub is_taken: &'a dyn Fn(&Layout) -> bool,
}

/// As [`write_rejects`], of some tables only.
pub(super) fn write_rejects_of(
    path: &Path,
    sources: &Sources<'_>,
    options: &StageOptions,
) -> Result<usize> {
    let mut table = Table::default();
    for source in sources.paths {
        for file in intake::files(source)? {
            match open(&file, &options.read) {
                Ok(drafts) => {
                    for draft in drafts.into_iter().filter(|it| (sources.is_taken)(&it.layout)) {
                        table.take(&file, draft, options)?;
                    }
                }
                Err(error) if file == *source => return Err(error),
                // One of a folder, which the import has said.
                Err(_) => {}
            }
        }
    }
    table.write(path, options)
}

/// Whether a label is that of the reasons, in any language.
pub fn is_reason(label: &str) -> bool {
    Lang::ALL.iter().any(|lang| i18n::text(*lang, REASON) == label)
}

/// The key of the label of the reasons.
const REASON: &str = "rejects-reason";

/// The rows, under the labels of all sources.
#[derive(Default)]
struct Table {
    labels: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    reason: String,
    /// Each cell with the place of its label.
    cells: Vec<(usize, String)>,
}

impl Table {
    fn take(&mut self, path: &Path, mut draft: Draft, options: &StageOptions) -> Result<()> {
        let (sample, mapping) = understood(path, &mut draft, options)?;
        let mut places = self.places(&draft.headers);
        let stager = Stager::new(mapping, options);
        for (place, line) in (0..).zip(sample.into_iter().map(Ok).chain(draft.lines)) {
            let line = line.map_err(|problem| stopped(path, &problem))?;
            let staged = stager.staged(place, &line);
            if staged.is_accepted() {
                continue;
            }
            while places.len() < line.cells.len() {
                places.push(self.labels.len());
                self.labels.push(String::new());
            }
            let cells = places.iter().copied().zip(line.cells).filter(|(_, cell)| !cell.is_empty());
            self.rows.push(Row { reason: reason(&staged, options), cells: cells.collect() });
        }
        Ok(())
    }

    /// Where the columns of a source go: to the label of the same name, the second to the second.
    fn places(&mut self, headers: &[String]) -> Vec<usize> {
        let mut places = Vec::new();
        for label in headers {
            let is_free = |at: &usize| !places.contains(at);
            let known = self.labels.iter().enumerate().filter(|(_, known)| *known == label);
            let place = known.map(|(at, _)| at).find(is_free).unwrap_or(self.labels.len());
            if place == self.labels.len() {
                self.labels.push(label.clone());
            }
            places.push(place);
        }
        places
    }

    fn write(self, path: &Path, options: &StageOptions) -> Result<usize> {
        let width = self.labels.len() + 1;
        let reason = i18n::text(options.import.lang, REASON).into_owned();
        let headers: Vec<String> = std::iter::once(reason).chain(self.labels).collect();
        let rows = self.rows.into_iter().map(|row| {
            let mut cells = vec![String::new(); width];
            for (place, text) in std::iter::once((0, row.reason))
                .chain(row.cells.into_iter().map(|(place, text)| (place + 1, text)))
            {
                if let Some(cell) = cells.get_mut(place) {
                    *cell = text;
                }
            }
            Ok(cells)
        });
        // A workbook is what its name promises, and keeps the zeros of phones; all else is a table as text.
        if path.extension().is_some_and(|it| it.eq_ignore_ascii_case("xlsx")) {
            let column = |label| ExportColumn { label, ..ExportColumn::default() };
            let columns: Vec<_> = headers.into_iter().map(column).collect();
            return write_xlsx(path, &columns, rows);
        }
        write_csv(path, &headers, rows)
    }
}

/// Why a row is left out, in sentences.
fn reason(staged: &Staged, options: &StageOptions) -> String {
    let told = staged.told();
    let codes = told.iter().filter(|problem| problem.rejects).map(|it| it.code);
    let sentence = |code: &str| i18n::text(options.import.lang, &format!("problem-{code}"));
    codes.map(sentence).collect::<Vec<_>>().join(" ")
}
