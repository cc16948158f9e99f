//! A workspace begins in a language: its first pools are called so, until someone names them.

use fairlead::{
    domain::Kind,
    engine::{BeginIn, Request, Set},
};
use serde_json::{Map, json};

use crate::fixture::{Fixture, crm};

fn names(fixture: &Fixture) -> Vec<String> {
    fixture.crm.model().pools.iter().map(|(_, pool)| pool.name.clone()).collect()
}

fn begin(fixture: &mut Fixture, language: &str) {
    fixture.run(BeginIn { language: language.to_owned() }).unwrap();
}

#[test]
fn pools_are_called_in_the_language_that_was_chosen_until_they_are_named() {
    let mut fixture = crm();
    begin(&mut fixture, "zh-TW");
    assert_eq!(names(&fixture), ["待分派", "業務線索池"]);
    assert_eq!(fixture.crm.model().settings().language, "zh-TW");
    let pool = fixture.crm.model().pools.iter().next().unwrap().0.record();
    let values: Map<_, _> = [("name".to_owned(), json!("展場"))].into_iter().collect();
    fixture.run(Set { kind: Kind::Pool, ids: vec![pool.uuid], values }).unwrap();
    begin(&mut fixture, "en");
    assert_eq!(names(&fixture), ["展場", "Sales pool"]);
}

#[test]
fn a_language_that_does_not_exist_is_refused_and_nothing_of_it_is_undone() {
    let mut fixture = crm();
    let err = fixture.run(BeginIn { language: "fr".to_owned() }).unwrap_err();
    assert_eq!(err.code(), "no-such-language");
    begin(&mut fixture, "zh-CN");
    assert!(fixture.request(Request::Undo).is_err(), "how it begins is no step of undo");
}
