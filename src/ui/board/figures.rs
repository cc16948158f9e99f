//! The numbers of the sheets of a board, by their metric, as people read them.

use chrono::NaiveDate;
use rust_decimal::{RoundingStrategy, prelude::ToPrimitive as _};

use crate::{
    i18n::{Lang, grouped, text},
    report::{Cell, Explanation, Sheet},
    ui::days,
};

/// The sheets of a board.
pub struct Sheets {
    /// A row for each metric.
    pub fair: Sheet,
    /// Those of the charts, in the order of [`Table`].
    pub tables: [Sheet; 5],
}

/// A sheet that is drawn as a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Table {
    /// A row for each stage.
    Funnel,
    /// A row for each hour.
    Hours,
    /// A row for each person.
    People,
    /// A row for each grade.
    FirstContact,
    /// A row for each reason.
    Reasons,
}

impl Table {
    /// All of them, in their order.
    pub const ALL: [Self; 5] =
        [Self::Funnel, Self::Hours, Self::People, Self::FirstContact, Self::Reasons];

    /// The report that makes it.
    pub fn report(self) -> &'static str {
        match self {
            Self::Funnel => "funnel",
            Self::Hours => "cards_per_hour",
            Self::People => "cards_by_person",
            Self::FirstContact => "first_contact",
            Self::Reasons => "invalid_reasons",
        }
    }
}

/// A number of a board: of which sheet, row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// Of the board itself, by its metric.
    Fair(&'static str),
    /// Of a chart, by its row and column.
    Of(Table, usize, usize),
}

/// Where the numbers stand in a row of the board.
const VALUE: usize = 1;

impl Sheets {
    fn row(&self, metric: &str) -> Option<usize> {
        let is_it = |cell: Option<&Cell>| matches!(cell, Some(Cell::Term(_, id)) if id == metric);
        self.fair.rows.iter().position(|row| is_it(row.first()))
    }

    /// The cell of a metric.
    pub(super) fn cell(&self, metric: &str) -> Option<&Cell> {
        self.fair.rows.get(self.row(metric)?)?.get(VALUE)
    }

    /// How many there are of a metric that counts.
    pub(super) fn count(&self, metric: &str) -> u64 {
        match self.cell(metric) {
            Some(Cell::Count(count)) => *count,
            _ => 0,
        }
    }

    /// What a number means and is made of.
    pub(super) fn explain(&self, figure: Figure) -> Option<Explanation<'_>> {
        match figure {
            Figure::Fair(metric) => self.fair.explain(self.row(metric)?, VALUE),
            Figure::Of(table, row, column) => self.table(table).explain(row, column),
        }
    }

    /// The sheet of a chart.
    pub(super) fn table(&self, table: Table) -> &Sheet {
        let [funnel, hours, people, first_contact, reasons] = &self.tables;
        match table {
            Table::Funnel => funnel,
            Table::Hours => hours,
            Table::People => people,
            Table::FirstContact => first_contact,
            Table::Reasons => reasons,
        }
    }

    /// The cell of a number.
    pub(super) fn cell_of(&self, figure: Figure) -> Option<&Cell> {
        match figure {
            Figure::Fair(metric) => self.cell(metric),
            Figure::Of(table, row, column) => self.table(table).rows.get(row)?.get(column),
        }
    }

    /// What the row of a number is about; nothing of the board itself, whose rows are metrics.
    pub(super) fn subject(&self, figure: Figure, lang: Lang) -> Option<String> {
        let Figure::Of(table, row, _) = figure else { return None };
        let cells = self.table(table).rows.get(row)?;
        match cells.as_slice() {
            [Cell::Date(day), Cell::Number(hour), ..] => {
                Some(hour_words(*day, hour.to_u32()?, lang))
            }
            [first, ..] => Some(first.to_text(lang)),
            [] => None,
        }
    }
}

/// An hour of a day.
pub(super) fn hour_words(day: NaiveDate, hour: u32, lang: Lang) -> String {
    format!("{} {hour:02}:00", days::short(day, day, lang))
}

/// A number and its unit, apart: as tiles show them.
pub(super) fn number_and_unit(cell: Option<&Cell>, lang: Lang) -> (String, String) {
    match cell {
        Some(Cell::Count(count)) => (grouped(*count), String::new()),
        Some(Cell::Percent(percent)) => {
            let sign = if percent.is_sign_negative() && !percent.is_zero() { "−" } else { "" };
            // Written with fewer digits, a decimal is cut, not rounded.
            let nearest = RoundingStrategy::MidpointAwayFromZero;
            let shown = percent.abs().round_dp_with_strategy(1, nearest);
            (format!("{sign}{shown:.1}"), "%".to_owned())
        }
        Some(Cell::Money(money)) => {
            let whole = money.amount.round().abs().to_string();
            let whole = whole.parse().map_or(whole, grouped);
            let sign = if money.amount.is_sign_negative() { "−" } else { "" };
            (format!("{sign}{whole}"), money.currency.code().to_owned())
        }
        Some(Cell::Missing) | None => (text(lang, "not-applicable").into_owned(), String::new()),
        Some(other) => (other.to_text(lang), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Currency, Money};

    #[test]
    fn numbers_stand_apart_from_their_units_and_nothing_is_never_zero() {
        let percent = |text: &str| Cell::Percent(text.parse().unwrap());
        let money = Cell::Money(Money::whole(114_000, Currency::TWD));
        for (cell, expected) in [
            (Some(Cell::Count(1_248)), ("1,248", "")),
            (Some(percent("75.44")), ("75.4", "%")),
            (Some(percent("16.67")), ("16.7", "%")),
            (Some(percent("-100")), ("−100.0", "%")),
            (Some(money), ("114,000", "TWD")),
            (Some(Cell::Missing), ("n/a", "")),
            (None, ("n/a", "")),
        ] {
            let (number, unit) = number_and_unit(cell.as_ref(), Lang::En);
            assert_eq!((number.as_str(), unit.as_str()), expected);
        }
    }
}
