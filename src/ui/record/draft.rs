//! A value being changed: what was typed and chosen so far, and the value it comes to.

use crate::{
    domain::{Currency, FieldInfo, Phone, RecordId, Row, Shape, Value, parse_value},
    model::Model,
    ui::{Cx, days, widgets::PickerState},
};

/// A value being changed.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum Draft {
    /// Words, a number, a day or a moment, as typed.
    Words(String),
    /// Yes or no.
    Flag(bool),
    /// An amount and its currency, as typed.
    Money(String, String),
    /// One of a list, by its id.
    Choice(String, PickerState),
    /// A record.
    Link(Option<RecordId>, PickerState),
    /// Several of a list, or several words or records.
    Several(Vec<Value>, PickerState),
    /// Fields that belong together.
    Part(PartDraft),
    /// Several of those.
    Parts(Vec<PartDraft>),
}

/// Fields that belong together, being changed.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct PartDraft {
    /// As they were: what no editor shows is kept.
    base: Row,
    /// Those that are edited.
    pub fields: Vec<(&'static FieldInfo, Draft)>,
}

/// Fields of parts that follow from others or are kept by rules.
const FOLLOWING: &[&str] = &["e164", "history", "batch"];

impl Draft {
    /// A value as it can be changed.
    pub fn of(model: &Model, shape: &Shape, value: &Value) -> Self {
        match (shape, value) {
            (Shape::Flag, value) => Self::Flag(*value == Value::Flag(true)),
            (Shape::Money, Value::Money(money)) => {
                Self::Money(money.amount.normalize().to_string(), money.currency.code().to_owned())
            }
            (Shape::Money, _) => {
                let currency = model.settings().base_currency();
                Self::Money(String::new(), currency.code().to_owned())
            }
            (Shape::Choice(_), value) => {
                Self::Choice(value.as_text().unwrap_or_default().to_owned(), PickerState::fresh())
            }
            (Shape::Link(_) | Shape::AnyLink, value) => {
                Self::Link(value.as_link(), PickerState::fresh())
            }
            (Shape::Part(fields), value) => Self::Part(PartDraft::of(model, fields, value)),
            (Shape::List(Shape::Part(fields)), value) => {
                let items = value.items().iter();
                Self::Parts(items.map(|item| PartDraft::of(model, fields, item)).collect())
            }
            (Shape::List(_), value) => Self::Several(value.items().to_vec(), PickerState::fresh()),
            (_, Value::Empty) => Self::Words(String::new()),
            (_, Value::Text(text)) => Self::Words(text.clone()),
            (_, Value::Int(number)) => Self::Words(number.to_string()),
            (_, Value::Decimal(number)) => Self::Words(number.normalize().to_string()),
            (_, Value::Date(day)) => Self::Words(day.to_string()),
            (_, Value::At(at)) => Self::Words(days::typed(*at, model.settings().zone())),
            _ => Self::Words(String::new()),
        }
    }

    /// What the draft comes to; none if it cannot be read as a value of the shape.
    pub fn value(&self, shape: &Shape, calendar: Calendar) -> Option<Value> {
        match (self, shape) {
            (Self::Words(text), _) if text.trim().is_empty() => Some(Value::Empty),
            (Self::Words(text), Shape::Date) => days::read(text, calendar.today).map(Value::Date),
            (Self::Words(text), Shape::At) => {
                days::read_moment(text, calendar.today, calendar.zone).map(Value::At)
            }
            (Self::Words(text), _) => parse_value(shape, text),
            (Self::Flag(flag), _) => Some(if *flag { Value::Flag(true) } else { Value::Empty }),
            (Self::Money(amount, _), _) if amount.trim().is_empty() => Some(Value::Empty),
            (Self::Money(amount, currency), _) => {
                let currency = Currency::of(currency)?;
                parse_value(&Shape::Money, &format!("{} {amount}", currency.code()))
            }
            (Self::Choice(id, _), _) if id.is_empty() => Some(Value::Empty),
            (Self::Choice(id, _), _) => Some(Value::Choice(id.clone().into())),
            (Self::Link(record, _), _) => Some(record.map_or(Value::Empty, Value::Link)),
            (Self::Several(values, _), _) => Some(list(values.clone())),
            (Self::Part(part), _) => part.value(calendar),
            (Self::Parts(parts), _) => {
                let parts = parts.iter().map(|part| part.value(calendar)).collect::<Option<_>>()?;
                Some(list(parts))
            }
        }
    }
}

/// What decides how days are read.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Calendar {
    /// The day it is.
    pub today: chrono::NaiveDate,
    /// The zone of the workspace.
    pub zone: chrono_tz::Tz,
}

impl Calendar {
    /// The calendar of who is looking.
    pub fn of(cx: &Cx<'_>) -> Self {
        let zone = cx.model.settings().zone();
        Self { today: cx.now().day(zone), zone }
    }
}

