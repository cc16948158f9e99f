//! How many of those a campaign turned to responded.

use uuid::Uuid;

use super::{
    Question, Report, Sheet,
    behind::Counted,
    campaign_list::CampaignList,
    lead_rows,
    metric::{self, Figure},
    subjects::Subjects,
};
use crate::error::Result;

/// A row for each campaign: responded members of members contacted, which is the number sent where the
/// campaign says it, else all members.
pub const REPORT: Report = Report { name: "response_rate", run };

/// The members of one campaign.
#[derive(Default)]
struct Members {
    all: Vec<u32>,
    responded: Vec<u32>,
    contacted: u64,
}

fn run(question: &Question<'_>) -> Result<Sheet> {
    let list = CampaignList::of(question);
    let members = members(question, &list);
    let subjects = Subjects::campaigns(&list);
    let metrics = [metric::MEMBERS, metric::CONTACTED, metric::RESPONDED, metric::RESPONSE_RATE];
    let figures = |groups: &[u32]| -> Vec<Figure> {
        let chosen = || groups.iter().filter_map(|group| members.get(*group as usize));
        let all: Vec<u32> = chosen().flat_map(|it| it.all.iter().copied()).collect();
        let responded = chosen().flat_map(|it| it.responded.iter().copied()).collect();
        let contacted = chosen().map(|it| it.contacted).sum();
        let (all, responded) = (Counted::leads(all), Counted::leads(responded));
        let contacted = all.clone().counting(contacted);
        vec![
            metric::MEMBERS.count(all),
            metric::CONTACTED.count(contacted.clone()),
            metric::RESPONDED.count(responded.clone()),
            metric::RESPONSE_RATE.share(responded, contacted),
        ]
    };
    let mut sheet = subjects.sheet("response_rate", question, &metrics, figures);
    sheet.notes.extend(question.note_on_window());
    Ok(sheet)
}

/// The members of each campaign of the list. Whoever a campaign turned to is its member, wherever the
/// lead itself came from; a filter that names no campaign chooses among them.
fn members(question: &Question<'_>, list: &CampaignList) -> Vec<Members> {
    let model = question.model;
    let asked = match question.campaigns {
        Some(_) => Question { leads: None, campaigns: None, ..*question },
        None => *question,
    };
    let mut places: Vec<_> = list.ids().into_iter().map(|id| id.0).zip(0_usize..).collect();
    places.sort_unstable();
    let place_of = |campaign: &Uuid| {
        let found = places.binary_search_by_key(campaign, |(id, _)| *id).ok()?;
        places.get(found).map(|(_, place)| *place)
    };
    let mut members: Vec<Members> = list.campaigns.iter().map(|_| Members::default()).collect();
    for row in lead_rows::unmerged(&asked) {
        let memberships = model.lead_derived(row).map(|derived| derived.memberships());
        for (campaign, has_responded) in memberships.into_iter().flatten() {
            let place = place_of(&campaign).and_then(|place| members.get_mut(place));
            let Some(members) = place else { continue };
            members.all.push(row as u32);
            if has_responded {
                members.responded.push(row as u32);
            }
        }
    }
    for (members, listed) in members.iter_mut().zip(&list.campaigns) {
        let sent = model.campaigns.get(listed.id).and_then(|it| it.sent_count);
        let sent = sent.and_then(|sent| u64::try_from(sent).ok()).filter(|sent| *sent > 0);
        // What was sent is known of the campaign as a whole, not of some leads.
        let sent = sent.filter(|_| asked.leads.is_none());
        members.contacted = sent.unwrap_or(members.all.len() as u64);
    }
    members
}
