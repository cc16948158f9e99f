//! Files that are dropped, looked at and imported: what the window does between the steps.

use super::{
    App, Place,
    import::{Around, StagingNews},
    importing::{Finished, Imported, name_of},
    news::News,
    shell::Toast,
};
use crate::{
    domain::Kind,
    engine::{ImportJob, Outcome, Request},
    error::{Error, Result},
    i18n::text_with,
};

impl App {
    /// Takes files to be looked at, and shows them.
    pub(super) fn stage(&mut self, paths: Vec<std::path::PathBuf>) {
        if !paths.is_empty() {
            let traced = self.trace.import_asked(paths.len());
            self.note(traced);
            self.views.staging.add(paths);
            self.trail.go(Place::Staging);
        }
    }

    /// Sees to it that the files at hand are read and checked as they were spoken of last.
    pub(super) fn keep_staging_up(&mut self) {
        let viewer = self.viewer();
        let Some(opened) = self.desk.opened() else { return };
        self.views.staging.keep_up(&Around {
            model: &self.model,
            viewer,
            lang: self.look.lang,
            jobs: &self.jobs,
            writer: &opened.writer,
            opener: &self.opener,
        });
    }

    /// Takes what was worked out for the files at hand.
    pub(super) fn take_staging(&mut self, news: StagingNews) {
        let was_ready = self.views.staging.is_ready();
        let was_shown = self.views.staging.has_rows();
        if let Some(back) = self.views.staging.take(news) {
            self.take_back(back);
            if self.views.staging.is_empty() && self.trail.here() == Place::Staging {
                self.trail.go(Place::List(Kind::Lead));
                self.trail.forget(Place::Staging);
            }
        }
        if !was_shown && self.views.staging.has_rows() {
            let traced = self.trace.import_shown();
            self.note(traced);
        }
        if !was_ready && self.views.staging.is_ready() {
            let traced = self.trace.import_ready(self.views.staging.accepted());
            self.note(traced);
        }
    }

    /// Imports what is at hand, as it was looked at.
    pub(super) fn commit_staging(&mut self) {
        let commits = self.views.staging.commit(&self.model, self.look.lang);
        self.imports.add(commits);
        self.trail.go(Place::List(Kind::Lead));
    }

    /// Forgets what is at hand.
    pub(super) fn forget_staging(&mut self) {
        self.views.staging.clear();
        self.trail.go(Place::Imports);
        self.trail.forget(Place::Staging);
    }

    /// Begins with the next file that waits, once the workspace is open.
    pub(super) fn go_on_importing(&mut self) {
        if self.desk.opened().is_none() {
            return;
        }
        let Some(commit) = self.imports.next() else { return };
        let (path, number, rows) = (commit.path.clone(), commit.number, commit.rows);
        let (opener, workspace) = (self.opener.clone(), self.options.folder.clone());
        let reading =
            self.jobs.start("read", move |_| News::Read(commit.jobs(&workspace, &opener)));
        self.imports.read((number, rows), &path, reading);
        let traced = self.trace.import_started(&name_of(&path));
        self.note(traced);
    }

    /// A file was read, or could not be.
    pub(super) fn take_file(&mut self, result: Result<Vec<ImportJob>>) {
        let is_cancelled = self.imports.going().is_some_and(|going| going.is_cancelled);
        match result {
            _ if is_cancelled => self.end_file(&Error::refused("cancelled")),
            Ok(tables) => {
                self.imports.was_read(tables);
                self.import_next_table();
            }
            Err(err) => self.end_file(&err),
        }
    }

    /// A table was imported, or was not.
    pub(super) fn take_import(&mut self, result: Result<Outcome>) {
        let outcome = match result {
            Ok(outcome) => outcome,
            Err(err) => return self.end_file(&err),
        };
        self.ask_undo_and_redo();
        self.memory.is_welcomed = true;
        let seconds = self.imports.going().map_or(0.0, |going| going.begun.elapsed().as_secs_f64());
        if let Some(mut report) = outcome.import {
            report.seconds = seconds;
            let traced = self.trace.import_done(&report);
            self.note(traced);
            let (file, new) = (report.file.as_str().into(), report.new.into());
            let args = [
                ("file", file),
                ("new", new),
                ("updated", report.updated.into()),
                ("rejected", report.rejected.into()),
            ];
            let words = text_with(self.look.lang, "toast-imported", &args);
            self.shell.toasts.add(Toast::done(words.into_owned(), outcome.sequence));
            if let Some(list) = self.views.lists.open(self.trail.here()) {
                list.unchoose();
            }
            let sequence = outcome.sequence;
            let imported = Box::new(Imported { report, sequence });
            self.imports.finished(Finished::Import(imported));
        }
        self.import_next_table();
    }

    fn import_next_table(&mut self) {
        if let Some(table) = self.imports.next_table() {
            let request = Request::Import(Box::new(table));
            let news = |result| News::Imported(Box::new(result));
            return self.desk.request(self.jobs.post(), request, news);
        }
        let Some(going) = self.imports.end() else { return };
        // What was called off between two of its tables is still at hand.
        if !going.is_cancelled {
            self.views.staging.imported(going.number);
        }
        self.end_commit();
    }

    /// The file on its way has come to no good end: says so and goes on with the next.
    fn end_file(&mut self, err: &Error) {
        let Some(going) = self.imports.end() else { return self.complain(err) };
        let traced = self.trace.import_failed(&going.file, err);
        self.note(traced);
        if going.is_cancelled {
            let args = [("file", going.file.as_str().into()), ("others", going.left_out.into())];
            let words = text_with(self.look.lang, "toast-import-cancelled", &args);
            self.shell.toasts.add(Toast::done(words.into_owned(), None));
        } else {
            self.complain(err);
        }
        self.end_commit();
    }

    /// Once no file waits any more, those that were not imported are shown again.
    fn end_commit(&mut self) {
        if !self.imports.is_idle() {
            return;
        }
        match self.views.staging.end_commit() {
            true => self.trail.go(Place::Staging),
            false => self.trail.forget(Place::Staging),
        }
    }

    /// Reading a file, or checking a table, came to no end.
    pub(super) fn end_reading(&mut self, job: &str, message: &str) {
        let err = Error::other("job-broken").because(message);
        if job == "read" && !self.imports.is_idle() {
            return self.end_file(&err);
        }
        self.views.staging.fail(job, message);
        self.complain(&err);
    }
}
