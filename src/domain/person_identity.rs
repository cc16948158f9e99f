//! How leads and contacts are compared: what of them is an identity.

use super::{
    Account, Address, Contact, Email, FieldType as _, Handle, Id, Lead, Phone, PhoneKind, Row, Tag,
    Value,
    match_keys::{Card, Identity},
    name_likeness::{Likeness, companies},
};

/// How a lead is compared.
pub fn identity_of_lead(lead: &Lead) -> Identity {
    let person = Person {
        name: &lead.name,
        latin_name: &lead.latin_name,
        company: &lead.company,
        messengers: [&lead.wechat, &lead.line, &lead.whatsapp],
        tax_id: &lead.tax_id,
        city: &lead.address.city,
        street: &lead.address.street,
        postcode: &lead.address.postcode,
        website: &lead.website,
        birthday: lead.birthday,
    };
    person.identity(Channels::of(&lead.phones, &lead.emails, &lead.handles))
}

/// How a lead is compared, by its row.
pub fn identity_of_row(lead: &Row) -> Identity {
    let text = |tag| text(lead, tag);
    let place = |tag| match lead.get(Lead::address) {
        Value::Part(address) => self::text(address, tag),
        _ => "",
    };
    let person = Person {
        name: text(Lead::name),
        latin_name: text(Lead::latin_name),
        company: text(Lead::company),
        messengers: [Lead::wechat, Lead::line, Lead::whatsapp].map(text),
        tax_id: text(Lead::tax_id),
        city: place(Address::city),
        street: place(Address::street),
        postcode: place(Address::postcode),
        website: text(Lead::website),
        birthday: Option::from_value(lead.get(Lead::birthday)).unwrap_or_default(),
    };
    person.identity(Channels::of_row(lead))
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
    let person = Person {
        name: &contact.name,
        latin_name: &contact.latin_name,
        company: &company,
        messengers: [&contact.wechat, &contact.line, &contact.whatsapp],
        tax_id: "",
        city: &contact.address.city,
        street: &contact.address.street,
        postcode: &contact.address.postcode,
        website: &contact.website,
        birthday: contact.birthday,
    };
    person.identity(Channels::of(&contact.phones, &contact.emails, &contact.handles))
}

struct Person<'a> {
    name: &'a str,
    latin_name: &'a str,
    company: &'a str,
    /// Names at WeChat, LINE and WhatsApp.
    messengers: [&'a str; 3],
    tax_id: &'a str,
    city: &'a str,
    street: &'a str,
    postcode: &'a str,
    website: &'a str,
    birthday: Option<chrono::NaiveDate>,
}

/// How a person can be reached.
#[derive(Default)]
struct Channels<'a> {
    mobiles: Vec<&'a str>,
    landlines: Vec<&'a str>,
    emails: Vec<&'a str>,
    handles: Vec<(&'a str, &'a str)>,
}

impl<'a> Channels<'a> {
    fn of(phones: &'a [Phone], emails: &'a [Email], handles: &'a [Handle]) -> Self {
        let mut channels = Self::default();
        phones.iter().for_each(|phone| channels.add_phone(phone.kind, &phone.e164));
        channels.emails.extend(emails.iter().map(|mail| mail.address.as_str()));
        let handles = handles.iter().map(|handle| (handle.kind.as_str(), handle.value.as_str()));
        channels.handles.extend(handles);
        channels
    }

    fn of_row(row: &'a Row) -> Self {
        let mut channels = Self::default();
        for phone in parts(row, Lead::phones) {
            let kind = PhoneKind::from_value(phone.get(Phone::kind)).unwrap_or_default();
            channels.add_phone(kind, text(phone, Phone::e164));
        }
        channels.emails.extend(parts(row, Lead::emails).map(|mail| text(mail, Email::address)));
        let handles = parts(row, Lead::handles);
        let handles = handles.map(|it| (text(it, Handle::kind), text(it, Handle::value)));
        channels.handles.extend(handles);
        channels
    }

    fn add_phone(&mut self, kind: PhoneKind, e164: &'a str) {
        if e164.is_empty() {
            return;
        }
        match kind {
            PhoneKind::Mobile => self.mobiles.push(e164),
            PhoneKind::Fax => {}
            PhoneKind::Landline | PhoneKind::Other => self.landlines.push(e164),
        }
    }
}

impl Person<'_> {
    fn identity(&self, channels: Channels<'_>) -> Identity {
        let own = ["wechat", "line", "whatsapp"].into_iter().zip(self.messengers);
        let own = own.filter(|(_, handle)| !handle.is_empty());
        let handles = own.chain(channels.handles);
        let handles: Vec<String> =
            handles.map(|(kind, handle)| format!("{kind}:{handle}")).collect();
        let birthday = self.birthday.map(|day| day.to_string()).unwrap_or_default();
        Identity::of(&Card {
            name: self.name,
            latin_name: self.latin_name,
            company: self.company,
            mobiles: channels.mobiles,
            landlines: channels.landlines,
            emails: channels.emails,
            handles: handles.iter().map(String::as_str).collect(),
            tax_id: self.tax_id,
            city: self.city,
            street: self.street,
            website: self.website,
            postcode: self.postcode,
            birthday: &birthday,
        })
    }
}

/// The parts in a list of a row.
fn parts(row: &Row, tag: Tag) -> impl Iterator<Item = &Row> {
    row.get(tag).items().iter().filter_map(|item| match item {
        Value::Part(part) => Some(part),
        _ => None,
    })
}

fn text(row: &Row, tag: Tag) -> &str {
    match row.get(tag) {
        Value::Text(text) => text,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Fields as _;

    proptest! {
        #[test]
        fn a_row_is_who_its_lead_is(
            texts in prop::collection::vec("[a-z王小明]{0,3}", 11),
            phones in prop::collection::vec((prop::sample::select(PhoneKind::ALL), "\\+[0-9]{0,4}"), 0..3),
            mails in prop::collection::vec("(info|wang)@(gmail|acme).com", 0..3),
            has_birthday in any::<bool>(),
        ) {
            let [name, latin_name, company, wechat, line, tax_id, city, street, postcode, website, value] =
                texts.try_into().unwrap();
            let phone = |(kind, e164)| Phone { raw: "1".to_owned(), kind, e164, ..Phone::default() };
            let lead = Lead {
                name,
                latin_name,
                company,
                wechat,
                line,
                tax_id,
                website,
                address: Address { city, street, postcode, ..Address::default() },
                phones: phones.into_iter().map(phone).collect(),
                emails: mails.into_iter().map(|address| Email { address, ..Email::default() }).collect(),
                handles: vec![Handle { kind: "qq".to_owned(), value, ..Handle::default() }],
                birthday: has_birthday.then(|| "1970-01-31".parse().unwrap()),
                ..Lead::default()
            };
            prop_assert_eq!(identity_of_row(&lead.to_row()), identity_of_lead(&lead));
        }
    }
}
