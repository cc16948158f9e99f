//! Random leads and activities.

use fairlead::domain::{
    Activity, ActivityKind, ActivityOutcome, Address, ChannelState, DecisionRole, Dimension, Email,
    Lead, Membership, Phone, Pick, Rating, Row, Stage, Value, parse_money,
};
use proptest::prelude::*;

use super::world::{PLANS, World, day, days_ago, id};

/// Random bytes, used up one a choice.
struct Dice(std::array::IntoIter<u8, 24>);

impl Dice {
    fn below(&mut self, limit: u8) -> u8 {
        self.0.next().unwrap() % limit
    }

    fn pick<T: Clone>(&mut self, values: &[T]) -> T {
        values[usize::from(self.below(values.len() as u8))].clone()
    }

    fn text(&mut self, texts: &[&str]) -> String {
        self.pick(texts).to_owned()
    }
}

/// A lead made of random bytes, and whether it lies in the bin.
pub fn lead_of(bytes: [u8; 24]) -> (Lead, bool) {
    let mut dice = Dice(bytes.into_iter());
    let (owner, campaign, captured) = (dice.below(4), dice.below(5), dice.below(60));
    let wake_days = ["2026-11-21", "2026-11-22", "2027-01-01"].map(|text| Some(day(text)));
    let captured_at = days_ago(captured.into()).plus_ms(i64::from(captured) * 3_600_000);
    let budgets = ["TWD 1200", "300 USD", "USD 5000", ""].map(parse_money);
    let tags = [vec![], vec!["a vip".to_owned()], vec!["z".to_owned(), "vip".to_owned()]];
    let lead = Lead {
        stage: dice.pick(Stage::ALL),
        owner: (owner < 3).then(|| id(owner.into())),
        pool: (owner == 3).then(|| id((campaign % 2).into())),
        campaign: (campaign < 4).then(|| id(campaign.into())),
        captured_at: (captured > 5).then_some(captured_at),
        owned_since: (captured > 50).then(|| days_ago(12)),
        wake_on: dice.pick(&[&[None] as &[_], &wake_days].concat()),
        blocked: dice.below(2) == 1,
        rating: dice.pick(&[None, Some(Rating::Hot), Some(Rating::Cold), Some(Rating::None)]),
        source: Pick::new(dice.text(&["", "trade_fair", "referral", "own source"])),
        supplier: dice.text(&["", "List 王", "other"]),
        job_title: dice.text(&["", "Manager", "CEO"]),
        tags: dice.pick(&tags),
        budget: dice.pick(&budgets),
        address: Address { city: dice.text(&["", "臺北", "Berlin"]), ..Address::default() },
        background: Dimension {
            score: dice.pick(&[None, Some(1), Some(3)]),
            ..Dimension::default()
        },
        decision_role: dice.pick(&[None, Some(DecisionRole::DecisionMaker)]),
        unknown: custom_values(bytes),
        ..person_of(&mut dice)
    };
    (lead, captured > 56)
}

/// What fields of users hold, as it lies in a record.
fn custom_values(bytes: [u8; 24]) -> Row {
    let mixed = bytes.iter().fold(7_u64, |mixed, byte| mixed.wrapping_mul(131) + u64::from(*byte));
    let below = |limit: u64, place: u32| (mixed >> (place * 7)) % limit;
    let choice = |at: u64| Value::Choice(PLANS[at as usize].into());
    let lines: Vec<Value> = (0..3).filter(|at| below(8, 3) >> at & 1 == 1).map(choice).collect();
    let days = ["2026-11-19", "2026-11-20", "2026-10-01"];
    let texts = ["", "王 said yes", "no", "No"];
    let values = [
        (1000, [0, 1, 2].get(below(4, 0) as usize).map_or(Value::Empty, |at| choice(*at))),
        (1001, if lines.is_empty() { Value::Empty } else { Value::List(lines) }),
        (
            1002,
            [Value::Empty, decimal("2.5"), decimal("12"), decimal("2.50")][below(4, 1) as usize]
                .clone(),
        ),
        (
            1003,
            parse_money(["", "TWD 1200", "USD 30"][below(3, 2) as usize])
                .map_or(Value::Empty, Value::Money),
        ),
        (1004, days.get(below(4, 4) as usize).map_or(Value::Empty, |text| Value::Date(day(text)))),
        (1005, [Value::Empty, Value::Flag(true), Value::Flag(false)][below(3, 5) as usize].clone()),
        (1006, Value::Text(texts[below(4, 6) as usize].to_owned())),
    ];
    values.into_iter().filter(|(_, value)| *value != Value::Text(String::new())).collect()
}

fn decimal(text: &str) -> Value {
    Value::Decimal(text.parse().unwrap())
}

fn person_of(dice: &mut Dice) -> Lead {
    let states =
        [ChannelState::Unverified, ChannelState::Ok, ChannelState::Dead, ChannelState::Bounced];
    let phone = dice.text(&["", "0912-345-678", "(02) 2345-6780", "+886 912 345 000"]);
    let phone = Phone {
        raw: phone,
        e164: dice.text(&["", "+886912345678"]),
        state: dice.pick(&states),
        ..Phone::default()
    };
    let mail = dice.text(&["", "x@Gmail.com", "wang@corp.tw"]);
    let mail = Email { address: mail, state: dice.pick(&states), ..Email::default() };
    let member = dice.below(5);
    let membership = Membership {
        campaign: Some(id(member.into())),
        status: "left_card".to_owned(),
        responded_at: member.is_multiple_of(2).then(|| days_ago(member.into())),
        ..Membership::default()
    };
    Lead {
        name: dice.text(&["", "王小明", "Wang 王", "李 光", "John Smith"]),
        latin_name: dice.text(&["", "", "Wang Xiaoming"]),
        company: dice.text(&[
            "",
            "台灣光電股份有限公司",
            "台灣光電股份有限公司新竹廠",
            "ACME",
            "Acme Wang Ltd.",
        ]),
        phones: Some(phone).filter(|phone| !phone.raw.is_empty()).into_iter().collect(),
        emails: Some(mail).filter(|mail| !mail.address.is_empty()).into_iter().collect(),
        memberships: (member < 4).then_some(membership).into_iter().collect(),
        ..Lead::default()
    }
}

pub fn activity_of((about, bytes): (usize, [u8; 4])) -> (usize, Activity) {
    let [kind, outcome, days, signal] = bytes;
    let outcomes = [None, Some(ActivityOutcome::Reached), Some(ActivityOutcome::NoAnswer)];
    let activity = Activity {
        kind: ActivityKind::ALL[usize::from(kind) % ActivityKind::ALL.len()],
        outcome: outcomes[usize::from(outcome) % outcomes.len()],
        at: Some(days_ago(i64::from(days % 40) - 1)),
        signal: Pick::new(["", "asked_quotation", "replied"][usize::from(signal) % 3]),
        ..Activity::default()
    };
    (about, activity)
}

pub fn world() -> impl Strategy<Value = World> {
    let leads = prop::collection::vec(any::<[u8; 24]>(), 1..60);
    let activities = prop::collection::vec((0..60_usize, any::<[u8; 4]>()), 0..30);
    (leads, activities).prop_map(|(leads, activities)| {
        let leads: Vec<_> = leads.into_iter().map(lead_of).collect();
        let activities =
            activities.into_iter().map(activity_of).filter(|(about, _)| *about < leads.len());
        let activities = activities.collect();
        World::new(leads, activities)
    })
}
