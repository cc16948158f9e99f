//! Which sheets of a workbook are read: those that can be seen and hold cards. Sheets with the same
//! labels, such as one for each day of a fair, are read as one.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Draft, Line, Problem},
    error::{Error, Result},
};

use super::{
    Options,
    header::{self, Head, Row},
    labels::normalise,
    source::Source,
};

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetName {
    /// Its name.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
}

/// The sheet a person names, or all that are not hidden.
///
/// # Errors
///
/// `unknown-sheet` if there is none of the name.
pub fn named(source: &Source, sheets: &[SheetName], options: &Options) -> Result<Vec<String>> {
    let fold = |name: &str| name.trim().to_lowercase();
    let Some(wanted) = &options.sheet else {
        let seen = sheets.iter().filter(|sheet| !sheet.is_hidden);
        return Ok(seen.map(|sheet| sheet.name.clone()).collect());
    };
    let found = sheets.iter().find(|sheet| fold(&sheet.name) == fold(wanted));
    found.map(|sheet| vec![sheet.name.clone()]).ok_or_else(|| {
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        Error::usage("unknown-sheet")
            .with("path", source.name())
            .with("sheet", wanted.as_str())
            .with("sheets", names.join(", "))
    })
}

/// The labels of the sheets whose first rows these are, without the sheets that hold no cards.
///
/// # Errors
///
/// `empty-file` if none is left.
pub fn with_cards(
    source: &Source,
    sheets: Vec<(String, Vec<Row>)>,
    options: &Options,
) -> Result<Vec<(String, Head)>> {
    let mut found: Vec<(String, Head, usize)> = Vec::new();
    for (name, rows) in sheets.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let mut head = header::find(&rows, options.header_row);
        head.headers.resize(width.max(head.headers.len()), String::new());
        let known = header::hits(&Row { number: 0, cells: head.headers.clone() });
        found.push((name, head, known));
    }
    // Beside sheets of cards, one that knows fewer than two of their labels explains them or
    // lists what may stand in a column.
    if options.sheet.is_none() && found.iter().any(|(_, _, known)| *known > 1) {
        found.retain(|(_, _, known)| *known > 1);
    }
    if found.is_empty() {
        return Err(Error::unreadable("empty-file").with("path", source.name()));
    }
    Ok(found.into_iter().map(|(name, head, _)| (name, head)).collect())
}

/// Joins the drafts of sheets that have the same labels, and says which sheets were left out.
pub fn joined(drafts: Vec<Draft>, names: &[SheetName], options: &Options) -> Vec<Draft> {
    let read: Vec<String> =
        drafts.iter().map(|draft| draft.layout.sheet.clone().unwrap_or_default()).collect();
    let mut alike: Vec<(Vec<String>, Vec<Draft>)> = Vec::new();
    for draft in drafts {
        let labels: Vec<String> = draft.headers.iter().map(|label| normalise(label)).collect();
        let is_labelled = labels.iter().any(|label| !label.is_empty());
        match alike.iter_mut().find(|(known, _)| is_labelled && *known == labels) {
            Some((_, same)) => same.push(draft),
            None => alike.push((labels, vec![draft])),
        }
    }
    let mut drafts: Vec<Draft> = alike.into_iter().filter_map(|(_, same)| one(same)).collect();
    let left_out = names.iter().filter(|sheet| !read.contains(&sheet.name));
    if let (Some(first), None) = (drafts.first_mut(), &options.sheet) {
        let note =
            |sheet: &SheetName| Problem::warning(0, "sheet-left-out").in_column("", &sheet.name);
        first.notes.extend(left_out.map(note));
    }
    drafts
}

/// The drafts, one after the other. A problem says in which sheet it is: `3月6日!手機`.
fn one(drafts: Vec<Draft>) -> Option<Draft> {
    if drafts.len() < 2 {
        return drafts.into_iter().next();
    }
    let names: Vec<String> = drafts.iter().filter_map(|draft| draft.layout.sheet.clone()).collect();
    let first = drafts.first()?;
    let mut layout = first.layout.clone();
    layout.sheet = Some(names.join(", "));
    let headers = first.headers.clone();
    let lines = drafts.into_iter().flat_map(|draft| {
        let sheet = draft.layout.sheet.unwrap_or_default();
        draft.lines.map(move |line| in_sheet(line, &sheet))
    });
    Some(Draft { layout, headers, lines: Box::new(lines), notes: Vec::new() })
}

fn in_sheet(line: Result<Line, Problem>, sheet: &str) -> Result<Line, Problem> {
    let place = |problem: &mut Problem| problem.column = format!("{sheet}!{}", problem.column);
    match line {
        Ok(mut line) => {
            line.problems.iter_mut().for_each(place);
            Ok(line)
        }
        Err(mut problem) => {
            place(&mut problem);
            Err(problem)
        }
    }
}
