//! Days and moments as people read them: near ones by their name, the year only where it differs.

use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeZone as _};
use chrono_tz::Tz;

use crate::{
    domain::Timestamp,
    exchange::parse_date,
    i18n::{Arg, Lang, text, text_with},
    query::relative_day,
};

/// Names of near days, and the words of the filter language for them.
const NEAR: [(&str, &str); 3] = [("今天", "today"), ("明天", "tomorrow"), ("昨天", "yesterday")];

/// A moment in a list: today's with the time, others as a day.
pub(super) fn near(at: Timestamp, now: Timestamp, zone: Tz, lang: Lang) -> String {
    let (day, today) = (at.day(zone), now.day(zone));
    let time = ("time", Arg::Text(time(at, zone)));
    if day == today {
        text_with(lang, "day-today", &[time]).into_owned()
    } else if Some(day) == today.pred_opt() {
        text_with(lang, "day-yesterday", &[time]).into_owned()
    } else if day.year() == today.year() {
        text_with(lang, "day-short", &parts(day)).into_owned()
    } else {
        date(day, lang)
    }
}

/// A day with its year.
pub(super) fn date(day: NaiveDate, lang: Lang) -> String {
    text_with(lang, "day-long", &parts(day)).into_owned()
}

/// A moment to the minute.
pub(super) fn moment(at: Timestamp, zone: Tz, lang: Lang) -> String {
    let mut args = parts(at.day(zone)).to_vec();
    args.push(("time", Arg::Text(time(at, zone))));
    text_with(lang, "day-moment", &args).into_owned()
}

/// A day and its name for the head of a group.
pub(super) fn heading(day: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    if day == today {
        return text(lang, "day-group-today").into_owned();
    }
    if Some(day) == today.pred_opt() {
        return text(lang, "day-group-yesterday").into_owned();
    }
    let mut args = parts(day).to_vec();
    args.push(("weekday", Arg::Count(u64::from(day.weekday().number_from_monday()))));
    let key = if day.year() == today.year() { "day-group" } else { "day-group-year" };
    text_with(lang, key, &args).into_owned()
}

/// A day without its year, where it is this one.
pub(super) fn short(day: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    if day.year() == today.year() {
        text_with(lang, "day-short", &parts(day)).into_owned()
    } else {
        date(day, lang)
    }
}

/// The time of a moment.
pub(super) fn clock(at: Timestamp, zone: Tz) -> String {
    time(at, zone)
}

/// A moment as it is typed, to the minute.
pub(super) fn typed(at: Timestamp, zone: Tz) -> String {
    at.utc().with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

/// A day as a person types it: `2026-11-24`, `11/24` of this year, years of the Republic of China (`115/11/24`),
/// `today+7d`, `+7`, `-2w`, a day near by its name, and whatever an import would read as one day.
pub(super) fn read(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    near_day(text, today)
        .or_else(|| of_this_year(text, today))
        .or_else(|| parse_date(text).filter(|(_, time)| time.is_none()).map(|(day, _)| day))
}

/// Days near by their names, with days or weeks added or taken away.
fn near_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mut words = text.to_lowercase();
    for (name, word) in NEAR {
        if let Some(rest) = words.strip_prefix(name) {
            words = format!("{word}{rest}");
        }
    }
    if words.starts_with(['+', '-']) {
        words = format!("today{words}");
    }
    if words.contains(['+', '-']) && words.ends_with(|last: char| last.is_ascii_digit()) {
        words.push('d');
    }
    relative_day(&words.replace(' ', ""), today)
}

/// A month and a day of this year.
fn of_this_year(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let is_border = |c: char| "/-.月日号號".contains(c);
    let parts: Vec<&str> = text.split(is_border).filter(|part| !part.is_empty()).collect();
    let [month, day] = parts.as_slice() else { return None };
    let number = |part: &str| part.trim().parse().ok();
    NaiveDate::from_ymd_opt(today.year(), number(month)?, number(day)?)
}

