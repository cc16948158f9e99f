//! What a field holds, in the one form that forms, tables, files and the disk all understand.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{FieldInfo, Kind, Money, RecordId, Tag, Timestamp, time};

/// The content of one field.
///
/// Append only: the order of the variants is on disk.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Nothing; never stored.
    #[default]
    Empty,
    /// Text of any length.
    Text(String),
    /// A whole number.
    Int(i64),
    /// An exact decimal number.
    Decimal(Decimal),
    /// Yes or no.
    Flag(bool),
    /// A calendar date.
    Date(#[serde(with = "time::days")] NaiveDate),
    /// A moment.
    At(Timestamp),
    /// An amount with its currency.
    Money(Money),
    /// One of a list, by its stable id; one that the program ships is not copied.
    Choice(Cow<'static, str>),
    /// Another record.
    Link(RecordId),
    /// Several values of one shape.
    List(Vec<Self>),
    /// Several fields that belong together, such as a phone with its state.
    Part(Row),
    /// A text too long for a record: the hash of the file that holds it. Only the store sees these.
    Long(String),
}

impl Value {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The text of a text or choice.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Choice(id) => Some(id),
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

    /// Whether it is a link to a record, or holds one.
    pub fn points_to(&self, record: RecordId) -> bool {
        match self {
            Self::Link(link) => *link == record,
            Self::List(items) => items.iter().any(|item| item.points_to(record)),
            Self::Part(row) => row.iter().any(|(_, value)| value.points_to(record)),
            _ => false,
        }
    }

    /// The values of a list; none for anything else.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }
}

/// Fields most records have.
const USUAL: usize = 32;

/// A record taken apart into its fields: how it is kept on disk and in the history.
///
/// Sorted by tag, one value a tag, never [`Value::Empty`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row(Vec<(Tag, Value)>);

impl Row {
    /// A row without fields.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of a field; [`Value::Empty`] if the row has none.
    pub fn get(&self, tag: Tag) -> &Value {
        static EMPTY: Value = Value::Empty;
        self.place(tag).ok().and_then(|at| self.0.get(at)).map_or(&EMPTY, |(_, value)| value)
    }

    /// Sets a field; [`Value::Empty`] removes it. Gives back what was there.
    pub fn set(&mut self, tag: Tag, value: Value) -> Value {
        match (self.place(tag), value.is_empty()) {
            (Ok(at), true) => self.0.remove(at).1,
            (Ok(at), false) => {
                self.0.get_mut(at).map_or(Value::Empty, |(_, old)| std::mem::replace(old, value))
            }
            (Err(_), true) => Value::Empty,
            (Err(at), false) => {
                self.0.insert(at, (tag, value));
                Value::Empty
            }
        }
    }

    /// The row with one more field.
    #[must_use]
    pub fn with(mut self, tag: Tag, value: Value) -> Self {
        self.set(tag, value);
        self
    }

    /// The fields, by tag.
    pub fn iter(&self) -> impl Iterator<Item = (Tag, &Value)> {
        self.0.iter().map(|(tag, value)| (*tag, value))
    }

    /// The fields, by tag, as they lie in memory.
    pub fn fields(&self) -> &[(Tag, Value)] {
        &self.0
    }

    /// The fields, by tag, to be changed in place.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The row with those fields only whose tags are wanted.
    #[must_use]
    pub fn only(self, is_wanted: impl Fn(Tag) -> bool) -> Self {
        Self(self.0.into_iter().filter(|(tag, _)| is_wanted(*tag)).collect())
    }

    /// The fields of the row that are chosen by their tags, and the others.
    #[must_use]
    pub fn split(self, is_chosen: impl Fn(Tag) -> bool) -> (Self, Self) {
        let (chosen, others) = self.0.into_iter().partition(|(tag, _)| is_chosen(*tag));
        (Self(chosen), Self(others))
    }

    /// How many fields there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no field.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, tag: Tag) -> Result<usize, usize> {
        self.0.binary_search_by_key(&tag, |(tag, _)| *tag)
    }
}

impl FromIterator<(Tag, Value)> for Row {
    fn from_iter<I: IntoIterator<Item = (Tag, Value)>>(fields: I) -> Self {
        let fields = fields.into_iter();
        // Most fields of most records are empty, and so are most parts as a whole.
        let room = fields.size_hint().0.min(USUAL);
        let mut fields = fields.filter(|(_, value)| !value.is_empty());
        let Some(first) = fields.next() else { return Self::new() };
        let mut row = Self(Vec::with_capacity(room.max(1)));
        row.0.push(first);
        row.0.extend(fields);
        if !row.0.is_sorted_by(|(tag, _), (next, _)| tag < next) {
            row.0.sort_by_key(|(tag, _)| *tag);
            row.0.dedup_by_key(|(tag, _)| *tag);
        }
        row
    }
}

impl IntoIterator for Row {
    type Item = (Tag, Value);
    type IntoIter = std::vec::IntoIter<(Tag, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// What sort of value a field holds: decides its editor, its alignment, how text is read and
/// which operators a filter may use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Text.
    Text,
    /// A whole number.
    Int,
    /// An exact decimal number.
    Decimal,
    /// Yes or no.
    Flag,
    /// A calendar date.
    Date,
    /// A moment.
    At,
    /// An amount with its currency.
    Money,
    /// One of a list.
    Choice(&'static Choices),
    /// A record of that kind.
    Link(Kind),
    /// A record of any kind.
    AnyLink,
    /// Several values of one shape.
    List(&'static Self),
    /// Several fields that belong together.
    Part(&'static [FieldInfo]),
}

/// The values a choice may have.
#[derive(Debug, PartialEq)]
pub struct Choices {
    /// The name of the list; the label of a value is the text `<name>-<value>`.
    pub name: &'static str,
    /// The stable ids the program ships, in their order.
    pub values: &'static [&'static str],
    /// Whether a workspace may add values of its own.
    pub open: bool,
}

impl Shape {
    /// How the shape is written in the schema lock file and in the list of commands.
    pub fn describe(&self) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::Int => "int".to_owned(),
            Self::Decimal => "decimal".to_owned(),
            Self::Flag => "flag".to_owned(),
            Self::Date => "date".to_owned(),
            Self::At => "timestamp".to_owned(),
            Self::Money => "money".to_owned(),
            Self::Choice(choices) if choices.open => format!("picklist({})", choices.name),
            Self::Choice(choices) => format!("choice({})", choices.name),
            Self::Link(kind) => format!("link({})", kind.name()),
            Self::AnyLink => "link".to_owned(),
            Self::List(shape) => format!("list({})", shape.describe()),
            Self::Part(fields) => {
                let fields = fields.iter().map(|field| {
                    format!("{} {} {}", field.tag, field.name, field.shape.describe())
                });
                format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
            }
        }
    }
}
