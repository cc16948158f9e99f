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
    pub(super) fn distinct(records: Vec<RecordId>) -> Self {
        Self::Records(distinct(records))
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
    Cohort { cohort: Arc<Cohort>, groups: Arc<[u32]>, fact: Fact, but: Option<Fact> },
    Leads(Arc<[u32]>),
    Records(Arc<[RecordId]>),
}

impl Counted {
    /// Records, each counting once.
    pub fn records(records: Vec<RecordId>) -> Self {
        let records = distinct(records);
        Self { count: records.len() as u64, source: Source::Records(records.into()) }
    }

    /// Leads, by row.
    pub fn leads(rows: Vec<u32>) -> Self {
        Self { count: rows.len() as u64, source: Source::Leads(rows.into()) }
    }

    /// The leads of some groups of a cohort of whom `fact` is true, but not `but`. Of whom `but` is
    /// true, `fact` is true as well.
    pub fn cohort(cohort: &Arc<Cohort>, groups: &[u32], fact: Fact, but: Option<Fact>) -> Self {
        let count = |fact: Fact| groups.iter().map(|it| cohort.count(*it, fact)).sum::<u64>();
        let count = count(fact).saturating_sub(but.map_or(0, count));
        let (cohort, groups) = (Arc::clone(cohort), groups.into());
        Self { count, source: Source::Cohort { cohort, groups, fact, but } }
    }

    /// The same records, counting something else about them, such as the rows of batches.
    pub fn counting(self, count: u64) -> Self {
        Self { count, ..self }
    }

    /// The records.
    pub fn behind(&self) -> Behind {
        match &self.source {
            Source::Cohort { cohort, groups, fact, but } => {
                Behind::Leads(cohort.rows(groups, *fact, *but))
            }
            Source::Leads(rows) => Behind::Leads(rows.to_vec()),
            Source::Records(records) => Behind::Records(records.to_vec()),
        }
    }
}

fn distinct(mut records: Vec<RecordId>) -> Vec<RecordId> {
    records.sort_unstable();
    records.dedup();
    records
}
