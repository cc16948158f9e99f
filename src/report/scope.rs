//! Which opportunities and orders a question is about.

use std::collections::HashSet;

use uuid::Uuid;

use super::{
    Question,
    deals::{self, Deal, Sale},
};
use crate::{
    domain::{Campaign, Id, Opportunity, Order, Tag},
    model::{Column, Columns, Model},
};

/// Which opportunities and orders a question is about.
pub(super) enum Scope<'a> {
    /// All of them.
    Everything,
    /// Those of any campaign.
    AnyCampaign,
    /// Those of these campaigns.
    Campaigns(HashSet<Id<Campaign>>),
    /// Those that came of the leads of a filter that names no campaign.
    Leads(OfLeads<'a>),
}

/// Some leads, and which opportunities and orders came of them.
pub(super) struct OfLeads<'a> {
    model: &'a Model,
    /// By row of the lead.
    is_asked: Vec<bool>,
    deals: LeadRows,
    orders: LeadRows,
}

/// The row of the lead that each record of a kind came of.
pub(super) struct LeadRows {
    rows: Vec<Option<usize>>,
}

impl<'a> Scope<'a> {
    /// What a question is about: the campaigns it names decide, else its leads.
    pub fn of(question: &Question<'a>) -> Self {
        match (question.campaigns, question.leads) {
            (Some(campaigns), _) => Self::Campaigns(campaigns.iter().copied().collect()),
            (None, Some(rows)) => Self::Leads(OfLeads::new(question.model, rows)),
            (None, None) => Self::Everything,
        }
    }

    /// The same of questions about campaigns: deals and orders of no campaign are not among them.
    pub fn of_campaigns(question: &Question<'a>) -> Self {
        match Self::of(question) {
            Self::Everything => Self::AnyCampaign,
            scope => scope,
        }
    }

    /// Whether an opportunity belongs to it.
    pub fn has_deal(&self, deal: &Deal) -> bool {
        match self {
            Self::Leads(leads) => leads.has(leads.deals.of_row(deal.row)),
            _ => self.has_campaign(deal.campaign),
        }
    }

    /// Whether an order belongs to it: by its own lead, else that of its opportunity.
    pub fn has_sale(&self, sale: &Sale) -> bool {
        match self {
            Self::Leads(leads) => {
                let of_deal = || leads.deals.of_row(deals::deal_of(leads.model, sale.row)?);
                leads.has(leads.orders.of_row(sale.row).or_else(of_deal))
            }
            _ => self.has_campaign(sale.campaign),
        }
    }

    fn has_campaign(&self, campaign: Option<Id<Campaign>>) -> bool {
        match self {
            Self::Everything => true,
            Self::AnyCampaign => campaign.is_some(),
            Self::Campaigns(campaigns) => campaign.is_some_and(|id| campaigns.contains(&id)),
            Self::Leads(_) => false,
        }
    }
}

impl<'a> OfLeads<'a> {
    fn new(model: &'a Model, rows: &[u32]) -> Self {
        let mut is_asked = vec![false; model.leads.capacity()];
        for row in rows {
            if let Some(slot) = is_asked.get_mut(*row as usize) {
                *slot = true;
            }
        }
        let orders = LeadRows::new(model, &model.orders, Order::lead);
        Self { model, is_asked, deals: LeadRows::of_deals(model), orders }
    }

    fn has(&self, lead: Option<usize>) -> bool {
        lead.is_some_and(|row| self.is_asked.get(row) == Some(&true))
    }
}

impl LeadRows {
    /// The leads of the opportunities.
    pub fn of_deals(model: &Model) -> Self {
        Self::new(model, &model.opportunities, Opportunity::lead)
    }

    /// The row of the lead of a record, by the record's row; none if the lead is gone.
    pub fn of_row(&self, row: usize) -> Option<usize> {
        self.rows.get(row).copied().flatten()
    }

    fn new(model: &Model, columns: &Columns, tag: Tag) -> Self {
        let Some(Column::Ids(leads)) = columns.column(tag) else {
            return Self { rows: Vec::new() };
        };
        let mut leads: Vec<_> = leads.rows().iter().copied().enumerate().collect();
        let mut rows = vec![None; leads.len()];
        leads.retain(|(_, lead)| !lead.is_nil());
        leads.sort_unstable_by_key(|(_, lead)| *lead);
        let mut last = 0;
        for (row, lead) in leads {
            let Some(slot) = rows.get_mut(row) else { continue };
            let near = row_from(&model.leads, last, lead);
            last = near.unwrap_or(last);
            *slot = near.or_else(|| model.leads.find(lead));
        }
        Self { rows }
    }
}

/// The row of a record at or a little after another row. Rows are in the order of ids but for those made
/// on another clock, so that it may miss, but finds the next of many sooner than a search in all.
fn row_from(columns: &Columns, from: usize, uuid: Uuid) -> Option<usize> {
    let is_before = |row: usize| columns.id(row).is_some_and(|record| record.uuid < uuid);
    let (mut low, mut high) = (from, from + 1);
    while is_before(high) {
        (low, high) = (high, high + 2 * (high - low));
    }
    while low < high {
        let middle = low + (high - low) / 2;
        (low, high) = if is_before(middle) { (middle + 1, high) } else { (low, middle) };
    }
    let is_found = columns.id(low).is_some_and(|record| record.uuid == uuid);
    (is_found && columns.is_live(low)).then_some(low)
}
