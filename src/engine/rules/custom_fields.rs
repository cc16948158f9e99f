//! Fields that users make: what a definition must be, and where values go when a record becomes another.
//!
//! A field is retired by putting its definition in the bin: its values stay where they are, its number is
//! never given to another, and taken out of the bin it is there again with all of them.

use crate::{
    domain::{
        CustomField, CustomShape, FIRST_CUSTOM_TAG, Fields as _, Kind, RecordId, Row, Tag,
        custom_field::{are_distinct, field_name, fits},
    },
    engine::{AddField, Edit},
    error::{Error, Result},
    model::Model,
    query::{QueryField, query_field},
};

/// Makes a field.
///
/// # Errors
/// When the right is missing, or what it is asked to be cannot be a field.
pub fn add(edit: &mut Edit<'_>, command: &AddField) -> Result<()> {
    let tag = next_tag(edit)?;
    let name = field_name(&command.name).unwrap_or_else(|| command.name.trim().to_owned());
    let field = CustomField {
        kind_number: Some(command.kind.number().into()),
        tag: Some(tag.into()),
        name,
        label_en: command.label_en.clone().unwrap_or_default(),
        label_zh_tw: command.label_zh_tw.clone().unwrap_or_default(),
        label_zh_cn: command.label_zh_cn.clone().unwrap_or_default(),
        shape: command.shape.id().to_owned(),
        choices: command.choices.iter().map(|choice| choice.trim().to_owned()).collect(),
        ..CustomField::default()
    };
    let id = edit.create(&field)?;
    edit.outcome.records.push(id.record());
    Ok(())
}

/// What holds of every definition that is not in the bin.
///
/// # Errors
/// Refused, with what is wrong with it.
pub fn check(model: &Model, record: RecordId, row: &Row) -> Result<()> {
    let field = CustomField::read(row);
    let kind = field.kind().filter(|kind| CustomField::KINDS.contains(kind));
    let kind = kind.ok_or_else(|| Error::refused("custom-field-kind"))?;
    if field_name(&field.name).as_ref() != Some(&field.name) {
        return Err(Error::refused("custom-field-name").with("field", field.name));
    }
    check_name_is_free(model, kind, record, &field)?;
    let has_list = matches!(
        CustomShape::of_id(&field.shape),
        Some(CustomShape::Picklist | CustomShape::MultiPicklist)
    );
    if has_list == field.choices.is_empty() {
        return Err(Error::refused("custom-field-choices").with("field", field.name));
    }
    // A semicolon stands between the values of a list.
    let is_one = |choice: &String| !choice.contains([';', '；', '\n']);
    if !are_distinct(&field.choices) || !field.choices.iter().all(is_one) {
        return Err(Error::refused("custom-field-choices-alike").with("field", field.name));
    }
    Ok(())
}

/// Gives a record the values of another: those of fields of the same name, where it has none of its own.
pub fn carry(model: &Model, (from, values): (Kind, &Row), (to, row): (Kind, &mut Row)) {
    for (_, field) in model.custom_of(from) {
        let source = field.info();
        let target = if from == to { source } else { custom_named(model, to, &field.name) };
        let (Some(source), Some(target)) = (source, target) else { continue };
        let value = values.get(source.tag);
        if !value.is_empty() && row.get(target.tag).is_empty() && fits(&target.shape, value) {
            row.set(target.tag, value.clone());
        }
    }
}

fn custom_named(
    model: &Model,
    kind: Kind,
    name: &str,
) -> Option<&'static crate::domain::FieldInfo> {
    model.custom_of(kind).find(|(_, field)| field.name == name).and_then(|(_, field)| field.info())
}

/// A name means one thing: neither a shipped field nor a short name of one, nor a value that follows from
/// records, nor another field.
fn check_name_is_free(
    model: &Model,
    kind: Kind,
    record: RecordId,
    field: &CustomField,
) -> Result<()> {
    let is_shipped = match query_field(model, kind, &field.name) {
        None => field.name == "id",
        Some(QueryField::Derived(_)) => true,
        Some(QueryField::Stored(found)) => found.tag < FIRST_CUSTOM_TAG,
    };
    let is_another = |(id, other): (crate::domain::Id<CustomField>, &CustomField)| {
        id.record() != record && (other.name == field.name || other.tag == field.tag)
    };
    if is_shipped || model.custom_of(kind).any(is_another) {
        return Err(Error::refused("custom-field-clash")
            .with("field", field.name.as_str())
            .with("kind", format!("@kind-{}", kind.name())));
    }
    Ok(())
}

/// The number of the next field: one that no field ever had, the retired ones not either.
fn next_tag(edit: &Edit<'_>) -> Result<Tag> {
    let mut next = FIRST_CUSTOM_TAG;
    for (_, stored) in edit.store().all(Kind::CustomField)? {
        let tag = CustomField::read(&stored.row).tag;
        let tag = tag.and_then(|tag| Tag::try_from(tag).ok()).unwrap_or_default();
        next = next.max(tag.saturating_add(1));
    }
    if next == Tag::MAX { Err(Error::refused("custom-fields-full")) } else { Ok(next) }
}
