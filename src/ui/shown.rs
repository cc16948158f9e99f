//! A value as a person reads it.

use rust_decimal::{Decimal, RoundingStrategy};

use super::days;
use crate::{
    domain::{Address, FieldInfo, Fields as _, Kind, Money, ProductLine, Row, Shape, Value, fold},
    i18n::{Lang, grouped, known, text, text_with},
    model::Model,
    query::label,
};

/// Between fields that belong together.
const BETWEEN: &str = " · ";

/// A value as a person reads it; empty if there is none. Several values stand one below the other.
pub(super) fn shown(model: &Model, lang: Lang, shape: &Shape, value: &Value) -> String {
    let zone = model.settings().zone();
    match (shape, value) {
        (_, Value::Empty) => String::new(),
        (Shape::Choice(choices), Value::Choice(id)) => choice(lang, choices.name, id),
        (_, Value::Text(text) | Value::Long(text)) => text.clone(),
        (_, Value::Choice(id)) => id.clone().into_owned(),
        (_, Value::Int(number)) => number.to_string(),
        (_, Value::Decimal(number)) => decimal(*number),
        (_, Value::Flag(true)) => text(lang, "value-yes").into_owned(),
        (_, Value::Flag(false)) => text(lang, "value-no").into_owned(),
        (_, Value::Date(day)) => days::date(*day, lang),
        (_, Value::At(at)) => days::moment(*at, zone, lang),
        (_, Value::Money(money)) => amount(*money),
        (_, Value::Link(record)) => label(model, *record),
        (Shape::List(item), Value::List(values)) => {
            let lines: Vec<String> =
                values.iter().map(|value| shown(model, lang, item, value)).collect();
            lines.join("\n")
        }
        (Shape::Part(fields), Value::Part(row)) => part(model, lang, fields, row),
        (_, Value::List(_) | Value::Part(_)) => String::new(),
    }
}

/// The label of a field.
pub(super) fn field_label(lang: Lang, kind: Kind, name: &str) -> String {
    let own = known(lang, &format!("field-{}-{name}", kind.name()));
    own.unwrap_or_else(|| text(lang, &format!("field-{name}"))).into_owned()
}

/// The label of a value of a list; the id itself where a workspace has added it.
pub(super) fn choice(lang: Lang, list: &str, id: &str) -> String {
    known(lang, &format!("{list}-{id}")).map_or_else(|| id.to_owned(), |label| label.into_owned())
}

/// A reason given with a command: one of the lists, or the person's words.
pub(super) fn reason(lang: Lang, note: &str) -> String {
    let lists = ["disqualify_reason", "lost_reason"].into_iter();
    let mut known = lists.filter_map(|list| known(lang, &format!("{list}-{note}")));
    known.next().map_or_else(|| note.to_owned(), |words| words.into_owned())
}

fn part(model: &Model, lang: Lang, fields: &[FieldInfo], row: &Row) -> String {
    if fields.iter().any(|field| field.name == "street") {
        return address(lang, &Address::from_row(row.clone()));
    }
    if fields.iter().any(|field| field.name == "list_price") {
        return product_line(&ProductLine::from_row(row.clone()));
    }
    let values = fields.iter().map(|field| match (field.name, row.get(field.tag)) {
        // That someone is still there goes without saying.
        ("active", Value::Flag(true)) => String::new(),
        ("active", _) => text(lang, "account-left").into_owned(),
        (_, value) => shown(model, lang, &field.shape, value),
    });
    values.filter(|value| !value.is_empty()).collect::<Vec<_>>().join(BETWEEN)
}

/// What was ordered, how many, for how much each; and the price of the list where it is another one.
fn product_line(line: &ProductLine) -> String {
    let price = line.unit_price.or(line.list_price).map(decimal);
    let list = line.list_price.filter(|list| line.unit_price.is_some_and(|unit| unit != *list));
    let count = match (line.quantity.map(decimal), price) {
        (Some(count), Some(price)) => format!("{count} × {price}"),
        (count, price) => count.or(price).unwrap_or_default(),
    };
    let list = list.map(|list| format!("({})", decimal(list)));
    let discount = line.discount.filter(|it| !it.is_zero()).map(|it| format!("−{} %", decimal(it)));
    let words = [Some(line.product.clone()), Some(count), list, discount];
    words.into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(BETWEEN)
}

/// An address in the order of the reader's language.
fn address(lang: Lang, address: &Address) -> String {
    let Address { country, region, city, street, postcode, .. } = address;
    let filled = |parts: &[&str], between: &str| {
        let parts = parts.iter().filter(|part| !part.is_empty());
        parts.copied().collect::<Vec<_>>().join(between)
    };
    let is_han = |text: &str| text.chars().any(fold::is_han);
    match lang {
        Lang::ZhTw | Lang::ZhCn if is_han(street) || is_han(city) || is_han(region) => {
            let place = filled(&[region, city, street], "");
            filled(&[postcode, &place, country], " ")
        }
        _ => {
            let place = filled(&[region, postcode], " ");
            filled(&[street, city, &place, country], ", ")
        }
    }
}

