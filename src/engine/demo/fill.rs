//! All records of the sample, one after another.

use std::sync::Arc;

use super::{
    DemoOptions, accounts, deals, events,
    leads::count_touches,
    orders, people,
    plan::{Plan, Seat, contacts_of, deals_of},
    timeline::Timeline,
};
use crate::{
    domain::{Id, Order, RecordId, Timestamp},
    engine::Records,
    model::Model,
};

/// Activities for each lead, those about deals among them.
const ACTIVITIES: u64 = 2;

/// The records of the sample, for [`crate::engine::Request::Sample`].
///
/// Of each kind the ids rise. Only the order of accounts, contacts, deals and orders is held in memory,
/// a few bytes each; leads and activities are computed as they are asked for.
pub fn records(options: &DemoOptions, model: &Model) -> Records {
    let plan = Arc::new(Plan::new(options, model));
    let small = people::rows(&plan).into_iter();
    let small = small.chain(events::campaigns(&plan)).chain(events::batches(&plan));
    let deals = seats(&plan, deals_of, |seat| plan.deal_id(seat).record());
    let of_accounts = of_accounts(&plan);
    let orders = orders(&plan, &deals);
    let of_deals = {
        let plan = Arc::clone(&plan);
        deals
            .clone()
            .into_iter()
            .map(move |seat| (plan.deal_id(seat).record(), deals::deal(&plan, seat)))
    };
    let touches: u64 = (0..plan.leads).map(|lead| count_touches(&plan, lead) as u64).sum();
    let about_deals = (plan.leads * ACTIVITIES).saturating_sub(touches);
    let timeline = Timeline::new(plan, deals, about_deals);
    Box::new(small.chain(of_accounts).chain(of_deals).chain(orders).chain(timeline))
}

/// The accounts, then their contacts.
fn of_accounts(plan: &Arc<Plan>) -> impl Iterator<Item = (RecordId, crate::domain::Row)> + use<> {
    let first = |_| 1;
    let accounts = seats(plan, first, |seat| plan.account_id(seat.account).record());
    let contacts = seats(plan, contacts_of, |seat| plan.contact_id(seat).record());
    let (for_accounts, for_contacts) = (Arc::clone(plan), Arc::clone(plan));
    let accounts = accounts.into_iter().map(move |seat| {
        let row = accounts::account(&for_accounts, seat.account);
        (for_accounts.account_id(seat.account).record(), row)
    });
    let contacts = contacts.into_iter().map(move |seat| {
        (for_contacts.contact_id(seat).record(), accounts::contact(&for_contacts, seat))
    });
    accounts.chain(contacts)
}

fn orders(
    plan: &Arc<Plan>,
    deals: &[Seat],
) -> impl Iterator<Item = (RecordId, crate::domain::Row)> + use<> {
    let planned = orders::planned(plan, deals);
    let plan = Arc::clone(plan);
    let mut last = Timestamp::default();
    planned.into_iter().zip(0..).map(move |(order, number)| {
        last = order.at.max(last.plus_ms(1));
        let id: Id<Order> = plan.id(last, 0, number);
        (id.record(), orders::order(&plan, number, &order))
    })
}

/// So many seats of each account, in the order of the ids of what they became.
fn seats(plan: &Plan, of_account: impl Fn(u64) -> u64, id: impl Fn(Seat) -> RecordId) -> Vec<Seat> {
    let all = (0..plan.accounts)
        .flat_map(|account| (0..of_account(account)).map(move |number| Seat { account, number }));
    let mut all: Vec<Seat> = all.collect();
    all.sort_by_cached_key(|seat| id(*seat));
    all
}
