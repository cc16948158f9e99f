//! What a person puts right in a table before it is imported: cells, whole columns, rows.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap, HashSet},
};

use serde_json::{Value as Json, json};

use super::{DateOrder, Mapping, tidy::needs_digits, values::has_lost_digits};
use crate::domain::{Decision, Kind, Line, Problem, RecordId, country::Country2};

/// What holds for every value of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ColumnRule {
    /// In which order the numbers of its dates stand.
    pub dates: Option<DateOrder>,
    /// The country of its phone numbers without one.
    pub country: Option<Country2>,
    /// Values with a problem are left out, and are no problem any more.
    pub leaves_out: bool,
}

/// What a person puts right in a table. Rows and columns are named by their place, counted from 0.
#[derive(Clone, Debug, Default)]
pub struct Adjustments {
    cells: BTreeMap<(u32, u32), String>,
    rules: BTreeMap<u32, ColumnRule>,
    decisions: HashMap<u32, Decision>,
    referred: HashSet<u32>,
}

impl Adjustments {
    /// Sets the text of a cell.
    pub fn set_cell(&mut self, row: u32, column: u32, text: &str) {
        self.cells.insert((row, column), text.to_owned());
    }

    /// The text a cell was given; none if it is as in the file.
    pub fn cell(&self, row: u32, column: u32) -> Option<&str> {
        self.cells.get(&(row, column)).map(String::as_str)
    }

    /// The rule of a column.
    pub fn rule(&self, column: u32) -> ColumnRule {
        self.rules.get(&column).copied().unwrap_or_default()
    }

    /// Changes the rule of a column.
    pub fn set_rule(&mut self, column: u32, change: impl FnOnce(&mut ColumnRule)) {
        change(self.rules.entry(column).or_default());
    }

    /// The columns that have a rule.
    pub fn rules(&self) -> impl Iterator<Item = (u32, ColumnRule)> + '_ {
        let rules = self.rules.iter().map(|(column, rule)| (*column, *rule));
        rules.filter(|(_, rule)| *rule != ColumnRule::default())
    }

    /// What was decided of a row.
    pub fn decision(&self, row: u32) -> Option<Decision> {
        self.decisions.get(&row).copied()
    }

    /// Decides of a row, or leaves it to the comparison.
    pub fn decide(&mut self, row: u32, decision: Option<Decision>) {
        match decision {
            Some(decision) => {
                if let Decision::Row(earlier) = decision {
                    self.referred.insert(earlier);
                }
                self.decisions.insert(row, decision);
            }
            None => drop(self.decisions.remove(&row)),
        }
    }

    /// Whether a later row is decided to be the person of this one.
    pub fn is_referred(&self, row: u32) -> bool {
        self.referred.contains(&row)
    }

    /// How much was put right: cells, columns with a rule, rows that were decided.
    pub fn len(&self) -> usize {
        self.cells.len() + self.rules().count() + self.decisions.len()
    }

    /// Whether nothing was put right.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The same, as it is kept with an import; empty if nothing was put right.
    pub fn written(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let cells = self.cells.iter().map(|((row, column), text)| json!([row, column, text]));
        let rules = self.rules().map(|(column, rule)| {
            let country = rule.country.map(|country| country.to_string());
            json!([column, rule.dates.map(DateOrder::name), country, rule.leaves_out])
        });
        let decisions = self.decisions.iter().map(|(row, decision)| match decision {
            Decision::New => json!([row, "new"]),
            Decision::Skip => json!([row, "skip"]),
            Decision::Row(earlier) => json!([row, "row", earlier]),
            Decision::Known(record) => json!([row, "known", record.kind.number(), record.uuid]),
        });
        json!({
            "cells": cells.collect::<Vec<_>>(),
            "rules": rules.collect::<Vec<_>>(),
            "decisions": decisions.collect::<Vec<_>>(),
        })
        .to_string()
    }

    /// What was kept with an import. What this version does not know is passed over.
    pub fn read(written: &str) -> Self {
        let json: Json = serde_json::from_str(written).unwrap_or_default();
        let list =
            |name: &str| json.get(name).and_then(Json::as_array).cloned().unwrap_or_default();
        let mut read = Self::default();
        for cell in list("cells") {
            if let (Some(row), Some(column), Some(text)) =
                (number(&cell, 0), number(&cell, 1), cell.get(2).and_then(Json::as_str))
            {
                read.set_cell(row, column, text);
            }
        }
        for rule in list("rules") {
            let Some(column) = number(&rule, 0) else { continue };
            let text = |at: usize| rule.get(at).and_then(Json::as_str);
            read.set_rule(column, |known| {
                known.dates = text(1).and_then(DateOrder::of_name);
                known.country = text(2).and_then(Country2::from_code);
                known.leaves_out = rule.get(3).and_then(Json::as_bool).unwrap_or_default();
            });
        }
        for decision in list("decisions") {
            if let (Some(row), Some(decided)) = (number(&decision, 0), decision_of(&decision)) {
                read.decide(row, Some(decided));
            }
        }
        read
    }

    /// A line as it was put right.
    pub(super) fn applied<'a>(&self, row: u32, line: &'a Line, mapping: &Mapping) -> Cow<'a, Line> {
        let mut edits = self.cells.range((row, 0)..=(row, u32::MAX)).peekable();
        let leaves_out = self.rules.values().any(|rule| rule.leaves_out);
        if edits.peek().is_none() && (!leaves_out || line.problems.is_empty()) {
            return Cow::Borrowed(line);
        }
        let mut line = line.clone();
        for ((_, column), text) in edits {
            set(&mut line, mapping, *column, text);
        }
        for (column, _) in self.rules.iter().filter(|(_, rule)| rule.leaves_out) {
            let before = line.problems.len();
            line.problems.retain(|problem| !is_of(problem, mapping, *column));
            if let (true, Some(cell)) =
                (line.problems.len() < before, line.cells.get_mut(*column as usize))
            {
                cell.clear();
            }
        }
        Cow::Owned(line)
    }
}

