//! What is asked of one value, its names already looked up.

use super::{
    ranges::{Amounts, Numbers},
    spelling::Spelling,
};
use crate::domain::{RecordId, Tag, Value, fold::fold_into};

/// What is asked of one value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Condition {
    /// There is no value.
    Empty,
    /// It is one of these numbers, days or moments.
    Number(Numbers),
    /// It is one of these amounts.
    Amount(Amounts),
    /// It is one of these choices, by id or by the folded id.
    Choice { ids: Vec<String>, folded: String },
    /// It links to one of these records, in order.
    Link(Vec<RecordId>),
    /// The folded text contains this, or is it.
    Text(Needle),
    /// The digits of the number contain these, or are they; a number without digits is a text.
    Phone(Needle),
    /// The text sounds like this.
    Sound(Spelling),
    /// One of the values of a list passes.
    Item(Box<Self>),
    /// One of these fields of a part passes.
    Part(Vec<(Tag, Self)>),
    /// One of these holds.
    Any(Vec<Self>),
}

/// A folded text that is looked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Needle {
    /// The folded text.
    pub text: String,
    /// Whether it must be the whole of what is looked through.
    pub is_whole: bool,
}

impl Needle {
    /// Whether a folded text contains it, or is it.
    pub fn is_in(&self, folded: &str) -> bool {
        if self.is_whole { folded == self.text } else { folded.contains(&self.text) }
    }
}

impl Condition {
    /// The records it asks for.
    pub fn links(&self) -> Vec<RecordId> {
        match self {
            Self::Link(records) => records.clone(),
            Self::Any(any) => any.iter().flat_map(Self::links).collect(),
            Self::Item(inner) => inner.links(),
            _ => Vec::new(),
        }
    }

    /// Whether a value passes. The buffer saves an allocation a row.
    pub fn holds(&self, value: &Value, buffer: &mut String) -> bool {
        match (self, value) {
            (Self::Any(any), _) => any.iter().any(|it| it.holds(value, buffer)),
            (Self::Item(inner), Value::List(items)) => {
                items.iter().any(|item| inner.holds(item, buffer))
            }
            (Self::Item(inner), Value::Empty) => inner.holds(value, buffer),
            (Self::Part(fields), Value::Part(part)) => {
                fields.iter().any(|(tag, it)| it.holds(part.get(*tag), buffer))
            }
            (Self::Part(fields), Value::Empty) => {
                fields.iter().any(|(_, it)| it.holds(value, buffer))
            }
            (Self::Empty, _) => value.is_empty(),
            (Self::Number(numbers), _) => numbers.has(number(value)),
            (Self::Amount(amounts), _) => amounts.has(value),
            (Self::Choice { ids, folded }, Value::Choice(id)) => {
                ids.iter().any(|it| it == id) || !folded.is_empty() && folds_to(id, folded, buffer)
            }
            (Self::Link(records), Value::Link(record)) => records.binary_search(record).is_ok(),
            (_, Value::Text(text)) => self.holds_of_text(text, buffer),
            _ => false,
        }
    }

    /// Whether a text passes; an empty text is no value.
    pub fn holds_of_text(&self, text: &str, buffer: &mut String) -> bool {
        buffer.clear();
        match self {
            Self::Any(any) => any.iter().any(|it| it.holds_of_text(text, buffer)),
            Self::Empty => text.is_empty(),
            Self::Text(needle) if !text.is_empty() => {
                fold_into(text, buffer);
                needle.is_in(buffer)
            }
            Self::Phone(needle) if !text.is_empty() => {
                phone_into(text, buffer);
                needle.is_in(buffer)
            }
            Self::Sound(spelling) => spelling.is_in(text),
            _ => false,
        }
    }

    /// Whether it asks for a text.
    pub fn is_of_text(&self) -> bool {
        match self {
            Self::Text(_) | Self::Phone(_) | Self::Sound(_) => true,
            Self::Any(any) => any.iter().any(Self::is_of_text),
            _ => false,
        }
    }

    /// What it asks of a number; none if it asks for something else.
    pub fn numbers(&self) -> Option<Numbers> {
        match self {
            Self::Empty => Some(Numbers::empty()),
            Self::Number(numbers) => Some(numbers.clone()),
            Self::Any(any) => {
                any.iter().try_fold(Numbers::default(), |all, it| Some(all.or(it.numbers()?)))
            }
            _ => None,
        }
    }
}

/// Appends what a number is searched by: its digits; its folded text if it has none.
pub(super) fn phone_into(text: &str, out: &mut String) {
    let before = out.len();
    out.extend(text.chars().filter(char::is_ascii_digit));
    if out.len() == before {
        fold_into(text, out);
    }
}

/// A value as the number a column keeps; none if it is empty.
pub(super) fn number(value: &Value) -> Option<i64> {
    use chrono::Datelike as _;
    match value {
        Value::Int(number) => Some(*number),
        Value::Flag(flag) => Some(i64::from(*flag)),
        Value::At(at) => Some(at.0),
        Value::Date(day) => Some(i64::from(day.num_days_from_ce())),
        _ => None,
    }
}

fn folds_to(text: &str, folded: &str, buffer: &mut String) -> bool {
    buffer.clear();
    fold_into(text, buffer);
    buffer == folded
}
