//! What a view gets: everything to read, and nothing to change.

use std::{path::Path, sync::Arc};

use serde_json::Value as Json;

use super::{
    Intent, Place,
    look::Look,
    questions::{Answer, Answers, Looked, Names, Previewed, Question},
    row_cache::RowCache,
    theme::Tokens,
};
use crate::{
    domain::{RecordId, Row, Timestamp},
    engine::{Command, Request, Set},
    i18n::Lang,
    model::Model,
    query::Viewer,
};

/// What a view gets.
pub struct Cx<'a> {
    /// The newest snapshot.
    pub model: &'a Model,
    /// Who is looking, and when.
    pub viewer: &'a Viewer,
    /// The language.
    pub lang: Lang,
    /// The colours.
    pub tokens: &'static Tokens,
    /// Where one is.
    pub here: Place,
    /// The folder of the workspace.
    pub folder: &'a Path,
    /// How one wants it.
    pub(super) look: &'a Look,
    /// Whether everyone is being searched for duplicates.
    pub(super) is_scanning: bool,
    pub(super) rows: &'a RowCache,
    pub(super) answers: &'a Answers,
    pub(super) intents: &'a mut Vec<Intent>,
}

impl<'a> Cx<'a> {
    /// Two whole records as they are, to be compared and not to be shown; none until both were read.
    pub(super) fn whole_pair(&mut self, a: RecordId, b: RecordId) -> Option<(&'a Row, &'a Row)> {
        self.prefetch(a);
        self.prefetch(b);
        Some((self.rows.get(a)?, self.rows.get(b)?))
    }
}

impl Cx<'_> {
    /// The moment for which things are shown.
    pub fn now(&self) -> Timestamp {
        self.viewer.now
    }

    /// Asks for something.
    pub fn ask(&mut self, intent: Intent) {
        self.intents.push(intent);
    }

    /// Asks for a change of the data.
    pub fn run(&mut self, request: Request) {
        self.ask(Intent::Run(request));
    }

    /// Asks for another value of a field of a record.
    pub fn set(&mut self, record: RecordId, field: &str, value: impl Into<Json>) {
        self.set_many(record, [(field.to_owned(), value.into())].into_iter().collect());
    }

    /// Changes several fields of a record in one step.
    pub fn set_many(&mut self, record: RecordId, values: serde_json::Map<String, Json>) {
        let set = Set { kind: record.kind, ids: vec![record.uuid], values };
        self.run(Request::Run(set.into()));
    }

    /// Asks for another place.
    pub fn go(&mut self, place: Place) {
        self.ask(Intent::Go(place));
    }

    /// Says that a whole record will soon be looked at.
    pub fn prefetch(&mut self, record: RecordId) {
        if self.model.is_whole() && self.rows.lacks(record, self.model.revision()) {
            match self.intents.last_mut() {
                Some(Intent::Fetch(records)) if records.contains(&record) => {}
                Some(Intent::Fetch(records)) => records.push(record),
                _ => self.intents.push(Intent::Fetch(vec![record])),
            }
        }
    }

    /// The last answer to a question; it is asked again if the model has moved since.
    pub(super) fn answer(&mut self, question: Question) -> Option<Arc<Answer>> {
        let answer = self.answers.get(&question);
        if self.model.is_whole() && self.answers.lacks(&question, self.model.revision()) {
            self.intents.push(Intent::Question(question));
        }
        answer
    }

    /// What a command would change if it were asked for now; none until that was tried.
    pub(super) fn preview(&mut self, command: &Command) -> Option<Arc<Previewed>> {
        let written = format!("{command:?}");
        if self.model.is_whole() && self.answers.lacks_preview(&written, self.model.revision()) {
            self.intents.push(Intent::Preview(written.clone(), Box::new(command.clone())));
        }
        self.answers.preview(&written)
    }

    /// What is known of a record.
    pub(super) fn dossier(&self, record: RecordId) -> Option<Arc<Looked>> {
        self.answers.dossier(record)
    }

    /// Whether what is known of a record is older than the model, or not about these actions.
    pub(super) fn lacks_dossier(&self, record: RecordId, names: &Names) -> bool {
        self.answers.lacks_dossier(record, self.model.revision(), names)
    }

    /// A whole record as the viewer may see it; none until it was read.
    pub fn row(&mut self, record: RecordId) -> Option<Row> {
        self.prefetch(record);
        let row = self.rows.get(record)?;
        Some(self.viewer.seen(self.model, record, row.clone()))
    }
}
