//! Sample data: in with one command, and out with one.

use serde_json::{Map, Value as Json};

use crate::{
    domain::{Kind, RecordId, Settings},
    engine::{Command, Delete, LARGE, Set, demo},
    error::{Error, Result},
    model::Model,
    store::Store,
};

/// The name of the command that brings the sample in.
pub const NAME: &str = "sample";

/// What the sample says of its workspace.
///
/// # Errors
/// `workspace-not-empty` when there are leads already.
pub fn arrival(model: &Model) -> Result<Set> {
    if !model.leads.is_empty() {
        return Err(Error::refused("workspace-not-empty"));
    }
    Ok(of_workspace(demo::settings(model)))
}

/// What takes the sample out again: all it made that is still there, whatever was done to it since, goes
/// to the bin, and the workspace is no sample any more. What was made beside it stays.
///
/// # Errors
/// `no-sample` when there is none; or the history is damaged.
pub fn removal(store: &Store, model: &Model) -> Result<Vec<Command>> {
    if !model.settings().is_sample {
        return Err(Error::refused("no-sample"));
    }
    let mut made = Vec::new();
    for header in store.headers()? {
        let header = header?;
        if header.command == NAME {
            for touched in store.touched(header.sequence)? {
                let (record, was_made) = touched?;
                made.extend((was_made && model.has(record)).then_some(record));
            }
        }
    }
    // What was made last may depend on what was made first.
    made.reverse();
    let slices = made.chunks(LARGE).map(<[RecordId]>::to_vec);
    let mut commands: Vec<Command> = slices.map(|records| Delete { records }.into()).collect();
    let none = demo::settings(model).into_iter().map(|(name, _)| (name, Json::Null));
    commands.push(of_workspace(none.collect()).into());
    Ok(commands)
}

fn of_workspace(values: Map<String, Json>) -> Set {
    Set { kind: Kind::Settings, ids: vec![Settings::ID.0], values }
}
