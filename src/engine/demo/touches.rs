//! What was done about a lead on its path: calls, mails, visits, tasks, and what the person showed.

use super::{
    calendar::{HOUR_MS, MINUTE_MS},
    card::Channels,
    dice::{Dice, Topic},
    path::{Path, Place},
    plan::Plan,
};
use crate::domain::{
    ActivityKind,
    ActivityKind::{Call, Chat, Email, Meeting, Note, Task, Visit},
    ActivityOutcome,
    ActivityOutcome::{BadTiming, Bounced, NoAnswer, NumberDead, Reached, WrongNumber},
    DAY_MS, Response, Stage, Timestamp,
};

/// Something done about a lead or a deal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Touch {
    pub kind: ActivityKind,
    pub at: Timestamp,
    pub outcome: Option<ActivityOutcome>,
    pub signal: &'static str,
    /// One of the people; none for what the lead did.
    pub by: Option<usize>,
    /// A task's: until when.
    pub due: Option<Timestamp>,
    pub done_at: Option<Timestamp>,
}

/// The touches of a lead, oldest first, none of them later than now.
pub(super) fn touches(plan: &Plan, lead: u64, path: &Path, channels: Channels) -> Vec<Touch> {
    let dice = plan.dice(Topic::Touches, lead);
    let until = path.done_until(plan).min(plan.calendar.now.plus_ms(-MINUTE_MS));
    let mut story = Story { plan, path, channels, dice, until, list: Vec::with_capacity(8) };
    story.interest();
    story.thanks();
    story.sorting();
    story.hand_over();
    story.qualification();
    story.end();
    let mut list = story.list;
    for touch in &mut list {
        touch.at = touch.at.clamp(path.captured_at, until.max(path.captured_at));
    }
    list.sort_by_key(|touch| touch.at);
    list
}

struct Story<'a> {
    plan: &'a Plan,
    path: &'a Path,
    channels: Channels,
    dice: Dice,
    until: Timestamp,
    list: Vec<Touch>,
}

