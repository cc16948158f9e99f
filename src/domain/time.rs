//! Moments and days. A moment is UTC; the workspace's time zone decides which day it falls on.

use chrono::{DateTime, Days, NaiveDate, SecondsFormat, TimeZone as _, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&self.iso())
        } else {
            serializer.serialize_i64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return i64::deserialize(deserializer).map(Self);
        }
        let text = String::deserialize(deserializer)?;
        Self::of_iso(&text).ok_or_else(|| de::Error::custom("a moment as ISO 8601 with an offset"))
    }
}

/// Milliseconds in a day.
pub const DAY_MS: i64 = 86_400_000;

impl Timestamp {
    /// The moment in the calendar; moments outside of it are the calendar's first.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// When an id was made; none if it says nothing of that.
    pub fn of_uuid(uuid: uuid::Uuid) -> Option<Self> {
        let (seconds, nanoseconds) = uuid.get_timestamp()?.to_unix();
        let millis = i64::try_from(seconds).ok()?.checked_mul(1_000)?;
        Some(Self(millis + i64::from(nanoseconds / 1_000_000)))
    }

    /// The day the moment falls on in `zone`.
    pub fn day(self, zone: Tz) -> NaiveDate {
        self.utc().with_timezone(&zone).date_naive()
    }

    /// The moment a day begins in `zone`. Where midnight does not exist, the first moment that does.
    pub fn start_of(day: NaiveDate, zone: Tz) -> Self {
        let noon = day.and_hms_opt(12, 0, 0).unwrap_or_default();
        let midnight = day.and_hms_opt(0, 0, 0).unwrap_or_default();
        let local = zone.from_local_datetime(&midnight).earliest();
        let moment = local.unwrap_or_else(|| zone.from_utc_datetime(&noon));
        Self(moment.timestamp_millis())
    }

    /// ISO 8601 with a `Z`, to the second.
    pub fn iso(self) -> String {
        self.utc().to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    /// Reads ISO 8601 with an offset.
    pub fn of_iso(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text.trim()).ok().map(|at| Self(at.timestamp_millis()))
    }

    /// How many days lie between two moments, as a fraction.
    pub fn days_since(self, earlier: Self) -> f64 {
        (self.0 - earlier.0) as f64 / DAY_MS as f64
    }

    /// The moment so many milliseconds later.
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }
}

/// The last day of the calendar quarter of `day`.
pub fn end_of_quarter(day: NaiveDate) -> NaiveDate {
    use chrono::Datelike as _;
    let first_month_after = day.month0() / 3 * 3 + 3;
    let (year, month0) =
        if first_month_after >= 12 { (day.year() + 1, 0) } else { (day.year(), first_month_after) };
    NaiveDate::from_ymd_opt(year, month0 + 1, 1)
        .and_then(|first| first.checked_sub_days(Days::new(1)))
        .unwrap_or(day)
}

/// The first day of the quarter of a day.
pub fn start_of_quarter(day: NaiveDate) -> NaiveDate {
    use chrono::Datelike as _;
    NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day)
}

/// Days on disk: a number, not ten letters.
pub(super) mod days {
    use chrono::{Datelike as _, NaiveDate};
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de};

    pub fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        day.num_days_from_ce().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        let number = i32::deserialize(deserializer)?;
        NaiveDate::from_num_days_from_ce_opt(number)
            .ok_or_else(|| de::Error::custom("a day outside the calendar"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_end_on_their_last_day() {
        for (day, end) in [
            ("2026-01-01", "2026-03-31"),
            ("2026-06-30", "2026-06-30"),
            ("2026-11-21", "2026-12-31"),
        ] {
            let day: NaiveDate = day.parse().unwrap();
            assert_eq!(end_of_quarter(day).to_string(), end);
        }
    }

    #[test]
    fn a_quarter_begins_in_its_first_month() {
        for (day, expected) in [
            ("2026-01-01", "2026-01-01"),
            ("2026-03-31", "2026-01-01"),
            ("2026-11-21", "2026-10-01"),
            ("2026-12-31", "2026-10-01"),
        ] {
            let day: NaiveDate = day.parse().unwrap();
            assert_eq!(start_of_quarter(day), expected.parse().unwrap(), "{day}");
        }
    }

    #[test]
    fn the_zone_decides_the_day() {
        let evening = Timestamp::of_iso("2026-11-21T16:30:00Z").unwrap();
        assert_eq!(evening.day(chrono_tz::Asia::Taipei).to_string(), "2026-11-22");
        assert_eq!(evening.day(chrono_tz::Europe::Berlin).to_string(), "2026-11-21");
        let start = Timestamp::start_of("2026-11-22".parse().unwrap(), chrono_tz::Asia::Taipei);
        assert_eq!(start.iso(), "2026-11-21T16:00:00Z");
    }
}
