//! What follows from a lead and what was done about it: kept as parts, so that the value of any day is
//! one addition. Never stored in records, logged or undone.

use std::{collections::HashMap, sync::Arc};

use uuid::Uuid;

use super::{
    chunks::Chunks,
    joined::{Joined, memberships},
    packed::{NOTHING, Packed},
    varied::Lists,
};
use crate::domain::{
    self, ActivityKind, ActivityOutcome, Campaign, Facts, HandOver, Id, Item, Lead, Look,
    Timestamp, ValueRef,
    score::{Parts, Scoring},
};

/// Whether the data of a lead has been tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Validity {
    /// Nobody has tried.
    #[default]
    Unjudged,
    /// Tried, and no good.
    Invalid,
    /// Tried, and good.
    Valid,
}

/// What follows from one lead.
#[derive(Clone, Copy)]
pub struct LeadDerived<'a> {
    all: &'a Derived,
    row: usize,
    hot: Hot,
}

/// What is asked of many leads at once: 16 bytes a lead.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Hot {
    pub behaviour: f64,
    /// Whole points, few of them.
    pub fixed: f32,
    pub grade: u8,
    pub flags: u8,
}

const VALID: u8 = 1;
const INVALID: u8 = 2;
const ATTEMPTED: u8 = 4;
const REACHED: u8 = 8;

/// The derived values of all leads, by row.
#[derive(Clone, Debug, Default)]
pub(super) struct Derived {
    pub(super) hot: Chunks<Hot>,
    /// The part of the behaviour that comes from the lead itself: its responses to campaigns.
    pub(super) own_behaviour: Chunks<f64>,
    pub(super) last_activity_at: Packed,
    pub(super) handed_over_at: Packed,
    pub(super) hand_overs: Packed,
    /// Hand-overs by their response: accepted, not accepted, not reached.
    pub(super) responses: [Packed; 3],
    /// The numbers of its campaigns, doubled, and one more where it responded.
    pub(super) memberships: Lists<u32>,
    pub(super) campaigns: Arc<Campaigns>,
}

/// What follows from a lead, before it is taken.
pub(super) struct Fresh {
    hot: Hot,
    own_behaviour: f64,
    last_activity_at: i64,
    handed_over_at: i64,
    hand_overs: i64,
    responses: [i64; 3],
    memberships: Vec<u32>,
}

/// What follows from what was done about the lead of a row, before it is taken; and when something last was.
pub(super) type FreshDone = (usize, Hot, i64);

/// The campaigns that have members, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Campaigns {
    pub ids: Vec<Uuid>,
    pub numbers: HashMap<Uuid, u32>,
}

/// An activity as far as leads are concerned.
#[derive(Clone, Copy)]
pub(super) struct Done<'a> {
    pub kind: ActivityKind,
    pub outcome: Option<ActivityOutcome>,
    pub at: Timestamp,
    pub signal: &'a str,
}

impl<'a> LeadDerived<'a> {
    /// The parts of score and grade.
    pub fn parts(&self) -> Parts {
        Parts {
            fixed: f64::from(self.hot.fixed),
            behaviour: self.hot.behaviour,
            grade: self.hot.grade,
        }
    }

    /// Whether its data has been tried.
    pub fn validity(&self) -> Validity {
        match self.hot.flags & (VALID | INVALID) {
            0 => Validity::Unjudged,
            INVALID => Validity::Invalid,
            _ => Validity::Valid,
        }
    }

    /// Whether anyone has tried to reach the person.
    pub fn is_attempted(&self) -> bool {
        self.hot.flags & ATTEMPTED != 0
    }

    /// Whether anyone has spoken to the person.
    pub fn is_reached(&self) -> bool {
        self.hot.flags & REACHED != 0
    }

    /// When something was last done about it.
    pub fn last_activity_at(&self) -> Option<Timestamp> {
        moment(&self.all.last_activity_at, self.row)
    }

    /// When it was first handed over to sales.
    pub fn handed_over_at(&self) -> Option<Timestamp> {
        moment(&self.all.handed_over_at, self.row)
    }

    /// How often it was handed over to sales.
    pub fn hand_overs(&self) -> u64 {
        count(&self.all.hand_overs, self.row)
    }

    /// Hand-overs by their response: accepted, not accepted, not reached.
    pub fn responses(&self) -> [u64; 3] {
        let [accepted, not_accepted, not_reached] = &self.all.responses;
        [accepted, not_accepted, not_reached].map(|counts| count(counts, self.row))
    }

    /// Its campaigns, each with whether it responded.
    pub fn memberships(&self) -> impl Iterator<Item = (Uuid, bool)> + use<'a> {
        let ids = &self.all.campaigns.ids;
        let memberships = self.all.memberships.get(self.row).iter();
        memberships.filter_map(|it| ids.get((it / 2) as usize).map(|id| (*id, it % 2 == 1)))
    }
}

