//! Sums of money: returns, costs, wins, with the golden figures of the specification.

use fairlead::{
    domain::{
        Campaign, Change, ChannelState, Fields as _, Lead, Opportunity, Order, OrderStatus,
        Outcome, Phone, Stage, User,
    },
    i18n::Lang,
};
use serde_json::{Value as Json, json};

use super::world::{Asked, World, all, at, cell, figure, money, of, run, twd};

#[test]
fn the_golden_returns() {
    for (costs, orders, roi) in [
        (&["TWD 11,000", "TWD 400"][..], &["TWD 20000"][..], json!(75.44)),
        (&["TWD 100"], &["TWD 150", "TWD 150"], json!(200.0)),
        (&["TWD 100"], &[], json!(-100.0)),
        (&[], &["TWD 150"], Json::Null),
        (&["TWD 0"], &["TWD 150"], Json::Null),
    ] {
        let mut world = World::new();
        let campaign = world.campaign("展", None, costs);
        world.campaign("other", None, &["TWD 7"]);
        for order in orders {
            world.order(Some(campaign), order);
        }
        let model = world.model();
        assert_eq!(figure(&of(&model, "fair_result", &[campaign]), "campaign_roi"), roi);
        assert_eq!(cell(&all(&model, "campaign_roi"), "展", "campaign_roi"), roi);
        assert_eq!(cell(&all(&model, "campaign_roi"), "展", "subtree_roi"), roi);
    }
}

#[test]
fn a_subtree_counts_everything_once() {
    let mut world = World::new();
    let fairs = world.campaign("Fairs", None, &["TWD 10"]);
    let pack = world.campaign("Pack", Some(fairs), &["TWD 100", "TWD 1"]);
    let seminar = world.campaign("Seminar", Some(pack), &["TWD 1000"]);
    let alone = world.campaign("Alone", None, &["TWD 5"]);
    for (campaign, amount) in [(fairs, "TWD 1"), (seminar, "TWD 4000"), (alone, "TWD 9")] {
        world.order(Some(campaign), amount);
        world.lead(Some(campaign), Stage::Unsorted);
    }
    let model = world.model();
    let sheet = all(&model, "campaign_roi");
    let names: Vec<Json> = sheet.rows.iter().map(|row| row[0].to_json()).collect();
    assert_eq!(names, ["Fairs", "Pack", "Seminar", "Alone"]);
    for (name, level, own, subtree, revenue, cards) in [
        ("Fairs", 0, "10.00", "1111.00", "4001.00", 2),
        ("Pack", 1, "101.00", "1101.00", "4000.00", 1),
        ("Seminar", 2, "1000.00", "1000.00", "4000.00", 1),
        ("Alone", 0, "5.00", "5.00", "9.00", 1),
    ] {
        assert_eq!(cell(&sheet, name, "level"), level);
        assert_eq!(cell(&sheet, name, "cost"), twd(own), "{name}");
        assert_eq!(cell(&sheet, name, "subtree_cost"), twd(subtree), "{name}");
        assert_eq!(cell(&sheet, name, "subtree_revenue"), twd(revenue), "{name}");
        assert_eq!(cell(&sheet, name, "subtree_cards"), cards, "{name}");
    }
    let total = sheet.total.as_ref().unwrap();
    assert_eq!(total[4].to_json(), twd("1116.00"));
    assert_eq!(total[9].to_json(), twd("1116.00"));
    // Of one campaign only, what lies below it counts all the same.
    let pack_only = of(&model, "campaign_roi", &[pack]);
    assert_eq!((pack_only.rows.len(), cell(&pack_only, "Pack", "subtree_cards")), (1, json!(1)));
}

#[test]
fn campaigns_that_are_each_others_parents_do_not_hang_it() {
    let mut world = World::new();
    let first = world.campaign("First", None, &["TWD 1"]);
    let second = world.campaign("Second", Some(first), &["TWD 2"]);
    let knot = Campaign { name: "First".to_owned(), parent: Some(second), ..Campaign::default() };
    let knot = Change::between(first.record(), 1, &fairlead::domain::Row::new(), knot.to_row());
    let model = world.model().after(&[knot.unwrap()]);
    let sheet = all(&model, "campaign_roi");
    assert_eq!(sheet.rows.len(), 2);
    assert_eq!(cell(&sheet, "First", "subtree_cost"), cell(&sheet, "Second", "subtree_cost"));
}

