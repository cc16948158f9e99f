//! Cards that come in and are given away by the rules.

use std::fs;

use fairlead::{
    domain::{self, Fields as _, Id, Kind, Lead, Opportunity, Pick, RecordId, Row, Stage},
    engine::{
        Begun, Command, Env, ImportOptions, ImportReport, Outcome, Request,
        rules::sharing::{self, Shared},
    },
    error::Error,
    exchange::{self, StageOptions},
    i18n::Lang,
};
use serde_json::{Value as Json, json};

use crate::fixture::{Fixture, crm};

const CARDS: &str = "姓名,公司,行動電話,產業,職稱\n\
    王一,甲公司,0912000001,electronics,經理\n\
    王二,乙公司,0912000002,electronics,經理\n\
    王三,丙公司,0912000003,electronics,經理\n\
    王四,丁公司,0912000004,food,經理\n\
    王五,戊公司,0912000005,,經理\n";

fn import(
    fixture: &mut Fixture,
    change: impl FnOnce(&mut ImportOptions),
) -> Result<ImportReport, Error> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cards.csv");
    fs::write(&path, CARDS).unwrap();
    let mut import = ImportOptions { by_rules: true, ..ImportOptions::default() };
    change(&mut import);
    let options = StageOptions { import, ..StageOptions::of(fixture.crm.model(), Lang::En) };
    let job = exchange::stage_file(&path, &options).unwrap().remove(0);
    let outcome = fixture.request(Request::Import(Box::new(job)))?;
    Ok(outcome.import.unwrap())
}

fn given(report: &ImportReport) -> Vec<(&str, u64)> {
    report.assigned.iter().map(|it| (it.to.as_deref().unwrap_or("–"), it.leads)).collect()
}

/// Where a lead of this name is, and by which rule.
fn place(fixture: &Fixture, name: &str) -> (String, String) {
    let model = fixture.crm.model();
    let leads = &model.leads;
    let row = leads.rows().find(|row| leads.text(Lead::name, *row) == name).unwrap();
    let owner = leads.link(Lead::owner, row).or(leads.link(Lead::pool, row)).unwrap();
    let id = leads.id(row).unwrap();
    let lead = fixture.row(id);
    let why = lead.get(Lead::owner_why).as_text().unwrap_or_default().to_owned();
    (fairlead::query::label(model, owner), why)
}

#[test]
fn leads_that_come_in_are_given_by_the_first_rule_that_has_room() {
    let mut fixture = crm();
    assert_eq!(import(&mut fixture, |_| {}).unwrap_err().code(), "no-assignment-rules");
    for (name, cap) in [("Ann", None), ("Bob", Some(1))] {
        let login = name.to_lowercase();
        let user =
            json!({"name": name, "login": login, "role": "sales", "team": "North", "cap": cap});
        fixture.create(Kind::User, user);
    }
    let pool = fixture.crm.model().pools.find(|pool| pool.name == "Sales pool").unwrap().0.record();
    for rule in [
        json!({"name": "food", "order": 2, "filter": "industry:food", "pool": pool.uuid}),
        json!({"name": "electronics", "order": 1, "filter": "industry:electronics grade<A", "team": "north"}),
        json!({"name": "off", "order": 0, "team": "north", "inactive": true}),
    ] {
        fixture.create(Kind::AssignmentRule, rule);
    }
    let preview = import(&mut fixture, |import| import.is_dry_run = true).unwrap();
    let expected = [("Ann", 2), ("Bob", 1), ("Sales pool", 1), ("–", 1)];
    assert_eq!(given(&preview), expected);
    assert_eq!(fixture.crm.model().leads.len(), 0);
    let report = import(&mut fixture, |_| {}).unwrap();
    assert_eq!(given(&report), expected);
    let at = |name| place(&fixture, name);
    assert_eq!(at("王一"), ("Ann".to_owned(), "electronics".to_owned()));
    assert_eq!(at("王二"), ("Bob".to_owned(), "electronics".to_owned()));
    assert_eq!(at("王三"), ("Ann".to_owned(), "electronics".to_owned()));
    assert_eq!(at("王四"), ("Sales pool".to_owned(), "food".to_owned()));
    assert_eq!(at("王五"), ("Intake".to_owned(), String::new()));
}

#[test]
fn a_rule_that_is_not_understood_stops_the_import_before_it_begins() {
    let mut fixture = crm();
    let rule = json!({"name": "odd", "filter": "nonsense:1", "team": "x"});
    fixture.create(Kind::AssignmentRule, rule);
    assert_eq!(import(&mut fixture, |_| {}).unwrap_err().code(), "bad-assignment-rule");
    assert_eq!(fixture.crm.model().leads.len(), 0);
}