impl Derived {
    /// What follows from a lead.
    pub fn get(&self, row: usize) -> Option<LeadDerived<'_>> {
        self.hot.get(row).map(|hot| LeadDerived { all: self, row, hot: *hot })
    }

    /// When something was last done about each lead.
    pub fn last_activity_at(&self) -> &Packed {
        &self.last_activity_at
    }

    /// What follows from a lead as its fields stand now, and from what was done about it.
    pub fn of<'a>(&mut self, lead: impl Look<'a>, done: &[Done<'_>], scoring: &Scoring) -> Fresh {
        let facts = Facts::of_fields(lead);
        let responded: Vec<_> = memberships(lead).filter_map(Joined::response).collect();
        let own = own(scoring.parts(&facts, &responded), facts.is_valid);
        let hand_overs: Vec<HandOver> = of_list(lead.look(Lead::hand_overs));
        let joined = memberships(lead).map(|it| (it.campaign, it.responded_at.is_some()));
        fresh(with_done(own, done, scoring), own.behaviour, &hand_overs, self.numbered(joined))
    }

    /// Takes what follows from leads, each named once. A row that is not there yet is the next one. A
    /// column's piece is written once, however many of its rows change.
    pub fn put(&mut self, rows: Vec<(usize, Fresh)>) {
        let mut known = Vec::new();
        for (row, fresh) in rows {
            if row < self.hot.len() {
                known.push((row, fresh));
            } else {
                self.push(&fresh);
            }
        }
        if known.is_empty() {
            return;
        }
        for (row, fresh) in &known {
            put_chunk(&mut self.hot, *row, fresh.hot);
            put_chunk(&mut self.own_behaviour, *row, fresh.own_behaviour);
        }
        let numbers = |of: fn(&Fresh) -> i64| known.iter().map(move |(row, it)| (*row, of(it)));
        self.last_activity_at.set_many(numbers(|fresh| fresh.last_activity_at));
        self.handed_over_at.set_many(numbers(|fresh| fresh.handed_over_at));
        self.hand_overs.set_many(numbers(|fresh| fresh.hand_overs));
        for (place, counts) in self.responses.iter_mut().enumerate() {
            let count = |fresh: &Fresh| fresh.responses.get(place).copied().unwrap_or_default();
            counts.set_many(known.iter().map(|(row, fresh)| (*row, count(fresh))));
        }
        let memberships = known.into_iter().map(|(row, fresh)| (row, fresh.memberships));
        self.memberships.set_many(memberships.collect());
    }

    /// What follows from what was done about the lead of a row; none if there is no such row.
    pub fn of_done(&self, row: usize, done: &[Done<'_>], scoring: &Scoring) -> Option<FreshDone> {
        let (hot, own) = (self.hot.get(row)?, self.own_behaviour.get(row)?);
        let own = Hot { behaviour: *own, flags: hot.flags & (VALID | INVALID), ..*hot };
        let (hot, last_activity_at) = with_done(own, done, scoring);
        Some((row, hot, last_activity_at))
    }

    /// Takes what was done about leads, each named once.
    pub fn put_done(&mut self, rows: &[FreshDone]) {
        for (row, hot, _) in rows {
            put_chunk(&mut self.hot, *row, *hot);
        }
        self.last_activity_at.set_many(rows.iter().map(|(row, _, last)| (*row, *last)));
    }

    /// Adds what follows from other leads.
    pub fn append(&mut self, others: Self) {
        let numbers: Vec<u32> = others.campaigns.ids.iter().map(|id| self.number_of(*id)).collect();
        self.hot.append(others.hot);
        self.own_behaviour.append(others.own_behaviour);
        self.last_activity_at.append(others.last_activity_at);
        self.handed_over_at.append(others.handed_over_at);
        self.hand_overs.append(others.hand_overs);
        for (counts, others) in self.responses.iter_mut().zip(others.responses) {
            counts.append(others);
        }
        if numbers.iter().zip(0..).all(|(number, own)| *number == own) {
            return self.memberships.append(others.memberships);
        }
        let number = |own: &u32| Some(numbers.get((own / 2) as usize)? * 2 + own % 2);
        for row in 0..others.memberships.len() {
            let own = others.memberships.get(row).iter().filter_map(number);
            self.memberships.push(&own.collect::<Vec<_>>());
        }
    }

    /// What follows from leads alone, one after another, their campaigns by the numbers they have here.
    pub fn with(&self, leads: &[Fresh]) -> Self {
        let numbers = |of: fn(&Fresh) -> i64| leads.iter().map(of).collect();
        let count = |place: usize| {
            leads
                .iter()
                .map(|lead| lead.responses.get(place).copied().unwrap_or_default())
                .collect()
        };
        let mut memberships = Lists::default();
        leads.iter().for_each(|lead| memberships.push(&lead.memberships));
        Self {
            hot: Chunks::of_piece(leads.iter().map(|lead| lead.hot).collect()),
            own_behaviour: Chunks::of_piece(leads.iter().map(|lead| lead.own_behaviour).collect()),
            last_activity_at: numbers(|lead| lead.last_activity_at),
            handed_over_at: numbers(|lead| lead.handed_over_at),
            hand_overs: numbers(|lead| lead.hand_overs),
            responses: [count(0), count(1), count(2)],
            memberships,
            campaigns: Arc::clone(&self.campaigns),
        }
    }

    /// Adds what follows from the next lead.
    pub fn push(&mut self, fresh: &Fresh) {
        self.hot.push(fresh.hot);
        self.own_behaviour.push(fresh.own_behaviour);
        self.last_activity_at.push(fresh.last_activity_at);
        self.handed_over_at.push(fresh.handed_over_at);
        self.hand_overs.push(fresh.hand_overs);
        for (counts, count) in self.responses.iter_mut().zip(fresh.responses) {
            counts.push(count);
        }
        self.memberships.push(&fresh.memberships);
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        let packed = [&self.last_activity_at, &self.handed_over_at, &self.hand_overs];
        let packed = packed.into_iter().chain(&self.responses);
        packed.map(Packed::bytes).sum::<usize>()
            + self.hot.bytes()
            + self.own_behaviour.bytes()
            + self.memberships.bytes()
    }

    /// Campaigns by their numbers, each with whether the lead responded.
    fn numbered(&mut self, joined: impl Iterator<Item = (Option<Id<Campaign>>, bool)>) -> Vec<u32> {
        let number = |(campaign, has_responded): (Option<Id<Campaign>>, bool)| {
            Some(self.number_of(campaign?.0) * 2 + u32::from(has_responded))
        };
        joined.filter_map(number).collect()
    }

    fn number_of(&mut self, campaign: Uuid) -> u32 {
        if let Some(number) = self.campaigns.numbers.get(&campaign) {
            return *number;
        }
        let campaigns = Arc::make_mut(&mut self.campaigns);
        let number = campaigns.ids.len() as u32;
        campaigns.ids.push(campaign);
        campaigns.numbers.insert(campaign, number);
        number
    }
}

