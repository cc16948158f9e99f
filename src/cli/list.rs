//! Looking at records: lists, one record, its history.

use serde_json::{Value as Json, json};

use super::{Output, Session, output::table, parameters::ListArgs};
use crate::{
    domain::{CustomField, DELETED_AT, FieldInfo, Fields as _, Kind, Shape, value_to_json},
    error::{Error, Result},
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

/// Shows what was changed in a record.
pub fn history(session: &Session, kind: &str, id: &str) -> Result<Output> {
    let kind = Session::kind(kind)?;
    let record = session.record(kind, id)?;
    let store = session.crm.store();
    let stored = store
        .read(record)?
        .ok_or_else(|| Error::refused("no-such-record").with("kind", kind.name()).with("id", id))?;
    let hidden = |tag| session.viewer().hides(session.model(), record, tag);
    let known = fields_that_were(session, kind)?;
    let mut entries = Vec::new();
    let mut text = String::new();
    let mut timeline = store.timeline(record)?;
    timeline.insert(0, (stored.created_in, Vec::new()));
    for (sequence, changes) in timeline {
        let Some(header) = store.header(sequence)? else { continue };
        let actor = header.actor.map(|user| query::label(session.model(), user.record()));
        let mut fields = Vec::new();
        text.push_str(&format!(
            "{}  {}  {}\n",
            header.clock.wall.iso(),
            i18n::text(session.lang, &format!("command-{}", header.command)),
            actor.clone().unwrap_or_default(),
        ));
        for change in changes.iter().filter(|change| !hidden(change.tag)) {
            let field = known.iter().find(|field| field.tag == change.tag);
            let name = match field {
                Some(field) => field.name.to_owned(),
                None if change.tag == DELETED_AT => "deleted_at".to_owned(),
                None => format!("tag-{}", change.tag),
            };
            let shape = field.map_or(Shape::At, |field| field.shape);
            fields.push(json!({
                "field": name,
                "before": value_to_json(&shape, &change.before),
                "after": value_to_json(&shape, &change.after),
            }));
            let [before, after] = [&change.before, &change.after]
                .map(|value| shown_value(session.model(), session.lang, &shape, value));
            let label = query::field_label(session.model(), kind, &name, session.lang);
            text.push_str(&format!("    {label}: {before} → {after}\n"));
        }
        entries.push(json!({
            "sequence": sequence,
            "at": header.clock.wall.iso(),
            "by": actor,
            "device": header.device.to_string(),
            "command": header.command,
            "why": header.note,
            "changes": fields,
        }));
    }
    Ok(Output::both(Json::Array(entries), text))
}

/// The fields of a kind, those that were retired among them: the history names what it tells of.
fn fields_that_were(session: &Session, kind: Kind) -> Result<Vec<&'static FieldInfo>> {
    let mut fields: Vec<&FieldInfo> = kind.fields().iter().collect();
    for (_, stored) in session.crm.store().all(Kind::CustomField)? {
        let field = CustomField::from_row(stored.row);
        fields.extend(field.info().filter(|_| field.kind() == Some(kind)));
    }
    Ok(fields)
}