fn number(list: &Json, at: usize) -> Option<u32> {
    u32::try_from(list.get(at)?.as_u64()?).ok()
}

fn decision_of(written: &Json) -> Option<Decision> {
    match written.get(1)?.as_str()? {
        "new" => Some(Decision::New),
        "skip" => Some(Decision::Skip),
        "row" => number(written, 2).map(Decision::Row),
        "known" => {
            let kind = Kind::of_number(u16::try_from(number(written, 2)?).ok()?)?;
            let uuid = written.get(3)?.as_str()?.parse().ok()?;
            Some(Decision::Known(RecordId { kind, uuid }))
        }
        _ => None,
    }
}

/// Gives a cell another text. What was wrong with the old one is no problem of the new one.
fn set(line: &mut Line, mapping: &Mapping, column: u32, text: &str) {
    let at = column as usize;
    if line.cells.len() <= at {
        line.cells.resize(at + 1, String::new());
    }
    if let Some(cell) = line.cells.get_mut(at) {
        text.trim().clone_into(cell);
    }
    line.problems.retain(|problem| !is_of(problem, mapping, column));
    let label = mapping.label(at);
    if has_lost_digits(text.trim()) && needs_digits(&label) {
        let problem = Problem::rejection(line.number, "digits-lost");
        line.problems.push(problem.in_column(&label, text));
    }
}

/// Whether a problem is one of a column. In sheets that were joined it says in which: `3月6日!手機`.
pub(super) fn is_of(problem: &Problem, mapping: &Mapping, column: u32) -> bool {
    let label = mapping.label(column as usize);
    problem.column == label
        || problem.column.rsplit_once('!').is_some_and(|(_, column)| column == label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_right_is_kept() {
        let record = RecordId { kind: Kind::Contact, uuid: uuid::Uuid::from_u128(7) };
        let mut put_right = Adjustments::default();
        assert_eq!(put_right.written(), "");
        put_right.set_cell(3, 1, "0912-345-678");
        put_right.set_rule(2, |rule| rule.dates = Some(DateOrder::DayMonthYear));
        put_right.set_rule(4, |rule| rule.country = Some(Country2::CN));
        put_right.set_rule(5, |rule| rule.leaves_out = true);
        for (row, decision) in [
            (1, Decision::New),
            (2, Decision::Skip),
            (8, Decision::Row(1)),
            (9, Decision::Known(record)),
        ] {
            put_right.decide(row, Some(decision));
        }
        let read = Adjustments::read(&put_right.written());
        assert_eq!((read.len(), read.cell(3, 1)), (8, Some("0912-345-678")));
        assert_eq!(read.rules().collect::<Vec<_>>(), put_right.rules().collect::<Vec<_>>());
        assert_eq!(read.decision(9), Some(Decision::Known(record)));
        assert!(read.is_referred(1) && !read.is_referred(2));
        assert!(Adjustments::read("no json").is_empty());
    }
}
