//! Values as JSON, the form scripts see: field names of the schema, picklist values by their
//! stable ids, dates as ISO 8601, money as `{"amount", "currency"}`.

use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::{
    Currency, DELETED_AT, FieldInfo, Kind, Money, RecordId, Row, Shape, Tag, Timestamp, Value,
    fold::fold,
};

/// What cannot be read as a value: the field, and what it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadValue {
    /// The field.
    pub field: String,
    /// What it takes, as the schema describes it.
    pub expected: String,
}

/// A value as JSON.
pub fn value_to_json(shape: &Shape, value: &Value) -> Json {
    match (shape, value) {
        (_, Value::Empty) => Json::Null,
        (_, Value::Text(text) | Value::Long(text)) => json!(text),
        (_, Value::Choice(id)) => json!(id),
        (_, Value::Int(number)) => json!(number),
        (_, Value::Decimal(number)) => json!(number.to_string()),
        (_, Value::Flag(flag)) => json!(flag),
        (_, Value::Date(date)) => json!(date.to_string()),
        (_, Value::At(at)) => json!(at.iso()),
        (_, Value::Money(money)) => {
            json!({"amount": money.amount.to_string(), "currency": money.currency.code()})
        }
        (Shape::Link(_), Value::Link(record)) => json!(record.uuid.to_string()),
        (_, Value::Link(record)) => {
            json!({"kind": record.kind.name(), "id": record.uuid.to_string()})
        }
        (Shape::List(inner), Value::List(items)) => {
            items.iter().map(|item| value_to_json(inner, item)).collect()
        }
        (_, Value::List(items)) => {
            items.iter().map(|item| value_to_json(&Shape::Text, item)).collect()
        }
        (Shape::Part(fields), Value::Part(row)) => Json::Object(row_to_json(fields, row)),
        (_, Value::Part(row)) => Json::Object(row_to_json(&[], row)),
    }
}

/// The fields of a row as JSON, in the order of the schema; empty ones are left out. What the
/// schema does not know (custom fields, fields of a newer version) follows under `tag-<number>`.
pub fn row_to_json(fields: &[FieldInfo], row: &Row) -> Map<String, Json> {
    let mut out = Map::new();
    for field in fields {
        let value = row.get(field.tag);
        if !value.is_empty() {
            out.insert(field.name.to_owned(), value_to_json(&field.shape, value));
        }
    }
    let known = |tag: Tag| tag == DELETED_AT || fields.iter().any(|field| field.tag == tag);
    for (tag, value) in row.iter().filter(|(tag, _)| !known(*tag)) {
        out.insert(format!("tag-{tag}"), value_to_json(&Shape::Text, value));
    }
    out
}

/// A value from JSON. Texts are read as [`parse_value`] reads them, so that a script may write
/// `"2026-11-21"`, `true`, `"true"`, `12` or `"12"` alike.
pub fn value_from_json(field: &FieldInfo, json: &Json) -> Result<Value, BadValue> {
    of_json(&field.shape, json)
        .ok_or_else(|| BadValue { field: field.name.to_owned(), expected: expected(&field.shape) })
}

/// What a field takes: the choices of a closed list, else as the schema describes it.
fn expected(shape: &Shape) -> String {
    match shape {
        Shape::Choice(choices) if !choices.open => choices.values.join(", "),
        Shape::List(inner @ Shape::Choice(_)) => expected(inner),
        shape => shape.describe(),
    }
}

fn of_json(shape: &Shape, json: &Json) -> Option<Value> {
    match (shape, json) {
        (_, Json::Null) => Some(Value::Empty),
        (Shape::List(inner), Json::Array(items)) => {
            let items: Vec<Value> =
                items.iter().map(|item| of_json(inner, item)).collect::<Option<_>>()?;
            Some(if items.is_empty() { Value::Empty } else { Value::List(items) })
        }
        (Shape::Part(fields), Json::Object(map)) => {
            let mut row = Row::new();
            for (name, value) in map {
                let field = fields.iter().find(|field| field.name == name)?;
                row.set(field.tag, of_json(&field.shape, value)?);
            }
            Some(Value::Part(row))
        }
        (Shape::Money, Json::Object(map)) => {
            let amount = match map.get("amount")? {
                Json::String(text) => text.parse().ok()?,
                Json::Number(number) => number.to_string().parse().ok()?,
                _ => return None,
            };
            let currency = Currency::of(map.get("currency")?.as_str()?)?;
            Some(Value::Money(Money { amount, currency }))
        }
        (Shape::AnyLink, Json::Object(map)) => {
            let kind = Kind::of_name(map.get("kind")?.as_str()?)?;
            let uuid = map.get("id")?.as_str()?.parse().ok()?;
            Some(Value::Link(RecordId { kind, uuid }))
        }
        (_, Json::String(text)) => parse_value(shape, text),
        (_, Json::Number(number)) => parse_value(shape, &number.to_string()),
        (_, Json::Bool(flag)) => match shape {
            Shape::Flag => Some(Value::Flag(*flag)),
            _ => None,
        },
        _ => None,
    }
}

