//! Groups against a look at every record.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use fairlead::{
    domain::{Kind, RecordId, Timestamp, Value, score::grade_name},
    query::{DateStep, Filter, Group, Grouping, Viewer},
};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{
    ON_DEMAND,
    asked::{LEAVES, custom},
    random::world,
    world::{World, id},
};

/// The values a lead has; one, [`Value::Empty`], if it has none.
type NaiveValues = fn(&World, usize) -> Vec<Value>;

fn one(value: Value) -> Vec<Value> {
    vec![value]
}

fn number(number: Option<i64>) -> Vec<Value> {
    one(number.map_or(Value::Empty, Value::Int))
}

fn text(text: &str) -> Vec<Value> {
    one(if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) })
}

fn all(values: Vec<Value>) -> Vec<Value> {
    if values.is_empty() { vec![Value::Empty] } else { values }
}

fn first(day: Option<NaiveDate>, step: impl Fn(NaiveDate) -> NaiveDate) -> Vec<Value> {
    one(day.map_or(Value::Empty, |day| Value::Date(step(day))))
}

fn day_of(at: Option<Timestamp>) -> Option<NaiveDate> {
    at.map(|at| at.day(chrono_tz::Asia::Taipei))
}

fn month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap()
}

/// Fields to group by, each with what that means said a second time.
const GROUPS: &[(&str, NaiveValues)] = &[
    ("stage", |w, at| one(Value::Choice(w.leads[at].stage.id().into()))),
    ("owner", |w, at| one(w.leads[at].owner.map_or(Value::Empty, |it| Value::Link(it.record())))),
    ("campaign", |w, at| {
        one(w.leads[at].campaign.map_or(Value::Empty, |it| Value::Link(it.record())))
    }),
    ("member", |w, at| {
        let campaigns = w.leads[at].memberships.iter().filter_map(|it| it.campaign);
        all(campaigns
            .map(|it| Value::Link(RecordId { kind: Kind::Campaign, uuid: it.0 }))
            .collect())
    }),
    ("blocked", |w, at| one(if w.leads[at].blocked { Value::Flag(true) } else { Value::Empty })),
    ("captured_at", |w, at| first(day_of(w.leads[at].captured_at), |day| day)),
    ("captured_at.week", |w, at| {
        first(day_of(w.leads[at].captured_at), |day| {
            day - chrono::Days::new(day.weekday().num_days_from_monday().into())
        })
    }),
    ("captured_at.month", |w, at| first(day_of(w.leads[at].captured_at), month)),
    ("wake_on.quarter", |w, at| {
        first(w.leads[at].wake_on, |day| {
            NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap()
        })
    }),
    ("score", |w, at| number(Some(w.score(at)))),
    ("grade", |w, at| one(Value::Text(grade_name(w.grade(at) as u8).to_owned()))),
    ("idle", |w, at| number(w.idle(at))),
    ("company", |w, at| text(&w.leads[at].company)),
    ("title", |w, at| text(&w.leads[at].job_title)),
    ("address.city", |w, at| text(&w.leads[at].address.city)),
    ("tags", |w, at| all(w.leads[at].tags.iter().cloned().map(Value::Text).collect())),
    ("background.score", |w, at| number(w.leads[at].background.score)),
    ("plan", |w, at| one(custom(w, at, 1000).clone())),
    ("lines", |w, at| all(custom(w, at, 1001).items().to_vec())),
    ("tons", |w, at| match custom(w, at, 1002) {
        Value::Decimal(tons) => one(Value::Decimal(tons.normalize())),
        _ => one(Value::Empty),
    }),
    ("seen_on.month", |w, at| match custom(w, at, 1004) {
        Value::Date(day) => one(Value::Date(month(*day))),
        _ => one(Value::Empty),
    }),
    ("vip", |w, at| one(custom(w, at, 1005).clone())),
    ("remark", |w, at| one(custom(w, at, 1006).clone())),
];

/// Fields that are added up: the currency, and how much.
type NaiveAmount = fn(&World, usize) -> Option<(String, Decimal)>;

const SUMS: &[(&str, NaiveAmount)] = &[
    ("budget", |w, at| w.leads[at].budget.map(|it| (it.currency.code().to_owned(), it.amount))),
    ("score", |w, at| Some((String::new(), w.score(at).into()))),
    ("tons", |w, at| match custom(w, at, 1002) {
        Value::Decimal(tons) => Some((String::new(), *tons)),
        _ => None,
    }),
];

/// A group as it can be compared: its values, how many records, what they add up to.
type Known = BTreeMap<String, (usize, BTreeMap<String, (Decimal, usize)>)>;