impl Story<'_> {
    /// What the visitor asked for at the booth.
    fn interest(&mut self) {
        let percent = match self.path.stage {
            _ if self.path.is_good() => 80,
            Stage::Unsorted => 8,
            _ => 18,
        };
        if self.dice.chance(percent) {
            let signal = self.dice.weighted(&[(65, "asked_quotation"), (35, "asked_sample")]);
            self.showed(self.path.captured_at.plus_ms(3 * MINUTE_MS), signal);
        }
    }

    /// The mail of the days after, and whether it was answered.
    fn thanks(&mut self) {
        let is_sorted = self.path.times.usable.is_some();
        if !is_sorted || !self.channels.has_mail || !self.dice.chance(42) {
            return;
        }
        let hours = self.dice.between(14, 60);
        let at = self.plan.calendar.office(self.path.captured_at.plus_ms(hours * HOUR_MS));
        let is_answered = self.path.reason != "bounced_mail" && self.dice.chance(36);
        let outcome = is_answered.then_some(Reached);
        if self.path.reason == "bounced_mail" {
            return;
        }
        self.done(Email, at, outcome, self.path.steward);
        if is_answered && self.dice.chance(60) {
            self.showed(at.plus_ms(5 * HOUR_MS), "replied");
        }
    }

    /// Marketing's own call, before it hands a lead over.
    fn sorting(&mut self) {
        let Some(usable) = self.path.times.usable else { return };
        let is_good = self.path.is_good();
        let is_dead = matches!(self.path.reason, "dead_number" | "no_such_person");
        let percent = if is_good { 42 } else { 30 };
        if !self.channels.has_phone || is_dead || !self.dice.chance(percent) {
            return;
        }
        let until = self.path.times.mql.unwrap_or(usable.plus_ms(12 * DAY_MS));
        let at = self.between(usable, until);
        let outcome = match is_good {
            true => Reached,
            false => self.dice.weighted(&[(58, Reached), (32, NoAnswer), (10, BadTiming)]),
        };
        self.done(Call, at, Some(outcome), self.path.steward);
    }

    /// The task a hand-over makes, and the call on which sales decides.
    fn hand_over(&mut self) {
        let times = self.path.times;
        let Some(at) = times.handed_over else { return };
        if self.dice.chance(45) {
            self.task(at, at.plus_ms(2 * DAY_MS), times.responded);
        }
        let Some(responded) = times.responded else { return };
        let is_silent = self.path.response == Some(Response::NotReached);
        if is_silent && self.dice.chance(50) {
            let before = self.between(at, responded);
            self.done(Call, before, Some(NoAnswer), self.path.seller);
        }
        let outcome = match (is_silent, self.path.reason) {
            (true, "dead_number") => NumberDead,
            (true, _) => NoAnswer,
            (false, _) => Reached,
        };
        self.done(Call, responded.plus_ms(-MINUTE_MS), Some(outcome), self.path.seller);
    }

    /// The visit that makes it an SQL, and what follows.
    fn qualification(&mut self) {
        let times = self.path.times;
        let Some(sql) = times.sql else { return };
        let from = times.responded.unwrap_or(self.path.captured_at);
        let seller = self.path.seller;
        if self.dice.chance(64) {
            let kind = self.dice.weighted(&[(45, Visit), (40, Meeting), (15, Chat)]);
            let at = self.between(from, sql);
            self.done(kind, at, Some(Reached), seller);
        }
        let after = self.between(sql, self.until);
        match self.path.stage {
            Stage::Sql => {
                if self.dice.chance(55) {
                    let days = self.dice.between(-6, 14);
                    let due = self.plan.calendar.moment(days, 17 * HOUR_MS);
                    self.task(after, due, None);
                }
                if self.dice.chance(30) {
                    self.done(Note, after, None, seller);
                }
            }
            Stage::Converted => {
                if self.dice.chance(60) {
                    self.done(Email, after, Some(Reached), seller);
                }
                if self.dice.chance(25) {
                    self.showed(after.plus_ms(HOUR_MS), "asked_quotation");
                }
            }
            _ => {}
        }
    }

    /// The last touch of those who fell asleep or are no good.
    fn end(&mut self) {
        let Some(ended) = self.path.times.ended else { return };
        let at = ended.plus_ms(-10 * MINUTE_MS);
        let by =
            if self.path.place == Place::Seller { self.path.seller } else { self.path.steward };
        let has_phone = self.channels.has_phone;
        match (self.path.stage, self.path.reason) {
            (Stage::Nurturing, _) => {
                if has_phone && self.dice.chance(60) {
                    self.done(Call, at, Some(BadTiming), by);
                }
                if let Some(wake) = self.path.wake_on.filter(|_| self.dice.chance(45)) {
                    let today = self.plan.calendar.date(0);
                    let days = (wake - today).num_days();
                    self.task(at, self.plan.calendar.moment(days, 10 * HOUR_MS), None);
                }
            }
            (_, "dead_number") if self.path.response.is_none() => {
                if self.dice.chance(35) {
                    self.done(Call, at.plus_ms(-DAY_MS), Some(NoAnswer), by);
                }
                self.done(Call, at, Some(NumberDead), by);
            }
            (_, "no_such_person") => self.done(Call, at, Some(WrongNumber), by),
            (_, "bounced_mail") => self.done(Email, at, Some(Bounced), by),
            (Stage::Disqualified, _)
                if has_phone && self.path.response.is_none() && self.dice.chance(50) =>
            {
                self.done(Call, at, Some(Reached), by);
            }
            _ => {}
        }
    }

    fn between(&mut self, from: Timestamp, until: Timestamp) -> Timestamp {
        let part = 0.1 + 0.7 * self.dice.fraction();
        let length = until.min(self.until).0.saturating_sub(from.0).max(0);
        let at = from.plus_ms((length as f64 * part) as i64);
        let tidy = self.plan.calendar.office(at);
        if tidy > from && tidy < until { tidy } else { at }
    }

    fn done(
        &mut self,
        kind: ActivityKind,
        at: Timestamp,
        outcome: Option<ActivityOutcome>,
        by: usize,
    ) {
        self.list.push(Touch { kind, at, outcome, by: Some(by), ..NOTHING });
    }

    fn showed(&mut self, at: Timestamp, signal: &'static str) {
        self.list.push(Touch { at, signal, ..NOTHING });
    }

    fn task(&mut self, at: Timestamp, due: Timestamp, done_at: Option<Timestamp>) {
        let by =
            if self.path.place == Place::Seller { self.path.seller } else { self.path.steward };
        self.list.push(Touch { kind: Task, at, by: Some(by), due: Some(due), done_at, ..NOTHING });
    }
}

/// What a touch is until more is said of it: something the lead showed.
pub(super) const NOTHING: Touch = Touch {
    kind: ActivityKind::Signal,
    at: Timestamp(0),
    outcome: None,
    signal: "",
    by: None,
    due: None,
    done_at: None,
};
