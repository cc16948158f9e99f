//! Dates as people write them.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use unicode_normalization::UnicodeNormalization as _;

use super::eras;

/// A date, and the time of day if there is one. None if it cannot be read, or could be two dates:
/// whether `03/04/2026` is in March or in April is asked of a person, never guessed.
///
/// Understood: ISO 8601, `2026/3/5`, `2026年3月5日`, `20260305`, years of the Republic of China under
/// 200 (`115/3/5`, `民國115年3月5日`, `民國一一五年三月五日`), those of Japan's eras (`令和8年3月5日`, `R8.3.5`),
/// `12 Mar 2024`, `Mar 12, 2024`, `5. März 2026`, `7-Feb-22`, `05.03.2026` (with points the day is first), and
/// day and month in either order where one of them is over 12.
pub fn parse_date(text: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    parse_date_as(text, None)
}

/// In which order a column writes the three numbers of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// `3/4/2026` is in April.
    DayMonthYear,
    /// `3/4/2026` is in March.
    MonthDayYear,
    /// `26/3/4` is in March.
    YearMonthDay,
}

impl DateOrder {
    const NAMES: [(Self, &'static str); 3] =
        [(Self::DayMonthYear, "dmy"), (Self::MonthDayYear, "mdy"), (Self::YearMonthDay, "ymd")];

    /// Its name; the text is `date-<name>`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(order, _)| *order == self).map_or("", |(_, name)| name)
    }

    /// The order of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(order, _)| *order)
    }
}

/// As [`parse_date`], where a person says in which order the numbers stand. What tells itself, by a year
/// of four digits or a day over 12, is read as it says.
pub fn parse_date_as(
    text: &str,
    order: Option<DateOrder>,
) -> Option<(NaiveDate, Option<NaiveTime>)> {
    if text.len() > 100 {
        return None;
    }
    let text: String = text.nfkc().collect();
    let text = text.trim();
    if let Ok(exact) = chrono::DateTime::parse_from_rfc3339(text) {
        let local: NaiveDateTime = exact.naive_local();
        return Some((local.date(), Some(local.time())));
    }
    let (era, text) = eras::parted(text);
    let text = &*text;
    let (day, rest) = split_day(text)?;
    let order = order.or_else(|| is_pointed(day).then_some(DateOrder::DayMonthYear));
    let date = read_day(day, era, order)?;
    let rest = rest.trim();
    if rest.is_empty() { Some((date, None)) } else { Some((date, Some(read_time(rest)?))) }
}

/// A date without any border, in a column that holds dates: the days that a spreadsheet counts (`46086`), or
/// year, month and day of the Republic of China (`1150305`).
pub(super) fn bare_date(text: &str) -> Option<NaiveDate> {
    let text: String = text.trim().nfkc().collect();
    // What follows the point is the time of that day.
    let text = match text.split_once('.') {
        Some((days, time)) if days.len() == 5 && time.bytes().all(|b| b.is_ascii_digit()) => days,
        _ => &text,
    };
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        5 => {
            // From 1950 on, as no card is older, and to 2100.
            let days: u64 = text.parse().ok().filter(|days| (18_264..73_051).contains(days))?;
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(days))
        }
        7 => {
            let year: i32 = text.get(..3)?.parse().ok().filter(|year| (1..200).contains(year))?;
            of_numbers(year + 1911, number(text.get(3..5)?)?, number(text.get(5..)?)?)
        }
        _ => None,
    }
}

/// Parts the day from the time that may follow: at the first colon's number, or after 日.
fn split_day(text: &str) -> Option<(&str, &str)> {
    if let Some(at) = text.find(['日', '号', '號']) {
        return text.split_at_checked(at + '日'.len_utf8());
    }
    let Some(colon) = text.find(':') else { return Some((text, "")) };
    let head = text.get(..colon)?;
    let hour = head.rfind(|c: char| !c.is_ascii_digit())? + 1;
    let at = ["上午", "下午"].iter().filter_map(|word| head.find(word)).min().unwrap_or(hour);
    let (day, time) = text.split_at_checked(at)?;
    Some((day.trim_end_matches(['T', ' ', ',']), time))
}