/// A moment as a person types it: a day, and a time if it matters.
pub(super) fn read_moment(text: &str, today: NaiveDate, zone: Tz) -> Option<Timestamp> {
    let (day, time) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
    let day = read(day, today)?;
    if time.trim().is_empty() {
        return Some(Timestamp::start_of(day, zone));
    }
    let time = NaiveTime::parse_from_str(time.trim(), "%H:%M").ok()?;
    let at = zone.from_local_datetime(&day.and_time(time)).earliest()?;
    Some(Timestamp(at.timestamp_millis()))
}

/// A month and its year.
pub(super) fn month(day: NaiveDate, lang: Lang) -> String {
    text_with(lang, "month-year", &parts(day)).into_owned()
}

/// A day of the week, in short.
pub(super) fn weekday(day: NaiveDate, lang: Lang) -> String {
    let number = u64::from(day.weekday().number_from_monday());
    text_with(lang, "weekday-short", &[("weekday", number.into())]).into_owned()
}

/// Milliseconds until the day is over, when names of near days change.
pub(super) fn until_midnight(now: Timestamp, zone: Tz) -> u64 {
    let tomorrow = now.day(zone).succ_opt().map(|day| Timestamp::start_of(day, zone));
    tomorrow.map_or(0, |at| u64::try_from(at.0 - now.0).unwrap_or_default())
}

fn time(at: Timestamp, zone: Tz) -> String {
    at.utc().with_timezone(&zone).format("%H:%M").to_string()
}

fn parts(day: NaiveDate) -> [(&'static str, Arg); 3] {
    [
        ("day", Arg::Text(day.day().to_string())),
        ("month", Arg::Count(u64::from(day.month()))),
        ("year", Arg::Text(day.year().to_string())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_type_them() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        for (text, expected) in [
            ("2026-11-24", Some("2026-11-24")),
            ("2026/1/5", Some("2026-01-05")),
            ("11/24", Some("2026-11-24")),
            ("+7", Some("2026-11-28")),
            ("11/31", None),
            ("tomorrow?", None),
            ("2026-06-01", Some("2026-06-01")),
            ("today+7d", Some("2026-11-28")),
            ("today + 2w", Some("2026-12-05")),
            ("-2w", Some("2026-11-07")),
            ("+1m", Some("2026-12-21")),
            ("Tomorrow", Some("2026-11-22")),
            ("明天", Some("2026-11-22")),
            ("115/6/1", Some("2026-06-01")),
            ("民國115年6月1日", Some("2026-06-01")),
            ("2026年6月1日", Some("2026-06-01")),
            ("6月1日", Some("2026-06-01")),
            ("1 Jun 2026", Some("2026-06-01")),
            ("20260601", Some("2026-06-01")),
            // It could be in March or in April.
            ("03/04/2026", None),
            ("2026-06-01 10:30", None),
            ("", None),
        ] {
            let expected: Option<NaiveDate> = expected.map(|day| day.parse().unwrap());
            assert_eq!(read(text, today), expected, "{text}");
        }
        let zone = chrono_tz::Asia::Taipei;
        let at = Timestamp::of_iso("2026-11-24T02:30:00Z").unwrap();
        assert_eq!(read_moment("2026-11-24 10:30", today, zone), Some(at));
        assert_eq!(typed(at, zone), "2026-11-24 10:30");
    }

    #[test]
    fn near_days_have_names() {
        let at = |text: &str| Timestamp::of_iso(text).unwrap();
        let zone = chrono_tz::Asia::Taipei;
        let now = at("2026-11-21T04:00:00Z");
        for (moment, en, zh) in [
            ("2026-11-21T02:42:00Z", "Today 10:42", "今天 10:42"),
            ("2026-11-20T15:59:00Z", "Yesterday 23:59", "昨天 23:59"),
            ("2026-11-19T02:42:00Z", "19 Nov", "11/19"),
            ("2025-03-01T02:42:00Z", "1 Mar 2025", "2025/3/1"),
        ] {
            assert_eq!(near(at(moment), now, zone, Lang::En), en);
            assert_eq!(near(at(moment), now, zone, Lang::ZhTw), zh);
        }
        assert_eq!(moment(now, zone, Lang::En), "21 Nov 2026 12:00");
        assert_eq!(until_midnight(now, zone), 12 * 3_600_000);
    }
}
