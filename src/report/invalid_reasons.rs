//! Why leads were given up.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{
    Behind, Cell, ColumnHead, Note, Question, Report, Sheet, Unit,
    behind::Counted,
    lead_rows, metric,
    window::{Place, Window},
};
use crate::{
    domain::{Lead, Stage, Timestamp},
    error::Result,
};

/// A row for each reason, the most frequent first, of the disqualified leads that were captured in the window.
pub const REPORT: Report = Report { name: "invalid_reasons", run };

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let leads = &question.model.leads;
    let captured = leads.column(Lead::captured_at).filter(|_| !window.is_unbounded());
    let mut reasons: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    let mut undated = Vec::new();
    for row in lead_rows::all(question) {
        if leads.text(Lead::stage, row) != Stage::Disqualified.id() {
            continue;
        }
        let at = captured.and_then(|column| column.number(row)).map(Timestamp);
        match window.place(at) {
            Place::Outside => {}
            Place::Undated => undated.push(row as u32),
            Place::Inside => {
                let reason = leads.text(Lead::disqualify_reason, row);
                reasons.entry(reason).or_default().push(row as u32);
            }
        }
    }
    let mut reasons: Vec<(&str, Vec<u32>)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, rows)| Reverse(rows.len()));
    let all = Counted::leads(reasons.iter().flat_map(|(_, rows)| rows.iter().copied()).collect());
    let columns = vec![
        ColumnHead::new("reason", Unit::Text),
        metric::DISQUALIFIED.into(),
        metric::SHARE_OF_DISQUALIFIED.into(),
    ];
    let mut sheet = Sheet::new("invalid_reasons", question, columns);
    for (reason, rows) in reasons {
        let name = match reason {
            "" => Cell::Term("group", "no_reason".into()),
            reason => Cell::Term("disqualify_reason", reason.to_owned().into()),
        };
        let rows = Counted::leads(rows);
        sheet.push(vec![
            name.into(),
            metric::DISQUALIFIED.count(rows.clone()),
            metric::SHARE_OF_DISQUALIFIED.share(rows, all.clone()),
        ]);
    }
    if !undated.is_empty() {
        sheet.notes.push(Note::new("leads-without-capture", Behind::Leads(undated)));
    }
    Ok(sheet)
}
