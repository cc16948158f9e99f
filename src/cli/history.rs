//! What was done: in the workspace, command by command; in one record, field by field.

use serde_json::{Value as Json, json};

use super::{Output, Session, output::table};
use crate::{
    domain::{CustomField, DELETED_AT, FieldInfo, Fields as _, Kind, Shape, value_to_json},
    engine::{self, ExportNote},
    error::{Error, Result},
    exchange::shown_value,
    i18n, query,
};

/// What is shown: a record's history, or what was done in the workspace, at most so many of the newest.
pub fn history(
    session: &Session,
    record: Option<(&str, &str)>,
    most: Option<usize>,
) -> Result<Output> {
    match record {
        Some((kind, id)) => of_record(session, kind, id),
        None => of_workspace(session, most.unwrap_or(usize::MAX)),
    }
}

/// Shows the newest commands of the workspace, the newest first: exports stand here, too.
fn of_workspace(session: &Session, most: usize) -> Result<Output> {
    let lang = session.lang;
    let (mut entries, mut rows) = (Vec::new(), Vec::new());
    for header in engine::history(session.crm.store(), &session.viewer(), most)? {
        let actor = header.actor.map(|user| query::label(session.model(), user.record()));
        let export = ExportNote::of(&header);
        let why = export.as_ref().map_or_else(|| header.note.clone(), |export| export.words(lang));
        let at = header.clock.wall.iso();
        rows.push(vec![
            at.clone(),
            i18n::text(lang, &format!("command-{}", header.command)).into_owned(),
            actor.clone().unwrap_or_default(),
            header.records.to_string(),
            why,
        ]);
        let mut entry = json!({
            "sequence": header.sequence,
            "at": at,
            "by": actor,
            "device": header.device.to_string(),
            "command": header.command,
            "records": header.records,
            "why": if export.is_some() { "" } else { &header.note },
        });
        if let (Some(export), Some(entry)) = (export, entry.as_object_mut()) {
            entry.insert("export".to_owned(), json!(export));
        }
        entries.push(entry);
    }
    let headers = ["at", "command", "by", "records", "why"];
    let headers = headers.map(|key| i18n::text(lang, &format!("history-{key}")).into_owned());
    Ok(Output::both(Json::Array(entries), table(&headers, &rows)))
}

/// Shows what was changed in a record.
fn of_record(session: &Session, kind: &str, id: &str) -> Result<Output> {
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
        let command = i18n::text(session.lang, &format!("command-{}", header.command));
        let by = actor.clone().unwrap_or_default();
        text.push_str(&format!("{}  {command}  {by}\n", header.clock.wall.iso()));
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
