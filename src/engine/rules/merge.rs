//! Merging: several records of the same person or company become one. Nothing is deleted: a loser
//! keeps a pointer to its survivor.

use super::{custom_fields, person, stage};
use crate::{
    domain::{
        Account, Activity, Contact, Fields as _, Id, Kind, Lead, Opportunity, Order, RecordId, Row,
        Shape, Stage, Tag, Value,
    },
    engine::{Edit, Merge, Right},
    error::{Error, Result},
};

/// Makes several records one: the survivor's empty fields are filled, phones, mails and tags are
/// united, and what pointed to a loser points to the survivor.
///
/// # Errors
/// When they are of different kinds, or one of them is read-only or merged already.
pub fn merge(edit: &mut Edit<'_>, command: &Merge) -> Result<()> {
    let survivor = command.survivor;
    edit.require_of(Right::Merge, survivor)?;
    check(edit, survivor)?;
    for loser in &command.losers {
        if loser.kind != survivor.kind || *loser == survivor {
            return Err(Error::usage("merge-same-kind"));
        }
        edit.require_of(Right::Merge, *loser)?;
        check(edit, *loser)?;
        match survivor.kind {
            Kind::Lead => merge_leads(edit, Id::new(survivor.uuid), Id::new(loser.uuid))?,
            Kind::Account | Kind::Contact => merge_rows(edit, survivor, *loser)?,
            _ => return Err(Error::usage("merge-kind")),
        }
        repoint(edit, *loser, survivor)?;
    }
    edit.outcome.records.push(survivor);
    Ok(())
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
    for membership in &lost.memberships {
        if !kept.memberships.iter().any(|known| known.campaign == membership.campaign) {
            kept.memberships.push(membership.clone());
        }
    }
    kept.campaign = kept.campaign.or(lost.campaign);
    edit.put(survivor.record(), kept.to_row())?;
    stage::enter(edit, &mut lost, Stage::Merged, "");
    lost.merged_into = Some(survivor);
    edit.put(loser.record(), lost.to_row())
}

fn merge_rows(edit: &mut Edit<'_>, survivor: RecordId, loser: RecordId) -> Result<()> {
    let mut lost = edit.row(loser)?;
    let mut kept = edit.row(survivor)?;
    let pointer =
        if survivor.kind == Kind::Account { Account::merged_into } else { Contact::merged_into };
    if survivor.kind == Kind::Contact {
        person::fill(Kind::Contact, &mut kept, &lost);
    }
    for field in survivor.kind.fields().iter().filter(|field| field.tag != pointer) {
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

/// Everything that pointed to the loser points to the survivor.
fn repoint(edit: &mut Edit<'_>, from: RecordId, to: RecordId) -> Result<()> {
    let links: &[(Kind, &[Tag])] = &[
        (Kind::Opportunity, &[Opportunity::account, Opportunity::lead, Opportunity::contacts]),
        (Kind::Order, &[Order::account, Order::lead]),
        (Kind::Contact, &[Contact::lead, Contact::accounts, Contact::reports_to]),
        (Kind::Account, &[Account::parent]),
    ];
    for (kind, tags) in links {
        let pointing = pointing(edit, *kind, tags, from)?;
        for record in pointing.into_iter().filter(|record| *record != from) {
            let row = edit.row(record)?;
            edit.put(record, repointed(row, tags, (from, to)))?;
        }
    }
    for id in edit.model.activities_about(from) {
        let row = edit.row(id.record())?;
        edit.put(id.record(), repointed(row, &[Activity::about], (from, to)))?;
    }
    Ok(())
}

/// The records of a kind of which a field points to a record.
fn pointing(edit: &Edit<'_>, kind: Kind, tags: &[Tag], to: RecordId) -> Result<Vec<RecordId>> {
    let Some(columns) = edit.model.columns(kind) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for record in columns.rows().filter_map(|row| columns.id(row)) {
        let row = columns.find(record.uuid).unwrap_or_default();
        let is_resident = |tag: &Tag| columns.column(*tag).is_some();
        let mut points = tags
            .iter()
            .filter(|tag| is_resident(tag))
            .any(|tag| columns.value(*tag, row).points_to(to));
        if !points && tags.iter().any(|tag| !is_resident(tag)) {
            let whole = edit.row(record)?;
            points = tags.iter().any(|tag| whole.get(*tag).points_to(to));
        }
        if points {
            found.push(record);
        }
    }
    Ok(found)
}

fn repointed(mut row: Row, tags: &[Tag], (from, to): (RecordId, RecordId)) -> Row {
    fn turn(value: &mut Value, (from, to): (RecordId, RecordId)) {
        match value {
            Value::Link(link) if *link == from => *link = to,
            Value::List(items) => items.iter_mut().for_each(|item| turn(item, (from, to))),
            Value::Part(row) => row.values_mut().for_each(|value| turn(value, (from, to))),
            _ => {}
        }
    }
    for tag in tags {
        let mut value = row.get(*tag).clone();
        turn(&mut value, (from, to));
        row.set(*tag, value);
    }
    row
}