fn naive(world: &World, rows: &[u32], by: &[NaiveValues], sum: Option<NaiveAmount>) -> Known {
    let mut known = Known::new();
    for row in rows {
        let at = *row as usize;
        let mut pairs: Vec<Vec<Value>> = vec![Vec::new()];
        for values in by {
            let values = values(world, at);
            let longer = |pair: &Vec<Value>| {
                values.iter().map(|value| [pair.clone(), vec![value.clone()]].concat()).collect()
            };
            pairs = pairs.iter().flat_map::<Vec<Vec<Value>>, _>(longer).collect();
        }
        for pair in pairs {
            let (count, sums) = known.entry(format!("{pair:?}")).or_default();
            *count += 1;
            if let Some((currency, amount)) = sum.and_then(|sum| sum(world, at)) {
                let (total, count) = sums.entry(currency).or_default();
                (*total, *count) = (*total + amount, *count + 1);
            }
        }
    }
    known
}

fn known(groups: &[Group]) -> Known {
    let sums = |group: &Group| {
        let sums = group.sums.iter();
        sums.map(|it| {
            let currency = it.currency.map(|it| it.code().to_owned()).unwrap_or_default();
            (currency, (it.amount, it.count))
        })
        .collect()
    };
    groups.iter().map(|it| (format!("{:?}", it.values), (it.count, sums(it)))).collect()
}

fn is_in_order(name: &str, groups: &[Group]) -> bool {
    let day = |group: &Group| match group.values[0] {
        Value::Date(day) => (false, day),
        _ => (true, NaiveDate::MAX),
    };
    let is_date =
        DateStep::ALL.iter().any(|step| name.ends_with(step.name())) || name == "captured_at";
    if is_date {
        groups.is_sorted_by_key(day)
    } else {
        groups.is_sorted_by(|a, b| a.count >= b.count)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn groups_are_what_a_look_at_every_record_gives(
        world in world(), leaf in 0..LEAVES.len(), by in 0..GROUPS.len(),
        and in prop::option::of(0..GROUPS.len()), sum in prop::option::of(0..SUMS.len()),
        columns in prop::option::of(0..60_usize),
    ) {
        let world = match columns {
            Some(split) => world.with_columns(ON_DEMAND, split),
            None => world,
        };
        // Marketing sees everything.
        let viewer: Viewer = world.viewer(1);
        let read = |record| world.read(record);
        let (filter, _) = Filter::parse(Kind::Lead, LEAVES[leaf].0, &world.model, &viewer).unwrap();
        let rows = filter.row_set(&world.model, &viewer, &read).unwrap();
        let list: Vec<u32> = rows.iter().map(|row| row as u32).collect();
        let names = (GROUPS[by].0, and.map(|and| GROUPS[and].0));
        let summed = sum.map(|sum| SUMS[sum].0);
        let grouping = Grouping::parse(Kind::Lead, names, summed, &world.model).unwrap();
        prop_assert!(columns.is_none() || grouping.wanted_columns(&world.model).is_empty());
        let groups = grouping.groups(&world.model, &viewer, &rows, &read).unwrap();
        let fields: Vec<NaiveValues> =
            [Some(by), and].into_iter().flatten().map(|at| GROUPS[at].1).collect();
        let expected = naive(&world, &list, &fields, sum.map(|sum| SUMS[sum].1));
        prop_assert_eq!(known(&groups), expected, "{:?}", names);
        prop_assert!(is_in_order(names.0, &groups), "{:?}", names);
    }
}

#[test]
fn who_may_not_see_contact_data_does_not_count_by_it() {
    let masked = (0..=255)
        .map(|byte| super::lead_of([byte; 24]))
        .find(|(lead, is_binned)| lead.pool == Some(id(1)) && !is_binned);
    let world = World::new(vec![masked.unwrap()], Vec::new());
    let rows = fairlead::query::RowSet::all(1);
    let grouping = Grouping::parse(Kind::Lead, ("wechat", None), None, &world.model).unwrap();
    let code = |user: usize| {
        let viewer = world.viewer(user);
        let groups = grouping.groups(&world.model, &viewer, &rows, &|record| world.read(record));
        groups.map_err(|err| err.code()).map(|groups| groups.len())
    };
    assert_eq!((code(0), code(1)), (Err("masked-field"), Ok(1)));
    let unsummable = Grouping::parse(Kind::Lead, ("stage", None), Some("name"), &world.model);
    assert_eq!(unsummable.unwrap_err().code(), "not-summable");
}
