//! Opportunities and confirmed orders as reports read them.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    domain::{
        Account, Campaign, Id, Money, Opportunity, Order, OrderStatus, Outcome, RecordId,
        Timestamp, User, Value,
    },
    model::{Column, Columns, Model},
};

/// An opportunity.
#[derive(Clone, Debug)]
pub(super) struct Deal {
    pub record: RecordId,
    /// Its primary campaign, which decides whose return it is; none if that is gone.
    pub campaign: Option<Id<Campaign>>,
    pub account: Option<Id<Account>>,
    pub owner: Option<Id<User>>,
    pub outcome: Outcome,
    pub amount: Option<Money>,
    /// When it was made: the time its id carries.
    pub opened_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    /// The day it is expected to close.
    pub closes_on: Option<NaiveDate>,
    /// Its place among the opportunities.
    pub row: usize,
}

/// A confirmed order: only these count.
#[derive(Clone, Debug)]
pub(super) struct Sale {
    pub record: RecordId,
    /// The campaign fixed on confirmation, else the primary campaign of its opportunity; none if that
    /// is gone.
    pub campaign: Option<Id<Campaign>>,
    pub account: Option<Id<Account>>,
    pub amount: Option<Money>,
    /// The day of the order, else the day it was confirmed.
    pub day: Option<NaiveDate>,
    /// Its place among the orders.
    pub row: usize,
}

impl Deal {
    /// Whether it ended with a contract.
    pub fn is_won(&self) -> bool {
        self.outcome == Outcome::Won
    }

    /// Whether it ended without one.
    pub fn is_lost(&self) -> bool {
        self.outcome == Outcome::Lost
    }
}

/// Every opportunity, oldest first.
pub(super) fn all(model: &Model) -> impl Iterator<Item = Deal> {
    let columns = &*model.opportunities;
    let [campaign, account, owner, outcome, amount] = [
        Opportunity::campaign,
        Opportunity::account,
        Opportunity::owner,
        Opportunity::outcome,
        Opportunity::amount,
    ]
    .map(|tag| columns.column(tag));
    let [closed_at, closes_on] =
        [Opportunity::closed_at, Opportunity::closes_on].map(|tag| columns.column(tag));
    columns.rows().filter_map(move |row| {
        let record = columns.id(row)?;
        Some(Deal {
            record,
            campaign: live_campaign(model, link(campaign, row)),
            account: link(account, row).and_then(Id::of),
            owner: link(owner, row).and_then(Id::of),
            outcome: outcome_of(outcome.map_or("", |column| column.text(row))),
            amount: money(amount, row),
            opened_at: made_at(record),
            closed_at: number(closed_at, row).map(Timestamp),
            closes_on: number(closes_on, row).and_then(day),
            row,
        })
    })
}

/// Every confirmed order, oldest first.
pub(super) fn sales(model: &Model) -> impl Iterator<Item = Sale> {
    let columns = &*model.orders;
    let deals = &*model.opportunities;
    let zone = model.settings().zone();
    let [campaign, account, amount] =
        [Order::campaign, Order::account, Order::amount].map(|tag| columns.column(tag));
    let [ordered_on, confirmed_at] =
        [Order::ordered_on, Order::confirmed_at].map(|tag| columns.column(tag));
    confirmed(columns).filter_map(move |row| {
        let of_deal =
            || deal_of(model, row).and_then(|deal| deals.link(Opportunity::campaign, deal));
        let confirmed_on = || number(confirmed_at, row).map(|at| Timestamp(at).day(zone));
        Some(Sale {
            record: columns.id(row)?,
            campaign: live_campaign(model, link(campaign, row).or_else(of_deal)),
            account: link(account, row).and_then(Id::of),
            amount: money(amount, row),
            day: number(ordered_on, row).and_then(day).or_else(confirmed_on),
            row,
        })
    })
}

/// The opportunity of an order, by its row.
pub(super) fn deal_of(model: &Model, order: usize) -> Option<usize> {
    let deal = model.orders.link(Order::opportunity, order)?;
    model.opportunities.find(deal.uuid)
}

/// The accounts with confirmed orders, and how many.
pub(super) fn buyers(model: &Model) -> HashMap<Id<Account>, u32> {
    let columns = &*model.orders;
    let account = columns.column(Order::account);
    let mut buyers = HashMap::new();
    for account in confirmed(columns).filter_map(|row| link(account, row).and_then(Id::of)) {
        *buyers.entry(account).or_insert(0) += 1;
    }
    buyers
}

fn confirmed(orders: &Columns) -> impl Iterator<Item = usize> {
    let status = orders.column(Order::status);
    let confirmed = OrderStatus::Confirmed.id();
    orders.rows().filter(move |row| status.is_some_and(|column| column.text(*row) == confirmed))
}

fn outcome_of(id: &str) -> Outcome {
    match id {
        won if won == Outcome::Won.id() => Outcome::Won,
        lost if lost == Outcome::Lost.id() => Outcome::Lost,
        _ => Outcome::Open,
    }
}

fn live_campaign(model: &Model, link: Option<RecordId>) -> Option<Id<Campaign>> {
    link.and_then(Id::of).filter(|id| model.campaigns.get(*id).is_some())
}

fn link(column: Option<&Column>, row: usize) -> Option<RecordId> {
    column?.link(row)
}

fn number(column: Option<&Column>, row: usize) -> Option<i64> {
    column?.number(row)
}

fn money(column: Option<&Column>, row: usize) -> Option<Money> {
    match column?.shared(row) {
        Value::Money(money) => Some(*money),
        _ => None,
    }
}

fn day(number: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(number).ok()?)
}

/// The moment a record was made, as its id tells.
fn made_at(record: RecordId) -> Option<Timestamp> {
    let (seconds, nanoseconds) = record.uuid.get_timestamp()?.to_unix();
    let ms = i64::try_from(seconds).ok()?.checked_mul(1_000)?;
    Some(Timestamp(ms + i64::from(nanoseconds / 1_000_000)))
}
