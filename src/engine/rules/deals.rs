//! Opportunities: moving through the stages of a pipeline, winning and losing.

use crate::{
    domain::{
        Fields as _, Id, LostReason, Opportunity, Outcome, Pick, Picklist as _, StageEntry,
        end_of_quarter, pipeline,
    },
    engine::{Advance, Edit, Right},
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
        if reason.trim().is_empty() {
            return Err(Error::refused("reason-needed"));
        }
        let known = LostReason::CHOICES.values.contains(&reason.replace('-', "_").as_str());
        deal.lost_reason =
            Pick::new(if known { reason.replace('-', "_") } else { "other".to_owned() });
        deal.lost_in = deal.stage.clone();
        deal.lost_competitor = command.competitor.clone().unwrap_or_default();
    }
    enter(edit, &mut deal, stage.id);
    edit.put(record, deal.to_row())?;
    edit.outcome.records.push(record);
    edit.note = reason;
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
