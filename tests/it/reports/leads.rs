//! Counts of leads: validity, responses, hand-overs, windows.

use fairlead::{
    domain::{
        Account, Activity, ActivityKind, ActivityOutcome, Campaign, ChannelState, HandOver,
        ImportBatch, Lead, Membership, Opportunity, Order, OrderStatus, Outcome, Phone, Response,
        Stage, Timestamp, User,
    },
    report::Behind,
};
use serde_json::{Value as Json, json};

use super::world::{Asked, World, all, at, cell, count_of, day, figure, of, run, try_run, twd};

#[test]
fn valid_of_judged_by_campaign_and_by_supplier() {
    let mut world = World::new();
    let campaign = world.campaign("展", None, &[]);
    let phone = |state| Phone { raw: "1".to_owned(), state, ..Phone::default() };
    for (state, campaign, supplier) in [
        (ChannelState::Ok, Some(campaign), "甲"),
        (ChannelState::Ok, Some(campaign), " 甲 "),
        (ChannelState::Dead, Some(campaign), "乙"),
        (ChannelState::Unverified, Some(campaign), ""),
        (ChannelState::Dead, None, "乙"),
    ] {
        let (phones, supplier) = (vec![phone(state)], supplier.to_owned());
        world.add(&Lead { phones, campaign, supplier, ..Lead::default() });
    }
    let model = world.model();
    let sheet = all(&model, "valid_rate");
    assert_eq!(cell(&sheet, "展", "judged"), 3);
    assert_eq!(cell(&sheet, "展", "valid_rate"), 66.67);
    assert_eq!(cell(&sheet, "no_campaign", "valid_rate"), 0.0);
    let sheet = all(&model, "valid_rate_by_supplier");
    assert_eq!(cell(&sheet, "甲", "valid_rate"), 100.0);
    assert_eq!(cell(&sheet, "乙", "valid_rate"), 0.0);
    assert_eq!(cell(&sheet, "no_supplier", "valid_rate"), Json::Null);
}

#[test]
fn responded_of_contacted() {
    let mut world = World::new();
    let fair = world.campaign("展", None, &[]);
    let mail = Campaign { name: "EDM".to_owned(), sent_count: Some(40), ..Campaign::default() };
    let mail = world.add(&mail);
    let member = |campaign, has_responded: bool| Membership {
        campaign: Some(campaign),
        responded_at: has_responded.then(|| at("2026-06-24T02:00:00Z")),
        ..Membership::default()
    };
    for memberships in [
        vec![member(fair, true), member(mail, true)],
        vec![member(fair, false)],
        vec![member(fair, false), member(mail, false)],
    ] {
        world.add(&Lead { memberships, ..Lead::default() });
    }
    let model = world.model();
    let sheet = all(&model, "response_rate");
    assert_eq!(cell(&sheet, "展", "response_rate"), 33.33);
    assert_eq!(cell(&sheet, "EDM", "response_rate"), 2.5);
    assert_eq!(cell(&sheet, "EDM", "members"), 2);
    // A filter that names a campaign is about the lead's own; members come from anywhere.
    let asked = Asked { leads: Some(&[]), campaigns: Some(&[fair]), ..Asked::default() };
    assert_eq!(cell(&run(&model, "response_rate", &asked), "展", "members"), 3);
}

#[test]
fn a_window_is_half_open_and_of_local_days() {
    let mut world = World::new();
    let campaign = world.campaign("展", None, &["TWD 10"]);
    // Midnight in Taipei is 16:00 of the day before in Greenwich.
    for captured in [
        "2026-06-23T15:59:59Z",
        "2026-06-23T16:00:00Z",
        "2026-06-24T15:59:59Z",
        "2026-06-24T16:00:00Z",
    ] {
        let captured_at = Some(at(captured));
        world.add(&Lead { campaign: Some(campaign), captured_at, ..Lead::default() });
    }
    world.add(&Lead { campaign: Some(campaign), ..Lead::default() });
    let model = world.model();
    let asked = |from, to| Asked { days: Some((from, to)), ..Asked::default() };
    let board = run(&model, "fair_result", &asked("2026-06-24", "2026-06-25"));
    assert_eq!((figure(&board, "cards"), figure(&board, "cost")), (json!(2), twd("10.00")));
    assert_eq!(board.notes[0].code, "leads-without-capture");
    assert_eq!(board.notes[0].left_out, Behind::Leads(vec![4]));
    let later = run(&model, "fair_result", &asked("2026-06-25", "2026-06-26"));
    assert_eq!((figure(&later, "cards"), figure(&later, "cost")), (json!(1), twd("0.00")));
    let error = try_run(&model, "funnel", &asked("2026-06-24", "2026-06-24")).unwrap_err();
    assert_eq!((error.code(), error.class().exit_status()), ("empty-window", 2));
}

