//! What the open opportunities are worth, each by its chance of being won, by stage.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Cell, ColumnHead, Question, Report, Sheet, Unit,
    behind::Counted,
    deals::{self, Deal},
    ledger::{Ledger, Of},
    metric::{self, Figure},
    scope::Scope,
    window::{Place, Window},
};
use crate::{
    domain::{Opportunity, Outcome, PIPELINES, RecordId, pipeline},
    error::Result,
};

/// A row for each stage that has open opportunities expected to close in the window: the sum of amount ×
/// probability. Won and lost ones are not among them.
pub const REPORT: Report = Report { name: "weighted_pipeline", run };

/// The open opportunities of one stage.
#[derive(Clone, Default)]
struct Open {
    records: Vec<RecordId>,
    amount: Decimal,
    weighted: Decimal,
}

/// A pipeline and a stage, by their order, then by their ids: those the program does not ship come last.
type Standing = (usize, String, usize, String);

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let mut ledger = Ledger::of(question.model.settings());
    let stages = stages(question, &window, &mut ledger);
    let columns = vec![
        ColumnHead::new("pipeline", Unit::Text),
        ColumnHead::new("pipeline_stage", Unit::Text),
        metric::OPEN_OPPORTUNITIES.into(),
        metric::OPEN_AMOUNT.into(),
        metric::WEIGHTED_PIPELINE.into(),
    ];
    let mut sheet = Sheet::new("weighted_pipeline", question, columns);
    let numbers = |open: &Open| -> [Figure; 3] {
        let records = Counted::records(open.records.clone());
        [
            metric::OPEN_OPPORTUNITIES.count(records.clone()),
            metric::OPEN_AMOUNT.money(Some(ledger.money(open.amount)), records.clone()),
            metric::WEIGHTED_PIPELINE.money(Some(ledger.money(open.weighted)), records),
        ]
    };
    let mut all = Open::default();
    for ((_, pipeline, _, stage), open) in &stages {
        let pipeline = Cell::Term("pipeline", pipeline.clone().into());
        let stage = Cell::Term("pipeline_stage", stage.clone().into());
        let names: [Figure; 2] = [pipeline.into(), stage.into()];
        sheet.push(names.into_iter().chain(numbers(open)).collect());
        all = all.and(open);
    }
    if sheet.rows.len() > 1 {
        let names: [Figure; 2] =
            [Cell::Term("group", "all".into()).into(), Cell::Text(String::new()).into()];
        sheet.set_total(names.into_iter().chain(numbers(&all)).collect());
    }
    sheet.notes = ledger.notes();
    Ok(sheet)
}

fn stages(
    question: &Question<'_>,
    window: &Window,
    ledger: &mut Ledger,
) -> BTreeMap<Standing, Open> {
    let model = question.model;
    let scope = Scope::of(question);
    // An open amount is worth what it is worth today.
    let today = question.viewer.now.day(model.settings().zone());
    let mut stages: BTreeMap<_, Open> = BTreeMap::new();
    let open = deals::all(model).filter(|deal| deal.outcome == Outcome::Open);
    for deal in open.filter(|deal| scope.has_deal(deal)) {
        match window.place_of_day(deal.closes_on) {
            Place::Inside => {}
            Place::Outside => continue,
            Place::Undated => {
                ledger.leave_out("without-date", Of::Opportunity, deal.record);
                continue;
            }
        }
        let amount = ledger.take(Of::Opportunity, deal.record, deal.amount, Some(today));
        let (place, probability) = stage_of(question, &deal);
        let open = stages.entry(place).or_default();
        open.records.push(deal.record);
        open.amount += amount;
        open.weighted += amount * probability / Decimal::ONE_HUNDRED;
    }
    stages
}

/// Where a deal stands, and its probability in per cent: its own, else that of the stage.
fn stage_of(question: &Question<'_>, deal: &Deal) -> (Standing, Decimal) {
    let columns = &question.model.opportunities;
    let id = columns.text(Opportunity::pipeline, deal.row);
    let stage = columns.text(Opportunity::stage, deal.row);
    let shipped = pipeline(id);
    let id = if id.is_empty() { shipped.id } else { id };
    let known = shipped.stage(stage);
    let order = PIPELINES.iter().position(|it| it.id == id).unwrap_or(PIPELINES.len());
    let place = shipped.stages.iter().position(|it| it.id == stage);
    let place = place.unwrap_or(shipped.stages.len());
    let own = columns.number(Opportunity::probability, deal.row);
    let probability = own.or(known.map(|stage| stage.probability)).unwrap_or_default();
    let probability = Decimal::from(probability.clamp(0, 100));
    ((order, id.to_owned(), place, stage.to_owned()), probability)
}

impl Open {
    fn and(mut self, other: &Self) -> Self {
        self.records.extend(&other.records);
        self.amount += other.amount;
        self.weighted += other.weighted;
        self
    }
}
