//! Where a lead stands: one explicit table of transitions, and the gates.

use super::qualification;
use crate::{
    domain::{ActivityKind, Id, Lead, Role, Stage},
    engine::{Edit, Right, SetStage},
    error::{Error, Result},
};

/// Who may make a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Marketing and business development.
    Marketing,
    /// Sales and business development, of leads they own.
    OwnerInSales,
    /// The owner, of leads they own.
    Owner,
    /// Sales, in their response to a hand-over.
    Sales,
    /// The owner or the steward.
    OwnerOrSteward,
}

/// What a transition needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing.
    Nothing,
    /// Name, company and one phone or mail that may reach the person.
    Usable,
    /// The gate of marketing.
    MqlGate,
    /// The gate of sales.
    SqlGate,
    /// A reason.
    Reason,
    /// The day to wake up.
    WakeDate,
}

/// One transition.
#[derive(Clone, Copy, Debug)]
pub struct Transition {
    /// From any of these.
    pub from: &'static [Stage],
    /// To this.
    pub to: Stage,
    /// Who may.
    pub who: Who,
    /// What it needs.
    pub needs: Need,
}

const OPEN: &[Stage] = &[Stage::Unsorted, Stage::Usable, Stage::Mql, Stage::Sql];

const fn transition(from: &'static [Stage], to: Stage, who: Who, needs: Need) -> Transition {
    Transition { from, to, who, needs }
}

/// Every transition but conversion, merge and the way back from a lost deal, which have commands of their own.
pub const TRANSITIONS: &[Transition] = &[
    transition(&[Stage::Unsorted], Stage::Usable, Who::Marketing, Need::Usable),
    transition(&[Stage::Usable], Stage::Mql, Who::Marketing, Need::MqlGate),
    transition(&[Stage::Mql], Stage::Usable, Who::Sales, Need::Reason),
    transition(&[Stage::Mql], Stage::Sql, Who::OwnerInSales, Need::SqlGate),
    transition(&[Stage::Sql], Stage::Mql, Who::Owner, Need::Reason),
    transition(OPEN, Stage::Nurturing, Who::OwnerOrSteward, Need::WakeDate),
    transition(OPEN, Stage::Disqualified, Who::OwnerOrSteward, Need::Reason),
    transition(&[Stage::Nurturing], Stage::Disqualified, Who::OwnerOrSteward, Need::Reason),
    transition(&[Stage::Nurturing], Stage::Unsorted, Who::OwnerOrSteward, Need::Nothing),
    transition(&[Stage::Nurturing], Stage::Usable, Who::OwnerOrSteward, Need::Nothing),
    transition(&[Stage::Nurturing], Stage::Mql, Who::OwnerOrSteward, Need::Nothing),
    transition(&[Stage::Nurturing], Stage::Sql, Who::OwnerOrSteward, Need::Nothing),
    transition(&[Stage::Disqualified], Stage::Unsorted, Who::OwnerOrSteward, Need::Reason),
    transition(&[Stage::Disqualified], Stage::Nurturing, Who::OwnerOrSteward, Need::Reason),
];

/// Moves leads to a stage.
///
/// # Errors
/// When the table has no such transition, someone else may, or something is missing; for a batch, of
/// any of them.
pub fn set_stage(edit: &mut Edit<'_>, command: &SetStage) -> Result<()> {
    for id in &command.leads {
        edit.require_of(Right::EditLeads, id.record())?;
        move_one(edit, *id, command)?;
    }
    if let Some(reason) = &command.reason {
        edit.note.clone_from(reason);
    }
    Ok(())
}

/// The transition between two stages, if there is one.
pub fn find(from: Stage, to: Stage) -> Option<&'static Transition> {
    TRANSITIONS.iter().find(|it| it.to == to && it.from.contains(&from))
}

/// Enters a stage: the moment is kept, and when the stage was reached first.
pub fn enter(edit: &Edit<'_>, lead: &mut Lead, to: Stage, reason: &str) {
    let now = Some(edit.now());
    if lead.stage.is_open() && !to.is_open() {
        lead.left_stage = Some(lead.stage);
    }
    lead.stage = to;
    lead.stage_since = now;
    reason.clone_into(&mut lead.stage_reason);
    let first = match to {
        Stage::Usable => &mut lead.usable_at,
        Stage::Mql => &mut lead.mql_at,
        Stage::Sql => &mut lead.sql_at,
        Stage::Converted => &mut lead.converted_at,
        _ => return,
    };
    *first = first.or(now);
}

