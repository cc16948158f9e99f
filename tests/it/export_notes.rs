//! Records that leave in files stand in the history, and change nothing.

use std::sync::Arc;

use fairlead::{
    domain::{Id, Kind, Role, User},
    engine::{COMMANDS, ExportNote, NoteExport, Request, history},
};
use serde_json::json;

use crate::fixture::{Fixture, crm};

fn export(filter: &str) -> NoteExport {
    let (filter, format) = (filter.to_owned(), "xlsx".to_owned());
    NoteExport { kind: Kind::Lead, records: 3, format, filter, picked: false }
}

/// What the history says to a user of exports: who, how many, and of what.
fn exports(fixture: &Fixture, user: Option<Id<User>>) -> Vec<(Option<Id<User>>, u64, ExportNote)> {
    let viewer = fixture.crm.viewer(user);
    let headers = history(fixture.crm.store(), &viewer, usize::MAX).unwrap();
    let exports = headers.into_iter().filter_map(|header| {
        ExportNote::of(&header).map(|export| (header.actor, header.records, export))
    });
    exports.collect()
}

#[test]
fn an_export_stands_in_the_history_and_is_no_step_of_undo() {
    let mut fixture = crm();
    fixture.lead("王小明", "大同");
    fixture.lead("李小美", "大同");
    fixture.request(Request::Undo).unwrap();
    let before = Arc::clone(fixture.crm.model());
    let outcome = fixture.run(export("stage:mql")).unwrap();
    assert!(outcome.sequence.is_some());
    assert!(Arc::ptr_eq(&before, fixture.crm.model()), "what is in memory is not made anew");
    let (undo, redo) = fixture.crm.undo_and_redo(fixture.actor).unwrap();
    assert_eq!(undo.unwrap().command, "create");
    assert!(redo.is_some(), "what was taken back can still be done again");
    let err = fixture.request(Request::UndoCommand(outcome.sequence.unwrap())).err().unwrap();
    assert_eq!(err.code(), "cannot-undo");
    let fixture = fixture.reopened().crashed();
    let found = exports(&fixture, fixture.actor);
    let [(actor, records, note)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((*actor, *records), (fixture.actor, 3));
    assert_eq!((note.kind, note.format.as_str()), (Kind::Lead, "xlsx"));
    assert_eq!((note.filter.as_str(), note.picked), ("stage:mql", false));
    assert_eq!(fixture.crm.model().leads.len(), 1);
}

#[test]
fn whoever_may_not_export_is_refused_and_others_see_their_own_entries() {
    let mut fixture = crm();
    let admin = fixture.actor;
    let lin = Some(fixture.user("Lin", Role::Sales));
    let guest = Some(fixture.user("Guest", Role::Viewer));
    fixture.run(export("")).unwrap();
    fixture.actor = guest;
    assert_eq!(fixture.run(export("")).unwrap_err().code(), "no-right");
    fixture.actor = lin;
    fixture.run(export("owner:me")).unwrap();
    let seen = |user| exports(&fixture, user).into_iter().map(|it| it.0).collect::<Vec<_>>();
    assert_eq!(seen(admin), [lin, admin]);
    assert_eq!(seen(lin), [lin]);
    assert_eq!(seen(guest), []);
}

#[test]
fn which_commands_are_no_step_of_undo_stands_in_their_table() {
    let lasting = COMMANDS.iter().filter(|command| !command.is_undoable);
    assert_eq!(
        lasting.map(|command| command.name).collect::<Vec<_>>(),
        ["begin_in", "note_export"]
    );
    let mut fixture = crm();
    fixture.command("begin_in", json!({"language": "en"})).unwrap();
    assert_eq!(fixture.request(Request::Undo).unwrap_err().code(), "nothing-to-undo");
}
