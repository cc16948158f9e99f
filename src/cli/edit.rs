//! Making and changing records, any command of the engine, undo and redo.

use serde_json::{Map, Value as Json, json};

use super::{Output, Session, output::table};
use crate::{
    domain::{FieldInfo, Kind, RecordId, Settings, Shape},
    engine::{COMMANDS, Command, Create, Delete, Outcome, Request, Set, UndoReport},
    error::{Error, Result},
    exchange::unknown_field,
    i18n::{self, Lang},
    query,
};

/// Makes a record.
pub fn create(session: &mut Session, kind: &str, values: &[String]) -> Result<Output> {
    let kind = Session::kind(kind)?;
    let values = read_values(session, kind, values)?;
    let outcome = session.run(Create { kind, values })?;
    said(session, &outcome)
}

/// Changes fields of a record.
pub fn set(session: &mut Session, kind: &str, id: &str, values: &[String]) -> Result<Output> {
    let kind = Session::kind(kind)?;
    let record = session.record(kind, id)?;
    let values = read_values(session, kind, values)?;
    let outcome = session.run(Set { kind, ids: vec![record.uuid], values })?;
    said(session, &outcome)
}

/// Shows the settings, or changes them.
pub fn settings(session: &mut Session, values: &[String]) -> Result<Output> {
    if !values.is_empty() {
        let id = Settings::ID.to_string();
        return set(session, Kind::Settings.name(), &id, values);
    }
    super::list::show(session, Kind::Settings.name(), &Settings::ID.to_string())
}

/// Puts records in the bin.
pub fn delete(session: &mut Session, kind: &str, ids: &[String]) -> Result<Output> {
    let kind = Session::kind(kind)?;
    let records: Vec<RecordId> =
        ids.iter().map(|id| session.record(kind, id)).collect::<Result<_>>()?;
    let outcome = session.run(Delete { records })?;
    said(session, &outcome)
}

/// Runs any command of the engine.
pub fn run(session: &mut Session, name: Option<String>, json: Option<String>) -> Result<Output> {
    let name = name.ok_or_else(|| Error::usage("unknown-command").with("command", ""))?;
    let text = json.unwrap_or_else(|| "{}".to_owned());
    let json = serde_json::from_str(&text).map_err(|err| {
        Error::usage("bad-parameters").with("command", name.as_str()).because(err)
    })?;
    let outcome = session.run(Command::from_json(&name, json)?)?;
    said(session, &outcome)
}

/// Takes the last command back.
pub fn undo(session: &mut Session) -> Result<Output> {
    let outcome = session.request(Request::Undo)?;
    said_undo(session, &outcome, "cli-undone")
}

/// Takes the last undo back.
pub fn redo(session: &mut Session) -> Result<Output> {
    let outcome = session.request(Request::Redo)?;
    said_undo(session, &outcome, "cli-redone")
}

/// The commands of the engine, with what they take.
pub fn commands(lang: Lang) -> Output {
    let document = COMMANDS.iter().map(|command| {
        let parameters: Map<String, Json> = command
            .parameters
            .iter()
            .map(|(name, of)| ((*name).to_owned(), json!(plain(of))))
            .collect();
        json!({
            "name": command.name,
            "about": command.about.trim(),
            "right": command.right.name(),
            "parameters": parameters,
        })
    });
    let document = document.collect();
    let row = |command: &crate::engine::CommandInfo| {
        let parameters =
            command.parameters.iter().map(|(name, of)| format!("{name}: {}", plain(of)));
        let about = i18n::text(lang, &format!("command-{}-about", command.name));
        vec![command.name.to_owned(), about.into_owned(), parameters.collect::<Vec<_>>().join(", ")]
    };
    let rows: Vec<Vec<String>> = COMMANDS.iter().map(row).collect();
    let headers = ["command", "about", "parameters"].map(str::to_owned);
    Output::both(document, table(&headers, &rows))
}

/// A type as a script sees it: ids and choices are texts.
fn plain(of: &str) -> String {
    let bare = of.replace(' ', "");
    bare.replace("uuid::Uuid", "id").replace("crate::domain::", "").replace("Option<", "optional<")
}

