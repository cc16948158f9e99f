//! Values that follow from a lead and a moment: never stored, but filtered, sorted and shown like fields.

use std::cell::OnceCell;

use chrono::{Datelike as _, NaiveDate};
use chrono_tz::Tz;

use super::Viewer;
use crate::{
    domain::{
        DAY_MS, Kind, Lead, Tag, Timestamp,
        score::{Condition, Parts, SCORE_RULES, Scoring},
    },
    model::{Column, LeadDerived, Model, NOTHING, Packed, Validity, parts_of},
};

/// A value that follows from a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derived {
    /// The score of today, 0 to 100.
    Score,
    /// The grade, 0 (D) to 9 (A).
    Grade,
    /// Days since it was received or anything was done about it.
    Idle,
    /// Whether its data was tried and is good; empty if nobody tried.
    Valid,
    /// Whether anyone tried its data.
    Judged,
    /// Whether anyone tried to reach the person.
    Attempted,
    /// Whether anyone spoke to the person.
    Reached,
    /// The campaigns it takes part in.
    Member,
}

impl Derived {
    /// Every one of them.
    pub const ALL: &[Self] = &[
        Self::Score,
        Self::Grade,
        Self::Idle,
        Self::Valid,
        Self::Judged,
        Self::Attempted,
        Self::Reached,
        Self::Member,
    ];

    /// The word used in filters, sorts and columns.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Grade => "grade",
            Self::Idle => "idle",
            Self::Valid => "valid",
            Self::Judged => "judged",
            Self::Attempted => "attempted",
            Self::Reached => "reached",
            Self::Member => "member",
        }
    }

    /// Whether records of a kind have it.
    pub fn is_of(self, kind: Kind) -> bool {
        kind == Kind::Lead
    }

    pub(super) fn of_name(kind: Kind, name: &str) -> Option<Self> {
        // The memberships themselves lie on disk; which campaigns they are of is in memory.
        let name = if matches!(name, "members" | "memberships") { "member" } else { name };
        Self::ALL.iter().copied().find(|it| it.name() == name && it.is_of(kind))
    }
}

/// Derived values as numbers, for a moment.
pub struct DerivedNumbers<'a> {
    model: &'a Model,
    fading: Fading<'a>,
    days: Days,
    owned_since: Option<&'a Packed>,
    captured_at: Option<&'a Packed>,
}

impl<'a> DerivedNumbers<'a> {
    /// The values of the viewer's moment.
    pub fn new(model: &'a Model, viewer: &Viewer) -> Self {
        Self {
            model,
            fading: Fading::new(model.scoring(), viewer.now),
            days: Days::new(viewer.now, model.settings().zone()),
            owned_since: moments_of(model, Lead::owned_since),
            captured_at: moments_of(model, Lead::captured_at),
        }
    }

    /// The value of a lead's row; none if it is empty, or is no number.
    pub fn of(&self, derived: Derived, row: usize) -> Option<i64> {
        match derived {
            Derived::Score => self.score(row),
            Derived::Idle => self.idle_days(row),
            Derived::Member => None,
            _ => self.of_lead(derived, self.model.lead_derived(row)?),
        }
    }

    fn of_lead(&self, derived: Derived, lead: LeadDerived<'_>) -> Option<i64> {
        match derived {
            Derived::Grade => Some(i64::from(lead.parts().grade)),
            Derived::Valid => match lead.validity() {
                Validity::Unjudged => None,
                validity => Some(i64::from(validity == Validity::Valid)),
            },
            Derived::Judged => Some(i64::from(lead.validity() != Validity::Unjudged)),
            Derived::Attempted => Some(i64::from(lead.is_attempted())),
            Derived::Reached => Some(i64::from(lead.is_reached())),
            Derived::Score | Derived::Idle | Derived::Member => None,
        }
    }

    /// The value of a lead that is not there yet: nothing was done about it.
    pub(super) fn of_new(&self, derived: Derived, lead: &Lead) -> Option<i64> {
        let scoring = self.model.scoring();
        match derived {
            Derived::Score => {
                Some(i64::from(scoring.score(parts_of(lead, scoring), self.fading.now)))
            }
            Derived::Grade => Some(i64::from(parts_of(lead, scoring).grade)),
            Derived::Valid => lead.is_judged().then(|| i64::from(lead.is_valid())),
            Derived::Judged => Some(i64::from(lead.is_judged())),
            Derived::Idle | Derived::Attempted | Derived::Reached => Some(0),
            Derived::Member => None,
        }
    }

    /// The score of a lead's row, 0 to 100.
    pub fn score(&self, row: usize) -> Option<i64> {
        Some(i64::from(self.fading.score(self.model.lead_derived(row)?.parts())))
    }

    /// Days of the workspace's calendar since the lead was received or anything was done about it.
    pub fn idle_days(&self, row: usize) -> Option<i64> {
        self.idle_since(row).map(|since| (self.days.today - self.days.of(since)).max(0))
    }

