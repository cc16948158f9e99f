//! Days as people write them in a filter: `2026-06-01`, `2026-06`, `today-7d`, `yesterday`.

use chrono::{Datelike as _, Days, Months, NaiveDate};

/// A stretch of days, the first and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DaySpan {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// The days a text stands for; none if it is no date.
pub(super) fn days(text: &str, today: NaiveDate) -> Option<DaySpan> {
    if let Some((first, last)) = text.split_once("..") {
        let (first, last) = (single(first, today)?, single(last, today)?);
        return Some(DaySpan { first: first.first, last: last.last });
    }
    single(text, today)
}

/// How many days a duration such as `14d` or `2w` is; a bare number counts days.
pub(super) fn duration(text: &str) -> Option<i64> {
    let (number, unit) = split_unit(text);
    let per_unit = match unit {
        "" | "d" => 1,
        "w" => 7,
        _ => return None,
    };
    number.parse::<i64>().ok()?.checked_mul(per_unit)
}

fn single(text: &str, today: NaiveDate) -> Option<DaySpan> {
    let text = text.trim().to_lowercase();
    if let Some(day) = relative_day(&text, today) {
        return Some(DaySpan { first: day, last: day });
    }
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let number = |part: &str| {
        let is_number =
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| is_number)
    };
    let year = parts.first().filter(|year| year.len() == 4).copied().and_then(number)?;
    let year = i32::try_from(year).ok().filter(|year| *year > 0)?;
    match *parts.as_slice() {
        [_] => span(NaiveDate::from_ymd_opt(year, 1, 1)?, Months::new(12)),
        [_, month] => span(NaiveDate::from_ymd_opt(year, number(month)?, 1)?, Months::new(1)),
        [_, month, day] => {
            let day = NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)?;
            Some(DaySpan { first: day, last: day })
        }
        _ => None,
    }
}

fn span(first: NaiveDate, length: Months) -> Option<DaySpan> {
    Some(DaySpan { first, last: first.checked_add_months(length)?.pred_opt()? })
}

/// The day that words such as `today` or `today+7d` stand for; none if they stand for none.
///
/// `today`, `yesterday`, `tomorrow`, each with so many days, weeks, months or years added or taken away.
pub fn relative_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (rest, day) =
        [("today", Some(today)), ("yesterday", today.pred_opt()), ("tomorrow", today.succ_opt())]
            .into_iter()
            .find_map(|(word, day)| Some((text.strip_prefix(word)?, day?)))?;
    if rest.is_empty() {
        return Some(day);
    }
    let is_later = rest.starts_with('+');
    let (number, unit) = split_unit(rest.strip_prefix(['+', '-'])?);
    let number: u32 = number.parse().ok()?;
    let moved = match (unit, is_later) {
        ("d" | "w", _) => {
            let days = Days::new(u64::from(number) * if unit == "w" { 7 } else { 1 });
            if is_later { day.checked_add_days(days) } else { day.checked_sub_days(days) }
        }
        ("m" | "y", _) => {
            let months = Months::new(number.checked_mul(if unit == "y" { 12 } else { 1 })?);
            if is_later { day.checked_add_months(months) } else { day.checked_sub_months(months) }
        }
        _ => None,
    };
    // Beyond these years calendars and time zones run out.
    moved.filter(|day| (1..=9999).contains(&day.year()))
}

fn split_unit(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_are_read() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let check = |text: &str, expected: &str| {
            let found = days(text, today)
                .map_or("none".to_owned(), |it| format!("{} {}", it.first, it.last));
            assert_eq!(found, expected, "{text}");
        };
        check("2026-06-01", "2026-06-01 2026-06-01");
        check("2026/6/1", "2026-06-01 2026-06-01");
        check("2026-02", "2026-02-01 2026-02-28");
        check("2026", "2026-01-01 2026-12-31");
        check("today", "2026-11-21 2026-11-21");
        check("Yesterday", "2026-11-20 2026-11-20");
        check("today-7d", "2026-11-14 2026-11-14");
        check("today+2w", "2026-12-05 2026-12-05");
        check("today-1m", "2026-10-21 2026-10-21");
        check("2026-06-01..2026-07", "2026-06-01 2026-07-31");
        for wrong in [
            "",
            "soon",
            "2026-13",
            "2026-06-31",
            "26-06-01",
            "today-",
            "today7d",
            "today-7",
            "today-99999y",
            "2026--01",
        ] {
            check(wrong, "none");
        }
    }

    #[test]
    fn durations_are_read() {
        for (text, days) in
            [("14d", Some(14)), ("2w", Some(14)), ("7", Some(7)), ("d", None), ("1h", None)]
        {
            assert_eq!(duration(text), days, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in any::<String>(), near in "(today|yesterday|[0-9]{1,4})[-+/.0-9dwmy]{0,12}") {
            let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
            let known = [days(&text, today), days(&near, today)];
            prop_assert!(known.iter().flatten().all(|it| it.first.year() > 0));
        }
    }
}
