//! Values as a person reads them: in lists, in exports, and in the files that come back from them.

use std::borrow::Cow;

use crate::{
    domain::{FoundSheet, Kind, Shape, SheetLook, Value, value_to_json},
    i18n::{self, Lang},
    model::Model,
    query,
};

/// A value for a person: labels for choices, names for links. Of a part that belongs to several,
/// such as a phone, its first field; several values are parted by `; `.
pub fn shown_value(model: &Model, lang: Lang, shape: &Shape, value: &Value) -> String {
    let shown = |shape: &Shape, value: &Value| shown_value(model, lang, shape, value);
    match (shape, value) {
        (_, Value::Empty) => String::new(),
        (Shape::Choice(choices), Value::Choice(id)) => choice_label(lang, choices.name, id),
        (_, Value::Link(record)) => query::label(model, *record),
        (Shape::List(inner), Value::List(items)) => {
            let items = items.iter().filter(|item| !item.is_empty());
            items.map(|item| shown(inner, item)).collect::<Vec<_>>().join("; ")
        }
        (Shape::Part(fields), Value::Part(part)) => {
            let mut filled = fields.iter().filter(|field| !part.get(field.tag).is_empty());
            match fields.first().filter(|first| !part.get(first.tag).is_empty()) {
                Some(first) => shown(&first.shape, part.get(first.tag)),
                None => filled
                    .by_ref()
                    .map(|it| shown(&it.shape, part.get(it.tag)))
                    .collect::<Vec<_>>()
                    .join(" "),
            }
        }
        (_, Value::Flag(true)) => i18n::text(lang, "value-yes").into_owned(),
        (_, Value::Flag(false)) => i18n::text(lang, "value-no").into_owned(),
        (_, Value::Money(money)) => format!("{} {}", money.currency, money.amount),
        (_, Value::At(at)) => {
            at.utc().with_timezone(&model.settings().zone()).format("%Y-%m-%d %H:%M").to_string()
        }
        (shape, value) => match value_to_json(shape, value) {
            serde_json::Value::String(text) => text,
            other => other.to_string(),
        },
    }
}

/// A sheet for whoever chooses among several: `120 rows · looks like cards · hidden`.
pub fn sheet_words(sheet: &FoundSheet, lang: Lang) -> String {
    let look = match sheet.look {
        SheetLook::Empty => "sheet-empty",
        SheetLook::Cards => "sheet-cards",
        SheetLook::Table => "sheet-table",
        SheetLook::Words => "sheet-words",
    };
    let rows = sheet.rows.filter(|_| sheet.look != SheetLook::Empty).map(|rows| {
        let args = [("rows", rows.into()), ("count", i18n::grouped(rows).into())];
        i18n::text_with(lang, "staging-rows", &args)
    });
    let hidden = sheet.is_hidden.then(|| i18n::text(lang, "sheet-hidden"));
    let words = rows.into_iter().chain([i18n::text(lang, look)]).chain(hidden);
    words.collect::<Vec<_>>().join(" · ")
}

/// The value of a field for a person, as [`shown_value`]; the stage of a deal by its name.
pub fn shown_field(
    (model, lang): (&Model, Lang),
    (kind, name): (Kind, &str),
    shape: &Shape,
    value: &Value,
) -> String {
    match (kind, name, value) {
        (Kind::Opportunity, "stage", Value::Text(id)) => choice_label(lang, "pipeline_stage", id),
        _ => shown_value(model, lang, shape, value),
    }
}

/// The label of a value of a list; a value the workspace has added is its own label.
pub fn choice_label(lang: Lang, list: &str, id: &str) -> String {
    let label = i18n::known(lang, &format!("{list}-{id}"));
    label.map_or_else(|| id.to_owned(), Cow::into_owned)
}
