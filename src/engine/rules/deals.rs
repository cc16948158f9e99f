//! Opportunities: moving through the stages of a pipeline, winning and losing.

use super::stage;
use crate::{
    domain::{
        Fields as _, Id, Lead, LostReason, Opportunity, Outcome, Pick, Picklist as _, Stage,
        StageEntry, end_of_quarter, pipeline,
    },
    engine::{Advance, Edit, Nurture, Right},
    error::{Error, Result},
};

/// Moves an opportunity to a stage of its pipeline.
///
/// # Errors
/// When the pipeline has no such stage, or a loss has no reason.
pub fn advance(edit: &mut Edit<'_>, command: &Advance) -> Result<()> {
    let record = command.opportunity.record();
    edit.require_of(Right::EditDeals, record)?;
    let mut deal = edit.get(command.opportunity)?;
    let line = pipeline(&deal.pipeline);
    let id = command.stage.replace('-', "_");
    let stage = line.stage(&id).ok_or_else(|| {
        let known: Vec<&str> = line.stages.iter().map(|stage| stage.id).collect();
        Error::usage("unknown-stage")
            .with("stage", command.stage.as_str())
            .with("known", known.join(", "))
    })?;
    let reason = command.reason.clone().unwrap_or_default();
    if stage.outcome == Outcome::Lost {
        give_up(&mut deal, &reason, command.competitor.as_deref())?;
    }
    enter(edit, &mut deal, stage.id);
    edit.put(record, deal.to_row())?;
    edit.outcome.records.push(record);
    edit.note = reason;
    Ok(())
}

/// Sends the lead of an opportunity back to nurturing, with its history; it wakes to where it stood before it was
/// converted. What came of the conversion stays. An opportunity that is open is lost.
///
/// # Errors
/// When it is won or has no lead that was converted, or an open one is lost without a reason.
pub fn nurture(edit: &mut Edit<'_>, command: &Nurture) -> Result<()> {
    let record = command.opportunity.record();
    edit.require_of(Right::EditDeals, record)?;
    let mut deal = edit.get(command.opportunity)?;
    if deal.outcome == Outcome::Won {
        return Err(Error::refused("deal-is-won"));
    }
    let lead = deal.lead.map(|id| Ok((id, edit.get(id)?))).transpose()?;
    let converted = lead.filter(|(_, lead): &(_, Lead)| lead.stage == Stage::Converted);
    let (id, mut lead) = converted.ok_or_else(|| Error::refused("no-lead-to-nurture"))?;
    let reason = command.reason.clone().unwrap_or_default();
    if deal.outcome == Outcome::Open {
        give_up(&mut deal, &reason, command.competitor.as_deref())?;
        let stages = pipeline(&deal.pipeline).stages;
        if let Some(lost) = stages.iter().find(|stage| stage.outcome == Outcome::Lost) {
            enter(edit, &mut deal, lost.id);
        }
        edit.put(record, deal.to_row())?;
    }
    stage::enter(edit, &mut lead, Stage::Nurturing, &reason);
    lead.wake_on = Some(command.wake);
    edit.put(id.record(), lead.to_row())?;
    edit.outcome.records.push(record);
    edit.outcome.told = Some("toast-nurtured");
    edit.note = reason;
    Ok(())
}

/// Notes why a deal is lost, and in which stage.
fn give_up(deal: &mut Opportunity, reason: &str, competitor: Option<&str>) -> Result<()> {
    if reason.trim().is_empty() {
        return Err(Error::refused("reason-needed"));
    }
    let id = reason.replace('-', "_");
    let is_known = LostReason::CHOICES.values.contains(&id.as_str());
    deal.lost_reason = Pick::new(if is_known { id } else { "other".to_owned() });
    deal.lost_in.clone_from(&deal.stage);
    deal.lost_competitor = competitor.unwrap_or_default().to_owned();
    Ok(())
}

/// An opportunity that is being made: it begins at the first stage of its pipeline and belongs to whoever
/// makes it.
pub fn begun(edit: &Edit<'_>, mut deal: Opportunity) -> Opportunity {
    let line = pipeline(&deal.pipeline);
    line.id.clone_into(&mut deal.pipeline);
    if let Some(first) = line.stages.first() {
        enter(edit, &mut deal, first.id);
    }
    let today = edit.now().day(edit.model.settings().zone());
    deal.closes_on = deal.closes_on.or(Some(end_of_quarter(today)));
    deal.owner = deal.owner.or(edit.actor());
    deal
}

/// Wins an open opportunity, because its order is confirmed.
///
/// # Errors
/// When it is gone.
pub fn win(edit: &mut Edit<'_>, id: Id<Opportunity>) -> Result<()> {
    let mut deal = edit.get(id)?;
    if deal.outcome == Outcome::Won {
        return Ok(());
    }
    let won = pipeline(&deal.pipeline).stages.iter().find(|stage| stage.outcome == Outcome::Won);
    if let Some(stage) = won {
        enter(edit, &mut deal, stage.id);
        edit.put(id.record(), deal.to_row())?;
    }
    Ok(())
}

/// Enters a stage: its default probability comes with it, unless a person set another.
fn enter(edit: &Edit<'_>, deal: &mut Opportunity, stage: &str) {
    if deal.stage == stage {
        return;
    }
    let now = Some(edit.now());
    if let Some(last) = deal.stage_history.last_mut() {
        last.left_at = now;
    }
    deal.stage_history.push(StageEntry {
        stage: stage.to_owned(),
        entered_at: now,
        by: edit.actor(),
        ..StageEntry::default()
    });
    stage.clone_into(&mut deal.stage);
    if let Some(known) = pipeline(&deal.pipeline).stage(stage) {
        deal.outcome = known.outcome;
        deal.closed_at = (known.outcome != Outcome::Open).then_some(edit.now());
        if !deal.probability_overridden || known.outcome != Outcome::Open {
            deal.probability = Some(known.probability);
        }
    }
}
