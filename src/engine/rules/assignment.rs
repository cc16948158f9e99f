//! *By the rules*: to whom a new lead is given when nobody names anyone.

use std::collections::HashMap;

use super::owner::Owner;
use crate::{
    domain::{
        AssignmentRule, Id, Kind, Lead, RecordId, Row, Share, Stage, Timestamp, User, fold::fold,
    },
    error::{Error, Result},
    i18n::Lang,
    model::Model,
    query::{Filter, Viewer},
};

/// The rules, and what everyone they speak of has been given so far.
pub struct Assignment {
    rules: Vec<Rule>,
    loads: HashMap<Id<User>, Load>,
    viewer: Viewer,
    /// Leads given so far: whoever got one later comes later.
    given: i64,
}

struct Rule {
    name: String,
    filter: Filter,
    to: To,
}

enum To {
    Pool(Owner),
    Users(Vec<Id<User>>, Share),
}

/// What a user has.
#[derive(Clone, Copy, Default)]
struct Load {
    open: i64,
    cap: Option<i64>,
    /// When a lead came last, as milliseconds; then as the number of the lead, behind all of these.
    last: (i64, i64),
}

impl Assignment {
    /// The rules of a workspace in their order, as of a moment.
    ///
    /// # Errors
    /// `no-assignment-rules` if there is none; `bad-assignment-rule` if a filter is not understood.
    pub fn of(model: &Model, now: Timestamp) -> Result<Self> {
        // Rules look at everything, whoever imports.
        let viewer = Viewer { is_alone: true, ..Viewer::of(model, None, now) };
        let mut known: Vec<&AssignmentRule> =
            model.assignment_rules.iter().map(|(_, rule)| rule).filter(|it| !it.inactive).collect();
        known.sort_by_key(|rule| rule.order.unwrap_or(i64::MAX));
        let rule = |rule: &AssignmentRule| {
            let parsed = Filter::parse(Kind::Lead, &rule.filter, model, &viewer);
            let (filter, _) = parsed.map_err(|err| {
                let error = Error::refused("bad-assignment-rule").with("rule", rule.name.as_str());
                error.because(err.text(Lang::En))
            })?;
            Ok(Rule { name: rule.name.clone(), filter, to: To::of(model, rule) })
        };
        let rules: Vec<Rule> = known.into_iter().map(rule).collect::<Result<_>>()?;
        if rules.is_empty() {
            return Err(Error::refused("no-assignment-rules"));
        }
        Ok(Self { loads: loads(model), rules, viewer, given: 0 })
    }

    /// To whom a new lead goes, and by which rule; none if no rule that it passes has room.
    pub fn next(&mut self, model: &Model, lead: &Row) -> Option<(Owner, String)> {
        let new = RecordId { kind: Kind::Lead, uuid: uuid::Uuid::nil() };
        let rules = self.rules.iter();
        let mut passed = rules.filter(|it| it.filter.passes(model, &self.viewer, new, lead));
        let (to, name) = passed.find_map(|rule| {
            let to = match &rule.to {
                To::Pool(pool) => Some(*pool),
                To::Users(users, share) => next_of(&self.loads, users, *share).map(Owner::User),
            };
            Some((to?, rule.name.clone()))
        })?;
        if let Owner::User(user) = to {
            self.given += 1;
            let load = self.loads.entry(user).or_default();
            load.open += 1;
            load.last = (i64::MAX, self.given);
        }
        Some((to, name))
    }
}

impl To {
    fn of(model: &Model, rule: &AssignmentRule) -> Self {
        if let Some(pool) = rule.pool {
            return Self::Pool(Owner::Pool(pool));
        }
        let team = fold(&rule.team);
        let is_meant = |(id, user): &(Id<User>, &User)| {
            let is_of_team = !team.is_empty() && fold(&user.team) == team;
            !user.inactive && (rule.users.contains(id) || is_of_team)
        };
        let users = model.users.iter().filter(is_meant).map(|(id, _)| id);
        Self::Users(users.collect(), rule.share)
    }
}

/// Who of several is next; none if nobody has room.
fn next_of(loads: &HashMap<Id<User>, Load>, users: &[Id<User>], share: Share) -> Option<Id<User>> {
    let load = |user: &Id<User>| loads.get(user).copied().unwrap_or_default();
    let has_room = |load: Load| load.cap.is_none_or(|cap| load.open < cap);
    let free = users.iter().filter(|user| has_room(load(user)));
    // Who has no cap takes as much as the most capable of the others.
    let most = users.iter().filter_map(|user| load(user).cap).max().unwrap_or(1).max(1);
    let rank = |user: &&Id<User>| {
        let load = load(user);
        let first = match share {
            Share::InTurn => 0,
            Share::LeastLoaded => load.open,
            Share::ByCapacity => {
                load.open.saturating_mul(1_000_000) / load.cap.unwrap_or(most).max(1)
            }
        };
        (first, load.last)
    };
    free.min_by_key(rank).copied()
}

/// The open leads of every user, and when each was given one last.
fn loads(model: &Model) -> HashMap<Id<User>, Load> {
    let users =
        model.users.iter().map(|(id, user)| (id, Load { cap: user.cap, ..Load::default() }));
    let mut loads: HashMap<Id<User>, Load> = users.collect();
    let leads = &model.leads;
    for row in leads.rows() {
        let owner = leads.link(Lead::owner, row).and_then(Id::<User>::of);
        let Some(load) = owner.and_then(|owner| loads.get_mut(&owner)) else { continue };
        let is_open = Stage::of_id(leads.text(Lead::stage, row)).is_some_and(Stage::is_open);
        load.open += i64::from(is_open);
        load.last.0 = load.last.0.max(leads.number(Lead::owned_since, row).unwrap_or_default());
    }
    loads
}
