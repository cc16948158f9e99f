//! In which hours cards were collected.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Timelike as _};
use rust_decimal::Decimal;

use super::{
    Behind, Cell, ColumnHead, Note, Question, Report, Sheet, Unit,
    behind::Counted,
    lead_rows, metric,
    window::{Place, Window},
};
use crate::{
    domain::{Lead, Timestamp},
    error::Result,
};

/// A row for each hour of the workspace in which a card was captured; hours without cards have none.
pub const REPORT: Report = Report { name: "cards_per_hour", run };

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let zone = question.model.settings().zone();
    let captured = question.model.leads.column(Lead::captured_at);
    let mut hours: BTreeMap<(NaiveDate, u32), Vec<u32>> = BTreeMap::new();
    let mut undated = Vec::new();
    for row in lead_rows::unmerged(question) {
        let at = captured.and_then(|column| column.number(row)).map(Timestamp);
        match (at, window.place(at)) {
            (_, Place::Outside) => {}
            (Some(at), Place::Inside) => {
                let hour = at.utc().with_timezone(&zone).hour();
                hours.entry((at.day(zone), hour)).or_default().push(row as u32);
            }
            _ => undated.push(row as u32),
        }
    }
    let columns = vec![
        ColumnHead::new("day", Unit::Date),
        ColumnHead::new("hour", Unit::Number),
        metric::CARDS.into(),
    ];
    let mut sheet = Sheet::new("cards_per_hour", question, columns);
    for ((day, hour), rows) in hours {
        let hour = Cell::Number(Decimal::from(hour));
        let cards = metric::CARDS.count(Counted::leads(rows));
        sheet.push(vec![Cell::Date(day).into(), hour.into(), cards]);
    }
    if !undated.is_empty() {
        sheet.notes.push(Note::new("leads-without-capture", Behind::Leads(undated)));
    }
    Ok(sheet)
}
