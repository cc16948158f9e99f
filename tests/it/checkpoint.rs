//! What is kept of the memory makes opening fast and is never the truth: whatever becomes of it, the lists
//! are those of the records.

use std::{fs, path::Path};

use fairlead::{
    domain::{ActivityKind, Kind, Lead, RecordId, Role, Timestamp},
    engine::{
        Command, Crm, Env, Log, Request, Set,
        demo::{DemoOptions, records},
    },
    model::{Model, Opened, Watch},
    store::Store,
};
use serde_json::{Map, json};
use tempfile::TempDir;
use xxhash_rust::xxh3::xxh3_64;

use crate::{
    fixture::{START, crm},
    seen::{CHECKPOINT, copy, lists, rebuilt, seen},
};

/// A workspace with a checkpoint, closed.
fn closed(seed: u64) -> TempDir {
    let mut fixture = crm();
    let options = DemoOptions { leads: 500, seed, now: Timestamp(START) };
    let sample = records(&options, fixture.crm.model());
    fixture.request(Request::Fill(sample)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let fixture = fixture.reopened();
    copy(fixture.folder(), folder.path());
    assert!(folder.path().join(CHECKPOINT).exists());
    folder
}

fn copied(workspace: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(workspace, folder.path());
    folder
}

/// Changes all leads several times, so that closing writes a checkpoint, and logs something about some.
fn go_on(workspace: &Path, supplier: &str) {
    let mut crm = Crm::open(workspace, Env::system()).unwrap();
    work(&mut crm, supplier);
    crm.close().unwrap();
}

fn work(crm: &mut Crm, supplier: &str) {
    let actor = crm.model().users.find(|user| user.role == Role::Admin).map(|(id, _)| id);
    let leads = &crm.model().leads;
    let open = leads.rows().filter(|row| leads.text(Lead::stage, *row) != "converted");
    let leads: Vec<RecordId> = open.filter_map(|row| leads.id(row)).collect();
    for round in 0..3 {
        let supplier = json!(format!("{supplier} {round}"));
        let values = Map::from_iter([("supplier".to_owned(), supplier)]);
        let ids = leads.iter().map(|lead| lead.uuid).collect();
        crm.run(actor, Set { kind: Kind::Lead, ids, values }).unwrap();
    }
    for lead in leads.iter().step_by(37) {
        let log = json!({"about": [lead], "kind": ActivityKind::Call, "text": "again"});
        let log: Log = serde_json::from_value(log).unwrap();
        crm.run(actor, log).unwrap();
    }
}

/// Opened as it is, a workspace shows what it shows without its checkpoint. Gives where it came from.
#[track_caller]
fn check(workspace: &Path, what: &str) -> Opened {
    let expected = rebuilt(workspace);
    let found = seen(workspace);
    for (name, list) in &expected.lists {
        assert!(!list.is_empty() || name.contains("by"), "{what}: nothing in {name}");
        assert_eq!(found.lists.get(name), Some(list), "{what}: {name}");
    }
    found.opened
}

#[test]
fn a_checkpoint_is_read_and_what_came_after_is_applied() {
    let whole = closed(1);
    assert_eq!(check(whole.path(), "as it was written"), Opened::Checkpoint(0));
    let later = copied(whole.path());
    go_on(later.path(), "later");
    let older = later.path().join(CHECKPOINT);
    fs::copy(whole.path().join(CHECKPOINT), &older).unwrap();
    let opened = check(later.path(), "of an older position");
    assert!(matches!(opened, Opened::Checkpoint(replayed) if replayed > 10), "{opened:?}");
}

#[test]
fn what_a_killed_program_did_is_applied_too() {
    let whole = closed(1);
    let mut crm = Crm::open(whole.path(), Env::system()).unwrap();
    work(&mut crm, "before");
    // The database is durable, so that what came before is there and what comes after is applied again.
    crm.store_mut().checkpoint().unwrap();
    work(&mut crm, "after");
    let actor = crm.model().users.find(|user| user.role == Role::Admin).map(|(id, _)| id);
    let ids: Vec<_> =
        crm.model().leads.rows().filter_map(|row| crm.model().leads.id(row)).collect();
    for (number, lead) in ids.iter().enumerate().step_by(17) {
        let values = match number % 3 {
            0 => json!({"name": format!("王小明 {number}"), "company": "Acer"}),
            1 => json!({"emails": [{"address": format!("wang{number}@acer.example")}]}),
            _ => json!({"industry": "electronics"}),
        };
        let set = json!({"kind": "lead", "ids": [lead.uuid], "values": values});
        // Converted leads stay as they are.
        drop(crm.run(actor, serde_json::from_value::<Set>(set).unwrap()));
    }
    let create = json!({"kind": "lead", "values": {"name": "林怡君", "latin_name": "Yi-Chun Lin"}});
    crm.run(actor, Command::from_json("create", create).unwrap()).unwrap();
    let delete = json!({"records": [ids[3], ids[4]]});
    crm.run(actor, Command::from_json("delete", delete).unwrap()).unwrap();
    let killed = copied(whole.path());
    let opened = check(killed.path(), "killed");
    assert!(matches!(opened, Opened::Checkpoint(replayed) if replayed > 400), "{opened:?}");
}

#[test]
fn a_checkpoint_that_is_damaged_is_not_read() {
    let whole = closed(1);
    let bytes = fs::read(whole.path().join(CHECKPOINT)).unwrap();
    let damaged = |bytes: &[u8], what: &str| {
        let workspace = copied(whole.path());
        fs::write(workspace.path().join(CHECKPOINT), bytes).unwrap();
        check(workspace.path(), what)
    };
    for part in 0..8 {
        let place = bytes.len() * part / 8;
        assert_eq!(damaged(&bytes[..place], "cut"), Opened::Records);
        let mut flipped = bytes.clone();
        flipped[place + 11] ^= 4;
        // What is read only when it is asked for is noticed then.
        let opened = damaged(&flipped, "a bit flipped");
        assert!(part > 0 || opened == Opened::Records, "{opened:?}");
    }
    assert_eq!(damaged(&bytes[..bytes.len() - 1], "cut by a byte"), Opened::Records);
    let gone = copied(whole.path());
    fs::remove_file(gone.path().join(CHECKPOINT)).unwrap();
    assert_eq!(check(gone.path(), "deleted"), Opened::Records);
}

#[test]
fn a_checkpoint_of_another_history_is_not_read() {
    let (whole, other) = (closed(1), closed(2));
    let (later, parallel) = (copied(whole.path()), copied(whole.path()));
    go_on(later.path(), "later");
    go_on(parallel.path(), "in parallel");
    for (what, workspace, checkpoint) in [
        ("of another workspace", &whole, &other),
        ("of what comes later", &whole, &later),
        ("of what happened in a copy", &parallel, &later),
    ] {
        let mixed = copied(workspace.path());
        fs::copy(checkpoint.path().join(CHECKPOINT), mixed.path().join(CHECKPOINT)).unwrap();
        assert_eq!(check(mixed.path(), what), Opened::Records, "{what}");
    }
}

/// The end of a checkpoint says which program wrote it: the number that follows the workspace's own.
#[test]
fn a_checkpoint_of_another_version_is_not_read() {
    let whole = closed(1);
    let path = whole.path().join(CHECKPOINT);
    let mut bytes = fs::read(&path).unwrap();
    let end = bytes.len() - 24;
    let length = u64::from_le_bytes(bytes[end + 8..end + 16].try_into().unwrap()) as usize;
    let table = end - length;
    let manifest = fs::read_to_string(whole.path().join("MANIFEST")).unwrap();
    let manifest: serde_json::Value =
        serde_json::from_str(manifest.trim_end().rsplit_once('\n').unwrap().0).unwrap();
    let id: uuid::Uuid = serde_json::from_value(manifest["workspace"].clone()).unwrap();
    let at = bytes[table..end].windows(16).position(|window| window == id.as_bytes()).unwrap();
    // Behind the id lie the length of a number of eight bytes and the number.
    bytes[table + at + 16 + 4] ^= 1;
    let sum = xxh3_64(&bytes[table..end]).to_le_bytes();
    bytes[end..end + 8].copy_from_slice(&sum);
    fs::write(&path, bytes).unwrap();
    assert_eq!(check(whole.path(), "of another version"), Opened::Records);
}

/// Without its checkpoint, a workspace's leads are there before the rest: whoever asks for more waits.
#[test]
fn leads_are_read_before_the_rest_and_show_nothing_else() {
    let workspace = closed(3);
    fs::remove_file(workspace.path().join(CHECKPOINT)).unwrap();
    let mut store = Store::open(workspace.path()).unwrap();
    let watch = Watch::eager();
    let seen = std::thread::scope(|scope| {
        let asked = watch.clone();
        let asked = scope.spawn(move || {
            let early = std::iter::repeat_with(|| asked.early()).flatten().next().unwrap();
            // The fields of leads are there; these are waited for.
            let leads = (!early.is_whole(), early.leads.len());
            (leads, early.activities.len(), early)
        });
        let (model, opened) = Model::open(&mut store, &watch).unwrap();
        let (leads, activities, early) = asked.join().unwrap();
        assert_eq!((leads, activities), ((true, model.leads.len()), model.activities.len()));
        assert!(model.is_whole() && opened == Opened::Records && activities > 0);
        assert_ne!(early.revision(), model.revision(), "what was answered early is asked again");
        (lists(&early, &store), lists(&model, &store))
    });
    assert_eq!(seen.0, seen.1);
    assert_eq!(seen.1, rebuilt(workspace.path()).lists);
}

#[test]
fn nobody_waits_for_what_is_not_read_any_more() {
    let workspace = closed(4);
    fs::remove_file(workspace.path().join(CHECKPOINT)).unwrap();
    let mut store = Store::open(workspace.path()).unwrap();
    let watch = Watch::eager();
    std::thread::scope(|scope| {
        let asked = watch.clone();
        let asked = scope.spawn(move || {
            let early = std::iter::repeat_with(|| asked.early()).flatten().next().unwrap();
            asked.cancel();
            early.activities.len()
        });
        // It may have been read before anyone could call it off.
        let opened = Model::open(&mut store, &watch).map(|(model, _)| model.activities.len());
        let opened = opened.map_err(|err| err.code().to_owned());
        let waited = asked.join().unwrap();
        assert!(opened == Ok(waited) || opened == Err("cancelled".to_owned()) && waited == 0);
    });
}
