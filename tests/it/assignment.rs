//! Cards that come in and are given away by the rules.

use std::fs;

use fairlead::{
    domain::{Kind, Lead},
    engine::{ImportOptions, ImportReport, Request},
    error::Error,
    exchange::{self, StageOptions},
    i18n::Lang,
};
use serde_json::json;

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
