//! Fields that users make: listing, making, changing, retiring them.

use serde_json::json;

use super::{Output, Session, args::FieldAction, edit, edit::said, lead::choice, output::table};
use crate::{
    domain::{CustomField, CustomShape, DELETED_AT, Fields as _, Kind, RecordId},
    engine::{AddField, Delete, Restore},
    error::Result,
    i18n,
};

/// Lists the fields that users made, or makes, changes and retires them.
pub fn fields(
    session: &mut Session,
    kind: Option<&str>,
    action: Option<FieldAction>,
) -> Result<Output> {
    match action {
        None => listed(session, kind),
        Some(FieldAction::Set { kind, name, values }) => {
            let field = named(session, &kind, &name)?;
            edit::set(session, Kind::CustomField.name(), &field.uuid.to_string(), &values)
        }
        Some(FieldAction::Retire { kind, name }) => {
            let records = vec![named(session, &kind, &name)?];
            let outcome = session.run(Delete { records })?;
            said(session, &outcome)
        }
        Some(FieldAction::Restore { kind, name }) => {
            let records = vec![retired(session, &kind, &name)?];
            let outcome = session.run(Restore { records })?;
            said(session, &outcome)
        }
        Some(FieldAction::Add {
            kind,
            name,
            shape,
            choices,
            label_en,
            label_zh_tw,
            label_zh_cn,
        }) => {
            let kind = Session::kind(&kind)?;
            let known = CustomShape::CHOICES;
            let shape = CustomShape::of_id(&shape)
                .ok_or_else(|| choice(known.name, &shape, known.values))?;
            let outcome = session.run(AddField {
                kind,
                name,
                shape,
                choices,
                label_en,
                label_zh_tw,
                label_zh_cn,
            })?;
            said(session, &outcome)
        }
    }
}

fn listed(session: &Session, kind: Option<&str>) -> Result<Output> {
    let wanted = kind.map(Session::kind).transpose()?;
    let mut documents = Vec::new();
    let mut rows = Vec::new();
    for (id, field) in session.model().custom_fields.iter() {
        let Some(kind) = field.kind().filter(|kind| wanted.is_none_or(|it| it == *kind)) else {
            continue;
        };
        documents.push(json!({
            "id": id.to_string(),
            "kind": kind.name(),
            "name": field.name,
            "shape": field.shape,
            "choices": field.choices,
            "label": field.label(session.lang),
        }));
        let shape = i18n::text(session.lang, &format!("custom_shape-{}", field.shape));
        rows.push(vec![
            kind.name().to_owned(),
            field.name.clone(),
            field.label(session.lang).to_owned(),
            shape.into_owned(),
            field.choices.join(", "),
        ]);
    }
    let headers = ["kind", "name", "label", "shape", "choices"].map(str::to_owned);
    Ok(Output::both(documents.into(), table(&headers, &rows)))
}

/// The field of a kind's name: several kinds may have fields of one name.
fn named(session: &Session, kind: &str, name: &str) -> Result<RecordId> {
    let kind = Session::kind(kind)?;
    let found = session.model().custom_of(kind).find(|(_, field)| field.name == name);
    found.map_or_else(|| session.record(Kind::CustomField, name), |(id, _)| Ok(id.record()))
}

fn retired(session: &Session, kind: &str, name: &str) -> Result<RecordId> {
    let kind = Session::kind(kind)?;
    for (record, stored) in session.crm.store().all(Kind::CustomField)? {
        let is_retired = !stored.row.get(DELETED_AT).is_empty();
        let field = CustomField::from_row(stored.row);
        if is_retired && field.kind() == Some(kind) && field.name == name {
            return Ok(record);
        }
    }
    session.record(Kind::CustomField, name)
}
