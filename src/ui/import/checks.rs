//! Tables are checked beside the window: what becomes of every row, after the tables that are imported before.

use std::sync::Arc;

use super::{
    session::{Asked, Outcome, StagedTable},
    work::{Around, StagingNews},
};
use crate::{
    domain::{RecordId, Row, Timestamp},
    engine::Reader,
    error::{Error, Result},
    exchange::{self, StageOptions, Stager, Templates, Understood, Watch},
    model::Model,
    ui::news::News,
};

impl StagedTable {
    /// Begins to check it; a check that is on its way is stopped.
    pub(super) fn check(
        &mut self,
        around: &Around<'_>,
        mut options: StageOptions,
        (asked, earlier): (Asked, Vec<Understood>),
    ) {
        if let Some(watch) = self.checking.take() {
            watch.stop();
        }
        self.asked = Some(asked);
        let watch = Watch::default();
        self.checking = Some(watch.clone());
        self.imported_before = imported_before(around.model, &self.held.hash);
        let (number, revision) = (self.number, self.revision);
        let (held, model) = (Arc::clone(&self.held), Arc::clone(around.model));
        let (reader, now) = (around.writer.reader(), around.viewer.now);
        around.jobs.start("check", move |_| {
            let work = || {
                let model = knowing(model, &reader)?;
                options.templates = Templates::of(&model);
                let stager = Stager::new(exchange::understood(&held, &options)?, &options);
                let stager = Arc::new(stager);
                let read = |records: &[RecordId]| rows(&reader, records);
                let on = (model.as_ref(), options.import.on_match, now);
                let own = Understood { held: Arc::clone(&held), stager: Arc::clone(&stager) };
                let tables = [earlier.as_slice(), &[own]].concat();
                let checked = exchange::check(&tables, on, &read, &watch)?;
                Ok(Outcome { stager, earlier, checked: Arc::new(checked) })
            };
            News::OfStaging(StagingNews::Checked(number, revision, work()))
        });
    }
}

/// The model with the keys of everyone: after an opening that had to read every record it lacks them.
fn knowing(model: Arc<Model>, reader: &Reader) -> Result<Arc<Model>> {
    if model.knows_everyone() {
        return Ok(model);
    }
    reader.knowing_everyone()
}

fn rows(reader: &Reader, records: &[RecordId]) -> Result<Vec<(RecordId, Row)>> {
    reader.rows(records.to_vec()).ok_or_else(|| Error::other("writer-gone"))?
}

/// When a content was imported, if that stands.
fn imported_before(model: &Model, hash: &str) -> Option<String> {
    let mut batches = model.import_batches.iter().rev();
    let (_, batch) = batches.find(|(_, batch)| !hash.is_empty() && batch.file_hash == hash)?;
    batch.imported_at.map(Timestamp::iso)
}
