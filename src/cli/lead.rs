//! What is done to a lead: logging, qualifying, moving, responding.

use chrono::NaiveDate;

use super::{
    Output, Session,
    edit::said,
    parameters::{LogArgs, QualifyArgs},
};
use crate::{
    domain::{ActivityKind, ActivityOutcome, Kind, Pick, Picklist as _, Response, Signal, Stage},
    engine::{Log, Qualify, Respond, SetStage},
    error::{Error, Result},
};

/// Logs an activity about a record.
pub fn log(session: &mut Session, args: &LogArgs) -> Result<Output> {
    let kind = Session::kind(&args.kind)?;
    let about = session.record(kind, &args.id)?;
    let signal = args.activity.replace('-', "_");
    let is_signal = Signal::CHOICES.values.contains(&signal.as_str());
    let activity = match ActivityKind::of_id(&args.activity) {
        Some(activity) => activity,
        None if is_signal => ActivityKind::Signal,
        None => return Err(choice("activity_kind", &args.activity, ActivityKind::CHOICES.values)),
    };
    let outcome = match &args.outcome {
        None => None,
        Some(text) => Some(
            ActivityOutcome::of_id(text)
                .ok_or_else(|| choice("activity_outcome", text, ActivityOutcome::CHOICES.values))?,
        ),
    };
    let outcome = session.run(Log {
        about: vec![about],
        kind: activity,
        outcome,
        signal: is_signal.then(|| Pick::new(signal)),
        text: args.text.clone(),
        next_step: None,
        at: None,
        due: None,
        assignee: None,
    })?;
    said(session, &outcome)
}

/// Sets dimensions of qualification.
pub fn qualify(session: &mut Session, args: &QualifyArgs) -> Result<Output> {
    let outcome = session.run(Qualify {
        lead: session.id(&args.id)?,
        background: args.background,
        requirement: args.requirement,
        potential: args.potential,
        possibility: args.possibility,
        note: args.note.clone(),
    })?;
    said(session, &outcome)
}

/// Moves a lead to a stage.
pub fn stage(
    session: &mut Session,
    id: &str,
    stage: &str,
    reason: Option<String>,
    wake: Option<NaiveDate>,
) -> Result<Output> {
    let to = Stage::of_id(stage).ok_or_else(|| choice("stage", stage, Stage::CHOICES.values))?;
    let leads = vec![session.id(id)?];
    let outcome = session.run(SetStage { leads, to, reason, wake })?;
    said(session, &outcome)
}

/// Says what sales thinks of a lead.
pub fn respond(
    session: &mut Session,
    lead: &str,
    response: &str,
    reason: Option<String>,
) -> Result<Output> {
    let known = Response::of_id(response)
        .ok_or_else(|| choice("response", response, Response::CHOICES.values))?;
    let lead = session.id(lead)?;
    let outcome = session.run(Respond { lead, response: known, reason })?;
    said(session, &outcome)
}

/// A word that is none of a list.
pub(super) fn choice(list: &'static str, text: &str, known: &[&str]) -> Error {
    Error::usage("unknown-choice")
        .with("value", text)
        .with("list", format!("@list-{list}"))
        .with("known", known.join(", "))
}

/// The leads of several texts.
pub(super) fn leads(
    session: &Session,
    texts: &[String],
) -> Result<Vec<crate::domain::Id<crate::domain::Lead>>> {
    texts
        .iter()
        .map(|text| Ok(crate::domain::Id::new(session.record(Kind::Lead, text)?.uuid)))
        .collect()
}
