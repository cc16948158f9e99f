//! All that is known of one record: its fields, what happened to it and what was done about it, and what
//! its reader may do with it now.

use std::collections::BTreeSet;

use super::{Command, Crm};
use crate::{
    domain::{Activity, Change, FieldChange, Fields as _, Id, RecordId, Row, Timestamp, User},
    error::{Error, Result},
    query,
    store::Stored,
};

/// Events a dossier holds at most; the newest are kept.
const MOST: usize = 500;

/// All that is known of a record.
#[derive(Debug)]
pub struct Dossier {
    /// The record.
    pub record: RecordId,
    /// Its fields.
    pub row: Row,
    /// What happened, the newest first.
    pub events: Vec<Event>,
    /// Whether there is more than that.
    pub has_more: bool,
    /// For each command asked about, why it would be refused; none if it would be done.
    pub verdicts: Vec<Option<Error>>,
}

/// Something that happened to a record, or was done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Option<Id<User>>,
    /// What.
    pub happening: Happening,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// It came into being.
    Made {
        /// The command.
        command: String,
    },
    /// Fields changed.
    Changed {
        /// The command.
        command: String,
        /// Why, in the person's words.
        note: String,
        /// The fields.
        fields: Vec<FieldChange>,
    },
    /// An activity about it, or about what it came of.
    Done(Id<Activity>, Box<Activity>),
}

impl Crm {
    /// Whether a command would be done if it were asked for now. It is tried by its own rules and nothing
    /// of it is kept.
    ///
    /// # Errors
    /// Those of the command.
    pub fn try_out(&mut self, actor: Option<Id<User>>, command: &Command) -> Result<()> {
        let mut edit = self.edit(actor);
        edit.require(command.right())?;
        command.apply(&mut edit)?;
        // A batch of one that is refused is no error of the command.
        edit.outcome.refused.pop().map_or(Ok(()), |(_, refusal)| Err(refusal))
    }

    /// What a command would change if it were asked for now. It is tried by its own rules and nothing of it is
    /// kept.
    ///
    /// # Errors
    /// Those of the command.
    pub fn preview(&mut self, actor: Option<Id<User>>, command: &Command) -> Result<Vec<Change>> {
        let mut edit = self.edit(actor);
        edit.require(command.right())?;
        command.apply(&mut edit)?;
        Ok(edit.finish().changes)
    }

    /// All that is known of a record, and which of some commands would be done.
    ///
    /// # Errors
    /// `no-such-record`; or the store is damaged.
    pub fn dossier(
        &mut self,
        actor: Option<Id<User>>,
        record: RecordId,
        asked: &[Command],
    ) -> Result<Dossier> {
        let row = self.edit(actor).row(record)?;
        let Some(stored) = self.store.read(record)? else {
            return Err(Error::refused("no-such-record"));
        };
        let mut events = self.changes_of(record, &stored)?;
        events.extend(self.activities_of(record)?);
        // Of what happened at one moment the later in the history comes first.
        events.reverse();
        events.sort_by_key(|event| std::cmp::Reverse(event.at));
        let has_more = events.len() > MOST;
        events.truncate(MOST);
        let verdicts = asked.iter().map(|command| self.try_out(actor, command).err()).collect();
        Ok(Dossier { record, row, events, has_more, verdicts })
    }

    /// What commands did to a record, oldest first.
    fn changes_of(&self, record: RecordId, stored: &Stored) -> Result<Vec<Event>> {
        let mut events = Vec::new();
        if let Some(header) = self.store.header(stored.created_in)? {
            let happening = Happening::Made { command: header.command };
            events.push(Event { at: header.clock.wall, actor: header.actor, happening });
        }
        for (sequence, fields) in self.store.timeline(record)?.into_iter().rev().take(MOST).rev() {
            let Some(header) = self.store.header(sequence)? else { continue };
            let (command, note) = (header.command, header.note);
            let happening = Happening::Changed { command, note, fields };
            events.push(Event { at: header.clock.wall, actor: header.actor, happening });
        }
        Ok(events)
    }

    /// What was done about a record and about what it came of.
    fn activities_of(&self, record: RecordId) -> Result<Vec<Event>> {
        let about = query::followed(&self.model, record);
        let ids: BTreeSet<Id<Activity>> =
            about.iter().flat_map(|it| self.model.activities_about(*it)).collect();
        let mut events = Vec::new();
        for id in ids.into_iter().rev().take(MOST + 1) {
            let Some(stored) = self.store.read(id.record())? else { continue };
            let activity = Activity::from_row(stored.row);
            events.push(Event {
                at: activity.at.unwrap_or_default(),
                actor: activity.author,
                happening: Happening::Done(id, Box::new(activity)),
            });
        }
        Ok(events)
    }
}
