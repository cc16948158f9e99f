//! Looking at records: lists, one record, its history, and pairs that may be the same.

use serde_json::{Map, Value as Json, json};

use super::{Output, Session, output::table, parameters::ListArgs};
use crate::{
    domain::{
        DELETED_AT, FieldInfo, Kind, RecordId, Row, Shape, Value, row_to_json, score::grade_name,
        value_to_json,
    },
    error::{Error, Result},
    i18n::{self, Lang},
    query::{self, ListQuestion},
};

/// Lists records.
pub fn list(session: &Session, args: &ListArgs) -> Result<Output> {
    let kind = Session::kind(&args.kind)?;
    let question = ListQuestion {
        kind,
        filter: args.filter.clone().unwrap_or_default(),
        sort: args.sort.clone(),
        limit: args.limit,
    };
    let found = session.found(&question)?;
    let columns = columns(kind, &args.columns)?;
    let mut documents = Vec::with_capacity(found.ids.len());
    let mut rows = Vec::new();
    for record in &found.ids {
        let row = session.seen(*record)?;
        if session.is_json {
            documents.push(document(session, *record, &row, &args.columns, &columns));
        } else {
            let cells = columns.iter().map(|column| cell(session, *record, &row, column));
            rows.push(std::iter::once(record.uuid.to_string()).chain(cells).collect());
        }
    }
    let mut headers = vec!["id".to_owned()];
    headers.extend(columns.iter().map(|column| column.label(kind, session.lang)));
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
    let document = document(session, record, &row, &[], &[]);
    let mut text = String::new();
    for field in kind.fields().iter().filter(|field| !row.get(field.tag).is_empty()) {
        let shown = shown(session, field, row.get(field.tag));
        text.push_str(&format!("{}: {shown}\n", field_label(kind, field.name, session.lang)));
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
            let field = kind.fields().iter().find(|field| field.tag == change.tag);
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
            let (before, after) = match field {
                Some(field) => {
                    (shown(session, field, &change.before), shown(session, field, &change.after))
                }
                None => (String::new(), String::new()),
            };
            text.push_str(&format!(
                "    {}: {before} → {after}\n",
                field_label(kind, &name, session.lang)
            ));
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

/// Lists pairs that may be the same.
pub fn duplicates(session: &Session, kind: Option<&str>, min: u8) -> Result<Output> {
    let kinds = match kind {
        Some(word) => vec![Session::kind(word)?],
        None => vec![Kind::Lead, Kind::Contact],
    };
    let store = session.crm.store();
    let read = |record| Ok(store.read(record)?.map(|stored| stored.row));
    let pairs = query::duplicates::pairs(session.model(), &kinds, min, &read)?;
    let mut documents = Vec::new();
    let mut rows = Vec::new();
    for pair in &pairs {
        let codes = |list: &[crate::domain::match_evidence::Evidence]| -> Vec<&str> {
            list.iter().map(|evidence| evidence.code).collect()
        };
        let (for_, against) = (codes(&pair.found.for_), codes(&pair.found.against));
        rows.push(vec![
            pair.found.score.to_string(),
            query::label(session.model(), pair.a),
            query::label(session.model(), pair.b),
            for_.join(" "),
            against.join(" "),
        ]);
        documents.push(json!({
            "a": pair.a.uuid.to_string(),
            "b": pair.b.uuid.to_string(),
            "score": pair.found.score,
            "for": for_,
            "against": against,
        }));
    }
    let headers: Vec<String> = ["score", "a", "b", "for", "against"].map(str::to_owned).to_vec();
    Ok(Output::both(Json::Array(documents), table(&headers, &rows)))
}

/// A column of a list: a field, or something derived.
pub(super) enum ListColumn {
    Field(&'static FieldInfo),
    Derived(&'static str),
}

/// The columns of the names, or those a list shows if none are named.
pub(super) fn columns(kind: Kind, names: &[String]) -> Result<Vec<ListColumn>> {
    if names.is_empty() {
        let listed = kind.fields().iter().filter(|field| field.spec.is_listed());
        return Ok(listed.map(ListColumn::Field).collect());
    }
    let column = |name: &String| match (kind, name.as_str()) {
        (_, "id") => Ok(ListColumn::Derived("id")),
        (Kind::Lead, "score") => Ok(ListColumn::Derived("score")),
        (Kind::Lead, "grade") => Ok(ListColumn::Derived("grade")),
        (_, name) => kind.field(name).map(ListColumn::Field).ok_or_else(|| {
            Error::usage("unknown-field")
                .with("field", name)
                .with("kind", format!("@kind-{}", kind.name()))
        }),
    };
    names.iter().map(column).collect()
}

impl ListColumn {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Field(field) => field.name,
            Self::Derived(name) => name,
        }
    }

    pub(super) fn label(&self, kind: Kind, lang: Lang) -> String {
        match self {
            Self::Field(field) => field_label(kind, field.name, lang),
            Self::Derived(name) => field_label(kind, name, lang),
        }
    }

    fn json(&self, session: &Session, record: RecordId, row: &Row) -> Json {
        match self {
            Self::Field(field) => value_to_json(&field.shape, row.get(field.tag)),
            Self::Derived("id") => json!(record.uuid.to_string()),
            Self::Derived(name) => derived(session, record, name),
        }
    }
}

/// The text of a cell for a person.
pub(super) fn cell(session: &Session, record: RecordId, row: &Row, column: &ListColumn) -> String {
    match column {
        ListColumn::Field(field) => shown(session, field, row.get(field.tag)),
        ListColumn::Derived("id") => record.uuid.to_string(),
        ListColumn::Derived(name) => match derived(session, record, name) {
            Json::String(text) => text,
            Json::Null => String::new(),
            other => other.to_string(),
        },
    }
}

/// A record as JSON: whole, or some of its columns.
pub(super) fn document(
    session: &Session,
    record: RecordId,
    row: &Row,
    names: &[String],
    columns: &[ListColumn],
) -> Json {
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(record.uuid.to_string()));
    if names.is_empty() {
        out.extend(row_to_json(record.kind.fields(), row));
        if record.kind == Kind::Lead {
            out.insert("score".to_owned(), derived(session, record, "score"));
            out.insert("grade".to_owned(), derived(session, record, "grade"));
        }
    } else {
        let filled =
            columns.iter().map(|column| (column.name(), column.json(session, record, row)));
        out.extend(
            filled.filter(|(_, json)| !json.is_null()).map(|(name, json)| (name.to_owned(), json)),
        );
    }
    Json::Object(out)
}

/// A field's label: that of its kind if there is one.
pub(super) fn field_label(kind: Kind, name: &str, lang: Lang) -> String {
    i18n::known(lang, &format!("field-{}-{name}", kind.name()))
        .or_else(|| i18n::known(lang, &format!("field-{name}")))
        .map_or_else(|| name.to_owned(), std::borrow::Cow::into_owned)
}

fn derived(session: &Session, record: RecordId, name: &str) -> Json {
    let model = session.model();
    let Some(row) = model.leads.find(record.uuid).filter(|_| record.kind == Kind::Lead) else {
        return Json::Null;
    };
    match name {
        "score" => json!(model.score(row, session.viewer().now)),
        "grade" => json!(grade_name(model.grade(row))),
        _ => Json::Null,
    }
}

/// A value for a person: labels for choices, names for links.
pub(super) fn shown(session: &Session, field: &FieldInfo, value: &Value) -> String {
    shown_as(session, &field.shape, value)
}

fn shown_as(session: &Session, shape: &Shape, value: &Value) -> String {
    match (shape, value) {
        (_, Value::Empty) => String::new(),
        (Shape::Choice(choices), Value::Choice(id)) => {
            let label = i18n::known(session.lang, &format!("{}-{id}", choices.name));
            label.map_or_else(|| id.clone(), std::borrow::Cow::into_owned)
        }
        (_, Value::Link(record)) => query::label(session.model(), *record),
        (Shape::List(inner), Value::List(items)) => {
            let items: Vec<String> =
                items.iter().map(|item| shown_as(session, inner, item)).collect();
            items.join("; ")
        }
        (Shape::Part(fields), Value::Part(part)) => {
            let first = fields.first().filter(|first| !part.get(first.tag).is_empty());
            let texts = fields.iter().filter(|field| !part.get(field.tag).is_empty());
            match first {
                Some(first) => shown_as(session, &first.shape, part.get(first.tag)),
                None => texts
                    .map(|it| shown_as(session, &it.shape, part.get(it.tag)))
                    .collect::<Vec<_>>()
                    .join(" "),
            }
        }
        (_, Value::Money(money)) => format!("{} {}", money.currency, money.amount),
        (_, Value::At(at)) => at
            .utc()
            .with_timezone(&session.model().settings().zone())
            .format("%Y-%m-%d %H:%M")
            .to_string(),
        (shape, value) => match value_to_json(shape, value) {
            Json::String(text) => text,
            other => other.to_string(),
        },
    }
}
