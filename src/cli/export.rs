//! Writing records into a file.

use serde_json::json;

use super::{Output, Session, parameters::ExportArgs};
use crate::{
    error::Result,
    exchange::{self, Format, Table},
    i18n,
    query::ListQuestion,
};

/// Writes records into a file, by its ending.
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
    let table = Table::all((session.model(), &viewer, session.lang), kind, &args.columns)?;
    let format = Format::of_path(&args.file)?;
    let since = session.crm.store().last_sequence();
    let rows = found.ids.iter().map(|id| Ok((*id, session.seen(*id)?)));
    let count = exchange::export(&args.file, format, (&table, since), rows)?;
    let said = [("count", count.into()), ("file", args.file.display().to_string().into())];
    let text = i18n::text_with(session.lang, "cli-exported", &said).into_owned();
    let document = json!({"file": args.file.display().to_string(), "records": count});
    let notes = found.notes.iter().map(|note| note.text(session.lang)).collect();
    Ok(Output::both(document, text).with_notes(notes))
}
