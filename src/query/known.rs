//! Who is known already: the index by which an import, a new record and a conversion find people.

use std::{collections::HashMap, sync::Arc};

use crate::domain::{
    Address, Contact, DELETED_AT, Email, Fields as _, Handle, Kind, Lead, Phone, PhoneKind,
    RecordId, Row,
    match_evidence::{Match, Weights, compare},
    match_keys::{Card, Identity, Key},
};

/// The people who are known, by the keys under which they meet.
#[derive(Default)]
pub struct Known {
    by_key: HashMap<u64, Vec<RecordId>>,
}

impl Known {
    /// Takes someone into the index. A key that more share than its kind allows says nothing; one
    /// more is kept, so that this is known.
    pub fn add(&mut self, record: RecordId, keys: &[Key]) {
        for key in keys {
            let people = self.by_key.entry(key.hash).or_default();
            if people.len() <= key.kind.limit() && !people.contains(&record) {
                people.push(record);
            }
        }
    }

    /// Those who share a key that says something, those who share the most first.
    pub fn sharing(&self, keys: &[Key]) -> Vec<RecordId> {
        let mut found: Vec<(RecordId, usize)> = Vec::new();
        let people = keys.iter().filter_map(|key| {
            self.by_key.get(&key.hash).filter(|people| people.len() <= key.kind.limit())
        });
        for record in people.flatten() {
            match found.iter_mut().find(|(known, _)| known == record) {
                Some((_, count)) => *count += 1,
                None => found.push((*record, 1)),
            }
        }
        found.sort_by_key(|(record, count)| (usize::MAX - count, *record));
        found.into_iter().map(|(record, _)| record).collect()
    }
}

/// Candidates that are compared for one person; a key that many share says little.
pub const MOST_CANDIDATES: usize = 20;

/// The best match among candidates, if any is the same person.
pub fn same_person<E>(
    identity: &Identity,
    candidates: &[RecordId],
    mut read: impl FnMut(RecordId) -> Result<Option<Arc<Identity>>, E>,
) -> Result<Option<(RecordId, Match)>, E> {
    let weights = Weights::default();
    let mut best: Option<(RecordId, Match)> = None;
    for record in candidates.iter().take(MOST_CANDIDATES) {
        let Some(other) = read(*record)? else { continue };
        let found = compare(identity, &other, &weights);
        if found.is_same() && best.as_ref().is_none_or(|(_, best)| found.score > best.score) {
            best = Some((*record, found));
        }
    }
    Ok(best)
}

/// How a lead or contact is compared. None for other kinds and for what lies in the bin.
pub fn identity_of(kind: Kind, row: &Row) -> Option<Identity> {
    if !row.get(DELETED_AT).is_empty() {
        return None;
    }
    match kind {
        Kind::Lead => Some(identity_of_lead(&Lead::read(row))),
        Kind::Contact => Some(identity_of_contact(&Contact::read(row))),
        _ => None,
    }
}

/// How a lead is compared.
pub fn identity_of_lead(lead: &Lead) -> Identity {
    identity(&Person {
        name: &lead.name,
        latin_name: &lead.latin_name,
        company: &lead.company,
        phones: &lead.phones,
        emails: &lead.emails,
        handles: &lead.handles,
        messengers: [("wechat", &lead.wechat), ("line", &lead.line), ("whatsapp", &lead.whatsapp)],
        tax_id: &lead.tax_id,
        address: &lead.address,
        website: &lead.website,
        birthday: lead.birthday,
    })
}

fn identity_of_contact(contact: &Contact) -> Identity {
    let company = contact.employments.iter().rev().find(|job| job.to.is_none());
    identity(&Person {
        name: &contact.name,
        latin_name: &contact.latin_name,
        company: company.map_or("", |job| &job.company),
        phones: &contact.phones,
        emails: &contact.emails,
        handles: &contact.handles,
        messengers: [
            ("wechat", &contact.wechat),
            ("line", &contact.line),
            ("whatsapp", &contact.whatsapp),
        ],
        tax_id: "",
        address: &contact.address,
        website: &contact.website,
        birthday: contact.birthday,
    })
}

struct Person<'a> {
    name: &'a str,
    latin_name: &'a str,
    company: &'a str,
    phones: &'a [Phone],
    emails: &'a [Email],
    handles: &'a [Handle],
    messengers: [(&'static str, &'a String); 3],
    tax_id: &'a str,
    address: &'a Address,
    website: &'a str,
    birthday: Option<chrono::NaiveDate>,
}

fn identity(person: &Person<'_>) -> Identity {
    let numbers = |wanted: fn(PhoneKind) -> bool| {
        let known = person.phones.iter().filter(move |phone| wanted(phone.kind));
        known.map(|phone| phone.e164.as_str()).filter(|number| !number.is_empty()).collect()
    };
    let own = person.messengers.iter().filter(|(_, handle)| !handle.is_empty());
    let own = own.map(|(kind, handle)| format!("{kind}:{handle}"));
    let others = person.handles.iter().map(|handle| format!("{}:{}", handle.kind, handle.value));
    let handles: Vec<String> = own.chain(others).collect();
    let birthday = person.birthday.map(|day| day.to_string()).unwrap_or_default();
    Identity::of(&Card {
        name: person.name,
        latin_name: person.latin_name,
        company: person.company,
        mobiles: numbers(|kind| kind == PhoneKind::Mobile),
        landlines: numbers(|kind| !matches!(kind, PhoneKind::Mobile | PhoneKind::Fax)),
        emails: person.emails.iter().map(|mail| mail.address.as_str()).collect(),
        handles: handles.iter().map(String::as_str).collect(),
        tax_id: person.tax_id,
        city: &person.address.city,
        street: &person.address.street,
        website: person.website,
        postcode: &person.address.postcode,
        birthday: &birthday,
    })
}
