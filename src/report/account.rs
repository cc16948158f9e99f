//! What an account adds up to: what was won and lost and why, what was sold, and when.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Months, NaiveDate};
use rust_decimal::Decimal;

use super::{
    deals::{self, Deal},
    ledger::{Ledger, Of},
};
use crate::{
    domain::{Account, Id, Money, Opportunity, Order, Outcome, RecordId},
    model::Model,
    query::Viewer,
};

/// Records, and what they are worth together in the base currency. What has no exchange rate counts but adds
/// nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Which they are.
    pub records: Vec<RecordId>,
    /// What they are worth.
    pub sum: Money,
}

impl Worth {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.records.len()
    }
}

/// What an account adds up to.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountFigures {
    /// Opportunities that are undecided.
    pub open: Worth,
    /// Those that were won.
    pub won: Worth,
    /// Those that were lost.
    pub lost: Worth,
    /// Why they were lost, by reason, the most frequent first.
    pub lost_reasons: Vec<(String, usize)>,
    /// All opportunities: the undecided ones by their day, then those decided last.
    pub deals: Vec<RecordId>,
    /// Confirmed orders.
    pub revenue: Worth,
    /// Those of the last twelve months.
    pub revenue_lately: Worth,
    /// Revenue by year, from the first to the present one.
    pub years: Vec<(i32, Decimal)>,
    /// The last confirmed order, and its day.
    pub last_order: Option<(NaiveDate, RecordId)>,
    /// Every order, the newest first.
    pub orders: Vec<RecordId>,
}

/// What an account adds up to, as of now.
pub fn account(model: &Model, viewer: &Viewer, account: Id<Account>) -> AccountFigures {
    let zone = model.settings().zone();
    let today = viewer.now.day(zone);
    let mut ledger = Ledger::of(model.settings());
    let deals: Vec<Deal> = deals::all(model).filter(|it| it.account == Some(account)).collect();
    let mut worth = |outcome: Outcome| {
        let (mut records, mut sum) = (Vec::new(), Decimal::ZERO);
        for deal in deals.iter().filter(|deal| deal.outcome == outcome) {
            let closed = deal.closed_at.map(|at| at.day(zone));
            records.push(deal.record);
            sum += ledger.take(Of::Opportunity, deal.record, deal.amount, closed.or(Some(today)));
        }
        Worth { records, sum: ledger.money(sum) }
    };
    let (open, won, lost) = (worth(Outcome::Open), worth(Outcome::Won), worth(Outcome::Lost));
    let year_ago = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let (mut revenue, mut lately) = ((Vec::new(), Decimal::ZERO), (Vec::new(), Decimal::ZERO));
    let (mut by_year, mut last_order) = (BTreeMap::new(), None);
    for sale in deals::sales(model).filter(|sale| sale.account == Some(account)) {
        let amount = ledger.take(Of::Order, sale.record, sale.amount, sale.day);
        revenue.0.push(sale.record);
        revenue.1 += amount;
        if sale.day.is_some_and(|day| day > year_ago && day <= today) {
            lately.0.push(sale.record);
            lately.1 += amount;
        }
        if let Some(day) = sale.day {
            *by_year.entry(day.year()).or_insert(Decimal::ZERO) += amount;
        }
        last_order = last_order.max(sale.day.map(|day| (day, sale.record)));
    }
    let first: Option<i32> = by_year.keys().next().copied();
    // Years without an order stand between the others.
    let years = first.into_iter().flat_map(|first| first..=today.year().max(first));
    AccountFigures {
        open,
        won,
        lost,
        lost_reasons: reasons(model, &deals),
        deals: in_order(&deals),
        revenue: Worth { records: revenue.0, sum: ledger.money(revenue.1) },
        revenue_lately: Worth { records: lately.0, sum: ledger.money(lately.1) },
        years: years.map(|year| (year, by_year.get(&year).copied().unwrap_or_default())).collect(),
        last_order,
        orders: orders(model, account),
    }
}

/// Why deals were lost.
fn reasons(model: &Model, deals: &[Deal]) -> Vec<(String, usize)> {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for deal in deals.iter().filter(|deal| deal.is_lost()) {
        let reason = model.opportunities.text(Opportunity::lost_reason, deal.row);
        *reasons.entry(reason).or_default() += 1;
    }
    let mut reasons: Vec<(String, usize)> = reasons
        .into_iter()
        .filter(|(reason, _)| !reason.is_empty())
        .map(|(reason, count)| (reason.to_owned(), count))
        .collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    reasons
}

fn in_order(deals: &[Deal]) -> Vec<RecordId> {
    let is_open = |deal: &&Deal| deal.outcome == Outcome::Open;
    let mut open: Vec<&Deal> = deals.iter().filter(is_open).collect();
    open.sort_by_key(|deal| (deal.closes_on.is_none(), deal.closes_on));
    let mut decided: Vec<&Deal> = deals.iter().filter(|deal| !is_open(deal)).collect();
    decided.sort_by_key(|deal| std::cmp::Reverse(deal.closed_at));
    open.into_iter().chain(decided).map(|deal| deal.record).collect()
}

/// Every order of an account, whatever its status, the newest first.
fn orders(model: &Model, account: Id<Account>) -> Vec<RecordId> {
    let columns = &model.orders;
    let own =
        columns.rows().filter(|row| columns.link(Order::account, *row) == Some(account.record()));
    let mut orders: Vec<(Option<i64>, RecordId)> = own
        .filter_map(|row| Some((columns.number(Order::ordered_on, row), columns.id(row)?)))
        .collect();
    orders.sort_by_key(|order| std::cmp::Reverse(*order));
    orders.into_iter().map(|(_, record)| record).collect()
}