/// Whether the numbers are parted by points alone, as nobody does who writes the month first.
fn is_pointed(day: &str) -> bool {
    day.bytes().filter(|b| *b == b'.').count() > 1
        && day.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b' ')
}

fn read_day(day: &str, era: Option<i32>, order: Option<DateOrder>) -> Option<NaiveDate> {
    let is_border = |c: char| c.is_whitespace() || "/-.,年月日号號".contains(c);
    let parts: Vec<&str> = day.split(is_border).filter(|part| !part.is_empty()).collect();
    match *parts.as_slice() {
        [whole] if whole.len() == 8 => of_parts(whole.get(..4)?, whole.get(4..6)?, whole.get(6..)?),
        [a, b, c] => match (month_name(a), month_name(b)) {
            (Some(month), None) => of_numbers(full_year(c)?, month, number(b)?),
            (None, Some(month)) if a.len() == 4 => of_numbers(full_year(a)?, month, number(c)?),
            (None, Some(month)) => of_numbers(full_year(c)?, month, number(a)?),
            _ => of_three([a, b, c], era, order),
        },
        _ => None,
    }
}

/// Three numbers: the year stands first or last, and tells itself by its length or its size.
fn of_three([a, b, c]: [&str; 3], era: Option<i32>, order: Option<DateOrder>) -> Option<NaiveDate> {
    let first = number(a)?;
    if a.len() == 4 {
        return of_parts(a, b, c);
    }
    if era.is_some() || a.len() == 3 || first > 31 {
        let year = i32::try_from(first).ok().filter(|year| (1..200).contains(year))?;
        return of_numbers(year + era.unwrap_or(eras::REPUBLIC), number(b)?, number(c)?);
    }
    if order == Some(DateOrder::YearMonthDay) && a.len() == 2 {
        return of_numbers(full_year(a)?, number(b)?, number(c)?);
    }
    let (second, year) = (number(b)?, full_year(c)?);
    match (first > 12, second > 12) {
        (true, false) => of_numbers(year, second, first),
        (false, true) => of_numbers(year, first, second),
        _ if first == second => of_numbers(year, first, second),
        _ => match order? {
            DateOrder::DayMonthYear => of_numbers(year, second, first),
            DateOrder::MonthDayYear => of_numbers(year, first, second),
            DateOrder::YearMonthDay => None,
        },
    }
}

fn of_parts(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    of_numbers(full_year(year)?, number(month)?, number(day)?)
}

fn of_numbers(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    (1850..=2200).contains(&year).then_some(date)
}

fn number(text: &str) -> Option<u32> {
    let is_short = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    is_short.then(|| text.parse().ok()).flatten()
}

