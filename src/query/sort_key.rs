//! What a value is sorted by.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{condition::number, names::label, order::compare_texts};
use crate::{
    domain::{Shape, Value, fold::fold},
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
    /// Texts, folded.
    Text(FoldedText),
}

/// A folded text in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoldedText(String);

impl Ord for FoldedText {
    fn cmp(&self, other: &Self) -> Ordering {
        compare_texts(self.0.as_bytes(), other.0.as_bytes())
    }
}

impl PartialOrd for FoldedText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What a value is sorted by; none if it is empty. A list goes by its first value, a part by its first
/// field that has one, a link by what lists show for the record.
pub(super) fn sort_key(model: &Model, shape: &Shape, value: &Value) -> Option<SortKey> {
    let text = |text: &str| {
        let folded = fold(text);
        (!folded.is_empty()).then_some(SortKey::Text(FoldedText(folded)))
    };
    match (shape, value) {
        (Shape::Choice(choices), Value::Choice(id)) => {
            let place = choices.values.iter().position(|value| value == id);
            place.map(|place| SortKey::Number(place as i64)).or_else(|| text(id))
        }
        (Shape::List(inner), Value::List(items)) => sort_key(model, inner, items.first()?),
        (Shape::Part(fields), Value::Part(part)) => {
            fields.iter().find_map(|field| sort_key(model, &field.shape, part.get(field.tag)))
        }
        (_, Value::Text(it) | Value::Choice(it)) => text(it),
        (_, Value::Link(record)) => text(&label(model, *record)),
        (_, Value::Decimal(amount)) => Some(SortKey::Amount(*amount)),
        (_, Value::Money(money)) => Some(SortKey::Amount(money.amount)),
        (_, value) => number(value).map(SortKey::Number),
    }
}
