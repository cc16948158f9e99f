//! Which numbers, days, moments and amounts pass.

use rust_decimal::Decimal;

use super::syntax::Operator;
use crate::{
    domain::{Currency, Value},
    model::NOTHING,
};

/// Whole numbers that pass; also flags, days (from the first day of year 1) and moments.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Numbers {
    /// From and up to, both included.
    ranges: Vec<(i64, i64)>,
    /// Whether no value passes too.
    empty: bool,
}

impl Numbers {
    /// No value passes, and nothing else.
    pub fn empty() -> Self {
        Self { ranges: Vec::new(), empty: true }
    }

    /// What compares so to the numbers from `low` to `high`.
    pub fn compared(operator: Operator, low: i64, high: i64) -> Self {
        let least = NOTHING + 1;
        let range = match operator {
            Operator::Has | Operator::Is | Operator::Under => (low.max(least), high),
            Operator::AtLeast => (low.max(least), i64::MAX),
            Operator::Above => match high.checked_add(1) {
                Some(above) => (above, i64::MAX),
                None => return Self::default(),
            },
            Operator::AtMost => (least, high),
            Operator::Below => (least, low.saturating_sub(1)),
        };
        Self { ranges: vec![range], empty: false }
    }

    /// A flag that is set, or that is not: a flag that was never set is empty.
    pub fn flag(is_set: bool) -> Self {
        Self { ranges: vec![if is_set { (1, 1) } else { (0, 0) }], empty: !is_set }
    }

    /// What passes one of both.
    #[must_use]
    pub fn or(mut self, other: Self) -> Self {
        self.ranges.extend(other.ranges);
        self.empty |= other.empty;
        self
    }

    /// Whether a number passes; none is no value.
    pub fn has(&self, number: Option<i64>) -> bool {
        match number {
            None => self.empty,
            Some(number) => self.ranges.iter().any(|(low, high)| (*low..=*high).contains(&number)),
        }
    }

    /// Whether a number of a column passes.
    pub fn has_stored(&self, number: i64) -> bool {
        self.has((number != NOTHING).then_some(number))
    }

    /// The only range, if there is one and no value does not pass.
    pub fn only_range(&self) -> Option<(i64, i64)> {
        match *self.ranges.as_slice() {
            [range] if !self.empty => Some(range),
            _ => None,
        }
    }

    /// The same question about other numbers: `map` says for a range which others lie in it.
    #[must_use]
    pub fn mapped(&self, map: impl Fn((i64, i64)) -> (i64, i64)) -> Self {
        Self { ranges: self.ranges.iter().copied().map(map).collect(), empty: self.empty }
    }
}

/// Amounts that pass.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amounts {
    operator: Operator,
    low: Decimal,
    high: Decimal,
    /// Only amounts of this currency; any if none was named.
    currency: Option<Currency>,
}

impl Amounts {
    /// What compares so to the amounts from `low` to `high`.
    pub fn compared(
        operator: Operator,
        (low, high): (Decimal, Decimal),
        currency: Option<Currency>,
    ) -> Self {
        Self { operator, low, high, currency }
    }

    /// Whether a decimal number or an amount of money passes.
    pub fn has(&self, value: &Value) -> bool {
        let amount = match value {
            Value::Decimal(amount) => amount,
            Value::Money(money) if self.currency.is_none_or(|it| it == money.currency) => {
                &money.amount
            }
            _ => return false,
        };
        match self.operator {
            Operator::Has | Operator::Is | Operator::Under => {
                (self.low..=self.high).contains(amount)
            }
            Operator::AtLeast => *amount >= self.low,
            Operator::Above => *amount > self.high,
            Operator::AtMost => *amount <= self.high,
            Operator::Below => *amount < self.low,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare() {
        for (operator, passing) in [
            (Operator::Has, &[5_i64, 6] as &[i64]),
            (Operator::AtLeast, &[5, 6, 7, i64::MAX]),
            (Operator::Above, &[7, i64::MAX]),
            (Operator::AtMost, &[4, 5, 6]),
            (Operator::Below, &[4]),
        ] {
            let numbers = Numbers::compared(operator, 5, 6);
            let found: Vec<i64> = [NOTHING, 4, 5, 6, 7, i64::MAX]
                .into_iter()
                .filter(|it| numbers.has_stored(*it))
                .collect();
            assert_eq!(found, passing, "{operator:?}");
        }
        assert!(!Numbers::compared(Operator::Above, i64::MAX, i64::MAX).has(Some(i64::MAX)));
        assert!(!Numbers::compared(Operator::Below, i64::MIN, i64::MIN).has(None));
        assert!(Numbers::flag(false).has(None) && !Numbers::flag(true).has(None));
    }
}
