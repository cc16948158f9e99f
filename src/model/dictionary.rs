//! The different values of a column, each kept once.

use std::collections::HashMap;

use super::fast_hash::FastHash;
use crate::domain::{RecordId, Value, ValueRef};

/// The different values and the number of each: of texts, of links, and of lists by how they are written.
#[derive(Clone, Debug, Default)]
pub(super) struct Dictionary {
    values: Vec<Value>,
    texts: HashMap<String, u32, FastHash>,
    links: HashMap<RecordId, u32, FastHash>,
    lists: HashMap<String, u32, FastHash>,
}

impl Dictionary {
    /// The different values, by number.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The number of a value; none if it is new. What is neither a text nor a link nor a list is nothing.
    pub fn number_of(&self, value: &ValueRef<'_>) -> Option<u32> {
        match value {
            ValueRef::Text(text) | ValueRef::Choice(text) => self.texts.get(*text).copied(),
            ValueRef::Link(record) => self.links.get(record).copied(),
            ValueRef::Other(value) if matches!(**value, Value::List(_)) => {
                self.lists.get(&format!("{value:?}")).copied()
            }
            // The first of all is nothing.
            _ => (!self.values.is_empty()).then_some(0),
        }
    }

    /// Takes a new value and gives its number.
    pub fn add(&mut self, value: Value) -> u32 {
        let number = self.values.len() as u32;
        match &value {
            Value::Text(text) => {
                self.texts.insert(text.clone(), number);
            }
            Value::Choice(id) => {
                self.texts.insert(id.clone().into_owned(), number);
            }
            Value::Link(record) => {
                self.links.insert(*record, number);
            }
            Value::List(_) => {
                self.lists.insert(format!("{value:?}"), number);
            }
            _ => {
                self.texts.insert(String::new(), number);
            }
        }
        self.values.push(value);
        number
    }

    /// Bytes in memory, about.
    pub fn bytes(&self) -> usize {
        self.values.iter().map(|value| 2 * (size_of::<Value>() + beyond(value))).sum()
    }
}

/// Bytes a value points to.
pub(super) fn beyond(value: &Value) -> usize {
    match value {
        Value::Text(text) | Value::Long(text) => text.capacity(),
        Value::Choice(id) => id.len(),
        Value::List(items) => items.iter().map(|item| size_of::<Value>() + beyond(item)).sum(),
        Value::Part(part) => {
            part.iter().map(|(_, value)| size_of::<(u16, Value)>() + beyond(value)).sum()
        }
        _ => 0,
    }
}
