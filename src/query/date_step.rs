//! Dates put together: by day, week, month, quarter or year.

use chrono::{Datelike as _, Days, NaiveDate};

/// How far apart two groups of dates are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStep {
    /// Each day by itself.
    Day,
    /// From Monday to Sunday.
    Week,
    /// A month of the calendar.
    Month,
    /// Three months, the first from January on.
    Quarter,
    /// A year of the calendar.
    Year,
}

impl DateStep {
    /// Every step, the shortest first.
    pub const ALL: &[Self] = &[Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// The word behind a field: `captured_at.month`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The first day of the group that a day belongs to.
    pub fn first_of(self, day: NaiveDate) -> NaiveDate {
        let first = match self {
            Self::Day => Some(day),
            Self::Week => {
                day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
            }
            Self::Month => day.with_day(1),
            Self::Quarter => NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1),
            Self::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1),
        };
        first.unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_belongs_to_one_group_of_each_step() {
        let check = |day: &str, expected: [&str; 5]| {
            let day: NaiveDate = day.parse().unwrap();
            let found: Vec<String> =
                DateStep::ALL.iter().map(|step| step.first_of(day).to_string()).collect();
            assert_eq!(found, expected);
        };
        check("2026-11-22", ["2026-11-22", "2026-11-16", "2026-11-01", "2026-10-01", "2026-01-01"]);
        check("2027-01-01", ["2027-01-01", "2026-12-28", "2027-01-01", "2027-01-01", "2027-01-01"]);
    }
}
