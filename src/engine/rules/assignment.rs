//! *By the rules*: to whom a lead is given when nobody names anyone.

use std::{collections::HashMap, sync::Arc};

use super::{owner::Owner, wins::Wins};
use crate::{
    domain::{
        AssignmentRule, Id, Kind, Lead, RecordId, Row, Share, Stage, Timestamp, User, fold::fold,
    },
    error::{Error, Result},
    i18n::Lang,
    model::Model,
    query::{Filter, Read, RowSet, Viewer},
};

/// The rules, and what everyone they speak of has been given so far.
#[derive(Debug)]
pub struct Assignment {
    rules: Arc<[Rule]>,
    loads: HashMap<Id<User>, Load>,
    wins: Wins,
    viewer: Viewer,
    /// Leads given so far: whoever got one later comes later.
    given: i64,
    /// How many open leads more or fewer everyone has by what was given so far.
    moved: HashMap<Id<User>, i64>,
    /// Of which model the loads are.
    revision: u64,
}

/// To whom a lead goes, and by which rule.
pub type Next = std::result::Result<(Owner, Arc<str>), Nobody>;

/// Why nobody gets a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nobody {
    /// It passes the filter of no rule.
    NoRule,
    /// Everyone whom the rules name for it has as many leads as they may have.
    NoRoom,
}

#[derive(Debug)]
struct Rule {
    name: Arc<str>,
    filter: Filter,
    to: To,
}

#[derive(Debug)]
enum To {
    Pool(Owner),
    Users(Vec<Id<User>>, Share),
}

/// What a user has.
#[derive(Clone, Copy, Debug, Default)]
struct Load {
    open: i64,
    cap: Option<i64>,
    /// When a lead came last, as milliseconds; then as the number of the lead, behind all of these.
    last: (i64, i64),
}

impl Assignment {
    /// The rules of a workspace in their order, or only one of them, as of a moment.
    ///
    /// # Errors
    /// `no-assignment-rules` if there is none; `bad-assignment-rule` if a filter is not understood.
    pub fn of(model: &Model, now: Timestamp, only: Option<Id<AssignmentRule>>) -> Result<Self> {
        // Rules look at everything, whoever asks for them.
        let viewer = Viewer { is_alone: true, ..Viewer::of(model, None, now) };
        let rules = in_order(model).into_iter().filter(|(id, rule)| match only {
            Some(only) => *id == only,
            None => !rule.inactive,
        });
        let rule = |(_, rule): (Id<AssignmentRule>, &AssignmentRule)| {
            let parsed = Filter::parse(Kind::Lead, &rule.filter, model, &viewer);
            let (filter, _) = parsed.map_err(|err| {
                let error = Error::refused("bad-assignment-rule").with("rule", rule.name.as_str());
                error.because(err.text(Lang::En))
            })?;
            Ok(Rule { name: rule.name.as_str().into(), filter, to: To::of(model, rule) })
        };
        let rules: Arc<[Rule]> = rules.map(rule).collect::<Result<_>>()?;
        if rules.is_empty() {
            return Err(Error::refused("no-assignment-rules"));
        }
        let is_best = |rule: &Rule| matches!(rule.to, To::Users(_, Share::BestPerformer));
        let wins = if rules.iter().any(is_best) { Wins::of(model) } else { Wins::default() };
        let (loads, revision) = (loads(model), model.revision());
        let moved = HashMap::new();
        Ok(Self { rules, loads, wins, viewer, given: 0, moved, revision })
    }

    /// The same for a later model, in which nothing shows yet of what was given.
    pub fn keep_up(&mut self, model: &Model) {
        if self.revision == model.revision() {
            return;
        }
        self.revision = model.revision();
        let before = std::mem::replace(&mut self.loads, loads(model));
        for (user, load) in &mut self.loads {
            load.open += self.moved.get(user).copied().unwrap_or_default();
            load.last = load.last.max(before.get(user).map_or((0, 0), |load| load.last));
        }
    }

    /// To whom a new lead goes.
    ///
    /// # Errors
    /// Why nobody gets it.
    pub fn next(&mut self, model: &Model, lead: &Row) -> Next {
        let new = RecordId { kind: Kind::Lead, uuid: uuid::Uuid::nil() };
        self.next_of(model, (new, lead))
    }

