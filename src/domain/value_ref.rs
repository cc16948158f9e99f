//! A value where it lies, in a row or in the bytes of one: nothing is copied to look at it.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{RecordId, Row, Tag, Timestamp, Value};

/// The content of one field, borrowed where that saves a copy.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueRef<'a> {
    /// Nothing.
    Empty,
    /// Text of any length.
    Text(&'a str),
    /// One of a list, by its stable id.
    Choice(&'a str),
    /// A whole number.
    Int(i64),
    /// Yes or no.
    Flag(bool),
    /// A calendar date.
    Date(NaiveDate),
    /// A moment.
    At(Timestamp),
    /// Another record.
    Link(RecordId),
    /// Any other value.
    Other(Cow<'a, Value>),
}

/// The fields of a record where they lie: in a row, or in the bytes of one.
pub trait Look<'a>: Copy {
    /// The value of a field; [`ValueRef::Empty`] if there is none.
    fn look(self, tag: Tag) -> ValueRef<'a>;
}

impl<'a> Look<'a> for &'a Row {
    fn look(self, tag: Tag) -> ValueRef<'a> {
        self.get(tag).into()
    }
}

impl<'a> Look<'a> for &'a [(Tag, ValueRef<'a>)] {
    fn look(self, tag: Tag) -> ValueRef<'a> {
        let place = self.binary_search_by_key(&tag, |(tag, _)| *tag);
        let found = place.ok().and_then(|at| self.get(at));
        found.map_or(ValueRef::Empty, |(_, value)| value.borrowed())
    }
}

impl<'a> From<&'a Value> for ValueRef<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Empty => Self::Empty,
            Value::Text(text) => Self::Text(text),
            Value::Choice(id) => Self::Choice(id),
            Value::Int(number) => Self::Int(*number),
            Value::Flag(flag) => Self::Flag(*flag),
            Value::Date(day) => Self::Date(*day),
            Value::At(at) => Self::At(*at),
            Value::Link(record) => Self::Link(*record),
            other => Self::Other(Cow::Borrowed(other)),
        }
    }
}

impl<'a> ValueRef<'a> {
    /// The text of a text, where it lies.
    pub fn text(self) -> &'a str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// The stable id of a choice, where it lies.
    pub fn choice(self) -> &'a str {
        match self {
            Self::Choice(id) => id,
            _ => "",
        }
    }

    /// Any other value, where it lies; none of one that was made to be looked at.
    pub fn lying(self) -> Option<&'a Value> {
        match self {
            Self::Other(Cow::Borrowed(value)) => Some(value),
            _ => None,
        }
    }
}

impl ValueRef<'_> {
    /// The text of a text or choice.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Choice(text) => Some(text),
            _ => None,
        }
    }

    /// The record a link points to.
    pub fn as_link(&self) -> Option<RecordId> {
        match self {
            Self::Link(record) => Some(*record),
            _ => None,
        }
    }

    /// The values of a list; none for anything else.
    pub fn items(&self) -> &[Value] {
        match self {
            Self::Other(value) => value.items(),
            _ => &[],
        }
    }

    /// The same, borrowed from this one.
    pub fn borrowed(&self) -> ValueRef<'_> {
        match self {
            Self::Other(value) => ValueRef::Other(Cow::Borrowed(value)),
            own => own.clone(),
        }
    }

    /// As a value, without a copy where it is one.
    pub fn as_value(&self) -> Cow<'_, Value> {
        match self {
            Self::Other(value) => Cow::Borrowed(value),
            own => Cow::Owned(own.to_value()),
        }
    }

    /// A value of its own.
    pub fn to_value(&self) -> Value {
        match self {
            Self::Empty => Value::Empty,
            Self::Text(text) => Value::Text((*text).to_owned()),
            Self::Choice(id) => Value::Choice((*id).to_owned().into()),
            Self::Int(number) => Value::Int(*number),
            Self::Flag(flag) => Value::Flag(*flag),
            Self::Date(day) => Value::Date(*day),
            Self::At(at) => Value::At(*at),
            Self::Link(record) => Value::Link(*record),
            Self::Other(value) => Value::clone(value),
        }
    }
}
