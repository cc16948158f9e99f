//! What sales says of the leads that marketing hands over, by campaign.

use super::{
    Question, Report, Sheet,
    campaign_list::CampaignList,
    cohort::Cohort,
    facts::Fact,
    groups::Groups,
    metric::{self, Figure},
    subjects::Subjects,
    window::Window,
};
use crate::{domain::Lead, error::Result};

/// A row for each campaign: the hand-overs of the leads captured in the window, by their answer.
pub const REPORT: Report = Report { name: "acceptance_rate", run };

const WANTED: &[Fact] = &[
    Fact::HandedOver,
    Fact::Accepted,
    Fact::NotAccepted,
    Fact::NotReached,
    Fact::AwaitingResponse,
];

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let list = CampaignList::of(question);
    let subjects = Subjects::campaigns_and_rest(question, &list);
    let groups = Groups::by_link(question.model, Lead::campaign, &subjects.ids());
    let cohort = Cohort::of(question, &window, groups, WANTED);
    let metrics = [
        metric::HANDED_OVER,
        metric::ACCEPTED,
        metric::NOT_ACCEPTED,
        metric::NOT_REACHED,
        metric::AWAITING_RESPONSE,
        metric::ACCEPTANCE_RATE,
    ];
    let figures = |groups: &[u32]| -> Vec<Figure> {
        let sums = cohort.hand_overs(groups);
        let [accepted, not_accepted, not_reached] = sums.answers;
        let leads = |fact: Fact, count: u64| cohort.counted(groups, fact).counting(count);
        let all = leads(Fact::HandedOver, sums.all);
        let yes = leads(Fact::Accepted, accepted);
        vec![
            metric::HANDED_OVER.count(all.clone()),
            metric::ACCEPTED.count(yes.clone()),
            metric::NOT_ACCEPTED.count(leads(Fact::NotAccepted, not_accepted)),
            metric::NOT_REACHED.count(leads(Fact::NotReached, not_reached)),
            metric::AWAITING_RESPONSE.count(leads(Fact::AwaitingResponse, sums.waiting())),
            metric::ACCEPTANCE_RATE.share(yes, all),
        ]
    };
    let mut sheet = subjects.sheet("acceptance_rate", question, &metrics, figures);
    sheet.notes = cohort.notes();
    Ok(sheet)
}
