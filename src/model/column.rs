//! One field of all records of a kind, in memory.

use std::{collections::HashMap, sync::Arc};

use super::chunks::{Chunks, Texts};
use crate::domain::{Shape, Timestamp, Value};

/// What stands for no value among numbers.
const NOTHING: i64 = i64::MIN;

/// A column in the form its shape asks for.
#[derive(Clone, Debug)]
pub enum Column {
    /// Few different values: choices and links.
    Codes(Codes),
    /// Numbers, flags, days and moments.
    Numbers(Chunks<i64>),
    /// Texts.
    Texts(Texts),
    /// Anything else.
    Values(Chunks<Value>),
}

/// Values by number: each different one is kept once.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    rows: Chunks<u32>,
    dictionary: Arc<Dictionary>,
}

#[derive(Clone, Debug, Default)]
struct Dictionary {
    values: Vec<Value>,
    numbers: HashMap<Key, u32>,
}

/// A value of a dictionary, as a key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Text(String),
    Link(crate::domain::RecordId),
}

impl Column {
    /// An empty column for values of a shape.
    pub fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Choice(_) | Shape::Link(_) => Self::Codes(Codes::default()),
            Shape::Int | Shape::Flag | Shape::Date | Shape::At => Self::Numbers(Chunks::default()),
            Shape::Text => Self::Texts(Texts::default()),
            _ => Self::Values(Chunks::default()),
        }
    }

    /// Adds a row.
    pub fn push(&mut self, value: &Value) {
        match self {
            Self::Codes(codes) => {
                let code = codes.code(value);
                codes.rows.push(code);
            }
            Self::Numbers(rows) => rows.push(number(value)),
            Self::Texts(rows) => rows.push(value.as_text().unwrap_or_default()),
            Self::Values(rows) => rows.push(value.clone()),
        }
    }

    /// Changes rows that differ.
    pub fn set_many<'a>(&mut self, rows: impl Iterator<Item = (usize, &'a Value)>) {
        match self {
            Self::Codes(codes) => {
                for (row, value) in rows {
                    let code = codes.code(value);
                    if codes.rows.get(row) != Some(&code) {
                        codes.rows.set(row, code);
                    }
                }
            }
            Self::Numbers(numbers) => {
                for (row, value) in rows {
                    let number = number(value);
                    if numbers.get(row) != Some(&number) {
                        numbers.set(row, number);
                    }
                }
            }
            Self::Texts(texts) => {
                let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
                texts.set_many(rows.map(|(row, value)| (row, text(value))).collect());
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
            Self::Numbers(rows) => match (rows.get(row), shape) {
                (None | Some(&NOTHING), _) => Value::Empty,
                (Some(number), Shape::Flag) => Value::Flag(*number != 0),
                (Some(number), Shape::At) => Value::At(Timestamp(*number)),
                (Some(number), Shape::Date) => day(*number),
                (Some(number), _) => Value::Int(*number),
            },
            Self::Texts(rows) => match rows.get(row) {
                "" => Value::Empty,
                text => Value::Text(text.to_owned()),
            },
            Self::Values(rows) => rows.get(row).cloned().unwrap_or_default(),
        }
    }

    /// The number of a row; days count from the first day of year 1.
    pub fn number(&self, row: usize) -> Option<i64> {
        match self {
            Self::Numbers(rows) => rows.get(row).copied().filter(|number| *number != NOTHING),
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
}

impl Codes {
    /// The number of each row's value.
    pub fn rows(&self) -> &Chunks<u32> {
        &self.rows
    }

    /// The different values, by number.
    pub fn values(&self) -> &[Value] {
        &self.dictionary.values
    }

    fn value(&self, row: usize) -> &Value {
        static EMPTY: Value = Value::Empty;
        let code = self.rows.get(row).copied().unwrap_or_default();
        self.dictionary.values.get(code as usize).unwrap_or(&EMPTY)
    }

    /// The number of a value, which is taken into the dictionary if it is new.
    fn code(&mut self, value: &Value) -> u32 {
        let key = match value {
            Value::Text(text) | Value::Choice(text) => Key::Text(text.clone()),
            Value::Link(record) => Key::Link(*record),
            _ => Key::Text(String::new()),
        };
        if let Some(code) = self.dictionary.numbers.get(&key) {
            return *code;
        }
        let dictionary = Arc::make_mut(&mut self.dictionary);
        if dictionary.values.is_empty() {
            // Number 0 is nothing, so that an empty row needs no look-up.
            dictionary.values.push(Value::Empty);
            dictionary.numbers.insert(Key::Text(String::new()), 0);
            if key == Key::Text(String::new()) {
                return 0;
            }
        }
        let code = dictionary.values.len() as u32;
        dictionary.values.push(value.clone());
        dictionary.numbers.insert(key, code);
        code
    }
}

fn number(value: &Value) -> i64 {
    use chrono::Datelike as _;
    match value {
        Value::Int(number) => *number,
        Value::Flag(flag) => i64::from(*flag),
        Value::At(at) => at.0,
        Value::Date(day) => i64::from(day.num_days_from_ce()),
        _ => NOTHING,
    }
}

fn day(number: i64) -> Value {
    let day = i32::try_from(number).ok().and_then(chrono::NaiveDate::from_num_days_from_ce_opt);
    day.map_or(Value::Empty, Value::Date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, RecordId};

    #[test]
    fn a_column_gives_back_what_it_was_given() {
        let link = RecordId { kind: Kind::User, uuid: uuid::Uuid::from_u128(7) };
        let lead = |name: &str| &Kind::Lead.field(name).unwrap().shape;
        for (shape, value) in [
            (lead("stage"), Value::Choice("mql".to_owned())),
            (lead("owner"), Value::Link(link)),
            (lead("blocked"), Value::Flag(true)),
            (lead("wake_on"), Value::Date("2026-11-21".parse().unwrap())),
            (lead("captured_at"), Value::At(Timestamp(5))),
            (lead("name"), Value::Text("王小明".to_owned())),
            (lead("budget"), Value::Empty),
        ] {
            let mut column = Column::of(shape);
            column.push(&Value::Empty);
            column.push(&value);
            assert_eq!(
                (column.value(shape, 0), column.value(shape, 1)),
                (Value::Empty, value.clone())
            );
            column.set_many([(0, &value), (1, &Value::Empty)].into_iter());
            assert_eq!((column.value(shape, 0), column.value(shape, 1)), (value, Value::Empty));
        }
    }
}
