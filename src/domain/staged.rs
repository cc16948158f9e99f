//! A row of a file that has been given a meaning.

use std::sync::OnceLock;

use super::{Lead, Problem, RecordId, identity_of_lead, match_keys::Key};

/// What a person decided of a row, whatever a comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is someone new.
    New,
    /// It is left out.
    Skip,
    /// It is someone known.
    Known(RecordId),
    /// It is the person of an earlier row of the file, which is named by its place.
    Row(u32),
}

/// A row of a file, read as a lead.
#[derive(Clone, Debug, Default)]
pub struct Staged {
    /// Its place among the rows of its table, counted from 0.
    pub place: u32,
    /// The line (or sheet row) where it starts in the file, counted from 1.
    pub row: u32,
    /// What it says of the person. Stage, owner and pool are not set yet.
    pub lead: Box<Lead>,
    /// The name of the campaign the row itself names.
    pub campaign: Option<String>,
    /// The name of the user the row itself names as owner.
    pub owner: Option<String>,
    /// What a person decided of it.
    pub decision: Option<Decision>,
    /// Whether a later row is decided to be the same person.
    pub is_referred: bool,
    /// What was found wrong; a row with a problem that rejects is left out.
    pub problems: Vec<Problem>,
    /// See [`Staged::keys`].
    pub keys: OnceLock<Vec<Key>>,
}

impl Staged {
    /// Whether the row can be imported.
    pub fn is_accepted(&self) -> bool {
        self.lead.is_anyone() && !self.problems.iter().any(|problem| problem.rejects)
    }

    /// What is to be said of the row: what was found wrong, and that it is nobody if that is all there is.
    pub fn told(&self) -> Vec<Problem> {
        let mut told = self.problems.clone();
        let is_rejected = told.iter().any(|problem| problem.rejects);
        if !is_rejected && !self.lead.is_anyone() {
            told.push(Problem::rejection(self.row, "nobody"));
        }
        told
    }

    /// Under which keys its person meets others. Computed once: a reader asks on its own thread, so that the
    /// writer need not. How the person is compared is not kept: few meet anyone.
    pub fn keys(&self) -> &[Key] {
        self.keys.get_or_init(|| identity_of_lead(&self.lead).keys())
    }

    /// The keys, taken out.
    pub fn take_keys(&mut self) -> Vec<Key> {
        self.keys();
        self.keys.take().unwrap_or_default()
    }
}
