//! Reports.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::json;

use super::{Output, Session, output::table};
use crate::{
    domain::{Campaign, Id, Kind, Lead},
    error::{Error, Result},
    exchange,
    i18n::{self, Lang},
    query::{Filter, ListQuestion},
    report::{self, Question},
};

/// Which report, of what.
pub struct Asked {
    /// The report.
    pub name: String,
    /// Which leads, or which campaign.
    pub filter: Option<String>,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The day after the last.
    pub to: Option<NaiveDate>,
    /// A file to write it into.
    pub out: Option<PathBuf>,
}

/// Prints a report, or writes it into a file.
pub fn report(session: &mut Session, asked: &Asked) -> Result<Output> {
    let known: Vec<&str> = report::ALL.iter().map(|report| report.name).collect();
    let found = report::find(&asked.name).ok_or_else(|| {
        Error::usage("unknown-report")
            .with("report", asked.name.as_str())
            .with("known", known.join(", "))
    })?;
    let (leads, campaigns, mut notes) = restricted(session, asked.filter.as_deref())?;
    let viewer = session.viewer();
    let question = Question {
        model: session.model(),
        viewer: &viewer,
        leads: leads.as_deref(),
        campaigns: campaigns.as_deref(),
        from: asked.from,
        to: asked.to,
    };
    let sheet = (found.run)(&question)?;
    if let Some(path) = &asked.out {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if !ending.eq_ignore_ascii_case("csv") {
            return Err(Error::usage("unknown-ending").with("ending", ending));
        }
        let lang = session.lang;
        let headers: Vec<String> =
            sheet.columns.iter().map(|head| head.label(lang).into_owned()).collect();
        let texts =
            |row: &Vec<report::Cell>| Ok(row.iter().map(|cell| cell.to_plain(lang)).collect());
        exchange::write_csv(path, &headers, sheet.rows.iter().map(texts))?;
        notes.push(path.display().to_string());
    }
    Ok(Output::both(sheet.to_json(session.lang), sheet.to_text(session.lang)).with_notes(notes))
}

/// The reports there are.
pub fn list(lang: Lang) -> Output {
    let title = |name: &str| i18n::text(lang, &format!("report-{name}")).into_owned();
    let document =
        report::ALL.iter().map(|report| json!({"name": report.name, "title": title(report.name)}));
    let rows: Vec<Vec<String>> =
        report::ALL.iter().map(|it| vec![it.name.to_owned(), title(it.name)]).collect();
    let headers = ["report", "title"].map(str::to_owned);
    Output::both(document.collect(), table(&headers, &rows))
}

type Restricted = (Option<Vec<u32>>, Option<Vec<Id<Campaign>>>, Vec<String>);

/// The leads a filter holds of, and the campaigns it names: their costs and orders count, too.
fn restricted(session: &mut Session, filter: Option<&str>) -> Result<Restricted> {
    let Some(filter) = filter.filter(|filter| !filter.trim().is_empty()) else {
        return Ok((None, None, Vec::new()));
    };
    let question =
        ListQuestion { kind: Kind::Lead, filter: filter.to_owned(), sort: None, limit: None };
    let found = session.found(&question)?;
    let leads = &session.model().leads;
    let rows: Vec<u32> = found
        .ids
        .iter()
        .filter_map(|record| leads.find(record.uuid).and_then(|row| u32::try_from(row).ok()))
        .collect();
    let (filter, _) = Filter::parse(Kind::Lead, filter, session.model(), &session.viewer())?;
    let named = filter.links(Lead::campaign);
    let campaigns: Vec<Id<Campaign>> = named.into_iter().filter_map(Id::of).collect();
    let notes = found.notes.iter().map(|note| note.text(session.lang)).collect();
    Ok((Some(rows), (!campaigns.is_empty()).then_some(campaigns), notes))
}
