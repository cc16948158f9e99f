//! What a value in a filter stands for, given the shape of its field.

use chrono::{Datelike as _, NaiveDate};
use chrono_tz::Tz;
use rust_decimal::Decimal;

use super::{
    dates::{self, DaySpan},
    ranges::{Amounts, Numbers},
    syntax::{Operator, Piece},
};
use crate::{
    domain::{
        Choices, Currency, Shape, Timestamp, Value, fold::fold, parse_money, parse_value,
        score::grade_of,
    },
    i18n::{self, Lang},
};

/// What decides how dates are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar {
    /// The day of the viewer.
    pub today: NaiveDate,
    /// The zone of the workspace.
    pub zone: Tz,
}

/// Whether the value asks for an empty field: `none`, or nothing in quotes.
pub(super) fn is_none(value: &Piece) -> bool {
    value.is("none") || value.is_quoted && value.text.trim().is_empty()
}

/// The numbers, flags, days or moments that a value asks for; none if it is nothing of the kind.
pub(super) fn numbers(
    shape: &Shape,
    operator: Operator,
    value: &Piece,
    calendar: Calendar,
) -> Option<Numbers> {
    if operator.is_plain() && is_none(value) {
        return Some(Numbers::empty());
    }
    let text = value.text.trim();
    match shape {
        Shape::Flag => flag(text).filter(|_| operator.is_plain()).map(Numbers::flag),
        Shape::Date => {
            let days = dates::days(text, calendar.today)?;
            let number = |day: NaiveDate| i64::from(day.num_days_from_ce());
            Some(Numbers::compared(operator, number(days.first), number(days.last)))
        }
        Shape::At => {
            let (first, last) = moments(text, calendar)?;
            Some(Numbers::compared(operator, first, last))
        }
        _ => {
            let (low, high) = range(text, |text| text.parse().ok())?;
            Some(Numbers::compared(operator, low, high))
        }
    }
}

/// The amounts that a value asks for; the number alone means any currency.
pub(super) fn amounts(operator: Operator, value: &Piece) -> Option<Amounts> {
    let text = value.text.trim();
    if let Some(range) = range(text, |text| text.parse::<Decimal>().ok()) {
        return Some(Amounts::compared(operator, range, None));
    }
    let money = parse_money(text)?;
    let currency: Option<Currency> = Some(money.currency);
    Some(Amounts::compared(operator, (money.amount, money.amount), currency))
}

/// The days a duration asks for, such as `14d`.
pub(super) fn durations(operator: Operator, value: &Piece) -> Option<Numbers> {
    if operator.is_plain() && is_none(value) {
        return Some(Numbers::empty());
    }
    let (low, high) = range(value.text.trim(), dates::duration)?;
    Some(Numbers::compared(operator, low, high))
}

/// The grades a value asks for, such as `B+`.
pub(super) fn grades(operator: Operator, value: &Piece) -> Option<Numbers> {
    let text = value.text.trim();
    let (low, high) = range(text, |text| grade_of(text).map(i64::from))?;
    Some(Numbers::compared(operator, low, high))
}

/// Yes, no or nothing.
pub(super) fn states(operator: Operator, value: &Piece) -> Option<Numbers> {
    match (operator.is_plain(), is_none(value)) {
        (false, _) => None,
        (true, true) => Some(Numbers::empty()),
        (true, false) => {
            let number = i64::from(flag(value.text.trim())?);
            Some(Numbers::compared(operator, number, number))
        }
    }
}

/// The ids of the shipped values of a choice that a folded text names: by id, or by label in any
/// language.
pub(super) fn choices_named(choices: &Choices, folded: &str) -> Vec<String> {
    let is_label = |id: &str| {
        let key = format!("{}-{id}", choices.name);
        let mut labels = Lang::ALL.iter().filter_map(|lang| i18n::known(*lang, &key));
        labels.any(|label| fold(&label) == folded)
    };
    let spelling = folded.replace([' ', '-'], "_");
    let is_it = |id: &&&str| **id == spelling || fold(id) == folded || is_label(id);
    choices.values.iter().filter(is_it).map(|id| (*id).to_owned()).collect()
}

fn flag(text: &str) -> Option<bool> {
    match parse_value(&Shape::Flag, text)? {
        Value::Flag(flag) => Some(flag),
        _ => None,
    }
}

/// The first and the last millisecond of a date or a moment.
fn moments(text: &str, calendar: Calendar) -> Option<(i64, i64)> {
    if let Some(DaySpan { first, last }) = dates::days(text, calendar.today) {
        let start = Timestamp::start_of(first, calendar.zone);
        let end = Timestamp::start_of(last.succ_opt()?, calendar.zone);
        return Some((start.0, end.0.saturating_sub(1)));
    }
    // A moment is shown to the second.
    let at = Timestamp::of_iso(text)?;
    Some((at.0, at.0.saturating_add(999)))
}

fn range<T: Copy>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<(T, T)> {
    match text.split_once("..") {
        Some((low, high)) => Some((parse(low.trim())?, parse(high.trim())?)),
        None => parse(text).map(|it| (it, it)),
    }
}