/// An amount with its currency: whole, or with cents.
pub(super) fn amount(money: Money) -> String {
    let mut number = money.amount.normalize();
    if number.scale() == 1 {
        number.rescale(2);
    }
    format!("{} {}", money.currency.code(), decimal(number))
}

/// The name of a deal where its account stands beside it: without the account, which often begins it.
pub(super) fn without_account<'a>(name: &'a str, account: &str) -> &'a str {
    let rest = name.strip_prefix(account).filter(|_| !account.is_empty()).unwrap_or(name);
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || "-–—·:：,，".contains(c));
    if rest.is_empty() { name } else { rest }
}

/// An amount where there is little room: large ones rounded to three or four digits, in the units of the language.
pub(super) fn compact(money: Money, lang: Lang) -> String {
    let units: [(i64, &str); 2] = match lang {
        Lang::En => [(1_000_000_000, "amount-billion"), (1_000_000, "amount-million")],
        Lang::ZhTw | Lang::ZhCn => [(100_000_000, "amount-billion"), (10_000, "amount-million")],
    };
    let size = money.amount.abs();
    let unit = units.iter().find(|(unit, _)| size >= Decimal::from(*unit));
    let number = match unit {
        None => decimal(rounded(money.amount, 0)),
        Some((unit, key)) => {
            let number = money.amount / Decimal::from(*unit);
            let places = if number.abs() < Decimal::from(1_000) { 2 } else { 0 };
            let number = decimal(rounded(number, places));
            text_with(lang, key, &[("number", number.into())]).into_owned()
        }
    };
    format!("{} {number}", money.currency.code())
}

/// A number rounded as people round.
pub(super) fn rounded(number: Decimal, places: u32) -> Decimal {
    number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize()
}

pub(super) fn decimal(number: Decimal) -> String {
    let text = number.abs().to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), grouped);
    let sign = if number.is_sign_negative() && !number.is_zero() { "−" } else { "" };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Currency, Phone};

    #[test]
    fn values_read_as_people_write_them() {
        let model = Model::default();
        let lead = |name: &str| &Kind::Lead.field(name).unwrap().shape;
        let budget = Money { amount: Decimal::new(123_456_750, 2), currency: Currency::TWD };
        let phone = Phone { raw: "0912-345-678".to_owned(), ..Phone::default() };
        for (field, value, expected) in [
            ("stage", Value::Choice("mql".into()), "MQL"),
            ("source", Value::Choice("own_source".into()), "own_source"),
            ("budget", Value::Money(budget), "TWD 1,234,567.50"),
            ("blocked", Value::Flag(true), "Yes"),
            ("wake_on", Value::Date("2026-11-21".parse().unwrap()), "21 Nov 2026"),
            ("tags", Value::List(vec![Value::Text("a".into()), Value::Text("b".into())]), "a\nb"),
            (
                "phones",
                crate::domain::FieldType::to_value(&vec![phone]),
                "0912-345-678 · Mobile · Unverified",
            ),
            ("need", Value::Empty, ""),
        ] {
            assert_eq!(shown(&model, Lang::En, lead(field), &value), expected, "{field}");
        }
        assert_eq!(decimal(Decimal::new(-5, 1)), "−0.5");
        for (amount, en, zh) in [
            (0, "TWD 0", "TWD 0"),
            (9_999, "TWD 9,999", "TWD 9,999"),
            (10_420_000, "TWD 10.42M", "TWD 1,042 萬"),
            (-6_000_000, "TWD −6M", "TWD −600 萬"),
            (2_345_678_901, "TWD 2.35B", "TWD 23.46 億"),
        ] {
            let money = Money::whole(amount, Currency::TWD);
            assert_eq!(
                (compact(money, Lang::En), compact(money, Lang::ZhTw)),
                (en.into(), zh.into())
            );
        }
        let street = "龜山區文化二路10號".to_owned();
        let (city, postcode) = ("桃園市".to_owned(), "333".to_owned());
        let office =
            Address { street, city, postcode, country: "TW".to_owned(), ..Address::default() };
        for (lang, expected) in [
            (Lang::ZhTw, "333 桃園市龜山區文化二路10號 TW"),
            (Lang::En, "龜山區文化二路10號, 桃園市, 333, TW"),
        ] {
            assert_eq!(address(lang, &office), expected);
        }
    }

    #[test]
    fn lines_and_deals_say_what_they_are_of() {
        let price = |number: i64| Some(Decimal::from(number));
        let line = |unit: Option<Decimal>, discount| ProductLine {
            product: "立袋".to_owned(),
            quantity: price(1_200),
            list_price: price(10),
            unit_price: unit,
            discount,
            ..ProductLine::default()
        };
        assert_eq!(product_line(&line(price(10), None)), "立袋 · 1,200 × 10");
        assert_eq!(product_line(&line(price(9), price(5))), "立袋 · 1,200 × 9 · (10) · −5 %");
        for (name, account, expected) in [
            ("聯穗食品 – 立袋", "聯穗食品", "立袋"),
            ("聯穗食品", "聯穗食品", "聯穗食品"),
            ("立袋", "", "立袋"),
        ] {
            assert_eq!(without_account(name, account), expected);
        }
    }
}
