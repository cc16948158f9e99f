//! The numbers of the sheets of a board, by their metric, as people read them.

use crate::{
    i18n::{Lang, grouped, text},
    report::{Cell, Explanation, Sheet},
};

/// The sheets of a board.
pub struct Sheets {
    /// A row for each metric.
    pub fair: Sheet,
    /// A row for each stage.
    pub funnel: Sheet,
}

/// A number of a board: of which sheet, row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// Of the board itself, by its metric.
    Fair(&'static str),
    /// How many ever reached a stage, by its row.
    Funnel(usize),
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
            Figure::Funnel(row) => self.funnel.explain(row, VALUE),
        }
    }
}

/// A number and its unit, apart: as tiles show them.
pub(super) fn number_and_unit(cell: Option<&Cell>, lang: Lang) -> (String, String) {
    match cell {
        Some(Cell::Count(count)) => (grouped(*count), String::new()),
        Some(Cell::Percent(percent)) => {
            let sign = if percent.is_sign_negative() && !percent.is_zero() { "−" } else { "" };
            (format!("{sign}{:.1}", percent.abs()), "%".to_owned())
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
