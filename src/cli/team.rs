//! Who works on what: assigning, claiming, giving back, and the users themselves.

use serde_json::json;

use super::{
    Output, Session,
    args::UserAction,
    edit::{create, said, set},
    lead::leads,
    list,
    output::table,
    parameters::ListArgs,
};
use crate::{
    domain::{Id, Kind, Lead, User, fold::fold},
    engine::{Assign, Claim, Outcome, Return},
    error::{Error, Result},
    query::{self, ListQuestion},
};

/// Gives the leads of a filter to a user, to the members of a team in turn, or to a pool.
pub fn assign(
    session: &mut Session,
    filter: &str,
    to: Option<&str>,
    is_preview: bool,
) -> Result<Output> {
    let question =
        ListQuestion { kind: Kind::Lead, filter: filter.to_owned(), sort: None, limit: None };
    let found = session.found(&question)?;
    let leads: Vec<Id<Lead>> = found.ids.iter().filter_map(|record| Id::of(*record)).collect();
    let target = target(session, to)?;
    let shares = shares(&target, &leads);
    if is_preview {
        return Ok(preview(session, &shares));
    }
    let mut whole = Outcome::default();
    for (to, leads) in shares {
        let (user, pool) = match to {
            To::User(user) => (Some(user), None),
            To::Pool(pool) => (None, Some(pool)),
        };
        let outcome = session.run(Assign { leads, to: user, pool, reason: None })?;
        whole.sequence = outcome.sequence.or(whole.sequence);
        whole.records.extend(outcome.records);
        whole.refused.extend(outcome.refused);
    }
    said(session, &whole)
}

/// Takes leads from their pool.
pub fn claim(session: &mut Session, ids: &[String]) -> Result<Output> {
    let leads = leads(session, ids)?;
    let outcome = session.run(Claim { leads })?;
    said(session, &outcome)
}

/// Gives leads back to the default pool.
pub fn give_back(session: &mut Session, ids: &[String], reason: &str) -> Result<Output> {
    let leads = leads(session, ids)?;
    let outcome = session.run(Return { leads, reason: reason.to_owned(), pool: None })?;
    said(session, &outcome)
}

/// Lists users, or makes and changes them.
pub fn users(session: &mut Session, action: Option<UserAction>) -> Result<Output> {
    match action {
        None => list::list(
            session,
            &ListArgs {
                kind: Kind::User.name().to_owned(),
                filter: None,
                columns: Vec::new(),
                sort: None,
                limit: None,
            },
        ),
        Some(UserAction::Add { name, role, login, team }) => {
            let login = login.unwrap_or_else(|| fold(&name).replace(' ', "."));
            let mut values =
                vec![format!("name={name}"), format!("role={role}"), format!("login={login}")];
            values.extend(team.map(|team| format!("team={team}")));
            create(session, Kind::User.name(), &values)
        }
        Some(UserAction::Set { user, values }) => set(session, Kind::User.name(), &user, &values),
    }
}

#[derive(Clone, Copy)]
enum To {
    User(Id<User>),
    Pool(Id<crate::domain::Pool>),
}

/// Whom a word means: a user, the members of a team, or a pool.
fn target(session: &Session, to: Option<&str>) -> Result<Vec<To>> {
    let Some(to) = to else {
        return session
            .actor
            .map(|user| vec![To::User(user)])
            .ok_or_else(|| Error::usage("assign-to-one"));
    };
    if let Ok(user) = session.id::<User>(to)
        && session.model().users.get(user).is_some()
    {
        return Ok(vec![To::User(user)]);
    }
    let team = session.model().users.iter().filter(|(_, user)| {
        !user.inactive && !user.team.is_empty() && fold(&user.team) == fold(to)
    });
    let team: Vec<To> = team.map(|(id, _)| To::User(id)).collect();
    if !team.is_empty() {
        return Ok(team);
    }
    Ok(vec![To::Pool(session.id(to)?)])
}

fn shares(target: &[To], leads: &[Id<Lead>]) -> Vec<(To, Vec<Id<Lead>>)> {
    let mut shares: Vec<(To, Vec<Id<Lead>>)> = target.iter().map(|to| (*to, Vec::new())).collect();
    let count = shares.len().max(1);
    for (at, lead) in leads.iter().enumerate() {
        if let Some((_, share)) = shares.get_mut(at % count) {
            share.push(*lead);
        }
    }
    shares.retain(|(_, share)| !share.is_empty());
    shares
}

fn preview(session: &Session, shares: &[(To, Vec<Id<Lead>>)]) -> Output {
    let mut rows = Vec::new();
    let mut documents = Vec::new();
    for (to, leads) in shares {
        let record = match to {
            To::User(user) => user.record(),
            To::Pool(pool) => pool.record(),
        };
        let name = query::label(session.model(), record);
        rows.push(vec![name.clone(), leads.len().to_string()]);
        documents.push(json!({
            "to": name,
            "id": record.uuid.to_string(),
            "leads": leads.iter().map(ToString::to_string).collect::<Vec<_>>(),
        }));
    }
    let headers = ["to", "leads"].map(str::to_owned);
    Output::both(serde_json::Value::Array(documents), table(&headers, &rows))
}
