//! One field of all records of a kind, in memory.

use std::sync::Arc;

use uuid::Uuid;

use super::{
    chunks::Chunks,
    dictionary::{Dictionary, beyond},
    grows,
    packed::{NOTHING, Packed},
    varied::{Lists, Texts},
};
use crate::domain::{Kind, RecordId, Shape, Timestamp, Value, ValueRef};

/// A column in the form its shape asks for.
#[derive(Clone, Debug)]
pub enum Column {
    /// Few different values: choices, and links to a kind that stays small.
    Codes(Codes),
    /// Links to a kind that grows.
    Ids(Ids),
    /// Numbers, flags, days and moments.
    Numbers(Packed),
    /// Texts.
    Texts(Texts),
    /// Lists of links.
    Links(Lists<RecordId>),
    /// Anything else.
    Values(Chunks<Value>),
}

/// Values by number: each different one is kept once. Number 0 is nothing.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    rows: Packed,
    dictionary: Arc<Dictionary>,
}

/// Links to records of one kind.
#[derive(Clone, Debug)]
pub struct Ids {
    kind: Kind,
    /// Nil where there is no link.
    rows: Chunks<Uuid>,
}

impl Column {
    /// An empty column for values of a shape.
    pub fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Link(kind) if grows(*kind) => {
                Self::Ids(Ids { kind: *kind, rows: Chunks::default() })
            }
            Shape::Choice(_) | Shape::Link(_) => Self::Codes(Codes::default()),
            Shape::Int | Shape::Flag | Shape::Date | Shape::At => Self::Numbers(Packed::default()),
            Shape::Text => Self::Texts(Texts::default()),
            Shape::List(Shape::Link(_) | Shape::AnyLink) => Self::Links(Lists::default()),
            _ => Self::Values(Chunks::default()),
        }
    }

    /// An empty column for values of a shape that is not resident: lists are mostly alike there.
    pub(super) fn of_asked(shape: &Shape) -> Self {
        match Self::of(shape) {
            Self::Values(_) if matches!(shape, Shape::List(_)) => Self::Codes(Codes::default()),
            column => column,
        }
    }

    /// Adds a row.
    pub fn push(&mut self, value: &ValueRef<'_>) {
        match self {
            Self::Codes(codes) => {
                let code = codes.take(value);
                codes.rows.push(code);
            }
            Self::Ids(ids) => ids.rows.push(uuid(value)),
            Self::Numbers(rows) => rows.push(number(value)),
            Self::Texts(rows) => rows.push(value.as_text().unwrap_or_default()),
            Self::Links(rows) => rows.push(&links(value.items()).collect::<Vec<_>>()),
            Self::Values(rows) => rows.push(value.to_value()),
        }
    }

    /// Adds the rows of another column of the same field.
    pub(super) fn append(&mut self, other: Self) {
        match (self, other) {
            (Self::Codes(codes), Self::Codes(other)) => codes.append(&other),
            (Self::Ids(ids), Self::Ids(other)) => ids.rows.append(other.rows),
            (Self::Numbers(rows), Self::Numbers(other)) => rows.append(other),
            (Self::Texts(rows), Self::Texts(other)) => rows.append(other),
            (Self::Links(rows), Self::Links(other)) => rows.append(other),
            (Self::Values(rows), Self::Values(other)) => rows.append(other),
            (_, _) => unreachable!("columns of one field are of one form"),
        }
    }

    /// Changes rows that differ.
    pub fn set_many<'a>(&mut self, rows: impl Iterator<Item = (usize, &'a Value)>) {
        match self {
            Self::Codes(codes) => {
                let rows: Vec<_> =
                    rows.map(|(row, value)| (row, codes.take(&value.into()))).collect();
                codes.rows.set_many(rows.into_iter());
            }
            Self::Ids(ids) => {
                for (row, value) in rows {
                    let id = uuid(&value.into());
                    if ids.rows.get(row) != Some(&id) {
                        ids.rows.set(row, id);
                    }
                }
            }
            Self::Numbers(numbers) => {
                numbers.set_many(rows.map(|(row, value)| (row, number(&value.into()))));
            }
            Self::Texts(texts) => {
                let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
                texts.set_many(rows.map(|(row, value)| (row, text(value))).collect());
            }
            Self::Links(lists) => {
                let links = |value: &Value| links(value.items()).collect();
                lists.set_many(rows.map(|(row, value)| (row, links(value))).collect());
            }
            Self::Values(values) => {
                for (row, value) in rows {
                    if values.get(row) != Some(value) {
                        values.set(row, value.clone());
                    }
                }
            }
        }
    }

    /// The value of a row, in a shape.
    pub fn value(&self, shape: &Shape, row: usize) -> Value {
        match self {
            Self::Codes(codes) => codes.value(row).clone(),
            Self::Ids(ids) => ids.link(row).map_or(Value::Empty, Value::Link),
            Self::Numbers(rows) => match (rows.get(row), shape) {
                (NOTHING, _) => Value::Empty,
                (number, Shape::Flag) => Value::Flag(number != 0),
                (number, Shape::At) => Value::At(Timestamp(number)),
                (number, Shape::Date) => day(number),
                (number, _) => Value::Int(number),
            },
            Self::Texts(rows) => match rows.get(row) {
                "" => Value::Empty,
                text => Value::Text(text.to_owned()),
            },
            Self::Links(rows) => match rows.get(row) {
                [] => Value::Empty,
                links => Value::List(links.iter().map(|link| Value::Link(*link)).collect()),
            },
            Self::Values(rows) => rows.get(row).cloned().unwrap_or_default(),
        }
    }

    /// The number of a row; days count from the first day of year 1.
    pub fn number(&self, row: usize) -> Option<i64> {
        match self {
            Self::Numbers(rows) => Some(rows.get(row)).filter(|number| *number != NOTHING),
            _ => None,
        }
    }

    /// The record a row links to.
    pub fn link(&self, row: usize) -> Option<RecordId> {
        match self {
            Self::Codes(codes) => codes.value(row).as_link(),
            Self::Ids(ids) => ids.link(row),
            Self::Values(rows) => rows.get(row)?.as_link(),
            _ => None,
        }
    }

    /// The value of a row without a copy, where the column keeps values.
    pub fn shared(&self, row: usize) -> &Value {
        static EMPTY: Value = Value::Empty;
        match self {
            Self::Codes(codes) => codes.value(row),
            Self::Values(rows) => rows.get(row).unwrap_or(&EMPTY),
            _ => &EMPTY,
        }
    }

    /// The text of a row of texts.
    pub fn text(&self, row: usize) -> &str {
        match self {
            Self::Texts(rows) => rows.get(row),
            Self::Codes(codes) => codes.value(row).as_text().unwrap_or_default(),
            _ => "",
        }
    }

    /// Bytes in memory; of values, about.
    pub fn bytes(&self) -> usize {
        match self {
            Self::Codes(codes) => codes.rows.bytes() + codes.dictionary.bytes(),
            Self::Ids(ids) => ids.rows.bytes(),
            Self::Numbers(rows) => rows.bytes(),
            Self::Texts(rows) => rows.bytes(),
            Self::Links(rows) => rows.bytes(),
            Self::Values(rows) => rows.bytes() + rows.iter().map(beyond).sum::<usize>(),
        }
    }
}

