//! How many of what, who and when: what everything else is computed from.

use super::{
    DemoOptions,
    calendar::{Calendar, HOUR_MS},
    dice::{self, Dice, Topic},
    people,
    season::{SEASON, Script},
};
use crate::{
    domain::{Account, Campaign, Contact, Id, Lead, Opportunity, Pool, Record, Timestamp, User},
    model::Model,
};

/// The whole of the sample, small enough to be kept.
#[derive(Debug)]
pub(super) struct Plan {
    pub seed: u64,
    pub calendar: Calendar,
    pub leads: u64,
    pub accounts: u64,
    pub events: [Event; SEASON.len()],
    /// Marketing's pool, if the workspace has one.
    pub intake: Option<Id<Pool>>,
    /// The pool sales claims from, if the workspace has one.
    pub sales_pool: Option<Id<Pool>>,
}

/// A campaign that brings cards, with its part of all leads and accounts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    pub script: &'static Script,
    pub number: usize,
    pub id: Id<Campaign>,
    /// So many days after today.
    pub starts: i64,
    pub first_lead: u64,
    pub leads: u64,
    pub first_account: u64,
    pub accounts: u64,
}

/// Which lead of an account this is: its first card, or its second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seat {
    pub account: u64,
    /// 0 or 1.
    pub number: u64,
}

/// How busy a booth is from opening to closing, by weight of equal times.
const BUSY: &[u32] = &[6, 12, 16, 13, 8, 13, 15, 11, 6];

/// Days from the end of a campaign to its first conversion, and to its last.
const CONVERSIONS: (i64, i64) = (12, 150);

impl Plan {
    /// The sample of the options, in a workspace.
    pub fn new(options: &DemoOptions, model: &Model) -> Self {
        let calendar = Calendar::new(options.now, model.settings().zone());
        let leads = options.leads as u64;
        let intake = model.pools.find(|pool| pool.is_intake);
        let intake = intake.or_else(|| model.pools.find(|pool| pool.is_default));
        let sales_pool = model.pools.find(|pool| pool.claimable_from.is_some());
        let events = events(options.seed, calendar, leads);
        Self {
            seed: options.seed,
            calendar,
            leads,
            accounts: events.iter().map(|event| event.accounts).sum(),
            events,
            intake: intake.map(|(id, _)| id),
            sales_pool: sales_pool.map(|(id, _)| id),
        }
    }

    /// Chance for a thing of a number.
    pub fn dice(&self, topic: Topic, number: u64) -> Dice {
        Dice::of(self.seed, topic, number)
    }

    /// The id of a record made at a moment.
    pub fn id<T: Record>(&self, at: Timestamp, counter: u16, number: u64) -> Id<T> {
        dice::id(self.seed, at, counter, number)
    }

    /// The id of one of the people.
    pub fn person(&self, person: usize) -> Id<User> {
        people::id(self, person)
    }

    /// The campaign a lead comes from.
    pub fn event_of_lead(&self, lead: u64) -> Event {
        let [.., last] = self.events;
        let found = self.events.iter().find(|event| lead < event.first_lead + event.leads);
        found.copied().unwrap_or(last)
    }

    /// The campaign an account comes from.
    pub fn event_of_account(&self, account: u64) -> Event {
        let [.., last] = self.events;
        let found = self.events.iter().find(|event| account < event.first_account + event.accounts);
        found.copied().unwrap_or(last)
    }

    /// The lead that became part of an account.
    pub fn lead_in(&self, seat: Seat) -> u64 {
        self.event_of_account(seat.account).lead_in(seat)
    }

    /// When a lead left its card: strictly later for a later lead.
    pub fn captured_at(&self, lead: u64) -> Timestamp {
        let event = self.event_of_lead(lead);
        let place = lead - event.first_lead;
        let (day, within) = event.share_of_crowd(place);
        let jitter = self.dice(Topic::Captured, lead).fraction() / 2.0;
        let part = (within.0 as f64 + jitter) / within.1.max(1) as f64;
        let (opens, closes) = event.script.hours;
        let in_day = opens as f64 + busy_at(part) * (closes - opens) as f64;
        self.calendar.moment(event.starts + day, (in_day * HOUR_MS as f64) as i64)
    }

    /// When the leads of an account were converted.
    pub fn converted_at(&self, account: u64) -> Timestamp {
        let event = self.event_of_account(account);
        let ended = event.starts + event.script.days;
        let (first, last) = (ended + CONVERSIONS.0, (ended + CONVERSIONS.1).min(-1));
        let from = self.calendar.moment(first.min(last), 0);
        let until = self.calendar.moment(last, 0);
        let part = self.dice(Topic::Account, account).fraction().powf(1.3);
        let at = from.plus_ms(((until.0 - from.0) as f64 * part) as i64);
        self.calendar.office(at)
    }

    /// The id of a lead.
    pub fn lead_id(&self, lead: u64) -> Id<Lead> {
        self.id(self.captured_at(lead), 0, lead)
    }

