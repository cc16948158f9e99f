//! What the rail counts: worked out beside the window when the model has changed.

use std::sync::Arc;

use super::{App, news::News, questions};
use crate::{
    domain::{Id, Kind, RecordId, User},
    error::{Error, Result},
    jobs::Jobs,
    model::Model,
    query::{Filter, Viewer, review},
};

/// Leads that nobody owns and that may be worked on.
const POOL: &str = "owner:none stage:unsorted,usable,mql,sql";

/// How many wait at some places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Leads that nobody owns.
    pub pool: usize,
    /// Leads that are ready to be converted.
    pub ready: usize,
    /// Pairs of which a person has to decide.
    pub pairs: usize,
}

/// What was counted last, and of what.
#[derive(Default)]
pub(super) struct RailCounts {
    found: Counts,
    asked: Option<(u64, Option<Id<User>>)>,
    is_going: bool,
}

impl RailCounts {
    /// What was counted last.
    pub fn found(&self) -> &Counts {
        &self.found
    }

    /// Has it counted again if the model has changed; one count at a time.
    pub fn keep_up(&mut self, (model, viewer): (&Arc<Model>, Viewer), jobs: &Jobs<News>) {
        let asked = Some((model.revision(), viewer.user));
        if self.is_going || self.asked == asked {
            return;
        }
        (self.asked, self.is_going) = (asked, true);
        let model = Arc::clone(model);
        jobs.start("rail", move |_| News::Counted(Box::new(count(&model, &viewer))));
    }

    /// Takes what was counted; what cannot be counted stays as it was.
    pub fn take(&mut self, counted: Result<Counts>) {
        self.is_going = false;
        if let Ok(found) = counted {
            self.found = found;
        }
    }
}

impl App {
    /// Sees to it that the rail counts what there is. While much changes, that would only be in its way.
    pub(super) fn keep_counts_up(&mut self) {
        let is_busy = !self.imports.is_idle() || self.tasks.long().is_some();
        if self.desk.opened().is_some() && !is_busy {
            let viewer = self.viewer();
            self.counts.keep_up((&self.model, viewer), &self.jobs);
        }
    }
}

fn count(model: &Model, viewer: &Viewer) -> Result<Counts> {
    let read = |_: RecordId| Err(Error::usage("filter-needs-disk"));
    let (filter, _) = Filter::parse(Kind::Lead, POOL, model, viewer)?;
    Ok(Counts {
        pool: filter.row_set(model, viewer, &read)?.count(),
        ready: questions::ready_rows(model).count(),
        pairs: review::waiting(model).len(),
    })
}
