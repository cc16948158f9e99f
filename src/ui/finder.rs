//! Which records the palette offers, found beside the window while someone types.

use std::sync::Arc;

use super::news::News;
use crate::{
    domain::{Contact, Kind, Lead, Opportunity, Order, Position, RecordId, Value},
    error::{Error, Result},
    jobs::{Cancel, Jobs},
    model::Model,
    query::{self, Filter, Lookup, Turn, Viewer},
};

/// The kinds that are searched, in the order in which they are offered.
const KINDS: [Kind; 6] =
    [Kind::Lead, Kind::Account, Kind::Contact, Kind::Opportunity, Kind::Order, Kind::Campaign];

/// Records of a kind that are offered.
const MOST_OF_A_KIND: usize = 4;

/// A record that was found.
pub(super) struct Hit {
    /// Which one.
    pub record: RecordId,
    /// Its name.
    pub name: String,
    /// What tells it from others of that name: its company.
    pub detail: String,
}

/// What was found for a question.
pub(super) struct Found {
    question: String,
    hits: Result<Vec<Hit>>,
}

/// Looks for records by what someone types.
#[derive(Default)]
pub(super) struct Finder {
    /// What is typed.
    pub question: String,
    hits: Vec<Hit>,
    asked: Option<(String, Cancel)>,
    /// What answers, for each of the kinds: as in the box of a list, what was found for a word is looked through
    /// when the word goes on.
    lookups: Arc<[Lookup; KINDS.len()]>,
}

impl Finder {
    /// What was found last; it stays until the next is found.
    pub fn hits(&self) -> &[Hit] {
        if self.question.trim().is_empty() { &[] } else { &self.hits }
    }

    /// Sees to it that the newest question is being answered.
    pub fn keep_up(&mut self, model: &Arc<Model>, viewer: Viewer, jobs: &Jobs<News>) {
        let question = self.question.trim();
        if question.is_empty() || self.asked.as_ref().is_some_and(|(asked, _)| asked == question) {
            return;
        }
        if let Some((_, cancel)) = self.asked.take() {
            cancel.cancel();
        }
        let (model, asked) = (Arc::clone(model), question.to_owned());
        let (lookups, turns) =
            (Arc::clone(&self.lookups), self.lookups.each_ref().map(Lookup::turn));
        let cancel = jobs.start("find", move |cancel| {
            let hits = find((&model, &viewer), &asked, (lookups.as_ref(), &turns), cancel);
            News::Hits(Found { question: asked, hits })
        });
        self.asked = Some((question.to_owned(), cancel));
    }

    /// Takes what was found, unless nobody asks for it any more.
    ///
    /// # Errors
    /// What went wrong in finding it.
    pub fn take(&mut self, found: Found) -> Result<()> {
        if self.asked.as_ref().is_some_and(|(asked, _)| *asked == found.question) {
            self.hits = found.hits?;
        }
        Ok(())
    }

    /// Forgets what was typed and found.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

/// The records that hold every word, as far as the viewer may see them.
fn find(
    (model, viewer): (&Model, &Viewer),
    words: &str,
    (lookups, turns): (&[Lookup], &[Turn]),
    cancel: &Cancel,
) -> Result<Vec<Hit>> {
    let read = |_: RecordId| Err(Error::usage("filter-needs-disk"));
    let filter: Vec<String> = words.split_whitespace().map(query::quoted).collect();
    let filter = filter.join(" ");
    let mut hits = Vec::new();
    for ((kind, lookup), turn) in KINDS.into_iter().zip(lookups).zip(turns) {
        if cancel.is_cancelled() {
            break;
        }
        let (filter, _) = Filter::parse(kind, &filter, model, viewer)?;
        let Some(rows) = lookup.rows(turn, &filter, (model, viewer), &read)? else { break };
        let found = first(model, kind, rows.iter());
        hits.extend(found.into_iter().map(|record| Hit {
            record,
            name: query::label(model, record),
            detail: detail(model, record),
        }));
    }
    Ok(hits)
}

/// The first records of some rows.
fn first(model: &Model, kind: Kind, rows: impl Iterator<Item = usize>) -> Vec<RecordId> {
    let rows = rows.take(MOST_OF_A_KIND);
    match model.columns(kind) {
        Some(columns) => rows.filter_map(|row| columns.id(row)).collect(),
        None => {
            let small = model.small_rows(kind);
            rows.filter_map(|row| small.get(row).map(|(record, _)| *record)).collect()
        }
    }
}

fn detail(model: &Model, record: RecordId) -> String {
    let Some(columns) = model.columns(record.kind) else { return String::new() };
    let Some(row) = columns.find(record.uuid) else { return String::new() };
    let account = |tag| columns.link(tag, row).map(|account| query::label(model, account));
    match record.kind {
        Kind::Lead if columns.text(Lead::name, row).is_empty() => String::new(),
        Kind::Lead => columns.text(Lead::company, row).to_owned(),
        Kind::Contact => {
            let first = match columns.value(Contact::accounts, row) {
                Value::List(positions) => positions.into_iter().next(),
                _ => None,
            };
            let Some(Value::Part(position)) = first else { return String::new() };
            let account = position.get(Position::account).as_link();
            account.map_or_else(String::new, |account| query::label(model, account))
        }
        Kind::Opportunity => account(Opportunity::account).unwrap_or_default(),
        Kind::Order => account(Order::account).unwrap_or_default(),
        _ => String::new(),
    }
}
