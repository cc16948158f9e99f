//! Large commands change many records at once or none, whatever runs between and whenever the program is
//! killed.

use std::sync::Arc;

use fairlead::{
    domain::{Fields as _, Id, Kind, Lead, RecordId, Row},
    engine::{Begun, Command, Env, Large, Request},
    model::Opened,
};
use serde_json::json;

use crate::{
    fixture::{Fixture, crm},
    seen::{copy, rebuilt, seen},
};

/// How many leads there are: three slices.
const LEADS: usize = 1_400;

/// A workspace of many leads, which came by one command.
fn many() -> (Fixture, Vec<Id<Lead>>) {
    let mut fixture = crm();
    let pool = fixture.crm.model().pools.iter().next().unwrap().0;
    let mut env = Env::system();
    let ids: Vec<Id<Lead>> = (0..LEADS).map(|_| Id::new(env.new_id())).collect();
    let rows: Vec<(RecordId, Row)> = ids
        .iter()
        .enumerate()
        .map(|(number, id)| {
            let lead = Lead { name: format!("n{number}"), pool: Some(pool), ..Lead::default() };
            (id.record(), lead.to_row())
        })
        .collect();
    fixture.request(Request::Fill(Box::new(rows.into_iter()))).unwrap();
    (fixture, ids)
}

fn begin(fixture: &mut Fixture, leads: &[Id<Lead>]) -> Box<Large> {
    let set = json!({"kind": "lead", "ids": leads, "values": {"supplier": "all"}});
    let command = Command::from_json("set", set).unwrap();
    match fixture.crm.begin(fixture.actor, Request::Run(command)).unwrap() {
        Begun::Large(large) => large,
        Begun::Done(_) => panic!("so many records are large"),
    }
}

fn set(fixture: &mut Fixture, lead: Id<Lead>, field: &str, value: &str) {
    fixture
        .command("set", json!({"kind": "lead", "ids": [lead], "values": {field: value}}))
        .unwrap();
}

/// Whether a lead has the supplier of the large command, on disk and in memory alike.
fn is_changed(fixture: &Fixture, lead: Id<Lead>) -> bool {
    let model = fixture.crm.model();
    let row = model.leads.find(lead.0).unwrap();
    let supplier = fixture.get(lead).supplier;
    assert_eq!(model.leads.text(Lead::supplier, row), supplier, "memory and disk");
    supplier == "all"
}

/// Before the end of the large command: other fields of a lead that is done, the same field, and a lead
/// that is not done.
#[test]
fn small_commands_between_the_slices_keep_what_is_theirs() {
    let (mut fixture, leads) = many();
    let [first, second, last] = [leads[0], leads[1], leads[LEADS - 1]];
    let mut large = begin(&mut fixture, &leads);
    assert!(fixture.crm.step(&mut large).unwrap());
    set(&mut fixture, first, "department", "own");
    set(&mut fixture, second, "supplier", "own");
    set(&mut fixture, last, "supplier", "own");
    assert_eq!(fixture.get(second).supplier, "own", "the large one has not ended");
    let sequence = fixture.crm.finish(*large).unwrap().sequence.unwrap();

    let mut fixture = fixture.crashed();
    assert!(leads.iter().all(|lead| is_changed(&fixture, *lead)));
    assert_eq!(fixture.get(first).department, "own");
    let changes = fixture.crm.store().changes(second.record(), sequence).unwrap();
    let before: Vec<_> = changes.iter().map(|change| change.before.as_text()).collect();
    assert_eq!(before, [Some("own")], "what it found when it ended");
    assert!(fixture.crm.store_mut().check().unwrap().is_sound);

    let undone = fixture.request(Request::UndoCommand(sequence)).unwrap().undo.unwrap();
    assert_eq!((undone.reversed, undone.kept.len()), (LEADS as u64, 0));
    let fixture = fixture.reopened();
    assert!(!leads.iter().any(|lead| is_changed(&fixture, *lead)));
    assert_eq!(fixture.get(second).supplier, "own");
}