    /// The moments that lie so many days ago, from and up to: the first and the last.
    pub(super) fn moments(&self, (least, most): (i64, i64)) -> (i64, i64) {
        if most < 0 {
            return (i64::MAX, i64::MIN);
        }
        let first = self.days.start(self.days.today.saturating_sub(most));
        // What lies ahead is not idle at all.
        let last = if least <= 0 { None } else { self.days.start(self.days.today - least + 1) };
        (first.unwrap_or(i64::MIN + 1), last.map_or(i64::MAX, |end| end - 1))
    }

    /// The later of when the lead was received (by its owner, else by us) and the last activity.
    pub(super) fn idle_since(&self, row: usize) -> Option<Timestamp> {
        let moment = |column: Option<&Packed>| {
            Some(column?.get(row)).filter(|at| *at != NOTHING).map(Timestamp)
        };
        let received = moment(self.owned_since).or_else(|| moment(self.captured_at));
        received.max(moment(Some(self.model.last_activities())))
    }
}

fn moments_of(model: &Model, tag: Tag) -> Option<&Packed> {
    match model.leads.column(tag)? {
        Column::Numbers(rows) => Some(rows),
        _ => None,
    }
}

/// The scores of one moment: what [`Scoring::score`] computes, with what is the same for all leads
/// computed once.
struct Fading<'a> {
    scoring: &'a Scoring,
    now: Timestamp,
    /// What a point of behaviour at the start of 1970 is worth now.
    factor: Option<f64>,
}

impl<'a> Fading<'a> {
    fn new(scoring: &'a Scoring, now: Timestamp) -> Self {
        // Worth falls with age as it rises with time, so that a rule's points of the moment −now say it.
        let then = Timestamp(now.0.saturating_neg());
        let doings = SCORE_RULES.iter().filter_map(|rule| match rule.condition {
            Condition::Did(did) => Some(did),
            _ => None,
        });
        let factor = |did| {
            let [worth, points] = [then, Timestamp(0)].map(|at| scoring.behaviour(&[(did, at)]));
            Some(worth / points).filter(|factor| factor.is_normal())
        };
        Self { scoring, now, factor: doings.into_iter().find_map(factor) }
    }

    fn score(&self, parts: Parts) -> u8 {
        let Some(factor) = self.factor else { return self.scoring.score(parts, self.now) };
        let sum = (parts.fixed + parts.behaviour * factor).clamp(0.0, 100.0) + 0.5;
        let whole = sum as u8;
        let rest = sum - f64::from(whole);
        // Too near to where it is rounded, for a factor that is itself rounded.
        let is_sure = rest > 1e-6 && rest < 1.0 - 1e-6;
        if is_sure { whole } else { self.scoring.score(parts, self.now) }
    }
}

/// The days of a time zone by their number, fast for the years before today.
struct Days {
    zone: Tz,
    today: i64,
    /// The day of the first start.
    first: i64,
    /// When each day begins, once it was asked for.
    starts: OnceCell<Vec<i64>>,
}

/// Days before today that need no calendar.
const NEAR_DAYS: i64 = 1_500;

impl Days {
    fn new(now: Timestamp, zone: Tz) -> Self {
        let today = i64::from(now.day(zone).num_days_from_ce());
        Self { zone, today, first: today - NEAR_DAYS, starts: OnceCell::new() }
    }

    /// The moment a day begins; none outside the calendar.
    fn start(&self, day: i64) -> Option<i64> {
        start_of(day, self.zone)
    }

    fn of(&self, at: Timestamp) -> i64 {
        let starts = self.starts.get_or_init(|| {
            (self.first..=self.today + 2).map_while(|day| start_of(day, self.zone)).collect()
        });
        let Some(start) = starts.first() else { return self.slowly(at) };
        // A change of the clocks moves a day by hours only.
        let guess = at.0.saturating_sub(*start).div_euclid(DAY_MS);
        for day in [guess, guess - 1, guess + 1] {
            let place = usize::try_from(day).ok();
            let bounds = place.and_then(|at| Some((starts.get(at)?, starts.get(at + 1)?)));
            if bounds.is_some_and(|(start, end)| (*start..*end).contains(&at.0)) {
                return self.first + day;
            }
        }
        self.slowly(at)
    }

    fn slowly(&self, at: Timestamp) -> i64 {
        i64::from(at.day(self.zone).num_days_from_ce())
    }
}

fn start_of(day: i64, zone: Tz) -> Option<i64> {
    let day = i32::try_from(day).ok().and_then(NaiveDate::from_num_days_from_ce_opt)?;
    // Beyond these years time zones run out.
    (1..=9999).contains(&day.year()).then(|| Timestamp::start_of(day, zone).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for zone in
            [chrono_tz::Asia::Taipei, chrono_tz::Europe::Berlin, chrono_tz::America::Sao_Paulo]
        {
            let now = Timestamp::of_iso("2026-11-21T12:00:00Z").unwrap();
            let days = Days::new(now, zone);
            let mut at = Timestamp::of_iso("2017-01-01T00:30:00Z").unwrap();
            while at < now.plus_ms(5 * DAY_MS) {
                assert_eq!(days.of(at), days.slowly(at), "{} {zone}", at.iso());
                at = at.plus_ms(47 * 60_000);
            }
        }
    }
}
