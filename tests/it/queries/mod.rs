//! Filters, sorts and lists against a look at every record.

mod asked;
mod groups;
mod kinds;
mod random;
mod sorts;
mod typed;
mod world;

use fairlead::{
    domain::{Kind, Lead, RecordId},
    error::Class,
    i18n::Lang,
    query::{Filter, ListQuestion, Resolved, RowSet, Sort, label, list, resolve},
};
use proptest::prelude::*;

use asked::{Answer, LEAVES, asked};
use random::{lead_of, world};
use sorts::SORTS;
use world::{World, id};

/// Fields that are not resident, which a question turns into columns.
const ON_DEMAND: &[&str] = &[
    "title",
    "latin_name",
    "supplier",
    "tags",
    "address.city",
    "background.score",
    "phones.kind",
    "phones.state",
    "emails.state",
    "budget",
    "plan",
    "lines",
    "tons",
    "deposit",
    "seen_on",
    "vip",
    "remark",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_filter_finds_what_a_look_at_every_record_finds(
        world in world(), asked in asked(), user in 0..3_usize,
        columns in prop::option::of(0..60_usize),
    ) {
        let world = match columns {
            Some(split) => world.with_columns(ON_DEMAND, split),
            None => world,
        };
        // With the fields as columns, no record is read.
        let read = |record: RecordId| match columns {
            Some(_) => Err(fairlead::error::Error::other("read")),
            None => world.read(record),
        };
        let viewer = world.viewer(user);
        let text = asked.text();
        let (filter, _) = Filter::parse(Kind::Lead, &text, &world.model, &viewer).unwrap();
        let live = (0..world.leads.len()).filter(|at| !world.binned[*at]);
        let answers: Vec<(usize, Answer)> = live.map(|at| (at, asked.answer(&world, &viewer, at))).collect();
        let found = filter.rows(&world.model, &viewer, &read);
        if answers.iter().any(|(_, answer)| answer.is_none()) {
            let error = found.unwrap_err();
            prop_assert_eq!((error.code(), error.class()), ("masked-field", Class::Refused));
        } else {
            let expected: Vec<u32> = answers.iter().filter(|it| it.1 == Some(true)).map(|it| it.0 as u32).collect();
            prop_assert_eq!(found.unwrap(), expected, "{}", text);
        }
        for (at, answer) in answers {
            let record = id::<Lead>(at).record();
            let passes = filter.passes(&world.model, &viewer, record, &world.rows[&record]);
            prop_assert!(answer.is_none_or(|answer| answer == passes), "{} {}", text, at);
        }
    }

    #[test]
    fn a_list_is_in_the_order_of_its_sort(
        world in world(), leaf in 0..LEAVES.len(), sort in 0..SORTS.len(),
        is_descending in any::<bool>(), limit in prop::option::of(0..20_usize), user in 0..3_usize,
        lang in prop::sample::select(Lang::ALL), columns in prop::option::of(0..60_usize),
    ) {
        let world = match columns {
            Some(split) => world.with_columns(ON_DEMAND, split),
            None => world,
        };
        let viewer = world.viewer(user).reading(lang);
        let (name, key) = SORTS[sort];
        let mut expected: Vec<usize> = (0..world.leads.len())
            .filter(|at| !world.binned[*at] && LEAVES[leaf].1(&world, &viewer, *at) == Some(true))
            .collect();
        expected.sort_by(|a, b| match (key(&world, *a), key(&world, *b)) {
            (Some(a), Some(b)) if is_descending => b.compare(&a, lang),
            (Some(a), Some(b)) => a.compare(&b, lang),
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
        let hides = name == "phones" && expected.iter().any(|at| world.is_masked(&viewer, *at));
        let hides = hides || (0..world.leads.len())
            .any(|at| !world.binned[at] && LEAVES[leaf].1(&world, &viewer, at).is_none());
        let question = ListQuestion {
            kind: Kind::Lead,
            filter: LEAVES[leaf].0.to_owned(),
            sort: Some(format!("{}{name}", if is_descending { "-" } else { "" })),
            limit,
        };
        let found = list(&world.model, &viewer, &question, &|record| world.read(record));
        if hides {
            prop_assert_eq!(found.unwrap_err().code(), "masked-field");
        } else {
            let found = found.unwrap();
            prop_assert_eq!(found.total, expected.len());
            expected.truncate(limit.unwrap_or(usize::MAX));
            let expected: Vec<RecordId> = expected.into_iter().map(|at| id::<Lead>(at).record()).collect();
            prop_assert_eq!(found.ids, expected, "{}", question.sort.unwrap());
        }
    }

    #[test]
    fn no_text_makes_a_filter_or_sort_panic(
        text in any::<String>(),
        near in "(stage|score|phone|owner|idle|wake_on|budget|tags|address\\.city|member|grade)[:=<>~]{0,2}[-\"(),.:a-d0-9今王 ]{0,14}",
    ) {
        let world = World::new(vec![lead_of([7; 24])], Vec::new());
        let viewer = world.viewer(0);
        for text in [&text, &near] {
            for kind in Kind::ALL {
                if let Ok((filter, _)) = Filter::parse(*kind, text, &world.model, &viewer) {
                    let found = filter.rows(&world.model, &viewer, &|record| world.read(record));
                    prop_assert!(found.is_ok() || found.is_err_and(|error| error.code() == "masked-field"));
                }
                if let Ok(sort) = Sort::parse(*kind, text, &world.model, &viewer) {
                    let rows = RowSet::all(1);
                    prop_assert!(sort.order(&world.model, &rows, None, &|record| world.read(record)).is_ok());
                }
            }
        }
    }
}

#[test]
fn kinds_that_stay_small_are_filtered_alike() {
    let world = World::new(Vec::new(), Vec::new());
    let viewer = world.viewer(0);
    let check = |kind: Kind, filter: &str, sort: Option<&str>, expected: &[&str]| {
        let question = ListQuestion {
            filter: filter.to_owned(),
            sort: sort.map(str::to_owned),
            ..ListQuestion::all(kind)
        };
        let found = list(&world.model, &viewer, &question, &|_| Ok(None)).unwrap();
        let labels: Vec<String> =
            found.ids.iter().map(|record| label(&world.model, *record)).collect();
        assert_eq!(labels, expected, "{filter}");
    };
    check(Kind::Campaign, "", Some("-name"), &["Webinar", "Foodex", "Fairs", "Computex 2026"]);
    check(Kind::Campaign, "parent~fairs", Some("name"), &["Computex 2026", "Foodex"]);
    check(Kind::Campaign, "parent:none -web", None, &["Fairs"]);
    check(Kind::User, "role:sales or manager:director", None, &["安", "Bo"]);
    check(Kind::User, "inactive:no", Some("role"), &["Bo", "安", "Director"]);
    check(Kind::Pool, "hides_contact_data:yes", None, &["Pool 1"]);
}

#[test]
fn a_filter_that_cannot_be_understood_says_where() {
    let world = World::new(Vec::new(), Vec::new());
    let check = |filter: &str, code: &str, pointer: &str| {
        let error = Filter::parse(Kind::Lead, filter, &world.model, &world.viewer(0)).unwrap_err();
        assert_eq!((error.code(), error.class().exit_status()), (code, 2), "{filter}");
        for lang in Lang::ALL {
            let text = error.text(*lang);
            assert!(text.ends_with(&format!("\n{filter}\n{pointer}")), "{text}");
        }
    };
    check("王 stge:mql", "unknown-filter-field", "   ^^^^");
    check("score>many", "bad-filter-value", "      ^^^^");
    check("wake_on:soon", "bad-filter-value", "        ^^^^");
    check("grade>=E", "bad-filter-value", "       ^");
    check("stage>mql", "operator-unsuitable", "^^^^^^^^^");
    check("name~x", "operator-unsuitable", "^^^^^^");
    check("(a or b", "parenthesis-open", "^");
    check("stage:", "value-missing", "      ^");
}

#[test]
fn unknown_names_find_nothing_and_are_noted() {
    let world = World::new(vec![lead_of([0; 24])], Vec::new());
    let check = |filter: &str, notes: &[&str], total: usize| {
        let question = ListQuestion { filter: filter.to_owned(), ..ListQuestion::all(Kind::Lead) };
        let found = list(&world.model, &world.viewer(0), &question, &|_| Ok(None)).unwrap();
        let names: Vec<&str> = found.notes.iter().map(|note| note.name.as_str()).collect();
        assert_eq!((names.as_slice(), found.total), (notes, total), "{filter}");
        assert!(found.notes.iter().all(|note| note.text(Lang::En).contains(&note.name)));
    };
    check("campaign:Computer", &["Computer"], 0);
    check("-campaign:Computer", &["Computer"], 1);
    check("stage:mqll owner:zoe", &["mqll", "zoe"], 0);
    check("source:wish", &["wish"], 0);
    check("member:Nope,Fairs", &["Nope"], 1);
    check("campaign:\"computex 2026\",fairs", &[], 1);
}

#[test]
fn records_are_named_by_id_or_name() {
    let leads = vec![lead_of([1; 24]), lead_of([1; 24]), lead_of([2; 24])];
    let world = World::new(leads, Vec::new());
    let viewer = world.viewer(1);
    let check = |kind: Kind, text: &str, expected: &str| {
        let found = match resolve(&world.model, &viewer, kind, text) {
            Ok(Resolved::Record(record)) => label(&world.model, record),
            Ok(Resolved::Unknown) => "unknown".to_owned(),
            Err(error) => error.code().to_owned(),
        };
        assert_eq!(found, expected, "{text}");
    };
    check(Kind::Campaign, "ＣＯＭＰＵＴＥＸ 2026", "Computex 2026");
    check(Kind::User, "ANN", "安");
    check(Kind::User, "me", "Bo");
    check(Kind::Campaign, "Computex", "unknown");
    check(Kind::Lead, "王小明", "ambiguous-name");
    check(Kind::Lead, "wang 王", "Wang 王");
    let third = id::<Lead>(2).0.to_string();
    check(Kind::Lead, &third, "Wang 王");
    check(Kind::Lead, &third[..third.len() - 1], "ambiguous-name");
    check(Kind::Lead, "0195", "unknown");
    check(Kind::Campaign, &third, "unknown");
}

#[test]
fn records_are_read_only_when_nothing_else_decides() {
    let world = World::new((0..40).map(|byte| lead_of([byte; 24])).collect(), Vec::new());
    let viewer = world.viewer(2);
    let check = |filter: &str, expected: usize| {
        let reads = std::cell::Cell::new(0);
        let read = |record| {
            reads.set(reads.get() + 1);
            world.read(record)
        };
        let (filter, _) = Filter::parse(Kind::Lead, filter, &world.model, &viewer).unwrap();
        filter.rows(&world.model, &viewer, &read).unwrap();
        assert_eq!(reads.get(), expected);
    };
    let named = world
        .leads
        .iter()
        .zip(&world.binned)
        .filter(|(lead, is_binned)| lead.name == "John Smith" && !**is_binned)
        .count();
    check("title:ceo name=\"john smith\" need:none", named);
    check("stage:mql owner:me 王 phone:0912 email:gmail score>5", 0);
    check("title:ceo stage:nonsense", 0);
}
