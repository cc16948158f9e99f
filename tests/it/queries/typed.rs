//! Questions as they are typed, against the same ones asked cold.

use fairlead::{
    domain::{Kind, Lead},
    query::{Filter, Lookup, RowSet, Viewer},
};
use proptest::prelude::*;

use super::{random::world, world::World};

/// What is typed, letter by letter; a `<` takes a letter back.
const TYPED: &[&str] = &[
    "wangxm",
    "WANG<<<< 王小",
    "王小明 stage:mql",
    "光電<台",
    "0912-345<<<5",
    "twgd or gmail",
    "idle>14d wang",
    "-wang<<<< phone:0912",
];

fn rows(world: &World, viewer: &Viewer, filter: &str, lookup: Option<&Lookup>) -> Option<RowSet> {
    let read = |record| world.read(record);
    let (filter, _) = Filter::parse(Kind::Lead, filter, &world.model, viewer).ok()?;
    match lookup {
        Some(lookup) => {
            lookup.rows(&lookup.turn(), &filter, (&world.model, viewer), &read).ok().flatten()
        }
        None => filter.row_set(&world.model, viewer, &read).ok(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_typed_finds_what_is_asked(
        mut world in world(), typed in 0..TYPED.len(), users in prop::collection::vec(0..3_usize, 2),
        edited in prop::option::of(0..20_usize),
    ) {
        let lookup = Lookup::default();
        let mut text = String::new();
        for (at, letter) in TYPED[typed].chars().enumerate() {
            match letter {
                '<' => drop(text.pop()),
                _ => text.push(letter),
            }
            if edited == Some(at) {
                let name = "王小明".to_owned();
                world.edit(0, Lead { name, ..Lead::default() });
            }
            for user in &users {
                let viewer = world.viewer(*user);
                let cold = rows(&world, &viewer, &text, None);
                prop_assert_eq!(rows(&world, &viewer, &text, Some(&lookup)), cold, "{}", text);
            }
        }
    }
}

#[test]
fn a_newer_question_ends_the_older_ones() {
    let lead = Lead { name: "王小明".to_owned(), ..Lead::default() };
    let world = World::new(vec![(lead, false)], Vec::new());
    let viewer = world.viewer(0);
    let lookup = Lookup::default();
    let (filter, _) = Filter::parse(Kind::Lead, "王", &world.model, &viewer).unwrap();
    let (older, newer) = (lookup.turn(), lookup.turn());
    let ask = |turn| {
        lookup.rows(turn, &filter, (&world.model, &viewer), &|record| world.read(record)).unwrap()
    };
    assert_eq!((older.is_over(), newer.is_over()), (true, false));
    assert_eq!(ask(&older), None);
    assert_eq!(ask(&newer).map(|rows| rows.count()), Some(1));
}
