//! Days and hours as the people of the sample know them, seen from one moment.

use chrono::{Days, NaiveDate, Offset as _, TimeZone as _};
use chrono_tz::Tz;

use crate::domain::{DAY_MS, Timestamp};

/// Milliseconds in an hour.
pub(super) const HOUR_MS: i64 = 3_600_000;
/// Milliseconds in a minute.
pub(super) const MINUTE_MS: i64 = 60_000;

const OFFICE_OPENS: i64 = 9 * HOUR_MS;
const OFFICE_HOURS: i64 = 9;

/// A calendar around a moment.
///
/// The offset of the zone at that moment holds for the whole season: an hour more or less in winter
/// makes no difference to a sample.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar {
    pub now: Timestamp,
    offset: i64,
}

impl Calendar {
    /// The calendar of a zone around a moment.
    pub fn new(now: Timestamp, zone: Tz) -> Self {
        let offset = zone.offset_from_utc_datetime(&now.utc().naive_utc()).fix();
        Self { now, offset: i64::from(offset.local_minus_utc()) * 1_000 }
    }

    /// A moment of a day, which is so many days after today.
    pub fn moment(&self, day: i64, in_day: i64) -> Timestamp {
        let today = (self.now.0 + self.offset).div_euclid(DAY_MS);
        Timestamp((today + day) * DAY_MS + in_day - self.offset)
    }

    /// The day that is so many days after today.
    pub fn date(&self, day: i64) -> NaiveDate {
        self.date_of(self.moment(day, 0))
    }

    /// The day a moment falls on.
    pub fn date_of(&self, at: Timestamp) -> NaiveDate {
        Timestamp(at.0 + self.offset).utc().date_naive()
    }

    /// The last day of a weekday (Monday is 0) that is not after a day.
    pub fn weekday_before(&self, day: i64, weekday: i64) -> i64 {
        let local = self.moment(day, 0).0 + self.offset;
        day - (weekday_of(local) - weekday).rem_euclid(7)
    }

    /// The same day in working hours, on a weekend the Monday after; later stays later within a day.
    /// A moment that would come after now stays as it is.
    pub fn office(&self, at: Timestamp) -> Timestamp {
        let local = at.0 + self.offset;
        let in_day = OFFICE_OPENS + local.rem_euclid(DAY_MS) * OFFICE_HOURS / 24;
        let pause = match weekday_of(local) {
            5 => 2,
            6 => 1,
            _ => 0,
        };
        let day = local.div_euclid(DAY_MS);
        let on = |day: i64| Timestamp(day * DAY_MS + in_day - self.offset);
        let choices = [on(day + pause), on(day), at];
        choices.into_iter().find(|at| *at < self.now).unwrap_or(at)
    }
}

/// So many days after a day.
pub(super) fn days_after(date: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) };
    moved.unwrap_or(date)
}

/// The first of January 1970 was a Thursday.
fn weekday_of(local: i64) -> i64 {
    (local.div_euclid(DAY_MS) + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-21T02:00:00Z: Saturday, ten in the morning in Taipei.
    const NOW: Timestamp = Timestamp(1_795_226_400_000);

    #[test]
    fn knows_its_days() {
        let calendar = Calendar::new(NOW, chrono_tz::Asia::Taipei);
        assert_eq!(calendar.date(0).to_string(), "2026-11-21");
        assert_eq!(calendar.date(-30).to_string(), "2026-10-22");
        assert_eq!(calendar.moment(-1, 9 * HOUR_MS).iso(), "2026-11-20T01:00:00Z");
        assert_eq!(calendar.weekday_before(0, 1), -4);
        assert_eq!(calendar.weekday_before(0, 5), 0);
        assert_eq!(days_after(calendar.date(0), -1).to_string(), "2026-11-20");
    }

    #[test]
    fn works_in_working_hours() {
        let calendar = Calendar::new(NOW, chrono_tz::Asia::Taipei);
        let check = |day, hour, expected: &str| {
            let at = calendar.office(calendar.moment(day, hour * HOUR_MS));
            assert_eq!(at.iso(), expected);
        };
        check(-1, 0, "2026-11-20T01:00:00Z");
        check(-1, 16, "2026-11-20T07:00:00Z");
        check(-7, 8, "2026-11-16T04:00:00Z");
        check(0, 8, "2026-11-21T00:00:00Z");
    }
}
