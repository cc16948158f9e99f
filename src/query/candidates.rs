//! Accounts and contacts that a lead may already be. Columns and keys in memory propose them; the records of
//! those alone are read and compared, with what speaks for and against each.

use super::duplicates;
use crate::{
    domain::{
        Account, Contact, Email, Fields as _, Id, Kind, Lead, Phone, Position, RecordId, Row,
        company_name::CompanyKey,
        email::{domain_of, is_free_mail},
        fold::fold,
        identity_of_lead,
        match_evidence::{Evidence, Match, Verdict, Weights, compare},
        parts,
    },
    model::Model,
};

/// Records of a kind that are compared at most.
const MOST: usize = 12;

/// What findings about two companies weigh.
const SAME_TAX_ID: i8 = 100;
const SAME_COMPANY: i8 = 90;
const SAME_DOMAIN: i8 = 80;
/// Beside the name, the same domain says little more.
const ALSO_SAME_DOMAIN: i8 = 5;
const SAME_LANDLINE: i8 = 5;
const SAME_CITY: i8 = 5;
const DIFFERENT_TAX_ID: i8 = -60;
const DIFFERENT_BRANCH: i8 = -20;
const DIFFERENT_DOMAIN: i8 = -6;
const DIFFERENT_CITY: i8 = -5;

/// A record that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which record.
    pub record: RecordId,
    /// How sure, and what speaks for and against it.
    pub found: Match,
}

/// Accounts that may be the lead's company, before any is read.
pub fn accounts(model: &Model, lead: &Lead) -> Vec<RecordId> {
    let wanted = CompanyKey::of(&lead.company);
    let domains = domains(lead);
    let columns = &model.accounts;
    let may_be = |row: &usize| {
        let tax_id = columns.text(Account::tax_id, *row);
        let domain = columns.text(Account::domain, *row);
        let is_named = || CompanyKey::of(columns.text(Account::name, *row)).core == wanted.core;
        columns.link(Account::merged_into, *row).is_none()
            && (!tax_id.is_empty() && tax_id == lead.tax_id
                || !domain.is_empty() && domains.contains(&domain)
                || !wanted.is_empty() && is_named())
    };
    columns.rows().filter(may_be).filter_map(|row| columns.id(row)).take(MOST).collect()
}

/// Contacts that may be the lead's person, before any is read: those who share a number, an address or a name
/// and a company with it, and those of its name at the account.
pub fn contacts(model: &Model, lead: &Lead, account: Option<Id<Account>>) -> Vec<RecordId> {
    let columns = &model.contacts;
    let is_gone = |record: &RecordId| {
        let row = columns.find(record.uuid);
        row.is_none_or(|row| columns.link(Contact::merged_into, row).is_some())
    };
    let mut found = duplicates::candidates(model, &identity_of_lead(lead));
    found.retain(|record| record.kind == Kind::Contact);
    let wanted = fold(&lead.name);
    let is_named = |row: &usize| {
        !wanted.is_empty()
            && fold(columns.text(Contact::name, *row)) == wanted
            && account.is_some_and(|account| {
                let positions = columns.value(Contact::accounts, *row);
                parts::<Position>(&positions).any(|it| it.account == Some(account))
            })
    };
    found.extend(columns.rows().filter(is_named).filter_map(|row| columns.id(row)));
    found.sort_unstable();
    found.dedup();
    found.retain(|record| !is_gone(record));
    found.truncate(MOST);
    found
}

/// Compares a lead with records that were read, the surest first.
pub fn judged(model: &Model, lead: &Lead, records: &[(RecordId, Row)]) -> Vec<Candidate> {
    let weights = Weights::of(model.settings());
    let person = identity_of_lead(lead);
    let judge = |(record, row): &(RecordId, Row)| {
        let found = match record.kind {
            Kind::Account => companies(lead, &Account::read(row), &weights),
            _ => compare(&person, &model.identity_of(record.kind, row)?, &weights),
        };
        Some(Candidate { record: *record, found })
    };
    let mut found: Vec<Candidate> = records.iter().filter_map(judge).collect();
    found.sort_by_key(|candidate| (100 - candidate.found.score, candidate.record));
    found
}

