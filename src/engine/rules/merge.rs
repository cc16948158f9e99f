//! Merging: several records of the same person or company become one. Nothing is deleted: a loser
//! keeps a pointer to its survivor.

use super::{custom_fields, pairs, person, repoint, stage};
use crate::{
    domain::{
        Account, Contact, Employment, FieldInfo, Fields as _, Id, Kind, Lead, Membership, Position,
        RecordId, Shape, Stage, Tag, Value,
    },
    engine::{Edit, Merge, Right},
    error::{Error, Result},
};

/// Phones, mails and tags are united, whatever was chosen.
const UNITED: [Tag; 3] = [Lead::phones, Lead::emails, Lead::tags];

/// The first tag that means another field in another kind.
const FIRST_OWN_TAG: Tag = 50;

/// Makes several records one: the survivor's empty fields are filled, phones, mails and tags are
/// united, the values that were chosen are taken, and what pointed to a loser points to the survivor.
/// Leads may become a contact.
///
/// # Errors
/// When they are of different kinds, or one of them is read-only or merged already.
pub fn merge(edit: &mut Edit<'_>, command: &Merge) -> Result<()> {
    let survivor = command.survivor;
    edit.require_of(Right::Merge, survivor)?;
    check(edit, survivor)?;
    let chosen = chosen(edit, command)?;
    for loser in &command.losers {
        if *loser == survivor {
            return Err(Error::usage("merge-same-kind"));
        }
        edit.require_of(Right::Merge, *loser)?;
        check(edit, *loser)?;
        match (survivor.kind, loser.kind) {
            (Kind::Lead, Kind::Lead) => {
                merge_leads(edit, Id::new(survivor.uuid), Id::new(loser.uuid))?;
            }
            (Kind::Contact, Kind::Lead) => {
                merge_into_contact(edit, Id::new(survivor.uuid), Id::new(loser.uuid))?;
            }
            (Kind::Account, Kind::Account) | (Kind::Contact, Kind::Contact) => {
                merge_rows(edit, survivor, *loser)?;
            }
            (Kind::Lead | Kind::Account | Kind::Contact, _) => {
                return Err(Error::usage("merge-same-kind"));
            }
            _ => return Err(Error::usage("merge-kind")),
        }
        repoint::repoint(edit, *loser, survivor)?;
    }
    pairs::follow(edit, &command.losers, survivor)?;
    if !chosen.is_empty() {
        let mut row = edit.row(survivor)?;
        for (tag, value) in chosen {
            row.set(tag, value);
        }
        edit.put(survivor, row)?;
    }
    edit.outcome.records.push(survivor);
    edit.outcome.told = Some("toast-merged");
    Ok(())
}

/// The values that were chosen, as they stand before anything is merged.
fn chosen(edit: &Edit<'_>, command: &Merge) -> Result<Vec<(Tag, Value)>> {
    let mut values = Vec::with_capacity(command.take.len());
    for (name, uuid) in &command.take {
        let kind = command.survivor.kind;
        let field = edit.model.field(kind, name).ok_or_else(|| {
            Error::usage("unknown-field")
                .with("field", name.as_str())
                .with("kind", format!("@kind-{}", kind.name()))
        })?;
        let mut all = command.losers.iter().chain([&command.survivor]);
        let from = all.find(|record| record.uuid == *uuid);
        let from = from.filter(|record| can_choose(kind, record.kind, field));
        let from = from.ok_or_else(|| {
            Error::refused("merge-cannot-take").with("field", format!("@field-{name}"))
        })?;
        values.push((field.tag, edit.row(*from)?.get(field.tag).clone()));
    }
    Ok(values)
}

/// Whether the value of a field of the survivor may be that of a record of a kind: commands do not set
/// it, it is not united, and it means the same in both.
pub fn can_choose(survivor: Kind, from: Kind, field: &FieldInfo) -> bool {
    let is_person = matches!(survivor, Kind::Lead | Kind::Contact);
    let is_united = is_person && UNITED.contains(&field.tag);
    let is_shared = survivor == from || field.tag < FIRST_OWN_TAG;
    !field.spec.is_ruled() && !is_united && is_shared
}