/// A year of four digits, or of two in the century that makes it near.
fn full_year(text: &str) -> Option<i32> {
    let year = i32::try_from(number(text)?).ok()?;
    match text.len() {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

fn month_name(text: &str) -> Option<u32> {
    const NAMES: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const GERMAN: [(&str, usize); 4] = [("mär", 2), ("mai", 4), ("okt", 9), ("dez", 11)];
    let start: String = text.chars().take(3).flat_map(char::to_lowercase).collect();
    let is_start = |(name, _): &&(&str, usize)| *name == start;
    let at = NAMES.iter().position(|name| *name == start);
    let at = at.or_else(|| GERMAN.iter().find(is_start).map(|(_, at)| *at))?;
    text.chars().all(char::is_alphabetic).then(|| u32::try_from(at + 1).ok()).flatten()
}

fn read_time(text: &str) -> Option<NaiveTime> {
    let lower = text.to_lowercase();
    let is_late = lower.contains("pm") || lower.contains("下午");
    let is_early = lower.contains("am") || lower.contains("上午");
    let bare = lower.replace("pm", "").replace("am", "").replace("下午", "").replace("上午", "");
    let mut parts = bare.trim().trim_end_matches('z').split([':', '.']);
    let mut next = || parts.next().map_or(Some(0), |part| part.trim().parse::<u32>().ok());
    let (hour, minute, second) = (next()?, next()?, next()?);
    let hour = match hour {
        1..=11 if is_late => hour + 12,
        12 if is_early => 0,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let read = parse_date(text).map(|(date, time)| {
            time.map_or_else(|| date.to_string(), |time| format!("{date} {time}"))
        });
        assert_eq!(read.as_deref(), expected, "{text}");
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        check("2026-03-05", Some("2026-03-05"));
        check("2026/3/5", Some("2026-03-05"));
        check("2026.3.5", Some("2026-03-05"));
        check("2026年3月5日", Some("2026-03-05"));
        check("20260305", Some("2026-03-05"));
        check("115/3/5", Some("2026-03-05"));
        check("民國115年3月5日", Some("2026-03-05"));
        check("99/3/5", Some("2010-03-05"));
        check("12 Mar 2024", Some("2024-03-12"));
        check("March 12, 2024", Some("2024-03-12"));
        check("7-Feb-22", Some("2022-02-07"));
        check("24/05/2024", Some("2024-05-24"));
        check("05/24/2024", Some("2024-05-24"));
        check("２０２６／３／５", Some("2026-03-05"));
        check("05.03.2026", Some("2026-03-05"));
        check("5. März 2026", Some("2026-03-05"));
        check("12 Dez 2025", Some("2025-12-12"));
        check("2026. 3. 5.", Some("2026-03-05"));
    }

    #[test]
    fn years_of_eras_are_read() {
        check("民國一一五年三月五日", Some("2026-03-05"));
        check("中華民國一百一十五年十二月二十五日", Some("2026-12-25"));
        check("二〇二六年三月五日", Some("2026-03-05"));
        check("民115/03/05", Some("2026-03-05"));
        check("R.O.C. 115/3/5", Some("2026-03-05"));
        check("ROC115.3.5", Some("2026-03-05"));
        check("令和8年3月5日", Some("2026-03-05"));
        check("令和元年5月1日", Some("2019-05-01"));
        check("R8.3.5", Some("2026-03-05"));
        check("平成30年1月2日", Some("2018-01-02"));
        check("S60.4.1", Some("1985-04-01"));
        check("R8", None);
        check("Sales 3", None);
    }

    #[test]
    fn times_may_follow() {
        check("2024/05/24 13:28", Some("2024-05-24 13:28:00"));
        check("11/29/24 22:28", Some("2024-11-29 22:28:00"));
        check("2026-03-05T14:30:05", Some("2026-03-05 14:30:05"));
        check("2026-03-05T14:30:05+08:00", Some("2026-03-05 14:30:05"));
        check("2026/3/5 下午 2:30:00", Some("2026-03-05 14:30:00"));
        check("3/25/2026 2:30 PM", Some("2026-03-25 14:30:00"));
        check("2026年3月5日 9:05", Some("2026-03-05 09:05:00"));
    }

    #[test]
    fn what_could_be_two_dates_is_none() {
        for text in
            ["03/04/2026", "3-4-26", "2026/13/1", "2026-02-30", "", "soon", "12", "1/2", ":"]
        {
            check(text, None);
        }
        check("04/04/2026", Some("2026-04-04"));
    }

    #[test]
    fn a_person_may_say_in_which_order_the_numbers_stand() {
        use DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};
        for (text, order, expected) in [
            ("03/04/2026", DayMonthYear, Some("2026-04-03")),
            ("03/04/2026", MonthDayYear, Some("2026-03-04")),
            ("26/03/04", YearMonthDay, Some("2026-03-04")),
            ("03/04/2026", YearMonthDay, None),
            // What tells itself is read as it says.
            ("24/05/2024", MonthDayYear, Some("2024-05-24")),
            ("2026-03-05", DayMonthYear, Some("2026-03-05")),
        ] {
            let read = parse_date_as(text, Some(order)).map(|(date, _)| date.to_string());
            assert_eq!(read.as_deref(), expected, "{text} {order:?}");
        }
    }
}
