//! The course of a deal: which stages it went through, when, and how it ended.

use super::{
    calendar::HOUR_MS,
    dice::{Topic, spread},
    plan::{Plan, Seat},
};
use crate::domain::{DAY_MS, Outcome, Pipeline, PipelineStage, Timestamp, pipeline};

/// What became of a deal. Its seat is that of the lead it came from.
#[derive(Clone, Debug)]
pub(super) struct Course {
    pub pipeline: &'static Pipeline,
    pub opened_at: Timestamp,
    /// The stages it went through, each with the moment it was entered; the last is where it stands.
    pub stages: Vec<(&'static PipelineStage, Timestamp)>,
    pub outcome: Outcome,
    /// When it was decided, or is expected to be.
    pub ends_at: Timestamp,
}

/// Of a hundred deals that are decided so many are won.
const WON: u64 = 46;

impl Course {
    /// The course of the deal of a seat.
    pub fn of(plan: &Plan, seat: Seat) -> Self {
        let number = seat.account * 2 + seat.number;
        let mut dice = plan.dice(Topic::Course, number);
        let pipeline = pipeline(dice.weighted(&[(72, "general"), (28, "oem")]));
        let opened_at = plan.converted_at(seat.account);
        let days = dice.between(20, 105);
        let ends_at = plan.calendar.office(opened_at.plus_ms(days * DAY_MS));
        let now = plan.calendar.now;
        let outcome = match spread(number, 100) < WON {
            _ if ends_at.0 > now.0 - HOUR_MS => Outcome::Open,
            true => Outcome::Won,
            false => Outcome::Lost,
        };
        let of_outcome =
            |wanted: Outcome| pipeline.stages.iter().filter(move |stage| stage.outcome == wanted);
        let most = of_outcome(Outcome::Open).count().max(1);
        let length = (ends_at.0 - opened_at.0).max(1);
        let so_far = (now.0 - opened_at.0) as usize * most / length as usize;
        let count = match outcome {
            Outcome::Open => (so_far + 1).min(most),
            Outcome::Won => most,
            Outcome::Lost => 1 + dice.below(most as u64) as usize,
        };
        let parts = if outcome == Outcome::Lost { count } else { most } as i64;
        let haste = 0.6 + 0.4 * dice.fraction();
        let mut stages: Vec<_> = of_outcome(Outcome::Open)
            .take(count)
            .enumerate()
            .map(|(at, stage)| {
                let after = (length / parts * at as i64) as f64 * haste;
                (stage, opened_at.plus_ms(after as i64))
            })
            .collect();
        if outcome != Outcome::Open {
            stages.extend(of_outcome(outcome).next().map(|stage| (stage, ends_at)));
        }
        Self { pipeline, opened_at, stages, outcome, ends_at }
    }

    /// When it was decided.
    pub fn closed_at(&self) -> Option<Timestamp> {
        (self.outcome != Outcome::Open).then_some(self.ends_at)
    }

    /// Where it stands.
    pub fn stage(&self) -> Option<&'static PipelineStage> {
        self.stages.last().map(|(stage, _)| *stage)
    }

    /// The open stage it was in last: where it stands, or where it was decided.
    pub fn last_open(&self) -> Option<&'static PipelineStage> {
        let open = self.stages.iter().rev().map(|(stage, _)| *stage);
        open.into_iter().find(|stage| stage.outcome == Outcome::Open)
    }
}
