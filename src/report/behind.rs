//! The records behind a number: counted at once, listed when somebody clicks.

use std::sync::Arc;

use super::{cohort::Cohort, facts::Fact};
use crate::domain::RecordId;

/// The records behind a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Behind {
    /// Leads, by their rows in the model the report read.
    Leads(Vec<u32>),
    /// Records of any kind.
    Records(Vec<RecordId>),
}

impl Behind {
    /// Records, each once.
    pub(super) fn distinct(mut records: Vec<RecordId>) -> Self {
        records.sort_unstable();
        records.dedup();
        Self::Records(records)
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Leads(rows) => rows.len(),
            Self::Records(records) => records.len(),
        }
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// How many of something there are, and which.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    /// How many.
    pub count: u64,
    source: Source,
}

#[derive(Clone, Debug)]
enum Source {
    Cohort { cohort: Arc<Cohort>, fact: Fact, groups: Arc<[u32]> },
    Leads(Arc<[u32]>),
    Records(Arc<[RecordId]>),
}

impl Counted {
    /// Records, each counting once.
    pub fn records(mut records: Vec<RecordId>) -> Self {
        records.sort_unstable();
        records.dedup();
        Self { count: records.len() as u64, source: Source::Records(records.into()) }
    }

    /// Leads, by row.
    pub fn leads(rows: Vec<u32>) -> Self {
        Self { count: rows.len() as u64, source: Source::Leads(rows.into()) }
    }

    /// The leads of some groups of a cohort of whom a fact is true.
    pub fn cohort(cohort: &Arc<Cohort>, groups: &Arc<[u32]>, fact: Fact) -> Self {
        let count = groups.iter().map(|group| cohort.count(*group, fact)).sum();
        let (cohort, groups) = (Arc::clone(cohort), Arc::clone(groups));
        Self { count, source: Source::Cohort { cohort, fact, groups } }
    }

    /// The same records, counting something else about them, such as the rows of batches.
    pub fn counting(self, count: u64) -> Self {
        Self { count, ..self }
    }

    /// The records.
    pub fn behind(&self) -> Behind {
        match &self.source {
            Source::Cohort { cohort, fact, groups } => Behind::Leads(cohort.rows(groups, *fact)),
            Source::Leads(rows) => Behind::Leads(rows.to_vec()),
            Source::Records(records) => Behind::Records(records.to_vec()),
        }
    }
}