impl Ids {
    /// The id each row links to, nil where there is no link.
    pub fn rows(&self) -> &Chunks<Uuid> {
        &self.rows
    }

    /// Links to the same kind.
    pub(super) fn with(self, rows: Chunks<Uuid>) -> Self {
        Self { rows, ..self }
    }

    fn link(&self, row: usize) -> Option<RecordId> {
        let uuid = self.rows.get(row).copied().filter(|uuid| !uuid.is_nil())?;
        Some(RecordId { kind: self.kind, uuid })
    }
}

impl Codes {
    /// Rows by the numbers of their values.
    pub(super) fn new(rows: Packed, values: Vec<Value>) -> Self {
        let mut dictionary = Dictionary::default();
        for value in values {
            dictionary.add(value);
        }
        Self { rows, dictionary: Arc::new(dictionary) }
    }

    /// The number of each row's value.
    pub fn rows(&self) -> &Packed {
        &self.rows
    }

    /// The number of a row's value.
    pub fn code(&self, row: usize) -> usize {
        usize::try_from(self.rows.get(row)).unwrap_or_default()
    }

    /// The different values, by number.
    pub fn values(&self) -> &[Value] {
        self.dictionary.values()
    }

    fn value(&self, row: usize) -> &Value {
        static EMPTY: Value = Value::Empty;
        self.dictionary.values().get(self.code(row)).unwrap_or(&EMPTY)
    }

