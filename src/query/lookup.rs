//! Answers the questions of someone who types: each keystroke is a new one.
//!
//! A newer question stops the older ones. What was found lately is kept, so that a question that only
//! narrows an earlier one (王, 王小) looks at the rows of that one, and one that was answered (a letter taken
//! back) is not looked for at all.

use std::sync::{Mutex, PoisonError};

use super::{Filter, Read, Viewer, plan::Plan, row_set::RowSet, scan::Scan, turn::Turn};
use crate::{domain::Kind, error::Result, model::Model};

/// How many answers are kept. One of a million rows takes 125 KB.
const KEPT: usize = 12;

/// Answers one question after another. It is shared with the jobs that work the answers out.
#[derive(Debug, Default)]
pub struct Lookup {
    newest: Mutex<Turn>,
    answers: Mutex<Vec<Answer>>,
}

/// What was found, and for whom in which model.
#[derive(Debug)]
struct Answer {
    revision: u64,
    viewer: Viewer,
    kind: Kind,
    plan: Plan,
    rows: RowSet,
}

impl Lookup {
    /// The turn of a new question; those of all earlier ones are over.
    pub fn turn(&self) -> Turn {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        *newest = newest.next();
        newest.clone()
    }

    /// The rows that pass a filter; none if the turn was over before they were found.
    ///
    /// # Errors
    /// As [`Filter::row_set`].
    pub fn rows(
        &self,
        turn: &Turn,
        filter: &Filter,
        (model, viewer): (&Model, &Viewer),
        read: &Read<'_>,
    ) -> Result<Option<RowSet>> {
        // What is refused hangs on all rows, hidden ones too.
        let is_kept = filter.plan().masked_field().is_none();
        let Some(columns) = model.columns(filter.kind()).filter(|_| is_kept) else {
            return filter.row_set(model, viewer, read).map(Some);
        };
        let wider = self.widened(filter, model, viewer);
        if let Some((rows, true)) = wider {
            return Ok(Some(rows));
        }
        let among = wider.map_or_else(|| RowSet::live(columns), |(rows, _)| rows);
        let mut scan = Scan::new(model, columns, viewer, read);
        scan.turn = turn.clone();
        let rows = filter.rows_of(scan, &among)?;
        if turn.is_over() {
            return Ok(None);
        }
        self.keep(filter, model, viewer, &rows);
        Ok(Some(rows))
    }

    /// The fewest rows known to contain all that pass, and whether they are just those.
    fn widened(&self, filter: &Filter, model: &Model, viewer: &Viewer) -> Option<(RowSet, bool)> {
        let answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let fits = |it: &&Answer| {
            it.revision == model.revision()
                && it.kind == filter.kind()
                && it.viewer.sees_like(viewer)
                && (it.viewer.now == viewer.now || !it.plan.hangs_on_time())
        };
        let fitting = answers.iter().filter(fits);
        if let Some(same) = fitting.clone().find(|it| it.plan == *filter.plan()) {
            return Some((same.rows.clone(), true));
        }
        let wider = fitting.filter(|it| filter.plan().narrows(&it.plan));
        wider.min_by_key(|it| it.rows.count()).map(|it| (it.rows.clone(), false))
    }

    fn keep(&self, filter: &Filter, model: &Model, viewer: &Viewer, rows: &RowSet) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.retain(|it| it.revision == model.revision());
        if answers.len() >= KEPT {
            answers.remove(0);
        }
        answers.push(Answer {
            revision: model.revision(),
            viewer: *viewer,
            kind: filter.kind(),
            plan: filter.plan().clone(),
            rows: rows.clone(),
        });
    }
}