/// What follows from a lead itself.
fn own(parts: Parts, is_valid: Option<bool>) -> Hot {
    let flags = match is_valid {
        None => 0,
        Some(false) => INVALID,
        Some(true) => VALID,
    };
    Hot { behaviour: parts.behaviour, fixed: parts.fixed as f32, grade: parts.grade, flags }
}

fn fresh(
    (hot, last_activity_at): (Hot, i64),
    own_behaviour: f64,
    hand_overs: &[HandOver],
    memberships: Vec<u32>,
) -> Fresh {
    let handed_over_at = hand_overs.iter().filter_map(|event| event.at).min();
    let mut responses = [0; 3];
    for response in hand_overs.iter().filter_map(|event| event.response) {
        if let Some(count) = responses.get_mut(response as usize) {
            *count += 1;
        }
    }
    Fresh {
        hot,
        own_behaviour,
        last_activity_at,
        handed_over_at: handed_over_at.map_or(NOTHING, |at| at.0),
        hand_overs: hand_overs.len() as i64,
        responses,
        memberships,
    }
}

/// What the person did: signals, and responses to campaigns.
pub(super) fn behaviours<'a>(lead: &'a Lead, done: &[Done<'a>]) -> Vec<(&'a str, Timestamp)> {
    signals_of(done).chain(responses_of(lead)).collect()
}

fn signals_of<'a>(done: &[Done<'a>]) -> impl Iterator<Item = (&'a str, Timestamp)> {
    let signals = done.iter().filter(|done| !done.signal.is_empty());
    signals.map(|done| (done.signal, done.at))
}

/// What the score and the grade of a lead come from, before anything was done about it.
pub fn parts_of(lead: &Lead, scoring: &Scoring) -> Parts {
    scoring.parts(&Facts::of(lead), &responses_of(lead))
}

fn responses_of(lead: &Lead) -> Vec<(&str, Timestamp)> {
    let memberships = lead.memberships.iter();
    memberships.filter_map(|it| it.responded_at.map(|at| (it.status.as_str(), at))).collect()
}

/// The parts of a list, where it lies.
fn of_list<T: Item>(list: ValueRef<'_>) -> Vec<T> {
    list.lying().map(domain::parts).into_iter().flatten().collect()
}

fn moment(moments: &Packed, row: usize) -> Option<Timestamp> {
    Some(moments.get(row)).filter(|at| *at != NOTHING).map(Timestamp)
}

fn count(counts: &Packed, row: usize) -> u64 {
    u64::try_from(counts.get(row)).unwrap_or_default()
}

/// A lead with what was done about it, and when something last was.
fn with_done(own: Hot, done: &[Done<'_>], scoring: &Scoring) -> (Hot, i64) {
    let signals: Vec<_> = signals_of(done).collect();
    let reached = Some(ActivityOutcome::Reached);
    let mut hot = own;
    if done.iter().any(|done| done.kind.is_attempt()) {
        hot.flags |= ATTEMPTED;
    }
    if done.iter().any(|done| done.outcome == reached) {
        hot.flags |= REACHED;
    }
    hot.behaviour += scoring.behaviour(&signals);
    (hot, done.iter().map(|done| done.at.0).max().unwrap_or(NOTHING))
}

fn put_chunk<T: Clone + PartialEq>(chunks: &mut Chunks<T>, row: usize, value: T) {
    if chunks.get(row).is_some_and(|old| *old != value) {
        chunks.set(row, value);
    }
}
