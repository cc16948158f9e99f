//! The board of a fair: what it brought, what it cost, what became of it. A row for each metric.

use std::sync::Arc;

use super::{
    Behind, Cell, ColumnHead, Metric, Note, Question, Report, Sheet, Unit,
    behind::Counted,
    campaign_results::{CampaignResult, CampaignResults},
    cohort::Cohort,
    facts::Fact,
    groups::Groups,
    metric::{self, Figure},
    window::{Place, Window},
};
use crate::{domain::Money, error::Result};

/// Of the campaigns the question names; of all leads and campaigns if it names none.
pub const REPORT: Report = Report { name: "fair_result", run };

const WANTED: &[Fact] = &[
    Fact::Judged,
    Fact::Valid,
    Fact::Usable,
    Fact::Mql,
    Fact::Sql,
    Fact::HandedOver,
    Fact::Accepted,
    Fact::NotAccepted,
    Fact::NotReached,
    Fact::AwaitingResponse,
    Fact::GradeA,
    Fact::GradeB,
    Fact::GradeC,
    Fact::GradeD,
];

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let cohort = Cohort::of(question, &window, Groups::one(), WANTED);
    let results = CampaignResults::of(question, &window);
    let total = results.total();
    // Costs belong to campaigns: of leads that a filter chose otherwise nobody knows the cost.
    let is_of_campaigns = question.campaigns.is_some() || question.leads.is_none();
    let cost = is_of_campaigns.then(|| results.money(total.cost));
    let board = Board { cohort, total, cost };
    let columns = vec![
        ColumnHead::new("metric", Unit::Text),
        ColumnHead::new("value", Unit::Any),
        ColumnHead::new("unit", Unit::Text),
    ];
    let mut sheet = Sheet::new("fair_result", question, columns);
    let duplicates = is_of_campaigns.then(|| duplicates(question, &window));
    let rows = [
        board.cards(duplicates),
        board.stages(),
        board.deals(results.money(board.total.revenue)),
        board.costs(),
        board.responses(),
        board.grades(),
    ];
    for (metric, figure) in rows.into_iter().flatten() {
        let name = Cell::Term("metric", metric.id.into());
        let unit = Cell::Term("unit", metric.unit.id().into());
        sheet.push(vec![name.into(), figure, unit.into()]);
    }
    sheet.notes = board.cohort.notes();
    sheet.notes.extend(results.notes());
    if !is_of_campaigns {
        sheet.notes.push(Note::new("cost-needs-campaign", Behind::Records(Vec::new())));
    }
    Ok(sheet)
}

/// A row: which metric, and its number.
type Entry = (Metric, Figure);

struct Board {
    cohort: Arc<Cohort>,
    total: CampaignResult,
    cost: Option<Money>,
}

impl Board {
    fn cards(&self, duplicates: Option<Counted>) -> Vec<Entry> {
        let rate = metric::VALID_RATE.share(self.leads(Fact::Valid), self.leads(Fact::Judged));
        let duplicates = match duplicates {
            Some(duplicates) => metric::DUPLICATES.count(duplicates),
            None => Cell::Missing.into(),
        };
        vec![
            self.count(metric::CARDS, Fact::Unsorted),
            self.count(metric::JUDGED, Fact::Judged),
            self.count(metric::VALID, Fact::Valid),
            (metric::VALID_RATE, rate),
            (metric::DUPLICATES, duplicates),
        ]
    }

    fn stages(&self) -> Vec<Entry> {
        vec![
            self.count(metric::UNSORTED, Fact::Unsorted),
            self.count(metric::USABLE, Fact::Usable),
            self.count(metric::MQL, Fact::Mql),
            self.count(metric::SQL, Fact::Sql),
        ]
    }

    fn deals(&self, revenue: Money) -> Vec<Entry> {
        let count = |metric: Metric, records: &[_]| {
            (metric, metric.count(Counted::records(records.to_vec())))
        };
        let total = &self.total;
        let roi = self.cost.and_then(|_| total.roi());
        vec![
            count(metric::OPPORTUNITIES, &total.opportunities),
            count(metric::WON, &total.won),
            count(metric::LOST, &total.lost),
            (metric::REVENUE, metric::REVENUE.money(Some(revenue), total.sold())),
            (metric::COST, metric::COST.money(self.cost, total.spent())),
            (
                metric::CAMPAIGN_ROI,
                metric::CAMPAIGN_ROI.percent(roi, total.sold(), Some(total.spent())),
            ),
        ]
    }

    fn costs(&self) -> Vec<Entry> {
        let records = |records: &[_]| Counted::records(records.to_vec());
        [
            (metric::COST_PER_LEAD, self.leads(Fact::Unsorted)),
            (metric::COST_PER_VALID_LEAD, self.leads(Fact::Valid)),
            (metric::COST_PER_MQL, self.leads(Fact::Mql)),
            (metric::COST_PER_SQL, self.leads(Fact::Sql)),
            (metric::COST_PER_OPPORTUNITY, records(&self.total.opportunities)),
            (metric::COST_PER_WIN, records(&self.total.won)),
        ]
        .into_iter()
        .map(|(metric, counted)| (metric, metric.money_per(self.cost, counted)))
        .collect()
    }

    /// Hand-overs by the answer of sales: events, so that a lead handed over twice counts twice.
    fn responses(&self) -> Vec<Entry> {
        let sums = self.cohort.hand_overs(&[0]);
        let [accepted, not_accepted, not_reached] = sums.answers;
        let all = self.leads(Fact::HandedOver).counting(sums.all);
        let yes = self.leads(Fact::Accepted).counting(accepted);
        let answers = [
            (metric::HANDED_OVER, Fact::HandedOver, sums.all),
            (metric::ACCEPTED, Fact::Accepted, accepted),
            (metric::NOT_ACCEPTED, Fact::NotAccepted, not_accepted),
            (metric::NOT_REACHED, Fact::NotReached, not_reached),
            (metric::AWAITING_RESPONSE, Fact::AwaitingResponse, sums.waiting()),
        ];
        let counted = answers
            .into_iter()
            .map(|(metric, fact, count)| (metric, metric.count(self.leads(fact).counting(count))));
        let rate = (metric::ACCEPTANCE_RATE, metric::ACCEPTANCE_RATE.share(yes, all));
        counted.chain([rate]).collect()
    }

    fn grades(&self) -> Vec<Entry> {
        vec![
            self.count(metric::GRADE_A, Fact::GradeA),
            self.count(metric::GRADE_B, Fact::GradeB),
            self.count(metric::GRADE_C, Fact::GradeC),
            self.count(metric::GRADE_D, Fact::GradeD),
        ]
    }

    fn count(&self, metric: Metric, fact: Fact) -> Entry {
        (metric, metric.count(self.leads(fact)))
    }

    fn leads(&self, fact: Fact) -> Counted {
        self.cohort.counted(&[0], fact)
    }
}

/// Rows of import batches that met someone who was known: the cards that came twice.
fn duplicates(question: &Question<'_>, window: &Window) -> Counted {
    let batches = question.model.import_batches.iter().filter(|(_, batch)| {
        let is_asked = question
            .campaigns
            .is_none_or(|asked| batch.campaign.is_some_and(|id| asked.contains(&id)));
        is_asked && batch.undone_at.is_none() && window.place(batch.imported_at) == Place::Inside
    });
    let (mut updated, mut records) = (0_u64, Vec::new());
    for (id, batch) in batches {
        updated += batch.updated.and_then(|rows| u64::try_from(rows).ok()).unwrap_or_default();
        records.push(id.record());
    }
    Counted::records(records).counting(updated)
}
