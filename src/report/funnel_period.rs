//! What entered each stage in a time: another question than how far the leads came.

use std::collections::HashSet;

use super::{
    Behind, Cell, ColumnHead, Note, Question, Report, Sheet, Unit,
    behind::Counted,
    deals::{self, Sale},
    funnel::STAGES,
    lead_rows, metric,
    scope::Scope,
    window::{Place, Window},
};
use crate::{
    domain::{Lead, RecordId, Tag, Timestamp},
    error::Result,
};

/// A row for each stage: its entries in the window, whenever the leads were captured.
pub const REPORT: Report = Report { name: "funnel_period", run };

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let columns = vec![ColumnHead::new("funnel_stage", Unit::Text), metric::ENTRIES.into()];
    let mut sheet = Sheet::new("funnel_period", question, columns);
    let leads = entries(question, &window, &mut sheet.notes).map(Counted::leads);
    let later = later_entries(question, &window, &mut sheet.notes).map(Counted::records);
    for (id, entered) in STAGES.into_iter().zip(leads.into_iter().chain(later)) {
        let stage = Cell::Term("funnel_stage", id.into());
        sheet.push(vec![stage.into(), metric::ENTRIES.count(entered)]);
    }
    Ok(sheet)
}

/// The leads captured, usable, MQL and SQL for the first time in the window.
fn entries(question: &Question<'_>, window: &Window, notes: &mut Vec<Note>) -> [Vec<u32>; 4] {
    let leads = &question.model.leads;
    let moment = |tag: Tag| {
        let column = leads.column(tag);
        move |row: usize| column.and_then(|column| column.number(row)).map(Timestamp)
    };
    let captured_at = moment(Lead::captured_at);
    let later = [Lead::usable_at, Lead::mql_at, Lead::sql_at].map(moment);
    let (mut captured, mut undated) = (Vec::new(), Vec::new());
    let mut reached = [const { Vec::new() }; 3];
    for row in lead_rows::unmerged(question) {
        match window.place(captured_at(row)) {
            Place::Inside => captured.push(row as u32),
            Place::Undated => undated.push(row as u32),
            Place::Outside => {}
        }
        for (reached, at) in reached.iter_mut().zip(&later) {
            // Without a moment it never got there.
            if at(row).is_some_and(|at| window.has(Some(at))) {
                reached.push(row as u32);
            }
        }
    }
    if !undated.is_empty() {
        notes.push(Note::new("leads-without-capture", Behind::Leads(undated)));
    }
    let [usable, mql, sql] = reached;
    [captured, usable, mql, sql]
}

/// Opportunities made, opportunities won, and orders of accounts that had ordered before.
fn later_entries(
    question: &Question<'_>,
    window: &Window,
    notes: &mut Vec<Note>,
) -> [Vec<RecordId>; 3] {
    let scope = Scope::of(question);
    let (mut made, mut won, mut undated) = (Vec::new(), Vec::new(), Vec::new());
    for deal in deals::all(question.model).filter(|deal| scope.has_deal(deal)) {
        let closed = deal.is_won().then(|| window.place(deal.closed_at));
        let places = [Some(window.place(deal.opened_at)), closed];
        for (place, inside) in places.into_iter().zip([&mut made, &mut won]) {
            match place {
                Some(Place::Inside) => inside.push(deal.record),
                Some(Place::Undated) => undated.push(deal.record),
                _ => {}
            }
        }
    }
    let mut sales: Vec<_> = deals::sales(question.model).collect();
    sales.sort_by_key(|sale| (sale.day, sale.record));
    let mut buyers = HashSet::new();
    sales.retain(|sale| sale.account.is_some_and(|account| !buyers.insert(account)));
    let is_asked = |sale: &&Sale| scope.has_sale(sale);
    let mut again = Vec::new();
    for sale in sales.iter().filter(is_asked) {
        match window.place_of_day(sale.day) {
            Place::Inside => again.push(sale.record),
            Place::Undated => undated.push(sale.record),
            Place::Outside => {}
        }
    }
    if !undated.is_empty() {
        notes.push(Note::new("deals-without-date", Behind::distinct(undated)));
    }
    [made, won, again]
}
