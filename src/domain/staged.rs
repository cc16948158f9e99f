//! A row of a file that has been given a meaning: what an import takes.

use super::{Lead, Problem};

/// A row of a file, read as a lead.
#[derive(Clone, Debug, Default)]
pub struct Staged {
    /// The line (or sheet row) where it starts in the file, counted from 1.
    pub row: u32,
    /// What it says of the person. Stage, owner and pool are not set yet.
    pub lead: Lead,
    /// The name of the campaign the row itself names.
    pub campaign: Option<String>,
    /// The name of the user the row itself names as owner.
    pub owner: Option<String>,
    /// What was found wrong; a row with a problem that rejects is left out.
    pub problems: Vec<Problem>,
}

impl Staged {
    /// Whether the row can be imported.
    pub fn is_accepted(&self) -> bool {
        self.lead.is_anyone() && !self.problems.iter().any(|problem| problem.rejects)
    }
}
