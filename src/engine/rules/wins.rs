//! Who wins what came of leads: what *best performer* means in a rule of assignment.

use std::collections::HashMap;

use crate::{
    domain::{Id, Lead, Opportunity, Outcome, User},
    model::Model,
};

/// Decided opportunities from which on a rate says something of a person.
const ENOUGH: i64 = 20;

/// Of everyone, by the territory of the lead: how many opportunities were decided, and how many won.
#[derive(Debug, Default)]
pub struct Wins {
    /// Users and territories, with what was won and what was decided.
    of: HashMap<(Id<User>, String), (i64, i64)>,
}

impl Wins {
    /// What came of every opportunity that has a lead and an owner.
    pub fn of(model: &Model) -> Self {
        let deals = &*model.opportunities;
        let mut of: HashMap<(Id<User>, String), (i64, i64)> = HashMap::new();
        for row in deals.rows() {
            let outcome = Outcome::of_id(deals.text(Opportunity::outcome, row));
            let owner = deals.link(Opportunity::owner, row).and_then(Id::<User>::of);
            let (Some(owner), Some(outcome @ (Outcome::Won | Outcome::Lost))) = (owner, outcome)
            else {
                continue;
            };
            let Some(lead) = deals.link(Opportunity::lead, row) else { continue };
            let lead = model.leads.find(lead.uuid);
            let territory = lead.map_or("", |lead| model.leads.text(Lead::territory, lead));
            let (won, decided) = of.entry((owner, territory.to_owned())).or_default();
            *won += i64::from(outcome == Outcome::Won);
            *decided += 1;
        }
        Self { of }
    }

    /// Whom a lead of a territory goes to first: the lower, the sooner. Who has too few cases comes last.
    pub fn rank(&self, user: Id<User>, territory: &str) -> i64 {
        match self.of.get(&(user, territory.to_owned())) {
            Some((won, decided)) if *decided >= ENOUGH => -(won * 1_000_000 / decided),
            _ => 1,
        }
    }
}
