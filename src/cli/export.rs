//! Writing records into a file.

use serde_json::json;

use super::{Output, Session, parameters::ExportArgs};
use crate::{
    engine::{Command, NoteExport},
    error::Result,
    exchange::{self, Format, Table},
    i18n,
    query::ListQuestion,
};

/// Writes records into a file, by its ending, and notes it in the history.
pub fn export(session: &mut Session, args: &ExportArgs) -> Result<Output> {
    let kind = Session::kind(&args.kind)?;
    let question = ListQuestion {
        kind,
        filter: args.filter.clone().unwrap_or_default(),
        sort: None,
        limit: None,
    };
    let found = session.found(&question)?;
    let viewer = session.viewer();
    let format = Format::of_path(&args.file)?;
    let noted = NoteExport {
        kind,
        records: found.ids.len() as u64,
        format: format.ending().to_owned(),
        filter: question.filter.clone(),
        picked: false,
    };
    let noted = Command::from(noted);
    session.crm.try_out(session.actor, &noted)?;
    let since = session.crm.store().last_sequence();
    let rows = found.ids.iter().map(|id| Ok((*id, session.seen(*id)?)));
    let table = Table::all((session.model(), &viewer, session.lang), kind, &args.columns)?;
    let count = exchange::export(&args.file, format, (&table, since), rows)?;
    let said = [("count", count.into()), ("file", args.file.display().to_string().into())];
    let text = i18n::text_with(session.lang, "cli-exported", &said).into_owned();
    let document = json!({"file": args.file.display().to_string(), "records": count});
    let mut notes: Vec<String> = found.notes.iter().map(|note| note.text(session.lang)).collect();
    // The file is there, whatever becomes of the entry.
    notes.extend(session.run(noted).err().map(|err| err.text(session.lang)));
    Ok(Output::both(document, text).with_notes(notes))
}
