//! How many of those whom someone tried to reach were reached, by campaign.

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

/// A row for each campaign: the leads captured in the window, tried and reached at any time.
pub const REPORT: Report = Report { name: "contact_rate", run };

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let list = CampaignList::of(question);
    let subjects = Subjects::campaigns_and_rest(question, &list);
    let groups = Groups::by_link(question.model, Lead::campaign, &subjects.ids());
    let cohort = Cohort::of(question, &window, groups, &[Fact::Attempted, Fact::Reached]);
    let metrics = [metric::CARDS, metric::ATTEMPTED, metric::REACHED, metric::CONTACT_RATE];
    let figures = |groups: &[u32]| -> Vec<Figure> {
        let leads = |fact: Fact| cohort.counted(groups, fact);
        vec![
            metric::CARDS.count(leads(Fact::Unsorted)),
            metric::ATTEMPTED.count(leads(Fact::Attempted)),
            metric::REACHED.count(leads(Fact::Reached)),
            metric::CONTACT_RATE.share(leads(Fact::Reached), leads(Fact::Attempted)),
        ]
    };
    let mut sheet = subjects.sheet("contact_rate", question, &metrics, figures);
    sheet.notes = cohort.notes();
    Ok(sheet)
}
