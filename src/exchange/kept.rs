//! The source file that is kept with an import, opened again: to see its rows, to map another column, to
//! write down what was left out.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Adjustments, Options, StageOptions, Stager, Targets, Templates, Watch, Wish, open,
    rejects::{Sources, write_rejects_of},
    staging::understood,
    stopped,
};
use crate::{
    domain::{ImportBatch, Layout, Problem},
    engine::KeptReport,
    error::{Error, Result},
    model::Model,
    store,
};

/// The source file of an import, and how it was understood.
#[derive(Clone, Debug)]
pub struct KeptSource {
    /// The file, laid out again.
    pub path: PathBuf,
    /// How it was read.
    pub options: Options,
    /// What its columns were.
    pub wishes: Vec<Wish>,
    /// What was put right in it.
    pub adjustments: Arc<Adjustments>,
    sheet: Option<String>,
    part: Option<String>,
}

impl KeptSource {
    /// Lays the source file of an import out in `folder`, under its own name. `workspace` is where it is
    /// kept.
    ///
    /// # Errors
    /// `missing-file` or `damaged-file-kept` if it is gone or not what it was; else when it cannot be
    /// written.
    pub fn lay_out(
        model: &Model,
        batch: &ImportBatch,
        workspace: &Path,
        folder: &Path,
    ) -> Result<Self> {
        let KeptReport { part, sheets, .. } = KeptReport::of(batch);
        let name = part.as_ref().and_then(|part| batch.file.strip_suffix(&format!("/{part}")));
        let name = Path::new(name.unwrap_or(&batch.file)).file_name();
        let folder = folder.join(batch.file_hash.get(..12).unwrap_or_default());
        let path = folder.join(name.unwrap_or_else(|| "cards".as_ref()));
        let failed = |err| Error::file("@operation-write", &path, err);
        fs::create_dir_all(&folder).map_err(failed)?;
        let file = File::create(&path).map_err(failed)?;
        store::unpack_file(workspace, &batch.file_hash, file)?;
        let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let sheet = filled(&batch.sheet);
        // Of a workbook with one sheet, only that it was the one.
        let sheets = match sheets.is_empty() {
            true => sheet.iter().filter(|sheet| !sheet.contains(", ")).cloned().collect(),
            false => sheets,
        };
        let options = Options {
            encoding: filled(&batch.encoding),
            delimiter: batch.delimiter.chars().next(),
            sheets,
            header_row: batch.header_row.and_then(|row| u32::try_from(row).ok()),
            ..Options::default()
        };
        Ok(Self {
            path,
            options,
            wishes: Templates::read(&batch.mapping, &Targets::of(model)),
            adjustments: Arc::new(Adjustments::read(&batch.adjustments)),
            sheet,
            part,
        })
    }

    /// Whether a table of the file is the one that was imported.
    pub fn is_of(&self, layout: &Layout) -> bool {
        layout.sheet == self.sheet && layout.part == self.part
    }

    /// Writes the rows that the import left out into a csv file, with the reason first. Gives their number.
    ///
    /// # Errors
    /// When the file cannot be written, or the source cannot be read.
    pub fn write_rejects(&self, to: &Path, options: StageOptions) -> Result<usize> {
        let options = self.understood(options);
        let sources = Sources {
            paths: std::slice::from_ref(&self.path),
            is_taken: &|layout| self.is_of(layout),
        };
        write_rejects_of(to, &sources, &options)
    }

    /// The problems of a kind that the import found in the file, as far as `page` wants them: how many to pass
    /// over, and how many at the most. `watch` sees how far the reading is, and stops it.
    ///
    /// # Errors
    /// When the source cannot be read to its end, or it was stopped.
    pub fn problems(
        &self,
        code: &str,
        (from, most): (usize, usize),
        options: StageOptions,
        watch: &Watch,
    ) -> Result<Vec<Problem>> {
        let options = self.understood(options);
        let mut passed = 0;
        let mut found = Vec::new();
        for mut draft in open(&self.path, &options.read)? {
            if !self.is_of(&draft.layout) {
                continue;
            }
            let of_file = std::mem::take(&mut draft.notes);
            let (sample, mapping) = understood(&self.path, &mut draft, &options)?;
            let stager = Stager::new(mapping, &options);
            let lines = sample.into_iter().map(Ok).chain(draft.lines);
            let told = (0..).zip(lines).map(|(place, line)| match line {
                Ok(line) => Ok(stager.staged(place, &line).told()),
                Err(problem) => Err(stopped(&self.path, &problem)),
            });
            for told in std::iter::once(Ok(of_file)).chain(told) {
                watch.count_row();
                if watch.is_stopped() {
                    return Err(Error::refused("cancelled"));
                }
                for problem in told?.into_iter().filter(|problem| problem.code == code) {
                    passed += 1;
                    if passed > from {
                        found.push(problem);
                    }
                }
                if found.len() >= most {
                    found.truncate(most);
                    return Ok(found);
                }
            }
        }
        Ok(found)
    }

    fn understood(&self, options: StageOptions) -> StageOptions {
        StageOptions {
            read: self.options.clone(),
            wishes: self.wishes.clone(),
            adjustments: Arc::clone(&self.adjustments),
            ..options
        }
    }
}
