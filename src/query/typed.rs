//! Who someone may be that is being typed: asked beside the form, before there are two of them.

use super::{
    candidates::{self, Candidate},
    duplicates::{self, ReadAll},
    review::told_apart,
};
use crate::{
    domain::{
        Email, Kind, Lead, Pair, Phone, PhoneKind, RecordId, country::Country2, email::clean_email,
        identity_of_lead, match_evidence::Verdict, phone::parse_phone,
    },
    error::Result,
    model::Model,
};

/// Records offered at most.
const MOST: usize = 3;

/// Letters of a name, and of anything else, before which nothing is asked.
const LEAST: usize = 2;

/// What was typed so far of a person or a company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Typed {
    /// The name of the person.
    pub name: String,
    /// The name of the company.
    pub company: String,
    /// Its number.
    pub tax_id: String,
    /// Its web site.
    pub website: String,
    /// Phone numbers.
    pub phones: Vec<String>,
    /// Mail addresses.
    pub emails: Vec<String>,
}

impl Typed {
    /// Whether it is enough to ask.
    pub fn says_something(&self) -> bool {
        let words = [&self.name, &self.company, &self.tax_id].into_iter();
        let mut all = words.chain(&self.phones).chain(&self.emails);
        all.any(|text| text.chars().count() >= LEAST)
    }

    /// As a card that says as much.
    fn lead(&self, model: &Model) -> Lead {
        let country = Country2::from_code(model.settings().phone_country());
        let phone = |raw: &String| {
            let parsed = parse_phone(raw, country.unwrap_or(Country2::TW));
            let kind =
                if parsed.kind == PhoneKind::Other { PhoneKind::Mobile } else { parsed.kind };
            let e164 = parsed.e164.unwrap_or_default();
            Phone { raw: raw.clone(), kind, e164, ..Phone::default() }
        };
        let email =
            |text: &String| clean_email(text).map(|address| Email { address, ..Email::default() });
        Lead {
            name: self.name.clone(),
            company: self.company.clone(),
            tax_id: self.tax_id.clone(),
            website: self.website.clone(),
            phones: self.phones.iter().filter(|raw| !raw.is_empty()).map(phone).collect(),
            emails: self.emails.iter().filter_map(email).collect(),
            ..Lead::default()
        }
    }
}

/// The records that may be meant, the surest first: companies for an account, else people. Of what is typed into
/// a record that is there, the others: not itself, and nobody who was told apart from it.
///
/// # Errors
/// When a record cannot be read.
pub fn likely(
    model: &Model,
    (kind, own): (Kind, Option<RecordId>),
    typed: &Typed,
    read: &ReadAll<'_>,
) -> Result<Vec<Candidate>> {
    let lead = typed.lead(model);
    let mut records = match kind {
        Kind::Account => candidates::accounts(model, &lead),
        _ => duplicates::candidates(model, &identity_of_lead(&lead)),
    };
    if let Some(own) = own {
        let apart = told_apart(model);
        records.retain(|other| *other != own && !apart.contains(&Pair::key(own, *other)));
    }
    let mut found = candidates::judged(model, &lead, &read(&records)?);
    found.retain(|candidate| candidate.found.verdict != Verdict::Two);
    found.truncate(MOST);
    Ok(found)
}
