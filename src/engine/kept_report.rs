//! The report of an import as it is kept with its batch, and what became of the batch when it was taken
//! back.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{ImportReport, UndoReport};
use crate::domain::{ImportBatch, Kind, RecordId};

/// Problems kept with a batch; the others are counted. The kept file says them all again.
const MOST_PROBLEMS: usize = 100;

/// Records listed of a batch that was taken back; the others are counted.
const MOST_RECORDS: usize = 1_000;

/// The report of an import, as it is kept with its batch.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptReport {
    /// Which column became which field, and why.
    pub mapping: Vec<KeptColumn>,
    /// What was found wrong.
    pub problems: Vec<KeptProblem>,
    /// How many problems there were.
    pub problem_count: u64,
    /// How many of each kind, those first for which rows were left out.
    pub counts: Vec<KeptCount>,
    /// When the same content had been imported before, as ISO 8601.
    pub imported_before: Option<String>,
    /// The file within an archive, with its name.
    pub part: Option<String>,
    /// The sheets that were read, where there were several to choose among.
    pub sheets: Vec<String>,
}

/// Which field a column became.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptColumn {
    /// The label of the column.
    pub column: String,
    /// The field; none if it was left out.
    pub field: Option<String>,
}

/// What was wrong in a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptProblem {
    /// The row in the file.
    pub row: u32,
    /// The column.
    pub column: String,
    /// What stood there.
    pub value: String,
    /// Its code; the sentence is the text `problem-<code>`.
    pub code: String,
    /// Whether the row was left out for it.
    pub rejects: bool,
}

/// How many problems of a kind there were.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptCount {
    /// The kind; the sentence is the text `problem-<code>`.
    pub code: String,
    /// Whether rows were left out for it.
    pub rejects: bool,
    /// How many.
    pub count: u64,
}

/// What became of a batch when it was taken back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptUndo {
    /// Records that are again as they were.
    pub reversed: u64,
    /// How many were kept, because they were changed since.
    pub kept_count: u64,
    /// How many could not be put back.
    pub failed_count: u64,
    kept: Vec<(u16, Uuid)>,
    failed: Vec<(u16, Uuid)>,
}

impl KeptReport {
    /// The report kept with a batch; an empty one if there is none.
    pub fn of(batch: &ImportBatch) -> Self {
        serde_json::from_str(&batch.report).unwrap_or_default()
    }
}

impl ImportReport {
    /// The report as it is kept with its batch.
    pub(super) fn kept(&self) -> String {
        let columns = self.mapping.iter().map(|column| KeptColumn {
            column: column.column.clone(),
            field: column.field.clone(),
        });
        let problems = self.problems.iter().take(MOST_PROBLEMS).map(|found| KeptProblem {
            row: found.problem.row,
            column: found.problem.column.clone(),
            value: found.problem.value.clone(),
            code: found.problem.code.to_owned(),
            rejects: found.problem.rejects,
        });
        let read = self.layout.sheets.iter().filter(|sheet| sheet.is_read);
        let kept = KeptReport {
            mapping: columns.collect(),
            problems: problems.collect(),
            problem_count: self.problem_count(),
            counts: self.kept_counts(),
            imported_before: self.imported_before.clone(),
            part: self.layout.part.clone(),
            sheets: read.map(|sheet| sheet.name.clone()).collect(),
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }
}

impl ImportReport {
    fn kept_counts(&self) -> Vec<KeptCount> {
        let counts = self.problem_counts.iter().map(|it| KeptCount {
            code: it.code.to_owned(),
            rejects: it.rejects,
            count: it.count,
        });
        let mut counts: Vec<KeptCount> = counts.collect();
        counts.sort_by_key(|it| (!it.rejects, Reverse(it.count)));
        counts
    }
}

impl KeptUndo {
    /// What became of a batch; none if it stands.
    pub fn of(batch: &ImportBatch) -> Option<Self> {
        serde_json::from_str(&batch.undone).ok()
    }

    /// The report of an undo, as it is kept with the batch.
    pub(super) fn written(report: &UndoReport) -> String {
        let listed = |records: &[RecordId]| {
            let listed = records.iter().take(MOST_RECORDS);
            listed.map(|record| (record.kind.number(), record.uuid)).collect()
        };
        let kept = Self {
            reversed: report.reversed,
            kept_count: report.kept.len() as u64,
            failed_count: report.failed.len() as u64,
            kept: listed(&report.kept),
            failed: listed(&report.failed),
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Records left as they are, because they were changed since: the first of them.
    pub fn kept(&self) -> impl Iterator<Item = RecordId> + '_ {
        records(&self.kept)
    }

    /// Records that could not be put back: the first of them.
    pub fn failed(&self) -> impl Iterator<Item = RecordId> + '_ {
        records(&self.failed)
    }
}

fn records(listed: &[(u16, Uuid)]) -> impl Iterator<Item = RecordId> + '_ {
    listed.iter().filter_map(|(kind, uuid)| {
        Kind::of_number(*kind).map(|kind| RecordId { kind, uuid: *uuid })
    })
}
