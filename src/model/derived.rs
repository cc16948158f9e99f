//! What follows from a lead and what was done about it: kept as parts, so that the value of any day is
//! one addition. Never stored in records, logged or undone.

use std::collections::HashMap;

use uuid::Uuid;

use super::chunks::Chunks;
use crate::domain::{
    Activity, ActivityKind, ActivityOutcome, Id, Lead, RecordId, Timestamp,
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeadDerived {
    /// The parts of score and grade.
    pub parts: Parts,
    /// The part of the behaviour that comes from the lead itself: its responses to campaigns.
    own_behaviour: f64,
    /// Whether its data has been tried.
    pub validity: Validity,
    /// Whether anyone has tried to reach the person.
    pub is_attempted: bool,
    /// Whether anyone has spoken to the person.
    pub is_reached: bool,
    /// When something was last done about it.
    pub last_activity_at: Option<Timestamp>,
    /// When it was first handed over to sales, and how often.
    pub handed_over: Option<(Timestamp, u16)>,
    /// Hand-overs by their response: accepted, not accepted, not reached.
    pub responses: [u16; 3],
    /// Its campaigns, each with whether it responded.
    pub memberships: Box<[(Uuid, bool)]>,
}

/// What was done about records: the activities of each, oldest first.
#[derive(Clone, Debug)]
pub struct About {
    shards: Vec<std::sync::Arc<HashMap<RecordId, Vec<Id<Activity>>>>>,
}

/// A write copies one shard: with so many, a few thousand records even at two million activities.
const SHARDS: usize = 1024;

impl Default for About {
    fn default() -> Self {
        Self { shards: vec![std::sync::Arc::default(); SHARDS] }
    }
}

impl About {
    /// The activities about a record, oldest first.
    pub fn of(&self, record: RecordId) -> &[Id<Activity>] {
        let shard = self.shards.get(shard_of(record));
        shard.and_then(|shard| shard.get(&record)).map_or(&[], Vec::as_slice)
    }

    /// Says that an activity is, or is no longer, about a record.
    pub(super) fn set(&mut self, record: RecordId, activity: Id<Activity>, is_about: bool) {
        let Some(shard) = self.shards.get_mut(shard_of(record)) else { return };
        let known = shard.get(&record).is_some_and(|list| list.contains(&activity));
        if known == is_about {
            return;
        }
        let list = std::sync::Arc::make_mut(shard).entry(record).or_default();
        if is_about {
            let at = list.partition_point(|other| *other < activity);
            list.insert(at, activity);
        } else {
            list.retain(|other| *other != activity);
        }
    }
}

fn shard_of(record: RecordId) -> usize {
    // The last bytes of an id are random.
    let [.., high, low] = *record.uuid.as_bytes();
    usize::from(u16::from_be_bytes([high, low])) % SHARDS
}

/// An activity as far as leads are concerned.
pub(super) struct Done<'a> {
    pub kind: ActivityKind,
    pub outcome: Option<ActivityOutcome>,
    pub at: Timestamp,
    pub signal: &'a str,
}

impl LeadDerived {
    /// What follows from a lead, and from the activities about it.
    pub(super) fn of(lead: &Lead, activities: &[Done<'_>], scoring: &Scoring) -> Self {
        let hand_overs = lead.hand_overs.iter();
        let handed_over_at = hand_overs.clone().filter_map(|event| event.at).min();
        let mut responses = [0; 3];
        for response in hand_overs.filter_map(|event| event.response) {
            if let Some(count) = responses.get_mut(response as usize) {
                *count += 1;
            }
        }
        let membership = |it: &crate::domain::Membership| {
            it.campaign.map(|campaign| (campaign.0, it.responded_at.is_some()))
        };
        let parts = scoring.parts(lead, &responses_of(lead));
        let own = Self {
            parts,
            own_behaviour: parts.behaviour,
            validity: match (lead.is_judged(), lead.is_valid()) {
                (false, _) => Validity::Unjudged,
                (true, false) => Validity::Invalid,
                (true, true) => Validity::Valid,
            },
            handed_over: handed_over_at.map(|at| (at, lead.hand_overs.len() as u16)),
            responses,
            memberships: lead.memberships.iter().filter_map(membership).collect(),
            ..Self::default()
        };
        own.with_activities(activities, scoring)
    }

    /// The same lead after something was done about it.
    pub(super) fn with_activities(&self, activities: &[Done<'_>], scoring: &Scoring) -> Self {
        let signals: Vec<_> = signals_of(activities).collect();
        let reached = Some(ActivityOutcome::Reached);
        Self {
            parts: Parts {
                behaviour: self.own_behaviour + scoring.behaviour(&signals),
                ..self.parts
            },
            is_attempted: activities.iter().any(|done| done.kind.is_attempt()),
            is_reached: activities.iter().any(|done| done.outcome == reached),
            last_activity_at: activities.iter().map(|done| done.at).max(),
            ..self.clone()
        }
    }
}

/// What the person did: signals, and responses to campaigns.
pub(super) fn behaviours<'a>(lead: &'a Lead, activities: &[Done<'a>]) -> Vec<(&'a str, Timestamp)> {
    signals_of(activities).chain(responses_of(lead)).collect()
}

fn signals_of<'a>(activities: &[Done<'a>]) -> impl Iterator<Item = (&'a str, Timestamp)> {
    let signals = activities.iter().filter(|done| !done.signal.is_empty());
    signals.map(|done| (done.signal, done.at))
}

fn responses_of(lead: &Lead) -> Vec<(&str, Timestamp)> {
    let memberships = lead.memberships.iter();
    memberships.filter_map(|it| it.responded_at.map(|at| (it.status.as_str(), at))).collect()
}

/// The derived values of all leads, by row.
pub(super) type Derived = Chunks<LeadDerived>;
