//! What comes back from a file that was handed out: cells that someone has changed.

use serde::Deserialize;
use serde_json::Value as Json;
use uuid::Uuid;

use super::{activities, pool, records};
use crate::{
    domain::{
        ActivityKind, ActivityOutcome, FieldInfo, Id, Kind, RecordId, Response, Value,
        value_from_json, value_to_json,
    },
    engine::{Edit, Log, Respond, Right, TakeChanges},
    error::{Error, Result},
};

/// The column of a file in which the outcome of a call is written down. It is no field of a lead.
pub const OUTCOME: &str = "outcome";

/// What was changed in the row of a record.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RowChange {
    /// The record.
    pub id: Uuid,
    /// The cells that were changed.
    pub cells: Vec<CellChange>,
}

/// What was changed in a cell.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CellChange {
    /// The field, or [`OUTCOME`].
    pub field: String,
    /// What stood there when the file was written.
    pub before: Json,
    /// What stands there now.
    pub after: Json,
}

/// Takes over what was changed in a file, record by record: what was changed here meanwhile stays,
/// and is told.
///
/// # Errors
/// When the history is damaged or the disk is full. What a rule says no to is told, and the rest is
/// done.
pub fn take(edit: &mut Edit<'_>, command: &TakeChanges) -> Result<()> {
    for row in &command.rows {
        let record = RecordId { kind: command.kind, uuid: row.id };
        if let Err(err) = take_row(edit, record, &row.cells) {
            edit.outcome.refused.push((record, err));
        }
    }
    Ok(())
}

fn take_row(edit: &mut Edit<'_>, record: RecordId, cells: &[CellChange]) -> Result<()> {
    edit.require_of(Right::to_edit(record.kind), record)?;
    let before = edit.row(record)?;
    let mut row = before.clone();
    let (mut response, mut reason, mut outcome) = (None, None, None);
    for cell in cells {
        match (record.kind, cell.field.as_str()) {
            (Kind::Lead, "response") => response = of_json::<Response>(&cell.after),
            (Kind::Lead, "response_reason") => reason = cell.after.as_str().map(str::to_owned),
            (Kind::Lead, OUTCOME) => outcome = of_json::<ActivityOutcome>(&cell.after),
            (kind, name) => {
                let field = edit.model.field(kind, name).ok_or_else(|| {
                    let kind = format!("@kind-{}", kind.name());
                    Error::usage("unknown-field").with("field", name).with("kind", kind)
                })?;
                match changed(field, row.get(field.tag), cell) {
                    Ok(value) => drop(row.set(field.tag, value)),
                    Err(err) => edit.outcome.refused.push((record, err)),
                }
            }
        }
    }
    let row = records::normalised(edit, row, record.kind);
    if row != before {
        edit.put(record, row)?;
        edit.outcome.records.push(record);
    }
    let Some(lead) = Id::of(record) else { return Ok(()) };
    if let Some(response) = response {
        pool::respond(edit, &Respond { lead, response, reason })?;
    }
    if outcome.is_some() {
        activities::log(edit, &called(record, outcome))?;
    }
    Ok(())
}

/// The value a field gets: refused if it was changed here as well.
fn changed(field: &FieldInfo, now: &Value, change: &CellChange) -> Result<Value> {
    let named = |err: Error| err.with("field", format!("@field-{}", field.name));
    if field.spec.is_ruled() {
        return Err(named(Error::refused("field-has-command")));
    }
    let after = value_from_json(field, &change.after)
        .map_err(|bad| named(Error::usage("bad-value")).with("expected", bad.expected))?;
    let shown = value_to_json(&field.shape, now);
    if *now != after && shown != change.before {
        let text = |json: &Json| json.as_str().map_or_else(|| json.to_string(), str::to_owned);
        return Err(named(Error::refused("changed-here-too"))
            .with("here", text(&shown))
            .with("there", text(&change.after)));
    }
    Ok(after)
}

fn of_json<T: serde::de::DeserializeOwned>(json: &Json) -> Option<T> {
    serde_json::from_value(json.clone()).ok()
}

fn called(record: RecordId, outcome: Option<ActivityOutcome>) -> Log {
    Log {
        about: vec![record],
        kind: ActivityKind::Call,
        outcome,
        signal: None,
        text: None,
        next_step: None,
        at: None,
        due: None,
        assignee: None,
    }
}