/// What a command did.
pub(super) fn said(session: &Session, outcome: &Outcome) -> Result<Output> {
    let records: Vec<Json> = outcome
        .records
        .iter()
        .map(|record| json!({"kind": record.kind.name(), "id": record.uuid.to_string()}))
        .collect();
    let refused: Vec<Json> = outcome
        .refused
        .iter()
        .map(|(record, err)| json!({"id": record.uuid.to_string(), "code": err.code(), "message": err.text(session.lang)}))
        .collect();
    let mut document = json!({
        "sequence": outcome.sequence,
        "records": records,
        "id": outcome.records.first().map(|record| record.uuid.to_string()),
    });
    if let (Some(object), false) = (document.as_object_mut(), refused.is_empty()) {
        object.insert("refused".to_owned(), Json::Array(refused));
    }
    let mut text = String::new();
    for record in &outcome.records {
        let kind = i18n::text(session.lang, &format!("kind-{}", record.kind.name()));
        let name = query::label(session.model(), *record);
        text.push_str(&format!("{kind}  {}  {name}\n", record.uuid));
    }
    for (record, err) in &outcome.refused {
        text.push_str(&format!("{}  {}\n", record.uuid, err.text(session.lang)));
    }
    if outcome.sequence.is_none() {
        text.push_str(&i18n::text(session.lang, "cli-nothing-changed"));
    }
    Ok(Output::both(document, text))
}

/// What an undo or redo did, in the words of a text.
pub(super) fn said_undo(session: &Session, outcome: &Outcome, key: &str) -> Result<Output> {
    let report = outcome.undo.clone().unwrap_or_default();
    Ok(Output::both(undo_json(&report), undo_text(session, &report, key)))
}

fn undo_json(report: &UndoReport) -> Json {
    let ids = |records: &[RecordId]| -> Vec<Json> {
        records
            .iter()
            .map(|it| json!({"kind": it.kind.name(), "id": it.uuid.to_string()}))
            .collect()
    };
    json!({
        "command": report.command,
        "reversed": report.reversed,
        "kept": ids(&report.kept),
        "failed": ids(&report.failed),
    })
}

fn undo_text(session: &Session, report: &UndoReport, key: &str) -> String {
    let command = i18n::text(session.lang, &format!("command-{}", report.command)).into_owned();
    let args = [
        ("command", command.into()),
        ("reversed", report.reversed.into()),
        ("kept", report.kept.len().into()),
        ("failed", report.failed.len().into()),
    ];
    let mut text = i18n::text_with(session.lang, key, &args).into_owned();
    for record in report.kept.iter().chain(&report.failed) {
        text.push_str(&format!("\n  {}  {}", record.uuid, query::label(session.model(), *record)));
    }
    text
}

/// Fields given as name=value; names stand for links, JSON for what has parts.
fn read_values(session: &Session, kind: Kind, values: &[String]) -> Result<Map<String, Json>> {
    let mut out = Map::new();
    for pair in values {
        let (name, text) = pair
            .split_once('=')
            .ok_or_else(|| Error::usage("not-a-pair").with("value", pair.as_str()))?;
        let field = session.model().field(kind, name).ok_or_else(|| unknown_field(kind, name))?;
        out.insert(name.to_owned(), read_value(session, kind, (field, text))?);
    }
    Ok(out)
}

fn read_value(session: &Session, kind: Kind, (field, text): (&FieldInfo, &str)) -> Result<Json> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Json::Null);
    }
    if text.starts_with(['[', '{']) {
        return serde_json::from_str(text).map_err(|err| {
            Error::usage("bad-value")
                .with("field", query::field_label(session.model(), kind, field.name, session.lang))
                .with("expected", field.shape.describe())
                .because(err)
        });
    }
    match field.shape {
        Shape::Link(kind) => Ok(json!(session.record(kind, text)?.uuid.to_string())),
        _ => Ok(json!(text)),
    }
}
