//! How the keys of people follow the records.

use std::borrow::Borrow;

use super::{Keys, Model, NewKeys, Person};
use crate::{
    domain::{
        Account, Change, Contact, FieldChange, Fields as _, Kind, Lead, RecordId, Row, Tag,
        identity_of_contact, identity_of_row,
        match_keys::{Identity, Key},
    },
    store::Laid,
};

impl Model {
    /// The keys under which leads and contacts meet.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// How a lead or contact is compared, in the bin or not. None for other kinds.
    pub fn identity_of(&self, kind: Kind, row: &Row) -> Option<Identity> {
        match kind {
            Kind::Lead => Some(identity_of_row(row)),
            Kind::Contact => Some(identity_of_contact(&Contact::read(row), |account| {
                let accounts = &self.accounts;
                let row = accounts.row_of(account.0);
                row.map_or("", |row| accounts.text(Account::name, row)).to_owned()
            })),
            _ => None,
        }
    }

    /// Whether the keys are those of everyone. They are not after the records have been read one by
    /// one: building them takes several times as long.
    pub fn knows_everyone(&self) -> bool {
        self.keys.is_whole()
    }

    /// Whether the keys of those who were there before are missing. Nothing is read to say so.
    pub fn lacks_people(&self) -> bool {
        self.keys.is_missing()
    }

    /// Takes the keys of people, computed before.
    pub fn know<K: Borrow<[Key]>>(&mut self, people: impl IntoIterator<Item = (RecordId, K)>) {
        let mut new = NewKeys::default();
        for (record, keys) in people {
            let row = self.columns(record.kind).and_then(|columns| columns.row_of(record.uuid));
            if let Some(person) = row.and_then(|row| Person::of(record.kind, row)) {
                new.add(person, keys.borrow());
            }
        }
        self.keys.add(new);
    }

    /// Takes the keys of people as their records stand now.
    pub(super) fn know_rows<'a>(&mut self, records: impl Iterator<Item = (RecordId, &'a Row)>) {
        let known = records.filter_map(|(record, row)| {
            self.identity_of(record.kind, row).map(|identity| (record, identity.keys()))
        });
        let known: Vec<_> = known.collect();
        self.know(known);
    }

    /// From now on the keys are those of everyone.
    pub fn know_everyone(&mut self, everyone: NewKeys) {
        self.keys = Keys::of_everyone(everyone);
    }

    /// Forgets under which keys people meet, as an opening does that reads every record.
    #[cfg(test)]
    pub fn forget_people(&mut self) {
        self.keys = Keys::missing();
    }

    /// Takes the keys of those who were there before, beside what has been learnt since.
    pub fn know_older(&mut self, everyone: NewKeys) {
        self.keys.complete(everyone);
    }

    /// Takes the keys of people of whom a command has changed what is compared. It may not count yet:
    /// keys only propose.
    pub fn know_changed(&mut self, changes: &[Change]) {
        let is_told = |change: &&Change| {
            change.is_creation() || is_any_compared(change.record.kind, &change.fields)
        };
        let told = changes.iter().filter(is_told);
        self.know_rows(told.map(|change| (change.record, &change.row)));
    }

    /// The same, of whole records that were changed before memory was there.
    pub(super) fn know_laid(&mut self, laid: &[Laid]) {
        let is_told = |laid: &&Laid| {
            let kind = laid.record.kind;
            laid.fields.as_ref().is_none_or(|fields| is_any_compared(kind, fields))
        };
        let told = laid.iter().filter(is_told);
        self.know_rows(told.map(|laid| (laid.record, &laid.row)));
    }
}

fn is_any_compared(kind: Kind, changed: &[FieldChange]) -> bool {
    changed.iter().any(|field| is_compared(kind, field.tag))
}

/// Whether a field is part of how people are compared.
fn is_compared(kind: Kind, tag: Tag) -> bool {
    const SHARED: &[Tag] = &[
        Lead::name,
        Lead::latin_name,
        Lead::phones,
        Lead::emails,
        Lead::handles,
        Lead::wechat,
        Lead::line,
        Lead::whatsapp,
        Lead::address,
        Lead::website,
        Lead::birthday,
    ];
    let own = match kind {
        Kind::Lead => &[Lead::company, Lead::tax_id][..],
        Kind::Contact => &[Contact::employments, Contact::accounts],
        _ => return false,
    };
    SHARED.contains(&tag) || own.contains(&tag)
}
