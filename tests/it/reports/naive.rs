//! Every number against a naive computation on random records.

use chrono::NaiveDate;
use fairlead::{
    domain::{
        Account, Campaign, CostLine, Currency, Fields as _, Id, Lead, Money, Opportunity, Order,
        OrderStatus, Outcome, Stage,
    },
    report::{Cell, Unit},
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::world::{Asked, World, all, at, cell, count_of, figure, of, run, twd};

/// A lead, the deals that came of it and the orders of its account, by numbers.
type Person = (u8, u8, u8, Vec<(u8, u8)>, u8);

fn people() -> impl Strategy<Value = Vec<Person>> {
    let deal = (0..3_u8, 0..4_u8);
    let person = (0..8_u8, 0..16_u8, 0..5_u8, proptest::collection::vec(deal, 0..3), 0..6_u8);
    proptest::collection::vec(person, 0..24)
}

/// Of which campaign a lead is, and its furthest stage; none if it was merged into another.
type Truth = (usize, Option<usize>);

/// The same world twice: as records, and as the plain answer to each question.
fn build(people: &[Person]) -> (World, Vec<Id<Campaign>>, Vec<Truth>) {
    let mut world = World::new();
    let campaigns: Vec<_> =
        ["A", "B", "C"].iter().map(|name| world.campaign(name, None, &["TWD 10"])).collect();
    let mut truth = Vec::new();
    for (stage, reached, campaign, deals, orders) in people {
        let stage = Stage::ALL[usize::from(*stage)];
        let moment = |bit: u8| (reached & bit != 0).then(|| at("2026-06-25T02:00:00Z"));
        let lead = world.add(&Lead {
            stage,
            campaign: campaigns.get(usize::from(*campaign)).copied(),
            usable_at: moment(1),
            mql_at: moment(2),
            sql_at: moment(4),
            converted_at: moment(8),
            ..Lead::default()
        });
        let account = world.add(&Account::default());
        let mut furthest = match (stage, reached) {
            (Stage::Merged, _) => None,
            (Stage::Sql | Stage::Converted, _) | (_, 4..) => Some(3),
            (Stage::Mql, _) | (_, 2..) => Some(2),
            (Stage::Usable, _) | (_, 1) => Some(1),
            _ => Some(0),
        };
        for (outcome, campaign) in deals {
            let outcome = Outcome::ALL[usize::from(*outcome)];
            let deal = Opportunity {
                lead: Some(lead),
                account: Some(account),
                outcome,
                campaign: campaigns.get(usize::from(*campaign)).copied(),
                ..Opportunity::default()
            };
            world.add(&deal);
            let came = match (outcome, orders) {
                (Outcome::Won, 2..) => 6,
                (Outcome::Won, _) => 5,
                _ => 4,
            };
            furthest = furthest.map(|stage: usize| stage.max(came));
        }
        for _ in 0..*orders {
            let status = OrderStatus::Confirmed;
            world.add(&Order { account: Some(account), status, ..Order::default() });
        }
        truth.push((usize::from(*campaign), furthest));
    }
    (world, campaigns, truth)
}

/// An amount: how much, of which currency, on which day, and (of an order) of which campaign.
type Amount = (u32, usize, u32, usize);

const CURRENCIES: [&str; 3] = ["TWD", "USD", "EUR"];

/// What an amount is worth in the base currency, the slow way.
fn worth((amount, currency, day, _): Amount) -> Option<Decimal> {
    let rate = match (currency, day) {
        (0, _) => Some(Decimal::ONE),
        (1, 20..) => Some(Decimal::new(315, 1)),
        (1, 10..) => Some(Decimal::from(30)),
        _ => None,
    };
    rate.map(|rate| rate * Decimal::new(amount.into(), 2))
}

fn of_amount((amount, currency, ..): Amount) -> Option<Money> {
    let currency = Currency::of(CURRENCIES[currency])?;
    Some(Money { amount: Decimal::new(amount.into(), 2), currency })
}

fn june((_, _, day, _): Amount) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, 6, day)
}

/// Whether a campaign lies at or below another, the slow way: parents are followed upwards.
fn is_below(parents: &[usize], campaign: usize, above: usize) -> bool {
    let mut at = Some(campaign);
    for _ in 0..=parents.len() {
        if at == Some(above) {
            return true;
        }
        at = at.and_then(|at| parents.get(at).copied()).filter(|parent| *parent < parents.len());
    }
    false
}

