//! What jobs and the writer found, and what follows from it.

use std::{path::PathBuf, sync::Arc, time::Instant};

use super::{
    App, Place,
    desk::{Desk, Opened},
    finder,
    import::StagingNews,
    imports::ImportsNews,
    list::ListNews,
    pairs::Scanned,
    places::Trail,
    questions::{Answer, Names, Previewed, Question},
    rail_counts::Counts,
    returned::CameBack,
    safekeeping::SafekeepingNews,
    shell::Toast,
    views::Views,
};
use crate::{
    domain::{FieldPath, Header, Kind, RecordId, Row},
    engine::{Dossier, ImportJob, Outcome, UndoReport},
    error::{Error, Result},
    i18n::{Lang, text, text_with},
    jobs, query,
};

/// What jobs and the writer find.
pub(super) enum News {
    /// The workspace is open, or cannot be opened.
    Opened(Box<Result<Opened>>),
    /// A change was made, or refused: the number of its task.
    Done(u64, Result<Outcome>),
    /// A new workspace knows its language.
    Begun(Result<Outcome>),
    /// What undo and redo would take back.
    UndoAndRedo(Result<(Option<Header>, Option<Header>)>),
    /// Whole records.
    Rows(Result<Vec<(RecordId, Row)>>),
    /// Something worked out for a list.
    OfList(ListNews),
    /// A record was made from the form, or refused.
    Created(u64, Result<Outcome>),
    /// What became of a backup, or of the folder.
    Safekeeping(SafekeepingNews),
    /// Records that the palette may offer.
    Hits(finder::Found),
    /// Records were written into a file; none if the person thought better of it.
    Exported(Option<Result<(usize, PathBuf)>>),
    /// That stands in the history, or cannot.
    Noted(Result<Outcome>),
    /// Rows that an import left out were written into a file; none if the person thought better of it.
    Written(Option<Result<(usize, PathBuf)>>),
    /// All that is known of a record.
    Dossier(Names, Box<Result<Dossier>>),
    /// What a command would change.
    Previewed(String, Box<Previewed>),
    /// The answer to a question.
    Answered(Question, Box<Result<Answer>>),
    /// What the rail counts.
    Counted(Box<Result<Counts>>),
    /// Everyone was searched for duplicates.
    Scanned(Box<Result<Scanned>>),
    /// Files were chosen; none if the person thought better of it.
    Picked(Result<Vec<PathBuf>>),
    /// Something read for the imports.
    OfImports(ImportsNews),
    /// Something worked out for the files at hand.
    OfStaging(StagingNews),
    /// What a file that came back changes was taken over.
    CameBack(Box<(CameBack, Result<Outcome>)>),
    /// A file was read, to be imported.
    Read(Result<Vec<ImportJob>>),
    /// A table was imported.
    Imported(Box<Result<Outcome>>),
    /// A job came to no end.
    Broken(&'static str, String),
}

impl jobs::Found for News {
    fn broken(job: &'static str, message: String) -> Self {
        Self::Broken(job, message)
    }
}

impl App {
    /// Takes note of what was found.
    pub(super) fn take(&mut self, news: News) {
        match news {
            News::Opened(opened) => self.take_workspace(*opened),
            News::Done(task, result) => self.take_done(task, result),
            // The language of a new workspace shows by itself.
            News::Begun(Ok(_)) => self.keep_up(),
            News::Begun(Err(err)) => self.complain(&err),
            News::Created(task, result) => {
                self.tasks.end(task);
                self.take_created(result);
            }
            News::Safekeeping(news) => self.take_safekeeping(news),
            News::Hits(found) => {
                if let Err(err) = self.shell.palette.finder.take(found) {
                    self.complain(&err);
                }
            }
            News::UndoAndRedo(Ok(headers)) => self.undo_and_redo = headers,
            News::Rows(Ok(rows)) => self.rows.take(rows),
            News::UndoAndRedo(Err(err)) | News::Rows(Err(err)) | News::Noted(Err(err)) => {
                self.complain(&err);
            }
            News::OfList(news) => {
                if let ListNews::Rows(found) = &news
                    && let Some((kind, fields)) = found.wanted()
                {
                    self.keep_fields(found.place, kind, fields.to_vec());
                }
                self.views.lists.take(news, &self.model);
            }
            News::Dossier(names, dossier) => {
                // A record that was taken back while it was looked at has no page any more.
                if let Ok(dossier) = *dossier {
                    self.answers.take_dossier(dossier, names);
                }
            }
            News::Previewed(written, changes) => self.answers.take_preview(&written, *changes),
            News::Answered(question, answer) => match *answer {
                Ok(answer) => self.answers.take(question, answer),
                Err(err) => self.complain(&err),
            },
            News::Counted(counted) => self.counts.take(*counted),
            News::Scanned(result) => self.take_scan(*result),
            News::Picked(result) => {
                self.is_picking = false;
                match result {
                    Ok(paths) => self.stage(paths),
                    Err(err) => self.complain(&err),
                }
            }
            News::Exported(result) => self.take_export(result),
            News::Noted(Ok(_)) => self.answers.forget(&Question::History),
            News::Written(Some(written)) => self.take_written(written),
            News::Written(None) => {}
            News::OfImports(news) => self.take_imports(news),
            News::OfStaging(news) => self.take_staging(news),
            News::CameBack(came) => self.taken_back(came.0, came.1),
            News::Read(result) => self.take_file(result),
            News::Imported(result) => self.take_import(*result),
            News::Broken(job, message) => self.take_broken(job, &message),
        }
    }

