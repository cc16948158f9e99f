//! Writing records into a file.

use serde_json::json;

use super::{Output, Session, columns::Columns, parameters::ExportArgs};
use crate::{
    error::{Error, Result},
    exchange, i18n,
    query::ListQuestion,
};

/// Writes records into a file, by its ending.
pub fn export(session: &Session, args: &ExportArgs) -> Result<Output> {
    let kind = Session::kind(&args.kind)?;
    let question = ListQuestion {
        kind,
        filter: args.filter.clone().unwrap_or_default(),
        sort: None,
        limit: None,
    };
    let found = session.found(&question)?;
    let columns = Columns::all(session, kind, &args.columns)?;
    let ending = args.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let count = match ending.to_ascii_lowercase().as_str() {
        "csv" => {
            let rows = found.ids.iter().map(|record| {
                let row = session.seen(*record)?;
                Ok(columns.cells(*record, &row))
            });
            exchange::write_csv(&args.file, &columns.labels(), rows)?
        }
        "jsonl" => {
            let documents = found.ids.iter().map(|record| {
                let row = session.seen(*record)?;
                Ok(columns.document(*record, &row))
            });
            exchange::write_json_lines(&args.file, documents)?
        }
        other => return Err(Error::usage("unknown-ending").with("ending", other)),
    };
    let said = [("count", count.into()), ("file", args.file.display().to_string().into())];
    let text = i18n::text_with(session.lang, "cli-exported", &said).into_owned();
    let document = json!({"file": args.file.display().to_string(), "records": count});
    Ok(Output::both(document, text))
}
