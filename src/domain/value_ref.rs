//! A value where it lies, in a row or in the bytes of one: nothing is copied to look at it.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{RecordId, Timestamp, Value};

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
