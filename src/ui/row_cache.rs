//! Whole records of what is looked at. The model holds columns only; the rest is read beside the window.

use std::collections::HashMap;

use crate::domain::{RecordId, Row};

/// Records kept at most; then all are forgotten, which a person does not notice.
const MOST: usize = 2_000;

/// Whole records, each as of a revision of the model.
#[derive(Default)]
pub(super) struct RowCache {
    known: HashMap<RecordId, Known>,
}

#[derive(Default)]
struct Known {
    row: Option<Row>,
    /// The newest revision for which it was asked.
    asked: u64,
}

impl RowCache {
    /// A record as it was read last; it may be older than the model by a moment.
    pub fn get(&self, record: RecordId) -> Option<&Row> {
        self.known.get(&record)?.row.as_ref()
    }

    /// Whether a record has to be asked for.
    pub fn lacks(&self, record: RecordId, revision: u64) -> bool {
        self.known.get(&record).is_none_or(|known| known.asked < revision)
    }

    /// Notes that a record was asked for.
    pub fn asked(&mut self, record: RecordId, revision: u64) {
        if self.known.len() >= MOST {
            self.known.clear();
        }
        self.known.entry(record).or_default().asked = revision;
    }

    /// Takes records that were read.
    pub fn take(&mut self, rows: Vec<(RecordId, Row)>) {
        for (record, row) in rows {
            self.known.entry(record).or_default().row = Some(row);
        }
    }
}
