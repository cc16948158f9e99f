//! The pools: claiming, giving back, assigning, and what sales says of what it was given.

use super::{
    owner::{self, Owner},
    stage,
};
use crate::{
    domain::{Fields as _, Id, Lead, Pool, RecordId, Response, Stage, Timestamp, User},
    engine::{Assign, Claim, Edit, Respond, Return, Right},
    error::{Error, Result},
};

/// Takes leads from their pool: a result for each, never all or nothing.
///
/// # Errors
/// When not one of them can be claimed: the reason of the first.
pub fn claim(edit: &mut Edit<'_>, command: &Claim) -> Result<()> {
    let actor = edit.actor().ok_or_else(|| Error::refused("nobody-acts"))?;
    let mut claimed = 0;
    for id in &command.leads {
        match claim_one(edit, actor, *id, (claimed, command.leads.len())) {
            Ok(()) => {
                claimed += 1;
                edit.outcome.records.push(id.record());
            }
            Err(err) => edit.outcome.refused.push((id.record(), err)),
        }
    }
    match edit.outcome.refused.is_empty() || claimed > 0 {
        true => Ok(()),
        false => Err(edit.outcome.refused.remove(0).1),
    }
}

/// Gives leads back to a pool.
///
/// # Errors
/// When a lead is not the actor's, has no owner, or there is no reason.
pub fn give_back(edit: &mut Edit<'_>, command: &Return) -> Result<()> {
    if command.reason.trim().is_empty() {
        return Err(Error::refused("reason-needed"));
    }
    let pool = match command.pool {
        Some(pool) => pool,
        None => owner::default_pool(edit)?,
    };
    for id in &command.leads {
        edit.require_of(Right::EditLeads, id.record())?;
        let mut lead = edit.get(*id)?;
        if lead.owner.is_none() {
            return Err(Error::refused("lead-not-owned").with("lead", lead.title()));
        }
        refuse_read_only(&lead)?;
        owner::change(edit, &mut lead, Owner::Pool(pool), &command.reason)?;
        edit.put(id.record(), lead.to_row())?;
        edit.outcome.records.push(id.record());
    }
    edit.note.clone_from(&command.reason);
    Ok(())
}

/// Gives leads to a user, or moves them to a pool.
///
/// # Errors
/// When neither or both are named, or a lead cannot be given.
pub fn assign(edit: &mut Edit<'_>, command: &Assign) -> Result<()> {
    let to = match (command.to, command.pool) {
        (Some(user), None) => Owner::User(user),
        (None, Some(pool)) => Owner::Pool(pool),
        _ => return Err(Error::usage("assign-to-one")),
    };
    let why = command.reason.clone().unwrap_or_default();
    let mut room = match to {
        Owner::User(user) => room_to_give(edit, user),
        Owner::Pool(_) => usize::MAX,
    };
    for id in &command.leads {
        edit.require_of(Right::Assign, id.record())?;
        let mut lead = edit.get(*id)?;
        refuse_read_only(&lead)?;
        let counts = lead.stage.is_open();
        if counts && room == 0 {
            edit.outcome.refused.push((id.record(), Error::refused("cap-reached")));
            continue;
        }
        if counts {
            room -= usize::from(room != usize::MAX);
            edit.outcome.given.leads += 1;
        }
        owner::change(edit, &mut lead, to, &why)?;
        edit.put(id.record(), lead.to_row())?;
        edit.outcome.records.push(id.record());
    }
    edit.note = why;
    Ok(())
}

/// Says what sales thinks of a lead that was handed over. *Not accepted* takes it back to marketing.
///
/// # Errors
/// When the lead was not handed over, has its response already, or a rejection has no reason.
pub fn respond(edit: &mut Edit<'_>, command: &Respond) -> Result<()> {
    let record = command.lead.record();
    edit.require_of(Right::Respond, record)?;
    let mut lead = edit.get(command.lead)?;
    let reason = command.reason.clone().unwrap_or_default();
    let is_rejected = command.response == Response::NotAccepted;
    if is_rejected && reason.trim().is_empty() {
        return Err(Error::refused("reason-needed"));
    }
    let now = edit.now();
    let hand_over = lead.hand_overs.last_mut().ok_or_else(|| Error::refused("not-handed-over"))?;
    if hand_over.response.is_some_and(|given| given != Response::NotReached) {
        return Err(Error::refused("response-given"));
    }
    hand_over.response = Some(command.response);
    hand_over.reason.clone_from(&reason);
    hand_over.responded_at = Some(now);
    lead.response = Some(command.response);
    lead.response_reason.clone_from(&reason);
    if is_rejected {
        if lead.stage == Stage::Mql {
            stage::enter(edit, &mut lead, Stage::Usable, &reason);
        }
        let intake = owner::intake(edit)?;
        owner::change(edit, &mut lead, Owner::Pool(intake), &reason)?;
    }
    edit.put(record, lead.to_row())?;
    edit.outcome.records.push(record);
    edit.note = reason;
    Ok(())
}

