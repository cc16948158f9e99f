//! What a view gets: everything to read, and nothing to change.

use super::{Intent, Place, row_cache::RowCache, theme::Tokens};
use crate::{
    domain::{RecordId, Row, Timestamp},
    engine::Request,
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
    pub(super) rows: &'a RowCache,
    pub(super) intents: &'a mut Vec<Intent>,
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

    /// Asks for another place.
    pub fn go(&mut self, place: Place) {
        self.ask(Intent::Go(place));
    }

    /// Says that a whole record will soon be looked at.
    pub fn prefetch(&mut self, record: RecordId) {
        if self.rows.lacks(record, self.model.revision()) {
            match self.intents.last_mut() {
                Some(Intent::Fetch(records)) if records.contains(&record) => {}
                Some(Intent::Fetch(records)) => records.push(record),
                _ => self.intents.push(Intent::Fetch(vec![record])),
            }
        }
    }

    /// A whole record as the viewer may see it; none until it was read.
    pub fn row(&mut self, record: RecordId) -> Option<Row> {
        self.prefetch(record);
        let row = self.rows.get(record)?;
        Some(self.viewer.seen(self.model, record, row.clone()))
    }
}
