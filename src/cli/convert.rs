//! Converting leads, and taking that back.

use serde_json::json;

use super::{
    Output, Session,
    edit::{said, said_undo},
    lead::leads,
    output::table,
    parameters::ConvertArgs,
};
use crate::{
    domain::{
        Account, Contact, Fields as _, Id, Lead, Opportunity, Record, RecordId,
        match_evidence::Evidence,
    },
    engine::{Convert, Target, Unconvert},
    error::{Error, Result},
    query::{self, candidates::Candidate},
};

/// Turns leads into an account, contacts and an opportunity. Where no account is named, one that is
/// surely the same is taken, else a new one is made.
pub fn convert(session: &mut Session, args: &ConvertArgs) -> Result<Output> {
    let leads = leads(session, &args.leads)?;
    let accounts = match leads.first() {
        Some(first) => candidates(session, *first)?,
        None => Vec::new(),
    };
    if args.preview {
        return Ok(preview(session, &accounts));
    }
    let sure = |candidate: &&Candidate| candidate.found.is_same();
    let known = accounts.iter().find(sure).and_then(|it| Id::<Account>::of(it.record));
    let account = match (&args.account, known) {
        (None, Some(known)) => Target::Existing(known),
        (given, _) => target(session, given.as_deref())?,
    };
    let known = accounts.iter().filter(sure).find_map(|it| Id::<Contact>::of(it.record));
    let contact = match (&args.contact, known) {
        (None, Some(known)) => Target::Existing(known),
        (given, _) => target(session, given.as_deref())?,
    };
    let opportunity: Target<Opportunity> = target(session, args.opportunity.as_deref())?;
    let outcome = session.run(Convert {
        leads,
        account,
        contact,
        opportunity,
        owner: None,
        reason: args.reason.clone(),
        values: Box::default(),
    })?;
    said(session, &outcome)
}

/// Takes a conversion back.
pub fn unconvert(session: &mut Session, lead: &str) -> Result<Output> {
    let lead = session.id(lead)?;
    let outcome = session.run(Unconvert { lead })?;
    said_undo(session, &outcome, "cli-undone")
}

fn candidates(session: &Session, lead: Id<Lead>) -> Result<Vec<Candidate>> {
    let store = session.crm.store();
    let stored = store.read(lead.record())?;
    let stored = stored.ok_or_else(|| {
        Error::refused("no-such-record").with("kind", "@kind-lead").with("id", lead.to_string())
    })?;
    let (lead, model) = (Lead::from_row(stored.row), session.model());
    let judged = |records: Vec<RecordId>| -> Result<Vec<Candidate>> {
        let mut rows = Vec::new();
        for record in records {
            rows.extend(store.read(record)?.map(|stored| (record, stored.row)));
        }
        Ok(query::candidates::judged(model, &lead, &rows))
    };
    let mut found = judged(query::candidates::accounts(model, &lead))?;
    let account = found.first().and_then(|it| Id::<Account>::of(it.record));
    found.extend(judged(query::candidates::contacts(model, &lead, account))?);
    Ok(found)
}

fn target<T: Record>(session: &Session, text: Option<&str>) -> Result<Target<T>> {
    match text {
        None | Some("new") => Ok(Target::New),
        Some("skip") => Ok(Target::Skip),
        Some(text) => Ok(Target::Existing(session.id(text)?)),
    }
}

/// The stable names of what was found.
fn codes(evidence: &[Evidence]) -> Vec<&'static str> {
    evidence.iter().map(|evidence| evidence.code).collect()
}

fn preview(session: &Session, candidates: &[Candidate]) -> Output {
    let document = candidates.iter().map(|it| {
        json!({
            "kind": it.record.kind.name(),
            "id": it.record.uuid.to_string(),
            "name": query::label(session.model(), it.record),
            "score": it.found.score,
            "for": codes(&it.found.for_),
            "against": codes(&it.found.against),
        })
    });
    let rows: Vec<Vec<String>> = candidates
        .iter()
        .map(|it| {
            vec![
                it.record.kind.name().to_owned(),
                query::label(session.model(), it.record),
                it.found.score.to_string(),
                codes(&it.found.for_).join(" "),
                codes(&it.found.against).join(" "),
            ]
        })
        .collect();
    let headers = ["kind", "name", "score", "for", "against"].map(str::to_owned);
    Output::both(document.collect(), table(&headers, &rows))
}
