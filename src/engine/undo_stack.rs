//! What one person may take back on this laptop, also after a restart: read off the history.

use super::Crm;
use crate::{
    domain::{Header, Id, User},
    error::{Error, Result},
    store::Store,
};

/// Commands that can be taken back, and undos that can.
#[derive(Debug, Default)]
pub(super) struct UndoStack {
    undo: Vec<u64>,
    redo: Vec<u64>,
}

/// How far back undo reaches, in commands.
const DEPTH: usize = 1_000;

impl UndoStack {
    /// What the history says of a person's commands on this laptop.
    pub fn of(store: &Store, actor: Option<Id<User>>) -> Result<Self> {
        let device = store.device();
        let mut newest = Vec::new();
        for header in store.headers()? {
            let header = header?;
            if header.actor == actor && header.device == device {
                newest.push(header);
                if newest.len() == DEPTH {
                    break;
                }
            }
        }
        let mut stack = Self::default();
        for header in newest.iter().rev() {
            stack.note(header);
        }
        Ok(stack)
    }

    /// Takes note of a command.
    pub fn note(&mut self, header: &Header) {
        if let Some(undone) = header.undoes {
            self.undo.retain(|sequence| *sequence != undone);
            self.redo.push(header.sequence);
        } else if let Some(redone) = header.redoes {
            self.redo.retain(|sequence| *sequence != redone);
            self.undo.push(header.sequence);
        } else if header.is_undoable {
            self.undo.push(header.sequence);
            self.redo.clear();
        }
    }

    /// The command that undo would take back.
    pub fn to_undo(&self) -> Option<u64> {
        self.undo.last().copied()
    }

    /// The undo that redo would take back.
    pub fn to_redo(&self) -> Option<u64> {
        self.redo.last().copied()
    }
}

impl Crm {
    /// What undo and redo would take back for a person: the headers of those commands.
    ///
    /// # Errors
    /// When the history is damaged.
    pub fn undo_and_redo(
        &mut self,
        actor: Option<Id<User>>,
    ) -> Result<(Option<Header>, Option<Header>)> {
        let stack = self.stack(actor)?;
        let (undo, redo) = (stack.to_undo(), stack.to_redo());
        let header = |sequence: Option<u64>| {
            sequence.map_or(Ok(None), |sequence| self.store.header(sequence))
        };
        let undone = header(redo)?.and_then(|header| header.undoes);
        Ok((header(undo)?, header(undone)?))
    }

    pub(super) fn stack(&mut self, actor: Option<Id<User>>) -> Result<&mut UndoStack> {
        if !self.stacks.contains_key(&actor) {
            let stack = UndoStack::of(&self.store, actor)?;
            self.stacks.insert(actor, stack);
        }
        self.stacks.get_mut(&actor).ok_or_else(|| Error::other("cannot-encode"))
    }

    pub(super) fn note_in_stack(&mut self, actor: Option<Id<User>>, header: &Header) -> Result<()> {
        // The first look at the history already sees the command.
        let is_known = self.stacks.contains_key(&actor);
        let stack = self.stack(actor)?;
        if is_known {
            stack.note(header);
        }
        Ok(())
    }
}
