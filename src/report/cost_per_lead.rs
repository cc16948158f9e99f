//! What a lead, a valid lead, an MQL, an SQL, an opportunity and a win cost, by campaign.

use super::{
    Question, Report, Sheet,
    behind::Counted,
    campaign_list::CampaignList,
    campaign_results::CampaignResults,
    cohort::Cohort,
    facts::Fact,
    groups::Groups,
    metric::{self, Figure},
    subjects::Subjects,
    window::Window,
};
use crate::{domain::Lead, error::Result};

/// A row for each campaign: its own actual cost, divided by what it brought.
pub const REPORT: Report = Report { name: "cost_per_lead", run };

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let list = CampaignList::of(question);
    let subjects = Subjects::campaigns(&list);
    let groups = Groups::by_link(question.model, Lead::campaign, &subjects.ids());
    let cohort = Cohort::of(question, &window, groups, &[Fact::Valid, Fact::Mql, Fact::Sql]);
    let results = CampaignResults::of(question, &window);
    let metrics = [
        metric::COST,
        metric::CARDS,
        metric::VALID,
        metric::MQL,
        metric::SQL,
        metric::OPPORTUNITIES,
        metric::WON,
        metric::COST_PER_LEAD,
        metric::COST_PER_VALID_LEAD,
        metric::COST_PER_MQL,
        metric::COST_PER_SQL,
        metric::COST_PER_OPPORTUNITY,
        metric::COST_PER_WIN,
    ];
    let figures = |groups: &[u32]| -> Vec<Figure> {
        let places = groups.iter().filter_map(|group| list.campaigns.get(*group as usize));
        let campaigns: Vec<_> = places.map(|listed| listed.id).collect();
        let result = results.over(campaigns);
        let cost = Some(results.money(result.cost));
        let leads = |fact: Fact| cohort.counted(groups, fact);
        let opportunities = Counted::records(result.opportunities.clone());
        let won = Counted::records(result.won.clone());
        vec![
            metric::COST.money(cost, result.spent()),
            metric::CARDS.count(leads(Fact::Unsorted)),
            metric::VALID.count(leads(Fact::Valid)),
            metric::MQL.count(leads(Fact::Mql)),
            metric::SQL.count(leads(Fact::Sql)),
            metric::OPPORTUNITIES.count(opportunities.clone()),
            metric::WON.count(won.clone()),
            metric::COST_PER_LEAD.money_per(cost, leads(Fact::Unsorted)),
            metric::COST_PER_VALID_LEAD.money_per(cost, leads(Fact::Valid)),
            metric::COST_PER_MQL.money_per(cost, leads(Fact::Mql)),
            metric::COST_PER_SQL.money_per(cost, leads(Fact::Sql)),
            metric::COST_PER_OPPORTUNITY.money_per(cost, opportunities),
            metric::COST_PER_WIN.money_per(cost, won),
        ]
    };
    let mut sheet = subjects.sheet("cost_per_lead", question, &metrics, figures);
    sheet.notes = cohort.notes();
    sheet.notes.extend(results.notes());
    Ok(sheet)
}