/// Campaigns, each with its parent and costs.
fn forest(parents: &[usize], costs: &[Amount]) -> (World, Vec<Id<Campaign>>) {
    let mut world = World::new();
    world.rate("USD", "2026-06-20", "31.5");
    world.rate("USD", "2026-06-10", "30");
    let ids: Vec<Id<Campaign>> =
        (0..parents.len()).map(|at| world.campaign(&at.to_string(), None, &[])).collect();
    for (at, change) in world.changes.iter_mut().enumerate() {
        let lines = costs.iter().filter(|cost| cost.3 == at).map(|cost| CostLine {
            date: june(*cost),
            amount: of_amount(*cost),
            ..CostLine::default()
        });
        let campaign = Campaign {
            name: at.to_string(),
            parent: ids.get(parents[at]).copied(),
            cost_lines: lines.collect(),
            ..Campaign::default()
        };
        change.row = campaign.to_row();
    }
    (world, ids)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_funnel_is_what_a_naive_count_says(people in people(), asked in 0..4_usize) {
        let (world, campaigns, truth) = build(&people);
        let model = world.model();
        let chosen = campaigns.get(asked).map(|id| vec![*id]);
        let sheet = run(&model, "funnel", &Asked { campaigns: chosen.as_deref(), ..Asked::default() });
        let naive = |stage: usize| {
            let is_asked = |campaign: usize| chosen.is_none() || campaign == asked;
            let reached = truth.iter().filter(|(campaign, furthest)| {
                is_asked(*campaign) && furthest.is_some_and(|furthest| furthest >= stage)
            });
            reached.count() as u64
        };
        let mut before = u64::MAX;
        let mut all_furthest = 0;
        for (stage, row) in sheet.rows.iter().enumerate() {
            let reached = count_of(&row[1]);
            prop_assert_eq!(reached, naive(stage));
            prop_assert!(reached <= before);
            before = reached;
            all_furthest += count_of(&row[4]);
            for column in [1, 4] {
                let behind = sheet.behind(stage, column).unwrap();
                prop_assert_eq!(behind.len() as u64, count_of(&row[column]));
            }
            let share = &row[2];
            prop_assert_eq!(*share == Cell::Missing, naive(0) == 0);
        }
        prop_assert_eq!(all_furthest, naive(0));
    }

    #[test]
    fn returns_are_what_a_naive_sum_says(
        parents in proptest::collection::vec(0..8_usize, 1..6),
        costs in proptest::collection::vec((0..1_000_000_u32, 0..3_usize, 1..31_u32, 0..6_usize), 0..12),
        orders in proptest::collection::vec((0..1_000_000_u32, 0..3_usize, 1..31_u32, 0..6_usize), 0..12),
    ) {
        let (mut world, ids) = forest(&parents, &costs);
        for order in &orders {
            world.add(&Order {
                campaign: ids.get(order.3).copied(),
                amount: of_amount(*order),
                ordered_on: june(*order),
                status: OrderStatus::Confirmed,
                ..Order::default()
            });
        }
        let sheet = all(&world.model(), "campaign_roi");
        let sum = |amounts: &[Amount], is_meant: &dyn Fn(usize) -> bool| -> Decimal {
            amounts.iter().filter(|it| is_meant(it.3)).filter_map(|it| worth(*it)).sum()
        };
        for above in 0..parents.len() {
            let name = above.to_string();
            for (prefix, is_meant) in [
                ("", Box::new(|at: usize| at == above) as Box<dyn Fn(usize) -> bool>),
                ("subtree_", Box::new(|at| at < parents.len() && is_below(&parents, at, above))),
            ] {
                let (cost, revenue) = (sum(&costs, &is_meant), sum(&orders, &is_meant));
                let shown = |amount: Decimal| {
                    let halves_up = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
                    twd(&format!("{:.2}", amount.round_dp_with_strategy(2, halves_up)))
                };
                prop_assert_eq!(cell(&sheet, &name, &format!("{prefix}cost")), shown(cost));
                prop_assert_eq!(cell(&sheet, &name, &format!("{prefix}revenue")), shown(revenue));
                let roi = if prefix.is_empty() { "campaign_roi" } else { "subtree_roi" };
                let found = cell(&sheet, &name, roi);
                match cost.is_zero() {
                    true => prop_assert_eq!(found, Json::Null),
                    false => {
                        let exact = (revenue - cost) / cost * Decimal::ONE_HUNDRED;
                        let found: Decimal = found.as_f64().unwrap().try_into().unwrap();
                        prop_assert!((found - exact).abs() <= Decimal::new(5, 3));
                    }
                }
            }
        }
        let left_out = |amounts: &[Amount], is_meant: &dyn Fn(&Amount) -> bool| {
            amounts.iter().filter(|it| is_meant(it) && worth(**it).is_none()).count() as u64
        };
        let noted: u64 = sheet.notes.iter().filter(|it| it.code == "without-rate").map(|it| it.count).sum();
        let of_campaigns = |it: &Amount| it.3 < parents.len();
        prop_assert_eq!(noted, left_out(&costs, &of_campaigns) + left_out(&orders, &of_campaigns));
    }

    #[test]
    fn boards_agree_with_themselves(people in people()) {
        let (world, campaigns, truth) = build(&people);
        let model = world.model();
        let whole = all(&model, "fair_result");
        let cards = truth.iter().filter(|(_, furthest)| furthest.is_some()).count();
        prop_assert_eq!(figure(&whole, "cards"), json!(cards));
        let grades = ["grade_a", "grade_b", "grade_c", "grade_d"].map(|it| figure(&whole, it).as_u64().unwrap());
        prop_assert_eq!(grades.iter().sum::<u64>(), cards as u64);
        // What the table says of a campaign, its board says too.
        let table = all(&model, "cost_per_lead");
        for (name, campaign) in ["A", "B", "C"].into_iter().zip(&campaigns) {
            let board = of(&model, "fair_result", &[*campaign]);
            for metric in ["cards", "valid", "mql", "sql", "opportunities", "won", "cost", "cost_per_mql", "cost_per_win"] {
                prop_assert_eq!(cell(&table, name, metric), figure(&board, metric), "{}", metric);
            }
        }
        // Every number that counts records lists them.
        for sheet in [whole, table] {
            for (row, cells) in sheet.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let is_count = sheet.columns[column].unit == Unit::Count;
                    let behind = sheet.behind(row, column);
                    if let (Cell::Count(count), Some(behind), true) = (cell, behind, is_count) {
                        prop_assert_eq!(behind.len() as u64, *count);
                    }
                }
            }
        }
    }
}
