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

/// The records that answer a question, as far as the viewer may see.
///
/// # Errors
/// As [`Filter::parse`], [`Filter::rows`], [`Sort::parse`] and [`Sort::order`].
pub fn list(
    model: &Model,
    viewer: &Viewer,
    question: &ListQuestion,
    read: &Read<'_>,
) -> Result<List> {
    let ListQuestion { kind, filter, sort, limit } = question;
    let (filter, notes) = Filter::parse(*kind, filter, model, viewer)?;
    let sort = sort.as_deref().filter(|sort| !sort.trim().is_empty());
    let sort = sort.map(|sort| Sort::parse(*kind, sort, model, viewer)).transpose()?;
    let found = filter.row_set(model, viewer, read)?;
    let rows = match sort {
        Some(sort) => sort.order(model, &found, *limit, read)?,
        None => found.iter().take(limit.unwrap_or(usize::MAX)).map(|row| row as u32).collect(),
    };
    Ok(List { ids: record_ids(model, *kind, &rows), total: found.count(), notes })
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
