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
    engine::{
        Assign, AssignByRules, Claim, Outcome, Return,
        rules::sharing::{self, Shared},
    },
    error::{Error, Result},
    query::{self, ListQuestion},
};

/// Gives the leads of a filter to a user, to the members of a team in turn, or to a pool.
pub fn assign(session: &mut Session, filter: &str, to: &str, is_preview: bool) -> Result<Output> {
    let leads = filtered(session, filter)?;
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

/// Gives the leads of a filter to whom the assignment rules say, or to whom one of them says.
pub fn assign_by_rules(
    session: &mut Session,
    filter: &str,
    rule: Option<&str>,
    is_preview: bool,
) -> Result<Output> {
    let leads = filtered(session, filter)?;
    let rule = rule.map(|rule| session.id(rule)).transpose()?;
    if is_preview {
        let (model, store) = (session.model(), session.crm.store());
        let read = |record| Ok(store.read(record)?.map(|stored| stored.row));
        let shared = sharing::dry_run(model, (session.viewer().now, rule), &leads, &read)?;
        return Ok(rules_preview(session, &shared));
    }
    let outcome = session.run(AssignByRules { leads, rule })?;
    said(session, &outcome)
}

fn filtered(session: &mut Session, filter: &str) -> Result<Vec<Id<Lead>>> {
    let question =
        ListQuestion { kind: Kind::Lead, filter: filter.to_owned(), sort: None, limit: None };
    let found = session.found(&question)?;
    Ok(found.ids.iter().filter_map(|record| Id::of(*record)).collect())
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
fn target(session: &Session, to: &str) -> Result<Vec<To>> {
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

/// Who would get what by which rule; of each lead that nobody gets, why.
fn rules_preview(session: &Session, shared: &[Shared]) -> Output {
    let (mut rows, mut documents, mut unsaid) = (Vec::new(), Vec::new(), String::new());
    for Shared { rule, to, leads } in shared {
        let ids: Vec<String> = leads.iter().map(ToString::to_string).collect();
        match to {
            Ok(to) => {
                let rule = rule.as_deref().unwrap_or_default();
                rows.push(vec![to.clone(), leads.len().to_string(), rule.to_owned()]);
                documents.push(json!({"to": to, "rule": rule, "leads": ids}));
            }
            Err(code) => {
                let why = Error::refused(code).text(session.lang);
                for lead in leads {
                    let name = query::label(session.model(), lead.record());
                    unsaid.push_str(&format!("\n{}  {name}: {why}", lead.record().uuid));
                }
                documents.push(json!({"to": null, "code": code, "message": why, "leads": ids}));
            }
        }
    }
    let headers = ["to", "leads", "rule"].map(str::to_owned);
    let text = format!("{}{unsaid}", table(&headers, &rows));
    Output::both(serde_json::Value::Array(documents), text)
}
