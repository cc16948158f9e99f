//! Conversion: a lead becomes an account, a contact and an opportunity, in one step.

use super::{activities::open_tasks, conversion_results, pairs, stage, undo::UndoRun};
use crate::{
    domain::{
        Account, BYPASS_SOURCES, Contact, Fields as _, Id, Lead, Opportunity, Position, RecordId,
        Role, Stage, User,
    },
    engine::{Convert, Edit, Right, Target, Unconvert},
    error::{Error, Result},
};

/// Turns leads of one company into an account, contacts and an opportunity. All checks come first. Of records
/// that are there already only what is empty is filled; values that the command names hold in any case, those
/// of the contact for the first lead.
///
/// # Errors
/// When a lead is not ready, or a target is gone.
pub fn convert(edit: &mut Edit<'_>, command: &Convert) -> Result<()> {
    let mut leads = Vec::new();
    for id in &command.leads {
        edit.require_of(Right::Convert, id.record())?;
        let lead = edit.get(*id)?;
        check_gate(edit, &lead, command)?;
        leads.push((*id, lead));
    }
    let Some((first_id, first)) = leads.first().cloned() else {
        return Err(Error::usage("convert-nobody"));
    };
    let (account, owner) = conversion_results::account(edit, &first, command)?;
    let mut contacts = Vec::new();
    for (at, (_, lead)) in leads.iter().enumerate() {
        let target = if leads.len() == 1 { command.contact } else { Target::New };
        let values = (at == 0).then_some(&command.values.contact);
        let place = (account, owner);
        contacts.push(conversion_results::contact(edit, lead, place, (target, values))?);
    }
    for ((id, lead), contact) in leads.iter().zip(&contacts) {
        edit.update(*contact, |contact: &mut Contact| {
            contact.lead = contact.lead.or(Some(*id));
            contact.response = contact.response.or(lead.response);
        })?;
    }
    let parties: Vec<_> = leads.iter().zip(&contacts).map(|((_, lead), id)| (*id, lead)).collect();
    let opportunity = conversion_results::opportunity(
        edit,
        (first_id, &first),
        (account, owner),
        &parties,
        command,
    )?;
    for ((id, lead), contact) in leads.iter().zip(contacts) {
        finish(edit, (*id, lead.clone()), account, contact, (opportunity, owner))?;
        pairs::follow(edit, &[id.record()], contact.record())?;
    }
    edit.outcome.records.insert(0, account.record());
    if let Some(reason) = &command.reason {
        edit.note.clone_from(reason);
    }
    Ok(())
}

/// Takes a conversion back: the lead is as it was, and what was made is gone.
///
/// # Errors
/// `depends-on-conversion` with what depends on the results.
pub fn unconvert(edit: &mut Edit<'_>, command: &Unconvert) -> Result<()> {
    let record = command.lead.record();
    edit.require_of(Right::Convert, record)?;
    let lead = edit.get(command.lead)?;
    if lead.stage != Stage::Converted {
        return Err(Error::refused("not-converted"));
    }
    let sequence =
        converting_command(edit, record)?.ok_or_else(|| Error::refused("not-converted"))?;
    let mut made = Vec::new();
    for touched in edit.store().touched(sequence)? {
        let (record, was_made) = touched?;
        if was_made {
            made.push(record);
        }
    }
    let dependents = dependents(edit, &made);
    if !dependents.is_empty() {
        let names: Vec<String> = dependents.iter().take(5).map(|it| name_of(edit, *it)).collect();
        return Err(Error::refused("depends-on-conversion").with("records", names.join(", ")));
    }
    let mut run = UndoRun::new(edit.store(), sequence)?;
    while run.step(edit)? {}
    edit.outcome.records.push(record);
    edit.outcome.undo = Some(run.into_report());
    Ok(())
}

/// A lead is ready when sales has qualified it, or its source needs no qualification.
fn check_gate(edit: &Edit<'_>, lead: &Lead, command: &Convert) -> Result<()> {
    if lead.stage.is_read_only() {
        return Err(Error::refused("lead-read-only"));
    }
    let bypasses = BYPASS_SOURCES.contains(&lead.source.id()) && lead.stage.is_open();
    if lead.stage == Stage::Sql || bypasses {
        return Ok(());
    }
    let may = edit.viewer.is_alone || matches!(edit.viewer.role, Role::Director | Role::Admin);
    let has_reason = command.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
    if may && has_reason && lead.stage.is_open() {
        return Ok(());
    }
    Err(Error::refused("not-ready-to-convert")
        .with("lead", lead.title())
        .with("stage", format!("@stage-{}", lead.stage.id())))
}

fn finish(
    edit: &mut Edit<'_>,
    (id, mut lead): (Id<Lead>, Lead),
    account: Id<Account>,
    contact: Id<Contact>,
    (opportunity, owner): (Option<Id<Opportunity>>, Option<Id<User>>),
) -> Result<()> {
    let sequence_tasks = open_tasks(edit, id.record())?;
    for task in sequence_tasks {
        edit.update(task, |task: &mut crate::domain::Activity| task.assignee = owner)?;
    }
    stage::enter(edit, &mut lead, Stage::Converted, "");
    lead.converted_account = Some(account);
    lead.converted_contact = Some(contact);
    lead.converted_opportunity = opportunity;
    edit.put(id.record(), lead.to_row())
}

/// The command that converted a lead last.
fn converting_command(edit: &Edit<'_>, lead: RecordId) -> Result<Option<u64>> {
    let timeline = edit.store().timeline(lead)?;
    let converts = |changes: &[crate::domain::FieldChange]| {
        changes.iter().any(|change| {
            change.tag == Lead::stage && change.after.as_text() == Some(Stage::Converted.id())
        })
    };
    Ok(timeline.iter().rev().find(|(_, changes)| converts(changes)).map(|(number, _)| *number))
}

/// What was made since and refers to what a conversion made.
fn dependents(edit: &Edit<'_>, made: &[RecordId]) -> Vec<RecordId> {
    use crate::domain::Order;
    let model = edit.model;
    let mut found = Vec::new();
    for (columns, tags) in [
        (&model.opportunities, [Opportunity::account, Opportunity::lead].as_slice()),
        (&model.orders, &[Order::account, Order::opportunity]),
        (&model.accounts, &[Account::parent]),
    ] {
        for row in columns.rows() {
            let Some(record) = columns.id(row).filter(|record| !made.contains(record)) else {
                continue;
            };
            let linked = tags.iter().filter_map(|tag| columns.link(*tag, row));
            if linked.into_iter().any(|link| made.contains(&link)) {
                found.push(record);
            }
        }
    }
    for row in model.contacts.rows() {
        let positions = model.contacts.value(Contact::accounts, row);
        let mut accounts = crate::domain::parts::<Position>(&positions).filter_map(|it| it.account);
        if let Some(record) = model.contacts.id(row).filter(|record| !made.contains(record))
            && accounts.any(|account| made.contains(&account.record()))
        {
            found.push(record);
        }
    }
    let activities = made.iter().flat_map(|record| model.activities_about(*record));
    found.extend(activities.map(|id| id.record()));
    found
}

fn name_of(edit: &Edit<'_>, record: RecordId) -> String {
    let name = edit
        .model
        .columns(record.kind)
        .and_then(|columns| columns.find(record.uuid).map(|row| columns.text(1, row).to_owned()));
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| record.kind.name().to_owned())
}
