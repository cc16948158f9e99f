//! How good the data is that a campaign or a supplier brought: valid of judged leads.

use std::sync::Arc;

use super::{
    Metric, Question, Report, Sheet,
    campaign_list::CampaignList,
    cohort::Cohort,
    facts::Fact,
    groups::Groups,
    metric::{self, Figure},
    subjects::Subjects,
    window::Window,
};
use crate::{domain::Lead, error::Result};

/// A row for each campaign.
pub const BY_CAMPAIGN: Report = Report { name: "valid_rate", run: by_campaign };

/// A row for each supplier of lists.
pub const BY_SUPPLIER: Report = Report { name: "valid_rate_by_supplier", run: by_supplier };

const METRICS: &[Metric] = &[metric::CARDS, metric::JUDGED, metric::VALID, metric::VALID_RATE];

fn by_campaign(question: &Question<'_>) -> Result<Sheet> {
    let list = CampaignList::of(question);
    let subjects = Subjects::campaigns_and_rest(question, &list);
    let groups = Groups::by_link(question.model, Lead::campaign, &subjects.ids());
    sheet("valid_rate", question, &subjects, groups)
}

fn by_supplier(question: &Question<'_>) -> Result<Sheet> {
    let (groups, names) = Groups::by_supplier(question.model);
    sheet("valid_rate_by_supplier", question, &Subjects::suppliers(&names), groups)
}

fn sheet(
    report: &'static str,
    question: &Question<'_>,
    subjects: &Subjects,
    groups: Groups,
) -> Result<Sheet> {
    let window = Window::of(question)?;
    let cohort = Cohort::of(question, &window, groups, &[Fact::Judged, Fact::Valid]);
    let mut sheet = subjects.sheet(report, question, METRICS, |groups| figures(&cohort, groups));
    sheet.notes = cohort.notes();
    Ok(sheet)
}

fn figures(cohort: &Arc<Cohort>, groups: &[u32]) -> Vec<Figure> {
    let leads = |fact: Fact| cohort.counted(groups, fact);
    vec![
        metric::CARDS.count(leads(Fact::Unsorted)),
        metric::JUDGED.count(leads(Fact::Judged)),
        metric::VALID.count(leads(Fact::Valid)),
        metric::VALID_RATE.share(leads(Fact::Valid), leads(Fact::Judged)),
    ]
}
