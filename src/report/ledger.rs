//! Sums of money in the base currency: exact, with what could not be counted listed.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Behind, Note};
use crate::domain::{Currency, Money, RecordId, Settings};

/// What an amount is of; chooses the words of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    Cost,
    Order,
    Opportunity,
}

/// Amounts on their way into sums.
#[derive(Debug)]
pub(super) struct Ledger {
    base: Currency,
    /// By currency: from which day on a unit is worth how much of the base currency.
    rates: HashMap<Currency, Vec<(NaiveDate, Decimal)>>,
    left_out: BTreeMap<(&'static str, Of, Option<Currency>), Vec<RecordId>>,
}

impl Ledger {
    /// A ledger in the base currency of the workspace, with its exchange rates.
    pub fn of(settings: &Settings) -> Self {
        let mut rates: HashMap<_, Vec<_>> = HashMap::new();
        for rate in &settings.exchange_rates {
            let worth = rate.rate.filter(|worth| *worth > Decimal::ZERO);
            if let (Some(currency), Some(worth)) = (rate.currency, worth) {
                let from = rate.from.unwrap_or(NaiveDate::MIN);
                rates.entry(currency).or_default().push((from, worth));
            }
        }
        for of_currency in rates.values_mut() {
            of_currency.sort_by_key(|(from, _)| *from);
        }
        Self { base: settings.base_currency(), rates, left_out: BTreeMap::new() }
    }

    /// An amount in the base currency, at the newest rate not after its day. What has no rate or is
    /// no sensible amount is left out and remembered; a record without an amount adds nothing.
    pub fn take(
        &mut self,
        of: Of,
        record: RecordId,
        money: Option<Money>,
        day: Option<NaiveDate>,
    ) -> Decimal {
        let Some(money) = money else {
            self.leave_out("without-amount", of, record);
            return Decimal::ZERO;
        };
        let worth = match money.currency == self.base {
            true => Some(Decimal::ONE),
            false => day.and_then(|day| self.rate(money.currency, day)),
        };
        let Some(worth) = worth else {
            let key = ("without-rate", of, Some(money.currency));
            self.left_out.entry(key).or_default().push(record);
            return Decimal::ZERO;
        };
        let amount = money.amount.checked_mul(worth).filter(|amount| amount.abs() < limit());
        if amount.is_none() {
            self.leave_out("too-large", of, record);
        }
        amount.unwrap_or_default()
    }

    /// Remembers a record that was not counted.
    pub fn leave_out(&mut self, why: &'static str, of: Of, record: RecordId) {
        self.left_out.entry((why, of, None)).or_default().push(record);
    }

    /// An amount of the base currency.
    pub fn money(&self, amount: Decimal) -> Money {
        Money { amount, currency: self.base }
    }

    /// What was left out, by reason, kind and currency.
    pub fn notes(&self) -> Vec<Note> {
        let left_out = self.left_out.iter();
        left_out
            .map(|((why, of, currency), records)| {
                let note =
                    Note::counting(why, records.len() as u64, Behind::distinct(records.clone()));
                let note = note.with("of", of.word());
                match currency {
                    Some(currency) => note.with("currency", currency.code()),
                    None => note,
                }
            })
            .collect()
    }

    fn rate(&self, currency: Currency, day: NaiveDate) -> Option<Decimal> {
        let rates = self.rates.get(&currency)?;
        let after = rates.partition_point(|(from, _)| *from <= day);
        rates.get(after.checked_sub(1)?).map(|(_, worth)| *worth)
    }
}

/// What amounts are worth together in the base currency on a day, and those for which there is no rate.
pub fn worth(settings: &Settings, amounts: &[Money], day: NaiveDate) -> (Money, Vec<Money>) {
    let ledger = Ledger::of(settings);
    let (mut sum, mut others) = (Decimal::ZERO, Vec::new());
    for money in amounts {
        let worth = match money.currency == ledger.base {
            true => Some(Decimal::ONE),
            false => ledger.rate(money.currency, day),
        };
        match worth.and_then(|worth| sum.checked_add(money.amount.checked_mul(worth)?)) {
            Some(more) => sum = more,
            None => others.push(*money),
        }
    }
    (ledger.money(sum), others)
}

impl Of {
    const fn word(self) -> &'static str {
        match self {
            Self::Cost => "cost",
            Self::Order => "order",
            Self::Opportunity => "opportunity",
        }
    }
}

/// From here on an amount is a slip of the keyboard. Below it no sum a workspace can hold overflows.
fn limit() -> Decimal {
    Decimal::from(1_000_000_000_000_000_000_u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ExchangeRate;

    #[test]
    fn amounts_are_worth_what_the_newest_rate_says() {
        let rate = |from: &str, rate: i64| ExchangeRate {
            currency: Some(Currency::USD),
            from: from.parse().ok(),
            rate: Some(rate.into()),
            ..ExchangeRate::default()
        };
        let exchange_rates = vec![rate("2026-01-01", 30), rate("2026-07-01", 32)];
        let settings = Settings { exchange_rates, ..Settings::default() };
        let amounts = [
            Money::whole(1_000, Currency::TWD),
            Money::whole(10, Currency::USD),
            Money::whole(7, Currency::CNY),
        ];
        for (day, expected) in [("2026-06-30", 1_300), ("2026-07-01", 1_320)] {
            let (sum, others) = worth(&settings, &amounts, day.parse().unwrap());
            assert_eq!(sum, Money::whole(expected, Currency::TWD), "{day}");
            assert_eq!(others, [Money::whole(7, Currency::CNY)], "{day}");
        }
    }
}
