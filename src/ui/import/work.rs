//! What is read and checked beside the window, and what becomes of it.

use std::{path::PathBuf, sync::Arc};

use super::{
    session::{Asked, FileState, Outcome, StagedFile, StagedTable, Staging},
    shares::SharesAsked,
};
use crate::{
    domain::{Kind, Line},
    engine::{Assigned, Writer},
    error::{Error, Result},
    exchange::{
        self, Adjustments, Held, KeptSource, Opened, Options, StageOptions, TableOptions, Watch,
        Wish,
    },
    i18n::Lang,
    jobs::Jobs,
    model::Model,
    ui::{
        FileOpener,
        news::News,
        returned::{Asking, ComesBack},
    },
};

/// Rows of the beginning of a file that are shown as they are.
const RAW: usize = 14;

/// Files read, and tables checked, at once; the others wait.
const AT_ONCE: usize = 4;

/// Something worked out for the files at hand.
pub(in crate::ui) enum StagingNews {
    /// The first rows of a file that is being read, as they are: its number, for which revision of it.
    Begun(u64, u64, Vec<Line>),
    /// A file was read: its number, for which revision of what was said of it.
    Read(u64, u64, Result<ReadFile>),
    /// A table was checked: its number, for which of its revisions.
    Checked(u64, u64, Result<Outcome>),
    /// Who would get how many of all tables.
    Shared(Box<SharesAsked>, Result<Vec<Assigned>>),
}

/// What was read of a file.
pub(in crate::ui) struct ReadFile {
    tables: Vec<Arc<Held>>,
    raw: Vec<Line>,
    /// What comes back from files that were handed out.
    pub returned: Vec<ComesBack>,
}

/// A file that is to be imported as it was looked at.
pub(in crate::ui) struct Commit {
    /// Its number among the files at hand.
    pub number: u64,
    /// The file.
    pub path: PathBuf,
    pub(super) options: StageOptions,
    pub(super) tables: Vec<TableOptions>,
    /// Rows it has.
    pub rows: u64,
}

/// What is needed to work beside the window.
pub(in crate::ui) struct Around<'a> {
    pub model: &'a Arc<Model>,
    pub viewer: crate::query::Viewer,
    pub lang: Lang,
    pub jobs: &'a Jobs<News>,
    pub writer: &'a Writer,
    pub opener: &'a FileOpener,
}

impl Staging {
    /// Sees to it that files are read and tables are checked as they were spoken of last.
    pub fn keep_up(&mut self, around: &Around<'_>) {
        if self.is_committing {
            return;
        }
        let is_read = |file: &&StagedFile| matches!(file.state, FileState::Reading(_));
        let read = self.files.iter().filter(is_read).count();
        let waiting = self.files.iter_mut().filter(|it| matches!(it.state, FileState::Waiting));
        waiting.take(AT_ONCE.saturating_sub(read)).for_each(|file| file.read(around));
        let mut checked = self.tables.iter().filter(|table| table.checking.is_some()).count();
        let stamps = self.earlier();
        let batch = &self.batch;
        // The tables that are imported before, as long as all of them are understood.
        let mut before = Some(Vec::new());
        let tables = self.tables.iter_mut().zip(stamps).filter(|(table, _)| !table.held.is_cut);
        for (table, earlier) in tables {
            table.settle_field(around.model);
            let asked =
                Asked { table: table.revision, workspace: around.model.revision(), earlier };
            let may = table.checking.is_some() || checked < AT_ONCE;
            if let (true, true, Some(before)) = (table.asked != Some(asked), may, &before) {
                checked += usize::from(table.checking.is_none());
                let options = StageOptions {
                    import: batch.options(around.lang),
                    country: batch.country.unwrap_or(exchange::phone_country(around.model)),
                    wishes: table.wishes.clone(),
                    adjustments: Arc::clone(&table.adjustments),
                    ..StageOptions::of(around.model, around.lang)
                };
                table.check(around, options, (asked, before.clone()));
            }
            if !table.is_left_out && table.problem.is_none() {
                before = before.zip(table.understood()).map(|(mut before, own)| {
                    before.push(own);
                    before
                });
            }
        }
        self.share(around);
    }

    /// Checks everything once more: something was said of the batch.
    pub(super) fn check_again(&mut self) {
        self.tables.iter_mut().for_each(|table| table.asked = None);
    }

