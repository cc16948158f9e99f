//! A row of a file as an import takes it: all that can be made of it without knowing anyone else is made.

use super::import_make::SETTLED;
use crate::{
    domain::{Decision, Fields as _, Problem, Row, Staged, match_keys::Key},
    error::Result,
    store::EncodedRow,
};

/// A row of a file as an import takes it. It is made where the file is read, and holds as few pieces of memory as
/// it can, because another thread frees them.
#[derive(Clone, Debug, Default)]
pub struct StagedCard {
    /// See [`Staged::place`].
    pub place: u32,
    /// See [`Staged::row`].
    pub row: u32,
    /// Whether it can be imported.
    pub is_accepted: bool,
    /// What is to be said of it.
    pub told: Vec<Problem>,
    /// Under which keys its person meets others; none of one that cannot be imported.
    pub keys: Vec<Key>,
    /// What it says of the person, as the fields of a lead.
    pub fields: EncodedRow,
    /// What it says of fields that an import settles: most cards say nothing.
    pub settled: Row,
    /// See [`Staged::campaign`].
    pub campaign: Option<String>,
    /// See [`Staged::owner`].
    pub owner: Option<String>,
    /// See [`Staged::decision`].
    pub decision: Option<Decision>,
    /// See [`Staged::is_referred`].
    pub is_referred: bool,
}

impl StagedCard {
    /// A row as an import takes it.
    ///
    /// # Errors
    /// As [`EncodedRow::of`].
    pub fn of(mut staged: Staged) -> Result<Self> {
        let is_accepted = staged.is_accepted();
        let (told, keys) = (staged.told(), is_accepted.then(|| staged.take_keys()));
        let (settled, own) = staged.lead.take_row().split(|tag| SETTLED.contains(&tag));
        Ok(Self {
            place: staged.place,
            row: staged.row,
            is_accepted,
            told,
            keys: keys.unwrap_or_default(),
            fields: EncodedRow::of(&own)?,
            settled,
            campaign: staged.campaign,
            owner: staged.owner,
            decision: staged.decision,
            is_referred: staged.is_referred,
        })
    }

    /// All that it says of the person, as the fields of a lead.
    ///
    /// # Errors
    /// As [`EncodedRow::row`].
    pub fn row(&self) -> Result<Row> {
        Ok(self.fields.row()?.into_iter().chain(self.settled.clone()).collect())
    }
}
