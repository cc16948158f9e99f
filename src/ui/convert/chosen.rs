//! What was chosen so far, and the command it comes to.

use serde_json::{Map, Value as Json};

use crate::{
    domain::{Account, Contact, Id, Kind, Lead, Opportunity, User},
    engine::{Command, ConversionValues, Convert, Target},
};

/// What was chosen so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    /// The leads; the first one names the company.
    pub leads: Vec<Id<Lead>>,
    pub account: Target<Account>,
    pub contact: Target<Contact>,
    pub opportunity: Target<Opportunity>,
    pub owner: Option<Id<User>>,
    /// Why they are converted though they are not ready.
    pub reason: String,
    /// Values that were typed or taken from the lead though there is another.
    values: Box<ConversionValues>,
}

impl Chosen {
    /// Nothing chosen yet for these leads.
    pub fn of(leads: Vec<Id<Lead>>) -> Self {
        Self { leads, ..Self::default() }
    }

    /// The command they come to.
    pub fn command(&self) -> Command {
        let reason = Some(self.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        Convert {
            leads: self.leads.clone(),
            account: self.account,
            contact: self.contact,
            opportunity: self.opportunity,
            owner: self.owner,
            reason,
            values: self.values.clone(),
        }
        .into()
    }

    /// The values that were chosen for a record of a kind, by field.
    pub fn values(&self, kind: Kind) -> &Map<String, Json> {
        match kind {
            Kind::Account => &self.values.account,
            Kind::Contact => &self.values.contact,
            _ => &self.values.opportunity,
        }
    }

    /// The same, to be changed.
    pub fn values_mut(&mut self, kind: Kind) -> &mut Map<String, Json> {
        match kind {
            Kind::Account => &mut self.values.account,
            Kind::Contact => &mut self.values.contact,
            _ => &mut self.values.opportunity,
        }
    }

    /// Chooses the account. Opportunities are those of an account; what was typed was for another one.
    pub fn take_account(&mut self, account: Target<Account>) {
        self.account = account;
        self.values_mut(Kind::Account).clear();
        if let Target::Existing(_) = self.opportunity {
            self.take_opportunity(Target::New);
        }
    }

    /// Chooses the contact.
    pub fn take_contact(&mut self, contact: Target<Contact>) {
        self.contact = contact;
        self.values_mut(Kind::Contact).clear();
    }

    /// Chooses the opportunity.
    pub fn take_opportunity(&mut self, opportunity: Target<Opportunity>) {
        self.opportunity = opportunity;
        self.values_mut(Kind::Opportunity).clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_for_the_record_that_was_chosen_then() {
        let mut chosen = Chosen::default();
        let account = Target::Existing(Id::new(uuid::Uuid::from_u128(1)));
        let deal = Target::Existing(Id::new(uuid::Uuid::from_u128(2)));
        chosen.take_account(account);
        chosen.take_opportunity(deal);
        for kind in [Kind::Account, Kind::Contact, Kind::Opportunity] {
            chosen.values_mut(kind).insert("name".to_owned(), "typed".into());
        }
        chosen.take_account(Target::New);
        assert_eq!(chosen.opportunity, Target::New);
        let typed =
            [Kind::Account, Kind::Contact, Kind::Opportunity].map(|kind| chosen.values(kind).len());
        assert_eq!(typed, [0, 1, 0]);
    }
}