    /// The id of an account.
    pub fn account_id(&self, account: u64) -> Id<Account> {
        self.id(self.converted_at(account), 0, account)
    }

    /// The id of the contact that a lead became. Some people leave two cards and are one contact.
    pub fn contact_id(&self, seat: Seat) -> Id<Contact> {
        let number = if one_person(seat.account) { 0 } else { seat.number };
        self.id(self.converted_at(seat.account), number as u16, seat.account * 2 + number)
    }

    /// The id of the opportunity that a lead became. Two leads of an account mostly share one.
    pub fn deal_id(&self, seat: Seat) -> Id<Opportunity> {
        let number = seat.number.min(deals_of(seat.account) - 1);
        self.id(self.converted_at(seat.account), number as u16, seat.account * 2 + number)
    }
}

impl Event {
    /// How many of its leads were converted.
    fn converted(&self) -> u64 {
        self.accounts * 2
    }

    /// Converted leads lie evenly among all.
    fn lead_in(&self, seat: Seat) -> u64 {
        let number = (seat.account - self.first_account) * 2 + seat.number;
        self.first_lead + (2 * number + 1) * self.leads / (2 * self.converted()).max(1)
    }

    /// The place of a lead in an account, if it was converted.
    pub fn seat_of(&self, lead: u64) -> Option<Seat> {
        let about = (lead - self.first_lead) * self.converted() / self.leads.max(1);
        let near = about.saturating_sub(1)..(about + 2).min(self.converted());
        let seats = near.map(|at| Seat { account: self.first_account + at / 2, number: at % 2 });
        seats.into_iter().find(|seat| self.lead_in(*seat) == lead)
    }

    /// The day on which the lead of a place comes, its place on that day and how many come then.
    pub fn share_of_crowd(&self, place: u64) -> (i64, (u64, u64)) {
        let mut found = (0, (place, self.leads));
        for day in 0..self.script.crowd.len() {
            let (from, until) = (self.come_before(day), self.come_before(day + 1));
            if place < until {
                return (day as i64, (place.saturating_sub(from), until - from));
            }
            found = (day as i64, (place - from, until - from));
        }
        found
    }

    /// How many of its leads come before a day.
    pub fn come_before(&self, day: usize) -> u64 {
        let weight =
            |days: usize| self.script.crowd.iter().take(days).map(|it| u64::from(*it)).sum::<u64>();
        self.leads * weight(day) / weight(self.script.crowd.len()).max(1)
    }

    /// The first day on which nothing of it is left.
    pub fn ends(&self) -> i64 {
        self.starts + self.script.days
    }
}

/// Whether both cards of an account are of one person.
pub(super) fn one_person(account: u64) -> bool {
    matches!(account % 5, 1 | 3)
}

/// How many contacts an account has: eight for five accounts.
pub(super) fn contacts_of(account: u64) -> u64 {
    if one_person(account) { 1 } else { 2 }
}

/// How many opportunities an account has: six for five accounts.
pub(super) fn deals_of(account: u64) -> u64 {
    if account % 5 == 2 { 2 } else { 1 }
}

fn events(seed: u64, calendar: Calendar, leads: u64) -> [Event; SEASON.len()] {
    let accounts = leads / 20;
    let (mut leads_before, mut accounts_before, mut number) = (0, 0, 0);
    let (mut percent, mut permille) = (0, 0);
    SEASON_REF.map(|script| {
        percent += script.leads;
        permille += script.accounts;
        let day = -script.days_ago;
        let starts = script.weekday.map_or(day, |it| calendar.weekday_before(day, it));
        let leads_until = leads * percent / 100;
        let accounts_until = (accounts * permille + 500) / 1_000;
        let own_leads = leads_until - leads_before;
        let made_at = calendar.moment(starts - 130, 10 * HOUR_MS);
        let event = Event {
            script,
            number,
            id: dice::id(seed, made_at, 0, number as u64),
            starts,
            first_lead: leads_before,
            leads: own_leads,
            first_account: accounts_before,
            accounts: (accounts_until - accounts_before).min(own_leads / 2),
        };
        (leads_before, accounts_before) = (leads_until, accounts_before + event.accounts);
        number += 1;
        event
    })
}

/// The season, each script by reference.
const SEASON_REF: [&Script; SEASON.len()] = {
    let [a, b, c, d, e, f] = &SEASON;
    [a, b, c, d, e, f]
};

/// The part of the opening hours by which a part of the day's cards has come.
fn busy_at(part: f64) -> f64 {
    let whole: u32 = BUSY.iter().sum();
    let wanted = part * f64::from(whole);
    let mut before = 0.0;
    for (slot, weight) in BUSY.iter().enumerate() {
        let weight = f64::from(*weight);
        if wanted < before + weight {
            return (slot as f64 + (wanted - before) / weight) / BUSY.len() as f64;
        }
        before += weight;
    }
    1.0
}
