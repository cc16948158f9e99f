//! The sample data: the same for the same seed, sound as if people had worked on it, and a season one
//! can believe.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{Arc, OnceLock},
};

use fairlead::{
    domain::{
        Account, Activity, ActivityKind, Campaign, ChannelState, Contact, CostLine, Id,
        ImportBatch, Kind, Lead, Money, Opportunity, Order, OrderStatus, Outcome, RecordId,
        Response, Row, Stage, Timestamp, User, Value, country::Country2, phone::parse_phone,
    },
    engine::{
        Request,
        demo::{DemoOptions, records, settings},
        rules,
    },
    model::Model,
};
use rust_decimal::Decimal;

use crate::fixture::{Fixture, START, crm};

const NOW: Timestamp = Timestamp(START);

/// The sample of a fresh workspace.
struct Sample {
    rows: Vec<(RecordId, Row)>,
    model: Arc<Model>,
    now: Timestamp,
}

fn sample(leads: usize, seed: u64) -> Sample {
    static FRESH: OnceLock<Arc<Model>> = OnceLock::new();
    let model = Arc::clone(FRESH.get_or_init(|| Arc::clone(crm().crm.model())));
    sample_at(&model, DemoOptions { leads, seed, now: NOW })
}

fn sample_at(model: &Arc<Model>, options: DemoOptions) -> Sample {
    Sample { rows: records(&options, model).collect(), model: Arc::clone(model), now: options.now }
}

fn shipped() -> Sample {
    let DemoOptions { leads, seed, .. } = DemoOptions::of(NOW);
    sample(leads, seed)
}

impl Sample {
    fn all<T: fairlead::domain::Record>(&self) -> BTreeMap<Id<T>, T> {
        let of_kind = self
            .rows
            .iter()
            .filter_map(|(record, row)| Id::of(*record).map(|id| (id, T::from_row(row.clone()))));
        of_kind.collect()
    }

    fn count(&self, kind: Kind) -> usize {
        self.rows.iter().filter(|(record, _)| record.kind == kind).count()
    }
}

#[test]
fn a_seed_repeats_itself() {
    let (first, again, other) = (sample(120, 1).rows, sample(120, 1).rows, sample(120, 2).rows);
    assert_eq!(first, again);
    assert_ne!(first, other);
}

#[test]
fn everything_is_in_proportion() {
    let check = |sample: &Sample, kind: Kind, count: usize| {
        assert_eq!(sample.count(kind), count, "{}", kind.name());
    };
    let sample = shipped();
    check(&sample, Kind::Lead, 400);
    check(&sample, Kind::Activity, 800);
    check(&sample, Kind::Account, 20);
    check(&sample, Kind::Contact, 32);
    check(&sample, Kind::Opportunity, 24);
    check(&sample, Kind::Order, 12);
    check(&sample, Kind::User, 9);
    check(&sample, Kind::Campaign, 7);
    assert!(sample.count(Kind::ImportBatch) > 10);
    let sample = self::sample(3_000, 5);
    check(&sample, Kind::Lead, 3_000);
    check(&sample, Kind::Activity, 6_000);
    check(&sample, Kind::Account, 150);
    check(&sample, Kind::Contact, 240);
    check(&sample, Kind::Opportunity, 180);
    check(&sample, Kind::Order, 90);
    for leads in [0, 1, 7, 19, 20, 99] {
        check(&self::sample(leads, 3), Kind::Lead, leads);
    }
}

/// What would be refused from a person is not in the sample either; nothing refers to nothing.
#[test]
fn every_record_is_sound() {
    let first = shipped();
    let other_days = ["2026-02-10T20:30:00Z", "2027-01-01T00:10:00Z", "2028-02-29T09:00:00Z"];
    let others: Vec<Sample> = other_days
        .into_iter()
        .map(|now| DemoOptions::of(Timestamp::of_iso(now).unwrap()))
        .map(|options| sample_at(&first.model, options))
        .collect();
    for sample in others.into_iter().chain([first, sample(33, 9), sample(2_000, 4)]) {
        let known: HashSet<RecordId> = sample.rows.iter().map(|(record, _)| *record).collect();
        assert_eq!(known.len(), sample.rows.len());
        let mut newest: HashMap<Kind, RecordId> = HashMap::new();
        for (record, row) in &sample.rows {
            rules::records::check(&sample.model, *record, row).unwrap();
            for link in links(row) {
                let is_there = known.contains(&link) || sample.model.has(link);
                assert!(is_there, "{} of {record:?}", link.kind.name());
            }
            let is_small = matches!(record.kind, Kind::User | Kind::Campaign | Kind::ImportBatch);
            let before = newest.insert(record.kind, *record);
            assert!(is_small || before < Some(*record), "{} out of order", record.kind.name());
            assert_eq!(record.uuid.get_version_num(), 7);
            let made_at = (record.uuid.as_u64_pair().0 >> 16) as i64;
            assert!(made_at <= sample.now.0, "{} of the future", record.kind.name());
            let unknown = row
                .iter()
                .find(|(tag, _)| !record.kind.fields().iter().any(|field| field.tag == *tag));
            assert_eq!(unknown, None);
        }
    }
}