/// So many that they are looked at before the end; one of the leads is changed once more after that.
#[test]
fn many_small_commands_between_the_slices_keep_what_is_theirs() {
    let (mut fixture, leads) = many();
    let [early, late] = [&leads[..20], &leads[LEADS - 20..]];
    let mut large = begin(&mut fixture, &leads);
    assert!(fixture.crm.step(&mut large).unwrap());
    early.iter().chain(late).for_each(|lead| set(&mut fixture, *lead, "department", "own"));
    assert!(fixture.crm.step(&mut large).unwrap());
    assert!(!large.is_saved());
    set(&mut fixture, early[7], "hall", "own");
    let sequence = fixture.crm.finish(*large).unwrap().sequence.unwrap();

    let mut fixture = fixture.crashed();
    assert!(leads.iter().all(|lead| is_changed(&fixture, *lead)));
    let has_own = |lead: &Id<Lead>| fixture.get(*lead).department == "own";
    assert_eq!(leads.iter().filter(|lead| has_own(lead)).count(), 40);
    assert_eq!(fixture.get(early[7]).hall, "own");
    assert!(fixture.crm.store_mut().check().unwrap().is_sound);

    let undone = fixture.request(Request::UndoCommand(sequence)).unwrap().undo.unwrap();
    assert_eq!((undone.reversed, undone.kept.len()), (LEADS as u64, 0));
    assert!(!leads.iter().any(|lead| is_changed(&fixture, *lead)));
    assert_eq!(fixture.get(early[7]).department, "own");
}

/// After its end, while what it changes is laid down.
#[test]
fn small_commands_after_the_end_start_from_what_is_saved() {
    let (mut fixture, leads) = many();
    let last = leads[LEADS - 1];
    let mut large = begin(&mut fixture, &leads);
    while !large.is_saved() {
        assert!(fixture.crm.step(&mut large).unwrap());
    }
    let seen = Arc::clone(fixture.crm.model());
    assert_eq!(seen.leads.text(Lead::supplier, seen.leads.find(last.0).unwrap()), "");
    assert_eq!(fixture.get(last).supplier, "all");
    assert_eq!(fixture.request(Request::Undo).unwrap_err().code(), "large-command-running");
    set(&mut fixture, last, "department", "own");
    while fixture.crm.step(&mut large).unwrap() {
        set(&mut fixture, last, "hall", "own");
    }
    fixture.crm.finish(*large).unwrap();
    let fixture = fixture.crashed();
    assert!(leads.iter().all(|lead| is_changed(&fixture, *lead)));
    let last = fixture.get(last);
    assert_eq!((last.department.as_str(), last.hall.as_str()), ("own", "own"));
}

#[test]
fn a_cap_holds_across_the_slices() {
    let (mut fixture, leads) = many();
    let seller = json!({"name": "Chen", "login": "chen", "role": "sales", "cap": LEADS - 300});
    let seller = fixture.create(Kind::User, seller);
    let command = json!({"leads": leads, "to": seller.uuid});
    let outcome = fixture.command("assign", command).unwrap();
    assert_eq!((outcome.records.len(), outcome.refused.len()), (LEADS - 300, 300));
    let given = leads.iter().filter(|lead| fixture.get(**lead).owner == Id::of(seller));
    assert_eq!(given.count(), LEADS - 300);
}

/// The workspace is copied as it lies there while the program is at work: that is what is left when it is
/// killed. It is opened with the checkpoint that lies in it, and without.
#[test]
fn killed_at_any_slice_all_of_it_counts_or_nothing() {
    let (fixture, leads) = many();
    let mut fixture = fixture.reopened();
    let mut large = begin(&mut fixture, &leads);
    let mut counted = [0, 0];
    for (steps, lead) in leads.iter().enumerate() {
        let killed = tempfile::tempdir().unwrap();
        copy(fixture.folder(), killed.path());
        let (with, without) = (seen(killed.path()), rebuilt(killed.path()));
        assert!(matches!(with.opened, Opened::Checkpoint(_)), "{:?}", with.opened);
        assert_eq!(with.lists, without.lists, "after {steps} slices");
        let shown = &without.lists["lead"];
        let of = |text: &str| shown.iter().filter(|line| line.contains(text)).count();
        let expected = if large.is_saved() { LEADS } else { 0 };
        assert_eq!((shown.len(), of("\"all\"")), (LEADS, expected), "after {steps} slices");
        assert_eq!(of("\"own\""), steps, "after {steps} slices");
        counted[usize::from(large.is_saved())] += 1;
        if !fixture.crm.step(&mut large).unwrap() {
            break;
        }
        set(&mut fixture, *lead, "territory", "own");
    }
    assert!(counted.iter().all(|times| *times >= 3), "{counted:?} times nothing and whole");
}
