//! Which record is meant: by id, by the start of an id, or by name.

use uuid::Uuid;

use super::{
    Viewer,
    names::{label, named},
};
use crate::{
    domain::{Kind, RecordId, fold::fold},
    error::{Error, Result},
    model::Model,
};

/// How many digits of an id are enough, if they are those of one record only.
const ENOUGH_DIGITS: usize = 6;

/// How many records an error lists.
const LISTED: usize = 5;

/// What a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// This record.
    Record(RecordId),
    /// No record that is there.
    Unknown,
}

impl Resolved {
    /// The record, if there is one.
    pub fn record(self) -> Option<RecordId> {
        match self {
            Self::Record(record) => Some(record),
            Self::Unknown => None,
        }
    }

    /// The record; an error that says what was looked for if there is none.
    ///
    /// # Errors
    /// Refused, `no-such-record`.
    pub fn required(self, kind: Kind, text: &str) -> Result<RecordId> {
        let error = || {
            Error::usage("no-such-record")
                .with("kind", format!("@kind-{}", kind.name()))
                .with("id", text.trim())
        };
        self.record().ok_or_else(error)
    }
}

/// The record of a kind that a text stands for: its id, its name (case, width and script do not matter;
/// of a user also the login, or `me`), or the first six or more digits of its id.
///
/// # Errors
/// Usage, `ambiguous-name`, when several records are meant; it lists up to five.
pub fn resolve(model: &Model, viewer: &Viewer, kind: Kind, text: &str) -> Result<Resolved> {
    let text = text.trim();
    let exact = exact(model, Some(*viewer), kind, text);
    let found = if exact.is_empty() { by_prefix(model, kind, text) } else { exact };
    match *found.as_slice() {
        [] => Ok(Resolved::Unknown),
        [only] => Ok(Resolved::Record(only)),
        _ => Err(ambiguous(model, text, &found)),
    }
}

/// The records a text names exactly: by id, by name, or, for a viewer, `me`.
pub(super) fn exact(
    model: &Model,
    viewer: Option<Viewer>,
    kind: Kind,
    text: &str,
) -> Vec<RecordId> {
    let by_id = |uuid: Uuid| Some(RecordId { kind, uuid }).filter(|record| model.has(*record));
    if let Some(record) = text.parse().ok().and_then(by_id) {
        return vec![record];
    }
    if let Some(viewer) = viewer
        && kind == Kind::User
        && text.eq_ignore_ascii_case("me")
    {
        return viewer.user.iter().map(|user| user.record()).collect();
    }
    named(model, kind, &fold(text))
}

fn by_prefix(model: &Model, kind: Kind, text: &str) -> Vec<RecordId> {
    let digits = text.to_lowercase().replace('-', "");
    let is_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
    if !is_hex || !(ENOUGH_DIGITS..=32).contains(&digits.len()) {
        return Vec::new();
    }
    let low = format!("{digits:0<32}").parse().map_or(Uuid::max(), |low: Uuid| low);
    let high = format!("{digits:f<32}").parse().map_or(Uuid::nil(), |high: Uuid| high);
    let is_it = |record: &RecordId| (low..=high).contains(&record.uuid);
    match model.columns(kind) {
        Some(columns) => columns
            .rows()
            .filter_map(|row| columns.id(row))
            .filter(is_it)
            .take(LISTED + 1)
            .collect(),
        None => {
            model.small_rows(kind).into_iter().map(|(record, _)| record).filter(is_it).collect()
        }
    }
}

fn ambiguous(model: &Model, text: &str, found: &[RecordId]) -> Error {
    let listed = found.iter().take(LISTED);
    let listed: Vec<_> =
        listed.map(|record| format!("{record} ({})", label(model, *record))).collect();
    let more = if found.len() > LISTED { ", …" } else { "" };
    Error::usage("ambiguous-name").with("name", text).with("records", listed.join(", ") + more)
}
