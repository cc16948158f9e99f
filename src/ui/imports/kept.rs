//! What is read for the imports beside the window: batches that were taken back, and files that were kept.

use std::sync::Arc;

use super::{Batch, problems::READ};
use crate::{
    domain::{DELETED_AT, Fields as _, Id, ImportBatch, Kind, Problem},
    engine::ImportOptions,
    error::Result,
    exchange::{KeptSource, StageOptions, Watch},
    i18n::text,
    store::Store,
    ui::{App, Place, news::News},
};

/// Something read for the imports.
pub(in crate::ui) enum ImportsNews {
    /// The batches that were taken back, as of a revision of the workspace.
    TakenBack(u64, Result<Vec<Batch>>),
    /// The file of an import was laid out again.
    LaidOut(Result<KeptSource>),
    /// Rows of a file that have a problem.
    Problems(Box<ProblemQuestion>, Result<Vec<Problem>>),
}

/// Which rows of the file of an import are wanted.
pub struct ProblemQuestion {
    /// The import.
    pub id: Id<ImportBatch>,
    /// The same.
    pub batch: ImportBatch,
    /// The problem that they have.
    pub code: String,
    /// How many of them to pass over.
    pub from: usize,
    /// By which the reading is followed, and stopped.
    pub watch: Watch,
}

impl App {
    /// Sees to it that the place of imports lists what was taken back.
    pub(in crate::ui) fn keep_imports_up(&mut self) {
        let revision = self.model.revision();
        let Some(opened) = self.desk.opened() else { return };
        if self.trail.here() == Place::Imports && self.views.imports.asks(revision) {
            let reader = opened.writer.reader();
            self.jobs.start("imports", move |_| {
                News::OfImports(ImportsNews::TakenBack(revision, reader.ask(taken_back)))
            });
        }
    }

    /// Takes what was read for the imports.
    pub(in crate::ui) fn take_imports(&mut self, news: ImportsNews) {
        match news {
            ImportsNews::TakenBack(revision, Ok(batches)) => {
                self.views.imports.take(revision, batches);
            }
            ImportsNews::LaidOut(Ok(kept)) => {
                self.views.staging.add_kept(kept);
                self.trail.go(Place::Staging);
            }
            ImportsNews::Problems(question, result) => {
                self.views.imports.problems.take(&question, result);
            }
            ImportsNews::TakenBack(_, Err(err)) | ImportsNews::LaidOut(Err(err)) => {
                self.complain(&err);
            }
        }
    }

    /// Opens the file of an import once more.
    pub(in crate::ui) fn open_kept(&self, batch: ImportBatch) {
        let (model, workspace) = (Arc::clone(&self.model), self.options.folder.clone());
        self.jobs.start("kept", move |_| {
            let folder = crate::ui::pasting::folder(&workspace);
            let kept = KeptSource::lay_out(&model, &batch, &workspace, &folder);
            News::OfImports(ImportsNews::LaidOut(kept))
        });
    }

    /// Reads which rows of the file of an import have a problem.
    pub(in crate::ui) fn read_problems(&self, question: Box<ProblemQuestion>) {
        let (model, workspace) = (Arc::clone(&self.model), self.options.folder.clone());
        let lang = self.look.lang;
        self.jobs.start("problems", move |_| {
            let folder = crate::ui::pasting::folder(&workspace);
            let read = || {
                let kept = KeptSource::lay_out(&model, &question.batch, &workspace, &folder)?;
                let options = StageOptions::of(&model, lang);
                let page = (question.from, READ);
                kept.problems(&question.code, page, options, &question.watch)
            };
            let result = read();
            News::OfImports(ImportsNews::Problems(question, result))
        });
    }

    /// Asks where the rows that an import left out are to be written, and writes them there.
    pub(in crate::ui) fn save_rejects(&self, batch: ImportBatch, frame: &eframe::Frame) {
        let lang = self.look.lang;
        let stem = std::path::Path::new(&batch.file).file_stem().unwrap_or_default();
        let name = text(lang, "imports-rejects-name");
        let (name, to) =
            (format!("{} {name}.csv", stem.to_string_lossy()), self.options.save_to.clone());
        let asked = to.is_none().then(|| {
            rfd::AsyncFileDialog::new()
                .set_parent(frame)
                .set_title(text(lang, "imports-rejects-title"))
                .set_file_name(&name)
                .add_filter("CSV", &["csv"])
                .save_file()
        });
        let (model, workspace) = (Arc::clone(&self.model), self.options.folder.clone());
        self.jobs.start("rejects", move |_| {
            let picked = asked.and_then(pollster::block_on).map(|file| file.path().to_owned());
            let path = picked.or_else(|| Some(to?.join(name)));
            News::Written(path.map(|path| {
                let folder = crate::ui::pasting::folder(&workspace);
                let kept = KeptSource::lay_out(&model, &batch, &workspace, &folder)?;
                let import = ImportOptions { lang, ..ImportOptions::default() };
                let options = StageOptions { import, ..StageOptions::of(&model, lang) };
                let count = kept.write_rejects(&path, options)?;
                Ok((count, path))
            }))
        });
    }
}

/// The batches that were taken back.
fn taken_back(store: &Store) -> Result<Vec<Batch>> {
    let all = store.all(Kind::ImportBatch)?.into_iter();
    let gone = all.filter(|(_, stored)| !stored.row.get(DELETED_AT).is_empty());
    let batches = gone
        .filter_map(|(record, stored)| Some((Id::of(record)?, ImportBatch::from_row(stored.row))));
    Ok(batches.filter(|(_, batch)| batch.undone_at.is_some()).collect())
}