    /// Takes what was worked out. Files that cannot be read are kept with the reason. Gives back what files
    /// that were handed out change.
    pub fn take(&mut self, news: StagingNews) -> Option<Vec<ComesBack>> {
        match news {
            StagingNews::Begun(number, revision, raw) => {
                let file = self.files.iter_mut().find(|file| file.number == number);
                if let Some(file) = file.filter(|file| file.revision == revision) {
                    file.raw = raw;
                }
                None
            }
            StagingNews::Read(number, revision, result) => self.take_read(number, revision, result),
            StagingNews::Shared(asked, found) => {
                self.take_shares(&asked, found);
                None
            }
            StagingNews::Checked(number, revision, result) => {
                let table = self.tables.iter_mut().find(|table| table.number == number);
                let table = table.filter(|table| table.revision == revision)?;
                match result {
                    Ok(outcome) => {
                        table.checking = None;
                        table.problem = None;
                        table.view.settle(&outcome.checked);
                        table.checked = Some(outcome);
                    }
                    // Another check is on its way.
                    Err(err) if err.code() == "cancelled" => {}
                    Err(err) => {
                        table.checking = None;
                        table.problem = Some(err);
                    }
                }
                None
            }
        }
    }

    /// Reading a file, or checking a table, came to no end.
    pub fn fail(&mut self, job: &str, message: &str) {
        let broken = || Error::other("job-broken").because(message);
        if job == "read" {
            let mut files = self.files.iter_mut();
            if let Some(file) = files.find(|it| matches!(it.state, FileState::Reading(_))) {
                file.state = FileState::Failed(broken());
            }
            return;
        }
        for table in self.tables.iter_mut().filter(|table| table.checking.is_some()) {
            (table.checking, table.problem) = (None, Some(broken()));
        }
    }

    fn take_read(
        &mut self,
        number: u64,
        revision: u64,
        result: Result<ReadFile>,
    ) -> Option<Vec<ComesBack>> {
        let file = self.files.iter_mut().find(|file| file.number == number);
        let file = file.filter(|file| file.revision == revision)?;
        let read = match result {
            Ok(read) => read,
            Err(err) if err.code() == "cancelled" => return None,
            Err(err) => {
                file.state = FileState::Failed(err);
                self.tables.retain(|table| table.file != number);
                self.shown = self.shown.min(self.tables.len().saturating_sub(1));
                return None;
            }
        };
        file.state = FileState::Ready;
        file.raw = read.raw;
        let kept = file.kept.take();
        let is_all_back = read.tables.is_empty();
        let at = self.tables.iter().position(|table| table.file == number);
        let at = at.unwrap_or(self.tables.len());
        self.tables.retain(|table| table.file != number);
        let fresh: Vec<StagedTable> = read
            .tables
            .into_iter()
            .map(|held| StagedTable::new(self.number(), number, held))
            .map(|table| table.understood_as(kept.as_ref()))
            .collect();
        let at = at.min(self.tables.len());
        let shown = self.tables.get(self.shown).map(|table| table.number);
        self.tables.splice(at..at, fresh);
        self.in_order_of_files(shown);
        if is_all_back {
            // What came back has been taken over already: nothing of it is to be imported.
            self.remove(number);
        }
        self.shown = self.shown.min(self.tables.len().saturating_sub(1));
        Some(read.returned).filter(|returned| !returned.is_empty())
    }

    /// Has the tables in the order in which they are imported, whichever file was read first; the one that is
    /// shown stays.
    fn in_order_of_files(&mut self, shown: Option<u64>) {
        let place = |number: u64| self.files.iter().position(|file| file.number == number);
        self.tables.sort_by_key(|table| place(table.file));
        let is_shown = |table: &StagedTable| Some(table.number) == shown;
        self.shown = self.tables.iter().position(is_shown).unwrap_or(self.shown);
    }

    /// What is to be imported, file by file; the files at hand stay until that is done.
    pub fn commit(&mut self, model: &Model, lang: Lang) -> Vec<Commit> {
        self.is_committing = true;
        let options = StageOptions {
            import: self.batch.options(lang),
            country: self.batch.country.unwrap_or(exchange::phone_country(model)),
            ..StageOptions::of(model, lang)
        };
        let commit = |file: &StagedFile| {
            let taken: Vec<&StagedTable> =
                self.taken().filter(|table| table.file == file.number).collect();
            let rows = taken.iter().map(|table| table.held.len() as u64).sum();
            let tables: Vec<TableOptions> = taken.into_iter().map(StagedTable::options).collect();
            let read = Options { watch: Watch::default(), ..file.options.clone() };
            let options = StageOptions { read, ..options.clone() };
            let (number, path) = (file.number, file.path.clone());
            (!tables.is_empty()).then_some(Commit { number, path, options, tables, rows })
        };
        self.files.iter().filter_map(commit).collect()
    }

    /// A file was imported.
    pub fn imported(&mut self, number: u64) {
        self.remove(number);
    }

    /// The writer has ended: with everything, or before its end. Whether files are still at hand.
    pub fn end_commit(&mut self) -> bool {
        self.is_committing = false;
        if self.tables.is_empty() {
            self.clear();
        }
        !self.is_empty()
    }
}