fn claim_one(
    edit: &mut Edit<'_>,
    actor: Id<User>,
    id: Id<Lead>,
    (claimed, asked): (usize, usize),
) -> Result<()> {
    let mut lead = edit.get(id)?;
    let pool_id =
        lead.pool.ok_or_else(|| Error::refused("lead-not-in-pool").with("lead", lead.title()))?;
    let pool = edit.model.pools.get(pool_id).ok_or_else(|| Error::refused("no-such-pool"))?;
    check_claimable(edit, pool, &lead)?;
    let maximum = pool.batch_maximum.and_then(|most| usize::try_from(most).ok());
    if maximum.is_some_and(|most| asked > most && claimed >= most) {
        return Err(
            Error::refused("claim-batch-maximum").with("maximum", maximum.unwrap_or_default())
        );
    }
    if let Some(most) = pool.claims_per_day.and_then(|most| usize::try_from(most).ok())
        && claims_today(edit, actor, pool_id)? + claimed >= most
    {
        return Err(Error::refused("claims-per-day").with("maximum", most));
    }
    if room_under_cap(edit, actor, Some(pool)) <= claimed {
        return Err(Error::refused("cap-reached"));
    }
    if let Some(days) = pool.days_before_reclaim {
        check_former_owner(edit, actor, id, days)?;
    }
    owner::change(edit, &mut lead, Owner::User(actor), "")?;
    edit.put(id.record(), lead.to_row())
}

fn check_claimable(edit: &Edit<'_>, pool: &Pool, lead: &Lead) -> Result<()> {
    let from = pool
        .claimable_from
        .ok_or_else(|| Error::refused("pool-not-claimable").with("pool", pool.name.as_str()))?;
    if !lead.stage.is_open() || lead.stage < from {
        return Err(
            Error::refused("not-claimable-stage").with("stage", format!("@stage-{}", from.id()))
        );
    }
    let is_member = edit.actor().is_some_and(|actor| pool.members.contains(&actor));
    if !pool.members.is_empty() && !is_member && !edit.viewer.is_alone {
        return Err(Error::refused("not-pool-member").with("pool", pool.name.as_str()));
    }
    if let (Some(days), Some(entered)) = (pool.days_held, lead.entered_pool_at) {
        let free_on = day_after(edit, entered, days);
        if edit.now().day(edit.model.settings().zone()) < free_on {
            return Err(Error::refused("lead-held").with("date", free_on.to_string()));
        }
    }
    Ok(())
}

/// Claims of the actor from a pool on this day, counted by the events: claiming, giving back and
/// claiming again does not get round it, and taking a claim back does not give it back.
fn claims_today(edit: &Edit<'_>, actor: Id<User>, pool: Id<Pool>) -> Result<usize> {
    let zone = edit.model.settings().zone();
    let start = Timestamp::start_of(edit.now().day(zone), zone);
    let mut count = 0;
    for header in edit.store().headers()? {
        let header = header?;
        if header.clock.wall < start {
            break;
        }
        if header.command != "claim" || header.actor != Some(actor) {
            continue;
        }
        for touched in edit.store().touched(header.sequence)? {
            let (record, _) = touched?;
            count += usize::from(was_in_pool(edit, record, header.sequence, pool)?);
        }
    }
    Ok(count)
}

fn was_in_pool(edit: &Edit<'_>, record: RecordId, sequence: u64, pool: Id<Pool>) -> Result<bool> {
    let changes = edit.store().changes(record, sequence)?;
    let from = changes.iter().find(|change| change.tag == Lead::pool);
    Ok(from.and_then(|change| change.before.as_link()) == Some(pool.record()))
}

/// How many more open leads someone may own: the smallest cap wins, no cap is no limit.
fn room_under_cap(edit: &Edit<'_>, user: Id<User>, pool: Option<&Pool>) -> usize {
    let own = edit.model.users.get(user).and_then(|user| user.cap);
    let caps = own.into_iter().chain(pool.and_then(|pool| pool.cap));
    let Some(cap) = caps.min().and_then(|cap| usize::try_from(cap).ok()) else { return usize::MAX };
    let leads = &edit.model.leads;
    let is_open =
        |row: &usize| Stage::of_id(leads.text(Lead::stage, *row)).is_some_and(Stage::is_open);
    let owned = leads.rows().filter(|row| leads.link(Lead::owner, *row) == Some(user.record()));
    cap.saturating_sub(owned.filter(is_open).count())
}

/// How many more open leads may be given to someone. What earlier slices of the same command have given
/// is not in the model yet; it is counted anew only after other commands.
fn room_to_give(edit: &mut Edit<'_>, user: Id<User>) -> usize {
    let revision = edit.model.revision();
    let given = &edit.outcome.given;
    let room = match given.room.filter(|(of, _)| *of == revision) {
        Some((_, room)) => room,
        None => room_under_cap(edit, user, None),
    };
    edit.outcome.given.room = Some((revision, room));
    if room == usize::MAX { room } else { room.saturating_sub(edit.outcome.given.leads) }
}

fn check_former_owner(edit: &Edit<'_>, actor: Id<User>, id: Id<Lead>, days: i64) -> Result<()> {
    let timeline = edit.store().timeline(id.record())?;
    let lost = timeline.iter().rev().find(|(_, changes)| {
        changes.iter().any(|change| {
            change.tag == Lead::owner && change.before.as_link() == Some(actor.record())
        })
    });
    let Some((sequence, _)) = lost else { return Ok(()) };
    let Some(header) = edit.store().header(*sequence)? else { return Ok(()) };
    if header.command == "undo" {
        return Ok(());
    }
    let free_on = day_after(edit, header.clock.wall, days);
    if edit.now().day(edit.model.settings().zone()) < free_on {
        return Err(Error::refused("former-owner").with("date", free_on.to_string()));
    }
    Ok(())
}

fn day_after(edit: &Edit<'_>, at: Timestamp, days: i64) -> chrono::NaiveDate {
    let day = at.day(edit.model.settings().zone());
    u64::try_from(days)
        .ok()
        .and_then(|days| day.checked_add_days(chrono::Days::new(days)))
        .unwrap_or(day)
}

fn refuse_read_only(lead: &Lead) -> Result<()> {
    if lead.stage.is_read_only() { Err(Error::refused("lead-read-only")) } else { Ok(()) }
}
