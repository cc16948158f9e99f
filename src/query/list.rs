//! A list: what is asked for, and the records that answer it.

use super::{Filter, Note, Read, Sort, Viewer};
use crate::{
    domain::{Kind, RecordId},
    error::Result,
    model::Model,
};

/// What a list should hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ListQuestion {
    /// What sort of records.
    pub kind: Kind,
    /// Which of them; empty for all.
    pub filter: String,
    /// By which field, with a minus for the largest first; the oldest record first if there is none.
    pub sort: Option<String>,
    /// How many at most.
    pub limit: Option<usize>,
}

impl ListQuestion {
    /// All records of a kind.
    pub fn all(kind: Kind) -> Self {
        Self { kind, filter: String::new(), sort: None, limit: None }
    }
}

/// The records that answer a question.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The records, in order, up to the limit.
    pub ids: Vec<RecordId>,
    /// How many there are without the limit.
    pub total: usize,
    /// What should be said of the filter.
    pub notes: Vec<Note>,
}

/// The rows that answer a question: four bytes each, so that a table of a million shows a page of records
/// and holds no more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The rows, in order, up to the limit: of the columns of a kind that grows, places in
    /// [`Model::small_rows`] of a kind that stays small.
    pub rows: Vec<u32>,
    /// How many there are without the limit.
    pub total: usize,
    /// What should be said of the filter.
    pub notes: Vec<Note>,
}

impl Rows {
    /// The records from a position on, so many at most.
    pub fn page(&self, model: &Model, kind: Kind, (from, count): (usize, usize)) -> Vec<RecordId> {
        let rows = self.rows.get(from..).unwrap_or_default();
        record_ids(model, kind, rows.get(..count).unwrap_or(rows))
    }
}

/// The records that answer a question, as far as the viewer may see.
///
/// # Errors
/// As [`rows`].
pub fn list(
    model: &Model,
    viewer: &Viewer,
    question: &ListQuestion,
    read: &Read<'_>,
) -> Result<List> {
    let Rows { rows, total, notes } = rows(model, viewer, question, read)?;
    Ok(List { ids: record_ids(model, question.kind, &rows), total, notes })
}

/// The rows that answer a question, as far as the viewer may see.
///
/// # Errors
/// As [`Filter::parse`], [`Filter::rows`], [`Sort::parse`] and [`Sort::order`].
pub fn rows(
    model: &Model,
    viewer: &Viewer,
    question: &ListQuestion,
    read: &Read<'_>,
) -> Result<Rows> {
    let ListQuestion { kind, filter, sort, limit } = question;
    let (filter, notes) = Filter::parse(*kind, filter, model, viewer)?;
    let sort = sort.as_deref().filter(|sort| !sort.trim().is_empty());
    let sort = sort.map(|sort| Sort::parse(*kind, sort, model, viewer)).transpose()?;
    let found = filter.row_set(model, viewer, read)?;
    let rows = match sort {
        Some(sort) => sort.order(model, &found, *limit, read)?,
        None => found.iter().take(limit.unwrap_or(usize::MAX)).map(|row| row as u32).collect(),
    };
    Ok(Rows { rows, total: found.count(), notes })
}

/// The records of rows, in the same order.
pub fn record_ids(model: &Model, kind: Kind, rows: &[u32]) -> Vec<RecordId> {
    match model.columns(kind) {
        Some(columns) => rows.iter().filter_map(|row| columns.id(*row as usize)).collect(),
        None => {
            let small = model.small_rows(kind);
            rows.iter()
                .filter_map(|row| small.get(*row as usize))
                .map(|(record, _)| *record)
                .collect()
        }
    }
}
