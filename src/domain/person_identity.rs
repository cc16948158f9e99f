//! How leads and contacts are compared: what of them is an identity.

use super::{
    Account, Address, Contact, Email, Handle, Id, Lead, Phone, PhoneKind,
    match_keys::{Card, Identity},
    name_likeness::{Likeness, companies},
};

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

/// Whether two employers, each a company and its number, are surely not the same.
pub fn are_other_employers(a: (&str, &str), b: (&str, &str)) -> bool {
    let identity = |(company, tax_id)| Identity::of(&Card { company, tax_id, ..Card::default() });
    companies(&identity(a), &identity(b)) == Likeness::Different
}

/// How a contact is compared. Where no card says for whom it works, `account_name` tells what the account is called.
pub fn identity_of_contact(
    contact: &Contact,
    account_name: impl FnOnce(Id<Account>) -> String,
) -> Identity {
    let job = contact.employments.iter().rev().find(|job| job.to.is_none());
    let position = contact.accounts.iter().rev().find(|position| position.active);
    let account = position.or(contact.accounts.last()).and_then(|position| position.account);
    let company = match (job, account) {
        (Some(job), _) => job.company.clone(),
        (None, account) => account.map(account_name).unwrap_or_default(),
    };
    identity(&Person {
        name: &contact.name,
        latin_name: &contact.latin_name,
        company: &company,
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
