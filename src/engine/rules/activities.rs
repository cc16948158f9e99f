//! What was done: an outcome moves the contact state, and may say that a phone or mail is dead.

use super::stage::is_follow_up;
use crate::{
    domain::{
        Activity, ActivityKind, ActivityOutcome, ChannelState, ContactState, Fields as _, Id, Kind,
        Lead, RecordId,
    },
    engine::{Edit, Log, Right},
    error::{Error, Result},
};

/// Logs an activity about records.
///
/// # Errors
/// When it is about nothing, or about a record the actor may not log on.
pub fn log(edit: &mut Edit<'_>, command: &Log) -> Result<()> {
    if command.about.is_empty() {
        return Err(Error::usage("about-nothing"));
    }
    for record in &command.about {
        edit.row(*record)?;
        if record.kind == Kind::Lead {
            edit.require_of(Right::EditLeads, *record)?;
        }
    }
    let activity = Activity {
        kind: command.kind,
        about: command.about.clone(),
        at: Some(command.at.unwrap_or(edit.now())),
        outcome: command.outcome,
        signal: command.signal.clone().unwrap_or_default(),
        text: command.text.clone().unwrap_or_default(),
        next_step: command.next_step.clone().unwrap_or_default(),
        due: command.due,
        assignee: command.assignee,
        author: edit.actor(),
        ..Activity::default()
    };
    let id = edit.create(&activity)?;
    edit.outcome.records.push(id.record());
    for lead in command.about.iter().filter_map(|record| Id::<Lead>::of(*record)) {
        follow(edit, lead, &activity)?;
    }
    Ok(())
}

/// What an activity says of a lead.
fn follow(edit: &mut Edit<'_>, id: Id<Lead>, activity: &Activity) -> Result<()> {
    let mut lead = edit.get(id)?;
    if !is_follow_up(activity.kind) || lead.stage.is_read_only() {
        return Ok(());
    }
    match activity.outcome {
        Some(ActivityOutcome::Reached) => {
            lead.contact_state = ContactState::Connected;
            set_channel(&mut lead, activity.kind, ChannelState::Ok);
        }
        Some(ActivityOutcome::BadTiming) => lead.contact_state = ContactState::BadTiming,
        Some(ActivityOutcome::NumberDead | ActivityOutcome::WrongNumber) => {
            attempted(&mut lead);
            set_channel(&mut lead, ActivityKind::Call, ChannelState::Dead);
        }
        Some(ActivityOutcome::Bounced) => {
            attempted(&mut lead);
            set_channel(&mut lead, ActivityKind::Email, ChannelState::Bounced);
        }
        Some(ActivityOutcome::NoAnswer) => attempted(&mut lead),
        None if activity.kind.is_attempt() => attempted(&mut lead),
        None => {}
    }
    edit.put(id.record(), lead.to_row())
}

fn attempted(lead: &mut Lead) {
    if lead.contact_state == ContactState::NotContacted {
        lead.contact_state = ContactState::Attempted;
    }
}

/// The channel an attempt went through is the first that may have been used.
fn set_channel(lead: &mut Lead, kind: ActivityKind, state: ChannelState) {
    match kind {
        ActivityKind::Call => {
            if let Some(phone) = lead.phones.iter_mut().find(|phone| phone.is_reachable()) {
                phone.state = state;
            }
        }
        ActivityKind::Email => {
            if let Some(mail) = lead.emails.iter_mut().find(|mail| mail.is_reachable()) {
                mail.state = state;
            }
        }
        _ => {}
    }
}

/// The open tasks about a record, which follow it when it is converted or merged.
pub fn open_tasks(edit: &Edit<'_>, record: RecordId) -> Result<Vec<Id<Activity>>> {
    let mut open = Vec::new();
    for id in edit.model.activities_about(record) {
        let activity = edit.get(id)?;
        if activity.kind == ActivityKind::Task && activity.done_at.is_none() {
            open.push(id);
        }
    }
    Ok(open)
}
