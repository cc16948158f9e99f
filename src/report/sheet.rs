//! What a report gives: a table of cells with units, what was left out, and the records behind each
//! number.

use std::{borrow::Cow, collections::BTreeMap};

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::{
    Behind, Cell, Metric, Note, Question, Unit,
    behind::Counted,
    metric::{Figure, Origin},
};
use crate::i18n::{self, Lang};

/// The head of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnHead {
    /// The stable name, in snake case. A metric's column is named like the metric.
    pub name: &'static str,
    /// What its cells are counted in.
    pub unit: Unit,
}

/// The answer to *explain this number*.
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    /// The metric: its label is the text `metric-<id>`, its definition `metric-<id>-explain`.
    pub metric: &'static str,
    /// The records counted or summed; of a share, those of the part.
    pub counted: Behind,
    /// The records of the whole, if the number is a share.
    pub of: Option<Behind>,
    /// What was left out, of this and the other numbers of the sheet.
    pub left_out: &'a [Note],
}

/// A table of a report.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The name of the report.
    pub report: &'static str,
    /// The first day asked for.
    pub from: Option<NaiveDate>,
    /// The day after the last asked for.
    pub to: Option<NaiveDate>,
    /// The heads of the columns.
    pub columns: Vec<ColumnHead>,
    /// The rows: as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// All rows together, each record counted once: where people read, never in JSON.
    pub total: Option<Vec<Cell>>,
    /// What was left out.
    pub notes: Vec<Note>,
    origins: BTreeMap<(usize, usize), Origin>,
}

impl Sheet {
    /// The records behind a cell; none if it is no number. The total is the row after the last.
    pub fn behind(&self, row: usize, column: usize) -> Option<Behind> {
        self.origins.get(&(row, column)).map(|origin| origin.counted.behind())
    }

    /// What a cell means and is made of; none if it is no number.
    pub fn explain(&self, row: usize, column: usize) -> Option<Explanation<'_>> {
        let origin = self.origins.get(&(row, column))?;
        Some(Explanation {
            metric: origin.metric,
            counted: origin.counted.behind(),
            of: origin.of.as_ref().map(Counted::behind),
            left_out: &self.notes,
        })
    }

    /// As the command line prints it: `{"report", "from", "to", "columns", "rows", "notes"}`.
    pub fn to_json(&self, lang: Lang) -> Json {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let head = |head: &ColumnHead| json!({"name": head.name, "unit": head.unit.id()});
        let row = |row: &Vec<Cell>| row.iter().map(Cell::to_json).collect::<Json>();
        json!({
            "report": self.report,
            "from": day(self.from),
            "to": day(self.to),
            "columns": self.columns.iter().map(head).collect::<Json>(),
            "rows": self.rows.iter().map(row).collect::<Json>(),
            "notes": self.notes.iter().map(|note| note.to_json(lang)).collect::<Json>(),
        })
    }

    /// A sheet without rows.
    pub(super) fn new(
        report: &'static str,
        question: &Question<'_>,
        columns: Vec<ColumnHead>,
    ) -> Self {
        Self {
            report,
            from: question.from,
            to: question.to,
            columns,
            rows: Vec::new(),
            total: None,
            notes: Vec::new(),
            origins: BTreeMap::new(),
        }
    }

    /// Adds a row.
    pub(super) fn push(&mut self, figures: Vec<Figure>) {
        let cells = self.cells(figures);
        self.rows.push(cells);
    }

    /// Says what all rows are together, after the last of them.
    pub(super) fn set_total(&mut self, figures: Vec<Figure>) {
        self.total = Some(self.cells(figures));
    }

    fn cells(&mut self, figures: Vec<Figure>) -> Vec<Cell> {
        let row = self.rows.len();
        let keep = |(column, figure): (usize, Figure)| {
            if let Some(origin) = figure.origin {
                self.origins.insert((row, column), origin);
            }
            figure.cell
        };
        figures.into_iter().enumerate().map(keep).collect()
    }
}

impl ColumnHead {
    /// A column of that name.
    pub(super) const fn new(name: &'static str, unit: Unit) -> Self {
        Self { name, unit }
    }

    /// The label: the text `column-<name>`, else that of the metric.
    pub fn label(&self, lang: Lang) -> Cow<'static, str> {
        let own = i18n::known(lang, &format!("column-{}", self.name));
        own.unwrap_or_else(|| i18n::text(lang, &format!("metric-{}", self.name)))
    }
}

impl From<Metric> for ColumnHead {
    fn from(metric: Metric) -> Self {
        Self::new(metric.id, metric.unit)
    }
}