    /// The workspace is open, or cannot be opened.
    pub(super) fn take_workspace(&mut self, opened: Result<Opened>) {
        // Who has begun to look at the list, or has brought files, is not taken elsewhere.
        let has_begun =
            self.early.take().is_some_and(|early| early.is_used) || !self.views.staging.is_empty();
        self.desk = match opened {
            Ok(opened) => Desk::Open(opened),
            Err(err) => {
                self.model = Arc::default();
                Desk::Failed(err)
            }
        };
        self.ask_undo_and_redo();
        self.keep_up();
        if let Some(opened) = self.desk.opened() {
            self.look.take_from(opened.user, &self.model);
        }
        let place = self.memory.place().filter(|_| !has_begun);
        let place = place.filter(|place| Views::is_there(*place, &self.model));
        if let (Desk::Open(_), Some(place)) = (&self.desk, place) {
            self.trail = Trail::from(place);
        }
        if self.model.settings().language.is_empty() {
            self.begin_in(self.look.lang);
        }
    }

    /// A change was made, or refused.
    fn take_done(&mut self, task: u64, result: Result<Outcome>) {
        self.tasks.end(task);
        match result {
            Ok(outcome) => {
                // What is told of records needs them as they are now.
                self.keep_up();
                self.tell(&outcome);
            }
            Err(err) if self.views.record.refused(&err, self.look.lang) => {}
            Err(err) if self.views.convert.refused() => self.complain(&err),
            Err(err) => {
                self.views.pairs.refused();
                self.views.lists.refused();
                self.complain(&err);
            }
        }
        self.ask_undo_and_redo();
    }

    /// What was filled in is there, or was refused.
    fn take_created(&mut self, result: Result<Outcome>) {
        self.ask_undo_and_redo();
        let outcome = match (result, &mut self.shell.quick_add) {
            (Ok(outcome), _) => outcome,
            (Err(err), Some(form)) => return form.refused(&err, self.look.lang),
            (Err(err), None) => return self.complain(&err),
        };
        self.shell.quick_add = None;
        self.keep_up();
        let Some(record) = outcome.records.first() else { return };
        let kind = text(self.look.lang, &format!("kind-{}", record.kind.name()));
        let name = query::label(&self.model, *record);
        let args = [("kind", kind.as_ref().into()), ("name", name.into())];
        let words = text_with(self.look.lang, "toast-created", &args);
        self.shell.toasts.add(Toast::done(words.into_owned(), outcome.sequence));
        let page = Place::Record(*record);
        if Views::is_there(page, &self.model) {
            self.trail.go(page);
        }
    }