fn move_one(edit: &mut Edit<'_>, id: Id<Lead>, command: &SetStage) -> Result<()> {
    let mut lead = edit.get(id)?;
    let label = |stage: Stage| format!("@stage-{}", stage.id());
    let found = find(lead.stage, command.to).ok_or_else(|| {
        Error::refused("no-such-transition")
            .with("from", label(lead.stage))
            .with("to", label(command.to))
    })?;
    let is_waking = lead.stage == Stage::Nurturing && command.to.is_open();
    if is_waking && lead.left_stage.is_some_and(|left| left != command.to) {
        let left = lead.left_stage.unwrap_or_default();
        return Err(Error::refused("wakes-to").with("stage", label(left)));
    }
    check_who(edit, &lead, found.who)?;
    check_needs(edit, id, &lead, found.needs, command)?;
    let reason = command.reason.as_deref().unwrap_or_default();
    lead.wake_on = (command.to == Stage::Nurturing).then_some(command.wake).flatten();
    if command.to == Stage::Disqualified {
        lead.disqualify_reason = disqualify_reason(reason);
    } else if lead.stage == Stage::Disqualified {
        lead.disqualify_reason = crate::domain::Pick::default();
    }
    enter(edit, &mut lead, command.to, reason);
    if is_waking {
        lead.left_stage = None;
    }
    edit.put(id.record(), crate::domain::Fields::to_row(&lead))?;
    edit.outcome.records.push(id.record());
    Ok(())
}

/// A reason's stable id if it is one, else *other*; the words are kept beside it.
fn disqualify_reason(reason: &str) -> crate::domain::Pick<crate::domain::DisqualifyReason> {
    use crate::domain::{DisqualifyReason, Pick, Picklist as _};
    let id = reason.trim().replace('-', "_");
    let known = DisqualifyReason::CHOICES.values.contains(&id.as_str());
    Pick::new(if known { id } else { "other".to_owned() })
}

fn check_who(edit: &Edit<'_>, lead: &Lead, who: Who) -> Result<()> {
    let role = edit.viewer.role;
    if edit.viewer.is_alone || matches!(role, Role::Admin | Role::Director) {
        return Ok(());
    }
    let actor = edit.actor();
    let owns = actor.is_some() && lead.owner == actor;
    let stewards = actor.is_some() && lead.steward == actor;
    let may = match who {
        Who::Marketing => matches!(role, Role::Marketing | Role::Bd),
        Who::OwnerInSales => owns && matches!(role, Role::Sales | Role::Bd),
        Who::Owner => owns,
        Who::Sales => owns && matches!(role, Role::Sales | Role::Bd),
        Who::OwnerOrSteward => owns || stewards,
    };
    if may { Ok(()) } else { Err(Error::refused("transition-not-yours")) }
}

fn check_needs(
    edit: &Edit<'_>,
    id: Id<Lead>,
    lead: &Lead,
    needs: Need,
    command: &SetStage,
) -> Result<()> {
    let has_reason = command.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
    let gate = match needs {
        Need::Nothing => return Ok(()),
        Need::Reason if has_reason => return Ok(()),
        Need::Reason => return Err(Error::refused("reason-needed")),
        Need::WakeDate if command.wake.is_some() => return Ok(()),
        Need::WakeDate => return Err(Error::refused("wake-date-needed")),
        Need::Usable => qualification::usable_gate(lead),
        Need::MqlGate => qualification::mql_gate(edit.model, edit.now(), id, lead),
        Need::SqlGate => qualification::sql_gate(edit.model, lead),
    };
    let missing: Vec<String> =
        gate.into_iter().filter(|item| !item.is_met).map(|item| item.text()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let may_override =
        edit.viewer.is_alone || matches!(edit.viewer.role, Role::Director | Role::Admin);
    if may_override && has_reason {
        return Ok(());
    }
    Err(Error::refused("gate-not-met")
        .with("stage", format!("@stage-{}", command.to.id()))
        .with("missing", missing.join("; ")))
}

/// Whether an activity of this kind counts as following up.
pub fn is_follow_up(kind: ActivityKind) -> bool {
    kind.is_attempt() || kind == ActivityKind::Note
}