/// What speaks for and against an account being the company of a lead.
fn companies(lead: &Lead, account: &Account, weights: &Weights) -> Match {
    let mut list: Vec<Evidence> = Vec::new();
    let mut add = |code, weight| list.push(Evidence { code, weight });
    match (lead.tax_id.as_str(), account.tax_id.as_str()) {
        ("", _) | (_, "") => {}
        (one, other) if one == other => add("same-tax-id", SAME_TAX_ID),
        _ => add("different-tax-id", DIFFERENT_TAX_ID),
    }
    let (wanted, known) = (CompanyKey::of(&lead.company), CompanyKey::of(&account.name));
    let is_named = !wanted.is_empty() && wanted.core == known.core;
    if is_named {
        add("same-company", SAME_COMPANY);
        if wanted.branch != known.branch {
            add("different-branch", DIFFERENT_BRANCH);
        }
    }
    let domains = domains(lead);
    if !domains.is_empty() && !account.domain.is_empty() {
        match (domains.contains(&account.domain.as_str()), is_named) {
            (true, false) => add("same-domain", SAME_DOMAIN),
            (true, true) => add("same-domain", ALSO_SAME_DOMAIN),
            (false, _) => add("different-domain", DIFFERENT_DOMAIN),
        }
    }
    let numbers = |phones: &[Phone]| -> Vec<String> {
        phones.iter().map(|phone| phone.e164.clone()).filter(|it| !it.is_empty()).collect()
    };
    let own = numbers(&account.phones);
    if numbers(&lead.phones).iter().any(|number| own.contains(number)) {
        add("same-landline", SAME_LANDLINE);
    }
    let city = fold(&lead.address.city);
    let mut cities =
        account.addresses.iter().map(|it| fold(&it.city)).filter(|city| !city.is_empty());
    let has_city = account.addresses.iter().any(|it| !it.city.is_empty());
    match (city.is_empty(), has_city) {
        (false, true) if cities.any(|other| other == city) => add("same-city", SAME_CITY),
        (false, true) => add("different-city", DIFFERENT_CITY),
        _ => {}
    }
    of_evidence(list, weights)
}

fn of_evidence(list: Vec<Evidence>, weights: &Weights) -> Match {
    let sum: i16 = list.iter().map(|evidence| i16::from(evidence.weight)).sum();
    let score = u8::try_from(sum.clamp(0, 100)).unwrap_or_default();
    let verdict = match score {
        score if score >= weights.same_from => Verdict::Same,
        score if score >= weights.review_from => Verdict::Review,
        _ => Verdict::Two,
    };
    let (mut for_, mut against): (Vec<_>, Vec<_>) =
        list.into_iter().partition(|evidence| evidence.weight >= 0);
    for_.sort_by_key(|evidence| -i16::from(evidence.weight));
    against.sort_by_key(|evidence| evidence.weight);
    Match { score, verdict, for_, against }
}

/// The domains of a lead's mail that are a company's own.
fn domains(lead: &Lead) -> Vec<&str> {
    let domains = lead.emails.iter().filter_map(|mail: &Email| domain_of(&mail.address));
    domains.filter(|domain| !is_free_mail(domain)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Address;

    fn mail(address: &str) -> Vec<Email> {
        vec![Email { address: address.to_owned(), ..Email::default() }]
    }

    fn city(city: &str) -> Address {
        Address { city: city.to_owned(), ..Address::default() }
    }

    #[test]
    fn a_company_is_known_by_its_name_its_number_or_its_domain() {
        let lead = Lead {
            company: "聯穗食品".to_owned(),
            tax_id: "12345675".to_owned(),
            emails: mail("sf@liansui.example"),
            address: city("台北市"),
            ..Lead::default()
        };
        let account = |name: &str, tax_id: &str, domain: &str, at: &str| Account {
            name: name.to_owned(),
            tax_id: tax_id.to_owned(),
            domain: domain.to_owned(),
            addresses: if at.is_empty() { Vec::new() } else { vec![city(at)] },
            ..Account::default()
        };
        for (account, score, for_, against) in [
            (account("聯穗食品股份有限公司", "", "", ""), 90, "same-company", ""),
            (
                account("聯穗食品股份有限公司", "", "liansui.example", "台北市"),
                100,
                "same-company same-domain same-city",
                "",
            ),
            (
                account("聯穗食品有限公司", "87654321", "", ""),
                30,
                "same-company",
                "different-tax-id",
            ),
            (account("別家", "", "liansui.example", ""), 80, "same-domain", ""),
            (
                account("聯穗食品", "", "other.example", "上海市"),
                79,
                "same-company",
                "different-domain different-city",
            ),
            (account("別家", "12345675", "", ""), 100, "same-tax-id", ""),
        ] {
            let found = companies(&lead, &account, &Weights::default());
            let codes =
                |list: &[Evidence]| list.iter().map(|it| it.code).collect::<Vec<_>>().join(" ");
            let all = (found.score, codes(&found.for_), codes(&found.against));
            assert_eq!(all, (score, for_.to_owned(), against.to_owned()), "{}", account.name);
        }
    }
}
