//! What campaigns cost and what came of them: costs, opportunities and confirmed orders, each once.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Behind, Note, Question,
    behind::Counted,
    deals,
    ledger::{Ledger, Of},
    metric::percent,
    scope::Scope,
    window::{Place, Window},
};
use crate::domain::{Campaign, Id, Money, RecordId};

/// What came of one campaign, or of several together.
#[derive(Clone, Debug, Default)]
pub(super) struct CampaignResult {
    /// The actual cost, in the base currency.
    pub cost: Decimal,
    /// The campaigns that have costs.
    pub spenders: Vec<RecordId>,
    /// The won revenue, in the base currency.
    pub revenue: Decimal,
    /// The confirmed orders.
    pub orders: Vec<RecordId>,
    /// The opportunities whose primary campaign it is, made in the window.
    pub opportunities: Vec<RecordId>,
    /// Those won in the window.
    pub won: Vec<RecordId>,
    /// Those lost in the window.
    pub lost: Vec<RecordId>,
}

/// What came of each campaign.
#[derive(Debug)]
pub(super) struct CampaignResults {
    by_campaign: BTreeMap<Option<Id<Campaign>>, CampaignResult>,
    ledger: Ledger,
    /// Confirmed orders no campaign can claim, when all campaigns are asked for.
    unclaimed: Vec<RecordId>,
}

impl CampaignResults {
    /// What came of the campaigns of a question, in its window: costs by the day of the line,
    /// opportunities by the day they were made or closed, orders by their day.
    pub fn of(question: &Question<'_>, window: &Window) -> Self {
        let ledger = Ledger::of(question.model.settings());
        let mut results = Self { by_campaign: BTreeMap::new(), ledger, unclaimed: Vec::new() };
        results.take_costs(question, window);
        let scope = Scope::of_campaigns(question);
        results.take_deals(question, window, &scope);
        results.take_orders(question, window, &scope);
        results
    }

    /// What came of some campaigns together.
    pub fn over(&self, campaigns: impl IntoIterator<Item = Id<Campaign>>) -> CampaignResult {
        let chosen = campaigns.into_iter().filter_map(|id| self.by_campaign.get(&Some(id)));
        chosen.fold(CampaignResult::default(), CampaignResult::and)
    }

    /// What came of everything the question is about.
    pub fn total(&self) -> CampaignResult {
        self.by_campaign.values().fold(CampaignResult::default(), CampaignResult::and)
    }

    /// An amount of the base currency.
    pub fn money(&self, amount: Decimal) -> Money {
        self.ledger.money(amount)
    }

    /// What was left out.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = self.ledger.notes();
        if !self.unclaimed.is_empty() {
            let records = Behind::Records(self.unclaimed.clone());
            notes.push(Note::new("orders-without-campaign", records));
        }
        notes
    }

    fn take_costs(&mut self, question: &Question<'_>, window: &Window) {
        for (id, campaign) in question.model.campaigns.iter() {
            if question.campaigns.is_some_and(|asked| !asked.contains(&id)) {
                continue;
            }
            for line in &campaign.cost_lines {
                let day = line.date.or(campaign.starts_on);
                match window.place_of_day(day) {
                    Place::Inside => {
                        let cost = self.ledger.take(Of::Cost, id.record(), line.amount, day);
                        let result = self.by_campaign.entry(Some(id)).or_default();
                        result.cost += cost;
                        result.spenders.push(id.record());
                    }
                    Place::Undated => self.ledger.leave_out("without-date", Of::Cost, id.record()),
                    Place::Outside => {}
                }
            }
        }
    }

    fn take_deals(&mut self, question: &Question<'_>, window: &Window, scope: &Scope<'_>) {
        for deal in deals::all(question.model) {
            if !scope.has_deal(&deal) {
                continue;
            }
            let result = self.by_campaign.entry(deal.campaign).or_default();
            let closed = window.place(deal.closed_at);
            let closings = match (deal.is_won(), deal.is_lost()) {
                (true, _) => Some(&mut result.won),
                (_, true) => Some(&mut result.lost),
                _ => None,
            };
            let is_closed = closings.is_some();
            if let Some(closings) = closings.filter(|_| closed == Place::Inside) {
                closings.push(deal.record);
            }
            let made = window.place(deal.opened_at);
            if made == Place::Inside {
                result.opportunities.push(deal.record);
            }
            if made == Place::Undated || (is_closed && closed == Place::Undated) {
                self.ledger.leave_out("without-date", Of::Opportunity, deal.record);
            }
        }
    }

    fn take_orders(&mut self, question: &Question<'_>, window: &Window, scope: &Scope<'_>) {
        for sale in deals::sales(question.model) {
            let place = window.place_of_day(sale.day);
            match (scope.has_sale(&sale), place) {
                (true, Place::Inside) => {
                    let amount = self.ledger.take(Of::Order, sale.record, sale.amount, sale.day);
                    let result = self.by_campaign.entry(sale.campaign).or_default();
                    result.revenue += amount;
                    result.orders.push(sale.record);
                }
                (true, Place::Undated) => {
                    self.ledger.leave_out("without-date", Of::Order, sale.record);
                }
                (false, Place::Inside) if matches!(scope, Scope::AnyCampaign) => {
                    self.unclaimed.push(sale.record);
                }
                _ => {}
            }
        }
    }
}

impl CampaignResult {
    /// (won revenue − actual cost) / actual cost, in per cent; n/a without a cost.
    pub fn roi(&self) -> Option<Decimal> {
        percent(self.revenue - self.cost, self.cost)
    }

    /// The campaigns that have costs, counted.
    pub fn spent(&self) -> Counted {
        Counted::records(self.spenders.clone())
    }

    /// The confirmed orders, counted.
    pub fn sold(&self) -> Counted {
        Counted::records(self.orders.clone())
    }

    fn and(mut self, other: &Self) -> Self {
        self.cost += other.cost;
        self.revenue += other.revenue;
        self.spenders.extend(&other.spenders);
        self.orders.extend(&other.orders);
        self.opportunities.extend(&other.opportunities);
        self.won.extend(&other.won);
        self.lost.extend(&other.lost);
        self
    }
}
