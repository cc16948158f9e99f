//! Leads and what was done, as the season went: one lead after another with its activities, and
//! between them the activities about deals, so that the ids of all activities rise.

use std::{collections::VecDeque, sync::Arc};

use super::{
    course::Course,
    dice::{Dice, Topic},
    leads::{Worked, worked},
    plan::{Plan, Seat},
    touch_texts::text,
    touches::{NOTHING, Touch},
};
use crate::{
    domain::{
        Activity, ActivityKind, ActivityOutcome, Fields as _, Id, Pick, RecordId, Row, Timestamp,
    },
    i18n::Lang,
};

/// The leads and all activities.
pub(super) struct Timeline {
    plan: Arc<Plan>,
    /// The deals by the moment they were opened.
    deals: Vec<Seat>,
    /// How many activities there are about all deals together.
    about_deals: u64,
    next_lead: u64,
    next_deal: usize,
    waiting: VecDeque<(RecordId, Row)>,
}

/// Within one millisecond activities about deals come after those about leads.
const DEAL_COUNTER: u16 = 0x800;

impl Timeline {
    /// All leads, with so many activities about deals among them.
    pub fn new(plan: Arc<Plan>, deals: Vec<Seat>, about_deals: u64) -> Self {
        Self { plan, deals, about_deals, next_lead: 0, next_deal: 0, waiting: VecDeque::new() }
    }

    fn take_lead(&mut self, number: u64) {
        let Worked { path, mut lead, touches } = worked(&self.plan, number);
        let id = self.plan.lead_id(number);
        if let Some(seat) = path.seat {
            lead.converted_account = Some(self.plan.account_id(seat.account));
            lead.converted_contact = Some(self.plan.contact_id(seat));
            lead.converted_opportunity = Some(self.plan.deal_id(seat));
        }
        self.waiting.push_back((id.record(), lead.to_row()));
        let mut dice = self.plan.dice(Topic::Touches, number);
        dice.roll();
        for (at, touch) in touches.iter().enumerate() {
            let number = number << 6 | at as u64;
            let activity = self.activity(touch, vec![id.record()], &mut dice, path.lang);
            let made: Id<Activity> = self.plan.id(path.captured_at, 1 + at as u16, number);
            self.waiting.push_back((made.record(), activity.to_row()));
        }
    }

    fn take_deal(&mut self, number: usize, seat: Seat) {
        let share = |number: usize| self.about_deals * number as u64 / self.deals.len() as u64;
        let count = share(number + 1) - share(number);
        let plan = Arc::clone(&self.plan);
        let course = Course::of(&plan, seat);
        let lead = plan.lead_in(seat);
        let path = super::path::Path::of(&plan, lead);
        let about = [
            plan.deal_id(seat).record(),
            plan.account_id(seat.account).record(),
            plan.contact_id(seat).record(),
        ];
        let mut dice = plan.dice(Topic::Touches, 1 << 50 | lead);
        let ended = course.closed_at().unwrap_or(plan.calendar.now).0 - 60_000;
        let length = (ended - course.opened_at.0).max(0);
        for at in 0..count {
            let part = (at as f64 + dice.fraction()) / count as f64;
            let moment = course.opened_at.plus_ms((length as f64 * part) as i64);
            let touch = about_deal(&mut dice, moment, path.seller);
            let activity = self.activity(&touch, about.to_vec(), &mut dice, path.lang);
            let counter = DEAL_COUNTER | (seat.number as u16) << 9 | (at as u16 & 0x1ff);
            let number = 1 << 60 | seat.account << 12 | seat.number << 11 | at;
            let made: Id<Activity> = plan.id(course.opened_at, counter, number);
            self.waiting.push_back((made.record(), activity.to_row()));
        }
    }

    fn activity(
        &self,
        touch: &Touch,
        about: Vec<RecordId>,
        dice: &mut Dice,
        lang: Lang,
    ) -> Activity {
        let by = touch.by.map(|person| self.plan.person(person));
        let is_task = touch.kind == ActivityKind::Task;
        let has_length =
            matches!(touch.kind, ActivityKind::Call | ActivityKind::Visit | ActivityKind::Meeting);
        let was_reached = touch.outcome == Some(ActivityOutcome::Reached);
        Activity {
            kind: touch.kind,
            about,
            at: Some(touch.at),
            duration: (has_length && was_reached).then(|| dice.between(1, 12) * 5),
            outcome: touch.outcome,
            text: text(touch, dice, lang),
            due: touch.due,
            done_at: touch.done_at,
            assignee: by.filter(|_| is_task),
            signal: Pick::new(touch.signal),
            author: by,
            ..Activity::default()
        }
    }
}

impl Iterator for Timeline {
    type Item = (RecordId, Row);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(next) = self.waiting.pop_front() {
                return Some(next);
            }
            let plan = &self.plan;
            let captured = (self.next_lead < plan.leads).then(|| plan.captured_at(self.next_lead));
            let seat = self.deals.get(self.next_deal).copied();
            let is_before = |seat: Seat| {
                captured.is_none_or(|captured| plan.converted_at(seat.account) < captured)
            };
            match (captured, seat) {
                (_, Some(seat)) if is_before(seat) => {
                    self.take_deal(self.next_deal, seat);
                    self.next_deal += 1;
                }
                (Some(_), _) => {
                    self.take_lead(self.next_lead);
                    self.next_lead += 1;
                }
                _ => return None,
            }
        }
    }
}

/// Something done about a deal.
fn about_deal(dice: &mut Dice, at: Timestamp, seller: usize) -> Touch {
    let kind = dice.weighted(&[
        (26, ActivityKind::Call),
        (26, ActivityKind::Email),
        (12, ActivityKind::Visit),
        (14, ActivityKind::Meeting),
        (8, ActivityKind::Chat),
        (8, ActivityKind::Note),
        (6, ActivityKind::Task),
    ]);
    let outcome = match kind {
        ActivityKind::Call => {
            Some(dice.weighted(&[(76, ActivityOutcome::Reached), (24, ActivityOutcome::NoAnswer)]))
        }
        ActivityKind::Note | ActivityKind::Task => None,
        _ => Some(ActivityOutcome::Reached),
    };
    let days = dice.between(1, 9);
    let due = (kind == ActivityKind::Task).then(|| at.plus_ms(days * 86_400_000));
    Touch { kind, at, outcome, by: Some(seller), due, ..NOTHING }
}
