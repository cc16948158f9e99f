//! Leads that are there, given by the rules of assignment; and what would come of it.

use std::{cmp::Reverse, sync::Arc};

use super::{
    assignment::{Assignment, Next},
    owner::{self, Owner},
};
use crate::{
    domain::{AssignmentRule, Fields as _, Id, Lead, Stage, Timestamp},
    engine::{AssignByRules, Edit, Right},
    error::{Error, Result},
    model::Model,
    query::{self, Read},
};

/// What the rules would give to someone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The rule; none for leads that nobody gets.
    pub rule: Option<Arc<str>>,
    /// The user or the pool by name, or why it is nobody: the code of a sentence.
    pub to: std::result::Result<String, &'static str>,
    /// The leads.
    pub leads: Vec<Id<Lead>>,
}

/// Gives leads to whom the rules say: a result for each, never all or nothing.
///
/// # Errors
/// When there are no rules, or one is not understood.
pub fn assign(edit: &mut Edit<'_>, command: &AssignByRules) -> Result<()> {
    let mut rules = match edit.outcome.given.rules.take() {
        Some(rules) => rules,
        None => Box::new(Assignment::of(edit.model, edit.now(), command.rule)?),
    };
    rules.keep_up(edit.model);
    for id in &command.leads {
        if let Err(err) = assign_one(edit, &mut rules, *id) {
            edit.outcome.refused.push((id.record(), err));
        }
    }
    edit.outcome.given.rules = Some(rules);
    Ok(())
}

fn assign_one(edit: &mut Edit<'_>, rules: &mut Assignment, id: Id<Lead>) -> Result<()> {
    edit.require_of(Right::Assign, id.record())?;
    let mut lead = edit.get(id)?;
    if lead.stage.is_read_only() {
        return Err(Error::refused("lead-read-only"));
    }
    let next = rules.next_of(edit.model, (id.record(), &lead.to_row()));
    let (to, rule) = next.map_err(super::assignment::Nobody::reason)?;
    let is_there = match to {
        Owner::User(user) => lead.owner == Some(user),
        Owner::Pool(pool) => lead.pool == Some(pool),
    };
    if !is_there {
        owner::change(edit, &mut lead, to, &rule)?;
        edit.put(id.record(), lead.to_row())?;
        edit.outcome.records.push(id.record());
    }
    Ok(())
}

/// The same leads, those first that are served first: of the highest grade, then of the highest score.
pub fn first_served(model: &Model, leads: &[Id<Lead>], now: Timestamp) -> Vec<Id<Lead>> {
    let worth = |lead: &Id<Lead>| {
        let row = model.leads.find(lead.record().uuid);
        let parts = row.and_then(|row| model.lead_derived(row)).map(|lead| lead.parts());
        parts.map(|parts| (parts.grade, model.scoring().score(parts, now)))
    };
    let mut sorted = leads.to_vec();
    sorted.sort_by_cached_key(|lead| Reverse(worth(lead)));
    sorted
}

/// The open leads that nobody owns.
pub fn waiting(model: &Model) -> Vec<Id<Lead>> {
    let leads = &model.leads;
    let is_waiting = |row: &usize| {
        leads.link(Lead::owner, *row).is_none()
            && Stage::of_id(leads.text(Lead::stage, *row)).is_some_and(Stage::is_open)
    };
    leads.rows().filter(is_waiting).filter_map(|row| Id::of(leads.id(row)?)).collect()
}

/// To whom the rules, or one of them, would give leads: by rule and by who gets them, those that nobody
/// gets last.
///
/// # Errors
/// When there are no rules, one is not understood, or a record cannot be read.
pub fn dry_run(
    model: &Model,
    (now, only): (Timestamp, Option<Id<AssignmentRule>>),
    leads: &[Id<Lead>],
    read: &Read<'_>,
) -> Result<Vec<Shared>> {
    let mut rules = Assignment::of(model, now, only)?;
    let sorted = first_served(model, leads, now);
    let found = |lead: &Id<Lead>| Some((*lead, model.leads.find(lead.record().uuid)? as u32));
    let (fixed, changed): (Vec<_>, Vec<_>) = sorted.iter().filter_map(found).partition(|it| {
        Stage::of_id(model.leads.text(Lead::stage, it.1 as usize)).is_some_and(Stage::is_read_only)
    });
    let (sorted, rows): (Vec<Id<Lead>>, Vec<u32>) = changed.into_iter().unzip();
    let plan = rules.plan(model, &rows, read)?;
    let mut shared: Vec<(Next, Shared)> = Vec::new();
    for (lead, next) in sorted.into_iter().zip(plan) {
        match shared.iter_mut().find(|(known, _)| *known == next) {
            Some((_, known)) => known.leads.push(lead),
            None => {
                let of = Shared::of(model, &next, lead);
                shared.push((next, of));
            }
        }
    }
    shared.sort_by_key(|(next, _)| next.is_err());
    let mut shared: Vec<Shared> = shared.into_iter().map(|(_, shared)| shared).collect();
    if !fixed.is_empty() {
        let leads = fixed.into_iter().map(|(lead, _)| lead).collect();
        shared.push(Shared { rule: None, to: Err("lead-read-only"), leads });
    }
    Ok(shared)
}

impl Shared {
    fn of(model: &Model, next: &Next, lead: Id<Lead>) -> Self {
        let (rule, to) = match next {
            Ok((Owner::User(user), rule)) => (Some(rule), Ok(query::label(model, user.record()))),
            Ok((Owner::Pool(pool), rule)) => (Some(rule), Ok(query::label(model, pool.record()))),
            Err(nobody) => (None, Err(nobody.code())),
        };
        Self { rule: rule.cloned(), to, leads: vec![lead] }
    }
}