/// A salesperson.
fn person(fixture: &mut Fixture, name: &str, more: &Json) -> RecordId {
    let mut user = json!({"name": name, "login": name.to_lowercase(), "role": "sales"});
    let more = more.as_object().unwrap().clone();
    user.as_object_mut().unwrap().extend(more);
    fixture.create(Kind::User, user)
}

fn waiting(fixture: &mut Fixture, name: &str, values: &Json) -> Id<Lead> {
    let mut lead = json!({"name": name, "company": name});
    lead.as_object_mut().unwrap().extend(values.as_object().unwrap().clone());
    fixture.lead_with(lead)
}

/// Who would get how many, and why nobody the rest.
fn tried(fixture: &Fixture, leads: &[Id<Lead>]) -> Vec<(String, usize)> {
    let (model, store) = (fixture.crm.model(), fixture.crm.store());
    let read = |record| Ok(store.read(record)?.map(|stored| stored.row));
    let now = fixture.crm.viewer(None).now;
    let shared = sharing::dry_run(model, (now, None), leads, &read).unwrap();
    let words = |shared: Shared| {
        let to = shared.to.unwrap_or_else(|code| code.to_owned());
        (to, shared.leads.len())
    };
    shared.into_iter().map(words).collect()
}

/// The first lead of a stage.
fn first_of(fixture: &Fixture, stage: Stage) -> RecordId {
    let leads = &fixture.crm.model().leads;
    let row = leads.rows().find(|row| leads.text(Lead::stage, *row) == stage.id()).unwrap();
    leads.id(row).unwrap()
}

fn named(expected: &[(&str, usize)]) -> Vec<(String, usize)> {
    expected.iter().map(|(to, leads)| ((*to).to_owned(), *leads)).collect()
}

#[test]
fn leads_that_are_there_go_by_the_rules_the_best_first_and_each_says_why_not() {
    let mut fixture = crm();
    person(&mut fixture, "Ann", &json!({"department": "Export", "cap": 1}));
    person(&mut fixture, "Bob", &json!({"cap": 1}));
    let rule = json!({"name": "export", "filter": "industry:electronics", "department": "export"});
    fixture.create(Kind::AssignmentRule, rule);
    let poor = waiting(&mut fixture, "poor", &json!({"industry": "electronics"}));
    let food = waiting(&mut fixture, "food", &json!({"industry": "food"}));
    let best =
        json!({"industry": "electronics", "decision_role": "decision_maker", "rating": "hot"});
    let best = waiting(&mut fixture, "best", &best);
    let all = [poor, food, best];
    let expected = named(&[("Ann", 1), ("no-room-by-rules", 1), ("no-rule-holds", 1)]);
    assert_eq!(tried(&fixture, &all), expected);
    assert_eq!(sharing::waiting(fixture.crm.model()).len(), 3);
    let outcome = fixture.command("assign_by_rules", json!({"leads": all})).unwrap();
    assert_eq!(outcome.records, [best.record()]);
    let refused: Vec<_> = outcome.refused.iter().map(|(id, err)| (*id, err.code())).collect();
    assert_eq!(refused, [(poor.record(), "no-room-by-rules"), (food.record(), "no-rule-holds")]);
    assert_eq!(place(&fixture, "best"), ("Ann".to_owned(), "export".to_owned()));
    // Who has a lead keeps it though there is no more room, and nothing is written.
    let again = fixture.command("assign_by_rules", json!({"leads": [best]})).unwrap();
    assert_eq!((again.sequence, again.refused.len()), (None, 0));
    fixture.request(Request::Undo).unwrap();
    assert_eq!(place(&fixture, "best").0, "Intake");
}

#[test]
fn the_best_performer_is_who_won_most_of_enough_cases_in_the_territory() {
    let mut fixture = crm();
    let people = ["Ann", "Bob", "Cid"].map(|name| person(&mut fixture, name, &json!({})));
    let account = fixture.create(Kind::Account, json!({"name": "A"}));
    let mut rows: Vec<(RecordId, Row)> = Vec::new();
    let mut env = Env::system();
    // Ann wins half of hers in the north, Bob a quarter; Cid won each of too few.
    for (user, won, all) in [(people[0], 10, 20), (people[1], 6, 24), (people[2], 19, 19)] {
        for at in 0..all {
            let lead = Lead {
                name: format!("old {at}"),
                stage: Stage::Converted,
                territory: Pick::new("north"),
                owner: Id::of(user),
                ..Lead::default()
            };
            let lead_id = Id::<Lead>::new(env.new_id());
            let deal = Opportunity {
                name: "d".to_owned(),
                account: Id::of(account),
                owner: Id::of(user),
                lead: Some(lead_id),
                outcome: if at < won { domain::Outcome::Won } else { domain::Outcome::Lost },
                ..Opportunity::default()
            };
            rows.push((lead_id.record(), lead.to_row()));
            rows.push((Id::<Opportunity>::new(env.new_id()).record(), deal.to_row()));
        }
    }
    fixture.request(Request::Fill(Box::new(rows.into_iter()))).unwrap();
    let users: Vec<_> = people.iter().map(|user| user.uuid).collect();
    let rule = json!({"name": "best", "users": users, "share": "best_performer"});
    fixture.create(Kind::AssignmentRule, rule);
    let lead = |territory: &str| json!({"territory": territory});
    let north = waiting(&mut fixture, "n", &lead("north"));
    let second = waiting(&mut fixture, "n2", &lead("north"));
    assert_eq!(tried(&fixture, &[north, second]), named(&[("Ann", 2)]));
    // Where nobody has cases they come in turn.
    let converted = Id::of(first_of(&fixture, Stage::Converted)).unwrap();
    assert_eq!(tried(&fixture, &[converted]), named(&[("lead-read-only", 1)]));
    let south: Vec<Id<Lead>> =
        (0..3).map(|at| waiting(&mut fixture, &format!("s{at}"), &lead("south"))).collect();
    assert_eq!(tried(&fixture, &south), named(&[("Ann", 1), ("Bob", 1), ("Cid", 1)]));
}