#[test]
fn other_currencies_are_converted_at_the_rate_of_the_day() {
    let mut world = World::new();
    world.rate("USD", "2026-07-01", "30");
    world.rate("USD", "2026-06-01", "32.5");
    let campaign = world.campaign("展", None, &["USD 100", "EUR 50", "EUR 60", "TWD 10"]);
    world.order(Some(campaign), "USD 10");
    let lost = world.order(Some(campaign), "CNY 10");
    let model = world.model();
    let board = of(&model, "fair_result", &[campaign]);
    assert_eq!(figure(&board, "cost"), twd("3260.00"));
    assert_eq!(figure(&board, "revenue"), twd("300.00"));
    let notes = board.to_json(Lang::En)["notes"].clone();
    assert_eq!(notes.as_array().unwrap().len(), 2);
    assert_eq!(notes[0]["code"], "without-rate");
    assert_eq!((&notes[0]["of"], &notes[0]["currency"]), (&json!("cost"), &json!("EUR")));
    assert_eq!(
        (&notes[0]["count"], &notes[0]["records"]),
        (&json!(2), &json!([campaign.to_string()]))
    );
    let message = "2 cost lines in EUR left out: no exchange rate for that day. Add the rate in the settings.";
    assert_eq!(notes[0]["message"], message);
    assert_eq!(notes[1]["records"], json!([lost.to_string()]));
}

#[test]
fn what_cannot_be_summed_is_listed() {
    let mut world = World::new();
    world.rate("USD", "2026-07-03", "30");
    let campaign = world.campaign("展", None, &["TWD 100", "TWD 99999999999999999999999999"]);
    world.order(Some(campaign), "USD 1");
    world.add(&Order {
        status: OrderStatus::Confirmed,
        campaign: Some(campaign),
        ..Order::default()
    });
    world.order(None, "TWD 5");
    for status in [OrderStatus::Draft, OrderStatus::AwaitingApproval, OrderStatus::Cancelled] {
        let amount = Some(money("TWD 1000"));
        world.add(&Order { status, campaign: Some(campaign), amount, ..Order::default() });
    }
    let board = all(&world.model(), "fair_result");
    let mut codes: Vec<_> = board.notes.iter().map(|note| (note.code, note.count)).collect();
    codes.sort_unstable();
    let expected = [
        ("orders-without-campaign", 1),
        ("too-large", 1),
        ("without-amount", 1),
        ("without-rate", 1),
    ];
    assert_eq!(codes, expected);
    assert_eq!((figure(&board, "cost"), figure(&board, "revenue")), (twd("100.00"), twd("0.00")));
}

#[test]
fn an_order_counts_for_the_campaign_fixed_on_confirmation() {
    let mut world = World::new();
    let (first, second) = (world.campaign("A", None, &["TWD 1"]), world.campaign("B", None, &[]));
    let won =
        Opportunity { campaign: Some(second), outcome: Outcome::Won, ..Opportunity::default() };
    let deal = world.add(&won);
    let amount = Some(money("TWD 3"));
    let order = Order {
        opportunity: Some(deal),
        amount,
        status: OrderStatus::Confirmed,
        ..Order::default()
    };
    world.add(&Order { campaign: Some(first), ..order.clone() });
    // Without one, that of its opportunity.
    world.add(&order);
    world.add(&order);
    let sheet = all(&world.model(), "campaign_roi");
    assert_eq!(cell(&sheet, "A", "revenue"), twd("3.00"));
    assert_eq!(cell(&sheet, "B", "revenue"), twd("6.00"));
}

