//! What entered each stage in a time: another question than how far the leads came.

use std::collections::HashSet;

use super::{
    Cell, ColumnHead, Question, Report, Sheet, Unit,
    behind::Counted,
    deals,
    deals::Scope,
    funnel::STAGES,
    metric,
    window::{Place, Window},
};
use crate::{
    domain::{Lead, RecordId, Stage, Tag, Timestamp},
    error::Result,
};

/// A row for each stage: its entries in the window, whenever the leads were captured.
pub const REPORT: Report = Report { name: "funnel_period", run };

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let moments = [Lead::captured_at, Lead::usable_at, Lead::mql_at, Lead::sql_at];
    let entries = entries(question, &window, moments).map(Counted::leads);
    let later = later_entries(question, &window).map(Counted::records);
    let columns = vec![ColumnHead::new("funnel_stage", Unit::Text), metric::ENTRIES.into()];
    let mut sheet = Sheet::new("funnel_period", question, columns);
    for (id, entered) in STAGES.into_iter().zip(entries.into_iter().chain(later)) {
        let stage = Cell::Term("funnel_stage", id.into());
        sheet.push(vec![stage.into(), metric::ENTRIES.count(entered)]);
    }
    Ok(sheet)
}

/// The leads whose moment lies in the window, for each of some moments.
fn entries<const N: usize>(
    question: &Question<'_>,
    window: &Window,
    moments: [Tag; N],
) -> [Vec<u32>; N] {
    let leads = &question.model.leads;
    let columns = moments.map(|tag| leads.column(tag));
    let mut entries = [const { Vec::new() }; N];
    let merged = Stage::Merged.id();
    for row in question.lead_rows().filter(|row| leads.text(Lead::stage, *row) != merged) {
        for (entered, column) in entries.iter_mut().zip(columns) {
            let at = column.and_then(|column| column.number(row)).map(Timestamp);
            if at.is_some() && window.has(at) {
                entered.push(row as u32);
            }
        }
    }
    entries
}

/// Opportunities made, opportunities won, and orders of accounts that had ordered before.
fn later_entries(question: &Question<'_>, window: &Window) -> [Vec<RecordId>; 3] {
    let model = question.model;
    let scope = Scope::of(question);
    let is_asked = |campaign, lead| scope.has(model, campaign, lead);
    let (mut made, mut won) = (Vec::new(), Vec::new());
    for deal in deals::all(model).filter(|deal| is_asked(deal.campaign, deal.lead)) {
        if window.has(deal.opened_at) {
            made.push(deal.record);
        }
        if deal.is_won() && window.has(deal.closed_at) {
            won.push(deal.record);
        }
    }
    let mut sales: Vec<_> = deals::sales(model).collect();
    sales.sort_by_key(|sale| (sale.day, sale.record));
    let mut buyers = HashSet::new();
    sales.retain(|sale| sale.account.is_some_and(|account| !buyers.insert(account)));
    let again = sales.iter().filter(|sale| {
        is_asked(sale.campaign, sale.lead) && window.place_of_day(sale.day) == Place::Inside
    });
    [made, won, again.map(|sale| sale.record).collect()]
}
