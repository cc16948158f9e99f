//! Days and moments as people read them: near ones by their name, the year only where it differs.

use chrono::{Datelike as _, NaiveDate};
use chrono_tz::Tz;

use crate::{
    domain::Timestamp,
    i18n::{Arg, Lang, text_with},
};

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