#[test]
fn entries_of_a_period_are_counted_apart() {
    let mut world = World::new();
    let campaign = Some(world.campaign("展", None, &[]));
    let account = Some(world.add(&Account::default()));
    let (before, inside) = (Some(at("2026-06-01T02:00:00Z")), Some(at("2026-06-25T02:00:00Z")));
    let lead = Lead { campaign, captured_at: before, usable_at: inside, ..Lead::default() };
    world.add(&lead);
    world.add(&Lead { captured_at: inside, usable_at: None, ..lead.clone() });
    world.add(&Lead { mql_at: inside, ..lead });
    let won = Opportunity { campaign, outcome: Outcome::Won, ..Opportunity::default() };
    world.add(&Opportunity { closed_at: before, ..won.clone() });
    world.add(&Opportunity { closed_at: inside, ..won });
    for ordered_on in ["2026-06-01", "2026-06-24", "2026-06-25", "2026-07-01"] {
        let (ordered_on, status) = (Some(day(ordered_on)), OrderStatus::Confirmed);
        world.add(&Order { campaign, account, ordered_on, status, ..Order::default() });
    }
    let model = world.model();
    // The world is made on 20 June: so are its opportunities.
    for (days, entries) in [
        (("2026-06-21", "2026-07-01"), [1, 2, 1, 0, 0, 1, 2]),
        (("2026-06-20", "2026-06-21"), [0, 0, 0, 0, 2, 0, 0]),
    ] {
        let sheet = run(&model, "funnel_period", &Asked { days: Some(days), ..Asked::default() });
        let found: Vec<u64> = sheet.rows.iter().map(|row| count_of(&row[1])).collect();
        assert_eq!(found, entries, "{days:?}");
    }
}

#[test]
fn the_answers_of_sales_grades_and_duplicates() {
    let mut world = World::new();
    let campaign = world.campaign("展", None, &[]);
    let hand_over = |response| HandOver { at: Some(Timestamp(1)), response, ..HandOver::default() };
    for answers in [
        vec![Some(Response::NotAccepted), Some(Response::Accepted)],
        vec![Some(Response::Accepted)],
        vec![Some(Response::NotReached)],
        vec![None],
        vec![],
    ] {
        let hand_overs = answers.into_iter().map(hand_over).collect();
        world.add(&Lead { campaign: Some(campaign), hand_overs, ..Lead::default() });
    }
    for (campaign, updated) in [(Some(campaign), 4), (Some(campaign), 3), (None, 9)] {
        world.add(&ImportBatch { campaign, updated: Some(updated), ..ImportBatch::default() });
    }
    let undone_at = Some(Timestamp(1));
    world.add(&ImportBatch {
        campaign: Some(campaign),
        updated: Some(99),
        undone_at,
        ..ImportBatch::default()
    });
    let model = world.model();
    let board = of(&model, "fair_result", &[campaign]);
    for (metric, number) in [
        ("handed_over", json!(5)),
        ("accepted", json!(2)),
        ("not_accepted", json!(1)),
        ("not_reached", json!(1)),
        ("awaiting_response", json!(1)),
        ("acceptance_rate", json!(40.0)),
        ("duplicates", json!(7)),
        ("grade_d", json!(5)),
    ] {
        assert_eq!(figure(&board, metric), number, "{metric}");
    }
    assert_eq!(cell(&all(&model, "acceptance_rate"), "展", "acceptance_rate"), 40.0);
}

#[test]
fn reached_of_attempted_and_idle_of_assigned() {
    let mut world = World::new();
    let campaign = world.campaign("展", None, &[]);
    let user = world.add(&User { name: "王建民".to_owned(), ..User::default() });
    let owned_since = Some(at("2026-11-01T02:00:00Z"));
    let lead = Lead { campaign: Some(campaign), owner: Some(user), owned_since, ..Lead::default() };
    let leads: Vec<_> = (0..4).map(|_| world.add(&lead)).collect();
    world.add(&Lead { owned_since: Some(at("2026-11-20T02:00:00Z")), ..lead.clone() });
    world.add(&Lead { stage: Stage::Converted, ..lead.clone() });
    for (lead, kind, outcome, when) in [
        (0, ActivityKind::Call, Some(ActivityOutcome::Reached), "2026-11-02T02:00:00Z"),
        (1, ActivityKind::Email, None, "2026-11-20T02:00:00Z"),
        (2, ActivityKind::Note, None, "2026-11-07T02:00:00Z"),
    ] {
        let (about, at) = (vec![leads[lead].record()], Some(at(when)));
        world.add(&Activity { kind, outcome, about, at, ..Activity::default() });
    }
    let model = world.model();
    let sheet = all(&model, "contact_rate");
    assert_eq!(cell(&sheet, "展", "contact_rate"), 50.0);
    let sheet = all(&model, "idle_rate");
    assert_eq!(
        (cell(&sheet, "王建民", "assigned_open"), cell(&sheet, "王建民", "idle")),
        (json!(5), json!(3))
    );
    assert_eq!(cell(&sheet, "王建民", "idle_rate"), 60.0);
    assert_eq!(sheet.behind(0, 2), Some(Behind::Leads(vec![0, 2, 3])));
}
