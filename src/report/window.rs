//! Which days a report looks at: half open, as the workspace counts days.

use chrono::NaiveDate;

use super::{Behind, Note, Question};
use crate::{
    domain::Timestamp,
    error::{Error, Result},
};

/// The days from `from` on and before `to`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// The same as moments, so that a million leads need no calendar.
    moments: (Timestamp, Timestamp),
}

/// Where a day or moment lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the window.
    Inside,
    /// Before it or after it.
    Outside,
    /// Nobody knows: there is a window, but no day.
    Undated,
}

impl Window {
    /// The window of a question.
    ///
    /// # Errors
    /// When it holds no day.
    pub fn of(question: &Question<'_>) -> Result<Self> {
        let (from, to) = (question.from, question.to);
        if let (Some(from), Some(to)) = (from, to)
            && from >= to
        {
            let error = Error::usage("empty-window");
            return Err(error.with("from", from.to_string()).with("to", to.to_string()));
        }
        let zone = question.model.settings().zone();
        let start = |day: Option<NaiveDate>| day.map(|day| Timestamp::start_of(day, zone));
        let moments =
            (start(from).unwrap_or(Timestamp(i64::MIN)), start(to).unwrap_or(Timestamp(i64::MAX)));
        Ok(Self { from, to, moments })
    }

    /// Where a moment lies.
    pub fn place(&self, at: Option<Timestamp>) -> Place {
        self.of_known(at.map(|at| self.moments.0 <= at && at < self.moments.1))
    }

    /// Where a day lies.
    pub fn place_of_day(&self, day: Option<NaiveDate>) -> Place {
        let is_inside = |day: NaiveDate| {
            self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
        };
        self.of_known(day.map(is_inside))
    }

    /// Whether a moment lies inside.
    pub fn has(&self, at: Option<Timestamp>) -> bool {
        self.place(at) == Place::Inside
    }

    /// Whether all days lie inside.
    pub fn is_unbounded(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    fn of_known(&self, is_inside: Option<bool>) -> Place {
        match is_inside {
            Some(true) => Place::Inside,
            Some(false) => Place::Outside,
            None if self.is_unbounded() => Place::Inside,
            None => Place::Undated,
        }
    }
}

impl Question<'_> {
    /// What a report says that knows no window, if it was given one.
    pub(super) fn note_on_window(&self) -> Option<Note> {
        let has_window = self.from.is_some() || self.to.is_some();
        has_window.then(|| Note::new("without-window", Behind::Records(Vec::new())))
    }
}
