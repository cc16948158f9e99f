//! Files that were handed out and come back: only cells that someone changed are taken over.

use std::{path::Path, sync::Arc};

use super::{App, importing::Finished, news::News, shell::Toast};
use crate::{
    domain::Draft,
    engine::{Command, Outcome, Reader, ReportedProblem, Request, TakeChanges},
    error::Result,
    exchange::{self, Asker, Returned},
    i18n::{Lang, text_with},
    model::Model,
    query::{self, Viewer},
};

/// Who asks what a file that came back changes.
pub(super) struct Asking {
    pub model: Arc<Model>,
    pub viewer: Viewer,
    pub lang: Lang,
    pub reader: Reader,
}

/// What a file that came back changes.
pub(super) struct ComesBack {
    pub file: String,
    pub rows: u64,
    pub command: TakeChanges,
    pub problems: Vec<ReportedProblem>,
}

/// What became of a file that came back.
pub(super) struct CameBack {
    pub file: String,
    /// Rows it has.
    pub rows: u64,
    /// Records that were changed.
    pub changed: usize,
    /// Changes that were not taken over: the record, and why.
    pub kept: Vec<(String, String)>,
    /// Cells that cannot be taken.
    pub problems: Vec<ReportedProblem>,
}

impl Asking {
    /// Reads a table of a file that came back. Called on a thread of its own.
    ///
    /// # Errors
    /// When it cannot be read to its end.
    pub fn read(&self, path: &Path, draft: Draft) -> Result<Option<ComesBack>> {
        let asker =
            Asker { model: &self.model, past: &self.reader, viewer: &self.viewer, lang: self.lang };
        let found = exchange::returned(path, draft, &asker)?;
        Ok(found.map(|Returned { rows, command, problems }| ComesBack {
            file: super::importing::name_of(path),
            rows,
            command,
            problems,
        }))
    }
}

impl App {
    /// Takes over what files changed that came back.
    pub(super) fn take_back(&mut self, files: Vec<ComesBack>) {
        for ComesBack { file, rows, command, problems } in files {
            let came = CameBack { file, rows, changed: 0, kept: Vec::new(), problems };
            if command.rows.is_empty() {
                self.show_came_back(came, None);
                continue;
            }
            let request = Request::Run(Command::TakeChanges(command));
            let news = move |result| News::CameBack(Box::new((came, result)));
            self.desk.request(self.jobs.post(), request, news);
        }
    }

    /// What came back was taken over, or refused as a whole.
    pub(super) fn taken_back(&mut self, mut came: CameBack, result: Result<Outcome>) {
        self.ask_undo_and_redo();
        self.keep_up();
        match result {
            Ok(outcome) => {
                let changed =
                    outcome.records.iter().filter(|it| it.kind != crate::domain::Kind::Activity);
                came.changed = changed.count();
                let kept = outcome.refused.iter().map(|(record, err)| {
                    (query::label(&self.model, *record), err.text(self.look.lang))
                });
                came.kept = kept.collect();
                self.show_came_back(came, outcome.sequence);
            }
            Err(err) => self.complain(&err),
        }
    }

    fn show_came_back(&mut self, came: CameBack, sequence: Option<u64>) {
        let args = [
            ("file", came.file.as_str().into()),
            ("changed", came.changed.into()),
            ("kept", came.kept.len().into()),
        ];
        let words = text_with(self.look.lang, "toast-came-back", &args);
        self.shell.toasts.add(Toast::done(words.into_owned(), sequence));
        self.imports.finished(Finished::CameBack(came, sequence));
    }
}
