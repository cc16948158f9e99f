//! Looking at records: lists, one record.

use serde_json::Value as Json;

use super::{Output, Session, output::table, parameters::ListArgs};
use crate::{
    error::Result,
    exchange::{Table, shown_value},
    i18n,
    query::{self, ListQuestion},
};

/// Lists records.
pub fn list(session: &mut Session, args: &ListArgs) -> Result<Output> {
    let kind = Session::kind(&args.kind)?;
    let question = ListQuestion {
        kind,
        filter: args.filter.clone().unwrap_or_default(),
        sort: args.sort.clone(),
        limit: args.limit,
    };
    let found = session.found(&question)?;
    let viewer = session.viewer();
    let looking = (session.model(), &viewer, session.lang);
    let columns = Table::listed(looking, kind, &args.columns)?;
    let mut documents = Vec::with_capacity(found.ids.len());
    let mut rows = Vec::new();
    for record in &found.ids {
        let row = session.seen(*record)?;
        if session.is_json {
            documents.push(columns.document(*record, &row));
        } else {
            let cells = columns.cells(*record, &row).into_iter();
            rows.push(std::iter::once(record.uuid.to_string()).chain(cells).collect());
        }
    }
    let mut headers = vec!["id".to_owned()];
    headers.extend(columns.labels());
    let mut text = table(&headers, &rows);
    let counts = [("shown", found.ids.len().into()), ("total", found.total.into())];
    text.push_str(&i18n::text_with(session.lang, "cli-list-count", &counts));
    let notes = found.notes.iter().map(|note| note.text(session.lang)).collect();
    Ok(Output::both(Json::Array(documents), text).with_notes(notes))
}

/// Shows one record.
pub fn show(session: &Session, kind: &str, id: &str) -> Result<Output> {
    let kind = Session::kind(kind)?;
    let record = session.record(kind, id)?;
    let row = session.seen(record)?;
    let looking = (session.model(), &session.viewer(), session.lang);
    let document = Table::all(looking, kind, &[])?.document(record, &row);
    let mut text = String::new();
    for field in session.model().fields(kind).filter(|field| !row.get(field.tag).is_empty()) {
        let shown = shown_value(session.model(), session.lang, &field.shape, row.get(field.tag));
        let label = query::field_label(session.model(), kind, field.name, session.lang);
        text.push_str(&format!("{label}: {shown}\n"));
    }
    Ok(Output::both(document, text))
}