fn links(row: &Row) -> Vec<RecordId> {
    fn collect(value: &Value, found: &mut Vec<RecordId>) {
        match value {
            Value::Link(record) => found.push(*record),
            Value::List(items) => items.iter().for_each(|item| collect(item, found)),
            Value::Part(row) => row.iter().for_each(|(_, value)| collect(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    row.iter().for_each(|(_, value)| collect(value, &mut found));
    found
}

#[test]
fn leads_stand_where_one_expects() {
    let wanted = [
        (Stage::Unsorted, 25.0),
        (Stage::Usable, 25.0),
        (Stage::Mql, 15.0),
        (Stage::Sql, 8.0),
        (Stage::Converted, 10.0),
        (Stage::Nurturing, 7.0),
        (Stage::Disqualified, 10.0),
    ];
    for (leads, tolerance) in [(400, 2.5), (3_000, 1.0)] {
        let all = sample(leads, 1).all::<Lead>();
        for (stage, share) in wanted {
            let count = all.values().filter(|lead| lead.stage == stage).count();
            let found = count as f64 * 100.0 / leads as f64;
            assert!((found - share).abs() <= tolerance, "{} {found} of {leads}", stage.id());
        }
        let speaks = |lang: &str| {
            let count = all.values().filter(|lead| lead.preferred_language == lang).count();
            count as f64 * 100.0 / leads as f64
        };
        assert!((speaks("zh-TW") - 60.0).abs() < 5.0, "{}", speaks("zh-TW"));
        assert!((speaks("zh-CN") - 25.0).abs() < 5.0, "{}", speaks("zh-CN"));
        assert!((speaks("en") - 15.0).abs() < 5.0, "{}", speaks("en"));
    }
}

#[test]
#[expect(clippy::cognitive_complexity, reason = "one assertion a fact of the same record")]
fn paths_of_leads_are_consistent() {
    let sample = sample(2_000, 6);
    let pools = &sample.model.pools;
    let intake = pools.find(|pool| pool.is_intake).unwrap().0;
    let sales_pool = pools.find(|pool| pool.claimable_from.is_some()).unwrap().0;
    for lead in sample.all::<Lead>().values() {
        let times = [lead.captured_at, lead.usable_at, lead.mql_at, lead.sql_at, lead.converted_at];
        let times: Vec<_> = times.into_iter().flatten().chain([NOW]).collect();
        assert!(times.is_sorted(), "{lead:?}");
        assert!(lead.stage_since.unwrap() <= NOW && lead.stage_since >= lead.captured_at);
        assert_eq!(lead.owner.is_some(), lead.owned_since.is_some());
        assert_eq!(lead.pool.is_some(), lead.entered_pool_at.is_some());
        assert_eq!(lead.stage == Stage::Nurturing, lead.wake_on.is_some());
        assert_eq!(lead.stage == Stage::Disqualified, !lead.disqualify_reason.is_empty());
        assert_eq!(lead.stage == Stage::Converted, lead.converted_at.is_some());
        assert_eq!(lead.stage.is_open(), lead.left_stage.is_none());
        assert_eq!(lead.hand_overs.last().and_then(|it| it.response), lead.response);
        assert!(lead.steward.is_some() && lead.batch.is_none_or(|_| lead.campaign.is_some()));
        match lead.stage {
            Stage::Unsorted => assert_eq!(lead.pool, Some(intake)),
            Stage::Usable => assert!(lead.pool == Some(intake) && lead.is_reachable()),
            Stage::Mql => assert!(lead.owner.is_some() || lead.pool == Some(sales_pool)),
            Stage::Sql | Stage::Converted => {
                assert!(lead.owner.is_some() && lead.response == Some(Response::Accepted));
                let sql_gate = rules::qualification::sql_gate(&sample.model, lead);
                assert!(sql_gate.iter().all(|item| item.is_met), "{sql_gate:?}");
            }
            _ => {}
        }
        let usable_gate = rules::qualification::usable_gate(lead);
        let is_judged_bad = lead.stage == Stage::Disqualified;
        assert!(
            lead.usable_at.is_none() || is_judged_bad || usable_gate.iter().all(|item| item.is_met)
        );
        match lead.disqualify_reason.id() {
            "dead_number" => assert!(lead.phones[0].state == ChannelState::Dead, "{lead:?}"),
            "bounced_mail" => assert!(lead.emails[0].state == ChannelState::Bounced),
            _ => {}
        }
    }
}

/// Numbers are kept as they would be read; mail goes nowhere.
#[test]
fn nobody_real_is_reached() {
    for lead in sample(2_000, 8).all::<Lead>().values() {
        for phone in &lead.phones {
            let country = Country2::from_code(&lead.address.country).unwrap_or(Country2::TW);
            let country = if lead.preferred_language == "zh-CN" { Country2::CN } else { country };
            let parsed = parse_phone(&phone.raw, country);
            assert_eq!(parsed.e164.unwrap_or_default(), phone.e164, "{}", phone.raw);
        }
        let is_mail = |address: &str| fairlead::domain::email::clean_email(address).is_some();
        for mail in &lead.emails {
            assert!(is_mail(&mail.address) && mail.address.ends_with(".example"), "{mail:?}");
        }
    }
}

#[test]
#[expect(clippy::cognitive_complexity, reason = "one assertion a fact of the same record")]
fn conversions_lead_to_their_results_and_back() {
    let sample = shipped();
    let (leads, deals) = (sample.all::<Lead>(), sample.all::<Opportunity>());
    let contacts = sample.all::<Contact>();
    for lead in leads.values().filter(|lead| lead.stage == Stage::Converted) {
        let contact = &contacts[&lead.converted_contact.unwrap()];
        let deal = &deals[&lead.converted_opportunity.unwrap()];
        assert_eq!(contact.name, lead.name);
        assert_eq!(contact.accounts[0].account, lead.converted_account);
        assert_eq!(deal.account, lead.converted_account);
        assert_eq!(deal.stage_history[0].entered_at, lead.converted_at);
    }
    for deal in deals.values() {
        let lead = &leads[&deal.lead.unwrap()];
        assert_eq!((lead.stage, lead.campaign), (Stage::Converted, deal.campaign));
        let history = &deal.stage_history;
        assert!(history.iter().map(|entry| entry.entered_at).is_sorted());
        assert_eq!(history.last().unwrap().stage, deal.stage);
        assert_eq!(deal.closed_at.is_some(), deal.outcome != Outcome::Open);
        assert_eq!(deal.lost_reason.is_empty(), deal.outcome != Outcome::Lost);
        let stage = fairlead::domain::pipeline(&deal.pipeline).stage(&deal.stage).unwrap();
        assert_eq!((stage.outcome, Some(stage.probability)), (deal.outcome, deal.probability));
    }
    let orders = sample.all::<Order>();
    for order in orders.values() {
        let deal = &deals[&order.opportunity.unwrap()];
        let is_done = matches!(order.status, OrderStatus::Confirmed | OrderStatus::Cancelled);
        assert_eq!(is_done, deal.outcome == Outcome::Won);
        assert_eq!(order.amount.unwrap().amount, order.total().round_dp(2));
        if is_done {
            let origin = (order.lead, order.campaign, order.response);
            assert_eq!(origin, (deal.lead, deal.campaign, Some(Response::Accepted)));
        }
    }
    for wanted in [OrderStatus::Draft, OrderStatus::AwaitingApproval, OrderStatus::Confirmed] {
        assert!(orders.values().any(|order| order.status == wanted), "{}", wanted.id());
    }
    let won = deals.values().filter(|deal| deal.outcome == Outcome::Won).count();
    let lost = deals.values().filter(|deal| deal.outcome == Outcome::Lost).count();
    assert!(won >= 4 && lost >= 4 && deals.len() - won - lost >= 4, "{won} won, {lost} lost");
}

/// What the board of a fair needs: cost and confirmed orders, in currencies with a rate.
#[test]
fn the_return_of_a_fair_can_be_computed() {
    let sample = shipped();
    let settings = settings(&sample.model);
    let rates = settings["exchange_rates"].as_array().unwrap();
    let worth = |money: Money| {
        let code = money.currency.code();
        let rate = rates.iter().find(|rate| rate["currency"] == code);
        let rate = rate.map(|rate| rate["rate"].as_str().unwrap().parse().unwrap());
        assert!(rate.is_some() || code == "TWD", "{code}");
        money.amount * rate.unwrap_or(Decimal::ONE)
    };
    let orders = sample.all::<Order>();
    let mut fairs_with_orders = 0;
    let campaigns = sample.all::<Campaign>();
    for (id, campaign) in &campaigns {
        let amounts = campaign.cost_lines.iter().filter_map(|line: &CostLine| line.amount);
        let cost: Decimal = amounts.map(worth).sum();
        let own = orders
            .values()
            .filter(|order| order.campaign == Some(*id) && order.status == OrderStatus::Confirmed);
        let revenue: Decimal = own.filter_map(|order| order.amount).map(worth).sum();
        let is_parent = campaigns.values().any(|other| other.parent == Some(*id));
        assert!(is_parent || cost > Decimal::ZERO, "{}", campaign.name);
        fairs_with_orders += usize::from(revenue > Decimal::ZERO);
    }
    assert!(fairs_with_orders >= 2, "{fairs_with_orders}");
    let names: Vec<&str> = campaigns.values().map(|campaign| campaign.name.as_str()).collect();
    for name in [
        "Fairs 2026",
        "Computex 2026",
        "台北國際工具機展 2026",
        "上海工博会 2026",
        "Hannover Messe 2026",
    ] {
        assert!(names.contains(&name), "{names:?}");
    }
}

#[test]
fn files_hold_as_many_leads_as_they_say() {
    let sample = shipped();
    let leads = sample.all::<Lead>();
    for (id, batch) in sample.all::<ImportBatch>() {
        let own: Vec<&Lead> = leads.values().filter(|lead| lead.batch == Some(id)).collect();
        assert_eq!(batch.new, i64::try_from(own.len()).ok(), "{}", batch.file);
        let parts = [batch.new, batch.updated, batch.skipped, batch.rejected];
        assert_eq!(batch.rows, Some(parts.into_iter().flatten().sum()));
        assert!(own.iter().all(|lead| lead.captured_at <= batch.imported_at), "{}", batch.file);
    }
}

#[test]
fn activities_are_done_by_people_about_records() {
    let sample = shipped();
    let mut outcomes = HashSet::new();
    let activities = sample.all::<Activity>();
    for activity in activities.values() {
        assert!(!activity.about.is_empty() && activity.at.unwrap() <= NOW);
        let is_signal = activity.kind == ActivityKind::Signal;
        assert_eq!(is_signal, !activity.signal.is_empty());
        assert_eq!(is_signal, activity.author.is_none());
        assert_eq!(activity.kind == ActivityKind::Task, activity.due.is_some());
        assert!(!activity.text.is_empty());
        outcomes.extend(activity.outcome);
    }
    assert!(outcomes.len() >= 5, "{outcomes:?}");
    let kinds: HashSet<ActivityKind> = activities.values().map(|it| it.kind).collect();
    assert_eq!(kinds.len(), ActivityKind::ALL.len());
    let roles: HashSet<_> = sample.all::<User>().values().map(|user| user.role).collect();
    assert_eq!(roles.len(), 6);
}

#[test]
fn names_differ() {
    let leads = sample(3_000, 1).all::<Lead>();
    let names: HashSet<&str> = leads.values().map(|lead| lead.name.as_str()).collect();
    let companies: HashSet<&str> = leads.values().map(|lead| lead.company.as_str()).collect();
    assert!(names.len() > 2_700 && companies.len() > 1_900, "{} {}", names.len(), companies.len());
}

/// The whole way: settings, records, and what the program says of them.
#[test]
fn a_workspace_is_filled() {
    let mut fixture: Fixture = crm();
    fixture.request(Request::Sample(DemoOptions::of(Timestamp(START)))).unwrap();
    let mut fixture = fixture.reopened();
    let model = Arc::clone(fixture.crm.model());
    assert!(model.settings().is_sample);
    assert_eq!((model.leads.len(), model.activities.len(), model.orders.len()), (400, 800, 12));
    assert!(fixture.crm.store_mut().check().unwrap().is_sound);
    let mut grades = [0; 10];
    for row in model.leads.rows() {
        let is_mql = model.leads.number(Lead::mql_at, row).is_some();
        let grade = model.grade(row);
        assert!(!is_mql || grade >= 5, "grade {grade} of an MQL");
        grades[usize::from(grade)] += 1;
    }
    assert!(grades.iter().filter(|count| **count > 0).count() >= 6, "{grades:?}");
    let scores: Vec<u8> = model.leads.rows().map(|row| model.score(row, NOW)).collect();
    assert!(scores.iter().any(|score| *score >= 70) && scores.iter().any(|score| *score <= 20));
    assert!(model.accounts.rows().all(|row| !model.accounts.text(Account::name, row).is_empty()));
}
