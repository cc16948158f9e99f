//! The opportunities.

use rust_decimal::Decimal;

use super::{
    accounts::owner_of,
    course::Course,
    dice::{Dice, Topic},
    leads::{Worked, currency_of, worked},
    people::BD,
    plan::{Plan, Seat, contacts_of, deals_of},
    products::{Product, named, price_in, product},
    texts::{COMPETITORS, NEXT_STEPS},
};
use crate::domain::{
    Currency, Fields as _, ForecastCategory, Money, Opportunity, Outcome, Party, Pick, ProductLine,
    Row, StageEntry, TeamMember,
};

/// Why deals are lost.
const LOST_REASONS: &[(u32, &str)] = &[
    (28, "price"),
    (20, "competitor"),
    (14, "product_fit"),
    (12, "no_budget"),
    (12, "no_decision"),
    (10, "timing"),
    (4, "contact_lost"),
];

/// What a deal is about: its lines, in the currency of the customer.
#[derive(Clone, Debug)]
pub(super) struct Goods {
    pub lines: Vec<ProductLine>,
    pub currency: Currency,
}

impl Goods {
    /// What a lead buys: what it asked for first, and sometimes something else.
    pub fn of(plan: &Plan, seat: Seat, worked: &Worked) -> Self {
        let mut dice = plan.dice(Topic::Order, seat.account * 2 + seat.number);
        let currency = currency_of(worked.path.lang, &worked.lead.address.country);
        let first = worked.lead.product_interest.first().map(|pick| named(pick.id()));
        let mut lines = vec![line(&mut dice, first.unwrap_or_default(), currency)];
        if dice.chance(25) {
            let other = product(&mut dice);
            lines.push(line(&mut dice, other, currency));
        }
        Self { lines, currency }
    }

    /// What it is worth at list prices.
    pub fn amount(&self) -> Money {
        let lines = self.lines.iter();
        let amounts = lines
            .map(|line| line.list_price.unwrap_or_default() * line.quantity.unwrap_or_default());
        Money { amount: amounts.sum(), currency: self.currency }
    }
}

/// An opportunity.
pub(super) fn deal(plan: &Plan, seat: Seat) -> Row {
    let number = plan.lead_in(seat);
    let worked = worked(plan, number);
    let course = Course::of(plan, seat);
    let goods = Goods::of(plan, seat, &worked);
    let Worked { path, lead, .. } = worked;
    let mut dice = plan.dice(Topic::Course, seat.account * 2 + seat.number);
    dice.roll();
    let owner = plan.person(owner_of(seat.account, path.lang));
    let product = lead.product_interest.first().map(|pick| pick.id().to_owned());
    let stage = course.stage();
    let mut deal = Opportunity {
        name: format!("{} – {}", lead.company, product.unwrap_or_default()),
        account: Some(plan.account_id(seat.account)),
        contacts: parties(plan, seat, &lead),
        campaign: lead.campaign,
        pipeline: course.pipeline.id.to_owned(),
        stage: stage.map(|stage| stage.id.to_owned()).unwrap_or_default(),
        stage_history: history(&course, owner),
        amount: Some(goods.amount()),
        probability: stage.map(|stage| stage.probability),
        closes_on: Some(plan.calendar.date_of(course.ends_at)),
        lines: goods.lines,
        owner: Some(owner),
        lead: Some(plan.lead_id(number)),
        response: lead.response,
        outcome: course.outcome,
        closed_at: course.closed_at(),
        ..Opportunity::default()
    };
    if dice.chance(20) {
        let user = Some(plan.person(BD));
        let role = "collaborator".to_owned();
        deal.team.push(TeamMember { user, role, ..TeamMember::default() });
    }
    if dice.chance(35) {
        deal.competitors.push(dice.pick(COMPETITORS).to_owned());
    }
    match course.outcome {
        Outcome::Open => {
            deal.forecast_category = forecast(deal.probability.unwrap_or_default());
            if dice.chance(70) {
                deal.next_step = NEXT_STEPS.any(&mut dice, path.lang);
            }
        }
        Outcome::Lost => take_loss(&mut deal, &mut dice, &course),
        Outcome::Won => {}
    }
    deal.to_row()
}

fn take_loss(deal: &mut Opportunity, dice: &mut Dice, course: &Course) {
    let reason = dice.weighted(LOST_REASONS);
    deal.lost_reason = Pick::new(reason);
    deal.lost_in = course.last_open().map(|stage| stage.id.to_owned()).unwrap_or_default();
    if matches!(reason, "price" | "competitor") {
        let competitor = dice.pick(COMPETITORS);
        competitor.clone_into(&mut deal.lost_competitor);
        deal.competitors = vec![competitor.to_owned()];
    }
}

/// Where an account has one deal, both its contacts take part.
fn parties(plan: &Plan, seat: Seat, lead: &crate::domain::Lead) -> Vec<Party> {
    let of_one_deal = deals_of(seat.account) == 1 && contacts_of(seat.account) == 2;
    let other = of_one_deal.then_some(Seat { number: 1, ..seat });
    let party = |(seat, decision_role)| Party {
        contact: Some(plan.contact_id(seat)),
        decision_role,
        ..Party::default()
    };
    let all = [Some((seat, lead.decision_role)), other.map(|seat| (seat, None))];
    all.into_iter().flatten().map(party).collect()
}

fn history(course: &Course, owner: crate::domain::Id<crate::domain::User>) -> Vec<StageEntry> {
    let next = course.stages.iter().skip(1).map(|(_, at)| Some(*at)).chain([None]);
    let entries = course.stages.iter().zip(next);
    entries
        .map(|((stage, at), left_at)| StageEntry {
            stage: stage.id.to_owned(),
            entered_at: Some(*at),
            left_at,
            by: Some(owner),
            ..StageEntry::default()
        })
        .collect()
}

fn forecast(probability: i64) -> ForecastCategory {
    match probability {
        75.. => ForecastCategory::Commit,
        50.. => ForecastCategory::BestCase,
        _ => ForecastCategory::Pipeline,
    }
}

fn line(dice: &mut Dice, product: Product, currency: Currency) -> ProductLine {
    let (least, most) = product.quantity;
    let price = Decimal::from(price_in(currency.code(), product.price));
    ProductLine {
        product: product.name.to_owned(),
        quantity: Some(Decimal::from(dice.between(least, most))),
        list_price: Some(price),
        unit_price: Some(price),
        ..ProductLine::default()
    }
}
