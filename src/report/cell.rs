//! A cell of a sheet, and what it is counted in.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::{Decimal, prelude::ToPrimitive as _};
use serde_json::{Value as Json, json};

use crate::{
    domain::{Money, RecordId},
    i18n::{self, Lang, grouped},
};

/// What a column, or a row of a board, is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// How many.
    Count,
    /// Per cent, to two decimals.
    Percent,
    /// An amount in the base currency.
    Money,
    /// A plain number.
    Number,
    /// Days.
    Days,
    /// A calendar date.
    Date,
    /// Words.
    Text,
    /// The id of a record: for scripts, left out where people read.
    Id,
    /// Each row has its own, named in the column `unit`.
    Any,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words as they are.
    Text(String),
    /// How many.
    Count(u64),
    /// A plain number.
    Number(Decimal),
    /// Per cent, to two decimals.
    Percent(Decimal),
    /// An amount, to two decimals.
    Money(Money),
    /// A calendar date.
    Date(NaiveDate),
    /// A record, with the name it goes by.
    Record(RecordId, String),
    /// A word of the program by its stable id, such as a stage: the text `<list>-<id>`.
    Term(&'static str, Cow<'static, str>),
    /// Not applicable, or not known: never 0.
    Missing,
}

impl Cell {
    /// The cell for scripts: numbers as numbers, words of the program by their ids, a record by its
    /// name, money as `{"amount", "currency"}`, n/a as null.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Text(text) | Self::Record(_, text) => json!(text),
            Self::Count(count) => json!(count),
            Self::Number(number) | Self::Percent(number) => json!(number.to_f64()),
            Self::Money(money) => json!({
                "amount": format!("{:.2}", money.amount),
                "currency": money.currency.code(),
            }),
            Self::Date(day) => json!(day.to_string()),
            Self::Term(_, id) => json!(id),
            Self::Missing => Json::Null,
        }
    }

    /// The cell for people, in their language; on one line whatever a name holds.
    pub fn to_text(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) | Self::Record(_, text) => text.replace(char::is_control, " "),
            Self::Count(count) => grouped(*count),
            Self::Number(number) => grouped_decimal(*number),
            Self::Percent(percent) => format!("{} %", grouped_decimal(*percent)),
            Self::Money(money) => {
                format!("{} {}", money.currency.code(), grouped_decimal(money.amount))
            }
            Self::Date(day) => day.to_string(),
            Self::Term(list, id) => {
                i18n::known(lang, &format!("{list}-{id}")).map_or_else(|| id.to_string(), Cow::into)
            }
            Self::Missing => i18n::text(lang, "not-applicable").into_owned(),
        }
    }

    /// The cell for a table program: numbers without signs for thousands, per cent and currency, n/a as
    /// nothing, words as for people.
    pub fn to_plain(&self, lang: Lang) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Number(number) | Self::Percent(number) => number.to_string(),
            Self::Money(money) => format!("{:.2}", money.amount),
            Self::Missing => String::new(),
            _ => self.to_text(lang),
        }
    }

    /// Whether it is a number, which stands at the right edge of its column.
    pub fn is_number(&self) -> bool {
        matches!(
            self,
            Self::Count(_) | Self::Number(_) | Self::Percent(_) | Self::Money(_) | Self::Missing
        )
    }
}

impl Unit {
    /// The stable id; its label is the text `unit-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Number => "number",
            Self::Days => "days",
            Self::Date => "date",
            Self::Text => "text",
            Self::Id => "id",
            Self::Any => "any",
        }
    }
}

/// Two decimals, digits before the point in groups of three.
fn grouped_decimal(number: Decimal) -> String {
    let text = format!("{:.2}", number.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, "00"));
    let sign = if number.is_sign_negative() && !number.is_zero() { "−" } else { "" };
    // What is too long for a count is no amount that is read by its groups.
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), grouped);
    format!("{sign}{whole}.{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Currency, Kind};

    #[test]
    fn cells_are_written_for_people_and_for_scripts() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let money = Money { amount: number("1234567.5"), currency: Currency::TWD };
        let record = RecordId { kind: Kind::Campaign, uuid: uuid::Uuid::nil() };
        for (cell, text, plain, json) in [
            (Cell::Count(1_248), "1,248", "1248", json!(1248)),
            (Cell::Percent(number("75.44")), "75.44 %", "75.44", json!(75.44)),
            (Cell::Percent(number("-100")), "−100.00 %", "-100", json!(-100.0)),
            (
                Cell::Money(money),
                "TWD 1,234,567.50",
                "1234567.50",
                json!({"amount": "1234567.50", "currency": "TWD"}),
            ),
            (Cell::Record(record, "包裝\n展".to_owned()), "包裝 展", "包裝 展", json!("包裝\n展")),
            (Cell::Missing, "n/a", "", Json::Null),
        ] {
            assert_eq!((cell.to_text(Lang::En).as_str(), cell.to_json()), (text, json));
            assert_eq!(cell.to_plain(Lang::En), plain);
        }
    }
}
