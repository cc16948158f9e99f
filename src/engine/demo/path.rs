//! The path of a lead: how far it came, when, through whose hands, and where it ended.

use chrono::NaiveDate;

use super::{
    calendar::{HOUR_MS, MINUTE_MS},
    companies,
    dice::{Dice, Topic, at_weight, spread},
    people,
    plan::{Event, Plan, Seat},
};
use crate::{
    domain::{DAY_MS, Response, Stage, Timestamp},
    i18n::Lang,
};

/// What became of a lead.
#[derive(Clone, Debug)]
pub(super) struct Path {
    pub event: Event,
    pub captured_at: Timestamp,
    /// Its place in an account, if it was converted.
    pub seat: Option<Seat>,
    pub stage: Stage,
    /// The open stage it left.
    pub left: Option<Stage>,
    pub times: Times,
    /// Since when it stands in its stage.
    pub since: Timestamp,
    /// What sales said when it was handed over.
    pub response: Option<Response>,
    pub place: Place,
    pub placed_at: Timestamp,
    /// Why it was disqualified.
    pub reason: &'static str,
    pub wake_on: Option<NaiveDate>,
    /// The number of its company.
    pub company: u64,
    pub lang: Lang,
    pub seller: usize,
    pub steward: usize,
}

/// The moments of a path.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Times {
    pub usable: Option<Timestamp>,
    pub mql: Option<Timestamp>,
    pub handed_over: Option<Timestamp>,
    pub responded: Option<Timestamp>,
    pub sql: Option<Timestamp>,
    /// When it was converted, put to sleep or disqualified.
    pub ended: Option<Timestamp>,
}

/// Who has a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Intake,
    SalesPool,
    Seller,
}

#[derive(Clone, Copy)]
enum Step {
    Usable,
    Mql,
    HandOver,
    Respond,
    Sql,
    End,
}

/// Stages are given in this many parts of all leads.
const WHOLE: u64 = 10_000;

/// Companies of accounts, and of leads that stand alone, are numbered from here on.
const ACCOUNT_COMPANIES: u64 = 1 << 62;
const OWN_COMPANIES: u64 = 1 << 61;

impl Path {
    /// The path of a lead.
    pub fn of(plan: &Plan, lead: u64) -> Self {
        let event = plan.event_of_lead(lead);
        let mut dice = plan.dice(Topic::Path, lead);
        let seat = event.seat_of(lead);
        let stage = match seat {
            Some(_) => Stage::Converted,
            None => stage_of(&event, lead),
        };
        let left = left_by(&mut dice, stage);
        let reached = left.unwrap_or(stage);
        // Sales gave it back: it was further once than it is now.
        let is_old = event.ends() < -15;
        let is_returned = stage == Stage::Usable && is_old && dice.chance(14);
        let was = if is_returned { Stage::Mql } else { reached };
        let is_good = was >= Stage::Mql;
        let company = company_of(&event, lead, seat, is_good);
        let lang = companies::lang_of(plan, &event, company);
        let is_handed_over =
            was == Stage::Sql || was == Stage::Mql && (stage != Stage::Mql || dice.chance(55));
        let response = match is_handed_over {
            true => response(&mut dice, stage, was),
            false => None,
        };
        let mut path = Self {
            event,
            captured_at: plan.captured_at(lead),
            seat,
            stage,
            left,
            times: Times::default(),
            since: Timestamp::default(),
            response,
            place: Place::Intake,
            placed_at: Timestamp::default(),
            reason: "",
            wake_on: None,
            company,
            lang,
            seller: people::seller(lang, company),
            steward: event.script.owner,
        };
        path.take_times(plan, &mut dice, was, is_handed_over);
        path.take_place();
        path.take_end(plan, &mut dice);
        path
    }

    /// Whether it was worth handing over, as it seemed.
    pub fn is_good(&self) -> bool {
        self.times.mql.is_some()
    }

    /// When nothing more was done about it: when it ended, else now.
    pub fn done_until(&self, plan: &Plan) -> Timestamp {
        self.times.ended.unwrap_or(plan.calendar.now)
    }

    fn take_times(&mut self, plan: &Plan, dice: &mut Dice, was: Stage, is_handed_over: bool) {
        let mut steps: Vec<(Step, f64)> = Vec::with_capacity(6);
        let mut step = |is_taken: bool, step: Step, least: f64, most: f64| {
            let days = least + (most - least) * dice.fraction().powi(2);
            if is_taken {
                steps.push((step, days));
            }
        };
        step(was >= Stage::Usable, Step::Usable, 0.2, 4.0);
        step(was >= Stage::Mql, Step::Mql, 0.5, 9.0);
        step(is_handed_over, Step::HandOver, 0.1, 4.0);
        step(self.response.is_some(), Step::Respond, 0.2, 6.0);
        step(was >= Stage::Sql, Step::Sql, 2.0, 16.0);
        step(!self.stage.is_open(), Step::End, 1.0, 18.0);
        let calendar = plan.calendar;
        let until = match self.seat {
            Some(seat) => plan.converted_at(seat.account),
            None => calendar.now.plus_ms(-HOUR_MS),
        };
        let room = (until.0 - self.captured_at.0).max(1) as f64 / DAY_MS as f64;
        let whole: f64 = steps.iter().map(|(_, days)| days).sum();
        let pace = if self.seat.is_some() || whole > room { room / whole.max(0.01) } else { 1.0 };
        let (mut days, mut before) = (0.0, self.captured_at);
        for (step, length) in steps {
            days += length * pace;
            let plain = self.captured_at.plus_ms((days * DAY_MS as f64) as i64).min(until);
            let tidy = calendar.office(plain).max(before.plus_ms(5 * MINUTE_MS));
            let at = if tidy < until { tidy } else { plain.max(before) };
            before = at;
            self.times.set(step, at);
        }
        if self.seat.is_some() {
            self.times.ended = Some(until);
        }
    }