    fn take_broken(&mut self, job: &'static str, message: &str) {
        let err = Error::other("job-broken").because(message);
        match job {
            "open" => self.take_workspace(Err(err)),
            "read" | "check" => self.end_reading(job, message),
            "restore" => self.desk = Desk::Failed(err),
            "duplicates" => {
                self.scan_is_broken();
                self.complain(&err);
            }
            "rail" => self.counts.take(Err(err)),
            "export" => {
                self.export_is_broken();
                self.complain(&err);
            }
            "pick" => {
                self.is_picking = false;
                self.complain(&err);
            }
            _ => self.complain(&err),
        }
    }

    /// Says what a command did, where the screen does not show it by itself.
    fn tell(&mut self, outcome: &Outcome) {
        let lang = self.look.lang;
        if let Some(report) = &outcome.undo {
            self.shell.toasts.add(Toast::done(said_undo(report, lang), None));
        }
        if let Some(key) = outcome.told {
            let first = outcome.records.first().map(|record| query::label(&self.model, *record));
            let args = [
                ("count", outcome.records.len().into()),
                ("name", first.unwrap_or_default().into()),
            ];
            let words = text_with(lang, key, &args);
            self.shell.toasts.add(Toast::done(words.into_owned(), outcome.sequence));
        // What is done to one record shows by itself.
        } else if outcome.undo.is_none() && outcome.records.len() > 1 {
            let args = [("count", outcome.records.len().into())];
            let words = text_with(lang, "toast-changed", &args);
            self.shell.toasts.add(Toast::done(words.into_owned(), outcome.sequence));
        }
        if let Some((_, err)) = outcome.refused.first() {
            let words = err.text(lang);
            self.shell.toasts.add(Toast::wrong(words));
        }
    }

    /// Has fields taken into memory that a list asks for.
    fn keep_fields(&self, place: Place, kind: Kind, fields: Vec<FieldPath>) {
        let Some(opened) = self.desk.opened() else { return };
        let post = self.jobs.post();
        opened.writer.columns(kind, fields, move |kept| {
            if let Err(problem) = kept {
                post.put(News::OfList(ListNews::Refused(place, problem)));
            }
        });
    }

    /// Says what went wrong.
    pub(super) fn complain(&mut self, err: &Error) {
        self.shell.toasts.add(Toast::wrong(err.text(self.look.lang)));
    }

    /// Says so if the trace cannot be written.
    pub(super) fn note(&mut self, traced: Result<()>) {
        if let Err(err) = traced {
            self.complain(&err);
        }
    }

    pub(super) fn ask_undo_and_redo(&self) {
        if let Some(opened) = self.desk.opened() {
            let post = self.jobs.post();
            opened
                .writer
                .undo_and_redo(opened.user, move |headers| post.put(News::UndoAndRedo(headers)));
        }
    }

    /// When a frame was drawn that nobody asked for.
    pub(super) fn note_wake(&mut self, since: Instant) {
        // Frames that follow each other belong to one movement; the first ones belong to opening.
        if self.is_list_answered() && since.elapsed().as_millis() > 100 {
            let traced = self.trace.woken();
            self.note(traced);
        }
    }
}

fn said_undo(report: &UndoReport, lang: Lang) -> String {
    let command = text(lang, &format!("command-{}", report.command));
    let kept = report.kept.len() + report.failed.len();
    let args = [
        ("command", command.as_ref().into()),
        ("reversed", report.reversed.into()),
        ("kept", kept.into()),
    ];
    text_with(lang, "toast-undone", &args).into_owned()
}
