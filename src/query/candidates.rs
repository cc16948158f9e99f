//! Accounts and contacts that a lead may already be, with what speaks for it.

use crate::{
    domain::{
        Account, Contact, Id, Lead, RecordId,
        company_name::CompanyKey,
        email::{domain_of, is_free_mail},
        fold::fold,
    },
    model::Model,
};

/// A record that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which record.
    pub record: RecordId,
    /// How sure, 0 to 100: from 90 on it is the same.
    pub score: u8,
    /// What speaks for it: the stable names of the evidence.
    pub evidence: Vec<&'static str>,
}

/// Accounts that may be the lead's company, the surest first.
pub fn accounts(model: &Model, lead: &Lead) -> Vec<Candidate> {
    let wanted = CompanyKey::of(&lead.company);
    let domains: Vec<&str> = lead
        .emails
        .iter()
        .filter_map(|mail| domain_of(&mail.address))
        .filter(|domain| !is_free_mail(domain))
        .collect();
    let columns = &model.accounts;
    let mut found = Vec::new();
    for row in columns.rows() {
        if columns.link(Account::merged_into, row).is_some() {
            continue;
        }
        let mut evidence = Vec::new();
        let mut score = 0;
        let tax_id = columns.text(Account::tax_id, row);
        if !tax_id.is_empty() && tax_id == lead.tax_id {
            evidence.push("same-tax-id");
            score = 100;
        }
        let key = CompanyKey::of(columns.text(Account::name, row));
        if !wanted.is_empty() && key.core == wanted.core {
            evidence.push("same-company");
            score = score.max(if key.branch == wanted.branch { 95 } else { 75 });
        }
        let domain = columns.text(Account::domain, row);
        if !domain.is_empty() && domains.contains(&domain) {
            evidence.push("same-domain");
            score = score.max(80);
        }
        if let (Some(record), false) = (columns.id(row), evidence.is_empty()) {
            found.push(Candidate { record, score, evidence });
        }
    }
    found.sort_by_key(|candidate| (100 - candidate.score, candidate.record));
    found
}

/// Contacts that may be the lead's person: of the same name at the account, or made from this lead.
pub fn contacts(model: &Model, lead: &Lead, account: Option<Id<Account>>) -> Vec<Candidate> {
    let wanted = fold(&lead.name);
    let columns = &model.contacts;
    let mut found = Vec::new();
    for row in columns.rows() {
        if columns.link(Contact::merged_into, row).is_some()
            || fold(columns.text(Contact::name, row)) != wanted
        {
            continue;
        }
        let positions = columns.value(Contact::accounts, row);
        let works_there = account.is_some_and(|account| {
            crate::domain::parts::<crate::domain::Position>(&positions)
                .any(|position| position.account == Some(account))
        });
        if let (Some(record), true) = (columns.id(row), works_there) {
            let evidence = vec!["same-name-company"];
            found.push(Candidate { record, score: 90, evidence });
        }
    }
    found
}