#[test]
fn what_a_lead_costs_at_each_step() {
    let mut world = World::new();
    let campaign = world.campaign("展", None, &["TWD 1,140,000"]);
    let ok = Phone { raw: "1".to_owned(), state: ChannelState::Ok, ..Phone::default() };
    let valid = Lead { campaign: Some(campaign), phones: vec![ok], ..Lead::default() };
    for _ in 0..3 {
        world.add(&valid);
    }
    let mut last = world.lead(Some(campaign), Stage::Sql);
    for stage in [Stage::Mql, Stage::Usable, Stage::Merged] {
        let lead = world.lead(Some(campaign), stage);
        last = if stage == Stage::Mql { lead } else { last };
    }
    let lead = Some(last);
    for outcome in [Outcome::Won, Outcome::Lost] {
        let campaign = Some(campaign);
        world.add(&Opportunity { campaign, lead, outcome, ..Opportunity::default() });
    }
    world.campaign("empty", None, &["TWD 5"]);
    let model = world.model();
    let sheet = all(&model, "cost_per_lead");
    let board = of(&model, "fair_result", &[campaign]);
    for (metric, amount) in [
        ("cost_per_lead", "190000.00"),
        ("cost_per_valid_lead", "380000.00"),
        ("cost_per_mql", "570000.00"),
        ("cost_per_sql", "570000.00"),
        ("cost_per_opportunity", "570000.00"),
        ("cost_per_win", "1140000.00"),
    ] {
        assert_eq!(cell(&sheet, "展", metric), twd(amount), "{metric}");
        assert_eq!(figure(&board, metric), twd(amount), "{metric}");
        assert_eq!(cell(&sheet, "empty", metric), Json::Null, "{metric}");
    }
    let merged: Vec<_> = board.notes.iter().map(|note| (note.code, note.count)).collect();
    assert_eq!(merged, [("merged-leads", 1)]);
}

#[test]
fn wins_and_the_weighted_pipeline() {
    let mut world = World::new();
    let user = world.add(&User { name: "王建民".to_owned(), ..User::default() });
    let deal = |outcome, amount: &str, stage: &str, probability| Opportunity {
        owner: Some(user),
        outcome,
        amount: Some(money(amount)),
        stage: stage.to_owned(),
        probability,
        closed_at: (outcome != Outcome::Open).then(|| at("2026-07-01T02:00:00Z")),
        ..Opportunity::default()
    };
    for deal in [
        deal(Outcome::Won, "TWD 300", "won", None),
        deal(Outcome::Lost, "TWD 100", "lost", None),
        deal(Outcome::Lost, "TWD 500", "lost", None),
        deal(Outcome::Open, "TWD 1000", "proposal", None),
        deal(Outcome::Open, "TWD 1000", "proposal", Some(35)),
        deal(Outcome::Open, "TWD 10", "clarify_need", None),
    ] {
        world.add(&deal);
    }
    let model = world.model();
    let wins = all(&model, "win_rate");
    assert_eq!(cell(&wins, "王建民", "win_rate"), 33.33);
    assert_eq!(cell(&wins, "王建民", "win_rate_by_amount"), 33.33);
    assert_eq!(cell(&wins, "王建民", "won_amount"), twd("300.00"));
    let pipeline = all(&model, "weighted_pipeline");
    let weighted: Vec<Json> = pipeline.rows.iter().map(|row| row[4].to_json()).collect();
    assert_eq!(weighted, [twd("1.00"), twd("650.00")]);
    assert_eq!(pipeline.total.unwrap()[4].to_json(), twd("651.00"));
}

#[test]
fn a_filter_without_a_campaign_has_no_cost() {
    let mut world = World::new();
    let campaign = world.campaign("展", None, &["TWD 10"]);
    let mine = world.lead(Some(campaign), Stage::Unsorted);
    let other = world.lead(Some(campaign), Stage::Unsorted);
    for lead in [mine, other, other] {
        let outcome = Outcome::Won;
        world.add(&Opportunity {
            campaign: Some(campaign),
            lead: Some(lead),
            outcome,
            ..Opportunity::default()
        });
    }
    let model = world.model();
    let board = run(&model, "fair_result", &Asked { leads: Some(&[0]), ..Asked::default() });
    assert_eq!((figure(&board, "cards"), figure(&board, "won")), (json!(1), json!(1)));
    for metric in ["cost", "campaign_roi", "cost_per_lead", "duplicates"] {
        assert_eq!(figure(&board, metric), Json::Null, "{metric}");
    }
    assert_eq!(board.notes[0].code, "cost-needs-campaign");
}
