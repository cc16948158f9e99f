//! Opportunities and confirmed orders as reports read them, and which of them a question is about.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::Question;
use crate::{
    domain::{
        Account, Campaign, Id, Lead, Money, Opportunity, Order, OrderStatus, Outcome, RecordId,
        Tag, Timestamp, User, Value,
    },
    model::{Columns, Model},
};

/// An opportunity.
#[derive(Clone, Debug)]
pub(super) struct Deal {
    pub record: RecordId,
    /// Its primary campaign, which decides whose return it is.
    pub campaign: Option<Id<Campaign>>,
    pub lead: Option<Id<Lead>>,
    pub account: Option<Id<Account>>,
    pub owner: Option<Id<User>>,
    pub outcome: Outcome,
    pub amount: Option<Money>,
    /// When it was made: the time its id carries.
    pub opened_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    /// Its place among the opportunities.
    pub row: usize,
}

/// A confirmed order: only these count.
#[derive(Clone, Debug)]
pub(super) struct Sale {
    pub record: RecordId,
    /// The campaign fixed on confirmation, else the primary campaign of its opportunity.
    pub campaign: Option<Id<Campaign>>,
    pub lead: Option<Id<Lead>>,
    pub account: Option<Id<Account>>,
    pub amount: Option<Money>,
    /// The day of the order, else the day it was confirmed.
    pub day: Option<NaiveDate>,
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
    let columns = model.opportunities.as_ref();
    columns.rows().filter_map(|row| {
        let record = columns.id(row)?;
        let outcome = match columns.text(Opportunity::outcome, row) {
            won if won == Outcome::Won.id() => Outcome::Won,
            lost if lost == Outcome::Lost.id() => Outcome::Lost,
            _ => Outcome::Open,
        };
        Some(Deal {
            record,
            campaign: columns.link(Opportunity::campaign, row).and_then(Id::of),
            lead: columns.link(Opportunity::lead, row).and_then(Id::of),
            account: columns.link(Opportunity::account, row).and_then(Id::of),
            owner: columns.link(Opportunity::owner, row).and_then(Id::of),
            outcome,
            amount: money(columns, Opportunity::amount, row),
            opened_at: made_at(record),
            closed_at: columns.number(Opportunity::closed_at, row).map(Timestamp),
            row,
        })
    })
}

/// The day an opportunity is expected to close.
pub(super) fn closes_on(model: &Model, deal: &Deal) -> Option<NaiveDate> {
    day(&model.opportunities, Opportunity::closes_on, deal.row)
}

/// Every confirmed order, oldest first.
pub(super) fn sales(model: &Model) -> impl Iterator<Item = Sale> {
    let columns = model.orders.as_ref();
    let zone = model.settings().zone();
    let is_confirmed =
        |row: &usize| columns.text(Order::status, *row) == OrderStatus::Confirmed.id();
    columns.rows().filter(is_confirmed).filter_map(move |row| {
        let deals = model.opportunities.as_ref();
        let deal = columns.link(Order::opportunity, row);
        let deal = deal.and_then(|deal| deals.find(deal.uuid));
        let of_deal = |tag: Tag| deal.and_then(|deal| deals.link(tag, deal));
        let own_or = |own: Tag, other: Tag| columns.link(own, row).or_else(|| of_deal(other));
        let confirmed_at = columns.number(Order::confirmed_at, row).map(Timestamp);
        let ordered_on = day(columns, Order::ordered_on, row);
        Some(Sale {
            record: columns.id(row)?,
            campaign: own_or(Order::campaign, Opportunity::campaign).and_then(Id::of),
            lead: own_or(Order::lead, Opportunity::lead).and_then(Id::of),
            account: columns.link(Order::account, row).and_then(Id::of),
            amount: money(columns, Order::amount, row),
            day: ordered_on.or_else(|| confirmed_at.map(|at| at.day(zone))),
        })
    })
}

/// The accounts with confirmed orders, and how many.
pub(super) fn buyers(model: &Model) -> HashMap<Id<Account>, u32> {
    let columns = model.orders.as_ref();
    let mut buyers = HashMap::new();
    for row in columns.rows() {
        if columns.text(Order::status, row) != OrderStatus::Confirmed.id() {
            continue;
        }
        if let Some(account) = columns.link(Order::account, row).and_then(Id::of) {
            *buyers.entry(account).or_insert(0) += 1;
        }
    }
    buyers
}

/// Which deals and orders a question is about.
#[derive(Debug)]
pub(super) enum Scope {
    /// All of them.
    Everything,
    /// Those of any campaign.
    AnyCampaign,
    /// Those of these campaigns.
    Campaigns(HashSet<Id<Campaign>>),
    /// Those that came of these leads: the filter names no campaign. By row of the lead.
    Leads(Vec<bool>),
}

impl Scope {
    /// What a question is about: the campaigns it names decide, else its leads.
    pub fn of(question: &Question<'_>) -> Self {
        match (question.campaigns, question.leads) {
            (Some(campaigns), _) => Self::Campaigns(campaigns.iter().copied().collect()),
            (None, None) => Self::Everything,
            (None, Some(rows)) => {
                let mut is_asked = vec![false; question.model.leads.capacity()];
                for row in rows {
                    if let Some(slot) = is_asked.get_mut(*row as usize) {
                        *slot = true;
                    }
                }
                Self::Leads(is_asked)
            }
        }
    }

    /// The same of questions about campaigns: deals and orders of no campaign are not among them.
    pub fn of_campaigns(question: &Question<'_>) -> Self {
        match Self::of(question) {
            Self::Everything => Self::AnyCampaign,
            scope => scope,
        }
    }

    /// Whether a deal or order belongs to it, given its campaign (none if it is gone) and its lead.
    pub fn has(
        &self,
        model: &Model,
        campaign: Option<Id<Campaign>>,
        lead: Option<Id<Lead>>,
    ) -> bool {
        match self {
            Self::Everything => true,
            Self::AnyCampaign => campaign.is_some(),
            Self::Campaigns(campaigns) => campaign.is_some_and(|id| campaigns.contains(&id)),
            Self::Leads(is_asked) => {
                let row = lead.and_then(|lead| model.leads.find(lead.0));
                row.is_some_and(|row| is_asked.get(row) == Some(&true))
            }
        }
    }
}

fn money(columns: &Columns, tag: Tag, row: usize) -> Option<Money> {
    match columns.column(tag)?.shared(row) {
        Value::Money(money) => Some(*money),
        _ => None,
    }
}

fn day(columns: &Columns, tag: Tag, row: usize) -> Option<NaiveDate> {
    match columns.value(tag, row) {
        Value::Date(day) => Some(day),
        _ => None,
    }
}

/// The moment a record was made, as its id tells.
fn made_at(record: RecordId) -> Option<Timestamp> {
    let (seconds, nanoseconds) = record.uuid.get_timestamp()?.to_unix();
    let ms = i64::try_from(seconds).ok()?.checked_mul(1_000)?;
    Some(Timestamp(ms + i64::from(nanoseconds / 1_000_000)))
}
