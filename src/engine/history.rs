//! What was done in the workspace, command by command.

use super::{Right, Scope};
use crate::{domain::Header, error::Result, query::Viewer, store::Store};

/// The newest commands of the workspace, the newest first, at most so many. Who may not administer it sees what
/// they did themselves.
///
/// # Errors
/// When the history is damaged.
pub fn history(store: &Store, viewer: &Viewer, most: usize) -> Result<Vec<Header>> {
    let sees_all = Right::Administer.scope(viewer.role) == Scope::All;
    let is_seen = |header: &Result<Header>| match header {
        Ok(header) => sees_all || header.actor == viewer.user,
        Err(_) => true,
    };
    store.headers()?.filter(is_seen).take(most).collect()
}
