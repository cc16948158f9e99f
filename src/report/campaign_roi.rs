//! Which campaign paid off: return on investment, its own and that of everything below it.

use std::sync::Arc;

use super::{
    Behind, Cell, ColumnHead, Note, Question, Report, Sheet, Unit,
    campaign_list::{CampaignList, Listed},
    campaign_results::CampaignResults,
    cohort::Cohort,
    facts::Fact,
    groups::Groups,
    metric::{self, Figure},
    window::Window,
};
use crate::{
    domain::{Campaign, Id, Lead},
    error::Result,
};

/// A row for each campaign, in the order of the tree; each cost, lead and order counts once.
pub const REPORT: Report = Report { name: "campaign_roi", run };

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let list = CampaignList::of(question);
    // A campaign is judged whole: by all leads it and its descendants brought.
    let mut whole = list.whole();
    whole.sort_unstable();
    let asked = Question { leads: None, campaigns: Some(&whole), ..*question };
    let records: Vec<_> = whole.iter().map(|id| id.record()).collect();
    let groups = Groups::by_link(question.model, Lead::campaign, &records);
    let tree = Tree {
        cohort: Cohort::of(&asked, &window, groups, &[Fact::Valid]),
        results: CampaignResults::of(&asked, &window),
        list,
        whole,
    };
    let mut sheet = Sheet::new("campaign_roi", question, columns());
    for listed in &tree.list.campaigns {
        let name = Cell::Record(listed.id.record(), listed.name.clone());
        sheet.push(tree.row(name, Some(listed)));
    }
    if sheet.rows.len() > 1 {
        sheet.set_total(tree.row(Cell::Term("group", "all".into()), None));
    }
    sheet.notes = tree.cohort.notes();
    sheet.notes.extend(tree.results.notes());
    if question.leads.is_some() && question.campaigns.is_none() {
        sheet.notes.push(Note::new("whole-campaigns", Behind::Records(Vec::new())));
    }
    Ok(sheet)
}

fn columns() -> Vec<ColumnHead> {
    let name = [ColumnHead::new("campaign", Unit::Text), ColumnHead::new("level", Unit::Count)];
    let numbers = [
        metric::CARDS,
        metric::VALID,
        metric::COST,
        metric::REVENUE,
        metric::CAMPAIGN_ROI,
        metric::SUBTREE_CARDS,
        metric::SUBTREE_VALID,
        metric::SUBTREE_COST,
        metric::SUBTREE_REVENUE,
        metric::SUBTREE_ROI,
        metric::SUBTREE_COST_PER_VALID_LEAD,
    ];
    let id = [ColumnHead::new("campaign_id", Unit::Id)];
    name.into_iter().chain(numbers.map(Into::into)).chain(id).collect()
}

struct Tree {
    cohort: Arc<Cohort>,
    results: CampaignResults,
    list: CampaignList,
    /// Every campaign of the cohort, sorted: its place is its group.
    whole: Vec<Id<Campaign>>,
}

impl Tree {
    /// The row of a campaign, or of all together.
    fn row(&self, name: Cell, listed: Option<&Listed>) -> Vec<Figure> {
        let (own, subtree) = match listed {
            Some(listed) => (vec![listed.id], self.list.subtree(listed.id)),
            None => (self.list.ids(), self.whole.clone()),
        };
        let level =
            listed.map_or_else(|| Cell::Text(String::new()), |listed| Cell::Count(listed.level));
        let id = listed.map_or(Cell::Missing, |listed| Cell::Text(listed.id.to_string()));
        let mut row = vec![name.into(), level.into()];
        row.extend(self.own(&own));
        row.extend(self.subtree(&subtree));
        row.push(id.into());
        row
    }

    fn own(&self, campaigns: &[Id<Campaign>]) -> [Figure; 5] {
        let groups = self.groups(campaigns);
        let result = self.results.over(campaigns.iter().copied());
        let roi = result.roi();
        [
            metric::CARDS.count(self.cohort.counted(&groups, Fact::Unsorted)),
            metric::VALID.count(self.cohort.counted(&groups, Fact::Valid)),
            metric::COST.money(Some(self.results.money(result.cost)), result.spent()),
            metric::REVENUE.money(Some(self.results.money(result.revenue)), result.sold()),
            metric::CAMPAIGN_ROI.percent(roi, result.sold(), Some(result.spent())),
        ]
    }

    fn subtree(&self, campaigns: &[Id<Campaign>]) -> [Figure; 6] {
        let groups = self.groups(campaigns);
        let result = self.results.over(campaigns.iter().copied());
        let roi = result.roi();
        let cost = Some(self.results.money(result.cost));
        let valid = self.cohort.counted(&groups, Fact::Valid);
        [
            metric::SUBTREE_CARDS.count(self.cohort.counted(&groups, Fact::Unsorted)),
            metric::SUBTREE_VALID.count(valid.clone()),
            metric::SUBTREE_COST.money(cost, result.spent()),
            metric::SUBTREE_REVENUE.money(Some(self.results.money(result.revenue)), result.sold()),
            metric::SUBTREE_ROI.percent(roi, result.sold(), Some(result.spent())),
            metric::SUBTREE_COST_PER_VALID_LEAD.money_per(cost, valid),
        ]
    }

    fn groups(&self, campaigns: &[Id<Campaign>]) -> Vec<u32> {
        let places = campaigns.iter().filter_map(|id| self.whole.binary_search(id).ok());
        places.map(|place| place as u32).collect()
    }
}
