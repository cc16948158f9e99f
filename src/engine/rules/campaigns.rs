//! Campaigns and their members.

use crate::{
    domain::{
        Campaign, Fields as _, Id, Membership, MembershipStatus, Timestamp, shipped_statuses,
    },
    engine::{AddToCampaign, Edit, Right},
    error::{Error, Result},
};

/// Makes leads members of a campaign, or changes their status in it.
///
/// # Errors
/// When the campaign has no such status.
pub fn add(edit: &mut Edit<'_>, command: &AddToCampaign) -> Result<()> {
    let campaign = edit.get(command.campaign)?;
    let status = match &command.status {
        Some(status) => known_status(&campaign, status)?,
        None => default_status(&campaign),
    };
    for id in &command.leads {
        edit.require_of(Right::EditLeads, id.record())?;
        let mut lead = edit.get(*id)?;
        let at = edit.now();
        join(&mut lead.memberships, command.campaign, &campaign, (&status, at));
        edit.put(id.record(), lead.to_row())?;
        edit.outcome.records.push(id.record());
    }
    Ok(())
}

/// Makes someone a member, or changes the status of one who is. The first response is kept for good.
pub fn join(
    memberships: &mut Vec<Membership>,
    id: Id<Campaign>,
    campaign: &Campaign,
    (status, at): (&str, Timestamp),
) {
    let at = Some(at);
    let place = memberships.iter().position(|it| it.campaign == Some(id));
    let place = place.unwrap_or_else(|| {
        memberships.push(Membership { campaign: Some(id), joined_at: at, ..Membership::default() });
        memberships.len() - 1
    });
    let Some(member) = memberships.get_mut(place) else { return };
    if member.status == status {
        return;
    }
    status.clone_into(&mut member.status);
    let entry = MembershipStatus { status: status.to_owned(), at, ..MembershipStatus::default() };
    member.history.push(entry);
    if campaign.is_response(status) {
        member.responded_at = member.responded_at.or(at);
    }
}

/// The status of someone whose card came from the campaign: who left a card at a fair has responded.
pub fn card_status(campaign: &Campaign) -> String {
    let left_card = "left_card";
    if campaign.is_response(left_card) {
        return left_card.to_owned();
    }
    let own = campaign.member_statuses.iter().find(|status| status.responded);
    let shipped = shipped_statuses(campaign.kind.id()).iter().find(|(_, responded)| *responded);
    own.map(|status| status.label.clone())
        .or_else(|| shipped.map(|(id, _)| (*id).to_owned()))
        .unwrap_or_else(|| default_status(campaign))
}

fn default_status(campaign: &Campaign) -> String {
    let own = campaign.member_statuses.iter().find(|status| status.is_default);
    let shipped = shipped_statuses(campaign.kind.id()).first();
    own.map(|status| status.label.clone())
        .or_else(|| shipped.map(|(id, _)| (*id).to_owned()))
        .unwrap_or_default()
}

fn known_status(campaign: &Campaign, status: &str) -> Result<String> {
    let own = campaign.member_statuses.iter().any(|it| it.label == status);
    let id = status.replace('-', "_");
    let shipped = shipped_statuses(campaign.kind.id()).iter().any(|(known, _)| *known == id);
    match (own, shipped) {
        (true, _) => Ok(status.to_owned()),
        (false, true) => Ok(id),
        (false, false) => Err(Error::usage("unknown-status").with("status", status)),
    }
}
