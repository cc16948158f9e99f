//! Writing records into a file.

use serde_json::{Map, Value as Json, json};

use super::{
    Output, Session,
    columns::{Columns, labels},
    parameters::ExportArgs,
};
use crate::{
    domain::{ActivityOutcome, Kind, RecordId, row_to_json},
    engine::OUTCOME,
    error::{Error, Result},
    exchange::{self, ExportColumn, Mark},
    i18n,
    query::{self, ListQuestion},
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
    let columns = Columns::all(session, kind, &args.columns)?;
    let count = Table { session, kind, columns }.write(args, &found.ids)?;
    let said = [("count", count.into()), ("file", args.file.display().to_string().into())];
    let text = i18n::text_with(session.lang, "cli-exported", &said).into_owned();
    let document = json!({"file": args.file.display().to_string(), "records": count});
    let notes = found.notes.iter().map(|note| note.text(session.lang)).collect();
    Ok(Output::both(document, text).with_notes(notes))
}

/// What is written.
struct Table<'a> {
    session: &'a Session,
    kind: Kind,
    columns: Columns<'a>,
}

impl Table<'_> {
    fn write(&self, args: &ExportArgs, ids: &[RecordId]) -> Result<usize> {
        let path = &args.file;
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match ending.to_ascii_lowercase().as_str() {
            "csv" => {
                let rows = ids.iter().map(|id| self.cells(*id));
                exchange::write_csv(path, &self.columns.labels(), rows)
            }
            "xlsx" => {
                let rows = ids.iter().map(|id| self.handed_out(*id));
                exchange::write_xlsx(path, &self.for_handing_out(), rows)
            }
            "vcf" if matches!(self.kind, Kind::Lead | Kind::Contact) => {
                exchange::write_vcf(path, ids.iter().map(|id| self.person(*id)))
            }
            "vcf" => {
                let kind = format!("@kind-{}", self.kind.name());
                Err(Error::usage("no-people").with("kind", kind))
            }
            "jsonl" => {
                let documents = ids.iter().map(|id| {
                    let row = self.session.seen(*id)?;
                    Ok(self.columns.document(*id, &row))
                });
                exchange::write_json_lines(path, documents)
            }
            other => Err(Error::usage("unknown-ending").with("ending", other)),
        }
    }

    fn cells(&self, record: RecordId) -> Result<Vec<String>> {
        let row = self.session.seen(record)?;
        Ok(self.columns.cells(record, &row))
    }

    fn person(&self, record: RecordId) -> Result<Map<String, Json>> {
        let row = self.session.seen(record)?;
        let mut person = row_to_json(self.kind.fields(), &row);
        person.insert("id".to_owned(), json!(record.uuid.to_string()));
        Ok(person)
    }

    /// The columns of a workbook that can be filled in and come back: the outcome of a call, to be
    /// written down, and the ids, hidden.
    fn for_handing_out(&self) -> Vec<ExportColumn> {
        let Session { lang, .. } = *self.session;
        let mut columns = self.columns.for_workbook();
        if self.kind == Kind::Lead {
            columns.push(ExportColumn {
                label: query::field_label(self.session.model(), self.kind, OUTCOME, lang),
                choices: labels(lang, &ActivityOutcome::CHOICES),
                is_hidden: false,
            });
        }
        let since = self.session.crm.store().last_sequence();
        let mark = Mark { kind: self.kind, since, lang };
        columns.push(ExportColumn { label: mark.label(), choices: Vec::new(), is_hidden: true });
        columns
    }

    fn handed_out(&self, record: RecordId) -> Result<Vec<String>> {
        let mut cells = self.cells(record)?;
        if self.kind == Kind::Lead {
            cells.push(String::new());
        }
        cells.push(record.uuid.to_string());
        Ok(cells)
    }
}