impl PartDraft {
    /// Fields that belong together, as they can be changed.
    pub fn of(model: &Model, fields: &'static [FieldInfo], value: &Value) -> Self {
        let base = match value {
            Value::Part(row) => row.clone(),
            _ => Row::new(),
        };
        let edited = fields.iter().filter(|field| !FOLLOWING.contains(&field.name));
        let draft = |field: &'static FieldInfo| {
            (field, Draft::of(model, &field.shape, base.get(field.tag)))
        };
        Self { fields: edited.map(draft).collect(), base: base.clone() }
    }

    fn value(&self, calendar: Calendar) -> Option<Value> {
        let mut row = self.base.clone();
        for (field, draft) in &self.fields {
            row.set(field.tag, draft.value(&field.shape, calendar)?);
        }
        let is_phone = self.fields.iter().any(|(field, _)| field.name == "raw");
        if is_phone && row.get(Phone::raw) != self.base.get(Phone::raw) {
            // Another number: how it is dialled is worked out anew.
            row.set(Phone::e164, Value::Empty);
        }
        // What was never filled in is no part at all.
        let says_something =
            self.fields.iter().any(|(field, _)| is_said(field, row.get(field.tag)));
        Some(if says_something { Value::Part(row) } else { Value::Empty })
    }
}

/// Whether a value of a part was given by someone: choices have a value of their own while nobody chose.
fn is_said(field: &FieldInfo, value: &Value) -> bool {
    !value.is_empty() && !matches!(field.shape, Shape::Choice(_) | Shape::Flag)
}

fn list(values: Vec<Value>) -> Value {
    let values: Vec<Value> = values.into_iter().filter(|value| !value.is_empty()).collect();
    if values.is_empty() { Value::Empty } else { Value::List(values) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FieldType as _, Kind, Money, PhoneKind};

    fn calendar() -> Calendar {
        Calendar { today: "2026-11-21".parse().unwrap(), zone: chrono_tz::Asia::Taipei }
    }

    #[test]
    fn what_is_not_changed_comes_back_as_it_was() {
        let model = Model::default();
        let phone = Phone {
            raw: "0912-345-678".to_owned(),
            e164: "+886912345678".to_owned(),
            kind: PhoneKind::Mobile,
            ..Phone::default()
        };
        let budget = Money::whole(1_200_000, Currency::TWD);
        for (field, value) in [
            ("need", Value::Text("立袋".to_owned())),
            ("wake_on", Value::Date("2026-11-24".parse().unwrap())),
            ("captured_at", Value::At(crate::domain::Timestamp(1_795_226_400_000))),
            ("budget", Value::Money(budget)),
            ("source", Value::Choice("trade_fair".into())),
            ("blocked", Value::Flag(true)),
            ("tags", Value::List(vec![Value::Text("vip".to_owned())])),
            ("phones", vec![phone].to_value()),
            ("need", Value::Empty),
        ] {
            let shape = &Kind::Lead.field(field).unwrap().shape;
            let draft = Draft::of(&model, shape, &value);
            assert_eq!(draft.value(shape, calendar()), Some(value), "{field}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_no_value() {
        for (shape, text, expected) in [
            (Shape::Int, "12", Some(Value::Int(12))),
            (Shape::Int, "twelve", None),
            (Shape::Date, "11/24", Some(Value::Date("2026-11-24".parse().unwrap()))),
            (Shape::Date, "soon", None),
        ] {
            let draft = Draft::Words(text.to_owned());
            assert_eq!(draft.value(&shape, calendar()), expected, "{text}");
        }
        let money = |currency: &str| Draft::Money("1,200".to_owned(), currency.to_owned());
        let whole = Value::Money(Money::whole(1_200, Currency::TWD));
        assert_eq!(money("TWD").value(&Shape::Money, calendar()), Some(whole));
        assert_eq!(money("?").value(&Shape::Money, calendar()), None);
    }

    #[test]
    fn another_number_is_dialled_anew() {
        let model = Model::default();
        let phone = Phone {
            raw: "0912-345-678".to_owned(),
            e164: "+886912345678".to_owned(),
            ..Phone::default()
        };
        let shape = &Kind::Lead.field("phones").unwrap().shape;
        let Draft::Parts(mut parts) = Draft::of(&model, shape, &vec![phone].to_value()) else {
            panic!("phones are parts");
        };
        parts[0].fields[0].1 = Draft::Words("0987-654-321".to_owned());
        let value = Draft::Parts(parts).value(shape, calendar()).unwrap();
        let phones: Vec<Phone> = crate::domain::parts(&value).collect();
        assert_eq!((phones[0].raw.as_str(), phones[0].e164.as_str()), ("0987-654-321", ""));
    }
}