#[test]
fn a_large_selection_keeps_to_the_caps_across_its_slices() {
    let mut fixture = crm();
    let ann = person(&mut fixture, "Ann", &json!({"cap": 700}));
    person(&mut fixture, "Bob", &json!({"team": "b"}));
    fixture.create(Kind::AssignmentRule, json!({"name": "1", "order": 1, "users": [ann.uuid]}));
    fixture.create(Kind::AssignmentRule, json!({"name": "2", "order": 2, "team": "B"}));
    let pool = fixture.crm.model().pools.iter().next().unwrap().0;
    let mut env = Env::system();
    let ids: Vec<Id<Lead>> = (0..1_300).map(|_| Id::new(env.new_id())).collect();
    let lead = Lead { name: "n".to_owned(), pool: Some(pool), ..Lead::default() };
    let rows: Vec<(RecordId, Row)> = ids.iter().map(|id| (id.record(), lead.to_row())).collect();
    fixture.request(Request::Fill(Box::new(rows.into_iter()))).unwrap();
    assert_eq!(tried(&fixture, &ids), named(&[("Ann", 700), ("Bob", 600)]));
    let command = Command::from_json("assign_by_rules", json!({"leads": ids})).unwrap();
    let Begun::Large(mut large) = fixture.crm.begin(fixture.actor, Request::Run(command)).unwrap()
    else {
        panic!("so many records are large")
    };
    assert!(fixture.crm.step(&mut large).unwrap());
    // Another command between the slices moves the model on.
    fixture.lead("between", "between");
    assert!(fixture.crm.finish(*large).unwrap().refused.is_empty());
    let leads = &fixture.crm.model().leads;
    let of = |user: RecordId| {
        leads.rows().filter(|row| leads.link(Lead::owner, *row) == Some(user)).count()
    };
    assert_eq!(of(ann), 700);
}

#[test]
fn what_is_tried_of_several_tables_counts_for_those_after_them() {
    let mut fixture = crm();
    let ann = person(&mut fixture, "Ann", &json!({"cap": 3}));
    fixture.create(Kind::AssignmentRule, json!({"name": "all", "users": [ann.uuid]}));
    let folder = tempfile::tempdir().unwrap();
    let import = ImportOptions { by_rules: true, is_dry_run: true, ..ImportOptions::default() };
    let options = StageOptions { import, ..StageOptions::of(fixture.crm.model(), Lang::En) };
    let mut before = Outcome::default();
    let mut sums = Vec::new();
    for name in ["a.csv", "b.csv"] {
        let path = folder.path().join(name);
        fs::write(&path, format!("姓名,公司\n{name}一,甲\n{name}二,乙\n")).unwrap();
        let mut job = exchange::stage_file(&path, &options).unwrap().remove(0);
        job.give_on(&mut before);
        before = fixture.request(Request::Import(Box::new(job))).unwrap();
        let report = before.import.take().unwrap();
        sums.push(report.assigned.iter().map(|it| (it.to.is_some(), it.leads)).collect::<Vec<_>>());
    }
    assert_eq!(sums, [vec![(true, 2)], vec![(true, 1), (false, 1)]]);
}

#[test]
fn a_batch_may_go_by_one_rule_alone() {
    let mut fixture = crm();
    let [ann, bob] = ["Ann", "Bob"].map(|name| person(&mut fixture, name, &json!({})));
    fixture.create(Kind::AssignmentRule, json!({"name": "1", "order": 1, "users": [ann.uuid]}));
    // A rule that is off is asked by who names it.
    let second = json!({"name": "2", "users": [bob.uuid], "inactive": true});
    let second = fixture.create(Kind::AssignmentRule, second);
    let report = import(&mut fixture, |import| import.rule = Id::of(second)).unwrap();
    assert_eq!(given(&report), [("Bob", 5)]);
}
