//! Sample data that comes with one command and goes with one.

use fairlead::{
    domain::{Kind, Timestamp},
    engine::{Request, Set, demo::DemoOptions},
};
use serde_json::{Map, json};

use crate::fixture::{Fixture, START, crm};

fn fill(fixture: &mut Fixture) {
    fixture.request(Request::Sample(DemoOptions::of(Timestamp(START)))).unwrap();
}

/// Calls a lead of the sample something else, as someone does who looks around.
fn rename_a_lead(fixture: &mut Fixture) {
    let lead = fixture.crm.model().leads.id(0).unwrap();
    let values: Map<_, _> = [("name".to_owned(), json!("Renamed"))].into_iter().collect();
    fixture.run(Set { kind: Kind::Lead, ids: vec![lead.uuid], values }).unwrap();
}

#[test]
fn the_sample_goes_with_all_that_was_done_to_it_and_what_was_made_beside_it_stays() {
    let mut fixture = crm();
    let before = fixture.content();
    fill(&mut fixture);
    assert_eq!(fixture.crm.model().leads.len(), 400);
    rename_a_lead(&mut fixture);
    let own = fixture.lead("王小明", "聯穗食品").record();
    fixture.request(Request::RemoveSample).unwrap();
    let mut after = fixture.content();
    assert!(after.remove(&own).is_some());
    assert_eq!(after, before);
    let mut fixture = fixture.reopened();
    assert!(!fixture.crm.model().settings().is_sample);
    assert_eq!(fixture.crm.model().leads.len(), 1);
    let err = fixture.request(Request::RemoveSample).unwrap_err();
    assert_eq!(err.code(), "no-sample");
}

#[test]
fn the_sample_and_its_removal_are_each_one_step_of_undo() {
    let mut fixture = crm();
    let empty = fixture.content();
    fill(&mut fixture);
    let full = fixture.content();
    fixture.request(Request::RemoveSample).unwrap();
    fixture.request(Request::Undo).unwrap();
    assert_eq!(fixture.content(), full);
    fixture.request(Request::Undo).unwrap();
    assert_eq!(fixture.content(), empty);
}

#[test]
fn a_workspace_with_leads_takes_no_sample() {
    let mut fixture = crm();
    fixture.lead("王小明", "聯穗食品");
    let options = DemoOptions::of(Timestamp(START));
    let err = fixture.request(Request::Sample(options)).unwrap_err();
    assert_eq!(err.code(), "workspace-not-empty");
}
