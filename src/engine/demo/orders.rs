//! The orders: confirmed ones of deals that were won, repeated ones, and quotations on their way.

use rust_decimal::Decimal;

use super::{
    accounts::{owner_of, tier_of},
    course::Course,
    deals::Goods,
    dice::Topic,
    leads::worked,
    people::DIRECTOR,
    plan::{Plan, Seat},
    texts::REQUIREMENTS,
};
use crate::domain::{
    DAY_MS, Fields as _, Money, Order, OrderStatus, Outcome, Row, Timestamp, tier_limit,
};

/// An order to be written: of which deal, when, and what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Planned {
    pub seat: Seat,
    pub at: Timestamp,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// It won the deal.
    First,
    /// More of the same.
    Repeat(u64),
    /// Not confirmed yet.
    Quotation,
    /// Its discount is over the limit.
    Waiting,
}

/// How often a customer orders again, at most.
const MOST_REPEATS: u64 = 6;

/// All orders, in the order of their days: three for a hundred leads.
pub(super) fn planned(plan: &Plan, deals: &[Seat]) -> Vec<Planned> {
    let wanted = (plan.leads * 3 / 100) as usize;
    let (mut won, mut quotations) = (Vec::new(), Vec::new());
    for seat in deals {
        let course = Course::of(plan, *seat);
        let closed = course.ends_at;
        let is_offered = course.stages.len() >= 3;
        match course.outcome {
            Outcome::Won => won.push(Planned { seat: *seat, at: closed, what: What::First }),
            Outcome::Open if is_offered => {
                let at = course.stages.last().map_or(closed, |(_, at)| *at);
                let what = if quotations.len() % 3 == 1 { What::Waiting } else { What::Quotation };
                quotations.push(Planned { seat: *seat, at, what });
            }
            _ => {}
        }
    }
    let rest = wanted.saturating_sub(won.len());
    let some = quotations.len().min((rest * 2).div_ceil(3));
    let later: Vec<Planned> = quotations.split_off(some);
    let repeats = (1..=MOST_REPEATS).flat_map(|time| {
        won.iter().filter_map(move |order| {
            let at = order.at.plus_ms(time as i64 * 24 * DAY_MS);
            (at < plan.calendar.now).then_some(Planned { at, what: What::Repeat(time), ..*order })
        })
    });
    let all = won.iter().copied().chain(quotations).chain(repeats).chain(later);
    let mut all: Vec<Planned> = all.take(wanted).collect();
    all.sort_by_key(|order| (order.at, order.seat.account, order.seat.number));
    all
}

/// An order with the number it has among all.
pub(super) fn order(plan: &Plan, number: u64, planned: &Planned) -> Row {
    let Planned { seat, at, what } = *planned;
    let lead_number = plan.lead_in(seat);
    let worked = worked(plan, lead_number);
    let goods = Goods::of(plan, seat, &worked);
    let mut dice = plan.dice(Topic::Order, 1 << 40 | number);
    let owner = plan.person(owner_of(seat.account, worked.path.lang));
    let limit = i64::from(tier_limit(tier_of(plan, seat.account)));
    let status = match what {
        What::Repeat(_) if dice.chance(6) => OrderStatus::Cancelled,
        What::First | What::Repeat(_) => OrderStatus::Confirmed,
        What::Waiting => OrderStatus::AwaitingApproval,
        What::Quotation => OrderStatus::Draft,
    };
    let is_waiting = status == OrderStatus::AwaitingApproval;
    let discount = match dice.below(4) {
        _ if is_waiting => limit + 4,
        0 => 0,
        1 => limit,
        _ => limit / 2,
    };
    let mut order = Order {
        number: format!("O-DEMO-{:05}", number + 1),
        account: Some(plan.account_id(seat.account)),
        opportunity: Some(plan.deal_id(seat)),
        ordered_on: Some(plan.calendar.date_of(at)),
        lines: goods.lines,
        discount: (discount > 0).then(|| Decimal::from(discount)),
        status,
        owner: Some(owner),
        submitted_by: is_waiting.then_some(owner),
        ..Order::default()
    };
    order.amount =
        Some(Money { amount: order.total().round_dp(2).normalize(), currency: goods.currency });
    if dice.chance(25) {
        order.special_requirements = REQUIREMENTS.any(&mut dice, worked.path.lang);
    }
    if matches!(status, OrderStatus::Confirmed | OrderStatus::Cancelled) {
        order.lead = Some(plan.lead_id(lead_number));
        order.campaign = worked.lead.campaign;
        order.response = worked.lead.response;
        order.confirmed_at = Some(at);
        if dice.chance(10) {
            order.approved_by = Some(plan.person(DIRECTOR));
            "OK".clone_into(&mut order.approval_reason);
        }
    }
    order.to_row()
}