impl Commit {
    /// Makes an import of each of its tables. Called on a thread of its own.
    ///
    /// # Errors
    /// When the file cannot be read any more, or is not what was looked at.
    pub fn jobs(
        &self,
        workspace: &std::path::Path,
        opener: &FileOpener,
    ) -> Result<Vec<crate::engine::ImportJob>> {
        let mut opened: Opened = opener(&self.path, &self.options.read)?;
        drop(opened.take_returned());
        opened.staged_as(workspace, &self.options, &self.tables)
    }
}

impl StagedFile {
    fn read(&mut self, around: &Around<'_>) {
        let watch = Watch::default();
        self.state = FileState::Reading(watch.clone());
        let (number, revision) = (self.number, self.revision);
        let (path, opener) = (self.path.clone(), Arc::clone(around.opener));
        let options = Options { watch: watch.clone(), counts_sheets: true, ..self.options.clone() };
        let post = around.jobs.post();
        let back = Asking {
            model: Arc::clone(around.model),
            viewer: around.viewer,
            lang: around.lang,
            reader: around.writer.reader(),
        };
        around.jobs.start("read", move |_| {
            let read = raw(&path, &options, &opener).and_then(|raw| {
                post.put(News::OfStaging(StagingNews::Begun(number, revision, raw.clone())));
                read((&path, raw), &options, &opener, &back)
            });
            News::OfStaging(StagingNews::Read(number, revision, read))
        });
    }
}

impl StagedTable {
    /// The table as it was understood when it was imported before; one that was not is left out.
    fn understood_as(mut self, kept: Option<&KeptSource>) -> Self {
        if let Some(kept) = kept {
            self.is_left_out = !kept.is_of(&self.held.layout);
            self.wishes.clone_from(&kept.wishes);
            self.adjustments = Arc::clone(&kept.adjustments);
        }
        self
    }

    /// Once a field is there that was made of a column, the column goes to it.
    fn settle_field(&mut self, model: &Model) {
        let Some((column, name)) = &self.making else { return };
        let is_there = model.custom_of(Kind::Lead).any(|(_, field)| field.name == *name);
        let wish =
            Wish::among(&exchange::Targets::of(model), &self.column_name(*column), Some(name));
        if let (true, Ok(wish)) = (is_there, wish) {
            self.making = None;
            self.map(wish);
        }
    }

    /// How a column is named in a wish: by its label if it is the only one with it, else by its place.
    pub fn column_name(&self, column: u32) -> String {
        let label = self.held.headers.get(column as usize).filter(|label| !label.is_empty());
        let is_one =
            |label: &&String| self.held.headers.iter().filter(|it| it == label).count() == 1;
        label.filter(is_one).cloned().unwrap_or_else(|| format!("#{}", column + 1))
    }

    fn options(&self) -> TableOptions {
        TableOptions {
            place: self.held.place,
            wishes: self.wishes.clone(),
            adjustments: Arc::<Adjustments>::clone(&self.adjustments),
            hash: self.held.hash.clone(),
        }
    }
}

/// Reads a file whose first rows are known: its tables, and what comes back from those handed out.
fn read(
    (path, mut raw): (&std::path::Path, Vec<Line>),
    options: &Options,
    opener: &FileOpener,
    back: &Asking,
) -> Result<ReadFile> {
    let mut opened = opener(path, options)?;
    let mut returned = Vec::new();
    for (path, draft) in opened.take_returned() {
        returned.extend(back.read(&path, draft)?);
    }
    let mut tables: Vec<Arc<Held>> = Vec::new();
    for (place, (file, draft)) in opened.into_tables().into_iter().enumerate() {
        let hash = match tables.last().filter(|held| held.path == file) {
            Some(last) => last.hash.clone(),
            None => exchange::hash_source(&file)?,
        };
        tables.push(Held::read(draft, (file, place), &hash, &options.watch)?);
    }
    if !tables.iter().any(|held| held.is_table()) {
        raw.clear();
    }
    Ok(ReadFile { tables, raw, returned })
}

/// The first rows of a file as they are.
///
/// # Errors
/// When the file cannot be read.
fn raw(path: &std::path::Path, options: &Options, opener: &FileOpener) -> Result<Vec<Line>> {
    let options = Options {
        header_row: Some(0),
        watch: Watch::default(),
        counts_sheets: false,
        ..options.clone()
    };
    let first = opener(path, &options)?.into_tables().into_iter().next();
    let lines = first.into_iter().flat_map(|(_, draft)| draft.lines);
    Ok(lines.take(RAW).filter_map(std::result::Result::ok).collect())
}