    /// To whom a lead goes that is there: away from who has it, if they are not the ones to get it.
    ///
    /// # Errors
    /// Why nobody gets it.
    pub fn next_of(&mut self, model: &Model, (record, lead): (RecordId, &Row)) -> Next {
        let territory = lead.get(Lead::territory).as_text().unwrap_or_default().to_owned();
        let stage = Stage::of_id(lead.get(Lead::stage).as_text().unwrap_or_default());
        let is_open = stage.unwrap_or_default().is_open();
        let owner = lead.get(Lead::owner).as_link().and_then(Id::<User>::of);
        let viewer = self.viewer;
        let passes = |_: usize, rule: &Rule| rule.filter.passes(model, &viewer, record, lead);
        self.give(&passes, &territory, owner.filter(|_| is_open))
    }

    /// To whom each of those leads would go: rows of the model, in the order in which they are given.
    ///
    /// # Errors
    /// When a record cannot be read.
    pub fn plan(&mut self, model: &Model, rows: &[u32], read: &Read<'_>) -> Result<Vec<Next>> {
        let passed = self.rules.iter().map(|rule| rule.filter.row_set(model, &self.viewer, read));
        let passed: Vec<RowSet> = passed.collect::<Result<_>>()?;
        let leads = &model.leads;
        let mut plan = Vec::with_capacity(rows.len());
        for row in rows.iter().map(|row| *row as usize) {
            let passes =
                |rule: usize, _: &Rule| passed.get(rule).is_some_and(|set| set.contains(row));
            let is_open = Stage::of_id(leads.text(Lead::stage, row)).is_some_and(Stage::is_open);
            let owner = leads.link(Lead::owner, row).and_then(Id::<User>::of);
            let territory = leads.text(Lead::territory, row);
            plan.push(self.give(&passes, territory, owner.filter(|_| is_open)));
        }
        Ok(plan)
    }

    fn give(
        &mut self,
        passes: &dyn Fn(usize, &Rule) -> bool,
        territory: &str,
        owner: Option<Id<User>>,
    ) -> Next {
        // Who has it has room for it.
        owner.into_iter().for_each(|owner| self.move_open(owner, -1));
        let mut nobody = Nobody::NoRule;
        let rules = Arc::clone(&self.rules);
        let found = rules.iter().enumerate().find_map(|(at, rule)| {
            if !passes(at, rule) {
                return None;
            }
            nobody = Nobody::NoRoom;
            let to = match &rule.to {
                To::Pool(pool) => Some(*pool),
                To::Users(users, share) => self.next_user(users, *share, territory),
            };
            Some((to?, Arc::clone(&rule.name)))
        });
        match found {
            Some((Owner::User(user), _)) => {
                self.given += 1;
                let number = self.given;
                self.move_open(user, 1);
                self.loads.entry(user).or_default().last = (i64::MAX, number);
            }
            Some(_) => {}
            None => owner.into_iter().for_each(|owner| self.move_open(owner, 1)),
        }
        found.ok_or(nobody)
    }

    fn move_open(&mut self, user: Id<User>, by: i64) {
        self.loads.entry(user).or_default().open += by;
        *self.moved.entry(user).or_default() += by;
    }

    /// Who of several is next; none if nobody has room.
    fn next_user(&self, users: &[Id<User>], share: Share, territory: &str) -> Option<Owner> {
        let load = |user: &Id<User>| self.loads.get(user).copied().unwrap_or_default();
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
                Share::BestPerformer => self.wins.rank(**user, territory),
            };
            (first, load.last)
        };
        free.min_by_key(rank).copied().map(Owner::User)
    }
}

impl Nobody {
    /// The code of the sentence that says so.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoRule => "no-rule-holds",
            Self::NoRoom => "no-room-by-rules",
        }
    }

    /// The same as a refusal.
    pub fn reason(self) -> Error {
        Error::refused(self.code())
    }
}

impl To {
    fn of(model: &Model, rule: &AssignmentRule) -> Self {
        if let Some(pool) = rule.pool {
            return Self::Pool(Owner::Pool(pool));
        }
        let is_of = |wanted: &str, own: &str| !wanted.is_empty() && fold(own) == fold(wanted);
        let is_meant = |(id, user): &(Id<User>, &User)| {
            let is_named = rule.users.contains(id);
            let is_among =
                is_of(&rule.team, &user.team) || is_of(&rule.department, &user.department);
            !user.inactive && (is_named || is_among)
        };
        let users = model.users.iter().filter(is_meant).map(|(id, _)| id);
        Self::Users(users.collect(), rule.share)
    }
}

/// Every rule with its id, those that are off among them, in the order in which they are asked.
pub fn in_order(model: &Model) -> Vec<(Id<AssignmentRule>, &AssignmentRule)> {
    let mut known: Vec<_> = model.assignment_rules.iter().collect();
    known.sort_by_key(|(_, rule)| rule.order.unwrap_or(i64::MAX));
    known
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