fn check(edit: &Edit<'_>, record: RecordId) -> Result<()> {
    let row = edit.row(record)?;
    let is_gone = match record.kind {
        Kind::Lead => Lead::from_row(row).stage.is_read_only(),
        Kind::Account => !row.get(Account::merged_into).is_empty(),
        Kind::Contact => !row.get(Contact::merged_into).is_empty(),
        _ => false,
    };
    if is_gone { Err(Error::refused("lead-read-only")) } else { Ok(()) }
}

fn merge_leads(edit: &mut Edit<'_>, survivor: Id<Lead>, loser: Id<Lead>) -> Result<()> {
    let mut lost = edit.get(loser)?;
    let mut row = edit.row(survivor.record())?;
    person::fill(Kind::Lead, &mut row, &lost.to_row());
    let mut kept = Lead::from_row(row);
    join(&mut kept.memberships, &lost.memberships);
    kept.campaign = kept.campaign.or(lost.campaign);
    edit.put(survivor.record(), kept.to_row())?;
    stage::enter(edit, &mut lost, Stage::Merged, "");
    lost.merged_into = Some(survivor);
    edit.put(loser.record(), lost.to_row())
}

/// A lead whose person is a contact: the contact gets what it lacks, and the lead points to it.
fn merge_into_contact(edit: &mut Edit<'_>, survivor: Id<Contact>, loser: Id<Lead>) -> Result<()> {
    let mut lost = edit.get(loser)?;
    let mut row = edit.row(survivor.record())?;
    let card = lost.to_row();
    person::fill(Kind::Contact, &mut row, &card);
    custom_fields::carry(edit.model, (Kind::Lead, &card), (Kind::Contact, &mut row));
    let mut kept = Contact::from_row(row);
    join(&mut kept.memberships, &lost.memberships);
    if kept.employments.is_empty() && kept.accounts.is_empty() && !lost.company.is_empty() {
        kept.employments.push(Employment {
            company: lost.company.clone(),
            title: lost.job_title.clone(),
            department: lost.department.clone(),
            batch: lost.batch,
            ..Employment::default()
        });
    }
    edit.put(survivor.record(), kept.to_row())?;
    stage::enter(edit, &mut lost, Stage::Merged, "");
    lost.converted_contact = Some(survivor);
    edit.put(loser.record(), lost.to_row())
}

fn join(kept: &mut Vec<Membership>, lost: &[Membership]) {
    for membership in lost {
        if !kept.iter().any(|known| known.campaign == membership.campaign) {
            kept.push(membership.clone());
        }
    }
}

/// A contact has one position at an account.
fn join_accounts(kept: &mut Vec<Position>, lost: &[Position]) {
    for position in lost {
        if !kept.iter().any(|known| known.account == position.account) {
            kept.push(position.clone());
        }
    }
}

fn merge_rows(edit: &mut Edit<'_>, survivor: RecordId, loser: RecordId) -> Result<()> {
    let mut lost = edit.row(loser)?;
    let mut kept = edit.row(survivor)?;
    let pointer =
        if survivor.kind == Kind::Account { Account::merged_into } else { Contact::merged_into };
    // They are united by what they say, not by how it is written.
    let mut united: Vec<Tag> = Vec::new();
    if survivor.kind == Kind::Contact {
        person::fill(Kind::Contact, &mut kept, &lost);
        let mut contact = Contact::from_row(kept);
        let other = Contact::read(&lost);
        join(&mut contact.memberships, &other.memberships);
        join_accounts(&mut contact.accounts, &other.accounts);
        kept = contact.to_row();
        united.extend(UNITED);
        united.extend([Contact::memberships, Contact::accounts]);
    }
    let own = |tag: &Tag| *tag != pointer && !united.contains(tag);
    for field in survivor.kind.fields().iter().filter(|field| own(&field.tag)) {
        let (own, other) = (kept.get(field.tag), lost.get(field.tag));
        let united = match (&field.shape, own, other) {
            (Shape::List(_), Value::List(own), Value::List(other)) => {
                let more = other.iter().filter(|item| !own.contains(item)).cloned();
                Some(Value::List(own.iter().cloned().chain(more).collect()))
            }
            (_, Value::Empty, other) if !other.is_empty() => Some(other.clone()),
            _ => None,
        };
        if let Some(united) = united {
            kept.set(field.tag, united);
        }
    }
    let kind = survivor.kind;
    custom_fields::carry(edit.model, (kind, &lost), (kind, &mut kept));
    edit.put(survivor, kept)?;
    lost.set(pointer, Value::Link(survivor));
    edit.put(loser, lost)
}
