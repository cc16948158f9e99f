//! Records that may be the same: looking for them, making them one, telling them apart.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::{Output, Session, edit::said, output::table, progress};
use crate::{
    domain::{Kind, RecordId, match_evidence::Evidence},
    engine::{FoundPair, Merge, NotePairs, TellApart},
    error::{Error, Result},
    i18n,
    query::{
        self,
        duplicates::{Found, Search},
    },
};

/// Lists pairs that may be the same; puts them where a person looks at them, if that is wanted.
pub fn duplicates(
    session: &mut Session,
    kind: Option<&str>,
    min: u8,
    queue: bool,
) -> Result<Output> {
    let kinds = match kind {
        Some(word) => vec![Session::kind(word)?],
        None => vec![Kind::Lead, Kind::Contact],
    };
    session.crm.know_everyone()?;
    let found = search(session, Search { kinds: &kinds, min })?;
    let mut notes = Vec::new();
    if queue {
        let pair = |it: &Found| FoundPair { a: it.a, b: it.b, score: it.found.score };
        let outcome = session.run(NotePairs { pairs: found.iter().map(pair).collect() })?;
        let args = [("count", outcome.records.len().into())];
        notes.push(i18n::text_with(session.lang, "cli-queued", &args).into_owned());
    }
    let document = found.iter().map(document).collect();
    let rows: Vec<Vec<String>> = found.iter().map(|pair| row(session, pair)).collect();
    let headers: Vec<String> = ["score", "a", "b", "for", "against"].map(str::to_owned).to_vec();
    Ok(Output::both(document, table(&headers, &rows)).with_notes(notes))
}

fn search(session: &Session, search: Search<'_>) -> Result<Vec<Found>> {
    let store = session.crm.store();
    let read = |records: &[RecordId]| {
        let found = store.read_all(records)?;
        Ok(found.into_iter().map(|(record, stored)| (record, stored.row)).collect())
    };
    let bar = progress::bar();
    let told = |progress: query::Progress| {
        if let Some(of) = progress.of {
            bar.set_length(of as u64);
            bar.set_position(progress.read as u64);
        }
        true
    };
    let model = session.model();
    let found = query::duplicates::pairs((model, model.keys()), search, &read, &told);
    bar.finish_and_clear();
    found
}

/// Makes several records one.
pub fn merge(
    session: &mut Session,
    kind: &str,
    (survivor, losers): (&str, &[String]),
    take: &[String],
) -> Result<Output> {
    let kind = Session::kind(kind)?;
    let survivor = session.record(kind, survivor)?;
    let losers: Vec<RecordId> =
        losers.iter().map(|loser| record(session, kind, loser)).collect::<Result<_>>()?;
    let mut taken = BTreeMap::new();
    for pair in take {
        let (field, of) = pair
            .split_once('=')
            .ok_or_else(|| Error::usage("not-a-pair").with("value", pair.as_str()))?;
        taken.insert(field.to_owned(), record(session, kind, of)?.uuid);
    }
    let outcome = session.run(Merge { survivor, losers, take: taken })?;
    said(session, &outcome)
}

/// Remembers that two records are not the same.
pub fn apart(session: &mut Session, kind: &str, a: &str, b: &str) -> Result<Output> {
    let kind = Session::kind(kind)?;
    let (a, b) = (record(session, kind, a)?, record(session, kind, b)?);
    let outcome = session.run(TellApart { a, b })?;
    said(session, &outcome)
}

/// The record a text names; one of another kind has the kind before it: `lead:01890a5d`.
fn record(session: &Session, kind: Kind, text: &str) -> Result<RecordId> {
    let other = text.split_once(':').and_then(|(of, id)| Some((Kind::of_name(of)?, id)));
    let (kind, text) = other.unwrap_or((kind, text));
    session.record(kind, text)
}

fn codes(list: &[Evidence]) -> Vec<&'static str> {
    list.iter().map(|evidence| evidence.code).collect()
}

fn document(pair: &Found) -> Json {
    json!({
        "a": pair.a.uuid.to_string(),
        "b": pair.b.uuid.to_string(),
        "score": pair.found.score,
        "for": codes(&pair.found.for_),
        "against": codes(&pair.found.against),
    })
}

fn row(session: &Session, pair: &Found) -> Vec<String> {
    let said = |list: &[Evidence]| {
        let words = codes(list).into_iter();
        let words =
            words.map(|code| i18n::text(session.lang, &format!("evidence-{code}")).into_owned());
        words.collect::<Vec<_>>().join("; ")
    };
    vec![
        pair.found.score.to_string(),
        query::label(session.model(), pair.a),
        query::label(session.model(), pair.b),
        said(&pair.found.for_),
        said(&pair.found.against),
    ]
}