    /// Other rows of the same values.
    pub(super) fn with(&self, rows: Packed) -> Self {
        Self { rows, dictionary: Arc::clone(&self.dictionary) }
    }

    /// The number of a value, which is taken into the dictionary if it is new.
    pub(super) fn take(&mut self, value: &ValueRef<'_>) -> i64 {
        if let Some(code) = self.dictionary.number_of(value) {
            return i64::from(code);
        }
        let dictionary = Arc::make_mut(&mut self.dictionary);
        if dictionary.values().is_empty() {
            // Number 0 is nothing, so that an empty row needs no look-up.
            dictionary.add(Value::Empty);
        }
        let known = dictionary.number_of(value);
        i64::from(known.unwrap_or_else(|| dictionary.add(value.to_value())))
    }

    /// Adds the rows of others, by the numbers their values have here.
    fn append(&mut self, other: &Self) {
        let numbers: Vec<i64> =
            other.values().iter().map(|value| self.take(&value.into())).collect();
        if numbers.iter().zip(0..).all(|(number, own)| *number == own) {
            return self.rows.append(other.rows.clone());
        }
        let number = |own: i64| usize::try_from(own).ok().and_then(|own| numbers.get(own));
        let rows = other.rows.iter().map(|own| number(own).copied().unwrap_or_default());
        self.rows.append(rows.collect());
    }
}

pub(super) fn number(value: &ValueRef<'_>) -> i64 {
    use chrono::Datelike as _;
    match value {
        ValueRef::Int(number) => *number,
        ValueRef::Flag(flag) => i64::from(*flag),
        ValueRef::At(at) => at.0,
        ValueRef::Date(day) => i64::from(day.num_days_from_ce()),
        _ => NOTHING,
    }
}

fn day(number: i64) -> Value {
    let day = i32::try_from(number).ok().and_then(chrono::NaiveDate::from_num_days_from_ce_opt);
    day.map_or(Value::Empty, Value::Date)
}

pub(super) fn uuid(value: &ValueRef<'_>) -> Uuid {
    value.as_link().map_or(Uuid::nil(), |record| record.uuid)
}

pub(super) fn links(items: &[Value]) -> impl Iterator<Item = RecordId> {
    items.iter().filter_map(Value::as_link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_gives_back_what_it_was_given() {
        let link = RecordId { kind: Kind::User, uuid: uuid::Uuid::from_u128(7) };
        let lead = |name: &str| &Kind::Lead.field(name).unwrap().shape;
        for (shape, value) in [
            (lead("stage"), Value::Choice("mql".into())),
            (lead("owner"), Value::Link(link)),
            (lead("blocked"), Value::Flag(true)),
            (lead("wake_on"), Value::Date("2026-11-21".parse().unwrap())),
            (lead("captured_at"), Value::At(Timestamp(5))),
            (lead("name"), Value::Text("王小明".to_owned())),
            (lead("budget"), Value::Empty),
        ] {
            let mut column = Column::of(shape);
            column.push(&ValueRef::Empty);
            column.push(&(&value).into());
            assert_eq!(
                (column.value(shape, 0), column.value(shape, 1)),
                (Value::Empty, value.clone())
            );
            column.set_many([(0, &value), (1, &Value::Empty)].into_iter());
            assert_eq!((column.value(shape, 0), column.value(shape, 1)), (value, Value::Empty));
        }
    }
}