    fn take_place(&mut self) {
        let times = self.times;
        let is_refused = self.response == Some(Response::NotAccepted);
        (self.place, self.placed_at) = match (times.handed_over, times.mql) {
            (Some(_), _) if is_refused => {
                (Place::Intake, times.responded.unwrap_or(self.captured_at))
            }
            (Some(at), _) => (Place::Seller, at),
            (None, Some(at)) if self.stage == Stage::Mql => (Place::SalesPool, at),
            _ => (Place::Intake, self.captured_at),
        };
        if is_refused && self.left == Some(Stage::Mql) {
            self.left = Some(Stage::Usable);
        }
        let since = match self.stage {
            Stage::Usable if is_refused => times.responded,
            Stage::Usable => times.usable,
            Stage::Mql => times.mql,
            Stage::Sql => times.sql,
            Stage::Unsorted => None,
            _ => times.ended,
        };
        self.since = since.unwrap_or(self.captured_at);
    }

    fn take_end(&mut self, plan: &Plan, dice: &mut Dice) {
        match self.stage {
            Stage::Nurturing => {
                let days = dice.between(-4, 90);
                self.wake_on = Some(plan.calendar.date(days));
            }
            Stage::Disqualified => {
                self.reason = match (self.response, self.left) {
                    (Some(Response::NotReached), _) => "dead_number",
                    (None, Some(Stage::Unsorted)) => dice.weighted(AT_FIRST_SIGHT),
                    (None, _) => dice.weighted(WHEN_TRIED),
                    _ => dice.weighted(WHEN_SPOKEN_TO),
                };
            }
            _ => {}
        }
    }
}

impl Times {
    fn set(&mut self, step: Step, at: Timestamp) {
        let place = match step {
            Step::Usable => &mut self.usable,
            Step::Mql => &mut self.mql,
            Step::HandOver => &mut self.handed_over,
            Step::Respond => &mut self.responded,
            Step::Sql => &mut self.sql,
            Step::End => &mut self.ended,
        };
        *place = Some(at);
    }
}

/// Why a card nobody has called about is no good.
const AT_FIRST_SIGHT: &[(u32, &str)] = &[
    (30, "dead_number"),
    (20, "bounced_mail"),
    (12, "no_such_person"),
    (12, "duplicate"),
    (10, "out_of_territory"),
    (10, "competitor_or_supplier"),
    (6, "company_gone"),
];

/// Why a usable lead is no good.
const WHEN_TRIED: &[(u32, &str)] = &[
    (24, "dead_number"),
    (14, "bounced_mail"),
    (14, "need_expired"),
    (12, "no_budget"),
    (12, "loyal_to_competitor"),
    (10, "need_misjudged"),
    (8, "out_of_territory"),
    (6, "need_ended"),
];

/// Why sales gives a lead up.
const WHEN_SPOKEN_TO: &[(u32, &str)] = &[
    (26, "need_misjudged"),
    (22, "no_budget"),
    (22, "loyal_to_competitor"),
    (18, "need_expired"),
    (12, "need_ended"),
];

/// The stage of a lead that was not converted. What the converted ones take from the whole, the
/// others share among themselves.
fn stage_of(event: &Event, lead: u64) -> Stage {
    let stages = event.script.stages;
    let own: u32 = stages.iter().map(|(weight, _)| weight).sum();
    let place = spread(lead, WHOLE) * u64::from(own) / WHOLE;
    at_weight(stages, place)
}

fn left_by(dice: &mut Dice, stage: Stage) -> Option<Stage> {
    match stage {
        Stage::Converted => Some(Stage::Sql),
        Stage::Nurturing => {
            Some(dice.weighted(&[(50, Stage::Usable), (30, Stage::Mql), (20, Stage::Sql)]))
        }
        Stage::Disqualified => {
            Some(dice.weighted(&[(35, Stage::Unsorted), (35, Stage::Usable), (30, Stage::Mql)]))
        }
        _ => None,
    }
}

fn response(dice: &mut Dice, stage: Stage, was: Stage) -> Option<Response> {
    let (accepted, refused) = (Some(Response::Accepted), Some(Response::NotAccepted));
    let silent = Some(Response::NotReached);
    match (stage, was) {
        (Stage::Usable, _) => refused,
        (_, Stage::Sql) => accepted,
        (Stage::Mql, _) => dice.weighted(&[(40, None), (25, silent), (35, accepted)]),
        (Stage::Nurturing, _) => dice.weighted(&[(60, accepted), (40, silent)]),
        _ => dice.weighted(&[(60, refused), (25, silent), (15, accepted)]),
    }
}

/// Companies of leads that came far are their own; of the others, some came together.
fn company_of(event: &Event, lead: u64, seat: Option<Seat>, is_good: bool) -> u64 {
    match seat {
        Some(seat) => ACCOUNT_COMPANIES | seat.account,
        None if is_good => OWN_COMPANIES | lead,
        None => ((event.number as u64) << 48) | (lead * 7 / 10),
    }
}

/// The number of the company of an account.
pub(super) fn company_of_account(account: u64) -> u64 {
    ACCOUNT_COMPANIES | account
}