/// A value from text as a person types it into a form or a command line. Empty text is no value.
pub fn parse_value(shape: &Shape, text: &str) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Value::Empty);
    }
    match shape {
        Shape::Text => Some(Value::Text(text.to_owned())),
        Shape::Int => text.replace(',', "").parse().ok().map(Value::Int),
        Shape::Decimal => text.replace(',', "").parse().ok().map(Value::Decimal),
        Shape::Flag => parse_flag(text).map(Value::Flag),
        Shape::Date => text.replace('/', "-").parse().ok().map(Value::Date),
        Shape::At => Timestamp::of_iso(text).map(Value::At),
        Shape::Money => parse_money(text).map(Value::Money),
        Shape::Choice(choices) => {
            let spelling = text.to_lowercase().replace(['-', ' '], "_");
            let mut known = choices.values.iter().find(|id| **id == spelling);
            if known.is_none() {
                let folded = fold(text);
                known = choices.values.iter().find(|id| fold(id) == folded);
            }
            let own = || choices.open.then_some(text);
            known.copied().or_else(own).map(|id| Value::Choice(id.to_owned().into()))
        }
        Shape::Link(kind) => {
            let uuid: Uuid = text.parse().ok()?;
            Some(Value::Link(RecordId { kind: *kind, uuid }))
        }
        Shape::AnyLink => {
            let (kind, uuid) = text.split_once([':', '/', ' '])?;
            let kind = Kind::of_name(kind)?;
            Some(Value::Link(RecordId { kind, uuid: uuid.trim().parse().ok()? }))
        }
        Shape::List(inner) => {
            let items = text.split([';', '；']).map(|item| of_item(inner, item));
            let items: Vec<Value> = items.collect::<Option<_>>()?;
            Some(Value::List(items.into_iter().filter(|item| !item.is_empty()).collect()))
        }
        Shape::Part(_) => of_item(shape, text),
    }
}

/// An item of a list from text: of a part, its first field.
fn of_item(shape: &Shape, text: &str) -> Option<Value> {
    let Shape::Part(fields) = shape else { return parse_value(shape, text) };
    let first = fields.first()?;
    let value = parse_value(&first.shape, text)?;
    Some(if value.is_empty() { value } else { Value::Part(Row::new().with(first.tag, value)) })
}

fn parse_flag(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "y" | "1" | "是" => Some(true),
        "false" | "no" | "n" | "0" | "否" => Some(false),
        _ => None,
    }
}

/// An amount with its currency before or behind it: `TWD 1,200`, `1200 USD`, `NT$1,200`.
pub fn parse_money(text: &str) -> Option<Money> {
    let text = text.trim();
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-');
    let first = text.find(is_number)?;
    let rest = text.get(first..)?;
    let end = rest.find(|c| !is_number(c)).unwrap_or(rest.len());
    let (digits, behind) = (rest.get(..end)?, rest.get(end..)?);
    let amount: Decimal = digits.replace(',', "").parse().ok()?;
    let before = text.get(..first)?;
    let currency = if before.trim().is_empty() { behind } else { before };
    Some(Money { amount, currency: Currency::of(currency)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Fields as _, Lead, Phone};

    fn field(name: &str) -> &'static FieldInfo {
        Kind::Lead.field(name).unwrap()
    }

    #[test]
    fn what_is_written_can_be_read() {
        let lead = Lead {
            name: "王小明".to_owned(),
            phones: vec![Phone { raw: "0912".to_owned(), ..Phone::default() }],
            budget: parse_money("NT$1,200"),
            captured_at: Timestamp::of_iso("2026-11-21T01:02:03Z"),
            ..Lead::default()
        };
        let row = lead.to_row();
        let json = row_to_json(Kind::Lead.fields(), &row);
        let back: Row = json
            .iter()
            .map(|(name, json)| (field(name).tag, value_from_json(field(name), json).unwrap()))
            .collect();
        assert_eq!(back, row);
    }

    #[test]
    fn texts_are_read_by_shape() {
        for (name, text, json) in [
            ("budget", "TWD 1,200", json!({"amount": "1200", "currency": "TWD"})),
            ("wake_on", "2026/12/01", json!("2026-12-01")),
            ("do_not_call", "是", json!(true)),
            ("stage", "MQL", json!("mql")),
            ("tags", "vip; 電子", json!(["vip", "電子"])),
            (
                "phones",
                "0912-345-678",
                json!([{"raw": "0912-345-678", "kind": "mobile", "state": "unverified"}]),
            ),
        ] {
            let value = parse_value(&field(name).shape, text).unwrap();
            let shown = value_to_json(&field(name).shape, &value);
            if name == "phones" {
                assert_eq!(shown[0]["raw"], json[0]["raw"]);
            } else {
                assert_eq!(shown, json, "{name}");
            }
        }
        assert_eq!(parse_value(&field("wake_on").shape, "soon"), None);
        assert_eq!(parse_value(&field("stage").shape, "nonsense"), None);
    }
}
