//! What a value is sorted by.

use rust_decimal::Decimal;

use super::{condition::number, names::label};
use crate::{
    domain::{Kind, Lead, Shape, Tag, User, Value, collation::Collation},
    i18n::Lang,
    model::Model,
};

/// What a value is sorted by. Values of one field have keys of one sort, but for choices: shipped ones have
/// their place in the list, those of the workspace follow by id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SortKey {
    /// Numbers, flags, days, moments, shipped choices.
    Number(i64),
    /// Amounts, whatever their currency.
    Amount(Decimal),
    /// Texts, by their place in the order of a language.
    Text(Vec<u16>),
}

/// What a value is sorted by; none if it is empty. A list goes by its first value, a part by its first
/// field that has one, a link by what lists show for the record.
pub(super) fn sort_key(model: &Model, lang: Lang, shape: &Shape, value: &Value) -> Option<SortKey> {
    let place = |text: &str, are_people: bool| {
        let units: Vec<u16> = Collation::of(lang, are_people).units(text).collect();
        (!units.is_empty()).then_some(SortKey::Text(units))
    };
    let text = |text: &str| place(text, false);
    match (shape, value) {
        (Shape::Choice(choices), Value::Choice(id)) => {
            let place = choices.values.iter().position(|value| value == id);
            place.map(|place| SortKey::Number(place as i64)).or_else(|| text(id))
        }
        (Shape::List(inner), Value::List(items)) => sort_key(model, lang, inner, items.first()?),
        (Shape::Part(fields), Value::Part(part)) => {
            fields.iter().find_map(|field| sort_key(model, lang, &field.shape, part.get(field.tag)))
        }
        (_, Value::Text(it)) => text(it),
        (_, Value::Choice(it)) => text(it),
        (_, Value::Link(record)) => place(&label(model, *record), is_person(record.kind)),
        (_, Value::Decimal(amount)) => Some(SortKey::Amount(*amount)),
        (_, Value::Money(money)) => Some(SortKey::Amount(money.amount)),
        (_, value) => number(value).map(SortKey::Number),
    }
}

/// The order of a field's texts for readers of a language.
pub(super) fn collation_of(lang: Lang, kind: Kind, tag: Tag) -> Collation {
    // Leads and contacts share the fields of a person.
    let name = if kind == Kind::User { User::name } else { Lead::name };
    Collation::of(lang, is_person(kind) && tag == name)
}

fn is_person(kind: Kind) -> bool {
    matches!(kind, Kind::Lead | Kind::Contact | Kind::User)
}
