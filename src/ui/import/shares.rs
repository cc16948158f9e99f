//! To whom the rules would give the new leads of the files at hand: all tables after one another, as they are
//! imported, so that nobody gets more than they may have.

use std::sync::Arc;

use super::{
    session::{Batch, Outcome, StagedTable, Staging, To},
    work::{Around, StagingNews},
};
use crate::{
    engine::Assigned,
    error::Result,
    exchange::{self, Understood},
    i18n::Lang,
    ui::{Cx, news::News},
};

/// What is known of who would get how many.
#[derive(Default)]
pub(super) struct Shares {
    /// For what it was asked last.
    asked: Option<SharesAsked>,
    found: Option<Result<Vec<Assigned>>>,
}

/// For which tables, as they are, of which revision of the workspace, and what was said of the batch.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct SharesAsked {
    tables: Vec<(u64, u64)>,
    revision: u64,
    batch: Batch,
}

impl Staging {
    /// Sees to it that it is known who would get how many, once every table is checked.
    pub(super) fn share(&mut self, around: &Around<'_>) {
        if !matches!(self.batch.to, To::Rules(_)) {
            self.shares = Shares::default();
            return;
        }
        if !self.is_ready() {
            return;
        }
        let asked = SharesAsked {
            tables: self.taken().map(|table| (table.number, table.revision)).collect(),
            revision: around.model.revision(),
            batch: Batch { picking: None, ..self.batch.clone() },
        };
        if self.shares.asked.as_ref() == Some(&asked) {
            return;
        }
        self.shares.asked = Some(asked.clone());
        let whole = |table: &StagedTable| {
            let Outcome { stager, checked, .. } = table.checked.clone()?;
            Some((Understood { held: Arc::clone(&table.held), stager }, checked))
        };
        let tables: Vec<_> = self.taken().filter_map(whole).collect();
        let (model, now) = (Arc::clone(around.model), around.viewer.now);
        let import = self.batch.options(Lang::En);
        around.jobs.start("shares", move |_| {
            let found = exchange::shares(&tables, (&model, &import, now));
            News::OfStaging(StagingNews::Shared(Box::new(asked), found))
        });
    }

    /// Takes who would get how many, unless something else was asked since.
    pub(super) fn take_shares(&mut self, asked: &SharesAsked, found: Result<Vec<Assigned>>) {
        if self.shares.asked.as_ref() == Some(asked) {
            self.shares.found = Some(found);
        }
    }

    /// The same for a person: `Ann: 12 leads · Sales pool: 3 leads`, or why the rules cannot say; none unless
    /// they are asked.
    pub(super) fn shares_words(&self, cx: &Cx<'_>) -> Option<Result<String, String>> {
        match self.shares.found.as_ref()? {
            Ok(all) if all.is_empty() => None,
            Ok(all) => {
                let words: Vec<String> = all.iter().map(|it| it.words(cx.lang)).collect();
                Some(Ok(words.join(" · ")))
            }
            Err(err) => Some(Err(err.text(cx.lang))),
        }
    }
}
